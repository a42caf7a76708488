"""Who came, and what the people at the door work with: rules, posts, personal codes, guesses."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, and_, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.checkin import TOKEN_PREFIX, Mode
from domain.ids import AccountId, ConferenceId, DelegateId, SessionId
from domain.joining import Tries
from storage.database import insert_new, upsert
from storage.schema import (
    check_in_posts,
    check_in_rules,
    check_in_tokens,
    check_in_tries,
    check_ins,
    conferences,
)

_AT_ONCE = 500  # ids in one IN: PostgreSQL and SQLite both take far more, plans stay small


@dataclass(frozen=True, slots=True)
class Rules:
    """How a conference checks people in, and the secret that the codes on the screen are made of."""

    mode: Mode
    secret: str


async def rules(connection: AsyncConnection, conference: ConferenceId) -> Rules | None:
    """The conference's rules, or None while nobody has needed them."""
    query = select(check_in_rules).where(check_in_rules.c.conference_id == conference)
    row = (await connection.execute(query)).first()
    return None if row is None else Rules(Mode(row.mode), row.secret)


async def make_rules(connection: AsyncConnection, conference: ConferenceId, mode: Mode = Mode.DAY) -> Rules:
    """The conference's rules, made where there are none yet."""
    values = {"conference_id": conference, "mode": mode.value, "secret": secrets.token_urlsafe(24)}
    await connection.execute(insert_new(connection, check_in_rules, ["conference_id"]).values(values))
    made = await rules(connection, conference)
    assert made is not None
    return made


async def set_mode(connection: AsyncConnection, conference: ConferenceId, mode: Mode) -> None:
    """From now on people are checked in this way."""
    await make_rules(connection, conference, mode)
    statement = update(check_in_rules).where(check_in_rules.c.conference_id == conference)
    await connection.execute(statement.values(mode=mode.value))


# --- posts ----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Post:
    """Where one of the staff stands, the session they chose, and what they looked for last."""

    place: str | None = None
    session: SessionId | None = None
    query: str | None = None


async def at_door(
    connection: AsyncConnection, conference: ConferenceId, account: AccountId
) -> tuple[Rules | None, Post]:
    """The conference's rules and the staff member's post, in one statement: people wait in a queue for it."""
    posted = (check_in_posts.c.place, check_in_posts.c.session_id, check_in_posts.c.query)
    here = check_in_rules.c.conference_id == conferences.c.conference_id
    mine = (check_in_posts.c.conference_id == conferences.c.conference_id) & (check_in_posts.c.account_id == account)
    query = (
        select(check_in_rules.c.mode, check_in_rules.c.secret, *posted)
        .select_from(conferences.outerjoin(check_in_rules, here).outerjoin(check_in_posts, mine))
        .where(conferences.c.conference_id == conference)
    )
    row = (await connection.execute(query)).first()
    if row is None:
        return None, Post()
    found = None if row.mode is None else Rules(Mode(row.mode), row.secret)
    return found, Post(row.place, row.session_id, row.query)


async def post(connection: AsyncConnection, conference: ConferenceId, account: AccountId) -> Post:
    """The staff member's post."""
    return (await at_door(connection, conference, account))[1]


async def set_post(connection: AsyncConnection, conference: ConferenceId, account: AccountId, **values: Any) -> None:
    """Change some of `place`, `session_id`, `query` of a post."""
    row = {"conference_id": conference, "account_id": account, **values}
    await connection.execute(upsert(connection, check_in_posts, ["conference_id", "account_id"], row))


# --- personal codes -------------------------------------------------------------------------------------------------


async def token_of(connection: AsyncConnection, conference: ConferenceId, key: DelegateId) -> str:
    """The delegate's code for the door, the same each time."""
    return (await tokens_of(connection, conference, [key]))[key]


async def tokens_of(
    connection: AsyncConnection, conference: ConferenceId, keys: Sequence[DelegateId]
) -> dict[DelegateId, str]:
    """The codes of these delegates; missing ones are made."""
    found: dict[DelegateId, str] = {}
    for at in range(0, len(keys), _AT_ONCE):
        some = keys[at : at + _AT_ONCE]
        have = await _tokens(connection, some)
        rows = [
            {"token": TOKEN_PREFIX + secrets.token_urlsafe(16), "conference_id": conference, "delegate_id": key}
            for key in some
            if key not in have
        ]
        if rows:
            await connection.execute(insert_new(connection, check_in_tokens, ["delegate_id"]).values(rows))
            have = await _tokens(connection, some)
        found |= have
    return found


async def _tokens(connection: AsyncConnection, keys: Sequence[DelegateId]) -> dict[DelegateId, str]:
    query = select(check_in_tokens.c.delegate_id, check_in_tokens.c.token)
    rows = await connection.execute(query.where(check_in_tokens.c.delegate_id.in_(keys)))
    return {DelegateId(row.delegate_id): str(row.token) for row in rows.all()}


async def whose(connection: AsyncConnection, token: str) -> tuple[ConferenceId, DelegateId] | None:
    """The conference and the delegate of a code."""
    query = select(check_in_tokens.c.conference_id, check_in_tokens.c.delegate_id)
    row = (await connection.execute(query.where(check_in_tokens.c.token == token))).first()
    return None if row is None else (ConferenceId(row.conference_id), DelegateId(row.delegate_id))


# --- guesses --------------------------------------------------------------------------------------------------------


def _tries(conference: ConferenceId, account: AccountId) -> Any:
    return and_(check_in_tries.c.conference_id == conference, check_in_tries.c.account_id == account)


async def tries(connection: AsyncConnection, conference: ConferenceId, account: AccountId) -> Tries:
    """The wrong codes of an account, as stored."""
    row = (await connection.execute(select(check_in_tries).where(_tries(conference, account)))).first()
    return Tries() if row is None else Tries(row.tries, row.since)


async def set_tries(
    connection: AsyncConnection, conference: ConferenceId, account: AccountId, count: int, since: datetime
) -> None:
    """Store the wrong codes of an account."""
    row = {"conference_id": conference, "account_id": account, "tries": count, "since": since}
    await connection.execute(upsert(connection, check_in_tries, ["conference_id", "account_id"], row))


async def forget_tries(connection: AsyncConnection, conference: ConferenceId, account: AccountId) -> None:
    """The right code was typed."""
    await connection.execute(delete(check_in_tries).where(_tries(conference, account)))


# --- check-ins ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """One person in one slot: when they came, and by whom, how and where that was written down."""

    id: int
    conference: ConferenceId
    delegate: DelegateId
    slot: str
    at: datetime
    recorded_at: datetime
    account: AccountId | None
    role: str
    way: str
    place: str | None
    batch: str | None


def _check_in(row: Row[Any]) -> CheckIn:
    return CheckIn(
        id=row.id,
        conference=row.conference_id,
        delegate=row.delegate_id,
        slot=row.slot,
        at=row.at,
        recorded_at=row.recorded_at,
        account=row.account_id,
        role=row.role,
        way=row.way,
        place=row.place,
        batch=row.batch,
    )


async def add(connection: AsyncConnection, rows: Sequence[dict[str, Any]]) -> list[DelegateId]:
    """Write down who came; who stands there already is left as they are. Those who are new."""
    fresh: list[DelegateId] = []
    for at in range(0, len(rows), _AT_ONCE):
        statement = insert_new(connection, check_ins, ["conference_id", "slot", "delegate_id"])
        statement = statement.values(rows[at : at + _AT_ONCE]).returning(check_ins.c.delegate_id)
        fresh += [DelegateId(each) for each in (await connection.execute(statement)).scalars()]
    return fresh


async def add_one(connection: AsyncConnection, row: dict[str, Any]) -> CheckIn | None:
    """Write down that one person came; the row, or None where they stand there already."""
    statement = insert_new(connection, check_ins, ["conference_id", "slot", "delegate_id"]).values(row)
    found = (await connection.execute(statement.returning(*check_ins.c))).first()
    return None if found is None else _check_in(found)


async def get(connection: AsyncConnection, key: int) -> CheckIn | None:
    """The check-in of an id."""
    row = (await connection.execute(select(check_ins).where(check_ins.c.id == key))).first()
    return None if row is None else _check_in(row)


async def find(
    connection: AsyncConnection, conference: ConferenceId, slot: str, delegate: DelegateId
) -> CheckIn | None:
    """How the delegate stands in the slot."""
    query = select(check_ins).where(
        check_ins.c.conference_id == conference, check_ins.c.slot == slot, check_ins.c.delegate_id == delegate
    )
    row = (await connection.execute(query)).first()
    return None if row is None else _check_in(row)


async def of_delegate(connection: AsyncConnection, delegate: DelegateId) -> list[CheckIn]:
    """All check-ins of a delegate, the earliest first. Whoever has one has come: there is no substitute any more."""
    query = select(check_ins).where(check_ins.c.delegate_id == delegate).order_by(check_ins.c.at, check_ins.c.id)
    return [_check_in(row) for row in (await connection.execute(query)).all()]


async def present(
    connection: AsyncConnection, conference: ConferenceId, slot: str, among: Sequence[DelegateId] | None = None
) -> dict[DelegateId, datetime]:
    """Everybody (or those `among` a few) checked in for the slot, and when they came."""
    query = select(check_ins.c.delegate_id, check_ins.c.at).where(
        check_ins.c.conference_id == conference, check_ins.c.slot == slot
    )
    if among is not None:
        query = query.where(check_ins.c.delegate_id.in_(among))
    return {DelegateId(row.delegate_id): row.at for row in (await connection.execute(query)).all()}


async def undo(connection: AsyncConnection, key: int) -> bool:
    """Strike out one check-in; whether it stood there."""
    return bool((await connection.execute(delete(check_ins).where(check_ins.c.id == key))).rowcount)


async def of_batch(connection: AsyncConnection, conference: ConferenceId, batch: str) -> list[CheckIn]:
    """What one paper sheet added."""
    query = select(check_ins).where(check_ins.c.conference_id == conference, check_ins.c.batch == batch)
    return [_check_in(row) for row in (await connection.execute(query.order_by(check_ins.c.id))).all()]


async def undo_batch(connection: AsyncConnection, conference: ConferenceId, batch: str) -> int:
    """Strike out what one paper sheet added; how many."""
    statement = delete(check_ins).where(check_ins.c.conference_id == conference, check_ins.c.batch == batch)
    return int((await connection.execute(statement)).rowcount)


async def by_slot(connection: AsyncConnection, conference: ConferenceId) -> dict[str, int]:
    """How many people were checked in for each slot."""
    query = select(check_ins.c.slot, func.count()).where(check_ins.c.conference_id == conference)
    rows = (await connection.execute(query.group_by(check_ins.c.slot).order_by(check_ins.c.slot))).all()
    return {str(row[0]): int(row[1]) for row in rows}


async def distinct_people(connection: AsyncConnection, conference: ConferenceId) -> int:
    """How many different people came at all."""
    query = select(func.count(check_ins.c.delegate_id.distinct())).where(check_ins.c.conference_id == conference)
    return int((await connection.execute(query)).scalar_one())


async def merge(connection: AsyncConnection, kept: DelegateId, dropped: DelegateId) -> None:
    """Two lines of the list were one person: their check-ins become those of the line that is kept.

    A code that was printed goes on opening the door: the kept line has its own, else the other's.
    """
    taken = select(check_ins.c.slot).where(check_ins.c.delegate_id == kept)
    twice = delete(check_ins).where(check_ins.c.delegate_id == dropped, check_ins.c.slot.in_(taken))
    await connection.execute(twice)
    await connection.execute(update(check_ins).where(check_ins.c.delegate_id == dropped).values(delegate_id=kept))
    theirs = check_in_tokens.c.delegate_id == dropped
    if await _tokens(connection, [kept]):
        await connection.execute(delete(check_in_tokens).where(theirs))
    else:
        await connection.execute(update(check_in_tokens).where(theirs).values(delegate_id=kept))
