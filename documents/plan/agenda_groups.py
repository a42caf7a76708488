"""Groups that sit side by side, each with its room, told in one sentence: "…: Tiểu ban A tại Phòng 2, Tiểu ban B …"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from documents.plan.agenda_items import Item
from documents.plan.agenda_state import HELD_IN_PARTS
from documents.plan.nodes import COLON
from documents.plan.words import clean

_AT = re.compile(r"(?P<title>.{3,120}?),?\s+(?:tại|ở|họp tại|in|at)\s+(?:the\s+)?(?P<room>[^;]{3,80})", re.IGNORECASE)
_NEXT = re.compile(r"[,;]\s+(?:và\s+|and\s+)?")


def side_by_side(item: Item) -> Iterator[Item]:
    """The groups as items of their own, where the sentence says that they sit at one time and where each does."""
    colon = COLON.search(item.title)
    told = HELD_IN_PARTS.match(item.title) if colon and item.start else None
    parts = _placed(item.title[colon.end() :]) if colon and told and told.end() <= colon.end() else []
    if len(parts) < 2:
        yield item
        return
    for title, room in parts:
        yield replace(item, title=title, room=room)


def _placed(text: str) -> list[tuple[str, str]]:
    """Each group with its room; a name may hold commas itself: "Tiểu ban Nhãn, vải tại Phòng 305"."""
    found: list[tuple[str, str]] = []
    begun = ""
    for piece in _NEXT.split(text):
        begun = f"{begun}, {piece}" if begun else piece
        at = _AT.fullmatch(begun.strip(" ."))
        if at:
            found.append((clean(at["title"]), clean(at["room"])))
            begun = ""
    return found if not begun.strip() else []
