"""The one decision before "not known": whether what comes nearest to a question is its answer.

Every statement that holds what is asked for is weighed alike, by how much of the question the index finds in it and
how much the answer made of it speaks of. The nearest one is told where it is near enough, no statement that lacks what
is asked for is clearly nearer, and no other that has it comes close.
"""

from dataclasses import dataclass

from domain.answers import people
from domain.answers.asked import Asked, sources_of
from domain.answers.coverage import explained, is_there, unexplained
from domain.answers.entries import Hit
from domain.answers.fitting import sees_to
from domain.answers.funds import asks_payer
from domain.answers.holding import CLEAR
from domain.answers.item_times import session_times
from domain.answers.query import Kind
from domain.answers.texts import meanings, without_offices
from domain.answers.told import hands_in, holds, is_silent, may_be_told
from domain.answers.values import Answer, Quoted, Responsible, WhereIs
from domain.conference import Session, Task, Unit

NEAR = 0.45
"""How near a statement must come, from 0 (nothing in common) to 1 (it says all that the question names)."""

FOUND = 0.4
"""Share of the question that the index must find in it."""

BESIDE = 0.8
"""Share of what it finds in the nearest statement of all, one without what is asked for included."""

APART = 0.8
"""How near the next one may come at most, as a share of the nearest."""

_LOOKED_AT = 25
"""Statements that are weighed: what comes behind them has next to nothing in common with the question."""

_TIMES = frozenset({Kind.WHEN, Kind.END, Kind.DURATION, Kind.DEADLINE})
_HOURS = frozenset({Kind.WHEN, Kind.END})
"""What an item tells; of how long each of many takes and of when work is due it tells nothing."""

_PLACES = frozenset({Kind.WHERE, Kind.ROOM})
_PERSONS = frozenset({Kind.WHO, Kind.CHAIR})
_VALUES = (*_TIMES, *_PLACES, *_PERSONS, Kind.COUNT)


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A statement as an answer, with how near it comes."""

    answer: Answer
    found: float
    near: float


def nearest(asked: Asked, first_no: Answer | None) -> Answer | None:
    """What comes nearest to the question and holds what it asks for; None where that is not sure enough."""
    wanted = frozenset(kind for kind in _VALUES if asked.u.score(kind) >= CLEAR)
    if not wanted or not asked.specific() or not may_be_told(first_no):
        return None
    hits = asked.index.search(tuple(unit for unit in asked.u.content if not is_there(asked, unit)))
    most = hits.most
    near = [each for hit in hits[:_LOOKED_AT] if (each := _candidate(asked, hit, wanted)) is not None]
    if not near:
        return None
    best, *others = sorted(near, key=lambda each: -each.near)
    if best.near < NEAR or best.found < max(FOUND, BESIDE * most):
        return None
    if any(each.near > APART * best.near and each.answer != best.answer for each in others):
        return None
    left = unexplained(asked, best.answer)
    return None if any(unit.code.startswith("@") for unit in left) else best.answer


def _candidate(asked: Asked, hit: Hit, wanted: frozenset[Kind]) -> _Candidate | None:
    answer = _shown(asked, hit, wanted) if hands_in(asked, hit.entry) else None
    if answer is None:
        return None
    return _Candidate(answer, hit.coverage, (hit.coverage + explained(asked, answer)) / 2)


def _shown(asked: Asked, hit: Hit, wanted: frozenset[Kind]) -> Answer | None:
    """A statement as the answer that it would be; None where it lacks what is asked for."""
    ref = hit.entry.ref
    if isinstance(ref, Session):
        if "medical" in asked.u.concepts and "@medical" not in meanings(without_offices(ref.title)):
            return None
        return _item(asked, ref, wanted)
    if isinstance(ref, Unit) or is_silent(ref) or not holds(asked, hit.entry):
        return None
    if isinstance(ref, Task):
        told = "lodging" not in asked.u.concepts and (not wanted & _PERSONS or sees_to(asked))
        return asked.led([ref]) if told else None
    return Quoted(texts=(people.statement(asked, hit),))


def _item(asked: Asked, item: Session, wanted: frozenset[Kind]) -> Answer | None:
    if (asked.u.when.day or asked.u.when.part) and not (asked.in_scope(item) and item.day):
        return None
    line = asked.line(item)
    if wanted & _PLACES:
        placed = asked.placed_lines([item])
        shown = WhereIs(place=None, lines=placed, timed=bool(wanted & _TIMES), sources=sources_of([item]))
        return shown if placed[0].place else None
    if wanted & _PERSONS and asks_payer(asked.u.key):
        return None
    if wanted & _PERSONS:
        return Responsible(lines=(line,), sources=sources_of([item])) if line.by else None
    if wanted & _HOURS and (line.start or line.within_start):
        return session_times(asked, [item], "end" if Kind.END in wanted else "start")
    return None
