"""Tables with bars between their columns and none at their ends, whose rows may begin with empty cells."""

from documents.plan.table_rows import Lines

_BAR = "|"
_LEAST = 2


def with_first_cells(lines: Lines) -> Lines:
    """The lines with a bar at both ends of each row whose first cell is empty: " | | Báo cáo | Ông Lộc".

    Its bar at the left parts two cells, where the head of its table begins with a title and has more columns.
    """
    found = [*lines]
    columns = 0
    for at, (number, text) in enumerate(lines):
        row = text.strip()
        if row.count(_BAR) < _LEAST:
            columns = 0
        elif not row.startswith(_BAR):
            columns = max(columns, row.count(_BAR) + 1)
        elif row.strip(_BAR).count(_BAR) + 1 < columns:
            found[at] = (number, f"{_BAR} {row} {_BAR}")
    return tuple(found)
