"""The few lines of a paper that may answer a question: those with words of it, and those that keep it company."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from domain.answers.entries import Hit
from domain.answers.evidence.associations import Associations, Pull
from domain.answers.evidence.lines import PaperLines
from domain.answers.evidence.paper_line import PaperLine
from domain.answers.query import Understanding

ALIKE = 6
"""Lines that are weighed because they share most with the content of a question."""

IN_COMPANY = 2
"""Lines that are weighed besides because they keep it the best company."""

MANY = 300
"""Lines of a paper above which only those are looked at that share words with a question: all would take too long."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may answer: where it stands, how it was found, and how well it keeps company with the question."""

    place: float
    line: PaperLine
    hit: Hit
    company: float


def candidates(u: Understanding, paper: PaperLines, associations: Associations) -> list[Candidate]:
    """The lines that may answer a question, those that share most with it first."""
    if not u.tokens:
        return []
    pull = associations.asked(u)
    found = paper.index.search(u.content)
    alike = {_number(hit): hit for hit in found[:ALIKE]}
    if len(paper.lines) <= MANY:
        others = {_number(hit): hit for hit in found[ALIKE:]}
        alike |= {number: others.get(number) or _unlike(paper, number) for number in _best(pull, paper, alike)}
    count = len(paper.lines)
    return [
        Candidate(number / count, paper.lines[number], hit, _company(pull, paper, number))
        for number, hit in alike.items()
    ]


def _best(pull: Pull, paper: PaperLines, but: dict[int, Hit]) -> Iterator[int]:
    """The lines that keep the best company, but for some."""
    rest = (number for number in range(len(paper.lines)) if number not in but)
    scored = ((_company(pull, paper, number), number) for number in rest)
    return (number for _, number in heapq.nlargest(IN_COMPANY, scored))


def _company(pull: Pull, paper: PaperLines, number: int) -> float:
    return pull.to(paper.signs[number], paper.entries[number])


def _number(hit: Hit) -> int:
    return int(cast(str, hit.entry.ref))


def _unlike(paper: PaperLines, number: int) -> Hit:
    return Hit(paper.entries[number], 0.0, 0.0)
