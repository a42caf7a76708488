"""Which language a question is in: the answer follows it."""

import re
from functools import lru_cache

from domain.answers.cues import CUES
from domain.answers.normalise import clean, key
from domain.answers.phrases import words_in
from domain.vietnamese import nfc

_MARKED = re.compile("[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
_WORD = re.compile(r"[^\W\d_]+")
_ENGLISH = words_in(
    """
    a about afternoon agenda an and any are at attend be been begin being book break by can cannot chair chairs city
    come comes commune conclude conference confirmed contact contest could date deadline department did district do
    documents does dress end every finish first fixed floor for from give going good has have hello help hi host
    hosting hotel hotel's how i in invited is it just last leave long lunch many me morning much must my need next
    now of on only or our paper papers parking people place please printed problem program programme province put
    register room schedule send sent session should since speak speaks start still take takes teach tell thank
    thanks that the their there these they this those time to today together tomorrow under until very want was way
    we wear were what when where which while who whose why will with without work would yesterday yet you your
    """
)
_OTHER = words_in(
    """
    bonjour merci où quand comment combien pourquoi salle est les une des quelle quel heure réunion
    hola gracias dónde cuándo cuánto cómo qué es el los las una sala hora reunión empieza buenos días
    guten tag danke wo wann wie ist der die das raum beginnt uhr bitte
    dimana kapan berapa apa terima kasih selamat pagi ruang rapat jam mulai
    """
)
"""Little words of French, Spanish, German and Indonesian that no question in Vietnamese or English holds two of."""

_VIETNAMESE = frozenset(
    key(word) for phrase, _, _ in CUES for word in phrase.split() if _MARKED.search(phrase)
) | words_in(
    "hoi nghi dai khai mac be gio ngay mai chieu sang toi nay thu mot hai ba bon co khong duoc la ai dau nao gi"
)
_BOTH = _ENGLISH & _VIETNAMESE


@lru_cache(maxsize=2000)
def language_of(text: str) -> str:
    """ "en" for a question in English, "vi" for everything else, a mixture with Vietnamese in it included."""
    return "en" if _english(nfc(clean(text))) else "vi"


@lru_cache(maxsize=2000)
def clear_language(text: str) -> str | None:
    """The language of a text that has a word of either; None for one that could be both (a name, "ok", nonsense)."""
    return language_of(text) if any(_counts(nfc(clean(text)))) else None


def _english(text: str) -> bool:
    english, vietnamese = _counts(_NAME.sub(" ", text) if _ASKS_IN_ENGLISH.match(text) else text)
    return english > vietnamese


_ASKS_IN_ENGLISH = re.compile(
    r"\W*(?:what|where|when|who|whom|whose|which|how|is|are|does|did|can|could|will|would|should|shall|until|please|by)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<=[^.!?]\s)(?!I\b)[A-Z\u00c0-\u1ef9][^\W\d_]*")
"""A word with a capital inside an English question: a name in any tongue."""


def _counts(text: str) -> tuple[int, int]:
    """How many words are English, and how many Vietnamese."""
    words = [word.casefold() for word in _WORD.findall(text)]
    english = sum(word in _ENGLISH for word in words if word not in _BOTH)
    vietnamese = sum(
        bool(_MARKED.search(word)) or (key(word) in _VIETNAMESE and word not in _ENGLISH)
        for word in words
        if word not in _BOTH
    )
    return english, vietnamese


def is_foreign(text: str) -> bool:
    """Whether the text is in a script or a language that the bot does not read at all."""
    letters = "".join(filter(str.isalpha, text))
    latin = len(_LATIN.findall(letters))
    return bool(letters) and (latin < len(letters) / 2 or _other_tongue(text))


def _other_tongue(text: str) -> bool:
    """Whether the little words are those of another language in Latin letters: two of them, and none of English."""
    words = {word.casefold() for word in _WORD.findall(nfc(clean(text)))}
    return len(words & _OTHER) >= 2 and not words & (_ENGLISH - _OTHER)
