"""The forest of the second reading: read from its file, asked, and made for the numbers that are taken today."""

import json
from math import exp

import pytest

from domain.answers.evidence import forest
from domain.answers.evidence.features import NAMES

TWO_TREES = (
    '{"names": ["one", "two"], "trees": [[[0], [1.5], [-1], [-2], [-1.0, 2.0]], [[1], [0.0], [-1], [-2], [0, 1]]]}'
)


@pytest.mark.parametrize(("row", "total"), [((1, 0), -1.0), ((1.5, 1), 0.0), ((2, 0), 2.0), ((2, 5), 3.0)])
def test_a_row_falls_to_a_leaf_of_every_tree(row: tuple[float, float], total: float) -> None:
    assert forest.read(TWO_TREES).likely(row) == pytest.approx(1 / (1 + exp(-total)))


def test_the_likeliest_rows_come_first() -> None:
    rows = [(1, 0), (2, 5), (1, 5), (2, 0), (0, 0)]
    found = forest.read(TWO_TREES).likeliest(rows)
    assert [at for at, _ in found] == [1, 3, 2, 0, 4]
    assert [odds for _, odds in found] == sorted((odds for _, odds in found), reverse=True)


NODES = ([0, 1, 0, 1], [2.0, 1.0, 1.0, 3.0], [2, -3, -1, -4], [1, 3, -2, -5])
"""Two numbers, each looked at twice on the way to a leaf."""


def _walked(row: tuple[float, float]) -> int:
    """The leaf that is reached from the root, node by node."""
    number, border, left, right = NODES
    place = 0
    while place >= 0:
        place = left[place] if row[number[place]] <= border[place] else right[place]
    return ~place


@pytest.mark.parametrize("row", [(a, b) for a in (0.0, 1.0, 1.5, 2.0, 2.5) for b in (0.0, 1.0, 1.1, 3.0, 9.0)])
def test_all_trees_at_once_reach_the_leaf_that_one_walk_does(row: tuple[float, float]) -> None:
    leaves = [0.1, 0.2, 0.4, 0.8, 1.6]
    grove = forest.read(json.dumps({"names": ["one", "two"], "trees": [[*NODES, leaves]]}))
    assert grove.likely(row) == pytest.approx(1 / (1 + exp(-leaves[_walked(row)])))


def test_the_learned_forest_looks_at_the_numbers_of_today() -> None:
    grove = forest.learned()
    assert grove.names == NAMES  # a number added or moved wants `make learn`
    assert len(grove.leaves) >= 100
    assert len(grove.borders) == len(NAMES)
    assert 0.0 < grove.likely([0.0] * len(NAMES)) < 0.5
