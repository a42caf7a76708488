"""What an index holds: statements with their words, and how well one explains a question."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, overload

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


@dataclass(frozen=True, slots=True)
class Hits(Sequence[Hit]):
    """Entries found, best first: hundreds are found and mostly the first few looked at, so each is made when it is."""

    entries: Sequence[Entry]
    numbers: Sequence[int]
    gained: Sequence[float]
    total: float
    scores: Mapping[int, float]

    def of(self, sorts: tuple[Sort, ...]) -> "Hits":
        """Those of some sorts alone."""
        entries = self.entries
        return self._only([number for number in self.numbers if entries[number].sort in sorts])

    def explaining(self, least: float) -> "Hits":
        """Those that explain at least such a share of the question."""
        return self._only([number for number in self.numbers if self.gained[number] / self.total >= least])

    @property
    def most(self) -> float:
        """The largest share of the question that one of them explains; 0 where there is none."""
        return max(map(self.gained.__getitem__, self.numbers), default=0.0) / self.total

    def _only(self, numbers: Sequence[int]) -> "Hits":
        return Hits(self.entries, numbers, self.gained, self.total, self.scores)

    def __len__(self) -> int:
        return len(self.numbers)

    def __iter__(self) -> Iterator[Hit]:
        return map(self._hit, self.numbers)

    @overload
    def __getitem__(self, at: int) -> Hit: ...
    @overload
    def __getitem__(self, at: slice) -> list[Hit]: ...
    def __getitem__(self, at: int | slice) -> Hit | list[Hit]:
        if isinstance(at, slice):
            return [self._hit(number) for number in self.numbers[at]]
        return self._hit(self.numbers[at])

    def _hit(self, number: int) -> Hit:
        return Hit(self.entries[number], self.gained[number] / self.total, self.scores[number])


NOTHING = Hits((), (), (), 1.0, {})
