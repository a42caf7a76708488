"""Days and halves of them in merged cells of a table laid out by spaces, where they stand beside the middle of rows.

"8h00 Đăng ký" / "11/9/2025  8h30 Khai mạc" / "10h00 Hỏi đáp": the day is that of the first row too.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import time
from itertools import takewhile

from documents.plan.day_lines import is_day_alone
from documents.plan.table_rows import TableRow
from domain.dates import find_clocks, find_dates


def with_merged_days(rows: list[TableRow]) -> list[TableRow]:
    """The rows, each with the day of the rows about it: a new day begins where the hours begin anew."""
    if not any("day" in row.roles for row in rows):
        return rows
    found: list[TableRow] = []
    at = 0
    while at < len(rows):
        run = [*takewhile(lambda row: row.roles != ("block",) or _day_of(row), rows[at:])] or rows[at : at + 1]
        found.extend(_of_run(run))
        at += len(run)
    return found


def _of_run(rows: list[TableRow]) -> list[TableRow]:
    """The rows of a part of the programme; a day alone on its line is a cell beside them, where it has to be."""
    days = _days([text for row in rows if (text := _day_of(row))])
    held = [row for row in rows if row.roles != ("block",)]
    if not days or not any(map(_start, held)):
        return rows
    of_each = _anew(held)
    if of_each[-1] + 1 != len(days) or _stands(rows, days, [held[of_each.index(at)] for at in range(len(days))]):
        return rows
    return [_on(row, days[at]) for row, at in zip(held, of_each, strict=True)]


def _days(texts: list[str]) -> list[str]:
    """The days that the cells tell, each once, though its weekday stands in the cell above: "Thứ Năm", "18/9"."""
    found: dict[object, str] = {}
    before = ""
    for text in texts:
        whole = f"{before} {text}".strip()
        dates = find_dates(whole, _SOME_YEAR)
        before = "" if dates else whole
        if dates:
            found.setdefault(dates[0].first, _HALF.sub("", whole).strip(" ,(-–"))
    return [] if before else [*found.values()]


_SOME_YEAR = 2000
_HALF = re.compile(r"\b(?:buổi )?(?:sáng|chiều|tối)\b", re.IGNORECASE)


def _anew(rows: Iterable[TableRow]) -> list[int]:
    """Of each row, in the how manieth run of rising hours it stands."""
    found: list[int] = []
    last = time(0)
    for row in rows:
        begins = _start(row)
        found.append((found[-1] if found else 0) + (begins is not None and begins < last))
        last = begins or last
    return found


def _stands(rows: list[TableRow], days: list[str], firsts: list[TableRow]) -> bool:
    """Whether each day stands in the first of its rows or on the line over it, where it holds for those below."""

    def tells(row: TableRow, day: str) -> bool:
        told = _day_of(row)
        return bool(told) and (told in day or day in told)

    at_heads = zip(days, firsts, strict=True)
    return all(tells(first, day) or tells(rows[max(0, rows.index(first) - 1)], day) for day, first in at_heads)


def _on(row: TableRow, day: str) -> TableRow:
    """The row on its day; the half of it is that of its hour, whatever stands beside."""
    said = {"day": day} | ({"half": ""} if _start(row) else {})
    return replace(row, cells=tuple(said.get(role, cell) for role, cell in zip(row.roles, row.cells, strict=True)))


def _day_of(row: TableRow) -> str:
    """What a row says of its day, or a line over rows that says no more."""
    return row.cells[0].strip() if row.roles == ("block",) and is_day_alone(row.cells[0]) else _cell(row, "day")


def _cell(row: TableRow, role: str) -> str:
    return dict(zip(row.roles, row.cells, strict=True)).get(role, "").strip()


def _start(row: TableRow) -> time | None:
    clocks = find_clocks(_cell(row, "time"))
    return clocks[0].clock if clocks else None
