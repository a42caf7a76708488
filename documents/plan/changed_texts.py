"""The paragraphs of a plan as they read after a notice of change: other days, hours, places, persons and sums."""

import re
from dataclasses import replace
from datetime import date, timedelta

from documents.plan.change_forms import Turn, is_general
from documents.plan.changed_items import besides
from documents.plan.changes import Change
from documents.plan.lines import Para
from documents.plan.words import PLACE, TIME, meanings
from domain.dates import DateSpan, find_clocks, find_dates
from domain.vietnamese import search_key, squeeze, words

_MARK = re.compile(r"\A\s*(?:[-–+•*]|\d{1,2}[.)]|[a-zđ][.)]|[IVX]{1,4}[.)])?\s*")
_SEGMENT = re.compile(r"(;\s*|(?<=[^\d\s.])\.\s+|(?<=\d{4})\.\s+)")
_ITEM = re.compile(r"\A\W*(?:\d{1,2}\s*[.)]\s+)?(?:từ\s+)?\d{1,2}\s*(?:h|g|:|giờ)\s*\d{0,2}", re.IGNORECASE)
_SUM = re.compile(
    r"\d[\d.,]*\s*(?:(?:nghìn|ngàn|triệu|tỷ)\s+)?(?:đồng|đ\b|vnđ|usd|euros?|người|đại biểu|học viên|thí sinh"
    r"|suất|%|phút|k\b)",
    re.I,
)
_HON = re.compile(r"\A(?:(?:đồng chí|đ/c|ông|bà|thầy|cô|anh|chị|dr|prof|mr|mrs|ms)\.?\s+)+", re.IGNORECASE)
_IDLE = frozenset(words("han thoi chot cuoi so luong muc the deadline of for and cua va cac nhung phan phien buoi"))
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_WEEKDAY = re.compile(
    r"(?:thứ\s+\w+|chủ nhật)(?=\s*,?\s*(?:ngày\s*)?$)|\A\s*\((?:thứ\s+\w+"
    r"|chủ nhật)\)",
    re.IGNORECASE,
)
_DAY_FIRST = re.compile(
    r"\A\W*(?:\d{1,2}[.)]\s*)?(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối)\s*,?\s*)?(?:thứ\s+\w+,?\s*"
    r"|chủ nhật,?\s*)?\(?(?:ngày\s*)?(?=\d{1,2}\s?[/.-]\s?\d{1,2}|\d{1,2} tháng)",
    re.IGNORECASE,
)
_KNOWN = 0.6
"""Share of the words of a matter that a clause must hold where it also tells the former value."""

_SURE = 0.75
"""The same where only the matter leads to the clause."""


def with_changes(paras: tuple[Para, ...], changes: tuple[Change, ...], year: int | None) -> tuple[Para, ...]:
    """The paragraphs with what the changes say put in its place; items of the programme keep their hours."""
    later = _days_between(changes, year)
    return tuple(_changed(para, changes, year, later) for para in paras)


def _changed(para: Para, changes: tuple[Change, ...], year: int | None, later: timedelta | None) -> Para:
    text = _in_all(para.text, changes, year, later)
    if text == para.text:
        return para
    cells = tuple(_in_all(cell, changes, year, later) for cell in para.cells)
    return replace(para, text=text, cells=cells, said=text)


def _in_all(text: str, changes: tuple[Change, ...], year: int | None, later: timedelta | None) -> str:
    for change in changes:
        if change.turn is Turn.READS:
            text = _replaced(text, change.was, change.now)
        elif change.turn in (Turn.MOVED, Turn.HANDED):
            text = _whole(text, change, year) if is_general(change.about) else _matter(text, change, year)
    return _on_later_days(text, later, year) if later and _DAY_FIRST.match(text) else text


# --- the whole ------------------------------------------------------------------------------------------------------


def _whole(text: str, change: Change, year: int | None) -> str:
    """A line that says when or where, with the new day or place; elsewhere the former place by its name."""
    told = meanings(_MARK.sub("", text).partition(":")[0][:60])
    timed = find_clocks(change.now) or find_dates(change.now, year)
    if timed:
        return _retimed(text, change, year, sure=True) if TIME in told else text
    if change.was and (found := _replaced(text, _bare_name(change.was), _bare_name(change.now))) != text:
        return found
    if PLACE in told and ":" in text:
        return f"{text.partition(':')[0]}: {change.now}"
    return text


def _days_between(changes: tuple[Change, ...], year: int | None) -> timedelta | None:
    """By how much the whole is moved, where that is told."""
    for change in changes:
        if change.turn is Turn.MOVED and is_general(change.about):
            was, now = find_dates(change.was, year), find_dates(change.now, year)
            if was and now:
                return now[0].first - was[0].first
    return None


def _on_later_days(text: str, later: timedelta, year: int | None) -> str:
    """A line that begins with a day of the programme, on the day to which that is moved."""
    for span in reversed(find_dates(text, year)):
        if len(span.days) == 1:
            text = text[: span.at] + _written(span.first + later, text[span.at : span.to]) + text[span.to :]
    return text


def _written(day: date, like: str) -> str:
    return f"{day:%d/%m/%Y}" if re.search(r"\d{4}", like) else f"{day:%d/%m}"


# --- one matter -----------------------------------------------------------------------------------------------------


def _matter(text: str, change: Change, year: int | None) -> str:
    parts = _SEGMENT.split(text)
    for place in range(0, len(parts), 2):
        parts[place] = _clause(parts[place], text, change, year)
    return "".join(parts)


def _clause(clause: str, line: str, change: Change, year: int | None) -> str:
    """One clause of a line, with the new value where it speaks of the matter."""
    share = _share(change.about, clause)
    if share < _KNOWN and not (change.was and _share(change.about, line) >= _SURE):
        return clause
    if find_clocks(change.now) or find_dates(change.now, year):
        if _ITEM.match(line):
            return clause
        told = _retimed(clause, change, year, sure=share >= _SURE)
    elif _SUM.search(change.now):
        told = _recounted(clause, change) if share >= _SURE or change.was else clause
    else:
        told = clause
    return _renamed(told, change) if change.was else told


def _share(about: str, text: str) -> float:
    """How many of the words that name a matter stand in a text; its numbers have to."""
    wanted = [word for word in search_key(about).split() if word not in _IDLE]
    known = set(search_key(text).split())
    if not wanted or any(word.isdigit() and word not in known for word in wanted):
        return 0.0
    return sum(word in known for word in wanted) / len(wanted)


def _renamed(text: str, change: Change) -> str:
    """The former place or person by the name of the new one, also where the notice shortens the former."""
    was, now = _bare_name(change.was), besides(_bare_name(change.now), 2000)
    if not now or find_clocks(was) or find_dates(was, 2000) or _SUM.search(was):
        return text
    title = _HON.match(squeeze(change.now))
    if title and (named := _titled(was, text)):
        return text[: named.start()] + squeeze(change.now) + text[named.end() :]
    found = _replaced(text, was, now)
    start = " ".join(was.split()[:2])
    if found != text or len(start.split()) < 2:
        return found
    return re.sub(rf"{re.escape(start)}[^,;.()]*", lambda _: now, text, count=1, flags=re.IGNORECASE)


def _titled(name: str, text: str) -> re.Match[str] | None:
    """Where somebody stands in a text with the form of address before the name."""
    return re.search(rf"(?<!\w)(?:đồng chí|đ/c|ông|bà|thầy|cô|anh|chị)\s+{re.escape(name)}(?!\w)", text, re.IGNORECASE)


def _bare_name(text: str) -> str:
    return _HON.sub("", squeeze(text))


def _replaced(text: str, was: str, now: str) -> str:
    if len(was) < 4 or not was.strip():
        return text
    first = re.escape(now.split()[0]) if now.split() else ""
    return re.sub(rf"(?<!\w)(?:{first}\s+)?{re.escape(was)}(?!\w)", lambda _: now, text, flags=re.IGNORECASE)


_UNIT = re.compile(r"[\d.,\s]+")


def _recounted(text: str, change: Change) -> str:
    told, new = [*_SUM.finditer(text)], _SUM.search(change.now)
    former = _SUM.search(change.was)
    if new is not None:
        told = [each for each in told if _UNIT.sub("", each.group()) == _UNIT.sub("", new.group())]
    if former:
        told = [each for each in told if squeeze(each.group()) == squeeze(former.group())]
    if len(told) != 1 or new is None:
        return text
    return text[: told[0].start()] + new.group() + text[told[0].end() :]


# --- days and hours -------------------------------------------------------------------------------------------------


def _retimed(text: str, change: Change, year: int | None, *, sure: bool) -> str:
    """A clause with the new day and hour; where the former are told, only if it holds them."""
    moved = _with_new_clock(text, change, sure=sure)
    clock_moved = moved != text
    text = moved
    new = find_dates(change.now, year)
    if not new:
        return text
    former, told = find_dates(change.was, year), find_dates(text, year)
    if not told:
        clock = find_clocks(text)
        if clock_moved and clock:
            return f"{text[: clock[0].to]} ngày {new[0].first:%d/%m/%Y}{text[clock[0].to :]}"
        return text
    if former:
        told = tuple(span for span in told if span.first == former[0].first)
    elif not (sure or clock_moved) or (len(told) > 1 and len(new) < 2):
        return text
    if not told:
        return text
    return _with_new_days(text, change.now, tuple(told), new)


def _with_new_clock(text: str, change: Change, *, sure: bool) -> str:
    clocks, new, former = find_clocks(text), find_clocks(change.now), find_clocks(change.was)
    if former:
        clocks = tuple(clock for clock in clocks if clock.clock == former[0].clock)
    elif not sure or len(clocks) != 1 or find_dates(change.was, 2000):
        return text
    if not clocks or not new:
        return text
    before = text[: clocks[0].at]
    if (clocks[0].clock.hour < _NOON) != (new[0].clock.hour < _NOON):
        before = _HALF.sub("sáng" if new[0].clock.hour < _NOON else "chiều", before)
    return before + change.now[new[0].at : new[0].to] + text[clocks[0].to :]


_NOON = 12
_HALF = re.compile(r"\b(?:sáng|chiều)\b")


def _with_new_days(text: str, now: str, told: tuple[DateSpan, ...], new: tuple[DateSpan, ...]) -> str:
    """The days of a clause and the weekdays beside them, put otherwise; a limit "trước ngày" may become "hết ngày"."""
    first = told[0]
    last = told[-1] if len(new) > 1 or new[0].is_range else told[0]
    before, behind = text[: first.at], text[last.to :]
    weekday = _WEEKDAYS[new[0].first.weekday()]
    before = _WEEKDAY.sub(weekday, before)
    behind = _WEEKDAY.sub(f" ({weekday})", behind)
    if re.search(r"\bhết\b", now):
        before = re.sub(r"\btrước\s+(?=(?:ngày\s*)?$)", "đến hết ", before)
    said = now[new[0].at : new[-1].to] if len(new) > 1 or new[0].is_range else f"{new[0].first:%d/%m/%Y}"
    return before + said + behind


# --- said beside an item --------------------------------------------------------------------------------------------

_BESIDE = (
    r"\s?[(\[]\s*(?:(?:đã|nay|được|xin|bị|now|has been)\s+)*"
    r"(?:điều chỉnh|đổi|chuyển|dời|lùi|gia hạn|sửa|moved|changed|extended)\s*:?\s*(?:lại\s+)?"
    r"(?:sang|thành|đến|vào|to)?\s*"
)
_FORMER_BESIDE = re.compile(  # "7h30 ngày 03/7 (lịch cũ: 30/6)"; where a commune was called otherwise before, it stays
    r"(?<=\S)\s?[(\[]\s*(?:(?:thay (?:cho|vì|thế)|trước đây|trước(?=:)|ban đầu|lịch cũ|(?:thời gian|ngày|giờ"
    r"|kế hoạch) cũ|cũ"
    r"|was|previously|originally)\s*:?\s[^()\[\]]*?\d{1,2}\s?(?:[/h:g]|giờ|th)[^()\[\]]*"
    r"|thay (?:cho|vì)\s[^()\[\]]+)[)\]]",
    re.IGNORECASE,
)
_ROOM_BESIDE = re.compile(
    rf"(?P<was>(?:phòng|hội trường|sảnh|room|hall)\s+[\w.-]+(?:\s+[\w.-]+){{0,3}}?){_BESIDE}(?P<now>(?:phòng"
    rf"|hội trường|sảnh|room|hall)\b[^()\[\]]+)[)\]]",
    re.IGNORECASE,
)
_TIME_BESIDE = re.compile(
    rf"{_BESIDE}(?:bắt đầu\s+)?(?:lúc\s+|từ\s+|đến\s+)?(?P<now>[^()\[\]]*\d[^()\[\]]*)[)\]]", re.IGNORECASE
)


def with_remarks(paras: tuple[Para, ...], year: int | None) -> tuple[Para, ...]:
    """Lines that say behind a value what it is now: "phòng B1 (đổi sang phòng B3)", "9h45 … (điều chỉnh: 10h00)"."""
    return tuple(_remarked(para, year) for para in paras)


def _remarked(para: Para, year: int | None) -> Para:
    text = _as_remarked(para.text, year)
    if text == para.text:
        return para
    return replace(para, text=text, cells=tuple(_as_remarked(cell, year) for cell in para.cells), said=para.source_text)


def _as_remarked(text: str, year: int | None) -> str:
    if not ("(" in text or "[" in text):
        return text
    text = _FORMER_BESIDE.sub("", text)
    text = _ROOM_BESIDE.sub(lambda found: found["now"], text)
    found = _TIME_BESIDE.search(text)
    if found is None:
        return text
    rest = text[: found.start()] + text[found.end() :]
    clocks, days = find_clocks(text[: found.start()]), find_dates(text[: found.start()], year)
    new_clock, new_day = find_clocks(found["now"]), find_dates(found["now"], year)
    if new_clock and clocks:
        rest = rest[: clocks[0].at] + found["now"][new_clock[0].at : new_clock[0].to] + rest[clocks[0].to :]
    elif new_day and days:
        rest = _with_new_days(rest, f"hết {found['now']}", (days[-1],), new_day)
    return rest if (new_clock and clocks) or (new_day and days) else text
