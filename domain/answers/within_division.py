"""What is asked of one division is asked of its own programme: "tiểu ban 2 sau giải lao có gì".

Its programme are the parts of its items, or all items of its own days where those of its kind come on different days.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from domain.answers.asked import Asked
from domain.answers.division_days import own_sessions
from domain.answers.division_names import CALLED, find
from domain.answers.divisions import Division, divisions_of
from domain.answers.index import Index
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.reading import understand
from domain.answers.texts import codes_of
from domain.conference import Session
from domain.when import folded_in_place

_IN_ORDER = (Kind.NOW, Kind.NEXT, Kind.FIRST, Kind.LAST, Kind.NTH, Kind.AFTER, Kind.BEFORE, Kind.AT)
_OF_DAY = (Kind.DAY, Kind.AGENDA)
"""Kinds that ask for all of a day, which is its own where those of its kind come on different days."""
_OF_ITEM = (Kind.WHEN, Kind.END, Kind.DURATION, Kind.WHO)
"""Kinds that ask for one of its items only where the question names something besides."""
_OF_TALKS = (Kind.FIRST, Kind.LAST, Kind.NTH)
_TALKS = words_in("@report @paper @topic_talk bai @speech")
"""What each item of a part is, whatever it is called."""


def alone(asked: Asked) -> Asked | None:
    """The question without the division, put to its own programme; None where it is not about one of its items."""
    called = CALLED.findall(asked.u.key)
    if len(called) != 1:
        return None
    plain = folded_in_place(asked.u.text)
    found = CALLED.search(plain)
    division = find(divisions_of(asked.index), *called[0])
    if found is None or division is None or len(plain) != len(asked.u.text):
        return None
    rest = _LEADING.sub("", f"{asked.u.text[: found.start()]} {asked.u.text[found.end() :]}")
    own = _own_index(asked.index, division, talks=False)
    if own is None:
        return None
    read = understand(rest, own)
    if (
        read.kinds
        and read.kinds[0][0] in _OF_TALKS
        and _TALKS & {unit.code for unit in read.content} - set(own.postings)
    ):
        own = _own_index(asked.index, division, talks=True) or own
        others = tuple(unit for unit in read.content if unit.code not in _TALKS)
        return Asked(replace(read, content=others), own, asked.now, asked.asker)
    ordered = read.kinds and read.kinds[0][0] in (_IN_ORDER if division.items else (*_IN_ORDER, *_OF_DAY))
    names = any(own.speaks(unit) for unit in read.content if not unit.generic)
    if not (ordered or (names and read.asks(*_OF_ITEM))) or read.asks(Kind.COUNT):
        return None
    return Asked(read, own, asked.now, asked.asker)


_LEADING = re.compile(
    r"\b(?:của|cua|ở|o|tại|tai|trong|in|of|at)\s+(?=(?:có|co|là|la|thì|thi)\b|\s*$|[?.!])", re.IGNORECASE
)


def _own_index(index: Index, division: Division, *, talks: bool) -> Index | None:
    """The index of its own programme, or of the talks in it, built when it is first asked about."""
    name = f"within {division.noun} {division.label} {talks}"
    if name not in index.cache:
        own = talks_of(index, division) if talks else own_sessions(index, division)
        index.cache[name] = _index_of(index, own) if len(own) >= _FEWEST else None
    return cast(Index | None, index.cache[name])


def talks_of(index: Index, division: Division) -> tuple[Session, ...]:
    """The items of its own programme that somebody gives, without breaks and discussions."""
    items = own_sessions(index, division)
    return tuple(item for item in items if item.responsible and not codes_of(item.title) & _PAUSES)


_PAUSES = frozenset({"@break", "@lunch", "@meals", "@discussion"})
_FEWEST = 2


def _index_of(index: Index, own: Sequence[Session]) -> Index:
    known = {session.id for session in own}
    sessions = tuple(s if s.parent in known else replace(s, parent=None) for s in own)
    days = sorted(session.day for session in own if session.day)
    conference = replace(index.programme.conference, starts_on=days[0], ends_on=days[-1], chair=None)
    return Index.of(
        replace(
            index.programme,
            conference=conference,
            sessions=sessions,
            tasks=(),
            facts=(),
            groups=(),
            moments=(),
            units=(),
        )
    )
