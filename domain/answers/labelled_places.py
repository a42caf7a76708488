"""Places told beside what is held there: "Cờ vua: Hội trường …", "Phòng 2 (tầng 1): tư vấn 1-1"."""

import re
from collections.abc import Iterator

from domain.answers.asked import Asked
from domain.answers.entries import Sort
from domain.answers.texts import clauses_of, meanings
from domain.answers.values import Quoted
from domain.answers.whereabouts import BEGINS, begins_with_place, place_in

_PLACED = re.compile(r"(?:Địa điểm|Venue|Place):|:|\btại\b")
"""What stands between a part and its place."""


def held_there(asked: Asked) -> Quoted | None:
    """ "Cờ vua đánh ở đâu": the one clause that gives what the question names a place, on either side of a colon."""
    wanted = {unit.code for unit in asked.specific()}
    if not wanted:
        return None
    said = {unit.code for unit in asked.u.content}
    placed = ((clause, what) for clause, what in _placed(asked) if wanted <= meanings(what))
    found = {clause: len(said & meanings(what)) for clause, what in placed if _is_of(wanted, what)}
    nearest = [clause for clause, shared in found.items() if shared == max(found.values())]
    return Quoted(texts=tuple(nearest)) if len(nearest) == 1 else None


def _placed(asked: Asked) -> Iterator[tuple[str, str]]:
    """Every clause that gives something a place, and what it gives it to."""
    for clause in clauses_of(asked.conference.venue or ""):
        label, *place = _PLACED.split(clause, maxsplit=1)
        if place:
            yield clause, label
    for clause in (clause for text in asked.index.texts(Sort.FACT) for clause in clauses_of(text)):
        label, _, rest = clause.partition(":")
        if begins_with_place(label) and _is_name(rest):
            yield clause, rest
        elif _is_name(label) and (BEGINS.match(rest) or place_in(rest)):
            yield clause, label
        elif not rest and (named := _AT.match(clause)) is not None:
            yield clause, named[0]


def _is_of(wanted: set[str], what: str) -> bool:
    """Whether a thing is what stands before "tại": all of a short name, or what a longer one begins with."""
    return (
        not what.endswith("tại")
        or len(what.split()) <= _SHORT
        or not wanted.isdisjoint(meanings(" ".join(what.split()[:2])))
    )


_SHORT = 5  # words


def _is_name(text: str) -> bool:
    return len(text.split()) <= _LONGEST_NAME


_LONGEST_NAME = 12
_AT = re.compile(r"(?:\S+ ){1,8}tại\b")
"""A name of a few words with its place, and no sentence: "Đi thực địa tại hồ Khe Lau"."""
