"""Everything kept about one person, and its removal: what must stay for the record stays without the person."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, func, null, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delegates import ERASED_NAME
from domain.ids import AccountId, DelegateId
from storage import agendas, quoted, taskhistory, traces
from storage import answered as by_bot
from storage.newphone import LOST, PENDING, lost_by
from storage.schema import (
    accounts,
    agenda_messages,
    answered,
    broadcasts,
    check_in_posts,
    check_in_tokens,
    check_in_tries,
    check_ins,
    conferences,
    delegates,
    deliveries,
    documents,
    focal_people,
    forms,
    inbox,
    invitations,
    journal,
    kind_organizers,
    live_screens,
    logistics,
    notices,
    organizers,
    polls,
    publications,
    questions,
    task_history,
    task_replies,
    task_units,
    tasks,
    unit_organizers,
    units,
)

_ACTORS: tuple[tuple[Table, str], ...] = (
    (publications, "published_by"),
    (tasks, "acted_by"),
    (task_history, "account_id"),
    (task_units, "acknowledged_by"),
    (invitations, "created_by"),
    (invitations, "used_by"),
    (invitations, "replaces"),
    (questions, "answered_by"),
    (documents, "account_id"),
    (journal, "account_id"),
    (check_ins, "account_id"),
    (broadcasts, "progress_chat"),
    (polls, "created_by"),
)
"""Where a number says who did something; the act stays, the number goes."""

NOBODY: dict[str, Any] = {
    "name": ERASED_NAME,
    "name_key": "",
    "post": None,
    "unit_text": None,
    "phone": None,
    "rsvp_reason": None,
    "account_id": None,
}
"""A line of a list without its person."""


def _mine(account: AccountId) -> ColumnElement[bool]:
    """The person's lines: linked to their account, or to nobody since they withdrew, having been linked to it last."""
    last = (
        select(func.max(journal.c.id))
        .where(journal.c.subject == "delegate", journal.c.act.in_((*_LINKS, LOST)))
        .group_by(journal.c.subject_id)
    )
    own = (journal.c.account_id == account) & journal.c.act.in_(_LINKS)  # an account on a lost phone is nobody's
    left = select(journal.c.subject_id).where(journal.c.id.in_(last), own)
    nobodys = delegates.c.account_id.is_(None) & (delegates.c.name_key != "")
    return or_(delegates.c.account_id == account, nobodys & delegates.c.id.in_(left))


_LINKS = ("joined", "place_left")
"""What the journal says when an account comes to a line of a list, and when it leaves it."""


async def places(connection: AsyncConnection, account: AccountId) -> list[Any]:
    """The person's rows on lists of delegates, with the conference's title."""
    query = (
        select(delegates, conferences.c.title.label("conference"))
        .join(conferences, conferences.c.conference_id == delegates.c.conference_id)
        .where(_mine(account))
        .order_by(delegates.c.conference_id, delegates.c.id)
    )
    return list((await connection.execute(query)).all())


async def traces_of(connection: AsyncConnection, account: AccountId) -> list[traces.Trace]:
    """What the person said in conferences: speeches, votes, remarks, sessions left out."""
    return await traces.of(connection, await _lines_of(connection, account))


async def offices(connection: AsyncConnection, account: AccountId) -> list[Any]:
    """The person's roles: conference, role, the name given, the unit where they are its focal person."""
    helping = (
        select(conferences.c.title.label("conference"), organizers.c.role, organizers.c.name)
        .join(conferences, conferences.c.conference_id == organizers.c.conference_id)
        .where(organizers.c.account_id == account)
    )
    answering = (
        select(conferences.c.title.label("conference"), units.c.name.label("unit"), focal_people.c.name)
        .join(units, units.c.id == focal_people.c.unit_id)
        .join(conferences, conferences.c.conference_id == focal_people.c.conference_id)
        .where(focal_people.c.account_id == account)
    )
    return [*(await connection.execute(helping)).all(), *(await connection.execute(answering)).all()]


async def asked(connection: AsyncConnection, account: AccountId) -> list[Any]:
    """The questions the person asked, also from a phone they lost, with their answers."""
    theirs = await _phones_of(connection, account)
    people = select(questions.c.text, questions.c.asked_at, questions.c.answer).where(
        questions.c.account_id.in_(theirs)
    )
    bot = select(answered.c.text, answered.c.asked_at, null()).where(answered.c.account_id.in_(theirs))
    rows = (await connection.execute(people.union_all(bot))).all()
    return sorted(rows, key=lambda row: row.asked_at)


async def messages(connection: AsyncConnection, account: AccountId) -> int:
    """How many notices were meant for the person."""
    theirs = deliveries.c.chat_id.in_(await _phones_of(connection, account))
    query = select(func.count()).select_from(deliveries).where(theirs)
    return int((await connection.execute(query)).scalar_one())


async def unlink(connection: AsyncConnection, account: AccountId, now: datetime) -> None:
    """The account has no place and no role any more; lists keep the names they had."""
    await connection.execute(update(delegates).where(delegates.c.account_id == account).values(account_id=None))
    for table in (
        organizers,
        focal_people,
        unit_organizers,
        kind_organizers,
        forms,
        check_in_posts,
        check_in_tries,
        live_screens,
    ):
        await connection.execute(delete(table).where(table.c.account_id == account))
    await cancel(connection, deliveries.c.chat_id == account)
    cleared: dict[str, Any] = {"consent_version": None, "consented_at": None, "pending_token": None}
    cleared |= {"conference_id": None, "is_owner": False}
    await connection.execute(update(accounts).where(accounts.c.account_id == account).values(cleared))


async def erase(connection: AsyncConnection, account: AccountId, now: datetime, update_id: int | None) -> None:
    """Nothing points to the person any more. Their rows stay for the sums, without name, post, unit or phone.

    What they said from a phone that they lost goes with it, unless its account has a role of its own.
    """
    for each in await _phones_of(connection, account):
        await _erase_account(connection, each, now, update_id)


async def _phones_of(connection: AsyncConnection, account: AccountId) -> list[AccountId]:
    """The accounts of the phones that the person lost, where those are nobody else by now, then their own."""
    lost = await lost_by(connection, await _lines_of(connection, account))
    return [*(each for each in lost if each != account), account]


async def _lines_of(connection: AsyncConnection, account: AccountId) -> Sequence[int]:
    return (await connection.execute(select(delegates.c.id).where(_mine(account)))).scalars().all()


async def _erase_account(connection: AsyncConnection, account: AccountId, now: datetime, update_id: int | None) -> None:
    mine = await _lines_of(connection, account)
    await _forget_notices(connection, account, mine)
    await connection.execute(
        update(invitations)
        .where(invitations.c.delegate_id.in_(mine), invitations.c.used_at.is_(None), invitations.c.revoked_at.is_(None))
        .values(revoked_at=now)
    )
    await _forget_the_day(connection, mine)
    await _empty(connection, mine)
    await connection.execute(update(invitations).where(invitations.c.used_by == account).values(name=None))
    await unlink(connection, account, now)
    for table, column in _ACTORS:
        await connection.execute(update(table).where(table.c[column] == account).values({column: None}))
    await connection.execute(delete(task_replies).where(task_replies.c.account_id == account))
    await taskhistory.forget_colleague(connection, account)
    await connection.execute(update(broadcasts).where(broadcasts.c.author == account).values(author=0))
    await forget_questions(connection, questions.c.account_id == account)
    await by_bot.forget(connection, answered.c.account_id == account)
    await agendas.forget(connection, agenda_messages.c.chat_id == account)
    handled = or_(inbox.c.done_at.is_not(None), inbox.c.update_id == update_id)
    mine_there = inbox.c.chat_id == account
    await connection.execute(update(inbox).where(mine_there, handled).values(raw="{}", chat_id=None, reply=None))
    await connection.execute(delete(accounts).where(accounts.c.account_id == account))


async def forget_lines(connection: AsyncConnection, lines: Sequence[int]) -> None:
    """Nobody stands on these lines any more: they, what was said of them, and what was arranged lose the person."""
    await _forget_said(connection, await _about(connection, lines))
    await _forget_originals(connection, lines)
    for table in (logistics, check_in_tokens):
        await connection.execute(delete(table).where(table.c.delegate_id.in_(lines)))
    await _empty(connection, lines)


async def _empty(connection: AsyncConnection, lines: Sequence[int]) -> None:
    await connection.execute(update(delegates).where(delegates.c.id.in_(lines)).values(NOBODY))
    await traces.forget(connection, lines)


async def _forget_the_day(connection: AsyncConnection, mine: Sequence[int]) -> None:
    """That they came is kept without them; what was arranged, their codes, and what the staff looked for, is not."""
    for table in (logistics, check_in_tokens):
        await connection.execute(delete(table).where(table.c.delegate_id.in_(mine)))
    there = select(delegates.c.conference_id).where(delegates.c.id.in_(mine))
    await connection.execute(update(check_in_posts).where(check_in_posts.c.conference_id.in_(there)).values(query=None))


async def _forget_notices(connection: AsyncConnection, account: AccountId, mine: Sequence[int]) -> None:
    """Notices about the person, or said to nobody else, lose their words; none of them is sent any more."""
    others = select(deliveries.c.notice_id).where(deliveries.c.chat_id != account)
    own = select(deliveries.c.notice_id).where(deliveries.c.chat_id == account, deliveries.c.notice_id.not_in(others))
    wrote = select(questions.c.id).where(questions.c.account_id == account)
    asked_it = (notices.c.subject == "question") & notices.c.subject_id.in_(wrote)
    left = (notices.c.subject == "account") & (notices.c.subject_id == account)
    more = (await connection.execute(select(notices.c.id).where(or_(asked_it, left, notices.c.id.in_(own))))).scalars()
    await _forget_said(connection, [*await _about(connection, mine), *more])
    await connection.execute(update(notices).where(left).values(subject=None, subject_id=None))
    await _forget_originals(connection, mine)
    await quoted.forget(connection, account, mine)
    await cancel(connection, deliveries.c.chat_id == account)
    theirs = update(deliveries).where(deliveries.c.chat_id == account)
    await connection.execute(theirs.values(chat_id=None, data=None, owner=None))


async def _about(connection: AsyncConnection, lines: Sequence[int]) -> Sequence[int]:
    query = select(notices.c.id).where(notices.c.subject == "delegate", notices.c.subject_id.in_(lines))
    return (await connection.execute(query)).scalars().all()


async def _forget_said(connection: AsyncConnection, gone: Sequence[int]) -> None:
    """These notices lose their words, and are not sent any more."""
    await cancel(connection, deliveries.c.notice_id.in_(gone))
    await connection.execute(update(notices).where(notices.c.id.in_(gone)).values(data={}))


async def _forget_originals(connection: AsyncConnection, lines: Sequence[int]) -> None:
    """What was said of a substitute no longer names the person whose place they take."""
    theirs = select(delegates.c.id).where(delegates.c.substitute_for.in_(lines))
    about = (notices.c.subject == "delegate") & notices.c.subject_id.in_(theirs)
    for row in (await connection.execute(select(notices.c.id, notices.c.data).where(about))).all():
        if "original" in row.data:
            without = row.data | {"original": ERASED_NAME, "original_post": None}
            await connection.execute(update(notices).where(notices.c.id == row.id).values(data=without))


async def cancel(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """Deliveries that wait, or are held for a next phone, are not sent any more.

    What is on its way in this moment cannot be stopped; but whoever sends it neither records to whom nor repeats it.
    """
    stopped = {"state": "cancelled", "owner": None, "lease_until": None}
    await connection.execute(
        update(deliveries).where(which, or_(PENDING, deliveries.c.state == "sending")).values(stopped)
    )


async def left_by(connection: AsyncConnection, line: DelegateId) -> AccountId | None:
    """The account that has left a line of a list, where it was the last that came to it."""
    query = select(journal.c.act, journal.c.account_id).where(
        journal.c.subject == "delegate", journal.c.subject_id == line, journal.c.act.in_((*_LINKS, LOST))
    )
    row = (await connection.execute(query.order_by(journal.c.id.desc()).limit(1))).first()
    return row.account_id if row is not None and row.act == _LINKS[1] else None


async def forget_questions(connection: AsyncConnection, which: ColumnElement[bool]) -> None:
    """Questions stay as numbers, without who asked what."""
    unanswered = update(questions).where(which, questions.c.answer.is_(None))
    await connection.execute(unanswered.values(account_id=0, text=ERASED_NAME, text_key=""))
    await connection.execute(
        update(questions).where(which).values(account_id=0, text=ERASED_NAME, text_key="", answer=ERASED_NAME)
    )
