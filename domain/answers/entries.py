"""What an index holds: statements with their words, and how well one explains a question."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from domain.conference import Fact, Group, Moment, Session, Task
from domain.conference import Unit as Body


class Sort(StrEnum):
    """What an entry is."""

    SESSION = "session"
    TASK = "task"
    GROUP = "group"
    MOMENT = "moment"
    FACT = "fact"
    BODY = "body"
    FIELD = "field"


Reference = Session | Task | Group | Moment | Fact | Body | str


@dataclass(slots=True)
class Entry:
    """One statement of the programme. `units` maps a word or concept to its credit (1 in the text, less around it)."""

    sort: Sort
    ref: Reference
    text: str
    units: dict[str, float]
    forms: dict[str, set[str]]
    own: frozenset[str] = frozenset()
    first: frozenset[str] = frozenset()
    weight: float = 1.0


class Hit(NamedTuple):
    """An entry found: `coverage` is the share of the question it explains; `score` also weighs what else it says."""

    entry: Entry
    coverage: float
    score: float
