"""What the paper says once it is read: the conference, its sessions, who is invited, and which unit does what."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from domain.ids import ConferenceId, GroupId, SessionId, TaskId, UnitId

_ORGANIZING = re.compile(r"(?:(?:về )?việc )?tổ chức\s+(?=\w)", re.IGNORECASE)


def event_name(title: str) -> str:
    """What the event is called: a plan is *Kế hoạch tổ chức Hội nghị …*, people go to the *Hội nghị …*."""
    found = _ORGANIZING.match(title)
    rest = title[found.end() :] if found else title
    return rest[:1].upper() + rest[1:]


class ConferenceState(StrEnum):
    """Draft until the first publication; closed after the end report."""

    DRAFT = "draft"
    PUBLISHED = "published"
    CLOSED = "closed"


class SessionState(StrEnum):
    """Where a session stands on the day. A cancelled session stays cancelled."""

    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"


class TaskState(StrEnum):
    """A task's life; *overdue* is computed from the deadline, never stored."""

    DRAFT = "draft"
    DORMANT = "dormant"  # conditional ("nếu có"): asleep until an organizer wakes it
    ASSIGNED = "assigned"
    ACCEPTED = "accepted"
    IN_PROGRESS = "in_progress"
    REFUSED = "refused"
    REPORTED = "reported"
    DONE = "done"
    RETURNED = "returned"
    SHARED = "shared"  # a collective unit's ("các đơn vị thành viên"): each member owes a part of its own
    WITHDRAWN = "withdrawn"


UNTOLD = (TaskState.DRAFT, TaskState.DORMANT)  # no unit has been told of such a task yet


@dataclass(frozen=True, slots=True)
class Source:
    """Where in the paper something stands: the words, and the first and last line (1-based, inclusive)."""

    quote: str
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Conference:
    """One conference. Dates may be unknown: then `dates_text` (and perhaps `month`, "YYYY-MM") says what is known."""

    id: ConferenceId = ConferenceId(0)
    code: str = ""
    title: str = ""
    issuer: str | None = None
    venue: str | None = None
    form: str | None = None
    chair: str | None = None
    contact: str | None = None
    duration: str | None = None
    timezone: str = "Asia/Ho_Chi_Minh"
    language: str = "vi"
    starts_on: date | None = None
    ends_on: date | None = None
    month: str | None = None
    dates_text: str | None = None
    expected_count: int | None = None
    expected_text: str | None = None
    doc_no: str | None = None
    doc_date: date | None = None
    signer: str | None = None
    signer_title: str | None = None
    purpose: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    state: ConferenceState = ConferenceState.DRAFT
    revision: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One line of the agenda, in the conference's time zone. `parent` is the session that it is a part of."""

    id: SessionId = SessionId(0)
    title: str
    day: date | None = None
    start: time | None = None
    end: time | None = None
    place: str | None = None
    room: str | None = None
    responsible: str | None = None
    parent: SessionId | None = None
    position: int = 0
    state: SessionState = SessionState.PLANNED
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A line of *Thành phần tham dự*: `level` is its heading ("Ở tỉnh"), `description` the line itself."""

    id: GroupId = GroupId(0)
    level: str = ""
    description: str
    quota: int | None = None
    position: int = 0
    source: Source | None = None

    @property
    def text(self) -> str:
        """The line behind its heading, where it has one."""
        return f"{self.level}: {self.description}" if self.level else self.description


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A body that the plan gives work to, with the other names people use for it."""

    id: UnitId = UnitId(0)
    name: str
    role: str | None = None
    aliases: tuple[str, ...] = ()
    position: int = 0
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One thing one unit has to do; `unit` is `NO_UNIT` while none has been given it.

    `deadline_text` is the paper's phrase; `deadline` the instant it means in the conference's zone (naive local
    time), or None where the paper gives none or it cannot be computed yet.
    """

    id: TaskId = TaskId(0)
    unit: UnitId
    text: str
    coordinating: tuple[UnitId, ...] = ()
    deadline_text: str | None = None
    deadline: datetime | None = None
    conditional: bool = False
    state: TaskState = TaskState.DRAFT
    position: int = 0
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A time the plan states that is no agenda item of its own (a rehearsal, the whole conference, a deadline)."""

    what: str
    text: str
    start: datetime | date | None = None
    end: datetime | date | None = None
    source: Source | None = None


BASIS = "basis"
"""The topic of the papers that a plan rests on: their numbers and dates answer no other question."""

REQUIRED = "requirement"
"""The topic of what a plan requires of the whole: "Hội nghị tổ chức thiết thực, tiết kiệm"."""

REST = "rest"
"""The topic of what the paper says and no field holds: the line as it stands, kept, and shown and asked nowhere yet."""

CHANGED = "changed"
"""The topic of what a notice in the paper says was changed of the plan since."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A statement about a practical matter: `topic` is a stable code (dress, meals, lodging, transport, wifi …).

    `question` is what organizers wrote it in answer to; one asked alike is answered with it before anything else.
    """

    topic: str
    text: str
    source: Source | None = None
    question: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """Everything answers, reminders and notices are computed from: one published revision, or a plan just read."""

    conference: Conference
    sessions: tuple[Session, ...] = ()
    groups: tuple[Group, ...] = ()
    units: tuple[Unit, ...] = ()
    tasks: tuple[Task, ...] = ()
    moments: tuple[Moment, ...] = ()
    facts: tuple[Fact, ...] = ()


def next_first(conferences: Iterable[Conference], today: date) -> list[Conference]:
    """What is on or comes next first, then what has no day yet, then what is over, the latest of those first."""

    def place(each: Conference) -> tuple[int, int]:
        if each.starts_on is None:
            return 1, -int(each.id)
        ends = each.ends_on or each.starts_on
        return (0, each.starts_on.toordinal()) if ends >= today else (2, -ends.toordinal())

    return sorted(conferences, key=place)
