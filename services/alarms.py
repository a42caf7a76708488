"""When something of ours goes wrong, the organizers hear of it once, not once for every person it hits."""

from datetime import datetime, timedelta

from domain.ids import AccountId
from services.desk import Work
from services.notifying import Notice, Urgency, notify
from services.views.alarms import IncidentAlarm
from storage import notices, organizers

QUIET = timedelta(hours=1)
"""After an alarm about incidents the next one waits so long; the log has them all."""


async def incident(work: Work, code: str) -> bool:
    """Tell the organizers of an incident; whether they have been told of this one or of one just before."""
    if work.actor.conference is None:
        return False
    if await notices.last_of_kind(work.connection, work.conference, "alarm", work.now - QUIET):
        return True
    notice = Notice(kind="alarm", it=IncidentAlarm(code=code), urgency=Urgency.URGENT, dedup=f"alarm:{code}")
    await notify(work, notice, await organizers.organizer_accounts(work.connection, work.conference))
    return True


async def in_charge(work: Work) -> list[tuple[AccountId, str]]:
    """Whom to tell when the database cannot be asked any more, with their languages: to be remembered beforehand."""
    return await organizers.in_charge(work.connection)


async def database_is_back(work: Work, since: datetime) -> None:
    """Note that the database takes rows again, and since when it did not."""
    await work.note("database_was_away", seconds=round((work.now - since).total_seconds()))
