"""How many people groups and units may send: the sums against it, and what happens when it is lowered."""

from typing import Any

from domain.actor import Permission, require
from domain.delegates import clean
from domain.editing import read_count
from domain.ids import UnitId
from domain.refusal import Refusal
from domain.rsvp import places_left
from domain.views import Reply
from services import flows
from services.desk import Work
from services.flows import Flow, Step, register
from services.notifying import Notice, notify
from services.occasions import occasion
from services.views.quotas import GroupsPage, Quota, QuotaBelowNamed, UnitsPage
from services.views.unit_people import UnitMaySend
from storage import attendance, people

A_PAGE = 8
SHOWN_PEOPLE = 20


async def groups(work: Work, page: int = 0) -> Reply:
    """The plan's groups with their quota and the people named for each."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    found = (await attendance.counts(work.connection, work.conference)).by_group
    rows = [against(each.group, each.description, each) for each in found if each.group is not None]
    items, page, pages = _page(rows, page)
    return Reply(it=GroupsPage(items=items, page=page, pages=pages), edit=True)


async def units(work: Work, page: int = 0) -> Reply:
    """The plan's units with how many each may send and has named."""
    require(work.actor, Permission.MANAGE_PEOPLE)
    rows = [against(each.unit, each.name, each) for each in await attendance.by_unit(work.connection, work.conference)]
    items, page, pages = _page(rows, page)
    return Reply(it=UnitsPage(items=items, page=page, pages=pages), edit=True)


def against(key: int, name: str, each: attendance.GroupCount | attendance.UnitCount) -> Quota:
    """A group or unit against its quota, as it is shown."""
    return Quota(
        key=key,
        name=name,
        quota=each.quota,
        named=each.seats.invited,
        attending=each.seats.attending,
        declined=each.seats.declined,
        left=places_left(each.quota, each.seats.invited, each.seats.declined),
    )


def _page(rows: list[Quota], page: int) -> tuple[tuple[Quota, ...], int, int]:
    pages = max(1, -(-len(rows) // A_PAGE))
    page = min(max(page, 0), pages - 1)
    return tuple(rows[page * A_PAGE : (page + 1) * A_PAGE]), page, pages


async def of_unit(work: Work, unit: UnitId) -> Quota:
    """One unit of the conference against what it may send."""
    found = await attendance.by_unit(work.connection, work.conference, [unit])
    if not found:
        raise Refusal("unit_gone")
    return against(found[0].unit, found[0].name, found[0])


async def ask_unit(work: Work, unit: UnitId) -> Reply:
    """How many people may the unit send?"""
    require(work.actor, Permission.MANAGE_PEOPLE)
    found = await of_unit(work, unit)
    return await flows.begin(work, "unit_quota", unit=unit, name=found.name, named=found.named)


async def _set_unit(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.MANAGE_PEOPLE)
    unit = UnitId(data["unit"])
    before = await of_unit(work, unit)
    await attendance.set_unit_quota(work.connection, unit, data["quota"])
    await work.note("unit_quota_set", "unit", unit)
    found = await of_unit(work, unit)
    if found.quota != before.quota and found.quota is not None:
        await _tell_unit(work, unit, found)
    warned = await too_many(work, "unit", found)
    if warned is not None:
        return warned
    shown = (await units(work)).it
    return Reply(it=UnitsPage(items=shown.items, page=shown.page, pages=shown.pages, done=found.name))


async def of_group(work: Work, group: int) -> Quota | None:
    """One group of the conference against its quota; None where it is gone."""
    found = (await attendance.counts(work.connection, work.conference)).by_group
    return next((against(each.group, each.description, each) for each in found if each.group == group), None)


async def _tell_unit(work: Work, unit: UnitId, found: Quota) -> None:
    """The unit's focal people learn how many people they may send now."""
    view = UnitMaySend(unit=unit, title=(await occasion(work)).title, seats=found)
    notice = Notice(kind="delegates", it=view, subject="unit", subject_id=unit)
    await notify(work, notice, [each.account_id for each in await people.focal_of(work.connection, unit)])


async def overfull(work: Work) -> dict[int, Quota]:
    """The groups that have more people than they ask for."""
    found = (await attendance.counts(work.connection, work.conference)).by_group
    rows = [against(each.group, each.description, each) for each in found if each.group is not None]
    return {each.key: each for each in rows if each.left is not None and each.left < 0}


async def lowered(work: Work, group: int) -> Reply | None:
    """After a group's quota has been changed: a warning that names the people where it is below those named."""
    found = await of_group(work, group)
    return None if found is None else await too_many(work, "group", found)


async def too_many(work: Work, kind: str, found: Quota) -> Reply | None:
    """The warning that more people are named than the quota allows, with their names; None where they are not."""
    if found.quota is None or found.left is None or found.left >= 0:
        return None
    people = await attendance.holding(work.connection, work.conference, **{kind: found.key})
    view = QuotaBelowNamed(
        kind=kind,
        key=found.key,
        name=found.name,
        quota=found.quota,
        count=len(people),
        people=tuple((int(key), name) for key, name in people[:SHOWN_PEOPLE]),
        more=max(0, len(people) - SHOWN_PEOPLE),
    )
    return Reply(it=view)


def _limit(text: str) -> int | None:
    """A number of people; 0 for no limit."""
    typed = clean(text)
    return None if typed == "0" else read_count(typed)


register(Flow("unit_quota", (Step("quota", _limit),), finish=_set_unit))
