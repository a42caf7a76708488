"""Answers about the order of things: a day, the whole agenda, what is on, what comes next, what stands beside."""

import re
from collections import Counter
from datetime import date, datetime, time

from domain.answers.asked import Asked, sources_of
from domain.answers.division_days import is_untold
from domain.answers.entries import Sort
from domain.answers.people import ATTENDING
from domain.answers.phrases import words_in
from domain.answers.stated_days import stated_for
from domain.answers.texts import letters_of, meanings
from domain.answers.tracks import in_named_room
from domain.answers.values import (
    AgendaDay,
    Answer,
    DayPlan,
    Deadline,
    NeedDate,
    WholeAgenda,
)
from domain.answers.whole import days_at_all
from domain.conference import Moment, Session, Task
from domain.dates import DayPart
from domain.when import DayRange, DayReference, NthDay, Weekday


def day_plan(asked: Asked) -> Answer | None:
    """What is on, on the named day or in the named part of it."""
    when = asked.u.when
    if when.day is not None and _is_beyond(asked, when.day):
        return days_at_all(asked)
    if when.day is not None and asked.days is None:
        return NeedDate() if asked.now is None else None
    days = asked.days
    if days is None:
        days = default_day(asked)
    if days is None:
        part = when.part if any(session.start for session in asked.index.programme.sessions) else None
        return whole_agenda(asked, part) if asked.index.programme.sessions else None
    sessions = [s for s in asked.index.programme.sessions if s.day is not None and s.day in days]
    listed = [s for s in sessions if when.part is None or (_covers(asked, s))]
    listed = in_named_room(asked, listed) or side_by_side(asked, listed) or _without_untimed_parts(asked, listed)
    sessions = _without_untimed_parts(asked, sessions)
    remaining = "con" in asked.u.words and asked.now is not None and asked.now.date() in days
    if remaining and asked.now is not None:
        listed = [s for s in listed if not_over(asked, s, asked.now)]
    if (
        not listed
        and (not asked.specific() or asked.only_conference())
        and (stated := stated_for(asked, days)) is not None
    ):
        return stated
    undated = [s for s in asked.index.programme.sessions if s.day is None and _covers(asked, s)]
    if undated and not sessions and when.day is None and {u.code for u in asked.specific()} <= ATTENDING:
        return whole_agenda(asked, when.part)  # an agenda that holds on several days
    if not sessions and asked.specific():
        return _due(asked, days) or stated_for(asked, days)
    if not sessions and is_untold(asked.index, asked.known, days.first):
        return asked.no_information("other")
    later = [day for day in asked.index.days if day >= days.first]
    hourless = not listed and bool(sessions) and not any(map(asked.start_of, sessions))
    return DayPlan(
        first=days.first,
        last=days.last,
        part=when.part,
        lines=asked.lines(sessions if hourless else listed),
        hourless=hourless,
        otherwise=asked.lines(_around(asked, sessions, when.part)) if not listed and when.part is not None else (),
        nearest=(later[0] if later else asked.index.days[-1]) if asked.index.days and not sessions else None,
        remaining=remaining,
        known=asked.known,
        sources=sources_of(listed),
    )


def _is_beyond(asked: Asked, day: DayReference) -> bool:
    """Whether a day is named by its place in the conference which has not so many: the second one of one day."""
    nth = day.number if isinstance(day, NthDay) else day.nth if isinstance(day, Weekday) else None
    held = asked.index.days
    weekday = isinstance(day, Weekday) and any(each.weekday() == day.weekday for each in held)
    return nth is not None and (nth > len(held) or not held) and not weekday


def _around(asked: Asked, sessions: list[Session], part: DayPart) -> list[Session]:
    """What is last before a part of a day that holds nothing, and first after it; nothing of several days."""
    if len({session.day for session in sessions}) != 1:
        return []
    timed = [(start, session) for session in sessions if (start := asked.start_of(session)) is not None]
    before = [session for start, session in timed if part.is_after(start)]
    behind = [session for start, session in timed if not part.is_after(start)]
    return [*before[-1:], *behind[:1]]


def side_by_side(asked: Asked, sessions: list[Session]) -> list[Session]:
    """ "Các phiên song song": those that begin together in different rooms, where they are asked for."""
    if not _PARALLEL.search(asked.u.key):
        return []
    roomed = [s for s in sessions if s.start is not None and (s.room or s.place)]
    begins = Counter((session.day, session.start) for session in roomed)
    return [session for session in roomed if begins[session.day, session.start] > 1]


_PARALLEL = re.compile(r"\b(?:song song|parallel|cung luc)\b")


def _due(asked: Asked, days: DayRange) -> Answer | None:
    """On a day without sessions something particular may be due."""
    due = [
        hit.entry.ref
        for hit in asked.index.search(asked.specific(), Sort.TASK)
        if isinstance(hit.entry.ref, Task) and hit.entry.ref.deadline and hit.entry.ref.deadline.date() in days
    ]
    if not due:
        return None
    return Deadline(tasks=tuple(asked.task_line(task) for task in due[:2]), sources=sources_of(due[:2]))


def _without_untimed_parts(asked: Asked, sessions: list[Session]) -> list[Session]:
    """Without the parts that have no time of their own when the session they belong to stands there with its.

    Those of a part that is called by its place in the programme alone ("Phiên trù bị") are what the day holds.
    """
    timed = {s.id: s.title for s in sessions if s.start is not None}
    told = {part for part, title in timed.items() if not _ONLY_A_PART.match(letters_of(title))}
    left = [s for s in sessions if s.start is not None or s.parent not in told]
    return left if len(left) <= _MUCH else [s for s in left if s.start is not None or s.parent not in timed]


_ONLY_A_PART = re.compile(r"(?:phien (?:tru bi|chinh thuc|thu|\w{1,3}\b)|(?:buoi )?(?:sang|chieu|toi)\b|phan\b|ngay\b)")
_MUCH = 20
"""Most lines that are shown of a day."""


def default_day(asked: Asked) -> DayRange | None:
    days = asked.index.days
    if asked.context is not None and asked.context.day is not None:
        return DayRange(asked.context.day, asked.context.day)
    if asked.now is not None and asked.now.date() in days:
        return DayRange(asked.now.date(), asked.now.date())
    if len(days) == 1:
        return DayRange(days[0], days[0])
    return DayRange(days[0], days[-1]) if days else None


def _covers(asked: Asked, session: Session) -> bool:
    start = asked.start_of(session)
    part = asked.u.when.part
    if start is None or part is None:
        return False
    late = part is DayPart.AFTERNOON and _TILL_NIGHT.search(asked.u.key) is not None
    return part.covers(start) or (late and DayPart.EVENING.covers(start))


_TILL_NIGHT = re.compile(r"\bchieu (?:va |den )?toi\b")


def not_over(asked: Asked, session: Session, now: datetime) -> bool:
    parts = asked.index.children.get(session.id, ())
    if session.start is None and parts:
        return any(not_over(asked, part, now) for part in parts)
    if session.day is None or session.start is None:
        return session.day is not None and session.day >= now.date()
    ends = {s.id: end for s, _, end in asked.timeline(session.day)}
    return ends.get(session.id, now) > now


def whole_agenda(asked: Asked, part: DayPart | None = None) -> Answer | None:
    """Every item, by day; the parts of one session if that one is named; of one part of the day where it is."""
    sessions = [s for s in asked.index.programme.sessions if part is None or _covers(asked, s)]
    if not sessions:
        return None
    named = [s for s in asked.sessions(asked.u.content, 0.8) if s.id in asked.index.children]
    if not named and _about_something_else(asked):
        return None
    if len(named) == 1:
        sessions = list(asked.index.children[named[0].id])
    days: dict[date | None, list[Session]] = {}
    for session in sessions:
        days.setdefault(session.day, []).append(session)
    return WholeAgenda(
        title=named[0].title if len(named) == 1 else asked.conference.title,
        days=tuple(AgendaDay(day, asked.lines(listed)) for day, listed in days.items()),
        known=asked.known,
    )


def of_one_noun(asked: Asked) -> Answer | None:
    """ "Những chuyên đề nào": the items that are called so, or the lines of the paper that begin so."""
    sessions = called_by_noun(asked)
    return by_days(asked, sessions) if 1 < len(sessions) <= MOST_OF_NOUN else None


def by_days(asked: Asked, sessions: list[Session]) -> WholeAgenda:
    """Some items of the agenda under their days."""
    days: dict[date | None, list[Session]] = {}
    for session in sessions:
        days.setdefault(session.day, []).append(session)
    listed = tuple(AgendaDay(day, asked.lines(of_day)) for day, of_day in days.items())
    return WholeAgenda(title=asked.conference.title, days=listed, known=asked.known, sources=sources_of(sessions))


def called_by_noun(asked: Asked) -> list[Session]:
    """The items that bear the one noun of which all are asked for; none where the question is another."""
    noun = {unit.code for unit in asked.specific() if unit.code not in ATTENDING | _LEARNING}
    if not noun or not _WHICH.search(asked.u.key):
        return []
    sessions = [s for s in asked.index.programme.sessions if noun <= meanings(" ".join(s.title.split()[:_HEAD]))]
    return [session for session in sessions if asked.in_scope(session)]


_WHICH = re.compile(r"\b(?:nhung|cac) (?:\w+ ){1,2}(?:nao|gi)\b|\bwhich\b|\bwhat are the\b")
_LEARNING = words_in("quan triet trien khai nghien cuu")
_HEAD = 4
"""How many of its first words tell what an item is called."""

MOST_OF_NOUN = 12

NOON = 12


def parts_of(asked: Asked) -> Answer | None:
    """ "Phiên hai gồm những gì": the parts of the one item named, where the plan lists them."""
    found = [s for s in asked.sessions(asked.u.content, 0.8) if s.id in asked.index.children]
    if len(found) != 1:
        return None
    parts = asked.lines(asked.index.children[found[0].id])
    day = found[0].day or parts[0].day
    return WholeAgenda(title=found[0].title, days=(AgendaDay(day, parts),), known=asked.known)


def of_moment(asked: Asked) -> Answer | None:
    """ "Phiên trù bị làm những gì": the items of the half day (or of the day) at which the plan puts it."""
    hits = asked.best(asked.index.search(asked.specific(), Sort.MOMENT), 0.75)
    moment = hits[0].entry.ref if len(hits) == 1 else None
    if not isinstance(moment, Moment) or not isinstance(moment.start, datetime):
        return None
    starts = moment.start
    ends_late = isinstance(moment.end, datetime) and starts.hour < NOON <= moment.end.hour
    whole = ends_late or "cả ngày" in moment.text
    found = [s for s in asked.index.programme.sessions if s.day == starts.date() and asked.start_of(s) is not None]
    listed = [s for s in found if whole or _same_half(asked.start_of(s), starts)]
    if not listed:
        return None
    return WholeAgenda(title=moment.what, days=(AgendaDay(starts.date(), asked.lines(listed)),), known=asked.known)


def _same_half(start: time | None, of: datetime) -> bool:
    return start is not None and (start.hour < NOON) == (of.hour < NOON)


def _about_something_else(asked: Asked) -> bool:
    """Whether most of what the question names is something else than the conference itself."""
    specific = [unit for unit in asked.specific() if unit.code not in _AGENDA_WORDS]
    own = asked.index.own_units
    unknown = sum(unit.weight for unit in specific if unit.code not in own)
    return bool(specific) and unknown > 0.5 * sum(unit.weight for unit in specific)


_AGENDA_WORDS = words_in("noi dung hoat dong dien ra lam viec chi tiet day du toan bo xem lich trinh ca")
"""Words that go with an agenda as a whole."""
