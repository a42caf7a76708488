"""What a tick would find: one question to the database in place of one for each kind of work."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import agendas, broadcasts, feedback, receipts, reminders, taskrounds


class Stir(StrEnum):
    """A kind of work that a tick may find."""

    REMINDERS = "reminders"
    TASKS = "tasks"
    RECURRING = "recurring"
    RECEIPTS = "receipts"
    FEEDBACK = "feedback"
    AGENDAS = "agendas"
    BROADCASTS = "broadcasts"


_QUESTION = select(
    reminders.PRESSING.exists().label(Stir.REMINDERS),
    taskrounds.GIVEN.exists().label(Stir.TASKS),
    taskrounds.OVER_WITH_PHRASE.exists().label(Stir.RECURRING),
    receipts.TO_CHASE.exists().label(Stir.RECEIPTS),
    feedback.AROUND.exists().label(Stir.FEEDBACK),
    agendas.BEHIND.exists().label(Stir.AGENDAS),
    broadcasts.OUT.exists().label(Stir.BROADCASTS),
)
"""Made once, because making it takes longer than the answer."""


async def stirs(connection: AsyncConnection, now: datetime, reminded_until: datetime) -> frozenset[Stir]:
    """What there may be to do now; with reminders, what may have to begin early enough for those due until then."""
    values = {"now": now, "until": reminded_until, **feedback.days_around(now)}
    found = (await connection.execute(_QUESTION, values)).one()
    return frozenset(each for each in Stir if getattr(found, each))
