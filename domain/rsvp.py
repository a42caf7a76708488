"""Answers to the invitation: until when they may be changed, who may send a substitute, and how many will be there."""

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from domain.conference import Programme
from domain.delegates import Delegate, Rsvp
from domain.refusal import Refusal

_END_OF_DAY = time(23, 59)


class Substitutes(StrEnum):
    """Whether organizers look at each substitute first (none: they do not)."""

    NONE = "none"
    ORGANIZERS = "organizers"


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRules:
    """How a conference takes answers: until when (an instant, or the conference's start), and what of substitutes."""

    until: datetime | None = None
    substitutes: Substitutes = Substitutes.NONE


def open_until(programme: Programme, deadline: datetime | None = None) -> datetime | None:
    """The local time until which delegates change their answer themselves: the deadline set, or the conference's start.

    Where the first day is known but not its hour, the whole day counts; where no day is known, there is no limit.
    """
    begins = _begins(programme)
    if deadline is None or begins is None:
        return deadline or begins
    return min(deadline, begins)


def _begins(programme: Programme) -> datetime | None:
    day = programme.conference.starts_on
    days = [session.day for session in programme.sessions if session.day is not None]
    first = day or min(days, default=None)
    if first is None:
        return None
    starts = [each.start for each in programme.sessions if each.start is not None and each.day in (first, None)]
    begins = min(starts, default=None)
    return datetime.combine(first, begins or _END_OF_DAY)


def check_open(programme: Programme, now: datetime, deadline: datetime | None = None) -> None:
    """Refuse a change after the deadline, or once the conference has begun (all in its local time)."""
    until = open_until(programme, deadline)
    if until is not None and now >= until:
        raise Refusal("rsvp_closed")


def check_may_substitute(who: Delegate) -> None:
    """A substitute comes in person: there is no substitute of a substitute."""
    if who.substitute_for is not None:
        raise Refusal("no_second_substitute")
    if who.rsvp is Rsvp.SUBSTITUTED:
        raise Refusal("already_substituted")


@dataclass(frozen=True, slots=True)
class Forecast:
    """How many people will be there: at least those who said so, at most the silent too, and what is likely."""

    least: int
    likely: int
    most: int


_ENOUGH = 10
"""Answers from which on their share says something about those still silent."""
_USUAL = 50
"""Percent of the silent who are expected as long as too few have answered."""


def forecast(attending: int, declined: int, silent: int) -> Forecast:
    """Dự kiến có mặt: of those still silent as many come, in proportion, as of those who have answered.

    Who has sent a substitute is counted neither here nor there: the substitute answers.
    """
    answered = attending + declined
    share = _USUAL if answered < _ENOUGH else 100 * attending // answered
    return Forecast(attending, attending + silent * share // 100, attending + silent)


def places_left(quota: int | None, named: int, declined: int) -> int | None:
    """How many more may be named: who has declined leaves a place. Below 0 for too many, None without a limit."""
    return None if quota is None else quota - (named - declined)
