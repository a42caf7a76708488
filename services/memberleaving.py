"""A member is taken out of a collective unit: what it still owes of the unit's tasks is taken back with it."""

from domain.actor import Permission, require
from domain.conference import TaskState
from domain.ids import UnitId
from domain.refusal import Refusal
from domain.views import Reply
from services import unitdesk
from services.desk import Work
from services.successors import leave
from services.taskediting import CLOSED, take_away
from services.taskhelpers import HELPERS, tell_helper
from services.tasklists import page_of
from services.taskmembers import late_rounds
from services.taskmoves import again, write_down
from services.views.members import DropAsked, MembersToDrop
from storage import tasks, unitmembers, units
from storage.tasks import StoredTask

_PAGE = 20


async def pick(work: Work, unit: UnitId, page: int = 0) -> Reply:
    """Which member is none?"""
    require(work.actor, Permission.MANAGE_TASKS)
    names, members = await _members(work, unit)
    if not members:
        return await unitdesk.show(work, unit)
    part, page, pages = page_of(members, page, _PAGE)
    choices = tuple((int(each), names[each]) for each in part)
    return Reply(it=MembersToDrop(unit=unit, name=names[unit], members=choices, page=page, pages=pages), edit=True)


async def drop(work: Work, unit: UnitId, member: UnitId, sure: int) -> Reply:
    """The member is none from now on; asked twice, with what it still owes. What it has reported stays.

    Its people are told what is taken back. Those of a member without a name of its own answer for nothing then.
    """
    require(work.actor, Permission.MANAGE_TASKS)
    names, members = await _members(work, unit)
    if member not in members:
        raise Refusal("unit_unknown")
    owed = await _owed(work, unit, member)
    if not sure:
        view = DropAsked(unit=unit, name=names[unit], member=member, member_name=names[member], open=len(owed))
        return Reply(it=view, edit=True)
    for task in owed:
        await take_away(work, task)
    await _helps_no_longer(work, unit, member, names)
    if not await unitmembers.dismiss(work.connection, unit, member):
        for who in (await units.answerers(work.connection, [member])).get(member, []):
            await leave(work, member, who.account)
    await work.note("unit_member_left", "unit", member)
    return await unitdesk.show(work, unit, "member_left")


async def _members(work: Work, unit: UnitId) -> tuple[dict[UnitId, str], list[UnitId]]:
    """The names of all units, and the members of this one."""
    names = dict(await tasks.units_of(work.connection, work.conference))
    if unit not in names:
        raise Refusal("unit_unknown")
    return names, (await unitmembers.members(work.connection, work.conference)).get(unit, [])


async def _owed(work: Work, unit: UnitId, member: UnitId) -> list[StoredTask]:
    """What the member still owes of the unit's tasks, late rounds too; what it has reported is owed no longer."""
    given = await tasks.of_units(work.connection, work.conference, [unit])
    whole = [task.id for task in given if task.state is TaskState.SHARED]
    parts = [*await tasks.parts_of(work.connection, work.conference, whole)]
    for each in whole:
        parts += await late_rounds(work, each)
    return [task for task in parts if task.unit == member and task.state not in (*CLOSED, TaskState.REPORTED)]


async def _helps_no_longer(work: Work, unit: UnitId, member: UnitId, names: dict[UnitId, str]) -> None:
    """What the collective unit coordinates, the member does not."""
    for task in await tasks.of_units(work.connection, work.conference, [unit]):
        if {unit, member} <= {*task.coordinating} and task.state not in CLOSED:
            before = ", ".join(names[each] for each in task.coordinating)
            await tasks.remove_unit(work.connection, member, task.id)
            await write_down(work, task, HELPERS, before, "coordinating")
            await tasks.change(work.connection, task.id)
            await tell_helper(work, await again(work, task.id), member, names)
