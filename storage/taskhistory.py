"""The histories of tasks: who did what, when, in which words, with which file."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.conference import TaskState
from domain.ids import AccountId, ConferenceId, TaskId
from domain.tasks import Line
from storage.schema import (
    documents,
    task_history,
    task_units,
    tasks,
)

ROUND = "round"
"""The act of a history line with which a round of a recurring task ends late and the next one begins."""

FORWARD = "forward"
"""The act of a history line with which a task is passed on to a colleague: the note is their account, not a name."""


async def add_line(connection: AsyncConnection, conference: ConferenceId, task: TaskId, line: Line) -> None:
    """A line in the task's history."""
    await add_lines(connection, conference, [(task, line)])


async def add_lines(
    connection: AsyncConnection, conference: ConferenceId, lines: Iterable[tuple[TaskId, Line]]
) -> None:
    """Lines in the histories of tasks, in one statement."""
    rows = [
        {
            "conference_id": conference,
            "task_id": task,
            "at": line.at,
            "account_id": line.by,
            "act": line.act,
            "before": line.before and line.before.value,
            "after": line.after and line.after.value,
            "note": line.note,
            "was": None if line.was is None else dict(line.was),
            "document_id": line.document,
        }
        for task, line in lines
    ]
    if rows:
        await connection.execute(insert(task_history), rows)


async def history(connection: AsyncConnection, task: TaskId) -> tuple[Line, ...]:
    """All lines of a task's history, oldest first."""
    query = select(task_history).where(task_history.c.task_id == task).order_by(task_history.c.id)
    return tuple(_line(row) for row in (await connection.execute(query)).all())


def _line(row: Row[Any]) -> Line:
    return Line(
        act=row.act,
        at=row.at,
        by=row.account_id,
        before=None if row.before is None else TaskState(row.before),
        after=None if row.after is None else TaskState(row.after),
        note=row.note,
        was=row.was,
        document=row.document_id,
    )


async def reported_by_file(
    connection: AsyncConnection, conference: ConferenceId, account: AccountId, since: datetime, album: str | None
) -> TaskId | None:
    """The task on which the account reported last by a file since then, while it still stands as reported.

    Only a file of this album counts, or (None) one that came by itself.
    """
    query = (
        select(task_history.c.task_id)
        .join(tasks, tasks.c.id == task_history.c.task_id)
        .join(documents, documents.c.id == task_history.c.document_id)
        .where(
            documents.c.album.is_(None) if album is None else documents.c.album == album,
            task_history.c.conference_id == conference,
            task_history.c.account_id == account,
            task_history.c.at >= since,
            tasks.c.state == "reported",
        )
        .order_by(task_history.c.id.desc())
        .limit(1)
    )
    found = (await connection.execute(query)).scalar()
    return None if found is None else TaskId(found)


async def lines_of(connection: AsyncConnection, some: Iterable[TaskId], acts: Iterable[str]) -> list[tuple[int, Line]]:
    """History lines of these acts of these tasks, oldest first, with the task's id."""
    query = select(task_history).where(task_history.c.task_id.in_(list(some)), task_history.c.act.in_(list(acts)))
    rows = (await connection.execute(query.order_by(task_history.c.id))).all()
    return [(row.task_id, _line(row)) for row in rows]


async def late_rounds(connection: AsyncConnection, conference: ConferenceId) -> dict[TaskId, TaskId]:
    """Rounds of shared recurring tasks that ended late and stand by themselves now: of which task each was a part."""
    query = select(task_history.c.task_id, task_history.c.was).where(
        task_history.c.conference_id == conference, task_history.c.act == ROUND, task_history.c.was.is_not(None)
    )
    found = {TaskId(row.task_id): row.was.get("part_of") for row in (await connection.execute(query)).all()}
    return {late: TaskId(whole) for late, whole in found.items() if whole is not None}


async def forget_colleague(connection: AsyncConnection, account: AccountId) -> None:
    """That a task was passed on stays, to whom does not."""
    passed = (task_history.c.act == FORWARD) & (task_history.c.note == str(account))
    await connection.execute(update(task_history).where(passed).values(note=None))


async def forget_people(connection: AsyncConnection, conference: ConferenceId) -> None:
    """What happened to a conference's tasks stays, by whom and to whom does not."""
    passed = (task_history.c.conference_id == conference) & (task_history.c.act == FORWARD)
    await connection.execute(update(task_history).where(passed).values(note=None))
    for column in (task_history.c.account_id, tasks.c.acted_by, task_units.c.acknowledged_by):
        mine = column.table.c.conference_id == conference
        await connection.execute(update(column.table).where(mine, column.is_not(None)).values({column.name: None}))
