"""Tables laid out by spaces: columns under a head."""

import re
from collections import Counter
from dataclasses import replace

from documents.plan.agenda_blocks import GROUP
from documents.plan.agenda_who import LABELLED, is_who
from documents.plan.day_lines import is_half_alone
from documents.plan.line_widths import indent_of
from documents.plan.table_besides import begins_beside
from documents.plan.table_merged_days import with_merged_days
from documents.plan.table_middle import begins_above_hours
from documents.plan.table_rows import (
    END,
    NUMBERED,
    NUMBERED_BLOCK,
    Lines,
    TableRow,
    header_roles,
    is_block_row,
    is_sum,
    list_roles,
    role_of,
    schedule_roles,
)
from documents.plan.table_timed import begins_with_clock, pieces_of
from documents.plan.words import is_caps, meanings
from domain.dates import find_clocks, find_dates
from domain.vietnamese import CAPITALS


def column_rows(lines: Lines, index: int, rows: list[TableRow]) -> int:
    """Rows of a table laid out by spaces whose head stands at `index`; the number of lines used."""
    head = _with_hours(pieces_of(lines[index][1]), lines[index + 1 : index + _NEAR])
    heads = tuple(text for _, text in head)
    roles = header_roles(heads) if len(head) >= 2 else None
    if roles is None and len(head) >= _LEAST:
        below = [_beneath(head, text) for _, text in lines[index + 1 : index + 4]]
        roles = schedule_roles(heads, below) or list_roles(heads, below)
    if roles is None and len(head) >= 2:
        head, roles = _sums_beneath(head, lines[index + 1 : index + 5])
        heads = tuple(text for _, text in head)
    if roles is None:
        return 0
    used = 1
    second = min([head[1][0], *_second_column(lines[index + 1 : index + 5])])
    third = head[2][0] if len(head) > 2 else None
    divided = any(role.startswith(("room:", "part:")) for role in roles)
    over: set[int] = set()
    while index + used < len(lines):
        if not divided and _is_over_rows(lines, index + used):
            over.add(lines[index + used][0])
        elif _ends_columns(lines[index + used][1], second, third) or _is_heading_below(lines, index + used):
            break
        used += 1
    body = [(number, pieces_of(text)) for number, text in lines[index + 1 : index + used]]
    starts = _column_starts([segments for _, segments in body], len(head))
    if len(starts) < 2:
        return 0
    assigned = _column_roles(head, roles, starts, body)
    rows.append(TableRow(("",), ("head",), lines[index][0], lines[index][0]))
    titles = heads if len(starts) == len(head) else ()
    read = with_merged_days(_rows_of(body, starts, assigned, over))
    rows.extend(replace(row, heads=titles) if len(row.cells) > 1 else row for row in read)
    return used


_NEAR = 6  # lines


def _with_hours(head: list[tuple[int, str]], below: Lines) -> list[tuple[int, str]]:
    """The halls, groups or days at the head of columns behind the hours, which have no title of their own."""
    dividing = sum(_DIVIDES.match(role_of(text)) is not None or GROUP.match(text) is not None for _, text in head)
    if len(head) < _FEWEST or dividing < len(head):
        return head
    timed = next((text for _, text in below if begins_with_clock(text)), "")
    starts = [at for at, _ in pieces_of(timed)[1:]]
    beneath = len(starts) == len(head) and all(abs(at - over) <= 3 for at, (over, _) in zip(starts, head, strict=True))
    return [(0, _HOURS), *head] if beneath else head


_FEWEST = 2
_HOURS = "Thời gian"
_DIVIDES = re.compile("room:")
_LEAST = 3
"""Columns that a table laid out by spaces has, where no title at its head is known."""


def _beneath(head: list[tuple[int, str]], text: str) -> tuple[str, ...]:
    """The pieces of a line that begin under titles of the head; nothing where others begin elsewhere."""
    pieces = pieces_of(text)
    placed = [any(abs(at - over) <= 3 for over, _ in head) for at, _ in pieces]
    return tuple(piece for _, piece in pieces) if all(placed) else ()


def _sums_beneath(head: list[tuple[int, str]], below: Lines) -> tuple[list[tuple[int, str]], tuple[str, ...] | None]:
    """The head and its roles where sums stand below it, in the order of its titles; who pays may have no title."""
    rows = [tuple(text for _, text in pieces_of(line)) for _, line in below]
    first = pieces_of(below[0][1])[:1] if below else []
    untitled = [(first[0][0], ""), *head] if first and first[0][0] < head[0][0] - 2 else head
    roles = list_roles(tuple(text for _, text in untitled), rows) if any(map(_holds_sum, rows)) else None
    return (untitled, roles) if roles is not None else (head, None)


def _holds_sum(row: tuple[str, ...]) -> bool:
    return len(row) > 1 and any(is_sum(cell) for cell in row[1:])


def _second_column(rows: Lines) -> list[int]:
    """Where the second column begins in the first row that has one; a day over the whole width may stand above it."""
    placed = (pieces_of(text) for _, text in rows)
    return [segments[1][0] for segments in placed if len(segments) > 1][:1]


def _ends_columns(text: str, second: int, third: int | None) -> bool:
    """Whether the line stands behind the table: another head, a heading, or words that run across the columns."""
    if END.match(text) or header_roles(tuple(part for _, part in pieces_of(text))) is not None:
        return True
    alone = len(pieces_of(text)) == 1 and not is_block_row(text)
    at = indent_of(text)
    if alone and is_caps(text) and (meanings(text) or _NAMES_LIST.match(text.strip())):
        return True
    if alone and at < second - 2 and len(text) > second + 12 and not find_clocks(text.strip()[:12]):
        return True
    if alone and third is not None and at < third - 12 and len(text) > third + 12:
        return True
    if alone and (NUMBERED.match(text.strip()) or _LETTERED.match(text.strip())) and not find_clocks(text.strip()[:12]):
        return True  # a numbered heading alone on its line; the number of a row has its cells beside it
    flush = not text.startswith(" ")
    return (
        flush
        and len(pieces_of(text)) == 1
        and (len(text) > 45 or (alone and NUMBERED.match(text) is not None))
        and not find_clocks(text[:12])
    )


def _is_heading_below(lines: Lines, at: int) -> bool:
    """Whether a line alone behind a blank one heads the next matter, though in small letters: "Phân công"."""
    (above, _), (number, text) = lines[at - 1 : at + 1]
    alone = number - above > 1 and indent_of(text) == 0 and len(pieces_of(text)) == 1 and len(text.split()) <= _SHORT
    return alone and bool(meanings(text)) and not (is_block_row(text) or find_clocks(text))


_SHORT = 6  # words


def _is_over_rows(lines: Lines, at: int) -> bool:
    """Whether a line only names what the rows below are of: "Tiểu ban 1: … (Phòng 301). Chủ trì: TS. An" over hours."""
    text = lines[at][1].strip()
    if len(pieces_of(text)) > 1 or not (GROUP.match(text) or NUMBERED_BLOCK.match(text)):
        return False
    below = next((line for _, line in lines[at + 1 :] if line.strip()), "")
    return begins_with_clock(below) or GROUP.match(below.strip()) is not None


_LETTERED = re.compile(rf"[A-H]\s*[.)]\s+[{CAPITALS}]{{2}}")
_NAMES_LIST = re.compile(r"(?:DANH SÁCH|BẢNG|BIỂU|SƠ ĐỒ|LỊCH|THỰC ĐƠN)\s")


def _column_starts(body: list[list[tuple[int, str]]], wanted: int) -> list[int]:
    """Where the columns begin: the commonest starts of pieces, neighbours within three taken together."""
    counts = Counter(at for segments in body for at, _ in segments)
    groups: list[list[int]] = []
    for at in sorted(counts):
        if groups and at - groups[-1][-1] <= 3:
            groups[-1].append(at)
        else:
            groups.append([at])
    ranked = sorted(groups, key=lambda group: -sum(counts[at] for at in group))[:wanted]
    return sorted(min(group) for group in ranked)


def _column_of(starts: list[int], at: int) -> int:
    return max((number for number, start in enumerate(starts) if start <= at + 2), default=0)


def _column_roles(
    head: list[tuple[int, str]],
    roles: tuple[str, ...],
    starts: list[int],
    body: list[tuple[int, list[tuple[int, str]]]],
) -> tuple[str, ...]:
    """Roles by order when the counts agree, else by what the columns hold."""
    if len(starts) == len(head):
        return roles
    placed = [(_column_of(starts, at), role) for (at, _), role in zip(head, roles, strict=True)]
    by_place = dict(reversed(placed))  # a column that nothing stands in ("Ghi chú") takes no name from the one before
    return tuple(by_place.get(number, "") for number in range(len(starts)))


def _rows_of(
    body: list[tuple[int, list[tuple[int, str]]]], starts: list[int], roles: tuple[str, ...], over: set[int]
) -> list[TableRow]:
    key = next(
        (n for n, role in enumerate(roles) if role == "no"), next((n for n, r in enumerate(roles) if r == "time"), 0)
    )
    rows: list[tuple[list[str], int, int]] = []
    lines = [(number, _placed(segments, starts)) for number, segments in body]
    over = over | {number for number, placed in lines if _is_over_all(placed)}
    higher = _above_hours([line for line in lines if line[0] not in over], key, roles)
    for number, placed in lines:
        opens = any(column == key for column, _ in placed) or _SUMS_UP.match(placed[0][1]) is not None
        opens = opens or is_half_alone(_said(placed, roles).get("half", ""))  # of the day in a merged cell
        opens = opens if higher is None else number in higher
        if number in over:
            rows.append(([placed[0][1]], number, number))
            continue
        if opens or not rows or len(rows[-1][0]) == 1 or begins_beside(_told(rows[-1][0], roles), _said(placed, roles)):
            rows.append(([""] * len(starts), number, number))
        elif _is_merged_row(rows[-1][0], placed, roles):
            above = [*rows[-1][0]]
            for column, _ in placed:
                above[column] = ""
            rows.append((above, number, number))
        cells, first, _ = rows[-1]
        for column, text in placed:
            glue = "\n" if _is_of_its_own(text, roles[column]) else " "
            cells[column] = f"{cells[column]}{glue}{text}".strip()
        rows[-1] = (cells, first, number)
    return [TableRow(tuple(cells), roles if len(cells) > 1 else ("block",), first, last) for cells, first, last in rows]


def _is_of_its_own(text: str, role: str) -> bool:
    """Whether a line of a cell tells who leads the item above it, and does not go on with its words."""
    return LABELLED.match(text) is not None or (role.startswith(("room:", "part:")) and is_who(text))


Cells = list[tuple[int, str]]
"""What a line holds, each with its column."""


def _is_over_all(placed: Cells) -> bool:
    """Whether a line is a day or a part over the rows below."""
    if len(placed) != 1 or not is_block_row(placed[0][1]):
        return False
    return placed[0][0] == 0 or bool(find_dates(placed[0][1], 2000))


def _above_hours(lines: list[tuple[int, Cells]], key: int, roles: tuple[str, ...]) -> frozenset[int] | None:
    if not {"time", "content"} <= {*roles}:
        return None
    return begins_above_hours([(number, dict(placed)) for number, placed in lines], key)


def _at_border(piece: tuple[int, str], starts: list[int]) -> list[tuple[int, str]]:
    """The piece cut where a full cell left but one space before whoever stands in the next column."""
    at, text = piece
    for start in starts:
        to = start - at
        if 0 < to < len(text) and text[to - 1] == " " and text[to].isupper() and is_who(text[to:]):
            return [(at, text[:to].strip()), (start, text[to:])]
    return [piece]


def _told(cells: list[str], roles: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(roles, cells, strict=True))


def _said(placed: list[tuple[int, str]], roles: tuple[str, ...]) -> dict[str, str]:
    return {roles[column]: text for column, text in placed}


def _placed(segments: list[tuple[int, str]], starts: list[int]) -> list[tuple[int, str]]:
    """The pieces of a line with the numbers of their columns: in order where it has as many as there are columns."""
    if len(segments) == len(starts):
        return [(column, text) for column, (_, text) in enumerate(segments)]
    return [(_column_of(starts, at), text) for piece in segments for at, text in _at_border(piece, starts)]


def _is_merged_row(above: list[str], placed: Cells, roles: tuple[str, ...]) -> bool:
    """Whether a line is a row whose first cells are those of the one above.

    Another room of the hotel, at its price, or what else a unit has to do, by a day of its own.
    """
    if len(placed) < 2:
        return False
    sums = any(is_sum(text) and is_sum(above[column]) for column, text in placed)
    said = _said(placed, roles)
    due = said.get("deadline", "") and _told(above, roles)["deadline"]
    return sums or bool(due and all(find_dates(day, 2000) for day in (said["deadline"], due)))


_SUMS_UP = re.compile(r"(?:(?:tổng )?cộng|tổng số)\b", re.IGNORECASE)
