"""What holds while one programme is read, and the sessions found so far."""

import re
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from documents.plan.agenda_blocks import A_GROUP
from documents.plan.agenda_days import by_half
from documents.plan.agenda_items import Item
from documents.plan.agenda_who import is_who, responsible_in
from documents.plan.elsewhere import IS_ELSEWHERE
from documents.plan.whens import day_of
from documents.plan.words import clean
from domain.conference import Source
from domain.dates import find_clocks, find_dates
from domain.plan import PlanSession, Sourced

ATTRIBUTE = re.compile(
    r"(?:(?P<who>phụ trách|(?:người |đơn vị )?thực hiện|chủ trì"
    r"|điều hành|điều phối|dẫn dắt|chủ t(?:ọa|oạ)(?: đoàn)?|đoàn chủ t(?:ọa|oạ|ịch)"
    r"|đồng chủ (?:trì|tọa)|người trình bày|trình bày|báo cáo viên|diễn giả"
    r"|dẫn chương trình|mc|(?:co-?)?chairs?|chaired by|speakers?|moderators?|moderated by|facilitators?|hosts?"
    r"|presenters?)"
    r"|(?P<place>địa điểm|phòng|venue|room)|(?P<note>ghi chú|lưu ý|lời dẫn|thành phần|khách mời|đối tượng|trang phục"
    r"|tài liệu|thời gian|thư ký|note|guests?|departure|panell?ists?))\s*[:]\s*(?P<value>.+)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class State:
    """What holds for the next items: day, half of it and what that is called, block and when that begins, the room and
    the whole block's place, whether one dines there, the line whose parts are held at once, and what the heading of a
    session tells of it."""

    day: date | None = None
    block: str | None = None
    opens: time | None = None
    opens_with_first: bool = False
    half: str = ""
    of_half: str | None = None
    room: str | None = None
    place: str | None = None
    dines: bool = False
    whole: PlanSession | None = None
    headed: PlanSession | None = None
    found: list[Sourced[PlanSession]] = field(default_factory=list)


def open_block(state: State, name: str, when: datetime | date) -> None:
    state.block, state.day = name, day_of(when)
    state.opens = when.time() if isinstance(when, datetime) else None


def attach(state: State, attribute: re.Match[str]) -> None:
    """ "Chủ trì: X" under an item speaks of that item."""
    if not state.found or state.block not in (state.found[-1].value.part_of, state.found[-1].value.title):
        return
    last = state.found[-1]
    value = clean(attribute["value"])
    if attribute["who"] and last.value.responsible is None:
        state.found[-1] = replace(last, value=replace(last.value, responsible=value))
    elif attribute["who"] and value not in (last.value.responsible or ""):
        label = clean(attribute[0].partition(":")[0])
        both = f"{last.value.responsible}; {label}: {value}"
        state.found[-1] = replace(last, value=replace(last.value, responsible=both))
    elif attribute["place"] and last.value.room is None:
        state.found[-1] = replace(last, value=replace(last.value, room=value))


def attach_wrapped(state: State, text: str, line: int) -> bool:
    """Whether a line is the end of the item above: "- Báo cáo tổng kết (8h40 - 9h00)" over "- Giám đốc Sở;"."""
    last = state.found[-1] if state.found else None
    if last is None or last.value.start is None or last.value.responsible or last.source.last + 1 != line:
        return False
    name = clean(text.strip(" .;"))
    ended = last.source.quote.rstrip().endswith((".", ";"))
    if ended or not is_who(name) or len(name.split()) > _LONGEST_OFFICE or _DOES.search(name):
        return False
    if find_clocks(name) or find_dates(name, 2000):
        return False
    state.found[-1] = replace(last, value=replace(last.value, responsible=responsible_in(name)))
    return True


_LONGEST_OFFICE = 10  # words
_DOES = re.compile(
    r"\b(?:phát biểu|báo cáo|trình bày|trao|tặng|thảo luận|điều hành|dự|tham|họp|đọc|công bố|giới thiệu|khai mạc"
    r"|bế mạc|kết luận|biểu diễn|nhận|thông qua|bầu|ra mắt|ký)\b",
    re.IGNORECASE,
)


def add(state: State, item: Item, source: Source) -> None:
    start, end = by_half(item.start, state.half), by_half(item.end, state.half)
    previous = state.found[-1].value if state.found else None
    block = state.block
    if _leaves_session(item, start, state):
        leave_session(state)
        block = None
    within = state.headed if state.headed is not None and state.headed.title == block else None
    if item.within is not None:
        within, block = item.within, item.within.title
    if start is None and state.headed is not None and state.headed.start and _NUMBERED_PART.match(item.title):
        start, end, block = state.headed.start, state.headed.end, state.headed.title
        state.block, within = item.title, state.headed  # its own talks follow
    elif start is None and state.whole is not None and _is_part(item, state.block, state.whole):
        start, end, block = _within(state, state.whole)
    if start is None and item.room and previous is not None and (shared := _hours_of_groups(item, previous)):
        start, end, block = shared
    if start is None and item.minutes and previous is not None and previous.end is not None:
        start = previous.end
        end = (datetime.combine(date.min, start) + timedelta(minutes=item.minutes)).time()
    if start is None and _opens_block(state, previous):
        start, state.opens = state.opens, None
    day = item.day or state.day
    room = item.within.room if item.within is not None else state.room
    elsewhere = IS_ELSEWHERE.search(item.title) if item.within is None else IS_ELSEWHERE.match(item.title)
    elsewhere = None if state.dines and _MEAL.match(item.title) else elsewhere
    session = PlanSession(
        title=item.title,
        day=day,
        start=start,
        end=end,
        room=item.room or (None if elsewhere else room),
        responsible=item.responsible,
        part_of=block,
        within=within,
    )
    if item.start is not None or session.day != (previous.day if previous else None):
        state.whole = session if item.start and HELD_IN_PARTS.match(item.title) else None
    if item.title:
        state.found.append(Sourced(session, source, 0.9 if len(item.title) < 250 else 0.5))


_GROUPS = r"(?:tiểu ban|phiên|tổ|nhóm|lớp|phòng|chuyên đề|hội thảo)"
HELD_IN_PARTS = re.compile(
    rf"(?:các|những|\d{{1,2}}|hai|ba|bốn|năm|sáu|chia|họp|thảo luận|làm việc)\b[^:]*\b{_GROUPS}\b[^:]*?"
    r"(?:song song|đồng thời|cùng lúc)(?!\s*(?:\d|[a-z]\b))"
    rf"|(?:diễn ra|tổ chức|họp)\s+(?:song song|đồng thời|cùng lúc)\s[^:]*\b(?:{_GROUPS}|tọa đàm|toạ đàm)\b[^:]*(?=:|$)"
    r"|(?:parallel|concurrent|simultaneous|breakout)\s+(?:\w+\s+)?\w+s\b(?!\s*\d)[^:]*$"
    r"|(?:\d|two|three|four|five|six|the|several)\s(?:\w+\s)?\w+s\s[^:]{0,40}\b(?:in parallel|at the same time)\b",
    re.IGNORECASE,
)
"""A line that only says that several things are held at one time: "Các tiểu ban họp song song, đợt 1"."""
PART_AT_ONCE = re.compile(
    rf"(?:{_GROUPS}|đội|hội trường|session|track|group|room|workshop|panel)\s+(?:số\s+)?(?:chuyên đề\s+)?\w"
    r"|(?-i:[A-H])\d?\s?:\s",
    re.IGNORECASE,
)


def _is_part(item: Item, block: str | None, whole: PlanSession) -> bool:
    """Whether an item without an hour is held side by side: it stands under such a line, or is called as a part is."""
    return block == whole.title or PART_AT_ONCE.match(item.title) is not None


def _hours_of_groups(item: Item, previous: PlanSession) -> tuple[time | None, time | None, str] | None:
    """The hours of a group that is placed under the line of all, "Thảo luận tại 03 tổ", or beside the one before it."""
    if previous.start is None or not PART_AT_ONCE.match(item.title):
        return None
    if _IN_GROUPS.search(previous.title):
        return previous.start, previous.end, previous.title
    beside = previous.room and previous.part_of and PART_AT_ONCE.match(previous.title)
    return (previous.start, previous.end, previous.part_of) if beside and previous.part_of else None


_IN_GROUPS = re.compile(
    r"\b(?:tại|theo|ở|thành|chia)\s+(?:(?:\d{1,2}|hai|ba|bốn|năm|sáu|các)\s+)?(?:tổ|nhóm|tiểu ban)\b"
    r"|^(?:các )?(?:nhóm|tổ) thảo luận\b|\b(?:thảo luận|họp|làm việc|sinh hoạt) (?:theo )?(?:tổ|nhóm)\b"
    r"|\bgroup (?:work|discussions?)\b",
    re.IGNORECASE,
)

_NUMBERED_PART = re.compile(
    r"(?:tiểu ban|phân ban|phiên|nhóm|tổ|lớp|track|session|group|room|phòng|hội trường)\s+(?:số\s+)?"
    r"(?:\d|[a-z]\b|[ivx]+\b)",
    re.IGNORECASE,
)
_MEAL = re.compile(
    r"(?:nghỉ trưa|ăn (?:trưa|tối)|dùng (?:cơm|bữa)|tiệc (?!trà)|cơm|liên hoan|gala|lunch|\w*\s?dinner)", re.IGNORECASE
)


def _leaves_session(item: Item, start: time | None, state: State) -> bool:
    """Whether an item lies behind the session that is open: after its end, the meal that follows its talks, for all."""
    if state.block and _ONE_OF_SEVERAL.match(state.block) and _OF_ALL.search(item.title):
        return True
    if state.headed is None or start is None:
        return False
    ended = state.headed.end is not None and start >= state.headed.end
    told = state.headed.responsible is not None or state.room is not None
    in_hall = state.headed.room is not None and not _SESSION.match(state.headed.title)
    closes = in_hall and _CLOSES.match(item.title) is not None
    meets = closes or (_TOGETHER.search(item.title) is not None and not _OF_THE_WHOLE.match(state.headed.title))
    return ended or (told and (_MEAL.match(item.title) is not None or meets))


_SESSION = re.compile(r"(?:phiên|phần|session|part)\b", re.IGNORECASE)
"""What has a closing of its own, unlike the items of one hall among others."""
_OF_THE_WHOLE = re.compile(
    r"phiên\s+(?:bế mạc|tổng kết|toàn thể|chung|khai mạc|trọng thể|chính thức|thứ)|(?:closing|opening|plenary)\b",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"\b(?:trở lại|quay lại|quay về|tập trung về)\b.*\bhội trường\b|^(?:phiên )?toàn thể\b"
    r"|\bkết quả (?:thảo luận |làm việc )?(?:của |ở )?(?:các|hai|ba|bốn|0?\d) (?:phiên|tiểu ban|phân ban|tổ|nhóm)\b",
    re.IGNORECASE,
)
"""Where those of all sessions meet again."""
_CLOSES = re.compile(r"(?:lễ )?(?:bế mạc|tổng kết|kết luận|closing)\b", re.IGNORECASE)
"""What is held for all, behind the items of several halls."""


_ONE_OF_SEVERAL = re.compile(A_GROUP, re.IGNORECASE)
_OF_ALL = re.compile(
    rf"\b(?:chung cho|cả|toàn thể)\s+(?:các|\d{{1,2}}|hai|ba|bốn|năm)\s+{A_GROUP}\b"
    rf"|\btại\s+(?:(?:các|từng)\s+)?{A_GROUP}(?:$|[,;(])",
    re.IGNORECASE,
)
"""What is held for all groups, behind the talks of the last: "Giải lao (chung cho ba tiểu ban)"."""


def leave_session(state: State) -> None:
    """What follows belongs to no session."""
    state.block = state.room = state.headed = state.whole = None


def _within(state: State, whole: PlanSession) -> tuple[time | None, time | None, str]:
    """The hours of what is held side by side, whose own line is no item beside its parts."""
    if state.found and state.found[-1].value == whole:
        state.found.pop()
    return whole.start, whole.end, whole.title


def _opens_block(state: State, previous: PlanSession | None) -> bool:
    """Whether the item begins with its block: the first one behind the block's own hour ("Phần lễ: từ 8 giờ, gồm …").

    Where the hour is stated elsewhere, it is the first that does not come before it, if earlier ones have hours.
    """
    if state.opens_with_first:
        return state.opens is not None
    return bool(
        state.opens and previous and previous.start and previous.start < state.opens and previous.part_of == state.block
    )
