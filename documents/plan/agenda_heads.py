"""Lines that head a part of the programme: a half of the day with its name, a session, a group over its table."""

import re
from itertools import pairwise

from documents.plan.agenda_blocks import GROUP, NAMED_BLOCK
from documents.plan.agenda_days import HALF_FIRST, by_half, half_of
from documents.plan.agenda_enter import is_short
from documents.plan.agenda_items import clock_first
from documents.plan.agenda_sessions import SESSION
from documents.plan.halls import is_hall
from documents.plan.item_days import day_behind_colon
from documents.plan.nodes import MARKED
from documents.plan.outline import Node, is_clock_alone
from documents.plan.words import is_caps
from domain.dates import find_clocks, find_dates

PART_LABEL = re.compile(
    r"(?:buổi\s+)?(?:sáng|chiều|tối|trưa|morning|afternoon|evening)"
    r"(?:\s*[:–-]\s*|,\s+(?=(?:tại\s+)?(?:phòng|hội trường|sảnh|giảng đường|nhà)\s))",
    re.IGNORECASE,
)
"""How a half of the day stands in front of what it is called, or of its items."""
CELLS = ("text", "caps", "dash", "lead")


def heads_part(node: Node, following: Node | None) -> bool:
    """ "Buổi sáng: HỘI NGHỊ TOÀN THỂ" above lines that begin with a time, "Lớp 1 (Hội trường A)" above its table."""
    if following is not None and following.kind == "row" and node.kind in CELLS and not node.children:
        named = GROUP.match(node.text) or SESSION.match(node.text)
        return named is not None and is_short(node.text) and not clock_first(node.text)
    if following is None or node.children or clock_first(node.text) or not clock_first(following.text):
        return False
    if NAMED_BLOCK.match(node.text) and not find_clocks(node.text) and is_short(node.text):
        return node.kind in ("text", "caps", "lead")
    label = PART_LABEL.match(node.text)
    if label is None or find_clocks(node.text):
        return False
    if label.group().endswith(", ") or is_clock_alone(following.text) or _names_where(node.text[label.end() :]):
        return True
    bare = re.sub(r"\([^()]*\)", "", node.text[label.end() :])
    return is_caps(bare) or (bare != node.text[label.end() :] and _goes_on(label.group(), following))


def over_items(children: list[Node]) -> frozenset[int]:
    """The names of groups, by `id`, where each stands over lines with hours: "Tiểu ban 1: Nông học" above its talks."""
    named = [pair for pair in pairwise(children) if pair[0].kind in CELLS and GROUP.match(pair[0].text)]
    alone = all(is_short(node.text) and not (node.children or find_clocks(node.text)) for node, _ in named)
    heads = len(named) > 1 and alone and all(clock_first(following.text) for _, following in named)
    return frozenset(id(node) for node, _ in named) if heads else frozenset()


def is_dated_item(node: Node) -> bool:
    """Whether a line of a list is an item with its day behind it: "- Cờ tướng: 14 giờ ngày 10/3", "- Trại: 10/3"."""
    if node.kind not in (*MARKED, "letter", "arabic") or find_dates(node.label, 2000):
        return False
    if not (find_clocks(node.value) or (node.kind in MARKED and day_behind_colon(node.text, 2000))):
        return False
    return not (NAMED_BLOCK.match(node.label) or SESSION.match(node.label) or HALF_FIRST.match(node.label))


def _goes_on(half: str, following: Node) -> bool:
    """Whether the first hour under the name of a half of the day lies in it: "Chiều: Thực hành (Phòng 2)"."""
    clock = clock_first(following.text)
    hour = by_half(clock.clock, half_of(half)) if clock else None
    return hour is not None and (hour.hour < _NOON) == (half_of(half) == "")


_NOON = 12


def _names_where(text: str) -> bool:
    """What stands behind a part of the day over its items: "Buổi sáng – Hội trường A", "Buổi chiều – hai phiên"."""
    return is_hall(text.strip()) or (
        len(text.split()) <= 8 and re.search(r"\bphiên\b", text, re.IGNORECASE) is not None
    )
