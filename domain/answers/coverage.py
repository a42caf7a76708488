"""How much of a question its answer speaks of: one measure for every kind of answer.

Each word of content is explained by the answer's own words and source lines, by what the conference calls itself, or by
the matter that the answer is filed under. What nothing explains is a condition, an object, a person or a place that
was asked about and left out.
"""

import re
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from domain.answers.asked import Asked
from domain.answers.lexicon import stem
from domain.answers.money import PRICE_WORDS, SUM
from domain.answers.normalise import bare, folded
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.ranking import UNSPOKEN
from domain.answers.reached import REACHABLE
from domain.answers.repair import is_known_form
from domain.answers.statements import written_out
from domain.answers.texts import codes_of, meanings, pairs_of
from domain.answers.values import (
    Abilities,
    Answer,
    Changes,
    DayPlan,
    Deadline,
    Existence,
    Greeting,
    NowNext,
    OwnMatter,
    PlanField,
    Practical,
    SavedAnswer,
    UnitTasks,
    WhereIs,
    WholeAgenda,
)
from domain.nested import texts_in
from domain.vietnamese import search_key


def explained(asked: Asked, answer: Answer) -> float:
    """The share of the question's content, by weight, that the answer speaks of; 1 where there is none."""
    venue = isinstance(answer, WhereIs) and not answer.lines
    if venue or isinstance(answer, NowNext | Greeting | Abilities | OwnMatter | Changes | SavedAnswer):
        return 1.0  # found by what was asked, or what is said besides ("I come late") is no part of the question
    units = tuple(unit for unit in asked.specific() if not _relates(asked, unit))
    total = sum(_worth(asked, unit) for unit in units)
    if not total:
        return 1.0
    left = sum(_worth(asked, unit) for unit in unexplained(asked, answer))
    return 1.0 - left / total


_RELATING = words_in(
    """
    sau truoc after before right comes following next nghi giua choi chung bai mon ranh
    leave leaves depart tien xuat phat hanh song parallel tran dau played plays play
    """
)
"""Words that say how two items stand to each other, or that something is on: the answer's shape takes them up."""


def is_there(asked: Asked, unit: Unit) -> bool:
    """Whether a word tells what a thing is there for, and the paper has none for it."""
    return unit.typed in _BEING_THERE and not asked.index.speaks(unit)


_BEING_THERE = frozenset(
    ["chứa", "chở", "kê", "trưng", "bày", "đựng", "chiếu", "holds", "hold", "seats", "seat", "fit", "fits"]
)
""" "Hội trường chứa bao nhiêu người", "quầy trưng bày"."""

_PLACE_IN_ROW = re.compile(r"thu\d+$")


def _relates(asked: Asked, unit: Unit) -> bool:
    if unit.code in _COMING:
        return not asked.u.asks(Kind.EXISTS)
    if is_there(asked, unit):
        return True
    if unit.code == "@invitation" and "arrival" in asked.u.concepts:
        return True  # "tôi có giấy mời, phải có mặt trước mấy giờ"
    if unit.code in WHO_COMES and asked.u.concepts & _COMING_TOGETHER:
        return True  # "ngày đầu học sinh tập trung lúc mấy giờ": all who come begin with the first item
    return unit.code in _RELATING or bool(_PLACE_IN_ROW.match(unit.code)) or unit.code in _TAKING_PART


WHO_COMES = words_in("@gather @student @guest @delegate hoc vien doan trai sinh can bo dang")
"""Who is there from the first item on."""

_COMING_TOGETHER = frozenset({"gather", "arrival"})

_COMING = words_in("len xuong")
"""How one comes there, or to the desk to speak; who asks whether there is a way does ask about it."""


_TAKING_PART = words_in("di bring brings @arrival @opening @guest attend attends hoc cu moi trieu tap")
"""Coming, being invited, learning: what everybody does there."""


def unexplained(asked: Asked, answer: Answer, *, by_name: bool = True) -> tuple[Unit, ...]:
    """The content that neither the answer nor (`by_name`) what the conference is called speaks of.

    Several measures are taken of one answer after another: what it leaves out is remembered for the next.
    """
    known = asked.left_out
    if known is None or known[0] is not answer or known[1] is not by_name:
        asked.left_out = known = (answer, by_name, _left_out(asked, answer, by_name))
    return known[2]


def _left_out(asked: Asked, answer: Answer, by_name: bool) -> tuple[Unit, ...]:
    said: set[str] = set(asked.index.own_units) if by_name else set()
    forms: set[str] = set(_forms_of(_own_name(asked))) if by_name else set()
    pairs: set[tuple[str, str]] = set(pairs_of(asked.conference.title)) if by_name else set()
    for words in texts_in(_said_by_paper(answer)):
        said |= _told_by(words)
        forms |= _forms_of(words)
        pairs |= pairs_of(words)
    said |= _understood(asked, answer)
    if (venue := _venue_named(asked)) is not None:
        said |= codes_of(venue)
        pairs |= pairs_of(venue)
    parted = _parted_compounds(asked, pairs, said if isinstance(answer, UnitTasks) else set())
    if isinstance(answer, Practical) and answer.topic == "transport":
        parted = {unit for unit in parted if unit.code not in _DRIVEN}
    if isinstance(answer, DayPlan | WholeAgenda):
        parted = {unit for unit in parted if unit.code not in _OF_A_DAY}
    return tuple(
        unit
        for unit in asked.specific()
        if not _relates(asked, unit) and (unit in parted or not _is_said(unit, said, forms, asked.index.forms))
    )


_AT = re.compile(r" (?:o|tai|at) (?:the )?(\w+ \w+)")


def _venue_named(asked: Asked) -> str | None:
    """The venue, where the question says that it is there: "có mặt ở Quảng trường trước mấy giờ"."""
    venue = asked.conference.venue or ""
    places = _AT.findall(f" {asked.u.key}") if venue else []
    return venue if any(f" {place} " in f" {search_key(venue)} " for place in places) else None


def _own_name(asked: Asked) -> str:
    return f"{asked.conference.title} {asked.conference.issuer or ''}"


@lru_cache(maxsize=5_000)
def _forms_of(text: str) -> frozenset[str]:
    """The words of a text with their marks."""
    return frozenset(_WORD.findall(text.casefold()))


@lru_cache(maxsize=5_000)
def _told_by(text: str) -> frozenset[str]:
    """What a text means, and what a number, a sum or the seats in it are asked for by."""
    said = meanings(text)
    if REACHABLE.search(text):
        said |= _REACHING
    if SUM.search(text):
        said |= PRICE_WORDS
    return said | {"@seat"} if _SEATS.search(text) else said


def _said_by_paper(answer: Answer) -> Answer:
    """A "yes" without the words of the question that it repeats: they explain nothing."""
    return replace(answer, what="") if isinstance(answer, Existence) and answer.present else answer


def _parted_compounds(asked: Asked, pairs: set[tuple[str, str]], told: set[str]) -> set[Unit]:
    """Words that stand side by side in the question and in the paper, but not in the answer: "quân nhân".

    None are parted that the name of a body says together in other words: "đoàn trường" for "Đoàn Thanh niên".
    """
    found: set[Unit] = set()
    for one, two in pairwise(unit for unit in asked.u.content if unit.typed):
        beside = (one.code, two.code)
        if one.generic and two.code in asked.index.title_units:
            continue  # "Đại hội Đoàn" for "Đại hội đại biểu Đoàn …"
        written = beside in asked.index.pairs or _is_name(asked, one, two)
        said = _relates(asked, one) or _relates(asked, two)  # "đi tham quan" of "tham quan"
        said = said or not told.isdisjoint({*one.others} & {*two.others})
        if two.at == one.at + 1 and written and beside not in pairs and not said:
            found |= {one, two}
    return found


def _is_name(asked: Asked, one: Unit, two: Unit) -> bool:
    """Whether two words are written as a name inside a question: "ở Nha Trang"."""
    text, tokens = asked.u.text, asked.u.tokens
    if text.isupper():
        return False
    first, second = tokens[one.at], tokens[two.at]
    return first.at > 0 and text[first.at].isupper() and text[second.at].isupper()


def _is_said(unit: Unit, said: set[str], forms: set[str], paper: set[str]) -> bool:
    """Whether a word is among those said; one with marks only where the same syllable is, or one without any."""
    if said.intersection(unit.others):
        return True
    if unit.code not in said and stem(unit.code) not in said:
        return False
    if not unit.typed or bare(unit.typed) or unit.typed in forms:
        return True
    if not is_known_form(unit.typed) and unit.typed not in paper:
        return True  # no word at all: marks typed carelessly
    alike = [form for form in forms if folded(form) == folded(unit.typed)]
    return not alike or any(map(bare, alike))


_WORD = re.compile(r"[^\W_]+")


_SEATS = re.compile(r"\d chỗ\b", re.IGNORECASE)
"""How a text says for how many there is room: "hội trường (180 chỗ)"."""

_REACHING = words_in("@contact email mail so")
"""What a number or an address is asked for by."""


def _understood(asked: Asked, answer: Answer) -> set[str]:
    """What an answer is about without saying it: its matter, the paper itself, and that those invited are there."""
    if isinstance(answer, Practical):
        return {"@" + answer.topic} | (_DRIVEN if answer.topic == "transport" and asked.u.asks(Kind.WHERE) else set())
    if isinstance(answer, PlanField):
        return set(_OF_THE_DESK if answer.field == "contact" else _PAPER)
    if isinstance(answer, Deadline):
        return {"@unit"}  # "when must units register": whoever owes it is one
    if isinstance(answer, UnitTasks):
        return set().union(*map(meanings, written_out(answer.unit)))
    if isinstance(answer, DayPlan | WholeAgenda):
        groups = asked.index.programme.groups
        return set(_OF_A_DAY).union(*(meanings(f"{group.level} {group.description}") for group in groups))
    return set()


_DRIVEN = words_in("xe len don bat oto tau bus")
"""How one speaks of being driven: "lên xe ở đâu"."""

_OF_A_DAY = words_in("ca ngay buoi muc phan lich khau")
"""How the plan of a day is spoken of: "lịch cả ngày", "những phần nào"."""

_OF_THE_DESK = words_in("@contact btc so @office")
_PAPER = words_in("ke hoach van ban plan thong bao cong")


def _worth(asked: Asked, unit: Unit) -> float:
    return unit.weight * (1.0 if asked.index.speaks(unit) else UNSPOKEN)
