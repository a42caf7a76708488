"""Tables of vehicles and of beds: no agenda and no work, so each row is told with the heads of its columns.

"Xe | Giờ | Đón tại | Đến" over "Số 1 | 10h30 | Sân bay | Khách sạn" says "Xe Số 1: giờ 10h30, đón tại Sân bay, đến
Khách sạn".
"""

import re
from itertools import takewhile

from documents.plan.table_columns import pieces_of
from documents.plan.table_rows import header_roles
from domain.dates import find_clocks
from domain.vietnamese import fold

Numbered = tuple[int, str]

_FEWEST_COLUMNS = 3
_FEWEST_ROWS = 2
_LONGEST_HEAD = 40

_OF_VEHICLES_OR_BEDS = re.compile(
    r"\b(?:xe|chuyen xe|tuyen xe|phuong tien|bien so|lai xe|diem don|noi don|don tai|diem tra|diem xuat phat"
    r"|khach san|nha khach|noi (?:nghi|o)|cho (?:nghi|o)|so phong|phong nghi"
    r"|bus|vehicle|coach|shuttle|pick ?-?up|hotel|accommodation)\b"
)
_NUMBER = re.compile(r"(?:tt|stt|no\.?|#|so tt)$")


def told_rows(lines: tuple[Numbered, ...]) -> dict[int, str | None]:
    """What each row of such a table says, by its line; None for the line of its heads."""
    told: dict[int, str | None] = {}
    for at, (number, text) in enumerate(lines):
        if number in told:
            continue
        heads = _cells(text)
        if not _are_heads(heads):
            continue
        rows = _rows_of(lines[at + 1 :], len(heads))
        if len(rows) >= _FEWEST_ROWS:
            told[number] = None
            told.update((line, _sentence(heads, cells)) for line, cells in rows)
    return told


def _rows_of(lines: tuple[Numbered, ...], columns: int) -> list[tuple[int, tuple[str, ...]]]:
    """The lines with as many cells as there are heads, up to the first that has not."""
    rows = ((number, _cells(text)) for number, text in lines if not _is_rule(text))
    return [*takewhile(lambda row: len(row[1]) == columns, rows)]


def _cells(text: str) -> tuple[str, ...]:
    if text.count("|") >= _FEWEST_COLUMNS - 1:
        return tuple(cell.strip().strip("*").strip() for cell in text.strip().strip("|").split("|"))
    return tuple(cell for _, cell in pieces_of(text))


def _are_heads(cells: tuple[str, ...]) -> bool:
    if len(cells) < _FEWEST_COLUMNS or any(len(c) > _LONGEST_HEAD or ":" in c or find_clocks(c) for c in cells):
        return False
    if any(cell[:1].isdigit() for cell in cells):
        return False
    return any(_OF_VEHICLES_OR_BEDS.search(fold(cell)) for cell in cells) and header_roles(cells) is None


def _is_rule(text: str) -> bool:
    return re.fullmatch(r"[\s|:-]*", text) is not None


def _sentence(heads: tuple[str, ...], cells: tuple[str, ...]) -> str:
    """The row as a label and what is said of it; the number of the row says nothing."""
    said = [(head, cell) for head, cell in zip(heads, cells, strict=True) if cell and not _NUMBER.match(fold(head))]
    if not said:
        return ""
    (first, value), rest = said[0], said[1:]
    label = value if fold(value).startswith(fold(first)) else f"{first} {value}"
    return f"{label}: " + ", ".join(f"{head[:1].lower()}{head[1:]} {cell}" for head, cell in rest)
