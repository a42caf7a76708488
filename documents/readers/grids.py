"""Tables of Word files and web pages as lines: those of data row by row, those that lay a page out side by side."""

from collections.abc import Iterator

from documents.plan.table_rows import header_roles
from domain.dates import find_clocks

Cell = tuple[str, bool]
"""A cell's lines in one text, and whether it goes on with the cell above."""


def table_lines(rows: list[list[Cell]]) -> Iterator[str]:
    """A table of data row by row; one that only lays out the page line by line, side by side."""
    grid = _filled(rows)
    if is_data(grid):
        for cells in grid:
            filled = [cell for cell in cells if cell.strip()]
            yield filled[0].replace("\n", " ") if len(set(filled)) == 1 and len(cells) > 2 else "\t".join(cells)
        return
    for cells in grid:
        columns = [cell.split("\n") for cell in cells]
        for number in range(max((len(column) for column in columns), default=0)):
            line = [column[number] if number < len(column) else "" for column in columns]
            yield "\t".join(line) if any(line[1:]) else line[0]


def _filled(rows: list[list[tuple[str, bool]]]) -> list[list[str]]:
    """Cells merged downwards repeat their words on every row they cover."""
    grid: list[list[str]] = []
    for row in rows:
        above = grid[-1] if grid else []
        grid.append([above[n] if goes_on and n < len(above) else text for n, (text, goes_on) in enumerate(row)])
    return grid


def is_data(grid: list[list[str]]) -> bool:
    """Whether the table holds data: a head with known columns, or times in several rows, or many even rows."""
    if any(header_roles(tuple(" ".join(cell.split()) for cell in row)) for row in grid[:3] if len(row) >= 2):
        return True
    timed = sum(any(find_clocks(cell[:30]) for cell in row) for row in grid)
    return timed >= 2 or (len(grid) >= 4 and all(len(row) >= 2 for row in grid) and not _has_motto(grid))


def _has_motto(grid: list[list[str]]) -> bool:
    return any("ộc lập" in cell or "ơi nhận" in cell for row in grid for cell in row)
