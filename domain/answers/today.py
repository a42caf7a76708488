"""Answers about the present day: what is left from now till noon, whether the conference is on that day."""

import re
from dataclasses import replace
from datetime import date, datetime, time

from domain.answers import sequence
from domain.answers.agenda import default_day, not_over
from domain.answers.asked import Asked, sources_of
from domain.answers.division_days import between_rounds
from domain.answers.entries import Sort
from domain.answers.phrases import words_in
from domain.answers.reading import understand
from domain.answers.values import Answer, ConferenceTimes, DayPlan
from domain.answers.whole import conference_times
from domain.conference import Session, SessionState
from domain.when import DayOfMonth, Days, Offset

_TILL = re.compile(
    r"\btu (?:bay gio|hien gio|luc nay|bay chu|gio|nay|hien tai|day)(?: nay)? (?:cho )?(?:den|toi) (?P<end>.+)"
    r"|\bfrom now (?:till|until|to) (?P<until>.+)"
)
_LEFT = re.compile(
    r"\bcon (?:lai )?(?:may|bao nhieu) (?:muc|phan|noi dung|tiet muc|bai|phien|chuyen de|khau)(?: nao| gi)?(?: nua)?"
    r"(?: (?:thi|moi|la|se))*(?: (?:den|toi) (?P<end>.+?)|(?P<until> xong| het| ket thuc| tan| ve)?)"
    r"(?: (?:vay|a|the|nhi|em|anh|chi))*$"
)
""" "Còn mấy mục nữa thì xong": what is left of the day, or until an item."""

_WHERE_NOW = words_in(
    """
    gio bay nay hien tai dang luc thi la o di den toi qua dau roi cho nao khuc doan moi nguoi ca nha nhom lop dai bieu
    cac hoc vien khach chung ta minh em anh chi ban to chuc hoi nghi chuong trinh vay the ha nhi a z v day do xin cho
    hoi biet nguoi tat @delegate @guest @student where is are the group party delegation everyone everybody we they
    people now right at moment currently delegates guests
    """
)
"""Words of which nothing else is asked than where everybody is at this moment."""
_AT_PRESENT = re.compile(
    r"\b(?:dang|bay gio|gio nay|luc nay|hien tai|hien gio|gio|now|currently)\b.*\b(?:dau|cho nao|khuc nao|where)\b"
    r"|\b(?:dau|cho nao) (?:\w+ )?(?:roi|bay gio|gio nay|luc nay)\b|\bwhere (?:is|are)\b.*\b(?:now|currently|moment)\b"
)
_SOMEBODY = re.compile(
    r"\b(?:doan|moi nguoi|ca nha|nhom|lop|dai bieu|hoc vien|khach|chung|group|party|every\w+|we|they|people|delegates"
    r"|guests|delegation)\b"
)


def where_now(asked: Asked) -> Answer | None:
    """ "Giờ này đoàn đang ở đâu": what is on at this moment, on a day of the conference."""
    if asked.now is None or asked.now.date() not in asked.index.days or asked.u.when.day is not None:
        return None
    key = asked.u.key
    if not _AT_PRESENT.search(key) or not _SOMEBODY.search(key) or not {*key.split()} <= _WHERE_NOW:
        return None
    return sequence.now_next(asked, "now")


_HALVES = (
    (
        re.compile(r"^(?:luc |khi |gio )?(?:cuoi |het )?(?:buoi )?(?:trua|sang|an trua|nghi trua|noon|lunch)\b"),
        time(13),
    ),
    (re.compile(r"^(?:luc |cuoi |het )?(?:buoi )?(?:chieu|afternoon)\b(?! toi)"), time(18)),
    (
        re.compile(r"^(?:luc |cuoi |het )?(?:buoi )?(?:toi|dem|khuya|ve|gio ve|tan|het|xong|cuoi|ket thuc|evening)\b"),
        time.max,
    ),
)


def till_then(asked: Asked) -> Answer | None:
    """ "Từ giờ tới trưa còn những mục gì": what is on or ahead on this day and begins before then."""
    found = _TILL.search(asked.u.key) or _LEFT.search(asked.u.key)
    now = asked.now
    if found is None or now is None or now.date() not in asked.index.days:
        return None
    until = _end(asked, found["end"] or found["until"] or "het", now)
    if until is None:
        return None
    children = asked.index.children
    today = [s for s in asked.index.programme.sessions if s.day == now.date() and s.state is not SessionState.CANCELLED]
    timed = [s for s in today if s.start is not None and s.start <= until and s.id not in children]
    listed = [session for session in timed if not_over(asked, session, now)]
    return DayPlan(
        first=now.date(),
        last=now.date(),
        part=None,
        lines=asked.lines(listed),
        remaining=True,
        known=asked.known,
        sources=sources_of(listed),
    )


def _end(asked: Asked, words: str, now: datetime) -> time | None:
    """The hour till which is asked: the end of a part of the day, or the beginning of an item of this day."""
    for pattern, hour in _HALVES:
        if pattern.search(words.strip()):
            return hour
    units = asked.specific(understand(words, asked.index).content)
    hits = asked.best(asked.index.search(units, Sort.SESSION))
    days = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Session) and hit.entry.ref.day == now.date()]
    return next((session.start for session in days if session.start is not None), None)


def from_then(asked: Asked) -> Answer | None:
    """ "Từ 20h có những gì": what begins at that hour of the day or after it."""
    clock, days = asked.u.when.clock, asked.days or default_day(asked)
    if clock is None or days is None or days.first != days.last or not _FROM.search(asked.u.text.lower()):
        return None
    children = asked.index.children
    timed = [s for s in asked.index.programme.sessions if s.day == days.first and s.id not in children]
    listed = [s for s in timed if s.start is not None and s.start >= clock and s.state is not SessionState.CANCELLED]
    if not listed:
        return None
    lines, told = asked.lines(listed), sources_of(listed)
    return DayPlan(first=days.first, last=days.last, part=None, lines=lines, known=asked.known, sources=told)


_FROM = re.compile(
    r"\b(?:từ|tu|sau) \d{1,2} ?(?:h|g|giờ|gio|:)\d{0,2}(?: ?(?:sáng|chiều|tối|sang|chieu|toi))?"
    r"(?: (?:trở đi|tro di|trở về sau))? (?:thì |thi |còn |con |có |co |là |la |diễn ra |dien ra )*"
    r"(?:những|nhung|các|cac|gì|gi)\b"
)


def so_far(asked: Asked) -> Answer | None:
    """ "Họp xong chưa", "has it started yet": how far the programme is at this hour."""
    if asked.now is None or not _SO_FAR.search(asked.u.key) or _something_else(asked):
        return None
    return sequence.now_next(asked, "now")


_SO_FAR = re.compile(
    r"\b(?:xong|ket thuc|tan|het|bat dau|khai mac|vao hop|vao hoc|vao le|dien ra|be mac)(?: \w+){0,2} (?:chua|ch)\b"
    r"(?: (?:a|vay|the|nhi|em|anh|chi|ad|z|v))*$"
    r"|\b(?:has|have|did) (?:it|the \w+|they|we) (?:\w+ )?(?:started|start|begun|finished|ended|end)\b"
    r"|\bis it over\b|\bover yet\b"
)


def is_it_today(asked: Asked) -> Answer | None:
    """ "Hôm nay đã phải ngày họp chưa", "vẫn ngày 17/10 phải không": when it is, where that is on no such day."""
    asks = _IS_IT if isinstance(asked.u.when.day, Offset) else _IS_IT_ON
    if asked.u.when.day is None or not asks.search(asked.u.key) or _something_else(asked):
        return None
    if asked.days is None or any(day in asked.days for day in _held_on(asked)):
        return None
    if between_rounds(asked.index, asked.days.first):
        return None  # nothing is on between two classes, though the whole is not over
    found = conference_times(asked)
    alone = isinstance(asked.u.when.day, Days | DayOfMonth) and asked.days.first == asked.days.last
    if isinstance(found, ConferenceTimes) and asked.known.starts_on is not None and alone:
        return replace(found, denied=asked.days.first)
    return found


def _held_on(asked: Asked) -> tuple[date, ...]:
    known = asked.known
    ends = (known.starts_on, known.ends_on) if known.starts_on is not None else ()
    return (*asked.index.days, *(day for day in ends if day is not None))


_EVENT = r"(?:hop|hoi nghi|dai hoi|hoi thao|le|khai mac|hoc|tap huan|dien ra|to chuc|su kien|hn)"
_IS_IT = re.compile(
    rf"\b(?:da |co |co phai |phai |la |dung )+(?:den |toi |la )?(?:ngay |hom |bua |buoi )?(?:\w+ )?{_EVENT}\b.*"
    r"\b(?:khong|ko|k|chua|phai khong|dung khong|ha|nhi|a)\b"
    rf"|\b{_EVENT}\b.*\b(?:phai khong|dung khong|phai ko|dung ko|ha)\b"
    r"|\bis (?:the )?(?:\w+ )?(?:conference|meeting|congress|workshop|ceremony|it)\b.*\b(?:today|tomorrow)\b"
)


_IS_IT_ON = re.compile(
    r"\b(?:phai|dung|chac) (?:khong|ko|k|chua|vay|roi)\b|\b(?:van|con|co phai|co dung|phai la)\b.*"
    r"\b(?:khong|ko|chua|ha|chu|nhi|a)\b|\bha$|\b(?:still|right|correct)\b|^(?:is|was|will) (?:the |it )"
)
"""Asks whether a day that is named is the one."""


def _something_else(asked: Asked) -> bool:
    """Whether something is named besides the conference and that one meets."""
    own = asked.index.own_units
    return any(unit.code not in own and unit.code not in _MEETING for unit in asked.specific())


_MEETING = words_in(
    """
    hop hoc phai ngay hom buoi bua den toi da chua hoi nghi dung xong ket thuc tan bat dau dien ra vao
    it started start begun finished ended over yet
    van con chac la to chuc du lich cu nhu doi ha chu sang chieu still held right correct date
    """
)
