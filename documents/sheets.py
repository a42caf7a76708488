"""Excel sheets out: plain tables whose cells are text, so that nothing typed by people becomes a formula."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Cell = str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, its width in characters, and the choices offered in it, if any."""

    heading: str
    width: int = 20
    choices: tuple[str, ...] = ()


def sheet(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], room: int = 0) -> bytes:
    """One table as a workbook, its heading frozen. `room` more rows are prepared for people to fill in."""
    import xlsxwriter

    made = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(made, options) as book:
        head = book.add_format({"bold": True, "bg_color": "#DCE6F1", "border": 1, "text_wrap": True})
        text = book.add_format({"num_format": "@"})
        page = book.add_worksheet(_title(name))
        page.freeze_panes(1, 0)
        for at, column in enumerate(columns):
            page.set_column(at, at, column.width, text)
            page.write_string(0, at, column.heading, head)
        last = _fill(page, rows)
        _offer(book, page, columns, max(last, room))
    return made.getvalue()


def _fill(page: Any, rows: Iterable[Sequence[Cell]]) -> int:
    last = 0
    for last, row in enumerate(rows, 1):
        for at, value in enumerate(row):
            if isinstance(value, int):
                page.write_number(last, at, value)
            elif value:
                page.write_string(last, at, value)
    return last


def _offer(book: Any, page: Any, columns: Sequence[Column], last: int) -> None:
    """Drop-down choices; they stand on a hidden sheet, because Excel takes only 255 characters of them inline."""
    offering = [(at, column) for at, column in enumerate(columns) if column.choices]
    if not offering or last == 0:
        return
    hidden = book.add_worksheet("_")
    hidden.hide()
    for place, (at, column) in enumerate(offering):
        hidden.write_column(0, place, column.choices)
        letter = letters(place)
        source = f"=_!${letter}$1:${letter}${len(column.choices)}"
        page.data_validation(1, at, last, at, {"validate": "list", "source": source})


def letters(at: int) -> str:
    """The letters of a column counted from 0: A, B … Z, AA …"""
    found = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        found = chr(65 + rest) + found
    return found


def _title(name: str) -> str:
    """A name that Excel takes for a sheet: at most 31 characters, without []:*?/\\ and outer quotes."""
    return "".join(each for each in name if each not in "[]:*?/\\").strip("' ")[:31] or "1"
