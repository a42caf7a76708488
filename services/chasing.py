"""Deadlines are recalled: by an organizer's press, and by the ladder of `domain.chasing`, one digest a morning."""

from dataclasses import replace
from datetime import datetime, timedelta
from zlib import crc32

from domain.actor import Permission, require
from domain.chasing import Ladder
from domain.conference import TaskState
from domain.ids import AccountId, ConferenceId, UnitId
from domain.refusal import Refusal
from domain.tasks import Act, Line, awaits_unit
from domain.views import Reply
from services.desk import SYSTEM, Work, local
from services.notifying import Notice, notify
from services.tasklists import Lister, lister
from services.views.taskboards import ChasePreview, ChaseSent, OverdueDigest
from services.views.tasks import TaskDigest
from storage import people, tasks
from storage.tasks import StoredTask

LADDER = Ladder()
CHASE = "chase"
_TOLD_BY = (CHASE, Act.ASSIGN.value, Act.WAKE.value, Act.HAND_OVER.value)
_SLACK = 10  # days

# --- by an organizer ------------------------------------------------------------------------------------------------


async def preview(work: Work) -> Reply:
    """How many tasks and people a chase would concern, and which units only the telephone reaches."""
    require(work.actor, Permission.MANAGE_TASKS)
    wanting = await _wanting(work)
    reached = await tasks.reachable_units(work.connection, work.conference)
    per_person = await _per_person(work, [task for task in wanting if task.unit in reached])
    view = ChasePreview(
        tasks=len(wanting),
        people=len(per_person),
        units=len({task.unit for task in wanting}),
        unreached=tuple(dict.fromkeys(task.unit_name for task in wanting if task.unit not in reached)),
    )
    return Reply(it=view)


async def send(work: Work, seen_tasks: int, seen_people: int) -> Reply:
    """Send what the preview showed; when the numbers have changed since, show the preview again."""
    require(work.actor, Permission.MANAGE_TASKS)
    fresh = await preview(work)
    if (fresh.it.tasks, fresh.it.people) != (seen_tasks, seen_people):
        return Reply(it=fresh.it, edit=True, toast="task_changed")
    wanting = await _wanting(work)
    listed = await lister(work, wanting)
    # Two organizers who press within an hour, with nothing answered between, are one chase.
    stand = crc32(repr([(task.id, task.revision) for task in wanting]).encode())
    told = await _digests(work, listed, wanting, f"chase:asked:{work.now:%Y-%m-%dT%H}:{stand:x}", asked=True)
    if not told:
        raise Refusal("chased_already")
    line = Line(act=CHASE, at=work.now, by=work.actor.account or None)
    await tasks.add_lines(work.connection, work.conference, [(task.id, line) for task in wanting])
    await work.note("task_chase", tasks=len(wanting))
    return Reply(it=ChaseSent(people=told), edit=True)


async def _wanting(work: Work) -> list[StoredTask]:
    """Tasks that a unit has not answered, or is late with."""
    found = await tasks.all_of(work.connection, work.conference)
    return [
        task
        for task in found
        if awaits_unit(task.state)
        and (task.state is TaskState.ASSIGNED or (task.deadline is not None and task.deadline < work.now))
    ]


async def _per_person(work: Work, some: list[StoredTask]) -> dict[AccountId, list[StoredTask]]:
    """Each focal person's tasks among these."""
    focal = await tasks.focal_accounts(work.connection, {task.unit for task in some})
    found: dict[AccountId, list[StoredTask]] = {}
    for task in some:
        for account in focal.get(task.unit, []):
            found.setdefault(account, []).append(task)
    return found


async def _digests(work: Work, listed: Lister, some: list[StoredTask], dedup: str, asked: bool) -> int:
    """One message a person, whatever number of tasks; the key makes sure that it is never said twice. How many."""
    told = 0
    today = local(work.now, listed.conference.timezone)
    groups: dict[tuple[int, ...], list[AccountId]] = {}
    per_person = await _per_person(work, some)
    for account, own in per_person.items():
        groups.setdefault(tuple(task.id for task in own), []).append(account)
    for accounts in groups.values():
        own = sorted(per_person[accounts[0]], key=lambda task: (task.deadline is None, task.deadline or work.now))
        view = TaskDigest(conference=listed.conference.title, tasks=listed.lines(own), today=today, asked=asked)
        for account in accounts:
            notice = Notice(kind="chase", it=view, dedup=f"{dedup}:{account}")
            told += await notify(work, notice, [account]) is not None
    return told


# --- by the ladder --------------------------------------------------------------------------------------------------


async def tick(work: Work, ladder: Ladder = LADDER) -> int:
    """Climb the rungs that are due now in all conferences, in their working hours; how many tasks were recalled.

    May be called at any pace: a rung is written into the task's history in the same transaction as its notices.
    """
    chased = 0
    for conference, zone in await tasks.to_chase(work.connection, *_in_reach(work.now, ladder)):
        if ladder.is_working(local(work.now, zone)):
            chased += await _climb(work, conference, zone, ladder)
    return chased


def _in_reach(now: datetime, ladder: Ladder) -> tuple[datetime, datetime]:
    """Which deadlines may have a rung now: days off may move one, and a stop of the bot may delay it."""
    return now - timedelta(days=max(ladder.rungs) + _SLACK), now + timedelta(days=_SLACK - min(ladder.rungs))


async def _climb(work: Work, conference: ConferenceId, zone: str, ladder: Ladder) -> int:
    mine = replace(work, actor=replace(SYSTEM, conference=conference))
    due = await _due(mine, zone, ladder)
    if not due:
        return 0
    now = local(work.now, zone)
    lines = [(task.id, Line(act=CHASE, at=work.now, note=_rung_note(task, rung))) for task, rung in due]
    await tasks.add_lines(work.connection, conference, lines)
    listed = await lister(mine, [task for task, _ in due])
    await _digests(mine, listed, [task for task, _ in due], f"chase:{now:%Y-%m-%d}", asked=False)
    await _tell_organizers(mine, listed, due, now)
    work.notified = work.notified or mine.notified
    return len(due)


def _rung_note(task: StoredTask, rung: int) -> str:
    """What the history keeps of a rung; it names the deadline, since a new one begins the ladder anew."""
    assert task.deadline is not None
    return f"{rung:+d} {task.deadline:%Y-%m-%dT%H:%M}"


async def _due(work: Work, zone: str, ladder: Ladder) -> list[tuple[StoredTask, int]]:
    """Tasks with the rung to climb now."""
    now = local(work.now, zone)
    climbed: dict[tuple[int, str], set[int]] = {}
    told: dict[int, datetime] = {}
    near = await tasks.due_between(work.connection, work.conference, *_in_reach(work.now, ladder))
    for key, line in await tasks.lines_of(work.connection, [task.id for task in near], _TOLD_BY):
        if line.act != CHASE:
            told[key] = line.at
        elif line.note:
            number, _, deadline = line.note.partition(" ")
            climbed.setdefault((key, deadline), set()).add(int(number))
    found = []
    for task in near:
        assert task.deadline is not None
        done = climbed.get((task.id, f"{task.deadline:%Y-%m-%dT%H:%M}"), set())
        since = local(told.get(task.id, work.now - timedelta(days=365)), zone)
        rung = ladder.due(local(task.deadline, zone), since, now, done)
        if rung is not None:
            found.append((task, rung))
    return found


async def _tell_organizers(work: Work, listed: Lister, due: list[tuple[StoredTask, int]], now: datetime) -> None:
    """The last rung: what is over its deadline, and what is due in units that nobody reaches."""
    reached: set[UnitId] = await tasks.reachable_units(work.connection, work.conference)
    overdue = [task for task, rung in due if rung > 0]
    unreached = [task for task, rung in due if rung <= 0 and task.unit not in reached]
    if overdue or unreached:
        view = OverdueDigest(overdue=listed.lines(overdue), unreached=listed.lines(unreached))
        notice = Notice(kind="chase", it=view, dedup=f"chase:organizers:{now:%Y-%m-%d}")
        await notify(work, notice, await people.organizer_accounts(work.connection, work.conference))
