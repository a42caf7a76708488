"""Broadcasts and whom they reach."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    case,
    cast,
    delete,
    exists,
    false,
    func,
    insert,
    not_,
    null,
    or_,
    select,
    true,
    union_all,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.broadcasts import Audience, Content, Part
from domain.ids import AccountId, BroadcastId, ConferenceId, NoticeId, SessionId
from storage.codec import from_json, to_json
from storage.database import insert_id
from storage.schema import (
    accounts,
    broadcasts,
    check_ins,
    conferences,
    delegates,
    deliveries,
    focal_people,
    groups,
    session_absences,
    sessions,
    units,
)
from storage.types import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """A broadcast's row."""

    id: BroadcastId
    conference: ConferenceId
    author: AccountId
    content: Content
    audience: Audience
    revision: int
    state: str
    notice: NoticeId | None = None
    progress_chat: int | None = None
    progress_message: int | None = None
    confirmed_at: datetime | None = None
    send_at: datetime | None = None
    session: SessionId | None = None
    minutes_after: int | None = None
    late_joiners: bool = False


def _broadcast(row: Row[Any]) -> Broadcast:
    return Broadcast(
        id=BroadcastId(row.id),
        conference=ConferenceId(row.conference_id),
        author=AccountId(row.author),
        content=from_json(row.content, Content),
        audience=from_json(row.audience, Audience),
        revision=row.revision,
        state=row.state,
        notice=row.notice_id,
        progress_chat=row.progress_chat,
        progress_message=row.progress_message,
        confirmed_at=row.confirmed_at,
        send_at=row.send_at,
        session=None if row.session_id is None else SessionId(row.session_id),
        minutes_after=row.minutes_after,
        late_joiners=bool(row.late_joiners),
    )


async def create(
    connection: AsyncConnection, conference: ConferenceId, author: AccountId, content: Content, now: datetime
) -> BroadcastId:
    """A new draft without an audience."""
    values = {"conference_id": conference, "author": author, "content": to_json(content), "created_at": now}
    values |= {"audience": to_json(Audience()), "revision": 0, "state": "draft", "late_joiners": False}
    return BroadcastId(await insert_id(connection, insert(broadcasts).values(values)))


async def get(connection: AsyncConnection, conference: ConferenceId, key: BroadcastId) -> Broadcast | None:
    """The broadcast, locked where the database locks rows."""
    query = select(broadcasts).where(broadcasts.c.id == key, broadcasts.c.conference_id == conference)
    row = (await connection.execute(query.with_for_update())).first()
    return None if row is None else _broadcast(row)


async def change(connection: AsyncConnection, key: BroadcastId, **values: Any) -> None:
    """Set columns; the revision goes up, so that a preview of what it was is known as old."""
    values["revision"] = broadcasts.c.revision + 1
    for name in ("content", "audience"):
        if name in values:
            values[name] = to_json(values[name])
    await connection.execute(update(broadcasts).where(broadcasts.c.id == key).values(values))


async def drop(connection: AsyncConnection, key: BroadcastId) -> None:
    """Forget a draft."""
    await connection.execute(delete(broadcasts).where(broadcasts.c.id == key, broadcasts.c.state == "draft"))


async def running(connection: AsyncConnection) -> tuple[Broadcast, ...]:
    """All broadcasts that are going out, in all conferences."""
    query = select(broadcasts).where(broadcasts.c.state == "running").order_by(broadcasts.c.id)
    return tuple(_broadcast(row) for row in (await connection.execute(query)).all())


async def scheduled(connection: AsyncConnection) -> tuple[Broadcast, ...]:
    """All broadcasts that wait for their time, in all published conferences."""
    query = select(broadcasts).where(broadcasts.c.state == "scheduled").order_by(broadcasts.c.id)
    return tuple(_broadcast(row) for row in (await connection.execute(query)).all())


async def for_late_joiners(connection: AsyncConnection) -> tuple[Broadcast, ...]:
    """The broadcasts that are out and meant also for those who join later, in conferences that are not over."""
    open_ones = select(conferences.c.conference_id).where(conferences.c.state == "published")
    query = select(broadcasts).where(
        broadcasts.c.late_joiners.is_(True),
        broadcasts.c.state.in_(("running", "done")),
        broadcasts.c.conference_id.in_(open_ones),
    )
    return tuple(_broadcast(row) for row in (await connection.execute(query.order_by(broadcasts.c.id))).all())


async def album(
    connection: AsyncConnection, conference: ConferenceId, author: AccountId, name: str
) -> Broadcast | None:
    """The author's draft that began with this album, while the rest of it arrives."""
    query = select(broadcasts).where(
        broadcasts.c.conference_id == conference, broadcasts.c.author == author, broadcasts.c.state == "draft"
    )
    rows = (await connection.execute(query.order_by(broadcasts.c.id.desc()).limit(1))).all()
    return next((each for each in map(_broadcast, rows) if each.content.album == name), None)


async def of_conference(connection: AsyncConnection, conference: ConferenceId) -> tuple[Broadcast, ...]:
    """The broadcasts that were confirmed, oldest first."""
    query = select(broadcasts).where(broadcasts.c.conference_id == conference, broadcasts.c.state != "draft")
    rows = (await connection.execute(query.order_by(broadcasts.c.id))).all()
    return tuple(_broadcast(row) for row in rows)


# --- the audience ---------------------------------------------------------------------------------------------------


def people(conference: ConferenceId, audience: Audience) -> Select[Any]:
    """Who is meant, each once: account (empty where not linked), delegate (empty for others), reachability.

    The people of a conference are its invited delegates (those who sent a substitute aside) and its focal people.
    A session's people are those who have not declined, as for its reminders.
    """
    combine = and_ if audience.join == "and" else or_
    of_delegate = combine(*(_of_delegate(conference, part) for part in audience.parts)) if audience.parts else false()
    of_focal = combine(*(_of_focal(conference, part) for part in audience.parts)) if audience.parts else false()
    invited = and_(
        delegates.c.conference_id == conference, delegates.c.state == "invited", delegates.c.rsvp != "substituted"
    )
    known = select(delegates.c.account_id).where(invited, delegates.c.account_id.is_not(None))
    as_delegates = (
        select(delegates.c.account_id.label("account"), delegates.c.id.label("delegate"), accounts.c.reachability)
        .outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)
        .where(invited, of_delegate)
    )
    as_focal = select(accounts.c.account_id, cast(null(), Key), accounts.c.reachability).where(
        accounts.c.account_id.in_(_focal(conference)), accounts.c.account_id.not_in(known), of_focal
    )
    both = union_all(as_delegates, as_focal).subquery()
    return select(both.c.account, both.c.delegate, both.c.reachability)


def _focal(conference: ConferenceId, unit: int | None = None) -> Select[Any]:
    query = select(focal_people.c.account_id).where(focal_people.c.conference_id == conference)
    return query if unit is None else query.where(focal_people.c.unit_id == unit)


def _checked_in() -> ColumnElement[bool]:
    return exists().where(check_ins.c.delegate_id == delegates.c.id)


def _of_delegate(conference: ConferenceId, part: Part) -> ColumnElement[bool]:
    """Whether the part is true of a delegate."""
    match part.kind:
        case "all" | "delegates":
            return true()
        case "focal":
            return delegates.c.account_id.in_(_focal(conference))
        case "linked":
            return accounts.c.reachability == "linked"
        case "attending" | "declined":
            return delegates.c.rsvp == part.kind
        case "silent":
            return delegates.c.rsvp == "none"
        case "here":
            return _checked_in()
        case "missing":
            return and_(delegates.c.rsvp != "declined", not_(_checked_in()))
        case "group":
            return delegates.c.group_id == part.id
        case "unit":
            return or_(delegates.c.unit_id == part.id, delegates.c.account_id.in_(_focal(conference, part.id)))
        case "session":
            away = exists().where(
                session_absences.c.delegate_id == delegates.c.id, session_absences.c.session_id == part.id
            )
            return and_(delegates.c.rsvp != "declined", not_(away))
        case _:
            return false()


def _of_focal(conference: ConferenceId, part: Part) -> ColumnElement[bool]:
    """Whether the part is true of a focal person who is no delegate."""
    match part.kind:
        case "all" | "focal":
            return true()
        case "linked":
            return accounts.c.reachability == "linked"
        case "unit":
            return accounts.c.account_id.in_(_focal(conference, part.id))
        case _:
            return false()


async def count(connection: AsyncConnection, conference: ConferenceId, audience: Audience) -> tuple[int, int]:
    """How many people are meant, and how many of them can be written to."""
    meant = people(conference, audience).subquery()
    reached = func.coalesce(func.sum(case((meant.c.reachability == "linked", 1), else_=0)), 0)
    row = (await connection.execute(select(func.count(), reached).select_from(meant))).one()
    return int(row[0]), int(row[1])


async def unreached(connection: AsyncConnection, conference: ConferenceId, audience: Audience) -> Sequence[Any]:
    """Whom the telephone has to reach: name, post, unit_text, phone, reachability (empty where not linked)."""
    meant = people(conference, audience).subquery()
    query = (
        select(delegates.c.name, delegates.c.post, delegates.c.unit_text, delegates.c.phone, meant.c.reachability)
        .join(meant, meant.c.delegate == delegates.c.id)
        .where(or_(meant.c.reachability.is_(None), meant.c.reachability != "linked"))
    )
    return (await connection.execute(query.order_by(delegates.c.name_key))).all()


async def choices(connection: AsyncConnection, conference: ConferenceId, kind: str) -> list[tuple[int, str]]:
    """What can be chosen of a listed kind: id, name."""
    table, name = {
        "group": (groups, groups.c.description),
        "unit": (units, units.c.name),
        "session": (sessions, sessions.c.title),
    }[kind]
    query = select(table.c.id, name).where(table.c.conference_id == conference).order_by(table.c.position, table.c.id)
    return [(int(key), str(label)) for key, label in (await connection.execute(query)).all()]


async def outcomes(connection: AsyncConnection, notice: NoticeId) -> list[tuple[str, str | None, int, int]]:
    """Deliveries of a notice by state and reason: state, reason, how many, how many acknowledged."""
    query = (
        select(deliveries.c.state, deliveries.c.reason, func.count(), func.count(deliveries.c.acknowledged_at))
        .where(deliveries.c.notice_id == notice)
        .group_by(deliveries.c.state, deliveries.c.reason)
        .order_by(deliveries.c.state, deliveries.c.reason)
    )
    return [(row[0], row[1], int(row[2]), int(row[3])) for row in (await connection.execute(query)).all()]


async def missed(connection: AsyncConnection, notice: NoticeId) -> Sequence[Any]:
    """Whom a notice has not reached: name, post, unit_text, phone, state, reason; also focal people."""
    out = ("unreachable", "failed", "uncertain", "cancelled")
    unit = (
        select(units.c.name)
        .join(focal_people, focal_people.c.unit_id == units.c.id)
        .where(focal_people.c.account_id == deliveries.c.chat_id, units.c.conference_id == deliveries.c.conference_id)
        .limit(1)
        .scalar_subquery()
    )
    called = (
        select(focal_people.c.name)
        .where(
            focal_people.c.account_id == deliveries.c.chat_id,
            focal_people.c.conference_id == deliveries.c.conference_id,
        )
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(
            func.coalesce(delegates.c.name, called).label("name"),
            delegates.c.post,
            func.coalesce(delegates.c.unit_text, unit).label("unit_text"),
            delegates.c.phone,
            deliveries.c.state,
            deliveries.c.reason,
        )
        .outerjoin(delegates, delegates.c.id == deliveries.c.delegate_id)
        .where(deliveries.c.notice_id == notice, deliveries.c.state.in_(out))
        .order_by(delegates.c.name_key.is_(None), delegates.c.name_key, deliveries.c.id)
    )
    return (await connection.execute(query)).all()
