"""Answer values that tell no answer: several readings, not understood, not known, not the bot's business."""

from dataclasses import dataclass

from domain.answers.pieces import Choice, TaskLine, Unanswered
from domain.views import view


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
class NoDeadline(Unanswered):
    """What has to be done is known, and the plan sets no time for it."""

    tasks: tuple[TaskLine, ...]
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
