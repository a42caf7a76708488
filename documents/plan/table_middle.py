"""Tables laid out by spaces whose hours stand in the middle of tall rows: where each row begins.

"Đón tiếp đại biểu, nhà giáo" / "7h00 - 7h30 … Phòng Hành chính" / "dự thi; phát thẻ".
"""

from collections.abc import Iterable
from itertools import pairwise

from documents.plan.words import CONNECTOR_END

Placed = tuple[int, dict[int, str]]
"""A line by its number, with what stands in each column."""


def begins_above_hours(lines: list[Placed], key: int) -> frozenset[int] | None:
    """The first lines of the rows, where the first row begins above its hour; None where rows begin with theirs."""
    timed = [at for at, (_, cells) in enumerate(lines) if key in cells]
    if not timed or timed[0] == 0 or not _goes_on_beside(lines[0][1], lines[timed[0]][1]):
        return None
    begins = [0]
    for before, after in pairwise(timed):
        above = before - begins[-1]
        costs = {to: _cost(lines, begins[-1], to, before, after, above) for to in range(before + 1, after + 1)}
        begins.append(min(costs, key=lambda to: (costs[to], abs(to - before - 1 - above))))
    return frozenset(lines[at][0] for at in begins)


def _goes_on_beside(above: dict[int, str], timed: dict[int, str]) -> bool:
    """Whether what stands above an hour begins what goes on beside and below it."""
    return all(_opens(text) and not _opens(timed.get(column, "")) for column, text in above.items())


def _cost(lines: list[Placed], first: int, to: int, before: int, after: int, above: int) -> int:
    """How ill the next row begins at a line: lines above and below an hour differ, words are torn apart or mixed."""
    cost = abs(to - before - 1 - above)
    if to < after:
        cost += 2 * any(not _opens(text) for text in lines[to][1].values())
        cost -= lines[to][0] - lines[to - 1][0] > 1  # a blank line parts rows
    for at in range(before + 1, to):
        for column, text in lines[at][1].items():
            upper = _last(lines[number][1].get(column, "") for number in range(first, at))
            if not upper:
                cost += 2
            elif _opens(text) and not (upper.endswith(",") or CONNECTOR_END.search(upper)):
                cost += 1
    return cost


def _opens(text: str) -> bool:
    return bool(text) and not text[:1].islower() and text[:1] not in ",;)"


def _last(texts: Iterable[str]) -> str:
    return next((text for text in reversed([*texts]) if text), "")
