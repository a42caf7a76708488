"""Who came, who is absent with leave and who without, by name: for one day or session, and for all of them."""

from collections import Counter

from documents.workbook import Cell, Column, sheet
from domain.actor import Permission, require
from domain.checkin import Presence
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import boards
from services.desk import Work, local
from services.doors import at_door, entrance, line
from services.views.boards import RollCalled
from storage import arrivals, checkins
from templates.render import known as known_language
from templates.render import words

WIDTHS = {
    "number": 6,
    "name": 30,
    "post": 28,
    "unit": 32,
    "group": 32,
    "presence": 18,
    "at": 16,
    "place": 22,
    "reason": 32,
}
"""The columns of the list; no telephones."""


async def listed(work: Work) -> Reply:
    """Everybody expected to the day or session that the board shows, as a sheet."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    door = await at_door(work)
    slot = boards.shown(door)
    found = await arrivals.standings(work.connection, work.conference, slot.key)
    counts = Counter(each.presence for each in found)
    view = RollCalled(
        slot=line(slot),
        present=counts[Presence.PRESENT],
        with_leave=counts[Presence.WITH_LEAVE],
        without_leave=counts[Presence.WITHOUT_LEAVE],
    )
    if not found:
        return Reply(it=view)
    await work.note("roll_call_exported", "delegates", None, slot=slot.key, count=len(found))
    texts = words(known_language(work.actor.language))["roll_call"]
    columns = tuple(Column(heading=texts[name], width=width) for name, width in WIDTHS.items())
    rows = _rows(found, texts, door.programme.conference.timezone)
    content = await work.aside(sheet, texts["title"], columns, rows)
    return Reply(it=view, files=(Attachment(texts["file"], content),))


def _rows(found: list[arrivals.Standing], texts: dict[str, str], zone: str) -> list[tuple[Cell, ...]]:
    return [
        (
            each.number,
            each.name,
            each.post,
            each.unit,
            each.group,
            texts[each.presence.value],
            None if each.at is None else local(each.at, zone),
            each.place,
            each.reason,
        )
        for each in found
    ]


async def everything(work: Work) -> list[tuple[Cell, ...]]:
    """For the end report: the same for every day and session that people were checked in for, in order."""
    keys = await checkins.by_slot(work.connection, work.conference)
    if not keys:  # as for a conference that is not published yet, which has no entrance
        return []
    door = await entrance(work)
    texts = words(known_language(work.actor.language))["roll_call"]
    rows: list[tuple[Cell, ...]] = []
    for key in keys:
        found = await arrivals.standings(work.connection, work.conference, key)
        try:
            slot = door.slot_of(key)
        except Refusal:  # a session that is no longer held
            continue
        rows += [(slot.day, slot.title, *row) for row in _rows(found, texts, door.programme.conference.timezone)]
    return rows
