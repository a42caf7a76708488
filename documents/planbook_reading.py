"""A plan's workbook that came back: what it would make of the working copy, and which cells cannot be taken.

A row is known by its hidden id wherever it was moved, one whose id was lost by its words. A cell that says what it said
is left alone; a cell that cannot be read is named and stays as it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from documents.phones import phone
from documents.planbook import (
    END_OF_DAY,
    LISTS,
    Person,
    Words,
    conference_cells,
    group_cells,
    person_cells,
    session_cells,
    task_cells,
)
from documents.planbook_rows import Fault, Line, Pages, Reading, matched, shown, text
from domain.conference import (
    Conference,
    ConferenceState,
    Group,
    Programme,
    Session,
    SessionState,
    Task,
    TaskState,
    Unit,
)
from domain.dates import find_times
from domain.editing import CONFERENCE_FIELDS, read_clocks, read_count, read_dates, read_day
from domain.ids import NO_UNIT, GroupId, SessionId, TaskId, UnitId
from domain.refusal import Refusal
from domain.vietnamese import search_key, squeeze

_UNTOLD = (TaskState.DRAFT, TaskState.DORMANT)


@dataclass(frozen=True, slots=True)
class Book:
    """What a workbook that came back asks for."""

    programme: Programme
    people: tuple[Person, ...]
    faults: tuple[Fault, ...]


def read_plan_book(
    pages: Pages, old: Programme, languages: Sequence[Words], people: Sequence[Person], today: date
) -> Book:
    """What the workbook would make of the working copy."""
    reading = Reading(old, today)
    lines = reading.lines(pages, languages)
    units, tasks = _tasks(reading, lines["tasks"])
    made = replace(
        old,
        conference=_conference(reading, lines["conference"]),
        sessions=_sessions(reading, lines["agenda"]),
        groups=_groups(reading, lines["groups"]),
        units=units,
        tasks=tasks,
    )
    return Book(made, _people(reading, lines["delegates"], people), tuple(reading.faults))


# --- sheet by sheet ------------------------------------------------------------------------------------------------


def _conference(reading: Reading, lines: list[Line] | None) -> Conference:
    found = reading.old.conference
    cells = conference_cells(found)
    for line in lines or ():
        if line.key not in CONFERENCE_FIELDS:
            continue
        reader, code = _FIELD_READERS[line.key]
        changed, value = reading.take(line, "value", cells[line.key], partial(reader, reading.today), code)
        if changed and value is None and line.key == "title":
            reading.fault(line, "value", "empty")
        elif changed:
            found = replace(found, **_columns(line.key, value))
    return found


def _dates_cell(today: date, value: Any) -> Any:
    return read_dates(shown(value), today)


def _count_cell(_today: date, value: Any) -> int:
    return _count(value)


def _count(value: Any) -> int:
    """A whole number; "1.200" is one as people write it, the number 10.5 is none."""
    if isinstance(value, float) and not value.is_integer():
        raise Refusal("not_a_count")
    return read_count(shown(value))


def _text_cell(_today: date, value: Any) -> str:
    return text(value)


_FIELD_READERS: dict[str, tuple[Any, str]] = {"dates": (_dates_cell, "day"), "expected_count": (_count_cell, "count")}
_FIELD_READERS |= {name: (_text_cell, "too_long") for name in CONFERENCE_FIELDS if name not in _FIELD_READERS}


def _columns(name: str, value: Any) -> dict[str, Any]:
    if name == "dates":
        first, last = (value.first, value.last) if value else (None, None)
        return {"starts_on": first, "ends_on": last, "month": None, "dates_text": None}
    return {"expected_count": value, "expected_text": None} if name == "expected_count" else {name: value}


def _sessions(reading: Reading, lines: list[Line] | None) -> tuple[Session, ...]:
    old = reading.old
    if lines is None:
        return old.sessions
    found: list[Session] = []
    parts: list[tuple[Line, Session]] = []
    for line, was in zip(lines, matched(lines, old.sessions, lambda s: s.title, "title"), strict=True):
        made = _session(reading, line, was)
        if made is not None:
            found.append(made)
            parts.append((line, made))
    by_title = {search_key(each.title): each.id for each in reversed(found)}
    placed = [
        session if reading.failed(line, "part") else _under(line, session, old, by_title) for line, session in parts
    ]
    kept = {each.id for each in placed}
    public = old.conference.state is not ConferenceState.DRAFT
    gone = [replace(each, state=SessionState.CANCELLED) for each in old.sessions if public and each.id not in kept]
    return tuple(replace(each, position=number) for number, each in enumerate([*placed, *gone], 1))


def _session(reading: Reading, line: Line, was: Session | None) -> Session | None:
    base = was or Session(id=SessionId(reading.new_id()), title="")
    cells = session_cells(base, reading.old)
    values: dict[str, Any] = {}
    for name, read, code in (
        ("title", text, "too_long"),
        ("room", text, "too_long"),
        ("place", text, "too_long"),
        ("responsible", text, "too_long"),
        ("day", lambda cell: read_day(shown(cell), reading.today), "day"),
        ("start", lambda cell: read_clocks(shown(cell)).start, "clock"),
        ("end", lambda cell: read_clocks(shown(cell)).start, "clock"),
    ):
        changed, value = reading.take(line, name, cells[name], read, code)
        values |= {name: value} if changed else {}
    if values.get("title", base.title) in (None, ""):
        reading.fault(line, "title", "empty")
        if was is None:
            return None
        values.pop("title", None)
    made = replace(base, **values)
    if made.start and made.end and made.end <= made.start and ("start" in values or "end" in values):
        reading.fault(line, "end", "order")
        return replace(made, start=base.start, end=base.end)
    return made


def _under(line: Line, session: Session, old: Programme, by_title: dict[str, SessionId]) -> Session:
    """The session under the one that its cell names; under the same as before where the cell says the same."""
    said = squeeze(shown(line.cells.get("part", "")))
    if "part" not in line.cells or said == squeeze(session_cells(session, old)["part"]):
        return (
            session if session.parent is None or session.parent in by_title.values() else replace(session, parent=None)
        )
    parent = by_title.get(search_key(said))
    return replace(session, parent=parent if parent != session.id else None)


def _groups(reading: Reading, lines: list[Line] | None) -> tuple[Group, ...]:
    old = reading.old
    if lines is None:
        return old.groups
    found: list[Group] = []
    for line, was in zip(lines, matched(lines, old.groups, lambda g: g.description, "description"), strict=True):
        base = was or Group(id=GroupId(reading.new_id()), description="")
        cells = group_cells(base)
        values: dict[str, Any] = {}
        for name, read, code in (
            ("level", text, "too_long"),
            ("description", text, "too_long"),
            ("quota", _count, "count"),
        ):
            changed, value = reading.take(line, name, cells[name], read, code)
            values |= {name: value if name == "quota" else value or ""} if changed else {}
        made = replace(base, **values, position=len(found) + 1)
        if not made.description:
            reading.fault(line, "description", "empty")
            made = replace(made, description=base.description)
        if made.description:
            found.append(made)
    return tuple(found)


def _tasks(reading: Reading, lines: list[Line] | None) -> tuple[tuple[Unit, ...], tuple[Task, ...]]:
    """Units and tasks; a task that was given out already stays, and a unit never goes. A task may have no unit yet."""
    old = reading.old
    if lines is None:
        return old.units, old.tasks
    units = list(old.units)
    found: list[Task] = []
    for line, was in zip(lines, matched(lines, old.tasks, lambda task: task.text, "text"), strict=True):
        name = squeeze(shown(line.cells.get("unit", "")))
        if reading.failed(line, "unit"):
            unit = NO_UNIT if was is None else was.unit
        else:
            unit = _unit(reading, units, name).id if name else NO_UNIT
        if was is not None and was.state not in _UNTOLD:
            found.append(was)
        elif was is not None or shown(line.cells.get("text", "")):
            found.append(_task(reading, line, was, unit, units))
    kept = {each.id for each in found}
    found += [each for each in old.tasks if each.id not in kept and each.state not in _UNTOLD]
    return tuple(units), tuple(replace(each, position=number) for number, each in enumerate(found, 1))


def _unit(reading: Reading, units: list[Unit], name: str) -> Unit:
    key = search_key(name)
    known = next((u for u in units if key in (search_key(u.name), *(search_key(a) for a in u.aliases))), None)
    if known is None:
        known = Unit(id=UnitId(reading.new_id()), name=name, position=len(units) + 1)
        units.append(known)
    return known


def _task(reading: Reading, line: Line, was: Task | None, unit: UnitId, units: list[Unit]) -> Task:
    base = was or Task(id=TaskId(reading.new_id()), unit=unit, text="")
    cells = task_cells(base, reading.old) if was is not None else dict.fromkeys(("text", "deadline", "helpers"), "")
    made = replace(base, unit=unit)
    changed, words = reading.take(line, "text", cells["text"], text, "too_long")
    if changed and words is None:
        reading.fault(line, "text", "empty")
    elif changed:
        made = replace(made, text=words)
    changed, due = reading.take(line, "deadline", cells["deadline"], lambda cell: _due(cell, reading.today), "day")
    if changed:
        made = replace(made, deadline=due, deadline_text=None)
    changed, helpers = reading.take(line, "helpers", cells["helpers"], text, "too_long")
    if changed:
        names = [squeeze(part) for part in (helpers or "").split(";") if squeeze(part)]
        made = replace(made, coordinating=tuple(_unit(reading, units, name).id for name in names))
    return made


def _due(value: Any, today: date) -> datetime:
    """A day means its end; "17:00 18/7/2026" the instant."""
    if isinstance(value, datetime) and (value.hour, value.minute) != (0, 0):
        return value
    spans = find_times(shown(value), today.year)
    if spans and spans[0].clock is not None:
        return datetime.combine(spans[0].date.last, spans[0].clock.clock)
    return datetime.combine(read_day(shown(value), today), END_OF_DAY)


def _people(reading: Reading, lines: list[Line] | None, people: Sequence[Person]) -> tuple[Person, ...]:
    """Lines that are new or say something else than they said; nobody is taken off the list by a workbook."""
    found: list[Person] = []
    for line, was in zip(lines or (), matched(lines or (), people, lambda p: p.name, "name"), strict=True):
        base = was or Person(name="")
        cells = person_cells(base)
        values: dict[str, Any] = {}
        for name, _ in LISTS["delegates"]:
            read = _phone if name == "phone" else text
            changed, value = reading.take(line, name, cells[name], read, "phone" if name == "phone" else "too_long")
            values |= {name: value} if changed else {}
        if values.get("name", base.name) in (None, ""):
            reading.fault(line, "name", "empty")
        elif values:
            found.append(replace(base, **values))
    return tuple(found)


def _phone(value: Any) -> str:
    found = phone(shown(value))
    if found is None:
        raise Refusal("phone_invalid")
    return found
