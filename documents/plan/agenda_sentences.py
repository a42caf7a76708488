"""Sentences of a programme cut into clauses of one item each, by the hours in front of the items or behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.plan.agenda_ends import ENDS
from domain.abbreviations import NO_STOP_BEHIND
from domain.dates import ClockSpan, find_clocks
from domain.vietnamese import CAPITALS

_SENTENCE = re.compile(NO_STOP_BEHIND + rf"\.\s+(?=[{CAPITALS}“\"]|(?:từ |lúc )?\d{{1,2}}\s?(?:h|g|giờ|:)(?![^\W\d_]))")
_NUMBERED = re.compile(
    r"(?:^|\s)(?:bài|chuyên đề|chủ đề|tiết mục|tham luận|báo cáo|bước|lesson|module|unit|topic)\s(?:số\s)?\d{1,2}$",
    re.IGNORECASE,
)
"""Where the name of an item begins with its number: "Bài 5. Cách ghép cây"."""
_ENCLOSED = re.compile(r"\([^()]*\)|“[^”]*”|\"[^\"]*\"")
_TIES = r"(?:rồi|sau đó|tiếp đó|tiếp theo|kế đến|kế tiếp|cuối cùng|followed by|then)"
_CUT = re.compile(rf",\s+|\s+(?={_TIES}\s)|\s+(?=(?:và|and)\s)", re.IGNORECASE)
_THEN = re.compile(rf"{_TIES}\s", re.IGNORECASE)
_WEAK = re.compile(r"(?:và|and)\s", re.IGNORECASE)
_IN_FRONT = re.compile(
    rf"(?:{_TIES}\s|cũng\s|tức\s|và\s|and\s|đến\s(?=.{{0,12}}\sthì\b)|(?:ngay\s)?từ\s|vào\s|lúc\s|khoảng\s|đúng\s|at\s|from\s|is\s|là\s)*",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:trước|chậm nhất|muộn nhất|before|by)\s+(?:lúc\s+)?$", re.IGNORECASE)
_OPENS_BRACKET = re.compile(r"\(\s*(?:bắt đầu\s+)?(?:từ|lúc|vào|khoảng|dự kiến|from|at)?\s*$", re.IGNORECASE)
_CLOSES = re.compile(
    rf"(?:và\s+|and\s+)?(?:(?:sẽ|dự kiến)\s+)*(?:{ENDS}|kéo dài)\b[^,;]{{0,30}}$",
    re.IGNORECASE,
)
_RIDES = re.compile(
    r"dự kiến\s.{0,16}?\s(?:về|đến|tới)\s|(?:(?:và|rồi|and)\s+)?(?:dự kiến\s|khoảng\s|about\s)*"
    r"(?:(?:các\s|đoàn\s)*(?:xe|ô tô|tàu|thuyền|minibus(?:es)?|bus(?:es)?|coach(?:es)?)\b"
    r"|(?:trở\s|quay\s)?về\b|đến\b|tới\b|có mặt|xuất phát|khởi hành|tập trung|comes? back|returns?\b|arrives?\b)",
    re.IGNORECASE,
)
"""How one goes to an item and comes back from it, told behind it: "…, xe xuất phát lúc 13h00 và về lúc 16h30"."""
_PAUSE = re.compile(r"(?:nghỉ|giải lao|tiếp tục)\b", re.IGNORECASE)
_OF_THE_SAME = re.compile(
    r"(?:do|với|cùng|gồm|tại|ở|bởi|có|để|trong đó|thuộc|nguyên|phó|trưởng|by|in|at|with|led)\s", re.IGNORECASE
)
_UNTIL = re.compile(r"\s(?:đến|tới|until|to)\s+(?:khoảng\s+)?$", re.IGNORECASE)


def sentences_of(text: str) -> list[str]:
    """The sentences, those too that begin with an hour; titles and what stands in brackets are never cut."""
    cuts = [found for found in _SENTENCE.finditer(text) if not _is_within(text, found.start())]
    cuts = [found for found in cuts if not _NUMBERED.search(text, 0, found.start())]
    begins = [0, *(found.end() for found in cuts)]
    ends = [*(found.start() + 1 for found in cuts), len(text)]
    return [text[a:b].strip() for a, b in zip(begins, ends, strict=True) if text[a:b].strip(" .")]


def own_hours(text: str) -> list[ClockSpan]:
    """The hours that items begin or end at: no limits ("trước 17h00"), none in the midst of a remark in brackets."""
    told = []
    for clock in find_clocks(text):
        enclosed = _is_within(text, clock.at)
        if not _LIMIT.search(text, 0, clock.at) and (not enclosed or _OPENS_BRACKET.search(text, 0, clock.at)):
            told.append(clock)
    return told


def is_limited(text: str) -> bool:
    """Whether the only hours are latest ones: "các đoàn về đến khách sạn trước 17h00" says no hour of its own."""
    clocks = find_clocks(text)
    return bool(clocks) and all(_LIMIT.search(text, 0, clock.at) for clock in clocks)


def _is_within(text: str, at: int) -> bool:
    return any(a < at < b for a, b in (found.span() for found in _ENCLOSED.finditer(text)))


@dataclass(slots=True)
class _Part:
    """Words between two ties, and how the hour stands in them: "", "front", "behind" or "closes" (ends the item)."""

    at: int
    to: int
    text: str
    hour: str
    weak: bool
    until: bool = False
    ends: bool = False  # it tells no more than how long the item lasts: "tham quan đến 10h30"


@dataclass(slots=True)
class _Group:
    parts: list[_Part] = field(default_factory=list)

    @property
    def hour(self) -> str:
        return next((part.hour for part in self.parts if part.hour), "")

    @property
    def until(self) -> bool:
        return any(part.until for part in self.parts)


def one_by_one(clause: str) -> Iterator[str]:
    """The clause cut so that each piece has one hour: "A lúc 8h00, B và C lúc 9h00", "8h00 A, B; rồi 9h00 C"."""
    hours = own_hours(clause)
    parts = [*_parts(clause)] if hours else []
    if len(hours) < 2 and not any(part.until and hours[0].until is None for part in parts):
        yield clause
        return
    groups = [_Group()]
    for place, part in enumerate(parts):
        following = next((later.hour for later in parts[place + 1 :] if later.hour and later.hour != "closes"), "")
        if _begins(part, groups[-1], following):
            groups.append(_Group())
        groups[-1].parts.append(part)
    for group in groups:
        yield clause[group.parts[0].at : group.parts[-1].to].strip(" ,")


def _parts(clause: str) -> Iterator[_Part]:
    at = 0
    for cut in [*(c for c in _CUT.finditer(clause) if not _is_within(clause, c.start())), None]:
        to = cut.start() if cut else len(clause)
        if clause[at:to].strip():
            yield _part(clause, at, to)
        at = cut.end() if cut else to


def _part(clause: str, at: int, to: int) -> _Part:
    text = clause[at:to]
    hours = own_hours(text)
    weak = _WEAK.match(text) is not None
    if not hours:
        return _Part(at, to, text, "", weak)
    before = text[: hours[0].at]
    ends = hours[0].until is None and _UNTIL.search(f" {before}") is not None and len(hours) == 1
    if _CLOSES.match(before):
        return _Part(at, to, text, "closes", weak)
    ends = ends and not _IN_FRONT.fullmatch(before)
    until = ends or hours[0].until is not None
    return _Part(at, to, text, "front" if _IN_FRONT.fullmatch(before) else "behind", weak, until, ends)


def _begins(part: _Part, group: _Group, following: str) -> bool:
    """Whether a part begins the next item."""
    if part.hour == "closes" or not group.parts:
        return False
    paused = len(group.parts) == 1 and _PAUSE.match(group.parts[0].text) is not None
    if part.ends and group.hour == "front" and not group.until and not _THEN.match(part.text):
        return False
    if part.hour == "behind" and _tells_ride(part, group):
        return False
    if part.hour:
        return bool(group.hour) or paused
    if part.weak or _OF_THE_SAME.match(part.text) or not (group.hour or paused):
        return False
    if _PAUSE.match(part.text) and (group.until or paused):
        return True
    return group.hour == "behind" and following == "behind"


def _tells_ride(part: _Part, group: _Group) -> bool:
    """Whether a part says how one comes to the item that is open and back, or when those who set out arrive."""
    if group.hour == "front":
        return _RIDES.match(part.text) is not None
    return _ARRIVES.match(part.text) is not None and any(_SETS_OUT.search(other.text) for other in group.parts)


_SETS_OUT = re.compile(r"\b(?:khởi hành|xuất phát|xe chạy|rời)\b", re.IGNORECASE)
_ARRIVES = re.compile(r"(?:và\s+)?(?:dự kiến\s+)?(?:về\s+)?(?:đến|tới)\s", re.IGNORECASE)


_RIDE_BESIDE = re.compile(
    r"(?P<how>(?:[^:;]*\s)?(?:xe|ô tô|phương tiện|đưa đón)\s[^:;]*?)[,;.]\s+(?:các\s+)?xe\s+(?:[^,;:.]{1,30}\s)?"
    r"(?:xuất phát|khởi hành|chạy|rời bến)\s[^,;:.]{0,20}\d",
    re.IGNORECASE,
)


def tells_ride(text: str) -> bool:
    """Whether a line tells how one comes, and behind that when the bus leaves: "Đi xe chung, xe chạy lúc 6h30"."""
    told = _RIDE_BESIDE.match(text)
    return told is not None and not find_clocks(text[: told.end("how")])
