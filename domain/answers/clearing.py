"""The text before it is read: words that only look like something else, written as what they mean."""

import re

from domain.answers.index import Index
from domain.answers.normalise import key
from domain.answers.phrases import words_in


def no_person(text: str, index: Index) -> str:
    """ "Tập huấn AI" in capitals means the machine, where the programme speaks of it, and asks for nobody."""
    named = {"tri", "tue", "tao"} <= index.words
    if text.isupper() or not (named or "ai" in index.words):
        return text
    return _AI.sub("trí tuệ nhân tạo" if named else "", text)


_AI = re.compile(r"(?<=\w )AI\b(?! (?:là|đọc|phát|báo|dạy|chủ|ký|lo))")


def number_of(text: str) -> str:
    """ "chị Thắm số mấy" said in full; "mây giờ" is "mấy giờ" with a mark forgotten."""
    text = _WHICH_PART.sub("hôm nào", text)
    return _HOW_MANY.sub("mấy ", _WHOSE_NUMBER.sub(r"số điện thoại \1 là gì", text))


_HOW_MANY = re.compile(
    r"\bm(?:ây|âý|ậy|ầy|ẫy|áy) (?=(?:giờ|gio|h|g|ngày|ngay|người|nguoi|phút|hôm|bạn|em|tiếng)\b)", re.I
)


_WHICH_PART = re.compile(r"\b(?:sáng|trưa|chiều|tối|đêm|sang|trua|chieu|toi|dem) n[àa]o\b", re.IGNORECASE)
"""Asks on which day, and names no part of one."""

_WHOSE_NUMBER = re.compile(
    r"\b((?:ông|bà|anh|chị|cô|thầy|bác|ong|ba|chi|co|thay|bac|đ/c) [^\W\d]+(?: [^\W\d]+){0,3}?) (?:số|so|sđt|sdt)"
    r" (?:mấy|may|nào|nao|bao nhiêu|bao nhieu|gì|gi)\b",
    re.IGNORECASE,
)

_TIME_LIKE = re.compile(r"\b(chieu|sang|toi|trua) (\w+)", re.IGNORECASE)
_BEHIND_TIME = words_in("nay mai qua thu ngay kia mot mung cn chu hom som muon")
_MARKED_OTHERWISE = {
    "chieu": ("chiếu", "chiều"),
    "sang": ("sang", "sáng"),
    "toi": ("tới", "tối"),
    "trua": ("trua", "trưa"),
}


def no_time(text: str, index: Index) -> str:
    """The text with a word that merely looks like a part of the day written as the programme does: "chieu phim"."""

    def written(found: re.Match[str]) -> str:
        word, behind = found[1].casefold(), found[2].casefold()
        other, part = _MARKED_OTHERWISE[word]
        spoken = (word, key(behind)) in index.pairs and other in index.forms and part not in index.forms
        named = behind in _BEHIND_TIME or behind[:1].isdigit()
        return found[0] if named or not spoken else f"{other} {found[2]}"

    return _TIME_LIKE.sub(written, text)
