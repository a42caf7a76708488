"""Answer values: what is to be said, as facts. Each is a view; its template turns it into words.

Every answer tells whether it `answered` (False: the bot says that it does not know), its `kind`, and the `sources` in
the paper that it rests on.
"""

from dataclasses import dataclass
from datetime import date

from domain.answers.pieces import (
    AgendaDay,
    Base,
    Choice,
    GroupLines,
    Known,
    Line,
    Quoting,
    Sources,
    TaskLine,
    Unanswered,
)
from domain.answers.programme_values import (
    ConferenceTimes,
    DayPlan,
    MomentTimes,
    Neighbour,
    NowNext,
    Order,
    SessionTimes,
    TimeLeft,
    WhereIs,
    WholeAgenda,
)
from domain.answers.unanswered_values import (
    Ambiguous,
    NeedDate,
    NoDeadline,
    NoInformation,
    NotUnderstood,
    OutOfScope,
    Private,
)
from domain.ids import UnitId
from domain.views import view


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible(Base):
    """Who does something: agenda items with their persons, or tasks with their units.

    `place` is where the first task says it is done, if that was asked.
    """

    lines: tuple[Line, ...] = ()
    tasks: tuple[TaskLine, ...] = ()
    place: str | None = None

    @property
    def kind(self) -> str:
        return "who"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTasks(Base):
    """What the plan gives a unit to do, and the agenda items that name it; `own` if it is the asker's unit."""

    unit_id: UnitId | None
    unit: str
    role: str | None
    tasks: tuple[TaskLine, ...]
    lines: tuple[Line, ...] = ()
    own: bool = False
    undated: bool = False

    @property
    def kind(self) -> str:
        return "tasks"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Base):
    """By when something is due."""

    tasks: tuple[TaskLine, ...]

    @property
    def kind(self) -> str:
        return "deadline"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance(Base):
    """Who attends. `asked_for` False: all of it; `may` answers "có được dự không?" with yes."""

    groups: tuple[GroupLines, ...]
    may: bool = False
    count: str | None = None

    @property
    def kind(self) -> str:
        return "attendees"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class HeadCount(Base):
    """How many people: the plan's own phrase, or a number."""

    count: int | None
    text: str | None
    of: str | None = None

    @property
    def kind(self) -> str:
        return "count"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class ItemCount(Base):
    """How many items, sessions or units there are; `what` is items, units, named (items of one sort) or
    listed (rows of a list)."""

    what: str
    count: int
    names: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return "count"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Existence(Base):
    """Whether the programme has something: yes, with what it says; or no such item on the agenda."""

    present: bool
    what: str
    lines: tuple[Line, ...] = ()
    tasks: tuple[TaskLine, ...] = ()
    quotes: tuple[str, ...] = ()

    @property
    def kind(self) -> str:
        return "exists"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class PlanField(Base):
    """One fact about the conference or its plan: signer, chair, number, date, issuer, title, purpose, form …"""

    field: str
    value: str
    detail: str | None = None
    day: date | None = None

    @property
    def kind(self) -> str:
        return self.field


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Practical(Quoting):
    """Practical facts of one topic, in the words of the plan or of the organizers; `yes` answers "có … không?"."""

    topic: str
    yes: bool = False

    @property
    def kind(self) -> str:
        return "logistics"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class SavedAnswer(Base):
    """What the organizers themselves have answered to this question."""

    question: str
    text: str

    @property
    def kind(self) -> str:
        return "faq"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted(Quoting):
    """Lines of the plan that speak of what was asked, word for word."""

    @property
    def kind(self) -> str:
        return "quoted"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class OwnMatter(Base):
    """The asker's own registration, seat or lodging."""

    matter: str
    value: str

    @property
    def kind(self) -> str:
        return "own"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Changes(Base):
    """What was changed since it was first told; empty: nothing."""

    changes: tuple[str, ...]

    @property
    def kind(self) -> str:
        return "changes"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Greeting(Base):
    """A greeting returned, with the conference's name. `thanks` answers a thank-you."""

    title: str
    thanks: bool = False

    @property
    def kind(self) -> str:
        return "greeting"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Abilities(Base):
    """What may be asked; `foreign` adds the other language for somebody who writes in a third one."""

    title: str
    foreign: bool = False

    @property
    def kind(self) -> str:
        return "help"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class AskAgain(Base):
    """The questions of a message beyond those that are answered at once: to be sent again."""

    texts: tuple[str, ...]

    @property
    def kind(self) -> str:
        return "help"


Answer = (
    SessionTimes
    | MomentTimes
    | ConferenceTimes
    | TimeLeft
    | WhereIs
    | DayPlan
    | WholeAgenda
    | NowNext
    | Neighbour
    | Order
    | Responsible
    | UnitTasks
    | Deadline
    | Attendance
    | HeadCount
    | ItemCount
    | Existence
    | PlanField
    | Practical
    | Quoted
    | SavedAnswer
    | OwnMatter
    | Changes
    | Greeting
    | Abilities
    | AskAgain
    | Ambiguous
    | NoDeadline
    | NotUnderstood
    | NoInformation
    | NeedDate
    | OutOfScope
    | Private
)

__all__ = [
    "Abilities",
    "AgendaDay",
    "Ambiguous",
    "Answer",
    "AskAgain",
    "Attendance",
    "Base",
    "Changes",
    "Choice",
    "ConferenceTimes",
    "DayPlan",
    "Deadline",
    "Existence",
    "Greeting",
    "GroupLines",
    "HeadCount",
    "ItemCount",
    "Known",
    "Line",
    "MomentTimes",
    "NeedDate",
    "Neighbour",
    "NoDeadline",
    "NoInformation",
    "NotUnderstood",
    "NowNext",
    "Order",
    "OutOfScope",
    "OwnMatter",
    "PlanField",
    "Practical",
    "Private",
    "Quoted",
    "Responsible",
    "SavedAnswer",
    "SessionTimes",
    "Sources",
    "TaskLine",
    "TimeLeft",
    "Unanswered",
    "UnitTasks",
    "WhereIs",
    "WholeAgenda",
]
