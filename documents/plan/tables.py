"""Tables in text: rows by tabs, by pipes, or by columns of spaces; each row with what its columns mean."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise, takewhile

from documents.plan.words import is_caps, meanings
from domain.dates import find_clocks
from domain.vietnamese import fold

_ROLES: tuple[tuple[str, str], ...] = (
    ("no", r"^(?:tt|stt|no\.?|#|so tt)$"),
    (
        "deadline",
        r"thoi han|han (?:cuoi|nop|hoan thanh)|hoan thanh|tien do|deadline|due|thoi gian hoan thanh"
        r"|thoi gian thuc hien",
    ),
    ("support", r"phoi hop|support"),
    ("lead", r"chu tri|don vi thuc hien$|lead|responsible unit"),
    ("time", r"thoi gian|^gio|time|^thoi diem"),
    (
        "who",
        r"thuc hien|phu trach|nguoi|trinh bay|dieu hanh|bao cao vien|speaker|presenter|chair|don vi|ca nhan"
        r"|chu toa|phat bieu|dien gia|giang vien",
    ),
    ("quota", r"so luong|so nguoi|so dai bieu|number|^sl$"),
    ("people", r"thanh phan|doi tuong|participants?"),
    ("place", r"dia diem|noi to chuc|venue|location|place|^room$|^phong$"),
    ("content", r"noi dung|hoat dong|chuong trinh|cong viec|nhiem vu|session|topic|activity|content|item|title"),
    ("note", r"ghi chu|note|remarks?"),
)
_COMPILED = tuple((role, re.compile(pattern)) for role, pattern in _ROLES)
_ROOM = re.compile(r"^(?:phòng|hội trường|room|hall|track|phân ban|tiểu ban|giảng đường)\s+\S", re.IGNORECASE)
_HALL = re.compile(
    r"(?:hội trường|giảng đường|sảnh|nhà (?:hàng|ăn|văn hóa|thi đấu|khách)|khách sạn|sân|phòng (?:họp|hội|số)"
    r"|phòng [A-Z]?[\d.-]+|(?:[a-z0-9]+ ){1,3}(?:room|hall|garden|canteen|restaurant|hotel)\b"
    r"|room|hall|lobby|corridor|ballroom)(?!\w)",
    re.IGNORECASE,
)
_GAP = re.compile(r" {2,}|\t")
_SEPARATOR = re.compile(r"\|?[\s:|-]*-{2,}[\s:|-]*\|?")
_END = re.compile(r"\s*(?:(?:[IVX]{1,5}|1I)\s*[.\-/)]\s|Nơi nhận|Trên đây|TM\.|KT\.)")
_LONGEST_ROW = 15  # lines of a table with one cell a line
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d+)*\s*[.)]\s")


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with its cells, one role a column ("time", "content", "who", "room:Phòng A", ""), and its lines."""

    cells: tuple[str, ...]
    roles: tuple[str, ...]
    first: int
    last: int


def is_hall(cell: str) -> bool:
    """Whether a cell names where in the house: a hall, a numbered room; "Phòng Nội vụ" is an office."""
    return _HALL.match(cell) is not None and len(cell) <= 80


@lru_cache(maxsize=4096)
def role_of(title: str) -> str:
    """What a column is for by the words at its head."""
    if _ROOM.match(title.strip()):
        return f"room:{title.strip()}"
    folded = " ".join(fold(title).split()).strip(" .:*")
    if len(folded) > 45:
        return ""
    return next((role for role, pattern in _COMPILED if pattern.search(folded)), "")


def header_roles(cells: tuple[str, ...]) -> tuple[str, ...] | None:
    """The roles when the cells are a table's head: at least two known columns, none of them holding a time."""
    roles = tuple(role_of(cell) for cell in cells)
    known = [role for role in roles if role]
    if len(known) < 2 or len(known) < len(cells) - 1 or any(find_clocks(cell) for cell in cells):
        return None
    if "time" in roles and "" in roles and not any(role == "content" or role.startswith("room:") for role in roles):
        return tuple(role or "content" for role in roles)  # "Thời gian | Hạng mục | Phụ trách"
    return roles


def tables_in(lines: tuple[tuple[int, str], ...]) -> tuple[TableRow, ...]:
    """The rows of every table in the numbered lines; heads of tables are left out, but cover their lines."""
    rows: list[TableRow] = []
    index = 0
    while index < len(lines):
        used = _cell_rows(lines, index, rows) or _column_rows(lines, index, rows) or _stacked_rows(lines, index, rows)
        used = used or _timed_columns(lines, index, rows)
        index += used or 1
    return tuple(rows)


# --- tabs and pipes ------------------------------------------------------------------------------------------------


def _cells(text: str) -> tuple[str, ...]:
    """The cells of a line with tabs or pipes, else nothing."""
    if "|" in text and text.strip().count("|") >= 2:
        return tuple(cell.strip().strip("*").strip() for cell in text.strip().strip("|").split("|"))
    if "\t" in text.strip():
        return tuple(cell.strip() for cell in text.split("\t"))
    return ()


def _cell_rows(lines: tuple[tuple[int, str], ...], index: int, rows: list[TableRow]) -> int:
    """Rows of a table whose head stands at `index`, or of one without a head; the number of lines used."""
    cells = _cells(lines[index][1])
    if len(cells) < 2:
        return 0
    roles = header_roles(cells)
    if roles is None:
        return _headless_row(lines, index, cells, rows)
    rows.append(TableRow(("",), ("head",), lines[index][0], lines[index][0]))
    used = 1
    while index + used < len(lines):
        number, text = lines[index + used]
        cells = _cells(text)
        if _SEPARATOR.fullmatch(text.strip()):
            rows.append(TableRow(("",), ("head",), number, number))
            used += 1
        elif (
            len(cells) >= 2
            and len([cell for cell in cells if cell]) == 1
            and not find_clocks(cells[0][:12])
            and (_is_block_row("".join(cells)) or (cells[0] and len(cells) >= 3))
        ):
            rows.append(TableRow(("".join(cells),), ("block",), number, number))
            used += 1
        elif _is_numbered_block(cells, roles):
            rows.append(TableRow((next(filter(None, cells[1:])),), ("block",), number, number))
            used += 1
        elif len(cells) >= 2 and header_roles(cells) is None:
            taken = _taken_lines(lines, index + used, len(roles))
            rows.append(_merged(lines[index + used : index + used + taken], roles))
            used += taken
        elif (
            not cells
            and _is_block_row(text)
            and any(_cells(line) for _, line in lines[index + used + 1 : index + used + 3])
        ):
            rows.append(TableRow((text.strip(),), ("block",), number, number))
            used += 1
        else:
            break
    return used


def _is_block_row(text: str) -> bool:
    """A row over the whole width: a part of the day, a day, a session's name."""
    return (
        re.match(r"\s*(?:buổi|ngày|sáng|chiều|tối|phiên|phần|day|session|morning|afternoon)\b", text, re.IGNORECASE)
        is not None
    )


def _is_numbered_block(cells: tuple[str, ...], roles: tuple[str, ...]) -> bool:
    """A day or a part behind a Roman number or a letter, where the items have Arabic ones: "I | Ngày 14/7/2026"."""
    if roles[0] != "no" or not cells or not re.fullmatch(r"[IVX]{1,4}|[A-H]", cells[0].rstrip(".")):
        return False
    filled = [cell for cell in cells[1:] if cell]
    return len(filled) == 1 and _is_block_row(filled[0])


def _headless_row(lines: tuple[tuple[int, str], ...], index: int, cells: tuple[str, ...], rows: list[TableRow]) -> int:
    timed = [position for position, cell in enumerate(cells) if cell and _is_clock_cell(cell)]
    if not timed:
        return 0
    roles = [""] * len(cells)
    roles[timed[0]] = "time"
    after = [position for position in range(timed[0] + 1, len(cells)) if cells[position]]
    behind = ("place", "who") if len(after) > 1 and _HALL.match(cells[after[1]]) else ("who", "place")
    for position, role in zip(after, ("content", *behind), strict=False):
        roles[position] = role
    rows.append(TableRow(cells, tuple(roles), lines[index][0], lines[index][0]))
    return 1


def _is_clock_cell(cell: str) -> bool:
    clocks = find_clocks(cell)
    return bool(clocks) and clocks[0].at <= 4 and len(cell) - (clocks[-1].to - clocks[0].at) <= 12


def _taken_lines(lines: tuple[tuple[int, str], ...], at: int, columns: int) -> int:
    """How many lines a row takes: a cell of several paragraphs breaks it, and its last line brings the other cells."""
    if len(_cells(lines[at][1])) >= columns:
        return 1
    for more in range(1, 7):
        if at + more >= len(lines):
            return 1
        text = lines[at + more][1]
        cells = _cells(text)
        if _END.match(text) or _is_block_row(text) or (cells and (_is_clock_cell(cells[0]) or cells[0].isdigit())):
            return 1
        if cells:
            return more + 1
    return 1


def _merged(lines: tuple[tuple[int, str], ...], roles: tuple[str, ...]) -> TableRow:
    cells = list(_cells(lines[0][1]))
    for _, text in lines[1:]:
        parts = _cells(text) or (text.strip(),)
        cells[-1] = f"{cells[-1]}\n{parts[0]}"
        cells.extend(parts[1:])
    padded = tuple(cells[: len(roles)]) + ("",) * (len(roles) - len(cells))
    return TableRow(padded, roles, lines[0][0], lines[-1][0])


# --- one cell a line -----------------------------------------------------------------------------------------------


def _stacked_rows(lines: tuple[tuple[int, str], ...], index: int, rows: list[TableRow]) -> int:
    """A table that lost its shape: titles one a line, then the cells; with bars also empty ones."""
    width = 0
    while index + width < len(lines) and width < 6 and _is_title(lines[index + width][1]):
        width += 1
    roles = tuple(role_of(text.strip(" |")) for _, text in lines[index : index + width])
    if width < 2 or len(set(roles)) < width or "content" not in roles or index + width >= len(lines):
        return 0
    if roles[0] == "no" and "time" not in roles and (used := _numbered_rows(lines, index + width, roles, rows)):
        rows.extend(TableRow(("",), ("head",), number, number) for number, _ in lines[index : index + width])
        return width + used
    barred = all(text.rstrip().endswith("|") for _, text in lines[index : index + width])
    first = index + width
    while roles[0] == "no" and first + 1 < len(lines) and _is_number_or_block(lines[first][1]):
        first += 1
    if not barred and not find_clocks(lines[first][1][:20]):
        return 0
    rows.extend(TableRow(("",), ("head",), number, number) for number, _ in lines[index : index + width])
    if not barred and roles[0] == "no":
        _hide_numbers(lines, index + width, rows)
    used = width
    while barred and index + used + width <= len(lines):
        chunk = lines[index + used : index + used + width]
        if not all(text.rstrip().endswith("|") for _, text in chunk):
            break
        rows.append(TableRow(tuple(text.strip(" |") for _, text in chunk), roles, chunk[0][0], chunk[-1][0]))
        used += width
    return used


def _numbered_rows(lines: tuple[tuple[int, str], ...], at: int, roles: tuple[str, ...], rows: list[TableRow]) -> int:
    """Rows that each begin with the next number alone on its line; a blank line inside is an empty cell."""
    starts = [at]
    if not _is_row_number(lines[at][1], 1):
        return 0
    for place in range(at + 1, len(lines)):
        if _is_row_number(lines[place][1], len(starts) + 1):
            starts.append(place)
        elif place - starts[-1] > _LONGEST_ROW or _END.match(lines[place][1]):
            break
    if len(starts) < 2:
        return 0
    sizes = [later - start for start, later in pairwise(starts)]
    end = starts[-1] + min(max(sizes), len(lines) - starts[-1])
    for start, to in pairwise([*starts, end]):
        body = _until_blank(lines[start:to], len(roles)) if to == end else lines[start:to]
        rows.append(TableRow(_cells_of(body, len(roles)), roles, body[0][0], body[-1][0]))
        end = start + len(body) if to == end else end
    return end - at


def _is_row_number(text: str, wanted: int) -> bool:
    return re.fullmatch(rf"\s*0?{wanted}[.)]?\s*", text) is not None


def _until_blank(lines: tuple[tuple[int, str], ...], width: int) -> tuple[tuple[int, str], ...]:
    """The last row: as many lines as there are columns, empty ones counted."""
    taken = 1
    while taken < len(lines) and lines[taken][0] - lines[0][0] < width:
        taken += 1
    return lines[:taken]


def _cells_of(lines: tuple[tuple[int, str], ...], width: int) -> tuple[str, ...]:
    """One cell a line; lines too many belong to the second, what the row is about."""
    cells: list[str] = []
    for (before, _), (number, text) in pairwise([(lines[0][0] - 1, ""), *lines]):
        cells.extend([""] * min(number - before - 1, 1))
        cells.append(text.strip())
    while cells and cells[0] == "":
        cells.pop(0)
    more = len(cells) - width
    if more > 0:
        cells[1 : 2 + more] = [" ".join(cells[1 : 2 + more])]
    return tuple(cells) + ("",) * (width - len(cells))


def _is_number_or_block(text: str) -> bool:
    return re.fullmatch(r"\s*\d{1,2}\.?\s*", text) is not None or _is_block_row(text)


def _hide_numbers(lines: tuple[tuple[int, str], ...], at: int, rows: list[TableRow]) -> None:
    """The running numbers of such a table, each alone on a line before a time, say nothing."""
    last = at
    for place in range(at, len(lines) - 1):
        number, text = lines[place]
        if re.fullmatch(r"\s*\d{1,2}\.?\s*", text) and find_clocks(lines[place + 1][1][:20]):
            rows.append(TableRow(("",), ("head",), number, number))
            last = place
        elif place - last > _LONGEST_ROW:
            return


def _is_title(text: str) -> bool:
    bare = text.strip(" |")
    heading = _NUMBERED.match(bare) or _END.match(text)
    return not heading and len(text) <= 45 and bool(role_of(bare)) and not any(sign in bare for sign in "\t|:")


# --- columns of spaces ---------------------------------------------------------------------------------------------


def _segments(text: str) -> list[tuple[int, str]]:
    """Pieces of a line between gaps of two and more spaces, with the column each starts at."""
    found, at = [], 0
    for part in _GAP.split(text):
        at = text.index(part, at) if part else at
        if part.strip():
            found.append((at, part.strip()))
        at += len(part)
    return found


def _column_rows(lines: tuple[tuple[int, str], ...], index: int, rows: list[TableRow]) -> int:
    """Rows of a table laid out by spaces whose head stands at `index`; the number of lines used."""
    head = _segments(lines[index][1])
    roles = header_roles(tuple(text for _, text in head)) if len(head) >= 2 else None
    if roles is None:
        return 0
    used = 1
    following = _segments(lines[index + 1][1]) if index + 1 < len(lines) else []
    second = min(head[1][0], following[1][0] if len(following) > 1 else head[1][0])
    while index + used < len(lines) and not _ends_columns(lines[index + used][1], second):
        used += 1
    body = [(number, _segments(text)) for number, text in lines[index + 1 : index + used]]
    starts = _column_starts([segments for _, segments in body], len(head))
    if len(starts) < 2:
        return 0
    assigned = _column_roles(head, roles, starts, body)
    rows.append(TableRow(("",), ("head",), lines[index][0], lines[index][0]))
    rows.extend(_rows_of(body, starts, assigned))
    return used


def _ends_columns(text: str, second: int) -> bool:
    """Whether the line stands behind the table: another head, a heading, or words that run across the columns."""
    if _END.match(text) or header_roles(tuple(part for _, part in _segments(text))) is not None:
        return True
    alone = len(_segments(text)) == 1 and not _is_block_row(text)
    at = len(text) - len(text.lstrip())
    if alone and is_caps(text) and meanings(text):
        return True
    if alone and at < second - 2 and len(text) > second + 12 and not find_clocks(text.strip()[:12]):
        return True
    if len(_segments(text)) == 1 and _NUMBERED.match(text.strip()) and not find_clocks(text.strip()[:12]):
        return True  # a numbered heading alone on its line; the number of a row has its cells beside it
    flush = not text.startswith(" ")
    return (
        flush
        and len(_segments(text)) == 1
        and (len(text) > 45 or _NUMBERED.match(text) is not None)
        and not find_clocks(text[:12])
    )


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
    by_place = {_column_of(starts, at): role for (at, _), role in zip(head, roles, strict=True)}
    return tuple(by_place.get(number, "") for number in range(len(starts)))


def _rows_of(
    body: list[tuple[int, list[tuple[int, str]]]], starts: list[int], roles: tuple[str, ...]
) -> list[TableRow]:
    key = next(
        (n for n, role in enumerate(roles) if role == "no"), next((n for n, r in enumerate(roles) if r == "time"), 0)
    )
    rows: list[tuple[list[str], int, int]] = []
    for number, segments in body:
        placed = [(_column_of(starts, at), text) for at, text in segments]
        opens = any(column == key for column, _ in placed)
        if len(placed) == 1 and placed[0][0] == 0 and _is_block_row(placed[0][1]):
            rows.append(([placed[0][1]], number, number))
            continue
        if opens or not rows or len(rows[-1][0]) == 1:
            rows.append(([""] * len(starts), number, number))
        cells, first, _ = rows[-1]
        for column, text in placed:
            cells[column] = f"{cells[column]} {text}".strip()
        rows[-1] = (cells, first, number)
    return [TableRow(tuple(cells), roles if len(cells) > 1 else ("block",), first, last) for cells, first, last in rows]


# --- columns of spaces without a head ------------------------------------------------------------------------------


def _timed_columns(lines: tuple[tuple[int, str], ...], index: int, rows: list[TableRow]) -> int:
    """Lines that begin with a time, what and who behind it in columns of their own; the number of lines used."""
    body = [*takewhile(lambda line: _begins_with_clock(line[1]), lines[index:])]
    segments = [_segments(text) for _, text in body]
    content_at, alike = _commonest([parts[1][0] for parts in segments if len(parts) > 1])
    who_at, named = _commonest([parts[2][0] for parts in segments if len(parts) > 2])
    if len(body) < 3 or named < 1 or alike * 2 < len(body):
        return 0
    if named == 1 and not any(text[who_at - 4 : who_at] == "    " for _, text in body):
        return 0  # two spaces in one line are no column
    cut = [tuple(_cut(text, content_at, who_at)) for _, text in body]
    halls = sum(_HALL.match(cells[2]) is not None for cells in cut)
    last = "place" if halls * 2 > named else "who"
    for (number, _), cells in zip(body, cut, strict=True):
        rows.append(TableRow(cells, ("time", "content", last), number, number))
    return len(body)


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
