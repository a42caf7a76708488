"""Paper at the door: the numbered list to print, badges with codes, and a ticked sheet typed in afterwards."""

import asyncio
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from zoneinfo import ZoneInfo

from documents.badges import Badge, badges_docx
from documents.bundle import Item, bundles
from documents.workbook import Column, sheet
from domain.actor import Permission, require
from domain.checkin import PaperSheet, Slot, check_may_enter, read_sheet
from domain.delegates import Delegate, Rsvp
from domain.logistics import Field
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import flows, presence
from services.checking import check_may_undo, record
from services.desk import Work
from services.doors import Door, at_door, line, picker
from services.flows import Flow, Step, register, some_text
from services.views.papersheets import BadgesProgress, PaperReady, PassedOver, SheetEntered, SheetUndone
from storage import checkins, logistics, programmes, rolls
from templates.render import known as known_language
from templates.render import words

BADGES_A_FILE = 100
SHOWN = 10

# --- out ------------------------------------------------------------------------------------------------------------


async def roll_sheet(work: Work) -> Reply:
    """The list with numbers that stay, names, posts and units, to print and tick; no phones."""
    require(work.actor, Permission.CHECK_IN)
    await rolls.number_everybody(work.connection, work.conference)
    people = await rolls.roll(work.connection, work.conference)
    await work.note("roll_printed", "delegates", None, count=len(people))
    language = known_language(work.actor.language)
    texts, answers = words(language)["paper"], words(language)["rsvp"]
    columns = (
        Column(heading=texts["number"], width=6),
        Column(heading=texts["name"], width=30),
        Column(heading=texts["post"], width=28),
        Column(heading=texts["unit"], width=32),
        Column(heading=texts["group"], width=32),
        Column(heading=texts["here"], width=9),
        Column(heading=texts["note"], width=22),
    )
    told = (Rsvp.DECLINED.value, Rsvp.SUBSTITUTED.value)
    lines = [
        (
            each.number,
            each.name,
            each.post,
            each.unit,
            each.group,
            None,
            answers[each.rsvp] if each.rsvp in told else None,
        )
        for each in people
    ]
    view = PaperReady(kind="roll", count=len(people))
    if not people:
        return Reply(it=view)
    content = await work.aside(sheet, texts["roll_title"], columns, lines)
    return Reply(it=view, files=(Attachment(texts["roll_file"], content),))


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeOrder:
    """What badges are made of, read in one transaction; making them takes no part in it."""

    title: str
    badges: tuple[Badge, ...]
    language: str


async def badges(work: Work) -> BadgeOrder:
    """Everybody who may come, with the name for the badge and the code that is scanned at the door."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    await rolls.number_everybody(work.connection, work.conference)
    listed = await rolls.roll(work.connection, work.conference)
    people = [each for each in listed if each.rsvp != Rsvp.SUBSTITUTED.value]
    tokens = await checkins.tokens_of(work.connection, work.conference, [each.delegate for each in people])
    named = await logistics.everybody(work.connection, work.conference)
    found = await programmes.conference(work.connection, work.conference)
    made = tuple(
        Badge(
            name=_badge_name(named.get(each.delegate, {}), each.name),
            post=each.post,
            unit=each.unit,
            number=each.number,
            link=work.desk.link(tokens[each.delegate]),
        )
        for each in people
    )
    if made:
        await work.note("badges_printed", "delegates", None, count=len(made))
    return BadgeOrder(title=found.title if found else "", badges=made, language=work.actor.language)


async def badge_files(order: BadgeOrder) -> AsyncIterator[Reply]:
    """How far the badges are, again and again, and at last one Word file, or an archive of several."""
    texts = words(known_language(order.language))["paper"]
    total = len(order.badges)
    items: list[Item] = []
    for first in range(0, total, BADGES_A_FILE):
        yield Reply(it=BadgesProgress(done=first, total=total))
        some = order.badges[first : first + BADGES_A_FILE]
        content = await asyncio.to_thread(badges_docx, order.title, some)
        items.append(Item("", texts["badges_file"].format(part=f"{len(items) + 1:03d}"), content))
    if len(items) > 1:
        archives = await asyncio.to_thread(_archives, items)
        names = [texts["badges_archive"].format(part=at) for at in range(1, len(archives) + 1)]
        files = tuple(map(Attachment, names, archives))
    else:
        files = tuple(Attachment(each.name, each.content) for each in items)
    yield Reply(it=PaperReady(kind="badges", count=total, files=len(items)), files=files)


def _archives(items: list[Item]) -> list[bytes]:
    with TemporaryDirectory() as folder:
        return [path.read_bytes() for path in bundles(items, Path(folder))]


def _badge_name(known: dict[Field, Any], name: str) -> str:
    entry = known.get(Field.BADGE)
    return name if entry is None else entry.value or entry.wish or name


# --- in -------------------------------------------------------------------------------------------------------------


async def ask_slot(work: Work, page: int = 0) -> Reply:
    """Begin to type in a sheet: of which day or session, where there are several behind us."""
    door = await at_door(work)
    past = [each for each in door.slots if each.day <= door.now.date()]
    if not past:
        _ = door.slot  # says why: too early, or no day known
    if len(past) == 1:
        return await ask_numbers(work, past[0].key)
    return Reply(it=picker(past[::-1], page, sheet=True), edit=True)


async def ask_numbers(work: Work, key: str) -> Reply:
    """Ask for the ticked numbers of this slot's sheet."""
    door = await at_door(work)
    _check_begun(door, door.slot_of(key))
    if not await rolls.people(work.connection, work.conference):
        raise Refusal("sheet_no_list")
    return await flows.begin(work, "paper_sheet", slot=key)


def _check_begun(door: Door, slot: Slot) -> None:
    if slot.day > door.now.date():
        raise Refusal("checkin_too_early", day=f"{slot.day.day}/{slot.day.month}/{slot.day.year}")


async def _take(work: Work, data: dict[str, Any]) -> Reply:
    door = await at_door(work)
    slot = door.slot_of(data["slot"])
    _check_begun(door, slot)
    people = await rolls.people(work.connection, work.conference)
    typed = read_sheet(data["numbers"], people.keys())
    at = _real_time(door, slot, typed)
    passed_over = {n: why for n in typed.numbers if (why := _why_not(people[n])) is not None}
    keys = [people[n].id for n in typed.numbers if n not in passed_over]
    batch = secrets.token_hex(4)
    fresh = await record(work, slot, keys, "sheet", place=door.post.place, at=_instant(at, door), batch=batch)
    await work.note("sheet_entered", "sheet", None, slot=slot.key, batch=batch, added=len(fresh))
    shown = [PassedOver(number=n, name=people[n].name, why=why) for n, why in sorted(passed_over.items())]
    view = SheetEntered(
        slot=line(slot),
        at=at,
        added=len(fresh),
        known=len(keys) - len(fresh),
        passed_over=tuple(shown[:SHOWN]),
        more=max(0, len(shown) - SHOWN),
        batch=batch,
    )
    return Reply(it=view)


def _why_not(who: Delegate) -> str | None:
    """The refusal's code, where the person may not be checked in."""
    try:
        check_may_enter(who)
    except Refusal as refusal:
        return refusal.code
    return None


def _real_time(door: Door, slot: Slot, typed: PaperSheet) -> datetime:
    """When the sheet was signed, in local time: as typed, else the slot's start, else now.

    Refuses what lies ahead of the clock, and a past day of which no hour is known: none is invented.
    """
    now = door.now.replace(second=0, microsecond=0)
    if typed.at is not None:
        at = datetime.combine(slot.day, typed.at)
        if at > door.now:
            raise Refusal("sheet_ahead", at=f"{at:%H:%M}")
        return at
    start = datetime.combine(slot.day, slot.start) if slot.start is not None else None
    if start is not None and start <= now:
        return start
    if slot.day < now.date():
        raise Refusal("sheet_wants_time")
    return now


def _instant(at: datetime, door: Door) -> datetime:
    return at.replace(tzinfo=ZoneInfo(door.programme.conference.timezone)).astimezone(UTC)


async def undo(work: Work, batch: str) -> Reply:
    """Strike out what a sheet added."""
    rows = await checkins.of_batch(work.connection, work.conference, batch)
    check_may_undo(work, rows[0] if rows else None)
    count = await checkins.undo_batch(work.connection, work.conference, batch)
    await presence.check_no_ballot(work, [each.delegate for each in rows])
    await work.note("sheet_undone", "sheet", None, batch=batch, count=count)
    return Reply(it=SheetUndone(count=count), edit=True)


register(Flow("paper_sheet", (Step("numbers", some_text),), finish=_take))
