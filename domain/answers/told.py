"""The last resort before "not known": the statement of the paper that speaks of what was asked, word for word."""

import re

from domain.answers import counted, people
from domain.answers.asked import IN_PART, Asked
from domain.answers.concepts import TOPICS
from domain.answers.coverage import explained, unexplained
from domain.answers.entries import Entry, Hit, Reference, Sort
from domain.answers.holding import CLEAR, HOLDING
from domain.answers.query import Kind
from domain.answers.reached import MAILED
from domain.answers.sending import HANDING_IN, SAYS_WHERE
from domain.answers.shown import SOMEBODY
from domain.answers.values import Answer, NoInformation, Quoted
from domain.answers.whereabouts import SOMEWHERE
from domain.conference import Task

TOLD = 0.62
"""Share of the question's content that a statement must explain to be quoted."""

SURE_ALONE = 0.75
"""The same where the question asks for nothing that could be looked for in the statement."""

TOLD_ALONE = 0.5
"""The same where no other statement explains half as much."""

SURE_TASK = 0.85
"""The same of a task where it is asked when something is."""

TOLD_ELSEWHERE = 0.8
"""Share of what the best statement explains: one that explains less is about something else."""

MOST = 2

MOST_LISTED = 5
"""Statements that are quoted where a list was asked for: "giải thưởng gồm những gì"."""

_SILENT = frozenset({"title", "recipients", "purpose"})


def told(asked: Asked, first_no: Answer | None) -> Answer | None:
    """The statements that explain nearly all of the question and hold what it asks for; None where there are none."""
    if not asked.specific() or not may_be_told(first_no):
        return None
    tasks_too = _limited(asked) and "lodging" not in asked.u.concepts  # who books the beds does not say where
    sorts = (Sort.FACT, Sort.FIELD, Sort.MOMENT, *((Sort.TASK,) if tasks_too else ()))
    hits = [hit for hit in asked.index.search(asked.u.content, *sorts) if _tells(asked, hit)]
    best = asked.best(hits, TOLD)[: MOST_LISTED if asked.u.asks(Kind.AGENDA) else MOST]
    if best and best[0].coverage < TOLD_ELSEWHERE * _best_of_all(asked):
        return None
    tasks = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Task)]
    if tasks:
        found: Answer = asked.led(tasks)
    else:
        found = Quoted(texts=tuple(dict.fromkeys(people.statement(asked, hit) for hit in best)))
    return found if best and _speaks_of_all(asked, found) else None


def _best_of_all(asked: Asked) -> float:
    """How much of the question the best statement explains, whether it holds what is asked for or not."""
    return asked.index.search(asked.u.content).most


def _speaks_of_all(asked: Asked, found: Answer) -> bool:
    """Whether a statement leaves out no thing that has a name of its own ("khen" in "danh sách được khen")."""
    left = unexplained(asked, found)
    return explained(asked, found) >= TOLD_ALONE and not any(unit.code.startswith("@") for unit in left)


def may_be_told(first_no: Answer | None) -> bool:
    """Whether nothing was decided yet: that names are not known, or who is invited, a statement cannot change."""
    return first_no is None or (isinstance(first_no, NoInformation) and first_no.topic in {"other", *TOPICS})


def _limited(asked: Asked) -> bool:
    """Whether a time, a place or a number is asked for: of a task it is told where it says so."""
    return any(asked.u.score(kind) >= CLEAR for kind in HOLDING) and asked.u.score(Kind.WHO) < CLEAR


def _tells(asked: Asked, hit: Hit) -> bool:
    entry = hit.entry
    if (
        hit.coverage < TOLD_ALONE
        or is_silent(entry.ref)
        or (entry.ref == "venue" and asked.u.kind is Kind.EXISTS)
        or not asked.holds_topics(entry)
        or not hands_in(asked, entry)
    ):
        return False
    if hit.coverage < SURE_ALONE and not any(asked.u.score(kind) >= CLEAR for kind in _WANTED):
        return False
    dated = asked.u.score(Kind.WHEN) >= CLEAR and asked.u.score(Kind.DEADLINE) < CLEAR
    if (dated or asked.u.score(Kind.WHERE) >= CLEAR) and isinstance(entry.ref, Task) and hit.coverage < SURE_TASK:
        return False  # when something is due does not tell when it is held, nor who sees to it where
    return holds(asked, entry)


def is_silent(ref: Reference) -> bool:
    """Whether a statement tells nothing of any matter: what the conference is called and for."""
    return ref in _SILENT


def hands_in(asked: Asked, entry: Entry) -> bool:
    """Whether a statement says that a thing is handed in, where that is asked: it tells where the thing goes."""
    return not HANDING_IN & asked.u.words or bool(SAYS_WHERE & entry.units.keys())


def holds(asked: Asked, entry: Entry) -> bool:
    """Whether a statement is of the day that is named, and holds what is asked for."""
    said = _said(asked, entry)
    wanted = [pattern for kind, pattern in _WANTED.items() if asked.u.score(kind) >= CLEAR]
    if asked.u.words & _BY_MAIL:
        wanted.append(MAILED)
    return _on_the_day(asked, entry) and all(pattern.search(said) for pattern in wanted) and _counts(asked, said)


_WANTED = HOLDING | {Kind.WHERE: SOMEWHERE, Kind.ROOM: SOMEWHERE, Kind.WHO: SOMEBODY, Kind.CHAIR: SOMEBODY}

_BY_MAIL = frozenset({"mail", "email", "gmail"})


def _on_the_day(asked: Asked, entry: Entry) -> bool:
    """Whether a statement names the day that the question does, where it names one."""
    part = asked.u.when.part
    if part is not None and not IN_PART[part].search(entry.text):
        return False
    if asked.u.when.day is None:
        return True
    days = asked.days
    if days is None or days.first != days.last:
        return False
    return bool(re.search(rf"(?<!\d)0?{days.first.day}/0?{days.first.month}(?!\d)", entry.text))


def _counts(asked: Asked, said: str) -> bool:
    """Whether the thing that is counted stands behind a number; true where nothing is counted."""
    return asked.u.score(Kind.COUNT) < CLEAR or counted.counted_in(asked, said)


def _said(asked: Asked, entry: Entry) -> str:
    """The statement with what an answer shows beside it."""
    if isinstance(entry.ref, Task):
        line = asked.task_line(entry.ref)
        return f"{line.text} {line.deadline_text or ''}"
    return entry.text
