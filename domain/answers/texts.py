"""What a text may be found by: its words, their stems, its things, and what says the same."""

import re
from functools import lru_cache
from itertools import pairwise

from domain.abbreviations import NO_STOP_BEHIND
from domain.answers.lexicon import Lexicon, concept_lexicon, stem, synonym_lexicon
from domain.answers.money import LARGE_SUM
from domain.answers.normalise import Token, bare, tokens_of, unify_names
from domain.answers.reached import CALLED_OR_MAILED, MAILED
from domain.vietnamese import CAPITALS, search_key


@lru_cache(maxsize=5_000)
def words_of(text: str) -> tuple[Token, ...]:
    """The tokens of a text as it is written, long names and all."""
    return tokens_of(text)


@lru_cache(maxsize=5_000)
def letters_of(text: str) -> str:
    """The `search_key` of what a programme says, kept: questions look through the same titles again and again."""
    return search_key(text)


@lru_cache(maxsize=5_000)
def read(text: str) -> tuple[tuple[Token, ...], tuple[tuple[int, str], ...]]:
    """The tokens of a text and its concepts with the token place where each begins."""
    tokens = unify_names(words_of(text))
    return tokens, tuple((m.first, code) for m in concept_lexicon().find(tokens) for code in m.payloads if code)


def clauses_of(text: str) -> list[str]:
    """The clauses of a statement: what semicolons and full stops part, outside brackets."""
    return [clause for part in CLAUSE.split(text) if (clause := part.strip(" .;,"))]


CLAUSE = re.compile(rf"(?:;\s+|{NO_STOP_BEHIND}\.\s+(?=[{CAPITALS}]))(?![^()]*\))")
"""Where a clause ends; a full stop behind a title ("TS. ") or "TP." ends none."""


def codes_of(text: str) -> set[str]:
    """The words and concepts of a text, as the index knows them."""
    tokens, concepts = read(text)
    return {token.word for token in tokens} | {"@" + code for _, code in concepts}


@lru_cache(maxsize=5_000)
def meanings(text: str) -> frozenset[str]:
    """Everything a text may be found by: its words, their stems, its concepts, and what else says the same."""
    tokens, concepts = read(text)
    words = {token.word for token in (*tokens, *words_of(text))}
    others, inside = beside_words(text)
    inner = {*inside, *(code[1:] for code in held_in(text))}
    return frozenset(words | {stem(word) for word in words} | {"@" + c for _, c in concepts} | others).union(
        "@" + code for code in inner
    )


_OFFICES = re.compile(
    r"\b(?:Sở|Bộ|Ngành|Cục|Vụ|Ban|Báo|Trung tâm|Trạm|trạm|sở|bộ|ngành)\s+"
    rf"(?:[{CAPITALS}][^,;:()]*|y tế(?! (?:trực|cử)))"
    r"|\b(?:khối|ngành|lĩnh vực|đại biểu)\b[^;:.()]*?,?\s*y tế\b"
)


def without_offices(text: str) -> str:
    """A text without the names of bodies and trades: "Sở Y tế", "khối trường học, y tế" speak of no care."""
    return _OFFICES.sub(" ", text)


_ADDRESS = re.compile(r"https?:|www\.|\b[\w-]+\.(?:vn|com|org|net|edu|gov|example|info)\b", re.IGNORECASE)


def held_in(text: str) -> list[str]:
    """The matters that a text holds without naming them: an address on the web, in the mail, a number to call."""
    held = ["@link", "@online"] if _ADDRESS.search(text) and not MAILED.search(text) else []
    held += ["@budget"] if LARGE_SUM.search(text) else []
    return held + (["@contact"] if CALLED_OR_MAILED.search(text) else [])


@lru_cache(maxsize=5_000)
def pairs_of(text: str) -> frozenset[tuple[str, str]]:
    """The words of a text that stand side by side, numbers between them or not."""
    rows = [[token.word for token in row] for row in (read(text)[0], words_of(text))]
    return frozenset(
        pair for row in rows for pair in (*pairwise(row), *pairwise(word for word in row if not word.isdigit()))
    )


@lru_cache(maxsize=5_000)
def beside_words(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """What says the same as a text's words, and the concepts inside its longer phrases; the index has read them all."""
    tokens, _ = read(text)
    return same_in(tokens), within(tokens)


def within(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The concepts inside the longer phrases of a text."""
    return _inside(concept_lexicon(), tokens, least=3)


def same_in(tokens: tuple[Token, ...]) -> frozenset[str]:
    """The rows of words that say the same of which a text holds one, inside a longer phrase too."""
    lexicon = synonym_lexicon()
    whole = {code for match in lexicon.find(tokens) for code in match.payloads}
    return _inside(lexicon, tokens, least=2) | whole


def _inside(lexicon: Lexicon[str], tokens: tuple[Token, ...], *, least: int) -> frozenset[str]:
    """What phrases of at least so many words hold without their first word or without their last.

    A single word counts with its very marks alone: the "tham" of "phát biểu tham luận" is no "thăm".
    """
    longer = [match for match in lexicon.find(tokens) if match.last - match.first >= least and any(match.payloads)]
    return frozenset(
        code
        for match in longer
        for cut in ((match.first, match.last - 1), (match.first + 1, match.last))
        for inner in lexicon.find(tokens[slice(*cut)])
        if inner.exact or all(bare(token.typed) for token in tokens[cut[0] + inner.first : cut[0] + inner.last])
        for code in inner.payloads
        if code and (inner.exact or inner.last - inner.first > 1)
    )
