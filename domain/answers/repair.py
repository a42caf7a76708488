"""Typos: a word nobody knows becomes the known word one letter away that fits its neighbours."""

from functools import lru_cache

from domain.answers.cues import CUES
from domain.answers.index import Index, marks_of, vocabulary
from domain.answers.language import language_of
from domain.answers.lexicon import Lexicon, concept_lexicon, synonym_lexicon
from domain.answers.normalise import Token, is_roman, key, tokens_of
from domain.answers.outside import CONFERENCE_WORDS, FOREIGN, OTHER_EVENT, PERSONAL
from domain.answers.phrases import phrases, words_in
from domain.answers.preparing import prepared
from domain.answers.remembering import remembered
from domain.answers.spelling import (
    CONFUSABLE,
    FILLER_PHRASES,
    FILLERS,
    FREQUENT,
    GENERIC_PHRASES,
    SHORT_WORDS,
    TIME_PHRASES,
)

SHORTEST = 2
"""Letters a word must have to be repaired."""

LONELY = 5
"""Letters it must have to be repaired when no neighbour speaks for the repair."""

_REMEMBERED = 2000

MOST = 12
"""Words of one question that are repaired: more unknown ones are no typos."""


_CONFUSED = frozenset(word for line in CONFUSABLE for word in line.split())


@lru_cache(maxsize=1)
def cue_lexicon() -> Lexicon[tuple[object, float]]:
    """Every question cue with its kind and weight."""
    return Lexicon((phrase, (kind, weight)) for phrase, kind, weight in CUES)


@lru_cache(maxsize=1)
def _times() -> Lexicon[str]:
    return Lexicon((phrase, phrase) for phrase in phrases(TIME_PHRASES))


@lru_cache(maxsize=1)
def _phrases() -> Lexicon[str]:
    return Lexicon((phrase, phrase) for phrase in (*FILLER_PHRASES, *GENERIC_PHRASES, *CONFERENCE_WORDS, *OTHER_EVENT))


@lru_cache(maxsize=1)
def _own_words() -> frozenset[str]:
    others = (key(word) for phrase in (*FOREIGN, *OTHER_EVENT, *PERSONAL, *FILLER_PHRASES) for word in phrase.split())
    return (
        vocabulary()
        | synonym_lexicon().words
        | frozenset(SHORT_WORDS)
        | cue_lexicon().words
        | _times().words
        | frozenset(others)
        | _NUMERALS
    )


_NUMERALS = frozenset({"muoi"})
"""Numerals that no question word, day or thing is made of: "lần thứ mười ba"."""


@lru_cache(maxsize=1)
def written_pairs() -> frozenset[tuple[str, str]]:
    """Words with their marks that stand side by side in the bot's own vocabulary."""
    lexicons = (cue_lexicon(), concept_lexicon(), synonym_lexicon(), _times(), _phrases())
    return frozenset().union(*(lexicon.written for lexicon in lexicons))


@lru_cache(maxsize=1)
def _own_pairs() -> frozenset[tuple[str, str]]:
    return cue_lexicon().pairs | concept_lexicon().pairs | synonym_lexicon().pairs | _times().pairs | _phrases().pairs


@prepared
def _known(index: Index) -> tuple[frozenset[str], tuple[str, ...]]:
    if "known" not in index.cache:
        signer = {token.word for token in tokens_of(index.programme.conference.signer or "")}
        known = _own_words() | index.words | index.initials.keys() | signer
        index.cache["known"] = (known, tuple(word for word in known if not word.isdigit()))
    return index.cache["known"]  # type: ignore[return-value]


def put_right(text: str, index: Index) -> str:
    """The text with unknown words put right where a repair fits; words run together are parted."""
    known, choices = _known(index)
    tokens = tokens_of(text)
    frequent = FREQUENT if language_of(text) == "vi" else frozenset[str]()
    named = _in_names(text, tokens)
    unknown = [place for place, token in enumerate(tokens) if place not in named and _strange(token, known)]
    doubtful = [
        place for place in range(len(tokens)) if place not in {*unknown, *named} and _doubtful(tokens, place, index)
    ]
    if not unknown + doubtful or len(unknown) > MOST or len(doubtful) > MOST:
        return text
    pieces, done = [], 0
    for place in sorted(unknown + doubtful):
        token = tokens[place]
        before, after = _beside(tokens, place)
        repair = _repaired if place in unknown else _put_in_place
        pieces += [text[done : token.at], repair(token, before, after, index, choices, frequent)]
        done = token.to
    return "".join([*pieces, text[done:]])


def _in_names(text: str, tokens: tuple[Token, ...]) -> frozenset[int]:
    """The places of capital words side by side, which are names and no slips; none in a text all in capitals."""
    if text.isupper():
        return frozenset()
    capital = [text[token.at].isupper() for token in tokens]
    pairs = (place for place in range(1, len(tokens) - 1) if capital[place] and capital[place + 1])
    titled = {at for at in range(1, len(tokens)) if capital[at] and tokens[at - 1].word in _ADDRESSED}
    return frozenset(at for place in pairs for at in (place, place + 1)) | titled


_ADDRESSED = words_in("ong ba anh chi thay co bac chu bs ths ts gs pgs")
"""Behind what a word with a capital is a name: "bà Ngà"."""


def _beside(tokens: tuple[Token, ...], place: int) -> tuple[str, str]:
    before = tokens[place - 1].word if place else ""
    return before, tokens[place + 1].word if place + 1 < len(tokens) else ""


@lru_cache(maxsize=1)
def known_forms() -> frozenset[str]:
    """Words with their marks that nobody has to doubt."""
    phrases = (
        cue_lexicon().forms | concept_lexicon().forms | synonym_lexicon().forms | _times().forms | _phrases().forms
    )
    others = frozenset(word for phrase in (*FOREIGN, *OTHER_EVENT, *PERSONAL) for word in phrase.split())
    return phrases | FILLERS | _CONFUSED | others


_OF_AN_AGENDA = words_in("phan muc lich phien buoi bai tiet chuong trinh khau doan xem tiep sau truoc dau cuoi")
_UNMARKED_FILLERS = frozenset(key(word) for word in FILLERS) | _OF_AN_AGENDA
"""Words without their marks that may stand beside anything: "ben" for "bên", "phan" for "phần"."""


def is_known_form(typed: str) -> bool:
    """Whether a syllable with its marks is a word of the bot's own vocabulary."""
    return typed in known_forms()


def _doubtful(tokens: tuple[Token, ...], place: int, index: Index) -> bool:
    """Whether a known word is not one with these marks and stands beside nothing it goes with ("mấy gời")."""
    token = tokens[place]
    if token.word in index.words or token.word in SHORT_WORDS or token.typed in known_forms():
        return False
    if not token.word.isalpha() or len(token.word) < SHORTEST or token.typed in _UNMARKED_FILLERS:
        return False
    if is_roman(token.word) or token.word in _NUMERALS:
        return False
    before, after = _beside(tokens, place)
    return not _fit(index, before, token.word, after)


def _near(word: str, index: Index, choices: tuple[str, ...]) -> list[str]:
    """The known words that are one letter away; remembered, for the same slips are made again and again."""
    known: dict[str, list[str]] = index.cache.setdefault("near", {})  # type: ignore[assignment]
    return remembered(known, word, _REMEMBERED, lambda: _search(word, choices))


def _search(word: str, choices: tuple[str, ...]) -> list[str]:
    from rapidfuzz import process  # loaded at the first word that nobody knows
    from rapidfuzz.distance import OSA

    return [near for near, _, _ in process.extract(word, choices, scorer=OSA.distance, score_cutoff=1, limit=40)]


def _put_in_place(
    token: Token, before: str, after: str, index: Index, choices: tuple[str, ...], frequent: frozenset[str]
) -> str:
    """A known word only becomes another one that makes a phrase of the bot's own vocabulary with its neighbours."""
    near = _with_its_marks(token.typed, _near(token.word, index, choices), index)
    ranked = sorted(((_fit(index, before, word, after), word) for word in near if word != token.word), reverse=True)
    if not ranked or ranked[0][0] < OWN:
        return token.typed
    best = [word for fit, word in ranked if fit == ranked[0][0]]
    return min(best, key=lambda word: _unlikeness(word, token.word))


def _with_its_marks(typed: str, near: list[str], index: Index) -> list[str]:
    """The words that are written with the marks typed: who slips in a letter still sets the marks."""
    marks = marks_of(typed)
    if not marks:
        return near
    if "marks" not in index.cache:
        known: dict[str, set[frozenset[str]]] = {}
        for form in known_forms() | index.forms:
            known.setdefault(key(form), set()).add(marks_of(form))
        index.cache["marks"] = known
    written: dict[str, set[frozenset[str]]] = index.cache["marks"]  # type: ignore[assignment]
    return [word for word in near if any(marks <= form for form in written.get(word, ()))]


def _strange(token: Token, known: frozenset[str]) -> bool:
    word = token.word
    return word not in known and len(word) >= SHORTEST and word.isalpha() and not is_roman(word)


def _repaired(
    token: Token, before: str, after: str, index: Index, choices: tuple[str, ...], frequent: frozenset[str]
) -> str:
    near = _with_its_marks(token.typed, _near(token.word, index, choices), index)
    ranked = sorted(((_fit(index, before, word, after), word) for word in near), reverse=True)
    best = [word for fit, word in ranked if fit and fit == ranked[0][0]]
    if len(token.word) == SHORTEST and ranked and ranked[0][0] < OWN:
        best = []
    if not best and len(token.word) > SHORTEST:
        best = [word for word in near if word in frequent]
    if not best and len(token.word) >= LONELY:
        best = near if len(near) == 1 else [word for word in near if word in _own_words()]
    if best:
        return min(best, key=lambda word: _unlikeness(word, token.word))
    return _parted(token.word, index) or token.typed


OWN = 2
"""How much a pair of the bot's own vocabulary speaks for a repair; a pair of the programme speaks half as much."""


def _fit(index: Index, before: str, word: str, after: str) -> int:
    """How well a word stands between its neighbours."""
    own = ((before, word) in _own_pairs()) + ((word, after) in _own_pairs())
    programme = ((before, word) in index.pairs) + ((word, after) in index.pairs)
    return OWN * own + programme


def _unlikeness(word: str, typed: str) -> tuple[bool, bool, bool, bool, str]:
    """Letters swapped are likelier than a letter more or less, and that than another letter."""
    same_letters = sorted(word) == sorted(typed)
    return (not same_letters, word not in FREQUENT, len(word) == len(typed), word[0] != typed[0], word)


def _pair(index: Index, left: str, right: str) -> bool:
    return (left, right) in _own_pairs() or (left, right) in index.pairs


def _parted(word: str, index: Index) -> str:
    """ "khaimac" as khai mac; empty when it is not two words."""
    for cut in range(2, len(word) - 1):
        if _pair(index, key(word[:cut]), key(word[cut:])):
            return f"{word[:cut]} {word[cut:]}"
    return ""
