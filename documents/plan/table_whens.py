"""When a row of a table is: its hours with the day and the half of it, which a merged cell above may tell."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from documents.plan.day_lines import is_day_alone, is_day_or_half
from documents.plan.table_rows import TableRow, is_clock_cell
from domain.dates import find_clocks, find_dates

_AS_ABOVE = re.compile(r"[\"'”“’‘]{1,2}|[-–—/]{1,5}|nt|như trên", re.IGNORECASE)
_DAYS = ("day", "half")


def with_whens(rows: Iterable[TableRow]) -> Iterator[TableRow]:
    """The rows with the whole of when in the column of times.

    A day or a half in a column of its own holds until the next one, the next table or a day over the whole width.
    """
    told = dict.fromkeys(_DAYS, "")
    above: dict[str, str] = {}
    for row in rows:
        if row.roles in (("head",), ("block",)):
            above = {}
        if row.roles == ("head",) or (row.roles == ("block",) and is_day_alone(row.cells[0])):
            told = dict.fromkeys(_DAYS, "")
        row = _timed(_told_down(_of_stage(_spanned(_parted(row), above)), told))
        yield replace(row, cells=_with_day_and_end(row.cells, row.roles))


def _parted(row: TableRow) -> TableRow:
    """The row with what stands behind the hour in its cell as the item, where that has no cell of its own."""
    cells = dict(zip(row.roles, row.cells, strict=False))
    hour = cells.get("time", "")
    clocks = find_clocks(hour)
    if not clocks or cells.get("content") != "":
        return row
    item = hour[clocks[-1].to :].strip(" :–-")
    if not item[:1].isupper() or is_day_or_half(item):
        return row
    said = {"time": hour[: clocks[-1].to], "content": item}
    return replace(row, cells=tuple(said.get(role, cell) for role, cell in zip(row.roles, row.cells, strict=False)))


def _spanned(row: TableRow, above: dict[str, str]) -> TableRow:
    """The row with what a tall cell left of its hours holds for it too ("Bóng đá"), and place and person beside it."""
    cells = dict(zip(row.roles, row.cells, strict=False))
    hours = min((row.roles.index(role) for role in ("day", "time") if role in row.roles), default=0)
    if "content" not in row.roles[:hours]:
        return row
    if cells.get("content"):
        above.update({role: cells.get(role, "") for role in _SPANNED})
        return row
    if not above or not find_clocks(cells.get("time", "")):
        return row
    told = tuple(cell or above.get(role, "") for role, cell in zip(row.roles, row.cells, strict=False))
    return replace(row, cells=told)


_SPANNED = ("content", "place", "who")


def _of_stage(row: TableRow) -> TableRow:
    """The row with the stage that stands behind its day as part of what is held: "14/3 (bán kết)" of "Bóng đá"."""
    cells = dict(zip(row.roles, row.cells, strict=False))
    staged = _STAGE.fullmatch(cells.get("day", ""))
    if staged is None or not cells.get("content") or not find_dates(staged["day"], 2000):
        return row
    said = {"day": staged["day"], "content": f"{cells['content']} ({staged['stage']})"}
    return replace(row, cells=tuple(said.get(role, cell) for role, cell in zip(row.roles, row.cells, strict=False)))


_STAGE = re.compile(
    r"(?P<day>[^()]+?)\s*\((?P<stage>(?:vòng|lượt|trận|bán kết|tứ kết|chung kết|tranh)[^()]*)\)", re.IGNORECASE
)


def _told_down(row: TableRow, told: dict[str, str]) -> TableRow:
    """The row with the day and the half that hold for it; a new day begins without a half."""
    cells = list(row.cells)
    for role in _DAYS:
        if role not in row.roles or row.roles.index(role) >= len(cells):
            continue
        at = row.roles.index(role)
        own = "" if _AS_ABOVE.fullmatch(cells[at].strip()) else cells[at].strip()
        if role == "day" and own not in ("", told["day"]):
            told["half"] = ""
        told[role] = cells[at] = own or told[role]
    return replace(row, cells=tuple(cells))


def _timed(row: TableRow) -> TableRow:
    """The row with a column of times: hours under "Thời gian thực hiện", else the day itself ("Ngày | Buổi | …")."""
    if "time" in row.roles:
        return row
    if "deadline" in row.roles and _holds_hours(dict(zip(row.roles, row.cells, strict=False)).get("deadline", "")):
        return _renamed(row, "deadline")
    own = next((role for role in _DAYS if role in row.roles), None)
    return row if own is None else _renamed(row, own)


def _renamed(row: TableRow, role: str) -> TableRow:
    at = row.roles.index(role)
    return replace(row, roles=(*row.roles[:at], "time", *row.roles[at + 1 :]))


def _holds_hours(cell: str) -> bool:
    return is_clock_cell(cell) and find_clocks(cell)[0].until is not None and not find_dates(cell, 2000)


def _with_day_and_end(cells: tuple[str, ...], roles: tuple[str, ...]) -> tuple[str, ...]:
    """The cells with the whole of when in the column of times, where its day or its end has a column of its own."""
    if "time" not in roles or not {"day", "half", "end"} & set(roles):
        return cells
    said = dict(zip(reversed(roles), reversed(cells), strict=False))
    begins, ends, half, day = (said.get(role, "").strip() for role in ("time", "end", "half", "day"))
    hours = f"{begins} - {ends}" if begins and ends else begins
    if not find_clocks(hours):  # the day itself: "Ngày | Buổi | Nội dung"
        hours, half = half, hours
    hours, day = " ".join(hours.split()), " ".join(f"{half} {day}".split())
    when = f"{hours} ({day})" if hours and day else hours or day
    at = roles.index("time")
    return (*cells[:at], when, *cells[at + 1 :])
