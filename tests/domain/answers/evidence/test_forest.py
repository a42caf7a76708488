"""The forest of the second reading: read from its file, asked, and made for the numbers that are taken today."""

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
    assert [at for at, _ in found][:2] == [1, 3]
    assert [odds for _, odds in found] == sorted((odds for _, odds in found), reverse=True)


def test_the_learned_forest_looks_at_the_numbers_of_today() -> None:
    grove = forest.learned()
    assert grove.names == NAMES  # a number added or moved wants `make learn`
    assert len(grove.trees) >= 100
    assert all(0 <= number < len(NAMES) for tree in grove.trees for number in tree.number)
    assert 0.0 < grove.likely([0.0] * len(NAMES)) < 0.5
