"""Who is in the hall: the one answer to whose vote counts today."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Select

from domain.ids import DelegateId
from domain.polls import Poll
from domain.refusal import Refusal
from services.desk import Work, local
from storage import polls, programmes


async def _today(work: Work, at: datetime | None = None) -> tuple[datetime, datetime]:
    """The beginning and the end of today (or of another moment's day) where the conference is."""
    found = await programmes.conference(work.connection, work.conference)
    zone = work.settings.timezone if found is None else found.timezone
    first = datetime.combine(local(at or work.now, zone).date(), time(), ZoneInfo(zone))
    return first, first + timedelta(days=1)


async def count(work: Work) -> int:
    """How many different people have been checked in today."""
    return await polls.count_present(work.connection, work.conference, *await _today(work))


async def settle(work: Work, poll: Poll) -> int:
    """Only those checked in on the day of the vote count in it, as they are now; how many they are.

    An open vote of somebody who is not any more is taken out. A secret one cannot be, so that nobody's check-in is
    taken back as long as it may be counted (`check_no_ballot`).
    """
    day = await _today(work, poll.opened_at)
    if not poll.secret:
        await polls.recount(work.connection, work.conference, poll, *day)
    voted = sum((await polls.tally(work.connection, poll.id)).values())
    return max(voted, await polls.count_present(work.connection, work.conference, *day))


async def check_no_ballot(work: Work, people: Sequence[DelegateId]) -> None:
    """Refuse what leaves somebody not checked in whose secret vote is in a poll that is still open."""
    for who in await polls.secret_voters(work.connection, work.conference, people):
        if not await is_here(work, who):
            raise Refusal("checkin_undo_voted")


async def reached(work: Work) -> int:
    """How many of them the bot can write to."""
    return await polls.count_reached(work.connection, work.conference, *await _today(work))


async def is_here(work: Work, who: DelegateId) -> bool:
    """Whether this person has been checked in today."""
    return await polls.is_present(work.connection, work.conference, who, *await _today(work))


async def everybody(work: Work) -> Select[tuple[object, ...]]:
    """Account, delegate and reachability of everybody checked in today."""
    return polls.present(work.conference, *await _today(work))
