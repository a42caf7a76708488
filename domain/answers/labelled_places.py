"""Places told beside what is held there: "Cờ vua: Hội trường …", "Phòng 2 (tầng 1): tư vấn 1-1"."""

import re
from collections.abc import Iterator

from domain.answers.asked import Asked
from domain.answers.texts import meanings
from domain.answers.values import Quoted
from domain.answers.whereabouts import BEGINS, begins_with_place

_PLACED = re.compile(r"(?:Địa điểm|Venue|Place):|:|\btại\b")
"""What stands between a part and its place."""

_LONGEST_NAME = 12


def held_there(asked: Asked) -> Quoted | None:
    """ "Cờ vua đánh ở đâu": the one clause that gives what the question names a place, on either side of a colon."""
    wanted = {unit.code for unit in asked.specific()}
    if not wanted:
        return None
    said = {unit.code for unit in asked.u.content}
    found = {clause: len(said & meanings(what)) for clause, what in _placed(asked) if wanted <= meanings(what)}
    nearest = [clause for clause, shared in found.items() if shared == max(found.values())]
    return Quoted(texts=tuple(nearest)) if len(nearest) == 1 else None


def _placed(asked: Asked) -> Iterator[tuple[str, str]]:
    """Every clause that gives something a place, and what it gives it to."""
    clauses = [clause.strip(" .") for clause in (asked.conference.venue or "").split(";")]
    for clause in clauses if len(clauses) > 1 else ():
        label, *place = _PLACED.split(clause, maxsplit=1)
        if place:
            yield clause, label
    for fact in asked.index.facts:
        label, colon, rest = fact.text.partition(":")
        if colon and begins_with_place(label) and len(rest.split()) <= _LONGEST_NAME:
            yield fact.text, rest
        elif colon and BEGINS.match(rest) and len(label.split()) <= _LONGEST_NAME:
            yield fact.text, label
