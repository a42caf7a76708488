"""A day and the hours that stand behind it or below it."""

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import takewhile

from documents.plan.outline import Node, is_clock_alone
from documents.plan.whens import says_when
from documents.plan.words import clean, split_outside
from domain.dates import ClockSpan, find_clocks, find_dates
from domain.plan import PlanTime, Sourced

HALF = re.compile(r"(?:buổi\s+)?(?:sáng|chiều|tối)\b", re.IGNORECASE)


def with_hours(lines: list[Node], year: int | None) -> list[Node]:
    """The lines with a date alone and the hour below it made one: "22/09/2025" above "14:00"."""
    joined: list[Node] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above is not None and is_clock_alone(line.text) and says_when(above.text) and not find_clocks(above.text):
            para = replace(above.para, last=line.para.last, said=f"{above.text} {line.text}")
            joined[-1] = replace(above, text=f"{line.text} ngày {above.text}", para=para)
        else:
            joined.append(line)
    return joined


def hours_of(node: Node, year: int | None) -> list[Sourced[PlanTime]]:
    """The hours behind a day ("Ngày thứ nhất (23/7/2026): báo công từ 8h00; phiên trù bị từ 14h00") or under it."""
    days = find_dates(node.label if node.value and not find_dates(node.value, year) else node.text, year)
    if len(days) != 1 or len(days[0].days) != 1:
        return []
    if node.value and days[0].to <= len(node.label) and not find_dates(node.value, year):
        told = [(part, node.source) for part in split_outside(node.value)]
    elif node.text.rstrip().endswith(":") or _by_part_of_day(node):
        told = [(line.text, line.source) for line in _below(node)]
    else:
        return []
    return [
        Sourced(at_hour(part, clean(node.label), days[0].first, clocks[0]), source, 0.9)
        for part, source in told
        if (clocks := find_clocks(part))
    ]


def _by_part_of_day(node: Node) -> bool:
    """Whether nothing but a day is stated, and under it when each half of it begins."""
    return (
        not find_clocks(node.text)
        and len(node.children) >= 2
        and all(HALF.match(line.text) and find_clocks(line.text) for line in node.children)
    )


def _below(node: Node) -> list[Node]:
    """The lines a dated line leads to: those under it, or without a mark behind it."""
    siblings = node.parent.children if node.parent else []
    behind = siblings[siblings.index(node) + 1 :]
    return node.children or [*takewhile(lambda line: line.kind == "text" and not find_dates(line.text, 2000), behind)]


def at_hour(text: str, what: str, day: date, clock: ClockSpan) -> PlanTime:
    end = datetime.combine(day, clock.until) if clock.until else None
    return PlanTime(text=clean(text), what=what, start=datetime.combine(day, clock.clock), end=end)
