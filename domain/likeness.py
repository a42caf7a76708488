"""Which of the old is which of the new: texts compared by their words, rows matched one to one."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from domain.conference import Session
from domain.vietnamese import words

ALIKE = 0.6  # from here on two texts speak of the same
_ALIKE_AT_ONE_TIME = 0.3


class Named(Protocol):
    """A row with a number of its own."""

    @property
    def id(self) -> int: ...


T = TypeVar("T", bound=Named)


def likeness(one: str, other: str) -> float:
    """F1 of the folded words of two texts."""
    left, right = Counter(words(one)), Counter(words(other))
    return 2 * (left & right).total() / max(left.total() + right.total(), 1)


def matched(old: Sequence[T], new: Sequence[T], alike: Callable[[T, T], float]) -> dict[int, T]:
    """For the ids of `new`, what of `old` each is; one to one, the likest first, neighbours before strangers."""
    at_old = {each.id: place / max(len(old), 1) for place, each in enumerate(old)}
    at_new = {each.id: place / max(len(new), 1) for place, each in enumerate(new)}
    scored = [(alike(was, now), -abs(at_old[was.id] - at_new[now.id]), was, now) for was in old for now in new]
    found: dict[int, T] = {}
    taken: set[int] = set()
    for score, _, was, now in sorted(scored, key=lambda each: (-each[0], -each[1])):
        if score > 0 and was.id not in taken and now.id not in found:
            taken.add(was.id)
            found[now.id] = was
    return found


def session_likeness(was: Session, now: Session) -> float:
    """How much one item of an agenda is the other: by its words, and by its time where they are near."""
    words_alike = likeness(was.title, now.title)
    same_time = was.start is not None and (was.day, was.start) == (now.day, now.start)
    if words_alike >= ALIKE:
        return words_alike + (0.3 if same_time else 0.1 if was.day == now.day else 0)
    return words_alike if same_time and words_alike >= _ALIKE_AT_ONE_TIME else 0
