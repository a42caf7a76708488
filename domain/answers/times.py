"""Answers about when: sessions, the conference, deadlines, and how long until."""

import re
from collections.abc import Iterable
from datetime import datetime

from domain.answers import named, parts
from domain.answers.anchoring import ATTENDED
from domain.answers.arrivals import arrival
from domain.answers.asked import Asked, borne_by
from domain.answers.contents import names_conference
from domain.answers.coverage import WHO_COMES
from domain.answers.entries import Hit, Sort
from domain.answers.item_times import moment_times, session_times
from domain.answers.limits import asks_limit, limit_of, limit_of_all, of_each, of_each_person
from domain.answers.query import Kind
from domain.answers.subject_times import subject_times
from domain.answers.texts import codes_of, meanings, read
from domain.answers.values import (
    Answer,
    MomentTimes,
    Quoted,
    SessionTimes,
)
from domain.answers.whole import asks_both_ends, asks_end_alone, conference_times
from domain.conference import Moment, Session

CLEARLY = 3.0
"""Evidence from which the end is asked for, however long something takes besides."""


def when(asked: Asked) -> Answer | None:
    """When something begins, ends, or how long it takes."""
    if {unit.code for unit in asked.specific()} == {"nghi"} and "tu" not in asked.u.words:
        named_part = asked.u.when.day or asked.u.when.part
        return arrival(asked, leaving=True) if named_part else conference_times(asked, "end")
    lasting = asked.u.kind is Kind.DURATION
    ends = asks_end_alone(asked) and not (lasting and asked.u.score(Kind.END) < CLEARLY)  # a "handover" is not over
    if _arrives(asked) and (found := arrival(asked)) is not None:
        return found
    if lasting and not ends:
        return _how_long(asked)
    kind = "end" if ends else "start"
    if (own := _of_part(asked, kind)) is not None:
        return own
    if not asked.specific():
        return _prefixed(asked, kind) or conference_times(asked, kind)
    if _of_one_day(asked) and (found := arrival(asked)) is not None:
        return found
    return _of_named(asked, kind)


def _arrives(asked: Asked) -> bool:
    """Whether the first item is asked for that one must be there for."""
    dated = asked.u.when.day or asked.u.when.part
    of_that_day = asked.days is not None and len(asked.index.days) > 1 and asked.only_conference()
    only_day = len(asked.index.days) == 1 and asked.u.when.part is None  # the hours of the whole tell more
    coming = "arrival" in asked.u.concepts and not asked.called
    return coming or bool(dated and not only_day and _comes(asked)) or of_that_day


def _how_long(asked: Asked) -> Answer | None:
    """How long something takes: the whole or a part of it, what each may take, an item."""
    whole = asked.only_conference()
    if whole and (moment := named.numbered(asked)) is not None:
        return moment_times(asked, moment)
    if whole and of_each_person(asked):
        return limit_of_all(asked)
    if _OF_A_TALK.search(asked.u.key) and (whole or not asked.specific()):
        return limit_of_all(asked) or asked.no_information("other")
    if not asked.specific():
        return _prefixed(asked, "duration") or conference_times(asked, "duration")
    if whole and "ngay" in asked.u.words:
        return conference_times(asked, "duration")
    return limit_of(asked) or _of_named(asked, "duration")


_OF_A_TALK = re.compile(
    r"\b(?:duoc|moi nguoi|moi dai bieu|toi da) (?:noi|phat bieu|trinh bay|doc|hoi)(?: trong| toi da)? "
    r"(?:may|bao nhieu) (?:phut|tieng)\b"
)
"""How long one may speak, which the length of the whole does not tell."""


def _of_named(asked: Asked, kind: str) -> Answer | None:
    """The time of what is named: of who speaks, of an item, of the whole where nothing else is meant."""
    if (spoken := _spoken_by(asked, kind)) is not None:
        return spoken
    found = subject_times(asked, kind)
    if kind != "start" and isinstance(found, SessionTimes) and _opens_alone(asked):
        return found  # how long the opening takes, not the whole that it opens
    limited = of_each(asked) or asks_limit(asked)
    if kind == "duration" and limited and isinstance(found, SessionTimes) and len(found.lines) == 1:
        return None  # how long the one item is does not tell what each of many has, or may take at most
    if found is not None and (not asked.only_conference() or _is_part(asked, found)):
        return found if _tells_end(asked, found) else conference_times(asked, kind)
    if (clause := _dated_clause(asked)) is not None:
        return clause
    return conference_times(asked, kind) if _names_whole(asked) else _of_person(asked, kind)


def _names_whole(asked: Asked) -> bool:
    """Whether nothing is named but the conference, or its opening where that is no item of its own."""
    codes = {unit.code for unit in asked.specific()}
    unlisted = not any("@opening" in codes_of(session.title) for session in asked.index.programme.sessions)
    return asked.only_conference() or (codes - asked.index.own_units if unlisted else codes) == {"@opening"}


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
    hits: Iterable[Hit] = asked.index.search(units, Sort.SESSION)
    if len(units) == len(asked.specific()):  # no word for speaking: then it must be the responsible who is named
        hits = [h for h in hits if isinstance(h.entry.ref, Session) and borne_by(units, h.entry.ref)]
    found = [h.entry.ref for h in asked.best(hits, 0.7) if isinstance(h.entry.ref, Session) and h.entry.ref.responsible]
    return session_times(asked, found, kind) if found else None
