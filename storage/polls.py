"""Polls and votes. A secret vote keeps who has voted and how often each option was chosen, unjoined."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, delete, exists, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, DelegateId, PollId
from domain.polls import Poll, PollState
from storage.database import insert_id, insert_new
from storage.schema import accounts, check_ins, delegates, poll_tallies, poll_voters, polls


def _poll(row: Row[Any]) -> Poll:
    return Poll(
        id=PollId(row.id),
        question=row.question,
        options=tuple(row.options),
        secret=row.secret,
        quorum=row.quorum,
        state=PollState(row.state),
        entitled=row.entitled,
        expected=row.expected,
        opened_at=row.opened_at,
    )


async def create(
    connection: AsyncConnection, conference: ConferenceId, now: datetime, by: AccountId, **asked: Any
) -> PollId:
    """A new question (`question`, `options`, `secret`, `quorum`), nobody asked yet."""
    values = {"conference_id": conference, "state": PollState.DRAFT.value, "created_by": by, "created_at": now}
    return PollId(await insert_id(connection, insert(polls).values(values | asked)))


async def get(connection: AsyncConnection, conference: ConferenceId, key: PollId) -> Poll | None:
    """The poll of an id, kept from others' changes until the transaction ends."""
    query = select(polls).where(polls.c.conference_id == conference, polls.c.id == key).with_for_update()
    row = (await connection.execute(query)).first()
    return None if row is None else _poll(row)


async def listed(connection: AsyncConnection, conference: ConferenceId, *states: PollState) -> list[Poll]:
    """The conference's polls, the newest first."""
    query = select(polls).where(polls.c.conference_id == conference).order_by(polls.c.id.desc())
    if states:
        query = query.where(polls.c.state.in_([each.value for each in states]))
    return [_poll(row) for row in (await connection.execute(query)).all()]


async def change(connection: AsyncConnection, key: PollId, **values: Any) -> None:
    """Set columns of a poll."""
    await connection.execute(update(polls).where(polls.c.id == key).values(values))


def _present(conference: ConferenceId, since: datetime, until: datetime) -> Any:
    """On the list, nobody else in their place, and checked in within a day (given by its ends)."""
    came = exists().where(check_ins.c.delegate_id == delegates.c.id, check_ins.c.at >= since, check_ins.c.at < until)
    return and_(
        delegates.c.conference_id == conference,
        delegates.c.state == "invited",
        delegates.c.rsvp != "substituted",
        delegates.c.name_key != "",
        came,
    )


async def count_present(connection: AsyncConnection, conference: ConferenceId, since: datetime, until: datetime) -> int:
    """How many different people are checked in."""
    query = select(func.count()).select_from(delegates).where(_present(conference, since, until))
    return int((await connection.execute(query)).scalar_one())


async def count_reached(connection: AsyncConnection, conference: ConferenceId, since: datetime, until: datetime) -> int:
    """How many of them the bot can write to."""
    source = delegates.join(accounts, accounts.c.account_id == delegates.c.account_id)
    query = select(func.count()).select_from(source)
    query = query.where(_present(conference, since, until), accounts.c.reachability == "linked")
    return int((await connection.execute(query)).scalar_one())


async def is_present(
    connection: AsyncConnection, conference: ConferenceId, who: DelegateId, since: datetime, until: datetime
) -> bool:
    """Whether this person is checked in."""
    query = select(delegates.c.id).where(delegates.c.id == who, _present(conference, since, until))
    return (await connection.execute(query)).first() is not None


def present(conference: ConferenceId, since: datetime, until: datetime) -> Select[Any]:
    """Account, delegate and reachability of everybody checked in, for a notice to all of them."""
    source = delegates.outerjoin(accounts, accounts.c.account_id == delegates.c.account_id)
    query = select(delegates.c.account_id, delegates.c.id.label("delegate_id"), accounts.c.reachability)
    return query.select_from(source).where(_present(conference, since, until))


async def count_expected(connection: AsyncConnection, conference: ConferenceId) -> int:
    """How many people are called to the conference; substitutes count in place of their originals."""
    query = select(func.count()).where(
        delegates.c.conference_id == conference, delegates.c.state == "invited", delegates.c.rsvp != "substituted"
    )
    return int((await connection.execute(query)).scalar_one())


async def vote(connection: AsyncConnection, conference: ConferenceId, poll: Poll, who: DelegateId, choice: int) -> bool:
    """Cast one vote; False where the person has voted already. Of a secret vote only the sum knows the choice."""
    row: dict[str, int | None] = {"conference_id": conference, "poll_id": poll.id, "delegate_id": who}
    row["choice"] = None if poll.secret else choice
    statement = insert_new(connection, poll_voters, ["poll_id", "delegate_id"]).values(row)
    if not (await connection.execute(statement)).rowcount:
        return False
    empty = {"conference_id": conference, "poll_id": poll.id, "choice": choice, "votes": 0}
    await connection.execute(insert_new(connection, poll_tallies, ["poll_id", "choice"]).values(empty))
    here = and_(poll_tallies.c.poll_id == poll.id, poll_tallies.c.choice == choice)
    await connection.execute(update(poll_tallies).where(here).values(votes=poll_tallies.c.votes + 1))
    return True


async def recount(
    connection: AsyncConnection, conference: ConferenceId, poll: Poll, since: datetime, until: datetime
) -> None:
    """Take out of an open vote who has not been checked in within a day (given by its ends) or left the list."""
    came = exists().where(check_ins.c.delegate_id == delegates.c.id, check_ins.c.at >= since, check_ins.c.at < until)
    here = select(delegates.c.id).where(
        delegates.c.conference_id == conference,
        delegates.c.state == "invited",
        delegates.c.rsvp != "substituted",
        came,
    )
    mine = poll_voters.c.poll_id == poll.id
    await connection.execute(delete(poll_voters).where(mine, poll_voters.c.delegate_id.not_in(here)))
    counted = select(poll_voters.c.choice, func.count().label("votes")).where(mine).group_by(poll_voters.c.choice)
    rows = [
        {"conference_id": conference, "poll_id": poll.id, "choice": row.choice, "votes": row.votes}
        for row in (await connection.execute(counted)).all()
    ]
    await connection.execute(delete(poll_tallies).where(poll_tallies.c.poll_id == poll.id))
    if rows:
        await connection.execute(insert(poll_tallies), rows)


async def secret_voters(
    connection: AsyncConnection, conference: ConferenceId, among: Sequence[DelegateId]
) -> list[DelegateId]:
    """Those of them who have voted in a secret poll that is open."""
    query = (
        select(poll_voters.c.delegate_id)
        .join(polls, polls.c.id == poll_voters.c.poll_id)
        .where(
            polls.c.conference_id == conference,
            polls.c.state == PollState.OPEN.value,
            polls.c.secret,
            poll_voters.c.delegate_id.in_(among),
        )
        .distinct()
    )
    return [DelegateId(each) for each in (await connection.execute(query)).scalars()]


async def has_voted(connection: AsyncConnection, poll: PollId, who: DelegateId) -> bool:
    """Whether this person has cast their vote."""
    query = select(poll_voters.c.poll_id).where(poll_voters.c.poll_id == poll, poll_voters.c.delegate_id == who)
    return (await connection.execute(query)).first() is not None


async def tally(connection: AsyncConnection, poll: PollId) -> dict[int, int]:
    """The votes by option."""
    query = select(poll_tallies.c.choice, poll_tallies.c.votes).where(poll_tallies.c.poll_id == poll)
    return {int(row.choice): int(row.votes) for row in (await connection.execute(query)).all()}


async def votes_by_name(connection: AsyncConnection, poll: PollId) -> list[tuple[str, str | None, int]]:
    """Who chose what in an open vote: name, unit, option."""
    query = (
        select(delegates.c.name, delegates.c.unit_text, poll_voters.c.choice)
        .join(delegates, delegates.c.id == poll_voters.c.delegate_id)
        .where(poll_voters.c.poll_id == poll, poll_voters.c.choice.is_not(None))
        .order_by(poll_voters.c.choice, delegates.c.id)
    )
    return [(row.name, row.unit_text, int(row.choice)) for row in (await connection.execute(query)).all()]
