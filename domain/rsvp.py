"""Answers to the invitation: until when they may be changed, and who may send a substitute."""

from datetime import datetime, time

from domain.conference import Programme
from domain.delegates import Delegate, Rsvp
from domain.refusal import Refusal

_END_OF_DAY = time(23, 59)


def open_until(programme: Programme) -> datetime | None:
    """The local time until which delegates change their answer themselves: the conference's start.

    Where the first day is known but not its hour, the whole day counts; where no day is known, there is no limit.
    """
    day = programme.conference.starts_on
    days = [session.day for session in programme.sessions if session.day is not None]
    first = day or min(days, default=None)
    if first is None:
        return None
    starts = [each.start for each in programme.sessions if each.start is not None and each.day in (first, None)]
    begins = min(starts, default=None)
    return datetime.combine(first, begins or _END_OF_DAY)


def check_open(programme: Programme, now: datetime) -> None:
    """Refuse a change once the conference has begun (`now` in its local time)."""
    until = open_until(programme)
    if until is not None and now >= until:
        raise Refusal("rsvp_closed")


def check_may_substitute(who: Delegate) -> None:
    """A substitute comes in person: there is no substitute of a substitute."""
    if who.substitute_for is not None:
        raise Refusal("no_second_substitute")
    if who.rsvp is Rsvp.SUBSTITUTED:
        raise Refusal("already_substituted")
