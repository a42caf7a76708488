"""What was understood of a question, before anybody looks at the clock; and what is known of the person who asks."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from domain.answers.normalise import Token
from domain.ids import SessionId, UnitId
from domain.when import WhenFound


class Kind(StrEnum):
    """What a question asks for."""

    WHEN = "when"
    END = "end"
    DURATION = "duration"
    TIME_LEFT = "time-left"
    WHERE = "where"
    ROOM = "room"
    FLOOR = "floor"
    ROUTE = "route"
    HOW = "how"
    WHO = "who"
    CHAIR = "chair"
    HOST = "host"
    SIGNER = "signer"
    TASKS = "tasks"
    DEADLINE = "deadline"
    ATTENDEES = "attendees"
    MAY_ATTEND = "may-attend"
    COUNT = "count"
    EXISTS = "exists"
    AGENDA = "agenda"
    DAY = "day"
    AT = "at"
    NOW = "now"
    NEXT = "next"
    AFTER = "after"
    BEFORE = "before"
    FIRST = "first"
    LAST = "last"
    NTH = "nth"
    TOPIC = "topic"
    DOC_NUMBER = "doc-number"
    DOC_DATE = "doc-date"
    ISSUER = "issuer"
    TITLE = "title"
    PURPOSE = "purpose"
    RECIPIENTS = "recipients"
    FORM = "form"
    MY_TASKS = "my-tasks"
    MY_REGISTRATION = "my-registration"
    MY_SEAT = "my-seat"
    CHANGES = "changes"
    PERSONAL = "personal"
    FOREIGN = "foreign"
    OTHER_EVENT = "other-event"
    GREETING = "greeting"
    THANKS = "thanks"
    HELP = "help"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Unit:
    """One piece of content: a concept ("@break") or a word, as typed, where it stood, and what it weighs here.

    A `generic` one tells little: every conference uses it; `others` are the codes of what says the same.
    """

    code: str
    typed: str
    at: int
    weight: float
    generic: bool = False
    others: tuple[str, ...] = ()

    def is_in(self, said: Set[str]) -> bool:
        """Whether a text of these `meanings` speaks of it, in the same words or in others."""
        return self.code in said or not said.isdisjoint(self.others)


def share_in(units: Sequence[Unit], said: Set[str]) -> float:
    """The share of the units, by weight, of which a text of these `meanings` speaks; there must be one."""
    return sum(unit.weight for unit in units if unit.is_in(said)) / sum(unit.weight for unit in units)


@dataclass(frozen=True, slots=True)
class Understanding:
    """A question read. It depends on the text and the programme alone, so it can be kept.

    `kinds` is sorted, strongest first; `content` is what remains when cues, times and fillers are taken away; `words`
    are all words outside set phrases; `key` is the whole text in plain letters, what was shortened written out;
    `anchor` is the content behind "sau"/"trước"; `about_conference` tells that the
    conference itself was named.
    """

    text: str
    language: str
    tokens: tuple[Token, ...]
    when: WhenFound
    kinds: tuple[tuple[Kind, float], ...]
    content: tuple[Unit, ...]
    words: frozenset[str] = frozenset()
    anchor: tuple[Unit, ...] = ()
    concepts: frozenset[str] = frozenset()
    about_conference: bool = False
    own: bool = False
    key: str = ""

    @property
    def kind(self) -> Kind:
        return self.kinds[0][0] if self.kinds else Kind.UNKNOWN

    def score(self, kind: Kind) -> float:
        """The evidence for one kind; 0 when there is none."""
        for found, score in self.kinds:
            if found is kind:
                return score
        return 0.0

    def asks(self, *kinds: Kind) -> bool:
        return any(self.score(kind) >= 1 for kind in kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asker:
    """What is known of the person: unit, group, own sessions, and what was arranged for them (never for others)."""

    unit: UnitId | None = None
    sessions: frozenset[SessionId] = frozenset()
    registered: bool | None = None
    seat: str | None = None
    lodging: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the person asked about before: a follow-up ("còn ngày mai?", "ở đâu?") borrows what it leaves out.

    `changes` are the published changes the person may be told about, newest first; None while nobody has looked.
    """

    question: str = ""
    kind: Kind | None = None
    session: SessionId | None = None
    day: date | None = None
    unit: UnitId | None = None
    changes: tuple[str, ...] | None = None
