"""Lists of people in: CSV or Excel as offices make them. Every line is either a person or a fault with its cell."""

import csv
import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from documents.phones import phone
from documents.workbook import letters
from domain.delegates import Entry, KnownPeople, clean
from domain.ids import GroupId
from domain.refusal import Refusal
from domain.vietnamese import search_key

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED = 120 * 1024 * 1024
MOST_COLUMNS = 100
HEADER_WITHIN = 30  # lines above the table: the letterhead and the list's title
NAME_MOST, TEXT_MOST = 120, 300

_HEADINGS = {
    "name": "ho va ten|ho ten|ho va ten dai bieu|ten dai bieu|name|full name|delegate",
    "family": "ho|ho dem|ho va ten dem|ho va dem|ho lot|family name|last name|surname",
    "given": "ten|given name|first name",
    "post": "chuc vu|chuc danh|chuc vu don vi|chuc vu chuc danh|post|position|title|job title",
    "unit": "don vi|co quan|don vi cong tac|co quan don vi|noi cong tac|dia phuong|unit|organisation|organization",
    "group": "thanh phan|nhom|thanh phan tham du|doi tuong|khoi|group",
    "phone": "dien thoai|so dien thoai|sdt|so dt|dt|di dong|dien thoai di dong|dtdd|phone|phone number|mobile|tel",
}
_MEANING = {heading: meaning for meaning, headings in _HEADINGS.items() for heading in headings.split("|")}
_TOTAL = re.compile(r"(tong cong|tong so|cong|total)(\b.*\d.*)?")
_CELL = re.compile(rb'\br="([A-Z]{0,3})(\d{1,9})"')
Grid = Iterator[tuple[int, Sequence[str]]]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell ("C7"): a code that names the words, and what stands there."""

    cell: str
    code: str
    value: str = ""


@dataclass(slots=True)
class PeopleList:
    """A list as read: good lines, and the faults of the others (the first fault of each line)."""

    entries: list[Entry] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def read_people(name: str, content: bytes, groups: Mapping[str, GroupId], known: KnownPeople, most: int) -> PeopleList:
    """The people of a file.

    `groups` are the conference's by folded description; `known` are those on the list already, and gets the new
    ones. Raises a `Refusal` for what is no list: wrong kind, no heading, too long.
    """
    rows = grid(name, content, most)
    columns = _find_heading(rows)
    found = PeopleList()
    for number, row in rows:
        if number > most + HEADER_WITHIN:
            raise Refusal("list_too_long", most=most)
        _read_line(number, row, columns, groups, known, found)
    if not found.entries and not found.faults:
        raise Refusal("list_empty")
    if len(found.entries) + len(found.faults) > most:
        raise Refusal("list_too_long", most=most)
    return found


def grid(name: str, content: bytes, most: int) -> Grid:
    """The lines of a file of CSV or Excel, numbered from 1; refuses what is neither, or far too large."""
    if not content.strip():
        raise Refusal("list_empty")
    if len(content) > MOST_BYTES:
        raise Refusal("list_too_big", most=MOST_BYTES // 1024 // 1024)
    if content[:4] == b"PK\x03\x04":
        return _workbook(content, most)
    if content[:4] == b"\xd0\xcf\x11\xe0":
        raise Refusal("list_old_or_locked")
    if not name.lower().endswith((".csv", ".txt", ".tsv")):
        raise Refusal("list_wrong_kind")
    return _csv(content)


def _csv(content: bytes) -> Grid:
    text = _decode(content)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(
        ",;\t", key=lambda each: max(line.count(each) for line in [first, *text.splitlines()[:HEADER_WITHIN]])
    )
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        yield from ((number, row[:MOST_COLUMNS]) for number, row in enumerate(reader, 1))
    except csv.Error:
        raise Refusal("list_wrong_kind") from None


def _decode(content: bytes) -> str:
    """UTF-8, UTF-16 (with its mark), else the Vietnamese Windows code page; binary files are refused."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _decoded(content, "utf-16")
    if b"\0" in content[:4096]:
        raise Refusal("list_wrong_kind")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return _decoded(content, "cp1258")


def _decoded(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Refusal("list_wrong_kind") from None


def _workbook(content: bytes, most: int) -> Grid:
    from python_calamine import CalamineWorkbook

    _check_bounds(content, most)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        names = book.sheet_names
        rows = book.get_sheet_by_name(names[0]).to_python(skip_empty_area=False) if names else []
    except Exception:  # whatever the library finds wrong with a broken archive, it is no list
        raise Refusal("list_wrong_kind") from None
    for number, row in enumerate(rows, 1):
        yield number, [_text(value) for value in row[:MOST_COLUMNS]]


def _check_bounds(content: bytes, most: int) -> None:
    """Refuse archives that unpack to very much, and sheets with a cell far out (which are read as a full table)."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(each.file_size for each in archive.infolist()) > MOST_UNPACKED:
                raise Refusal("list_too_big", most=MOST_BYTES // 1024 // 1024)
            if archive.testzip() is not None:  # a file longer than its header says would be unpacked without a bound
                raise Refusal("list_wrong_kind")
            pages = [each for each in archive.namelist() if each.startswith("xl/worksheets/") and each.endswith(".xml")]
            for page in pages:
                _check_page(archive.read(page), most)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError):
        raise Refusal("list_wrong_kind") from None
    if not pages:
        raise Refusal("list_wrong_kind")


def _check_page(page: bytes, most: int) -> None:
    for found in _CELL.finditer(page):
        if int(found[2]) > most + HEADER_WITHIN or len(found[1]) > 2:
            raise Refusal("list_too_long", most=most)


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def _find_heading(grid: Grid) -> dict[str, int]:
    """Which column means what: the first line that has a column of names, among the first lines of the file."""
    for _, row in islice(grid, HEADER_WITHIN):
        columns: dict[str, int] = {}
        for at, heading in enumerate(row):
            meaning = _MEANING.get(search_key(re.sub(r"\(.*?\)", "", heading)))
            if meaning is not None:
                columns.setdefault(meaning, at)
        if "name" in columns or {"family", "given"} <= columns.keys():
            return columns
        if "given" in columns and len(columns) > 1:
            return columns | {"name": columns["given"]}
    raise Refusal("list_no_heading")


def _read_line(
    number: int,
    row: Sequence[str],
    columns: Mapping[str, int],
    groups: Mapping[str, GroupId],
    known: KnownPeople,
    found: PeopleList,
) -> None:
    cells = {name: clean(row[at]) if at < len(row) else "" for name, at in columns.items()}
    if not any(cells.values()):
        return
    full = cells.get("name") or clean(f"{cells.get('family', '')} {cells.get('given', '')}")
    if not cells.get("post") and not cells.get("phone") and _TOTAL.fullmatch(search_key(full)):
        return
    fault = _fault(full, cells, groups)
    number_text = cells.get("phone", "")
    dialled = phone(number_text) if number_text and fault is None else None
    if fault is None and number_text and dialled is None:
        fault = ("phone", "phone_invalid")
    unit = cells.get("unit") or None
    if fault is None and known.has(full, unit, dialled):
        fault = ("name", "known_already")
    if fault is not None:
        at = columns.get(fault[0], columns.get("given", 0))
        found.faults.append(Fault(f"{letters(at)}{number}", fault[1], (cells.get(fault[0]) or full)[:80]))
        return
    known.add(full, unit, dialled)
    group = groups.get(search_key(cells["group"])) if cells.get("group") else None
    found.entries.append(Entry(name=full, post=cells.get("post") or None, unit=unit, group=group, phone=dialled))


def _fault(full: str, cells: Mapping[str, str], groups: Mapping[str, GroupId]) -> tuple[str, str] | None:
    if not any(each.isalpha() for each in full):
        return ("name", "name_missing")
    if len(full) > NAME_MOST:
        return ("name", "too_long")
    long = next((name for name in ("post", "unit") if len(cells.get(name, "")) > TEXT_MOST), None)
    if long is not None:
        return (long, "too_long")
    if cells.get("group") and groups and search_key(cells["group"]) not in groups:
        return ("group", "group_unknown")
    return None
