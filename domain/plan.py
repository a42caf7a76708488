"""What a plan says once it is read: every field with the lines it stands on and how sure the reader is.

Nothing here is invented: a field that the plan does not state is None or empty, and `missing` names it by a stable
code, so that somebody can be asked. `doubts` name what is stated and cannot be right, or may be misread.
"""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Generic, TypeVar

from domain.conference import Fact, Source

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
    """A line of the agenda. `part_of` is the block or session it belongs to, in the plan's words.

    `within` is what the heading of that block tells of the whole: its hours, room and chair.
    """

    title: str
    day: date | None = None
    start: time | None = None
    end: time | None = None
    place: str | None = None
    room: str | None = None
    responsible: str | None = None
    part_of: str | None = None
    within: "PlanSession | None" = None


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
