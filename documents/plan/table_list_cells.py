"""Lists that lost their shape, one cell a line, under titles of any matter: buses, groups, rooms, who brings what.

"Xe", "Biển số", "Giờ đón", "Lái xe" over "Xe 1", "79B-123.45", "05:45", "Anh Tường", and as many lines for each row.
"""

import re
from itertools import takewhile

from documents.plan.line_widths import STARTS
from documents.plan.table_rows import END, NUMBERED, Lines, TableRow, header_roles, role_of
from documents.plan.words import is_caps
from domain.vietnamese import squeeze

_FEWEST, _MOST = 2, 7  # columns
_LONGEST_TITLE = 30
_LONGEST_CELL = 90
_SERIES = re.compile(r"(?P<what>.*?)\s*(?P<number>\d{1,2}|[A-H]|[IVX]{1,4})\.?")


def listed_cells(lines: Lines, index: int, rows: list[TableRow]) -> int:
    """The rows of such a list whose titles begin at `index`; the lines used."""
    if not _is_title(lines[index][1]):
        return 0
    block = _together(lines, index)
    for width in range(_FEWEST, min(_MOST, len(block) // 3) + 1):
        titles = tuple(squeeze(text) for _, text in block[:width])
        if not _is_title(titles[-1]):
            return 0
        count = _rows_below(block, width)
        if count and len({*titles}) == width:
            roles = _of_work(titles) or tuple("no" if role_of(title) == "no" else "" for title in titles)
            rows.extend(TableRow(("",), ("head",), number, number) for number, _ in block[:width])
            for at in range(width, width * (count + 1), width):
                cells = tuple(squeeze(text) for _, text in block[at : at + width])
                rows.append(TableRow(cells, roles, block[at][0], block[at + width - 1][0], titles))
            return width * (count + 1)
    return 0


def _of_work(titles: tuple[str, ...]) -> tuple[str, ...] | None:
    """The roles of the columns where the titles are those of a division of work: who does what until when."""
    roles = header_roles(titles)
    told = {*roles} if roles else set()
    return roles if "content" in told and told & {"who", "lead"} and "time" not in told else None


def _is_title(text: str) -> bool:
    bare = text.strip()
    plain = bare[:1].isupper() and not any(map(str.isdigit, bare)) and not bare.endswith((".", ";", ":", ","))
    return plain and len(bare) <= _LONGEST_TITLE and not (is_caps(bare) and len(bare.split()) > 1)


def _together(lines: Lines, index: int) -> Lines:
    """The lines from `index` on with nothing between them, up to a heading or a line of a list."""

    def goes_on(at: int) -> bool:
        text = lines[at][1].strip()
        parted = at > index and lines[at][0] - lines[at - 1][0] > 1
        mark = STARTS.match(text) if not text[:1].isdigit() else NUMBERED.match(text)
        return not (parted or mark or END.match(text) or len(text) > _LONGEST_CELL or "\t" in text or "|" in text)

    return tuple(lines[at] for at in takewhile(goes_on, range(index, len(lines))))


def _rows_below(block: Lines, width: int) -> int:
    """How many rows of a width stand below the titles, by their first cells that count or by figures in one column."""
    texts = [text.strip() for _, text in block[width:]]
    whole, rest = divmod(len(texts), width)
    counted = _counted(texts[::width])
    if counted > 1:
        return whole if not rest else min(counted, whole)
    rows = [texts[at : at + width] for at in range(0, whole * width, width)]
    titled = any(role_of(text) for _, text in block[:width])
    return whole if whole > 1 and not rest and titled and width >= _LEAST_UNCOUNTED and _alike(rows) else 0


_LEAST_UNCOUNTED = 3  # columns


def _counted(firsts: list[str]) -> int:
    """How many first cells count one behind the other: "Xe 1", "Xe 2"."""
    found = [_SERIES.fullmatch(text) for text in firsts]
    first = found[0] if found else None
    if first is None or first["number"].lstrip("0") not in ("1", "A", "I"):
        return 0
    alike = [*takewhile(lambda each: each is not None and each["what"] == first["what"], found)]
    numbers = [each["number"] for each in alike if each is not None]
    return next((n for n, number in enumerate(numbers) if n and number == numbers[n - 1]), len(numbers))


def _alike(rows: list[list[str]]) -> bool:
    """Whether each column holds figures alone in all rows or in none, and one of several does."""
    figures = [{cell.isdigit() for cell in column} for column in zip(*rows, strict=True)]
    return all(len(kinds) == 1 for kinds in figures) and {True} in figures and {False} in figures
