"""Excel workbooks: an agenda or a task list as a table, each row a line of cells."""

import io
from datetime import date, datetime, time, timedelta
from typing import Any

from documents.readers.paper import Paper, Refused, bounded

_MAX_ROWS = 5000
_MAX_COLUMNS = 60


def read_sheet(content: bytes) -> Paper:
    """The rows of every sheet; a row with one filled cell is a line of its own."""
    import python_calamine

    try:
        workbook = python_calamine.load_workbook(io.BytesIO(content))
        sheets = [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names[:20]]
    except Exception as error:  # the library's errors have no common base of their own
        raise Refused("encrypted" if "password" in str(error).lower() else "damaged") from error
    lines: list[str] = []
    for rows in sheets:
        lines.extend(_line([_words(cell) for cell in row[:_MAX_COLUMNS]]) for row in rows[:_MAX_ROWS])
    return bounded(lines)


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
