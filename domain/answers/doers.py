"""Answers about who does it: responsible units and persons, who performs an item, what a unit has to do."""

import re
from collections.abc import Callable

from domain.answers import contacts, funds, offices, people, reporting, sequence, working
from domain.answers.asked import SURE, TIE, Asked, sources_of
from domain.answers.entries import Hit, Sort
from domain.answers.named import begun
from domain.answers.offices import PERSON
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.scope import names_own_group
from domain.answers.sending import HANDING_IN
from domain.answers.texts import letters_of
from domain.answers.values import Answer, NowNext, PlanField, Quoted, Responsible
from domain.conference import Session, Task
from domain.vietnamese import CAPITALS, search_key


def who(asked: Asked) -> Answer | None:
    """Who does something: the first of the rules that has an answer, else the item's person or the task's unit."""
    for rule in _WHO:
        if (found := rule(asked)) is not None:
            return found
    if not asked.specific() or asks_which_body(asked):
        return None  # "Cụm phó là tỉnh nào": a unit by its role, or nothing
    return _doer(asked)


def _doer(asked: Asked) -> Answer | None:
    """The persons of the items that are meant, else the units whose tasks are."""
    hits = asked.index.search(_without_verb(asked), Sort.TASK, Sort.SESSION)
    best = asked.best([hit for hit in hits if asked.holds_topics(hit.entry) and _leaves_nothing(asked, hit)], 0.55)
    sessions = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Session)]
    tasks = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Task)]
    named = [session for session in sessions if session.responsible] or begun(asked.index, sessions)
    if (verb := working.verb_asked(asked)) is not None:
        if prepared := working.tasks_to(asked, verb):
            return asked.led(prepared[:3])
        named = [session for session in named if f" {verb} " in f" {letters_of(session.title)} "]
    if _NAME.search(asked.u.key):
        named = [session for session in named if PERSON.search(session.responsible or "")]
    if named and not (tasks and _about_work(asked)):
        return Responsible(lines=asked.lines(named[:4]), sources=sources_of(named[:4]))
    shown = _performed(asked, hits)
    bodies_asked = tasks and _BODY_ASKED.search(asked.u.key)
    if shown and not _about_work(asked) and not bodies_asked:
        return _speaker_in_title(asked, shown) or _arranged(asked) or asked.no_information("who")
    return _worker(asked, tasks or _meant_by_all(asked)) or _nobody_behind(asked, sessions)


def _arranged(asked: Asked) -> Answer | None:
    """ "Ai nấu cơm trưa": the work of arranging what the agenda has without anybody behind it."""
    things = {unit.code for unit in asked.specific() if unit.code.startswith("@")}
    if not things & _ARRANGED or _PERFORMS.search(asked.u.key):
        return None
    hits = [hit for hit in asked.index.search(asked.u.content, Sort.TASK) if things <= hit.entry.own]
    tasks = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task)]
    return asked.led(tasks) if 0 < len(tasks) <= 2 else None


_ARRANGED = words_in("@meals @lunch @dinner @breakfast @break @party @performance @flag @registration @reception")
"""Items that somebody has to see to, and that nobody gives."""


def _meant_by_all(asked: Asked) -> list[Task]:
    """The tasks that the whole question means, its verb with it."""
    hits = asked.best(asked.index.search(asked.specific() or asked.u.content, Sort.TASK), 0.55)
    return [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Task) and _leaves_nothing(asked, hit)]


def _worker(asked: Asked, tasks: list[Task]) -> Answer | None:
    """The units of the tasks; a task that has somebody invited does not tell who they are."""
    if not tasks:
        return None
    if not _about_work(asked) and _IDENTITY.search(asked.u.key):
        return asked.no_information("who")
    return asked.led(tasks[:3])


def _nobody_behind(asked: Asked, sessions: list[Session]) -> Answer | None:
    """Of items without anybody behind them: who their titles name, else that it is not known."""
    return (_speaker_in_title(asked, sessions) or asked.no_information("who")) if sessions else None


def _awardees(asked: Asked) -> Answer | None:
    if not _asks_recipients(asked) or _fetched(asked):
        return None
    return people.honoured(asked) or asked.no_information("awardees")


def _fetched(asked: Asked) -> bool:
    """ "Ai đi nhận cờ mang tới": the work of fetching what others are given."""
    if not _FETCHES.search(asked.u.key):
        return False
    hits = asked.index.search(asked.u.content, Sort.TASK)
    return any("nhan" in hit.entry.own and hit.coverage >= SURE for hit in hits)


_FETCHES = re.compile(r"\b(?:ai|don vi nao|nguoi nao)(?: se)? (?:di|phu trach|lo|chiu trach nhiem|len|ve) nhan\b")


def _contact(asked: Asked) -> Answer | None:
    return contacts.contact(asked) if "contact" in asked.u.concepts else None


def _co_chair(asked: Asked) -> Answer | None:
    """ "Ai đồng chủ trì": the line of those in the chair, where it names one."""
    chair = asked.conference.chair
    if chair is None or not (_CO_CHAIRS.search(asked.u.key) and _CO_CHAIRS.search(search_key(chair))):
        return None
    return PlanField(field="chair", value=chair)


_CO_CHAIRS = re.compile(r"\bdong chu (?:tri|toa)\b|\bco chair")


def _own_group(asked: Asked) -> Answer | None:
    """ "Đội em chung với trường nào": how groups are made up a plan does not tell."""
    return asked.no_information("who") if asked.u.own and names_own_group(asked.u.key) else None


def _coordinating(asked: Asked) -> Answer | None:
    """ "Ai phối hợp với X làm Y": the units that work with another on the task that is meant."""
    if not _TOGETHER.search(asked.u.key):
        return None
    hits = asked.best(asked.index.search(asked.specific(), Sort.TASK), 0.55)
    tasks = [h.entry.ref for h in hits if isinstance(h.entry.ref, Task) and h.entry.ref.coordinating]
    if not tasks:
        return None
    return asked.led(tasks[:2])


_TOGETHER = re.compile(r"\bphoi hop\b|\btogether with\b|\bcoordinat")


_TO_WHOM = re.compile(r"(?<!\w)(?:cho|toi|den|tang) (?:nhung )?(?:ai|nguoi nao|don vi nao|doi tuong nao)(?!\w)|to whom")


def _receivers(asked: Asked) -> Answer | None:
    """ "… trao cho ai": the statement that says to whom, else that it is not known; who does it is no answer."""
    if not _TO_WHOM.search(asked.u.key) or asked.u.asks(Kind.RECIPIENTS):
        return None
    said = tuple(u for u in asked.u.content if u.code in asked.index.postings or u.code not in HANDING_IN)
    hits = asked.best(asked.index.search(said, Sort.SESSION, Sort.TASK, Sort.FACT))
    saying = [hit for hit in hits if re.search(r"\b(?:cho|tới|đến|về) ", hit.entry.text)]
    if not saying:
        return asked.no_information("who")
    return Quoted(texts=tuple(dict.fromkeys(people.statement(asked, hit) for hit in saying))[:2])


_PERFORMS = re.compile(
    r"\b(?:ai|who|(?:don vi|co quan|tinh|huyen|xa|so|nganh|phong|truong|doan|to chuc) nao)"
    r" (?:se |phai |duoc |co |len |will )*"
    r"(?:trinh bay|doc|phat bieu|tham luan|bao cao tham luan|gives?|delivers?|presents?)\b"
)


def _performing(asked: Asked) -> Answer | None:
    """Who performs the items that are meant: by the programme's own column, else by their titles."""
    if not _PERFORMS.search(asked.u.key) or not asked.specific():
        return None
    hits = asked.index.search(_without_verb(asked), Sort.TASK, Sort.SESSION)
    if performers := _performers(asked, hits):
        return Responsible(lines=asked.lines(performers), sources=sources_of(performers))
    found = asked.best([hit for hit in hits if isinstance(hit.entry.ref, Session)], 0.55)
    return _speaker_in_title(asked, [hit.entry.ref for hit in found if isinstance(hit.entry.ref, Session)])


def _performers(asked: Asked, hits: list[Hit]) -> list[Session]:
    """The items with somebody behind them: who presents stands on the agenda, not among those who prepare."""
    found = asked.best([hit for hit in hits if isinstance(hit.entry.ref, Session) and hit.entry.ref.responsible], 0.55)
    return [hit.entry.ref for hit in found if isinstance(hit.entry.ref, Session)][:4]


def _performed(asked: Asked, hits: list[Hit]) -> list[Session]:
    """The items that begin with what is asked about, when no task explains more: who prepares it does not do it."""
    least = max(SURE, TIE * _explained_by(hits, Sort.TASK))
    return [
        hit.entry.ref
        for hit in hits
        if isinstance(hit.entry.ref, Session) and hit.coverage >= least and hit.entry.first & _spoken(asked)
    ]


def _spoken(asked: Asked) -> frozenset[str]:
    return asked.u.words | {unit.code for unit in asked.u.content}


def _explained_by(hits: list[Hit], sort: Sort) -> float:
    return max((hit.coverage for hit in hits if hit.entry.sort is sort), default=0.0)


_WHAT_BODY = re.compile(r"\bla (?:tinh|don vi|co quan|huyen|xa|phong|so|chi nhanh) nao\b")


def asks_which_body(asked: Asked) -> bool:
    """Whether a unit is asked for by its role: what else is said of that role is no answer."""
    return bool(_WHAT_BODY.search(asked.u.key))


def _speaking_now(asked: Asked) -> Answer | None:
    """ "phần này ai nói": who is in charge of what is on."""
    if asked.specific() or asked.now is None or not {"nay", "dang", "now"} & asked.u.words:
        return None
    found = sequence.now_next(asked, "now")
    named = tuple(line for line in found.now if line.by) if isinstance(found, NowNext) else ()
    return Responsible(lines=named) if named else None


_IDENTITY = re.compile(
    r"\b(?:la|gom) (?:nhung )?(?:ai|(?:\w+ ){1,2}nao)\b"
    r"|\bten (?:la )?gi\b"
)
"""Asks who somebody is: a task that has them invited does not tell."""


def _leaves_nothing(asked: Asked, hit: Hit) -> bool:
    """Whether a task that explains half of the question leaves out no thing that the programme speaks of elsewhere."""
    if hit.coverage >= SURE or not isinstance(hit.entry.ref, Task):
        return True
    things = [u.code for u in asked.specific() if u.code.startswith("@") and u.code in asked.index.postings]
    return all(code in hit.entry.units for code in things)


def _without_verb(asked: Asked) -> tuple[Unit, ...]:
    """The content without the verb right behind "ai" or "phòng nào" when the programme never uses it ("ai nấu cơm")."""
    words = [token.word for token in asked.u.tokens]
    behind = {place + 1 for place, word in enumerate(words) if word in ("ai", "nao", "who")}
    kept = tuple(
        unit
        for unit in asked.u.content
        if unit.at not in behind
        or unit.code.startswith("@")
        or (unit.code in asked.index.postings and not _issues(asked, unit))
    )
    return kept or asked.u.content


def _issues(asked: Asked, verb: Unit) -> bool:
    """ "Ai phát giấy triệu tập": what is handed out, where no statement uses this verb of it."""
    given = next((unit for unit in asked.u.content if unit.at == verb.at + 1 and unit.code in _HANDED_OUT), None)
    if verb.code != "phat" or given is None:
        return False
    return not any(hit.coverage > SURE for hit in asked.index.search((verb, given), Sort.TASK))


_HANDED_OUT = words_in("@invitation @documents @badge @tickets")


_SPEAKER = re.compile(
    r"(?:của|do)\s+(?:đồng chí|đ/c|lãnh đạo|đại diện|ông|bà|chủ tịch|phó|bí thư|giám đốc|hội đồng|trưởng|hiệu trưởng"
    r"|thường trực)|(?:^|[–-] )(?:đồng chí|đ/c|ông|bà|TS|ThS|PGS|GS|BS)\b"
    r"|(?:phát biểu|tham luận|thảo luận) (?:của )?(?:các )?đại biểu",
    re.IGNORECASE,
)


_BODY_ASKED = re.compile(
    r"\b(?:don vi|co quan|chi hoi|chi bo|chi doan|thon|ap|xom|ban|khoa|to|nganh|doan|cau lac bo|lop|truong|xa) nao\b"
)
"""Asks for a body: who prepares an item is an answer then."""

_NAME = re.compile(r"\bten (?:la )?gi\b")

_BY_NAME = re.compile(r"(?:cu the|dong chi nao|ong nao|ba nao|ten gi|ten la|danh sach)")
"""Asks for names; an office or "các đại biểu" is none."""


def _about_work(asked: Asked) -> bool:
    words = asked.u.words
    return bool(words & _WORKING) or {"phu", "trach"} <= words or {"phat", "hanh"} <= words


_WORKING = words_in("lo nhiem gui chuan care charge responsible prepare prepares arrange arranges send sends")

_BODIES = (
    r"(?:ấp|thôn|bản|xóm|khu phố|tổ dân phố|xã|phường|thị trấn|huyện|tỉnh|hội|phòng|sở|ban|trường|chùa|công ty|tập đoàn"
    r"|hợp tác xã|htx|đoàn|khoa|chi bộ|chi hội|trạm|trung tâm|ông|bà|đồng chí|đ/c|công đoàn|bệnh viện|gia đình|dòng họ)"
)
_BODY_SPEAKS = re.compile(
    rf"(?:[Pp]hát biểu|[Tt]ham luận)(?: của (?:[^\W\d_]+ ){{0,2}}[{CAPITALS}]"
    rf"|(?: của [^\W\d_]+(?: [^\W\d_]+){{0,3}})?\s*[:(]\s*(?:[Đđ]ại diện |[Cc]ác |[Ll]ãnh đạo )?(?i:{_BODIES})\s)"
)
"""Names of bodies: "Tham luận của các xã Tân Phong, Bình Hòa"; "của 05 công đoàn" names none."""


def _speaker_in_title(asked: Asked, sessions: list[Session]) -> Answer | None:
    """ "Phát biểu của lãnh đạo tỉnh" names its speaker itself."""
    named = [s for s in sessions if any(told.search(s.title) for told in (_SPEAKER, _BODY_SPEAKS, offices.TITLED))]
    if not named or _BY_NAME.search(asked.u.key):
        return None
    return Responsible(lines=asked.lines(named[:4]), sources=sources_of(named[:4]))


_GIVEN = re.compile(r"\bduoc (?:tang|trao|phong tang|vinh danh|bau chon|nhan (?:co|bang|giai|danh hieu))\b")
_WINNING = words_in("receives gets won wins winner winners thang doat trung")


def _asks_recipients(asked: Asked) -> bool:
    """ "ai được khen thưởng", "danh sách người được khen": names that a plan does not hold."""
    words = asked.u.words
    honoured = "award" in asked.u.concepts or "merit" in asked.u.concepts
    passive = "duoc" in words or "nhan" in words or "list" in asked.u.concepts or bool(words & _WINNING)
    given = bool(_GIVEN.search(" ".join(token.word for token in asked.u.tokens)))
    return ((honoured and passive) or given) and not asked.u.asks(Kind.DEADLINE, Kind.WHEN, Kind.COUNT)


_WHO: tuple[Callable[[Asked], Answer | None], ...] = (
    _awardees,
    _contact,
    _own_group,
    _co_chair,
    _receivers,
    offices.signing_office,
    _speaking_now,
    offices.post_of,
    offices.leader,
    offices.body_named,
    offices.holders_named,
    offices.named_in_office,
    _coordinating,
    people.of_kind,
    funds.payer,
    funds.provider,
    reporting.on_a_matter,
    _performing,
)
"""What is tried, in this order, before the agenda and the tasks are searched for who does something."""
