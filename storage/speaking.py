"""Speeches: who has registered for which session, and in which order."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, DelegateId, SessionId, SpeechId
from domain.speaking import Speech, SpeechState
from storage.database import upsert
from storage.schema import delegates, speeches


def _query(conference: ConferenceId) -> Select[Any]:
    """The speeches of people who are still on the list."""
    return (
        select(speeches, delegates.c.name, delegates.c.account_id)
        .join(delegates, delegates.c.id == speeches.c.delegate_id)
        .where(speeches.c.conference_id == conference, delegates.c.state == "invited")
        .order_by(speeches.c.session_id, speeches.c.position, speeches.c.id)
    )


def _speech(row: Row[Any]) -> Speech:
    return Speech(
        id=SpeechId(row.id),
        session=SessionId(row.session_id),
        delegate=DelegateId(row.delegate_id),
        name=row.name,
        topic=row.topic,
        unit=row.unit,
        minutes=row.minutes,
        position=row.position,
        state=SpeechState(row.state),
        account=None if row.account_id is None else AccountId(row.account_id),
    )


async def _all(connection: AsyncConnection, query: Select[Any]) -> list[Speech]:
    return [_speech(row) for row in (await connection.execute(query)).all()]


async def of_session(connection: AsyncConnection, conference: ConferenceId, session: SessionId) -> list[Speech]:
    """The session's speeches in their order, those withdrawn aside."""
    withdrawn = SpeechState.WITHDRAWN.value
    query = _query(conference).where(speeches.c.session_id == session, speeches.c.state != withdrawn)
    return await _all(connection, query)


async def of_delegate(connection: AsyncConnection, conference: ConferenceId, delegate: DelegateId) -> list[Speech]:
    """What one person has registered, those withdrawn aside."""
    withdrawn = SpeechState.WITHDRAWN.value
    query = _query(conference).where(speeches.c.delegate_id == delegate, speeches.c.state != withdrawn)
    return await _all(connection, query)


async def get(connection: AsyncConnection, conference: ConferenceId, key: SpeechId) -> Speech | None:
    """The speech of an id, kept from others' changes until the transaction ends."""
    await connection.execute(select(speeches.c.id).where(speeches.c.id == key).with_for_update())
    row = (await connection.execute(_query(conference).where(speeches.c.id == key))).first()
    return None if row is None else _speech(row)


async def counts(connection: AsyncConnection, conference: ConferenceId) -> dict[SessionId, int]:
    """How many speeches each session has."""
    query = (
        select(speeches.c.session_id, func.count())
        .join(delegates, delegates.c.id == speeches.c.delegate_id)
        .where(
            speeches.c.conference_id == conference,
            speeches.c.state != SpeechState.WITHDRAWN.value,
            delegates.c.state == "invited",
        )
        .group_by(speeches.c.session_id)
    )
    return {SessionId(row[0]): int(row[1]) for row in (await connection.execute(query)).all()}


async def by_state(connection: AsyncConnection, conference: ConferenceId) -> dict[SpeechState, int]:
    """How many speeches of the conference are in each state."""
    query = select(speeches.c.state, func.count()).where(speeches.c.conference_id == conference)
    rows = (await connection.execute(query.group_by(speeches.c.state))).all()
    return {SpeechState(state): int(number) for state, number in rows}


async def last_place(connection: AsyncConnection, session: SessionId) -> int:
    """The highest position of a session."""
    query = select(func.coalesce(func.max(speeches.c.position), 0)).where(speeches.c.session_id == session)
    return int((await connection.execute(query)).scalar_one())


async def register(
    connection: AsyncConnection,
    conference: ConferenceId,
    session: SessionId,
    delegate: DelegateId,
    now: datetime,
    **said: Any,
) -> SpeechId:
    """One speech a person and session (`topic`, `unit`, `minutes`), last in the order; a later one replaces it."""
    values = {"conference_id": conference, "session_id": session, "delegate_id": delegate, "created_at": now, **said}
    values |= {"position": await last_place(connection, session) + 1, "state": SpeechState.WAITING.value}
    values["called_at"] = None
    await connection.execute(upsert(connection, speeches, ["session_id", "delegate_id"], values))
    query = select(speeches.c.id).where(speeches.c.session_id == session, speeches.c.delegate_id == delegate)
    return SpeechId((await connection.execute(query)).scalar_one())


async def change(connection: AsyncConnection, key: SpeechId, **values: Any) -> None:
    """Set columns of a speech."""
    await connection.execute(update(speeches).where(speeches.c.id == key).values(values))


async def put_in_order(connection: AsyncConnection, order: Iterable[SpeechId]) -> None:
    """Give the speeches these places, after whatever has been heard already."""
    keys = list(order)
    query = select(func.min(speeches.c.position)).where(speeches.c.id.in_(keys))
    first = (await connection.execute(query)).scalar() or 1
    for at, key in enumerate(keys):
        await change(connection, key, position=int(first) + at)


async def clear_place(connection: AsyncConnection, session: SessionId, delegate: DelegateId) -> None:
    """Forget what the person has withdrawn from a session, so that something else of theirs can go there."""
    gone = (speeches.c.session_id == session) & (speeches.c.delegate_id == delegate)
    await connection.execute(delete(speeches).where(gone, speeches.c.state == SpeechState.WITHDRAWN.value))
