"""When the session, the moment or the work is that a question names."""

import re
from collections.abc import Iterable, Iterator, Sequence

from domain.answers import parts, readings
from domain.answers.asked import Asked, sources_of
from domain.answers.entries import Entry, Hit, Sort
from domain.answers.item_times import moment_times, moments_each, session_times
from domain.answers.query import Kind
from domain.answers.stated_days import takes_place
from domain.answers.texts import codes_of, meanings, read
from domain.answers.values import Answer, Deadline, Quoted
from domain.conference import Moment, Session, Task

SURE_TASK = 0.85
"""Share of a question that a task must explain for its limit to answer "mấy giờ"."""


def subject_times(asked: Asked, kind: str) -> Answer | None:
    """The session, moment or task that the content names, whichever explains it best."""
    due = (Sort.TASK,) if kind == "start" or "xong" in asked.u.words else ()  # work is done, a show lasts
    hits = asked.index.search(asked.u.content, Sort.SESSION, Sort.MOMENT, *due)
    best = _worded_alike(asked, asked.best(_meant(asked, hits)), hits)
    if not best:
        return None
    sessions = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Session)]
    moments = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Moment)]
    tasks = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Task)]
    timed = [session for session in sessions if session.start is not None]
    timed = timed or [session for session in sessions if asked.start_of(session) is not None]
    if timed or (sessions and not moments):
        meant = _foremost(asked, timed or sessions)
        return session_times(asked, meant, kind) or readings.of_sessions(asked, meant)
    if moments:
        each = moments_each(moments) if kind == "start" else None
        return each or parts.times_of(asked, moments[0], kind) or moment_times(asked, moments[0])
    if not asked.u.asks(Kind.DEADLINE) and best[0].coverage < SURE_TASK and not all(map(takes_place, tasks)):
        return None
    tasks = [task for task in tasks if task.deadline_text or task.deadline]
    if kind != "start" or not tasks:
        return None
    lines = tuple(asked.task_line(task) for task in tasks[:3])
    if all(map(takes_place, tasks)):
        return Quoted(texts=tuple(f"{line.unit}: {line.text}" for line in lines), sources=sources_of(tasks[:3]))
    return Deadline(tasks=lines, sources=sources_of(tasks[:3]))


def _worded_alike(asked: Asked, best: list[Hit], hits: Sequence[Hit]) -> list[Hit]:
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


def _meant(asked: Asked, hits: Sequence[Hit]) -> Iterable[Hit]:
    """What may be meant: of a day that is named those on it, where there are any."""
    if not (asked.u.when.day or asked.u.when.part):
        return _timely(asked, hits)
    return [hit for hit in _timely(asked, hits) if _in_scope(asked, hit.entry)] or _timely(asked, hits)


def _timely(asked: Asked, hits: Sequence[Hit]) -> Iterator[Hit]:
    """The hits that may tell a time: a moment without a day does not, `conference_times` tells that of the whole."""
    for hit in hits:
        dateless = isinstance(hit.entry.ref, Moment) and hit.entry.ref.start is None
        if not dateless and asked.at_its_hour(hit.entry) and asked.holds_topics(hit.entry):
            yield hit


def _in_scope(asked: Asked, entry: Entry) -> bool:
    return not isinstance(entry.ref, Session) or asked.in_scope(entry.ref)
