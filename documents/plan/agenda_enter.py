"""What a heading of the programme says of the items under it: their day, half of the day, part and room."""

import re
from datetime import date

from documents.plan.agenda_blocks import GROUP, NAMED_BLOCK, SITE, behind_day, block_name
from documents.plan.agenda_days import HALF_FIRST, WEEKDAY_ALONE, half_of, numbered_day, on_weekday
from documents.plan.agenda_events import Known, block_for, event_for
from documents.plan.agenda_rooms import room_behind
from documents.plan.agenda_sessions import SESSION, enter_session, parted_heading
from documents.plan.agenda_state import State, leave_session
from documents.plan.day_lines import is_day_alone
from documents.plan.halls import is_hall
from documents.plan.outline import Node
from documents.plan.whens import day_of
from documents.plan.words import AGENDA, clean, is_caps, squeeze
from domain.dates import find_clocks, find_dates, find_parts
from domain.plan import PlanSession
from domain.vietnamese import search_key

LONGEST_HEADING = 16
"""Words; a longer one is a sentence, whose dates are of something else."""
_LONGEST_SESSION = 24  # words; a session is named with its room and chair


def enter(node: Node, state: State, known: Known) -> None:
    """Take the day and the block from a heading."""
    text = _told(node, known)
    dates = find_dates(text, known.year)
    within = AGENDA not in node.about
    site = SITE.fullmatch(text) if within and node.children else None
    text = site["name"][:1].upper() + site["name"][1:] if site else text
    group = GROUP.match(text) or site if within else None
    lettered = node.kind == "block" and _LETTERED.fullmatch(node.marker) and is_caps(text.partition("(")[0])
    lettered = lettered and not (HALF_FIRST.match(text) or is_day_alone(text))
    if dates or NAMED_BLOCK.match(text) or group or lettered:
        state.room = state.place = room_behind(node.label if find_clocks(node.value) else node.text)
        state.room = state.room or (text if site else None)
    elif HALF_FIRST.match(text) or WEEKDAY_ALONE.fullmatch(text):
        state.room = room_behind(text) or state.place
    elif within and node.kind == "block" and (hall := _hall_named(text)):
        leave_session(state)
        state.room, state.headed = hall, PlanSession(title=hall, room=hall)
        return
    elif within and node.children and (room := room_behind(text)):
        state.room = room
    state.dines = room_behind(text) is not None and _DINES.search(text) is not None
    state.day = _day_named(node, text, known) or state.day
    state.half = half_of(text)
    bare = re.sub(r"\([^()]*\)", "", node.text)
    if SESSION.match(text) and not (find_clocks(bare) or find_dates(bare, known.year)):
        text = squeeze(node.text)  # with what it is about: "Phiên 1: Tăng huyết áp"
    called = behind_day(text) if dates else text
    named = NAMED_BLOCK.match(called) or SESSION.match(called) or group or lettered
    if node.kind != "row" and within and named and is_short(text):
        state.block, state.opens = block_name(text), None
        dated = block_for(text, known)
        state.day = day_of(dated[1]) if dated else state.day
        enter_session(node, state)
        return
    event = event_for(node, known) if within and node.children and node.kind != "row" else None
    if event is not None and f"{search_key(event.value.what)} ".startswith(f"{search_key(node.label)} "):
        leave_session(state)
        same = search_key(event.value.what) == search_key(node.label)
        state.block = event.value.what if same else clean(node.label)
    if dates and state.block and state.block == state.of_half:
        state.block = None  # what a half of the day before was called
    if dates and state.headed is not None:
        room = state.room
        leave_session(state)  # the next day
        state.room = room
    if within and find_parts(text):
        name, _, chair = parted_heading(squeeze(node.text)) if node.value or "(" in node.text else (text, None, None)
        _enter_half(name if chair else text, state)
        if chair:
            _lead_half(clean(_PLACED.sub("", name)), chair, state)


def _lead_half(name: str, chair: str, state: State) -> None:
    """Tell who is in the chair of the half of a day that its heading names: "Buổi sáng - Chủ trì: Giám đốc Sở"."""
    if state.block is None:
        state.block = state.of_half = f"{name} {state.day:%d/%m}" if state.day else name
    state.headed = PlanSession(title=state.block, day=state.day, responsible=chair)


def _hall_named(text: str) -> str | None:
    """The hall that a row across a table names over the items held there: "HỘI TRƯỜNG A", "Tại Phòng họp số 2"."""
    hall = clean(re.sub(r"^(?:tại|ở|at)\s+", "", text, flags=re.IGNORECASE))
    return hall if is_hall(hall) and len(hall.split()) <= _LONGEST_HALL and not find_clocks(hall) else None


_LONGEST_HALL = 8  # words
_DINES = re.compile(r"\b(?:cơm|tiệc|liên hoan|gala|chiêu đãi|dạ tiệc|buffet|dinner|lunch|party)\b", re.IGNORECASE)
"""What a part is called whose meals are held where it is: "Tối 20/11, liên hoan tại Nhà hàng Sen:"."""
_LETTERED = re.compile(r"[A-H]\s*[.\-/)]")
"""The mark of a part of the programme among others: "C. BẾ MẠC"."""


def _told(node: Node, known: Known) -> str:
    """The words of a heading that may name a day or a part: its label, or the whole line where it holds a date."""
    if node.kind == "block":
        return squeeze(node.text)
    if HALF_FIRST.fullmatch(node.label) and room_behind(node.text) and _half_named(node.text):
        return node.text
    itself = find_dates(node.label, known.year) and find_clocks(node.value)
    beside = find_dates(node.text, known.year) and not itself
    return node.label if node.value and not beside else node.text


def _day_named(node: Node, text: str, known: Known) -> date | None:
    """The day that a heading names, by its date, its number, its event ("a) Chương trình Hội nghị trực báo")."""
    dates = find_dates(text, known.year)
    if dates and (len(dates[0].days) == 1 or (AGENDA not in node.about and not dates[0].is_range)):
        return dates[0].first  # of "Ngày 17/7 và 18/7" the first
    if numbered := numbered_day(text, known):
        return numbered
    event = event_for(node, known) if node.children else None
    return day_of(event.value.start) if event and event.value.start else on_weekday(text, known)


def _enter_half(text: str, state: State) -> None:
    """Name the half of the day behind the part that is open ("Phiên thứ nhất - Buổi sáng"), or the part it opens."""
    if name := _half_named(text):
        state.block = state.of_half = name
        state.opens = state.headed = None
        return
    if state.block and state.block == state.of_half:
        state.block = None  # what the half before was called
    part = state.block.split(" - ")[0] if state.block else ""
    if part and not re.search(r"(?i)buổi|sáng|chiều|tối", part):
        state.block, state.opens = f"{part} - {clean(_PLACED.sub('', text))}", None


_PLACED = re.compile(r"\s*\([^()]*\)|\s+(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?\b|(?<=\w),\s[^,\d]*$")
"""What stands behind the name of a half: its hours, its date, its place."""


def _half_named(text: str) -> str | None:
    """What a half of the day is called, in capitals or with its room; what only opens it is no name of it."""
    named = _NAMED_HALF.fullmatch(text)
    if named is None or not (is_caps(named["name"]) or (room_behind(text) and not _OPENS.match(named["name"]))):
        return None
    return clean(named["name"])


_OPENS = re.compile(r"(?:lễ\s+)?(?:khai mạc|khai giảng|đón tiếp)\b", re.IGNORECASE)
_NAMED_HALF = re.compile(rf"{HALF_FIRST.pattern}\s*:\s*(?P<name>[^:;()\d]{{3,60}}?)\s*(?:\([^()]*\))?", re.IGNORECASE)
"""What a half of the day is called over its items, in capitals or with its room: "BUỔI CHIỀU: HỘI DIỄN (Nhà hát)"."""


def is_short(heading: str) -> bool:
    """Whether words are few enough for a heading, what stands in brackets not counted."""
    most = _LONGEST_SESSION if SESSION.match(heading) else LONGEST_HEADING
    return len(re.sub(r"\([^()]*\)", "", heading).split()) <= most


def leads(label: str) -> bool:
    """Whether the words before a colon name a day, a half of one or a part, whose items stand behind it."""
    return _LEADS.match(label) is not None and is_short(label) and not find_clocks(label)


_LEADS = re.compile(
    rf"{HALF_FIRST.pattern}|(?:vào\s+)?(?:phiên|phần|buổi|ngày|đêm|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật"
    r"|day|session|morning|afternoon|evening|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
