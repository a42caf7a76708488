"""A quoted statement in the line of the paper where it stands: what was asked in bold, what belongs to it around it.

A clause alone may leave out what makes it true or useful: "nam mặc comple" without what women wear, one gate without
the other. Who asked sees the clause first and can read on.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from domain.answers.asked import Asked
from domain.answers.clauses import BORDER
from domain.answers.duty_fitting import asks_hour
from domain.answers.holding import CLEAR, CLOCK, HOLDING, PART_OF_DAY
from domain.answers.index import TOPIC_CODES, Index, facts_of
from domain.answers.pieces import Around
from domain.answers.preparing import prepared
from domain.answers.query import Kind
from domain.answers.texts import meanings
from domain.answers.values import Answer, Practical, Quoted
from domain.conference import Programme, Source
from domain.vietnamese import CAPITALS, squeeze

_SHORTEST = 12
"""Characters of a text that can be found again in a line."""

_LONGEST = 420
"""Characters of a line that is shown whole; of a longer one the sentence is shown, and the next."""

_BEFORE = 120
"""Characters shown before what was asked."""

_AFTER = 280
"""Characters shown behind it."""

MARKER = re.compile(r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[a-zđ][.)]|[IVX]+\.|[-–+*•])\s+")
"""The number or bullet before a line."""

_TABLE = re.compile(r"[|\t]")
_SENTENCE = re.compile(rf"(?<=[.;])\s+(?=[{CAPITALS}])")

Span = tuple[str, int, int]
"""A line of the paper, and from where to where in it a text stands."""


def in_its_line(asked: Asked, found: Answer) -> Answer:
    """The answer, each quoted statement with what belongs to it in its line of the paper."""
    if not isinstance(found, Quoted | Practical):
        return found
    spans: list[Span] = []
    for text in found.texts:
        span = _span(text, _lines(asked.index))
        if spans and span[0] and span[0] == spans[-1][0]:
            line, at, to = spans.pop()
            span = (line, min(at, span[1]), max(to, span[2]))
        spans.append(span if span[0] and _says_more(asked, *span) else (text, 0, len(text)))
    passages = tuple(_around(*span) for span in spans)
    if not any(passages):
        return found
    return replace(found, texts=tuple(line[at:to] for line, at, to in spans), around=passages)


def _says_more(asked: Asked, line: str, at: int, to: int) -> bool:
    """Whether the rest of a line speaks of the question too, or goes on with what is named before a colon."""
    text, rest = line[at:to], f"{line[:at]} {line[to:]}"
    if asked.u.asks(Kind.HOW) or _things_in(asked, rest) - _things_in(asked, text) - asked.index.own_units:
        return True
    if any(told.search(rest) and not told.search(text) for told in _asked_for(asked)):
        return True
    label, _, below = text.rpartition(": ")
    following = BORDER.split(line[to:].lstrip(" ;.,"))[0]
    return bool(_things_in(asked, label)) and not _things_in(asked, below) and ": " not in following


def _asked_for(asked: Asked) -> Iterator[re.Pattern[str]]:
    """What the answer to such a question holds."""
    if asks_hour(asked):
        yield CLOCK
    if asked.u.when.part is not None:
        yield PART_OF_DAY
    yield from (told for kind, told in HOLDING.items() if asked.u.score(kind) >= CLEAR)


def _things_in(asked: Asked, text: str) -> set[str]:
    """What the question names, but for what it only asks for, that a text says too."""
    said = meanings(text)
    return {unit.code for unit in asked.specific() if unit.code not in TOPIC_CODES and unit.is_in(said)}


def _span(text: str, lines: tuple[str, ...]) -> Span:
    """Where a text stands; in an empty line where it is not found, or found in several."""
    wanted = text.strip(" .;").casefold()
    if len(wanted) < _SHORTEST:
        return "", 0, 0
    found = [(line, at) for line in lines if (at := line.casefold().find(wanted)) >= 0]
    if len(found) != 1 or len(found[0][0].casefold()) != len(found[0][0]):
        return "", 0, 0
    line, at = found[0]
    return line, at, at + len(wanted)


def _around(line: str, at: int, to: int) -> Around | None:
    """What is shown of a line before and behind a part of it; None where the part is all of it."""
    before, after = line[:at], line[to:]
    if len(line) > _LONGEST:
        before, after = _SENTENCE.split(before)[-1], " ".join(_SENTENCE.split(after)[:2])
    if len(before) > _BEFORE:
        before = "… " + before[-_BEFORE:].split(" ", 1)[-1]
    if len(after) > _AFTER:
        after = after[:_AFTER].rsplit(" ", 1)[0] + " …"
    return Around(before, after) if len((before + after).strip(" .;")) > 1 else None


@prepared
def _lines(index: Index) -> tuple[str, ...]:
    """The lines of the paper that statements stand in, but for rows of tables; read once."""
    if "lines" not in index.cache:
        texts = (MARKER.sub("", squeeze(source.quote)) for source in _sources(index.programme))
        index.cache["lines"] = tuple(dict.fromkeys(text for text in texts if text and not _TABLE.search(text)))
    return cast(tuple[str, ...], index.cache["lines"])


def _sources(programme: Programme) -> Iterable[Source]:
    told = (facts_of(programme), programme.tasks, programme.groups, programme.moments)
    return (each.source for statements in told for each in statements if each.source is not None)
