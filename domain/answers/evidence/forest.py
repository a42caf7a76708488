"""A forest of small decision trees that turns the numbers of a line into how likely it is the answer.

The trees are learned by `benchmarks/learn_lines.py` from the questions kept with the tests and stored beside this
module; here they are only asked.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp


@dataclass(frozen=True, slots=True)
class Tree:
    """A tree in rows: at each node the number looked at, its border, and where to go; below 0 is the leaf `~place`.

    There is at least one node.
    """

    number: tuple[int, ...]
    border: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    leaves: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Forest:
    """The trees, and the names of the numbers that they were learned with."""

    names: tuple[str, ...]
    trees: tuple[Tree, ...]

    def likely(self, row: Sequence[float]) -> float:
        """How likely the line with these numbers is the answer, from 0 to 1."""
        return 1.0 / (1.0 + exp(-_sum(self.trees, row)))

    def likeliest(self, rows: Sequence[Sequence[float]]) -> list[tuple[int, float]]:
        """The places of the few likeliest rows and how likely each is, likeliest first.

        The first trees say most: what they leave behind is not looked at by the rest.
        """
        first = [_sum(self.trees[:_FIRST_TREES], row) for row in rows]
        few = sorted(range(len(rows)), key=first.__getitem__, reverse=True)[:_FEW]
        odds = [(at, self.likely(rows[at])) for at in few]
        return sorted(odds, key=lambda found: -found[1])


_FIRST_TREES = 30
_FEW = 3


def _sum(trees: Sequence[Tree], row: Sequence[float]) -> float:
    total = 0.0
    for tree in trees:
        node, number, border, left, right = 0, tree.number, tree.border, tree.left, tree.right
        while node >= 0:
            node = left[node] if row[number[node]] <= border[node] else right[node]
        total += tree.leaves[~node]
    return total


def read(text: str) -> Forest:
    """A forest as `benchmarks/learn_lines.py` writes it."""
    told = json.loads(text)
    trees = (Tree(*(tuple(row) for row in tree)) for tree in told["trees"])
    return Forest(tuple(told["names"]), tuple(trees))


@cache
def learned() -> Forest:
    """The forest that this version goes by."""
    return read(files(__package__).joinpath("forest.json").read_text(encoding="utf-8"))
