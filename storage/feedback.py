"""Feedback. Scores are sums and remarks stand alone: nothing joins them to whoever gave them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import BindParameter, Select, and_, bindparam, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import ConferenceId, DelegateId, NoticeId
from storage.database import insert_new
from storage.schema import (
    accounts,
    check_ins,
    conferences,
    delegates,
    deliveries,
    feedback_givers,
    feedback_remarks,
    feedback_scores,
    notices,
    session_absences,
    sessions,
)

_FIRST: BindParameter[date] = bindparam("first")
_LAST: BindParameter[date] = bindparam("last")
AROUND = select(conferences.c.conference_id).where(
    conferences.c.state != "draft",
    or_(
        and_(conferences.c.starts_on <= _LAST, func.coalesce(conferences.c.ends_on, conferences.c.starts_on) >= _FIRST),
        select(sessions.c.id)
        .where(sessions.c.conference_id == conferences.c.conference_id, sessions.c.day.between(_FIRST, _LAST))
        .exists(),
    ),
)
"""The conferences held from `first` to `last`, also by a session that was moved out of their days."""


def days_around(now: datetime) -> dict[str, date]:
    """The first and the last day that may be today somewhere, or was yesterday."""
    return {"first": now.date() - timedelta(days=2), "last": now.date() + timedelta(days=1)}


async def give(
    connection: AsyncConnection, conference: ConferenceId, session_key: int, who: DelegateId, score: int
) -> bool:
    """Count a score; False where the person has given one already."""
    giver = {"conference_id": conference, "session_key": session_key, "delegate_id": who, "remarked": False}
    keys = ["conference_id", "session_key", "delegate_id"]
    if not (await connection.execute(insert_new(connection, feedback_givers, keys).values(giver))).rowcount:
        return False
    empty = {"conference_id": conference, "session_key": session_key, "score": score, "votes": 0}
    keys = ["conference_id", "session_key", "score"]
    await connection.execute(insert_new(connection, feedback_scores, keys).values(empty))
    here = and_(
        feedback_scores.c.conference_id == conference,
        feedback_scores.c.session_key == session_key,
        feedback_scores.c.score == score,
    )
    await connection.execute(update(feedback_scores).where(here).values(votes=feedback_scores.c.votes + 1))
    return True


async def remark(
    connection: AsyncConnection,
    conference: ConferenceId,
    session_key: int,
    who: DelegateId,
    text: str,
    signed: bool,
) -> bool:
    """Keep a remark, with its author only where they sign; False unless they have scored and not remarked yet."""
    mine = update(feedback_givers).where(
        feedback_givers.c.conference_id == conference,
        feedback_givers.c.session_key == session_key,
        feedback_givers.c.delegate_id == who,
        feedback_givers.c.remarked.is_(False),
    )
    if not (await connection.execute(mine.values(remarked=True))).rowcount:
        return False
    values = {"conference_id": conference, "session_key": session_key, "text": text}
    values["delegate_id"] = who if signed else None
    await connection.execute(insert(feedback_remarks).values(values))
    return True


async def given(connection: AsyncConnection, conference: ConferenceId, who: DelegateId) -> dict[int, bool]:
    """For what the person has given a score, and whether they have remarked on it."""
    query = select(feedback_givers.c.session_key, feedback_givers.c.remarked).where(
        feedback_givers.c.conference_id == conference, feedback_givers.c.delegate_id == who
    )
    return {int(row.session_key): bool(row.remarked) for row in (await connection.execute(query)).all()}


async def scores(connection: AsyncConnection, conference: ConferenceId) -> dict[int, dict[int, int]]:
    """How often each score was given, by session."""
    query = select(feedback_scores).where(feedback_scores.c.conference_id == conference)
    found: dict[int, dict[int, int]] = {}
    for row in (await connection.execute(query)).all():
        found.setdefault(int(row.session_key), {})[int(row.score)] = int(row.votes)
    return found


async def remarks(connection: AsyncConnection, conference: ConferenceId) -> Sequence[Any]:
    """The remarks: session, text, and the author's name where they signed."""
    query = (
        select(feedback_remarks.c.session_key, feedback_remarks.c.text, delegates.c.name)
        .outerjoin(delegates, delegates.c.id == feedback_remarks.c.delegate_id)
        .where(feedback_remarks.c.conference_id == conference)
        .order_by(feedback_remarks.c.session_key, feedback_remarks.c.text)
    )
    return (await connection.execute(query)).all()


async def around(connection: AsyncConnection, now: datetime) -> list[ConferenceId]:
    """The conferences held about now, wherever they are."""
    return [ConferenceId(key) for key in (await connection.execute(AROUND, days_around(now))).scalars()]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that has been asked; as `part` of one about several things, which is told of by another notice."""

    notice: NoticeId
    at: datetime
    part: bool = False


PART = "feedback_part"
"""The kind of a notice that nobody gets: it says that its question went out in another one."""


def dedup_of(session_key: int) -> str:
    """What makes the question about a session, or the whole, the only one."""
    return f"feedback:{session_key}"


async def asked(connection: AsyncConnection, conference: ConferenceId, keys: Collection[int]) -> dict[int, Asked]:
    """Those of these sessions that people have been asked about."""
    known = {dedup_of(key): key for key in keys}
    query = select(notices.c.dedup, notices.c.id, notices.c.created_at, notices.c.kind).where(
        notices.c.conference_id == conference, notices.c.dedup.in_(list(known))
    )
    return {
        known[row.dedup]: Asked(row.id, row.created_at, row.kind == PART)
        for row in (await connection.execute(query)).all()
    }


async def last_check_in(connection: AsyncConnection, conference: ConferenceId) -> datetime | None:
    """When somebody was written down as present last."""
    query = select(check_ins.c.recorded_at).where(check_ins.c.conference_id == conference)
    found: datetime | None = (await connection.execute(query.order_by(check_ins.c.id.desc()).limit(1))).scalar()
    return found


def _checked_in(conference: ConferenceId, slots: Collection[str] | None) -> Select[Any]:
    query = select(check_ins.c.delegate_id).where(check_ins.c.conference_id == conference)
    return query if slots is None else query.where(check_ins.c.slot.in_(slots))


def _was_there(conference: ConferenceId, session_key: int, slots: Collection[str] | None) -> Any:
    """Who was checked in for any of the slots; where nobody was, those who said that they come and did not leave
    the session out."""
    here = _checked_in(conference, slots)
    away = select(session_absences.c.delegate_id).where(session_absences.c.session_id == session_key)
    said_so = and_(delegates.c.rsvp == "attending", delegates.c.id.not_in(away), ~here.exists())
    return or_(delegates.c.id.in_(here), said_so)


def _silent(conference: ConferenceId, session_key: int, slots: Collection[str] | None) -> Any:
    gave = select(feedback_givers.c.delegate_id).where(
        feedback_givers.c.conference_id == conference, feedback_givers.c.session_key == session_key
    )
    return and_(
        delegates.c.conference_id == conference,
        delegates.c.state == "invited",
        delegates.c.account_id.is_not(None),
        delegates.c.id.not_in(gave),
        _was_there(conference, session_key, slots),
    )


def to_ask(conference: ConferenceId, session_key: int, slots: Collection[str] | None) -> Select[Any]:
    """Account, delegate and reachability of the linked people who were there and have not said anything yet.

    `slots` are the check-ins that count for the session; None for any of the conference.
    """
    source = delegates.join(accounts, accounts.c.account_id == delegates.c.account_id)
    query = select(delegates.c.account_id, delegates.c.id.label("delegate_id"), accounts.c.reachability)
    return query.select_from(source).where(_silent(conference, session_key, slots))


async def count_to_ask(
    connection: AsyncConnection,
    conference: ConferenceId,
    session_key: int,
    slots: Collection[str] | None,
    told: NoticeId | None = None,
) -> int:
    """How many of them can be reached, those aside who have got the notice already."""
    source = delegates.join(accounts, accounts.c.account_id == delegates.c.account_id)
    query = select(func.count()).select_from(source)
    query = query.where(_silent(conference, session_key, slots), accounts.c.reachability == "linked")
    if told is not None:
        got = select(deliveries.c.chat_id).where(deliveries.c.notice_id == told, deliveries.c.chat_id.is_not(None))
        query = query.where(delegates.c.account_id.not_in(got))
    return int((await connection.execute(query)).scalar_one())
