"""Days and events around the programmes: which block or event a programme belongs to, and events without one."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from documents.plan.day_lines import is_day_alone
from documents.plan.elsewhere import as_parts
from documents.plan.event_words import AT_PLACE, led_by, place_behind
from documents.plan.outline import Node
from documents.plan.places import inline_place, tidy_place
from documents.plan.preparations import REHEARSED
from documents.plan.sections import inside, region
from documents.plan.whens import When, day_of, first_sentence, whens
from documents.plan.words import ACTIVITIES, AGENDA, CHAIR, PLACE, TIME, WORK, clean
from domain.dates import find_clocks, find_dates, find_times
from domain.plan import PlanSession, PlanTime, Sourced
from domain.vietnamese import CAPITALS, search_key, words

BLOCK = re.compile(r"(?:nội dung\s+|chương trình\s+)?(?P<name>(?:phiên|buổi|ngày|đêm|phần)\s+.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the conference's days before its programme is read."""

    times: tuple[Sourced[PlanTime], ...]
    starts_on: date | None
    ends_on: date | None
    year: int | None

    @property
    def only_day(self) -> date | None:
        return self.starts_on if self.starts_on == self.ends_on else None

    def day_before(self, line: int) -> date | None:
        """The day of a programme that has none beside it: the one event of a single day stated above it."""
        above = [t.value for t in self.times if t.source.last < line and t.value.start and not t.value.preparation]
        single = {day_of(t.start) for t in above if t.start and (t.end is None or day_of(t.end) == day_of(t.start))}
        return single.pop() if len(single) == 1 and len(above) == 1 else None


Sessions = tuple[Sourced[PlanSession], ...]


def block_for(label: str, known: Known) -> tuple[str, datetime | date] | None:
    """The named time ("Phiên trù bị: chiều 22/5") that a programme's heading repeats."""
    heading = f" {search_key(label)} "
    for item in known.times:
        what = item.value.what
        bare = re.sub(r"\s*\([^()]*\)", "", what)
        if what and item.value.start and BLOCK.fullmatch(what) and f" {search_key(bare)} " in heading:
            return what, item.value.start
    return None


def event_for(node: Node, known: Known) -> Sourced[PlanTime] | None:
    """The dated event whose name the programme's heading repeats ("Chương trình Hội nghị sơ kết")."""
    own = set(words(node.label)) - {"chuong", "trinh", "tu", "noi", "dung", "cua", "le", "du", "kien"}
    if own <= _ANY_EVENT and len(known.times) > 1:
        return None
    scored = [
        (len(own & set(words(item.value.what))) / len(own), item)
        for item in known.times
        if own and item.value.what and item.value.start and not _rehearses(item.value, node.label)
    ]
    best = max(scored, key=lambda pair: pair[0], default=None)
    if best is not None and best[0] >= 0.6 and len(own) >= 2:
        return best[1]
    named = [
        item for _, item in scored if len(_bare_words(item.value.what)) > 1 and _bare_words(item.value.what) <= own
    ]
    return named[0] if len(named) == 1 else None


def _bare_words(name: str) -> set[str]:
    """What an event is called by, without "của" and brackets: "Điểm của xã (thôn 1 và thôn 2)"."""
    return set(words(re.sub(r"\s*\([^()]*\)", "", name))) - {"cua", "tai"}


def _rehearses(event: PlanTime, heading: str) -> bool:
    """Whether a time is that of a rehearsal, whose day no programme has but its own."""
    return event.preparation and REHEARSED.match(event.what) is not None and REHEARSED.match(heading) is None


_ANY_EVENT = frozenset({"hoi", "nghi", "thao", "dai", "buoi"})
"""Words that every event is called by: "Trình tự hội nghị" tells none of several apart."""


def day_above(node: Node, known: Known) -> date | None:
    """The day stated beside the programme, at the same activity."""
    at: Node | None = node.parent
    while at is not None and at.kind != "root":
        for child in at.children:
            if TIME in child.about and not at.about:
                stated = [child.text, *(line.text for line in child.walk() if TIME in line.about)]
                found = [when for text in stated for when in whens(text, known.year, known.only_day)]
                if found:
                    return day_of(found[0].start)
        at = at.parent
    return None


Read = list[tuple[Node, Sessions]]


def activity_nodes(root: Node) -> list[Node]:
    """Numbered activities, each with a "Thời gian:" of its own; at least two, else it is the conference's own time."""
    found = [
        node
        for node in root.walk()
        if not node.about - {ACTIVITIES}
        and node.kind not in ("root", "caps")
        and _telling(node) is not None
        and not inside(node, WORK)
    ]
    if len(found) >= 2 or any(_is_dated(sibling) for node in found for sibling in _siblings(node)):
        return found
    return []


def _telling(node: Node) -> Node | None:
    """The line of an activity that tells when it is: "Thời gian: …", or "Bắt đầu lúc 7h00 …" in a list of them."""
    labelled = next((c for c in node.children if TIME in c.about and c.value), None)
    if labelled is not None or node.parent is None or ACTIVITIES not in node.parent.about:
        return labelled
    return next((c for c in node.children if not c.about and _BEGINS.match(c.text) and find_times(c.text, 2000)), None)


_BEGINS = re.compile(
    r"(?:(?:bắt đầu|khai mạc|xuất phát|khởi hành|diễn ra|tổ chức|mở cửa|được tổ chức)\s+)?"
    r"(?:(?:lúc|từ|vào|ngày|vào lúc|vào ngày|từ ngày|sáng|chiều|tối)\s+)*\d",
    re.IGNORECASE,
)


def _told(line: Node) -> str:
    return line.value if TIME in line.about else line.text


def _siblings(node: Node) -> list[Node]:
    return [child for child in node.parent.children if child is not node] if node.parent else []


def _is_dated(node: Node) -> bool:
    """A list of events with times of their own, beside what has a heading for its time."""
    return not node.about - {ACTIVITIES} and len(_dated_lines(node)) >= 2


def is_activities(root: Node) -> bool:
    return bool(activity_nodes(root))


def activities(root: Node, known: Known, read: Read) -> Sessions:
    found: list[Sourced[PlanSession]] = []
    same_day: date | None = known.only_day
    nodes = activity_nodes(root)
    for node in _with_siblings(nodes):
        own = [s for programme, sessions in read if programme in _whole(node) for s in sessions]
        over = day_over(node, known.year) or same_day
        stated = _telling(node) or next((c for c in node.children if TIME in c.about), node)
        told = stated.value if stated is node else _told(stated)
        when = next(iter(whens(told, known.year, over)), None) or _on_same_day(told, over)
        same_day = day_of(when.start) if when and stated is not node else same_day
        alone = activity_of(node, stated, known, same_day if stated is not node else over)
        found.extend(as_parts(own, alone.value) or ([] if told_elsewhere(alone.value, read) else [alone]))
    inner = {id(p) for node in nodes for p in _whole(node)}
    found.extend(s for programme, sessions in read if id(programme) not in inner for s in sessions)
    return tuple(found)


def day_over(node: Node, year: int | None) -> date | None:
    """The one day that the line over several names: "Khảo sát: sáng ngày 23/5, hai đoàn:" over "a) Đoàn 1: 6h30"."""
    days = find_dates(node.parent.text, year) if node.parent is not None else ()
    return days[0].first if len(days) == 1 and len(days[0].days) == 1 else None


def told_elsewhere(activity: PlanSession, read: Read) -> bool:
    """Whether a programme of its own, under another heading, begins with the activity or runs over its hour."""
    clocks = [s.value.start for _, sessions in read for s in sessions if s.value.day == activity.day and s.value.start]
    return activity.start is not None and len(clocks) > 2 and min(clocks) <= activity.start <= max(clocks)


def _with_siblings(nodes: list[Node]) -> list[Node]:
    """The activities in order, with those told on one line beside them: "5. Bế mạc: 16h00 ngày 07/3 tại sân khấu"."""
    chosen = {id(node) for node in nodes}
    found: list[Node] = []
    for parent in _parents(nodes):
        kind = next(child.kind for child in parent.children if id(child) in chosen)
        for child in (c for c in parent.children if c.kind == kind):
            if id(child) in chosen or (not child.about and _is_line(child)):
                found.append(child)
            elif not child.about - {ACTIVITIES}:
                found.extend(_dated_lines(child))
    return found


def side_events(root: Node) -> list[Node]:
    """Lines with a time of their own under an activity that has none: "Giải bóng chuyền: 15 giờ 30 ngày 24/10"."""
    return [*_beside_activities(root), *on_the_side(root)]


_ON_THE_SIDE = re.compile(
    r"(?:các |những )?(?:hoạt động|sự kiện|chương trình)\s(?:\S+\s){0,2}?(?:bên lề|chào mừng|hưởng ứng|đồng hành)\b"
    r"|side events\b",
    re.IGNORECASE,
)


def on_the_side(root: Node) -> list[Node]:
    """What is dated line by line under "Các hoạt động bên lề", where the conference is no list of activities."""
    if activity_nodes(root):
        return []
    heads = [node for node in root.walk() if _ON_THE_SIDE.match(node.text) and not inside(node, WORK)]
    return [*events_of_day(root), *(line for node in heads for line in _dated_lines(node))]


def events_of_day(root: Node) -> list[Node]:
    """Several events with their hours under a day that stands where the time of all is told."""
    days = [node for node in root.walk() if TIME in region(node) and not node.about and is_day_alone(node.label)]
    listed = [_dated_lines(day) for day in days if not day.value]
    return [line for lines in listed if len(lines) >= _SEVERAL for line in lines]


_SEVERAL = 2


def _beside_activities(root: Node) -> list[Node]:
    nodes = activity_nodes(root)
    chosen = {id(node) for node in nodes}
    beside = [child for parent in _parents(nodes) for child in parent.children if id(child) not in chosen]
    kinds = {node.kind for node in nodes}
    return [
        line
        for child in beside
        if child.kind in kinds and not child.about - {ACTIVITIES}
        for line in _dated_lines(child)
    ]


def _dated_lines(node: Node) -> list[Node]:
    lines = [c for c in node.children if c.value and (find_times(c.value, 2000) or find_clocks(c.value))]
    return lines if len(lines) * 2 > len(node.children) else []


def _parents(nodes: list[Node]) -> list[Node]:
    return list({id(node.parent): node.parent for node in nodes if node.parent is not None}.values())


def _is_line(node: Node) -> bool:
    """Whether the words behind the colon begin with the time."""
    headed = any(TIME in child.about or AGENDA in child.about for child in node.children)
    when = find_times(node.value, 2000) if node.value and not headed else ()
    return bool(when) and when[0].clock is not None and when[0].at <= 8


def _whole(node: Node) -> list[Node]:
    return [node, *node.walk()]


def _on_same_day(text: str, day: date | None) -> When | None:
    """An hour alone is of the day of the activity before it."""
    clocks = find_clocks(text)
    return When(datetime.combine(day, clocks[0].clock), None) if clocks and day else None


def activity_of(node: Node, stated: Node, known: Known, day: date | None) -> Sourced[PlanSession]:
    told = stated.value if stated is node else _told(stated)
    when = next(iter(whens(told, known.year, day)), None) or _on_same_day(told, day)
    place = next((tidy_place(c.value) for c in node.children if PLACE in c.about and c.value), None) or inline_place(
        stated.text
    )
    at = re.search(rf"\s(?:tại|ở)\s+([{CAPITALS}].*)$", node.text)
    at = at or (AT_PLACE.search(first_sentence(told)) if TIME not in stated.about and stated is not node else None)
    chaired = next((clean(c.value) for c in node.children if CHAIR in c.about and c.value), None)
    start = when.start if when else None
    end = when.end if when else None
    session = PlanSession(
        title=clean(node.label if stated is node else node.text),
        day=day_of(start) if start else None,
        start=start.time() if isinstance(start, datetime) else None,
        end=end.time() if start and isinstance(end, datetime) and day_of(end) == day_of(start) else None,
        room=place or (clean(at[1]) if at else None) or place_behind(told),
        responsible=chaired or led_by(told),
    )
    return Sourced(session, node.source, 0.85)
