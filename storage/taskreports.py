"""Papers that units send in on their tasks: each with its task, its number of versions, its place in the store."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, DocumentId, TaskId
from storage.schema import documents, task_history


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A file of a report. `version` counts the files of one task that have the same name, from 1."""

    id: DocumentId
    task: TaskId
    name: str
    version: int
    size: int
    sha256: str
    path: str
    at: datetime
    by: AccountId | None = None


async def papers_of(connection: AsyncConnection, some: Iterable[TaskId]) -> list[Paper]:
    """The files reported on these tasks, oldest first."""
    joined = documents.join(task_history, task_history.c.document_id == documents.c.id)
    query = select(documents, task_history.c.task_id, task_history.c.at).select_from(joined)
    query = query.where(task_history.c.task_id.in_(list(some))).order_by(task_history.c.id)
    seen: dict[tuple[int, str], int] = {}
    found = []
    for row in (await connection.execute(query)).all():
        key = (row.task_id, row.name.casefold())
        seen[key] = seen.get(key, 0) + 1
        found.append(
            Paper(
                id=DocumentId(row.id),
                task=TaskId(row.task_id),
                name=row.name,
                version=seen[key],
                size=row.size,
                sha256=row.sha256,
                path=row.path,
                at=row.at,
                by=row.account_id,
            )
        )
    return found
