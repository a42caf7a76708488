"""Tables of groups under a heading with the hours of them all: a row for each, with its room and who leads it."""

import re
from dataclasses import replace

from documents.plan.agenda_blocks import GROUP
from documents.plan.agenda_heads import PART_LABEL
from documents.plan.agenda_items import Item, read_clause
from documents.plan.agenda_state import State, add, leave_session
from documents.plan.agenda_who import responsible_in
from documents.plan.outline import Node
from documents.plan.words import clean
from domain.dates import find_clocks, find_dates

_ROOM = re.compile(r"(?:phòng|địa điểm|nơi|hội trường|vị trí|room|venue|place)\b", re.IGNORECASE)
_LEADER = re.compile(
    r"(?:(?:tổ|nhóm|đoàn) trưởng|trưởng (?:tổ|nhóm|đoàn|tiểu ban)|chủ trì|chủ tọa|điều hành|điều phối|phụ trách|chair"
    r"|leader|moderator|facilitator)\b",
    re.IGNORECASE,
)
_TOPIC = re.compile(r"(?:chủ đề|nội dung|chuyên đề|tên|topic|theme|content)\b", re.IGNORECASE)


def is_table_of_groups(node: Node) -> bool:
    """Whether a heading names the hours of groups that a table under it lists: "Thảo luận tổ, từ 13h30 đến 15h15"."""
    rows = [child for child in node.children if child.kind == "row"]
    clocks = find_clocks(node.text)
    if len(rows) < _SEVERAL or len(clocks) != 1 or not clean(_named(node)) or find_dates(_named(node), 2000):
        return False
    return all(GROUP.match(row.para.cells[0].strip()) and "time" not in row.para.roles for row in rows)


_SEVERAL = 2


def take_groups(node: Node, state: State) -> None:
    """Add what the heading names with its hours, and each group as a part of it."""
    leave_session(state)  # the hall of the part before is not theirs
    for item in read_clause(_named(node), None):
        add(state, item, node.source)
    whole = state.found[-1].value
    for row in node.children:
        if row.kind == "row":
            add(state, replace(_group(row), start=whole.start, end=whole.end, within=whole), row.source)
    state.whole = state.block = None


def _named(node: Node) -> str:
    """The heading without the half of the day before it."""
    label = PART_LABEL.match(node.text)
    return node.text[label.end() :] if label else node.text


def _group(row: Node) -> Item:
    """The group of a row: its name and what it deals with, its room and its leader by the heads of the columns."""
    cells = [clean(cell) for cell in row.para.cells]
    told: dict[str, str] = {}
    for head, cell in zip(row.para.heads[1:], cells[1:], strict=False):
        for role, named in (("room", _ROOM), ("leader", _LEADER), ("topic", _TOPIC)):
            if cell and named.match(head.strip()):
                told.setdefault(role, cell)
    title = f"{cells[0]}: {told['topic']}" if "topic" in told else cells[0]
    leader = responsible_in(told["leader"]) if "leader" in told else None
    return Item(title, room=told.get("room"), responsible=leader)
