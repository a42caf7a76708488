"""The items of a table row of the programme."""

import re
from collections.abc import Iterator

from documents.plan.agenda_days import day_in
from documents.plan.agenda_events import Known
from documents.plan.agenda_items import Item, room_in, who_in
from documents.plan.agenda_rooms import room_behind
from documents.plan.agenda_who import LABELLED, names_someone, responsible_in
from documents.plan.outline import Node
from documents.plan.words import clean
from domain.dates import find_clocks
from domain.plan import PlanSession

_ROUND = re.compile(r"\b(?:buổi|phiên|ngày)\s+(?:thứ\s+)?\d{1,2}\s*[–-]\s*(?=\d)", re.IGNORECASE)


def from_row(row: Node, previous: PlanSession | None, known: Known) -> Iterator[Item]:
    """The item of a row; with one column a room, an item for each that is filled."""
    cells: dict[str, str] = {}
    for role, cell in zip(row.para.roles, row.para.cells, strict=False):
        if role and cell.strip():
            cells.setdefault(role, cell.strip())
    when = cells.get("time", "")
    when = _ROUND.sub("", when, count=1)  # "Buổi 1 – 14/9" is no range of days
    clocks = find_clocks(when)
    place = cells.get("place")
    start, end = (clocks[0].clock, clocks[0].until) if clocks else (None, None)
    rooms = [(role.partition(":")[2], cell) for role, cell in cells.items() if role.startswith("room:")]
    if not clocks and not when and previous is not None and (place or rooms):
        start, end = previous.start, previous.end
    who = _cell_who(cells.get("who") or cells.get("lead"))
    day = day_in(when, known) if when else None
    if len(rooms) > 1:
        for column, cell in rooms:
            title, own = who_in(_first_paragraph(cell))
            yield Item(title, start, end, day, column, own or who)
        return
    text = cells.get("content") or (rooms[0][1] if rooms else "")
    title = _first_paragraph(text)
    if not title or (not clocks and not when and re.fullmatch(r"(?:buổi\s+)?(?:sáng|chiều|tối)", title, re.IGNORECASE)):
        return
    title, room = room_in(title)
    if who is None:
        title, who = who_in(title)
    below = clean(text.rsplit("\n", 1)[-1]) if "\n" in text else ""
    if who is None and below and (names_someone(below) or LABELLED.match(below)):
        who = responsible_in(below)
    yield Item(title, start, end, day, place or room or room_behind(when), who)


def _cell_who(cell: str | None) -> str | None:
    return (
        responsible_in(", ".join(part.strip(" -,") for part in cell.split("\n")))
        if cell and clean(cell) not in ("", "-", "–")
        else None
    )


def _first_paragraph(cell: str) -> str:
    """The item itself: the first paragraph of its cell, with the rest where that only introduces a list."""
    paragraphs = [part.strip() for part in cell.split("\n") if part.strip()]
    if not paragraphs:
        return ""
    if paragraphs[0].endswith(":") and len(paragraphs) > 1:
        return clean(" ".join([paragraphs[0], *paragraphs[1:]]))
    return clean(re.sub(r"^[-–+•]\s*", "", paragraphs[0]))
