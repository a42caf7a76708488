"""Items of the programme with lines below that tell of them, and which are no headings of parts."""

import re

from documents.plan.agenda_blocks import GROUP, NAMED_BLOCK
from documents.plan.agenda_items import clock_first
from documents.plan.agenda_rooms import in_rooms
from documents.plan.agenda_sessions import SESSION
from documents.plan.agenda_state import HELD_IN_PARTS
from documents.plan.outline import Node
from domain.dates import find_clocks, find_dates


def ends_with_hours(node: Node) -> bool:
    """An item with its hours behind it and lines that tell of it: "3. Thảo luận tổ (8h00 - 9h30)" over its groups."""
    hours = _HOURS_BEHIND.search(node.text)
    if hours is None or not find_clocks(hours[0]) or find_dates(node.text, 2000):
        return False
    if any(clock_first(line.text) for child in node.children for line in child.walk()):
        return False  # parts with items of their own
    if HELD_IN_PARTS.match(node.text[: hours.start()].strip()) is not None or in_rooms(node):
        return True
    if all(child.kind == "text" and not child.children for child in node.children):
        return NAMED_BLOCK.match(node.text) is None  # a remark under the last item, and no list of parts
    if len(node.children) > 1 and all(GROUP.match(child.text) for child in node.children):
        return True
    return _NO_PART.match(node.text) is None and not any(find_clocks(child.text) for child in node.children)


_NO_PART = re.compile(rf"{NAMED_BLOCK.pattern}|{SESSION.pattern}|buổi\b|ngày\b|sáng\b|chiều\b|tối\b", re.IGNORECASE)
"""How a part of the programme is called, whose items stand under it without hours of their own."""


def parts_at_once(node: Node) -> bool:
    """An item with its hours told in the line that leads to its groups: "Chia ba lớp học song song từ 14h đến 16h:".

    So it is where the line ends by saying what the item holds: "Giai đoạn 2 (8h45 - 10h15), gồm 03 tình huống:".
    """
    clocks = find_clocks(node.text)
    if len(clocks) != 1 or clocks[0].until is None or any(clock_first(child.text) for child in node.children):
        return False
    if HELD_IN_PARTS.match(node.text):
        return True
    holds = _HOLDS.search(node.text) is not None and not find_dates(node.text, 2000)
    return holds and _NO_PART.match(node.text) is None and not any(find_clocks(child.text) for child in node.children)


_HOLDS = re.compile(r"\bgồm\s[^:;]{2,40}:$", re.IGNORECASE)


def closes_list(node: Node) -> bool:
    """Whether a whole sentence is the last of a list whose other items hold nothing, with a remark under them all."""
    alike = [beside for beside in (node.parent.children if node.parent else ()) if beside.kind == node.kind]
    last = len(alike) >= _LIST and alike[-1] is node and not any(beside.children for beside in alike[:-1])
    told = all(child.kind == "text" and not child.children and not find_clocks(child.text) for child in node.children)
    return last and told and node.text.rstrip().endswith((".", ";"))


_LIST = 3
"""Lines of a kind that make a list."""

_HOURS_BEHIND = re.compile(r"\s*\([^()]*\d[^()]*\)(?:\s[-–]\s[^()\d]{3,80}?)?\s*[:.;]?$")
