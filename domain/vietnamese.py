"""Vietnamese text as people type it: folding away case and diacritics, spelling variants, a first letter's case."""

import re
import unicodedata
from itertools import filterfalse

CAPITALS = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""The capital letters inside a class of a pattern; Unicode keeps no range of them apart from the small ones."""

_MORE_THAN_MARKS = re.compile("[^\x00-\x7f\u0300-\u034e\u0350-\u036f]")  # than letters and what stands on them
_WORD = re.compile(r"[0-9a-z]+")


def nfc(text: str) -> str:
    """The text in composed form, with the look-alike ƣ/Ƣ of old fonts as ư/Ư."""
    return unicodedata.normalize("NFC", text).replace("ƣ", "ư").replace("Ƣ", "Ư")


def squeeze(text: str) -> str:
    """The text without spaces at its ends and with single spaces inside."""
    return " ".join(text.split())


def fold(text: str) -> str:
    """Lower case without diacritics, đ as d: what a phone without a Vietnamese keyboard would type.

    Stored beside every name that is searched, because no SQL engine maps đ to d.
    """
    decomposed = unicodedata.normalize("NFD", nfc(text).casefold().replace("đ", "d"))
    if _MORE_THAN_MARKS.search(decomposed) is None:
        return decomposed.encode("ascii", "ignore").decode()  # all marks taken out at once
    return "".join(filterfalse(unicodedata.combining, decomposed))


def words(text: str) -> tuple[str, ...]:
    """The folded words of the text, punctuation dropped."""
    return tuple(_WORD.findall(fold(text)))


def search_key(text: str) -> str:
    """The folded words joined by one space: equal keys mean equal names to a forgiving reader."""
    return " ".join(words(text))


def name_key(name: str) -> str:
    """A key for a person's name that forgives diacritics, case, spacing and the order of its parts."""
    return " ".join(sorted(words(name)))
