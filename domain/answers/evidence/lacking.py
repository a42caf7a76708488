"""What a line of the paper lacks to be an answer, however likely it looks: the place, the name, the number."""

import re

from domain.answers import seen_to
from domain.answers.asked import Asked
from domain.answers.entries import Sort
from domain.answers.evidence.lines import PaperLines
from domain.answers.evidence.paper_line import PaperLine
from domain.answers.holding import CLEAR, NUMBER
from domain.answers.limits import of_each
from domain.answers.offices import SOMEBODYS_NAME
from domain.answers.query import Kind
from domain.answers.shares import asks_each, tells_each
from domain.answers.texts import clauses_of, codes_of, meanings


def lacks(asked: Asked, line: PaperLine) -> bool:
    """Whether a line holds no such place, nobody by name, no number of it or no limit, where that is asked for.

    Here the rules know best why they have no answer: much in a paper speaks of a thing without telling who or how many.
    """
    u = asked.u
    if line.sort is Sort.FIELD:
        return True  # title, place and days of the whole are what the rules know first
    if line.sort is Sort.SESSION and _unspoken(asked) > _MOSTLY:
        return True
    if not seen_to.may_tell(asked, line.text, line.sort):
        return True
    if _tells_of_whole(asked, line) or _tells_of_others(asked, line):
        return True
    if (what := _WHICH_PLACE.search(u.key)) is not None and what[1] not in line.words:
        return True
    if u.asks(Kind.FLOOR):
        return not _FLOOR.search(line.text)
    if u.score(Kind.DEADLINE) >= CLEAR:
        return line.sort is Sort.SESSION
    if u.score(Kind.COUNT) >= CLEAR:
        return not _counts(asked, line) or (asks_each(u.key) and not tells_each(line.text))
    who = u.score(Kind.WHO) >= CLEAR or u.score(Kind.CHAIR) >= CLEAR
    return who and not SOMEBODYS_NAME.search(line.shown)


def _tells_of_whole(asked: Asked, line: PaperLine) -> bool:
    """Whether a line gives the time of the whole to who asks for that of one thing: "mấy giờ biểu quyết"."""
    hour = any(asked.u.score(kind) >= CLEAR for kind in (Kind.WHEN, Kind.END, Kind.DURATION, Kind.TIME_LEFT))
    whole = hour and bool(asked.specific()) and not asked.only_conference() and _WHOLE.search(line.text)
    return bool(whole) and not any(unit.is_in(meanings(line.text)) for unit in asked.specific())


_WHOLE = re.compile(r"^(?:[\divxa-d]+ ?[-.)/] ?)?(?:thời gian\b|hội nghị|đại hội|time\b|date\b)", re.IGNORECASE)


def _tells_of_others(asked: Asked, line: PaperLine) -> bool:
    """Whether a length is asked for of each of a kind ("mỗi tham luận") that the line does not name."""
    if not (asked.u.score(Kind.DURATION) >= CLEAR or asked.u.score(Kind.COUNT) >= CLEAR) or not of_each(asked):
        return False
    each = next((unit for unit in asked.specific()), None)
    return each is not None and not each.is_in(meanings(line.text))


def _unspoken(asked: Asked) -> float:
    """The share of what a question speaks of that the paper never mentions."""
    spoken = PaperLines.of(asked.index).index.postings
    missing = sum(unit.weight for unit in asked.u.content if unit.code not in spoken)
    return missing / (sum(unit.weight for unit in asked.u.content) or 1.0)


def _counts(asked: Asked, line: PaperLine) -> bool:
    """Whether a clause of the line tells a number of the first thing that is asked about."""
    head = next((unit.code for unit in asked.u.content if not unit.generic), None)
    told = _HOURS.sub("", line.text)
    return any(NUMBER.search(clause) and (head is None or head in codes_of(clause)) for clause in clauses_of(told))


_MOSTLY = 0.5
_HOURS = re.compile(r"^[\d:–/, ]+: ")
"""The hours and the day before an item, which count nothing."""

_WHICH_PLACE = re.compile(r"\b(cong|phong|tang|san|nha|khu|toa|ban|quay|lan|ga|ben) nao\b")
_FLOOR = re.compile(r"tầng|lầu|floor|storey", re.IGNORECASE)
