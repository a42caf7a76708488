"""The places of an event whose numbered parts are each held elsewhere."""

import re

from documents.plan.outline import Node
from domain.plan import Sourced
from domain.vietnamese import search_key


def of_numbered(parts: list[tuple[Node, str]]) -> Sourced[str] | None:
    """The places of all where each part has a number and one of its own: "Cụm 1: nhà văn hóa; Cụm 2: trường"."""
    named = [_NUMBERED.match(node.parent.label) if node.parent else None for node, _ in parts]
    kinds = {search_key(name["kind"]) for name in named if name}
    if len(parts) < 2 or len(kinds) != 1 or not all(named) or len({place for _, place in parts}) < 2:
        return None
    told = "; ".join(f"{name[0]}: {place}" for name, (_, place) in zip(named, parts, strict=True) if name)
    return Sourced(told, parts[0][0].source, 0.85)


_NUMBERED = re.compile(
    r"(?P<kind>cụm|đợt|lớp|điểm(?: cầu)?|khu vực|vòng|khóa|khoá|buổi|group|round)(?: số)? \d{1,2}", re.IGNORECASE
)
