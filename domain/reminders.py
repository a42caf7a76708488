"""When people are reminded of a session, and what a reminder is still worth when its time has come.

Reminders are rows: session + lead + the start it was planned for, with an absolute due time. Planning gives the rows
a programme should have; judging decides about one row at one moment. Neither reads a clock.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from domain.conference import Group, Programme, Session, SessionState
from domain.ids import SessionId
from domain.settings import Lead, LeadRule
from domain.vietnamese import search_key

GRACE = timedelta(minutes=3)
"""How far behind its time a reminder may be before it says that it is late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """A reminder that should exist; both times are aware UTC instants."""

    session: SessionId
    lead: str
    starts_at: datetime
    due_at: datetime


HORIZON = timedelta(hours=2)
"""How much earlier than planned a reminder to very many people may begin."""

FOREWARNING = timedelta(minutes=30)
"""How long before such an early beginning the organizers hear of it."""


def takes(people: int, rate: float) -> timedelta:
    """How long it takes to remind so many at `rate` messages a second; a tenth of that is kept in reserve."""
    return timedelta(seconds=1.1 * people / rate)


def begins_at(due_at: datetime, starts_at: datetime, people: int, rate: float) -> datetime:
    """When sending has to begin so that everybody is reminded before the session: at the due time, or earlier."""
    return max(due_at - HORIZON, min(due_at, starts_at - takes(people, rate)))


class Why(StrEnum):
    """Why a reminder is not sent."""

    GONE = "gone"
    CANCELLED = "cancelled"
    BEGUN = "begun"
    MOVED = "moved"


@dataclass(frozen=True, slots=True)
class Send:
    """It is still useful; `late` when it has to say that it comes late."""

    late: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """It would tell people nothing, or something wrong."""

    why: Why


Verdict = Send | Skip


def starts(programme: Programme) -> Iterator[tuple[Session, datetime]]:
    """The sessions that have a day and a clock time of their own, with their start as an aware UTC instant.

    A part without a day of its own is on its parent's; a part without a clock time has no start to remind of.
    """
    zone = ZoneInfo(programme.conference.timezone)
    days = {session.id: session.day for session in programme.sessions}
    for session in programme.sessions:
        day = session.day or (days.get(session.parent) if session.parent is not None else None)
        if day is not None and session.start is not None:
            yield session, instant(day, session.start, zone)


def instant(day: date, clock: time, zone: ZoneInfo) -> datetime:
    """A wall-clock time of a zone as an aware UTC instant."""
    return datetime.combine(day, clock, zone).astimezone(UTC)


def plan(
    programme: Programme, leads: tuple[Lead, ...], rules: tuple[LeadRule, ...] = (), chosen: tuple[Lead, ...] = ()
) -> tuple[Planned, ...]:
    """Every reminder of the programme, past ones included; sessions that are not ahead any more have none.

    A lead has its row where it holds for anybody: as usual, by a rule, or because somebody has `chosen` it.
    """
    zone = ZoneInfo(programme.conference.timezone)
    return tuple(
        Planned(session=session.id, lead=lead.code, starts_at=start, due_at=_due(start, lead, zone))
        for session, start in starts(programme)
        if session.state is SessionState.PLANNED
        for lead in _of_anybody(session, programme.groups, leads, rules, chosen)
    )


def _of_anybody(
    session: Session,
    groups: tuple[Group, ...],
    leads: tuple[Lead, ...],
    rules: tuple[LeadRule, ...],
    chosen: tuple[Lead, ...],
) -> tuple[Lead, ...]:
    usual = leads_for(session, None, leads, rules)
    if not rules and not chosen:
        return usual
    special = [lead for group in groups for lead in leads_for(session, group, leads, rules)]
    return tuple(dict.fromkeys((*usual, *special, *chosen)))


def leads_for(
    session: Session, group: Group | None, leads: tuple[Lead, ...], rules: tuple[LeadRule, ...]
) -> tuple[Lead, ...]:
    """The lead times of a session for the people of a group: of the first rule that fits, else the usual ones."""
    for rule in rules:
        if _stands_in(rule.session, session.title) and (
            not rule.group or (group is not None and _stands_in(rule.group, f"{group.level} {group.description}"))
        ):
            return rule.leads
    return leads


def _stands_in(words: str, text: str) -> bool:
    return f" {search_key(words)} " in f" {search_key(text)} " if words else True


def _due(start: datetime, lead: Lead, zone: ZoneInfo) -> datetime:
    if lead.eve_at is not None:
        return instant(start.astimezone(zone).date() - timedelta(days=1), lead.eve_at, zone)
    return start - timedelta(minutes=lead.minutes or 0)


def judge(reminder: Planned, programme: Programme, now: datetime) -> Verdict:
    """What to do with a reminder whose time has come, by the programme that people know now."""
    session = next((each for each in programme.sessions if each.id == reminder.session), None)
    if session is None:
        return Skip(Why.GONE)
    if session.state is SessionState.CANCELLED:
        return Skip(Why.CANCELLED)
    if reminder.starts_at <= now or session.state in (SessionState.RUNNING, SessionState.DONE):
        return Skip(Why.BEGUN)
    if (reminder.session, reminder.starts_at) not in {(each.id, start) for each, start in starts(programme)}:
        return Skip(Why.MOVED)
    return Send(late=now - reminder.due_at > GRACE)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The hours in which nobody is woken, as wall-clock times of a zone; either may be missing (no quiet hours)."""

    since: time | None
    until: time | None
    zone: ZoneInfo

    def ends(self, now: datetime) -> datetime | None:
        """The end of the quiet hours that `now` falls into, as an aware UTC instant; None outside them."""
        if self.since is None or self.until is None or self.since == self.until:
            return None
        local = now.astimezone(self.zone)
        clock = local.time().replace(tzinfo=None)
        over_midnight = self.since > self.until
        after, before = clock >= self.since, clock < self.until
        if not ((after or before) if over_midnight else (after and before)):
            return None
        days = 1 if over_midnight and after else 0
        return instant(local.date() + timedelta(days=days), self.until, self.zone)

    def send_at(self, now: datetime, before: datetime | None) -> datetime:
        """When to say something: now, or when the quiet hours end if that is still earlier than `before`."""
        end = self.ends(now)
        return now if end is None or (before is not None and end >= before) else end
