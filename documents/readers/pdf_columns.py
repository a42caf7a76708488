"""Columns of running text on a PDF page, as in a newspaper: what stands left is read before what stands right."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol, TypeVar


class Placed(Protocol):
    @property
    def left(self) -> float: ...
    @property
    def right(self) -> float: ...
    @property
    def text(self) -> str: ...


P = TypeVar("P", bound=Placed)

_LEAST_LINES = 10
_LEAST_GAP = 8.0
_FULL = 0.75
_MOSTLY_FULL = 0.5
_PARTLY_FULL = 0.4  # of one column, where the other makes up for it: a plan has many short lines


def in_reading_order(rows: Sequence[Sequence[P]]) -> list[list[P]]:
    """The rows in blocks to be laid out one after the other; one block where the page has no two columns of text.

    Columns of a table are no such columns: their lines do not fill them.
    """
    everything = [piece for row in rows for piece in row]
    whole = [everything]
    if len(rows) < _LEAST_LINES:
        return whole
    begins, ends = min(p.left for p in everything), max(p.right for p in everything)
    best: tuple[int, int, float] | None = None
    for at in range(40, 61):
        border = begins + (ends - begins) * at / 100
        band = _band(rows, border)
        if best is None or band[1] - band[0] > best[1] - best[0]:
            best = (*band, border)
    if best is None:
        return whole
    first, last, border = best
    last = _foot_of(rows, first, last)
    left = [[p for p in row if p.right <= border] for row in rows[first:last]]
    right = [[p for p in row if p.left >= border] for row in rows[first:last]]
    left, right = [row for row in left if row], [row for row in right if row]
    if not _are_columns(left, right):
        return whole
    blocks = [
        [piece for row in rows[:first] for piece in row],
        [piece for row in left for piece in row],
        [piece for row in right for piece in row],
        [piece for row in rows[last:] for piece in row],
    ]
    return [block for block in blocks if block]


def _band(rows: Sequence[Sequence[P]], border: float) -> tuple[int, int]:
    """The longest run of rows of which nothing stands across the border."""
    best = (0, 0)
    start = 0
    for number, row in enumerate([*rows, None]):
        if row is None or any(piece.left < border < piece.right for piece in row):
            best = max(best, (start, number), key=lambda band: band[1] - band[0])
            start = number + 1
    return best


def _foot_of(rows: Sequence[Sequence[P]], first: int, last: int) -> int:
    """Where the columns end: at the paper's foot, whose recipients stand beside the office that signs."""
    for at in range(first + 1, last):
        ordered = sorted(rows[at], key=lambda piece: piece.left)
        if len(ordered) > 1 and ordered[0].text.strip().startswith("Nơi nhận") and ordered[-1].text.strip().isupper():
            return at
    return last


def _are_columns(left: Sequence[Sequence[P]], right: Sequence[Sequence[P]]) -> bool:
    if min(len(left), len(right)) < _LEAST_LINES:
        return False
    gap = min(p.left for row in right for p in row) - max(p.right for row in left for p in row)
    full = [_full(rows) for rows in (left, right)]
    running = all(len(row) == 1 or _is_run(row) for rows in (left, right) for row in rows)
    lines = len(left) + len(right)
    mostly = sum(full) >= lines * _MOSTLY_FULL
    partly = all(count >= len(rows) * _PARTLY_FULL for count, rows in zip(full, (left, right), strict=True))
    return gap >= _LEAST_GAP and running and mostly and partly


def _full(rows: Sequence[Sequence[P]]) -> int:
    """How many lines of the column are nearly as long as the column is wide."""
    begins = min(piece.left for row in rows for piece in row)
    width = max(piece.right for row in rows for piece in row) - begins
    return sum(max(piece.right for piece in row) - begins >= width * _FULL for row in rows)


def _is_run(row: Sequence[P]) -> bool:
    """Whether the pieces of a line follow one another as words do."""
    ordered = sorted(row, key=lambda piece: piece.left)
    return all(later.left - piece.right < 2 * _LEAST_GAP for piece, later in pairwise(ordered))
