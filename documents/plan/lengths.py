"""How long a conference lasts, and from which day to which."""

import re
from datetime import date

from documents.plan.outline import Node
from documents.plan.preparations import without_parts
from documents.plan.sections import about, inside
from documents.plan.whens import day_of
from documents.plan.words import TIME, WORK
from domain.plan import PlanTime, Sourced

LENGTH = re.compile(
    r"(?:½|¼|1/2|một|hai|ba|nửa|(?<!\d)\d{1,3}(?:[.,]\d{1,2})?)\s*(?:ngày(?!\s*\d)|buổi|ngày rưỡi|days?|half day)\b",
    re.IGNORECASE,
)


def duration_of(root: Node) -> Sourced[str] | None:
    """How long it lasts, where the plan says so ("2,5 ngày")."""
    for node in about(root, TIME):
        found = LENGTH.search(node.text)
        if found and not inside(node, WORK):
            return Sourced(found.group(), node.source, 0.9)
    return None


def span_of(times: tuple[Sourced[PlanTime], ...]) -> tuple[Sourced[date] | None, Sourced[date] | None]:
    """First and last day of the conference: of its own times, rehearsals and fixed hours inside tasks left out."""
    stated = [t for t in times if t.value.start]
    own = without_parts([t for t in stated if not t.value.preparation]) or [t for t in stated if t.value.what == ""]
    if not own:
        return None, None
    first = min(own, key=lambda t: day_of(t.value.start or date.max))
    last = max(own, key=lambda t: day_of(t.value.end or t.value.start or date.min))
    start = day_of(first.value.start or date.max)
    end = day_of(last.value.end or last.value.start or date.min)
    return Sourced(start, first.source, first.confidence), Sourced(end, last.source, last.confidence)
