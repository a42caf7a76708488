"""More time for a task, in the words of those who ask for it: "xin lùi đến thứ 6", "mai em nộp", "cho thêm 2 ngày".

Read as `domain.taskwords` reads everything: text as typed, and the same folded in place.
"""

import re
from dataclasses import dataclass
from datetime import date

from domain.dates import find_impossible
from domain.deadlines import dated
from domain.roughdays import rough_day
from domain.when import Offset, find_when


@dataclass(frozen=True, slots=True)
class Later:
    """More time is asked for: until a day in words, or so many days more; without both, nobody knows yet how long."""

    until: str | None = None
    days: int | None = None


def whole_words(*alternatives: str) -> re.Pattern[str]:
    """Any of these, as whole words."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


_NUMBERS = {"mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7, "muoi": 10}
_DELAYS = (
    r"(?:lui|gia han|doi han|doi ngay|doi thoi gian|(?<!lien )hoan(?! (?:thanh|tat|thien|toan|chinh))|"
    r"noi han|keo dai|tre|khat|"
    r"(?:nop|gui|bao cao|xong|lam|xin) (?:cham|muon)|cham (?:lai|han)|cham \w+ (?:ngay|hom|bua|tuan)|xin cham|xin muon|"
    r"(?:xin|cho)(?: \w+){0,4}? (?:it|may|vai) (?:ngay|hom|bua)|"
    r"(?:xin|cho|cho em|cho ben em|cho don vi|cho phep) them|them (?:thoi gian|it|chut|may ngay))"
)
_DELAY = whole_words(_DELAYS)
_MOVED = re.compile(r"(?<!\w)dời(?!\w)|(?<!\w)(?:doi|hen) (?:sang|den|qua|lai)(?!\w)", re.IGNORECASE)
_LATE = whole_words(
    r"(?:khong|chua|chang) kip",
    r"khong (?:the )?(?:xong|hoan thanh)(?: \w+)? truoc",
    r"chua (?:xong|lam|nop|gui) kip",
    r"(?:xin|cho) (?:\w+ ){0,3}?\d{1,2} (?:ngay|hom|bua|tuan) nua",
    r"(?:xin|cho) (?:\w+ ){0,3}?(?:den|toi|nop|gui)",
)
_COUNT = (
    r"(?<!thu )(?P<count>\d{1,2}|mot|hai|ba|bon|nam|sau|bay|muoi)\s+"
    r"(?:ngay|hom|bua|tuan)(?! (?:roi|truoc|nay)(?!\w))"
)
_MORE = re.compile(rf"(?<!\w)(?:lui|cham|them|gia han|keo dai|hoan|tre|khat|xin|cho)(?: \w+){{0,4}}? {_COUNT}(?!\w)")
_TAIL = re.compile(r"(?<!\w)(?:den|sang|toi|qua|vao|lai)(?!\w)\s+(?P<until>.+)$")
_LEAP_YEAR = 2024
"""Whether words name a day does not hang on the year, 29 February aside."""
_ANY_DAY = date(_LEAP_YEAR, 1, 1)
_I = r"(?:em|toi|minh|chung toi|don vi|phong|xa|phuong|ubnd|co quan|ben (?:em|minh|toi|nay)|van phong)"
_WILL_SEND = whole_words(
    rf"(?:{_I}|moi|se|xin|hen)(?: \w+){{0,6}}? "
    r"(?:gui|nop|xong|hoan thanh|ban giao|trinh(?! bay))(?! (?:cho )?(?:em|toi)\b)",
    r"cho (?:nop|gui)",
    r"(?:gui|nop|bao cao) duoc khong",
    r"moi (?:co|duoc|xong|kip)(?! \d)",
)
_PROMISED = re.compile(
    r"^(?:ok |vang |da |du kien |chac )*(?:(?:sang|trua|chieu|toi) )?"
    r"(?:mai|mot|ngay \w+|thu \w+|t\d|tuan \w+|cuoi \w+|\S*\d\S*)"
    r"(?: \w+){0,3}? (?:xong|hoan thanh|hoan tat)(?: (?:a|ah|nhe|nha|thoi))*$"
    r"|(?<!\w)(?:hoan thanh|hoan tat|xong) (?:vao|trong)(?!\w)"
)
"""A day to come, and then "done": "mai xong", "thứ 6 hoàn thành ạ", "hoàn thành vào thứ 6"."""
_ALREADY = whole_words("da", "vua", "roi", "tu", "hom qua")


def later(said: str, folded: str) -> Later | None:
    """More time in so many words, or a day to come on which the person means to send it."""
    delayed = _DELAY.search(folded) or _MOVED.search(said)
    if delayed and (more := _MORE.search(folded)):
        return _so_many(more)
    named = _names_a_day(said)
    if delayed:
        tail = _TAIL.search(folded, delayed.start())
        if tail is not None and _names_a_day(said[tail.start("until") :]):
            return Later(until=said[tail.start("until") :])
        return Later(until=said if named else None)
    if _LATE.search(folded) and (more := _MORE.search(folded)):
        return _so_many(more)
    if not named or _ALREADY.search(folded):
        return None
    promised = _PROMISED.search(folded) and not _names_today(said)
    return Later(until=said) if promised or _LATE.search(folded) or _WILL_SEND.search(folded) else None


def _names_a_day(text: str) -> bool:
    """Whether the words name a day that is not over, be it one that no calendar has (31/6 is answered as such)."""
    day = find_when(dated(text), default_year=_LEAP_YEAR).day
    if isinstance(day, Offset):
        return day.days >= 0
    return day is not None or bool(find_impossible(text)) or rough_day(text, _ANY_DAY) is not None


def _names_today(text: str) -> bool:
    day = find_when(dated(text), default_year=_LEAP_YEAR).day
    return isinstance(day, Offset) and day.days == 0


def _so_many(more: re.Match[str]) -> Later:
    count = _NUMBERS.get(more["count"]) or int(more["count"])
    return Later(days=count * 7 if "tuan" in more[0].split()[-1] else count)
