"""Links as a whole: where everybody's stands, QR codes to print and hand out, and who took which list out."""

import asyncio
from collections import Counter
from dataclasses import dataclass
from typing import Any

from documents.qrsheets import Card, qr_archive
from documents.workbook import Column, sheet
from domain.actor import Permission, require
from domain.joining import LinkState
from domain.views import Attachment, Reply
from services.desk import Work, local
from services.inviting import expiry
from services.views.linking import ACTS, ExportsSeen, LinkBoard, Looked, QrPart
from storage import delegates, invitations, linkstates, programmes
from templates.render import known as known_language
from templates.render import words

A_PART = 1000
"""People in one archive: half a megabyte, and about two seconds of work."""
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
    return (Attachment(named["states_file"], await asyncio.to_thread(sheet, named["states_title"], columns, lines)),)


# --- QR codes to print ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class QrOrder:
    """What one archive is made of, read in one transaction; making it takes no part in it."""

    view: QrPart
    cards: tuple[Card, ...]
    title: str
    language: str


async def qr_part(work: Work, part: int) -> QrOrder:
    """The people of a part of the list who are not linked, with their links; missing links are made."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    conference = work.conference
    await invitations.make_missing(work.connection, conference, work.now, expiry(work), work.actor.account)
    rows = await delegates.with_tokens(work.connection, conference, work.now)
    parts = max(1, -(-len(rows) // A_PART))
    part = min(max(part, 0), parts - 1)
    first = part * A_PART
    chosen = rows[first : first + A_PART]
    cards = tuple(
        Card(number=at, name=who.name, post=who.post, unit=who.unit, link=work.desk.link(token))
        for at, (who, token) in enumerate(chosen, first + 1)
    )
    await work.note("qr_exported", "delegates", None, count=len(cards))
    found = await programmes.conference(work.connection, conference)
    view = QrPart(
        part=part,
        parts=parts,
        first=first + 1 if cards else 0,
        done=first + len(cards),
        total=len(rows),
    )
    return QrOrder(view=view, cards=cards, title=found.title if found else "", language=work.actor.language)


async def archive(order: QrOrder) -> Reply:
    """The archive of an order. Drawing a thousand codes takes a while, and nobody else waits for it."""
    if not order.cards:
        return Reply(it=order.view)
    texts = words(known_language(order.language))["link_sheets"]
    content = await asyncio.to_thread(qr_archive, order.title, texts["qr_hint"], texts["qr_page"], order.cards)
    name = texts["qr_file"].format(part=order.view.part + 1)
    return Reply(it=order.view, files=(Attachment(name, content),))


# --- who took lists out ---------------------------------------------------------------------------------------------


async def exports(work: Work) -> Reply:
    """Who took which list of people out, the newest first."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    rows = await linkstates.exports(work.connection, work.conference, ACTS, SHOWN_EXPORTS)
    zone = work.settings.timezone
    items = tuple(Looked(act=row.act, at=local(row.at, zone), who=row.who, count=row.data.get("count")) for row in rows)
    return Reply(it=ExportsSeen(items=items))
