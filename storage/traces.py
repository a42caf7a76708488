"""What a person said in a conference: speeches, votes, remarks, sessions left out; read and removed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from domain.delegates import ERASED_NAME
from domain.ids import ConferenceId
from storage.schema import (
    conferences,
    feedback_givers,
    feedback_remarks,
    poll_voters,
    polls,
    session_absences,
    sessions,
    speeches,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One thing kept: its kind, in which conference, and the words of it."""

    kind: str
    conference: str
    text: str


async def of(connection: AsyncConnection, mine: Sequence[int]) -> list[Trace]:
    """Everything kept of these rows of lists, by conference. Of secret votes and scores only that they were given."""
    titles = {
        row.conference_id: row.title
        for row in await connection.execute(select(conferences.c.conference_id, conferences.c.title))
    }
    found: list[tuple[int, Trace]] = []

    def keep(row: Any, kind: str, text: str) -> None:
        found.append((row.conference_id, Trace(kind=kind, conference=titles[row.conference_id], text=text)))

    for row in await connection.execute(_of(speeches, mine)):
        keep(row, "speech", ", ".join(part for part in (row.topic, row.unit) if part))
    absent = _of(session_absences, mine).join(sessions, sessions.c.id == session_absences.c.session_id)
    for row in await connection.execute(absent.add_columns(sessions.c.title.label("session"))):
        keep(row, "absence", row.session)
    voted = _of(poll_voters, mine).join(polls, polls.c.id == poll_voters.c.poll_id)
    for row in await connection.execute(voted.add_columns(polls.c.question, polls.c.options)):
        chosen = "" if row.choice is None else f" → {row.options[row.choice]}"
        keep(row, "vote", row.question + chosen)
    for row in await connection.execute(_of(feedback_remarks, mine)):
        keep(row, "remark", row.text)
    for row in await connection.execute(_of(feedback_givers, mine)):
        keep(row, "score", "")
    return [trace for _, trace in sorted(found, key=lambda each: each[0])]


def _of(table: Any, mine: Sequence[int]) -> Any:
    return select(table).where(table.c.delegate_id.in_(mine))


async def forget(connection: AsyncConnection, mine: Sequence[int]) -> None:
    """Remove it. Votes and scores stay as numbers of a line without a person, for the record."""
    for table in (feedback_remarks, session_absences):
        await connection.execute(delete(table).where(table.c.delegate_id.in_(mine)))
    await connection.execute(_without_words(speeches.c.delegate_id.in_(mine)))
    await _not_spoken(connection, speeches.c.delegate_id.in_(mine))


def _without_words(which: Any) -> Any:
    return update(speeches).where(which).values(topic=ERASED_NAME, unit=None)


async def _not_spoken(connection: AsyncConnection, which: Any) -> None:
    ahead = speeches.c.state.in_(("waiting", "called"))
    await connection.execute(update(speeches).where(which, ahead).values(state="withdrawn"))


async def purge(connection: AsyncConnection, conference: ConferenceId) -> None:
    """The same for everybody of a conference; unsigned remarks go too, for they may speak of people."""
    for table in (feedback_remarks, session_absences):
        await connection.execute(delete(table).where(table.c.conference_id == conference))
    await connection.execute(_without_words(speeches.c.conference_id == conference))
