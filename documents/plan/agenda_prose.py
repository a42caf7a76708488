"""A programme told in sentences: clause by clause, with hours in front, behind, or counted from the clause before."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from documents.plan.agenda_above import at_once, tells_above
from documents.plan.agenda_days import HALF_FIRST, WEEKDAY_ALONE, half_of
from documents.plan.agenda_enter import enter, leads
from documents.plan.agenda_events import Known
from documents.plan.agenda_groups import side_by_side
from documents.plan.agenda_halves import (
    begins_with_day,
    enter_half,
    from_its_half,
    from_its_weekday,
    opens_half,
    tells_by_halves,
)
from documents.plan.agenda_items import Item, clock_first, read_clause
from documents.plan.agenda_sentences import is_limited, one_by_one, own_hours, sentences_of
from documents.plan.agenda_state import State, add
from documents.plan.lines import Para
from documents.plan.nodes import COLON, Node
from documents.plan.sections import region
from documents.plan.words import LOGISTICS, PEOPLE, TIME, WORK, clean, split_outside
from domain.conference import Source
from domain.dates import ClockSpan, find_clocks, find_dates

_LEAD_IN = re.compile(
    r"[^:;]{0,80}\b(?:trình tự|nội dung|chương trình|gồm|như sau)(?:\s+(?:sau|chính|sau đây))*\s*:\s+", re.IGNORECASE
)
_CLOCK_LAST = re.compile(r"\(\s*(?:lúc |từ )?\d{1,2}\s*(?:h|:|g|giờ)[^()]*\)\s*\.?$", re.IGNORECASE)


def is_prose(text: str) -> bool:
    """A paragraph that runs through several items: two hours and more, in sentences, clauses or parts of their own."""
    hours = own_hours(text)
    parts = split_outside(text) if len(hours) == 1 else ()
    if len(parts) > 1 and not clock_first(parts[0]) and any(clock_first(part) for part in parts[1:]):
        return True  # "Các đoàn nhận phòng; 16h30 họp trưởng đoàn"
    if len(hours) < 2 or (len(hours) == 2 and clock_first(text) and hours[1].clock < hours[0].clock):
        return False  # "10h45: Viếng nghĩa trang; xe chạy lúc 10h30" tells more of the same
    told = [sentence for sentence in sentences_of(text) if own_hours(sentence)]
    if len(split_outside(text)) > 1:
        return True
    led = [sentence for sentence in told if clock_first(sentence)]
    explained = len(led) == 1 and led[0] == told[0] and _LABELS.match(text, own_hours(text)[0].to)
    if len(told) >= _SURELY or (len(told) > 1 and not explained):
        return True
    return any(len([*one_by_one(sentence)]) > 1 for sentence in told)


def told_in_sentences(root: Node) -> list[Node]:
    """The one paragraph that tells a programme, or one a day, where nothing heads it; rides and work are none."""
    told = [node for node in root.walk() if node.kind == "text" and not region(node) & {WORK, LOGISTICS, PEOPLE, TIME}]
    days = [node for node in told if begins_with_day(node.text) and own_hours(node.text)]
    days = [node for node in days if not WEEKDAY_ALONE.fullmatch(node.label)]  # a list under its event
    told = [node for node in told if len(own_hours(node.text)) > _SURELY and is_prose(node.text)]
    if len(days) > 1 and sum(len(own_hours(node.text)) for node in days) > _SURELY:
        told = days
    elif len(told) > 1:
        return []
    return [] if any(_RIDES.search(node.text) for node in told) else told


_RIDES = re.compile(r"\bxe (?:số )?\d|\bxe (?:đón|[A-D]\b)|\bchuyến (?:bay|xe|tàu)|\bbus\b|\bshuttle\b", re.IGNORECASE)
_SURELY = 3  # sentences with hours
_LABELS = re.compile(r"\s*[:–-]")
"""Behind the hour of an item that the sentences after it may explain: "7h30: Họp tổ. Kết thúc trước 8h00."."""


def line(text: str, source: Source, state: State, known: Known) -> None:
    """Add the item of a line; a sentence behind one that tells its hour is a remark."""
    told = sentences_of(text) if len(find_clocks(text)) == 1 and not clock_first(text) else [text]
    told = [sentence for sentence in told if find_clocks(sentence)] or [text]
    for item in read_clause(_from_its_day(told[0], state, known), known.year):
        _put(state, item, source)


def _put(state: State, item: Item, source: Source) -> None:
    if tells_above(state, item, source):
        return
    item = at_once(item, state, source)
    named = replace(item, title=_told_of(item.title)) if item.start else item
    for part in side_by_side(named):
        before = state.found[-1] if state.found else None
        again = before.value.title if before is not None and before.source == source else None
        add(state, _called(part, state.block, again), source)


def clauses(text: str, source: Source, state: State, known: Known) -> None:
    """Add the items of a paragraph; the days, halves and parts that its sentences begin with hold from there on."""
    lead = _LEAD_IN.match(text)
    text = text[lead.end() :] if lead and not find_clocks(lead.group()) else text
    told = sentences_of(text)
    timed = sum(len(own_hours(sentence)) for sentence in told)
    opened, halves = state.day, tells_by_halves(told)
    for sentence in told:
        told_as_item = _IS_ITEM.match(sentence) is not None or (halves and opens_half(sentence))
        if timed > 1 and not own_hours(sentence) and not told_as_item:
            continue  # a remark among them
        sentence = _from_its_day(_from_its_part(sentence, state, known), state, known)
        sentence = from_its_half(sentence, state) if halves else sentence
        day = None
        for clause in _whole_clauses(_with_their_lists(split_outside(sentence))):
            for at, item in enumerate(_in_turn(_from_its_day(clause, state, known), known.year)):
                day = item.day or day  # that holds to the end of the sentence
                if not at or len(item.title.split()) > 1 or item.title[:1].isupper():
                    _put(state, replace(item, day=day), source)  # "…, chấm lúc 15 giờ" is no item beside what is judged
    if known.only_day is not None:
        state.day = opened  # what is told of the days before ends with its paragraph


def _called(item: Item, block: str | None, before: str | None) -> Item:
    """The item by the name of its part, where its sentence tells but the place: "Tiệc mừng: từ 10h30 tại Nhà hàng".

    Behind another place of its line it is called as that: "Xe chạy: 5h00 tại cổng trường, 5h30 tại bến xe".
    """
    if block is None or not _ONLY_WHERE.match(item.title):
        return item
    if before is not None and (where := _ONLY_WHERE.search(before)) and where.start():
        return replace(item, title=f"{before[: where.start()].rstrip()} {item.title}")
    return replace(
        item, title=re.sub(r"^[^:–-]{4,20}\s?[:–-]\s+", "", block), room=item.room or item.title.split(" ", 1)[1]
    )


_ONLY_WHERE = re.compile(r"\b(?:tại|ở|at)\s", re.IGNORECASE)


def _with_their_lists(parts: tuple[str, ...]) -> tuple[str, ...]:
    """What a colon leads to belongs to its clause: "14h30 chia hai tuyến: tuyến 1 thăm chợ; tuyến 2 thăm cảng"."""
    joined: list[str] = []
    for part in parts:
        above = joined[-1] if joined else ""
        hours = own_hours(above) if above and not find_clocks(part) else []
        if hours and COLON.search(above, hours[-1].to + 1):
            joined[-1] = f"{above}; {part}"
        else:
            joined.append(part)
    return tuple(joined)


_IS_ITEM = re.compile(
    r"(?:(?:sau đó|tiếp đó|tiếp theo|kế đến|cuối cùng|rồi)\b|nghỉ|giải lao|ăn |chào cờ|văn nghệ|tuyên bố|khai mạc"
    r"|báo cáo|trình bày|tham luận|thảo luận|phát biểu|bế mạc|tổng kết|trao|bầu|kết luận|giao lưu)",
    re.IGNORECASE,
)


def _from_its_part(sentence: str, state: State, known: Known) -> str:
    """The sentence without the part it is told of: "Buổi sáng, phiên toàn thể tại Hội trường A: 7h30 đón tiếp, …"."""
    node = Node("text", "", sentence, Para(sentence, 1, 1))
    hours = len(own_hours(node.value)) if node.value and leads(node.label) else 0
    if hours < 2 and not (hours and HALF_FIRST.match(node.label)):
        return sentence
    enter(replace(node, text=node.label), state, known)
    if named := _PART_OF_HALF.fullmatch(node.label):
        state.block = state.of_half = clean(named["name"])
    return node.value


_PART_OF_HALF = re.compile(
    rf"{HALF_FIRST.pattern}(?: cùng ngày)?,?\s+(?!cùng ngày|ngày|thứ|chủ nhật|tại|ở|phiên)"
    r"(?P<name>[^\W\d_](?:[^,;:\d]+\s[^,;:\d]+))",
    re.IGNORECASE,
)
"""What a half of the day is called before its items: "Buổi chiều cùng ngày giải bóng chuyền: 14h00 bán kết, …"."""


_OPENS_DAY = re.compile(
    r"(?:(?:và|đến|vào|sang|riêng)\s+)?(?:(?:buổi\s+)?(?P<half>sáng|trưa|chiều|tối)(?:\s+(?:cùng\s+)?ngày)?,?\s*)?"
    r"(?:(?:thứ\s+\w+|chủ nhật)\s*,?\s*)?\(?(?:ngày\s+)?",
    re.IGNORECASE,
)
_OPENS_HALF = re.compile(
    r"(?:vào\s+)?(?P<half>(?:buổi\s+)?(?:sáng|trưa|chiều|tối))(?P<day>\s+(?:ngày\s+)?hôm sau|\s+cùng ngày)?"
    r"(?:\s*[,:]\s*|\s+(?=(?:từ|lúc|vào|khoảng|đúng)\s|\(?\d))(?=\S)",
    re.IGNORECASE,
)
_BEGUN = re.compile(r"^bắt đầu\s+(?=(?:từ|lúc)\s[^,;]{2,24},\s+(?!kết thúc|đến|dự kiến))", re.IGNORECASE)
"""What says no more than the hour before an item: "bắt đầu từ 13h30, các trò chơi dân gian"."""
_BEHIND_DAY = re.compile(r"[\s,:).–-]*")


def _from_its_day(sentence: str, state: State, known: Known) -> str:
    """The sentence without the day or the half of one that it begins with, which hold from there on."""
    sentence = from_its_weekday(sentence, state, known)
    dates = find_dates(sentence[:48], known.year)
    opens = _OPENS_DAY.fullmatch(sentence, 0, dates[0].at) if dates and len(dates[0].days) == 1 else None
    if opens is not None and own_hours(sentence[dates[0].to :]):
        state.day, state.half = dates[0].first, half_of(opens["half"] or "")
        behind = _BEHIND_DAY.match(sentence, dates[0].to)
        return sentence[behind.end() if behind else dates[0].to :]
    half = _OPENS_HALF.match(sentence)
    if half is None:
        return sentence
    enter_half(half["half"], state)
    if state.day is not None and half["day"] and "sau" in half["day"].lower():
        state.day += timedelta(days=1)
    return _BEGUN.sub("", sentence[half.end() :])


def _told_of(title: str) -> str:
    """What is held, without the words that only tie its sentence to the one before."""
    return _TYING.sub("", _BEGINS.sub("", title)) or title


_TYING = re.compile(
    r"^(?:(?:và|rồi|thì|là|cũng|riêng|song song với|đồng thời(?: với)?"
    r"|sau đó|tiếp đó|tiếp theo|kế đến|cuối cùng|sau (?:giải lao|khai mạc|phần này|giờ nghỉ)"
    r"|buổi (?:sáng|trưa|chiều|tối)"
    r"|(?:sau khi )?kết thúc (?:phiên làm việc|phần này|buổi \w+)|bắt đầu với(?: phần)?|followed by|then),?\s+"
    r"|(?:ngay )?sau (?:[^\s:]+ ){1,6}?(?:là |thì |[^\s:]+,\s+)|sau (?:phần|khi) (?=\S+ \S+))+(?=\S)",
    re.IGNORECASE,
)
_BEGINS = re.compile(
    r"\s+(?:sẽ\s+)?(?:được\s+)?(?:bắt đầu|diễn ra|(?<=được )(?:tổ chức|thực hiện|tiến hành)|opens?|starts?|begins?"
    r"|takes? place|is (?:held|served))$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\s+(?:đến|tới|until|till)\s+$", re.IGNORECASE)
_LASTS = re.compile(
    r",?\s+(?:(?:và|and)\s+)?(?:kéo dài|trong|lasts?)(?:\s+khoảng)?\s+(?P<n>\d{1,3}) (?:phút|minutes)\.?$"
)


def _in_turn(clause: str, year: int | None) -> Iterator[Item]:
    """The items of a clause; in "học A đến 9 giờ 30, giải lao 15 phút, tiếp tục học B" each begins where one ends."""
    begins: time | None = None
    for part in one_by_one(clause):
        if is_limited(part):
            yield Item(clean(part))
            continue
        told, ends = _without_length(part)
        until = _ends_at(told)
        told = _UNTIL.sub("", told[: until.at]) if until else told
        for item in read_clause(told, year):
            start = item.start or begins
            begins = item.end or (until.clock if until else ends or _later(start, item.minutes if begins else None))
            yield replace(item, start=start, end=begins if start else item.end, minutes=None if start else item.minutes)


def _without_length(part: str) -> tuple[str, time | None]:
    """The words without how long it takes from its hour on: "A bắt đầu lúc 8h30 và kéo dài 15 phút"."""
    hours = own_hours(part)
    lasts = _LASTS.search(part)
    if lasts and len(hours) == 1 and hours[0].until is None and lasts.start() >= hours[0].to:
        return part[: lasts.start()], _later(hours[0].clock, int(lasts["n"]))
    return part, None


def _ends_at(part: str) -> ClockSpan | None:
    """The hour that a part runs to, where it ends with it and none stands in front."""
    clocks = own_hours(part)
    last = clocks[-1] if len(clocks) == 1 and not clock_first(part) else None
    return last if last and not part[last.to :].strip(" .") and _UNTIL.search(part[: last.at]) else None


def _later(start: time | None, minutes: int | None) -> time | None:
    return (datetime.combine(date.min, start) + timedelta(minutes=minutes)).time() if start and minutes else None


_PAUSES = re.compile(r"(?:nghỉ\s)?(?:giải lao|giữa giờ)\b", re.IGNORECASE)


def _whole_clauses(parts: tuple[str, ...]) -> Iterator[str]:
    """Clauses that end with their times in brackets, one without a time going on with the next; lists kept whole."""
    if sum(_CLOCK_LAST.search(part) is not None for part in parts) * 2 <= len(parts):
        yield from parts
        return
    begun = ""
    for part in parts:
        begun = f"{begun}; {part}" if begun else part
        if find_clocks(part) or (begun == part and _PAUSES.match(part)):
            yield begun
            begun = ""
    if begun:
        yield begun


def tells_itself(node: Node, following: Node | None) -> bool:
    """ "Ngày 05/10/2024: trưng bày; 17h00 bế mạc" with nothing under it: a day with its items on one line."""
    if node.children or ";" not in node.value or not find_clocks(node.value):
        return False
    return following is None or not clock_first(following.text)
