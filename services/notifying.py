"""The one place where notices are put into the outbox. Rows first, messages second.

A notice is a view, said to many; each recipient has one delivery. Both uniquenesses are the database's: a notice
with a `dedup` key exists once, and a chat gets a notice once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, StrEnum
from typing import Any

from sqlalchemy import Row, Select, String, case, cast, insert, literal, null, select

from domain.ids import AccountId, NoticeId
from domain.views import registered
from services.desk import Work
from storage.codec import to_json
from storage.database import insert_new, learn_sizes
from storage.schema import accounts, deliveries, notices
from storage.types import Instant, Key

_MANY = 2000  # recipients


class Urgency(IntEnum):
    """The order in which the pacer takes waiting notices; replies go before all of them on their own lane.

    Of reminders those come first whose session begins first, of all others those that were due first.
    """

    URGENT = 10
    REMINDER = 20
    NOTICE = 30
    BROADCAST = 40


class Policy(StrEnum):
    """What becomes of a notice that may or may not have arrived: sent once more, or held for the organizer."""

    RESEND = "resend"
    HOLD = "hold"


class Way(StrEnum):
    """A notice is said, or takes the place of one that was said, or takes it away."""

    SAY = "say"
    EDIT = "edit"
    DELETE = "delete"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """What is to be said, and how: `it` is a view with a template.

    `subject` and `subject_id` say what it is about, so that a change can supersede what still waits.
    After `useful_until` it is not sent any more. At `chase_at` those who have not pressed *received* are asked once.
    """

    kind: str
    it: Any
    urgency: Urgency = Urgency.NOTICE
    policy: Policy = Policy.RESEND
    dedup: str | None = None
    subject: str | None = None
    subject_id: int | None = None
    useful_until: datetime | None = None
    wants_receipt: bool = False
    due_at: datetime | None = None
    way: Way = Way.SAY
    chase_at: datetime | None = None


def _turn(work: Work, notice: Notice) -> datetime:
    """Its place among the equally urgent."""
    due_at = notice.due_at or work.now
    return notice.useful_until or due_at if notice.urgency is Urgency.REMINDER else due_at


async def announce(work: Work, notice: Notice) -> NoticeId | None:
    """Store the notice; None when one with the same `dedup` key was stored before."""
    new = insert_new(work.connection, notices, ["conference_id", "dedup"]).values(_row(work, notice))
    key = (await work.connection.execute(new.returning(notices.c.id))).scalar()
    return None if key is None else NoticeId(key)


def _row(work: Work, notice: Notice) -> dict[str, Any]:
    if type(notice.it) not in registered:
        raise TypeError(f"{type(notice.it).__name__} is not a view")
    return {
        "conference_id": work.conference,
        "kind": notice.kind,
        "view": registered[type(notice.it)],
        "data": to_json(notice.it),
        "urgency": int(notice.urgency),
        "policy": notice.policy.value,
        "dedup": notice.dedup,
        "subject": notice.subject,
        "subject_id": notice.subject_id,
        "useful_until": notice.useful_until,
        "wants_receipt": notice.wants_receipt,
        "way": notice.way.value,
        "chase_at": notice.chase_at,
        "created_at": work.now,
    }


async def notify(work: Work, notice: Notice, people: Iterable[AccountId]) -> NoticeId | None:
    """A notice to these accounts; blocked ones are kept as unreachable. None when it had been said before."""
    query = select(accounts.c.account_id, cast(null(), Key).label("delegate_id"), accounts.c.reachability).where(
        accounts.c.account_id.in_(list(people))
    )
    return await notify_selected(work, notice, query)


async def notify_each(work: Work, said: Sequence[tuple[Notice, Sequence[AccountId]]]) -> set[AccountId]:
    """Several notices, each to its own people, in three statements however many they are; who is told of any.

    Each of them needs a `dedup` key of its own; one that was said before tells nobody.
    """
    if not said:
        return set()
    new = insert_new(work.connection, notices, ["conference_id", "dedup"]).returning(notices.c.id, notices.c.dedup)
    stored = (await work.connection.execute(new, [_row(work, notice) for notice, _ in said])).all()
    keys = {row.dedup: row.id for row in stored}
    everybody = {account for _, people in said for account in people}
    query = select(accounts.c.account_id, accounts.c.reachability).where(accounts.c.account_id.in_(everybody))
    known = {row.account_id: row.reachability for row in (await work.connection.execute(query)).all()}
    rows = [
        _delivery(work, keys[notice.dedup], notice, account, known[account])
        for notice, people in said
        if notice.dedup in keys
        for account in people
        if account in known
    ]
    if rows:
        await work.connection.execute(insert(deliveries), rows)
        work.notified = True
    return {row["chat_id"] for row in rows}


def _delivery(work: Work, key: int, notice: Notice, account: AccountId, reachability: str) -> dict[str, Any]:
    reached = reachability == "linked"
    row: dict[str, Any] = {"conference_id": work.conference, "notice_id": key, "chat_id": account, "attempt": 0}
    row |= {"state": "waiting" if reached else "unreachable", "reason": None if reached else reachability}
    return row | {"urgency": int(notice.urgency), "due_at": notice.due_at or work.now, "turn": _turn(work, notice)}


async def notify_selected(work: Work, notice: Notice, people: Select[Any]) -> NoticeId | None:
    """A notice to everybody a query selects, in one statement however many they are.

    The query's columns are, in this order: account id (empty for a person not linked), delegate id (may be empty),
    the account's reachability. Who cannot be reached is kept as *unreachable*, so nobody drops out of the count.
    """
    key = await announce(work, notice)
    if key is None:
        return None
    await add_recipients(work, key, notice, people)
    return key


async def add_recipients(work: Work, key: NoticeId, notice: Notice, people: Select[Any]) -> None:
    """More people for a notice that is stored; those who have it already are left alone."""
    found = people.subquery()
    account, delegate, reachability = found.c[0], found.c[1], found.c[2]
    reachable = account.is_not(None) & (reachability == "linked")
    rows = select(
        literal(work.conference),
        literal(key),
        account,
        delegate,
        case((reachable, "waiting"), else_="unreachable"),
        case((reachable, None), (account.is_(None), "not_linked"), else_=cast(reachability, String)),
        literal(int(notice.urgency)),
        literal(notice.due_at or work.now, type_=Instant),
        literal(_turn(work, notice), type_=Instant),
        literal(0),
    ).order_by(delegate.is_(None), delegate, account)
    columns = [
        "conference_id",
        "notice_id",
        "chat_id",
        "delegate_id",
        "state",
        "reason",
        "urgency",
        "due_at",
        "turn",
        "attempt",
    ]
    statement = insert_new(work.connection, deliveries).from_select(columns, rows.where(literal(True)))
    added = (await work.connection.execute(statement)).rowcount
    if added >= _MANY:
        await learn_sizes(work.connection, deliveries)
    work.notified = True


async def notify_again(work: Work, notice: Notice, sent: Sequence[Row[Any]]) -> NoticeId | None:
    """Change or take away messages that were sent: `sent` are rows of `storage.notices.arrived`.

    The number of a message that is still on its way is looked up when it is changed (`storage.deliveries.claim`).
    """
    key = await announce(work, notice)
    if key is None or not sent:
        return key
    common = {"conference_id": work.conference, "notice_id": key, "state": "waiting", "attempt": 0}
    common |= {"urgency": int(notice.urgency), "due_at": notice.due_at or work.now}
    common["turn"] = _turn(work, notice)
    rows = [
        common
        | {
            "chat_id": row.chat_id,
            "delegate_id": row.delegate_id,
            "data": {**(row.data or {}), **_which(row)},
        }
        for row in sent
    ]
    await work.connection.execute(insert(deliveries), rows)
    work.notified = True
    return key


def _which(row: Row[Any]) -> dict[str, Any]:
    return {"of": row.id} if row.message_id is None else {"messages": list(row.messages or [row.message_id])}


async def notify_chat(work: Work, notice: Notice, chat_id: int, data: dict[str, Any] | None = None) -> None:
    """A notice to one chat (a group, or one person with fields of the view of their own)."""
    key = await announce(work, notice)
    if key is None:
        return
    values = {"conference_id": work.conference, "notice_id": key, "chat_id": chat_id, "state": "waiting"}
    values |= {"urgency": int(notice.urgency), "due_at": notice.due_at or work.now, "attempt": 0}
    values |= {"turn": _turn(work, notice), "data": data}
    await work.connection.execute(insert(deliveries).values(values))
    work.notified = True
