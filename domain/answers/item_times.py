"""When an item or a moment is, as an answer: its hours, what it lacks told by its parts or by the item behind it."""

import re
from dataclasses import replace
from datetime import datetime, time, timedelta
from itertools import dropwhile, takewhile

from domain.answers.asked import Asked, sources, sources_of
from domain.answers.index import local
from domain.answers.query import Kind
from domain.answers.statements import SENTENCE, beside_title
from domain.answers.texts import codes_of, meanings
from domain.answers.values import (
    Answer,
    Line,
    MomentTimes,
    Quoted,
    SessionTimes,
)
from domain.answers.whereabouts import common_place, place_in
from domain.answers.whole import asks_end_alone, ends_it, instant_of, working_end
from domain.conference import Moment, Session

MOST_LINES = 6


def session_times(asked: Asked, sessions: list[Session], kind: str) -> Answer | None:
    sessions = _of_present(asked, sessions)
    if len(sessions) > MOST_LINES:
        return None
    where = asked.u.asks(Kind.WHERE) or asked.u.asks(Kind.ROOM)
    lines = asked.placed_lines(sessions) if where else asked.lines(sessions)
    lines = tuple(_by_its_parts(asked, line) for line in lines)
    minutes = _minutes(asked, sessions[0]) if len(sessions) == 1 else None
    if kind == "duration" and minutes is None and not any(line.end for line in lines):
        return asked.no_information("duration")
    if where:
        lines = tuple(replace(line, place=line.place or common_place(asked.conference.venue)) for line in lines)
    return SessionTimes(
        lines=lines,
        known=asked.known,
        asked=kind,
        minutes=minutes,
        following=_following(asked, sessions[0]) if asked.u.asks(Kind.END) and len(lines) == 1 else None,
        note=_note_beside(asked, sessions[0]) if len(sessions) == 1 else None,
        where=where,
        open_end=kind == "end" and not any(line.end for line in lines) and not any(map(ends_it, sessions)),
        sources=sources_of(sessions),
    )


def _of_present(asked: Asked, sessions: list[Session]) -> list[Session]:
    """Of several items alike the one that is said to be on; of too many those of the present day."""
    if asked.now is None or len(sessions) < 2 or asked.u.when.day or asked.u.when.part:
        return sessions
    today = [session for session in sessions if session.day == asked.now.date()]
    if today and "dang" in asked.u.words:
        on = {s.id for s, start, end in asked.timeline(asked.now.date()) if start <= asked.now < end}
        return [session for session in today if session.id in on] or sessions
    return today if today and len(sessions) > MOST_LINES else sessions


def _note_beside(asked: Asked, session: Session) -> str | None:
    """What the row of an item says behind its title, where that is what was asked for and the title is not."""
    beside = beside_title(session)
    if not beside:
        return None
    wanted = {unit.code for unit in asked.specific()} - meanings(session.title)
    return next((text for text in SENTENCE.split(beside) if wanted & meanings(text)), None)


def _by_its_parts(asked: Asked, line: Line) -> Line:
    """A session without hours of its own lasts from its first part to its last."""
    parts = [part for part in asked.index.children.get(line.id, ()) if part.start is not None]
    parts = parts or _under_heading(asked, line)
    if line.start is not None or line.within_start is not None or not parts:
        return line
    first, last = min(parts, key=instant_of), max(parts, key=instant_of)
    return replace(line, day=first.day or line.day, start=first.start, end=last.end)


def _under_heading(asked: Asked, line: Line) -> list[Session]:
    """The items below a part that stands among them as a line without an hour, from its beginning to the meal."""
    items = asked.index.programme.sessions
    at = next((place for place, item in enumerate(items) if item.id == line.id), None)
    if at is None or not _A_PART.match(line.title):
        return []
    below = list(takewhile(lambda item: item.start is not None and item.day == line.day, items[at + 1 :]))
    begun = list(dropwhile(lambda item: _RECEIVED.match(item.title), below))
    return begun[: begun.index(working_end(begun)) + 1] if len(begun) > 1 else []


_RECEIVED = re.compile(r"(?:đón|đăng ký|ổn định chỗ|registration|welcome)\b", re.IGNORECASE)
_A_PART = re.compile(r"(?:phiên|phần|buổi)\s+\S", re.IGNORECASE)


def _following(asked: Asked, session: Session) -> Line | None:
    """What begins next that day, by which somebody can tell when an item without an end is over."""
    if session.day is None or session.start is None or session.end or session.id in asked.index.children:
        return None
    later = [other for other, start, _ in asked.timeline(session.day) if start.time() > session.start]
    return asked.line(later[0]) if later else None


def _minutes(asked: Asked, session: Session) -> int | None:
    """A session's length, where its end or the length itself is stated, or the next one's start gives it away."""
    if session.day is None or session.start is None or session.end is None:
        printed = _printed_minutes(session)
        if printed is not None or session.day is None or session.start is None:
            return printed
    if session.end is not None:
        length = datetime.combine(session.day, session.end) - datetime.combine(session.day, session.start)
        return int(length.total_seconds() // 60) if length > timedelta(0) else None
    following = [start for other, start, _ in asked.timeline(session.day) if start.time() > session.start]
    if not following or any(part.start is not None for part in asked.index.children.get(session.id, ())):
        return None
    if not _in_one_sitting(session, following[0]):
        return None
    return int((following[0] - datetime.combine(session.day, session.start)).total_seconds() // 60)


def _printed_minutes(session: Session) -> int | None:
    """The one length that the line of an item states: "Thảo luận (45 phút)", or in a column of its own."""
    line = session.source.quote if session.source is not None else ""
    for text in (session.title, line):
        lengths = {int(found[1]) for found in _LENGTH.finditer(text) if not _OF_EACH.search(text[: found.start()])}
        if lengths:
            return lengths.pop() if len(lengths) == 1 else None
    return None


_LENGTH = re.compile(r"(?<![\d.,:-])(\d{1,3})\s?(?:phút|minutes|mins?|['’′])(?!\w)", re.IGNORECASE)
_OF_EACH = re.compile(r"\b(?:mỗi|từng|không quá|tối đa|each|up to|at most|phim|video|clip)\b[^;.()]*$", re.IGNORECASE)
"""Before a length that is of each of many, the most that is allowed, or of what is shown."""


def _in_one_sitting(session: Session, following: datetime) -> bool:
    """Whether no noon or evening without items lies between: what ends before it the next start does not tell."""
    meal = {"@lunch", "@meals"} & codes_of(session.title)
    start, then = session.start or time.min, following.time()
    return bool(meal) or not any(start < gap <= then for gap in (_NOON, _EVENING))


_NOON, _EVENING = time(13), time(18)


def moment_times(asked: Asked, moment: Moment) -> MomentTimes:
    """A moment of the plan as an answer."""
    day, instant = local(moment.start)
    end_day, end = local(moment.end)
    return MomentTimes(
        asked="end" if asks_end_alone(asked) else "start",
        what=moment.what,
        day=day,
        start=instant.time() if instant else None,
        end_day=end_day,
        end=end.time() if end else None,
        text=moment.text,
        place=_place_of(asked, moment) if asked.u.asks(Kind.WHERE) or asked.u.asks(Kind.ROOM) else None,
        sources=(moment.source,) if moment.source else (),
    )


def moments_each(moments: list[Moment]) -> Quoted | None:
    """Rehearsals of one thing, all of them: "chạy thử: lần 1 từ …; lần 2 từ …" in one line, or each site on its own."""
    named = moments[0].what.partition(":")[0]
    if listed := _listed_apart(moments):
        return Quoted(texts=tuple(listed), sources=sources(*(m.source for m in moments)))
    alike = [m for m in moments if m.source == moments[0].source and m.start and m.what.startswith(f"{named}:")]
    if len(alike) < 2:
        return None
    parts = [(m.what.partition(": ")[2], m.text) for m in alike]
    told = "; ".join(text if part in text else f"{part} {text}" for part, text in parts)
    text = told if told.startswith(named) else f"{named}: {told}"
    return Quoted(texts=(text,), sources=sources(*(m.source for m in alike)))


def _listed_apart(moments: list[Moment]) -> dict[str, None]:
    """Each of those that the plan lists under one name ("Tổng duyệt – Cơ sở 2"), or tells twice in one line."""
    name, dash, _ = moments[0].what.partition(" – ")
    if dash:
        alike = [m for m in moments if m.start and m.what.startswith(f"{name}{dash}")]
    else:
        alike = [m for m in moments if m.start and (m.what, m.source) == (name, moments[0].source)]
    if len(alike) < 2 or len({m.start for m in alike}) < 2:
        return {}
    return dict.fromkeys(m.text if m.what in m.text else f"{m.what}: {m.text}" for m in alike)


def _place_of(asked: Asked, moment: Moment) -> str | None:
    """The place that the moment's own line names, else that of the whole."""
    return place_in(moment.text) or common_place(asked.conference.venue)
