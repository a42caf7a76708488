"""Answers about when: sessions, the conference, deadlines, and how long until."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime

from domain.answers import agenda, named, parts, readings
from domain.answers.anchoring import ATTENDED
from domain.answers.arrivals import arrival
from domain.answers.asked import Asked, borne_by, sources_of
from domain.answers.contents import names_conference
from domain.answers.coverage import WHO_COMES
from domain.answers.entries import Entry, Hit, Sort
from domain.answers.item_times import moment_times, moments_each, session_times
from domain.answers.limits import asks_limit, limit_of, limit_of_all, of_each, of_each_person
from domain.answers.query import Kind, Unit
from domain.answers.texts import codes_of, meanings, read
from domain.answers.values import (
    Answer,
    Deadline,
    MomentTimes,
    Quoted,
    SessionTimes,
)
from domain.answers.whole import asks_both_ends, asks_end_alone, conference_times, tells_no_end
from domain.conference import Moment, Session, Task

SURE_TASK = 0.85
"""Share of a question that a task must explain for its limit to answer "mấy giờ"."""


CLEARLY = 3.0
"""Evidence from which the end is asked for, however long something takes besides."""


def when(asked: Asked) -> Answer | None:
    """When something begins, ends, or how long it takes."""
    if tells_no_end(asked):
        return asked.no_information("end")
    if {unit.code for unit in asked.specific()} == {"nghi"} and "tu" not in asked.u.words:
        named_part = asked.u.when.day or asked.u.when.part
        return arrival(asked, leaving=True) if named_part else conference_times(asked, "end")
    lasting = asked.u.kind is Kind.DURATION
    ends = asks_end_alone(asked) and not (lasting and asked.u.score(Kind.END) < CLEARLY)  # a "handover" is not over
    kind = "end" if ends else "duration" if lasting else "start"
    dated = asked.u.when.day or asked.u.when.part
    of_that_day = asked.days is not None and len(asked.index.days) > 1 and asked.only_conference()
    only_day = len(asked.index.days) == 1 and asked.u.when.part is None  # the hours of the whole tell more
    arriving = (
        ("arrival" in asked.u.concepts and not asked.called)
        or (dated and not only_day and _comes(asked))
        or of_that_day
    )
    if arriving and (found := arrival(asked)) is not None:
        return found
    units = asked.u.content
    if kind != "duration" and (own := _of_part(asked, kind)) is not None:
        return own
    if kind == "duration" and asked.only_conference() and (moment := named.numbered(asked)) is not None:
        return moment_times(asked, moment)
    if kind == "duration" and of_each_person(asked) and asked.only_conference():
        return limit_of_all(asked)
    if not asked.specific():
        return _prefixed(asked, kind) or conference_times(asked, kind)
    if kind != "duration" and _of_one_day(asked) and (found := arrival(asked)) is not None:
        return found
    if kind == "duration" and "ngay" in asked.u.words and asked.only_conference():
        return conference_times(asked, kind)
    if kind == "duration" and (limit := limit_of(asked)) is not None:
        return limit
    if (spoken := _spoken_by(asked, kind)) is not None:
        return spoken
    found = _subject(asked, units, kind)
    if kind != "start" and isinstance(found, SessionTimes) and _opens_alone(asked):
        return found  # how long the opening takes, not the whole that it opens
    limited = of_each(asked) or asks_limit(asked)
    if kind == "duration" and limited and isinstance(found, SessionTimes) and len(found.lines) == 1:
        return None  # how long the one item is does not tell what each of many has, or may take at most
    if found is not None and (not asked.only_conference() or _is_part(asked, found)):
        return found if _tells_end(asked, found) else conference_times(asked, kind)
    codes = {unit.code for unit in asked.specific()}
    unlisted = not any("@opening" in codes_of(session.title) for session in asked.index.programme.sessions)
    if (clause := _dated_clause(asked)) is not None:
        return clause
    if asked.only_conference() or (codes - asked.index.own_units if unlisted else codes) == {"@opening"}:
        return conference_times(asked, kind)
    return _of_person(asked, kind)


def _opens_alone(asked: Asked) -> bool:
    """Whether the opening is named, and no conference that it opens."""
    opens = any(unit.code == "@opening" for unit in asked.u.content)
    return opens and (not asked.u.about_conference or _CEREMONY.search(asked.u.key) is not None)


_CEREMONY = re.compile(
    r"\b(?:phan|le|buoi le) (?:le )?(?:khai mac|khai giang)(?! (?:hoi nghi|dai hoi|hoi thao|lop|khoa))"
)


def _dated_clause(asked: Asked) -> Answer | None:
    """ "Ngày 16/4 đón đoàn; ngày 17/4 Hội nghị chính thức": the clause of the whole's time that names what is asked."""
    wanted = {unit.code for unit in asked.specific() if unit.code not in asked.index.own_units}
    if not wanted:
        return None
    texts = dict.fromkeys(moment.text for moment in asked.index.programme.moments if not moment.what)
    clauses = [clause.strip(" .") for text in texts if ";" in text for clause in text.split(";")]
    found = [clause for clause in clauses if _DATED.search(clause) and wanted <= meanings(clause)]
    return Quoted(texts=(found[0],)) if len(found) == 1 else None


_DATED = re.compile(r"\d{1,2}/\d{1,2}|\b(?:sáng|chiều|tối|thứ)\b", re.IGNORECASE)


def _comes(asked: Asked) -> bool:
    """Whether nothing is named but that somebody is there: "ngày đầu học sinh tập trung", "mai học"."""
    return {unit.code for unit in asked.specific()} <= (WHO_COMES if "gather" in asked.u.concepts else ATTENDED)


def _of_one_day(asked: Asked) -> bool:
    """Whether the conference itself is asked about on one of its several days: "mai mấy giờ họp sơ kết"."""
    days = asked.days
    several = days is not None and days.first == days.last and len(asked.index.days) > 1
    return several and asked.only_conference()


def _of_part(asked: Asked, kind: str) -> Answer | None:
    """When the part is that the question names, be it in words of the conference's own name, where it has an hour."""
    part = named.called(asked)
    if isinstance(part, Session) and part.id not in asked.index.children:
        alone = asked.only_conference() and asked.start_of(part) is not None
        return session_times(asked, [part], kind) if alone else None
    if part is None:
        return None
    if (timed := parts.times_of(asked, part, kind)) is not None:
        return timed
    if not isinstance(part, Moment):
        return None
    told = isinstance(part.start, datetime) or part.end is not None or part is named.numbered(asked)
    return moment_times(asked, part) if told else None


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
    if not isinstance(found, SessionTimes) or not (asks_both_ends(asked) and asked.only_conference()):
        return True
    opening = asked.u.about_conference and all("@opening" in codes_of(line.title) for line in found.lines)
    return all(line.end for line in found.lines) and not opening


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
    best = _worded_alike(asked, asked.best(_meant(asked, hits)), hits)
    if not best:
        return None
    sessions = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Session)]
    moments = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Moment)]
    tasks = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Task)]
    timed = [session for session in sessions if session.start is not None]
    timed = timed or [session for session in sessions if asked.start_of(session) is not None]
    hourly = [moment for moment in moments if isinstance(moment.start, datetime)]
    if moments and not hourly and not timed and (clocked := _clocked(asked, _timely(asked, hits))):
        timed = clocked
    if timed or (sessions and not moments):
        meant = _foremost(asked, timed or sessions)
        return session_times(asked, meant, kind) or readings.of_sessions(asked, meant)
    if moments:
        each = moments_each(moments) if kind == "start" else None
        return each or parts.times_of(asked, moments[0], kind) or moment_times(asked, moments[0])
    if not asked.u.asks(Kind.DEADLINE) and best[0].coverage < SURE_TASK and not all(map(agenda.takes_place, tasks)):
        return None
    tasks = [task for task in tasks if task.deadline_text or task.deadline]
    if kind != "start" or not tasks:
        return None
    lines = tuple(asked.task_line(task) for task in tasks[:3])
    if all(map(agenda.takes_place, tasks)):
        return Quoted(texts=tuple(f"{line.unit}: {line.text}" for line in lines), sources=sources_of(tasks[:3]))
    return Deadline(tasks=lines, sources=sources_of(tasks[:3]))


def _worded_alike(asked: Asked, best: list[Hit], hits: list[Hit]) -> list[Hit]:
    """ "Trao khen thưởng" is the item called so, and not the prizes of a contest, which are the same matter."""
    if len(best) != 1 or not isinstance(best[0].entry.ref, Session):
        return best
    said = {token.word for token in asked.u.tokens if len(token.word) > 1}
    common = len(said & codes_of(best[0].entry.text))
    rivals = [hit for hit in hits[:_RIVALS] if hit.coverage >= best[0].coverage and isinstance(hit.entry.ref, Session)]
    rivals = [hit for hit in rivals if len(said & codes_of(hit.entry.text)) >= common + _A_WORD]
    return rivals if len(rivals) == 1 else best


_RIVALS = 5
_A_WORD = 2
"""Syllables of the question that an item must say more than the best one."""


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


def _clocked(asked: Asked, hits: Iterable[Hit]) -> list[Session]:
    """The sessions that are surely meant too and have an hour, where the best statement gives a day alone."""
    found = asked.best(hit for hit in hits if isinstance(hit.entry.ref, Session) and _in_scope(asked, hit.entry))
    sessions = [hit.entry.ref for hit in found if isinstance(hit.entry.ref, Session)]
    return [session for session in sessions if asked.start_of(session) is not None]


def _meant(asked: Asked, hits: list[Hit]) -> Iterable[Hit]:
    """What may be meant: of a day that is named those on it, where there are any."""
    if not (asked.u.when.day or asked.u.when.part):
        return _timely(asked, hits)
    return [hit for hit in _timely(asked, hits) if _in_scope(asked, hit.entry)] or _timely(asked, hits)


def _timely(asked: Asked, hits: list[Hit]) -> Iterator[Hit]:
    """The hits that may tell a time: a moment without a day does not, `conference_times` tells that of the whole."""
    for hit in hits:
        dateless = isinstance(hit.entry.ref, Moment) and hit.entry.ref.start is None
        if not dateless and asked.at_its_hour(hit.entry) and asked.holds_topics(hit.entry):
            yield hit


def _in_scope(asked: Asked, entry: Entry) -> bool:
    return not isinstance(entry.ref, Session) or asked.in_scope(entry.ref)
