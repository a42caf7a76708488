"""How a question was read, for somebody who wants to know why it got its answer."""

from dataclasses import dataclass
from datetime import datetime

from domain.answers.asked import Asked
from domain.answers.asking import questions_in
from domain.answers.evidence.second_reading import read_again, weighed
from domain.answers.index import Index
from domain.answers.query import Understanding
from domain.answers.reading import understand
from domain.answers.resolve import resolve
from domain.conference import Programme


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a question was read, for somebody who wants to know why."""

    text: str
    language: str
    tokens: tuple[str, ...]
    content: tuple[tuple[str, float], ...]
    concepts: tuple[str, ...]
    when: str
    kinds: tuple[tuple[str, float], ...]
    candidates: tuple[tuple[str, str, float], ...]
    lines: tuple[tuple[str, float], ...]
    answer: str


def explain_each(text: str, programme: Programme | Index, now: datetime | None) -> tuple[Explanation, ...]:
    """How each question of a message was read."""
    index = programme if isinstance(programme, Index) else Index.of(programme)
    return tuple(explain(part, index, now) for part in questions_in(text, index))


def explain(question: str, programme: Programme | Index, now: datetime | None) -> Explanation:
    """Tokens, entities and kinds with their scores, the nearest statements, and the likeliest lines of the paper."""
    index = programme if isinstance(programme, Index) else Index.of(programme)
    read: Understanding = understand(question, index)
    asked = Asked(read, index, now)
    hits = index.search(read.content)[:5]
    return Explanation(
        text=read.text,
        language=read.language,
        tokens=tuple(token.word for token in read.tokens),
        content=tuple((unit.code, round(unit.weight, 2)) for unit in read.content),
        concepts=tuple(sorted(read.concepts)),
        when="" if read.when.empty else str(read.when),
        kinds=tuple((kind.value, score) for kind, score in read.kinds),
        candidates=tuple((hit.entry.sort.value, hit.entry.text, round(hit.coverage, 2)) for hit in hits),
        lines=tuple((each.line.shown, round(each.likely, 2)) for each in weighed(read, index)),
        answer=type(read_again(asked, (resolve(asked),))[0]).__name__,
    )
