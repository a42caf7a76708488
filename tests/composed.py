"""Programmes composed at random with questions about them and what is right: the same seed composes the same ones.

An item is a line of `_ITEMS`: its sort, its title, what people call it for short, and by which verb somebody does it.
"""

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from domain.vietnamese import fold, search_key

_ITEMS = """
first|Đón đại biểu, phát tài liệu|đón đại biểu;phát tài liệu|
first|Ổn định chỗ ngồi, điểm danh|điểm danh;ổn định chỗ ngồi|
open|Phát biểu khai mạc|khai mạc;phát biểu khai mạc|trình bày
talk|Báo cáo kết quả nuôi tôm vụ xuân|báo cáo kết quả nuôi tôm;báo cáo vụ xuân|trình bày
talk|Chuyên đề 1: Xử lý nước ao nuôi|chuyên đề 1;xử lý nước ao|trình bày
talk|Chuyên đề 2: Phòng bệnh sau thả giống|chuyên đề 2;phòng bệnh sau thả giống|trình bày
talk|Tham luận của các hợp tác xã|tham luận;phần tham luận|trình bày
talk|Giới thiệu giống mới|giới thiệu giống mới;giống mới|trình bày
talk|Tọa đàm vốn vay và bảo hiểm|tọa đàm;tọa đàm vốn vay|chủ trì
talk|Đối thoại với ngân hàng|đối thoại;đối thoại với ngân hàng|chủ trì
break|Giải lao|giải lao;nghỉ giữa giờ;giờ nghỉ|
lunch|Ăn trưa tại nhà ăn|ăn trưa;cơm trưa|
late|Thi kéo lưới|thi kéo lưới;kéo lưới|điều hành
late|Tham quan trại giống Cồn Bần|tham quan;tham quan trại giống|
late|Thảo luận|thảo luận;phần thảo luận|chủ trì
late|Bốc thăm trúng thưởng|bốc thăm;rút thăm|
late|Khen thưởng hộ nuôi giỏi|khen thưởng;khen thưởng hộ nuôi giỏi|
last|Bế mạc|bế mạc;lễ bế mạc|
"""
_PERSONS = ("Lò Văn Pánh", "Hà Văn Mịch", "Sùng A Chớ", "Vi Văn Nhạn", "Lù Seo Pao", "Bạc Cầm Thiện")
_ROOMS = ("Phòng 201", "Phòng 302", "Hội trường B", "Phòng họp số 3")
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")

_START = (
    "mấy giờ {x}|{x} lúc mấy giờ|khi nào {x}|{x} bắt đầu lúc nào|{x} vào lúc mấy giờ|{x} được xếp vào mấy giờ"
    "|đến mấy giờ mới {x}|thời điểm {x} là khi nào|{x} giờ nào|lúc nào thì tới {x}"
)
_END = "{x} kết thúc lúc mấy giờ|mấy giờ xong {x}|{x} kéo dài đến mấy giờ|{x} khi nào kết thúc|{x} tới mấy giờ hết"
_LENGTH = "{x} bao lâu|{x} kéo dài bao lâu|{x} mấy phút|bao nhiêu phút cho {x}"
_AFTER = "sau {x} là gì|tiếp sau {x} là phần nào|{x} xong thì tới gì|liền sau {x} là mục nào|hết {x} thì đến phần nào"
_BEFORE = "trước {x} là gì|liền trước {x} là phần nào|ngay trước {x} là nội dung gì"
_WHO = "ai {do} {x}|{x} do ai {do}|người {do} {x} là ai"
_WHERE = "{x} ở đâu|{x} ở phòng nào|{x} tổ chức ở đâu"
_DAY = "{d} có gì|{d} làm gì|chương trình {d}|{d} có những nội dung nào"
_EDGES = "nội dung đầu tiên {d} là gì|đầu {d} có gì", "mục cuối cùng {d} là gì|{d} kết thúc bằng phần gì"
_OPENINGS = ("", "", "", "dạ cho em hỏi ", "xin hỏi ban tổ chức ", "ad ơi ", "kính gửi BTC, cho hỏi ")
_CLOSINGS = ("", "", "?", " ạ", " vậy", " ạ em cảm ơn")


@dataclass(slots=True)
class Item:
    """An item and, once it stands in a programme, its day, minutes, who and where."""

    sort: str
    title: str
    names: tuple[str, ...]
    done: str
    day: int = 0
    start: int = 0
    end: int = 0
    who: str | None = None
    room: str | None = None


@dataclass(frozen=True, slots=True)
class Composed:
    """A programme as its paper and its items."""

    paper: str
    first: date
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Posed:
    """A question; one of each group of `holds` must stand in the answer, whose hours are all among `hours`."""

    text: str
    now: datetime | None
    holds: tuple[tuple[str, ...], ...]
    hours: frozenset[str] | None


def compose(rnd: random.Random) -> Composed:
    """A programme of one or two days, as a list or a table, with or without the end of each item."""
    items = [Item(sort, title, tuple(names.split(";")), done) for sort, title, names, done in _rows()]
    rnd.shuffle(items)
    by = {sort: [item for item in items if item.sort == sort] for sort in ("first", "open", "talk", "late")}
    closing, rest, lunch = (next(i for i in items if i.sort == sort) for sort in ("last", "break", "lunch"))
    morning = [by["first"][0], by["open"][0], *by["talk"][:2], rest, by["talk"][2], lunch]
    days = [morning + by["late"][:2], [*by["talk"][3:5], by["late"][2], closing]]
    if rnd.random() < 0.4:
        days = [[*morning, *by["late"][:2], closing]]
    first = date(2026, rnd.randint(1, 12), rnd.randint(1, 27))
    for number, day in enumerate(days):
        _timed(day, number, rnd)
    placed = tuple(item for day in days for item in day)
    for item, who in zip([i for i in placed if i.done], _PERSONS, strict=False):
        item.who = who
    for item, room in zip(rnd.sample([i for i in placed if i.sort in ("talk", "late")], 3), _ROOMS, strict=False):
        item.room = room
    return Composed(_paper(placed, first, len(days), rnd), first, placed)


def _rows() -> Iterator[tuple[str, str, str, str]]:
    for line in _ITEMS.strip().splitlines():
        sort, title, names, done = line.split("|")
        yield sort, title, names, done


def _timed(day: list[Item], number: int, rnd: random.Random) -> None:
    at = 450
    for item in day:
        if item.sort == "late" and at < 780 and any(each.sort == "lunch" for each in day):
            at = 810
        length = {"talk": rnd.choice((30, 40, 45, 60)), "late": rnd.choice((20, 30, 60)), "lunch": 90}.get(
            item.sort, 15
        )
        item.day, item.start, item.end = number, max(at, 660) if item.sort == "lunch" else at, 0
        at = item.end = item.start + length


def _paper(items: tuple[Item, ...], first: date, days: int, rnd: random.Random) -> str:
    clock = rnd.choice((lambda m: f"{m // 60}h{m % 60:02d}", lambda m: f"{m // 60:02d}:{m % 60:02d}"))
    shape = rnd.choice(("- {0}: {1} ({2})", "{0}: {1} - {2}", "| {0} | {1} | {2} |", "{0}\t{1}\t{2}"))
    last = first + timedelta(days - 1)
    lines = ["UBND HUYỆN MƯỜNG LÀ", "KẾ HOẠCH", "Tổ chức Hội nghị thủy sản năm 2026", "1. Thời gian: "]
    lines[-1] += f"{days:02d} ngày, từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"
    lines += ["2. Địa điểm: Nhà văn hóa trung tâm huyện", "3. Chương trình:"]
    for number in range(days):
        day = first + timedelta(number)
        lines.append(f"Ngày {day:%d/%m/%Y} ({_WEEKDAYS[day.weekday()]})")
        for item in items:
            if item.day == number:
                title = item.title + (f" ({item.room})" if item.room else "")
                row = shape.format(
                    f"{clock(item.start)} - {clock(item.end)}", title, f"ông {item.who}" if item.who else ""
                )
                lines.append(re.sub(r" \(\)$| - $|\t$", "", row))
    return "\n".join(lines) + "\n"


def questions(made: Composed, rnd: random.Random) -> Iterator[Posed]:
    """Some questions about every item, and about every day."""
    for item in made.items:
        name = rnd.choice((*item.names, item.title[:1].lower() + item.title[1:]))
        yield _posed(rnd, _START, [_hour(item.start)], [item], x=name)
        yield _posed(rnd, _END, [_hour(item.end)], [item], x=name)
        length = item.end - item.start
        said = f"{length} phút" if length < 60 else f"{length // 60} giờ {length % 60} phút".replace(" 0 phút", "")
        yield _posed(rnd, _LENGTH, [said], [item], x=name)
        same = [each for each in made.items if each.day == item.day]
        at = same.index(item)
        for wordings, beside in ((_AFTER, same[at + 1 : at + 2]), (_BEFORE, same[at - 1 : at] if at else [])):
            if beside:
                yield _posed(rnd, wordings, [beside[0].title], [item, *beside], x=name)
        if item.who:
            yield _posed(rnd, _WHO, [item.who], [item], x=name, do=item.done)
        if item.room:
            yield _posed(rnd, _WHERE, [item.room], [item], x=name)
    for number in sorted({item.day for item in made.items}):
        day = made.first + timedelta(number)
        own = [item for item in made.items if item.day == number]
        eve = datetime.combine(day - timedelta(1), time(19))
        for called, now in ((f"ngày {day.day}/{day.month}", None), ("ngày mai", eve), ("mai", eve)):
            yield _posed(rnd, _DAY, [item.title for item in own], own, now=now, d=called)
            for wordings, item in zip(_EDGES, (own[0], own[-1]), strict=True):
                yield _posed(rnd, wordings, [item.title], [item], now=now, d=called)


def _posed(
    rnd: random.Random, wordings: str, holds: list[str], of: list[Item], now: datetime | None = None, **named: str
) -> Posed:
    text = rnd.choice(_OPENINGS) + rnd.choice(wordings.split("|")).format(**named) + rnd.choice(_CLOSINGS)
    how = rnd.random()
    if how < 0.25:
        text = fold(text)
    elif how < 0.4:
        text = text.replace("mấy giờ", "mấy h").replace(" gì", " j").replace("được", "dc").replace("phút", "p")
    hours = frozenset(_hour(minute) for item in of for minute in (item.start, item.end))
    return Posed(text, now, tuple((search_key(held),) for held in holds), hours)


def _hour(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"


def holds(posed: Posed, words: str) -> bool:
    """Whether an answer says what is right, and names the hours of no other item."""
    bare = search_key(re.sub(r"<[^>]+>", " ", words))
    if not all(any(search_key(held) in bare for held in group) for group in posed.holds):
        return False
    return posed.hours is None or set(re.findall(r"\d\d:\d\d", words)) <= posed.hours
