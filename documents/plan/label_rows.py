"""A table of two columns that names a matter and tells it: "Chủ trì | Ông An" is "Chủ trì: Ông An"."""

import re

from documents.plan.table_rows import Lines, header_roles
from documents.plan.words import meanings
from domain.vietnamese import squeeze

_LEAST = 3  # rows
_LONGEST_LABEL = 6  # words
_BORDER = re.compile(r"\s*\t\s*|\s+\|\s+")


def labelled_rows(lines: Lines) -> dict[int, tuple[str, int, int]]:
    """The rows of such tables by their lines, each as a label with what stands behind it."""
    found: dict[int, tuple[str, int, int]] = {}
    run: list[tuple[int, tuple[str, str]]] = []
    bordered = {number for number, text in lines if _two_cells(text) is not None}
    for number, text in (*lines, (0, "")):
        if (cells := _two_cells(text) or _told(text)) is not None:
            run.append((number, cells))
            continue
        if any(at in bordered for at, _ in run) and _tells_matters([cells for _, cells in run]):
            found |= {at: (f"{label.rstrip(' :')}: {value}", at, at) for at, (label, value) in run}
        run = []
    return found


def _two_cells(text: str) -> tuple[str, str] | None:
    cells = [squeeze(cell) for cell in _BORDER.split(text.strip().strip("|").strip())]
    if len(cells) != 2 or not all(cells) or len(cells[0].split()) > _LONGEST_LABEL:
        return None
    label = cells[0].strip("* ")
    return None if any(map(str.isdigit, label)) or not label[:1].isupper() else (label, cells[1].strip("* "))


def _told(text: str) -> tuple[str, str] | None:
    """A row among them that has its colon."""
    label, colon, value = squeeze(text).partition(": ")
    return (label, value) if colon and value and len(label.split()) <= _LONGEST_LABEL and meanings(label) else None


def _tells_matters(rows: list[tuple[str, str]]) -> bool:
    """Whether the first column names matters of a plan, and the first row is not what the columns are called."""
    if len(rows) < _LEAST or header_roles(rows[0]) is not None:
        return False
    return sum(bool(meanings(label)) for label, _ in rows) * 2 >= len(rows)
