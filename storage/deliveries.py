"""The outbox: who sends what next, at the bot's pace.

Any number of workers share it without a leader. A claim is one transaction: the bot's pacer row is locked, as many
rows as fit into the next moment are leased to the worker, and the pacer moves on by that much. The worker commits,
then sends, then records (`storage/results.py`).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, extract, func, select, type_coerce, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.types import NullType

from domain.ids import ChatId, DeliveryId, NoticeId
from storage import turns
from storage.database import insert_new
from storage.schema import accounts, deliveries, notices, pacer

_CLOCK_SET_BACK = 10.0  # seconds: a pacer this far ahead of the time was moved by somebody setting the clock
_RECOVERY = 1 / 60  # a pace that was cut gains one message a second each minute …
_OF_PACE = 1 / 28 / 60  # … and a faster one in proportion, so that it is whole again after as many minutes
_CUT = 2 / 3
_ON_ITS_WAY = timedelta(seconds=1)
_NOW = extract("epoch", func.clock_timestamp())


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """How a worker claims: for which bot, at how many a second, in portions of how many seconds.

    `window` bounds what is uncertain after a crash; `lease` is longer than any one send can take. Where several
    workers share the pace, `lead` are the seconds that a claim itself may take (no slot is given out that would be
    over before the worker has it), and `slack` is the share of a slot that is left free: nobody can see how late the
    others are, so each may be late by that share of a second without all together being above the pace. `turns` says
    that others may write to the same chats, and that what was sent bears the time that these workers live in.
    """

    bot: str
    owner: str
    rate: float
    window: float = 0.1
    lease: float = 60.0
    lead: float = 0.0
    slack: float = 0.0
    turns: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """One row leased to this worker. `attempt` is 0, and more where it is a repetition that may be a second copy.

    `hold` are the seconds after its slot for which the chat is to be left alone, for what else is sent to it.
    """

    id: DeliveryId
    notice: NoticeId
    chat: ChatId
    language: str | None
    data: dict[str, Any] | None
    attempt: int
    reason: str | None
    hold: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What a worker may send: row `i` at `wait + i * spacing` seconds from now. Without rows, when to ask again.

    `taken` are the seconds from now for which the pace is given away, to these rows and to the replies beside them.
    `stood` and `stands` are the moments up to which it was given away before and is now, in the pacer's seconds.
    """

    rows: tuple[Claimed, ...] = ()
    notices: Mapping[int, Row[Any]] = field(default_factory=dict)
    wait: float | None = None
    spacing: float = 0.0
    taken: float = 0.0
    stood: float = 0.0
    stands: float = 0.0


async def shared_time(connection: AsyncConnection, host: float) -> float:
    """Seconds since 1970 by the clock that all workers share: PostgreSQL's, or the host's for a single process."""
    if connection.dialect.name != "postgresql":
        return host
    return float((await connection.execute(select(_NOW))).scalar_one())


async def held_time(connection: AsyncConnection, bot: str, host: float) -> float:
    """The shared time once this transaction holds the bot's pacer row: what it waited for the others is over then."""
    if connection.dialect.name != "postgresql":
        return host
    held = select(pacer.c.bot).where(pacer.c.bot == bot).with_for_update().cte("held")
    found = (await connection.execute(select(_NOW).select_from(held))).scalar()
    return await shared_time(connection, host) if found is None else float(found)


async def claim(
    connection: AsyncConnection, terms: Terms, now: datetime, at: float, *, most: int | None = None, room: float = 0.0
) -> Claim:
    """Lease the next rows, the most urgent first, as the pace allows.

    `now` is the desk's time (what is due), `at` the pacer's (seconds since 1970). `most` limits the number further;
    `room` counts replies that went out besides, which the pace has to make room for.
    """
    beat = await _beat(connection, terms)
    reached = beat.next_at if beat.next_at - at < _CLOCK_SET_BACK else at
    free = max(reached, beat.paused_until, at)
    if free - at > terms.window:
        return Claim(wait=free - at - terms.window, stood=beat.next_at, stands=beat.next_at)
    portion = max(1, int(beat.rate * terms.window))
    found = await _lease(connection, terms, now, at, portion if most is None else min(portion, most))
    if not found:
        return Claim()
    kept, about = await _still_useful(connection, found, now)
    kept = await _with_messages(connection, kept, now)
    start, spacing = max(free, at + terms.lead), (1 + terms.slack) / beat.rate
    if terms.turns:
        slots = [start - at + place * spacing for place in range(len(kept))]
        held = await turns.hold(connection, kept, slots, now, at, terms.lease)
        kept = tuple(replace(row, hold=held[row.id]) if row.id in held else row for row in kept)
    ahead = start + (len(kept) + room) * spacing
    gain = max(_RECOVERY, terms.rate * _OF_PACE) * (ahead - max(reached, beat.paused_until))
    rate = min(terms.rate, beat.rate + gain)
    await connection.execute(update(pacer).where(pacer.c.bot == terms.bot).values(next_at=ahead, rate=rate))
    return Claim(
        rows=kept,
        notices=about,
        wait=start - at,
        spacing=spacing,
        taken=ahead - at,
        stood=beat.next_at,
        stands=ahead,
    )


async def any_due(connection: AsyncConnection, now: datetime) -> bool:
    """Whether anything waits whose time has come."""
    query = select(deliveries.c.id).where(deliveries.c.state == "waiting", deliveries.c.due_at <= now).limit(1)
    return (await connection.execute(query)).first() is not None


async def _beat(connection: AsyncConnection, terms: Terms) -> Row[Any]:
    """The bot's pacer row, locked; made where there is none."""
    query = select(pacer).where(pacer.c.bot == terms.bot).with_for_update()
    found = (await connection.execute(query)).first()
    if found is None:
        fresh = {"bot": terms.bot, "next_at": 0.0, "rate": terms.rate, "paused_until": 0.0}
        await connection.execute(insert_new(connection, pacer, ["bot"]).values(fresh))
        found = (await connection.execute(query)).one()
    return found


async def _lease(connection: AsyncConnection, terms: Terms, now: datetime, at: float, count: int) -> list[Row[Any]]:
    next_rows = (
        select(deliveries.c.id)
        .where(deliveries.c.state == "waiting", deliveries.c.due_at <= now)
        .order_by(deliveries.c.urgency, deliveries.c.turn, deliveries.c.id)
        .limit(count)
        .with_for_update(skip_locked=True)
        .cte("next")  # PostgreSQL may run a bare subquery more than once, and then lock more than the limit
    )
    until = datetime.fromtimestamp(at, tz=now.tzinfo) + timedelta(seconds=terms.lease)
    take = (
        update(deliveries)
        .where(deliveries.c.id.in_(select(next_rows.c.id)))
        .values(state="sending", owner=terms.owner, lease_until=until)
        .returning(
            deliveries.c.id,
            deliveries.c.notice_id,
            deliveries.c.chat_id,
            deliveries.c.data,
            deliveries.c.urgency,
            type_coerce(deliveries.c.turn, NullType()).label("turn"),  # only to sort by
            deliveries.c.attempt,
            deliveries.c.reason,
        )
    )
    found = (await connection.execute(take)).all()
    return sorted(found, key=lambda row: (row.urgency, row.turn, row.id))


async def _still_useful(
    connection: AsyncConnection, found: list[Row[Any]], now: datetime
) -> tuple[tuple[Claimed, ...], dict[int, Row[Any]]]:
    """The leased rows that still make sense, with their notices; the others are closed with their reason."""
    about = {
        row.id: row
        for row in await connection.execute(select(notices).where(notices.c.id.in_({row.notice_id for row in found})))
    }
    query = select(accounts.c.account_id, accounts.c.language, accounts.c.reachability)
    people = {
        row.account_id: row
        for row in await connection.execute(query.where(accounts.c.account_id.in_({row.chat_id for row in found})))
    }
    late = [row.id for row in found if _over(about[row.notice_id], now)]
    lost = [row for row in found if row.chat_id in people and people[row.chat_id].reachability != "linked"]
    await _close(connection, late, "cancelled", "too_late")
    for state in {people[row.chat_id].reachability for row in lost}:
        ids = [row.id for row in lost if people[row.chat_id].reachability == state and row.id not in late]
        await _close(connection, ids, "unreachable", state)
    dropped = {*late, *(row.id for row in lost)}
    kept = tuple(
        Claimed(
            id=row.id,
            notice=row.notice_id,
            chat=row.chat_id,
            language=people[row.chat_id].language if row.chat_id in people else None,
            data=row.data,
            attempt=row.attempt,
            reason=row.reason,
        )
        for row in found
        if row.id not in dropped
    )
    return kept, about


async def _with_messages(connection: AsyncConnection, kept: tuple[Claimed, ...], now: datetime) -> tuple[Claimed, ...]:
    """What is to change a message that was still on its way then (`of`) is told its numbers.

    Where it is on its way yet, the row waits a little longer; where it did not arrive, nothing is to be changed.
    """
    wanted = {row.id: int(row.data["of"]) for row in kept if row.data and "of" in row.data}
    if not wanted:
        return kept
    columns = (deliveries.c.id, deliveries.c.state, deliveries.c.message_id, deliveries.c.messages)
    found = await connection.execute(select(*columns).where(deliveries.c.id.in_(set(wanted.values()))))
    first = {row.id: row for row in found}
    said = {key: first[of] for key, of in wanted.items() if of in first and first[of].message_id is not None}
    waits = [key for key, of in wanted.items() if of in first and first[of].state == "sending"]
    if waits:
        again = {"state": "waiting", "due_at": now + _ON_ITS_WAY, "owner": None, "lease_until": None}
        await connection.execute(update(deliveries).where(deliveries.c.id.in_(waits)).values(again))
    await _close(connection, wanted.keys() - said.keys() - set(waits), "superseded", "superseded")
    return tuple(
        replace(row, data=_numbered(row.data or {}, said[row.id])) if row.id in said else row
        for row in kept
        if row.id in said or row.id not in wanted
    )


def _numbered(data: dict[str, Any], said: Any) -> dict[str, Any]:
    own = {name: value for name, value in data.items() if name != "of"}
    return {**own, "messages": list(said.messages or [said.message_id])}


def _over(notice: Row[Any], now: datetime) -> bool:
    return notice.useful_until is not None and notice.useful_until <= now


async def _close(connection: AsyncConnection, ids: Iterable[int], state: str, reason: str) -> None:
    wanted = list(ids)
    if wanted:
        values = {"state": state, "reason": reason, "owner": None, "lease_until": None}
        await connection.execute(update(deliveries).where(deliveries.c.id.in_(wanted)).values(values))


async def pause(connection: AsyncConnection, terms: Terms, at: float, seconds: float) -> None:
    """Telegram asked for silence: every worker keeps it, and the pace is cut by a third once for each silence."""
    beat = await _beat(connection, terms)
    rate = beat.rate if beat.paused_until > at else max(1.0, beat.rate * _CUT)
    values = {"paused_until": max(beat.paused_until, at + seconds), "rate": rate}
    await connection.execute(update(pacer).where(pacer.c.bot == terms.bot).values(values))
