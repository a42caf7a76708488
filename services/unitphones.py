"""The units that only the telephone reaches, each with what it has to be told."""

from collections.abc import Sequence
from dataclasses import replace

from domain.actor import Permission, require
from domain.ids import UnitId
from domain.tasks import awaits_unit
from domain.views import Reply
from services.desk import Work
from services.tasklists import Lister, lister
from services.views.taskboards import UnreachedUnits
from services.views.tasklines import TaskLine
from storage import tasks, unitmembers
from storage.tasks import StoredTask


async def unreached_units(work: Work) -> UnreachedUnits:
    """Units for which nobody can be written to, each with what it has to be told: what it leads or coordinates.

    A collective unit is reached through its members, which are units themselves.
    """
    reached = await tasks.reachable_units(work.connection, work.conference)
    collective = await unitmembers.members(work.connection, work.conference)
    found = [task for task in await tasks.all_of(work.connection, work.conference) if awaits_unit(task.state)]
    listed = await lister(work, found)
    return UnreachedUnits(
        units=tuple(
            (name, _owed(listed, unit, found))
            for unit, name in await tasks.units_of(work.connection, work.conference)
            if unit not in reached and unit not in collective
        )
    )


def _owed(listed: Lister, unit: UnitId, found: Sequence[StoredTask]) -> tuple[TaskLine, ...]:
    leading = listed.lines(task for task in found if task.unit == unit)
    helping = listed.lines((task for task in found if unit in task.coordinating), len(leading) + 1)
    return (*leading, *(replace(line, helping=True) for line in helping))


async def telephone_list(work: Work) -> Reply:
    """The units that only the telephone reaches; the journal keeps who asked for them."""
    require(work.actor, Permission.MANAGE_TASKS)
    found = await unreached_units(work)
    await work.note("phones_exported", "units", None, count=len(found.units))
    return Reply(it=found)
