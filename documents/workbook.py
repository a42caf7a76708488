"""Excel workbooks out: what people typed stays text, whatever it looks like; headings are frozen, choices offered."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

LONGEST = 32_767
"""Characters in a cell: Excel's limit."""
_LONGEST_NAME = 31
_WIDEST = 60
_FORMULA = ("=", "+", "-", "@")
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A value somebody should look at: its cell is coloured, and `note` (the words it rests on) hangs on it."""

    value: "Cell"
    note: str


Cell = str | int | float | date | datetime | Doubtful | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its heading, its width in characters (by its content if None), the choices offered in it, if any."""

    heading: str
    width: int | None = 20
    choices: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its name, its headings, its rows. `room` rows are prepared for people to fill in.

    A plain heading is as wide as what stands under it, and can be filtered by.
    """

    name: str
    header: Sequence[str | Column]
    rows: Sequence[Sequence[Cell]]
    room: int = 0


def sheet(name: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell]], room: int = 0) -> bytes:
    """One table as a workbook."""
    return workbook([Sheet(name, columns, list(rows), room)])


def workbook(sheets: Sequence[Sheet]) -> bytes:
    """The workbook's bytes."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, _OPTIONS) as book:
        pages = _Pages(book)
        for each in sheets:
            pages.write(each)
        pages.hide_choices()
    return out.getvalue()


class _Pages:
    """The workbook while it is written: its formats, and the lists of choices kept for a hidden sheet."""

    def __init__(self, book: Any) -> None:
        top = {"text_wrap": True, "valign": "top"}
        self._book = book
        self._head = book.add_format(top | {"bold": True, "bg_color": "#DCE6F1", "border": 1})
        self._column = book.add_format(top | {"num_format": "@"})
        self._formats = {"": self._format(top), "doubtful": self._format(top | {"bg_color": "#FFF2CC"})}
        self._choices: list[tuple[str, ...]] = []

    def _format(self, look: dict[str, Any]) -> dict[str, Any]:
        """One look for words, words like a formula, moments, and days."""
        quoted = self._book.add_format(look)
        quoted.set_quote_prefix()
        return {
            "text": self._book.add_format(look | {"num_format": "@"}),
            "number": self._book.add_format(look),
            "quoted": quoted,
            "moment": self._book.add_format(look | {"num_format": "dd/mm/yyyy hh:mm"}),
            "day": self._book.add_format(look | {"num_format": "dd/mm/yyyy"}),
        }

    def write(self, sheet: Sheet) -> None:
        page = self._book.add_worksheet(sheet_name(sheet.name))
        page.freeze_panes(1, 0)
        for at, column in enumerate(sheet.header):
            self._heading(page, at, column, sheet.rows)
        for number, row in enumerate(sheet.rows, 1):
            for at, cell in enumerate(row):
                self._cell(page, number, at, cell, self._formats[""])
        last = max(len(sheet.rows), sheet.room)
        if sheet.rows and all(isinstance(column, str) for column in sheet.header):
            page.autofilter(0, 0, len(sheet.rows), len(sheet.header) - 1)
        for at, column in enumerate(sheet.header):
            if isinstance(column, Column) and column.choices and last:
                self._offer(page, at, column.choices, last)

    def _heading(self, page: Any, at: int, column: str | Column, rows: Sequence[Sequence[Cell]]) -> None:
        known = column if isinstance(column, Column) else Column(heading=column, width=None)
        longest = max((len(str(plain(row[at]) or "")) for row in rows[:200] if at < len(row)), default=0)
        width = known.width or min(_WIDEST, max(len(known.heading), longest) + 2)
        page.set_column(at, at, width, self._column, {"hidden": known.hidden})
        page.write_string(0, at, known.heading, self._head)

    def _cell(self, page: Any, row: int, at: int, cell: Cell, look: dict[str, Any]) -> None:
        match cell:
            case None | "":
                return
            case Doubtful():
                self._cell(page, row, at, cell.value, self._formats["doubtful"])
                if plain(cell) in (None, ""):
                    page.write_blank(row, at, None, self._formats["doubtful"]["text"])
                page.write_comment(row, at, _clean(cell.note)[:1000])
            case str():
                clean = _clean(cell)
                page.write_string(row, at, clean, look["quoted" if clean.startswith(_FORMULA) else "text"])
            case datetime():
                page.write_datetime(row, at, cell, look["moment"])
            case date():
                page.write_datetime(row, at, cell, look["day"])
            case _:
                page.write_number(row, at, cell, look["number"])

    def _offer(self, page: Any, at: int, choices: tuple[str, ...], last: int) -> None:
        """Drop-down choices; they stand on a hidden sheet, because Excel takes only 255 characters of them inline."""
        if choices not in self._choices:
            self._choices.append(choices)
        letter = letters(self._choices.index(choices))
        source = f"=_!${letter}$1:${letter}${len(choices)}"
        page.data_validation(1, at, last, at, {"validate": "list", "source": source, "error_type": "warning"})

    def hide_choices(self) -> None:
        if not self._choices:
            return
        hidden = self._book.add_worksheet("_")
        hidden.hide()
        for place, choices in enumerate(self._choices):
            for row, choice in enumerate(choices):
                hidden.write_string(row, place, _clean(choice))


def plain(cell: Cell) -> str | int | float | date | None:
    """The value without its doubt."""
    return plain(cell.value) if isinstance(cell, Doubtful) else cell


def _clean(text: str) -> str:
    """Without control characters, leading tabs and what exceeds a cell."""
    kept = "".join(each for each in text if each == "\n" or ord(each) >= 32)
    return kept.strip()[:LONGEST]


def letters(at: int) -> str:
    """The letters of a column counted from 0: A, B … Z, AA …"""
    found = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        found = chr(65 + rest) + found
    return found


def sheet_name(name: str) -> str:
    """A name that Excel takes for a sheet: at most 31 characters, without []:*?/\\ and outer quotes."""
    return "".join(each for each in name if each not in "[]:*?/\\").strip("' ")[:_LONGEST_NAME] or "1"
