"""Programmes that lost their shape, one cell a line, under titles that tell what the cells are: hour, item, hall, who.

"Thời gian", "Nội dung", "Địa điểm", "Phụ trách" over "08:00 - 08:20", "Khai mạc", "Phòng Ngọc", "Ông An".
"""

import re
from dataclasses import replace
from itertools import pairwise

from documents.plan.agenda_who import LABELLED, names_someone
from documents.plan.day_lines import is_clock_alone, is_day_alone
from documents.plan.halls import is_hall
from documents.plan.table_rows import (
    END,
    NUMBERED,
    Lines,
    TableRow,
    header_roles,
    is_block_row,
    role_of,
    schedule_roles,
)
from documents.plan.words import is_caps, meanings
from domain.vietnamese import squeeze

_MOST_TITLES = 7
_LONGEST_TITLE = 45
_LONGEST_ROW = 12  # lines
_NUMBER = re.compile(r"\d{1,2}\.?")
_ENDS_TITLE = (".", ";", ":", ",")


def timed_cells(lines: Lines, index: int, rows: list[TableRow]) -> int:
    """Rows of such a programme whose titles begin at `index`; the lines used, none where a row has too many cells."""
    if role_of(lines[index][1]) not in ("no", "time"):
        return 0
    width = _titles_at(lines, index)
    titles = tuple(squeeze(text) for _, text in lines[index : index + width])
    first = next((at for at in (index + width, index + width + 1) if _begins_row(lines, at)), None)
    if width < 2 or first is None or (first > index + width and not is_block_row(lines[first - 1][1])):
        return 0
    roles = header_roles(titles) or schedule_roles(titles, [tuple(_hour_below(lines, first, titles))])
    if roles is None or not {"time", "content"} <= {*roles} or roles.index("time") > 1 or _names_twice(roles):
        return 0
    read, to = _rows_of(lines, index + width, roles)
    if len(read) < _LEAST or any(row is None for row in read):
        return 0
    rows.extend(TableRow(("",), ("head",), number, number) for number, _ in lines[index : index + width])
    rows.extend(replace(row, heads=titles) if len(row.cells) > 1 else row for row in read if row is not None)
    return to - index


_LEAST = 2


def _names_twice(roles: tuple[str, ...]) -> bool:
    """Whether two columns are for the same; of people there may be several, who speaks and who chairs."""
    single = [role for role in roles if role != "who"]
    return len({*single}) < len(single)


def _titles_at(lines: Lines, index: int) -> int:
    """How many lines from `index` on are titles."""
    width = 0
    while index + width < len(lines) and width < _MOST_TITLES:
        text = lines[index + width][1].strip()
        known = bool(text) and not any(map(str.isdigit, text)) and not text.endswith(_ENDS_TITLE)
        if (
            not known
            or len(text) > _LONGEST_TITLE
            or is_day_alone(text)
            or END.match(text)
            or "\t" in text
            or "|" in text
        ):
            break
        if width and is_block_row(text) and not role_of(text):
            break
        width += 1
    return width


def _hour_below(lines: Lines, first: int, titles: tuple[str, ...]) -> list[str]:
    return [text.strip() for _, text in lines[first : first + len(titles)]]


def _begins_row(lines: Lines, at: int) -> bool:
    """Whether a row begins: with its hour, or with its number over its hour."""
    if at >= len(lines):
        return False
    if is_clock_alone(lines[at][1]):
        return True
    return (
        _NUMBER.fullmatch(lines[at][1].strip()) is not None and at + 1 < len(lines) and is_clock_alone(lines[at + 1][1])
    )


def _ends_table(text: str) -> bool:
    bare = text.strip()
    return bool(END.match(text) or NUMBERED.match(bare) or (is_caps(bare) and meanings(bare)))


def _rows_of(lines: Lines, at: int, roles: tuple[str, ...]) -> tuple[list[TableRow | None], int]:
    """The rows from a line on, None for one whose cells are too many, and where they end."""
    found: list[TableRow | None] = []
    while at < len(lines):
        number, text = lines[at]
        if not _begins_row(lines, at):
            if not (is_block_row(text) and _begins_row(lines, at + 1)):
                break
            found.append(TableRow((text.strip(),), ("block",), number, number))
            at += 1
            continue
        hour = at if is_clock_alone(text) else at + 1
        to = _row_end(lines, hour, len(roles) - 1 - roles.index("time"))
        found.append(_row(lines[at:to], lines[hour][1], lines[hour + 1 : to], roles, _gap_behind(lines, to)))
        at = to
    return found, at


def _row_end(lines: Lines, hour: int, most: int) -> int:
    """Where the row of an hour ends: at the next one, at a day or a part, or behind its last cell."""
    for at in range(hour + 1, min(len(lines), hour + _LONGEST_ROW)):
        text = lines[at][1]
        part = at > hour + 1 and is_block_row(text) and _begins_row(lines, at + 1)
        if _begins_row(lines, at) or _ends_table(text) or part or (at > hour + 1 and role_of(text) in ("no", "time")):
            return at
    to = hour + 1
    while (
        to < len(lines) and to <= hour + most and lines[to][0] - lines[to - 1][0] == 1 and not _ends_table(lines[to][1])
    ):
        to += 1
    return to


def _gap_behind(lines: Lines, at: int) -> int:
    """How many blank lines stand behind the last one of a row."""
    return lines[at][0] - lines[at - 1][0] - 1 if at < len(lines) else 0


def _row(whole: Lines, hour: str, body: Lines, roles: tuple[str, ...], gap: int) -> TableRow | None:
    """The row with each line in its column; a blank line is an empty cell where that makes as many as there are."""
    columns = [at for at, role in enumerate(roles) if role not in ("no", "time")]
    texts: list[str] = []
    for text in (squeeze(text) for _, text in body):
        if texts and text[:1].islower():
            texts[-1] = f"{texts[-1]} {text}"
        else:
            texts.append(text)
    if not texts or len(texts) > len(columns):
        return None
    with_blanks = _with_blanks(whole[-len(body) - 1 :], gap)
    placed = (
        dict(zip(columns, texts, strict=True))
        if len(texts) == len(columns)
        else dict(zip(columns, with_blanks, strict=True))
        if len(with_blanks) == len(columns)
        else _by_kind(texts, columns, roles)
    )
    if placed is None:
        return None
    placed[roles.index("time")] = hour.strip()
    return TableRow(tuple(placed.get(at, "") for at in range(len(roles))), roles, whole[0][0], whole[-1][0])


def _with_blanks(lines: Lines, gap: int) -> list[str]:
    """The lines behind the hour with what blank lines between them leave empty."""
    cells: list[str] = []
    for (before, _), (number, text) in pairwise(lines):
        cells.extend([""] * (number - before - 1))
        cells.append(squeeze(text))
    return [*cells, *[""] * gap]


def _by_kind(texts: list[str], columns: list[int], roles: tuple[str, ...]) -> dict[int, str] | None:
    """The item first, then halls and people in their columns, and what is neither in the first that is free."""
    placed = {roles.index("content"): texts[0]}
    for text in texts[1:]:
        kind = "place" if is_hall(text) else "who" if names_someone(text) or LABELLED.match(text) else ""
        free = [at for at in columns if at not in placed]
        own = next((at for at in free if roles[at] == kind or (kind == "who" and roles[at] == "lead")), None)
        if own is None and not free:
            return None
        placed[free[0] if own is None else own] = text
    return placed
