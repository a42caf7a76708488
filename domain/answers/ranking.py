"""Which statements explain a question best, and how much of it."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from domain.answers.entries import Hit
from domain.answers.normalise import bare
from domain.answers.query import Unit
from domain.answers.spelling import CONFUSABLE

if TYPE_CHECKING:
    from domain.answers.index import Index

_CONFUSABLE_FORMS = frozenset(word for line in CONFUSABLE for word in line.split())

HEAD = 2.4
"""In Vietnamese the head of a phrase comes first: "tổng duyệt văn nghệ" is a rehearsal."""

WEAK_HEAD = 1.25
"""The same where the rest are plain words, which may be verbs."""

BEGINS = 1.1
"""A statement that begins with the head of the question is more likely the one meant."""

UNSPOKEN = 1.4
"""A word that the programme never uses speaks against every statement of it."""

OTHERWISE = 0.8
"""The same where the programme uses the word typed as well, elsewhere."""

BARE = 0.5
"""A word that a plan with marks writes without any ("ban") is hardly the one typed with them ("bán")."""

_LEAST = 0.1
"""Share of a question below which an entry is not looked at."""

Credit = tuple[int, float, frozenset[str]]
"""The number of an entry, what a word of it counts (1 in its own text), and the forms in which it stands there."""


def ranking(index: "Index", units: tuple[Unit, ...], among: range) -> list[Hit]:
    """Every entry with a number `among` these that explains some of the units, best first."""
    head = next((unit for unit in units if unit.code in index.postings and not unit.generic), None)
    worth = _worth(index, units, head)
    total = sum(worth)
    gained = [0.0] * len(index.entries)
    matched = [0.0] * len(index.entries)
    found: list[int] = []
    for unit, weight in zip(units, worth, strict=True):
        alike = _Likeness(index, unit.typed)
        for number, credit, forms in _credits(index, unit.code, among):
            gain = weight * credit * alike[forms]
            if not gained[number]:
                found.append(number)
            gained[number] += gain
            if credit == 1.0:
                matched[number] += gain
        for number, credit in _in_other_words(index, unit, among):
            if not gained[number]:
                found.append(number)
            gained[number] += weight * credit * OTHERWISE
    hits = []
    least = total * _LEAST
    for number in found:
        if (gain := gained[number]) >= least:
            entry = index.entries[number]
            coverage = gain / total
            fit = 0.8 + 0.2 * min(1.0, matched[number] / entry.weight)
            leads = BEGINS if head is not None and head.code in entry.first else 1.0
            hits.append(Hit(entry, coverage, coverage * fit * leads))
    return sorted(hits, key=attrgetter("score"), reverse=True)


def _credits(index: "Index", code: str, among: range) -> Sequence[Credit]:
    """The entries with a word or a concept; they stand in the order of their numbers."""
    rows = index.credits.get(code, [])
    if len(among) == len(index.entries):
        return rows
    return rows[bisect_left(rows, among.start, key=_number) : bisect_left(rows, among.stop, key=_number)]


def _number(row: Credit) -> int:
    return row[0]


def _in_other_words(index: "Index", unit: Unit, among: range) -> list[tuple[int, float]]:
    """What says the same in other words counts a little less, where the word itself does not stand."""
    if not unit.others:
        return []
    having = {number for number, *_ in _credits(index, unit.code, among)}
    others = {number: credit for code in unit.others for number, credit, _ in _credits(index, code, among)}
    return [(number, credit) for number, credit in others.items() if number not in having]


def _worth(index: "Index", units: Sequence[Unit], head: Unit | None) -> list[float]:
    """What each unit counts: the head of the phrase more, and what the programme never speaks of more too."""
    things = all(unit.code.startswith("@") for unit in units)
    bonus = (HEAD if things else WEAK_HEAD) if len(units) > 1 else 1.0
    return [
        unit.weight * (bonus if unit is head else UNSPOKEN if unit.code not in index.postings else 1.0)
        for unit in units
    ]


class _Likeness(dict[frozenset[str], float]):
    """How like a word as typed is to the forms of an entry: hundreds of entries have but a few different ones."""

    def __init__(self, index: "Index", typed: str) -> None:
        self._index = index
        self._typed = typed

    def __missing__(self, forms: frozenset[str]) -> float:
        self[forms] = like = _likeness(self._index, self._typed, forms)
        return like


def _likeness(index: "Index", typed: str, forms: frozenset[str]) -> float:
    """1 when the marks agree or are missing; less where an entry has none; little when they make another word."""
    if not typed or bare(typed) or typed in forms:
        return 1.0
    if all(map(bare, forms)):
        return BARE if index.marked and forms else 1.0
    return 0.4 if typed in index.forms or typed in _CONFUSABLE_FORMS else 0.9
