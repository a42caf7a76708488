"""What the words of a task name beside the work: until when it is due, whether it is needed at all, who helps."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from documents.plan.deadlines import typed_in
from domain import deadlines
from domain.ids import UnitId
from domain.units import helpers_in
from services.desk import Work, local
from services.tasklists import conference_of
from services.taskundated import instant_of
from storage import tasks, unitmembers, units


@dataclass(frozen=True, slots=True)
class Due:
    """A deadline: the instant (None while the conference has no day), and the phrase where it moves or comes again."""

    instant: datetime | None
    phrase: str | None = None

    def values(self) -> dict[str, Any]:
        """The columns of a task with this deadline."""
        return {"deadline": self.instant, "deadline_text": self.phrase}


async def deadline_named(work: Work, words: str) -> Due | None:
    """The deadline in the words, in the future; None where they name none, or one that cannot be."""
    conference = await conference_of(work)
    days = await tasks.days_of(work.connection, work.conference)
    zone, now = ZoneInfo(conference.timezone), local(work.now, conference.timezone)
    phrase, moment = typed_in(words, now, days)
    if moment is not None:
        return Due(instant_of(moment, zone)) if moment > now else None
    if phrase is None:
        return None
    if (again_and_again := deadlines.recurring(phrase)) is not None:
        return Due(instant_of(again_and_again.next_after(now), zone), phrase)
    if deadlines.relative(phrase) is None:
        return None
    counted = deadlines.from_conference(phrase, days[0], days[-1]) if days else None
    return Due(None if counted is None else instant_of(counted, zone), phrase)


async def helpers_named(work: Work, words: str, lead: UnitId) -> list[UnitId]:
    """The units that the words name behind "phối hợp với", with a collective one its members, the lead aside."""
    named = helpers_in(words, await units.by_key(work.connection, work.conference))
    members = await unitmembers.members(work.connection, work.conference) if named else {}
    every = [each for unit in named for each in (unit, *members.get(unit, ()))]
    return [unit for unit in dict.fromkeys(every) if unit != lead]
