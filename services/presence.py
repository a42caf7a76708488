"""Who is in the hall: the one answer to whose vote counts today."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Select

from domain.ids import DelegateId
from services.desk import Work, local
from storage import polls, programmes


async def _today(work: Work) -> tuple[datetime, datetime]:
    """The beginning and the end of today where the conference is."""
    found = await programmes.conference(work.connection, work.conference)
    zone = work.settings.timezone if found is None else found.timezone
    first = datetime.combine(local(work.now, zone).date(), time(), ZoneInfo(zone))
    return first, first + timedelta(days=1)


async def count(work: Work) -> int:
    """How many different people have been checked in today."""
    return await polls.count_present(work.connection, work.conference, *await _today(work))


async def reached(work: Work) -> int:
    """How many of them the bot can write to."""
    return await polls.count_reached(work.connection, work.conference, *await _today(work))


async def is_here(work: Work, who: DelegateId) -> bool:
    """Whether this person has been checked in today."""
    return await polls.is_present(work.connection, work.conference, who, *await _today(work))


async def everybody(work: Work) -> Select[tuple[object, ...]]:
    """Account, delegate and reachability of everybody checked in today."""
    return polls.present(work.conference, *await _today(work))
