"""The list of delegates for organizers: sums, pages, one person, links and the telephone list as sheets."""

from dataclasses import asdict
from datetime import datetime
from typing import Any

from documents.phones import shown
from documents.qr import qr_png
from documents.workbook import Column, sheet
from domain.actor import Permission, require
from domain.delegates import Delegate, DelegateState, Rsvp
from domain.ids import DelegateId, GroupId
from domain.joining import Purpose
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import flows
from services.desk import Work, local
from services.flows import Flow, Step, register
from services.inviting import delegate_link, expiry, make_link, works_until
from services.naming import name_text
from services.views.delegates import (
    DelegateCard,
    DelegateLink,
    DelegateRemoved,
    DelegatesHome,
    DelegatesPage,
    GroupPicker,
    Line,
    RemovalAsked,
    SheetReady,
    Sums,
)
from storage import attendance, delegates, invitations, linkstates, merging, polls, privacy, programmes
from templates.render import known as known_language
from templates.render import words

A_PAGE = 10
SHOWN_ANSWERS = 5


async def home(work: Work) -> Reply:
    """The sums and what can be done."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    found = await programmes.conference(work.connection, work.conference)
    sums = await attendance.counts(work.connection, work.conference)
    view = DelegatesHome(
        title=found.title if found else "",
        expected=found.expected_count if found else None,
        sums=Sums(**asdict(sums.seats), asking=sums.asking),
        duplicates=len(await merging.twice(work.connection, work.conference)),
    )
    return Reply(it=view)


async def page_of(work: Work, only: str, page: int) -> Reply:
    """A page of the list, narrowed to some."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    only = only if only in delegates.FILTERS else "all"
    total = await delegates.how_many(work.connection, work.conference, only)
    pages = max(1, -(-total // A_PAGE))
    page = min(max(page, 0), pages - 1)
    rows = await delegates.listed(work.connection, work.conference, only, A_PAGE, page * A_PAGE)
    view = DelegatesPage(items=tuple(map(line, rows)), total=total, only=only, page=page, pages=pages)
    return Reply(it=view, edit=True)


def line(each: Delegate) -> Line:
    """A person as a line of a list."""
    return Line(
        delegate=each.id,
        name=each.name,
        post=each.post,
        unit=each.unit,
        reach=each.reach.value,
        rsvp=each.rsvp.value,
    )


async def ask_name(work: Work) -> Reply:
    """Begin a search by name."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    return await flows.begin(work, "find_delegate")


async def _find(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.MANAGE_PEOPLE)
    rows = await delegates.search(work.connection, work.conference, data["name"], limit=A_PAGE)
    return Reply(it=DelegatesPage(items=tuple(map(line, rows)), total=len(rows), query=data["name"]))


async def own(work: Work, key: DelegateId) -> Delegate:
    """A person on the list of the actor's conference, for an organizer; locked."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    who = await delegates.lock(work.connection, key)
    if who is None or who.conference != work.conference or who.state is not DelegateState.INVITED:
        raise Refusal("delegate_gone")
    return who


async def card(work: Work, key: DelegateId, done: str | None = None) -> DelegateCard:
    """One person on the list with all that organizers need."""
    who = await own(work, key)
    other = await delegates.substitute_of(work.connection, key)
    first = None if who.substitute_for is None else await delegates.get(work.connection, who.substitute_for)
    groups = await delegates.groups_of(work.connection, work.conference)
    alike = await delegates.named(work.connection, work.conference, who.name)
    link = await linkstates.of_everybody(work.connection, work.conference, work.now, only=who.id)
    return DelegateCard(
        delegate=who.id,
        name=who.name,
        post=who.post,
        unit=who.unit,
        group=None if who.group is None else groups.get(who.group),
        phone=shown(who.phone) or None,
        reach=who.reach.value,
        link=link[0].state.value if link else "none",
        rsvp=who.rsvp.value,
        reason=who.reason,
        away=await attendance.left_out(work.connection, who.id),
        answers=await _answers(work, who.id),
        substitute=other.name if other else None,
        original=first.name if first else None,
        done=done,
        alike=sum(each.id != who.id for each in alike),
    )


async def _answers(work: Work, key: DelegateId) -> tuple[tuple[datetime, str], ...]:
    """What was answered when, where it was changed."""
    found = await attendance.answers(work.connection, work.conference, key)
    conference = await programmes.conference(work.connection, work.conference)
    zone = conference.timezone if conference else work.settings.timezone
    return tuple((local(at, zone), rsvp.value) for at, rsvp in found[-SHOWN_ANSWERS:]) if len(found) > 1 else ()


async def show(work: Work, key: DelegateId) -> Reply:
    """One person on the list."""
    return Reply(it=await card(work, key), edit=True)


async def link_of(work: Work, key: DelegateId, renew: bool = False) -> Reply:
    """The person's link with its QR picture; `renew` makes the old ones useless (of a lost phone: `newphone`)."""
    who = await own(work, key)
    if renew and who.account is not None:
        raise Refusal("delegate_linked_already")
    if renew:
        await invitations.kill_all(work.connection, who.id, work.now)
        await work.note("link_revoked", "delegate", who.id)
        link = await make_link(work, Purpose.DELEGATE, delegate=who.id)
    else:
        link = await delegate_link(work, who.id)
    view = DelegateLink(delegate=who.id, name=who.name, link=link, until=await works_until(work, link))
    return Reply(it=view, files=(Attachment("qr.png", qr_png(link), photo=True),))


async def pick_group(work: Work, key: DelegateId) -> Reply:
    """Offer the plan's groups for the person."""
    who = await own(work, key)
    groups = await delegates.groups_of(work.connection, work.conference)
    items = tuple((int(key), text) for key, text in groups.items())
    return Reply(it=GroupPicker(delegate=who.id, name=who.name, items=items), edit=True)


async def move(work: Work, key: DelegateId, group: GroupId | None) -> Reply:
    """Put the person into a group of the plan, or into none."""
    who = await own(work, key)
    if group is not None and group not in await delegates.groups_of(work.connection, work.conference):
        raise Refusal("delegate_group_gone")
    await delegates.change(work.connection, who.id, group_id=group)
    await work.note("delegate_moved", "delegate", who.id)
    return Reply(it=await card(work, key, done="moved"), edit=True)


async def ask_removal(work: Work, key: DelegateId) -> Reply:
    """Ask before somebody is taken off the list."""
    who = await own(work, key)
    return Reply(it=RemovalAsked(delegate=who.id, name=who.name, linked=who.account is not None), edit=True)


async def remove(work: Work, key: DelegateId) -> Reply:
    """Take somebody off the list, where nothing of them stays: whoever they were to replace has to answer anew.

    Not while a secret vote of theirs is in an open poll, where it could not be taken out.
    """
    who = await own(work, key)
    if await polls.secret_voters(work.connection, work.conference, [who.id]):
        raise Refusal("remove_voted", name=who.name)
    await privacy.forget_lines(work.connection, [who.id])
    if who.substitute_for is not None:
        waiting = {"rsvp": Rsvp.NONE.value, "rsvp_reason": None, "rsvp_at": work.now}
        await delegates.change(work.connection, who.substitute_for, **waiting)
    other = await delegates.substitute_of(work.connection, who.id)
    if other is not None and other.state is DelegateState.ASKING:  # nobody waits for the organizers' word any more
        await privacy.forget_lines(work.connection, [other.id])
        await delegates.change(work.connection, other.id, substitute_for=None, state=DelegateState.REMOVED.value)
    elif other is not None:  # comes in their own right from now on
        await delegates.change(work.connection, other.id, substitute_for=None)
    state = DelegateState.REMOVED.value
    await delegates.change(work.connection, who.id, state=state, account_id=None, substitute_for=None)
    await invitations.revoke(work.connection, work.now, delegate_id=who.id)
    await work.note("delegate_removed", "delegate", who.id)
    return Reply(it=DelegateRemoved(name=who.name), edit=True)


async def all_links(work: Work) -> Reply:
    """Everybody not linked yet with their personal link, as a sheet; missing links are made."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    conference = work.conference
    made = await invitations.make_missing(work.connection, conference, work.now, expiry(work), work.actor.account)
    rows = await delegates.with_tokens(work.connection, conference, work.now)
    await work.note("links_exported", "delegates", None, count=len(rows), made=made)
    lines = [(*_person(who, at), work.desk.link(token)) for at, (who, token) in enumerate(rows, 1)]
    return await _sheet(work, "links", lines, Column(heading=_texts(work)["link"], width=60))


async def phone_list(work: Work) -> Reply:
    """Everybody the bot cannot write to, as a sheet for the telephone."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    rows = await delegates.listed(work.connection, work.conference, "unreached")
    await work.note("phones_exported", "delegates", None, count=len(rows))
    return await _sheet(work, "phones", [_person(who, at) for at, who in enumerate(rows, 1)])


def _person(who: Delegate, at: int) -> tuple[int, str, str | None, str | None, str]:
    return at, who.name, who.post, who.unit, shown(who.phone)


def _texts(work: Work) -> dict[str, str]:
    return words(known_language(work.actor.language))["sheets"]


async def _sheet(work: Work, kind: str, lines: list[Any], *more: Column) -> Reply:
    texts = _texts(work)
    columns = (
        Column(heading=texts["number"], width=6),
        Column(heading=texts["name"], width=30),
        Column(heading=texts["post"], width=30),
        Column(heading=texts["unit"], width=36),
        Column(heading=texts["phone"], width=18),
        *more,
    )
    view = SheetReady(kind=kind, count=len(lines))
    if not lines:
        return Reply(it=view)
    content = await work.aside(sheet, texts[f"{kind}_title"], columns, lines)
    return Reply(it=view, files=(Attachment(texts[f"{kind}_file"], content),))


register(Flow("find_delegate", (Step("name", name_text),), finish=_find))
