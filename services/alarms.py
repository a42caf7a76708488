"""When something of ours goes wrong, the organizers hear of it once, not once for every person it hits."""

from datetime import timedelta

from services.desk import Work
from services.notifying import Notice, Urgency, notify
from services.views.alarms import IncidentAlarm
from storage import notices, people

QUIET = timedelta(hours=1)
"""After an alarm about incidents the next one waits so long; the log has them all."""


async def incident(work: Work, code: str) -> bool:
    """Tell the organizers of an incident; whether they have been told of this one or of one just before."""
    if work.actor.conference is None:
        return False
    if await notices.last_of_kind(work.connection, work.conference, "alarm", work.now - QUIET):
        return True
    notice = Notice(kind="alarm", it=IncidentAlarm(code=code), urgency=Urgency.URGENT, dedup=f"alarm:{code}")
    await notify(work, notice, await people.organizer_accounts(work.connection, work.conference))
    return True
