"""Figures and lists as an Excel workbook. What people typed never becomes a formula."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

Cell = str | int | float | date | datetime | None
LONGEST = 32_767
"""Characters in a cell: Excel's limit."""
_WIDEST = 60
_FORMULA = ("=", "+", "-", "@")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name (at most 31 characters: Excel), the heading, the rows."""

    name: str
    header: tuple[str, ...]
    rows: Sequence[tuple[Cell, ...]]


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The workbook's bytes; each sheet with a fixed heading and a filter."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        head = book.add_format({"bold": True, "bg_color": "#DDE6F0", "text_wrap": True, "valign": "top"})
        text = book.add_format({"text_wrap": True, "valign": "top"})
        quoted = book.add_format({"text_wrap": True, "valign": "top"})
        quoted.set_quote_prefix()
        moment = book.add_format({"num_format": "dd/mm/yyyy hh:mm", "valign": "top"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name[:31])
            for column, title in enumerate(sheet.header):
                page.write_string(0, column, title, head)
            for number, row in enumerate(sheet.rows, 1):
                for column, cell in enumerate(row):
                    _write(page, number, column, cell, {"text": text, "quoted": quoted, "moment": moment})
            _finish(page, sheet)
    return out.getvalue()


def _write(page: Any, row: int, column: int, cell: Cell, formats: dict[str, object]) -> None:
    match cell:
        case None:
            return
        case str():
            clean = _clean(cell)
            page.write_string(row, column, clean, formats["quoted" if clean.startswith(_FORMULA) else "text"])
        case date():
            page.write_datetime(row, column, cell, formats["moment"])
        case _:
            page.write_number(row, column, cell)


def _clean(text: str) -> str:
    """Without control characters, leading tabs and what exceeds a cell."""
    kept = "".join(each for each in text if each == "\n" or ord(each) >= 32)
    return kept.strip()[:LONGEST]


def _finish(page: Any, sheet: Sheet) -> None:
    page.freeze_panes(1, 0)
    if sheet.rows:
        page.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)
    for column, title in enumerate(sheet.header):
        longest = max((len(str(row[column] or "")) for row in sheet.rows[:200]), default=0)
        page.set_column(column, column, min(_WIDEST, max(len(title), longest) + 2))
