"""One item of the programme: its title, hours, room and person out of a clause or a table row."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, time

from documents.plan.agenda_blocks import GROUP
from documents.plan.agenda_ends import without_end
from documents.plan.agenda_places import GROUPS_PLACED, ROOM_INSIDE, place_before, placed_groups, room_in
from documents.plan.agenda_who import LABELLED, by_name, is_who, names_someone, responsible_in, runs_it
from documents.plan.grounds import GOES_TO
from documents.plan.halls import is_hall
from documents.plan.item_days import day_beside, leading_day
from documents.plan.words import clean, squeeze
from domain.dates import ClockSpan, find_clocks
from domain.plan import PlanSession
from domain.vietnamese import CAPITALS

_AND_ENDS = re.compile(r"\svà kết thúc(?:\s[^,;]{0,30})?\s(?:lúc|vào(?: lúc)?)\s*$", re.IGNORECASE)
_LEADING = re.compile(r"(?:từ|sau|lúc|vào lúc|khoảng|đúng|bắt đầu|from|at)?\s*", re.IGNORECASE)
_AFTER_CLOCK = re.compile(r"[\s:,.;)\]*’'|–—-]+")
_BRACKETS = re.compile(r"\s*\(([^()]*)\)\s*[.;]?\s*$")
_FILLER = re.compile(
    r"^(?:cũng(?=\s+(?:từ|lúc|vào)\s)|(?:ngay )?sau (?:\S+ ){1,5}?\d{1,3} phút,?\s+tức(?: là)?|mở đầu là"
    r"|tiếp đó(?: là)?|tiếp theo(?: là)?|sau đó(?: là)?|cuối cùng(?: là)?|và|đến)\s+",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"(?<!\d)(\d{1,3})\s*(?:phút|’|'|minutes|min)(?!\w)", re.IGNORECASE)
_BY = re.compile(
    r"\s+do\s+(?P<who>.+?)\s*(?:(?:trình bày|hướng dẫn|giảng|thuyết minh|thực hiện|chủ trì|điều hành|đảm nhiệm"
    r"|phụ trách|đọc|báo cáo|phát biểu)\b.*)?$"
)
_OF = re.compile(
    r"^(?:phát biểu|diễn văn|ý kiến|bài phát biểu|đáp từ)[^,;]*?\s+của\s+(?:đồng chí\s+|ông\s+"
    rf"|bà\s+)?(?P<who>[{CAPITALS}].+)$",
    re.IGNORECASE,
)
_TAIL_WHO = re.compile(r"\s+[–—-]\s+(?P<who>[^–—]{2,80})$")
_TAIL_LABEL = re.compile(
    r"[.;,–-]\s*(?:(?:người |đơn vị )?(?:chủ trì|điều hành|trình bày|phụ trách|thực hiện|hướng dẫn)|chủ tọa|chủ toạ"
    r"|giảng viên|báo cáo viên|diễn giả|dẫn chương trình|mc|chair|speaker)\s*:\s*(?P<who>.+)$",
    re.IGNORECASE,
)
_TAIL_COLON = re.compile(
    r":\s+(?P<who>(?:(?:đ/c|đồng chí|ông|bà|thầy|cô)\s(?:[^\W\d_]+\s?){1,4}|ban tổ chức|btc|đoàn chủ tịch|ban thư ký)"
    r"(?:\s?[,(–-][^:;]{2,60})?)$",
    re.IGNORECASE,
)
"""Who has an item in hand behind its colon: "Thông qua quy chế: đ/c Kha"."""
_NOT_WHO = re.compile(
    r"nếu có|dự kiến|(?<!\d)\d{1,4}\s*(?:phút|đơn vị|người|tham luận|ý kiến|’|')|tiết mục|phụ lục|kèm", re.IGNORECASE
)


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
    for item in _items(text, year):
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
        yield _finished(_AFTER_CLOCK.sub("", rest, count=1) if _AFTER_CLOCK.match(rest) else rest, first, day)
        return
    clocks = find_clocks(text)
    if not clocks:
        placed = placed_groups(text)
        yield from (Item(title, None, None, None, room, who) for title, room, who in placed)
        if not placed:
            yield _finished(text, None, None)
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
    yield _finished(_without(text, clock), clock, day)


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


def who_in(title: str) -> tuple[str, str | None]:
    """The responsible person or body taken off the title's end, where it is one."""
    if GROUPS_PLACED.search(title):
        return title, None
    spoken = _SPOKEN_BY.match(title)
    if spoken and is_who(spoken["who"]):
        return clean(spoken["title"]), responsible_in(spoken["who"])
    if led := _LED_BY.search(title):
        return clean(title[: led.start()]), responsible_in(led["who"])
    tails = (tail for dash in _DASH.finditer(title) if (tail := _TAIL_WHO.match(title, dash.start())))
    for found in (_TAIL_LABEL.search(title), *tails, _BY.search(title), _TAIL_COLON.search(title)):
        if found and found["who"].count("(") >= found["who"].count(")") and _names_doer(title, found):
            return clean(title[: found.start()]), responsible_in(found["who"])
    bracketed = _BRACKETS.search(title)
    if bracketed and _in_hand(title[: bracketed.start()], bracketed[1]):
        return clean(title[: bracketed.start()]), responsible_in(bracketed[1])
    beside = _PERSON_BESIDE.search(title)
    if beside and not _PERSON.search(title, 0, beside.start()):
        return clean(title[: beside.start()]), responsible_in(beside["who"])
    if runs_it(title) and (told := _runs_beside(title)):
        return told
    of = _OF.match(title)
    if of and is_who(of["who"]):
        return title, clean(_NEXT_DEED.split(of["who"], 1)[0])
    return title, None


def _is_group_with_topic(text: str) -> bool:
    group = GROUP.match(text)
    return group is not None and text[group.end() :].lstrip().startswith(":")


_BY_ITSELF = re.compile(r"^do\s+")
_DASH = re.compile(r"\s+[–—-]\s")


def _names_doer(title: str, found: re.Match[str]) -> bool:
    """Whether what stands behind an item is who does it; of "BS A - Giám đốc phát biểu khai mạc" the whole is the item.

    So it is of "Tọa đàm – Nhóm A: Bán hàng". A bracket goes on behind its dash: "(Đ/c Hoa – Phó Chủ tịch)".
    """
    if found.re is _TAIL_COLON:  # "Tham luận: đ/c Hoa trình bày …"; "Nhóm 2: đ/c Kha" is a group with its head
        return is_who(found["who"]) and not (_SPEAKS_ON.search(found["who"]) or _A_PART.match(title))
    if found.re is _TAIL_LABEL or found.re is _BY:
        return found.re is _TAIL_LABEL or is_who(found["who"]) or runs_it(found["who"])
    if _speaks_himself(title, found) or _is_group_with_topic(found["who"]):
        return False
    who = _BY_ITSELF.sub("", found["who"])
    return is_who(who) or _by_name(title[: found.start()], who) or (who != found["who"] and runs_it(who))


def _in_hand(item: str, inside: str) -> bool:
    """Whether the brackets behind an item hold who has it in hand: "(ông Tô)", "(Lò Văn Pánh)", and no room."""
    if is_hall(inside) or _NOT_WHO.search(inside) or find_clocks(inside):
        return False
    return is_who(LABELLED.sub("", inside)) or _by_name(item, inside) or runs_it(inside)


def _runs_beside(title: str) -> tuple[str, str | None] | None:
    """The item and who runs it behind a comma: "Đêm hội xòe, Đoàn Nghệ thuật tỉnh dàn dựng"."""
    for comma in _COMMA.finditer(title):
        who = title[comma.end() :]
        if not _BRACKET.search(who) and (is_who(who) or by_name(who)):
            return clean(title[: comma.start()]), responsible_in(who)
    return None


_COMMA = re.compile(r",\s+")
_BRACKET = re.compile(r"[()]")


def _by_name(item: str, behind: str) -> bool:
    return by_name(behind) and not GOES_TO.search(item)


_SPOKEN_BY = re.compile(
    r"(?P<title>(?:(?:trình bày |thông qua |tóm tắt |đọc )?(?:dự thảo )?báo cáo|phát biểu|diễn văn|tham luận|khai mạc"
    r"|bế mạc|đáp từ|kết luận|tổng kết|chuyên đề|keynote|plenary|invited|opening|closing|welcome|talk|lecture)\b[^:]*?)"
    r"\s*:\s+(?P<who>(?:đ/c|đồng chí|ông|bà|(?:PGS|GS|TSKH|TS|ThS|BS|Prof|Dr|Mr|Ms|Mrs)\b\.?(?:,? ?TS\b\.?)?)"
    rf"\s*(?-i:[{CAPITALS}])[^:;]{{2,100}})$",
    re.IGNORECASE,
)
"""Who gives a report or a speech, behind its colon: "Báo cáo tài chính: đ/c An – Kế toán trưởng"."""
_LED_BY = re.compile(
    r",?\s+(?:moderated|chaired|presented|given|delivered|led|hosted|facilitated)\s+by\s+"
    rf"(?P<who>(?-i:[{CAPITALS}])[^;]{{2,80}})$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:đồng chí|đ/c|ông|bà)\s", re.IGNORECASE)
_PERSON_BESIDE = re.compile(rf",\s+(?P<who>(?:đồng chí|đ/c|ông|bà)\s+[{CAPITALS}][^;]{{2,80}})$")
"""Who has an item in hand behind a comma: "Diễn văn khai mạc, đồng chí Chủ tịch Hội"."""
_NEXT_DEED = re.compile(r"[,;]\s+(?:và\s+)?(?=(?:trao|tặng|công bố|ký|khen|phát|chúc|giao|nhận|kết luận|bế mạc)\b)")


def _speaks_himself(title: str, found: re.Match[str]) -> bool:
    return _SPEAKS_ON.search(found["who"]) is not None and names_someone(clean(title[: found.start()]))


_A_PART = re.compile(r"(?:nhóm|tổ|đội|lớp|khối|tiểu ban|phân ban|đoàn|bảng|cụm)\s", re.IGNORECASE)
_SPEAKS_ON = re.compile(r"\s(?:phát biểu|báo cáo|trình bày|khai mạc|bế mạc|đọc|công bố|trao)\s+\S", re.IGNORECASE)
