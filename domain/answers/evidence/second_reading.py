"""A second reading of the paper: its likeliest line where nothing was found, or beside an answer of another thing.

The rules of the answers know what they look for and miss what they do not know; the lines of the paper know nothing and
miss little. Where both agree, nothing is added; a line that the rules quote and no line bears out is taken back.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from domain.answers import roles, seen_to
from domain.answers.asked import Asked, sources
from domain.answers.asked_itself import TAKING_PART, speaks_of_it
from domain.answers.clauses import narrowed
from domain.answers.dues import speaks_of_check
from domain.answers.entries import Sort
from domain.answers.evidence import associations, forest
from domain.answers.evidence.candidates import candidates
from domain.answers.evidence.features import rows
from domain.answers.evidence.lacking import lacks
from domain.answers.evidence.lines import PaperLines
from domain.answers.evidence.paper_line import PaperLine
from domain.answers.fitting import fits
from domain.answers.hand_ins import tells_of_it
from domain.answers.index import Index
from domain.answers.named import leads_to
from domain.answers.offices import SOMEBODYS_NAME
from domain.answers.outcomes import OUTCOME
from domain.answers.passages import in_its_line
from domain.answers.query import Understanding
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
    Practical,
    Quoted,
    Responsible,
    SavedAnswer,
    SessionTimes,
    TimeLeft,
    WhereIs,
    WholeAgenda,
)
from domain.days import find_dates
from domain.nested import texts_in
from domain.vietnamese import words

SURE = 0.7
"""How likely a line must be the answer to be given where the rules have none: they mostly know why."""

LIKELY = 0.5
"""How likely it must be to be read out beside an answer."""

LIKELIER = 0.25
"""How much likelier it must be than every line that the answer found tells already."""

LONGEST_ASIDE = 400
"""Characters that are read out beside an answer at most."""

DOUBTED = 0.05
"""How unlikely every line must be for what the rules quote to be taken back: it was found by words alone."""

_TOLD = 0.75
"""Share of a line's words in an answer, or of the answer's in it, from which the answer tells it."""

_LEFT_OUT = 0.5
"""Share of a clause's words below which an answer leaves it out."""

_SURELY_NOT = frozenset({"other_event", "awardees", "registration", "own_unit", "list", "absence", OUTCOME})
"""What no line of the paper tells when the rules say that it does not: they know what to look for."""

_COMPLETE = (
    *(Greeting, Abilities, SavedAnswer, OwnMatter, Changes, AskAgain),
    *(NowNext, Neighbour, Order, TimeLeft, WholeAgenda),
)
"""Answers that no line of the paper gives: they stand without it, hang on the clock or on the order of the items."""

_QUOTING = (Practical, Responsible)
"""Answers that mostly read out a line of the paper: if they are right, it is likely."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A line of the paper and how likely it is the answer."""

    line: PaperLine
    likely: float


def weighed(u: Understanding, index: Index) -> list[Weighed]:
    """The few lines of the paper that most likely answer a question, likeliest first."""
    paper = PaperLines.of(index)
    found = candidates(u, paper, associations.learned())
    odds = forest.learned().likeliest(rows(u, paper.index, found))
    return [Weighed(found[at].line, likely) for at, likely in odds]


def read_again(asked: Asked, found: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The answers to a question with what the paper's likeliest line says besides; that line where there is none.

    What the rules quote is taken back where no line of the paper is likely at all.
    """
    if roles.asked_for(asked) is not None or any(_stands(asked, each) for each in found):
        return found  # what lines name somebody as such the rules have looked through
    every = weighed(asked.u, asked.index)
    if every and every[0].likely < DOUBTED and len(found) == 1 and _quotes(asked, found[0]):
        return (asked.no_information("other"),)
    lines = [each for each in every if _may_tell(asked, each.line)]
    told = tuple(each for each in found if each.answered)
    if not lines or lines[0].likely < (LIKELY if told else SURE):
        return found
    if told and not _worth_an_aside(asked, lines, told):
        return found
    if len(told) == len(found):
        return _with_aside(lines[0].line, found)
    gap = next(at for at, each in enumerate(found) if not each.answered)
    quote = _instead(asked, lines[0].line, found[gap]) if lines[0].likely >= SURE else None
    if quote is None:
        return found
    return (*found[:gap], quote, *found[gap + 1 :]) if told else (quote,)


def _may_tell(asked: Asked, line: PaperLine) -> bool:
    """Whether a line is not of another day, of another thing handed in, or of another check."""
    own = tells_of_it(asked, line.shown) and speaks_of_check(asked, line.shown)
    return own and speaks_of_it(asked.u.key, line.shown) and not _on_another_day(asked, line)


def _quotes(asked: Asked, found: Answer) -> bool:
    """Whether an answer reads out a line of the paper as it now stands: what was cancelled is none."""
    if not isinstance(found, _QUOTING):
        return False
    said = _words_of((found,))
    return any(_tell((found,), said, line) for line in PaperLines.of(asked.index).lines)


def _worth_an_aside(asked: Asked, lines: Sequence[Weighed], told: Sequence[Answer]) -> bool:
    """Whether the likeliest line is short, and the answers tell nothing as likely or not the clause that is meant."""
    said, likeliest = _words_of(told), lines[0]
    if len(likeliest.line.shown) > LONGEST_ASIDE or not seen_to.may_tell(
        asked, likeliest.line.text, likeliest.line.sort
    ):
        return False
    likeliest_told = max((each.likely for each in lines if _tell(told, said, each.line)), default=0.0)
    return likeliest.likely - likeliest_told >= LIKELIER or _leave_out(asked, told, likeliest.line)


def _leave_out(asked: Asked, told: Sequence[Answer], line: PaperLine) -> bool:
    """Whether the clauses of a statement that say most of a question say more of it than the answers, and else.

    "Xe con đậu tại sân trường; xe máy gửi tại nhà ông Ba": where the first is told, the second may be meant.
    """
    named = {clause: _spoken(asked, [clause]) for clause in clauses_of(line.shown)}
    most = max(named.values(), default=0.0)
    if line.sort is Sort.SESSION or len(named) < 2 or most <= _spoken(asked, _texts_of(told)):
        return False
    said = _words_of(told)
    meant = [frozenset(words(clause)) for clause, weight in named.items() if weight == most]
    return all(len(own & said) < _LEFT_OUT * len(own) for own in meant)


def _spoken(asked: Asked, texts: Iterable[str]) -> float:
    """What those words of a question weigh that texts say."""
    codes = set[str]().union(*map(codes_of, texts))
    return sum(unit.weight for unit in asked.u.content if unit.code in codes)


def _words_of(told: Sequence[Answer]) -> frozenset[str]:
    return frozenset(word for text in _texts_of(told) for word in words(text))


def _texts_of(told: Sequence[Answer]) -> Iterator[str]:
    """What answers say, but for the lines that they rest on."""
    return (text for each in told for text in texts_in(replace(each, sources=())))


def _on_another_day(asked: Asked, line: PaperLine) -> bool:
    """Whether the question names a day and the line only others."""
    days, named = asked.days, find_dates(line.shown, asked.index.default_year)
    if days is None or not named:
        return False
    return not any(span.first <= days.last and days.first <= span.last for span in named)


def _stands(asked: Asked, found: Answer) -> bool:
    """Whether no line of the paper is wanted: it would tell the same, or nothing that is asked."""
    if isinstance(found, _COMPLETE):
        return True
    return _names(asked, found) if found.answered else not _may_be_told(found)


def _names(asked: Asked, found: Answer) -> bool:
    """Whether the question names in full one of the items that the answer tells."""
    if not isinstance(found, SessionTimes | WhereIs | Responsible):
        return False
    said = {token.word for token in asked.u.tokens}
    return any(said.issuperset(token.word for token in words_of(line.title)) for line in found.lines)


def _may_be_told(found: Answer) -> bool:
    """Whether what the rules did not find may stand in the paper all the same."""
    if isinstance(found, NoInformation):
        return found.topic not in _SURELY_NOT and not found.by  # known who sees to it: the matter was found
    return isinstance(found, Ambiguous) or (isinstance(found, NotUnderstood) and not found.empty)


def _instead(asked: Asked, line: PaperLine, missing: Answer) -> Answer | None:
    """The line as an answer, with the clause that was asked for in bold; None where it lacks what was asked for."""
    if isinstance(missing, NoInformation) and not _for_everybody(missing.topic, line):
        return None
    quote = Quoted(texts=(line.shown,), sources=sources(line.source))
    if not fits(asked, quote) or lacks(asked, line) or leads_to(asked, line.text):
        return None
    return in_its_line(asked, narrowed(asked, quote))


def _for_everybody(topic: str, line: PaperLine) -> bool:
    """Whether a line tells whom all turn to, and no one person's seat: what stands in a list of persons is theirs."""
    if topic == "contact":
        return line.sort is Sort.TASK or bool(_TURN_TO.search(line.text))
    if topic == "invited":
        return line.sort is Sort.GROUP or bool(TAKING_PART.search(line.text))
    if topic != "seat":
        return True
    return bool(_SEATED.search(line.text)) and not (SOMEBODYS_NAME.search(line.shown) or _VENUE.match(line.shown))


_VENUE = re.compile(r"địa điểm|venue", re.IGNORECASE)
_SEATED = re.compile(r"phòng|hội trường|điểm cầu|khán đài|hàng ghế|trực tuyến|\b(?:room|hall|online)\b", re.IGNORECASE)
_TURN_TO = re.compile(
    r"liên hệ|đầu mối|vướng mắc|thắc mắc|zalo|hotline|máy lẻ|\b(?:contact|call)\b"
    r"|(?:thông tin|đăng ký|báo cáo|phản ánh)[^.;:]{0,40}(?:: | về )",
    re.IGNORECASE,
)


def _with_aside(line: PaperLine, found: tuple[Answer, ...]) -> tuple[Answer, ...]:
    """The answers with a line below the last."""
    last = replace(found[-1], beside=(line.shown,), sources=sources(*found[-1].sources, line.source))
    return (*found[:-1], last)


def _tell(found: Sequence[Answer], said: frozenset[str], line: PaperLine) -> bool:
    """Whether answers of these words tell a line: they rest on it, or the words are nearly the same."""
    if line.source is not None and any(line.source in each.sources for each in found):
        return True
    own = frozenset(words(line.shown))
    shared = len(own & said)
    return shared >= _TOLD * len(own) or shared >= _TOLD * len(said)
