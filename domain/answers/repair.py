"""Typos: a word nobody knows becomes the known word one letter away that fits its neighbours."""

from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from domain.answers.cues import CUES
from domain.answers.index import Index, vocabulary
from domain.answers.lexicon import Lexicon, concept_lexicon
from domain.answers.normalise import Token
from domain.answers.spelling import SHORT_WORDS

SHORTEST = 3
"""Letters a word must have to be repaired: shorter ones are one letter away from everything."""


@lru_cache(maxsize=1)
def cue_lexicon() -> Lexicon[tuple[object, float]]:
    """Every question cue with its kind and weight."""
    return Lexicon((phrase, (kind, weight)) for phrase, kind, weight in CUES)


@lru_cache(maxsize=1)
def _own_words() -> frozenset[str]:
    return vocabulary() | frozenset(SHORT_WORDS) | cue_lexicon().words


@lru_cache(maxsize=1)
def _own_pairs() -> frozenset[tuple[str, str]]:
    return cue_lexicon().pairs | concept_lexicon().pairs


def _known(index: Index) -> tuple[frozenset[str], tuple[str, ...]]:
    if "known" not in index.cache:
        known = _own_words() | index.words
        index.cache["known"] = (known, tuple(known))
    return index.cache["known"]  # type: ignore[return-value]


def repair(tokens: tuple[Token, ...], index: Index) -> tuple[Token, ...]:
    """The tokens with unknown words put right where exactly one repair fits; words run together are parted."""
    known, choices = _known(index)
    result: list[Token] = []
    for place, token in enumerate(tokens):
        if token.word in known or len(token.word) < SHORTEST or any(c.isdigit() for c in token.word):
            result.append(token)
            continue
        before = result[-1].word if result else ""
        after = tokens[place + 1].word if place + 1 < len(tokens) else ""
        result += _repaired(token, before, after, index, known, choices)
    return tuple(result)


def _repaired(
    token: Token, before: str, after: str, index: Index, known: frozenset[str], choices: tuple[str, ...]
) -> list[Token]:
    near = [word for word, _, _ in process.extract(token.word, choices, scorer=OSA.distance, score_cutoff=1, limit=30)]
    fitting = [word for word in near if _pair(index, before, word) or _pair(index, word, after)]
    both = [word for word in fitting if _pair(index, before, word) and _pair(index, word, after)]
    best = both or fitting or (near if len(near) == 1 and len(token.word) > SHORTEST else [])
    if best:
        word = min(best, key=lambda w: (abs(len(w) - len(token.word)), w[0] != token.word[0], w))
        return [Token("", word, token.at, token.to)]
    return _parted(token, index, known)


def _pair(index: Index, left: str, right: str) -> bool:
    return (left, right) in _own_pairs() or (left, right) in index.pairs


def _parted(token: Token, index: Index, known: frozenset[str]) -> list[Token]:
    """ "khaimac" as khai mac."""
    for cut in range(2, len(token.word) - 1):
        left, right = token.word[:cut], token.word[cut:]
        if left in known and right in known and _pair(index, left, right):
            return [Token("", left, token.at, token.to), Token("", right, token.at, token.to)]
    return [token]
