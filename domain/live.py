"""The day itself: which item is running, how late it began, and what the later items come to when they are shifted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from domain.conference import Programme, Session, SessionState
from domain.ids import SessionId
from domain.refusal import Refusal
from domain.speaking import leaves

MOST_DELAY = 120
"""Minutes: what is later than that is edited by hand."""


def order_of(programme: Programme) -> tuple[Session, ...]:
    """The items in the order in which they are held: by day and hour where both are known, else as written."""
    first = programme.conference.starts_on
    items = leaves(programme)

    def when(each: Session) -> tuple[date, time, int]:
        day = day_of(programme, each) or first or date.max
        return day, each.start or time.max, each.position

    timed = all(each.start is not None for each in items)
    return tuple(sorted(items, key=when)) if timed else items


def day_of(programme: Programme, session: Session) -> date | None:
    """The session's day: its own, its parent's, or the only one of the conference."""
    if session.day is not None:
        return session.day
    parent = next((each for each in programme.sessions if each.id == session.parent), None)
    if parent is not None and parent.day is not None:
        return parent.day
    conference = programme.conference
    return conference.starts_on if conference.ends_on in (None, conference.starts_on) else None


def running(items: Sequence[Session]) -> Session | None:
    """The item that is on, if one is."""
    return next((each for each in items if each.state is SessionState.RUNNING), None)


def following(items: Sequence[Session]) -> Session | None:
    """What comes next: the first planned item after everything that ran."""
    begun = [at for at, each in enumerate(items) if each.state in (SessionState.RUNNING, SessionState.DONE)]
    rest = items[max(begun, default=-1) + 1 :]
    return next((each for each in rest if each.state is SessionState.PLANNED), None)


def stepped(items: Sequence[Session], to: SessionId | None) -> dict[SessionId, SessionState]:
    """The states that change when an item begins: what came before is over, what comes after is still ahead.

    None ends the item that is running. Going to an earlier item takes a mistaken step back.
    """
    if to is None:
        return {each.id: SessionState.DONE for each in items if each.state is SessionState.RUNNING}
    here = next((at for at, each in enumerate(items) if each.id == to), None)
    if here is None:
        raise Refusal("live_item_gone")
    wanted = [SessionState.DONE] * here + [SessionState.RUNNING] + [SessionState.PLANNED] * (len(items) - here - 1)
    return {each.id: state for each, state in zip(items, wanted, strict=True) if each.state is not state}


def late_by(programme: Programme, item: Session, now: datetime) -> int:
    """By how many whole minutes the item begins later than planned (`now` is local); 0 where that is not known."""
    day = day_of(programme, item)
    if day is None or item.start is None or day != now.date():
        return 0
    return max(0, int((now - datetime.combine(day, item.start)).total_seconds()) // 60)


@dataclass(frozen=True, slots=True)
class Shift:
    """An item's hours before and after."""

    session: SessionId
    title: str
    was: time
    now: time
    ends: time | None


def shifted(programme: Programme, after: Session, minutes: int) -> tuple[Shift, ...]:
    """The later items of the same day, moved by so many minutes; refuses what would run past midnight."""
    if not 0 < minutes <= MOST_DELAY:
        raise Refusal("live_delay_range", most=MOST_DELAY)
    day, items = day_of(programme, after), order_of(programme)
    here = [each.id for each in items].index(after.id)
    later = (each for each in items[here + 1 :] if day_of(programme, each) == day)
    found = []
    for each in later:
        if each.start is not None and each.state is SessionState.PLANNED:
            ends = None if each.end is None else _moved(each.end, minutes)
            found.append(Shift(each.id, each.title, each.start, _moved(each.start, minutes), ends))
    return tuple(found)


def _moved(clock: time, minutes: int) -> time:
    moved = datetime.combine(date.min, clock) + timedelta(minutes=minutes)
    if moved.date() != date.min:
        raise Refusal("live_past_midnight")
    return moved.time()


def with_states(programme: Programme, states: dict[SessionId, SessionState]) -> Programme:
    """The programme as it runs: items begun and over are told as such, whatever was published."""
    sessions = tuple(_live(each, states.get(each.id)) for each in programme.sessions)
    return programme if sessions == programme.sessions else replace(programme, sessions=sessions)


def _live(session: Session, state: SessionState | None) -> Session:
    fixed = SessionState.CANCELLED
    if state is None or state is session.state or fixed in (state, session.state):
        return session  # what is cancelled in the working copy is told when that is published
    return replace(session, state=state)
