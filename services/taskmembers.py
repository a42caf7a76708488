"""A task of a collective unit ("các đơn vị thành viên") is owed by each member: everybody has a part of their own.

The task itself is then *shared*: it is nobody's to answer, and what organizers change in it holds for its parts.
Whoever coordinates it does so as a whole; its members read on their own part who that is.
"""

from collections.abc import Sequence
from dataclasses import replace

from domain.conference import TaskState
from domain.ids import AccountId, TaskId, UnitId
from domain.tasks import MOVES, Act
from domain.units import is_collective
from services.desk import SYSTEM, Work
from services.taskmoves import apply, apply_all
from services.tasknotices import hand_out, tell_helping
from storage import taskhistory, tasks, unitmembers, units
from storage.tasks import StoredTask

_ENDED = (TaskState.DONE, TaskState.WITHDRAWN)


async def give_out(work: Work, given: Sequence[StoredTask]) -> list[StoredTask]:
    """Tell the units what they have just been given, a collective one's members each of their own part.

    The tasks as they are then, in their order, and the parts behind them.
    """
    told = await share(work, given) if given else []
    await hand_out(work, told)
    return told


async def share(work: Work, given: Sequence[StoredTask]) -> list[StoredTask]:
    """These tasks and the parts that members of collective units have got of them just now."""
    members = await unitmembers.members(work.connection, work.conference)
    if not members:
        return list(given)
    found = [await _with_member_helpers(work, task, members) for task in given]
    mine = replace(work, actor=replace(SYSTEM, conference=work.conference))
    parts: list[StoredTask] = []
    for place, task in enumerate(found):
        wanted = members.get(task.unit, ())
        if wanted and (task.state is TaskState.SHARED or task.state in MOVES[Act.SHARE]):
            parts += await _parts(mine, task, wanted)
            found[place] = task if task.state is TaskState.SHARED else await apply(mine, task, Act.SHARE)
    return [*found, *parts]


async def _parts(work: Work, task: StoredTask, members: Sequence[UnitId]) -> list[StoredTask]:
    """The parts of these members that they did not have before, given."""
    known = {each.unit for each in await tasks.parts_of(work.connection, work.conference, [task.id])}
    missing = [each for each in members if each not in known]
    keys = await unitmembers.give_parts(work.connection, work.conference, task, missing)
    made = await tasks.parts_of(work.connection, work.conference, [task.id])
    return await apply_all(work, [each for each in made if each.id in keys], Act.ASSIGN)


async def _with_member_helpers(work: Work, task: StoredTask, members: dict[UnitId, list[UnitId]]) -> StoredTask:
    """What a collective unit coordinates, its members do."""
    more = [each for unit in task.coordinating for each in members.get(unit, ()) if each != task.unit]
    for unit in more:
        await tasks.add_unit(work.connection, work.conference, unit, task.id)
    return replace(task, coordinating=tuple(dict.fromkeys((*task.coordinating, *more))))


async def with_parts(work: Work, task: StoredTask) -> list[StoredTask]:
    """The task and, where it is shared, what its members still owe of it."""
    if task.state is not TaskState.SHARED:
        return [task]
    parts = await tasks.parts_of(work.connection, work.conference, [task.id])
    return [task, *(each for each in parts if each.state not in _ENDED)]


async def late_rounds(work: Work, whole: TaskId) -> list[StoredTask]:
    """The rounds of a shared recurring task that ended late; each stands by itself, whatever changes in the task."""
    rounds = await taskhistory.late_rounds(work.connection, work.conference)
    found = [await tasks.get(work.connection, work.conference, late) for late, of in rounds.items() if of == whole]
    return [each for each in found if each is not None]


async def owed_of(work: Work, task: StoredTask) -> list[StoredTask]:
    """The task and, where it is shared, all that its members still owe of it, late rounds too."""
    late = await late_rounds(work, task.id) if task.state is TaskState.SHARED else []
    return [*await with_parts(work, task), *(each for each in late if each.state not in _ENDED)]


async def take_seat(work: Work, unit: UnitId, account: AccountId) -> UnitId:
    """Whoever comes by a collective unit's link answers for one member of it; any other unit is what it was.

    Which member is asked for then. Until it is known the member has the collective unit's name and a number.
    """
    names = dict(await tasks.units_of(work.connection, work.conference))
    members = (await unitmembers.members(work.connection, work.conference)).get(unit, [])
    if not (members or is_collective(names[unit])):
        return unit
    answering = await tasks.focal_accounts(work.connection, members)
    seat = next((each for each in members if account in answering.get(each, ())), None)
    if seat is not None:
        await units.release(work.connection, unit, account)
        return seat
    taken = set(names.values())
    number = next(n for n in range(1, len(taken) + 2) if f"{names[unit]} ({n})" not in taken)
    seat = await unitmembers.new_unit(work.connection, work.conference, f"{names[unit]} ({number})", unit)
    await enroll(work, unit, [seat], named=False)
    await unitmembers.move_person(work.connection, unit, seat, account)
    return seat


async def enroll(work: Work, unit: UnitId, members: Sequence[UnitId], named: bool) -> list[StoredTask]:
    """These are members of the collective unit: each owes what it was given so far. Their parts."""
    for member in members:
        await unitmembers.enroll(work.connection, work.conference, unit, member, named)
    found = await tasks.of_units(work.connection, work.conference, [unit])
    given = [task for task in found if task.state not in (TaskState.DRAFT, TaskState.DORMANT, *_ENDED)]
    shared = await share(work, given)
    await tell_helping(work, _helping_now(given, shared))
    return [task for task in shared if task.part_of is not None]


def _helping_now(before: Sequence[StoredTask], after: Sequence[StoredTask]) -> dict[UnitId, list[StoredTask]]:
    """What each unit coordinates that did not before."""
    found: dict[UnitId, list[StoredTask]] = {}
    for was, now in zip(before, after, strict=False):
        for unit in {*now.coordinating} - {*was.coordinating}:
            found.setdefault(unit, []).append(now)
    return found
