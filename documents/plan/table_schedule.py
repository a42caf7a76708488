"""Tables of one event held several times, each with its own day and place: ward meetings, rounds, classes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from documents.plan.halls import HALL
from documents.plan.outline import Node
from documents.plan.sections import region
from documents.plan.table_rows import role_of
from documents.plan.words import AGENDA, PLACE, TIME, clean
from domain.dates import find_clocks, find_dates
from domain.vietnamese import search_key

_WHEN = re.compile(r"\b(?:ngay|gio|thoi gian|thoi diem|buoi|date|day|time|when)\b")
_WHERE = re.compile(r"\b(?:dia diem|noi|diem (?:hop|to chuc|hoi nghi)|hoi truong|venue|place|location|where)\b")
_CHAIR = re.compile(r"\b(?:chu tri|chu toa|chair\w*|dieu hanh)\b")
_OF_OTHERS = re.compile(
    r"\b(?:noi dung|hoat dong|chuong trinh|nhiem vu|cong viec|chuyen de|thoi han|han|hoan thanh|phoi hop|ket qua|xe"
    r"|bien so|chuyen|don|khoi hanh|xuat phat|thoi luong|activity|content|session|topic|task|deadline|bus)\b"
)
"""Titles of programmes, work and vehicles."""
_NO_NAME = frozenset({"no", "lead", "who", "quota", "people", "place"})
_NUMBER = re.compile(r"(?:số\s+|no\.?\s*)?(\d{1,2}|[A-Z]|[IVX]{1,4})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Occasion:
    """One time that the event is held: what it is called, when in the paper's words, where, and who chairs it."""

    row: Node
    name: str
    when: str
    place: str | None
    chair: str | None


def occasions(root: Node) -> dict[int, Occasion]:
    """The occasions by their row (`id` of the node): tables about time or place, of which each row has its own day."""
    found: dict[int, Occasion] = {}
    for node in (root, *root.walk()):
        if not region(node) & {TIME, PLACE, AGENDA}:
            continue
        rows = [child for child in node.children if child.kind == "row" and child.para.heads]
        for heads, table in groupby(rows, key=lambda row: row.para.heads):
            read = [*_read(heads, [*table])]
            if len({occasion.when for occasion in read}) > 1:
                found.update((id(occasion.row), occasion) for occasion in read)
    return found


def is_schedule(node: Node, known: dict[int, Occasion]) -> bool:
    """Whether a heading is that of such a table."""
    return any(id(child) in known for child in node.children)


def _read(heads: tuple[str, ...], rows: list[Node]) -> Iterator[Occasion]:
    """The rows as occasions; none at all where one of them has no day."""
    titles = [search_key(head) for head in heads]
    if any(_OF_OTHERS.search(title) for title in titles) or not any(_WHEN.search(title) for title in titles):
        return
    read = [_occasion(heads, titles, row) for row in rows if len(row.para.cells) == len(heads)]
    if len(read) == len(rows):
        yield from (occasion for occasion in read if occasion is not None)


def _occasion(heads: tuple[str, ...], titles: list[str], row: Node) -> Occasion | None:
    cells = [clean(cell) for cell in row.para.cells]
    timed = [cell for title, cell in zip(titles, cells, strict=True) if _WHEN.search(title)]
    when = next((cell for cell in timed if find_dates(cell, 2000) and find_clocks(cell)), ", ".join(timed))
    if not find_dates(when, 2000):
        return None
    where = [cell for title, cell in zip(titles, cells, strict=True) if _WHERE.search(title) and cell]
    place = where[0] if where else next((cell for cell in cells if HALL.match(cell)), None)
    chair = next((cell for title, cell in zip(titles, cells, strict=True) if _CHAIR.search(title) and cell), None)
    named = [
        (head, cell)
        for head, title, cell in zip(heads, titles, cells, strict=True)
        if cell and cell != place and not _WHEN.search(title) and role_of(head) not in _NO_NAME
    ]
    name = _name(*named[0]) if named else place
    return Occasion(row, name, when, place, chair) if name else None


def _name(head: str, cell: str) -> str:
    """What it is called: a number alone with its title, "Điểm 1"."""
    number = _NUMBER.fullmatch(cell)
    return f"{clean(head)} {number[1]}" if number else cell
