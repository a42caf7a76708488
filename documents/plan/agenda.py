"""The programme: a session a line, a row or a clause, with its day, hours, room and who is responsible."""

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime, timedelta

from documents.plan.agenda_dated import dated_events
from documents.plan.agenda_enter import LONGEST_HEADING, enter
from documents.plan.agenda_events import Known, Sessions, activities, block_for, event_for, is_activities
from documents.plan.agenda_items import clock_first
from documents.plan.agenda_prose import told_in_sentences
from documents.plan.agenda_sessions import hours_in_heading, is_session
from documents.plan.agenda_state import ATTRIBUTE, State
from documents.plan.agenda_walk import programme_of, take
from documents.plan.agenda_who import responsible_in
from documents.plan.announced import announced_place
from documents.plan.outline import Node, is_clock_alone
from documents.plan.sections import about, inside, region
from documents.plan.table_schedule import is_schedule, occasions
from documents.plan.whens import day_of
from documents.plan.words import ACTIVITIES, AGENDA, ATTACHED, CONTENT, FORM, TIME, WORK
from domain.dates import find_clocks, find_dates
from domain.plan import PlanSession, Sourced
from domain.vietnamese import search_key

_AGENDA_ITEM = re.compile(
    r"(?:đón tiếp|ổn định|chào cờ|tuyên bố|giới thiệu|khai mạc|văn nghệ|báo cáo|trình bày|tham luận|thảo luận|giải lao"
    r"|phát biểu|bầu|công bố|ký kết|trao|khen thưởng|thông qua|kết luận|tổng kết|bế mạc|ra mắt|ý kiến)\b",
    re.IGNORECASE,
)
_ENDS_LIKE_ONE = re.compile(r"đón tiếp|ổn định tổ chức|chào cờ|tuyên bố lý do|khai mạc|bế mạc|kết luận", re.IGNORECASE)
_IN_ROOM = re.compile(
    r"(?P<room>(?:phòng|hội trường|giảng đường|sảnh|room|hall)\s[^()]+?)\s*(?:\((?P<who>[^()]+)\))?", re.IGNORECASE
)
_ROOM_BEHIND = re.compile(r"\((?P<room>(?:phòng|p\.)\s[^()]{1,40})\)$", re.IGNORECASE)
_HEADINGS = ("part", "caps", "block", "lead", "arabic", "roman", "letter")


def sessions_of(root: Node, known: Known) -> Sessions:
    """All sessions: activities and dated events that have no programme of their own, then the programmes."""
    read = [(node, programme_of(node, known)) for node in _roots(root)]
    if any(_timed(sessions) for _, sessions in read):
        listed = {search_key(s.value.title) for _, sessions in read if _timed(sessions) for s in sessions}
        read = [(n, s) for n, s in read if _timed(s) or event_for(n, known) or block_for(n.label, known) or not listed]
    if not any(_timed(sessions) for _, sessions in read):
        inside_content = [(node, programme_of(node, known)) for node in _contents(root)]
        read = inside_content if any(_timed(sessions) for _, sessions in inside_content) else read
    if not any(sessions for _, sessions in read):
        read = [(root, _loose(root, known) or _listed(root, known))]
    read = [(node, _on_the_day(sessions, known)) for node, sessions in read]
    found = activities(root, known, read) if is_activities(root) else dated_events(root, known, read)
    if any(_is_for_every_round(node) for node, _ in read):
        found = _in_every_round(found, known)
    return _parallel_rooms(found)


_ROUND = re.compile(r"(?:đợt|lớp|khóa|khoá|round)\s+(?:thứ\s+)?(?:\d|nhất|hai|ba|[IVX]+)\b", re.IGNORECASE)

_EVERY_ROUND = re.compile(r"(?:mỗi|các|từng|cả|chung)\s+(?:\S+\s+){0,2}?(?:đợt|lớp|khóa|khoá)\b", re.IGNORECASE)


def _is_for_every_round(programme: Node) -> bool:
    """Whether the programme says that it is for all: "(áp dụng cho mỗi lớp)", "04/8 với Đợt 1, 07/8 với Đợt 2"."""
    heads = [programme.text, *(child.text for child in programme.walk() if child.kind in _HEADINGS)]
    return any(_EVERY_ROUND.search(head) or len(_ROUND.findall(head)) > 1 for head in heads)


def _in_every_round(sessions: Sessions, known: Known) -> Sessions:
    """The programme of the first of several rounds ("Đợt 1", "Lớp 2") holds on the days of the others too.

    A round whose days have sessions of their own is told by the paper itself.
    """
    rounds = [t.value for t in known.times if _ROUND.match(t.value.what) and t.value.start]
    days = [(day_of(r.start), day_of(r.end or r.start)) for r in rounds if r.start]
    told = {s.value.day for s in sessions}
    found = list(sessions)
    for begins, ends in days[1:]:
        shift, length = begins - days[0][0], days[0][1] - days[0][0]
        own_days = {begins + timedelta(days=n) for n in range((ends - begins).days + 1)}
        if shift <= length or own_days & told:
            continue
        first = [s for s in sessions if s.value.day and days[0][0] <= s.value.day <= days[0][1]]
        found.extend(replace(s, value=replace(s.value, day=s.value.day + shift)) for s in first if s.value.day)
    return tuple(found)


def _on_the_day(sessions: Sessions, known: Known) -> Sessions:
    """A programme without a day is that of the one event, of several, that begins at an hour of the programme."""
    if any(s.value.day for s in sessions):
        return sessions
    clocks = {s.value.start for s in sessions if s.value.start}
    held = [t.value for t in known.times if isinstance(t.value.start, datetime) and not t.value.preparation]
    fitting = {t.start.date() for t in held if isinstance(t.start, datetime) and t.start.time() in clocks}
    if len(fitting) != 1:
        return sessions
    (day,) = fitting
    return tuple(replace(s, value=replace(s.value, day=day)) for s in sessions)


def _parallel_rooms(sessions: Sessions) -> Sessions:
    """Sessions at one time are told apart by their rooms: "Chuyên đề 1 - Phòng Hải Âu" beside "… - Phòng Sao Biển"."""
    begun = Counter((s.value.day, s.value.start) for s in sessions)

    def placed(item: Sourced[PlanSession]) -> Sourced[PlanSession]:
        alone = item.value.start is None or begun[item.value.day, item.value.start] < 2
        told = _IN_ROOM.fullmatch(item.value.responsible or "")
        beside = _ROOM_BEHIND.search(item.value.title)
        if not alone and not item.value.room and beside and item.value.responsible:
            title = item.value.title[: beside.start()].rstrip()
            return replace(item, value=replace(item.value, title=title, room=beside["room"]))
        if alone or item.value.room or told is None:
            return item
        who = responsible_in(told["who"]) if told["who"] else None
        return replace(item, value=replace(item.value, room=told["room"], responsible=who))

    return tuple(placed(item) for item in sessions)


def _timed(sessions: Sessions) -> bool:
    return any(s.value.start for s in sessions)


def _roots(root: Node) -> list[Node]:
    """The programmes: headings about the agenda with none such under them, in reading order, outside the work."""
    found: list[Node] = []
    scheduled = occasions(root)
    for node in about(root, AGENDA):
        if inside(node, WORK) or is_schedule(node, scheduled):
            continue
        if any(AGENDA in child.about for child in node.walk()):
            found.extend(child for child in node.children if _runs_by_clock(child))
            continue
        shared = bool(node.about - {AGENDA}) and any(child.about for child in node.children) and not node.value
        if shared and not any(find_clocks(child.text) for child in node.walk()):
            continue
        told = _told_beside(node)
        found.extend(other for other in told if other.para.first < node.para.first and other not in found)
        found.append(node)
        found.extend(other for other in told if other.para.first > node.para.first)
    return found


def _told_beside(programme: Node) -> list[Node]:
    """Days told in sentences beside the programme of one evening: "Hoạt động ngày 29/11", "Ngày 30/11"."""
    parent = programme.parent
    if parent is None or parent.about != {CONTENT}:
        return []
    return [other for other in parent.children if other is not programme and _tells_a_day(other)]


def _tells_a_day(node: Node) -> bool:
    """Whether sentences with hours stand under a heading that names their day."""
    lines = [node.value, *(child.text for child in node.children)]
    dated = len(node.label.split()) <= LONGEST_HEADING and len(find_dates(node.label, 2000)) == 1
    return not node.about - {ACTIVITIES, CONTENT} and dated and sum(len(find_clocks(line)) for line in lines) >= 2


def _runs_by_clock(node: Node) -> bool:
    """Whether a part beside the programme is one itself: "Các hoạt động ngày 24/4" over lines that begin with times."""
    timed = [child for child in node.children if clock_first(child.text)]
    return not node.about - {ACTIVITIES} and len(timed) >= 2 and len(timed) * 2 > len(node.children)


def _contents(root: Node) -> list[Node]:
    """Headings "Nội dung" that hold a programme by the clock: three times and more under them."""
    found = []
    for node in about(root, CONTENT):
        if inside(node, WORK) or inside(node, TIME) or any(CONTENT in child.about for child in node.walk()):
            continue
        own = [node.value, *(c.text for c in node.walk() if not c.about and TIME not in region(c))]
        if sum(len(find_clocks(text)) for text in own) >= 3:
            found.append(node)
    return found


def _loose(root: Node, known: Known) -> Sessions:
    """A programme without a heading: rows with times, or three and more lines that begin with a time."""
    if stacked := _one_cell_a_line(root) or _by_headings(root):
        return programme_of(stacked, known)
    rows = [
        n for n in root.walk() if n.kind == "row" and {"time", "length"} & set(n.para.roles) and not inside(n, WORK)
    ]
    lines = [
        n for n in root.walk() if clock_first(n.text) and not n.about and not inside(n, WORK) and not inside(n, TIME)
    ]
    state = State(day=known.only_day)
    chosen = {id(n) for n in (rows or (lines if len(lines) >= 3 else told_in_sentences(root)))}
    chosen |= set() if rows else _timed_in_parts(root)
    if not chosen:
        return ()
    for node in root.walk():
        if id(node) in chosen:
            take(node, state, known)
        elif not inside(node, WORK) and _heads_items(node) and len(node.text.split()) <= LONGEST_HEADING:
            enter(node, state, known)
    return tuple(state.found)


def _timed_in_parts(root: Node) -> set[int]:
    """The items under "Phần hội" and its like that have their hour anywhere: "Kéo co (lúc 14 giờ, sân bóng)"."""
    parts = [n for n in root.walk() if _PART.match(n.text) and not (inside(n, WORK) or inside(n, TIME) or n.about)]
    items = [id(item) for part in parts for item in part.children if find_clocks(item.text) and not item.about]
    return set(items) if len(items) >= _LEAST else set()


_LEAST = 3


def _one_cell_a_line(root: Node) -> Node | None:
    """The lines of a programme with times alone on theirs, from the first on, with the day that stands right above."""
    place = announced_place(root)
    for parent in [root, *root.walk()]:
        if parent.about & {WORK, TIME} or inside(parent, WORK):
            continue
        times = [
            index for index, child in enumerate(parent.children) if child.kind != "row" and is_clock_alone(child.text)
        ]
        if times and place is not None and _tells_place(parent.children, times[0], place):
            times = times[1:]  # when and where the whole is held
        if len(times) < _LEAST:
            continue
        begins = times[0]
        while begins and begins > times[0] - _LEAST and not find_dates(parent.children[begins].text, 2000):
            begins -= 1
        begins = begins if find_dates(parent.children[begins].text, 2000) else times[0]
        return Node("lead", "", "", parent.children[begins].para, parent, children=parent.children[begins:])
    return None


def _by_headings(root: Node) -> Node | None:
    """The parts of a programme with hours in their heading, "PHẦN LỄ (8h00 – 10h00)", up to what is no part of it."""
    for parent in [root, *root.walk()]:
        if parent.about & {WORK, TIME} or inside(parent, WORK):
            continue
        heads = [at for at, child in enumerate(parent.children) if hours_in_heading(child) and _has_items(parent, at)]
        if heads:
            to = next((at for at, child in enumerate(parent.children) if at > heads[0] and _ends(child)), None)
            children = parent.children[heads[0] : to]
            return Node("lead", "", "", children[0].para, parent, children=children)
    return None


def _has_items(parent: Node, at: int) -> bool:
    following = parent.children[at + 1 : at + 2]
    return bool(parent.children[at].children) or any(ATTRIBUTE.match(node.text) for node in following)


def _ends(node: Node) -> bool:
    """Whether a line is a heading of something else than a part of the programme."""
    return node.kind in ("caps", "roman", "arabic", "part", "close") and not (
        is_session(node) or clock_first(node.text)
    )


def _tells_place(lines: list[Node], at: int, place: Sourced[str]) -> bool:
    return at + 1 < len(lines) and lines[at + 1].para.first == place.source.first


def _heads_items(node: Node) -> bool:
    """A heading, a day alone on its line ("Ngày thứ nhất (12/8/2026)"), or the name of a session over its talks."""
    if node.kind != "text":
        return node.kind in _HEADINGS
    dated = len(find_dates(node.text, 2000)) == 1 and not ATTACHED.match(node.text)
    return dated or (is_session(node) and not find_clocks(node.text))


_PART = re.compile(r"(?:phần|phiên|buổi)\s+\S", re.IGNORECASE)


def _parts_of(node: Node) -> list[Node]:
    """ "Phần Lễ" and "Phần Hội" with their lists under a heading of content, which open or end as programmes do."""
    if inside(node, WORK) or not node.about <= {CONTENT, FORM}:
        return []
    lines = [line for child in node.children for line in (child, *child.children)]
    parts = [line for line in lines if _PART.match(line.text) and len(line.children) >= _LEAST - 1]
    items = [item for part in parts for item in part.children]
    told = sum(_AGENDA_ITEM.match(item.text) is not None for item in items)
    return parts if len(parts) > 1 and told >= _LEAST else []


def _by_parts(parts: list[Node], known: Known) -> Sessions:
    state = State(day=known.only_day)
    for part in parts:
        enter(part, state, known)
        for item in part.children:
            take(item, state, known)
    return tuple(state.found)


def _listed(root: Node, known: Known) -> Sessions:
    """ "Nội dung hội nghị" as a list without hours, where nothing else tells the programme: it opens or ends as one."""
    for node in about(root, CONTENT):
        if parts := _parts_of(node):
            return _by_parts(parts, known)
        items = [child for child in node.children if not child.about and child.kind not in ("text", "row", "close")]
        told = sum(_AGENDA_ITEM.match(child.text) is not None for child in items)
        if node.about != {CONTENT} or inside(node, WORK) or len(items) < 3 or told * 2 < len(items):
            continue
        if any(_ENDS_LIKE_ONE.search(end.text) for end in (items[0], items[-1])):
            state = State(day=known.only_day)
            for child in items:
                take(child, state, known)
            return tuple(state.found)
    return ()
