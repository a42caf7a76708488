"""Which bodies a collective unit ("các sở, ban, ngành") stands for: named by organizers, or by whoever came for one."""

from typing import Any

from domain.actor import Permission, require
from domain.conference import TaskState
from domain.ids import AccountId, UnitId
from domain.refusal import Refusal
from domain.tasks import Act
from domain.units import is_collective
from domain.vietnamese import squeeze
from domain.views import Reply
from services import flows, unitdesk
from services.desk import Work
from services.flows import Flow, Step, register, some_text
from services.notifying import Notice, notify
from services.taskmembers import enroll
from services.taskmoves import apply
from services.tasknotices import ask_organizers, hand_out
from services.views.members import MemberAsked, MemberCame
from storage import people, tasks, unitmembers

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
    known = await unitmembers.unit_called(work.connection, work.conference, name)
    if known is not None:
        return await take(work, unit, known)
    await unitmembers.rename(work.connection, unit, name)
    return await _told(work, collective, unit)


async def take(work: Work, unit: UnitId, member: UnitId) -> Reply:
    """The person answers for this member, which organizers have named and nobody answers for."""
    collective = await _own(work, unit)
    if member not in dict(await unitmembers.free(work.connection, collective)):
        raise Refusal("member_taken")
    mine = {t.part_of: t for t in await tasks.of_units(work.connection, work.conference, [unit])}
    theirs = {t.part_of: t for t in await tasks.of_units(work.connection, work.conference, [member])}
    for whole, part in mine.items():
        if whole is None or part.state is TaskState.WITHDRAWN or part.unit != unit:
            continue
        other = theirs.get(whole)
        if other is not None and other.state is not TaskState.ASSIGNED:  # an organizer has answered for the member
            continue
        if other is not None:
            await apply(work, other, Act.WITHDRAW)
        await tasks.change(work.connection, part.id, unit_id=member)
    await unitmembers.move_people(work.connection, unit, member)
    await unitmembers.remove_unit(work.connection, unit)
    return await _told(work, collective, member)


async def _told(work: Work, collective: UnitId, member: UnitId) -> Reply:
    await work.note("unit_member", "unit", member)
    view = MemberCame(member=await _name(work, member), collective=await _name(work, collective))
    await ask_organizers(work, view)
    return Reply(it=view)


def member_lines(text: str) -> list[str]:
    """The names that somebody typed: a line each, or parted by semicolons."""
    found = [some_text(squeeze(each).strip(" -–•"), most=200) for line in text.split("\n") for each in _parts(line)]
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
    keys = []
    for name in data["lines"]:
        known = await unitmembers.unit_called(work.connection, work.conference, name)
        keys.append(known or await unitmembers.new_unit(work.connection, work.conference, name, unit))
    made = await enroll(work, unit, [each for each in keys if each != unit], named=True)
    await hand_out(work, made)
    await work.note("unit_members", "unit", unit, members=len(keys))
    return await unitdesk.show(work, unit, "members")


register(Flow("member_name", (Step("words", lambda text: some_text(text, most=200)),), finish=_named))
register(Flow("unit_members", (Step("lines", member_lines),), finish=_members))
