"""A day and the hours that stand behind it or below it."""

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import takewhile

from documents.plan.outline import Node, is_clock_alone
from documents.plan.whens import says_when
from documents.plan.words import AGENDA, clean, split_outside
from domain.dates import ClockSpan, find_clocks, find_dates, find_times
from domain.plan import PlanTime, Sourced

HALF = re.compile(r"(?:buổi\s+)?(?:sáng|chiều|tối)\b", re.IGNORECASE)
_LONGEST_NAME = 12  # words


def with_hours(lines: list[Node], year: int | None) -> list[Node]:
    """The lines with a date alone and the hour below it made one: "22/09/2025" above "14:00"."""
    joined: list[Node] = []
    for line in lines:
        above = joined[-1] if joined else None
        if above is not None and is_clock_alone(line.text) and says_when(above.text) and not find_clocks(above.text):
            para = replace(above.para, last=line.para.last, said=f"{above.text} {line.text}")
            joined[-1] = replace(above, text=f"{line.text} ngày {above.text}", para=para)
        else:
            joined.append(line)
    return joined


def hours_of(node: Node, year: int | None) -> list[Sourced[PlanTime]]:
    """The hours behind a day ("Ngày thứ nhất (23/7/2026): báo công từ 8h00; phiên trù bị từ 14h00") or under it."""
    days = find_dates(node.label if node.value and not find_dates(node.value, year) else node.text, year)
    if len(days) != 1 or len(days[0].days) != 1:
        return []
    if node.value and days[0].to <= len(node.label) and not find_dates(node.value, year):
        told = [(part, _held_at(part), node.source) for part in split_outside(node.value)]
    elif node.text.rstrip().endswith(":") or _by_part_of_day(node):
        told = [(line.text, _held_then(line), line.source) for line in _below(node)]
    else:
        return []
    return [
        Sourced(at_hour(part, what or clean(node.label), days[0].first, clocks[0]), source, 0.9)
        for part, what, source in told
        if (clocks := find_clocks(part))
    ]


def _held_at(part: str) -> str:
    """What is held by the words before its hour: "Lễ kỷ niệm (bắt đầu lúc 8h00)"; nothing where it ends the words."""
    clocks = find_clocks(part)
    named = clean(_FROM.sub("", part[: clocks[0].at])) if clocks else ""
    return named if EVENT_NAMED_SO.match(named) and len(named.split()) <= _LONGEST_NAME else ""


EVENT_NAMED_SO = re.compile(r"(?:hội (?:nghị|thảo|thi)|đại hội|lễ|diễn đàn|tọa đàm|phiên|đêm|gala)\b", re.IGNORECASE)


def _held_then(line: Node) -> str:
    """What is held in a half of the day: "Buổi chiều, từ 13 giờ 30: Hội nghị tổng kết", or with its hour behind it."""
    told = clean(line.value)
    clocks = find_clocks(told)
    if clocks:
        named = HALF.fullmatch(line.label.strip()) is not None and not told[clocks[0].to :].strip(" .;)")
        return clean(_FROM.sub("", told[: clocks[0].at])) if named else ""
    fits = HALF.match(line.label) and find_clocks(line.label)
    return told if fits and len(told.split()) <= _LONGEST_NAME else ""


_FROM = re.compile(r"(?:^|[,;(\s]+)(?:(?:bắt đầu|khai mạc)\s+)?(?:từ|lúc|vào|hồi)?\s*$", re.IGNORECASE)


def _by_part_of_day(node: Node) -> bool:
    """Whether nothing but a day is stated, and under it when each half of it begins."""
    return (
        not find_clocks(node.text)
        and len(node.children) >= 2
        and all(HALF.match(line.text) and find_clocks(line.text) for line in node.children)
    )


def _below(node: Node) -> list[Node]:
    """The lines a dated line leads to: those under it, or without a mark behind it."""
    siblings = node.parent.children if node.parent else []
    behind = siblings[siblings.index(node) + 1 :]
    return node.children or [*takewhile(lambda line: line.kind == "text" and not find_dates(line.text, 2000), behind)]


def at_hour(text: str, what: str, day: date, clock: ClockSpan) -> PlanTime:
    end = datetime.combine(day, clock.until) if clock.until else None
    return PlanTime(text=clean(text), what=what, start=datetime.combine(day, clock.clock), end=end)


PART_NAMED = re.compile(
    r"(?P<name>(?:phiên|đợt|buổi(?=\s+(?:thứ|\d)))\s+(?:thứ\s+)?\w+(?:\s\w+)??)(?:\s*[:,(–-]\s*|\s+)"
    r"(?=buổi|sáng|chiều|tối|ngày|từ|\d)",
    re.IGNORECASE,
)


def by_part(told: tuple[str, ...], year: int | None) -> tuple[str, ...]:
    """Parts with times of their own told apart: "trong đó: Phiên thứ nhất chiều ngày 25/9; phiên thứ hai sáng 26/9"."""
    found: list[str] = []
    for sentence in told:
        lead, colon, rest = sentence.partition("trong đó:")
        parts = split_outside(rest if colon else sentence)
        named = len(parts) > 1 and all(PART_NAMED.match(part) and find_dates(part, year) for part in parts)
        found.extend([*([lead] if colon and lead.strip() else []), *parts] if named else [sentence])
    return tuple(part.strip(" ,;") for part in found)


EVENT_NAMED = re.compile(
    r"(?P<name>(?:hội nghị|hội thảo|lớp|đại hội|lễ|diễn đàn|tọa đàm|toạ đàm|tập huấn|hội thi|phiên)\b[^,;:\d]{0,60}?)"
    r"(?::|\s)\s*(?:(?:được\s+)?(?:bắt đầu|khai mạc|diễn ra|tổ chức)\s+)?"
    r"(?=(?:từ|lúc|vào|hồi)\s+\S*\d|\d{1,2}\s?(?:h|g|:|giờ))",
    re.IGNORECASE,
)
_SAME_DAY = re.compile(r"cùng ngày", re.IGNORECASE)


def by_event(told: tuple[str, ...], year: int | None) -> tuple[str, ...]:
    """Events told apart: "Hội nghị sơ kết từ 8h00 ngày 14/11, lớp tập huấn từ 13h30 cùng ngày"."""
    found: list[str] = []
    for sentence in told:
        lead, semicolon, rest = sentence.partition(";")
        lead = lead if semicolon and not find_clocks(lead) else ""
        parts = split_outside(rest if lead else sentence, ",;")
        named = len(parts) > 1 and all(EVENT_NAMED.match(part) and find_clocks(part) for part in parts)
        days = find_dates(parts[0], year) if named else ()
        if len(days) != 1:
            found.append(sentence)
            continue
        day = parts[0][days[0].at : days[0].to]
        found.extend([lead] if lead else [])
        found.extend(_SAME_DAY.sub(f"ngày {day.removeprefix('ngày ')}", part) for part in parts)
    return tuple(found)


def with_halves(told: tuple[str, ...], year: int | None) -> list[tuple[str, str]]:
    """Each sentence as written and as it is to be read: "Ngày 28/5/2026. Sáng từ 7 giờ 30" is one time."""
    plain = [(sentence, sentence) for sentence in told]
    if len(told) < 2 or not HALF.match(told[1]) or find_dates(told[1], year) or not find_clocks(told[1]):
        return plain
    days = find_dates(told[0], year)
    if len(days) != 1 or find_clocks(told[0]):
        return plain
    begins = told[1][: find_clocks(told[1])[0].to]
    return [(f"{told[0]}. {told[1]}", f"{begins} {told[0][days[0].at : days[0].to]}"), *plain[2:]]


def dated_part(line: Node) -> bool:
    """ "Chương trình khảo sát thực địa: thứ Năm, ngày 24/10/2027": a part that only tells its day is no programme."""
    return line.about == {AGENDA} and not line.children and says_when(line.value)


def parts_below(line: Node, year: int | None) -> list[Node]:
    """The dated parts of what a line opens: "Đại hội diễn ra trong 1,5 ngày, 11 và 12/9/2025:" over its sittings."""
    if not line.text.rstrip().endswith(":"):
        return []
    return [part for part in line.children if part.value and find_times(part.value, year) and not part.about]


_NO_NAME = re.compile(
    r"(?:(?:các )?(?:hoạt động|sự kiện|nội dung|chương trình) )?(?:bên lề|ngoài lề|kèm theo|khác)(?: \S+){0,3}",
    re.IGNORECASE,
)
_BEFORE_WHEN = re.compile(r"(?:,|\s(?:tại|ở)\s|\s(?:từ|lúc|vào|ngày|bắt đầu)(?=\s\S*\d)).*$", re.IGNORECASE | re.DOTALL)


def name_beside(label: str, told: str) -> str:
    """What an event is called where its label names none: "Bên lề Hội nghị: trưng bày sản phẩm, từ 13h00"."""
    if _NO_NAME.fullmatch(label) is None:
        return label
    clocks = find_clocks(told)
    return clean(_BEFORE_WHEN.sub("", told[: clocks[0].at] if clocks else told)) or label
