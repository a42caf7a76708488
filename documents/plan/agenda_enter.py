"""What a heading of the programme says of the items under it: their day, half of the day, part and room."""

import re
from datetime import date

from documents.plan.agenda_blocks import GROUP, NAMED_BLOCK, block_name
from documents.plan.agenda_days import HALF_FIRST, half_of, numbered_day, on_weekday
from documents.plan.agenda_events import Known, block_for, event_for
from documents.plan.agenda_rooms import room_behind
from documents.plan.agenda_sessions import SESSION, enter_session
from documents.plan.agenda_state import State, leave_session
from documents.plan.outline import Node
from documents.plan.whens import day_of
from documents.plan.words import AGENDA, clean, squeeze
from domain.dates import find_clocks, find_dates, find_parts


def enter(node: Node, state: State, known: Known) -> None:
    """Take the day and the block from a heading."""
    text = squeeze(node.text) if node.kind == "block" else node.label if node.value else node.text
    if node.kind != "block" and node.value and find_dates(node.text, known.year):
        text = node.text
    dates = find_dates(text, known.year)
    group = GROUP.match(text) if AGENDA not in node.about else None
    if dates or NAMED_BLOCK.match(text) or group:
        state.room = state.place = room_behind(node.label if find_clocks(node.value) else node.text)
    elif HALF_FIRST.match(text):
        state.room = room_behind(text) or state.place
    if dates and (len(dates[0].days) == 1 or (AGENDA not in node.about and not dates[0].is_range)):
        state.day = dates[0].first  # of "Ngày 17/7 và 18/7" the first
    elif numbered := numbered_day(text, known):
        state.day = numbered
    elif node.children and (event := event_for(node, known)) is not None:
        state.day = day_of(event.value.start or date.min)  # "a) Chương trình Hội nghị trực báo"
    else:
        state.day = on_weekday(text, known) or state.day
    state.half = half_of(text)
    if SESSION.match(text) and not (find_clocks(node.text) or find_dates(node.text, known.year)):
        text = squeeze(node.text)  # with what it is about: "Phiên 1: Tăng huyết áp"
    named = NAMED_BLOCK.match(text) or SESSION.match(text) or group
    if node.kind != "row" and AGENDA not in node.about and named and _is_short(text):
        state.block, state.opens = block_name(text), None
        dated = block_for(text, known)
        state.day = day_of(dated[1]) if dated else state.day
        enter_session(node, state)
        return
    if dates and state.headed is not None:
        room = state.room
        leave_session(state)  # the next day
        state.room = room
    parts = find_parts(text)
    if (
        parts
        and state.block
        and AGENDA not in node.about
        and not re.search(r"(?i)buổi|sáng|chiều|tối", state.block.split(" - ")[0])
    ):
        state.block = f"{state.block.split(' - ')[0]} - {clean(text)}"
        state.opens = None


def _is_short(heading: str) -> bool:
    most = _LONGEST_SESSION if SESSION.match(heading) else _LONGEST
    return len(re.sub(r"\([^()]*\)", "", heading).split()) <= most


_LONGEST, _LONGEST_SESSION = 16, 24  # words; a session is named with its room and chair


def leads(label: str) -> bool:
    """Whether the words before a colon name a day, a half of one or a part, whose items stand behind it."""
    return _LEADS.match(label) is not None and _is_short(label) and not find_clocks(label)


_LEADS = re.compile(
    rf"{HALF_FIRST.pattern}|(?:vào\s+)?(?:phiên|phần|buổi|ngày|đêm|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật"
    r"|day|session|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
