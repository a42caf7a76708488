"""Tables in text: rows by tabs, by pipes, or by columns of spaces; each row with what its columns mean."""

import re
from dataclasses import replace
from itertools import takewhile, zip_longest

from documents.plan.day_lines import HALF_NAME
from documents.plan.halls import HALL
from documents.plan.table_bars import with_first_cells
from documents.plan.table_cells import timed_cells
from documents.plan.table_columns import column_rows
from documents.plan.table_halves import side_programmes
from documents.plan.table_list_cells import listed_cells
from documents.plan.table_rows import (
    END,
    Lines,
    TableRow,
    header_roles,
    is_block_row,
    is_clock_cell,
    list_roles,
    role_of,
    schedule_roles,
)
from documents.plan.table_stacks import stacked_rows
from documents.plan.table_timed import timed_columns
from documents.plan.table_tracks import with_tracks
from documents.plan.table_unnamed import with_named_columns
from documents.plan.table_whens import with_whens
from documents.plan.words import is_caps
from domain.dates import find_clocks

_SEPARATOR = re.compile(r"\|?[\s:|-]*-{2,}[\s:|-]*\|?")


def tables_in(lines: Lines) -> tuple[TableRow, ...]:
    """The rows of every table in the numbered lines; heads of tables are left out, but cover their lines."""
    rows: list[TableRow] = []
    index = 0
    lines = with_first_cells(_in_bars(lines))
    while index < len(lines):
        used = side_programmes(lines, index, rows)
        used = (
            used or _cell_rows(lines, index, rows) or column_rows(lines, index, rows) or timed_cells(lines, index, rows)
        )
        used = used or stacked_rows(lines, index, rows) or timed_columns(lines, index, rows)
        used = used or listed_cells(lines, index, rows)
        index += used or 1
    return tuple(with_whens(with_tracks([*with_named_columns(rows)])))


def _in_bars(lines: Lines) -> Lines:
    """The lines with bars around those of a table whose two columns have but one between them."""
    found = [*lines]
    begins = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and _ONE_BAR.fullmatch(lines[at][1]):
            continue
        if at - begins >= _LEAST_ROWS:
            found[begins:at] = [(number, f"| {text.strip()} |") for number, text in lines[begins:at]]
        begins = at + 1
    return tuple(found)


_ONE_BAR = re.compile(r"[^|\t]*\S[ ]\|[ ][^|\t]*\S[^|\t]*")
_LEAST_ROWS = 3


# --- tabs and pipes ------------------------------------------------------------------------------------------------


def _cells(text: str) -> tuple[str, ...]:
    """The cells of a line with tabs or pipes, else nothing."""
    if "|" in text and (text.strip().count("|") >= 2 or " | " in text.strip()):
        bare = text.strip()
        merged = bare.startswith("|") and not bare.endswith("|")  # the first cell goes on from the row above
        return tuple(cell.strip().strip("*").strip() for cell in (bare if merged else bare.strip("|")).split("|"))
    if "\t" in text.strip():
        return tuple(cell.strip() for cell in text.split("\t"))
    return ()


def _cell_rows(lines: Lines, index: int, rows: list[TableRow]) -> int:
    """Rows of a table whose head stands at `index`, or of one without a head; the number of lines used."""
    if used := _delimited_rows(lines, index, rows):
        return used
    cells = _cells(lines[index][1])
    if len(cells) < 2:
        return 0
    roles = header_roles(cells)
    double = _double_head(lines, index)
    if double is not None:
        rows.append(TableRow(("",), ("head",), lines[index][0], lines[index][0]))
        roles, index = double, index + 1
    if roles is None:
        below = [_cells(text) for _, text in lines[index + 1 : index + 4] if not _SEPARATOR.fullmatch(text.strip())]
        roles = schedule_roles(cells, below) or list_roles(cells, below, drawn=_is_drawn(lines, index))
    if roles is None:
        return _headless_row(lines, index, cells, rows)
    rows.append(TableRow(("",), ("head",), lines[index][0], lines[index][0]))
    begun = len(rows)
    used = _body(lines, index, roles, rows) + (double is not None)
    rows[begun:] = [_under(row, cells) for row in rows[begun:]]
    return used


def _is_drawn(lines: Lines, index: int) -> bool:
    """Whether bars stand between the columns of a head and its rows, which is no head of a letter in capitals."""
    text = lines[index][1]
    return "|" in text and (_is_ruled(lines, index) or not is_caps(text))


def _is_ruled(lines: Lines, index: int) -> bool:
    """Whether a rule stands under the cells of a line, as under a head in Markdown."""
    below = lines[index + 1][1].strip() if index + 1 < len(lines) and len(_cells(lines[index][1])) > 1 else ""
    return "|" in below and _SEPARATOR.fullmatch(below) is not None


def _under(row: TableRow, heads: tuple[str, ...]) -> TableRow:
    """The row with the titles over its columns, where it has those columns."""
    return replace(row, heads=heads) if len(row.cells) == len(heads) > 1 else row


def _double_head(lines: Lines, index: int) -> tuple[str, ...] | None:
    """The roles under a head of two lines: "Thời gian | | Nội dung" over "Từ | Đến |"."""
    upper, lower = (_cells(lines[at][1]) if at < len(lines) else () for at in (index, index + 1))
    below = {role_of(cell) for cell in lower if cell and cell not in upper}
    if not {"time", "end"} <= below <= {"time", "end"}:
        return None
    both = zip_longest(upper, lower, fillvalue="")
    return header_roles(tuple(under or above for above, under in both))


def _body(lines: Lines, index: int, roles: tuple[str, ...], rows: list[TableRow]) -> int:
    """The rows under a head; the number of lines used with the head."""
    used = 1
    while index + used < len(lines):
        number, text = lines[index + used]
        cells = _cells(text)
        if used > 1 and _is_ruled(lines, index + used):
            break  # the head of the next table
        if _SEPARATOR.fullmatch(text.strip()):
            rows.append(TableRow(("",), ("head",), number, number))
            used += 1
        elif (
            len(cells) >= 2
            and len([cell for cell in cells if cell]) == 1
            and not find_clocks(cells[0][:12])
            and (is_block_row("".join(cells)) or (cells[0] and len(cells) >= 3))
        ):
            rows.append(TableRow(("".join(cells),), ("block",), number, number))
            used += 1
        elif (part := _numbered_block(cells, roles)) is not None:
            rows.append(TableRow((part,), ("block",), number, number))
            used += 1
        elif len(cells) >= 2 and header_roles(cells) is None:
            taken = _taken_lines(lines, index + used, len(roles))
            rows.append(_merged(lines[index + used : index + used + taken], roles))
            used += taken
        elif (
            not cells
            and (is_block_row(text) or _NUMBERED_BODY.match(text))
            and any(_cells(line) for _, line in lines[index + used + 1 : index + used + 3])
        ):
            rows.append(TableRow((text.strip(),), ("block",), number, number))
            used += 1
        else:
            break
    return used


_NUMBERED_BODY = re.compile(
    r"\s*(?:[IVX]{1,4}|[A-H])\s*[).]\s*(?:Tiểu ban|Tổ|Ban|Nhóm|Bộ phận|Phòng)\s"
)  # "II) Tiểu ban lễ tân"


def _delimited_rows(lines: Lines, index: int, rows: list[TableRow]) -> int:
    """A table pasted from a file with semicolons between its cells, its head at `index`."""
    head = tuple(cell.strip() for cell in lines[index][1].split(";"))
    roles = header_roles(head) if len(head) > 2 else None
    if roles is None and len(head) > 2 and role_of(head[0]) == "no":
        roles = list_roles(head, [tuple(text.split(";")) for _, text in lines[index + 1 : index + 4]])
    if roles is None or not (roles[0] in ("no", "time") or "time" in roles or "deadline" in roles):
        return 0
    body = [*takewhile(lambda line: line[1].count(";") >= len(head) - 1, lines[index + 1 :])]
    if not body:
        return 0
    rows.append(TableRow(("",), ("head",), lines[index][0], lines[index][0]))
    for number, text in body:
        cells = tuple(cell.strip() for cell in text.split(";"))[: len(head)]
        rows.append(TableRow(cells, roles, number, number, head))
    return 1 + len(body)


def _numbered_block(cells: tuple[str, ...], roles: tuple[str, ...]) -> str | None:
    """A day or a part behind a Roman number or a letter, where the items have Arabic ones.

    "I | Ngày 14/7/2026", or the half of the day with the name of its part: "B | BUỔI CHIỀU | HỘI DIỄN (Nhà hát)".
    """
    if roles[0] != "no" or not cells or not re.fullmatch(r"[IVX]{1,4}|[A-H]", cells[0].rstrip(".")):
        return None
    filled = [cell for cell in cells[1:] if cell]
    if len(filled) == 2 and _HALF.fullmatch(filled[0]) and is_caps(filled[1].partition("(")[0]):
        return ": ".join(filled)
    return filled[0] if len(filled) == 1 and is_block_row(filled[0]) else None


_HALF = re.compile(HALF_NAME, re.IGNORECASE)


def _headless_row(lines: Lines, index: int, cells: tuple[str, ...], rows: list[TableRow]) -> int:
    timed = [position for position, cell in enumerate(cells) if cell and is_clock_cell(cell)]
    if not timed:
        return 0
    roles = [""] * len(cells)
    roles[timed[0]] = "time"
    if timed[0] and (not cells[timed[0] - 1] or is_block_row(cells[timed[0] - 1])):
        roles[timed[0] - 1] = "day"
    after = [position for position in range(timed[0] + 1, len(cells)) if cells[position]]
    behind = ("place", "who") if len(after) > 1 and HALL.match(cells[after[1]]) else ("who", "place")
    for position, role in zip(after, ("content", *behind), strict=False):
        roles[position] = role
    rows.append(TableRow(cells, tuple(roles), lines[index][0], lines[index][0]))
    return 1


def _taken_lines(lines: Lines, at: int, columns: int) -> int:
    """How many lines a row takes: a cell of several paragraphs breaks it, and its last line brings the other cells."""
    if len(_cells(lines[at][1])) >= columns:
        return 1
    for more in range(1, 7):
        if at + more >= len(lines):
            return 1
        text = lines[at + more][1]
        cells = _cells(text)
        if END.match(text) or is_block_row(text) or (cells and (is_clock_cell(cells[0]) or cells[0].isdigit())):
            return 1
        if cells:
            return more + 1 if len(_cells(lines[at][1])) + len(cells) - 1 <= columns else 1
    return 1


def _merged(lines: Lines, roles: tuple[str, ...]) -> TableRow:
    cells = list(_cells(lines[0][1]))
    for _, text in lines[1:]:
        parts = _cells(text) or (text.strip(),)
        cells[-1] = f"{cells[-1]}\n{parts[0]}"
        cells.extend(parts[1:])
    padded = tuple(cells[: len(roles)]) + ("",) * (len(roles) - len(cells))
    return TableRow(padded, roles, lines[0][0], lines[-1][0])
