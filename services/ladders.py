"""The ladder of `domain.chasing` is climbed: whom each rung reaches, from the focal person up to the organizers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zlib import crc32

from domain.chasing import Ladder, Rank
from domain.ids import AccountId, ConferenceId, TaskId, UnitId
from domain.taskkinds import kind_of
from domain.tasks import UNDO, Act, Line, in_force
from domain.units import above
from services.chasing import CHASE, KNOWN, digests, stamp
from services.desk import SYSTEM, Work, local
from services.notifying import Notice, notify_each
from services.tasklists import Lister, lister
from services.tasknotices import organizers_of
from services.views.taskboards import OverdueDigest
from services.views.tasklines import TaskLine
from services.views.tasks import TasksBelow
from storage import taskhistory, taskrounds, tasks, units
from storage.tasks import StoredTask

LONGEST_BEFORE, LONGEST_AFTER = 90, 30  # days: the ends of any ladder
EVERY_RANK = frozenset(Rank)
_TOLD_BY = (Act.ASSIGN.value, Act.WAKE.value, Act.HAND_OVER.value)
_OPENED_AGAIN = (Act.HAND_OVER.value, Act.RETURN.value)
"""Behind these "known" holds no longer: another unit has the task, or the same one has to do it again."""
_SLACK = 10  # days


async def tick(work: Work, ladder: Ladder | None = None) -> int:
    """Climb the rungs that are due now in all conferences, in their working hours; how many tasks were recalled.

    May be called at any pace: a rung is written into the task's history in the same transaction as its notices.
    """
    ladder = work.settings.ladder if ladder is None else ladder
    chased = 0
    for conference, zone in await taskrounds.to_chase(work.connection, *_in_reach(work.now)):
        if ladder.is_working(local(work.now, zone)):
            chased += await _climb(work, conference, zone, ladder)
    return chased


def _in_reach(now: datetime) -> tuple[datetime, datetime]:
    """Which deadlines may have a rung now: days off may move one, and a stop of the bot may delay it."""
    return now - timedelta(days=LONGEST_AFTER + _SLACK), now + timedelta(days=LONGEST_BEFORE + _SLACK)


async def _climb(work: Work, conference: ConferenceId, zone: str, ladder: Ladder) -> int:
    mine = replace(work, actor=replace(SYSTEM, conference=conference))
    due = await _due(mine, zone, ladder)
    if not due:
        return 0
    now = local(work.now, zone)
    lines = [(task.id, Line(act=CHASE, at=work.now, note=f"{rung:+d} {stamp(task)}")) for task, rung in due]
    await taskhistory.add_lines(work.connection, conference, lines)
    await mine.note("task_recalled", tasks=len(due))
    listed = await lister(mine, [task for task, _ in due])
    once = f"{now:%Y-%m-%d}:{_stand(due):x}"
    await digests(mine, listed, due, f"chase:{once}", asked=False)
    await _tell_superiors(mine, listed, due, once)
    work.notified = work.notified or mine.notified
    return len(due)


def _stand(due: list[tuple[StoredTask, int]]) -> int:
    """What is recalled now: a task whose snooze ends at noon is another message than that of the morning."""
    return crc32(repr(sorted((task.id, rung) for task, rung in due)).encode())


@dataclass(slots=True)
class _Story:
    """What a task's history says about its recalls: when its unit was told, the rungs climbed, whether it knows."""

    told: datetime | None = None
    climbed: set[int] = field(default_factory=set)
    known: bool = False


async def _due(work: Work, zone: str, ladder: Ladder) -> list[tuple[StoredTask, int]]:
    """Tasks with the rung to climb now."""
    now, ever = local(work.now, zone), local(work.now - timedelta(days=365), zone)
    of_kind = await taskrounds.of_kinds(work.connection, work.conference)
    near = await tasks.due_between(work.connection, work.conference, *_in_reach(work.now))

    def rung_of(task: StoredTask, told: datetime, climbed: Iterable[int]) -> int | None:
        assert task.deadline is not None
        own = task.rungs or (of_kind.get(kind_of(task.text)) if of_kind else None)
        return ladder.due(local(task.deadline, zone), told, now, climbed, own)

    come = [task for task in near if rung_of(task, ever, ()) is not None]  # of the others no history is needed
    stories = await _stories(work, come)
    found = []
    for task in come:
        story = stories[task.id]
        rung = rung_of(task, ever if story.told is None else local(story.told, zone), story.climbed)
        if rung is not None and not _is_quiet(task, story, rung, work.now):
            found.append((task, rung))
    return found


async def _stories(work: Work, some: Sequence[StoredTask]) -> dict[TaskId, _Story]:
    stories = {task.id: _Story() for task in some}
    stamps = {task.id: stamp(task) for task in some}
    lines: dict[TaskId, list[Line]] = {}
    acts = (*_TOLD_BY, *_OPENED_AGAIN, CHASE, KNOWN, UNDO)
    for key, line in await taskhistory.lines_of(work.connection, stories, acts):
        lines.setdefault(TaskId(key), []).append(line)
    for task, line in ((task, line) for task, own in lines.items() for line in in_force(own)):
        story, deadline = stories[task], stamps[task]
        if line.act in _OPENED_AGAIN:
            story.known = False
        if line.act == Act.HAND_OVER:
            story.climbed.clear()
        if line.act == KNOWN:
            story.known = story.known or line.note == deadline
        elif line.act in _TOLD_BY:
            story.told = line.at
        elif line.act == CHASE and line.note and line.note.endswith(f" {deadline}"):
            story.climbed.add(int(line.note.partition(" ")[0]))
    return stories


def _is_quiet(task: StoredTask, story: _Story, rung: int, now: datetime) -> bool:
    """Snoozed, or acknowledged and not yet over the deadline."""
    snoozed = task.snoozed_until is not None and task.snoozed_until > now
    return snoozed or (story.known and rung <= 0)


async def _tell_superiors(work: Work, listed: Lister, due: list[tuple[StoredTask, int]], once: str) -> None:
    """The last rungs: what is over its deadline, and what is due in units that nobody reaches.

    It goes to the nearest unit above of which somebody can be written to, and to the organizers in charge.
    """
    reached: set[UnitId] = await tasks.reachable_units(work.connection, work.conference)
    pressing = [(task, rung) for task, rung in due if rung > 0 or task.unit not in reached]
    if not pressing:
        return
    title, said = listed.conference.title, []
    for account, own in (await _above(work, pressing)).items():
        below = TasksBelow(conference=title, **_parted(listed, own))
        said.append((Notice(kind="chase", it=below, dedup=f"chase:above:{once}:{account}"), [account]))
    in_charge = await organizers_of(work, [task for task, _ in pressing])
    for account, own in _by_account(pressing, in_charge).items():
        digest = OverdueDigest(**_parted(listed, own))
        said.append((Notice(kind="chase", it=digest, dedup=f"chase:organizers:{once}:{account}"), [account]))
    await notify_each(work, said)


async def _above(work: Work, pressing: list[tuple[StoredTask, int]]) -> dict[AccountId, list[tuple[StoredTask, int]]]:
    """Whom in the units above each task is told, without those who answer for its own unit too.

    A unit above that has a group chat only is passed over: its group is no superior.
    """
    parents = await units.parents(work.connection, work.conference)
    with_people = await tasks.units_with_people(work.connection, work.conference)
    nearest: dict[UnitId, UnitId] = {}
    for task, _ in pressing:
        reachable = [each for each in above(task.unit, parents) if each in with_people]
        nearest |= {task.unit: reachable[0]} if reachable else {}
    answering = await tasks.focal_accounts(work.connection, {*nearest, *nearest.values()}, EVERY_RANK)
    told: dict[TaskId, list[AccountId]] = {}
    for task, _ in pressing:
        superior = answering.get(nearest[task.unit], []) if task.unit in nearest else []
        told[task.id] = [each for each in superior if each not in answering.get(task.unit, ())]
    return _by_account(pressing, told)


def _by_account(
    pressing: list[tuple[StoredTask, int]], told: Mapping[TaskId, Iterable[AccountId]]
) -> dict[AccountId, list[tuple[StoredTask, int]]]:
    found: dict[AccountId, list[tuple[StoredTask, int]]] = {}
    for task, rung in pressing:
        for account in told[task.id]:
            found.setdefault(account, []).append((task, rung))
    return found


def _parted(listed: Lister, own: list[tuple[StoredTask, int]]) -> dict[str, tuple[TaskLine, ...]]:
    """What is over its deadline, and what is only due."""
    return {
        "overdue": listed.lines(task for task, rung in own if rung > 0),
        "unreached": listed.lines(task for task, rung in own if rung <= 0),
    }
