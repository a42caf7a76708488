"""Tables laid out by spaces without a head: what and who stand in columns behind the hours."""

import re
from collections import Counter
from itertools import takewhile

from documents.plan.halls import HALL
from documents.plan.line_widths import indent_of
from documents.plan.table_rows import Lines, TableRow
from domain.dates import find_clocks

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


def timed_columns(lines: Lines, index: int, rows: list[TableRow]) -> int:
    """Lines that begin with a time, what and who behind it in columns of their own or below; the lines used."""
    if not begins_with_clock(lines[index][1]):
        return 0
    body = [*takewhile(lambda line: begins_with_clock(line[1]) or line[1].startswith("    "), lines[index:])]
    segments = [pieces_of(text) for _, text in body if begins_with_clock(text)]
    content_at, alike = _commonest([parts[1][0] for parts in segments if len(parts) > 1])
    who_at, named = _commonest([parts[2][0] for parts in segments if len(parts) > 2])
    below = [text for _, text in body if not begins_with_clock(text)]
    least = 2 if alike == named == len(segments) else 3  # two rows alike in all three columns
    if len(segments) < least or alike * 2 < len(segments) or not (named or below):
        return 0
    if any(indent_of(text) < content_at - 1 for text in below):
        return 0
    if named == 1 and not below and not any(text[who_at - 4 : who_at] == "    " for _, text in body):
        return 0  # two spaces in one line are no column
    cut = [_cut(text, content_at, who_at if named else 10_000) for _, text in body]
    halls = sum(HALL.match(cells[2]) is not None for cells in cut)
    last = "place" if halls * 2 > named else "who"
    for (number, text), cells in zip(body, cut, strict=True):
        if begins_with_clock(text):
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


def begins_with_clock(text: str) -> bool:
    """Whether a line begins with an hour."""
    clocks = find_clocks(text.strip()[:16])
    return bool(clocks) and clocks[0].at == 0


def _commonest(starts: list[int]) -> tuple[int, int]:
    return Counter(starts).most_common(1)[0] if starts else (0, 0)


def _cut(text: str, content_at: int, who_at: int) -> tuple[str, str, str]:
    """The cells of a line; what runs across the border of the columns stays whole."""
    crosses = text[who_at - 1 : who_at].strip() != ""
    middle, last = (text[content_at:], "") if crosses else (text[content_at:who_at], text[who_at:])
    return text[:content_at].strip(), middle.strip(), last.strip()
