"""Answers about when: sessions, the conference, deadlines, and how long until."""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from domain.answers import agenda, named, readings
from domain.answers.anchoring import ATTENDED
from domain.answers.asked import Asked, borne_by, sources_of
from domain.answers.contents import names_conference
from domain.answers.coverage import WHO_COMES
from domain.answers.entries import Entry, Hit, Sort
from domain.answers.index import local
from domain.answers.query import Kind, Unit
from domain.answers.statements import beside_title
from domain.answers.texts import codes_of, meanings, read
from domain.answers.values import (
    Answer,
    ConferenceTimes,
    Deadline,
    Line,
    MomentTimes,
    NeedDate,
    Quoted,
    SessionTimes,
)
from domain.answers.whereabouts import place_in
from domain.answers.whole import asks_both_ends, conference_times, instant_of
from domain.clocks import find_clocks
from domain.conference import Moment, Session, Task
from domain.vietnamese import search_key

MOST_LINES = 6

SURE_TASK = 0.85
"""Share of a question that a task must explain for its limit to answer "mấy giờ"."""


def when(asked: Asked) -> Answer | None:
    """When something begins, ends, or how long it takes."""
    if {unit.code for unit in asked.specific()} == {"nghi"} and "tu" not in asked.u.words:
        return _arrival(asked, leaving=True) if asked.u.when.day else conference_times(asked, "end")
    kind = "end" if _ending(asked) else "duration" if asked.u.kind is Kind.DURATION else "start"
    dated = asked.u.when.day or asked.u.when.part
    of_that_day = asked.days is not None and len(asked.index.days) > 1 and asked.only_conference()
    arriving = "arrival" in asked.u.concepts or (dated and _comes(asked)) or of_that_day
    if arriving and (found := _arrival(asked)) is not None:
        return found
    units = asked.u.content
    if kind != "duration" and (own := _of_part(asked, kind)) is not None:
        return own
    if kind == "duration" and asked.only_conference() and (moment := named.numbered(asked)) is not None:
        return moment_times(asked, moment)
    if not asked.specific():
        return _prefixed(asked, kind) or conference_times(asked, kind)
    if kind != "duration" and _of_one_day(asked) and (found := _arrival(asked)) is not None:
        return found
    if kind == "duration" and "ngay" in asked.u.words and asked.only_conference():
        return conference_times(asked, kind)
    if kind == "duration" and (limit := _limit(asked)) is not None:
        return limit
    if (spoken := _spoken_by(asked, kind)) is not None:
        return spoken
    found = _subject(asked, units, kind)
    limited = _of_each(asked) or _asks_limit(asked)
    if kind == "duration" and limited and isinstance(found, SessionTimes) and len(found.lines) == 1:
        return None  # how long the one item is does not tell what each of many has, or may take at most
    if found is not None and (not asked.only_conference() or _is_part(asked, found)):
        return found if _tells_end(asked, found) else conference_times(asked, kind)
    codes = {unit.code for unit in asked.specific()}
    unlisted = not any("@opening" in codes_of(session.title) for session in asked.index.programme.sessions)
    if asked.only_conference() or (codes - asked.index.own_units if unlisted else codes) == {"@opening"}:
        return conference_times(asked, kind)
    return _of_person(asked, kind)


def _comes(asked: Asked) -> bool:
    """Whether nothing is named but that somebody is there: "ngày đầu học sinh tập trung", "mai học"."""
    return {unit.code for unit in asked.specific()} <= (WHO_COMES if "gather" in asked.u.concepts else ATTENDED)


def _ending(asked: Asked) -> bool:
    """Whether the end alone is asked for."""
    return asked.u.asks(Kind.END) and "tu" not in asked.u.words and not asks_both_ends(asked)


def _of_one_day(asked: Asked) -> bool:
    """Whether the conference itself is asked about on one of its several days: "mai mấy giờ họp sơ kết"."""
    days = asked.days
    several = days is not None and days.first == days.last and len(asked.index.days) > 1
    return several and asked.only_conference()


def _of_part(asked: Asked, kind: str) -> Answer | None:
    """When the part is that the question names in words of the conference's own name, where it has an hour."""
    part = named.called(asked) if asked.only_conference() else None
    if isinstance(part, Session):
        return session_times(asked, [part], kind) if asked.start_of(part) is not None else None
    if part is None:
        return None
    if (timed := _by_items_of(asked, part, kind)) is not None:
        return timed
    return moment_times(asked, part) if isinstance(part.start, datetime) or part is named.numbered(asked) else None


def _by_items_of(asked: Asked, moment: Moment, kind: str) -> Answer | None:
    """The hours of a part that the paper gives a day alone ("Phiên thứ hai (sáng 30/8)"), told by its items."""
    if isinstance(moment.start, datetime):
        return None
    same = [s for s in asked.index.programme.sessions if search_key(s.title) == search_key(moment.what)]
    timed = [s for s in same if any(part.start is not None for part in asked.index.children.get(s.id, ()))]
    if len(timed) == 1:
        return session_times(asked, timed, kind)
    others = [
        each for each in asked.index.programme.moments if each is not moment and local(each.start)[0] == moment.start
    ]
    of_day = [s for s in asked.index.programme.sessions if s.day == moment.start and s.start is not None]
    if others or same or not of_day:
        return None
    ends = [max(of_day, key=instant_of)]
    begins = [min(of_day, key=instant_of)]
    shown = ends if kind == "end" else begins + ends if asks_both_ends(asked) else begins
    return session_times(asked, shown, kind)


def _is_part(asked: Asked, found: Answer) -> bool:
    """Whether words that also name the whole conference were found to name one part of it."""
    if isinstance(found, SessionTimes) and len(found.lines) == 1:
        if found.lines[0].start is None and asked.known.opens is not None:
            return False
        if named.is_whole(asked) and not named.is_whole(asked, found.lines[0].title):
            return False
        ceremony = "le" in asked.u.words and "le" not in asked.index.title_units  # one of its parts is called so
        return ceremony or not asked.u.about_conference or _called_like(found.lines[0].title)
    return isinstance(found, MomentTimes)


def _tells_end(asked: Asked, found: Answer) -> bool:
    """Whether an item that bears the name of the whole tells its end too, where both ends are asked for."""
    ended = not isinstance(found, SessionTimes) or all(line.end for line in found.lines)
    return ended or not (asks_both_ends(asked) and asked.only_conference())


def _called_like(title: str) -> bool:
    """Whether an item is itself a conference, and not a report that speaks of one."""
    return names_conference(" ".join(title.split()[:_NAME]))


_NAME = 5
"""How many of its first words tell what an item is."""


def _prefixed(asked: Asked, kind: str) -> Answer | None:
    """A session whose title begins with the plain words of the question ("phần hội")."""
    words = [unit.code for unit in asked.u.content]
    if len(words) < (3 if asked.u.about_conference else 2):
        return None
    starts = " ".join(words)
    moments = [m for m in asked.index.programme.moments if m.start and _begins(m.what, starts)]
    if len(moments) == 1:
        return moment_times(asked, moments[0])
    found = [s for s in asked.index.programme.sessions if _begins(s.title, starts)]
    if asked.u.about_conference and len(found) > 1:
        return None
    return session_times(asked, found, kind) if found else None


def _begins(title: str, starts: str) -> bool:
    return " ".join(token.word for token in read(title)[0]).startswith(starts)


_LIMIT = re.compile(r"\d+\s*(?:phút|’|')")


def _limit(asked: Asked) -> Answer | None:
    """ "tối đa mấy phút": the statement that sets a length, not the length of the whole item."""
    asks_limit = _asks_limit(asked) or bool({"moi", "each", "per"} & asked.u.words)
    units = tuple(unit for unit in asked.u.content if unit.code not in ("toi", "da", "moi", "qua"))
    sorts = (Sort.TASK, Sort.FACT, Sort.SESSION)
    limit = _LIMIT if asks_limit else _EACH
    hits = asked.best([h for h in asked.index.search(units, *sorts) if limit.search(h.entry.text)], SURE_LIMIT)
    return Quoted(texts=(hits[0].entry.text,)) if hits else None


def _asks_limit(asked: Asked) -> bool:
    return bool(_AT_MOST.search(asked.u.key))


_AT_MOST = re.compile(r"\btoi da\b|\b(?:khong|vuot) (?:\w+ )?qua\b|\bqua (?:may|bao nhieu)\b|\blimit\b|\bat most\b")


def _of_each(asked: Asked) -> bool:
    typed = [token.typed for token in asked.u.tokens]
    return "mỗi" in typed or typed[:1] == ["moi"]


_EACH = re.compile(r"\b(?:mỗi|không quá|tối đa|no more than|each)\b[^;.]*?\d+\s*(?:phút|minutes)", re.IGNORECASE)
"""The length of each of several, where the item itself tells that of all."""

SURE_LIMIT = 0.6
"""Share of a question that the statement of a length must explain."""

_SPEAKS = re.compile(r"\b(?:trinh bay|phat bieu|len noi|doc|thuyet trinh|bao cao|present|presents|speak|speaks|talk)\b")


def _spoken_by(asked: Asked, kind: str) -> Answer | None:
    """ "Sở X trình bày lúc mấy giờ": the items whose responsible is just who the question names."""
    if not _SPEAKS.search(asked.u.key):
        return None
    speaker = {unit.code for unit in asked.specific() if unit.code not in _SPEAKING}
    if not speaker:
        return None
    found = [s for s in asked.index.programme.sessions if s.responsible and speaker <= codes_of(s.responsible)]
    if "pho" not in asked.u.words:  # the deputy's office holds the words of the head's
        found = [s for s in found if "pho" not in codes_of(s.responsible or "")] or found
    spoken = [session for session in found if codes_of(session.title) & _SPEAKING]
    return session_times(asked, spoken or found, kind) if found else None


_SPEAKING = frozenset({"@speech", "@report", "@keynote", "@paper"})


def _of_person(asked: Asked, kind: str) -> Answer | None:
    """When somebody speaks: the items of that person, when the verb itself is not in the agenda."""
    units = tuple(unit for unit in asked.specific() if unit.code not in _SPEAKING)
    if len(units) < (1 if len(units) < len(asked.specific()) else 2):
        return None
    hits = asked.index.search(units, Sort.SESSION)
    if len(units) == len(asked.specific()):  # no word for speaking: then it must be the responsible who is named
        hits = [h for h in hits if isinstance(h.entry.ref, Session) and borne_by(units, h.entry.ref)]
    found = [h.entry.ref for h in asked.best(hits, 0.7) if isinstance(h.entry.ref, Session) and h.entry.ref.responsible]
    return session_times(asked, found, kind) if found else None


def _subject(asked: Asked, units: tuple[Unit, ...], kind: str) -> Answer | None:
    """The session, moment or task that the content names, whichever explains it best."""
    due = (Sort.TASK,) if kind == "start" or "xong" in asked.u.words else ()  # work is done, a show lasts
    hits = asked.index.search(units, Sort.SESSION, Sort.MOMENT, *due)
    hits = [hit for hit in hits if _timely(asked, hit.entry) and asked.holds_topics(hit.entry)]
    best = asked.best([hit for hit in hits if _in_scope(asked, hit.entry)] or hits)
    if not best:
        return None
    sessions = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Session)]
    moments = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Moment)]
    tasks = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Task)]
    timed = [session for session in sessions if session.start is not None]
    timed = timed or [session for session in sessions if asked.start_of(session) is not None]
    hourly = [moment for moment in moments if isinstance(moment.start, datetime)]
    if moments and not hourly and not timed and (clocked := _clocked(asked, hits)):
        timed = clocked
    if timed or (sessions and not moments):
        meant = _foremost(asked, timed or sessions)
        return session_times(asked, meant, kind) or readings.of_sessions(asked, meant)
    if moments:
        return _by_items_of(asked, moments[0], kind) or moment_times(asked, moments[0])
    if not asked.u.asks(Kind.DEADLINE) and best[0].coverage < SURE_TASK and not all(map(agenda.takes_place, tasks)):
        return None
    tasks = [task for task in tasks if task.deadline_text or task.deadline]
    if kind != "start" or not tasks:
        return None
    lines = tuple(asked.task_line(task) for task in tasks[:3])
    if all(map(agenda.takes_place, tasks)):
        return Quoted(texts=tuple(f"{line.unit}: {line.text}" for line in lines), sources=sources_of(tasks[:3]))
    return Deadline(tasks=lines, sources=sources_of(tasks[:3]))


def _foremost(asked: Asked, sessions: list[Session]) -> list[Session]:
    """Of several items those that are called what is asked, where others but mention it after something else."""
    wanted = {unit.code for unit in asked.specific()}
    clauses = {session.id: _SEVERAL.split(session.title) for session in sessions}
    if any(_leads(asked, clause) for each in clauses.values() for clause in each):
        return sessions
    return [s for s in sessions if wanted <= meanings(clauses[s.id][0])] or sessions


def _leads(asked: Asked, clause: str) -> bool:
    """Whether a clause begins with what is asked about."""
    tokens, concepts = read(clause)
    first = {token.word for token in tokens[:1]} | {"@" + code for at, code in concepts if at == 0}
    return bool(first & {unit.code for unit in asked.specific()})


_SEVERAL = re.compile(r"[,;] ")


def _clocked(asked: Asked, hits: list[Hit]) -> list[Session]:
    """The sessions that are surely meant too and have an hour, where the best statement gives a day alone."""
    found = asked.best([hit for hit in hits if isinstance(hit.entry.ref, Session) and _in_scope(asked, hit.entry)])
    sessions = [hit.entry.ref for hit in found if isinstance(hit.entry.ref, Session)]
    return [session for session in sessions if asked.start_of(session) is not None]


def _timely(asked: Asked, entry: Entry) -> bool:
    """A moment without a day tells nothing; the whole conference's own line is told by `conference_times`."""
    return not (isinstance(entry.ref, Moment) and entry.ref.start is None)


def _in_scope(asked: Asked, entry: Entry) -> bool:
    return not isinstance(entry.ref, Session) or asked.in_scope(entry.ref)


def session_times(asked: Asked, sessions: list[Session], kind: str) -> Answer | None:
    if len(sessions) > MOST_LINES:
        return None
    where = asked.u.asks(Kind.WHERE) or asked.u.asks(Kind.ROOM)
    lines = asked.placed_lines(sessions) if where else asked.lines(sessions)
    lines = tuple(_by_its_parts(asked, line) for line in lines)
    minutes = _minutes(asked, sessions[0]) if len(sessions) == 1 else None
    if kind == "duration" and minutes is None and not any(line.end for line in lines):
        return asked.no_information("duration")
    if where:
        lines = tuple(replace(line, place=line.place or asked.conference.venue) for line in lines)
    return SessionTimes(
        lines=lines,
        known=asked.known,
        asked=kind,
        minutes=minutes,
        following=_following(asked, sessions[0]) if asked.u.asks(Kind.END) and len(lines) == 1 else None,
        note=_note_beside(asked, sessions[0]) if len(sessions) == 1 else None,
        where=where,
        sources=sources_of(sessions),
    )


def _note_beside(asked: Asked, session: Session) -> str | None:
    """What the row of an item says behind its title, where that is what was asked for and the title is not."""
    beside = beside_title(session)
    if not beside:
        return None
    wanted = {unit.code for unit in asked.specific()} - meanings(session.title)
    return next((text for text in _SENTENCE.split(beside) if wanted & meanings(text)), None)


_SENTENCE = re.compile(r"(?<=[.;]) (?=[A-ZĐÀ-Ỹ])")


def _by_its_parts(asked: Asked, line: Line) -> Line:
    """A session without hours of its own lasts from its first part to its last."""
    parts = [part for part in asked.index.children.get(line.id, ()) if part.start is not None]
    if line.start is not None or line.within_start is not None or not parts:
        return line
    first, last = min(parts, key=instant_of), max(parts, key=instant_of)
    return replace(line, day=first.day or line.day, start=first.start, end=last.end)


def _following(asked: Asked, session: Session) -> Line | None:
    """What begins next that day, by which somebody can tell when an item without an end is over."""
    if session.day is None or session.start is None or session.end or session.id in asked.index.children:
        return None
    later = [other for other, start, _ in asked.timeline(session.day) if start.time() > session.start]
    return asked.line(later[0]) if later else None


def _minutes(asked: Asked, session: Session) -> int | None:
    """A session's length, where its end is stated or the next one's start gives it away."""
    if session.day is None or session.start is None:
        return None
    if session.end is not None:
        length = datetime.combine(session.day, session.end) - datetime.combine(session.day, session.start)
        return int(length.total_seconds() // 60) if length > timedelta(0) else None
    following = [start for other, start, _ in asked.timeline(session.day) if start.time() > session.start]
    if not following or session.id in asked.index.children:
        return None
    return int((following[0] - datetime.combine(session.day, session.start)).total_seconds() // 60)


def moment_times(asked: Asked, moment: Moment) -> MomentTimes:
    """A moment of the plan as an answer."""
    day, instant = local(moment.start)
    end_day, end = local(moment.end)
    return MomentTimes(
        asked="end" if asked.u.asks(Kind.END) and not asks_both_ends(asked) else "start",
        what=moment.what,
        day=day,
        start=instant.time() if instant else None,
        end_day=end_day,
        end=end.time() if end else None,
        text=moment.text,
        place=_place_of(asked, moment) if asked.u.asks(Kind.WHERE) or asked.u.asks(Kind.ROOM) else None,
        sources=(moment.source,) if moment.source else (),
    )


def _place_of(asked: Asked, moment: Moment) -> str | None:
    """The place that the moment's own line names, else that of the whole."""
    return place_in(moment.text) or asked.conference.venue


def _arrival(asked: Asked, leaving: bool = False) -> Answer | None:
    """When to be there, or until when: the first item of the day or part of it that the question names."""
    lines = [session for session in asked.index.programme.sessions if session.start is not None]
    if asked.u.when.day is not None or asked.u.when.part is not None:
        if asked.u.when.day is not None and asked.days is None:
            return NeedDate()
        lines = [session for session in lines if asked.in_scope(session)]
        if not lines:
            return agenda.day_plan(asked)
        if len({session.day for session in lines}) > 1 and asked.u.when.day is None:
            return agenda.day_plan(asked)
        if not leaving and not _ending(asked) and (held := _held_in_part(asked)) is not None:
            return held
        last = max(lines, key=instant_of)
        if leaving or _ending(asked):
            return session_times(asked, [last], "end")
        working = [session for session in lines if "meals" not in {code for _, code in read(session.title)[1]}]
        begins = min(working or lines, key=instant_of)
        ends = [last] if asks_both_ends(asked) and last is not begins else []
        found = session_times(asked, [begins, *ends], "start")
        note = _arrival_note(asked, begins) if "arrival" in asked.u.concepts else None
        return replace(found, note=note) if isinstance(found, SessionTimes) else found
    units = tuple(unit for unit in asked.specific() if unit.code != "@arrival")
    sessions = asked.sessions(units) if units and not asked.only_conference() else []
    first = [min(sessions, key=instant_of)] if sessions else []
    found = session_times(asked, first, "start") if first else conference_times(asked, "start")
    return replace(found, note=_arrival_note(asked)) if isinstance(found, SessionTimes | ConferenceTimes) else found


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
        return bool(_LIMIT.search(text))
    begins, there = session.start, clocks[0].clock
    return begins is not None and there <= begins and begins.hour - there.hour <= _EARLY


_EARLY = 2
"""Hours before an item that people are asked to be there at most."""
