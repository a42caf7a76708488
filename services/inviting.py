"""Links: the owner's first one, those for the team, the units, group chats, and a delegate's personal one."""

from datetime import datetime, timedelta
from typing import Any

from documents.qr import qr_png
from domain.actor import Permission, Role, require
from domain.ids import AccountId, DelegateId, UnitId
from domain.joining import Purpose, token_in
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import flows
from services.desk import Work, local
from services.flows import Flow, Step, register
from services.naming import name_text
from services.views.inviting import (
    ConfirmRemoval,
    InviteMenu,
    LinkReady,
    Member,
    Team,
    UnitChoice,
    UnusedLink,
)
from storage import invitations, organizers, people, programmes

UNITS_A_PAGE = 8


async def owner_link(work: Work) -> str | None:
    """The link that makes its opener the owner, the same until it is used; None once the desk has an owner."""
    if await organizers.has_owner(work.connection):
        return None
    token = await invitations.live_token(work.connection, Purpose.OWNER.value, work.now)
    if token is None:
        token = await invitations.create(work.connection, Purpose.OWNER.value, work.now)
    return work.desk.link(token)


async def menu(work: Work) -> Reply:
    """Whom one can invite."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    found = await programmes.conference(work.connection, work.conference)
    if found is None:
        raise Refusal("no_conference")
    may_appoint = work.actor.may(Permission.MANAGE_ORGANIZERS)
    return Reply(it=InviteMenu(title=found.title, code=found.code, may_appoint=may_appoint))


def needed(purpose: Purpose) -> Permission:
    """The right to invite for this purpose: only owners appoint organizers."""
    return Permission.MANAGE_ORGANIZERS if purpose is Purpose.ORGANIZER else Permission.MANAGE_PEOPLE


async def invite_helper(work: Work, purpose: Purpose) -> Reply:
    """Begin a link for an organizer or one of the door staff: whom is it for?"""
    require(work.actor, needed(purpose))
    return await flows.begin(work, "invite_helper", purpose=purpose.value)


async def _invite_helper(work: Work, data: dict[str, Any]) -> Reply:
    purpose = Purpose(data["purpose"])
    require(work.actor, needed(purpose))
    link = await make_link(work, purpose, name=data["name"])
    return await _ready(work, purpose, link, name=data["name"])


def expiry(work: Work) -> datetime:
    """Until when a link made now can be opened."""
    return work.now + timedelta(days=work.settings.link_days)


async def make_link(
    work: Work,
    purpose: Purpose,
    *,
    unit: UnitId | None = None,
    delegate: DelegateId | None = None,
    name: str | None = None,
) -> str:
    """A new link of the actor's conference. The journal knows of it, not its token."""
    token = await invitations.create(
        work.connection,
        purpose.value,
        work.now,
        conference=work.conference,
        unit=unit,
        delegate=delegate,
        name=name,
        expires_at=expiry(work),
        by=work.actor.account,
    )
    await work.note("link_made", purpose.value, delegate or unit)
    return work.desk.link(token)


async def works_until(work: Work, link: str) -> datetime | None:
    """Until when a link can be opened, in the conference's local time."""
    found = await invitations.find(work.connection, token_in(link))
    conference = await programmes.conference(work.connection, work.conference)
    if found is None or found.expires_at is None or conference is None:
        return None
    return local(found.expires_at, conference.timezone)


async def delegate_link(work: Work, key: DelegateId) -> str:
    """The personal link of a delegate: the one that can still be opened, or a new one."""
    token = await invitations.live_token(work.connection, Purpose.DELEGATE.value, work.now, delegate_id=key)
    return work.desk.link(token) if token else await make_link(work, Purpose.DELEGATE, delegate=key)


async def unit_link(work: Work, unit: UnitId) -> str:
    """The link for a unit's next focal person: the one that can still be opened, or a new one."""
    target = {"conference_id": work.conference, "unit_id": unit}
    token = await invitations.live_token(work.connection, Purpose.UNIT.value, work.now, role=None, **target)
    return work.desk.link(token) if token else await make_link(work, Purpose.UNIT, unit=unit)


async def choose_unit(work: Work, page: int = 0) -> Reply:
    """The units to invite, a page of them."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    rows = await people.units_with_focal(work.connection, work.conference)
    pages = max(1, -(-len(rows) // UNITS_A_PAGE))
    page = min(max(page, 0), pages - 1)
    items = tuple(rows[page * UNITS_A_PAGE : (page + 1) * UNITS_A_PAGE])
    waiting = sum(not focal for _, _, focal in rows)
    return Reply(it=UnitChoice(items=items, page=page, pages=pages, waiting=waiting), edit=True)


async def invite_unit(work: Work, unit: UnitId, renew: bool = False) -> Reply:
    """The link of a unit: one at a time, so a second focal person needs a new one. `renew` makes the old useless."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    name = await _unit(work, unit)
    if renew:
        target = {"conference_id": work.conference, "unit_id": unit}
        await invitations.revoke(work.connection, work.now, kind=Purpose.UNIT.value, **target)
        await work.note("link_revoked", "unit", unit)
    link = await unit_link(work, unit)
    focal = len(await people.focal_of(work.connection, unit))
    return await _ready(work, Purpose.UNIT, link, name=name, unit=unit, focal=focal)


async def invite_group(work: Work, unit: UnitId | None) -> Reply:
    """A link that puts the bot into a group chat and links the group."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    name = None if unit is None else await _unit(work, unit)
    link = (await make_link(work, Purpose.GROUP, unit=unit)).replace("?start=", "?startgroup=")
    return await _ready(work, Purpose.GROUP, link, name=name, unit=unit)


async def _unit(work: Work, unit: UnitId) -> str:
    name = await people.unit_name(work.connection, work.conference, unit)
    if name is None:
        raise Refusal("unit_gone")
    return name


async def _ready(
    work: Work, purpose: Purpose, link: str, *, name: str | None = None, unit: UnitId | None = None, focal: int = 0
) -> Reply:
    found = await programmes.conference(work.connection, work.conference)
    view = LinkReady(
        purpose=purpose.value,
        link=link,
        title=found.title if found else "",
        name=name,
        until=await works_until(work, link),
        unit=unit,
        focal=focal,
    )
    files = () if purpose is Purpose.GROUP else (Attachment("qr.png", qr_png(link), photo=True),)
    return Reply(it=view, files=files)


async def team(work: Work, done: str | None = None) -> Reply:
    """Who runs the conference, and the links nobody has used yet."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    members = await organizers.helpers(work.connection, work.conference)
    links = await invitations.waiting(work.connection, work.conference, work.now)
    view = Team(
        members=tuple(Member(account=each.account, role=each.role, name=each.name) for each in members),
        links=tuple(UnusedLink(key=each.key, role=each.purpose.value, name=each.name) for each in links),
        may_remove=work.actor.may(Permission.MANAGE_ORGANIZERS),
        done=done,
    )
    return Reply(it=view, edit=True)


async def ask_removal(work: Work, account: AccountId) -> Reply:
    """Ask before a role is taken away."""
    member = await _removable(work, account)
    return Reply(it=ConfirmRemoval(member=member), edit=True)


async def remove_helper(work: Work, account: AccountId) -> Reply:
    """Take the role of organizer or door staff away; whoever runs the desk last stays."""
    member = await _removable(work, account)
    await organizers.remove_organizer(work.connection, work.conference, account)
    await work.note("role_removed", member.role)
    return await team(work, done="removed")


async def _removable(work: Work, account: AccountId) -> Member:
    require(work.actor, Permission.MANAGE_ORGANIZERS)
    members = await organizers.helpers(work.connection, work.conference)
    found = next((each for each in members if each.account == account), None)
    if found is None:
        raise Refusal("helper_gone")
    if found.role == Role.OWNER.value or is_last(members, account):
        raise Refusal("last_organizer")
    return Member(account=found.account, role=found.role, name=found.name)


def is_last(members: list[organizers.Helper], account: AccountId) -> bool:
    """Whether nobody but this account could run the conference."""
    running = [each.account for each in members if each.role != Role.DOOR.value]
    return running == [account]


async def revoke_link(work: Work, key: str) -> Reply:
    """Make an unused link of the team useless."""
    require(work.actor, Permission.MANAGE_ORGANIZERS)
    if not await invitations.revoke_one(work.connection, work.conference, key, work.now):
        raise Refusal("link_gone")
    await work.note("link_revoked", "team")
    return await team(work, done="revoked")


register(Flow("invite_helper", (Step("name", name_text),), finish=_invite_helper))
