"""A row of a list in the paper as one statement: what the list is, and each cell behind the title of its column."""

import re
from dataclasses import dataclass

_CELL = re.compile(r"(?P<head>[^:–]{1,90}?): (?P<value>.+)")
_DASH = " – "
BAR = " · "
"""Between the cells of a row; no answer is parted there, as it may be at a semicolon."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a list is called (empty where the paper does not say), and its cells with their titles.

    A point under a heading is a row with one cell.
    """

    caption: str
    cells: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        """As people read it; `parsed` finds caption and cells of a table in it again."""
        if len(self.cells) == 1:
            head, value = self.cells[0]
            told = f"{head}: {value}" if head else value
        else:
            told = BAR.join(f"{head}: {value}" if head else value for head, value in self.cells)
        between = _DASH if self.cells[0][0] else ": "
        return f"{self.caption}{between}{told}" if self.caption else told


def parsed(text: str) -> Row | None:
    """The row that a statement tells; None where it is no row: cells with titles, or a point under its heading."""
    caption, dash, told = text.partition(_DASH)
    if not dash or ":" in caption:
        caption, told = "", text
    parts = told.split(BAR)
    cells = [_CELL.fullmatch(part) for part in parts]
    named = tuple((cell["head"].strip(), cell["value"].strip()) for cell in cells if cell is not None)
    if len(named) == len(cells) > 1:
        return Row(caption, named)
    whole = _CELL.fullmatch(told)
    return Row(caption, ((whole["head"], whole["value"]),)) if whole and caption else None
