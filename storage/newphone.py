"""A delegate whose phone is lost: what waits for the next account, and what the old one still is."""

from datetime import datetime

from sqlalchemy import and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, DelegateId
from storage.schema import deliveries, focal_people, journal, notices, organizers

NEW_PHONE = "new_phone"
"""Why a delivery waits for an account that is not there yet."""
LOST = "phone_lost"
"""What the journal says when an account is taken away from a line of a list."""


async def offices_in(connection: AsyncConnection, conference: ConferenceId, account_id: AccountId) -> int:
    """How many roles besides that of a delegate the account has in a conference."""
    found = 0
    for table in (organizers, focal_people):
        here = (table.c.conference_id == conference) & (table.c.account_id == account_id)
        found += int((await connection.execute(select(func.count()).select_from(table).where(here))).scalar_one())
    return found


async def hold(
    connection: AsyncConnection, conference: ConferenceId, delegate: DelegateId, account: AccountId, everything: bool
) -> None:
    """What still waits for a delegate's lost account waits for their next one (or only what is about them).

    What was to change a message there is given up: the next account has no such message.
    """
    theirs = select(notices.c.id).where(notices.c.subject == "delegate", notices.c.subject_id == delegate)
    mine = or_(deliveries.c.delegate_id == delegate, deliveries.c.notice_id.in_(theirs))
    had = select(deliveries.c.notice_id).where(deliveries.c.delegate_id == delegate, deliveries.c.chat_id != account)
    which = [
        deliveries.c.conference_id == conference,
        deliveries.c.chat_id == account,
        deliveries.c.state == "waiting",
        *([] if everything else [mine]),
    ]
    changes = deliveries.c.notice_id.in_(select(notices.c.id).where(notices.c.way != "say"))
    await connection.execute(update(deliveries).where(*which, changes).values(state="cancelled"))
    values = {"chat_id": None, "delegate_id": delegate, "state": "unreachable", "reason": NEW_PHONE}
    await connection.execute(update(deliveries).where(*which, deliveries.c.notice_id.not_in(had)).values(values))


async def give_held(connection: AsyncConnection, delegate: DelegateId, account: AccountId, now: datetime) -> int:
    """The delegate has a new account, which gets what was held for it; how many. What is useless by now is not sent."""
    there = select(deliveries.c.notice_id).where(deliveries.c.chat_id == account)
    held = and_(
        deliveries.c.delegate_id == delegate,
        deliveries.c.state == "unreachable",
        deliveries.c.reason == NEW_PHONE,
        deliveries.c.notice_id.not_in(there),
    )
    values = {"chat_id": account, "state": "waiting", "reason": None, "due_at": now}
    return int((await connection.execute(update(deliveries).where(held).values(values))).rowcount)


async def wants_link(connection: AsyncConnection, delegate: DelegateId) -> bool:
    """Whether only a new link lets the delegate in: their last account was taken away, and is not to come back."""
    query = select(journal.c.act).where(
        journal.c.subject == "delegate", journal.c.subject_id == delegate, journal.c.act.in_(("joined", LOST))
    )
    return (await connection.execute(query.order_by(journal.c.id.desc()).limit(1))).scalar() == LOST
