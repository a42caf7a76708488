"""Tables of a PDF page by their drawn lines: the cells that the lines make, whatever stands high or low in them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_THIN = 2.0
_LEAST = 12.0
_NEAR = 2.5


@dataclass(frozen=True, slots=True)
class Grid:
    """A drawn table: its lines from left to right and from top to bottom, in points.

    `joined` are the cells, by row and column, that no line parts from the one above.
    """

    columns: tuple[float, ...]
    rows: tuple[float, ...]
    joined: frozenset[tuple[int, int]] = frozenset()

    @property
    def top(self) -> float:
        return self.rows[0]

    def cell_of(self, left: float, right: float, middle: float) -> tuple[int, int] | None:
        """Row and column of a piece of text, of cells joined downwards the first; None beside the table."""
        inside = self.columns[0] - _NEAR <= left and right <= self.columns[-1] + _NEAR * 4
        if not (inside and self.rows[-1] <= middle <= self.rows[0]):
            return None
        row = sum(middle < line for line in self.rows) - 1
        column = min(max(bisect_right(self.columns, left + _NEAR) - 1, 0), len(self.columns) - 2)
        row = max(row, 0)
        while (row, column) in self.joined:
            row -= 1
        return row, column


def grids_of(page: Any) -> tuple[Grid, ...]:
    """The tables drawn on the page: at least two rows and two columns of connected lines."""
    import pypdfium2.raw as raw

    flat: list[tuple[float, float, float]] = []
    upright: list[tuple[float, float, float]] = []
    for number, drawn in enumerate(page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH])):
        if number > 4000:
            return ()  # a drawing
        left, bottom, right, top = drawn.get_pos() if hasattr(drawn, "get_pos") else drawn.get_bounds()
        if top - bottom <= _THIN and right - left >= _LEAST:
            flat.append(((top + bottom) / 2, left, right))
        elif right - left <= _THIN and top - bottom >= _LEAST / 2:
            upright.append(((left + right) / 2, bottom, top))
        elif right - left >= _LEAST and top - bottom >= _LEAST / 2:  # a cell drawn as a box
            flat += [(top, left, right), (bottom, left, right)]
            upright += [(left, bottom, top), (right, bottom, top)]
    return tuple(grid for block in _blocks(flat, upright) if (grid := _grid(*block)) is not None)


Line = tuple[float, float, float]


def _blocks(flat: Sequence[Line], upright: Sequence[Line]) -> list[tuple[list[Line], list[Line]]]:
    """Lines that touch one another by their height: one block for each table."""
    spans = sorted(((low, high) for _, low, high in upright), key=lambda span: -span[1])
    merged: list[list[float]] = []
    for low, high in spans:
        if merged and high >= merged[-1][0] - _NEAR:
            merged[-1][0] = min(merged[-1][0], low)
        else:
            merged.append([low, high])
    return [
        (
            [line for line in flat if low - _NEAR <= line[0] <= high + _NEAR],
            [line for line in upright if low - _NEAR <= line[1] and line[2] <= high + _NEAR],
        )
        for low, high in merged
    ]


def _grid(flat: list[Line], upright: list[Line]) -> Grid | None:
    columns = _distinct([at for at, _, _ in upright])
    if len(columns) < 3:
        return None
    width = columns[-1] - columns[0]
    heights = _distinct([at for at, _, _ in flat])
    crossing = [y for y in heights if _covered(y, flat) >= width * 0.6]
    if len(crossing) < 3:
        return None
    rows = tuple(reversed(crossing))
    return Grid(tuple(columns), rows, frozenset(_joined(columns, rows, flat)))


def _joined(columns: list[float], rows: tuple[float, ...], flat: list[Line]) -> Iterator[tuple[int, int]]:
    for row, height in enumerate(rows[1:-1], 1):
        near = [line for line in flat if abs(line[0] - height) <= _NEAR]
        for column, (left, right) in enumerate(pairwise(columns)):
            inside = [(height, max(begin, left), min(end, right)) for _, begin, end in near]
            if _covered(height, [line for line in inside if line[1] < line[2]]) < (right - left) * 0.5:
                yield row, column


def _covered(height: float, flat: list[Line]) -> float:
    """How much of the width has a line at this height."""
    spans = sorted((left, right) for at, left, right in flat if abs(at - height) <= _NEAR)
    total, reached = 0.0, float("-inf")
    for left, right in spans:
        total += max(0.0, right - max(left, reached))
        reached = max(reached, right)
    return total


def _distinct(values: list[float]) -> list[float]:
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found
