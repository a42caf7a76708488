"""How long each of many may take: the limit that the plan sets to talks and papers."""

import re

from domain.answers.asked import Asked
from domain.answers.entries import Sort
from domain.answers.values import (
    Answer,
    Quoted,
)

MINUTES = re.compile(r"\d+\s*(?:phút|’|')")


def limit_of(asked: Asked) -> Answer | None:
    """ "tối đa mấy phút": the statement that sets a length, not the length of the whole item."""
    limiting = asks_limit(asked) or bool({"moi", "each", "per"} & asked.u.words)
    units = tuple(unit for unit in asked.u.content if unit.code not in ("toi", "da", "moi", "qua"))
    sorts = (Sort.TASK, Sort.FACT, Sort.SESSION)
    limit = MINUTES if limiting else EACH
    hits = asked.best([h for h in asked.index.search(units, *sorts) if limit.search(h.entry.text)], SURE_LIMIT)
    return Quoted(texts=(hits[0].entry.text,)) if hits else None


def limit_of_all(asked: Asked) -> Answer:
    """ "Mỗi người được nói mấy phút": the one limit that the plan sets; of several, which is meant is not known."""
    limits = tuple(text for text in asked.index.texts(Sort.FACT, Sort.TASK) if EACH.search(text))
    return Quoted(texts=limits) if len(limits) == 1 else asked.no_information("other")


def asks_limit(asked: Asked) -> bool:
    """Whether the most that may be used is asked for: "tối đa mấy phút"."""
    return bool(_AT_MOST.search(asked.u.key))


_AT_MOST = re.compile(r"\btoi da\b|\b(?:khong|vuot) (?:\w+ )?qua\b|\bqua (?:may|bao nhieu)\b|\blimit\b|\bat most\b")


def of_each(asked: Asked) -> bool:
    """Whether each of several is asked about: "mỗi tham luận mấy phút"."""
    typed = [token.typed for token in asked.u.tokens]
    return "mỗi" in typed or typed[:1] == ["moi"]


def of_each_person(asked: Asked) -> bool:
    """Whether each of those who speak is asked about, and not each day or sitting."""
    return of_each(asked) and not _EACH_SITTING.search(asked.u.key)


_EACH_SITTING = re.compile(r"\b(?:moi|each|per) (?:ngay|buoi|phien|dot|lop|day|session)\b")

EACH = re.compile(r"\b(?:mỗi|không quá|tối đa|no more than|each)\b[^;.]*?\d+\s*(?:phút|minutes)", re.IGNORECASE)
"""The length of each of several, where the item itself tells that of all."""


SURE_LIMIT = 0.6
"""Share of a question that the statement of a length must explain."""
