"""Units: who answers in which rank, links passed on inside, the tree, the organizers who look after them."""

from documents.qr import qr_png
from domain.actor import Permission, require
from domain.chasing import Rank
from domain.ids import AccountId, UnitId
from domain.joining import Purpose, token_in
from domain.refusal import Refusal
from domain.tasks import awaits_unit
from domain.units import above, in_tree_order, is_collective, put_under
from domain.views import Attachment, Reply
from services.desk import Work
from services.inviting import make_link, works_until
from services.successors import leave
from services.tasklists import Lister, lister, page_of
from services.views.unitdesk import (
    OwnUnits,
    ParentChoice,
    PersonLine,
    ReleaseAsked,
    UnitLine,
    UnitLinkReady,
    UnitList,
    UnitPage,
)
from storage import people, tasks, unitmembers, units
from storage.tasks import StoredTask

_PAGE = 20


async def home(work: Work) -> Reply:
    """`/donvi`: the tree for organizers, for others their own unit, or which of theirs."""
    if work.actor.may(Permission.MANAGE_TASKS) or not work.actor.units:
        return await desk(work)
    if len(work.actor.units) == 1:
        return await show(work, work.actor.units[0])
    names = dict(await tasks.units_of(work.connection, work.conference))
    return Reply(it=OwnUnits(units=tuple((int(each), names[each]) for each in work.actor.units if each in names)))


async def desk(work: Work, page: int = 0) -> Reply:
    """The units as a tree, a page of them."""
    require(work.actor, Permission.MANAGE_TASKS)
    names = dict(await tasks.units_of(work.connection, work.conference))
    tree = in_tree_order(await units.parents(work.connection, work.conference))
    answering = await units.answerers(work.connection, names)
    groups = await units.groups_of(work.connection, names)
    members = await unitmembers.members(work.connection, work.conference)
    found = await tasks.all_of(work.connection, work.conference)
    listed = await lister(work, [])
    part, page, pages = page_of(list(enumerate(tree, 1)), page, _PAGE)
    lines = tuple(
        UnitLine(
            id=unit,
            number=number,
            name=names[unit],
            depth=depth,
            people=sum(len(answering.get(each, ())) for each in (unit, *members.get(unit, ()))),
            groups=len(groups.get(unit, ())),
            open=len(_open(found, unit)),
            late=_late(found, unit, listed),
        )
        for number, (unit, depth) in part
    )
    return Reply(it=UnitList(lines=lines, page=page, pages=pages), edit=True)


def _open(found: tuple[StoredTask, ...], unit: UnitId) -> list[StoredTask]:
    return [task for task in found if task.unit == unit and awaits_unit(task.state)]


def _late(found: tuple[StoredTask, ...], unit: UnitId, listed: Lister) -> int:
    return sum(listed.late(task) for task in _open(found, unit))


async def _name(work: Work, unit: UnitId) -> str:
    """The unit's name, for organizers and its own people; another's unit is as if it were not there."""
    name = await people.unit_name(work.connection, work.conference, unit)
    if name is None or not (work.actor.may(Permission.MANAGE_TASKS) or unit in work.actor.units):
        raise Refusal("unit_unknown")
    return name


async def show(work: Work, unit: UnitId, said: str | None = None) -> Reply:
    """One unit: its people, what stands above and below, who looks after it."""
    name = await _name(work, unit)
    names = dict(await tasks.units_of(work.connection, work.conference))
    parents = await units.parents(work.connection, work.conference)
    charge = (await units.areas(work.connection, work.conference)).get(unit, [])
    known = await tasks.names_of(work.connection, work.conference, charge)
    found = await tasks.of_units(work.connection, work.conference, [unit])
    answering = (await units.answerers(work.connection, [unit])).get(unit, [])
    members = (await unitmembers.members(work.connection, work.conference)).get(unit, [])
    seats = await units.answerers(work.connection, members)
    view = UnitPage(
        unit=unit,
        name=name,
        collective=is_collective(name),
        members=tuple((names[each], len(seats.get(each, ()))) for each in members),
        aliases=await units.aliases(work.connection, unit),
        above=tuple(names[each] for each in above(unit, parents)),
        below=tuple(names[each] for each, parent in parents.items() if parent == unit and each not in members),
        people=tuple(_person_line(work, who) for who in answering),
        groups=len((await units.groups_of(work.connection, [unit])).get(unit, ())),
        in_charge=tuple(known.get(each, "—") for each in charge),
        mine=work.actor.account in charge,
        organizer=work.actor.may(Permission.MANAGE_TASKS),
        open=len(_open(found, unit)),
        late=_late(found, unit, await lister(work, [])),
        said=said,
    )
    return Reply(it=view, edit=True)


def _person_line(work: Work, who: units.Answerer) -> PersonLine:
    me = who.account == work.actor.account
    return PersonLine(account=who.account, name=who.name, rank=who.rank.value, reachable=who.reachable, me=me)


# --- people ---------------------------------------------------------------------------------------------------------


def rank_of(text: str) -> Rank:
    """A rank as it stands in a button."""
    try:
        return Rank(text)
    except ValueError:
        raise Refusal("stale_button") from None


async def set_rank(work: Work, unit: UnitId, account: AccountId, rank: str) -> Reply:
    """Somebody is from now on the unit's focal person, deputy or head."""
    require(work.actor, Permission.MANAGE_TASKS)
    await _name(work, unit)
    if not await units.set_rank(work.connection, unit, account, rank_of(rank)):
        raise Refusal("not_a_colleague")
    await work.note("unit_rank", "unit", unit, rank=rank)
    return await show(work, unit, "rank")


async def release(work: Work, unit: UnitId, account: AccountId, sure: int) -> Reply:
    """Somebody no longer answers for the unit; asked twice, with what stays behind."""
    require(work.actor, Permission.MANAGE_TASKS)
    name = await _name(work, unit)
    answering = (await units.answerers(work.connection, [unit])).get(unit, [])
    who = next((each for each in answering if each.account == account), None)
    if who is None:
        raise Refusal("not_a_colleague")
    if sure:
        await leave(work, unit, account)
        return await show(work, unit, "released")
    found = await tasks.of_units(work.connection, work.conference, [unit])
    view = ReleaseAsked(
        unit=unit,
        unit_name=name,
        account=account,
        name=who.name,
        others=len(answering) - 1,
        open=len(_open(found, unit)),
    )
    return Reply(it=view, edit=True)


async def link(work: Work, unit: UnitId, rank: str) -> Reply:
    """A link for a colleague, made by an organizer or passed on inside the unit."""
    return await _ready(work, unit, rank_of(rank), None)


async def successor(work: Work, unit: UnitId, account: AccountId) -> Reply:
    """A link whose opener takes somebody's place and rank. A unit's people hand over only their own."""
    await _name(work, unit)
    if not work.actor.may(Permission.MANAGE_TASKS) and account != work.actor.account:
        raise Refusal("not_allowed")
    answering = (await units.answerers(work.connection, [unit])).get(unit, [])
    who = next((each for each in answering if each.account == account), None)
    if who is None:
        raise Refusal("not_a_colleague")
    return await _ready(work, unit, who.rank, account)


async def _ready(work: Work, unit: UnitId, rank: Rank, replaces: AccountId | None) -> Reply:
    name = await _name(work, unit)
    made = await make_link(work, Purpose.UNIT, unit=unit)
    await units.mark_link(work.connection, token_in(made), rank, replaces)
    known = await tasks.names_of(work.connection, work.conference, [replaces])
    view = UnitLinkReady(
        unit=unit,
        name=name,
        rank=rank.value,
        link=made,
        until=await works_until(work, made),
        replaces=None if replaces is None else known.get(replaces, "—"),
    )
    return Reply(it=view, files=(Attachment("qr.png", qr_png(made), photo=True),))


# --- the tree, the areas --------------------------------------------------------------------------------------------


async def pick_parent(work: Work, unit: UnitId, page: int) -> Reply:
    """Under which unit does it stand?"""
    require(work.actor, Permission.MANAGE_TASKS)
    name = await _name(work, unit)
    others = [each for each in await tasks.units_of(work.connection, work.conference) if each[0] != unit]
    part, page, pages = page_of(others, page, _PAGE)
    choices = tuple((int(key), each) for key, each in part)
    return Reply(it=ParentChoice(unit=unit, name=name, units=choices, page=page, pages=pages), edit=True)


async def set_parent(work: Work, unit: UnitId, parent: UnitId) -> Reply:
    """The unit stands under another, or (0) under none; a loop is refused."""
    require(work.actor, Permission.MANAGE_TASKS)
    await _name(work, unit)
    chosen = parent or None
    if chosen is not None:
        await _name(work, chosen)
    put_under(unit, chosen, await units.parents(work.connection, work.conference))
    await units.set_parent(work.connection, unit, chosen)
    await work.note("unit_parent", "unit", unit)
    return await show(work, unit, "parent")


async def charge(work: Work, unit: UnitId, on: int) -> Reply:
    """The organizer looks after this unit, or no longer."""
    require(work.actor, Permission.MANAGE_TASKS)
    await _name(work, unit)
    if on:
        await units.take_charge(work.connection, work.conference, unit, work.actor.account)
    else:
        await units.leave_charge(work.connection, unit, work.actor.account)
    await work.note("unit_charge", "unit", unit, on=bool(on))
    return await show(work, unit, "charge" if on else "no_charge")
