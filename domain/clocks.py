"""Clock times and parts of the day, the first half of the grammar in `domain.dates` (which offers both halves)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from functools import lru_cache

_ALPHA = r"[^\W\d_]"
_DASH = r"[-–—−]"


class DayPart(StrEnum):
    """A part of the day as people name it."""

    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"

    def covers(self, clock: time) -> bool:
        """Whether a time lies in this part: sáng < 12:00, trưa 11:00-13:30, chiều 12:00-18:00, tối from 17:30."""
        first, last = _PART_HOURS[self]
        return first <= clock < last

    def is_after(self, clock: time) -> bool:
        """Whether the part begins only after that time."""
        return clock < _PART_HOURS[self][0]


_PART_HOURS = {
    DayPart.MORNING: (time(0), time(12)),
    DayPart.NOON: (time(11), time(13, 30)),
    DayPart.AFTERNOON: (time(12), time(18)),
    DayPart.EVENING: (time(17, 30), time.max),
}


@dataclass(frozen=True, slots=True)
class ClockSpan:
    """A time of day, or a range of two (`until`). "24h00" is kept as 23:59, the last minute of its day."""

    at: int
    to: int
    clock: time
    until: time | None = None


@dataclass(frozen=True, slots=True)
class PartSpan:
    """A named part of the day."""

    at: int
    to: int
    part: DayPart


@dataclass(frozen=True, slots=True)
class ImpossibleSpan:
    """What is written as a date (`what` = "date") or a time ("clock") and cannot be one."""

    at: int
    to: int
    what: str
    text: str


_DIGIT = re.compile(r"\d")
_MINUTE_MARK = r"(?:\s*(?:phút|phut|ph\b|p\b|['’′`]))?"
_NIGHT_OF = r"\s+(?:xòe|hội|nhạc|diễn|thơ|giao lưu|văn nghệ|gala|lửa|chung kết|công diễn|kịch|ca nhạc|nghệ thuật)(?!\w)"
"""What a night is called by, whatever its hour: "19 giờ 30 đêm hội trăng rằm"."""
_CLOCK = re.compile(
    rf"(?<![\w/.,:])(?<![$€])"
    rf"(?P<h>\d{{1,2}})"
    rf"(?:"
    rf":(?P<m1>\d{{2}})(?::\d{{2}})?(?:\s*(?:h|giờ)(?!{_ALPHA}))?"
    rf"|\s*(?:h|giờ|gio)(?:\s*(?P<m2>\d{{1,2}})(?![\d/]){_MINUTE_MARK}|\s*(?P<half>rưỡi|ruoi)"
    rf"|\s*kém\s*(?P<less>\d{{1,2}}))?"
    rf"|g(?P<m3>\d{{2}})|g"
    rf"|\.(?P<m4>\d{{2}})(?=\s?[ap]\.?m\b)"
    rf"|(?=\s?[ap]\.?m\b)"
    rf")"
    rf"(?:(?!\w)|(?=[ap]\.?m\b))"
    rf"(?:\s*(?:(?P<part>(?:buổi\s+)?(?:sáng|trưa|chiều|tối|đêm(?!{_NIGHT_OF})))(?!\w)(?!\s+(?:đa|thiểu|ưu|mật))"
    rf"|(?P<ampm>[ap]\.?m)\b\.?))?",
    re.IGNORECASE,
)
_DOT = re.compile(r"\.(?<=\d\.)\d\d")
_DOTTED = re.compile(
    rf"(?<![\w/.,:])(\d{{1,2}})\.(\d{{2}})\s*(?:{_DASH}|đến|to)\s*(\d{{1,2}})\.(\d{{2}})"
    r"(?![\d.%]|,(?! (?:thứ|ngày|chủ nhật|sáng|chiều|tối|[A-Z][a-z]+day)\b))"  # "07.45 - 17.30, thứ Sáu, ngày …"
)
_DOTTED_ALONE = re.compile(  # "trước 17.00 ngày 10/6"
    r"(?:^|(?<=lúc )|(?<=trước )|(?<=nhất )|(?<=từ )|(?<=hồi )|(?<=duyệt )|(?<=thử ))(\d{1,2})\.(\d{2})"
    r"(?=\s*(?:,\s*)?(?:sáng|chiều|tối|ngày|thứ|cùng ngày)\b)"
    r"|^(\d{1,2})\.(\d{2})(?=\s*:\s)",  # "11.30: Cơm trưa"
    re.IGNORECASE,
)
_BARE_START = re.compile(rf"(?:từ|tu|from)\s+(\d{{1,2}})\s*(?:{_DASH}|đến|den|tới|to)\s*(?:lúc\s+)?$", re.IGNORECASE)
_BARE_BEFORE_HALF = re.compile(rf"(?<![\w/.,:])(\d{{1,2}})\s*{_DASH}\s*$")  # "2 - 4 pm"
_RANGE = re.compile(
    rf"\s*(?:{_DASH}{{1,2}}>?|~|→|đến|den|tới|toi|to|until|till)\s*(?:lúc\s*|khoảng\s*)?", re.IGNORECASE
)
_LASTING = re.compile(
    r"(?:trong(?:\s+vòng)?|không quá|không dưới|tối đa|tối thiểu|ít nhất|kéo dài|hơn|mỗi|liên tục|thời lượng|suốt"
    r"|x)\s*$",
    re.IGNORECASE,
)
_AT = re.compile(r"(?:lúc|luc|từ|đến|at)\s*$")
_OPENS_LINE = re.compile(r"\s*:\s")
_AFTERWARDS = re.compile(r"\s*(?:đồng hồ|nữa|/ngày|/tuần|làm việc)", re.IGNORECASE)
_LATER = {"trưa": (1, 3), "chiều": (1, 7), "tối": (5, 11), "đêm": (8, 11)}


@dataclass(frozen=True, slots=True)
class _RawClock:
    at: int
    to: int
    hour: int
    minute: int
    bare: bool
    halved: bool = False  # the half of the day stands beside it: "4 pm", "8 giờ tối"
    moved: bool = False  # and made it an hour past noon

    @property
    def value(self) -> time | None:
        if (self.hour, self.minute) == (24, 0):
            return time(23, 59)
        return time(self.hour, self.minute) if self.hour < 24 and self.minute < 60 else None


def _hour_of_day(hour: int, part: str | None, ampm: str | None) -> int:
    """The hour on the 24-hour clock: "2 giờ chiều" is 14, "8 giờ tối" 20, "12 am" 0."""
    if ampm:
        return hour % 12 + (12 if ampm[0].lower() == "p" else 0) if hour <= 12 else hour
    first, last = _LATER.get((part or "").split()[-1].lower() if part else "", (1, 0))
    return hour + 12 if first <= hour <= last else hour


@lru_cache(maxsize=2048)  # a plan's stages look at the same lines again and again
def _raw_clocks(text: str) -> tuple[_RawClock, ...]:
    return tuple(_written_clocks(text)) if any_digit(text) else ()


def _written_clocks(text: str) -> Iterator[_RawClock]:
    for m in _CLOCK.finditer(text):
        stated = m["m1"] or m["m2"] or m["m3"] or m["m4"]
        hour = _hour_of_day(int(m["h"]), m["part"], m["ampm"])
        minute = int(stated or 0) if not m["half"] else 30
        if m["less"]:
            hour, minute = hour - 1, 60 - int(m["less"])
        bare = not (stated or m["half"] or m["less"] or m["part"] or m["ampm"])
        if bare and (_LASTING.search(text, max(0, m.start() - 16), m.start()) or _AFTERWARDS.match(text, m.end())):
            continue
        meant = _AT.search(text, max(0, m.start() - 6), m.start()) or (
            m.start() <= 2 and _OPENS_LINE.match(text, m.end())
        )
        if bare and hour > 23 and not meant:
            continue  # "trong 48h", "24h": a length, not a time; "25h: Kết luận" is meant as one
        end = m.end("part") if m["part"] else m.end()
        halved, moved = bool(m["part"] or m["ampm"]), hour > int(m["h"])
        yield _RawClock(m.start(), end, max(hour, 0), minute, bare, halved, moved)


def _dotted_clocks(text: str) -> Iterator[ClockSpan]:
    if _DOT.search(text) is None:
        return
    for m in _DOTTED.finditer(text):
        h1, m1, h2, m2 = (int(x) for x in m.groups())
        if h1 < 24 and h2 < 24 and m1 < 60 and m2 < 60 and (h1, m1) < (h2, m2):
            yield ClockSpan(m.start(), m.end(), time(h1, m1), time(h2, m2))
    for m in _DOTTED_ALONE.finditer(text):
        hour, minute = int(m[1] or m[3]), int(m[2] or m[4])
        if hour < 24 and minute < 60:
            yield ClockSpan(m.start(), m.end(), time(hour, minute))


def any_digit(text: str) -> bool:
    """Whether the text holds a digit; without one there is neither a date nor a time in it."""
    return _DIGIT.search(text) is not None


@lru_cache(maxsize=2048)
def find_clocks(text: str) -> tuple[ClockSpan, ...]:
    """Times of day and ranges of them: 7h30, 7h30’, 14 giờ 00 phút, 8 giờ rưỡi, 15g00, 07:30, 9h50 - 11h00, 2 pm."""
    if not any_digit(text):
        return ()
    raw = [clock for clock in _raw_clocks(text) if clock.value is not None]
    spans = list(_dotted_clocks(text))
    index = 0
    while index < len(raw):
        span, used = _joined(text, raw, index)
        spans.append(span)
        index += used
    return tuple(sorted(spans, key=lambda span: span.at))


def _joined(text: str, raw: list[_RawClock], index: int) -> tuple[ClockSpan, int]:
    """The clock at `index`, with the next one where only a range mark stands between them."""
    clock = raw[index]
    value = clock.value or time()
    following = raw[index + 1] if index + 1 < len(raw) else None
    if following is not None and following.value is not None and _RANGE.fullmatch(text, clock.to, following.at):
        start = value if clock.halved else _same_half(value, following)
        return ClockSpan(clock.at, following.to, start, following.value), 2
    earlier = _BARE_START.search(text, max(0, clock.at - 16), clock.at)
    if earlier is None and clock.halved:
        earlier = _BARE_BEFORE_HALF.search(text, max(0, clock.at - 8), clock.at)
    if earlier and int(earlier[1]) < 24:
        start = _same_half(time(int(earlier[1])), clock)
        if start < value:
            return ClockSpan(earlier.start(1), clock.to, start, value), 1
    return ClockSpan(clock.at, clock.to, value), 1


def _same_half(start: time, end: _RawClock) -> time:
    """ "1:30 - 4:30 p.m.", "2h - 4h chiều": the half of the day stated once holds for both, where the order allows."""
    later = start.replace(hour=start.hour + 12) if end.moved and 1 <= start.hour < 12 else start
    return later if end.value is not None and later < end.value else start


def impossible_clocks(text: str) -> tuple[ImpossibleSpan, ...]:
    """What is written as a time of day and is none."""
    return tuple(
        ImpossibleSpan(clock.at, clock.to, "clock", text[clock.at : clock.to])
        for clock in _raw_clocks(text)
        if clock.value is None
    )


_PART = re.compile(
    r"(?<!\w)(?<!ánh )(?<!chiếu )(?<!trong )(?<!nhiều )(?<!thắp )(?:buổi\s+)?(?:"
    r"(?P<morning>sáng|sang(?= (?:mai|nay|thu|t[2-7]|ngay|hom|chu))|morning)"
    r"(?!\s+(?:kiến|tạo|lập|suốt|tỏ|tác|chế|ngời))"
    r"|(?P<noon>trưa|trua|noon)"
    r"|(?P<afternoon>chiều|chieu|afternoon)(?!\s+(?:dài|cao|rộng|sâu|hướng))"
    r"|(?P<evening>tối|toi(?= (?:mai|nay|thu|t[2-7]|ngay|hom|chu))|đêm|evening)(?!\s+(?:đa|thiểu|ưu|mật|cao|tân)))"
    r"(?!\w)",
    re.IGNORECASE,
)


def find_parts(text: str) -> tuple[PartSpan, ...]:
    """Parts of the day: sáng, trưa, chiều, tối; words that only look like them ("sáng kiến", "tối đa") are none."""
    return tuple(PartSpan(m.start(), m.end(), DayPart(m.lastgroup or "")) for m in _PART.finditer(text))
