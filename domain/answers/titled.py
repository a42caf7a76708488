"""Items that a question calls by their very title, word for word: no other that is about the same is meant then."""

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import cast

from domain.answers.entries import Hit
from domain.answers.index import Index
from domain.answers.preparing import prepared
from domain.answers.texts import codes_of, letters_of
from domain.conference import Session
from domain.ids import SessionId

LEAST = 2
"""Words of a title that a question must repeat: one alone names a sort of item."""

SURELY = 4
"""Words of a title from which the item that bears it is meant, however well others fit."""


def called_so(text: str, index: Index) -> dict[SessionId, int]:
    """The items whose title, or its head before a colon or comma, stands in a question, with its number of words."""
    said = f" {_DESIGNATED.sub(lambda part: f'{_NOUNS[part[1]]} {part[2]}', letters_of(text))} "
    names = _names(index)
    begun = dict.fromkeys(pairwise(said.split()))
    found = {number: name.count(" ") - 1 for pair in begun for name, number in names.get(pair, ()) if name in said}
    longest = max(found.values(), default=0)
    return {number: count for number, count in found.items() if count == longest}


_NOUNS = {
    "group": "nhom",
    "subcommittee": "tieu ban",
    "panel": "tieu ban",
    "session": "phien",
    "topic": "chuyen de",
    "report": "bao cao",
    "talk": "bao cao",
    "contest": "hoi thi",
}
_DESIGNATED = re.compile(rf"\b({'|'.join(_NOUNS)}) ([a-e]|\d{{1,2}}|[iv]{{1,3}})\b")
"""A part by its noun and letter or number, in English: "group A"."""


_Names = dict[tuple[str, ...], list[tuple[str, SessionId]]]
"""What items are called in plain letters between spaces, by the two words that the name begins with."""


@prepared
def _names(index: Index) -> _Names:
    """What items are called; read once. Breaks and meals go by any of their names."""
    if "titled" not in index.cache:
        called: _Names = {}
        for session in index.programme.sessions:
            whole, head = session.title, _HEADS.split(session.title, maxsplit=1)[0]
            for name in dict.fromkeys(map(letters_of, (whole, head))):
                words = name.split()
                if len(words) >= LEAST and (len(words) >= SURELY or not codes_of(name) & _ANY_NAME):
                    called.setdefault(tuple(words[:LEAST]), []).append((f" {name} ", session.id))
        index.cache["titled"] = called
    return cast(_Names, index.cache["titled"])


_HEADS = re.compile(r": ?|, ")
_ANY_NAME = frozenset({"@break", "@lunch", "@meals", "@opening", "@closing", "@registration"})


def nearest_in_words(text: str, best: list[Hit]) -> list[Hit]:
    """Of equally good items those whose title holds the longest row of the question's words."""
    said = letters_of(text).split()
    sessions = [hit.entry.ref for hit in best if isinstance(hit.entry.ref, Session)]
    if len(sessions) < len(best) or _SEVERAL & set(said) or any(codes_of(each.title) & _ANY_NAME for each in sessions):
        return best
    rows = [_longest_row(said, letters_of(session.title)) for session in sessions]
    longest = max(rows)
    return best if longest < ROW else [hit for hit, row in zip(best, rows, strict=True) if row == longest]


ROW = 3
"""Words in a row that make one of several items the one that is meant."""

_SEVERAL = frozenset({"cac", "nhung", "bao", "all", "which", "many"})
"""Words that ask for several items, or count them."""


def _longest_row(said: list[str], title: str) -> int:
    rows = ((at, to) for at in range(len(said)) for to in range(at + ROW, len(said) + 1))
    return max((to - at for at, to in rows if f" {' '.join(said[at:to])} " in f" {title} "), default=0)


def preferred(hits: Iterable[Hit], best: list[Hit], sure: float, called: dict[SessionId, int]) -> list[Hit]:
    """Of equally good hits those called so; one with a long title of its own even where others fit better."""
    said = [hit for hit in best if isinstance(hit.entry.ref, Session) and hit.entry.ref.id in called]
    if said or max(called.values()) < SURELY:
        return said or best
    sessions = [hit for hit in hits if isinstance(hit.entry.ref, Session) and hit.coverage >= sure]
    return [hit for hit in sessions if isinstance(hit.entry.ref, Session) and hit.entry.ref.id in called] or best
