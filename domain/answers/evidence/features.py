"""What speaks for and against a line of the paper as the answer to a question, in numbers.

A forest knows a number by its place, so the order is part of the promise: `NAMES` tells it.
"""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from domain.answers.entries import Hit, Sort
from domain.answers.evidence.candidates import Candidate
from domain.answers.evidence.paper_line import PaperLine, fours
from domain.answers.index import Index
from domain.answers.query import Understanding
from domain.vietnamese import words

_SORTS = tuple(Sort)


def _names(told: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in told.split("|"))


NAMES: tuple[str, ...] = _names(
    """
    words | units | weight | concepts | head weight | unspoken | unspoken share | conference | own | english | second
    | third | company of best | company of second
    | rank | coverage | score | share of best | next | company | behind the best company
    | own share | own units | missing weight | missing in text | missing | head | head in text | heaviest in text
    | told share | line weight
    | pairs | pair share | words share | heading share | anywhere share | clause share | letters share
    | letters told share
    | characters | heading | place | sort | bars | colon | capitals | clauses | concepts in line | concepts in text
    """
)
"""The numbers of a line, in order: what the question is, how the line was found, how it fits, and what it is."""


@dataclass(frozen=True, slots=True)
class _Question:
    """What is the same for every line that a question is held against."""

    u: Understanding
    words: tuple[str, ...]
    pairs: tuple[str, ...]
    letters: frozenset[str]
    total: float

    @classmethod
    def of(cls, u: Understanding) -> "_Question":
        said = words(u.text)
        pairs = tuple(f" {one} {two} " for one, two in itertools.pairwise(said))
        total = sum(unit.weight for unit in u.content) or 1.0
        return cls(u, said, pairs, fours(f" {' '.join(said)} "), total)


def rows(u: Understanding, index: Index, lines: Sequence[Candidate]) -> list[list[float]]:
    """The numbers of every line that may answer a question; `index` is over the lines of the paper."""
    if not lines:
        return []
    question = _Question.of(u)
    companies = sorted((each.company for each in lines), reverse=True)
    asked = _of_question(question, index, lines, companies)
    return [asked + _of_line(question, lines, companies[0], rank) for rank in range(len(lines))]


def _of_question(
    question: _Question, index: Index, lines: Sequence[Candidate], companies: Sequence[float]
) -> list[float]:
    u = question.u
    head = next((unit for unit in u.content if not unit.generic), None)
    unspoken = [unit.weight for unit in u.content if unit.code not in index.postings]
    best = lines[0].hit.score
    return [
        len(question.words),
        len(u.content),
        question.total,
        len(u.concepts),
        head.weight if head else 0.0,
        len(unspoken),
        sum(unspoken) / question.total,
        u.about_conference,
        u.own,
        u.language == "en",
        lines[1].hit.score / best if len(lines) > 1 and best else 0.0,
        min(each.hit.coverage for each in lines[:3]),
        companies[0],
        companies[min(1, len(companies) - 1)],
    ]


def _of_line(question: _Question, lines: Sequence[Candidate], best_company: float, rank: int) -> list[float]:
    each, best = lines[rank], lines[0].hit.score
    hit, line = each.hit, each.line
    after = lines[rank + 1].hit.score if rank + 1 < len(lines) else 0.0
    return [
        rank,
        hit.coverage,
        hit.score,
        hit.score / best if best else 0.0,
        after / hit.score if hit.score else 0.0,
        each.company,
        each.company - best_company,
        *_of_units(question, hit),
        *_of_words(question, line),
        len(line.text),
        bool(line.heading),
        each.place,
        _SORTS.index(line.sort),
        line.text.count("|"),
        line.text.find(":"),
        line.text.isupper(),
        len(line.clauses),
        sum("@" + concept in hit.entry.units for concept in question.u.concepts),
        sum("@" + concept in hit.entry.own for concept in question.u.concepts),
    ]


def _of_units(question: _Question, hit: Hit) -> list[float]:
    """How much of what the question speaks of is in the line, by weight."""
    content, entry = question.u.content, hit.entry
    own = [unit.weight for unit in content if unit.code in entry.own]
    missing = [unit.weight for unit in content if unit.code not in entry.units]
    head = next((unit.code for unit in content if not unit.generic), "")
    heaviest = max(content, key=lambda unit: unit.weight).code if content else ""
    return [
        sum(own) / question.total,
        len(own),
        max(missing, default=0.0),
        max((unit.weight for unit in content if unit.code not in entry.own), default=0.0),
        len(missing),
        head in entry.units,
        head in entry.own,
        heaviest in entry.own,
        sum(own) / entry.weight,
        entry.weight,
    ]


def _of_words(question: _Question, line: PaperLine) -> list[float]:
    """How much of the question's own words and letters is in the line."""
    said = [f" {word} " for word in question.words]
    count = len(said) or 1
    here = [word in line.row for word in said]
    above = [word in line.heading_row for word in said]
    pairs = sum(pair in line.row for pair in question.pairs)
    shared = len(question.letters & line.letters)
    return [
        pairs,
        pairs / (len(question.pairs) or 1),
        sum(here) / count,
        sum(above) / count,
        sum(one or two for one, two in zip(here, above, strict=True)) / count,
        max((sum(word in clause for word in said) for clause in line.clauses), default=0) / count,
        shared / (len(question.letters) or 1),
        shared / (len(line.letters) or 1),
    ]
