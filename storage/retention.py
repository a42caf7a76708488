"""The end of the time for which a conference's people are kept: when it is, and what goes then."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import delete, func, select, union, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delegates import ERASED_NAME
from domain.ids import ConferenceId
from storage import agendas, taskhistory, traces
from storage import answered as by_bot
from storage.privacy import NOBODY, cancel, forget_questions
from storage.schema import (
    accounts,
    agenda_messages,
    answered,
    check_in_posts,
    check_in_tokens,
    check_in_tries,
    check_ins,
    conferences,
    delegates,
    deliveries,
    focal_people,
    forms,
    invitations,
    journal,
    logistics,
    notices,
    organizers,
    questions,
    sessions,
    task_replies,
)


async def last_days(connection: AsyncConnection) -> dict[ConferenceId, date]:
    """The last day of each conference: its own, or its sessions' where that is later.

    Where no day is known it is the day on which the organizers have closed it; one that is neither is not over.
    """
    held = (sessions.c.conference_id == conferences.c.conference_id) & (sessions.c.state != "cancelled")
    closed = (journal.c.conference_id == conferences.c.conference_id) & (journal.c.act == "conference_closed")
    days = select(func.max(sessions.c.day)).where(held).scalar_subquery()
    closing = select(func.max(journal.c.at)).where(closed, conferences.c.state == "closed").scalar_subquery()
    query = select(conferences.c.conference_id, conferences.c.starts_on, conferences.c.ends_on, days, closing)
    found: dict[ConferenceId, date] = {}
    for key, starts, ends, last, at in (await connection.execute(query)).all():
        known = [day for day in (starts, ends, last) if day is not None]
        if known or at is not None:
            found[ConferenceId(key)] = max(known) if known else at.date()
    return found


async def due_for_purge(connection: AsyncConnection, before: date) -> list[ConferenceId]:
    """Conferences that ended before a day and still name people: on lists, on links, helping, answering for units."""
    ended = [key for key, last in (await last_days(connection)).items() if last < before]
    named: set[int] = set()
    for table, names in (
        (delegates, delegates.c.name != ERASED_NAME),
        *((each, each.c.name.is_not(None)) for each in (invitations, organizers, focal_people)),
        (questions, questions.c.account_id != 0),
    ):
        there = table.c.conference_id.in_(ended)
        named |= set((await connection.execute(select(table.c.conference_id).where(there, names).distinct())).scalars())
    return [key for key in sorted(ended) if key in named]


async def purge(connection: AsyncConnection, conference: ConferenceId, now: datetime) -> int:
    """Remove everybody's data of a conference, the sums kept; how many people."""
    listed = update(delegates).where(delegates.c.conference_id == conference)
    came = select(delegates.c.account_id).where(
        delegates.c.conference_id == conference, delegates.c.account_id.is_not(None)
    )
    guests = (await connection.execute(came)).scalars().all()
    changed = await connection.execute(listed.values(NOBODY))
    links = update(invitations).where(invitations.c.conference_id == conference)
    await connection.execute(links.values(used_by=None, name=None))
    await connection.execute(links.where(invitations.c.revoked_at.is_(None)).values(revoked_at=now))
    for table in (organizers, focal_people):
        await connection.execute(update(table).where(table.c.conference_id == conference).values(name=None))
    for table in (logistics, check_in_tokens, check_in_posts, check_in_tries):
        await connection.execute(delete(table).where(table.c.conference_id == conference))
    await connection.execute(update(check_ins).where(check_ins.c.conference_id == conference).values(account_id=None))
    await forget_questions(connection, questions.c.conference_id == conference)
    await by_bot.forget(connection, answered.c.conference_id == conference)
    await agendas.forget(connection, agenda_messages.c.conference_id == conference)
    here = notices.c.conference_id == conference
    await cancel(connection, deliveries.c.notice_id.in_(select(notices.c.id).where(here)))
    await connection.execute(update(notices).where(here).values(data={}))
    said = update(deliveries).where(deliveries.c.conference_id == conference)
    await connection.execute(said.values(chat_id=None, data=None, owner=None))
    await connection.execute(update(journal).where(journal.c.conference_id == conference).values(account_id=None))
    await traces.purge(connection, conference)
    await taskhistory.forget_people(connection, conference)
    for typed in (forms, task_replies):
        await connection.execute(delete(typed).where(typed.c.conference_id == conference))
    await _forget_guests(connection, guests)
    return int(changed.rowcount)


async def _forget_guests(connection: AsyncConnection, guests: Sequence[int]) -> None:
    """Accounts that stand nowhere any more are not known any more."""
    for at in range(0, len(guests), _AT_ONCE):
        some = guests[at : at + _AT_ONCE]
        staying = (
            await connection.execute(
                union(
                    *(
                        select(table.c.account_id).where(table.c.account_id.in_(some))
                        for table in (delegates, organizers, focal_people)
                    ),
                    select(accounts.c.account_id).where(accounts.c.account_id.in_(some), accounts.c.is_owner),
                )
            )
        ).scalars()
        gone = set(some) - set(staying)
        await connection.execute(update(journal).where(journal.c.account_id.in_(gone)).values(account_id=None))
        await connection.execute(delete(accounts).where(accounts.c.account_id.in_(gone)))


_AT_ONCE = 1000
"""Accounts in a statement; databases bear only so many parameters."""


async def forget_unused_links(connection: AsyncConnection, now: datetime) -> int:
    """Links for helpers that nobody has used and nobody can use any more lose the name on them; how many."""
    over = invitations.c.revoked_at.is_not(None) | (invitations.c.expires_at < now)
    unused = invitations.c.used_at.is_(None) & invitations.c.name.is_not(None)
    changed = await connection.execute(update(invitations).where(unused, over).values(name=None))
    return int(changed.rowcount)
