"""Whether an answer is enough: it may leave out nothing that weighs, whatever kind of answer it is."""

import re

from domain.answers.asked import Asked
from domain.answers.conditions import asks_condition, holds_condition, leaves_span
from domain.answers.coverage import explained, unexplained
from domain.answers.holding import CLEAR, HOLDING
from domain.answers.money import COSTS, asks_price
from domain.answers.offices import SOMEBODYS_NAME
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.scope import OWN_WORDS
from domain.answers.texts import codes_of, read
from domain.answers.values import (
    Answer,
    Attendance,
    Deadline,
    Existence,
    MomentTimes,
    Neighbour,
    PlanField,
    Practical,
    Quoted,
    Responsible,
    SessionTimes,
    Unanswered,
    UnitTasks,
    WhereIs,
)
from domain.conference import Source
from domain.nested import texts_in
from domain.vietnamese import search_key

NEARLY = 0.7
"""Share of the question from which a statement may leave out a word that the paper never uses."""

COVERED = 0.38
"""Share of its content that an answer must speak of to be one."""

COUNTED = 0.7
"""The same of a statement with a number, where a number is asked for."""

INVITED = 0.7
"""The same of the lines of those invited, where these are asked for."""

AFFIRMED = 0.6
"""The same of what is affirmed by a "yes"."""

WHOLLY = 0.85
"""The same of a statement without a condition, where the question has one."""

HEAVY = 1.5
"""What a word weighs that no answer may leave out which says "yes", or what stands beside an item."""

RARE = 2.95
"""What a word weighs that hardly another statement uses: the one that does is what is asked about."""


def covers(asked: Asked, found: Answer) -> bool:
    """Whether an answer leaves out nothing that weighs: a condition, an object, a person or a place."""
    if isinstance(found, Practical) and found.topic in _CONDITIONS and found.topic in asked.u.concepts:
        return explained(asked, found) >= COVERED
    if isinstance(found, Practical | Quoted) and asks_condition(asked):
        sought = any(asked.u.score(kind) >= CLEAR for kind in HOLDING)
        return any(map(holds_condition, found.texts)) or (sought and explained(asked, found) >= WHOLLY)
    if isinstance(found, Unanswered):
        return True
    if isinstance(found, Existence | Quoted) and leaves_span(asked, found):
        return False
    if isinstance(found, Attendance) and asked.u.kind is Kind.COUNT and not _has_number(found):
        return False
    if isinstance(found, Quoted | Responsible | Practical | Neighbour) and asked.u.score(Kind.COUNT) >= CLEAR:
        return not isinstance(found, Neighbour) and _counts(asked, found)
    if _ASKS_NAME.search(asked.u.key) and asked.u.score(Kind.WHO) >= CLEAR and not _names_somebody(found):
        return False
    if _leaves_strange(asked, found) or _leaves_thing(asked, found):
        return False
    return not _leaves_number(asked, found) and _speaks_of_it(asked, found)


_CONDITIONS = frozenset({"absence"})
"""Matters that are a condition by themselves: what is said of those who cannot come holds for that case."""


def _leaves_strange(asked: Asked, found: Answer) -> bool:
    """Whether an item or a statement is told that does not bear a word of the question which the paper never uses."""
    if isinstance(found, Responsible | Deadline | Quoted | UnitTasks):
        return explained(asked, found) < NEARLY and any(
            unit.weight >= HEAVY and not asked.index.speaks(unit) and not (_only_does(unit) or _askers_own(asked, unit))
            for unit in unexplained(asked, found)
        )
    if not isinstance(found, SessionTimes | MomentTimes | WhereIs) or (isinstance(found, WhereIs) and not found.lines):
        return False
    heavy = [unit for unit in asked.specific() if unit.weight >= HEAVY and unit.code != "@gather"]
    strange = [unit for unit in heavy if not unit.is_in(asked.index.postings.keys())]
    strange += [unit for unit in heavy if unit.code in asked.index.postings and not asked.index.speaks(unit)]
    return bool(set(strange) & set(unexplained(asked, found)))


def _only_does(unit: Unit) -> bool:
    """Whether a word only says in another way what one does, or by what one comes: "ai soạn giấy mời"."""
    return unit.code == "@contact" or bool(_DOING.match(unit.typed))


_DOING = re.compile(
    r"(?:lập|soạn|viết|giữ|trả|nấu|chạy|dời|mua|thuê|lo|đặt|ngủ|máy|ô|tô|đóng|màu|chỉ|lấy|nhận|phối|m[êệ]t|lên|xuống|sang|qua"
    r"|lap|soan|viet|giu|nau|chay|met|o|to|may|problem|duty|motorbike|arranges?|handles?|organi[sz]es?)$"
)


def _leaves_thing(asked: Asked, found: Answer) -> bool:
    """Whether a thing with a name of its own is asked about which neither the paper nor the answer ever mentions."""
    if not isinstance(found, Responsible | Deadline | Practical | UnitTasks) or _TOO_LATE.search(asked.u.key):
        return False
    things = [unit for unit in asked.specific() if unit.code.startswith("@") and unit.code not in asked.index.postings]
    things = [unit for unit in things if not any(code in asked.index.postings for code in unit.others)]
    return any(not _askers_own(asked, unit) for unit in set(things) & set(unexplained(asked, found)))


def _askers_own(asked: Asked, unit: Unit) -> bool:
    """ "Phòng em", "xã mình": who asks, and not what is asked about."""
    return any(token.word in OWN_WORDS for token in asked.u.tokens[unit.at + 1 : unit.at + 2])


_TOO_LATE = re.compile(r"\b(?:qua|het|tre|lo) han\b")
"""What was missed is the condition of the question and not what it asks for."""


def _leaves_number(asked: Asked, found: Answer) -> bool:
    """Whether "phiên 2" or "Tiểu ban 2" is asked about and the answer tells of others."""
    if not isinstance(found, SessionTimes | MomentTimes | WhereIs | Responsible | Quoted) or asked.u.kind is Kind.NTH:
        return False
    numbers = {unit.code for unit in asked.u.content if _NUMBERED.match(unit.code)}
    named = numbers - asked.index.own_units
    return bool(named) and named.isdisjoint(_said_codes(found))


_NUMBERED = re.compile(r"thu\d{1,2}$|\d{1,2}$")


def _said_codes(found: Answer) -> set[str]:
    return set().union(*(codes_of(text) for text in texts_in(found, without=Source)))


_ASKS_NAME = re.compile(r"\bten (?:la )?(?:gi|chi)\b|\bten (?:cua )?ai\b|\bho ten\b|\bwhat is the name\b")


def _names_somebody(found: Answer) -> bool:
    return any(map(SOMEBODYS_NAME.search, texts_in(found, without=Source)))


def _speaks_of_it(asked: Asked, found: Answer) -> bool:
    match found:
        case PlanField(field="contact"):
            return True  # `contacts` has weighed what the number is for
        case Attendance() if asked.u.kind is Kind.ATTENDEES:
            return explained(asked, found) >= INVITED
        case Existence(present=True):
            return _affirms(asked, found)
        case Neighbour() if asked.u.anchor:
            return _stands_beside(asked, found)
        case Quoted() if not _adds(asked, found):
            return False
        case Responsible() if _leaves_whom(asked, found):
            return False
        case Responsible(lines=()) if _leaves_rare(asked, found):
            return False
        case _:
            return explained(asked, found) >= COVERED


def _has_number(found: Attendance) -> bool:
    return any(any(map(str.isdigit, text)) for text in texts_in(found, without=Source))


# --- numbers -------------------------------------------------------------------------------------------------------


def _counts(asked: Asked, found: Answer) -> bool:
    """Whether a statement puts a number to what is counted: a sum to a price, a share to each of a kind."""
    said = tuple(texts_in(found, without=Source))
    if asks_price(asked.u.key, asked.u.words) and not any(map(COSTS.search, said)):
        return False
    if _asks_fee(asked) and any(map(_SPENT.match, said)):
        return False
    if (shared := _PER_ONE.search(asked.u.key)) and not _shares(shared[1], said):
        return False
    if asks_share_of_people(asked) and not any(map(HEADS.search, said)):
        return False
    left = unexplained(asked, found, by_name=False)
    sure = COVERED if isinstance(found, Practical) else COUNTED
    return not any(unit.code.startswith("@") for unit in left) and explained(asked, found) >= sure


def _asks_fee(asked: Asked) -> bool:
    return "fee" in asked.u.concepts and "budget" not in asked.u.concepts


_SPENT = re.compile(r"(?:tổng )?kinh phí\b|budget", re.IGNORECASE)
"""What the whole costs is not what one pays."""

_PER_ONE = re.compile(
    r"\b(?:1|mot|moi) (phong|ban|xe|mam|giuong|lop|doi|nhom|to|doan|xa|huyen|don vi|truong|thon|leu|ghe|khoa"
    r"|vong|hang|cong ty|cty|doanh nghiep|chi (?:doan|hoi|bo)|nha(?: giao)?|ap|ban|ho|dai ly|to chuc|dia phuong"
    r"|tham luan|bao cao|tiet muc|tran)\b"
    r"|\b(?:each|every|per) (department|unit|commune|ward|district|school|delegation|team|group)\b"
)
""" "Mấy người một phòng": a share, which the number of all does not tell."""


def asks_share_of_people(asked: Asked) -> bool:
    """ "Mỗi đoàn mấy người": how many of each."""
    return bool(_PER_ONE.search(asked.u.key) and _OF_PEOPLE.search(asked.u.key))


_OF_PEOPLE = re.compile(r"\b(?:may|bao nhieu) nguoi\b|\bhow many people\b")
HEADS = re.compile(
    r"\d+ (?:người|đồng chí|đ/c|đại biểu|học sinh|học viên|trại sinh|sinh viên|đoàn viên|đảng viên|vận động viên"
    r"|thành viên|cán bộ|giáo viên|hội viên|cổ đông|khách|people|persons|delegates|members|students)\b",
    re.IGNORECASE,
)
"""Heads that a statement counts: "mỗi đoàn 02 lều" tells none."""


def _shares(noun: str, said: tuple[str, ...]) -> bool:
    """Whether a statement gives a number to each of a kind."""
    each = re.compile(rf"\b(?:moi|mot|01|1) (?:{_IN_VIETNAMESE.get(noun, noun)})\b")
    return any(each.search(search_key(text)) or _TO_EACH.search(text) for text in said)


_TO_EACH = re.compile(r"[^\W\d_]\s?/\s?[^\W\d_]{2}")
"""Something to each of a kind: "03 đại biểu/đơn vị"; a day has the same stroke."""


_IN_VIETNAMESE = {
    "cong ty": "cong ty|doanh nghiep|don vi|nha dau tu",
    "cty": "cong ty|doanh nghiep|don vi|nha dau tu",
    "doanh nghiep": "cong ty|doanh nghiep|don vi|nha dau tu",
    "department": "so|phong|cuc|khoa|ban",
    "unit": "don vi",
    "commune": "xa",
    "ward": "phuong",
    "district": "huyen",
    "school": "truong",
    "delegation": "doan",
    "team": "doi",
    "group": "to|nhom",
}


# --- yes, beside, rare ---------------------------------------------------------------------------------------------


def _affirms(asked: Asked, found: Existence) -> bool:
    strange = [unit for unit in unexplained(asked, found) if not asked.index.speaks(unit)]
    return explained(asked, found) >= AFFIRMED and not any(unit.weight >= HEAVY for unit in strange)


def _stands_beside(asked: Asked, found: Neighbour) -> bool:
    beside = (unit for unit in unexplained(asked, found) if unit not in asked.u.anchor)
    return not any(unit.weight >= HEAVY and not _kind_of_item(asked, unit) for unit in beside)


_KIND_OF_ITEM = words_in("@performance follow follows succeeds toi den talk presentation speech right immediately")
"""Words that ask for the item beside another and name none: "sau … là tiết mục gì"."""


def _kind_of_item(asked: Asked, unit: Unit) -> bool:
    typed = asked.word_of(unit)
    return bool({unit.code, typed} & _KIND_OF_ITEM)


def _adds(asked: Asked, found: Quoted) -> bool:
    """Whether what is quoted says a word that the question does not."""
    spoken = asked.u.words | {token.word for token in asked.u.tokens}
    return any(token.word not in spoken for text in found.texts for token in read(text)[0])


def _leaves_rare(asked: Asked, found: Answer) -> bool:
    """Whether a task leaves out half of the question, and a word of it that the programme uses once, elsewhere."""
    left = [unit for unit in unexplained(asked, found) if not unit.code.startswith("@")]
    rare = any(unit.weight >= RARE and asked.index.speaks(unit) for unit in left)
    return rare and explained(asked, found) < _HALF


def _leaves_whom(asked: Asked, found: Answer) -> bool:
    """Whether "ai là …" asks for somebody whom neither the answer nor the paper speaks of."""
    tokens = [token.word for token in asked.u.tokens]
    places = (at + len(row) for row in _WHO_IS for at in range(len(tokens)) if tokens[at : at + len(row)] == row)
    place = next(places, None)
    first = next((unit for unit in asked.specific() if place is not None and unit.at >= place), None)
    return first is not None and first in unexplained(asked, found) and not asked.index.speaks(first)


_WHO_IS = (["ai", "la"], ["who", "is", "the"], ["who", "are", "the"])

_HALF = 0.5
