"""Tables laid out by spaces: columns under a head, or behind times without one."""

import re
from collections import Counter
from dataclasses import replace
from itertools import takewhile

from documents.plan.agenda_blocks import GROUP
from documents.plan.agenda_who import is_who
from documents.plan.halls import HALL
from documents.plan.table_besides import begins_beside
from documents.plan.table_rows import END, NUMBERED, TableRow, header_roles, is_block_row, list_roles, schedule_roles
from documents.plan.words import is_caps, meanings
from domain.dates import find_clocks, find_dates
from domain.vietnamese import CAPITALS

_GAP = re.compile(r" {2,}|\t")


def pieces_of(text: str) -> list[tuple[int, str]]:
    """Pieces of a line between gaps of two and more spaces, with the column each starts at."""
    found, at = [], 0
    for part in _GAP.split(text):
        at = text.index(part, at) if part else at
        if part.strip():
            found.append((at, part.strip()))
        at += len(part)
    return found


def column_rows(lines: tuple[tuple[int, str], ...], index: int, rows: list[TableRow]) -> int:
    """Rows of a table laid out by spaces whose head stands at `index`; the number of lines used."""
    head = pieces_of(lines[index][1])
    heads = tuple(text for _, text in head)
    roles = header_roles(heads) if len(head) >= 2 else None
    if roles is None and len(head) >= _LEAST:
        below = [_beneath(head, text) for _, text in lines[index + 1 : index + 4]]
        roles = schedule_roles(heads, below) or list_roles(heads, below)
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
        elif _ends_columns(lines[index + used][1], second, third):
            break
        used += 1
    body = [(number, pieces_of(text)) for number, text in lines[index + 1 : index + used]]
    starts = _column_starts([segments for _, segments in body], len(head))
    if len(starts) < 2:
        return 0
    assigned = _column_roles(head, roles, starts, body)
    rows.append(TableRow(("",), ("head",), lines[index][0], lines[index][0]))
    titles = heads if len(starts) == len(head) else ()
    read = _rows_of(body, starts, assigned, over)
    rows.extend(replace(row, heads=titles) if len(row.cells) > 1 else row for row in read)
    return used


_LEAST = 3
"""Columns that a table laid out by spaces has, where no title at its head is known."""


def _beneath(head: list[tuple[int, str]], text: str) -> tuple[str, ...]:
    """The pieces of a line that begin under titles of the head; nothing where others begin elsewhere."""
    pieces = pieces_of(text)
    placed = [any(abs(at - over) <= 3 for over, _ in head) for at, _ in pieces]
    return tuple(piece for _, piece in pieces) if all(placed) else ()


def _second_column(rows: tuple[tuple[int, str], ...]) -> list[int]:
    """Where the second column begins in the first row that has one; a day over the whole width may stand above it."""
    placed = (pieces_of(text) for _, text in rows)
    return [segments[1][0] for segments in placed if len(segments) > 1][:1]


def _ends_columns(text: str, second: int, third: int | None) -> bool:
    """Whether the line stands behind the table: another head, a heading, or words that run across the columns."""
    if END.match(text) or header_roles(tuple(part for _, part in pieces_of(text))) is not None:
        return True
    alone = len(pieces_of(text)) == 1 and not is_block_row(text)
    at = len(text) - len(text.lstrip())
    if alone and is_caps(text) and (meanings(text) or _NAMES_LIST.match(text.strip())):
        return True
    if alone and at < second - 2 and len(text) > second + 12 and not find_clocks(text.strip()[:12]):
        return True
    if alone and third is not None and at < third - 12 and len(text) > third + 12:
        return True
    if alone and (NUMBERED.match(text.strip()) or _LETTERED.match(text)) and not find_clocks(text.strip()[:12]):
        return True  # a numbered heading alone on its line; the number of a row has its cells beside it
    flush = not text.startswith(" ")
    return (
        flush
        and len(pieces_of(text)) == 1
        and (len(text) > 45 or (alone and NUMBERED.match(text) is not None))
        and not find_clocks(text[:12])
    )


def _is_over_rows(lines: tuple[tuple[int, str], ...], at: int) -> bool:
    """Whether a line only names what the rows below are of: "Tiểu ban 1: … (Phòng 301). Chủ trì: TS. An" over hours."""
    text = lines[at][1].strip()
    if len(pieces_of(text)) > 1 or not (GROUP.match(text) or _LETTERED_BLOCK.match(text)):
        return False
    below = next((line for _, line in lines[at + 1 :] if line.strip()), "")
    return _begins_with_clock(below) or GROUP.match(below.strip()) is not None


_LETTERED_BLOCK = re.compile(r"[A-H]\s*[.)]\s+(?:BUỔI|PHIÊN|PHẦN|NGÀY|SÁNG|CHIỀU|TỐI)\b")


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
    for number, segments in body:
        placed = [(_column_of(starts, at), text) for piece in segments for at, text in _at_border(piece, starts)]
        opens = any(column == key for column, _ in placed) or _SUMS_UP.match(placed[0][1]) is not None
        alone = len(placed) == 1 and is_block_row(placed[0][1])
        if number in over or (alone and (placed[0][0] == 0 or find_dates(placed[0][1], 2000))):
            rows.append(([placed[0][1]], number, number))
            continue
        if opens or not rows or len(rows[-1][0]) == 1 or begins_beside(_told(rows[-1][0], roles), _said(placed, roles)):
            rows.append(([""] * len(starts), number, number))
        cells, first, _ = rows[-1]
        for column, text in placed:
            cells[column] = f"{cells[column]} {text}".strip()
        rows[-1] = (cells, first, number)
    return [TableRow(tuple(cells), roles if len(cells) > 1 else ("block",), first, last) for cells, first, last in rows]


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


_SUMS_UP = re.compile(r"(?:(?:tổng )?cộng|tổng số)\b", re.IGNORECASE)


# --- columns of spaces without a head ------------------------------------------------------------------------------


def timed_columns(lines: tuple[tuple[int, str], ...], index: int, rows: list[TableRow]) -> int:
    """Lines that begin with a time, what and who behind it in columns of their own or below; the lines used."""
    if not _begins_with_clock(lines[index][1]):
        return 0
    body = [*takewhile(lambda line: _begins_with_clock(line[1]) or line[1].startswith("    "), lines[index:])]
    segments = [pieces_of(text) for _, text in body if _begins_with_clock(text)]
    content_at, alike = _commonest([parts[1][0] for parts in segments if len(parts) > 1])
    who_at, named = _commonest([parts[2][0] for parts in segments if len(parts) > 2])
    below = [text for _, text in body if not _begins_with_clock(text)]
    least = 2 if alike == named == len(segments) else 3  # two rows alike in all three columns
    if len(segments) < least or alike * 2 < len(segments) or not (named or below):
        return 0
    if any(_indent(text) < content_at - 1 for text in below):
        return 0
    if named == 1 and not below and not any(text[who_at - 4 : who_at] == "    " for _, text in body):
        return 0  # two spaces in one line are no column
    cut = [_cut(text, content_at, who_at if named else 10_000) for _, text in body]
    halls = sum(HALL.match(cells[2]) is not None for cells in cut)
    last = "place" if halls * 2 > named else "who"
    for (number, text), cells in zip(body, cut, strict=True):
        if _begins_with_clock(text):
            rows.append(TableRow(cells, ("time", "content", last), number, number))
        else:
            rows[-1] = _with_line(rows[-1], cells, number)
    return len(body)


def _with_line(row: TableRow, cells: tuple[str, str, str], number: int) -> TableRow:
    """The row with a line below its own: words in small letters go on, others are a paragraph of the same cell."""

    def joined(above: str, below: str) -> str:
        glue = " " if below[:1].islower() or not above else "\n"
        return f"{above}{glue}{below}".strip() if below else above

    merged = tuple(joined(above, below) for above, below in zip(row.cells, ("", *cells[1:]), strict=True))
    return TableRow(merged, row.roles, row.first, number)


def _indent(text: str) -> int:
    return len(text) - len(text.lstrip())


def _begins_with_clock(text: str) -> bool:
    clocks = find_clocks(text.strip()[:16])
    return bool(clocks) and clocks[0].at == 0


def _commonest(starts: list[int]) -> tuple[int, int]:
    return Counter(starts).most_common(1)[0] if starts else (0, 0)


def _cut(text: str, content_at: int, who_at: int) -> tuple[str, str, str]:
    """The cells of a line; what runs across the border of the columns stays whole."""
    crosses = text[who_at - 1 : who_at].strip() != ""
    middle, last = (text[content_at:], "") if crosses else (text[content_at:who_at], text[who_at:])
    return text[:content_at].strip(), middle.strip(), last.strip()
