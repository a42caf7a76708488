"""Days told by the line above: "cùng ngày", "hôm trước", "hôm sau" under a line with a date."""

import re
from datetime import date, timedelta

from documents.plan.nodes import Node
from domain.dates import find_dates

_NO_YEAR = 2000
_TOLD = re.compile(
    r"(?:(?:vào|trong)\s+)?(?:(?P<same>cùng ngày(?!\s+(?:với|giờ|\d)))|(?P<before>(?:ngày )?hôm trước)"
    r"|(?P<after>(?:ngày )?hôm sau))(?!\w)",
    re.IGNORECASE,
)
_OF_A_PAPER = re.compile(r"\bsố\s+\d+[^\s,;]*\s+ngày\s", re.IGNORECASE)
"""The date of a decision or a letter is nobody's day."""
_IS_LIMIT = re.compile(r"\b(?:trước|chậm nhất|muộn nhất|hạn|đến hết|hết)\b[^.;]{0,25}$", re.IGNORECASE)
_SECTIONS = ("appendix", "part", "roman", "caps")


def with_told_days(root: Node) -> Node:
    """The outline with the day written out where a line only points at the one above it, within a section."""
    above: date | None = None
    for node in root.walk():
        if node.kind in _SECTIONS:
            above = None
        if node.kind == "row" or _OF_A_PAPER.search(node.text):
            continue
        days = find_dates(node.text, _NO_YEAR)
        if days and all(_IS_LIMIT.search(node.text, 0, span.at) for span in days):
            continue  # by when something is due is no day of what follows
        if days:
            above = days[-1].first if len({span.first for span in days}) == 1 and len(days[-1].days) == 1 else None
        elif above is not None and _TOLD.search(node.text):
            node.text = _TOLD.sub(lambda told, day=above: _written(told, day), node.text)  # type: ignore[misc]
    return root


def _written(told: re.Match[str], above: date) -> str:
    day = above + timedelta(days=-1 if told["before"] else 1 if told["after"] else 0)
    return f"ngày {day.day}/{day.month}" + (f"/{day.year}" if above.year != _NO_YEAR else "")
