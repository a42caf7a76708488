"""Where everybody's link stands, and who took lists out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import ConferenceId, DelegateId
from domain.joining import LinkState, link_state
from storage.schema import delegates, focal_people, invitations, journal, organizers


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLink:
    """A person on the list and the state of their newest link."""

    delegate: DelegateId
    name: str
    post: str | None
    unit: str | None
    state: LinkState
    opened_at: datetime | None


async def of_everybody(
    connection: AsyncConnection, conference: ConferenceId, now: datetime, only: DelegateId | None = None
) -> list[PersonLink]:
    """Everybody invited (or one of them), in the order of the list, with the newest link's state."""
    mine = invitations.c.delegate_id == delegates.c.id
    query = (
        select(
            delegates,
            invitations.c.token,
            invitations.c.created_at.label("made_at"),
            invitations.c.opened_at,
            invitations.c.expires_at,
            invitations.c.revoked_at,
        )
        .select_from(delegates.outerjoin(invitations, mine))
        .where(delegates.c.conference_id == conference, delegates.c.state == "invited", delegates.c.name_key != "")
        .order_by(delegates.c.id, invitations.c.created_at, invitations.c.token)
    )
    if only is not None:
        query = query.where(delegates.c.id == only)
    newest = {row.id: _person(row, now) for row in (await connection.execute(query)).all()}
    return list(newest.values())


def _person(row: Any, now: datetime) -> PersonLink:
    state = link_state(row.account_id is not None, row.made_at, row.opened_at, row.expires_at, row.revoked_at, now)
    return PersonLink(
        delegate=DelegateId(row.id),
        name=row.name,
        post=row.post,
        unit=row.unit_text,
        state=state,
        opened_at=row.opened_at,
    )


async def exports(
    connection: AsyncConnection, conference: ConferenceId, acts: Sequence[str], limit: int
) -> Sequence[Any]:
    """The newest lines of the journal for these acts: act, at, data, and the name of who did it, if they gave one."""
    named = func.coalesce(organizers.c.name, focal_people.c.name).label("who")
    organizer = and_(
        organizers.c.account_id == journal.c.account_id, organizers.c.conference_id == journal.c.conference_id
    )
    focal = and_(
        focal_people.c.account_id == journal.c.account_id, focal_people.c.conference_id == journal.c.conference_id
    )
    query = (
        select(journal.c.id, journal.c.act, journal.c.at, journal.c.data, func.max(named).label("who"))
        .select_from(journal.outerjoin(organizers, organizer).outerjoin(focal_people, focal))
        .where(journal.c.conference_id == conference, journal.c.act.in_(acts))
        .group_by(journal.c.id, journal.c.act, journal.c.at)
        .order_by(journal.c.id.desc())
        .limit(limit)
    )
    return (await connection.execute(query)).all()
