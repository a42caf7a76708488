"""When the conference as a whole is: its days, its first item, the one that opens it, its last."""

import re
from dataclasses import replace
from datetime import date, datetime

from domain.answers.asked import Asked
from domain.answers.asking_words import WHICH_DAY, WHICH_HOUR
from domain.answers.entries import Sort
from domain.answers.index import local
from domain.answers.main_event import begins_at
from domain.answers.query import Kind
from domain.answers.texts import read
from domain.answers.values import Answer, ConferenceTimes, Sources
from domain.conference import Session


def instant_of(session: Session) -> datetime:
    return datetime.combine(session.day or date.max, session.start or datetime.max.time())


_BEGINS = r"\b(?:bat dau|khai mac|begins?|starts?|beginning)\b"
_ENDS = r"\b(?:ket thuc|tan|xong|het|be mac|ends?|finish\w*|ending|over)\b"
_HOUR = rf"(?:{WHICH_HOUR})"
_BOTH_ENDS = re.compile(
    rf"{_BEGINS}.*\b{_HOUR}.*{_ENDS}.*\b{_HOUR}|{_BEGINS}.*\b{_HOUR} (?:va|roi|and)\b.*{_ENDS}"
    rf"|{_HOUR} (?:\w+ )?{_BEGINS}.*\b{_HOUR} (?:thi )?{_ENDS}|{_HOUR} (?:\w+ )?{_BEGINS} (?:va|and|roi)\b.*{_ENDS}"
    rf"|\bwhen (?:does|do|is|will) .*{_BEGINS} and .*{_ENDS}|\bfrom when (?:to|until|till) when\b"
    rf"|\b{_HOUR} (?:\w+ )?(?:den|toi) (?:\w+ )?{_HOUR}\b"
    rf"|{_BEGINS}(?: time)? (?:and|va) (?:when |does |it |the )*{_ENDS}"
)
""" "Mấy giờ bắt đầu, mấy giờ kết thúc", "từ mấy giờ đến mấy giờ": both ends in one question."""


def asks_both_ends(asked: Asked) -> bool:
    return _BOTH_ENDS.search(asked.u.key) is not None


def asks_end_alone(asked: Asked) -> bool:
    """Whether the end alone is asked for: not with the beginning, and not "từ ngày nào đến ngày nào"."""
    return asked.u.asks(Kind.END) and not _FROM.search(asked.u.key) and not asks_both_ends(asked)


_FROM = re.compile(
    r"(?<!thu )\btu (?:may|luc|khi|ngay|hom|gio|bao gio|sang|chieu|dau|nao|\d)"
    r"|(?<!thu )\btu (?=.*\b(?:den|toi) (?:may|luc|khi|ngay|hom|gio|bao))"
)


def _holds_all(asked: Asked, last: Session) -> bool:
    """Whether the last item with an hour is the whole with its parts: it tells when it begins, and no end."""
    return last.end is None and bool(asked.index.children.get(last.id))


def conference_times(asked: Asked, kind: str = "start") -> Answer:
    """When the conference is."""
    if kind == "duration" and not asked.conference.duration and asked.known.starts_on is None:
        return asked.no_information("duration")
    sessions = asked.index.programme.sessions
    undated = all(session.day is None for session in sessions)
    timed = sorted((s for s in sessions if s.start is not None and (undated or s.day is not None)), key=instant_of)
    if asked.known.opens is not None and asked.known.starts_on is not None:
        timed = [s for s in timed if s.day is not None and s.day >= asked.known.starts_on] or timed
    if (begins := begins_at(asked.index.programme)) is not None:
        timed = [session for session in timed if instant_of(session) >= begins.replace(tzinfo=None)] or timed
    opening = _opening(asked)
    opens = opening is not None and kind == "start" and any(unit.code == "@opening" for unit in asked.u.content)
    opening = opening if opens else next((s for s in timed if _ALL_BEGINS.match(s.title)), opening)
    first = opening if opens else timed[0] if timed else None
    last = closing(timed) if timed and not _holds_all(asked, closing(timed)) else None
    lasting = kind == "duration" and not asked.conference.duration  # then its ends tell how long it is
    both = (lasting or (kind == "start" and asks_both_ends(asked))) and asked.known.closes is None
    return ConferenceTimes(
        title=asked.conference.title,
        known=asked.known,
        first=asked.line(first) if first else None,
        main=asked.line(opening) if opening is not None and opening is not first else None,
        last=asked.line(last) if last is not None and (both or kind == "end") else None,
        duration=asked.conference.duration,
        asked="both" if both else kind,
        open_end=kind == "end" and _lacks_end(asked, last),
        place=asked.venue if asked.u.asks(Kind.WHERE) or asked.u.asks(Kind.ROOM) else None,
        sources=_times_source(asked),
    )


def days_at_all(asked: Asked) -> Answer:
    """How many days there are, to who asks about another one, and when."""
    found = conference_times(asked, "duration" if asked.index.days else "start")
    return replace(found, only_days=len(asked.index.days) or None) if isinstance(found, ConferenceTimes) else found


_ALL_BEGINS = re.compile(
    r"(?:hội nghị|hội thảo|đại hội|buổi lễ|lễ|tọa đàm|cuộc họp) (?:được )?bắt đầu\b", re.IGNORECASE
)
"""The item that says that all begins with it: "Hội nghị bắt đầu bằng hai tiết mục văn nghệ", after the registration."""


def _lacks_end(asked: Asked, last: Session | None) -> bool:
    """Whether the plan tells neither the hour at which all is over nor, where a day will do, the last day."""
    if asked.known.closes is not None or (last is not None and (last.end is not None or ends_it(last))):
        return False
    if asked.known.starts_on is None:
        return False  # that no day is known yet is what there is to tell
    ends_on = asked.known.ends_on
    day_told = ends_on is not None and (ends_on != asked.known.starts_on or _DAY_ASKED.search(asked.u.key) is not None)
    return not day_told or _HOUR_ASKED.search(asked.u.key) is not None


def ends_it(session: Session) -> bool:
    """Whether an item is itself the end: the closing, the way home."""
    return "closing" in _things(session) or _OVER.search(session.title) is not None


_OVER = re.compile(
    r"\b(?:bế mạc|bế giảng|kết thúc|ra về|chia tay|tiễn đoàn|trả phòng|lên xe về|closing|departure|check-out)\b", re.I
)

_HOUR_ASKED = re.compile(rf"\b(?:{WHICH_HOUR}|what time)\b")
_DAY_ASKED = re.compile(rf"\b(?:{WHICH_DAY}|what day|which day)\b")


def closing(timed: list[Session]) -> Session:
    """The last item of all, or the one that closes the conference, before a meal or the way home."""
    last = working_end(timed)
    return last if last.day == timed[-1].day and ends_it(last) else timed[-1]


def working_end(timed: list[Session]) -> Session:
    """The last item of all that is no meal, party or way home, where there is one on that day."""
    behind = len(timed)
    while behind and "meals" in _things(timed[behind - 1]) and timed[behind - 1].day == timed[-1].day:
        behind -= 1
    return timed[behind - 1] if behind else timed[-1]


def _things(session: Session) -> set[str]:
    return {code for _, code in read(session.title)[1]} | ({"meals"} if _TOGETHER.match(session.title) else set())


_TOGETHER = re.compile(
    r"(?:tiệc|liên hoan|gala dinner|giao lưu|cơm thân mật|chia tay|tiễn|ra về|trả phòng|return|departure|party|banquet"
    r"|reception)\b",
    re.IGNORECASE,
)


def _times_source(asked: Asked) -> Sources:
    """The line that tells when the whole is: that of its first day, else the first of all."""
    moments = asked.index.programme.moments
    own = [m for m in moments if m.start is not None and local(m.start)[0] == asked.conference.starts_on]
    return tuple(m.source for m in (own or moments)[:1] if m.source)


def _opening(asked: Asked) -> Session | None:
    """The session that opens the conference, or the main one."""
    hits = asked.index.search((asked.index.unit("@opening", "", 0),), Sort.SESSION)
    found = [hit.entry.ref for hit in hits if isinstance(hit.entry.ref, Session) and "@opening" in hit.entry.own]
    timed = [session for session in found if asked.start_of(session) is not None]
    if timed:
        return timed[0]
    main = main_session(asked)
    return main if main is not None and main.start is not None else None


def main_session(asked: Asked) -> Session | None:
    """The session with the most parts, or else the one most like the conference's title."""
    children = asked.index.children
    if children:
        return asked.index.sessions.get(max(children, key=lambda number: len(children[number])))
    units = tuple(asked.index.unit(code, "", place) for place, code in enumerate(sorted(asked.index.title_units)))
    hits = asked.index.search(units, Sort.SESSION)
    if hits and hits[0].coverage >= 0.5 and isinstance(hits[0].entry.ref, Session):
        return hits[0].entry.ref
    return None
