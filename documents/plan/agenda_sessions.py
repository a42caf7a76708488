"""A session of the programme by its heading: its hours, room and chair stand there or on the lines above its talks."""

import re
from dataclasses import replace

from documents.plan.agenda_blocks import GROUP, behind_day
from documents.plan.agenda_items import clock_first
from documents.plan.agenda_places import ROOM_INSIDE, room_in
from documents.plan.agenda_rooms import ROOM_AND_TOPIC, room_behind
from documents.plan.agenda_state import ATTRIBUTE, State
from documents.plan.halls import is_hall
from documents.plan.outline import Node
from documents.plan.words import AGENDA, clean, squeeze
from domain.clocks import ClockSpan
from domain.dates import find_clocks, find_dates
from domain.plan import PlanSession
from domain.vietnamese import CAPITALS

SESSION = re.compile(
    r"(?:phiên|tiểu ban|phân ban|(?:hội thảo )?(?:chuyên đề|vệ tinh)|tọa đàm|track|symposium|panel|workshop"
    r"|(?:parallel |plenary |technical |poster )?session)\s+\S",
    re.IGNORECASE,
)
"""What a session is called: "Phiên 2: Tim mạch can thiệp", "Session B – Community museums"."""
_PART = re.compile(r"(?:phần|đêm|buổi)\s+\S", re.IGNORECASE)
_LONGEST = 24  # words
_BRACKETS = re.compile(r"\s*\((?P<inside>[^()]*)\)")


def is_session(node: Node) -> bool:
    """Whether a line is called as a session or a part of the programme is."""
    called = behind_day(node.text)
    return node.kind != "row" and (SESSION.match(called) or _PART.match(called)) is not None


def hours_in_heading(node: Node) -> ClockSpan | None:
    """The hours in brackets behind the name of a session or part: "PHIÊN TOÀN THỂ (8h00 – 10h00, Hội trường A)"."""
    if not is_session(node) or len(node.text.split()) > _LONGEST or "(" not in node.text:
        return None
    told = [clock for found in _BRACKETS.finditer(node.text) for clock in find_clocks(found["inside"])]
    return told[0] if len(told) == 1 and told[0].until is not None else None


def enter_session(node: Node, state: State) -> None:
    """What the heading says of the session it opens; hours only where its talks have none of their own."""
    state.headed = None
    if AGENDA in node.about or state.block is None or not (is_session(node) or GROUP.match(node.text)):
        return
    state.block, room, chair = parted_heading(state.block)
    hours = hours_in_heading(node)
    own = [clocks[0].clock for line in node.walk() if (clocks := find_clocks(line.text[:16]))]
    if hours and any(hours.until is None or clock < hours.until for clock in own):
        hours = None  # its talks have theirs
    room = room or _room_in(node.text)
    state.room = room or state.room
    state.headed = PlanSession(
        title=state.block,
        day=state.day,
        start=hours.clock if hours else None,
        end=hours.until if hours else None,
        room=room,
        responsible=chair,
    )


_CHAIR_BEHIND = re.compile(
    r"[\s.,;(–—-]+(?:đồng )?(?:chủ t(?:ọa|oạ)|chủ trì|điều phối|điều hành|chairs?|chaired by|moderators?)"
    rf"(?:\s*:\s*|\s+(?=(?-i:[{CAPITALS}])|(?:đồng chí|đ/c|ông|bà)\s))"
    r"(?P<who>[^;()]{3,}?)\)?$",
    re.IGNORECASE,
)
_ROOM_AMID = re.compile(r",\s+(?P<room>(?:phòng|hội trường|sảnh|giảng đường|room|hall)\s[^,;()]+)$", re.IGNORECASE)


def parted_heading(name: str) -> tuple[str, str | None, str | None]:
    """The name of a session, its room and its chair: "Phiên A: Dữ liệu – chủ trì: TS. An, phòng H2.01"."""
    room, chair = None, None
    if amid := _ROOM_AMID.search(name):
        name, room = name[: amid.start()], clean(amid["room"])
    if led := _CHAIR_BEHIND.search(name):
        name, chair = name[: led.start()], clean(led["who"])
    if inside := ROOM_INSIDE.match(name):
        return f"{inside['name']}: {inside['title']}", clean(inside["room"]), chair
    behind = room_behind(name)
    if behind:
        name, room = name[: name.rfind(behind)].rstrip(" –—-"), room or behind
    return clean(name), room, chair


def enter_room(node: Node, state: State) -> None:
    """What follows is held there, under the name that stands behind the room, with who is in the chair."""
    named = ROOM_AND_TOPIC.fullmatch(node.text.strip())
    state.room = clean(named["room"] if named else node.text)
    name, _, chair = parted_heading(named["topic"]) if named else (None, None, None)
    state.block = name
    state.headed = (
        PlanSession(title=name, day=state.day, room=state.room, responsible=chair) if name and chair else None
    )


def _room_in(text: str) -> str | None:
    """The hall in the heading's brackets: "(8h00 – 10h00, Hội trường A)"."""
    parts = [part.strip() for found in _BRACKETS.finditer(text) for part in re.split(r"[,;]\s+", found["inside"])]
    return next((room for part in parts if (room := room_in(f"… ({part})")[1])), None)


def is_talk(node: Node, state: State) -> bool:
    """Whether a line of a session whose heading has the hours is a talk, though what follows it stands further in."""
    listed = node.kind in ("arabic", "letter", "dash", "plus", "bullet") and bool(node.children)
    timed = state.headed is not None and state.headed.start is not None
    return listed and timed and all(clock_first(child.text) for child in node.children)


def tell_above(node: Node, state: State) -> bool:
    """Take a line between the heading of a session and its first talk: who is in the chair, and where."""
    last = state.found[-1].value if state.found else None
    if state.headed is None or find_dates(node.text, 2000) or (last and last.part_of == state.headed.title):
        return False
    text = squeeze(node.text)
    attribute = ATTRIBUTE.match(text)
    hall = text if is_hall(text) else attribute["value"] if attribute and attribute["place"] else ""
    if hall:
        state.room = clean(hall)
        state.headed = replace(state.headed, room=state.room)
    elif attribute and attribute["who"] and state.headed.responsible is None:
        who = _OTHER_OFFICE.sub("", attribute["value"])
        state.headed = replace(state.headed, responsible=clean(who))
    else:
        return False
    return True


def tells_of_session(node: Node) -> bool:
    """Whether a line between the heading of a session and its talks names its chair or its room."""
    told = None if node.kind == "row" or node.children else ATTRIBUTE.match(squeeze(node.text))
    return told is not None and bool(told["who"] or told["place"]) and not find_clocks(node.text)


_OTHER_OFFICE = re.compile(r"[;,.]\s*(?:thư ký|báo cáo viên|secretar\w+|rapporteurs?)\s*:.*$", re.IGNORECASE)
"""Who else is named behind the chair: "Chủ tọa: A; Thư ký: B"."""
