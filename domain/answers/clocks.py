"""Answers that hang on the clock or on a place in the row: what is on at an hour, how long until, the third item."""

import re
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.answers import agenda, sequence
from domain.answers.asked import Asked, sources_of
from domain.answers.item_times import MOST_LINES, session_times
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.texts import codes_of
from domain.answers.values import (
    Answer,
    NeedDate,
    TimeLeft,
)
from domain.answers.whole import conference_times, working_end
from domain.conference import Session


def nth(asked: Asked) -> Answer | None:
    """The item that carries the number named, else the one at that place of the agenda (or of the day named)."""
    number = tuple(unit for unit in asked.u.content if _NUMBERED.match(unit.code))
    content = tuple(unit for unit in asked.u.content if unit.code not in _TALKING)
    nouns = {unit.code for unit in content} - {unit.code for unit in number}
    for units in () if nouns and nouns <= _PLAIN_NOUNS else (content, number):
        named = asked.sessions(units, 0.75)
        if len(named) == 1 and asked.u.asks(Kind.AGENDA) and (parts := agenda.parts_of(asked)) is not None:
            return parts
        if named and len(named) < MOST_LINES:
            return None if asked.u.asks(Kind.WHO) else session_times(asked, named, "start")
    items = [s for s in asked.index.programme.sessions if s.id not in asked.index.children and asked.in_scope(s)]
    numbered = any(map(_NUMBERED.match, (code for session in items for code in codes_of(session.title))))
    if numbered and not nouns <= _PLAIN_NOUNS:
        return asked.no_information("other")  # its items carry numbers of their own, and this one is not among them
    place = int(number[0].code[3:]) if number else 0
    return session_times(asked, [items[place - 1]], "start") if 0 < place <= len(items) else None


_TALKING = frozenset({"ban", "noi", "chuyen"})
"""What is done at every part: "phiên 2 bàn những gì"."""

_NUMBERED = re.compile(r"thu\d+$")


_PLAIN_NOUNS = frozenset({"muc", "noi", "dung", "item", "hoat", "dong"})
"""Nouns that count the lines of an agenda; "chuyên đề 2" is one that carries its number."""


def at_clock(asked: Asked) -> Answer | None:
    """What is on at a named clock time."""
    clock = asked.u.when.clock
    if clock is None:
        return None
    days = asked.days or agenda.default_day(asked)
    if days is None:
        return None
    found = []
    for day in asked.index.days:
        if day in days:
            at = datetime.combine(day, clock)
            found += [
                s for s, start, end in asked.timeline(day) if start <= at < max(end, start + timedelta(minutes=1))
            ]
    found = sequence.innermost(asked, found)
    codes = [unit.code for unit in asked.u.content if any(map(str.isdigit, unit.code))]
    roomed = [session for session in found if any(code in _whereabouts(asked, session) for code in codes)]
    found = roomed or found
    if not found:
        return None if asked.specific() else agenda.day_plan(asked)
    return session_times(asked, found, "start")


def _whereabouts(asked: Asked, session: Session) -> str:
    """The room of a session and what the session that it is a part of is called, in small letters."""
    parent = asked.index.sessions.get(session.parent) if session.parent is not None else None
    return f"{session.room or ''} {parent.title if parent else ''} {parent.room or '' if parent else ''}".casefold()


def time_left(asked: Asked) -> Answer | None:
    """How long until something begins, or until what is on ends."""
    if asked.now is None:
        return NeedDate() if asked.known.starts_on is not None else conference_times(asked)
    specific = asked.specific()
    ending = asked.u.asks(Kind.END) or bool(asked.u.words & _OVER)
    sessions = asked.sessions(asked.u.content) if specific and not asked.only_conference() else []
    if specific and not sessions and not asked.only_conference():
        return None
    if ending and not specific and not _THIS_ITEM.search(asked.u.key):
        sessions = _closing_of_day(asked, asked.now)
    chosen = _ahead(asked, sessions or list(asked.index.programme.sessions), asked.now, ending)
    if chosen is None:
        return conference_times(asked) if not sessions else session_times(asked, sessions, "start")
    session, instant, ending = chosen
    minutes = int((instant - asked.now).total_seconds() // 60)
    return TimeLeft(
        line=asked.line(session),
        minutes=abs(minutes),
        ending=ending,
        passed=minutes < 0,
        unix=int(instant.replace(tzinfo=ZoneInfo(asked.conference.timezone)).timestamp()),
        sources=sources_of([session]),
    )


_OVER = words_in("het ve tan xong")
_THIS_ITEM = re.compile(r"\b(?:phan|muc|bai|tiet muc|noi dung|phien|giai lao|item|session|talk) ?(?:nay|dang|this)?\b")


def _closing_of_day(asked: Asked, now: datetime) -> list[Session]:
    """The item with which the day on which something is on ends, or the whole where that is named or still to come."""
    days = [day for day in asked.index.days if asked.timeline(day)]
    if not days:
        return []
    today = now.date() in days and not asked.u.about_conference
    return [working_end([session for session, _, _ in asked.timeline(now.date() if today else days[-1])])]


Instant = tuple[Session, datetime, bool]


def _ahead(asked: Asked, sessions: list[Session], now: datetime, ending: bool) -> Instant | None:
    """The nearest beginning (or end) still ahead, else the last one past; None without any time.

    When the last item of a day is over nobody knows where the paper does not say it: then its beginning is told.
    """
    wanted = {session.id for session in sessions}
    instants: list[Instant] = []
    for day in asked.index.days:
        timeline = asked.timeline(day)
        for session, start, end in timeline:
            if session.id in wanted:
                ends = ending and (session.end is not None or start < timeline[-1][1])
                instants.append((session, end if ends else start, ends))
    for session in sessions if len(sessions) < 5 and not ending else ():
        begins = asked.start_of(session)
        if session.start is None and begins is not None and session.day is not None:
            instants.append((session, datetime.combine(session.day, begins), False))
    future = [each for each in instants if each[1] >= now]
    if future:
        return min(future, key=lambda each: each[1])
    return max(instants, key=lambda each: each[1]) if instants else None
