"""The rows of a plan's workbook that came back: its sheets and columns by name, its cells as people read them.

A sheet or a column that is not there any more is named and leaves what it held as it was.
"""

import io
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import reduce
from typing import Any

from documents.planbook import LISTS, Words, shown_day
from documents.readers.docx import tree
from documents.readers.paper import Refused, part, verified_archive
from documents.readers.sheet import is_near
from documents.workbook import letters, sheet_name
from domain.conference import Programme
from domain.refusal import Refusal
from domain.vietnamese import search_key, squeeze

Pages = Mapping[str, list[list[Any]]]
SHEETS = ("conference", *LISTS)

_LONGEST = 1000
_FAILED = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NULL!|NUM!)|Err:\d{3}")
_NEEDED: dict[str, tuple[str, ...]] = {
    "conference": ("value",),
    "agenda": ("title",),
    "groups": ("description",),
    "delegates": ("name",),
    "tasks": ("unit", "text"),
}
"""Columns without which a sheet cannot be read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken.

    Codes: clock, day, count, order, empty, too_long, phone, formula, no_sheet, no_column.
    """

    sheet: str
    cell: str
    code: str
    value: str


def opened(content: bytes) -> Pages | None:
    """The cells of every sheet; None for a file that cannot be opened or has a cell further out than any plan."""
    from python_calamine import load_workbook

    if not _bounded(content):
        return None
    try:
        book = load_workbook(io.BytesIO(content))
        pages = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
        for name, row, column, error in _errors(content):
            pages[name][row][column] = error
    except Exception:  # the library's errors have no common base of their own
        return None
    return pages


def _bounded(content: bytes) -> bool:
    """Whether it unpacks to no more than a workbook does; a single cell far out would be read as a full table."""
    try:
        return not content.startswith(b"PK") or is_near(verified_archive(content))
    except Refused:
        return False


_SHEETS = "xl/workbook.xml"
_RELATED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_ERROR = re.compile(
    rb'<c\b(?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3})(\d{1,7})"[^>]*>(?:(?!</c>).){0,9000}?<v>([^<]{1,20})</v>', re.DOTALL
)


def _errors(content: bytes) -> Iterator[tuple[str, int, int, str]]:
    """Cells of .xlsx whose formula has failed, shown as empty by the library: sheet, row and column from 0, "#REF!"."""
    archive = verified_archive(content) if content.startswith(b"PK") else None
    if archive is None or _SHEETS not in archive.namelist():
        return
    parts = {
        each.get("Id"): each.get("Target", "") for each in tree(part(archive, "xl/_rels/workbook.xml.rels") or b"")
    }
    for sheet in tree(part(archive, _SHEETS) or b"").iter():
        target = parts.get(sheet.get(_RELATED), "")
        page = part(archive, target.lstrip("/") if target.startswith("/") else f"xl/{target}") if target else None
        for found in _ERROR.finditer(page or b""):
            column = reduce(lambda at, letter: at * 26 + letter - 64, found[1], 0)
            yield sheet.get("name", ""), int(found[2]) - 1, column - 1, found[3].decode("utf-8", errors="replace")


@dataclass(frozen=True, slots=True)
class SentBook:
    """A plan's workbook that came back; `pages` is None where it cannot be opened, `check` tells it from others."""

    pages: Pages | None
    check: int


def sent_book(content: bytes, languages: Iterable[Words]) -> SentBook | None:
    """The workbook in the file; None where it is none, by the names of its sheets in any of the languages."""
    from python_calamine import load_workbook

    try:
        if content.startswith(b"PK"):
            verified_archive(content)
        names = set(load_workbook(io.BytesIO(content)).sheet_names)
    except Exception:  # the library's errors have no common base of their own
        return None
    known = any(len(names & {_title(words, name) for name in SHEETS}) >= 3 for words in languages)
    return SentBook(opened(content), zlib.crc32(content)) if known else None


def _title(words: Words, name: str) -> str:
    return sheet_name(words[f"sheet_{name}"])


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its sheet and number as people see them, its id, and its cells by the names of their columns."""

    sheet: str
    row: int
    key: str
    cells: dict[str, Any]
    columns: dict[str, int]


@dataclass(slots=True)
class Reading:
    """What is collected while the sheets are read."""

    old: Programme
    today: date
    faults: list[Fault] = field(default_factory=list)
    fresh: int = 0

    def new_id(self) -> int:
        self.fresh -= 1
        return self.fresh

    def take(self, line: Line, name: str, was: str, read: Callable[[Any], Any], code: str) -> tuple[bool, Any]:
        """Whether the cell says something else than it said, and what; a cell that cannot be read is named."""
        value = line.cells.get(name)
        if name not in line.cells or squeeze(shown(value)) == squeeze(was):
            return False, None
        if shown(value) == "":
            return True, None
        if self.failed(line, name):
            return False, None
        try:
            return True, read(value)
        except Refusal as refusal:
            self.fault(line, name, "too_long" if refusal.code == "form_too_long" else code)
            return False, None

    def failed(self, line: Line, name: str) -> bool:
        """Whether the cell's formula has failed, which is named; the cell then says nothing."""
        if not _FAILED.fullmatch(shown(line.cells.get(name, ""))):
            return False
        self.fault(line, name, "formula")
        return True

    def fault(self, line: Line, name: str, code: str) -> None:
        at = f"{letters(line.columns[name])}{line.row}"
        self.faults.append(Fault(line.sheet, at, code, shown(line.cells.get(name))[:100]))

    def lines(self, pages: Pages, languages: Sequence[Words]) -> dict[str, list[Line] | None]:
        """The rows of every sheet that say something; None for a sheet that has to stay as it was."""
        words = max(languages, key=lambda each: len({_title(each, name) for name in SHEETS} & set(pages)))
        return {name: self._lines(pages, name, words) for name in SHEETS}

    def _lines(self, pages: Pages, name: str, words: Words) -> list[Line] | None:
        title = _title(words, name)
        rows = pages.get(title)
        if not rows:
            self.faults.append(Fault(title, "", "no_sheet", ""))
            return None
        heads = [search_key(shown(cell)) for cell in rows[0]]
        wanted = ("field", "value") if name == "conference" else tuple(key for key, _ in LISTS[name])
        columns = {key: heads.index(search_key(words[key])) for key in wanted if search_key(words[key]) in heads}
        lost = [key for key in wanted if key not in columns]
        self.faults.extend(Fault(title, "", "no_column", words[key]) for key in lost)
        if name == "conference" and "id" not in heads:
            self.faults.append(Fault(title, "A1", "no_column", "id"))
        if set(lost) & set(_NEEDED[name]):
            return None
        return list(_filled(rows, title, columns, heads.index("id") if "id" in heads else None))


def _filled(rows: list[list[Any]], title: str, columns: dict[str, int], id_at: int | None) -> Iterator[Line]:
    for number, row in enumerate(rows[1:], 2):
        cells = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
        if any(shown(value) for value in cells.values()):
            key = shown(row[id_at]) if id_at is not None and id_at < len(row) else ""
            yield Line(title, number, key, cells, columns)


def shown(value: Any) -> str:
    """A cell as a person reads it."""
    match value:
        case datetime():
            clock = f"{value:%H:%M} " if (value.hour, value.minute) != (0, 0) else ""
            return clock + shown_day(value.date())
        case date():
            return shown_day(value)
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60:02d}:{minutes % 60:02d}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).strip()


def text(value: Any) -> str:
    found = squeeze(shown(value))
    if len(found) > _LONGEST:
        raise Refusal("form_too_long", most=_LONGEST)
    return found


def matched(lines: Sequence[Line], old: Sequence[Any], words_of: Callable[[Any], str], column: str) -> list[Any]:
    """For every line what it was: by its id, once each; else by its words; None for a new one."""
    by_id = {str(each.id): each for each in old}
    found: list[Any] = []
    taken: set[int] = set()
    for line in lines:
        was = by_id.get(line.key)
        found.append(was if was is not None and was.id not in taken else None)
        taken |= {was.id} if was is not None else set()
    left = {search_key(words_of(each)): each for each in old if each.id not in taken}
    for at, line in enumerate(lines):
        if found[at] is None:
            found[at] = left.pop(search_key(shown(line.cells.get(column, ""))), None)
    return found
