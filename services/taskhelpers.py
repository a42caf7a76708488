"""Coordinating units of a task, added and dropped in the chat; they and the unit that leads are told old → new."""

from collections.abc import Sequence

from domain.ids import TaskId, UnitId
from domain.refusal import Refusal
from domain.views import Reply
from services.desk import Work
from services.taskediting import UNKNOWN_TO_UNIT, editable
from services.tasklists import UNITS_PAGE, lister, page_of
from services.taskmembers import with_parts
from services.taskmoves import again, outdated, write_down
from services.tasknotices import freshen, shared_view, tell, tell_groups, tell_unit
from services.views.taskhelpers import HelperChoice
from services.views.tasks import TaskChanged
from storage import tasks, unitmembers
from storage.tasks import StoredTask

HELPERS = "helpers"


async def pick(work: Work, task: TaskId, revision: int, page: int = 0) -> Reply:
    """Which units coordinate the task?"""
    found = await editable(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    return await _choice(work, found, page)


async def _choice(work: Work, task: StoredTask, page: int) -> Reply:
    others = [each for each in await tasks.units_of(work.connection, work.conference) if each[0] != task.unit]
    part, page, pages = page_of(others, page, UNITS_PAGE)
    view = HelperChoice(
        task=(await lister(work, [task])).line(task),
        units=tuple((int(key), name, key in task.coordinating) for key, name in part),
        page=page,
        pages=pages,
    )
    return Reply(it=view, edit=True)


async def toggle(work: Work, task: TaskId, revision: int, unit: UnitId, page: int = 0) -> Reply:
    """The unit coordinates the task from now on, or no longer; a shared one as a whole, once for all its members.

    What a collective unit coordinates, its members do.
    """
    found = await editable(work, task)
    if found.revision != revision:
        return await outdated(work, found)
    names = dict(await tasks.units_of(work.connection, work.conference))
    if unit not in names or unit == found.unit:
        raise Refusal("unit_unknown")
    members = (await unitmembers.members(work.connection, work.conference)).get(unit, [])
    for each in (unit, *(member for member in members if member != found.unit)):
        if unit in found.coordinating:
            await tasks.remove_unit(work.connection, each, task)
        else:
            await tasks.add_unit(work.connection, work.conference, each, task)
    before = ", ".join(names[each] for each in found.coordinating)
    await write_down(work, found, HELPERS, before or None, "coordinating")
    await tasks.change(work.connection, task)
    changed = await again(work, task)
    await freshen(work, [changed])
    await tell_switched(work, found, changed)
    return await _choice(work, changed, page)


async def put_helpers(work: Work, task: StoredTask, helpers: Sequence[UnitId]) -> None:
    """These units coordinate the task from now on, and no others."""
    for unit in {*task.coordinating} - {*helpers}:
        await tasks.remove_unit(work.connection, unit, task.id)
    for unit in helpers:
        await tasks.add_unit(work.connection, work.conference, unit, task.id)


async def tell_switched(work: Work, before: StoredTask, after: StoredTask) -> None:
    """Who leads reads old → new, each member of a shared task too; each that coordinates now, or no longer, is told."""
    if after.state in UNKNOWN_TO_UNIT:
        return
    names = dict(await tasks.units_of(work.connection, work.conference))
    was, now = (", ".join(names[each] for each in task.coordinating) for task in (before, after))
    for each in await with_parts(work, after):
        line = (await lister(work, [each])).line(each)
        await tell_unit(work, each, TaskChanged(task=line, what=HELPERS, before=was, after=now))
    for unit in sorted({*before.coordinating} ^ {*after.coordinating}):
        await tell_helper(work, after, unit, names)


async def tell_helper(work: Work, task: StoredTask, unit: UnitId, names: dict[UnitId, str]) -> None:
    """The unit coordinates the task from now on, or no longer."""
    listed = await lister(work, [task])
    line = listed.line(task)
    people = (await tasks.focal_accounts(work.connection, [unit])).get(unit, [])
    if unit in task.coordinating:
        await tell(work, shared_view(listed, names[unit], unit, [task]), people, task.id)
        await tell_groups(work, {unit: [task]}, "shared")
    else:
        await tell(work, TaskChanged(task=line, what="not_helping", after=names[unit]), people, task.id)
