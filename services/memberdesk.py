"""Which bodies a collective unit ("các sở, ban, ngành") stands for: named by organizers, or by whoever came for one."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from domain.actor import Permission, require
from domain.conference import TaskState
from domain.ids import AccountId, TaskId, UnitId
from domain.refusal import Refusal
from domain.tasks import Act
from domain.units import is_collective, unit_key
from domain.vietnamese import squeeze
from domain.views import Reply
from services import flows, unitdesk
from services.desk import SYSTEM, Work
from services.flows import Flow, Step, register, some_text
from services.notifying import Notice, notify
from services.taskmembers import enroll
from services.taskmoves import apply
from services.tasknotices import ask_organizers, hand_out
from services.views.members import MemberAsked, MemberCame
from storage import people, taskhistory, tasks, unitmembers, units
from storage.tasks import StoredTask

_MOST = 100


async def ask_which(work: Work, collective: UnitId, unit: UnitId, account: AccountId) -> None:
    """Whoever came by the collective unit's link is asked for which of its members, while that is not known."""
    if not await _is_nameless(work, unit):
        return
    name = await _name(work, collective)
    free = tuple((int(key), each) for key, each in await unitmembers.free(work.connection, collective))
    await notify(work, Notice(kind="task", it=MemberAsked(unit=unit, collective=name, free=free)), [account])


async def _name(work: Work, unit: UnitId) -> str:
    name = await people.unit_name(work.connection, work.conference, unit)
    if name is None:
        raise Refusal("unit_unknown")
    return name


async def _is_nameless(work: Work, unit: UnitId) -> bool:
    found = await unitmembers.collective_of(work.connection, unit)
    return found is not None and not found[1]


async def _own(work: Work, unit: UnitId) -> UnitId:
    """The collective unit of a member whose name is not known yet; for its people and organizers."""
    found = await unitmembers.collective_of(work.connection, unit)
    mine = unit in work.actor.units or work.actor.may(Permission.MANAGE_TASKS)
    if found is None or found[1] or not mine:
        raise Refusal("member_named")
    return found[0]


async def begin_naming(work: Work, unit: UnitId) -> Reply:
    """Ask for the name of the member."""
    collective = await _own(work, unit)
    return await flows.begin(work, "member_name", unit=unit, name=await _name(work, collective))


async def _named(work: Work, data: dict[str, Any]) -> Reply:
    unit, name = UnitId(data["unit"]), data["words"]
    collective = await _own(work, unit)
    known = (await units.by_key(work.connection, work.conference)).get(unit_key(name))
    if known is not None:
        return await take(work, unit, known)
    await unitmembers.rename(work.connection, unit, name)
    return await _told(work, collective, unit)


async def take(work: Work, unit: UnitId, member: UnitId) -> Reply:
    """The person answers for this member, which organizers have named and nobody answers for.

    All that hung on the seat hangs on the member then. Of a task that both had a part of, one part stays.
    """
    collective = await _own(work, unit)
    if member not in dict(await unitmembers.free(work.connection, collective)):
        raise Refusal("member_taken")
    await _keep_one_part(work, await _parts_of(work, unit), await _parts_of(work, member))
    await unitmembers.put_into(work.connection, unit, member)
    return await _told(work, collective, member)


_Round = tuple[TaskId, datetime | None]
"""A part of a shared task: of which task, and when it ended where it is a late round of it."""


async def _parts_of(work: Work, unit: UnitId) -> dict[_Round, StoredTask]:
    """What the unit has of each shared task, late rounds too, what was taken back aside."""
    found = await tasks.of_units(work.connection, work.conference, [unit])
    late = await taskhistory.late_rounds(work.connection, work.conference)
    standing = [task for task in found if task.unit == unit and task.state is not TaskState.WITHDRAWN]
    parts = ((task.part_of or late.get(task.id), None if task.part_of else task.deadline, task) for task in standing)
    return {(whole, ended): task for whole, ended, task in parts if whole is not None}


async def _keep_one_part(work: Work, own: dict[_Round, StoredTask], named: dict[_Round, StoredTask]) -> None:
    """The person's part stays, or the member's where an organizer has answered for it; what is done stays, too."""
    by_itself = replace(work, actor=replace(SYSTEM, conference=work.conference))
    for which in own.keys() & named.keys():
        spare = named[which] if named[which].state is TaskState.ASSIGNED else own[which]
        if spare.state not in (TaskState.REPORTED, TaskState.DONE):
            await apply(by_itself, spare, Act.WITHDRAW)


async def _told(work: Work, collective: UnitId, member: UnitId) -> Reply:
    await work.note("unit_member", "unit", member)
    view = MemberCame(member=await _name(work, member), collective=await _name(work, collective))
    await ask_organizers(work, view)
    return Reply(it=view)


def unit_name(text: str) -> str:
    """What a unit is called; a name of signs alone could not be told from any other."""
    found = some_text(text, most=200)
    if not unit_key(found):
        raise Refusal("form_empty")
    return found


def member_lines(text: str) -> list[str]:
    """The names that somebody typed: a line each, or parted by semicolons."""
    found = [unit_name(squeeze(each).strip(" -–•")) for line in text.split("\n") for each in _parts(line)]
    if not found:
        raise Refusal("form_empty")
    if len(found) > _MOST:
        raise Refusal("members_too_many", most=_MOST)
    return list(dict.fromkeys(found))


def _parts(line: str) -> list[str]:
    return [each for each in line.split(";") if squeeze(each).strip(" -–•")]


async def begin_members(work: Work, unit: UnitId) -> Reply:
    """Ask for the members of a collective unit."""
    require(work.actor, Permission.MANAGE_TASKS)
    name = await _name(work, unit)
    if not is_collective(name):
        raise Refusal("unit_not_collective")
    return await flows.begin(work, "unit_members", unit=unit, name=name)


async def _members(work: Work, data: dict[str, Any]) -> Reply:
    """Known units and new ones become members; each is given what the collective unit was given so far."""
    require(work.actor, Permission.MANAGE_TASKS)
    unit = UnitId(data["unit"])
    await _name(work, unit)
    keys = [await _known_or_new(work, unit, name) for name in data["lines"]]
    made = await enroll(work, unit, [each for each in keys if each != unit], named=True)
    await hand_out(work, made)
    await work.note("unit_members", "unit", unit, members=len(keys))
    return await unitdesk.show(work, unit, "members")


async def _known_or_new(work: Work, collective: UnitId, name: str) -> UnitId:
    known = (await units.by_key(work.connection, work.conference)).get(unit_key(name))
    return known or await unitmembers.new_unit(work.connection, work.conference, name, collective)


register(Flow("member_name", (Step("words", unit_name),), finish=_named))
register(Flow("unit_members", (Step("lines", member_lines),), finish=_members))
