"""What became of the outbox's rows: recorded by the worker that sent them, or found out when it has died."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import ChatId, DeliveryId
from storage.schema import accounts, deliveries, group_chats, notices
from storage.types import Instant

_UNKNOWN = timedelta(minutes=2)  # after the lease: nothing is in flight for so long
_GIVEN_BACK = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of a claimed row. `reachability` also goes to the account, `chat` is where it goes from now on.

    Without a `due_at` it is due when it was. `messages` are all that it took, where it took several.
    """

    id: DeliveryId
    state: str
    chat: ChatId
    attempt: int
    due_at: datetime | None = None
    reason: str | None = None
    message_id: int | None = None
    messages: tuple[int, ...] | None = None
    sent_at: datetime | None = None
    reachability: str | None = None
    moved_from: ChatId | None = None


_RECORDED = (
    update(deliveries)
    .where(
        deliveries.c.id == bindparam("row"),
        deliveries.c.owner == bindparam("by"),
        or_(*(deliveries.c.state == state for state in ("sending", "uncertain", "waiting"))),
    )
    .values(
        state=bindparam("new_state"),
        due_at=func.coalesce(bindparam("new_due", type_=Instant), deliveries.c.due_at),
        attempt=bindparam("new_attempt"),
        reason=bindparam("new_reason"),
        message_id=bindparam("new_message"),
        messages=bindparam("new_messages", type_=deliveries.c.messages.type),
        sent_at=bindparam("new_sent", type_=Instant),
        owner=None,
        lease_until=None,
    )
)


async def record(connection: AsyncConnection, owner: str, results: Sequence[Result]) -> None:
    """What became of rows that this worker had leased.

    A row that was reaped meanwhile and not yet taken by another worker still gets the truth.
    """
    values = [
        {
            "row": each.id,
            "by": owner,
            "new_state": each.state,
            "new_due": each.due_at,
            "new_attempt": each.attempt,
            "new_reason": each.reason,
            "new_message": each.message_id,
            "new_messages": each.messages,
            "new_sent": each.sent_at,
        }
        for each in results
    ]
    await connection.execute(_RECORDED, values)
    for each in results:
        if each.reachability is not None:
            change = update(accounts).where(accounts.c.account_id == each.chat)
            await connection.execute(change.values(reachability=each.reachability))
        if each.moved_from is not None:
            await _move_chat(connection, each.moved_from, each.chat)


async def _move_chat(connection: AsyncConnection, old: ChatId, new: ChatId) -> None:
    """A group has got another number: what waits for it goes there, and so does what came back because of that."""
    await connection.execute(update(group_chats).where(group_chats.c.chat_id == old).values(chat_id=new))
    waiting = (deliveries.c.chat_id == old) & (deliveries.c.state == "waiting")
    await connection.execute(update(deliveries).where(waiting).values(chat_id=new))


async def reap(
    connection: AsyncConnection, owner: str, now: datetime, at: datetime, *, everybody: bool = False
) -> tuple[int, int]:
    """Take up the rows of dead workers: those with an expired lease, or all that are not `owner`'s.

    Its own it takes up only long after: the worker does not know of rows whose claim was committed in the very
    moment in which it lost the database.

    What may be repeated and is still useful waits for its one repetition, marked as such; the rest is uncertain.
    The numbers of both. The dead worker stays noted, so that it can still tell the truth if it was only asleep.
    """
    theirs = deliveries.c.owner != owner
    expired = theirs if everybody else and_(theirs, deliveries.c.lease_until < at)
    unknown = and_(deliveries.c.owner == owner, deliveries.c.lease_until < at - _UNKNOWN)
    orphaned = and_(deliveries.c.state == "sending", or_(expired, unknown))
    repeatable = exists().where(
        notices.c.id == deliveries.c.notice_id,
        notices.c.policy == "resend",
        or_(notices.c.useful_until.is_(None), notices.c.useful_until > now),
    )
    again = (
        update(deliveries)
        .where(orphaned, deliveries.c.attempt == 0, repeatable)
        .values(state="waiting", attempt=1, reason="repeat:crash", lease_until=None)
    )
    unsure = update(deliveries).where(orphaned).values(state="uncertain", reason="crash", lease_until=None)
    repeated = (await connection.execute(again)).rowcount
    return int(repeated), int((await connection.execute(unsure)).rowcount)


async def drop_late(connection: AsyncConnection, now: datetime, swept: datetime | None = None) -> int:
    """Close what waits and is of no use any more, without sending; how many.

    What had been over for a while when it was `swept` last is not looked through again: what may still be given back
    of that is closed when it is claimed.
    """
    over = select(notices.c.id).where(notices.c.useful_until <= now)
    if swept is not None:
        over = over.where(notices.c.useful_until > swept - _GIVEN_BACK)
    ids = (await connection.execute(over)).scalars().all()
    if not ids:
        return 0  # without looking through all that waits
    late = (deliveries.c.state == "waiting") & deliveries.c.notice_id.in_(over)
    found = await connection.execute(update(deliveries).where(late).values(state="cancelled", reason="too_late"))
    return int(found.rowcount)
