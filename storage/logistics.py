"""What people asked for and what was arranged for them, one row a matter."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import ConferenceId, DelegateId
from domain.logistics import Entry, Field
from storage.database import upsert
from storage.schema import delegates, logistics

_AT_ONCE = 500


async def of(connection: AsyncConnection, key: DelegateId) -> dict[Field, Entry]:
    """What is known of one person; matters nobody has spoken of are left out."""
    rows = await connection.execute(select(logistics).where(logistics.c.delegate_id == key))
    return {Field(row.field): Entry(row.wish, row.value) for row in rows.all()}


async def everybody(connection: AsyncConnection, conference: ConferenceId) -> dict[DelegateId, dict[Field, Entry]]:
    """The same of all people on the conference's list."""
    query = select(logistics).join(delegates, delegates.c.id == logistics.c.delegate_id)
    rows = await connection.execute(
        query.where(logistics.c.conference_id == conference, delegates.c.state == "invited")
    )
    found: dict[DelegateId, dict[Field, Entry]] = {}
    for row in rows.all():
        found.setdefault(DelegateId(row.delegate_id), {})[Field(row.field)] = Entry(row.wish, row.value)
    return found


async def wish(
    connection: AsyncConnection,
    conference: ConferenceId,
    key: DelegateId,
    field: Field,
    text: str | None,
    now: datetime,
) -> None:
    """What the person asks for; None takes it back."""
    row = {"conference_id": conference, "delegate_id": key, "field": field.value, "wish": text, "changed_at": now}
    await connection.execute(upsert(connection, logistics, ["delegate_id", "field"], row))


async def arrange(
    connection: AsyncConnection,
    conference: ConferenceId,
    values: Sequence[tuple[DelegateId, Field, str | None]],
    now: datetime,
) -> None:
    """What the organizers have arranged; None takes it away."""
    for at in range(0, len(values), _AT_ONCE):
        rows: list[dict[str, Any]] = [
            {"conference_id": conference, "delegate_id": key, "field": field.value, "value": value, "changed_at": now}
            for key, field, value in values[at : at + _AT_ONCE]
        ]
        await connection.execute(_set(connection), rows)


def _set(connection: AsyncConnection) -> Any:
    columns = ("conference_id", "delegate_id", "field", "value", "changed_at")
    return upsert(connection, logistics, ["delegate_id", "field"], {name: bindparam(name) for name in columns})


async def pass_on(connection: AsyncConnection, kept: DelegateId, dropped: DelegateId) -> None:
    """Two lines of the list were one person: what only the dropped line knew goes to the one that is kept."""
    have = await of(connection, kept)
    other = logistics.c.delegate_id == dropped
    moving = update(logistics).where(other, logistics.c.field.not_in([each.value for each in have]))
    await connection.execute(moving.values(delegate_id=kept))
    await connection.execute(delete(logistics).where(other))
