"""Tables that lost their shape: one cell a line."""

import re
from itertools import pairwise

from documents.plan.table_rows import END, NUMBERED, Lines, TableRow, is_block_row, of_classes, role_of
from domain.dates import find_clocks

_LONGEST_ROW = 15  # lines of a table with one cell a line


def stacked_rows(lines: Lines, index: int, rows: list[TableRow]) -> int:
    """A table that lost its shape: titles one a line, then the cells; with bars also empty ones."""
    width = 0
    while index + width < len(lines) and width < 6 and _is_title(lines[index + width][1]):
        width += 1
    roles = tuple(role_of(text.strip(" |")) for _, text in lines[index : index + width])
    if width < 2 or len(set(roles)) < width or not {"content", "class"} & set(roles) or index + width >= len(lines):
        return 0
    if (
        roles[0] == "no"
        and ("time" not in roles or of_classes(roles))
        and (used := _numbered_rows(lines, index + width, roles, rows))
    ):
        rows.extend(TableRow(("",), ("head",), number, number) for number, _ in lines[index : index + width])
        return width + used
    barred = all(text.rstrip().endswith("|") for _, text in lines[index : index + width])
    first = index + width
    while first + 1 < len(lines) and _is_number_or_block(lines[first][1], roles[0] == "no"):
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


def _numbered_rows(lines: Lines, at: int, roles: tuple[str, ...], rows: list[TableRow]) -> int:
    """Rows that each begin with the next number alone on its line; a blank line inside is an empty cell."""
    starts = [at]
    if not _is_row_number(lines[at][1], 1):
        return 0
    for place in range(at + 1, len(lines)):
        if _is_row_number(lines[place][1], len(starts) + 1):
            starts.append(place)
        elif place - starts[-1] > _LONGEST_ROW or END.match(lines[place][1]):
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


def _until_blank(lines: Lines, width: int) -> Lines:
    """The last row: as many lines as there are columns, empty ones counted."""
    taken = 1
    while taken < len(lines) and lines[taken][0] - lines[0][0] < width:
        taken += 1
    return lines[:taken]


def _cells_of(lines: Lines, width: int) -> tuple[str, ...]:
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


def _is_number_or_block(text: str, numbered: bool) -> bool:
    return is_block_row(text) or (numbered and re.fullmatch(r"\s*\d{1,2}\.?\s*", text) is not None)


def _hide_numbers(lines: Lines, at: int, rows: list[TableRow]) -> None:
    """The running numbers of such a table, each alone on a line before a time, say nothing."""
    last = at
    for place in range(at, len(lines) - 1):
        number, text = lines[place]
        if re.fullmatch(r"\s*\d{1,2}\.?\s*", text) and find_clocks(lines[place + 1][1][:20]):
            rows.append(TableRow(("",), ("head",), number, number))
            last = place
        elif place - last > _LONGEST_ROW:
            return


_COLUMNS = re.compile(r"\S {3,}\S")
"""Titles beside each other, which are no cell alone on its line."""


def _is_title(text: str) -> bool:
    bare = text.strip(" |")
    heading = NUMBERED.match(bare) or END.match(text) or _COLUMNS.search(bare)
    return not heading and len(text) <= 45 and bool(role_of(bare)) and not any(sign in bare for sign in "\t|:")
