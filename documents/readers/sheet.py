"""Excel workbooks: an agenda or a task list as a table, each row a line of cells."""

import io
import re
import zipfile
from datetime import date, datetime, time, timedelta
from typing import Any

from documents.readers.paper import Paper, Refused, bounded, part

_MAX_ROWS = 5000
_MAX_COLUMNS = 60
_MOST_CELLS = 1_000_000
PAGE = re.compile(r"xl/worksheets/[^/]+\.xml")
_FILLED = re.compile(rb'<c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*(?<!/)>')


def read_sheet(content: bytes, archive: zipfile.ZipFile | None = None) -> Paper:
    """The rows of every sheet; a row with one filled cell is a line of its own."""
    import python_calamine

    if archive is not None and not is_near(archive):
        raise Refused("too_long")
    try:
        workbook = python_calamine.load_workbook(io.BytesIO(content))
        sheets = [_rows(workbook.get_sheet_by_name(name)) for name in workbook.sheet_names[:20]]
    except Exception as error:  # the library's errors have no common base of their own
        raise Refused("encrypted" if "password" in str(error).lower() else "damaged") from error
    lines: list[str] = []
    for rows in sheets:
        lines.extend(_line([_words(cell) for cell in row[:_MAX_COLUMNS]]) for row in rows[:_MAX_ROWS])
    return bounded(lines)


def is_near(archive: zipfile.ZipFile) -> bool:
    """Whether no sheet has a cell far out: it would be read as one huge table."""
    pages = filter(PAGE.fullmatch, archive.namelist())
    return all(_area(part(archive, name) or b"") <= _MOST_CELLS for name in pages)


def _area(page: bytes) -> int:
    """How many cells the table has that holds every filled cell."""
    width = depth = 0
    for found in _FILLED.finditer(page):
        column = 0
        for letter in found[1]:
            column = column * 26 + letter - 64
        width, depth = max(width, column), max(depth, int(found[2]))
    return width * depth


def _rows(sheet: Any) -> list[list[Any]]:
    """The sheet's rows; what stands in a cell that reaches down over others stands in each of them."""
    rows: list[list[Any]] = sheet.to_python()
    above, left = sheet.start or (0, 0)
    for (first, column), (last, end) in sheet.merged_cell_ranges or ():
        if column != end or not 0 <= column - left < _MAX_COLUMNS:
            continue
        for row in range(max(first - above, 0) + 1, min(last - above + 1, len(rows), _MAX_ROWS)):
            rows[row][column - left] = rows[max(first - above, 0)][column - left]
    return rows


def _line(cells: list[str]) -> str:
    filled = [cell for cell in cells if cell.strip()]
    return filled[0] if len(filled) == 1 else "\t".join(cells).rstrip("\t")


def _words(cell: Any) -> str:
    """A cell as a person reads it: times as 07:30, dates as 20/12/2024, whole numbers without a point."""
    match cell:
        case datetime():
            clock = f"{cell:%H:%M} " if (cell.hour, cell.minute) != (0, 0) else ""
            return f"{clock}{cell.day}/{cell.month}/{cell.year}"
        case date():
            return f"{cell.day}/{cell.month}/{cell.year}"
        case time():
            return f"{cell:%H:%M}"
        case timedelta():
            minutes = int(cell.total_seconds()) // 60
            return f"{minutes // 60:02d}:{minutes % 60:02d}"
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell).replace("\t", " ").strip()
