"""What is fixed on the way to the conference: milestones, rehearsals, hours named inside tasks."""

import re
from dataclasses import replace
from datetime import datetime

from documents.plan.agenda_sentences import sentences_of
from documents.plan.outline import Node
from documents.plan.whens import DUE, day_of, end_of, start_of
from documents.plan.words import REHEARSAL, TIME, clean, split_outside
from domain.dates import find_clocks, find_dates, find_times
from domain.plan import PlanTime, Sourced

_AT = re.compile(r"(?:lúc|vào|hồi|at)\s*$", re.IGNORECASE)
_ON_DAY = re.compile(r"vào\s+(?:ngày\s*)?$", re.IGNORECASE)
_REHEARSED_ON = re.compile(r"(?:sơ duyệt|tổng duyệt|chạy thử)\s+(?:vào\s+)?(?:ngày\s*)?$", re.IGNORECASE)
REHEARSED = re.compile(r"(?:rehears\w+|sơ duyệt|tổng duyệt|chạy thử|kiểm tra|duyệt|họp)\b[^,;.(]*", re.IGNORECASE)

PREPARES = re.compile(
    r"\b(?:họp duyệt|họp (?:chuẩn bị|rà soát|bàn)|tổng duyệt|sơ duyệt|duyệt lần cuối|chạy thử"
    r"|thử đường truyền|bốc thăm|chạy chương trình|dạy thử|tập dượt|hợp luyện|khớp (?:chương trình|nhạc)"
    r"|tập trung (?:học sinh|sinh viên|đội tuyển)|tựu trường|nhận (?:lớp|phòng thi)|(?:giám khảo|trọng tài) tập huấn"
    r"|tập huấn (?:ban )?(?:giám khảo|trọng tài)|họp (?:trưởng đoàn|trọng tài|(?:ban )?giám khảo|lãnh đội)"
    r"|(?:ban tổ chức|tiểu ban)\s(?:[^,;.:]{0,20}\s)?họp|họp (?:các )?(?:ban tổ chức|tiểu ban)|họp kỹ thuật"
    r"|tập huấn (?:(?:thể lệ|quy chế|nghiệp vụ|kỹ năng) )?cho (?:các )?(?:đội|trọng tài|giám khảo|tình nguyện viên))\b",
    re.IGNORECASE,
)
"""What is done on days before, wherever in its name it is said: the pupils gather, teams draw lots."""

_OF_A_PART = re.compile(
    r"\bcấp\s+(?:tổ|khoa|phòng|cơ sở|bộ phận|chi (?:bộ|đoàn|hội)|công đoàn bộ phận|(?:phân )?xưởng|đơn vị|đội|lớp"
    r"|thôn|xóm|bản)\b"
    r"|^(?:hội nghị|họp|cuộc họp|buổi họp)\s+(?:trù bị|chuẩn bị|cốt cán)\b",
    re.IGNORECASE,
)


def of_a_part(what: str) -> bool:
    """Whether a meeting is one that the parts of a body hold ("Hội nghị cấp khoa"), or that prepares the whole."""
    return _OF_A_PART.search(what) is not None


def without_parts(times: list[Sourced[PlanTime]]) -> list[Sourced[PlanTime]]:
    """The times without what the parts of a body hold before the meeting of the whole."""
    whole = [t for t in times if not of_a_part(t.value.what)]
    last = max((day_of(t.value.start) for t in whole if t.value.start), default=None)
    return [t for t in times if t in whole or last is None or not t.value.start or day_of(t.value.start) > last]


def milestones(node: Node, year: int | None) -> list[Sourced[PlanTime]]:
    """Dates on the way to the conference, named line by line: "Hạn nộp bài toàn văn: 10/4/2026"."""
    found: list[Sourced[PlanTime]] = []
    for line in node.walk():
        stated = find_times(re.sub(r"\([^()]*\)", "", line.value), year)
        if len(stated) == 1 and line.value and len(line.label.split()) <= 12:
            value = PlanTime(
                text=clean(line.value), what=clean(line.label), start=start_of(stated[0], "", []), preparation=True
            )
            found.append(Sourced(value, line.source, 0.85))
    return found


def while_held(fixed: PlanTime, stated: list[Sourced[PlanTime]]) -> bool:
    """Whether an hour in a task lies on a day of the conference and is no rehearsal: when the bus leaves."""
    if fixed.start is None or REHEARSED.search(fixed.what):
        return False
    own = [t.value for t in stated if t.value.start and not t.value.preparation]
    return any(day_of(t.start) <= day_of(fixed.start) <= day_of(t.end or t.start) for t in own if t.start)


def _named(node: Node, part: str, before: str) -> str:
    """What an hour is of: what is rehearsed; "lần 2 (…) từ" behind the first is of what the line is called."""
    label = clean(node.label) if node.value else ""
    if label and REHEARSED.match(label) and not node.text.startswith(part) and not REHEARSED.match(before):
        return f"{label}: {_TO_HOUR.sub('', clean(before)).strip(' ,:')}"
    named = REHEARSED.search(before)
    what = _TO_HOUR.sub("", clean(named.group() if named else before)).strip(" ,:")
    return what if what.count("(") >= what.count(")") else what.partition(")")[0]


_TO_HOUR = re.compile(
    r"(?:\s+(?:lúc|từ|vào(?: ngày)?|hồi|at|from)|\s*[:,]\s*(?:buổi )?(?:sáng|chiều|tối))$", re.IGNORECASE
)


def fixed_hours(node: Node, year: int | None) -> list[Sourced[PlanTime]]:
    """Hours fixed for something on the way: "tổng duyệt lúc 19 giờ 30 phút ngày 21/5/2025"; a deadline is none."""
    found: list[Sourced[PlanTime]] = []
    for part in (told for piece in split_outside(node.text) for told in sentences_of(piece)):
        for span in find_times(part, year):
            before = part[: span.at]
            fixed = _AT.search(before) or REHEARSAL in node.about
            dated = _REHEARSED_ON.search(before) or (span.clock is None and _ON_DAY.search(before))
            if (span.clock is None and not dated) or not (fixed or dated) or DUE.search(before):
                continue
            what = _named(node, part, before)
            value = PlanTime(
                text=clean(part[max(0, span.at - 4) :] if _AT.search(before) else part),
                what=what,
                start=start_of(span, part, []),
                preparation=True,
                end=end_of(span),
            )
            found.append(Sourced(value, node.source, 0.85))
    return found


def prepared(node: Node, year: int | None) -> list[Sourced[PlanTime]]:
    """The hours of a rehearsal or of a task, a rehearsal with the activity that it is of."""
    if REHEARSAL not in node.about:
        return fixed_hours(node, year)
    of = _activity_over(node)
    found = [*fixed_hours(node, year), *_rehearsals_below(node, year)]
    return [replace(t, value=replace(t.value, what=f"{t.value.what} {of}")) for t in found] if of else found


def _rehearsals_below(node: Node, year: int | None) -> list[Sourced[PlanTime]]:
    """Those told line by line under "Tổng duyệt:", each by its campus, team or part: "- Cơ sở 1: 8h00 ngày 03/9"."""
    found: list[Sourced[PlanTime]] = []
    for line in node.children:
        told = line.value or line.text
        days, clocks = find_dates(told, year), find_clocks(told)
        if len(days) != 1:
            continue
        day = days[0].first
        what = f"{clean(node.label)} – {clean(line.label)}" if line.value else clean(node.label)
        start = datetime.combine(day, clocks[0].clock) if clocks else day
        end = datetime.combine(day, clocks[0].until) if clocks and clocks[0].until else None
        value = PlanTime(text=clean(told), what=what, start=start, end=end, preparation=True)
        found.append(Sourced(value, line.source, 0.9))
    return found


def _activity_over(node: Node) -> str:
    """The activity that is rehearsed, of several that are: "Tổng duyệt: …" under "2.3. Lễ kỷ niệm"."""
    over = node.parent
    if over is None or over.parent is None or over.about or over.value:
        return ""
    if not any(TIME in child.about for child in over.children):
        return ""
    others = [line for beside in over.parent.children if beside is not over for line in beside.children]
    return _NUMBERED_STEP.sub("", clean(over.label)) if any(REHEARSAL in line.about for line in others) else ""


_NUMBERED_STEP = re.compile(r"(?:bước|hoạt động|phần)\s+\d+\s*[.:–-]\s*", re.IGNORECASE)


def named_under(line: Node, heading: Node) -> str:
    """What a dated line is called, behind what it is a part of: "Tập trung học sinh:" over "- Khối 1: sáng 27/8"."""
    over = line.parent
    if over is None or over is heading or over.value or not PREPARES.search(over.label):
        return clean(line.label)
    return f"{clean(over.label)} – {clean(line.label)}"
