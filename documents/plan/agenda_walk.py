"""One programme, line by line: headings, items, tables with one cell a line, details under an item."""

import re
from dataclasses import replace
from itertools import islice

from documents.plan.agenda_blocks import NAMED_BLOCK, PROGRAMME_OF, block_name, lists_items
from documents.plan.agenda_days import (
    DAY_ALONE,
    DAY_FIRST,
    DAY_NUMBER,
    WEEKDAY_ALONE,
    is_half_day,
)
from documents.plan.agenda_enter import enter
from documents.plan.agenda_events import Known, Sessions, block_for, day_above, event_for
from documents.plan.agenda_heads import CELLS, PART_LABEL, heads_part, is_dated_item, over_items
from documents.plan.agenda_item_lists import closes_list, ends_with_hours, parts_at_once
from documents.plan.agenda_items import clock_first, read_clause
from documents.plan.agenda_prose import clauses, is_prose, line, tells_itself
from documents.plan.agenda_remarks import is_aside, up_to_remarks
from documents.plan.agenda_rooms import in_rooms, over_rooms
from documents.plan.agenda_rows import from_row
from documents.plan.agenda_sentences import is_limited, tells_ride
from documents.plan.agenda_sessions import enter_room, is_talk, tell_above, tells_of_session
from documents.plan.agenda_stacks import at_once, ends_row, take_stack, with_ranges
from documents.plan.agenda_state import (
    ATTRIBUTE,
    State,
    add,
    attach,
    attach_wrapped,
    leave_session,
    open_block,
)
from documents.plan.agenda_tables import is_table_of_groups, take_groups
from documents.plan.day_lines import is_day_or_half, is_half_alone
from documents.plan.grounds import is_place
from documents.plan.item_days import leading_day
from documents.plan.outline import Node, is_clock_alone
from documents.plan.whens import day_of
from documents.plan.words import AGENDA, ATTACHED, LOGISTICS, WORK, clean, split_outside
from domain.dates import find_clocks, find_dates

_POINTER = re.compile(
    r"(?:\(?\s*(?:theo|như|xem|có|kèm|chi tiết)\b.*(?:phụ lục|đính kèm|kèm theo|riêng|chi tiết"
    r"|kịch bản).*|\(?(?:có|gửi) .*sau\)?\.?)$",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"[^:;]{0,60}?(?:,?\s*(?:bao gồm|gồm có|gồm|với(?=\s+(?:các\s+)?(?:nội dung|hoạt động|phần|mục))))"
    r"\s*(?:các\s+)?(?:nội dung|hoạt động|phần|mục)?"
    r"(?:\s+(?:chính|sau))*\s*:?\s+",
    re.IGNORECASE,
)
_CLOCK = r"\d{1,2}\s?(?:h|g|giờ|:)\s?\d{0,2}(?:\s?phút)?"
_FROM_TILL = re.compile(
    rf"(?:bắt đầu\s+)?(?:vào\s+)?(?:lúc|từ)\s+({_CLOCK}),?\s+(?:và\s+)?(?:dự kiến\s+)?"
    rf"kết thúc\s+(?:vào\s+)?(?:lúc\s+)?({_CLOCK})",
    re.IGNORECASE,
)
"""Both ends told apart: "bắt đầu lúc 18h30, kết thúc lúc 20h30"."""
_CLOCK_BEHIND = re.compile(  # "Sáng (7h30): Học chuyên đề"
    r"^(?:buổi\s+)?(?:sáng|chiều|tối|trưa)\s*\((\s*(?:từ|lúc)?\s*\d{1,2}\s*(?:h|:|giờ)[^()]*)\)\s*:\s*", re.IGNORECASE
)


def programme_of(node: Node, known: Known) -> Sessions:
    state = State(day=day_above(node, known) or known.only_day or known.day_before(node.para.first))
    block = block_for(node.label, known)
    event = None if block else event_for(node, known)
    if block is not None:
        open_block(state, block[0], block[1])
    elif event is not None and event.value.start is not None:
        state.block, state.day = event.value.what, day_of(event.value.start)
    elif named := PROGRAMME_OF.fullmatch(node.label):
        state.block = clean(named["name"])
    enter(node, state, known)
    if node.value and not _POINTER.match(node.value):
        clauses(node.value, node.source, state, known)
    _walk(node, state, known)
    return tuple(state.found)


_ASIDE = frozenset({LOGISTICS, WORK})
"""Matters of which a heading inside the programme tells, with no items below."""


def _walk(node: Node, state: State, known: Known) -> None:
    stacked: list[Node] = []
    tabled = any(child.kind == "row" for child in node.children)
    children = with_ranges(up_to_remarks(node.children))
    rooms, groups = over_rooms(children), over_items(children)
    last = next((child for child in reversed(children) if is_clock_alone(child.text)), None)
    begun = last is None  # above the first time of a part stands what it is called
    for at, child in enumerate(children):
        following = _next(children, at)
        aside = child.about & _ASIDE and AGENDA not in child.about and not find_clocks(child.label)
        aside = aside or is_aside(child)
        if child.kind == "close" or aside or ATTACHED.match(child.text):
            continue
        over_room = id(child) in rooms
        if stacked and not over_room and (_is_cell(child, following) or _is_item(child, stacked)):
            if stacked[0] is not last or ends_row(child.text, [node.text for node in stacked]):
                stacked.append(child)  # else it is a remark under the whole table
            continue
        take_stack(stacked, state)
        stacked = []
        if over_room:
            enter_room(child, state)
            continue
        heads, timed = _is_container(child) or heads_part(child, following), bool(find_clocks(child.text))
        heads = heads or id(child) in groups
        if heads:
            begun = last is None
        elif tells_of_session(child) and tell_above(child, state):
            continue
        elif child.kind == "row" or clock_first(child.text):
            begun = True
        elif not begun and child.kind in CELLS and not child.children and not timed:
            tell_above(child, state)
            continue
        if tabled and child.kind == "text" and not heads and (not timed or is_limited(child.text)):
            continue  # the name of the programme above the table, or a remark under it
        if is_clock_alone(child.text) and child.kind != "row" and not child.children:
            stacked = [child]
        else:
            _take_all(child, following, state, known, heads=heads)
    take_stack(stacked, state)


def _next(children: list[Node], at: int) -> Node | None:
    """What stands below a line, past those that only tell who is in the chair of it and where it is held."""
    below = islice(children, at + 1, None)
    return next((node for node in below if not tells_of_session(node)), None)


def _take_all(child: Node, following: Node | None, state: State, known: Known, *, heads: bool) -> None:
    """Take a line with what stands under it: what it heads, or its details."""
    if is_clock_alone(child.text) and child.kind != "row":
        at_once(child, state)
    elif is_table_of_groups(child):
        take_groups(child, state)
        _walk(replace(child, children=[line for line in child.children if line.kind != "row"]), state, known)
    elif is_talk(child, state) or (child.children and ATTRIBUTE.match(child.text)):
        take(child, state, known)
        _walk(child, state, known)
    elif heads:
        enter(child, state, known)
        if tells_itself(child, following) or is_half_day(child, following) or _opens_with_items(child):
            clauses(child.value, child.source, state, known)
        own = state.headed
        _walk(child, state, known)
        if state.headed is not None and state.headed is not own:
            leave_session(state)  # what follows stands further out than the parts of this heading
    else:
        take(child, state, known)
        _details(child, state, known)


def _is_cell(node: Node, following: Node | None) -> bool:
    """Whether a line can be a cell of a table with one cell a line: no time, no day, no part above the next time."""
    if clock_first(node.text) or node.kind not in CELLS or DAY_ALONE.fullmatch(node.text):
        return False
    if following is not None and is_half_alone(node.text) and is_clock_alone(following.text):
        return False
    heads = NAMED_BLOCK.match(node.text) or DAY_FIRST.match(node.text)
    if DAY_NUMBER.match(node.text) and find_dates(node.text, 2000):
        return False
    return not (heads and following is not None and is_clock_alone(following.text))


def _is_item(node: Node, stacked: list[Node]) -> bool:
    """Whether a line right behind its time is the item, whatever it is called: "08:40" above "PHIÊN 1: …"."""
    return (
        len(stacked) == 1 and node.kind == "text" and not clock_first(node.text) and not DAY_ALONE.fullmatch(node.text)
    )


def _opens_with_items(node: Node) -> bool:
    """ "Chiều ngày 20/3: 14h00: Tham quan" and its like: a day with its first item, or all, on one line."""
    return bool(node.value) and clock_first(node.value) is not None and is_day_or_half(node.label)


def _is_container(node: Node) -> bool:
    """A heading inside the programme: a day, a part of the day, a session with lines under it."""
    if node.kind == "row":
        return False
    if node.kind == "block" or _opens_with_items(node):
        return True
    first = clock_first(node.text)
    if node.children and not first:
        return not (ends_with_hours(node) or closes_list(node) or parts_at_once(node))
    dated = (bool(find_dates(node.text, 2000)) and not is_dated_item(node)) or DAY_NUMBER.match(node.text) is not None
    dated = dated or WEEKDAY_ALONE.fullmatch(node.text) is not None
    return len(node.text.split()) <= 14 and not first and (dated or is_half_alone(node.text))


def take(node: Node, state: State, known: Known) -> None:
    """The session or sessions that one line, row or paragraph holds."""
    if node.kind == "row":
        previous = state.found[-1].value if state.found else None
        for item in from_row(node, previous, known):
            add(state, item, node.source)
        return
    attribute = ATTRIBUTE.match(node.text)
    if attribute and not clock_first(node.text):
        if not tell_above(node, state):
            attach(state, attribute)
        return
    text = node.text
    if _NO_ITEM.fullmatch(text) or tells_ride(text):
        return
    if (node.kind == "dash" or _PERSON.match(text)) and attach_wrapped(state, text, node.para.first):
        return
    text = _FROM_TILL.sub(r"từ \1 đến \2", _CLOCK_BEHIND.sub(r"\1: ", text))
    label = PART_LABEL.match(text)
    if label and _all_timed(text[label.end() :]):
        clauses(text[label.end() :], node.source, state, known)
        return
    text = text[label.end() :] if label and clock_first(text[label.end() :]) else text
    named = NAMED_BLOCK.match(node.label) if node.value and not clock_first(text) else None
    parted = named is not None and len(node.label.split()) <= 8 and not find_clocks(node.label)
    if parted and ((find_clocks(node.value) and not _tells_only_where(node.value)) or lists_items(node.text)):
        _block_line(node, state, known)
        return
    if is_prose(text):
        clauses(text, node.source, state, known)
    else:
        line(text, node.source, state, known)


_LEADS_TO_PARTS = re.compile(r"\b(?:gồm|sau đây|như sau|của)\b", re.IGNORECASE)
"""In a point below an item that has points itself: "Tham luận: gồm các đơn vị"."""
_PERSON = re.compile(
    r"(?:(?:PGS|GS|TSKH|TS|ThS|BS|BSCK\w*|DS|KS|CN|CNĐD|LS|NSND|NSƯT|Prof|Dr|Mr|Ms|Mrs)\b\.?"
    r"|(?:Ông|Bà|Đ/c|Đồng chí|Thầy|Cô)\s)"
)
_NO_ITEM = re.compile(r"\(.*\)|\*.*|https?://\S+|(?:[Gg]iờ|[Tt]hời gian) (?:học|giảng|làm việc)[^:;]{0,20}:.*")
"""A line in brackets as a whole, a footnote, an address, the hours that hold on each day."""


def _tells_only_where(value: str) -> bool:
    """Whether the place follows the hour of a part: "Đêm nhạc: 19h30 ngày 02/9, sân khấu ngoài trời" is one item."""
    clock = clock_first(value)
    rest = leading_day(value[clock.to :], 2000)[1].lstrip(" ,;–-") if clock else ""
    return is_place(rest)


def _all_timed(text: str) -> bool:
    """Whether each clause has its hour: "khai trương gian sách lúc 7 giờ 30; thi xếp sách từ 8 giờ 30"."""
    return is_prose(text) and all(find_clocks(part) for part in split_outside(text))


def _block_line(node: Node, state: State, known: Known) -> None:
    """A part of the programme with its items on one line: "Phần lễ: từ 8 giờ 00, gồm: chào cờ; khai mạc"."""
    enter(node, state, known)
    state.block = block_name(node.label)
    opening = _OPENING.match(node.value)
    clock = clock_first(node.value) if opening else None
    state.opens, state.opens_with_first = (clock.clock if clock else None), True
    if (dated := block_for(node.label, known)) and lists_items(node.text):
        open_block(state, *dated)
    clauses(node.value[opening.end() :] if opening else node.value, node.source, state, known)
    state.opens, state.opens_with_first = None, False


def _details(node: Node, state: State, known: Known) -> None:
    """Lines under a timed line: attributes of it, or its parts."""
    above = state.found[-1].value if state.found else None
    whole = above.title if above else None
    roomed = above is not None and state.whole is not above and in_rooms(node)
    for child in node.children:
        attribute = ATTRIBUTE.match(child.text)
        if attribute:
            attach(state, attribute)
            continue
        if PART_LABEL.match(child.text):  # the next part of the day, and no detail of the line before it
            take(child, state, known)
            continue
        remark = child.kind == "text" and (ends_with_hours(node) or closes_list(node))
        if remark and find_clocks(child.text):  # "Sau hội nghị, mời đại biểu dùng cơm (11h30)" under the last item
            take(child, state, known)
            continue
        if _NO_ITEM.fullmatch(child.text) or remark:
            continue
        kept = state.block
        state.block = whole or kept
        for item in read_clause(child.text, None):
            own = replace(item, start=above.start, end=above.end) if above and roomed else item
            add(state, own, child.source)
        if child.text.rstrip().endswith(":") or _LEADS_TO_PARTS.search(child.text):
            _details(child, state, known)
        state.block = kept
