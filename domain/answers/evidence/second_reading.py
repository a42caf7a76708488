"""A second reading of the paper: its likeliest line where nothing was found, or beside an answer of another thing.

The rules of the answers know what they look for and miss what they do not know; the lines of the paper know nothing and
miss little. Where both agree, nothing is added.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from domain.answers.asked import Asked, sources
from domain.answers.clauses import narrowed
from domain.answers.entries import Sort
from domain.answers.evidence.features import rows
from domain.answers.evidence.forest import learned
from domain.answers.evidence.lines import PaperLine, PaperLines
from domain.answers.fitting import fits
from domain.answers.holding import CLEAR, NUMBER
from domain.answers.index import Index
from domain.answers.named import leads_to
from domain.answers.offices import SOMEBODYS_NAME
from domain.answers.passages import in_its_line
from domain.answers.query import Kind, Understanding
from domain.answers.texts import clauses_of, codes_of, words_of
from domain.answers.unanswered_values import Ambiguous, NoInformation, NotUnderstood
from domain.answers.values import (
    Abilities,
    Answer,
    AskAgain,
    Changes,
    Greeting,
    Neighbour,
    NowNext,
    Order,
    OwnMatter,
    Quoted,
    Responsible,
    SavedAnswer,
    SessionTimes,
    TimeLeft,
    WhereIs,
    WholeAgenda,
)
from domain.nested import texts_in
from domain.vietnamese import words

SURE = 0.7
"""How likely a line must be the answer to be given where the rules have none: they mostly know why."""

LIKELY = 0.6
"""How likely it must be to be read out beside an answer."""

LIKELIER = 0.2
"""How much likelier it must be than every line that the answer found tells already."""

_TOLD = 0.75
"""Share of a line's words in an answer, or of the answer's in it, from which the answer tells it."""

_SURELY_NOT = frozenset(
    {"other_event", "changes", "awardees", "contact", "registration", "own_unit", "seat", "absence", "list"}
)
"""What no line of the paper tells when the rules say that it does not: they know what to look for."""

_COMPLETE = (
    *(Greeting, Abilities, SavedAnswer, OwnMatter, Changes, AskAgain),
    *(NowNext, Neighbour, Order, TimeLeft, WholeAgenda),
)
"""Answers that no line of the paper gives: they stand without it, hang on the clock or on the order of the items."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A line of the paper and how likely it is the answer."""

    line: PaperLine
    likely: float


def weighed(u: Understanding, index: Index) -> list[Weighed]:
    """The few lines of the paper that most likely answer a question, likeliest first."""
    paper = PaperLines.of(index)
    hits = paper.near(u.content)
    return [Weighed(paper.line(hits[at]), likely) for at, likely in learned().likeliest(rows(u, paper, hits))]


def read_again(asked: Asked, found: Answer) -> Answer:
    """The answer found with what the paper's likeliest line says besides; that line where there is no answer."""
    if isinstance(found, _COMPLETE) or not (found.answered or _may_be_told(found)) or _names(asked, found):
        return found
    lines = weighed(asked.u, asked.index)
    if not lines or lines[0].likely < (LIKELY if found.answered else SURE):
        return found
    return _beside(lines, found) if found.answered else _instead(asked, lines[0].line) or found


def _names(asked: Asked, found: Answer) -> bool:
    """Whether the question names in full one of the items that the answer tells."""
    if not isinstance(found, SessionTimes | WhereIs | Responsible):
        return False
    said = {token.word for token in asked.u.tokens}
    return any(said.issuperset(token.word for token in words_of(line.title)) for line in found.lines)


def _may_be_told(found: Answer) -> bool:
    """Whether what the rules did not find may stand in the paper all the same."""
    if isinstance(found, NoInformation):
        return found.topic not in _SURELY_NOT and not found.by  # known who sees to it: the matter was found, not this
    return isinstance(found, Ambiguous) or (isinstance(found, NotUnderstood) and not found.empty)


def _instead(asked: Asked, line: PaperLine) -> Answer | None:
    """The line as an answer, with the clause that was asked for in bold; None where it lacks what was asked for."""
    quote = Quoted(texts=(line.shown,), sources=sources(line.source))
    if not fits(asked, quote) or _lacks(asked, line) or leads_to(asked, line.text):
        return None
    return in_its_line(asked, narrowed(asked, quote))


def _lacks(asked: Asked, line: PaperLine) -> bool:
    """Whether a line holds no such place, nobody by name, no number of it or no limit, where that is asked for.

    Here the rules know best why they have no answer: much in a paper speaks of a thing without telling who or how many.
    """
    u = asked.u
    if (what := _WHICH_PLACE.search(u.key)) is not None and what[1] not in line.words:
        return True
    if u.asks(Kind.FLOOR):
        return not _FLOOR.search(line.text)
    if u.score(Kind.DEADLINE) >= CLEAR:
        return line.sort is Sort.SESSION
    if u.score(Kind.COUNT) >= CLEAR:
        return not _counts(asked, line)
    who = u.score(Kind.WHO) >= CLEAR or u.score(Kind.CHAIR) >= CLEAR
    return who and not SOMEBODYS_NAME.search(line.shown)


def _counts(asked: Asked, line: PaperLine) -> bool:
    """Whether a clause of the line tells a number of the first thing that is asked about."""
    head = next((unit.code for unit in asked.u.content if not unit.generic), None)
    return any(NUMBER.search(clause) and (head is None or head in codes_of(clause)) for clause in clauses_of(line.text))


_WHICH_PLACE = re.compile(r"\b(cong|phong|tang|san|nha|khu|toa|ban|quay|lan|ga|ben) nao\b")
_FLOOR = re.compile(r"tầng|lầu|floor|storey", re.IGNORECASE)


def _beside(lines: Sequence[Weighed], found: Answer) -> Answer:
    """The answer with the likeliest line, where it tells no line that is nearly as likely."""
    said = frozenset(word for text in texts_in(replace(found, sources=())) for word in words(text))
    told = max((each.likely for each in lines if _tells(found, said, each.line)), default=0.0)
    best = lines[0]
    if best.likely - told < LIKELIER:
        return found
    return replace(found, beside=(best.line.shown,), sources=sources(*found.sources, best.line.source))


def _tells(found: Answer, said: frozenset[str], line: PaperLine) -> bool:
    """Whether an answer tells a line: it rests on it, or their words are nearly the same."""
    if line.source is not None and line.source in found.sources:
        return True
    own = frozenset(words(line.shown))
    shared = len(own & said)
    return shared >= _TOLD * len(own) or shared >= _TOLD * len(said)
