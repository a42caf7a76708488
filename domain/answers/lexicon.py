"""Finding vocabulary phrases in a row of tokens: longest first, with and without marks."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Generic, TypeVar

from domain.answers import concepts, dictionary, names, thesaurus
from domain.answers.normalise import Token, may_mean, tokens_of, unify_names

T = TypeVar("T")

_LITTLE_WORDS = frozenset({"the", "on", "do", "to", "in", "at", "me", "or", "is", "am"})
"""English words that would be read as Vietnamese ones without their marks ("the" as "thẻ")."""


@dataclass(frozen=True, slots=True)
class Match(Generic[T]):
    """A phrase found at tokens[first:last], with everything it stands for; `exact` with the marks of its `words`."""

    first: int
    last: int
    payloads: tuple[T, ...]
    exact: bool = False
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[T]):
    keys: tuple[str, ...]
    words: tuple[str, ...]
    payloads: tuple[T, ...]


class Lexicon(Generic[T]):
    """Phrases and what they stand for; a phrase may stand for several things."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        collected: dict[tuple[str, ...], tuple[tuple[str, ...], list[T]]] = {}
        for phrase, payload in entries:
            tokens = unify_names(tokens_of(phrase))
            if tokens:
                words = tuple(token.typed or token.word for token in tokens)
                collected.setdefault(words, (tuple(token.word for token in tokens), []))[1].append(payload)
        phrases = [_Phrase(keys, words, tuple(payloads)) for words, (keys, payloads) in collected.items()]
        self.by_start: dict[tuple[str, ...], list[_Phrase[T]]] = {}
        for each in sorted(phrases, key=lambda phrase: -len(phrase.keys)):
            self.by_start.setdefault(each.keys[:2], []).append(each)
        self._last: tuple[tuple[Token, ...], list[Match[T]]] = ((), [])
        self.starts = frozenset(phrase.keys[0] for phrase in phrases)
        self.words = frozenset(key for phrase in phrases for key in phrase.keys)
        self.forms = frozenset(word for phrase in phrases for word in phrase.words)
        self.pairs = frozenset(pair for phrase in phrases for pair in pairwise(phrase.keys))
        self.written = frozenset(pair for phrase in phrases for pair in pairwise(phrase.words))

    def find(self, tokens: tuple[Token, ...]) -> list[Match[T]]:
        """The phrases in the tokens, in order, not overlapping, the longest at each place.

        What was found last is kept: the stages of understanding look through the same words one after another.
        """
        known, found = self._last
        if known is not tokens:
            found = self._found(tokens)
            self._last = (tokens, found)
        return list(found)

    def _found(self, tokens: tuple[Token, ...]) -> list[Match[T]]:
        found = []
        place = 0
        words = tuple([token.word for token in tokens])
        while place < len(words):
            match = self._at(tokens, words, place) if words[place] in self.starts else None
            if match is None:
                place += 1
            else:
                found.append(match)
                place = match.last
        return found

    def _at(self, tokens: tuple[Token, ...], words: tuple[str, ...], place: int) -> Match[T] | None:
        """The longest phrase that begins here; of equal ones that which has the very marks that were typed."""
        found: Match[T] | None = None
        longer = self.by_start.get(words[place : place + 2], ()) if place + 1 < len(words) else ()
        single = self.by_start.get(words[place : place + 1], ())
        for phrase in (*longer, *single) if longer else single:
            last = place + len(phrase.keys)
            if found is not None and last < found.last:
                break
            if words[place:last] != phrase.keys:
                continue
            row = tokens[place:last]
            if not _may_be(row, phrase):
                continue
            if tuple(token.typed for token in row) == phrase.words:
                return Match(place, last, phrase.payloads, exact=True, words=phrase.words)
            found = found or Match(place, last, phrase.payloads, words=phrase.words)
        return found


def _may_be(row: tuple[Token, ...], phrase: _Phrase[T]) -> bool:
    """Whether words with the letters of a phrase may stand for it with the marks that they bear."""
    alone = len(phrase.keys) == 1
    if alone and row[0].typed in _LITTLE_WORDS and phrase.words[0] != row[0].typed:
        return False
    return all(may_mean(token, word, alone) for token, word in zip(row, phrase.words, strict=True))


@lru_cache(maxsize=1)
def concept_lexicon() -> Lexicon[str]:
    """Every concept phrase with its codes; phrases that only look like one stand for ""."""
    entries = [
        (phrase, code)
        for table in (concepts.AGENDA, concepts.TOPICS, names.NAMES)
        for code, phrases in table.items()
        for phrase in _forms(phrases)
    ]
    return Lexicon(entries + [(phrase, "") for phrase in names.NO_CONCEPT])


@lru_cache(maxsize=1)
def synonym_lexicon() -> Lexicon[str]:
    """Every row of the thesaurus and of the dictionary under one code ("=gửi/nộp") for all its phrases."""
    return Lexicon((form, code) for code, row in _synonyms() for form in _forms(row))


@lru_cache(maxsize=1)
def synonym_stems() -> dict[str, tuple[str, ...]]:
    """The codes of the rows that hold an English word, by its stem ("sent" finds "send")."""
    found: dict[str, list[str]] = {}
    for code, row in _synonyms():
        for phrase in row:
            if phrase.isascii() and " " not in phrase:
                found.setdefault(stem(phrase), []).append(code)
    return {root: tuple(codes) for root, codes in found.items()}


def _synonyms() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every row with its code: how it begins, not where it stands, for the learned company of words hangs on it."""
    for mark, rows in (("=", thesaurus.rows()), ("==", dictionary.rows())):
        yield from ((mark + "/".join(row[:2]), row) for row in rows)


def _forms(row: tuple[str, ...]) -> list[str]:
    """The phrases of a row, English ones with their plural too."""
    plural = [f"{phrase}s" for phrase in row if phrase.isascii() and not phrase.endswith("s")]
    return [*row, *(form for form in plural if form not in row)]


_IRREGULAR = {
    "sent": "send",
    "given": "give",
    "gave": "give",
    "taught": "teach",
    "written": "write",
    "wrote": "write",
    "paid": "pay",
    "brought": "bring",
    "bought": "buy",
    "chosen": "choose",
    "chose": "choose",
    "spoken": "speak",
    "spoke": "speak",
    "held": "hold",
    "left": "leave",
    "hung": "hang",
    "built": "build",
    "sold": "sell",
}

_ENDINGS = ("ies", "ing", "es", "ed", "s", "e")


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """An English word without its ending ("prints", "printing" → "print"); no Vietnamese syllable ends like that."""
    word = _IRREGULAR.get(word, word)
    if not word.isascii() or not word.isalpha():
        return word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM and not word.endswith("ss"):
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


SHORTEST_STEM = 3


@lru_cache(maxsize=8)
def phrase_lexicon(phrases: tuple[str, ...]) -> Lexicon[str]:
    """A table of phrases, each standing for itself."""
    return Lexicon((phrase, phrase) for phrase in phrases)
