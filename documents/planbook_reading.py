"""A plan's workbook that came back: what it would make of the working copy, and which cells cannot be taken.

A row is known by its hidden id wherever it was moved, one whose id was lost by its words. A cell that says what it said
is left alone; a cell that cannot be read is named and stays as it was.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
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
    shown_day,
    task_cells,
)
from documents.workbook import letters, sheet_name
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
from domain.ids import GroupId, SessionId, TaskId, UnitId
from domain.refusal import Refusal
from domain.vietnamese import search_key, squeeze

_LONGEST = 1000
_UNTOLD = (TaskState.DRAFT, TaskState.DORMANT)


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell that cannot be taken. Codes: clock, day, count, order, empty, too_long, phone."""

    sheet: str
    cell: str
    code: str
    value: str


@dataclass(frozen=True, slots=True)
class Book:
    """What a workbook that came back asks for."""

    programme: Programme
    people: tuple[Person, ...]
    faults: tuple[Fault, ...]


def is_plan_book(content: bytes, languages: Iterable[Words]) -> bool:
    """Whether the file is such a workbook, by the names of its sheets in any of the languages."""
    from python_calamine import load_workbook

    try:
        names = set(load_workbook(io.BytesIO(content)).sheet_names)
    except Exception:  # the library's errors have no common base of their own
        return False
    return any(
        len(names & {sheet_name(words[f"sheet_{name}"]) for name in ("conference", *LISTS)}) >= 3 for words in languages
    )


@dataclass(slots=True)
class _Reading:
    """What is collected while the sheets are read."""

    old: Programme
    today: date
    faults: list[Fault] = field(default_factory=list)
    fresh: int = 0

    def new_id(self) -> int:
        self.fresh -= 1
        return self.fresh

    def take(self, line: "_Line", name: str, was: str, read: Callable[[Any], Any], code: str) -> tuple[bool, Any]:
        """Whether the cell says something else than it said, and what; a cell that cannot be read is named."""
        value = line.cells.get(name)
        if name not in line.cells or squeeze(shown(value)) == squeeze(was):
            return False, None
        if shown(value) == "":
            return True, None
        try:
            return True, read(value)
        except Refusal as refusal:
            self.fault(line, name, "too_long" if refusal.code == "form_too_long" else code)
            return False, None

    def fault(self, line: "_Line", name: str, code: str) -> None:
        at = f"{letters(line.columns[name])}{line.row}"
        self.faults.append(Fault(line.sheet, at, code, shown(line.cells.get(name))[:100]))


@dataclass(frozen=True, slots=True)
class _Line:
    """A row: its sheet and number as people see them, its id, and its cells by the names of their columns."""

    sheet: str
    row: int
    key: str
    cells: dict[str, Any]
    columns: dict[str, int]


def read_plan_book(
    content: bytes, old: Programme, languages: Sequence[Words], people: Sequence[Person], today: date
) -> Book | None:
    """What the workbook would make of the working copy; None for a file that cannot be opened."""
    from python_calamine import load_workbook

    try:
        book = load_workbook(io.BytesIO(content))
        pages = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names}
    except Exception:  # the library's errors have no common base of their own
        return None
    reading = _Reading(old, today)
    lines = {name: _lines(pages, name, languages) for name in ("conference", *LISTS)}
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


def _lines(pages: Mapping[str, list[list[Any]]], name: str, languages: Sequence[Words]) -> list[_Line] | None:
    """The rows of a sheet that say something; None where the sheet is not there."""
    for words in languages:
        title = sheet_name(words[f"sheet_{name}"])
        rows = pages.get(title)
        if rows:
            wanted = ("field", "value") if name == "conference" else tuple(key for key, _ in LISTS[name])
            heads = [search_key(shown(cell)) for cell in rows[0]]
            columns = {key: heads.index(search_key(words[key])) for key in wanted if search_key(words[key]) in heads}
            id_at = heads.index("id") if "id" in heads else None
            return list(_filled(rows, title, columns, id_at))
    return None


def _filled(rows: list[list[Any]], title: str, columns: dict[str, int], id_at: int | None) -> Iterator[_Line]:
    for number, row in enumerate(rows[1:5000], 2):
        cells = {name: row[at] if at < len(row) else "" for name, at in columns.items()}
        if any(shown(value) for value in cells.values()):
            key = shown(row[id_at]) if id_at is not None and id_at < len(row) else ""
            yield _Line(title, number, key, cells, columns)


def shown(value: Any) -> str:
    """A cell as a person reads it."""
    match value:
        case datetime():
            clock = f"{value:%H:%M} " if (value.hour, value.minute) != (0, 0) else ""
            return clock + shown_day(value.date())
        case date():
            return shown_day(value)
        case time():
            return f"{value:%H:%M}"
        case timedelta():
            minutes = int(value.total_seconds()) // 60
            return f"{minutes // 60:02d}:{minutes % 60:02d}"
        case float() if value.is_integer():
            return str(int(value))
        case _:
            return str(value).strip()


def _text(value: Any) -> str:
    text = squeeze(shown(value))
    if len(text) > _LONGEST:
        raise Refusal("form_too_long", most=_LONGEST)
    return text


def _matched(lines: Sequence[_Line], old: Sequence[Any], words_of: Callable[[Any], str], column: str) -> list[Any]:
    """For every line what it was: by its id, once each; else by its words; None for a new one."""
    by_id = {str(each.id): each for each in old}
    found: list[Any] = []
    taken: set[int] = set()
    for line in lines:
        was = by_id.get(line.key)
        found.append(was if was is not None and was.id not in taken else None)
        taken |= {was.id} if was is not None else set()
    left = {search_key(words_of(each)): each for each in old if each.id not in taken}
    for at, line in enumerate(lines):
        if found[at] is None:
            found[at] = left.pop(search_key(shown(line.cells.get(column, ""))), None)
    return found


# --- sheet by sheet ------------------------------------------------------------------------------------------------


def _conference(reading: _Reading, lines: list[_Line] | None) -> Conference:
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
    return read_count(shown(value))


def _text_cell(_today: date, value: Any) -> str:
    return _text(value)


_FIELD_READERS: dict[str, tuple[Any, str]] = {"dates": (_dates_cell, "day"), "expected_count": (_count_cell, "count")}
_FIELD_READERS |= {name: (_text_cell, "too_long") for name in CONFERENCE_FIELDS if name not in _FIELD_READERS}


def _columns(name: str, value: Any) -> dict[str, Any]:
    if name == "dates":
        first, last = (value.first, value.last) if value else (None, None)
        return {"starts_on": first, "ends_on": last, "month": None, "dates_text": None}
    return {"expected_count": value, "expected_text": None} if name == "expected_count" else {name: value}


def _sessions(reading: _Reading, lines: list[_Line] | None) -> tuple[Session, ...]:
    old = reading.old
    if lines is None:
        return old.sessions
    found: list[Session] = []
    parts: list[tuple[_Line, Session]] = []
    for line, was in zip(lines, _matched(lines, old.sessions, lambda s: s.title, "title"), strict=True):
        made = _session(reading, line, was)
        if made is not None:
            found.append(made)
            parts.append((line, made))
    by_title = {search_key(each.title): each.id for each in reversed(found)}
    placed = [_under(line, session, old, by_title) for line, session in parts]
    kept = {each.id for each in placed}
    public = old.conference.state is not ConferenceState.DRAFT
    gone = [replace(each, state=SessionState.CANCELLED) for each in old.sessions if public and each.id not in kept]
    return tuple(replace(each, position=number) for number, each in enumerate([*placed, *gone], 1))


def _session(reading: _Reading, line: _Line, was: Session | None) -> Session | None:
    base = was or Session(id=SessionId(reading.new_id()), title="")
    cells = session_cells(base, reading.old)
    values: dict[str, Any] = {}
    for name, read, code in (
        ("title", _text, "too_long"),
        ("room", _text, "too_long"),
        ("place", _text, "too_long"),
        ("responsible", _text, "too_long"),
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


def _under(line: _Line, session: Session, old: Programme, by_title: dict[str, SessionId]) -> Session:
    """The session under the one that its cell names; under the same as before where the cell says the same."""
    said = squeeze(shown(line.cells.get("part", "")))
    if "part" not in line.cells or said == squeeze(session_cells(session, old)["part"]):
        return (
            session if session.parent is None or session.parent in by_title.values() else replace(session, parent=None)
        )
    parent = by_title.get(search_key(said))
    return replace(session, parent=parent if parent != session.id else None)


def _groups(reading: _Reading, lines: list[_Line] | None) -> tuple[Group, ...]:
    old = reading.old
    if lines is None:
        return old.groups
    found: list[Group] = []
    for line, was in zip(lines, _matched(lines, old.groups, lambda g: g.description, "description"), strict=True):
        base = was or Group(id=GroupId(reading.new_id()), description="")
        cells = group_cells(base)
        values: dict[str, Any] = {}
        for name, read, code in (
            ("level", _text, "too_long"),
            ("description", _text, "too_long"),
            ("quota", lambda cell: read_count(shown(cell)), "count"),
        ):
            changed, value = reading.take(line, name, cells[name], read, code)
            values |= {name: value if name == "quota" else value or ""} if changed else {}
        made = replace(base, **values, position=len(found) + 1)
        if made.description:
            found.append(made)
        else:
            reading.fault(line, "description", "empty")
    return tuple(found)


def _tasks(reading: _Reading, lines: list[_Line] | None) -> tuple[tuple[Unit, ...], tuple[Task, ...]]:
    """Units and tasks; a task that was given out already stays, and a unit never goes."""
    old = reading.old
    if lines is None:
        return old.units, old.tasks
    units = list(old.units)
    found: list[Task] = []
    for line, was in zip(lines, _matched(lines, old.tasks, lambda task: task.text, "text"), strict=True):
        name = squeeze(shown(line.cells.get("unit", "")))
        if not name:
            reading.fault(line, "unit", "empty")
            found += [was] if was is not None else []
            continue
        unit = _unit(reading, units, name)
        if was is not None and was.state not in _UNTOLD:
            found.append(was)
        elif was is not None or shown(line.cells.get("text", "")):
            found.append(_task(reading, line, was, unit, units))
    kept = {each.id for each in found}
    found += [each for each in old.tasks if each.id not in kept and each.state not in _UNTOLD]
    return tuple(units), tuple(replace(each, position=number) for number, each in enumerate(found, 1))


def _unit(reading: _Reading, units: list[Unit], name: str) -> Unit:
    key = search_key(name)
    known = next((u for u in units if key in (search_key(u.name), *(search_key(a) for a in u.aliases))), None)
    if known is None:
        known = Unit(id=UnitId(reading.new_id()), name=name, position=len(units) + 1)
        units.append(known)
    return known


def _task(reading: _Reading, line: _Line, was: Task | None, unit: Unit, units: list[Unit]) -> Task:
    base = was or Task(id=TaskId(reading.new_id()), unit=unit.id, text="")
    cells = task_cells(base, reading.old) if was is not None else dict.fromkeys(("text", "deadline", "helpers"), "")
    made = replace(base, unit=unit.id)
    changed, text = reading.take(line, "text", cells["text"], _text, "too_long")
    if changed and text is None:
        reading.fault(line, "text", "empty")
    elif changed:
        made = replace(made, text=text)
    changed, due = reading.take(line, "deadline", cells["deadline"], lambda cell: _due(cell, reading.today), "day")
    if changed:
        made = replace(made, deadline=due, deadline_text=None)
    changed, helpers = reading.take(line, "helpers", cells["helpers"], _text, "too_long")
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


def _people(reading: _Reading, lines: list[_Line] | None, people: Sequence[Person]) -> tuple[Person, ...]:
    """Lines that are new or say something else than they said; nobody is taken off the list by a workbook."""
    found: list[Person] = []
    for line, was in zip(lines or (), _matched(lines or (), people, lambda p: p.name, "name"), strict=True):
        base = was or Person(name="")
        cells = person_cells(base)
        values: dict[str, Any] = {}
        for name, _ in LISTS["delegates"]:
            read = _phone if name == "phone" else _text
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
