"""Which kind of question it is: evidence from cues, from what else the question holds, and from what it lacks."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from domain.answers.holding import CLEAR
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.sending import HANDING_IN
from domain.when import Offset, WhenFound

Scores = dict[Kind, float]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the kinds are judged by."""

    cues: tuple[tuple[Kind, float], ...]
    when: WhenFound
    content: tuple[Unit, ...]
    concepts: frozenset[str]
    words: frozenset[str]
    anchor: tuple[Unit, ...] = ()
    anchor_after: bool = True
    topic: bool = False
    body: bool = False
    personal: bool = False
    foreign: bool = False
    other_event: bool = False
    attending: bool = False
    title: frozenset[str] = frozenset()
    issuer: frozenset[str] = frozenset()
    department: bool = False

    @property
    def heavy(self) -> bool:
        """Whether there is content that says something."""
        return any(not unit.generic for unit in self.content)


def score_kinds(evidence: Evidence) -> tuple[tuple[Kind, float], ...]:
    """Every kind with its evidence, strongest first; kinds without any are left out."""
    scores: Scores = {}
    for kind, weight in evidence.cues:
        known = scores.get(kind, 0.0)
        scores[kind] = max(known, weight) + (0.2 if known else 0.0)
    for rule in _RULES:
        rule(scores, evidence)
    return tuple(sorted(((k, round(s, 2)) for k, s in scores.items() if s > 0), key=lambda pair: -pair[1]))


def _add(scores: Scores, kind: Kind, amount: float) -> None:
    if amount > 0 or kind in scores:
        scores[kind] = scores.get(kind, 0.0) + amount


def _overriding(scores: Scores, evidence: Evidence) -> None:
    """What is not this bot's to answer goes before everything else."""
    if evidence.personal:
        scores[Kind.PERSONAL] = 6.0
    if evidence.foreign:
        scores[Kind.FOREIGN] = 5.5
    if evidence.other_event:
        scores[Kind.OTHER_EVENT] = 5.0


def _relations(scores: Scores, evidence: Evidence) -> None:
    """ "sau X", "trước X": what stands beside X, unless a deadline is asked for."""
    works = evidence.body and scores.get(Kind.TASKS, 0.0) >= 3  # "… làm gì trước khai giảng"
    if _hands_in(evidence) and evidence.words & _WHERE_TO:
        return  # "chấm xong gửi đâu"
    this = evidence.words & _THIS and evidence.words & _OVER and all(unit.generic for unit in evidence.anchor)
    if evidence.anchor and this and evidence.anchor_after:
        scores[Kind.NEXT] = 4.2  # "phần này xong thì tới đâu"
    elif evidence.anchor and scores.get(Kind.DEADLINE, 0.0) < 3 and not works:
        scores[Kind.AFTER if evidence.anchor_after else Kind.BEFORE] = 4.2


def _hands_in(evidence: Evidence) -> bool:
    """Whether something is handed in; "chương trình" and "trình bày" have but the letters of it."""
    handed = evidence.words & HANDING_IN
    return bool(handed) and (handed != {"trinh"} or not evidence.words & {"chuong", "bay"})


_WHERE_TO = frozenset({"dau", "ai"})
_THIS = frozenset({"nay", "this"})
_OVER = frozenset({"xong", "het", "over"})


def _days(scores: Scores, evidence: Evidence) -> None:
    """A named day asks for its plan unless something particular on it is asked."""
    when = evidence.when
    if when.day is None and when.part is None:
        return
    score = 2.4
    if when.part is not None and scores.get(Kind.WHEN, 0.0) >= 3 and Kind.AGENDA not in scores:
        scores.pop(Kind.NEXT, None)  # "buổi chiều mấy giờ họp lại": when it begins, not all that follows
    if {Kind.AGENDA, Kind.NEXT} & scores.keys():
        score += 1.5
    if Kind.TASKS in scores and not evidence.body:
        score += 1.6
        scores.pop(Kind.TASKS)
    if Kind.EXISTS in scores and not evidence.heavy:
        score += 1.5
    if Kind.NOW in scores and isinstance(when.day, Offset) and when.day.days:
        scores.pop(Kind.NOW)  # "what is happening tomorrow"
        score += 1.5
    elif Kind.NOW in scores:
        score += 0.5
    if evidence.heavy and (Kind.EXISTS in scores or evidence.topic):
        score -= 0.6
    beside = {Kind.AFTER, Kind.BEFORE} & scores.keys() and when.day is None and not evidence.concepts & _MEALS
    scores[Kind.DAY] = min(score, 4.1) if beside else score  # "sau giải lao chiều làm gì": of two breaks the later


_MEALS = frozenset({"lunch", "dinner", "meals", "breakfast"})
"""What parts the halves of a day: what comes behind it is a half."""


def _places(scores: Scores, evidence: Evidence) -> None:
    """ "Where do we go on day 2" asks for the day."""
    if evidence.when.day is not None and not evidence.content and Kind.WHERE in scores and Kind.DAY in scores:
        scores[Kind.DAY] = scores[Kind.WHERE] + 0.1
    of_topic = {"de", "tai"} <= evidence.words
    if (
        "nao" in evidence.words
        and evidence.words & {"o", "tai"}
        and not of_topic
        and max(scores.values(), default=0.0) < 2.5
    ):
        scores[Kind.WHERE] = 3.0


def _clocks(scores: Scores, evidence: Evidence) -> None:
    """A clock time alone asks what is on then."""
    if evidence.when.clock is None:
        return
    scores.pop(Kind.NOW, None)  # "đang … lúc 10g30" is about that hour
    placed = any(kind in (Kind.DEADLINE, Kind.WHERE) for kind, _ in evidence.cues)
    if (not evidence.heavy or _items_only(evidence)) and not placed:
        scores[Kind.AT] = max(4.0, scores.get(Kind.DAY, 0.0) + 0.1)
    elif Kind.WHO in scores:
        scores[Kind.AT] = 2.6
    elif not scores.keys() - {Kind.EXISTS}:
        scores[Kind.WHEN] = 2.5


_OFFERED = words_in("meals lodging gift transport documents allowance badge water certificate")
"""What somebody is invited to or given at the conference: "được mời cơm" does not ask who may come."""


def _items_only(evidence: Evidence) -> bool:
    """Whether nothing is named but items as such: "14h có những báo cáo nào ở các phòng"."""
    return all(unit.generic or unit.code in _ITEMS or _ROOM_CODE.match(unit.code) for unit in evidence.content)


_ITEMS = frozenset({"@report", "@paper", "@topic_talk", "@speech", "bai", "phong", "noi", "dung", "giua", "chung"})


_ROOM_CODE = re.compile(r"[a-z]{1,3}\d+(?:[.-]\d+)*$")


def _numbers(scores: Scores, evidence: Evidence) -> None:
    """ "How many are invited" asks for a number, not whether somebody may come."""
    if scores.get(Kind.COUNT, 0.0) >= 3 or evidence.concepts & _OFFERED:
        _add(scores, Kind.MAY_ATTEND, -1.5)


def _named(scores: Scores, evidence: Evidence) -> None:
    """ "Báo cáo viên của Cục tên là gì": the name of somebody, not of the conference."""
    others = [u for u in evidence.content if not u.generic and u.code not in evidence.title]
    if Kind.TITLE in scores and "ten" in evidence.words and others:
        _add(scores, Kind.TITLE, -2.0)
        scores[Kind.WHO] = max(scores.get(Kind.WHO, 0.0), 3.0)


def _paper(scores: Scores, evidence: Evidence) -> None:
    """Questions about the plan itself lose when something else is its object ("ai ban hành giấy mời")."""
    others = [u for u in evidence.content if not u.generic and u.code not in _PAPER | evidence.issuer]
    others = [u for u in others if u.code not in evidence.title or Kind.CHAIR not in scores]
    if others:
        for kind in (Kind.SIGNER, Kind.ISSUER, Kind.DOC_DATE, Kind.DOC_NUMBER):
            if kind in scores:
                _add(scores, kind, -3.0)
                instead = Kind.WHEN if kind is Kind.DOC_DATE else Kind.WHO
                scores[instead] = max(scores.get(instead, 0.0), 3.0)
        if Kind.CHAIR in scores:
            _add(scores, Kind.CHAIR, -1.5)
            scores[Kind.WHO] = max(scores.get(Kind.WHO, 0.0), 3.0)


_PAPER = frozenset({"ke", "hoach", "van", "ban", "plan", "thong", "bao", "cong"})


def _chairing(scores: Scores, evidence: Evidence) -> None:
    """ "chủ trì hội nghị sơ kết là ai": the words of one cue, apart."""
    own = all(unit.generic or unit.code in evidence.title for unit in evidence.content)
    if {"chu", "tri"} <= evidence.words and scores.get(Kind.WHO, 0.0) >= 3 and own:
        scores[Kind.CHAIR] = max(scores.get(Kind.CHAIR, 0.0), 3.6)


def _sending(scores: Scores, evidence: Evidence) -> None:
    """ "kế hoạch gửi cho những nơi nào": whom the paper goes to."""
    named = {unit.code for unit in evidence.content} - {"gui"}
    if "gui" in evidence.words and named and named <= _PAPER and {Kind.WHO, Kind.WHERE} & scores.keys():
        scores[Kind.RECIPIENTS] = max(scores.get(Kind.RECIPIENTS, 0.0), 3.8)


def _issuing(scores: Scores, evidence: Evidence) -> None:
    """ "kế hoạch ban hành ngày mấy": when the paper was issued, not when the conference is."""
    named = {unit.code for unit in evidence.content} - {"hanh", "ki"}
    spoken = evidence.words & {"hanh", "ki"}
    if spoken and named <= _PAPER and {"ke", "van"} & evidence.words and scores.get(Kind.WHEN, 0.0) >= CLEAR:
        scores[Kind.DOC_DATE] = max(scores.get(Kind.DOC_DATE, 0.0), 3.8)


def _counts(scores: Scores, evidence: Evidence) -> None:
    """ "bao nhiêu khách mời" counts; "bao nhiêu phút" was a duration already."""
    if scores.get(Kind.COUNT, 0.0) >= 3 and Kind.NOW in scores:
        _add(scores, Kind.NOW, -1.5)  # "bây giờ có bao nhiêu đại biểu"
    if scores.get(Kind.COUNT, 0.0) >= 3 and Kind.ATTENDEES in scores:
        _add(scores, Kind.ATTENDEES, -1.5)
    if Kind.COUNT in scores and scores.get(Kind.WHEN, 0.0) >= CLEAR:
        _add(scores, Kind.COUNT, -1.5)
    if scores.get(Kind.DURATION, 0.0) >= 3 and Kind.WHEN in scores:
        scores[Kind.DURATION] = max(scores[Kind.DURATION], scores[Kind.WHEN] + 0.1)  # it tells the hours too
    if Kind.COUNT in scores and (Kind.DURATION in scores or Kind.TIME_LEFT in scores):
        _add(scores, Kind.COUNT, -1.5)


def _yes_or_no(scores: Scores, evidence: Evidence) -> None:
    """ "có … không" is a question of its own; a "không" without "có" may be a mere particle."""
    if Kind.CHANGES in scores and "party" in evidence.concepts and {"lien", "hoan"} <= evidence.words:
        scores.pop(Kind.CHANGES)  # "có liên hoan không": a party, and nothing put off
        scores[Kind.EXISTS] = CLEAR
    if Kind.EXISTS in scores and ("co" in evidence.words or "duoc" in evidence.words):
        scores[Kind.EXISTS] = max(scores[Kind.EXISTS], CLEAR)


def _work(scores: Scores, evidence: Evidence) -> None:
    """ "làm gì" needs somebody who does it; "ai … gì" asks for the person."""
    if Kind.TASKS in scores and not evidence.body and not evidence.heavy:
        _add(scores, Kind.TASKS, -1.5)
        scores[Kind.AGENDA] = max(scores.get(Kind.AGENDA, 0.0), 2.0)
    if Kind.TASKS in scores and scores.get(Kind.WHO, 0.0) >= 3:
        _add(scores, Kind.TASKS, -1.0)
    if evidence.department and Kind.ROOM in scores:
        scores[Kind.WHO] = 3.0
    if Kind.WHO in scores and Kind.ROOM in scores:
        _add(scores, Kind.ROOM, -2.0)
        scores[Kind.WHO] = max(scores[Kind.WHO], 3.0)


def _attendance(scores: Scores, evidence: Evidence) -> None:
    """ "ai ở xã được đi dự": who, with a word for taking part, asks for those invited."""
    named = {unit.code for unit in evidence.content if not unit.generic}
    level_alone = bool(named) and named <= _LEVELS  # "ai trong xã được đi"
    if (evidence.attending or level_alone) and scores.get(Kind.WHO, 0.0) >= 3 and Kind.MAY_ATTEND not in scores:
        scores[Kind.ATTENDEES] = max(scores.get(Kind.ATTENDEES, 0.0), 3.4)


_LEVELS = frozenset({"@province", "@district", "@commune", "@central"})


def _practical(scores: Scores, evidence: Evidence) -> None:
    """A practical matter that nothing else claims."""
    if evidence.topic:
        scores[Kind.TOPIC] = 2.5
    if "arrival" in evidence.concepts and (Kind.DEADLINE in scores or Kind.WHEN in scores):
        scores[Kind.WHEN] = 3.6
    if Kind.END in scores and _hands_in(evidence):
        scores[Kind.DEADLINE] = max(scores.get(Kind.DEADLINE, 0.0), scores[Kind.END] + 0.1)  # "gửi đến khi nào"
    if Kind.TITLE in scores and Kind.DAY in scores:
        _add(scores, Kind.TITLE, -2.0)
    if Kind.END in scores and scores[Kind.END] < 3 and {Kind.WHEN, Kind.WHERE} & scores.keys():
        scores[Kind.END] = scores.get(Kind.WHEN, 1.0) + 0.3 if Kind.WHEN in scores else 1.0
    if Kind.END in scores and scores[Kind.END] < 3 and Kind.DEADLINE in scores:
        scores[Kind.END] = 1.0


def _agenda(scores: Scores, evidence: Evidence) -> None:
    """ "chương trình" beside another question word names the conference rather than asks for its agenda."""
    if Kind.AGENDA in scores and any(
        score >= 3 for kind, score in scores.items() if kind not in (Kind.AGENDA, Kind.TASKS, Kind.EXISTS)
    ):
        _add(scores, Kind.AGENDA, -1.0)
    if Kind.AGENDA in scores and evidence.heavy and Kind.EXISTS in scores:
        scores[Kind.AGENDA] = min(scores[Kind.AGENDA], 2.0)


def _listing(scores: Scores, evidence: Evidence) -> None:
    """ "học những chuyên đề nào": the items of one noun, where nothing else is asked."""
    bodies = evidence.concepts & _PLACED
    plural = "nao" in evidence.words and evidence.words & {"nhung", "cac"} and not bodies
    if plural and evidence.concepts & _LISTED and max(scores.values(), default=0.0) < 2.5:
        scores[Kind.AGENDA] = 2.6


def _running(scores: Scores, evidence: Evidence) -> None:
    """ "giờ này đang có những phiên nào": of the programme what is on, not the whole of it."""
    if Kind.NOW in scores and Kind.AGENDA in scores and "dang" in evidence.words and evidence.words & _ITEM_WORDS:
        scores[Kind.NOW] = max(scores[Kind.NOW], scores[Kind.AGENDA] + 0.1)


_ITEM_WORDS = frozenset({"phien", "muc", "phan", "bao", "tiet", "bai"})


def _performing(scores: Scores, evidence: Evidence) -> None:
    """ "xã nào phải đọc tham luận": who does, where nothing else is asked of the place."""
    placed = "nao" in evidence.words and evidence.words & {"xa", "huyen", "tinh", "phuong", "tran", "commune"}
    if placed and evidence.concepts & _PERFORMED and max(scores.values(), default=0.0) < 2:
        scores[Kind.WHO] = 2.6


_PERFORMED = frozenset({"paper", "speech", "performance"})
_LISTED = frozenset({"topic_talk", "paper", "report", "performance", "speech", "visit", "discussion", "resolution"})
_PLACED = frozenset({"commune", "district", "province"})
""" "Những xã nào tham luận" asks for the communes, not for the items."""


def _edges(scores: Scores, evidence: Evidence) -> None:
    """ "ai tham luận đầu tiên": the first of several, and who that is."""
    if scores.get(Kind.FIRST, 0.0) >= 3 and scores.get(Kind.WHO, 0.0) >= 3 and evidence.heavy:
        scores[Kind.FIRST] = scores[Kind.WHO] + 0.1
    for edge in (Kind.FIRST, Kind.LAST):  # "nội dung cuối cùng ngày 12": of that day the one item
        if scores.get(edge, 0.0) >= 3 and Kind.DAY in scores and not _ASKED_OF_ITEM & scores.keys():
            scores[edge] = max(scores[edge], scores[Kind.DAY] + 0.1)


_ASKED_OF_ITEM = frozenset({Kind.WHEN, Kind.WHERE, Kind.WHO, Kind.ROOM, Kind.DURATION, Kind.DEADLINE, Kind.COUNT})


def _numbered(scores: Scores, evidence: Evidence) -> None:
    """ "mục thứ ba": the item at that place, where nothing else is asked of it."""
    if any(unit.code.startswith("thu") and unit.code[3:].isdecimal() for unit in evidence.content):
        scores[Kind.NTH] = 2.9


def _small_talk(scores: Scores, evidence: Evidence) -> None:
    """A greeting counts only when nothing else is said."""
    rest = scores.keys() - {Kind.GREETING, Kind.THANKS}
    for kind in (Kind.GREETING, Kind.THANKS):
        if kind in scores:
            scores[kind] = 0.5 if evidence.heavy or any(scores[other] >= 2 for other in rest) else 3.0
    asked = any(scores[other] >= CLEAR for other in rest - {Kind.HELP})
    if Kind.HELP in scores and evidence.heavy and (asked or len(evidence.content) > _OF_DESK):
        scores[Kind.HELP] = 0.5  # "khi nào hướng dẫn sử dụng thư viện"


_OF_DESK = 2
"""Words that somebody may add who asks how to use this desk; more name something else to be used."""

_RULES: tuple[Callable[[Scores, Evidence], None], ...] = (
    _relations,
    _days,
    _places,
    _clocks,
    _numbers,
    _paper,
    _named,
    _attendance,
    _chairing,
    _sending,
    _issuing,
    _counts,
    _yes_or_no,
    _work,
    _practical,
    _agenda,
    _listing,
    _running,
    _performing,
    _edges,
    _numbered,
    _small_talk,
    _overriding,
)
