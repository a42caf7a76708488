"""Who leads a cluster or hosts its conference in a year to come, where the paper hands that over."""

import re
from collections.abc import Iterator

from domain.answers.asked import Asked
from domain.answers.entries import Sort
from domain.answers.outcomes import OUTCOME
from domain.answers.texts import clauses_of, letters_of
from domain.answers.values import Answer, Quoted

_OFFICE = re.compile(
    r"\b(?:(?:cum|khoi) (?:truong|pho)|truong (?:cum|khoi)|pho (?:cum|khoi)|dang cai)\b|\b(?:lead|head|chair|host)s?\b"
)
_YEAR = re.compile(r"\b20\d\d\b")
_TO_COME = re.compile(
    r"\b(?:nam (?:sau|toi|den|ke tiep)|lan (?:sau|toi)|ky (?:sau|toi)|cuoi nam|tiep theo|sap toi|next (?:year|time))\b"
)
_WHO = re.compile(r"\b(?:ai|nao|who|which)\b")
_ENGLISH = re.compile(r"\b(?:lead|head|chair)s?\b")


def succeeding(asked: Asked) -> Answer | None:
    """The clause that gives the office to somebody for the year that is asked about; not known where none does."""
    key = asked.u.key
    office, year, later = _OFFICE.search(key), _YEAR.search(key), _TO_COME.search(key)
    if office is None or not (year or later) or not _WHO.search(key):
        return None
    now = str(asked.known.starts_on.year) if asked.known.starts_on else ""
    if year is not None and year[0] == now:
        return None
    called = r"\b(?:cum|khoi) truong\b|\btruong (?:cum|khoi)\b" if _ENGLISH.match(office[0]) else rf"\b{office[0]}\b"
    when = re.compile(rf"\b{year[0]}\b" if year else rf"\b(?!{now or 'x'}\b)20\d\d\b|{_TO_COME.pattern}")
    told = [each for each in _clauses(asked) if re.search(called, letters_of(each)) and when.search(letters_of(each))]
    given = [each for each in told if not all(map(_ONLY_ELECTS.search, _naming(called, each)))]
    if told and not given:
        return asked.no_information(OUTCOME)
    return Quoted(texts=tuple(given[:1])) if given else asked.no_information("who")


def _naming(office: str, clause: str) -> list[str]:
    """The pieces of a clause between commas that speak of an office, in plain letters."""
    return [letters for piece in clause.split(",") if re.search(office, letters := letters_of(piece))]


_ONLY_ELECTS = re.compile(
    r"\b(?:bau|ban giao|hiep thuong|suy cu|suy ton|de cu|luan phien|cong bo|gioi thieu)"
    r"(?: (?:va|cum|khoi|truong|pho|cac|chuc danh|nhiem vu|don vi|cho|nam|20\d\d|sau|toi|tiep theo))*$"
)
"""That somebody is elected there, and not who."""


def _clauses(asked: Asked) -> Iterator[str]:
    return (clause for text in asked.index.texts(Sort.SESSION, Sort.TASK, Sort.FACT) for clause in clauses_of(text))
