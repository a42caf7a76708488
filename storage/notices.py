"""Notices as a whole: withdrawn, resumed, repeated, put into other words, counted."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, case, exists, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import ConferenceId, NoticeId
from storage.addressees import focal_names
from storage.newphone import PENDING
from storage.schema import accounts, delegates, deliveries, notices, units

_SAID = and_(deliveries.c.state == "sent", deliveries.c.message_id.is_not(None))


async def withdraw(
    connection: AsyncConnection, notice: NoticeId, now: datetime, state: str = "cancelled", reason: str = "stopped"
) -> int:
    """Keep what still waits of a notice from being sent; also what is given back later. How many waited."""
    await connection.execute(update(notices).where(notices.c.id == notice).values(useful_until=now))
    waiting = (deliveries.c.notice_id == notice) & (deliveries.c.state == "waiting")
    found = await connection.execute(update(deliveries).where(waiting).values(state=state, reason=reason))
    return int(found.rowcount)


async def waiting_about(connection: AsyncConnection, kind: str, subject: str, subject_id: int) -> list[NoticeId]:
    """The notices of a kind about something that have not been sent yet, the newest first."""
    query = _about(kind, subject, subject_id, PENDING).order_by(notices.c.id.desc())
    return [NoticeId(each) for each in (await connection.execute(query)).scalars()]


async def was_said(connection: AsyncConnection, kind: str, subject: str, subject_id: int) -> bool:
    """Whether a notice of a kind about something has been sent, or may have been."""
    said = deliveries.c.state.in_(("sending", "sent", "uncertain"))
    query = _about(kind, subject, subject_id, said).limit(1)
    return (await connection.execute(query)).first() is not None


def _about(kind: str, subject: str, subject_id: int, state: ColumnElement[bool]) -> Select[Any]:
    """Found by what they are about, however many deliveries of other notices wait beside them."""
    theirs = exists().where(deliveries.c.notice_id == notices.c.id, state)
    about = (notices.c.kind == kind, notices.c.subject == subject, notices.c.subject_id == subject_id)
    return select(notices.c.id).where(*about, theirs)


async def resume(connection: AsyncConnection, notice: NoticeId, now: datetime) -> int:
    """Let a withdrawn notice go on to those who have not had it. How many wait again."""
    await connection.execute(update(notices).where(notices.c.id == notice).values(useful_until=None))
    stopped = and_(
        deliveries.c.notice_id == notice,
        deliveries.c.state == "cancelled",
        deliveries.c.reason.in_(("stopped", "too_late")),
    )
    values = {"state": "waiting", "reason": None, "due_at": now}
    return int((await connection.execute(update(deliveries).where(stopped).values(values))).rowcount)


async def send_again(connection: AsyncConnection, notice: NoticeId, states: Iterable[str], now: datetime) -> int:
    """Let deliveries of a notice that ended in one of these states wait once more. How many.

    What may have arrived is marked as a repetition.
    """
    again = and_(
        deliveries.c.notice_id == notice, deliveries.c.state.in_(list(states)), deliveries.c.chat_id.is_not(None)
    )
    unsure = deliveries.c.state == "uncertain"
    values = {
        "state": "waiting",
        "attempt": case((unsure, deliveries.c.attempt + 1), else_=deliveries.c.attempt),
        "reason": case((unsure, literal("repeat:decided")), else_=None),
        "owner": None,
        "due_at": now,
    }
    return int((await connection.execute(update(deliveries).where(again).values(values))).rowcount)


async def close_uncertain(connection: AsyncConnection, notice: NoticeId) -> int:
    """Leave it at that: what may or may not have arrived is not sent again. How many."""
    unsure = (deliveries.c.notice_id == notice) & (deliveries.c.state == "uncertain")
    values = {"state": "cancelled", "reason": "uncertain", "owner": None}
    return int((await connection.execute(update(deliveries).where(unsure).values(values))).rowcount)


async def merged_data(connection: AsyncConnection, notice: NoticeId, chat: int) -> dict[str, Any] | None:
    """The notice's view as this chat got it, as JSON."""
    query = (
        select(notices.c.data, deliveries.c.data.label("own"))
        .join(deliveries, deliveries.c.notice_id == notices.c.id)
        .where(notices.c.id == notice, deliveries.c.chat_id == chat)
    )
    row = (await connection.execute(query)).first()
    return None if row is None else {**row.data, **(row.own or {})}


async def still_waiting(connection: AsyncConnection, among: Iterable[NoticeId]) -> list[NoticeId]:
    """Those of the notices that have not gone out to everybody."""
    query = (
        select(deliveries.c.notice_id)
        .where(deliveries.c.notice_id.in_(list(among)), or_(PENDING, deliveries.c.state == "sending"))
        .distinct()
        .order_by(deliveries.c.notice_id)
    )
    return [NoticeId(each) for each in (await connection.execute(query)).scalars()]


async def view_data(connection: AsyncConnection, notice: NoticeId) -> Any:
    """The notice's view as JSON."""
    return (await connection.execute(select(notices.c.data).where(notices.c.id == notice))).scalar_one()


async def rewrite(connection: AsyncConnection, notice: NoticeId, data: Any, later: timedelta = timedelta(0)) -> None:
    """Let the notice say this to those it has not been sent to yet, and be useful for so much longer.

    Whoever does not wait any more after this got the old words, or gets them in this moment: see `arrived`.
    """
    query = select(notices.c.useful_until).where(notices.c.id == notice).with_for_update()
    until = (await connection.execute(query)).scalar_one()
    waiting = and_(deliveries.c.notice_id == notice, deliveries.c.state == "waiting")
    if connection.dialect.name == "postgresql":  # a claim that is under way has read the old words
        await connection.execute(select(deliveries.c.id).where(waiting).order_by(deliveries.c.id).with_for_update())
    values = {"data": data, "useful_until": None if until is None else until + later}
    await connection.execute(update(notices).where(notices.c.id == notice).values(values))
    if later and until is not None:
        await connection.execute(update(deliveries).where(waiting).values(turn=values["useful_until"]))


async def tally(connection: AsyncConnection, notice: NoticeId) -> dict[str, int]:
    """How many deliveries of a notice are in each state, and how many were acknowledged."""
    query = (
        select(deliveries.c.state, func.count(), func.count(deliveries.c.acknowledged_at))
        .where(deliveries.c.notice_id == notice)
        .group_by(deliveries.c.state)
    )
    rows = (await connection.execute(query)).all()
    counts = {str(state): int(count) for state, count, _ in rows}
    return counts | {"acknowledged": sum(int(received) for _, _, received in rows)}


async def rounds(
    connection: AsyncConnection, conference: ConferenceId, kinds: Iterable[str], most: int
) -> Sequence[Row[Any]]:
    """The newest notices of these kinds; of a round of reminders, the first of its notices."""
    query = select(notices).where(
        notices.c.conference_id == conference,
        notices.c.kind.in_(list(kinds)),
        or_(notices.c.subject.is_(None), notices.c.subject != "reminder_round"),
    )
    return (await connection.execute(query.order_by(notices.c.id.desc()).limit(most))).all()


async def of_round(connection: AsyncConnection, conference: ConferenceId, first: NoticeId) -> Sequence[Row[Any]]:
    """The notice and those that belong to the same round of reminders."""
    rest = and_(notices.c.subject == "reminder_round", notices.c.subject_id == first)
    query = select(notices).where(notices.c.conference_id == conference, or_(notices.c.id == first, rest))
    return (await connection.execute(query.order_by(notices.c.id))).all()


async def outcomes(
    connection: AsyncConnection, some: Iterable[NoticeId]
) -> list[tuple[NoticeId, str, str | None, int, int]]:
    """Deliveries by notice, state and reason: how many, and how many were acknowledged."""
    by = (deliveries.c.notice_id, deliveries.c.state, deliveries.c.reason)
    query = (
        select(*by, func.count(), func.count(deliveries.c.acknowledged_at))
        .where(deliveries.c.notice_id.in_(list(some)))
        .group_by(*by)
        .order_by(*by)
    )
    return [(NoticeId(row[0]), row[1], row[2], int(row[3]), int(row[4])) for row in await connection.execute(query)]


async def missed(connection: AsyncConnection, some: Iterable[NoticeId]) -> Sequence[Any]:
    """Whom notices have not reached: name, post, unit_text, phone, why (a reason, or the state); also focal people."""
    out = ("unreachable", "failed", "uncertain", "cancelled")
    called, unit = focal_names(deliveries.c.chat_id, deliveries.c.conference_id)
    said_why = deliveries.c.state.in_(("unreachable", "failed"))
    query = (
        select(
            func.coalesce(delegates.c.name, called).label("name"),
            delegates.c.post,
            func.coalesce(delegates.c.unit_text, units.c.name, unit).label("unit_text"),
            delegates.c.phone,
            case((said_why, func.coalesce(deliveries.c.reason, deliveries.c.state)), else_=deliveries.c.state).label(
                "why"
            ),
        )
        .outerjoin(delegates, delegates.c.id == deliveries.c.delegate_id)
        .outerjoin(units, units.c.id == delegates.c.unit_id)
        .where(deliveries.c.notice_id.in_(list(some)), deliveries.c.state.in_(out))
        .order_by(delegates.c.name_key.is_(None), delegates.c.name_key, deliveries.c.id)
    )
    return (await connection.execute(query)).all()


async def about_notice(connection: AsyncConnection, notice: NoticeId, kind: str) -> NoticeId | None:
    """The newest notice of this kind that takes another's place, or takes it away."""
    query = select(notices.c.id).where(
        notices.c.subject == "notice", notices.c.subject_id == notice, notices.c.kind == kind
    )
    found = (await connection.execute(query.order_by(notices.c.id.desc()).limit(1))).scalar()
    return None if found is None else NoticeId(found)


async def last_of_kind(connection: AsyncConnection, conference: ConferenceId, kind: str, since: datetime) -> bool:
    """Whether a notice of this kind was stored since then."""
    query = select(notices.c.id).where(
        notices.c.conference_id == conference, notices.c.kind == kind, notices.c.created_at > since
    )
    return (await connection.execute(query.limit(1))).first() is not None


async def last_about(connection: AsyncConnection, kind: str, notice: NoticeId) -> Any | None:
    """The view, as JSON, of the last notice of a kind that speaks of another notice."""
    query = select(notices.c.data).where(
        notices.c.subject == "notice", notices.c.subject_id == notice, notices.c.kind == kind
    )
    return (await connection.execute(query.order_by(notices.c.id.desc()).limit(1))).scalar()


async def arrived(
    connection: AsyncConnection, notice: NoticeId, since: datetime | None, linked: bool = False
) -> Sequence[Any]:
    """Row, chat, delegate, own fields and message numbers of what was sent (since then) of a notice.

    What is on its way in this moment is among them, without a message number. With `linked` only what stands in
    chats that are still those of the people it was for.
    """
    query = select(
        deliveries.c.id,
        deliveries.c.chat_id,
        deliveries.c.delegate_id,
        deliveries.c.message_id,
        deliveries.c.messages,
        deliveries.c.data,
    ).where(
        deliveries.c.notice_id == notice,
        or_(deliveries.c.state == "sending", _SAID if since is None else and_(_SAID, deliveries.c.sent_at > since)),
        deliveries.c.chat_id.is_not(None),
    )
    if linked:
        theirs = select(delegates.c.id).where(
            delegates.c.id == deliveries.c.delegate_id, delegates.c.account_id == deliveries.c.chat_id
        )
        query = query.where(deliveries.c.delegate_id.is_(None) | theirs.exists())
    return (await connection.execute(query.order_by(deliveries.c.id))).all()


async def join_late(connection: AsyncConnection, notice: NoticeId, now: datetime) -> int:
    """Let those wait for a notice who were not linked when it went out, and are now; how many."""
    linked = (
        select(delegates.c.account_id)
        .join(accounts, accounts.c.account_id == delegates.c.account_id)
        .where(delegates.c.id == deliveries.c.delegate_id, accounts.c.reachability == "linked")
        .scalar_subquery()
    )
    there = select(deliveries.c.chat_id).where(deliveries.c.notice_id == notice, deliveries.c.chat_id.is_not(None))
    mine = and_(
        deliveries.c.notice_id == notice, deliveries.c.state == "unreachable", deliveries.c.reason == "not_linked"
    )
    change = update(deliveries).where(mine, linked.is_not(None), linked.not_in(there))
    values = {"chat_id": linked, "state": "waiting", "reason": None, "due_at": now}
    return int((await connection.execute(change.values(values))).rowcount)


async def size(connection: AsyncConnection, notice: NoticeId) -> int:
    """How many deliveries a notice has."""
    query = select(func.count()).select_from(deliveries).where(deliveries.c.notice_id == notice)
    return int((await connection.execute(query)).scalar_one())


async def said(connection: AsyncConnection, conference: ConferenceId, view: str) -> list[dict[str, Any]]:
    """The fields of all notices of one view, oldest first."""
    query = select(notices.c.data).where(notices.c.conference_id == conference, notices.c.view == view)
    return [dict(each) for each in (await connection.execute(query.order_by(notices.c.id))).scalars()]
