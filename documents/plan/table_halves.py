"""Programmes that stand side by side on the lines of a page, each item with an hour of its own.

"Hội nghị (Hội trường lớn)      Hội thao (Nhà thi đấu)" over "7h30: Đón đại biểu      7h00: Tập trung".
"""

import re
from dataclasses import replace
from datetime import time

from documents.plan.day_lines import is_day_alone
from documents.plan.line_widths import indent_of
from documents.plan.table_rows import END, Lines, TableRow
from documents.plan.table_timed import begins_with_clock, pieces_of
from domain.dates import find_clocks

SIDE = "side:"
"""How the role of such a column begins; what its programme is called follows."""

Pieces = list[tuple[int, str]]


def side_programmes(lines: Lines, index: int, rows: list[TableRow]) -> int:
    """Rows of programmes side by side whose head, or first line, stands at `index`; the number of lines used."""
    head = _halves(lines[index][1])
    timed = _is_timed(head)
    begins = index if timed else index + 1
    first = head if timed else _halves(lines[begins][1]) if begins < len(lines) else []
    if first and not timed and _RULE.fullmatch(lines[begins][1].strip()):
        begins += 1
        first = _halves(lines[begins][1]) if begins < len(lines) else []
    if len(head) < _FEWEST or len(first) != len(head) or not _is_timed(first) or not _beneath(head, first):
        return 0
    starts = [at for at, _ in first]
    body = _body(lines, begins, starts, by_days=any(is_day_alone(text) for _, text in head))
    if len(body) < _FEWEST or sum(_is_full(cells) for _, cells in body) < _FEWEST:
        return 0
    titles = ("",) * len(head) if timed else tuple(text for _, text in head)
    roles = tuple(SIDE + title for title in titles)
    if not timed:
        rows.append(TableRow(("",), ("head",), lines[index][0], lines[index][0]))
    for number, cells in body:
        if any(cell and not begins_with_clock(cell) for cell in cells):  # the rest of the line above
            above = rows[-1]
            joined = (f"{upper} {cell}".strip() for upper, cell in zip(above.cells, cells, strict=True))
            rows[-1] = replace(above, cells=tuple(joined), last=number)
        else:
            rows.append(TableRow(cells, roles, number, number))
    return begins - index + len(body)


_RULE = re.compile(r"[-–—=_:|+ ]{3,}")
_FEWEST = 2
_FARTHEST = 6  # letters between where two lines of a column begin


def _halves(text: str) -> Pieces:
    """The pieces of a line between gaps; an hour alone belongs to the words behind it."""
    found: Pieces = []
    for at, piece in _drawn(text) or pieces_of(text):
        if found and _CLOCK_ALONE.fullmatch(found[-1][1]):
            found[-1] = (found[-1][0], f"{found[-1][1]} {piece}")
        else:
            found.append((at, piece))
    return found


def _drawn(text: str) -> Pieces:
    """The cells of a line with bars or tabs, each by the number of its column."""
    sign = "|" if "|" in text else "\t"
    cells = text.strip().strip("|").split(sign) if sign in text.strip() else []
    return [(number * _WIDE, cell.strip()) for number, cell in enumerate(cells) if cell.strip()]


_WIDE = 100  # letters, more than any gap between lines of a column
_CLOCK = r"\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}"
_CLOCK_ALONE = re.compile(rf"{_CLOCK}(?:\s*[-–—]\s*{_CLOCK})?\s*:?", re.IGNORECASE)


def _is_timed(pieces: Pieces) -> bool:
    """Whether each piece is an item behind its hour; two hours beside each other are those of a table."""
    return all(begins_with_clock(text) and not _CLOCK_ALONE.fullmatch(text) for _, text in pieces)


def _beneath(head: Pieces, first: Pieces) -> bool:
    """Whether the lines of the columns begin under their heads, which may stand in their middle."""
    edges = [*(at for at, _ in first[1:]), 10_000]
    return all(start - _FARTHEST <= at < edge for (at, _), (start, _), edge in zip(head, first, edges, strict=True))


def _body(lines: Lines, begins: int, starts: list[int], *, by_days: bool) -> list[tuple[int, tuple[str, ...]]]:
    """The lines of the columns, up to what runs over them all or follows behind the last hours."""
    body: list[tuple[int, tuple[str, ...]]] = []
    for number, text in lines[begins:]:
        cells = _cells(text, starts)
        if cells is None or END.match(text) or (body and not by_days and _follows(cells, body)):
            break
        body.append((number, cells))
    return body


def _cells(text: str, starts: list[int]) -> tuple[str, ...] | None:
    """What a line holds in each column; None where it is none of them."""
    pieces = _halves(text)
    if len(pieces) == len(starts) and _is_timed(pieces):
        return tuple(piece for _, piece in pieces)
    cells = [""] * len(starts)
    for at, piece in pieces:
        timed = begins_with_clock(piece)
        column = next((n for n, start in reversed([*enumerate(starts)]) if start - (2, _FARTHEST)[timed] <= at), None)
        if column is None or cells[column] or _CLOCK_ALONE.fullmatch(piece):
            return None
        cells[column] = piece
    goes_on = not any(map(begins_with_clock, filter(None, cells)))
    return None if goes_on and cells[0] and (indent_of(text) <= starts[0] or "|" in text) else tuple(cells)


def _is_full(cells: tuple[str, ...]) -> bool:
    return all(map(begins_with_clock, cells))


def _follows(cells: tuple[str, ...], body: list[tuple[int, tuple[str, ...]]]) -> bool:
    """Whether a line alone in the first column is held behind all that stands side by side above it."""
    if not cells[0] or any(cells[1:]):
        return False
    hour = _hour(cells[0])
    return hour is not None and all(hour > earlier for _, row in body for cell in row if (earlier := _hour(cell)))


def _hour(cell: str) -> time | None:
    clocks = find_clocks(cell[:24])
    return clocks[0].clock if clocks else None
