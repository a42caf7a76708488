"""The arrival board: who is here, by group and unit, in words and as a picture; and the figures for the end report."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from documents.charts import Bar, bars_png, font_path
from domain.actor import Permission, require
from domain.checkin import Slot
from domain.refusal import Refusal
from domain.vietnamese import fold
from domain.views import Attachment, Reply
from services.desk import Work, local
from services.doors import Door, at_door, entrance, line
from services.views.boards import ArrivalBoard, BoardLine
from services.views.doors import SlotLine
from storage import arrivals, checkins
from storage.arrivals import Arrivals
from templates.render import known as known_language
from templates.render import words

LINES_A_PAGE = 15
BARS = 20
MOST_PICTURES = 10
"""Bars of a picture, and pictures of an answer: an album of Telegram has ten."""
Sums = list[tuple[str | None, str | None, Arrivals]]


async def as_it_stands(
    work: Work, door: Door, slot: Slot, by: str, page: int, until: datetime | None, organizer: bool
) -> ArrivalBoard:
    """Who is here now, each person counted once; those not here are with leave or without.

    `until` says how long its message renews itself. An `organizer` may have the names, too.
    """
    sums = await arrivals.sums(work.connection, work.conference, slot.key)
    found = _board(door, slot, sums, by if by in ("group", "unit") else "group", page)
    live = None if until is None else local(until, door.programme.conference.timezone)
    return replace(found, live_until=live, organizer=organizer)


def shown(door: Door) -> Slot:
    """Today's slot; before the conference its first, after it its last."""
    try:
        return door.slot
    except Refusal:
        past = [each for each in door.slots if each.day <= door.now.date()]
        if not door.slots:
            raise
        return past[-1] if past else door.slots[0]


def _board(door: Door, slot: Slot, sums: Sums, by: str, page: int) -> ArrivalBoard:
    lines = _lines(sums, by)
    pages = max(1, -(-len(lines) // LINES_A_PAGE))
    page = min(max(page, 0), pages - 1)
    total = added("", (each for _, _, each in sums))
    return ArrivalBoard(
        title=door.programme.conference.title,
        slot=line(slot),
        at=door.now.replace(microsecond=0),
        by=by,
        total=total,
        likely=total.present + sum(each.coming for _, _, each in sums),
        silent=sum(each.silent for _, _, each in sums),
        lines=tuple(lines[page * LINES_A_PAGE : (page + 1) * LINES_A_PAGE]),
        page=page,
        pages=pages,
        picture=font_path() is not None,
    )


def _lines(sums: Sums, by: str) -> list[BoardLine]:
    """One line a group or unit; people in none come last, as they do in the sums of groups."""
    found: dict[str, list[Arrivals]] = {}
    for group, unit, each in sums:
        found.setdefault((group if by == "group" else unit) or "", []).append(each)
    names = list(found) if by == "group" else sorted(found, key=lambda name: (not name, fold(name), name))
    return [added(name, found[name]) for name in names]


def added(name: str, parts: Iterable[Arrivals]) -> BoardLine:
    """Several sums as one line."""
    all_parts = list(parts)
    return BoardLine(
        name=name,
        expected=sum(each.expected for each in all_parts),
        present=sum(each.present for each in all_parts),
        with_leave=sum(each.with_leave for each in all_parts),
        without_leave=sum(each.without_leave for each in all_parts),
    )


async def chart(work: Work, by: str = "group") -> Reply:
    """The board with a bar for each group or unit, as many pictures as that takes; the same facts stand in the text."""
    door = await at_door(work)
    slot = shown(door)
    sums = await arrivals.sums(work.connection, work.conference, slot.key)
    by = by if by in ("group", "unit") else "group"
    view, lines = _board(door, slot, sums, by, 0), _lines(sums, by)
    texts = words(known_language(work.actor.language))["chart"]
    pictures = await work.aside(_pictures, view, lines, texts)
    files = tuple(
        Attachment(f"diem-danh-{number}.png", picture, photo=True) for number, picture in enumerate(pictures, 1)
    )
    return Reply(it=view, files=files)


def _pictures(view: ArrivalBoard, lines: list[BoardLine], texts: dict[str, str]) -> list[bytes]:
    """Bars of one length mean the same on all of them; the last says how many lines stand in the text alone."""
    bars = [Bar(each.name or texts["nobody"], each.present, each.with_leave, each.expected) for each in lines]
    parts = [bars[at : at + BARS] for at in range(0, len(bars), BARS)][:MOST_PICTURES]
    title = texts["title"].format(present=view.total.present, expected=view.total.expected, at=f"{view.at:%H:%M}")
    legend = (texts["present"], texts["with_leave"], texts["not_here"])
    most, left = max((each.expected for each in bars), default=1), len(bars) - BARS * MOST_PICTURES
    drawn = []
    for number, part in enumerate(parts, 1):
        place = f" ({number}/{len(parts)})" if len(parts) > 1 else ""
        more = texts["more"].format(count=left) if left > 0 and number == len(parts) else ""
        drawn.append(bars_png(title + place + more, legend, part, most=most))
    return [each for each in drawn if each is not None]


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotFigures:
    """How many came to a day or session; `slot` is None for a session that is no longer held."""

    slot: SlotLine | None
    sums: BoardLine


async def figures(work: Work) -> tuple[tuple[SlotFigures, ...], int]:
    """For the end report: every day or session that people were checked in for, and how many different people came."""
    require(work.actor, Permission.SEE_REPORT)
    held = await checkins.by_slot(work.connection, work.conference)
    if not held:
        return (), 0
    door = await entrance(work)
    lines = []
    for key in held:
        sums = await arrivals.sums(work.connection, work.conference, key)
        lines.append(SlotFigures(slot=_known(door, key), sums=added("", (each for _, _, each in sums))))
    return tuple(sorted(lines, key=_order)), await checkins.distinct_people(work.connection, work.conference)


def _known(door: Door, key: str) -> SlotLine | None:
    try:
        return line(door.slot_of(key))
    except Refusal:
        return None


def _order(each: SlotFigures) -> tuple[str, str]:
    if each.slot is None:
        return "~", ""
    return each.slot.day.isoformat(), f"{each.slot.start or ''}"
