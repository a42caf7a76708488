"""Lines of a list that may be one person though the names are not quite the same: candidates, for people to decide.

Everybody is compared only with those of the same unit who share the given name or are few, and of the same telephone;
so a list of 20,000 takes a second.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import combinations

from domain.ids import DelegateId
from domain.vietnamese import search_key, words

FEW = 150
"""So many lines of a unit are compared each with each; of more only those with the same given name."""
_MOST_OF_A_PHONE = 10
"""A number that more lines have is a switchboard, not a person's."""
_TYPO, _TWO_TYPOS = 8, 14
"""Letters from which on one, or two, may be wrong."""
_USUAL = 3
"""A word of so many names is a name and no slip."""
_BRACKETS = re.compile(r"\([^)]*\)")


@dataclass(frozen=True, slots=True)
class Listed:
    """A line of the list, as far as it tells people apart."""

    id: DelegateId
    name: str
    unit: str | None = None
    phone: str | None = None
    instead_of: DelegateId | None = None


@dataclass(frozen=True, slots=True)
class _Line:
    who: Listed
    name: tuple[str, ...]
    unit: str
    key: str
    digits: str


def near_pairs(listed: Iterable[Listed]) -> list[tuple[Listed, Listed]]:
    """Pairs with different names that may be one person, each once, in the order of the list."""
    lines = [line for each in listed if (line := _line(each)).name]
    usual = {word for word, n in Counter(word for each in lines for word in set(each.name)).items() if n >= _USUAL}
    found: dict[tuple[int, int], tuple[Listed, Listed]] = {}
    for block, same_phone in _blocks(lines):
        for one, other in combinations(block, 2):
            if _may_be_one(one, other, same_phone, usual):
                first, second = sorted((one.who, other.who), key=lambda each: each.id)
                found[first.id, second.id] = first, second
    return [found[key] for key in sorted(found)]


def _line(each: Listed) -> _Line:
    name = words(_BRACKETS.sub(" ", each.name))
    key = " ".join(sorted(name))
    return _Line(each, name, search_key(each.unit or ""), key, "".join(each for each in key if each.isdigit()))


def _blocks(lines: Collection[_Line]) -> Iterable[tuple[list[_Line], bool]]:
    by_unit: dict[str, list[_Line]] = {}
    by_phone: dict[str, list[_Line]] = {}
    for each in lines:
        by_unit.setdefault(each.unit, []).append(each)
        if each.who.phone:
            by_phone.setdefault(each.who.phone, []).append(each)
    yield from ((block, True) for block in by_phone.values() if 1 < len(block) <= _MOST_OF_A_PHONE)
    for unit, block in by_unit.items():
        if unit and len(block) <= FEW:
            yield block, False
            continue
        by_given: dict[str, list[_Line]] = {}
        for each in block:
            by_given.setdefault(each.name[-1], []).append(each)
        yield from ((some, False) for some in by_given.values())


def _may_be_one(one: _Line, other: _Line, same_phone: bool, usual: set[str]) -> bool:
    if one.key == other.key or not (
        _near(one, other, usual)
        or (set(one.name) & set(other.name) if same_phone else _shortened(one.name, other.name))
    ):
        return False
    apart = one.who.phone and other.who.phone and one.who.phone != other.who.phone
    return not apart and one.who.instead_of != other.who.id and other.who.instead_of != one.who.id


def _shortened(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """ "Ng. V. An" for "Nguyễn Văn An": the given name whole, of the others at least the first letter."""
    if one[-1] != other[-1] or len(one) != len(other) or len(one) < 2:
        return False
    return all(a == b or _abbreviates(a, b) or _abbreviates(b, a) for a, b in zip(one[:-1], other[:-1], strict=True))


def _abbreviates(short: str, full: str) -> bool:
    return len(short) <= 2 < len(full) and full.startswith(short)


def _near(one: _Line, other: _Line, usual: set[str]) -> bool:
    """A slip or two of the finger; numbers are never slips, and a word that many have is no slip of another such."""
    apart = len(one.key) - len(other.key)
    if not -2 <= apart <= 2 or one.digits != other.digits:
        return False
    from rapidfuzz.distance import OSA  # loaded where names come near each other

    length = min(len(one.key), len(other.key))
    most = 2 if length >= _TWO_TYPOS else 1
    if length < _TYPO or OSA.distance(one.key, other.key, score_cutoff=most) > most:
        return False
    return not set(one.name) ^ set(other.name) <= usual
