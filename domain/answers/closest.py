"""Of several sentences of the paper that speak of one matter those that say the most of what the question says."""

import re
from collections.abc import Iterable

from domain.abbreviations import NO_STOP_BEHIND
from domain.answers.asked import Asked
from domain.answers.index import FILLER_KEYS, SMALL
from domain.answers.texts import letters_of
from domain.answers.values import Answer, Quoted
from domain.vietnamese import CAPITALS

SENTENCE = re.compile(rf"{NO_STOP_BEHIND}\.\s+(?=[{CAPITALS}])|\n")
"""Where a sentence ends."""

PIECE = re.compile(rf";\s+|{SENTENCE.pattern}")
"""The same of what stands between semicolons."""

_MOST = 2


def said_in(asked: Asked) -> set[str]:
    """The words of the question in plain letters, without those that everybody uses."""
    return {word for word in asked.u.key.split() if word not in FILLER_KEYS | SMALL and len(word) > 1}


def closest(said: set[str], told: Iterable[str]) -> Answer | None:
    """The sentences that share the most words with those said; None where there are none, or too many alike."""
    shared = {text: len(said & {*letters_of(text).split()}) for text in told}
    best = [text for text in shared if shared[text] == max(shared.values())]
    best = [text for text in best if not any(text != other and _repeats(text, other) for other in best)]
    return Quoted(texts=tuple(best)) if 0 < len(best) <= _MOST else None


def _repeats(text: str, other: str) -> bool:
    """Whether another sentence is the same with those who do it before it: "Các đơn vị: tự lo phương tiện"."""
    return other.casefold().endswith(": " + text.casefold())
