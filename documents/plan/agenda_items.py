"""One item of the programme: its title, hours, room and person out of a clause or a table row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from documents.plan.agenda_doers import SPEAKS_ON, who_in
from documents.plan.agenda_ends import without_end
from documents.plan.agenda_places import ROOM_INSIDE, place_before, placed_groups, room_in
from documents.plan.agenda_sentences import sentences_of
from documents.plan.agenda_who import is_who, responsible_in
from documents.plan.halls import is_hall
from documents.plan.item_days import day_behind_colon, day_beside, leading_day, on_each_day
from documents.plan.words import clean, squeeze
from domain.dates import ClockSpan, find_clocks
from domain.plan import PlanSession

_AND_ENDS = re.compile(r"\svà kết thúc(?:\s[^,;]{0,30})?\s(?:lúc|vào(?: lúc)?)\s*$", re.IGNORECASE)
_LEADING = re.compile(r"(?:từ|sau|lúc|vào lúc|khoảng|đúng|bắt đầu|from|at)?\s*", re.IGNORECASE)
_AFTER_CLOCK = re.compile(r"[\s:,.;)\]*’'|–—-]+")
_FILLER = re.compile(
    r"^(?:cũng(?=\s+(?:từ|lúc|vào)\s)|(?:ngay )?sau (?:\S+ ){1,5}?\d{1,3} phút,?\s+tức(?: là)?|mở đầu là"
    r"|tiếp đó(?: là)?|tiếp theo(?: là)?|sau đó(?: là)?|cuối cùng(?: là)?|và|đến)\s+",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(?<!\d)(\d{1,3})\s*(?:phút|’|'|minutes|min)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Item:
    """What one clause says of one item; `minutes` where only its length is stated, `within` the part that holds it."""

    title: str
    start: time | None = None
    end: time | None = None
    day: date | None = None
    room: str | None = None
    responsible: str | None = None
    minutes: int | None = None
    within: PlanSession | None = None


def clock_first(text: str) -> ClockSpan | None:
    """The time that a line begins with."""
    clocks = find_clocks(text[:48])
    if clocks and _LEADING.fullmatch(text, 0, clocks[0].at):
        return clocks[0]
    return None


def read_clause(text: str, year: int | None) -> Iterator[Item]:
    """The item of one line: time before it, behind it in brackets, or in its midst, and its end where that is told."""
    text, ends = without_end(_FILLER.sub("", squeeze(text).strip(" *")))
    clocks = find_clocks(text)
    days = on_each_day(text, clocks[0], year) if len(clocks) == 1 else []
    for item in (item for line in days or [text] for item in _items(line, year)):
        later = ends is not None and item.start is not None and item.start < ends
        yield replace(item, end=ends) if later and item.end is None else item


def _items(text: str, year: int | None) -> Iterator[Item]:
    if by_group := _hours_listed(text):
        yield from by_group
        return
    first = clock_first(text)
    if first is not None:
        rest = text[first.to :]
        day, rest = leading_day(rest, year)
        if beside := _places_listed(rest):
            yield from (replace(_finished(title, first, day), room=room) for title, room in beside)
            return
        if len(each := _placed_sentences(rest)) > 1:
            yield from (_finished(sentence, first, day) for sentence in each)
            return
        yield _finished(_AFTER_CLOCK.sub("", rest, count=1) if _AFTER_CLOCK.match(rest) else rest, first, day)
        return
    clocks = find_clocks(text)
    if not clocks:
        placed = placed_groups(text)
        yield from (Item(title, None, None, None, room, who) for title, room, who in placed)
        if not placed:
            yield _finished(text, None, day_behind_colon(text, year))
        return
    day, text = day_beside(text, clocks[0], year)
    clock = find_clocks(text)[0]
    if _AND_ENDS.search(text, 0, clock.at) and not text[clock.to :].strip(" ."):
        yield replace(_finished(_without(text, clock), clock, None), start=None, end=clock.clock)
        return
    told = _TOLD.match(text, 0, clock.at)
    where = _AT_BEHIND.match(text, clock.to)
    if told and where:  # "Thi hái cam diễn ra lúc 14 giờ 00 tại vườn của hợp tác xã"
        title, who = who_in(clean(told["title"]))
        yield Item(title, clock.clock, clock.until, day, clean(where["room"]), who)
        return
    if behind := _who_behind(text, clock):
        yield replace(_finished(_without(text[: clock.to], clock), clock, day), responsible=behind)
        return
    yield _finished(_without(text, clock), clock, day)


def _who_behind(text: str, clock: ClockSpan) -> str | None:
    """Who has an item in hand by the words behind its hours: "Khai mạc: 7h45 - 8h00, ông Quế - Giám đốc"."""
    found = _BEHIND_HOURS.match(text, clock.to)
    title = text[: clock.at].strip(" :,;(–-")
    if found is None or not title or found["who"].count("(") != found["who"].count(")"):
        return None
    who = found["who"]
    named = is_who(who) and not (is_hall(who) or find_clocks(who) or SPEAKS_ON.search(who))
    return responsible_in(who) if named else None


_BEHIND_HOURS = re.compile(r"\)?,\s+(?P<who>[^;:]{3,90}?)\s*\.?$")
_TOLD = re.compile(
    r"(?P<title>[^;]{4,160}?)\s+(?:(?:được\s+)?(?:diễn ra|bắt đầu|tổ chức|chấm|thi đấu)\s+)?"
    r"(?:(?:từ|lúc|vào|vào lúc|khoảng)\s+)+$",
    re.IGNORECASE,
)
_AT_BEHIND = re.compile(r",?\s+(?:tại|ở)\s+(?P<room>[^,;.()]{3,80}?)\s*(?:\([^()]*\))?\s*\.?$", re.IGNORECASE)
"""The place that ends a sentence whose hour stands in its midst."""
_AT_A_PLACE = re.compile(
    r"(?P<title>[^;]{6,})\s[–-]\s(?P<room>(?:sân|phòng|hội trường|nhà|khu|sảnh|giảng đường)\s[^;:–-]{1,30})",
    re.IGNORECASE,
)


def _places_listed(rest: str) -> list[tuple[str, str]]:
    """What goes on side by side, each with its place: "Hội thi vẽ - Sân A; Thi nút dây - Sân B"."""
    told = [_AT_A_PLACE.fullmatch(part.strip(" .:")) for part in rest.split(";")] if ";" in rest else []
    return [(part["title"], clean(part["room"])) for part in told if part] if len(told) > 1 and all(told) else []


def _placed_sentences(rest: str) -> list[str]:
    """What goes on side by side, in sentences with a place each: "Họp tổ (Phòng 2). Người khác xem phim ở nhà B."."""
    told = sentences_of(_AFTER_CLOCK.sub("", rest, count=1) if _AFTER_CLOCK.match(rest) else rest)
    rooms = [room_in(sentence.rstrip("."))[1] for sentence in told]
    return told if len(told) > 1 and all(rooms) and len({*rooms}) == len(rooms) and not find_clocks(rest) else []


_GROUP_AT = re.compile(r"(?P<who>[^():;\d]{2,30}\d{0,2}):\s*(?=\d{1,2}\s?(?:h|g|:|giờ))", re.IGNORECASE)


def _hours_listed(text: str) -> list[Item]:
    """An item with an hour for each group: "Họp tổ (Tổ 1: 8h00; Tổ 2: 9h00)"."""
    opens = text.rfind("(")
    if opens < 1 or ";" not in text[opens:] or not text.rstrip(" .;").endswith(")"):
        return []
    parts = [part.strip() for part in text[opens + 1 :].rstrip(" .;)").split(";")]
    groups = [(_GROUP_AT.match(part), find_clocks(part)) for part in parts]
    if not all(who and len(clocks) == 1 for who, clocks in groups):
        return []
    title = clean(text[:opens])
    return [Item(f"{title} – {who['who'].strip()}", c[0].clock, c[0].until) for who, c in groups if who]


def _without(text: str, clock: ClockSpan) -> str:
    """The words without the time, its brackets and the word that ties it."""
    before = re.sub(
        r"[\s(:]*(?:tức(?: là)?|dự kiến|khoảng)?\s*(?:từ|lúc|vào lúc|vào|bắt đầu(?: từ)?|at|from)?\s*$",
        "",
        text[: clock.at],
        flags=re.IGNORECASE,
    )
    rest = text[clock.to :]
    beside = _beside(text, clock, rest)
    if beside is not None:
        return beside
    after = rest.lstrip(" )")
    after = "" if re.fullmatch(r"[\s.;,]*", after) else after
    return (
        f"{before.rstrip(',') if after[0] in ',(' else before}{'' if after[0] in ',;:' else ' '}{after}"
        if after
        else before
    )


_TIES = re.compile(r"(?:(?:^|[\s,]+)(?:dự kiến|khoảng|từ|lúc|vào|bắt đầu|tổ chức|diễn ra|at|from))+\s*$", re.IGNORECASE)


def _beside(text: str, clock: ClockSpan, rest: str) -> str | None:
    """The words where more than the time stands in its brackets: "(xuất phát 13h30)", "(10h00, Hội Chữ thập đỏ)"."""
    opens, closes = text.rfind("(", 0, clock.at), rest.find(")")
    if opens < text.rfind(")", 0, clock.at) or opens < 0 or closes < 0 or find_clocks(rest[:closes]):
        return None
    inside = clean(f"{_TIES.sub('', text[opens + 1 : clock.at])} {rest[:closes]}".strip(" ,;:–-"))
    return f"{text[:opens].rstrip()} ({inside}){rest[closes + 1 :]}" if len(inside) > 4 else None


def _finished(title: str, clock: ClockSpan | None, day: date | None) -> Item:
    title = clean(title.strip(" ,:–—-"))
    minutes = _MINUTES.search(title)
    title, before = place_before(title)
    title, room = room_in(title)
    title, responsible = who_in(title)
    if responsible is not None and (room is None or title.endswith(")")):
        title, behind = room_in(title)
        room = behind or room
    inside = ROOM_INSIDE.match(title)
    if inside and room is None:
        title, room = f"{inside['name']}: {inside['title']}", clean(inside["room"])
    return Item(
        title,
        clock.clock if clock else None,
        clock.until if clock else None,
        day,
        before or room,
        responsible,
        int(minutes[1]) if minutes and clock is None else None,
    )
