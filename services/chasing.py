"""Tasks are recalled: one message a person however many, an urgent one by itself. Here an organizer presses for it."""

from collections.abc import Sequence
from zlib import crc32

from domain.actor import Permission, require
from domain.chasing import Rank, ranks_at
from domain.conference import TaskState
from domain.ids import AccountId, TaskId, UnitId
from domain.refusal import Refusal
from domain.taskkinds import is_collected
from domain.tasks import Line, awaits_unit
from domain.views import Reply
from services.desk import Work, local
from services.notifying import Notice, notify_each
from services.tasklists import Lister, is_urgent, lister
from services.tasknotices import tell_groups
from services.views.taskboards import ChasePreview, ChaseSent
from services.views.tasks import TaskDigest, UrgentTask
from services.views.taskthreads import ChaseKnown
from storage import taskhistory, tasks, unitmembers
from storage.tasks import StoredTask

CHASE = "chase"
KNOWN = "known"


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
    told = await digests(work, listed, about, f"chase:asked:{work.now:%Y-%m-%dT%H}:{stand:x}", asked=True)
    if not told:
        raise Refusal("chased_already")
    line = Line(act=CHASE, at=work.now, by=work.actor.account or None)
    await taskhistory.add_lines(work.connection, work.conference, [(task.id, line) for task in wanting])
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


async def digests(work: Work, listed: Lister, some: About, dedup: str, asked: bool) -> int:
    """One message a person, whatever number of tasks, and one for each urgent task; how many people are told.

    The keys make sure that nothing is said twice.
    """
    today = local(work.now, listed.conference.timezone)
    title = listed.conference.title
    said: list[tuple[Notice, list[AccountId]]] = []

    def say(account: AccountId, it: TaskDigest | UrgentTask, once: str) -> None:
        said.append((Notice(kind="chase", it=it, dedup=once), [account]))

    for account, own in (await _per_person(work, some)).items():
        own.sort(key=lambda task: (task.deadline is None, task.deadline or work.now))
        for task in filter(is_urgent, own):
            urgent = UrgentTask(conference=title, task=listed.line(task), asked=asked)
            say(account, urgent, f"{dedup}:{task.id}:{account}")
        if usual := [task for task in own if not is_urgent(task)]:
            digest = TaskDigest(conference=title, tasks=listed.lines(usual), today=today, asked=asked)
            say(account, digest, f"{dedup}:{account}")
    told = await notify_each(work, said)
    await tell_groups(work, await _of_units(work, [task for task, _ in some]), "digest", dedup)
    return len(told)


async def _of_units(work: Work, some: Sequence[StoredTask]) -> dict[UnitId, list[StoredTask]]:
    """The tasks by unit; a collective unit's are those of its members."""
    found: dict[UnitId, list[StoredTask]] = {}
    for task in some:
        found.setdefault(task.unit, []).append(task)
    members = await unitmembers.members(work.connection, work.conference)
    return found | {
        unit: [*found.get(unit, ()), *(task for each in own if each != unit for task in found.get(each, ()))]
        for unit, own in members.items()
        if not found.keys().isdisjoint(own)
    }


async def known(work: Work, task: TaskId | None = None) -> Reply:
    """The person has seen the digest: what it recalled is not recalled again before its deadline.

    An urgent task has its own message, and its own button there: a press under the digest does not quiet it.
    """
    found = await tasks.of_units(work.connection, work.conference, work.actor.units)
    meant = (lambda each: not is_urgent(each)) if task is None else (lambda each: each.id == task)
    own = [each for each in found if each.unit in work.actor.units and awaits_unit(each.state) and meant(each)]
    recalled = {key for key, _ in await taskhistory.lines_of(work.connection, [each.id for each in own], (CHASE,))}
    mine = [each for each in own if each.id in recalled and each.deadline is not None]
    by = work.actor.account or None
    lines = [(each.id, Line(act=KNOWN, at=work.now, by=by, note=stamp(each))) for each in mine]
    await taskhistory.add_lines(work.connection, work.conference, lines)
    if mine:
        await work.note("task_known", tasks=len(mine))
    return Reply(it=ChaseKnown(tasks=len(mine)))


def stamp(task: StoredTask) -> str:
    """The deadline that a rung or an acknowledgement is about; a new one begins the ladder anew."""
    assert task.deadline is not None
    return f"{task.deadline:%Y-%m-%dT%H:%M}"
