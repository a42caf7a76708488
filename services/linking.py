"""Links as a whole: where everybody's stands, QR codes to print and hand out, and who took which list out."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass
from typing import Any

from documents.qrsheets import Card, QrArchive, Wording
from documents.workbook import Column, sheet
from domain.actor import Permission, require
from domain.ids import UnitId
from domain.joining import LinkState, Purpose
from domain.refusal import Refusal
from domain.vietnamese import fold
from domain.views import Attachment, Reply
from services.desk import Work, local
from services.inviting import expiry, make_link
from services.views.linking import ACTS, ExportsSeen, LinkBoard, Looked, QrProgress, QrReady, UnitLinks
from storage import delegates, invitations, linkstates, people, programmes
from templates.render import known as known_language
from templates.render import words

AT_ONCE = 200
"""Codes drawn between two words about how far it is: less than half a second."""
A_FILE = 50_000
"""People in one archive: more would be too much for Telegram's 50 MB."""
SHOWN_EXPORTS = 30


async def states(work: Work) -> Reply:
    """Where everybody's link stands: sums, and a sheet with each person."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    found = await linkstates.of_everybody(work.connection, work.conference, work.now)
    sums = Counter(each.state for each in found)
    await work.note("states_exported", "delegates", None, count=len(found))
    view = LinkBoard(total=len(found), states=tuple((state.value, sums[state]) for state in LinkState if sums[state]))
    return Reply(it=view, files=await _states_sheet(work, found) if found else ())


async def _states_sheet(work: Work, found: list[linkstates.PersonLink]) -> tuple[Attachment, ...]:
    texts = words(known_language(work.actor.language))
    names = texts["link_states"]
    zone = work.settings.timezone
    lines: list[Any] = []
    for at, each in enumerate(found, 1):
        opened = None if each.opened_at is None else f"{local(each.opened_at, zone):%d/%m/%Y %H:%M}"
        lines.append((at, each.name, each.post, each.unit, names[each.state.value], opened))
    heads = (("number", 6), ("name", 30), ("post", 30), ("unit", 36), ("state", 18), ("opened", 18))
    columns = tuple(
        Column(heading=(texts["sheets"] | texts["link_sheets"])[name], width=width) for name, width in heads
    )
    named = texts["link_sheets"]
    return (Attachment(named["states_file"], await work.aside(sheet, named["states_title"], columns, lines)),)


async def unit_links(work: Work) -> Reply:
    """A sheet with a link for each unit that nobody answers for yet, to pass on to each; missing links are made."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    rows = await people.units_with_focal(work.connection, work.conference)
    waiting = [(UnitId(key), name) for key, name, focal in rows if not focal]
    if not waiting:
        raise Refusal("units_all_linked")
    lines = await _unit_lines(work, waiting)
    await work.note("unit_links_exported", "units", None, units=len(lines))
    texts = words(known_language(work.actor.language))
    named, heads = texts["link_sheets"], texts["sheets"] | texts["link_sheets"]
    widths = (("number", 6), ("unit", 50), ("link", 60), ("until", 18))
    columns = tuple(Column(heading=heads[name], width=width) for name, width in widths)
    content = await work.aside(sheet, named["units_title"], columns, lines)
    return Reply(it=UnitLinks(count=len(lines)), files=(Attachment(named["units_file"], content),))


async def _unit_lines(work: Work, some: list[tuple[UnitId, str]]) -> list[tuple[Any, ...]]:
    """Number, unit, link, and until when it can be opened."""
    known = await invitations.live_of_units(work.connection, work.conference, work.now)
    found = await programmes.conference(work.connection, work.conference)
    zone = work.settings.timezone if found is None else found.timezone
    lines = []
    for at, (key, name) in enumerate(some, 1):
        if (live := known.get(key)) is not None:
            link, until = work.desk.link(live.token), live.expires_at
        else:
            link, until = await make_link(work, Purpose.UNIT, unit=key), expiry(work)
        lines.append((at, name, link, None if until is None else f"{local(until, zone):%d/%m/%Y %H:%M}"))
    return lines


# --- QR codes to print ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class QrOrder:
    """What an archive is made of, read in one transaction; making it takes no part in it."""

    cards: tuple[Card, ...]
    title: str
    language: str


async def qr_order(work: Work) -> QrOrder:
    """Everybody who is not linked, with their links, unit by unit; missing links are made."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    return await _order(work)


async def our_qr_order(work: Work) -> QrOrder:
    """The same for the people of the units that the actor answers for."""
    if not work.actor.units:
        raise Refusal("not_allowed")
    return await _order(work, frozenset(work.actor.units))


async def _order(work: Work, units: Collection[UnitId] | None = None) -> QrOrder:
    conference = work.conference
    await invitations.make_missing(work.connection, conference, work.now, expiry(work), work.actor.account, units)
    rows = await delegates.with_tokens(work.connection, conference, work.now)
    if units is not None:
        rows = [row for row in rows if row[0].unit_id in units]
    numbered = [(at, *row) for at, row in enumerate(rows, 1)]
    cards = tuple(
        Card(number=at, name=who.name, post=who.post, unit=who.unit, link=work.desk.link(token))
        for at, who, token in sorted(
            numbered, key=lambda each: (each[1].unit is None, fold(each[1].unit or ""), each[1].unit or "")
        )
    )
    await work.note("qr_exported", "delegates", None, count=len(cards))
    found = await programmes.conference(work.connection, conference)
    return QrOrder(cards=cards, title=found.title if found else "", language=work.actor.language)


async def archive(order: QrOrder) -> AsyncIterator[Reply]:
    """How far the drawing is, again and again, and at last the archives. Nobody else waits for it."""
    total = len(order.cards)
    texts = words(known_language(order.language))["link_sheets"]
    wording = Wording(title=order.title, hint=texts["qr_hint"], page=texts["qr_page"], no_unit=texts["qr_no_unit"])
    files: list[Attachment] = []
    for first in range(0, total, A_FILE):
        drawn = QrArchive(wording)
        for at in range(first, min(first + A_FILE, total), AT_ONCE):
            yield Reply(it=QrProgress(done=at, total=total))
            await asyncio.to_thread(drawn.add, order.cards[at : min(at + AT_ONCE, first + A_FILE)])
        yield Reply(it=QrProgress(done=min(first + A_FILE, total), total=total))
        name = texts["qr_file"].format(part=len(files) + 1)
        files.append(Attachment(name, await asyncio.to_thread(drawn.done)))
    units = len({each.unit for each in order.cards})
    yield Reply(it=QrReady(total=total, units=units, files=len(files)), files=tuple(files))


# --- who took lists out ---------------------------------------------------------------------------------------------


async def exports(work: Work) -> Reply:
    """Who took which list of people out, the newest first."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    rows = await linkstates.exports(work.connection, work.conference, ACTS, SHOWN_EXPORTS)
    zone = work.settings.timezone
    items = tuple(Looked(act=row.act, at=local(row.at, zone), who=row.who, count=row.data.get("count")) for row in rows)
    return Reply(it=ExportsSeen(items=items))
