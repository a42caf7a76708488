""" "Khai mạc trước hay sau văn nghệ": which of two items comes first."""

import re

from domain.answers.asked import Asked, sources_of
from domain.answers.entries import Sort
from domain.answers.reading import understand
from domain.answers.values import Answer, Order
from domain.conference import Session, SessionState

_BETWEEN = re.compile(
    r"(?P<one>.+?)\s+(?:(?:diễn ra|dien ra|is|come|comes)\s+)?"
    r"(?:(?:trước|truoc|trc)\s+(?:hay|hoặc|hoac)\s+(?:là\s+|la\s+)?sau|"
    r"sau\s+(?:hay|hoặc|hoac)\s+(?:là\s+|la\s+)?(?:trước|truoc|trc)|before\s+or\s+after|after\s+or\s+before)\s+(?P<two>.+)",
    re.IGNORECASE | re.DOTALL,
)
SURE = 0.75
"""Share of its words that an item must explain."""


def order(asked: Asked) -> Answer | None:
    """The two items in their order; None where the question is another or an item is not clear."""
    halves = _BETWEEN.fullmatch(asked.u.text.strip())
    if halves is None:
        return None
    one, two = (_items(asked, halves[name]) for name in ("one", "two"))
    if not one or not two or {each.id for each in one} & {each.id for each in two}:
        return None
    orders = {_order(asked, left, right) for left in one for right in two}
    if len(orders) != 1 or (found := orders.pop()) is None:
        return None  # a talk before the break and one after it: which is meant?
    first, second = (one[0], two[0]) if found <= 0 else (two[0], one[0])
    return _told(asked, first, second, together=found == 0)


def _items(asked: Asked, words: str) -> list[Session]:
    """The items that explain as much of the words as the best one does, in the agenda's order."""
    half = understand(words, asked.index)
    hits = [hit for hit in asked.index.search(half.content, Sort.SESSION) if hit.coverage >= SURE]
    best = max((hit.coverage for hit in hits), default=0.0)
    found = [hit.entry.ref for hit in hits if hit.coverage >= best and isinstance(hit.entry.ref, Session)]
    live = [each for each in found if each.state is not SessionState.CANCELLED]
    return sorted(live, key=lambda session: asked.index.place_of[session.id])


def _order(asked: Asked, one: Session, two: Session) -> int | None:
    """-1 where the one comes first, 1 where the other does, 0 at the same time; None where the plan does not tell."""
    if (one.day is None) != (two.day is None):
        return None
    if one.day is not None and two.day is not None and one.day != two.day:
        return -1 if one.day < two.day else 1
    starts = asked.start_of(one), asked.start_of(two)
    if starts[0] is not None and starts[1] is not None and (starts[0] != starts[1] or (one.start and two.start)):
        return (starts[0] > starts[1]) - (starts[0] < starts[1])
    return -1 if asked.index.place_of[one.id] < asked.index.place_of[two.id] else 1


def _told(asked: Asked, first: Session, second: Session, *, together: bool) -> Order:
    return Order(
        first=asked.line(first),
        second=asked.line(second),
        together=together,
        sources=sources_of([first, second]),
    )
