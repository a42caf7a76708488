"""Organizers add a unit in the chat, for a task in hand or by itself, and one more name under which a unit is known."""

from typing import Any

from domain.actor import Permission, require
from domain.ids import TaskId, UnitId
from domain.refusal import Refusal
from domain.units import parent_in, unit_key
from domain.views import Reply
from services import flows, taskediting, taskhelpers, unitdesk
from services.desk import Work
from services.flows import Flow, Step, register
from services.memberdesk import unit_name
from services.tasklists import find
from storage import people, unitmembers, units


async def begin(work: Work, how: str = "", task: TaskId | None = None) -> Reply:
    """Ask for the unit's name. `how` says what comes then: it gets a `new` task, leads this one, or helps with it."""
    require(work.actor, Permission.MANAGE_TASKS)
    if how not in _THEN:
        raise Refusal("stale_button")
    return await flows.begin(work, "new_unit", how=how, task=task or 0)


async def _add(work: Work, data: dict[str, Any]) -> Reply:
    """A unit that is known already, however it is spelt, is not made again."""
    require(work.actor, Permission.MANAGE_TASKS)
    name = data["name"]
    known = await units.by_key(work.connection, work.conference)
    unit = known.get(unit_key(name))
    if unit is None:
        parent = known.get(unit_key(parent_in(name) or ""))
        unit = await unitmembers.new_unit(work.connection, work.conference, name, parent)
        await work.note("unit_add", "unit", unit)
        return await _THEN[data["how"]](work, unit, TaskId(data["task"]), "added")
    return await _THEN[data["how"]](work, unit, TaskId(data["task"]), "known")


async def _shows(work: Work, unit: UnitId, task: TaskId, said: str) -> Reply:
    return await unitdesk.show(work, unit, said)


async def _gives(work: Work, unit: UnitId, task: TaskId, said: str) -> Reply:
    return await taskediting.new(work, unit)


async def _leads(work: Work, unit: UnitId, task: TaskId, said: str) -> Reply:
    found = await find(work, task)
    if found.unit == unit:
        return await taskediting.pick_heir(work, task, found.revision)
    return await taskediting.hand_over(work, task, found.revision, unit)


async def _helps(work: Work, unit: UnitId, task: TaskId, said: str) -> Reply:
    found = await find(work, task)
    if unit in (found.unit, *found.coordinating):
        return await taskhelpers.pick(work, task, found.revision)
    return await taskhelpers.toggle(work, task, found.revision, unit)


_THEN = {"": _shows, "new": _gives, "lead": _leads, "help": _helps}


async def begin_alias(work: Work, unit: UnitId) -> Reply:
    """Ask under which other name the unit is known."""
    require(work.actor, Permission.MANAGE_TASKS)
    name = await people.unit_name(work.connection, work.conference, unit)
    if name is None:
        raise Refusal("unit_unknown")
    return await flows.begin(work, "unit_alias", unit=unit, unit_name=name)


async def _alias(work: Work, data: dict[str, Any]) -> Reply:
    require(work.actor, Permission.MANAGE_TASKS)
    unit, name = UnitId(data["unit"]), data["name"]
    known = (await units.by_key(work.connection, work.conference)).get(unit_key(name))
    if known not in (None, unit):
        raise Refusal("unit_name_taken")
    if known is None:
        await units.add_alias(work.connection, unit, name)
        await work.note("unit_alias", "unit", unit)
    return await unitdesk.show(work, unit, "alias")


_NAME = Step("name", unit_name)
register(Flow("new_unit", (_NAME,), finish=_add))
register(Flow("unit_alias", (_NAME,), finish=_alias))
