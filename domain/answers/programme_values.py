"""Answer values about the agenda: when, where, what is on, what stands beside what."""

from dataclasses import dataclass
from datetime import date, time

from domain.answers.pieces import AgendaDay, Base, Known, Line
from domain.dates import DayPart
from domain.views import view


@view("answers")
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionTimes(Base):
    """When sessions begin (and end). `asked` is start, end or duration; `minutes` the length if known.

    `following` is what begins next, where an end is asked for that the plan does not give; `open_end` says that it is
    no answer then, as it is where the item is itself the end of all.
    """

    lines: tuple[Line, ...]
    known: Known
    asked: str = "start"
    minutes: int | None = None
    where: bool = False
    note: str | None = None
    following: Line | None = None
    open_end: bool = False

    @property
    def answered(self) -> bool:
        return not self.open_end

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
    """When the conference is: its days, its first item and (if another) the item that opens it.

    `denied` is a day that was asked about and on which it is not; `open_end` says that its end is asked for, and the
    plan does not give it: that is no answer then. `only_days` is how many days there are, where another
    one was asked about.
    """

    title: str
    known: Known
    first: Line | None = None
    main: Line | None = None
    last: Line | None = None
    duration: str | None = None
    asked: str = "start"
    place: str | None = None
    note: str | None = None
    denied: date | None = None
    only_days: int | None = None
    open_end: bool = False

    @property
    def answered(self) -> bool:
        return not self.open_end

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
    """The items of a day or a part of it; `otherwise` are the day's other items when the asked part has none.

    `hourless`: no item of the day has an hour, so that nobody knows which of them are in the part that was asked about.
    """

    first: date
    last: date
    part: DayPart | None
    lines: tuple[Line, ...]
    otherwise: tuple[Line, ...] = ()
    nearest: date | None = None
    remaining: bool = False
    hourless: bool = False
    known: Known = Known()

    @property
    def kind(self) -> str:
        return "day"


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
