"""A second version of a plan, matched to the conference it speaks of: the working copy as it would become.

What is matched keeps its id; what is new has a negative one, so that parents and units can be named before storing.
Nothing is lost on the way that people know of already: a session they were told of is cancelled, never deleted, and a
task that was given to a unit stays as it is.
"""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from domain.amending import amends
from domain.conference import (
    REST,
    UNTOLD,
    Conference,
    ConferenceState,
    Fact,
    Group,
    Moment,
    Programme,
    Session,
    SessionState,
    Task,
    Unit,
    event_name,
)
from domain.dates import ClockSpan, find_clocks
from domain.ids import NO_UNIT, GroupId, SessionId, TaskId, UnitId
from domain.likeness import ALIKE, likeness, matched, session_likeness
from domain.vietnamese import search_key

_CONFERENCE = ("issuer", "venue", "form", "chair", "contact", "expected_count", "expected_text")
_DATES = ("starts_on", "ends_on", "month", "dates_text", "duration")
_PAPER = ("doc_no", "doc_date", "signer", "signer_title", "purpose", "recipients")


def revised(old: Programme, read: Programme) -> Programme:
    """The working copy `old` as the paper `read` would have it.

    A paper that amends ("điều chỉnh") changes what it names and leaves the rest; a whole new version also takes away.
    """
    partial = amends(read.conference.title)
    units, unit_ids = _units(old, read)
    gone = tuple(each for each in read.sessions if each.state is SessionState.CANCELLED)
    read = replace(read, sessions=tuple(each for each in read.sessions if each not in gone))
    return replace(
        old,
        conference=_conference(old.conference, read.conference, partial),
        sessions=_without(_sessions(old, read, partial), gone, old.conference.state),
        groups=_groups(old, read, partial),
        units=units,
        tasks=_tasks(old, read, unit_ids, partial),
        moments=_moments(old, read, partial),
        facts=_facts(old, read, partial),
    )


def _moments(old: Programme, read: Programme, partial: bool) -> tuple[Moment, ...]:
    """The paper's times; where it only says at what hour the whole begins, those known with that hour."""
    hour = _hour_alone(read.moments) if partial else None
    return (
        tuple(_at(each, hour.clock, read.moments[0]) for each in old.moments) if hour else read.moments or old.moments
    )


def _at(moment: Moment, clock: time, told: Moment) -> Moment:
    if moment.what or moment.start is None:
        return moment
    return replace(moment, start=datetime.combine(moment.start, clock), end=None, text=told.text, source=told.source)


def _facts(old: Programme, read: Programme, partial: bool) -> tuple[Fact, ...]:
    """What organizers wrote themselves outlives the paper; all does where a paper that amends states nothing new.

    Lines that are kept as they stand state nothing by themselves: those of both papers are kept then.
    """
    if partial and all(fact.topic == REST for fact in read.facts):
        return tuple(dict.fromkeys((*old.facts, *read.facts)))
    return (*(fact for fact in old.facts if fact.question is not None), *read.facts)


# --- the conference ------------------------------------------------------------------------------------------------


def _conference(old: Conference, read: Conference, partial: bool) -> Conference:
    """Fields that the paper states; what it does not state stays. The title of a paper that amends is its own."""
    stated = {name: getattr(read, name) for name in (*_CONFERENCE, *_PAPER) if getattr(read, name)}
    if read.expected_count is None and read.expected_text is not None:
        stated["expected_count"] = None
    if read.starts_on is not None or read.month is not None:
        stated |= {name: getattr(read, name) for name in _DATES}
    if read.title and not partial and event_name(read.title) != event_name(old.title):
        stated["title"] = event_name(read.title)
    return replace(old, **stated)


# --- sessions ------------------------------------------------------------------------------------------------------


def _sessions(old: Programme, read: Programme, partial: bool) -> tuple[Session, ...]:
    if not read.sessions:
        return _with_the_days(old, read) if partial else old.sessions
    only = old.conference.starts_on if old.conference.starts_on == old.conference.ends_on else None
    pairs = matched(old.sessions, read.sessions, session_likeness)
    ids = {each.id: pairs[each.id].id if each.id in pairs else SessionId(-each.id) for each in read.sessions}
    taken = {was.id for was in pairs.values()}
    come = [_session(each, pairs.get(each.id), ids, partial) for each in read.sessions]
    left = [each for each in old.sessions if each.id not in taken]
    if partial:
        come = [replace(each, day=only) if each.id < 0 and each.day is None else each for each in come]
        return _merged_by_time((*(_same(each, come) for each in old.sessions), *(s for s in come if s.id < 0)))
    public = old.conference.state is not ConferenceState.DRAFT
    gone = [replace(each, state=SessionState.CANCELLED) for each in left] if public else []
    return tuple(replace(each, position=number) for number, each in enumerate([*come, *gone], 1))


def _without(sessions: tuple[Session, ...], gone: tuple[Session, ...], state: ConferenceState) -> tuple[Session, ...]:
    """The sessions without those that the paper takes away; those people know of are cancelled."""
    taken = {was.id for was in matched(sessions, gone, session_likeness).values()}
    if state is ConferenceState.DRAFT:
        return tuple(each for each in sessions if each.id not in taken and each.parent not in taken)
    cancelled = SessionState.CANCELLED
    return tuple(replace(s, state=cancelled) if taken & {s.id, s.parent} else s for s in sessions)


def _with_the_days(old: Programme, read: Programme) -> tuple[Session, ...]:
    """The sessions on the days a conference was moved to as a whole; a paper that shortens it moves none.

    Where it lasts a day and begins at another hour, its sessions begin earlier or later by as much.
    """
    first, last = old.conference.starts_on, old.conference.ends_on
    begins, ends = read.conference.starts_on, read.conference.ends_on
    if begins is None and _hour_alone(read.moments):
        begins, ends = first, last  # another hour of the day that was known
    if first is None or begins is None or (last or first) - first != (ends or begins) - begins:
        return old.sessions
    moved = [each if each.day is None else replace(each, day=each.day + (begins - first)) for each in old.sessions]
    later = _hours_between(old, read) if begins == (ends or begins) else None
    if later is None:
        return tuple(moved)
    shifted = [replace(s, start=_later(s.start, later), end=_later(s.end, later)) for s in moved]
    lost = any(
        (s.start, s.end).count(None) != (m.start, m.end).count(None) for s, m in zip(shifted, moved, strict=True)
    )
    return tuple(moved if lost else shifted)


def _hours_between(old: Programme, read: Programme) -> timedelta | None:
    """From the hour at which the conference was to begin to the one at which the paper has it begin."""
    was, now = _begins(old.moments), _begins(read.moments)
    alone = _hour_alone(read.moments)
    if now is None and alone is not None:
        now = timedelta(hours=alone.clock.hour, minutes=alone.clock.minute)
    return None if was is None or now is None else now - was


def _hour_alone(moments: tuple[Moment, ...]) -> ClockSpan | None:
    """The hour of a paper that tells no more of when: "bắt đầu lúc 14h00, ngày không đổi"."""
    told = [clock for each in moments if not each.what and each.start is None for clock in find_clocks(each.text)]
    return told[0] if len(told) == len(moments) == 1 else None


def _begins(moments: tuple[Moment, ...]) -> timedelta | None:
    starts = [each.start for each in moments if not each.what and isinstance(each.start, datetime)]
    return timedelta(hours=starts[0].hour, minutes=starts[0].minute) if len(starts) == 1 else None


def _later(clock: time | None, by: timedelta) -> time | None:
    """None where that would be another day."""
    if clock is None:
        return None
    moved = datetime.combine(date(2000, 1, 1), clock) + by
    return moved.time() if moved.date() == date(2000, 1, 1) else None


def _session(read: Session, was: Session | None, ids: dict[SessionId, SessionId], partial: bool) -> Session:
    """The session as the paper has it, under its id; with one that amends, what it leaves out stays."""
    parent = ids.get(read.parent) if read.parent is not None else None
    if was is None:
        return replace(read, id=ids[read.id], parent=parent)
    state = SessionState.PLANNED if was.state is SessionState.CANCELLED else was.state
    names = ("day", "start", "end", "place", "room", "responsible")
    kept = {name: getattr(was, name) for name in names if partial and getattr(read, name) is None}
    if "start" not in kept and read.start != was.start:
        kept.pop("end", None)  # the old end belongs to the old beginning
    return replace(read, **kept, id=was.id, state=state, parent=was.parent if partial else parent)


def _same(old: Session, come: list[Session]) -> Session:
    return next((each for each in come if each.id == old.id), old)


def _merged_by_time(sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    """New sessions of a paper that amends, put among the others where their time is; without a time, at the end."""
    ordered = [each for each in sessions if each.id > 0]
    for fresh in (each for each in sessions if each.id < 0):
        later = [
            place
            for place, each in enumerate(ordered)
            if fresh.start
            and each.start
            and (each.day, each.start) > (fresh.day, fresh.start)
            and each.day == fresh.day
        ]
        ordered.insert(later[0] if later else len(ordered), fresh)
    return tuple(replace(each, position=number) for number, each in enumerate(ordered, 1))


# --- groups, units, tasks ------------------------------------------------------------------------------------------


def _group_likeness(was: Group, now: Group) -> float:
    alike = likeness(was.description, now.description)
    return alike + (0.1 if search_key(was.level) == search_key(now.level) else 0) if alike >= ALIKE else 0


def _groups(old: Programme, read: Programme, partial: bool) -> tuple[Group, ...]:
    if not read.groups:
        return old.groups
    pairs = matched(old.groups, read.groups, _group_likeness)
    come = [
        replace(each, id=pairs[each.id].id if each.id in pairs else GroupId(-each.id), position=number)
        for number, each in enumerate(read.groups, 1)
    ]
    if not partial:
        return tuple(come)
    mended = [next((c for c in come if c.id == each.id), each) for each in old.groups]
    fresh = [each for each in come if each.id < 0]
    return tuple(replace(each, position=number) for number, each in enumerate([*mended, *fresh], 1))


def _units(old: Programme, read: Programme) -> tuple[tuple[Unit, ...], dict[UnitId, UnitId]]:
    """Units by their folded names and aliases; none is taken away, because people may stand behind it."""
    known = {search_key(name): each.id for each in old.units for name in (each.name, *each.aliases)}
    ids = {each.id: known.get(search_key(each.name), UnitId(-each.id)) for each in read.units}
    fresh = [replace(each, id=ids[each.id]) for each in read.units if ids[each.id] < 0]
    everyone = [*old.units, *fresh]
    return tuple(replace(each, position=number) for number, each in enumerate(everyone, 1)), ids


def _tasks(old: Programme, read: Programme, units: dict[UnitId, UnitId], partial: bool) -> tuple[Task, ...]:
    """Tasks of the paper under the units they are matched to; those given out already stay as they are."""
    if not read.tasks:
        return old.tasks
    placed = [
        replace(each, unit=units.get(each.unit, NO_UNIT), coordinating=tuple(units[unit] for unit in each.coordinating))
        for each in read.tasks
    ]

    def alike(was: Task, now: Task) -> float:
        same = likeness(was.text, now.text)
        return same if now.unit in (was.unit, NO_UNIT) and same >= ALIKE else 0

    pairs = matched(old.tasks, placed, alike)
    taken = {was.id for was in pairs.values()}
    come = [_task(each, pairs.get(each.id)) for each in placed]
    kept = [each for each in old.tasks if each.id not in taken and (partial or each.state not in UNTOLD)]
    return tuple(replace(each, position=number) for number, each in enumerate([*come, *kept], 1))


def _task(read: Task, was: Task | None) -> Task:
    if was is None:
        return replace(read, id=TaskId(-read.id))
    unit = read.unit or was.unit  # what an organizer gave to a unit stays with it
    return replace(read, id=was.id, unit=unit, state=was.state) if was.state in UNTOLD else was
