"""Clauses that tell no item of their own, but when what stands above them begins, ends, or goes on beside them."""

import re
from dataclasses import replace

from documents.plan.agenda_items import Item
from documents.plan.agenda_state import State
from domain.conference import Source

_END, _BEGINNING = "kết thúc", "bắt đầu"
_AT_ONCE = re.compile(r"(?:cùng (?:giờ|lúc)(?: (?:đó|này))?|đồng thời),?\s+(?=\S)", re.IGNORECASE)


def tells_above(state: State, item: Item, source: Source) -> bool:
    """Whether a clause only says when the item or the list above it ends or begins; then it is told there."""
    if item.title.lower() == _END:
        return _ends_above(state, item, source)
    return item.title.lower() == _BEGINNING and _begins_part(state, item)


def at_once(item: Item, state: State, source: Source) -> Item:
    """The item with the hour of the one before it, where it is held "cùng giờ"."""
    beside = _AT_ONCE.match(item.title)
    before = state.found[-1].value if state.found and state.found[-1].source == source else None
    if beside is None or item.start is not None or before is None:
        return item
    return replace(item, title=item.title[beside.end() :], start=before.start, day=item.day or before.day)


def _begins_part(state: State, item: Item) -> bool:
    """Whether a line only tells when the list above begins: "Bắt đầu lúc 7 giờ 30, kết thúc trước 10 giờ 30"."""
    of_part = [at for at, one in enumerate(state.found) if one.value.part_of == state.block]
    first = state.found[of_part[0]] if of_part and state.block else None
    if first is None or any(state.found[at].value.start for at in of_part):
        return False
    state.found[of_part[0]] = replace(first, value=replace(first.value, start=item.start))
    return True


def _ends_above(state: State, item: Item, source: Source) -> bool:
    """Whether a clause only tells when the item of its paragraph ends: "…; kết thúc lúc 9h15"."""
    timed = [at for at, one in enumerate(state.found) if one.source == source and one.value.start]
    before = state.found[timed[-1]] if timed else None
    if before is None or item.start is None or before.value.end or (before.value.start or item.start) >= item.start:
        return False
    state.found[timed[-1]] = replace(before, value=replace(before.value, end=item.start))
    return True
