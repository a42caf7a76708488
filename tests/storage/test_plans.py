"""What happens often finds its few rows by an index, however many others wait or could not be reached."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import event, insert
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, DelegateId
from storage import newphone, notices
from storage.database import Database
from storage.schema import journal

NOW = datetime(2026, 7, 1, 8, tzinfo=UTC)
OFTEN: dict[str, Callable[[AsyncConnection], Awaitable[Any]]] = {
    "ix_deliveries_held": lambda connection: newphone.give_held(connection, DelegateId(1), AccountId(8), NOW),
    "ix_notices_subject_subject_id": lambda connection: notices.waiting_about(connection, "recorded", "delegate", 1),
}


@pytest.mark.parametrize("index", OFTEN)
async def test_it_finds_its_rows_by_an_index(database: Database, index: str) -> None:
    ran: list[tuple[str, Any]] = []

    def keep(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_more: Any) -> None:
        ran.append((statement, parameters))

    async with database.begin() as connection:
        lost = {"at": NOW, "act": newphone.LOST, "subject": "delegate", "subject_id": 1, "data": {}}
        await connection.execute(insert(journal).values(lost))
        explain = "EXPLAIN QUERY PLAN" if database.is_sqlite else "EXPLAIN"
        if not database.is_sqlite:  # tables without rows are read whole otherwise
            await connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
        event.listen(database.engine.sync_engine, "before_cursor_execute", keep)
        await OFTEN[index](connection)
        event.remove(database.engine.sync_engine, "before_cursor_execute", keep)
        plans = [await connection.exec_driver_sql(f"{explain} {said}", values) for said, values in ran]
        steps = "\n".join(str(tuple(row)) for plan in plans for row in plan.all())
    assert index in steps
    assert "SCAN deliveries" not in steps and "SCAN journal" not in steps  # as SQLite says it
