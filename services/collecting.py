"""Reports to be collected: which units owe what by when, what came, what is late; all as one archive with a list."""

from collections.abc import Sequence
from dataclasses import replace

from documents.bundle import Item, bundles
from documents.workbook import Cell, Sheet, workbook
from domain.actor import Permission, require
from domain.conference import UNTOLD, TaskState
from domain.ids import AccountId, TaskId
from domain.refusal import Refusal
from domain.taskkinds import is_collected
from domain.tasks import Act
from domain.views import Attachment, Reply
from services.desk import Work, local
from services.taskcards import numbers_of, versioned
from services.tasklists import Lister, lister, page_of
from services.views.taskreviews import ReportLine, ReportsBoard, ReportsPacked
from storage import taskhistory, tasks
from storage.taskreports import Paper, papers_of
from storage.tasks import StoredTask
from templates.render import known, words

_PAGE = 10
_NOT_GIVEN = (*UNTOLD, TaskState.SHARED, TaskState.WITHDRAWN)
_CAME = (TaskState.REPORTED, TaskState.DONE)


async def _collected(work: Work) -> tuple[list[StoredTask], dict[TaskId, list[Paper]]]:
    """The tasks by which units owe a paper, or have sent one; with what they sent."""
    every = [t for t in await tasks.all_of(work.connection, work.conference) if t.state not in _NOT_GIVEN]
    papers: dict[TaskId, list[Paper]] = {}
    for paper in await papers_of(work.connection, [task.id for task in every]):
        papers.setdefault(paper.task, []).append(paper)
    return [task for task in every if is_collected(task.text) or task.id in papers], papers


async def _lines(work: Work) -> tuple[list[ReportLine], list[StoredTask], dict[TaskId, list[Paper]], Lister]:
    found, papers = await _collected(work)
    listed = await lister(work, found)
    found.sort(
        key=lambda task: (task.state in _CAME, not listed.late(task), task.deadline is None, task.deadline or work.now)
    )
    numbers = await numbers_of(work, found)
    senders = await _senders(work, found)
    listed = await lister(work, found, *senders.values(), *(paper.by for own in papers.values() for paper in own))
    lines = [
        replace(
            _line(listed, task, n, papers.get(task.id, []), numbers.get(task.id)),
            by=listed.names.get(senders[task.id]) if task.id in senders else None,
        )
        for n, task in enumerate(found, 1)
    ]
    return lines, found, papers, listed


async def _senders(work: Work, some: Sequence[StoredTask]) -> dict[TaskId, AccountId]:
    """Who reported last on each task, by themselves or for a unit that telephoned."""
    lines = await taskhistory.lines_of(work.connection, [task.id for task in some], [Act.REPORT.value])
    return {TaskId(key): line.by for key, line in lines if line.by is not None}


def _line(listed: Lister, task: StoredTask, place: int, own: list[Paper], number: str | None) -> ReportLine:
    came = task.acted_at if task.state is TaskState.REPORTED else None
    if own:
        came = own[-1].at
    elif task.state is TaskState.DONE:
        came = task.acted_at
    return ReportLine(
        task=listed.line(task, place),
        came=None if came is None or task.state not in _CAME else local(came, listed.conference.timezone),
        file=versioned(own[-1]) if own else None,
        files=len(own),
        paper=number,
    )


async def board(work: Work, page: int = 0) -> Reply:
    """What is still to come first, the late ones on top; then what came."""
    require(work.actor, Permission.MANAGE_TASKS)
    lines, _, papers, _ = await _lines(work)
    part, page, pages = page_of(lines, page, _PAGE)
    view = ReportsBoard(
        lines=tuple(part),
        total=len(lines),
        came=sum(line.came is not None for line in lines),
        late=sum(line.task.late for line in lines),
        files=sum(map(len, papers.values())),
        page=page,
        pages=pages,
    )
    return Reply(it=view, edit=True)


async def archive(work: Work) -> Reply:
    """All files that came in, a folder a unit, with a list; in several archives where one would be too large."""
    require(work.actor, Permission.MANAGE_TASKS)
    lines, found, papers, listed = await _lines(work)
    if not papers:
        raise Refusal("no_reports_yet")
    heads = words(known(work.actor.language))["task_columns"]
    states = words(known(work.actor.language))["task_states"]
    items: list[Item] = [Item("", heads["list_file"], _list(lines, papers, heads, states, listed.names))]
    for task in found:
        items += [
            Item(task.unit_name, _versioned_name(paper), work.desk.files.where(paper.path))
            for paper in papers.get(task.id, ())
        ]
    packed = await work.aside(bundles, items, work.desk.files.scratch(work.now))
    await work.note("reports_packed", files=len(items) - 1)
    single = len(packed) == 1
    files = tuple(
        Attachment(heads["archive"] if single else f"{number}-{heads['archive']}", path, once=True)
        for number, path in enumerate(packed, 1)
    )
    view = ReportsPacked(reports=len(papers), files=len(items) - 1, archives=len(packed))
    return Reply(it=view, files=files)


def _versioned_name(paper: Paper) -> str:
    stem, dot, ending = paper.name.rpartition(".")
    if paper.version == 1:
        return paper.name
    return f"{stem} ({paper.version}).{ending}" if dot else f"{paper.name} ({paper.version})"


def _list(
    lines: list[ReportLine],
    papers: dict[TaskId, list[Paper]],
    heads: dict[str, str],
    states: dict[str, str],
    names: dict[AccountId, str],
) -> bytes:
    """A row for each report, and one for each further file; each with who sent it."""
    rows: list[tuple[Cell, ...]] = []
    for line in lines:
        own: list[Paper | None] = [*papers.get(TaskId(line.task.id), ())]
        first = (line.task.unit, line.task.text, line.task.deadline, states[line.task.state])
        late = heads["late"] if line.task.late else None
        for paper in own or [None]:
            name = None if paper is None else _versioned_name(paper)
            checksum = None if paper is None else paper.sha256
            sender = line.by if paper is None or paper.by is None else names.get(paper.by)
            rows.append((*first, late, line.came, line.paper, sender, name, checksum))
    columns = ["unit", "task", "deadline", "state", "late", "came", "number", "sender", "file_name", "checksum"]
    return workbook([Sheet(heads["sheet_reports"], tuple(heads[name] for name in columns), rows)])
