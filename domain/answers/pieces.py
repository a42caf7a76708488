"""What answer values are made of: a line of the agenda, a task, a level of those invited, what every answer tells."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from domain.conference import Source
from domain.ids import SessionId, TaskId

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


@dataclass(frozen=True, slots=True)
class Around:
    """What stands before and behind a quoted text on its line of the paper."""

    before: str
    after: str


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
    """What every answer tells. `beside` are lines of the paper that say something else to what was asked."""

    sources: Sources = ()
    beside: tuple[str, ...] = ()

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


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One day of the whole agenda; `day` None collects what has no day yet."""

    day: date | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class GroupLines:
    """One level of *Thành phần tham dự* with its lines."""

    level: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One reading of an ambiguous question, and the question that asks for it alone."""

    label: str
    question: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoting(Base):
    """What every answer in the words of the paper tells: its texts, and what else the line of each says."""

    texts: tuple[str, ...]
    around: tuple[Around | None, ...] = field(default=(), compare=False)

    @property
    def passages(self) -> tuple[tuple[str, Around | None], ...]:
        """Each text with what stands around it; None where it stands alone, or its line is not known."""
        return tuple(zip(self.texts, self.around or (None,) * len(self.texts), strict=True))
