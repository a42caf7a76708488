"""The days on which one of several classes or rounds is held, and what is on the agenda of its own."""

from datetime import date, datetime, timedelta
from typing import cast

from domain.answers.divisions import Division, Name, named_first
from domain.answers.index import Index
from domain.answers.preparing import prepared
from domain.answers.values import Known
from domain.conference import Session

Span = tuple[date, date]
"""The first and the last day."""


@prepared
def spans(index: Index) -> dict[Name, Span]:
    """The days of each division of which the paper tells them, read once."""
    if "division days" not in index.cache:
        found: dict[Name, Span] = {}
        for moment in index.programme.moments:
            for name in named_first(moment.what) if moment.start is not None else ():
                found.setdefault(name, (_day(moment.start), _day(moment.end or moment.start)))
        index.cache["division days"] = found
    return cast(dict[Name, Span], index.cache["division days"])


def _day(moment: datetime | date | None) -> date:
    return moment.date() if isinstance(moment, datetime) else moment or date.min


def own_days(index: Index, division: Division) -> Span | None:
    """The days of a division on which no other of its kind is held."""
    own = spans(index).get((division.noun, division.label))
    others = (span for name, span in spans(index).items() if name[0] == division.noun and name[1] != division.label)
    return None if own is None or any(a <= own[1] and own[0] <= b for a, b in others) else own


def own_sessions(index: Index, division: Division) -> tuple[Session, ...]:
    """The parts of its items; else what is on the agenda of its days, where no other of its kind comes on them."""
    parts = [part for item in division.items for part in index.children.get(item.id, ())]
    if parts:
        return tuple(part for part in parts if part.start is not None and part.day is not None)
    own = own_days(index, division) if not division.items else None
    return tuple(s for s in index.programme.sessions if s.day and own[0] <= s.day <= own[1]) if own else ()


def between_rounds(index: Index, day: date) -> bool:
    """Whether a day lies between the rounds that the paper tells, on none of them."""
    held = [*spans(index).values()]
    told = {first + timedelta(days=n) for first, last in held for n in range((last - first).days + 1)}
    return len(held) > 1 and day not in told and min(told) <= day <= max(told) and day not in index.days


def is_untold(index: Index, known: Known, day: date) -> bool:
    """Whether something is on that the agenda does not list: a day of the conference, or items without a day."""
    inside = known.starts_on is not None and known.starts_on <= day <= (known.ends_on or known.starts_on)
    undated = (session for session in index.programme.sessions if session.day is None)
    return (inside and not between_rounds(index, day)) or any(each.id not in index.children for each in undated)
