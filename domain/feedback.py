"""Feedback: a score of one to five for a session or the whole conference, and a remark."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from domain.checkin import Slot
from domain.conference import Programme, Session, SessionState
from domain.ids import SessionId
from domain.live import day_of, order_of
from domain.refusal import Refusal
from domain.vietnamese import fold

SCORES = (1, 2, 3, 4, 5)
WHOLE = 0
"""Stands in place of a session's id for the conference as a whole."""


@dataclass(frozen=True, slots=True)
class Scores:
    """How often each score was given, from one to five."""

    votes: tuple[int, int, int, int, int]

    @property
    def count(self) -> int:
        return sum(self.votes)

    @property
    def average(self) -> float | None:
        """The mean with one decimal, or None where nobody has said anything."""
        if not self.count:
            return None
        return round(sum(score * votes for score, votes in zip(SCORES, self.votes, strict=True)) / self.count, 1)


def scores(votes: Mapping[int, int]) -> Scores:
    """The scores of a table score → how often."""
    one, two, three, four, five = (votes.get(score, 0) for score in SCORES)
    return Scores((one, two, three, four, five))


def check_score(score: int) -> int:
    """Refuse anything but one to five."""
    if score not in SCORES:
        raise Refusal("stale_button")
    return score


class Asking(StrEnum):
    """For what people are asked without an organizer's press."""

    OFF = "off"
    END = "end"
    SESSIONS = "sessions"


SOON = timedelta(minutes=10)
"""How long after the end people are asked: they are on their way out of the room."""

_SHORTEST = timedelta(minutes=30)
"""Shorter items (a welcome, a break) are not worth a question each."""

_PAUSE = timedelta(minutes=15)
"""Items with a shorter gap between them follow each other: people are asked about all of them once there is a pause."""

_NO_MATTER = re.compile(
    r"\b(?:giai lao|nghi trua|nghi toi|an trua|an toi|an sang|tiec|don tiep|don khach|dang ky dai bieu|van nghe"
    r"|di chuyen|break|lunch|dinner|breakfast|coffee|registration|reception|transfer)\b"
)
"""What nobody comes for."""

_LATEST = {False: timedelta(hours=4), True: timedelta(hours=20)}
"""After that a question about an item, or about the whole, comes too late; it is not asked any more."""

_FORGOTTEN = timedelta(hours=2)
"""So long after its end by the programme, nobody has merely forgotten to press that an item is over."""


def to_ask_about(programme: Programme, now: datetime, asking: Asking) -> Iterator[tuple[int, datetime]]:
    """What is over and may be asked about at the local time `now`: its key, and until when that is of use.

    On a day that the organizers step through, an item is over when they say so, and not before.
    """
    held = [each for each in order_of(programme) if each.state is not SessionState.CANCELLED]
    ends = {each.id: over for each in held if (over := _over(programme, each)) is not None}
    if asking is Asking.OFF or not ends:
        return
    last = max(ends.values())
    late = {key for key in _going_on(programme, held) if key in ends and now < ends[key] + _FORGOTTEN}
    if _is_time(last, now, whole=True) and not late:
        yield WHOLE, last + _LATEST[True]
    for each in held if asking is Asking.SESSIONS else ():
        over = ends.get(each.id)
        if over is None or over >= last or each.id in late or not _is_main(each):
            continue
        row = _in_a_row(held, ends, each)
        pause = max(ends[key] for key in row)
        if late.isdisjoint(row) and _is_time(pause, now, whole=False):
            yield int(each.id), pause + _LATEST[False]


def _going_on(programme: Programme, held: list[Session]) -> Iterator[SessionId]:
    """The items that are not over yet, of the days on which items are begun and ended by hand."""
    begun = (SessionState.RUNNING, SessionState.DONE)
    days = {day_of(programme, each) for each in held if each.state in begun}
    return (each.id for each in held if day_of(programme, each) in days and each.state is not SessionState.DONE)


def _is_time(over: datetime, now: datetime, *, whole: bool) -> bool:
    return over + SOON <= now < over + _LATEST[whole]


def _in_a_row(held: list[Session], ends: dict[SessionId, datetime], first: Session) -> list[SessionId]:
    """The item and those that follow it without a pause."""
    row = [first.id]
    over = ends[first.id]
    for each in held[[item.id for item in held].index(first.id) + 1 :]:
        end = ends.get(each.id)
        if end is None or each.start is None or datetime.combine(end.date(), each.start) >= over + _PAUSE:
            break
        if _NO_MATTER.search(fold(each.title)):
            break
        row.append(each.id)
        over = max(over, end)
    return row


def _is_main(session: Session) -> bool:
    return _is_long(session) and not _NO_MATTER.search(fold(session.title))


def _is_long(session: Session) -> bool:
    if session.start is None or session.end is None:
        return False
    begins, ends = (datetime.combine(date.min, clock) for clock in (session.start, session.end))
    return ends - begins >= _SHORTEST


def _over(programme: Programme, session: Session) -> datetime | None:
    """When an item ends by the programme; one without an end is over when it begins."""
    day, clock = day_of(programme, session), session.end or session.start
    return None if day is None or clock is None else datetime.combine(day, clock)


def slots_for(programme: Programme, session: int) -> tuple[str, ...] | None:
    """The check-ins that show who was in a session: its own, and those of its day; None (any) for the whole."""
    if session == WHOLE:
        return None
    found = next((each for each in programme.sessions if each.id == session), None)
    day = None if found is None else day_of(programme, found)
    own = Slot(day or date.min, SessionId(session)).key
    return (own,) if day is None else (own, Slot(day).key)
