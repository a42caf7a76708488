"""The items of a table row of the programme."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import time

from documents.plan.agenda_beside import sessions_beside
from documents.plan.agenda_blocks import block_name
from documents.plan.agenda_days import day_in
from documents.plan.agenda_doers import who_in
from documents.plan.agenda_events import Known
from documents.plan.agenda_items import Item, read_clause
from documents.plan.agenda_places import placed_groups, room_in
from documents.plan.agenda_rooms import room_behind
from documents.plan.agenda_who import LABELLED, names_someone, responsible_in
from documents.plan.day_lines import is_day_or_half, is_half_alone
from documents.plan.halls import is_hall
from documents.plan.outline import Node
from documents.plan.row_people import doer_of_item
from documents.plan.table_besides import are_of_one_kind
from documents.plan.table_halves import SIDE
from documents.plan.table_tracks import TRACK, track_of
from documents.plan.words import clean
from domain.dates import find_clocks
from domain.plan import PlanSession

_ROUND = re.compile(r"\b(?:buổi|phiên|ngày)\s+(?:thứ\s+)?\d{1,2}\s*[–-]\s*(?=\d)", re.IGNORECASE)


_POINTER = re.compile(
    r"\(?(?:theo|xem|như|tại|chi tiết)\b.{0,20}\b(?:phụ lục|sơ đồ|danh sách|phân công|thông báo|lịch|bảng|biểu)\b",
    re.IGNORECASE,
)
"""What stands in the place of a room and only says where it is told: "Theo Phụ lục"."""


def from_row(row: Node, previous: PlanSession | None, known: Known) -> Iterator[Item]:
    """The item of a row; with one column a room, a group or a day, an item for each that is filled."""
    if any(role.startswith(SIDE) for role in row.para.roles):
        return _in_programmes(zip(row.para.roles, row.para.cells, strict=False), known)
    return _in_columns(row, previous, known)


def _in_columns(row: Node, previous: PlanSession | None, known: Known) -> Iterator[Item]:
    cells: dict[str, str] = {}
    for role, cell in zip(row.para.roles, row.para.cells, strict=False):
        if role and cell.strip() and not (role == "place" and _POINTER.match(cell.strip())):
            cells.setdefault(role, cell.strip())
    who = doer_of_item(row)
    if "place" in cells and (point := _point_online(row, cells["place"])):
        cells["place"] = point
    if "place" not in cells and _NO_BODY.match(clean(cells.get("who", ""))):
        cells["place"] = cells.pop("who")  # "Nhà ăn Khu B" under who is there
        who = _cell_who(cells.get("lead"))
    when = cells.get("time", "")
    when = _ROUND.sub("", when, count=1)  # "Buổi 1 – 14/9" is no range of days
    clocks, day = find_clocks(when), day_in(when, known) if when else None
    start, end = (clocks[0].clock, clocks[0].until) if clocks else (None, None)
    columns = [(role, cell) for role, cell in cells.items() if role.startswith(_DIVIDING)]
    own_hours = clocks or _says_more(when, cells)
    beside = "place" in cells or columns or _goes_with(cells.get("content", ""), previous)
    beside = beside and _is_in_half(previous, cells.get("half", ""))
    if not own_hours and previous is not None and beside and day in (None, previous.day):
        start, end = previous.start, previous.end
    item = Item("", start, end, day, None, who)
    if not own_hours and _POINT.match(cells.get("content", "")) and previous is not None and not beside:
        item = replace(item, within=previous.within or (previous if previous.start else None))
    if len(columns) > 1 or any(role.startswith("when:") for role, _ in columns):
        yield from _side_by_side(item, columns, known)
        return
    text = cells.get("content") or (columns[0][1] if columns else "") or (_only_cell(row) if clocks else "")
    if several := sessions_beside(text):
        yield from _at_once(item, several, cells)
        return
    title, room, who = _cell_item(text, item.responsible)
    if not title or (not own_hours and is_half_alone(title)):
        return
    if (group := clean(cells.get("class", ""))) and group.lower() not in title.lower():
        title = f"{group}: {title}"
    if subject := clean(cells.get("subject", "")):
        title = f"{title} ({subject})"
    below = placed_groups("; ".join(part.strip(" ;.") for part in text.split("\n")[1:])) if "\n" in text else []
    who = item.responsible if below else who
    yield replace(item, title=title, room=cells.get("place") or room or room_behind(when), responsible=who)
    yield from (Item(group, day=item.day, room=hall, responsible=head) for group, hall, head in below)


_POINT = re.compile(r"[-–+•*]\s*[^\W\d_]")
"""What is told of the row above, in a row without an hour: "- Báo cáo tài chính" under "Các báo cáo:"."""


def _point_online(row: Node, cell: str) -> str | None:
    """The place of a row by the head of its column, where that is of those joined online: "tỉnh" is "điểm cầu tỉnh"."""
    heads = dict(zip(row.para.roles, row.para.heads, strict=False))
    if not _POINTS.fullmatch(heads.get("place", "").strip()) or _POINT_NAMED.search(cell):
        return None
    return f"{cell} các điểm cầu" if _ALL.fullmatch(cell) else f"điểm cầu {cell}"


_POINTS = re.compile(r"(?:tại )?điểm cầu", re.IGNORECASE)
_POINT_NAMED = re.compile(r"điểm cầu|online|trực tuyến|hội trường|phòng\s", re.IGNORECASE)
_ALL = re.compile(r"(?:tất )?cả|toàn bộ|các", re.IGNORECASE)


def _says_more(when: str, cells: dict[str, str]) -> bool:
    """Whether a cell of times says more than the day and the half of it, which merged cells above may tell."""
    for role in ("half", "day"):
        when = when.replace(cells.get(role, ""), "", 1)
    return bool(when.strip(" ()"))


_NO_BODY = re.compile(
    r"(?:tiền\s)?sảnh|hội trường|giảng đường|phòng (?:họp|hội|[A-Z]?\d)|nhà (?:ăn|hàng)|căng? tin|bếp ăn|sân\s"
    r"|hành lang|lobby|foyer|ballroom",
    re.IGNORECASE,
)
"""What is a place and no house that does something itself, as a theatre does."""


def _is_in_half(session: PlanSession | None, half: str) -> bool:
    """Whether a session can be in the half of the day that is told of a row without an hour."""
    told = _HALF.search(half)
    if session is None or session.start is None or told is None:
        return True
    return (session.start < _NOON) == (told[0].lower() == "sáng")


_NOON = time(12)
_HALF = re.compile(r"sáng|chiều|tối", re.IGNORECASE)


def _goes_with(text: str, previous: PlanSession | None) -> bool:
    return previous is not None and are_of_one_kind(text, previous.title)


def _only_cell(row: Node) -> str:
    """The one cell of a row beside its hours, whatever column it stands in: "Nghỉ" where lessons have their number."""
    filled = [(r, c.strip()) for r, c in zip(row.para.roles, row.para.cells, strict=False) if c.strip() and r != "time"]
    return filled[0][1] if len(filled) == 1 and filled[0][0] == "" and filled[0][1][0].isalpha() else ""


def _at_once(item: Item, several: list[str], cells: dict[str, str]) -> Iterator[Item]:
    """An item for each session of one cell, with the person and the room that its own words or its line name."""
    for number, told in enumerate(several):
        title, room = room_in(told)
        title, who = who_in(title)
        named = [_paragraph_of(cells.get(role, ""), number, len(several)) for role in ("who", "place")]
        yield replace(item, title=title, room=room or named[1], responsible=who or _cell_who(named[0]))


def _paragraph_of(cell: str, number: int, of: int) -> str | None:
    """The paragraph of a cell that stands beside one of as many sessions; the whole cell where it has others."""
    paragraphs = [part.strip() for part in re.split(r"\n|;\s", cell) if part.strip()]
    return (paragraphs[number] if len(paragraphs) == of else clean(cell)) or None


_DIVIDING = ("room:", "part:", "when:", TRACK)


def _in_programmes(columns: Iterable[tuple[str, str]], known: Known) -> Iterator[Item]:
    """The items of programmes side by side, each with its own hour, under what heads its column."""
    for role, cell in columns:
        name, room = room_in(clean(role.removeprefix(SIDE)))
        day = day_in(name, known)
        room = name if is_hall(name) else room
        plain = is_day_or_half(name) or not name or room == name
        within = None if plain else PlanSession(title=block_name(name), room=room)
        for item in read_clause(cell, known.year) if cell else ():
            yield replace(item, day=item.day or day, room=item.room or room if plain else item.room, within=within)


def _side_by_side(item: Item, columns: list[tuple[str, str]], known: Known) -> Iterator[Item]:
    """An item for each column: what is held in its room, by its group, or in its day or half of one."""
    if len(columns) > 1 and len({cell for _, cell in columns}) == 1 and columns[0][0].startswith("part:"):
        columns = [("", columns[0][1])]  # all together
    for role, cell in columns:
        kind, _, named = role.partition(":")
        title, room, who = _cell_item(cell)
        told = replace(item, title=title, room=room, responsible=who or item.responsible)
        if kind == "room":
            told = replace(told, room=room or named)
        elif kind == "part":
            group, hall = room_in(named)
            told = replace(told, title=f"{group}: {title}", room=room or hall)
        elif role.startswith(TRACK):
            told = replace(told, within=track_of(named))
        elif kind == "when":
            clocks = find_clocks(named)
            start, end = (clocks[0].clock, clocks[0].until) if clocks else (item.start, item.end)
            told = replace(told, start=start, end=end, day=day_in(named, known) or item.day)
        if title and not _EMPTY.fullmatch(cell):
            yield told


_EMPTY = re.compile(r"[-–—/.x\s]*|nghỉ", re.IGNORECASE)


def _cell_item(cell: str, told: str | None = None) -> tuple[str, str | None, str | None]:
    """The item of a cell, with its room and who has it in hand: `told`, behind the item, or on a line of their own."""
    title, room = room_in(_first_paragraph(cell))
    title, who = who_in(title) if told is None else (title, told)
    offices = [clean(line) for line in cell.split("\n")[1:] if _IN_OFFICE.match(line.strip())]
    if told is None and len(offices) > 1:
        return title, room, "; ".join(offices)  # each for what he does: "Diễn giả: A; Điều phối: B"
    for line in reversed([clean(part) for part in cell.split("\n")[1:]]):
        if who is None and (names_someone(line) or LABELLED.match(line)):
            who = responsible_in(line)
        elif room is None and is_hall(line):
            room = line
        else:
            break
    return title, room, who


_IN_OFFICE = re.compile(
    r"(?:diễn giả|báo cáo viên|giảng viên|khách mời|điều phối|điều hành|chủ trì|chủ tọa|thư ký|mc|speakers?"
    r"|panell?ists?|moderators?|chairs?)\s*:\s*\S",
    re.IGNORECASE,
)


def _cell_who(cell: str | None) -> str | None:
    return (
        responsible_in(", ".join(part.strip(" -,") for part in cell.split("\n")))
        if cell and clean(cell) not in ("", "-", "–")
        else None
    )


def _first_paragraph(cell: str) -> str:
    """The item itself: the first paragraph of its cell, with the rest where that only introduces a list."""
    paragraphs = [part.strip() for part in cell.split("\n") if part.strip()]
    if not paragraphs:
        return ""
    if paragraphs[0].endswith(":") and len(paragraphs) > 1:
        return clean(" ".join([paragraphs[0], *paragraphs[1:]]))
    return clean(re.sub(r"^[-–+•]\s*", "", paragraphs[0]))
