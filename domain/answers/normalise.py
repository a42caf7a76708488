"""From what was typed to tokens: spans, folded words, abbreviations written out, one-letter typos put right."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from domain.answers.spelling import CONFUSABLE, SAME_NAME, SHORT_WORDS
from domain.vietnamese import fold, nfc, search_key

LONGEST = 600
"""Characters of a question that are read: of a longer one its beginning and its end, where people ask."""

_WORD = re.compile(r"[^\W_]+(?:[.,](?=\d)\d+)*")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,80}>")
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]")
_Y_FOR_I = re.compile(r"^(?:[bcdghklmnprstvx]|qu|th|kh|ph|tr)y$")
_STRETCHED = re.compile(r"([aeiouy])\1{2,}")
_ROMAN_FIGURE = re.compile(r"(?=[ivx]{2})x{0,3}(?:ix|iv|v?i{0,3})$")


_ENDS_OF_ADDRESSES = frozenset({"com", "vn", "net", "org", "edu", "gov"})
_ADDRESS = re.compile(r"\w\.$")
"""What an address on the web ends with: the "com" of "gmail.com" is no meal."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word: as typed (lower case), folded, and where it stood. `typed` is "" for a word that was written out."""

    typed: str
    word: str
    at: int
    to: int


@lru_cache(maxsize=50_000)
def key(word: str) -> str:
    """The folded word with i for a final y after a consonant (lý/lí, ký/kí): equal keys, equal words."""
    letters = fold(word)
    return letters[:-1] + "i" if _Y_FOR_I.match(letters) else letters


def is_roman(word: str) -> bool:
    """Whether a word in small letters is a Roman figure below forty, of two letters or more."""
    return _ROMAN_FIGURE.match(word) is not None


@lru_cache(maxsize=50_000)
def folded(word: str) -> str:
    """`fold` of one word, kept: the same words are looked at again and again."""
    return fold(word)


def bare(word: str) -> bool:
    """Whether a word in small letters has no marks."""
    return word == folded(word)


def clean(text: str) -> str:
    """The question without markup, invisible characters and surplus length."""
    text = _INVISIBLE.sub("", nfc(text[:5000]))
    text = _TAG.sub(lambda m: " " * len(m.group()), text)
    return text if len(text) <= LONGEST else f"{text[: LONGEST // 2]} {text[-LONGEST // 2 :]}"


def tokens_of(text: str, hidden: Iterable[tuple[int, int]] = ()) -> tuple[Token, ...]:
    """The words of a cleaned text, in order, without those inside hidden spans (dates, times)."""
    return _tokens(text, tuple(hidden))


@lru_cache(maxsize=128)
def _tokens(text: str, spans: tuple[tuple[int, int], ...]) -> tuple[Token, ...]:
    """The same, kept for a while: every stage that repairs a question looks at its words, and most change nothing."""
    found = []
    for m in _WORD.finditer(text):
        at, to = m.span()
        if spans and any(first <= at < last for first, last in spans):
            continue
        typed = m.group().casefold()
        if typed in _ENDS_OF_ADDRESSES and _ADDRESS.search(text, 0, at):
            continue
        found.append(Token(typed, _word(typed), at, to))
    return number_parts(tuple(found))


@lru_cache(maxsize=50_000)
def _word(typed: str) -> str:
    """The key of a word in small letters, a stretched vowel shortened where it is no Roman figure."""
    return key(typed if is_roman(typed) else _STRETCHED.sub(r"\1", typed))


_NUMERALS = {word: at for at, word in enumerate(["nhat", "hai", "ba", "tu", "nam", "sau", "bay", "tam", "chin"], 1)} | {
    "mot": 1,
    "bon": 4,
}
_ROMAN = {word: at for at, word in enumerate(["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"], 1)}
_ENGLISH = {
    word: at
    for words in ("first second third fourth fifth", "1st 2nd 3rd 4th 5th")
    for at, word in enumerate(words.split(), 1)
} | {f"{at}th": at for at in range(6, 30)}
_PARTS = frozenset({"phien", "muc", "phan", "bai", "de", "luan", "session", "item", "panel", "part", "topic"}) | {
    "keynote",
    "lecture",
    "talk",
}
"""What is counted by its place: phiên, mục, phần, bài, chuyên đề, tham luận."""

_SPELT_BEHIND = frozenset({"phien", "de", "luan", "bai"})
"""Parts whose number is spelt right behind them: "chuyên đề hai"; "hai phần ba" is a share."""

_SPELT = frozenset({"một", "hai", "ba", "bốn", "bảy", "tám", "chín", "mot", "bon"})
"""Numerals right behind a part; others are other words too: "chuyên đề sau" is the next one."""

_SPELT_OF_SESSIONS = _SPELT | {"nhất", "tư", "năm", "sáu", "nhat", "nam"}


_IN_NUMBERS = _PARTS | _ENGLISH.keys() | {"thu"}
"""With what the name of a numbered part begins, figures aside."""

_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
"""The number of "the 50th anniversary"."""


def number_parts(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """ "phiên thứ ba", "Phiên 3", "PHIÊN III" and "third session" alike: the part, then `thu3`."""
    result: list[Token] = []
    place = 0
    while place < len(tokens):
        word = tokens[place].word
        if word not in _IN_NUMBERS and not word[:1].isdecimal():
            result.append(tokens[place])
            place += 1
            continue
        taken, made = _numbered(tokens[place : place + 3])
        if taken == 1 and (number := _counted_apart(result, tokens[place : place + 2])) is not None:
            taken, made = 2, [Token("", f"thu{number}", tokens[place].at, tokens[place + 1].to)]
        result += made
        place += taken
    return tuple(result)


def _counted_apart(before: list[Token], tokens: tuple[Token, ...]) -> int | None:
    """The number of "phiên đối thoại thứ hai": the part stands up to two words before it."""
    words = [token.word for token in tokens]
    if words[:1] != ["thu"] or len(words) < 2 or not {"phien", "luan", "de"} & {each.word for each in before[-3:]}:
        return None
    return _NUMERALS.get(words[1])


def _numbered(tokens: tuple[Token, ...]) -> tuple[int, list[Token]]:
    """How many of these tokens make one numbered part, and the tokens that stand for it."""
    words = [token.word for token in tokens]
    if words[0] in _ENGLISH and words[1:2] and words[1] in _PARTS:
        return 2, [tokens[1], Token("", f"thu{_ENGLISH[words[0]]}", tokens[0].at, tokens[0].to)]
    if (nth := _ORDINAL.fullmatch(words[0])) is not None:
        return 1, [Token(nth[1], nth[1], tokens[0].at, tokens[0].to)]
    if words[0] not in _PARTS:
        return 1, [tokens[0]]
    if len(words) == 3 and words[1] in ("thu", "so"):
        number = _NUMERALS.get(words[2]) or _digits(words[2])
        if number is not None:
            return 3, [tokens[0], Token("", f"thu{number}", tokens[1].at, tokens[2].to)]
    spelt = _spelt_behind(tokens)
    if len(words) > 1 and (number := spelt or _ROMAN.get(words[1]) or _digits(words[1])) is not None:
        return 2, [tokens[0], Token("", f"thu{number}", tokens[1].at, tokens[1].to)]
    return 1, [tokens[0]]


def _spelt_behind(tokens: tuple[Token, ...]) -> int | None:
    """The number of "chuyên đề hai", "phiên ba": as a word right behind the part."""
    if len(tokens) < 2 or tokens[0].word not in _SPELT_BEHIND:
        return None
    spelt = _SPELT_OF_SESSIONS if tokens[0].word == "phien" else _SPELT
    return _NUMERALS.get(tokens[1].word) if tokens[1].typed in spelt else None


def _digits(word: str) -> int | None:
    return int(word) if word.isdecimal() and 0 < int(word) < 30 else None


def _variants() -> dict[str, frozenset[str]]:
    return {word: frozenset(line.split()) for line in CONFUSABLE for word in line.split()}


_CONFUSABLE = _variants()


def may_mean(token: Token, word: str, alone: bool = False) -> bool:
    """Whether the token, as typed, may stand for an accented vocabulary word with the same folded letters.

    Marks that make it another word forbid it. Without marks anything may be meant; only a phrase of one word (`alone`)
    is not read into a word that is common without marks ("cho" is hardly "chỗ").
    """
    if token.typed == word:
        return True
    if alone and token.typed and not bare(token.typed) and folded(word) == folded(token.typed):
        return False  # one syllable with other marks is another word
    if word not in _CONFUSABLE:
        return True
    if bare(token.typed) and not alone:
        return True
    return token.typed not in _CONFUSABLE[word]


def expand(tokens: tuple[Token, ...], known: frozenset[str]) -> tuple[Token, ...]:
    """Abbreviations and teen spelling written out. A short word that the programme itself uses is left alone."""
    result: list[Token] = []
    for place, token in enumerate(tokens):
        result += _expanded(token, tokens, place, known)
    return tuple(result)


def plain(text: str, known: frozenset[str]) -> str:
    """The text in plain letters between single spaces, what a chat shortens written out: "mang theo j" as "gi"."""
    return " ".join(word for word in (_long_form(word, known) for word in search_key(text).split()) if word)


def _long_form(word: str, known: frozenset[str]) -> str:
    kept = word not in SHORT_WORDS or word in _WORDS_TOO or (word in known and len(word) > 1)
    return word if kept else SHORT_WORDS[word]


_WORDS_TOO = frozenset({"r", "s", "w", "kt", "ct", "hs"})
"""Short forms that the patterns of rules leave alone: they may stand for something else."""


def _expanded(token: Token, tokens: tuple[Token, ...], place: int, known: frozenset[str]) -> list[Token]:
    word = token.word
    if word == "kh":
        last = place == len(tokens) - 1 or tokens[place + 1].word in ("a", "ah", "ak", "vay", "v")
        return _written_out(token, "khong" if last else "ke hoach")
    if word == "mk" and not {"wifi", "wf", "pass", "mang"} & {each.word for each in tokens}:
        return _written_out(token, "minh")  # of a network it is the password
    if token.typed == "đk":
        return _written_out(token, "dang ki")
    if word == "dc" and place + 1 < len(tokens) and tokens[place + 1].word == "nao":
        return _written_out(token, "dong chi")
    if (
        word in ("dk", "dky")
        and place + 1 < len(tokens)
        and tokens[place + 1].word in ("o", "luc", "may", "dau", "nhu")
    ):
        return _written_out(token, "dang ki")
    if word not in SHORT_WORDS or (word in known and len(word) > 1) or token.typed in ("thẻ", "hồng", "hóng", "họng"):
        return [token]
    if token.typed != word and len(word) > 2 and word in ("vay", "hong", "pho"):
        return [token] if token.typed not in ("vậy", "hông") else _written_out(token, SHORT_WORDS[word])
    return _written_out(token, SHORT_WORDS[word])


def _written_out(token: Token, text: str) -> list[Token]:
    if text == token.word:
        return [token]
    return [Token("", key(word), token.at, token.to) for word in text.split()]


_SAME = {tuple(key(word) for word in long.split()): tuple(key(w) for w in short.split()) for long, short in SAME_NAME}
_SAME_STARTS = {
    first: sorted((long for long in _SAME if long[0] == first), key=len, reverse=True)
    for first in {long[0] for long in _SAME}
}


def unify_names(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """Long names of well-known bodies in short ("Ủy ban nhân dân" → ubnd), in papers and questions alike."""
    result: list[Token] = []
    place = 0
    words = [token.word for token in tokens]
    while place < len(tokens):
        for long in _SAME_STARTS.get(words[place], ()):
            if tuple(words[place : place + len(long)]) == long:
                at, to = tokens[place].at, tokens[place + len(long) - 1].to
                result += [Token("", word, at, to) for word in _SAME[long]]
                place += len(long)
                break
        else:
            result.append(tokens[place])
            place += 1
    return tuple(result)
