"""A whole plan as one workbook: conference, programme, participants, delegates, tasks.

Every row carries its id in a hidden column, so that it is known again wherever it was moved when the workbook comes
back (`documents.planbook_reading`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from documents.workbook import Cell, Column, Doubtful, Sheet, workbook
from domain.conference import Conference, Group, Programme, Session, Task
from domain.editing import CONFERENCE_FIELDS

Words = Mapping[str, str]
Doubts = Mapping[tuple[str, int], str]
"""By field ("venue", 0) or by list and id ("sessions", 3): the words somebody should look at."""
LISTS: dict[str, tuple[tuple[str, int], ...]] = {
    "agenda": (
        ("day", 13),
        ("start", 9),
        ("end", 9),
        ("title", 60),
        ("room", 22),
        ("place", 26),
        ("responsible", 30),
        ("part", 30),
    ),
    "groups": (("level", 30), ("description", 70), ("quota", 10)),
    "delegates": (("name", 28), ("post", 28), ("unit", 34), ("group", 40), ("phone", 16)),
    "tasks": (("unit", 36), ("text", 70), ("deadline", 20), ("helpers", 40)),
}
_ROOM = 60
END_OF_DAY = time(23, 59)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A line of the sheet of delegates; the id is 0 for somebody who is not on the list yet."""

    id: int = 0
    name: str
    post: str | None = None
    unit: str | None = None
    group: str | None = None
    phone: str | None = None


# --- out -----------------------------------------------------------------------------------------------------------


def plan_book(found: Programme, words: Words, people: Sequence[Person] = (), doubts: Doubts | None = None) -> bytes:
    """The workbook; `words` name its sheets ("sheet_agenda") and columns ("title"), `fields` its fields."""
    known = doubts or {}
    units = tuple(dict.fromkeys(unit.name for unit in found.units))
    groups = tuple(dict.fromkeys(group.description for group in found.groups))
    days = tuple(dict.fromkeys(shown_day(each.day) for each in found.sessions if each.day))
    choices = {
        "unit": units,
        "group": groups,
        "day": days,
        "level": tuple(dict.fromkeys(g.level for g in found.groups)),
    }
    rows: dict[str, list[list[Cell]]] = {
        "agenda": [_row(each, session_cells(each, found), known, "sessions", "title") for each in found.sessions],
        "groups": [_row(each, group_cells(each), known, "groups", "description") for each in found.groups],
        "delegates": [[each.id, *person_cells(each).values()] for each in people],
        "tasks": [_row(each, task_cells(each, found), known, "tasks", "text") for each in found.tasks],
    }
    rows["tasks"] += [[0, each.name, "", "", ""] for each in found.units if all(t.unit != each.id for t in found.tasks)]
    sheets = [_conference_sheet(found.conference, words, known)]
    for name, columns in LISTS.items():
        header = [Column(heading="id", width=8, hidden=True)]
        header += [Column(heading=words[key], width=width, choices=choices.get(key, ())) for key, width in columns]
        sheets.append(Sheet(words[f"sheet_{name}"], header, rows[name], len(rows[name]) + _ROOM))
    return workbook(sheets)


def _conference_sheet(conference: Conference, words: Words, doubts: Doubts) -> Sheet:
    header = [
        Column(heading="id", width=16, hidden=True),
        Column(heading=words["field"], width=28),
        Column(heading=words["value"], width=90),
    ]
    cells = conference_cells(conference)
    rows = [[name, words[f"field_{name}"], _doubtful(cells[name], doubts.get((name, 0)))] for name in CONFERENCE_FIELDS]
    return Sheet(words["sheet_conference"], header, rows)


def _row(each: Any, cells: dict[str, str], doubts: Doubts, kind: str, marked: str) -> list[Cell]:
    note = doubts.get((kind, each.id))
    return [each.id, *(_doubtful(value, note if name == marked else None) for name, value in cells.items())]


def _doubtful(value: str, note: str | None) -> Cell:
    return value if note is None else Doubtful(value, note)


def conference_cells(conference: Conference) -> dict[str, str]:
    """The conference's fields as their cells show them."""
    first, last = conference.starts_on, conference.ends_on
    dates = conference.dates_text or ""
    if first is not None:
        dates = shown_day(first) if last in (None, first) else f"{shown_day(first)} - {shown_day(last)}"
    values = {name: getattr(conference, name, None) for name in CONFERENCE_FIELDS}
    return {name: dates if name == "dates" else str(value or "") for name, value in values.items()}


def session_cells(session: Session, found: Programme) -> dict[str, str]:
    """A session's cells."""
    whole = next((each.title for each in found.sessions if each.id == session.parent), "")
    return {
        "day": shown_day(session.day),
        "start": _clock(session.start),
        "end": _clock(session.end),
        "title": session.title,
        "room": session.room or "",
        "place": session.place or "",
        "responsible": session.responsible or "",
        "part": whole,
    }


def group_cells(group: Group) -> dict[str, str]:
    """A group's cells."""
    return {"level": group.level, "description": group.description, "quota": str(group.quota or "")}


def person_cells(person: Person) -> dict[str, str]:
    """A delegate's cells."""
    return {name: getattr(person, name) or "" for name, _ in LISTS["delegates"]}


def task_cells(task: Task, found: Programme) -> dict[str, str]:
    """A task's cells; a deadline that counts from the conference stands in the paper's words."""
    names = {each.id: each.name for each in found.units}
    due = task.deadline_text or ""
    if task.deadline is not None:
        clock = "" if task.deadline.time() == END_OF_DAY else f"{task.deadline:%H:%M} "
        due = clock + shown_day(task.deadline.date())
    helpers = "; ".join(names[unit] for unit in task.coordinating if unit in names)
    return {"unit": names.get(task.unit, ""), "text": task.text, "deadline": due, "helpers": helpers}


def shown_day(day: date | None) -> str:
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if day else ""


def _clock(clock: time | None) -> str:
    return f"{clock:%H:%M}" if clock else ""
