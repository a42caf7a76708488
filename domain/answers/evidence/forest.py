"""A forest of small decision trees that turns the numbers of a line into how likely it is the answer.

The trees are learned by `benchmarks/learn_lines.py` from the questions kept with the tests and stored beside this
module; here they are only asked. All trees are walked at once, as QuickScorer does (Lucchese et al., SIGIR 2015): the
leaves of all trees are the bits of one integer, each number of a row rules out those behind the borders that it
exceeds, and of what remains the first leaf of a tree is the one that walking down from its root would reach.
"""

import json
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from math import exp
from operator import and_, getitem
from struct import Struct
from typing import NamedTuple

_WIDTH = 32
"""Bits of a tree: none has more leaves."""

_EVERY = (1 << _WIDTH) - 1


class Borders(NamedTuple):
    """All borders of a number, rising; and the leaves that remain (set bits) where it exceeds the first so many."""

    rising: Sequence[float]
    remaining: Sequence[int]


@dataclass(frozen=True, slots=True)
class Forest:
    """The names of the numbers that it was learned with, the borders of each, and what the leaves of each tree say."""

    names: tuple[str, ...]
    borders: tuple[Borders, ...]
    leaves: tuple[Mapping[int, float], ...]

    def likely(self, row: Sequence[float]) -> float:
        """How likely the line with these numbers is the answer, from 0 to 1."""
        trees = len(self.leaves)
        left = _in_each(trees, _EVERY)
        for value, (rising, remaining) in zip(row, self.borders, strict=True):
            left &= remaining[bisect_left(rising, value)]
        first = left & ~(left - _in_each(trees, 1))
        reached = _places(trees).unpack(first.to_bytes(trees * _WIDTH // 8, "little"))
        return 1.0 / (1.0 + exp(-sum(map(getitem, self.leaves, reached))))

    def likeliest(self, rows: Sequence[Sequence[float]]) -> list[tuple[int, float]]:
        """The places of the rows and how likely each is, likeliest first."""
        return sorted(enumerate(map(self.likely, rows)), key=lambda found: -found[1])


@cache
def _in_each(trees: int, bits: int) -> int:
    """These bits for each of so many trees."""
    return sum(bits << _WIDTH * tree for tree in range(trees))


@cache
def _places(trees: int) -> Struct:
    """How the bits of so many trees lie in bytes."""
    return Struct(f"<{trees}I")


def read(text: str) -> Forest:
    """A forest as `benchmarks/learn_lines.py` writes it.

    A tree has five rows: for each node the number looked at, its border, and where to go if the number does not exceed
    it or does, below 0 to the leaf `~place`; and what the leaves say, which lie from left to right.
    """
    told = json.loads(text)
    trees = told["trees"]
    every = _in_each(len(trees), _EVERY)
    exceeded: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
    for at, tree in enumerate(trees):
        for number, border, unreached in _nodes(*tree[:4]):
            exceeded[number].append((border, every ^ unreached << _WIDTH * at))
    borders = (_borders(exceeded[number], every) for number in range(len(told["names"])))
    leaves = ({1 << place: said for place, said in enumerate(tree[4])} for tree in trees)
    return Forest(tuple(told["names"]), tuple(borders), tuple(leaves))


def _nodes(
    numbers: Sequence[int], borders: Sequence[float], left: Sequence[int], right: Sequence[int]
) -> Iterator[tuple[int, float, int]]:
    """Of every node of a tree the number, its border, and the leaves (set bits) out of reach where it is exceeded."""

    def below(place: int) -> int:
        return 1 << ~place if place < 0 else below(left[place]) | below(right[place])

    return zip(numbers, borders, map(below, left), strict=True)


def _borders(exceeded: Sequence[tuple[float, int]], every: int) -> Borders:
    rising = sorted(exceeded)
    remaining = accumulate((left for _, left in rising), and_, initial=every)
    return Borders([border for border, _ in rising], list(remaining))


@cache
def learned() -> Forest:
    """The forest that this version goes by."""
    return read(files(__package__).joinpath("forest.json").read_text(encoding="utf-8"))
