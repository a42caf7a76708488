"""Answer values: what is to be said, as facts. Each is a view; its template turns it into words.

Every answer tells whether it `answered` (False: the bot says that it does not know), its `kind`, and the `sources` in
the paper that it rests on.
"""

from dataclasses import dataclass
from datetime import date, datetime, time

from domain.conference import Source
from domain.dates import DayPart
from domain.ids import SessionId, TaskId, UnitId
from domain.views import view

Sources = tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One agenda item as an answer shows it.

    `within` and `within_start` are the session it is a part of and when that one begins; `by` is who is responsible,
    `by_unit` the unit behind a role ("đơn vị Cụm phó"); `mine` marks the asker's own.
    """

    id: SessionId
    title: str
    day: date | None = None
    start: time | None = None
    end: time | None = None
    place: str | None = None
    by: str | None = None
    by_unit: str | None = None
    within: str | None = None
    within_start: time | None = None
    running: bool = False
    cancelled: bool = False
    mine: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """One task as an answer shows it. `deadline` is an instant, `due_day` a day; both None: the paper gives none."""

    id: TaskId
    unit: str
    text: str
    deadline_text: str | None = None
    deadline: datetime | None = None
    conditional: bool = False
    coordinating: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the plan says of the whole conference's time: its days, or a phrase ("dự kiến trong tháng 7/2023").

    `opens` and `closes` are the hours it gives for the whole.
    """

    starts_on: date | None = None
    ends_on: date | None = None
    text: str | None = None
    opens: time | None = None
    closes: time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What every answer tells."""

    sources: Sources = ()

    @property
    def answered(self) -> bool:
        return True

    @property
    def kind(self) -> str:
        return "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered(Base):
    """Every answer that says: this the bot does not know."""

    @property
    def answered(self) -> bool:
        return False


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTimes(Base):
    """When sessions begin (and end). `asked` is start, end or duration; `minutes` the length if known."""

    lines: tuple[Line, ...]
    known: Known
    asked: str = "start"
    minutes: int | None = None
    where: bool = False
    note: str | None = None

    @property
    def kind(self) -> str:
        return "when"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class MomentTimes(Base):
    """When something happens that is no agenda item: a rehearsal, a whole session with its own line in the paper."""

    what: str
    day: date | None
    start: time | None
    asked: str = "start"
    end_day: date | None = None
    end: time | None = None
    text: str = ""
    place: str | None = None

    @property
    def kind(self) -> str:
        return "when"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceTimes(Base):
    """When the conference is: its days, its first item and (if another) the item that opens it."""

    title: str
    known: Known
    first: Line | None = None
    main: Line | None = None
    last: Line | None = None
    duration: str | None = None
    asked: str = "start"
    place: str | None = None
    note: str | None = None

    @property
    def kind(self) -> str:
        return "when"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class TimeLeft(Base):
    """How long until something begins (`ending` False) or ends; `passed` if it already has.

    `unix` is when, in seconds since 1970: Telegram shows such a time in the reader's own zone.
    """

    line: Line
    minutes: int
    ending: bool = False
    passed: bool = False
    unix: int | None = None

    @property
    def kind(self) -> str:
        return "time-left"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class WhereIs(Base):
    """Where the conference is, or each of some sessions."""

    place: str | None
    lines: tuple[Line, ...] = ()
    timed: bool = False

    @property
    def kind(self) -> str:
        return "where"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class DayPlan(Base):
    """The items of a day or a part of it; `otherwise` are the day's other items when the asked part has none."""

    first: date
    last: date
    part: DayPart | None
    lines: tuple[Line, ...]
    otherwise: tuple[Line, ...] = ()
    nearest: date | None = None
    remaining: bool = False
    known: Known = Known()

    @property
    def kind(self) -> str:
        return "day"


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One day of the whole agenda; `day` None collects what has no day yet."""

    day: date | None
    lines: tuple[Line, ...]


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class WholeAgenda(Base):
    """Everything, by day."""

    title: str
    days: tuple[AgendaDay, ...]
    known: Known

    @property
    def kind(self) -> str:
        return "list"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class NowNext(Base):
    """What is on at a moment and what comes next. `phase`: before, during, between, after, unknown."""

    phase: str
    asked: str
    now: tuple[Line, ...] = ()
    next: tuple[Line, ...] = ()
    known: Known = Known()

    @property
    def kind(self) -> str:
        return "now" if self.asked == "now" else "what-next"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour(Base):
    """What stands after or before an item, or first or last (`anchor` None). A pair per item that was meant."""

    relation: str
    pairs: tuple[tuple[Line | None, tuple[Line, ...]], ...]

    @property
    def kind(self) -> str:
        return "what-next"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Base):
    """Which of two items comes first; `together` where they begin at the same time."""

    first: Line
    second: Line
    together: bool = False

    @property
    def kind(self) -> str:
        return "what-next"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible(Base):
    """Who does something: agenda items with their persons, or tasks with their units."""

    lines: tuple[Line, ...] = ()
    tasks: tuple[TaskLine, ...] = ()

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


@dataclass(frozen=True, slots=True)
class GroupLines:
    """One level of *Thành phần tham dự* with its lines."""

    level: str
    members: tuple[str, ...]


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
    """How many items, sessions or units there are; `what` is items, units or named (items of one sort)."""

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
class Practical(Base):
    """Practical facts of one topic, in the words of the plan or of the organizers; `yes` answers "có … không?"."""

    topic: str
    texts: tuple[str, ...]
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
class Quoted(Base):
    """Lines of the plan that speak of what was asked, word for word."""

    texts: tuple[str, ...]

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


@dataclass(frozen=True, slots=True)
class Choice:
    """One reading of an ambiguous question, and the question that asks for it alone."""

    label: str
    question: str


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguous(Unanswered):
    """Two or three readings: the person chooses."""

    choices: tuple[Choice, ...]

    @property
    def kind(self) -> str:
        return "ambiguous"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood(Unanswered):
    """The question was not understood; the agenda is offered and the question can be passed on."""

    empty: bool = False

    @property
    def kind(self) -> str:
        return "not-understood"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class NoInformation(Unanswered):
    """The question is understood and the programme does not say. `topic` is a stable code; `by` who looks after it."""

    topic: str
    about: str | None = None
    by: tuple[str, ...] = ()
    contact: str | None = None

    @property
    def kind(self) -> str:
        return "no-information"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class NeedDate(Unanswered):
    """A word such as "hôm nay" that cannot be resolved without knowing the day."""

    @property
    def kind(self) -> str:
        return "need-date"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfScope(Unanswered):
    """Weather, politics, jokes: not this bot's business."""

    @property
    def kind(self) -> str:
        return "out-of-scope"


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class Private(Unanswered):
    """Personal data of others: never."""

    contact: str | None = None

    @property
    def kind(self) -> str:
        return "private"


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
    | Ambiguous
    | NotUnderstood
    | NoInformation
    | NeedDate
    | OutOfScope
    | Private
)
