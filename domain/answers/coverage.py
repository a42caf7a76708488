"""How much of a question its answer speaks of: one measure for every kind of answer.

Each word of content is explained by the answer's own words and source lines, by what the conference calls itself, or by
the matter that the answer is filed under. What nothing explains is a condition, an object, a person or a place that
was asked about and left out.
"""

import re
from dataclasses import replace
from itertools import pairwise

from domain.answers.asked import Asked
from domain.answers.conditions import asks_condition, holds_condition
from domain.answers.fitting import CLEAR, HOLDING
from domain.answers.index import UNSPOKEN
from domain.answers.lexicon import stem
from domain.answers.money import COSTS, PRICE_WORDS, SUM, asks_price
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.repair import is_known_form
from domain.answers.statements import written_out
from domain.answers.texts import meanings, pairs_of, read
from domain.answers.values import (
    Abilities,
    Answer,
    Attendance,
    Changes,
    DayPlan,
    Existence,
    Greeting,
    Neighbour,
    NowNext,
    OwnMatter,
    PlanField,
    Practical,
    Quoted,
    Responsible,
    SavedAnswer,
    UnitTasks,
    WhereIs,
    WholeAgenda,
)
from domain.conference import Source
from domain.nested import texts_in
from domain.vietnamese import fold

WHOLLY = 0.85
"""Share of a question with a condition that a statement without one must speak of."""

COUNTED = 0.7
"""Share of a question for a number that the statement with the number must speak of."""

COVERED = 0.38
"""Share of its content that an answer must speak of to be one."""


def covers(asked: Asked, found: Answer) -> bool:
    """Whether an answer leaves out nothing that weighs: a condition, an object, a person or a place."""
    if isinstance(found, Practical | Quoted) and asks_condition(asked):
        sought = any(asked.u.score(kind) >= CLEAR for kind in HOLDING)
        return any(map(holds_condition, found.texts)) or (sought and explained(asked, found) >= WHOLLY)
    if not found.answered:
        return True
    if isinstance(found, Quoted | Responsible | Practical) and asked.u.score(Kind.COUNT) >= CLEAR:
        if asks_price(asked.u.text, asked.u.words) and not any(map(COSTS.search, texts_in(found, without=Source))):
            return False
        if (
            _PRICE_OF_ALL & asked.u.concepts
            and not _BUDGET & asked.u.concepts
            and any(map(_SPENT.match, texts_in(found, without=Source)))
        ):
            return False
        left = unexplained(asked, found, by_name=False)
        sure = COVERED if isinstance(found, Practical) else COUNTED
        return not any(unit.code.startswith("@") for unit in left) and explained(asked, found) >= sure
    if isinstance(found, Neighbour) and asked.u.score(Kind.COUNT) >= CLEAR:
        return False
    if asked.u.kind is Kind.ATTENDEES and isinstance(found, Attendance):
        return explained(asked, found) >= INVITED
    if isinstance(found, Responsible) and not found.lines and _leaves_rare(asked, found):
        return False
    if isinstance(found, PlanField) and found.field == "contact":
        return True  # `contacts` has weighed what the number is for
    if isinstance(found, Existence) and found.present:
        strange = [unit for unit in unexplained(asked, found) if not asked.index.speaks(unit)]
        return explained(asked, found) >= AFFIRMED and not any(unit.weight >= HEAVY for unit in strange)
    if isinstance(found, Quoted) and not _adds(asked, found):
        return False
    if isinstance(found, Neighbour) and asked.u.anchor:
        beside = (unit for unit in unexplained(asked, found) if unit not in asked.u.anchor)
        return not any(unit.weight >= HEAVY and not _kind_of_item(asked, unit) for unit in beside)
    return explained(asked, found) >= COVERED


INVITED = 0.7
"""Share of a question for those invited that the lines of them must speak of."""

HALF = 0.5

RARE = 2.95
"""What a word weighs that hardly another statement uses: the one that does is what is asked about."""


def _leaves_rare(asked: Asked, found: Answer) -> bool:
    """Whether a task leaves out half of the question, and a word of it that the programme uses once, elsewhere."""
    left = [unit for unit in unexplained(asked, found) if not unit.code.startswith(("@", "="))]
    return explained(asked, found) < HALF and any(unit.weight >= RARE and asked.index.speaks(unit) for unit in left)


_PRICE_OF_ALL = frozenset({"fee"})
_BUDGET = frozenset({"budget"})
_SPENT = re.compile(r"(?:tổng )?kinh phí\b|budget", re.IGNORECASE)
"""What the whole costs is not what one pays."""

AFFIRMED = 0.6
"""Share of a question that what is affirmed by a "yes" must speak of."""


def _adds(asked: Asked, found: Quoted) -> bool:
    """Whether what is quoted says a word that the question does not."""
    spoken = asked.u.words | {token.word for token in asked.u.tokens}
    return any(token.word not in spoken for text in found.texts for token in read(text)[0])


_KIND_OF_ITEM = words_in("@performance follow follows succeeds toi den talk presentation speech right immediately")
"""Words that ask for the item beside another and name none: "sau … là tiết mục gì"."""


def _kind_of_item(asked: Asked, unit: Unit) -> bool:
    typed = asked.u.tokens[unit.at].word if unit.at < len(asked.u.tokens) else ""
    return bool({unit.code, typed} & _KIND_OF_ITEM)


HEAVY = 1.5
"""What a word weighs that no answer about what stands beside an item may leave out."""


def explained(asked: Asked, answer: Answer) -> float:
    """The share of the question's content, by weight, that the answer speaks of; 1 where there is none."""
    if isinstance(answer, NowNext | WhereIs | Greeting | Abilities | OwnMatter | Changes | SavedAnswer):
        return 1.0  # found by what was asked, or what is said besides ("I come late") is no part of the question
    units = tuple(unit for unit in asked.specific() if not _relates(unit))
    total = sum(_worth(asked, unit) for unit in units)
    if not total:
        return 1.0
    left = sum(_worth(asked, unit) for unit in unexplained(asked, answer))
    return 1.0 - left / total


_RELATING = words_in(
    """
    sau truoc after before right comes following next nghi giua choi chung bai mon ranh
    leave leaves depart tien xuat phat hanh song parallel
    """
)
"""Words that say how two items stand to each other, or that something is on: the answer's shape takes them up."""

_PLACE_IN_ROW = re.compile(r"thu\d+$")


def _relates(unit: Unit) -> bool:
    return unit.code in _RELATING or bool(_PLACE_IN_ROW.match(unit.code)) or unit.code in _TAKING_PART


_TAKING_PART = words_in("di bring brings @arrival @opening @guest attend attends hoc cu moi trieu tap")
"""Coming, being invited, learning: what everybody does there."""


def unexplained(asked: Asked, answer: Answer, *, by_name: bool = True) -> tuple[Unit, ...]:
    """The content that neither the answer nor (`by_name`) what the conference is called speaks of."""
    said: set[str] = set(asked.index.own_units) if by_name else set()
    forms: set[str] = set()
    pairs: set[tuple[str, str]] = set(pairs_of(asked.conference.title)) if by_name else set()
    for words in texts_in(_said_by_paper(answer)):
        said |= meanings(words)
        forms |= set(_WORD.findall(words.casefold()))
        pairs |= pairs_of(words)
        if _REACHABLE.search(words):
            said |= _REACHING
        if SUM.search(words):
            said |= PRICE_WORDS
    said |= _understood(asked, answer)
    parted = _parted_compounds(asked, pairs)
    return tuple(
        unit
        for unit in asked.specific()
        if not _relates(unit) and (unit in parted or not _is_said(unit, said, forms, asked.index.forms))
    )


def _said_by_paper(answer: Answer) -> Answer:
    """A "yes" without the words of the question that it repeats: they explain nothing."""
    return replace(answer, what="") if isinstance(answer, Existence) and answer.present else answer


def _parted_compounds(asked: Asked, pairs: set[tuple[str, str]]) -> set[Unit]:
    """Words that stand side by side in the question and in the paper, but not in the answer: "quân nhân"."""
    found: set[Unit] = set()
    for one, two in pairwise(unit for unit in asked.u.content if unit.typed):
        beside = (one.code, two.code)
        written = beside in asked.index.pairs or _is_name(asked, one, two)
        if two.at == one.at + 1 and written and beside not in pairs:
            found |= {one, two}
    return found


def _is_name(asked: Asked, one: Unit, two: Unit) -> bool:
    """Whether two words are written as a name inside a question: "ở Nha Trang"."""
    text, tokens = asked.u.text, asked.u.tokens
    if max(one.at, two.at) >= len(tokens) or text.isupper():
        return False
    first, second = tokens[one.at], tokens[two.at]
    return first.at > 0 and text[first.at].isupper() and text[second.at].isupper()


def _is_said(unit: Unit, said: set[str], forms: set[str], paper: set[str]) -> bool:
    """Whether a word is among those said; one with marks only where the same syllable is, or one without any."""
    if said.intersection(unit.others):
        return True
    if unit.code not in said and stem(unit.code) not in said:
        return False
    if not unit.typed or unit.typed == fold(unit.typed) or unit.typed in forms:
        return True
    if not is_known_form(unit.typed) and unit.typed not in paper:
        return True  # no word at all: marks typed carelessly
    alike = [form for form in forms if fold(form) == fold(unit.typed)]
    return not alike or any(form == fold(form) for form in alike)


_WORD = re.compile(r"[^\W_]+")


_REACHABLE = re.compile(r"\d{3}.?\d{3}|@\w|https?:")
_REACHING = words_in("@contact email mail so")
"""What a number or an address is asked for by."""


def _understood(asked: Asked, answer: Answer) -> set[str]:
    """What an answer is about without saying it: its matter, the paper itself, and that those invited are there."""
    if isinstance(answer, Practical):
        return {"@" + answer.topic}
    if isinstance(answer, PlanField):
        return set(_OF_THE_DESK if answer.field == "contact" else _PAPER)
    if isinstance(answer, UnitTasks):
        return set().union(*map(meanings, written_out(answer.unit)))
    if isinstance(answer, DayPlan | WholeAgenda):
        groups = asked.index.programme.groups
        return set().union(*(meanings(f"{group.level} {group.description}") for group in groups))
    return set()


_OF_THE_DESK = words_in("@contact btc so @office")
_PAPER = words_in("ke hoach van ban plan thong bao cong")


def _worth(asked: Asked, unit: Unit) -> float:
    return unit.weight * (1.0 if asked.index.speaks(unit) else UNSPOKEN)
