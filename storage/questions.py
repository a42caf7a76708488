"""Questions the bot could not answer, and what people answered."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.ids import AccountId, ConferenceId, QuestionId
from domain.vietnamese import search_key
from storage.database import insert_id
from storage.schema import facts, questions


async def keep(
    connection: AsyncConnection, conference: ConferenceId, account: AccountId, text: str, language: str, now: datetime
) -> QuestionId:
    """Store a question that got no answer."""
    values = {"conference_id": conference, "account_id": account, "text": text, "text_key": search_key(text)}
    values |= {"language": language, "asked_at": now}
    return QuestionId(await insert_id(connection, insert(questions).values(values)))


async def find(connection: AsyncConnection, conference: ConferenceId, question: int) -> Row[Any] | None:
    """A question of the conference, locked against a second answer where the database locks rows."""
    query = select(questions).where(questions.c.id == question, questions.c.conference_id == conference)
    return (await connection.execute(query.with_for_update())).first()


async def unanswered(connection: AsyncConnection, conference: ConferenceId, most: int = 2000) -> Sequence[Row[Any]]:
    """The latest questions that nobody has answered, the oldest first."""
    query = select(questions).where(
        questions.c.conference_id == conference, questions.c.answered_at.is_(None), questions.c.wrong_at.is_(None)
    )
    rows = (await connection.execute(query.order_by(questions.c.id.desc()).limit(most))).all()
    return tuple(reversed(rows))


async def kept(connection: AsyncConnection, conference: ConferenceId, most: int = 5000) -> Sequence[Row[Any]]:
    """The latest questions that the bot could not answer by itself, answered by people since or not."""
    query = select(questions).where(questions.c.conference_id == conference, questions.c.wrong_at.is_(None))
    return (await connection.execute(query.order_by(questions.c.id.desc()).limit(most))).all()


async def pass_on(connection: AsyncConnection, question: int, now: datetime) -> bool:
    """The asker wants a person's answer; False when they had said so before."""
    statement = update(questions).where(questions.c.id == question, questions.c.passed_at.is_(None))
    return bool((await connection.execute(statement.values(passed_at=now))).rowcount)


async def answer(connection: AsyncConnection, question: int, text: str, by: AccountId, now: datetime) -> bool:
    """Store a person's answer; False when somebody had answered before."""
    statement = update(questions).where(questions.c.id == question, questions.c.answered_at.is_(None))
    values = {"answer": text, "answered_by": by, "answered_at": now}
    return bool((await connection.execute(statement.values(values))).rowcount)


def _waiting(conference: ConferenceId) -> Any:
    return (
        (questions.c.conference_id == conference)
        & questions.c.passed_at.is_not(None)
        & questions.c.answered_at.is_(None)
    )


async def count_open(connection: AsyncConnection, conference: ConferenceId) -> int:
    """How many passed-on questions wait for an answer."""
    query = select(func.count()).select_from(questions).where(_waiting(conference))
    return int((await connection.execute(query)).scalar_one())


async def open_ones(connection: AsyncConnection, conference: ConferenceId, most: int) -> Sequence[Row[Any]]:
    """Passed-on questions that wait for an answer, the oldest first."""
    query = select(questions).where(_waiting(conference)).order_by(questions.c.passed_at, questions.c.id).limit(most)
    return (await connection.execute(query)).all()


async def keep_wrong(
    connection: AsyncConnection,
    conference: ConferenceId,
    account: AccountId,
    text: str,
    said: str,
    language: str,
    now: datetime,
) -> QuestionId:
    """Store a question whose answer somebody called wrong."""
    values = {"conference_id": conference, "account_id": account, "text": text, "text_key": search_key(text)}
    values |= {"language": language, "asked_at": now, "said": said, "wrong_at": now}
    return QuestionId(await insert_id(connection, insert(questions).values(values)))


async def wrong_ones(connection: AsyncConnection, conference: ConferenceId, most: int) -> Sequence[Row[Any]]:
    """Questions whose answer was called wrong and that nobody has answered since, the latest first."""
    query = select(questions).where(
        questions.c.conference_id == conference, questions.c.wrong_at.is_not(None), questions.c.answered_at.is_(None)
    )
    return (await connection.execute(query.order_by(questions.c.id.desc()).limit(most))).all()


# --- what organizers answer by themselves ---------------------------------------------------------------------------


async def add_fact(
    connection: AsyncConnection, conference: ConferenceId, topic: str, text: str, question: str | None = None
) -> int:
    """A practical fact that answers may use from now on."""
    values = {"conference_id": conference, "topic": topic, "text": text, "question": question}
    return await insert_id(connection, insert(facts).values(values))


def _own(conference: ConferenceId) -> Any:
    return (facts.c.conference_id == conference) & facts.c.question.is_not(None)


async def own_facts(connection: AsyncConnection, conference: ConferenceId) -> Sequence[Row[Any]]:
    """What organizers have written themselves, in the order in which they did."""
    return (await connection.execute(select(facts).where(_own(conference)).order_by(facts.c.id))).all()


async def own_fact(connection: AsyncConnection, conference: ConferenceId, key: int) -> Row[Any] | None:
    """One of them."""
    query = select(facts).where(_own(conference), facts.c.id == key).with_for_update()
    return (await connection.execute(query)).first()


async def change_fact(connection: AsyncConnection, conference: ConferenceId, key: int, text: str) -> None:
    """Another answer to the same question."""
    await connection.execute(update(facts).where(_own(conference), facts.c.id == key).values(text=text))


async def drop_fact(connection: AsyncConnection, conference: ConferenceId, key: int) -> None:
    """The bot no longer answers this by itself."""
    await connection.execute(delete(facts).where(_own(conference), facts.c.id == key))
