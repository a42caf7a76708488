"""Which statements explain a question best, and how much of it."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from domain.answers.entries import Hits
from domain.answers.normalise import bare
from domain.answers.query import Unit
from domain.answers.remembering import remembered
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

Credits = dict[tuple[float, frozenset[str]], list[int]]
"""The numbers of the entries with a word, by what it counts there (1 in their own text) and the forms in which it
stands: hundreds of entries have but a few different ones, so that what a word gains is worked out once for them all."""


class Otherwise(NamedTuple):
    """The entries that say a word in other words: in the order in which they are found, and by what these count."""

    numbers: Sequence[int]
    by_credit: dict[float, list[int]]


_REMEMBERED = 500
"""Words of which an index remembers where they are said in other words."""


def ranking(index: "Index", units: tuple[Unit, ...], among: range) -> Hits:
    """Every entry with a number `among` these that explains some of the units, best first."""
    head = next((unit for unit in units if unit.code in index.postings and not unit.generic), None)
    first = head.code if head is not None else ""
    worth = _worth(index, units, head)
    total = sum(worth)
    least = total * _LEAST
    gained, matched, found = _gains(index, units, worth, among)
    begin, weights = index.beginning.get(first, _NOBODY), index.weights
    scores: dict[int, float] = {}
    for number in found:
        if (gain := gained[number]) >= least:
            own, weight = matched[number], weights[number]
            fit = 0.8 + 0.2 * (own / weight if own < weight else 1.0)
            scores[number] = gain / total * fit * (BEGINS if number in begin else 1.0)
    return Hits(index.entries, sorted(scores, key=scores.__getitem__, reverse=True), gained, total, scores)


_NOBODY: frozenset[int] = frozenset()


def _gains(
    index: "Index", units: Sequence[Unit], worth: Sequence[float], among: range
) -> tuple[list[float], list[float], Iterable[int]]:
    """What each entry gains by all units and by those in its own text; and the entries in the order they are found."""
    gained = [0.0] * len(index.entries)
    matched = [0.0] * len(index.entries)
    found: list[Sequence[int]] = []
    for unit, weight in zip(units, worth, strict=True):
        for (credit, forms), numbers in index.credits.get(unit.code, _NOWHERE).items():
            gain = weight * credit * _likeness(index, unit.typed, forms)
            rows = _cut(index, numbers, among)
            for number in rows:
                gained[number] += gain
            if credit == 1.0:
                for number in rows:
                    matched[number] += gain
        otherwise = _in_other_words(index, unit, among)
        for credit, numbers in otherwise.by_credit.items():
            gain = weight * credit * OTHERWISE
            for number in numbers:
                gained[number] += gain
        found += (_cut(index, index.postings.get(unit.code, ()), among), otherwise.numbers)
    return gained, matched, dict.fromkeys(chain.from_iterable(found))


_NOWHERE: Credits = {}
_UNSAID = Otherwise((), {})


def _cut(index: "Index", numbers: Sequence[int], among: range) -> Sequence[int]:
    """Of entries in the order of their numbers those that are looked among."""
    if len(among) == len(index.entries):
        return numbers
    return numbers[bisect_left(numbers, among.start) : bisect_left(numbers, among.stop)]


def _in_other_words(index: "Index", unit: Unit, among: range) -> Otherwise:
    """What says the same in other words counts a little less, where the word itself does not stand."""
    if not unit.others:
        return _UNSAID
    meant = (unit.code, unit.others, among)
    return remembered(index.otherwise, meant, _REMEMBERED, lambda: _said_otherwise(index, *meant))


def _said_otherwise(index: "Index", code: str, others: tuple[str, ...], among: range) -> Otherwise:
    rows = [_cut(index, index.postings.get(other, ()), among) for other in others]
    credits = dict.fromkeys(chain.from_iterable(rows), 0.0)
    for other in others:
        for (credit, _), numbers in index.credits.get(other, _NOWHERE).items():
            credits.update(dict.fromkeys(_cut(index, numbers, among), credit))
    for number in index.postings.get(code, ()):
        credits.pop(number, None)
    by_credit: dict[float, list[int]] = {}
    for number, credit in credits.items():
        by_credit.setdefault(credit, []).append(number)
    return Otherwise(tuple(credits), by_credit)


def _worth(index: "Index", units: Sequence[Unit], head: Unit | None) -> list[float]:
    """What each unit counts: the head of the phrase more, and what the programme never speaks of more too."""
    things = all(unit.code.startswith("@") for unit in units)
    bonus = (HEAD if things else WEAK_HEAD) if len(units) > 1 else 1.0
    return [
        unit.weight * (bonus if unit is head else UNSPOKEN if unit.code not in index.postings else 1.0)
        for unit in units
    ]


def _likeness(index: "Index", typed: str, forms: frozenset[str]) -> float:
    """1 when the marks agree or are missing; less where an entry has none; little when they make another word."""
    if not typed or bare(typed) or typed in forms:
        return 1.0
    if all(map(bare, forms)):
        return BARE if index.marked and forms else 1.0
    return 0.4 if typed in index.forms or typed in _CONFUSABLE_FORMS else 0.9
