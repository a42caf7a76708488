"""Days and halves of them that head items of the programme, on lines marked like items."""

import re

from documents.plan.day_lines import is_day_alone, is_day_called, is_half_alone
from documents.plan.nodes import MARKED, Node
from documents.plan.words import AGENDA, meanings
from domain.dates import find_clocks


def opens_day(node: Node, stack: list[Node], following: str) -> bool:
    """Whether a day or a half of it inside the programme heads what follows, as no part of the item before it.

    Halves with letters, or numbers unlike that of the programme, find each other by these: "a) Buổi sáng".
    """
    day = is_day_alone(node.text) or (is_day_called(node.text) and bool(find_clocks(following[:_NEAR])))
    if not (day or is_half_alone(node.text) or _heads_half(node.text, following)):
        return False
    programme = [entry.kind for entry in stack if AGENDA in meanings(entry.label)]
    if not programme or day:
        return bool(programme)
    return node.kind in programme or node.kind in (_UNNUMBERED if is_half_alone(node.text) else MARKED)


_NEAR = 20  # characters of the line below
_UNNUMBERED = ("text", "lead", "caps", *MARKED)
_HALF = re.compile(r"(?:buổi\s+)?(?:sáng|chiều|tối)\s*[-–:(]\s*\S[^;]{0,60}$", re.IGNORECASE)


def _heads_half(text: str, following: str) -> bool:
    """Whether a line names a half of the day and what is held in it, above its items: "Chiều - Phiên thứ hai"."""
    told = _HALF.match(text) is not None and not find_clocks(text) and not text.endswith(".")
    return told and text[:1].isupper() and bool(find_clocks(following)) and _HALF.match(following) is None
