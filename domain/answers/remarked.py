"""A part meant by what the paper says of it elsewhere: "the English session" of "riêng Tiểu ban 4 dùng tiếng Anh"."""

import re
from functools import cache

from domain.answers import named
from domain.answers.asked import Asked, sources_of
from domain.answers.holding import CLEAR
from domain.answers.item_times import session_times
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Unit
from domain.answers.texts import meanings, read
from domain.answers.values import Answer, Responsible, WhereIs
from domain.conference import Session


def of_remarked(asked: Asked) -> Answer | None:
    """When, where or by whom the one part is held that a remark tells to be as the question says."""
    if max(map(asked.u.score, _ASKED)) < CLEAR:
        return None
    wanted = [unit for unit in asked.specific() if not _kind_of_part(unit)]
    if not wanted or not any(map(_kind_of_part, asked.u.content)):
        return None  # no part is spoken of
    parts = {
        name: found for clause in _clauses(asked) if _says(clause, wanted) for name, found in _named(asked, clause)
    }
    if len(parts) != 1 or any(_says(session.title, wanted) for session in asked.index.programme.sessions):
        return None
    return _told(asked, next(iter(parts.values())))


def _told(asked: Asked, parts: list[Session]) -> Answer | None:
    if max(asked.u.score(Kind.ROOM), asked.u.score(Kind.WHERE)) >= CLEAR:
        return WhereIs(place=asked.venue, lines=asked.placed_lines(parts), sources=sources_of(parts))
    if asked.u.score(Kind.WHO) >= CLEAR:
        led = [part for part in parts if part.responsible]
        return Responsible(lines=asked.lines(led), sources=sources_of(led)) if led else None
    return session_times(asked, parts, "start")


def _says(text: str, wanted: list[Unit]) -> bool:
    said = meanings(text)
    return all(unit.is_in(said) for unit in wanted)


def _clauses(asked: Asked) -> list[str]:
    return [clause for fact in asked.index.facts for clause in _CLAUSE.split(fact.text)]


def _named(asked: Asked, clause: str) -> list[tuple[str, list[Session]]]:
    """The parts whose whole name a remark says."""
    words = f" {' '.join(token.word for token in read(clause)[0])} "
    names = named.names_of_items(asked.index)
    said = [(" ".join(name), found) for name, found in names.items() if name[0] in _parts()]
    return [(name, found) for name, found in said if f" {name} " in words]


def _kind_of_part(unit: Unit) -> bool:
    return unit.is_in(_parts()) or unit.code.startswith("thu")


_ASKED = (Kind.WHEN, Kind.WHERE, Kind.ROOM, Kind.WHO)


@cache
def _parts() -> frozenset[str]:
    """What a part is called; the words that say the same are read with the first question, not at the start."""
    return words_in("phien tieu ban to nhom session sessions track panel subcommittee buoi phan lop group workshop") | {
        code for word in ("tiểu ban", "nhóm", "session") for code in meanings(word)
    }


_CLAUSE = re.compile(r"[;.]\s+")
