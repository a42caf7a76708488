"""What organizers type while they correct a draft: which fields there are, and how each is read."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from domain.conference import Session
from domain.dates import find_clocks, find_conflicts, find_dates, find_impossible
from domain.refusal import Refusal
from domain.vietnamese import squeeze

CLEAR = "-"
"""What somebody types to empty a field."""


@dataclass(frozen=True, slots=True)
class Dates:
    """The first and the last day."""

    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Clocks:
    """When a session begins and, if said, ends."""

    start: time
    end: time | None


def read_text(typed: str) -> str:
    """A line of text, at most 1,000 characters."""
    found = squeeze(typed)
    if not found:
        raise Refusal("form_empty")
    if len(found) > 1000:
        raise Refusal("form_too_long", most=1000)
    return found


def read_count(typed: str) -> int:
    """A number of people."""
    digits = typed.replace(".", "").strip()
    if not digits.isdigit() or len(digits) > 7 or not 0 < int(digits) <= 1_000_000:
        raise Refusal("not_a_count")
    return int(digits)


def read_dates(typed: str, today: date) -> Dates:
    """One day or a range, as Vietnamese write them; the year may be left out when the day is still to come.

    Refuses impossible dates (30/02), a weekday that does not fit, and ends before beginnings.
    """
    _refuse_impossible(typed)
    conflicts = find_conflicts(typed, today.year)
    if conflicts:
        raise Refusal("wrong_weekday", day=conflicts[0].day)
    spans = find_dates(typed, today.year)
    if not spans:
        raise Refusal("not_a_date")
    days = [day for span in spans for day in span.days]
    first, last = min(days), max(days)
    if (last - first).days > 30:
        raise Refusal("dates_too_far", first=first, last=last)
    return Dates(first, last)


def read_day(typed: str, today: date) -> date:
    """One day."""
    return read_dates(typed, today).first


def read_clocks(typed: str) -> Clocks:
    """ "8h00" or "8h00 - 9h30"."""
    _refuse_impossible(typed)
    spans = find_clocks(typed)
    if not spans:
        raise Refusal("not_a_clock")
    start, end = spans[0].clock, spans[0].until
    if end is None and len(spans) > 1:
        end = spans[1].clock
    if end is not None and end <= start:
        raise Refusal("ends_before_start")
    return Clocks(start, end)


def _refuse_impossible(typed: str) -> None:
    wrong = find_impossible(typed)
    if wrong:
        raise Refusal(
            "impossible_date" if wrong[0].what == "date" else "impossible_clock", text=_quote(typed, wrong[0])
        )


def _quote(typed: str, span: Any) -> str:
    return typed[span.at : span.to].strip()


Reader = Callable[[str, date], dict[str, Any]]


def _dates(typed: str, today: date) -> dict[str, Any]:
    found = read_dates(typed, today)
    return {"starts_on": found.first, "ends_on": found.last, "month": None, "dates_text": None}


def _clocks(typed: str, today: date) -> dict[str, Any]:
    found = read_clocks(typed)
    return {"start": found.start, "end": found.end}


def _text_field(name: str) -> Reader:
    return lambda typed, today: {name: read_text(typed)}


CONFERENCE_FIELDS: dict[str, Reader] = {
    "title": _text_field("title"),
    "dates": _dates,
    "venue": _text_field("venue"),
    "issuer": _text_field("issuer"),
    "chair": _text_field("chair"),
    "contact": _text_field("contact"),
    "form": _text_field("form"),
    "expected_count": lambda typed, today: {"expected_count": read_count(typed), "expected_text": None},
}
"""What can be edited about the conference, in the order it is offered, and what each changes."""

SESSION_FIELDS: dict[str, Reader] = {
    "title": _text_field("title"),
    "day": lambda typed, today: {"day": read_day(typed, today)},
    "clock": _clocks,
    "room": _text_field("room"),
    "place": _text_field("place"),
    "responsible": _text_field("responsible"),
}
"""What can be edited about a session."""

REQUIRED = ("title",)
"""Fields that cannot be emptied."""

_EMPTY = {
    "dates": {"starts_on": None, "ends_on": None, "dates_text": None},
    "day": {"day": None},
    "clock": {"start": None, "end": None},
}


def read_field(fields: dict[str, Reader], name: str, typed: str, today: date) -> dict[str, Any]:
    """The columns that the typed text changes; `-` empties a field that may be empty."""
    if typed.strip() == CLEAR:
        if name in REQUIRED:
            raise Refusal("field_required")
        return dict(_EMPTY.get(name, {name: None}))
    return fields[name](typed, today)


def moved_days(sessions: tuple[Session, ...], old_first: date | None, dates: Dates) -> dict[int, date]:
    """The new day of each session when the conference gets other dates.

    Sessions with a day move along with the first day. Where the conference lasts one day, sessions without a day
    are on that day; on several days nobody knows which, so they stay without.
    """
    shift = timedelta() if old_first is None else dates.first - old_first
    moved: dict[int, date] = {}
    for session in sessions:
        if session.day is not None and shift:
            moved[session.id] = session.day + shift
        elif session.day is None and dates.first == dates.last:
            moved[session.id] = dates.first
    return moved
