"""Telegram's updates, kept before they are confirmed and marked once they are handled."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import insert_new
from storage.schema import inbox

EMPTY = "{}"
"""What is left of an update that is done with."""


async def keep(connection: AsyncConnection, rows: Sequence[dict[str, Any]]) -> set[int]:
    """Store raw updates (`update_id`, `chat_id`, `raw`, `received_at`, `queued`); the ids that are new."""
    if not rows:
        return set()
    statement = insert_new(connection, inbox, ["update_id"]).returning(inbox.c.update_id)
    return set((await connection.execute(statement, list(rows))).scalars())


@dataclass(frozen=True, slots=True)
class Left:
    """An update that a restart takes up. With a `reply` its effect stands, and only that is still to be said.

    What was never `begun` cannot have been answered.
    """

    raw: str
    reply: Any = None
    begun: bool = True


async def begin(connection: AsyncConnection, update_ids: Sequence[int]) -> None:
    """These wait no longer: from now on they may have been answered."""
    if update_ids:
        statement = update(inbox).where(inbox.c.update_id.in_(update_ids))
        await connection.execute(statement.values(queued=False))


async def mark_done(
    connection: AsyncConnection,
    update_ids: Iterable[int],
    now: datetime,
    incident: str | None = None,
    reply: Any = None,
) -> None:
    """These updates have been handled (or, with an incident code, could not be); with a reply that is not out yet.

    What nobody needs any more is not kept: of a handled and answered update only its number, its chat and its times.
    """
    ids = list(update_ids)
    if ids:
        values = {"done_at": now, "incident": incident, "reply": reply}
        if incident is None and reply is None:
            values["raw"] = EMPTY
        await connection.execute(update(inbox).where(inbox.c.update_id.in_(ids)).values(values))


async def is_done(connection: AsyncConnection, update_id: int) -> bool:
    """Whether the update's effect has been committed; the row is locked where the database locks rows."""
    query = select(inbox.c.done_at).where(inbox.c.update_id == update_id).with_for_update()
    return (await connection.execute(query)).scalar() is not None


async def left(connection: AsyncConnection, before: datetime | None = None) -> list[Left]:
    """The updates that were stored (before then) and not handled, or not answered, oldest first."""
    open_ones = inbox.c.done_at.is_(None) | inbox.c.reply.is_not(None)
    query = select(inbox.c.raw, inbox.c.reply, inbox.c.queued).where(open_ones).order_by(inbox.c.update_id)
    if before is not None:
        query = query.where(inbox.c.received_at < before)
    return [Left(row.raw, row.reply, not row.queued) for row in await connection.execute(query)]


async def replies(connection: AsyncConnection, update_ids: Sequence[int]) -> dict[int, Any]:
    """The replies that are kept beside these updates, by the update's number."""
    query = select(inbox.c.update_id, inbox.c.reply).where(inbox.c.update_id.in_(update_ids))
    return {row.update_id: row.reply for row in await connection.execute(query) if row.reply is not None}


async def forget_handled(connection: AsyncConnection, before: datetime) -> int:
    """Delete handled updates older than `before`; Telegram repeats none that old. The number deleted."""
    result = await connection.execute(delete(inbox).where(inbox.c.done_at < before))
    return int(result.rowcount)


async def forget_chat(connection: AsyncConnection, chat: int) -> None:
    """Empty what a chat has sent so far, also what could not be handled; only what is still to be answered waits."""
    statement = update(inbox).where(inbox.c.chat_id == chat, inbox.c.done_at.is_not(None), inbox.c.reply.is_(None))
    await connection.execute(statement.values(raw=EMPTY))


async def hide_answer(connection: AsyncConnection, update_id: int | None) -> None:
    """Keep a stored update without what was pressed or typed in it; who and where stay, so a reply finds its way."""
    row = None
    if update_id is not None:
        row = (await connection.execute(select(inbox.c.raw).where(inbox.c.update_id == update_id))).first()
    if row is None:
        return
    raw = json.loads(row.raw)
    pressed, said = raw.get("callback_query"), raw.get("message")
    if isinstance(pressed, dict):
        pressed["data"] = ""
    if isinstance(said, dict) and "text" in said:
        said["text"] = "…"
    statement = update(inbox).where(inbox.c.update_id == update_id)
    await connection.execute(statement.values(raw=json.dumps(raw)))
