"""A delegate whose phone is lost: what waits for the next account, and what the old one still is."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, false, func, literal_column, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, DelegateId
from storage.schema import accounts, conferences, delegates, deliveries, focal_people, journal, notices, organizers

NEW_PHONE = "new_phone"
"""Why a delivery waits for an account that is not there yet."""
LOST = "phone_lost"
"""What the journal says when an account is taken away from a line of a list."""
HELD = and_(
    deliveries.c.state == "unreachable",
    deliveries.c.reason == literal_column(f"'{NEW_PHONE}'"),  # in so many words, as in the index
)
PENDING = or_(deliveries.c.state == "waiting", HELD)
"""Not sent yet, and to be sent: what is taken back or said anew while it waits is so while it is held, too."""
_NOBODYS: dict[str, None] = {"owner": None, "lease_until": None}
"""Whoever sends it in this moment records nothing of it."""
_IN_TURN = 30
"""All that was held is as urgent as any notice, so that it comes in the order in which it was said."""
_GREETED = ("rsvp", "recorded")
"""What the greeting of a new account says anyhow: whether the person comes, and to which sessions."""


async def offices_in(connection: AsyncConnection, conference: ConferenceId, account_id: AccountId) -> int:
    """How many roles besides that of a delegate the account has in a conference."""
    found = 0
    for table in (organizers, focal_people):
        here = (table.c.conference_id == conference) & (table.c.account_id == account_id)
        found += int((await connection.execute(select(func.count()).select_from(table).where(here))).scalar_one())
    return found


async def elsewhere(connection: AsyncConnection, conference: ConferenceId, account: AccountId) -> int:
    """In how many other conferences that are not over the account is linked to somebody on the list."""
    open_ones = select(conferences.c.conference_id).where(conferences.c.state != "closed")
    query = select(func.count()).select_from(delegates)
    query = query.where(
        delegates.c.account_id == account,
        delegates.c.conference_id != conference,
        delegates.c.conference_id.in_(open_ones),
    )
    return int((await connection.execute(query)).scalar_one())


async def lost_by(connection: AsyncConnection, lines: Sequence[int]) -> list[AccountId]:
    """The accounts that were taken away from these lines of lists and are nobody anywhere else."""
    query = select(journal.c.subject_id, journal.c.act, journal.c.account_id).where(
        journal.c.subject == "delegate", journal.c.subject_id.in_(lines), journal.c.act.in_(("joined", LOST))
    )
    holder: dict[int, int | None] = {}
    lost: set[int] = set()
    for line, act, account in (await connection.execute(query.order_by(journal.c.id))).all():
        before = holder.get(line)
        if act == LOST and before is not None:
            lost.add(before)
        holder[line] = None if act == LOST else account
    for table in (delegates, organizers, focal_people):
        still = select(table.c.account_id).where(table.c.account_id.in_(lost))
        lost -= set((await connection.execute(still)).scalars())
    owners = select(accounts.c.account_id).where(accounts.c.account_id.in_(lost), accounts.c.is_owner)
    return [AccountId(each) for each in sorted(lost - set((await connection.execute(owners)).scalars()))]


async def hold(
    connection: AsyncConnection, conference: ConferenceId, delegate: DelegateId, account: AccountId, everything: bool
) -> None:
    """What still waits for a delegate's lost account waits for their next one (or only what is about them).

    What was to change a message there is given up: the next account has no such message. So is what they have got
    in another chat. What is on its way in this moment nobody may be there to read: it is held, too.
    """
    theirs = select(notices.c.id).where(notices.c.subject == "delegate", notices.c.subject_id == delegate)
    mine = or_(deliveries.c.delegate_id == delegate, deliveries.c.notice_id.in_(theirs))
    had = select(deliveries.c.notice_id).where(deliveries.c.delegate_id == delegate, deliveries.c.chat_id != account)
    which = [
        deliveries.c.conference_id == conference,
        deliveries.c.chat_id == account,
        deliveries.c.state.in_(("waiting", "sending")),
        *([] if everything else [mine]),
    ]
    changes = deliveries.c.notice_id.in_(select(notices.c.id).where(notices.c.way != "say"))
    needless = or_(changes, deliveries.c.notice_id.in_(had))
    await connection.execute(update(deliveries).where(*which, needless).values(state="cancelled", **_NOBODYS))
    values = {"chat_id": None, "delegate_id": delegate, "state": "unreachable", "reason": NEW_PHONE}
    values |= _NOBODYS
    await connection.execute(update(deliveries).where(*which).values(values))


async def give_held(connection: AsyncConnection, delegate: DelegateId, account: AccountId, now: datetime) -> int:
    """The delegate has a new account, which gets what was held for it, and what was said to all since; how many.

    Not what is of no use by now, nor what the greeting says: where they stand.
    """
    since = await _lost_at(connection, delegate)
    if since is None:
        return 0
    over = or_(notices.c.useful_until <= now, notices.c.kind.in_(_GREETED))
    there = select(deliveries.c.notice_id).where(deliveries.c.chat_id == account)
    mine = deliveries.c.delegate_id == delegate
    gone = deliveries.c.notice_id.in_(select(notices.c.id).where(over))
    await connection.execute(update(deliveries).where(mine, HELD, gone).values(state="superseded", reason="superseded"))
    held = and_(mine, HELD, deliveries.c.notice_id.not_in(there))
    values = {"chat_id": account, "state": "waiting", "reason": None, "due_at": now}
    values |= {"urgency": _IN_TURN, "turn": now}
    given = (await connection.execute(update(deliveries).where(held).values(values))).rowcount
    fresh = select(notices.c.id).where(notices.c.created_at >= since, ~func.coalesce(over, false()))
    told = and_(deliveries.c.state == "unreachable", deliveries.c.reason == "not_linked")
    missed = and_(mine, told, deliveries.c.notice_id.in_(fresh), deliveries.c.notice_id.not_in(there))
    return int(given + (await connection.execute(update(deliveries).where(missed).values(values))).rowcount)


async def wants_link(connection: AsyncConnection, delegate: DelegateId) -> bool:
    """Whether only a new link lets the delegate in: their last account was taken away, and is not to come back."""
    return await _lost_at(connection, delegate) is not None


async def _lost_at(connection: AsyncConnection, delegate: DelegateId) -> datetime | None:
    """When the delegate's account was taken away, where no other has come since."""
    query = select(journal.c.act, journal.c.at).where(
        journal.c.subject == "delegate", journal.c.subject_id == delegate, journal.c.act.in_(("joined", LOST))
    )
    last = (await connection.execute(query.order_by(journal.c.id.desc()).limit(1))).first()
    return last.at if last is not None and last.act == LOST else None
