"""Whom notices of a conference go to: statements of account, delegate and reachability."""

from typing import Any

from sqlalchemy import Select, cast, func, null, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import ConferenceId, DelegateId
from storage.schema import accounts, delegates, focal_people
from storage.types import Key

_STAY_AWAY = ("declined", "substituted")


def attending(conference: ConferenceId) -> Select[Any]:
    """The linked delegates who have not declined and sent nobody in their place."""
    return (
        select(accounts.c.account_id, delegates.c.id, accounts.c.reachability)
        .join(accounts, accounts.c.account_id == delegates.c.account_id)
        .where(
            delegates.c.conference_id == conference,
            delegates.c.state == "invited",
            delegates.c.rsvp.not_in(_STAY_AWAY),
        )
    )


def concerned(conference: ConferenceId) -> Select[Any]:
    """The delegates who have not declined or sent somebody in their place, linked or not, and the focal people."""
    mine = delegates.c.conference_id == conference
    invited = (
        select(accounts.c.account_id, delegates.c.id, accounts.c.reachability)
        .select_from(delegates.outerjoin(accounts, accounts.c.account_id == delegates.c.account_id))
        .where(mine, delegates.c.state == "invited", delegates.c.rsvp.not_in(_STAY_AWAY))
    )
    named = select(delegates.c.account_id).where(mine, delegates.c.account_id.is_not(None))
    focal = (
        select(accounts.c.account_id, cast(null(), Key), accounts.c.reachability)
        .join(focal_people, focal_people.c.account_id == accounts.c.account_id)
        .where(focal_people.c.conference_id == conference, accounts.c.account_id.not_in(named))
        .distinct()
    )
    return select(invited.union_all(focal).subquery())


def one(who: DelegateId) -> Select[Any]:
    """One delegate, linked or not."""
    found = delegates.outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)
    query = select(accounts.c.account_id, delegates.c.id, accounts.c.reachability).select_from(found)
    return query.where(delegates.c.id == who)


async def count_reachable(connection: AsyncConnection, recipients: Select[Any]) -> int:
    """How many of them can be written to."""
    people = recipients.subquery()
    query = select(func.count()).select_from(people).where(people.c.reachability == "linked")
    return int((await connection.execute(query)).scalar_one())
