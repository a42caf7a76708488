"""The draft of a plan as a conference: sessions, groups, units and tasks numbered from 1."""

import re
from dataclasses import replace
from datetime import date, datetime, time

from domain.conference import Conference, Group, Moment, Programme, Session, SessionState, Source, Task, Unit
from domain.dates import find_clocks
from domain.ids import NO_UNIT, GroupId, SessionId, TaskId, UnitId
from domain.plan import PlanDraft, PlanSession, PlanTask, Sourced, value_of
from domain.units import unit_key
from domain.vietnamese import search_key


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

    A block has no hour of its own, so that nobody is reminded of it beside its first part, unless its parts have none.
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
    """The blocks that two sessions and more name as their whole, and that are no session themselves, by folded name.

    One of which the paper tells more is one also over a single talk; where all parts are in one room, so is the whole.
    """
    parts: dict[str, list[Sourced[PlanSession]]] = {}
    for session, item in zip(read, draft.sessions, strict=True):
        if item.value.part_of and session.parent is None:
            parts.setdefault(search_key(item.value.part_of), []).append(item)
    several = [items for items in parts.values() if len(items) > 1 or _is_told(items[0].value.within)]
    found: dict[str, Session] = {}
    for number, items in enumerate(several, len(read) + 1):
        days = {item.value.day for item in items}
        within = next((item.value.within for item in items if item.value.within), None)
        begins = within.start if within else None
        if begins is None and items[0].value.start is None:
            begins = _hour_of(items[0].value, draft)
        found[search_key(items[0].value.part_of or "")] = Session(
            id=SessionId(number),
            title=items[0].value.part_of or "",
            day=days.pop() if len(days) == 1 else None,
            start=begins,
            end=within.end if within else None,
            room=(within.room if within else None) or _common({item.value.room for item in items}),
            responsible=within.responsible if within else None,
            source=items[0].source,
        )
    return found


def _hour_of(part: PlanSession, draft: PlanDraft) -> time | None:
    """When a block begins whose first part has no hour: by its name ("Chiều (từ 13h30)"), or by a time elsewhere."""
    name = part.part_of or ""
    clocks = find_clocks(name)
    if clocks:
        return clocks[0].clock if len(clocks) == 1 else None
    stated = (moment.value for moment in draft.times if search_key(moment.value.what) == search_key(name))
    starts = [moment.start for moment in stated if isinstance(moment.start, datetime)]
    return starts[0].time() if len(starts) == 1 and starts[0].date() == part.day else None


def _is_told(whole: PlanSession | None) -> bool:
    return whole is not None and (whole.start or whole.room or whole.responsible) is not None


def _common(values: set[str | None]) -> str | None:
    return next(iter(values)) if len(values) == 1 else None


def _read_sessions(draft: PlanDraft) -> tuple[Session, ...]:
    numbers: dict[str, list[SessionId]] = {}
    for number, item in enumerate(draft.sessions, 1):
        numbers.setdefault(search_key(item.value.title), []).append(SessionId(number))
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


def _parent(numbers: dict[str, list[SessionId]], session: PlanSession, own: int) -> SessionId | None:
    """The session that one is a part of: of several called alike the nearest before it, else the first behind."""
    called = [number for number in numbers.get(search_key(session.part_of or ""), ()) if number != own]
    before = [number for number in called if number < own]
    return max(before) if before else min(called, default=None)


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
    """The units that lead some work, and behind them those that only help."""
    leading = [(item.value.name, item.value.role, item.source) for item in draft.units]
    known = {unit_key(name) for name, _, _ in leading}
    helping: dict[str, tuple[str, None, Source | None]] = {}
    for task in _all_tasks(draft):
        for name in task.value.coordinating:
            if unit_key(name) not in known and _NOBODY.search(search_key(name)) is None:
                helping.setdefault(unit_key(name), (name, None, task.source))
    return tuple(
        Unit(id=UnitId(number), name=name, role=role, position=number, source=source)
        for number, (name, role, source) in enumerate([*leading, *helping.values()], 1)
    )


_NOBODY = re.compile(r"\blien quan\b")
"""Whoever is concerned ("các ngành liên quan") is nobody who could be told."""


def _all_tasks(draft: PlanDraft) -> list[Sourced[PlanTask]]:
    return [*(task for unit in draft.units for task in unit.value.tasks), *draft.nobodys]


def _tasks(draft: PlanDraft, units: tuple[Unit, ...]) -> tuple[Task, ...]:
    by_name = {unit_key(unit.name): unit.id for unit in units}
    led = [unit.id for unit, read in zip(units, draft.units, strict=False) for _ in read.value.tasks]
    led += [NO_UNIT] * len(draft.nobodys)
    tasks: list[Task] = []
    for number, (unit, task) in enumerate(zip(led, _all_tasks(draft), strict=True), 1):
        named = (by_name.get(unit_key(name)) for name in task.value.coordinating)
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
