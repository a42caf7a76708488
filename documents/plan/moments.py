"""Times of the conference: what the plan says about when, with what happens then."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import takewhile

from documents.plan.agenda_events import day_over, side_events
from documents.plan.agenda_rounds import NAMES_ROUND
from documents.plan.announced import announced_time, held_among_milestones
from documents.plan.day_hours import (
    at_hour,
    dated_part,
    hours_of,
    parts_below,
    with_hours,
)
from documents.plan.day_lines import is_day_alone
from documents.plan.lengths import LENGTH
from documents.plan.moment_texts import times_in
from documents.plan.outline import Node
from documents.plan.preparations import milestones, named_under, prepared, while_held
from documents.plan.sections import about, inside, region
from documents.plan.table_rows import of_classes
from documents.plan.table_schedule import occasions
from documents.plan.whens import day_of, says_when, sentences
from documents.plan.words import AGENDA, BUDGET, MILESTONES, REHEARSAL, TIME, WORK, clean
from domain.conference import Source
from domain.dates import find_clocks, find_dates, find_months, find_times
from domain.plan import PlanTime, Sourced

_PART_OPENS = re.compile(
    r"(?P<name>(?:phiên|buổi|phần|đêm)\s+(?:thứ\s+)?\S+(?:\s\S+)?)\s+(?:bắt đầu|khai mạc|diễn ra|vào|lúc|từ)\s",
    re.IGNORECASE,
)
"""A part with its time in a sentence: "Phiên thứ nhất bắt đầu từ 13g30 ngày 14/5/2026"."""
_EVENT_OPENS = re.compile(
    r"(?P<name>(?:vòng|đợt|phiên|phần|đêm|lễ|sơ khảo|chung khảo|bán kết|chung kết|tập huấn|hội (?:thi|trại|chợ|diễn)"
    r"|giải|gala|triển lãm|tham quan|khảo sát)\b"
    r"(?:\s(?!diễn ra|được|tổ chức|bắt đầu|khai mạc|vào|lúc|từ|trong)[^\s,;:()]+){0,9})"
    r"\s+(?:(?:sẽ\s)?(?:diễn ra|(?:được )?tổ chức|bắt đầu|khai mạc)(?=\s)|vào\s(?:lúc\s|ngày\s|sáng|chiều|tối|hồi\s)?)",
    re.IGNORECASE,
)
"""One of several events that are told side by side: "Vòng chung khảo và trao giải diễn ra vào tối thứ Sáu, …"."""
_GENERAL = re.compile(r"(?:thông tin|nội dung|những|các|một số|công tác|quy định|kế hoạch)\b", re.IGNORECASE)
_HELD_ON = re.compile(
    r"(?:hội nghị|hội thảo|đại hội|buổi lễ|lễ|tọa đàm|lớp|cuộc họp)\s(?:[^.;:]{0,60}\s)?(?:được\s+)?"
    r"(?:tổ chức|diễn ra|khai mạc)"
    r"\s+(?:vào|lúc|trong|từ|ngày)\b"
    r"|(?:hội nghị|hội thảo|đại hội|buổi lễ|lễ|tọa đàm|lớp|cuộc họp)\s[^.;:]{0,100}?\s(?:hoãn|lùi|dời|chuyển)"
    r"\s+(?:lại\s+)?(?:sang|đến|vào)\s"
    r"|\stổ chức\s(?:hội nghị|hội thảo|hội thi|hội thao|đại hội|ngày hội|lễ hội|lễ|tọa đàm|lớp|cuộc họp|giải)\b"
    r"[^.;:]{0,120}?\s(?:vào|lúc|hồi)\s"
    r"|(?:mời|triệu tập)\s[^.;:]{3,120}?\s(?:dự|họp)\s[^.;:]{3,120}?\s(?:vào|lúc|hồi)\s",
    re.IGNORECASE,
)
_OF_THE_WHOLE = re.compile(r"\btại\b|\bđến\b|^\(", re.IGNORECASE)


def default_year(root: Node, doc_year: int | None) -> int | None:
    """The year of dates written without one: that of the times stated in full, else of the document."""
    for node in about(root, TIME):
        for text in [node.text, *(child.text for child in node.walk())]:
            for span in find_dates(text):
                return span.first.year
    if doc_year is not None:
        return doc_year
    months = [m.year for n in about(root, TIME) for m in find_months(n.text) if m.year is not None]
    if months:
        return months[0]
    stated = [span.last.year for node in root.walk() for span in find_dates(node.text)]
    return max(stated, default=None)


def times_of(root: Node, year: int | None) -> tuple[Sourced[PlanTime], ...]:
    """The times stated under headings of time, at activities, rehearsals, and fixed hours inside tasks."""
    found: list[Sourced[PlanTime]] = []
    same_day: date | None = None
    events = side_events(root)
    beside, lines = {id(node) for node in events}, {node.para.first for node in events}
    scheduled = occasions(root)
    divides_work = any(WORK in node.about for node in root.walk())  # else its milestones are for authors and guests
    for node in root.walk():
        if id(node) in beside:
            new = _side_event(node, year, day_over(node, year) or same_day)
        elif told := scheduled.get(id(node)):
            new = times_in(told.when, told.name, node.source, year, same_day)
        elif node.kind == "row" and of_classes(node.para.roles):
            cells = dict(zip(node.para.roles, node.para.cells, strict=False))
            new = times_in(cells["time"], clean(cells["class"]), node.source, year, same_day)
        elif TIME in node.about and not inside(node, WORK) and not _is_merged_heading(node):
            new = _stated(node, year, same_day, frozenset(scheduled))
        elif MILESTONES in node.about and not inside(node, WORK):
            new = milestones(node, year) if divides_work else []
        elif _stands_beside(node):
            new = times_in(node.value, clean(node.label), node.source, year, same_day)
        elif REHEARSAL in node.about or (inside(node, WORK) and not any(line.marker for line in node.children)):
            new = prepared(node, year)
        else:
            continue
        new = [t for t in new if not (inside(node, WORK) and while_held(t.value, found))]
        new = [t for t in new if not (t.source.first in lines and is_day_alone(t.value.what))]
        found.extend(new)
        held = [t.value.start for t in found if t.value.start and not (t.value.preparation and id(node) in beside)]
        same_day = day_of(held[-1]) if held else same_day
    if all(t.value.preparation for t in found):
        found[:0] = (
            _announced(root, year)
            or _in_sentences(root, year)
            or _among_milestones(root, year)
            or _in_lines(root, year)
            or _of_rounds(root, year)
            or _of_sessions(root, year)
        )
        found[:0] = [] if found else _announced(root, year, alone=True)
    return tuple(_said_once(found))


def _said_once(found: list[Sourced[PlanTime]]) -> Iterator[Sourced[PlanTime]]:
    """The times without a day alone that repeats the day of the whole, as above the programme in an appendix."""
    whole: set[object] = set()
    for told in found:
        value = told.value
        alone = value.end is None and not value.preparation
        day_alone = alone and value.start is not None and not isinstance(value.start, datetime)
        if day_alone and value.start in whole:
            continue
        if alone and not value.what:
            whole.add(value.start)
        yield told


def _announced(root: Node, year: int | None, *, alone: bool = False) -> list[Sourced[PlanTime]]:
    told = announced_time(root, alone=alone)
    return times_in(told[0], "", told[1], year, None) if told else []


def _among_milestones(root: Node, year: int | None) -> list[Sourced[PlanTime]]:
    told = (times_in(line.value, "", line.source, year, None) for line in held_among_milestones(root))
    return next(filter(None, told), [])


def _in_lines(root: Node, year: int | None) -> list[Sourced[PlanTime]]:
    """Activities each on a line, "Lễ kỷ niệm: từ 7h30 ngày 19/11/2022", where no heading tells the time."""
    lines = [n for n in root.walk() if n.value and not n.about and not any(inside(n, m) for m in _NO_TIMES)]
    lines = [n for n in lines if not _LIMIT_NAMED.match(n.label)]
    dated = [n for n in lines if len(n.label.split()) <= 14 and _begins_with_time(n.value, year)]
    return [told for node in dated for told in times_in(node.value, clean(node.label), node.source, year, None)]


def _of_rounds(root: Node, year: int | None) -> list[Sourced[PlanTime]]:
    """Rounds each on a line with its day, "Nhóm 1: thứ Hai, 08/6/2026", under a heading that tells a timetable."""
    lines = [n for n in root.walk() if NAMES_ROUND.fullmatch(n.label) and not inside(n, WORK)]
    dated = [n for n in lines if n.value and not find_clocks(n.value) and _begins_with_time(n.value, year)]
    told = [time for node in dated for time in times_in(node.value, clean(node.label), node.source, year, None)]
    return told if len({time.value.what for time in told}) > 1 else []


def _begins_with_time(value: str, year: int | None) -> bool:
    weekday = _WEEKDAY.match(value)
    begins = weekday.end() if weekday else 0
    return any(told.at <= begins + _NEAR for told in find_times(value, year))


_WEEKDAY = re.compile(r"(?:(?:sáng|chiều|tối)\s+)?(?:thứ\s+\w+|chủ nhật)[,\s(]+", re.IGNORECASE)
_NEAR = 8  # characters: "từ ngày"


def _of_sessions(root: Node, year: int | None) -> list[Sourced[PlanTime]]:
    """The days of a congress that only its programme tells: "I. Phiên thứ nhất (chiều thứ Năm, ngày 29/8/2024)"."""
    nodes = [node for node in root.walk() if node.children and not inside(node, WORK)]
    found: list[Sourced[PlanTime]] = []
    for node in nodes:
        if node.kind in ("caps", "block") and says_when(node.text):  # "NGÀY 14/9/2022" over its items
            found += times_in(node.text, "", node.source, year, None)
        if not (_SESSION.match(node.text) and AGENDA in region(node)):
            continue
        bracketed = _IN_BRACKETS.search(node.text)
        if bracketed and find_dates(bracketed["when"], year):
            found += times_in(bracketed["when"], clean(node.text[: bracketed.start()]), node.source, year, None)
    return found


_LIMIT_NAMED = re.compile(
    r"(?:(?:thời )?hạn|ngày (?:nộp|gửi|đóng|chốt)|nộp|gửi|đăng ký|deadlines?|submission|registration|early bird)\b",
    re.IGNORECASE,
)
"""How a line is called that says until when something is due; no event is held then."""

_NO_TIMES = (WORK, AGENDA, MILESTONES, BUDGET)
"""What is dated there is work, an item, a deadline or a fee."""

_SESSION = re.compile(r"(?:phiên|buổi|ngày) (?:thứ|họp|trù bị|chính thức|trọng thể|toàn thể|\d)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\s*\((?P<when>[^()]+)\)\s*:?$")


def _in_sentences(root: Node, year: int | None) -> list[Sourced[PlanTime]]:
    """ "Hội nghị tổ chức vào 8h00 ngày 16/10/2026 tại …" before the first heading, where no heading tells the time."""
    opening = [*takewhile(lambda node: not node.about, root.walk())]
    alone = [node for node in opening if says_when(node.text)]
    if len(alone) > 1:  # days of a programme, unless the first tells the whole
        days = find_dates(alone[0].text, year)[0].days
        alone = alone[:1] if len(days) > 1 or _OF_THE_WHOLE.search(alone[0].text) else []
    return [
        told
        for node in opening
        for sentence in sentences(node.text)
        if (held := _HELD_ON.search(sentence)) or node in alone
        for told in times_in(sentence[held.start() if held else 0 :].strip("() "), "", node.source, year, None)
    ]


def _side_event(node: Node, year: int | None, same_day: date | None) -> list[Sourced[PlanTime]]:
    """An event beside the main one; like what prepares it, it does not make the conference longer."""
    found = times_in(node.value, clean(node.label), node.source, year, same_day)
    clocks = find_clocks(node.value)
    if not found and clocks and same_day is not None:
        found = [Sourced(at_hour(node.value, clean(node.label), same_day, clocks[0]), node.source, 0.85)]
    return [replace(told, value=replace(told.value, preparation=True)) for told in found]


def _is_merged_heading(node: Node) -> bool:
    return not node.value and any(TIME in child.about for child in node.walk())


def _stands_beside(node: Node) -> bool:
    """A dated part named beside "Thời gian:" under a merged heading: "Phiên thứ nhất: 13h30 ngày 18/5/2023"."""
    parent = node.parent
    if parent is None or node.about or not node.value or TIME not in parent.about or not _is_merged_heading(parent):
        return False
    return len(node.label.split()) <= 8 and not find_clocks(node.label)


def _stated(node: Node, year: int | None, same_day: date | None, scheduled: frozenset[int]) -> list[Sourced[PlanTime]]:
    """The times of one heading: its own words, then those of its unlabelled and its named lines."""
    halves = hours_of(node, year) if node.value else []
    if halves:
        return halves
    what = _subject(node)
    named: list[Sourced[PlanTime]] = []
    lines = [child for child in node.children if not child.about or dated_part(child)]
    lines = [child for child in lines if id(child) not in scheduled and not of_classes(child.para.roles)]
    lines = with_hours([line for child in lines for line in (child, *parts_below(child, year))], year)
    several = sum(_EVENT_OPENS.match(line.text) is not None for line in lines) > 1
    for child in lines:
        label = (
            named_under(child, node)
            if child.value
            and len(child.label.split()) <= 40
            and not find_clocks(child.label)
            and len(sentences(child.label)) == 1
            else what
        )
        dated = find_dates(child.label, year) and not find_dates(child.value, year)
        text = child.value if label != what and not dated else child.text
        timed = hours_of(child, year)
        if timed:
            named.extend(timed)
            continue
        opens = _PART_OPENS.match(child.text) or (_EVENT_OPENS.match(child.text) if several else None)
        stated = next((day_of(t.value.start) for t in reversed(named) if t.value.start), same_day)
        named.extend(times_in(text, clean(opens["name"]) if opens else label, child.source, year, stated))
    text = node.value or ("" if node.children or node.kind != "text" else node.text)
    own = times_in(text, what, node.source, year, same_day)
    if not own and named and (length := LENGTH.search(text)) and "buổi" not in length.group().lower():
        own = [_spanning(text, what, node.source, named)]
    return own + named


def _subject(node: Node) -> str:
    """What the time is of: the activity above, or the conference as a whole."""
    parent = node.parent
    if parent is None or parent.kind == "root" or parent.about or _GENERAL.match(parent.text):
        return ""
    ordinal = parent.kind == "part" and parent.text == parent.marker  # "Phần thứ nhất" alone names nothing
    return "" if ordinal else clean(parent.text)


def _spanning(text: str, what: str, source: Source, named: list[Sourced[PlanTime]]) -> Sourced[PlanTime]:
    """The whole, where only its length is stated and its parts are dated."""
    starts = sorted((t.value.start for t in named if t.value.start), key=lambda value: (day_of(value), str(value)))
    last = max(day_of(t.value.end or t.value.start) for t in named if t.value.start)
    return Sourced(PlanTime(text=clean(text), what=what, start=starts[0], end=last), source, 0.8)
