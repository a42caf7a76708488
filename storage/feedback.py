"""Feedback. Scores are sums and remarks stand alone: nothing joins them to whoever gave them."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import ConferenceId, DelegateId
from storage.database import insert_new
from storage.schema import (
    accounts,
    conferences,
    delegates,
    feedback_givers,
    feedback_remarks,
    feedback_scores,
    notices,
)


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
    """The published conferences held about now, wherever they are, that nobody was asked about as a whole yet."""
    over = select(notices.c.conference_id).where(notices.c.dedup == "feedback:0", notices.c.conference_id.is_not(None))
    first, last = now.date() + timedelta(days=1), now.date() - timedelta(days=2)
    query = select(conferences.c.conference_id).where(
        conferences.c.state == "published",
        conferences.c.starts_on <= first,
        func.coalesce(conferences.c.ends_on, conferences.c.starts_on) >= last,
        conferences.c.conference_id.not_in(over),
    )
    return [ConferenceId(key) for key in (await connection.execute(query)).scalars()]


def _asked(conference: ConferenceId, session_key: int) -> Any:
    gave = select(feedback_givers.c.delegate_id).where(
        feedback_givers.c.conference_id == conference, feedback_givers.c.session_key == session_key
    )
    return and_(
        delegates.c.conference_id == conference,
        delegates.c.state == "invited",
        delegates.c.rsvp.not_in(("declined", "substituted")),
        delegates.c.account_id.is_not(None),
        delegates.c.id.not_in(gave),
    )


def to_ask(conference: ConferenceId, session_key: int) -> Select[Any]:
    """Account, delegate and reachability of the linked people who have not said anything yet."""
    source = delegates.join(accounts, accounts.c.account_id == delegates.c.account_id)
    query = select(delegates.c.account_id, delegates.c.id.label("delegate_id"), accounts.c.reachability)
    return query.select_from(source).where(_asked(conference, session_key))


async def count_to_ask(connection: AsyncConnection, conference: ConferenceId, session_key: int) -> int:
    """How many of them can be reached."""
    source = delegates.join(accounts, accounts.c.account_id == delegates.c.account_id)
    query = select(func.count()).select_from(source)
    query = query.where(_asked(conference, session_key), accounts.c.reachability == "linked")
    return int((await connection.execute(query)).scalar_one())
