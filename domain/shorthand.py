"""How people type in a hurry about their work, written out: teen spelling, abbreviations, slips of the finger."""

import re

from domain.answers.spelling import SHORT_WORDS
from domain.vietnamese import fold

_WORD = re.compile(r"[^\W\d_]+")
_OWN = {
    "e": "em",
    "xog": "xong",
    "xg": "xong",
    "done": "xong",
    "rui": "roi",
    "oki": "ok",
    "oke": "ok",
    "okie": "ok",
    "ch": "chua",
    "dg": "dang",
    "dag": "dang",
    "nv": "nhiem vu",
    "cv": "cong viec",
    "kp": "kinh phi",
    "vb": "van ban",
    "ld": "lanh dao",
    "sl": "so lieu",
    "bsung": "bo sung",
    "hthanh": "hoan thanh",
    "tke": "thong ke",
}
_LEFT = frozenset({"v", "s", "z", "h", "g", "ng", "ct", "kt", "dd", "tl", "ph", "oi", "vay", "chg", "w", "uh"})
"""Short words that mean something else in a reply, or that tell nothing."""
_SHORT = {word: full for word, full in SHORT_WORDS.items() if word not in _LEFT} | _OWN

_CORE = ("hoan", "thanh", "xong", "duoc", "nhan", "nhiem", "trien", "khai", "chuan", "dang")
_SYLLABLE = re.compile(r"(?:ngh|ng|nh|gh|gi|ch|kh|ph|th|tr|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$")
_STRETCHED = re.compile(r"([a-z])\1{2,}", re.IGNORECASE)
_TELEX = re.compile(r"[fsrxj]$")
_SHORTEST = 3  # letters of a word that may be a slip


def written_out(text: str) -> str:
    """The text with shorthand in full and slips in the words of work put right; other words stay as typed."""
    return _WORD.sub(lambda found: _full(found[0]), text)


def _full(word: str) -> str:
    folded = fold(word)
    if _STRETCHED.search(folded):
        return _full(_STRETCHED.sub(r"\1", word))
    return _SHORT.get(folded) or _put_right(folded) or word


def _put_right(folded: str) -> str | None:
    """A word that is no syllable, one slip away from a word of work: "thnahf", "xng", "hoafn"."""
    if len(folded) < _SHORTEST or not folded.isascii() or _SYLLABLE.match(folded):
        return None
    from rapidfuzz.distance import OSA  # loaded at the first word that is no syllable

    meant = _TELEX.sub("", folded)
    return next((core for core in _CORE if OSA.distance(meant, core, score_cutoff=1) <= 1), None)
