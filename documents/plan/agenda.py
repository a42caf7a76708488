"""The programme: a session a line, a row or a clause, with its day, hours, room and who is responsible."""

import re
from collections import Counter
from dataclasses import replace
from datetime import datetime

from documents.plan.agenda_blocks import lists_items
from documents.plan.agenda_dated import dated_events
from documents.plan.agenda_enter import LONGEST_HEADING
from documents.plan.agenda_events import Known, Sessions, activities, block_for, event_for, is_activities
from documents.plan.agenda_items import clock_first
from documents.plan.agenda_listed import dated_list, told_of_days
from documents.plan.agenda_loose import loose
from documents.plan.agenda_rounds import in_every_round
from documents.plan.agenda_walk import programme_of
from documents.plan.agenda_who import responsible_in
from documents.plan.outline import Node
from documents.plan.sections import about, inside, region
from documents.plan.table_schedule import is_schedule, occasions
from documents.plan.words import ACTIVITIES, AGENDA, CONTENT, TIME, WORK
from domain.dates import find_clocks, find_dates
from domain.plan import PlanSession, Sourced
from domain.vietnamese import search_key

_IN_ROOM = re.compile(
    r"(?P<room>(?:phòng|hội trường|giảng đường|sảnh|room|hall)\s[^()]+?)\s*(?:\((?P<who>[^()]+)\))?", re.IGNORECASE
)
_ROOM_BEHIND = re.compile(r"\((?P<room>(?:phòng|p\.)\s[^()]{1,40})\)$", re.IGNORECASE)


def sessions_of(root: Node, known: Known) -> Sessions:
    """All sessions: activities and dated events that have no programme of their own, then the programmes."""
    read = [(node, programme_of(node, known)) for node in _roots(root)]
    if any(_timed(sessions) for _, sessions in read):
        listed = {search_key(s.value.title) for _, sessions in read if _timed(sessions) for s in sessions}
        read = [(n, s) for n, s in read if _timed(s) or event_for(n, known) or block_for(n.label, known) or not listed]
    if not any(_timed(sessions) for _, sessions in read):
        inside_content = [(node, programme_of(node, known)) for node in _contents(root)]
        told = any(_timed(sessions) for _, sessions in inside_content) or not any(sessions for _, sessions in read)
        read = inside_content if told else read
    if not any(sessions for _, sessions in read):
        read = [(root, loose(root, known))]
    read = [(node, _on_the_day(sessions, known)) for node, sessions in read]
    found = activities(root, known, read) if is_activities(root) else dated_events(root, known, read)
    if not any(_timed(sessions) for _, sessions in read):
        listed_days = dated_list(root, known)
        found = listed_days if len(listed_days) > sum(_timed((event,)) for event in found) else found
        found = found if _timed(found) else (*found, *told_of_days(root, known))
    return _parallel_rooms(in_every_round(found, [node for node, _ in read], known))


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
    """Headings "Nội dung" that hold a programme: three times and more under them, or parts with their items."""
    found = []
    for node in about(root, CONTENT):
        below = any(CONTENT in child.about and not lists_items(child.text) for child in node.walk())
        if below or inside(node, WORK) or inside(node, TIME) or lists_items(node.text):
            continue
        own = [node.value, *(c.text for c in node.walk() if not c.about and TIME not in region(c))]
        if sum(len(find_clocks(text)) for text in own) >= 3 or sum(lists_items(c.text) for c in node.walk()) > 1:
            found.append(node)
    return found
