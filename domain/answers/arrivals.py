"""When one has to be there: the hour that is stated, and the first item of the day or part that is meant."""

from dataclasses import replace
from datetime import date, datetime

from domain.answers import agenda, people
from domain.answers.asked import Asked
from domain.answers.contents import names_conference
from domain.answers.entries import Sort
from domain.answers.item_times import moment_times, session_times
from domain.answers.limits import MINUTES
from domain.answers.query import Unit
from domain.answers.texts import read
from domain.answers.values import (
    Answer,
    ConferenceTimes,
    MomentTimes,
    NeedDate,
    Quoted,
    SessionTimes,
)
from domain.answers.whole import asks_both_ends, asks_end_alone, conference_times, ends_it, instant_of
from domain.clocks import find_clocks
from domain.conference import Session, Task


def arrival(asked: Asked, leaving: bool = False) -> Answer | None:
    """When to be there, or until when: the first item of the day or part of it that the question names."""
    lines = [session for session in asked.index.programme.sessions if session.start is not None]
    if asked.u.when.day is not None or asked.u.when.part is not None:
        if asked.u.when.day is not None and asked.days is None:
            return NeedDate()
        lines = [session for session in lines if asked.in_scope(session)]
        if not lines:
            return agenda.day_plan(asked)
        several = len({session.day for session in lines}) > 1 and asked.u.when.day is None
        if leaving or asks_end_alone(asked):
            return _over(asked, lines)
        if not several and (held := _held_in_part(asked)) is not None:
            return held
        return _begun(asked, lines)
    units = tuple(unit for unit in asked.specific() if unit.code != "@arrival")
    if "arrival" in asked.u.concepts and (told := _asked_there(asked, units)) is not None:
        return told
    sessions = asked.sessions(units) if units and not asked.only_conference() else []
    first = [min(sessions, key=instant_of)] if sessions else []
    found = session_times(asked, first, "start") if first else conference_times(asked, "start")
    return replace(found, note=_arrival_note(asked)) if isinstance(found, SessionTimes | ConferenceTimes) else found


def _begun(asked: Asked, lines: list[Session]) -> Answer | None:
    """When the first work of each day or half of it begins; with the last of it where both ends are asked for."""
    firsts = [min(filter(_works, items), key=instant_of, default=items[0]) for items in _by_day(lines)]
    lasts = [max(lines, key=instant_of)] if asks_both_ends(asked) and len(firsts) == 1 else []
    shown = list(dict.fromkeys([*firsts, *lasts]))
    found = session_times(asked, shown, "start") or agenda.day_plan(asked)
    note = _arrival_note(asked, firsts[0]) if "arrival" in asked.u.concepts else None
    return replace(found, note=note) if isinstance(found, SessionTimes) else found


def _over(asked: Asked, lines: list[Session]) -> Answer | None:
    """When the work of each day or half of it is over: at the end of its last item, or when one goes to eat."""
    lasts = [_last(items) for items in _by_day(lines)]
    told = [session for session in lasts if session.end or ends_it(session) or not _works(session)] or lasts
    eating = any(not _works(session) for session in told)
    return session_times(asked, told, "start" if eating else "end") or agenda.day_plan(asked)


def _last(items: list[Session]) -> Session:
    """The last item, be it a meal, whose beginning tells the end of what was before, unless that closes it all."""
    working = max(filter(_works, items), key=instant_of, default=None)
    return working if working is not None and ends_it(working) else max(items, key=instant_of)


def _by_day(lines: list[Session]) -> list[list[Session]]:
    """The items of each day, first day first."""
    days = sorted({session.day or date.max for session in lines})
    return [[session for session in lines if (session.day or date.max) == day] for day in days]


def _works(session: Session) -> bool:
    """Whether an item is neither a meal nor the rest at noon."""
    return not {"meals", "lunch", "dinner"} & {code for _, code in read(session.title)[1]}


def _asked_there(asked: Asked, units: tuple[Unit, ...]) -> Quoted | None:
    """What the paper says of those who are named and have an hour of their own: "học sinh có mặt lúc 7h00"."""
    hits = asked.index.search(units, Sort.FACT, Sort.TASK) if units else ()
    for hit in hits:
        said = hit.entry.units.keys()
        if "@arrival" in said and all(unit.is_in(said) for unit in units):
            told = hit.entry.text if isinstance(hit.entry.ref, Task) else people.statement(asked, hit)
            return Quoted(texts=(told,)) if find_clocks(told) else None
    return None


def _held_in_part(asked: Asked) -> MomentTimes | None:
    """When that begins for which the named part of the day is: "Buổi chiều: Hội nghị sơ kết, từ 14g00"."""
    part = asked.u.when.part
    if part is None or "arrival" in asked.u.concepts or not asked.u.about_conference:
        return None
    moments = [m for m in asked.index.programme.moments if isinstance(m.start, datetime) and names_conference(m.what)]
    days = {m.start.date() for m in moments if isinstance(m.start, datetime)}
    held = [m for m in moments if isinstance(m.start, datetime) and part.covers(m.start.time())]
    if asked.days is not None:
        held = [m for m in held if isinstance(m.start, datetime) and m.start.date() in asked.days]
    return moment_times(asked, held[0]) if len(held) == 1 and (len(days) == 1 or asked.days is not None) else None


def _arrival_note(asked: Asked, before: Session | None = None) -> str | None:
    """What the plan says about being there early; of one item what may be meant for it, by its hour."""
    hits = asked.index.search((asked.index.unit("@arrival", "", 0),), Sort.FACT)
    texts = [hit.entry.text for hit in hits]
    if before is not None:
        texts = [text for text in texts if _shortly_before(text, before)]
    return texts[0] if texts else None


def _shortly_before(text: str, session: Session) -> bool:
    """Whether a text asks to be there some minutes early, or at an hour in the two before an item begins."""
    clocks = find_clocks(text)
    if not clocks:
        return bool(MINUTES.search(text))
    begins, there = session.start, clocks[0].clock
    return begins is not None and there <= begins and begins.hour - there.hour <= _EARLY


_EARLY = 2
"""Hours before an item that people are asked to be there at most."""
