"""Deadlines are recalled: by an organizer's press, and by the ladder of `domain.chasing`, one digest a morning."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zlib import crc32

from domain.actor import Permission, require
from domain.chasing import Ladder, Rank, ranks_at
from domain.conference import TaskState
from domain.ids import AccountId, ConferenceId, TaskId, UnitId
from domain.refusal import Refusal
from domain.taskkinds import is_collected
from domain.tasks import Act, Line, awaits_unit
from domain.views import Reply
from services.desk import SYSTEM, Work, local
from services.notifying import Notice, notify
from services.tasklists import Lister, lister
from services.tasknotices import tell_groups
from services.views.taskboards import ChasePreview, ChaseSent, OverdueDigest
from services.views.tasks import TaskDigest
from services.views.taskthreads import ChaseKnown
from storage import people, tasks, units
from storage.tasks import StoredTask

CHASE = "chase"
KNOWN = "known"
_TOLD_BY = (Act.ASSIGN.value, Act.WAKE.value, Act.HAND_OVER.value)
LONGEST_BEFORE, LONGEST_AFTER = 90, 30  # days: the ends of any ladder
_SLACK = 10  # days

# --- by an organizer ------------------------------------------------------------------------------------------------


async def preview(work: Work, reports: bool = False) -> Reply:
    """How many tasks and people a chase would concern, and which units only the telephone reaches."""
    require(work.actor, Permission.MANAGE_TASKS)
    wanting = await _wanting(work, reports)
    reached = await tasks.reachable_units(work.connection, work.conference)
    per_person = await _per_person(work, [(task, None) for task in wanting if task.unit in reached])
    view = ChasePreview(
        tasks=len(wanting),
        people=len(per_person),
        units=len({task.unit for task in wanting}),
        unreached=tuple(dict.fromkeys(task.unit_name for task in wanting if task.unit not in reached)),
        reports=reports,
    )
    return Reply(it=view)


async def send(work: Work, seen_tasks: int, seen_people: int, reports: bool = False) -> Reply:
    """Send what the preview showed; when the numbers have changed since, show the preview again."""
    require(work.actor, Permission.MANAGE_TASKS)
    fresh = await preview(work, reports)
    if (fresh.it.tasks, fresh.it.people) != (seen_tasks, seen_people):
        return Reply(it=fresh.it, edit=True, toast="task_changed")
    wanting = await _wanting(work, reports)
    listed = await lister(work, wanting)
    # Two organizers who press within an hour, with nothing answered between, are one chase.
    stand = crc32(repr([(task.id, task.revision) for task in wanting]).encode())
    about = [(task, None) for task in wanting]
    told = await _digests(work, listed, about, f"chase:asked:{work.now:%Y-%m-%dT%H}:{stand:x}", asked=True)
    if not told:
        raise Refusal("chased_already")
    line = Line(act=CHASE, at=work.now, by=work.actor.account or None)
    await tasks.add_lines(work.connection, work.conference, [(task.id, line) for task in wanting])
    await work.note("task_chase", tasks=len(wanting))
    return Reply(it=ChaseSent(people=told), edit=True)


async def _wanting(work: Work, reports: bool) -> list[StoredTask]:
    """Tasks that a unit has not answered, or is late with; or the reports that have not come in."""
    found = [task for task in await tasks.all_of(work.connection, work.conference) if awaits_unit(task.state)]
    if reports:
        return [task for task in found if is_collected(task.text)]
    return [
        task
        for task in found
        if task.state is TaskState.ASSIGNED or (task.deadline is not None and task.deadline < work.now)
    ]


About = Sequence[tuple[StoredTask, int | None]]
"""Tasks with the rung that is climbed; without one an organizer asked."""


async def _per_person(work: Work, some: About) -> dict[AccountId, list[StoredTask]]:
    """Each person's tasks among these: the higher the rung, the higher the people in the unit."""
    found: dict[AccountId, list[StoredTask]] = {}
    for ranks in {_ranks(rung) for _, rung in some}:
        own = [task for task, rung in some if _ranks(rung) == ranks]
        focal = await tasks.focal_accounts(work.connection, {task.unit for task in own}, ranks)
        for task in own:
            for account in focal.get(task.unit, []):
                found.setdefault(account, []).append(task)
    return found


def _ranks(rung: int | None) -> frozenset[Rank]:
    return tasks.AT_WORK if rung is None else ranks_at(rung)


async def _digests(work: Work, listed: Lister, some: About, dedup: str, asked: bool) -> int:
    """One message a person, whatever number of tasks; the key makes sure that it is never said twice. How many."""
    told = 0
    today = local(work.now, listed.conference.timezone)
    groups: dict[tuple[TaskId, ...], list[AccountId]] = {}
    per_person = await _per_person(work, some)
    for account, own in per_person.items():
        groups.setdefault(tuple(task.id for task in own), []).append(account)
    for accounts in groups.values():
        own = sorted(per_person[accounts[0]], key=lambda task: (task.deadline is None, task.deadline or work.now))
        view = TaskDigest(conference=listed.conference.title, tasks=listed.lines(own), today=today, asked=asked)
        for account in accounts:
            notice = Notice(kind="chase", it=view, dedup=f"{dedup}:{account}")
            told += await notify(work, notice, [account]) is not None
    of_unit: dict[UnitId, list[StoredTask]] = {}
    for task, _ in some:
        of_unit.setdefault(task.unit, []).append(task)
    await tell_groups(work, of_unit, "digest", dedup)
    return told


async def known(work: Work) -> Reply:
    """The person has seen the digest: what it recalled is not recalled again before its deadline."""
    found = await tasks.of_units(work.connection, work.conference, work.actor.units)
    own = [task for task in found if task.unit in work.actor.units and awaits_unit(task.state)]
    recalled = {key for key, _ in await tasks.lines_of(work.connection, [task.id for task in own], (CHASE,))}
    mine = [task for task in own if task.id in recalled and task.deadline is not None]
    by = work.actor.account or None
    lines = [(task.id, Line(act=KNOWN, at=work.now, by=by, note=_stamp(task))) for task in mine]
    await tasks.add_lines(work.connection, work.conference, lines)
    if mine:
        await work.note("task_known", tasks=len(mine))
    return Reply(it=ChaseKnown(tasks=len(mine)))


# --- by the ladder --------------------------------------------------------------------------------------------------


async def tick(work: Work, ladder: Ladder | None = None) -> int:
    """Climb the rungs that are due now in all conferences, in their working hours; how many tasks were recalled.

    May be called at any pace: a rung is written into the task's history in the same transaction as its notices.
    """
    ladder = work.settings.ladder if ladder is None else ladder
    chased = 0
    for conference, zone in await tasks.to_chase(work.connection, *_in_reach(work.now)):
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
    lines = [(task.id, Line(act=CHASE, at=work.now, note=f"{rung:+d} {_stamp(task)}")) for task, rung in due]
    await tasks.add_lines(work.connection, conference, lines)
    listed = await lister(mine, [task for task, _ in due])
    await _digests(mine, listed, due, f"chase:{now:%Y-%m-%d}", asked=False)
    await _tell_organizers(mine, listed, due, now)
    work.notified = work.notified or mine.notified
    return len(due)


def _stamp(task: StoredTask) -> str:
    """The deadline that a rung or an acknowledgement is about; a new one begins the ladder anew."""
    assert task.deadline is not None
    return f"{task.deadline:%Y-%m-%dT%H:%M}"


@dataclass(slots=True)
class _Story:
    """What a task's history says about its recalls: when its unit was told, the rungs climbed, whether it knows."""

    told: datetime | None = None
    climbed: set[int] = field(default_factory=set)
    known: bool = False


async def _due(work: Work, zone: str, ladder: Ladder) -> list[tuple[StoredTask, int]]:
    """Tasks with the rung to climb now."""
    now = local(work.now, zone)
    near = await tasks.due_between(work.connection, work.conference, *_in_reach(work.now))
    stories = await _stories(work, near)
    found = []
    for task in near:
        assert task.deadline is not None
        story = stories[task.id]
        since = local(story.told or work.now - timedelta(days=365), zone)
        rung = ladder.due(local(task.deadline, zone), since, now, story.climbed, task.rungs)
        if rung is not None and not _is_quiet(task, story, rung, work.now):
            found.append((task, rung))
    return found


async def _stories(work: Work, some: Sequence[StoredTask]) -> dict[TaskId, _Story]:
    stories = {task.id: _Story() for task in some}
    stamps = {task.id: _stamp(task) for task in some}
    for key, line in await tasks.lines_of(work.connection, stories, (*_TOLD_BY, CHASE, KNOWN)):
        story, stamp = stories[TaskId(key)], stamps[TaskId(key)]
        if line.act == KNOWN:
            story.known = story.known or line.note == stamp
        elif line.act != CHASE:
            story.told = line.at
        elif line.note and line.note.endswith(f" {stamp}"):
            story.climbed.add(int(line.note.partition(" ")[0]))
    return stories


def _is_quiet(task: StoredTask, story: _Story, rung: int, now: datetime) -> bool:
    """Snoozed, or acknowledged and not yet over the deadline."""
    snoozed = task.snoozed_until is not None and task.snoozed_until > now
    return snoozed or (story.known and rung <= 0)


async def _tell_organizers(work: Work, listed: Lister, due: list[tuple[StoredTask, int]], now: datetime) -> None:
    """The last rung: what is over its deadline, and what is due in units that nobody reaches. To those in charge."""
    reached: set[UnitId] = await tasks.reachable_units(work.connection, work.conference)
    areas = await units.areas(work.connection, work.conference)
    everybody = await people.organizer_accounts(work.connection, work.conference)
    pressing = [(task, rung) for task, rung in due if rung > 0 or task.unit not in reached]
    for account in everybody:
        own = [
            (task, rung)
            for task, rung in pressing
            if account in (set(areas.get(task.unit, ())) & set(everybody) or everybody)
        ]
        if own:
            overdue = [task for task, rung in own if rung > 0]
            unreached = [task for task, rung in own if rung <= 0]
            view = OverdueDigest(overdue=listed.lines(overdue), unreached=listed.lines(unreached))
            dedup = f"chase:organizers:{now:%Y-%m-%d}:{account}"
            await notify(work, Notice(kind="chase", it=view, dedup=dedup), [account])
