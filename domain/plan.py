"""What a plan says once it is read: every field with the lines it stands on and how sure the reader is.

Nothing here is invented: a field that the plan does not state is None or empty, and `missing` names it by a stable
code, so that somebody can be asked. `doubts` name what is stated and cannot be right, or may be misread.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Generic, TypeVar

from domain.conference import Conference, Fact, Group, Moment, Programme, Session, SessionState, Source, Task, Unit
from domain.ids import NO_UNIT, GroupId, SessionId, TaskId, UnitId
from domain.vietnamese import search_key

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sourced(Generic[T]):
    """A value, where in the paper it stands, and the reader's confidence from 0 to 1."""

    value: T
    source: Source
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at: a stable code, the field it concerns ("dates", "sessions:3"), the words.

    Codes: weekday, impossible_date, impossible_clock, times_out_of_order, outside_days, deadline_after_start,
    unit_not_invited, task_without_unit, quota_sum, relative_deadline, doc_after_event, two_events, low_confidence,
    point_not_taken.
    """

    code: str
    field: str
    quote: str
    source: Source
    expected: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTime:
    """A time the plan states; `month` ("YYYY-MM") where no more is known.

    `what` is empty for the conference as a whole; `preparation` marks rehearsals and hours fixed inside tasks.
    """

    text: str
    what: str
    start: datetime | date | None = None
    end: datetime | date | None = None
    month: str | None = None
    preparation: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSession:
    """A line of the agenda. `part_of` is the block or session it belongs to, in the plan's words."""

    title: str
    day: date | None = None
    start: time | None = None
    end: time | None = None
    place: str | None = None
    room: str | None = None
    responsible: str | None = None
    part_of: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanGroup:
    """A line of *Thành phần tham dự* under its level; the quota only where the line states one."""

    level: str
    description: str
    quota: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanTask:
    """One thing a unit is given; the deadline's phrase, and its day or instant where it can be computed."""

    text: str
    coordinating: tuple[str, ...] = ()
    deadline_text: str | None = None
    deadline: datetime | date | None = None
    conditional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanUnit:
    """A body with the work given to it."""

    name: str
    role: str | None = None
    tasks: tuple[Sourced[PlanTask], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """A whole plan as read; `nobodys` are tasks for which it names no unit.

    `dropped` are the items of an earlier programme that a paper which amends takes away.
    """

    title: Sourced[str] | None = None
    issuer: Sourced[str] | None = None
    issuer_parent: Sourced[str] | None = None
    doc_no: Sourced[str] | None = None
    doc_date: Sourced[date] | None = None
    venue: Sourced[str] | None = None
    form: Sourced[str] | None = None
    chair: Sourced[str] | None = None
    contact: Sourced[str] | None = None
    duration: Sourced[str] | None = None
    starts_on: Sourced[date] | None = None
    ends_on: Sourced[date] | None = None
    month: Sourced[str] | None = None
    expected_count: Sourced[int] | None = None
    expected_text: Sourced[str] | None = None
    signer: Sourced[str] | None = None
    signer_title: Sourced[str] | None = None
    language: str = "vi"
    purpose: tuple[Sourced[str], ...] = ()
    times: tuple[Sourced[PlanTime], ...] = ()
    groups: tuple[Sourced[PlanGroup], ...] = ()
    levels: tuple[Sourced[str], ...] = ()
    sessions: tuple[Sourced[PlanSession], ...] = ()
    dropped: tuple[Sourced[str], ...] = ()
    units: tuple[Sourced[PlanUnit], ...] = ()
    nobodys: tuple[Sourced[PlanTask], ...] = ()
    recipients: tuple[Sourced[str], ...] = ()
    facts: tuple[Fact, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    missing: tuple[str, ...] = ()


def value_of(field: Sourced[T] | None) -> T | None:
    """The bare value of a field that may be absent."""
    return None if field is None else field.value


# --- the draft as a conference -------------------------------------------------------------------------------------


def programme(draft: PlanDraft) -> Programme:
    """The draft as sessions, groups, units and tasks numbered from 1; parents and units of tasks are those numbers.

    What the paper takes away from an earlier programme is a cancelled session without a time.
    """
    units = _units(draft)
    return Programme(
        conference=_conference(draft),
        sessions=_with_dropped(_sessions(draft), draft),
        groups=_groups(draft),
        units=units,
        tasks=_tasks(draft, units),
        moments=_moments(draft),
        facts=draft.facts,
    )


def _conference(draft: PlanDraft) -> Conference:
    first_time = next((t.value.text for t in draft.times), None)
    return Conference(
        title=value_of(draft.title) or "",
        issuer=value_of(draft.issuer),
        venue=value_of(draft.venue),
        form=value_of(draft.form),
        chair=value_of(draft.chair),
        contact=value_of(draft.contact),
        duration=value_of(draft.duration),
        language=draft.language,
        starts_on=value_of(draft.starts_on),
        ends_on=value_of(draft.ends_on),
        month=value_of(draft.month),
        dates_text=first_time,
        expected_count=value_of(draft.expected_count),
        expected_text=value_of(draft.expected_text),
        doc_no=value_of(draft.doc_no),
        doc_date=value_of(draft.doc_date),
        signer=value_of(draft.signer),
        signer_title=value_of(draft.signer_title),
        purpose=tuple(item.value for item in draft.purpose),
        recipients=tuple(item.value for item in draft.recipients),
    )


def _sessions(draft: PlanDraft) -> tuple[Session, ...]:
    """The sessions in order, each named block of several before its first part; blocks are numbered after them all.

    A block has a day and no hour of its own, so that nobody is reminded of it beside its first part.
    """
    read = _read_sessions(draft)
    blocks = _blocks(draft, read)
    ordered: list[Session] = []
    for session, item in zip(read, draft.sessions, strict=True):
        block = blocks.get(search_key(item.value.part_of or ""))
        if block is None or session.parent is not None:
            ordered.append(session)
            continue
        if block not in ordered:
            ordered.append(block)
        ordered.append(replace(session, parent=block.id))
    return tuple(replace(session, position=number) for number, session in enumerate(ordered, 1))


def _with_dropped(sessions: tuple[Session, ...], draft: PlanDraft) -> tuple[Session, ...]:
    gone = (
        Session(
            id=SessionId(number), title=item.value, position=number, state=SessionState.CANCELLED, source=item.source
        )
        for number, item in enumerate(draft.dropped, len(sessions) + 1)
    )
    return (*sessions, *gone)


def _blocks(draft: PlanDraft, read: tuple[Session, ...]) -> dict[str, Session]:
    """The blocks that two sessions and more name as their whole, and that are no session themselves, by folded name."""
    parts: dict[str, list[Sourced[PlanSession]]] = {}
    for session, item in zip(read, draft.sessions, strict=True):
        if item.value.part_of and session.parent is None:
            parts.setdefault(search_key(item.value.part_of), []).append(item)
    several = [items for items in parts.values() if len(items) > 1]
    found: dict[str, Session] = {}
    for number, items in enumerate(several, len(read) + 1):
        days = {item.value.day for item in items}
        found[search_key(items[0].value.part_of or "")] = Session(
            id=SessionId(number),
            title=items[0].value.part_of or "",
            day=days.pop() if len(days) == 1 else None,
            source=items[0].source,
        )
    return found


def _read_sessions(draft: PlanDraft) -> tuple[Session, ...]:
    numbers = {search_key(item.value.title): SessionId(n) for n, item in enumerate(draft.sessions, 1)}
    return tuple(
        Session(
            id=SessionId(number),
            title=item.value.title,
            day=item.value.day,
            start=item.value.start,
            end=item.value.end,
            place=item.value.place,
            room=item.value.room,
            responsible=item.value.responsible,
            parent=_parent(numbers, item.value, number),
            position=number,
            source=item.source,
        )
        for number, item in enumerate(draft.sessions, 1)
    )


def _parent(numbers: dict[str, SessionId], session: PlanSession, own: int) -> SessionId | None:
    found = numbers.get(search_key(session.part_of or ""))
    return found if found is not None and found != own else None


def _groups(draft: PlanDraft) -> tuple[Group, ...]:
    return tuple(
        Group(
            id=GroupId(number),
            level=item.value.level,
            description=item.value.description,
            quota=item.value.quota,
            position=number,
            source=item.source,
        )
        for number, item in enumerate(draft.groups, 1)
    )


def _units(draft: PlanDraft) -> tuple[Unit, ...]:
    return tuple(
        Unit(id=UnitId(number), name=item.value.name, role=item.value.role, position=number, source=item.source)
        for number, item in enumerate(draft.units, 1)
    )


def _tasks(draft: PlanDraft, units: tuple[Unit, ...]) -> tuple[Task, ...]:
    by_name = {search_key(unit.name): unit.id for unit in units}
    given = [(unit.id, task) for unit, read in zip(units, draft.units, strict=True) for task in read.value.tasks]
    given += [(NO_UNIT, task) for task in draft.nobodys]
    tasks: list[Task] = []
    for number, (unit, task) in enumerate(given, 1):
        named = (by_name.get(search_key(name)) for name in task.value.coordinating)
        tasks.append(
            Task(
                id=TaskId(number),
                unit=unit,
                text=task.value.text,
                coordinating=tuple(found for found in named if found is not None and found != unit),
                deadline_text=task.value.deadline_text,
                deadline=_instant(task.value.deadline),
                conditional=task.value.conditional,
                position=number,
                source=task.source,
            )
        )
    return tuple(tasks)


def _instant(deadline: datetime | date | None) -> datetime | None:
    """A deadline that names only a day ends with that day."""
    if deadline is None or isinstance(deadline, datetime):
        return deadline
    return datetime.combine(deadline, time(23, 59))


def _moments(draft: PlanDraft) -> tuple[Moment, ...]:
    return tuple(
        Moment(what=t.value.what, text=t.value.text, start=t.value.start, end=t.value.end, source=t.source)
        for t in draft.times
    )
