"""Words with half their marks, as a hurried thumb sets them: "bắt đâu lúc mấy giơ" is "bắt đầu lúc mấy giờ".

A text shows that it is half marked by a word that nobody writes so ("giơ", "chưc"). Such a word gets the marks that it
lacks; in such a text a word that is one of its own ("đâu", "thư") gets them too where only then it goes with its
neighbour. Words without any mark are left to the stages that read them.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise

from domain.answers.index import Index
from domain.answers.lexicon import concept_lexicon
from domain.answers.normalise import Token, bare, key, tokens_of
from domain.answers.phrases import phrases, words_in
from domain.answers.preparing import prepared
from domain.answers.repair import cue_lexicon, is_known_form, known_forms, written_pairs
from domain.answers.spelling import FILLERS


def completed(text: str, index: Index) -> str:
    """The text with the marks that half-marked words lack."""
    text = _BEGINS.sub(r"\1 đầu", text)
    tokens = tokens_of(text)
    half = [place for place, token in enumerate(tokens) if _half(text, token, index)]
    if not half:
        return text
    meant = [token.typed for token in tokens]
    for place in half:
        alone = len(half) > 1 or _lacks_tone(tokens[place].typed)
        meant[place] = _whole(tokens, place, index, alone=alone)
    if all(meant[place] == tokens[place].typed for place in half):
        return text
    for place, token in enumerate(tokens):
        if place not in half and token.typed and not bare(token.typed) and not _goes(meant, place, index):
            meant[place] = _whole(tokens, place, index, alone=False)
    pieces, done = [], 0
    for token, word in zip(tokens, meant, strict=True):
        if token.typed and word != token.typed:
            pieces += [text[done : token.at], word]
            done = token.to
    return "".join([*pieces, text[done:]])


_BEGINS = re.compile(r"\b(bắt|băt) (?:đâu|đàu|dầu|đấu)\b", re.IGNORECASE)
"""Nobody asks where one catches: "mấy giờ bắt đâu" is "bắt đầu", whatever else the question says."""


def retoned(text: str, index: Index) -> str:
    """The text with the tones that a slip of the thumb made others: "khi náo" is "khi nào", "chủ trí" is "chủ trì"."""
    if text.isupper() or bare(text.casefold()):
        return text
    pieces, done = [], 0
    for run in _runs(text):
        words = [token.typed for token in run]
        for place, token in enumerate(run):
            if not _may_slip(text, token) or _goes(words, place, index) or _stands(words, place):
                continue
            words[place] = _with_its_tone(words, place, index)
            if words[place] != token.typed:
                pieces += [text[done : token.at], words[place]]
                done = token.to
    return "".join([*pieces, text[done:]])


def _runs(text: str) -> list[list[Token]]:
    """The words of a text, those apart between which there is a comma or a stop."""
    runs: list[list[Token]] = [[]]
    for token in tokens_of(text):
        if runs[-1] and text[runs[-1][-1].to : token.at].strip():
            runs.append([])
        runs[-1].append(token)
    return runs


def _may_slip(text: str, token: Token) -> bool:
    """Whether a word has marks and is no name."""
    typed = token.typed
    return bool(typed) and not bare(typed) and typed.isalpha() and not (token.at and text[token.at].isupper())


def _stands(words: list[str], place: int) -> bool:
    """Whether a word stands in a common phrase that the vocabulary has no other use for."""
    return any(pair in _COMMON for pair in pairwise(words[max(place - 1, 0) : place + 2]))


_COMMON = frozenset(
    (phrase.split()[0], phrase.split()[1])
    for phrase in phrases(
        """
        hội trưởng | khai trương | doanh nhân | hệ thống | hoàn cảnh | cộng tác | công tác | thực sự | sa bàn | thứ tự |
        lí do | làng bản | thôn bản | mùa vụ | mùa mưa | người dân | giám đốc | đặc sản | sở hữu | thương mại |
        thực tế | thực phẩm | học trò | chủ hộ | chủ trại | vận hành | giảng dạy | cân nặng | chiều cao | bằng lái |
        giờ nghỉ | nghỉ là
        """
    )
)
"""Words that are no slip of others which differ in their tone alone."""


def _with_its_tone(words: list[str], place: int, index: Index) -> str:
    """The word with another tone that goes with its neighbours; one that is a word itself only in a set phrase."""
    typed = words[place]
    word_itself = is_known_form(typed) or typed in index.forms
    best, most = typed, 1 if typed in _ANYWHERE else 0
    for form in _other_tones(typed, index):
        behind = place + 1 if place and typed in index.forms else place + 2  # "trận đấu lúc …" is no "đầu lúc"
        row = [*words[:place], form, *words[place + 1 :]]
        pairs = tuple(pairwise(row[max(place - 1, 0) : behind]))
        fit = sum(pair in _set_pairs() if word_itself else _written(pair, index) for pair in pairs)
        if fit > most and not (word_itself and bare(form)):
            best, most = form, fit
    return best


_ANYWHERE = FILLERS | words_in("tối sáng trưa chiều năm ngày tháng thứ")
"""Words that stand beside any other: one that goes with neither neighbour is no slip for that."""


@lru_cache(maxsize=1)
def _set_pairs() -> frozenset[tuple[str, str]]:
    """Words side by side in the ways of asking and the names of things."""
    return cue_lexicon().written | concept_lexicon().written


def _other_tones(typed: str, index: Index) -> tuple[str, ...]:
    """The words with the same letters under another tone, or none."""
    letters = _signs(typed)[:-1]
    return tuple(
        form for form in sorted(_spelt(index).get(key(typed), ())) if form != typed and _signs(form)[:-1] == letters
    )


def _half(text: str, token: Token, index: Index) -> bool:
    """Whether a word has marks, is no name, and nobody writes it so, but with more marks."""
    typed = token.typed
    if not typed or bare(typed) or not typed.isalpha() or is_known_form(typed) or typed in index.forms:
        return False
    return not text[token.at].isupper() and bool(_fuller(typed, index))


def _lacks_tone(typed: str) -> bool:
    """Whether a syllable cannot be without a tone: one that ends like "chưc", "tâp"."""
    return bool(_STOPPED.search(typed)) and not _signs(typed)[-1]


_STOPPED = re.compile(r"(?:ch|[cpt])$")


def _whole(tokens: tuple[Token, ...], place: int, index: Index, *, alone: bool) -> str:
    """The word with more marks that goes with a neighbour; `alone` the only one there is will do."""
    typed = tokens[place].typed
    fuller = _fuller(typed, index)
    before = _meanings(tokens, place - 1, index)
    after = _meanings(tokens, place + 1, index)
    for word in fuller:
        pairs = [*((other, word) for other in before), *((word, other) for other in after)]
        if any(_written(pair, index) for pair in pairs):
            return word
    return fuller[0] if alone and len(fuller) == 1 else typed


def _meanings(tokens: tuple[Token, ...], place: int, index: Index) -> tuple[str, ...]:
    """What a neighbour may stand for: itself, or a word with more marks."""
    if not 0 <= place < len(tokens) or not tokens[place].typed:
        return ()
    typed = tokens[place].typed
    return (typed, *_fuller(typed, index))


def _goes(words: list[str], place: int, index: Index) -> bool:
    """Whether a word stands beside its neighbour just so somewhere."""
    return any(_written(pair, index) for pair in pairwise(words[max(place - 1, 0) : place + 2]))


def _written(pair: tuple[str, str], index: Index) -> bool:
    return pair in written_pairs() or pair in index.written.get((key(pair[0]), key(pair[1])), ())


def _fuller(typed: str, index: Index) -> tuple[str, ...]:
    """The words with the same letters and all these marks and more."""
    own = _signs(typed)
    forms = _spelt(index).get(key(typed), ())
    return tuple(sorted(form for form in forms if form != typed and _holds(_signs(form), own)))


@prepared
def _spelt(index: Index) -> dict[str, set[str]]:
    """The words with their marks that the bot or the programme knows, by their letters."""
    if "spelt" not in index.cache:
        known: dict[str, set[str]] = {}
        for form in known_forms() | index.forms:
            known.setdefault(key(form), set()).add(form)
        index.cache["spelt"] = known
    return index.cache["spelt"]  # type: ignore[return-value]


@lru_cache(maxsize=20_000)
def _signs(word: str) -> tuple[frozenset[str], ...]:
    """The marks of each letter, the stroke of đ among them; the tone, wherever it stands, at the end."""
    letters: list[set[str]] = []
    tone: set[str] = set()
    for sign in unicodedata.normalize("NFD", word):
        if sign in _TONES:
            tone.add(sign)
        elif unicodedata.combining(sign):
            letters[-1].add(sign)
        else:
            letters.append({sign} if sign == "đ" else set())
    return (*map(frozenset, letters), frozenset(tone))


_TONES = frozenset("\u0300\u0301\u0309\u0303\u0323")


def _holds(fuller: tuple[frozenset[str], ...], fewer: tuple[frozenset[str], ...]) -> bool:
    return len(fuller) == len(fewer) and all(less <= more for less, more in zip(fewer, fuller, strict=True))
