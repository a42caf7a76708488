"""The number of a conference: "lần thứ XII", "khóa 12" and "lần thứ mười hai" are one."""

import re

from domain.answers.texts import letters_of
from domain.when import folded_in_place

_SPELT = ("mot|nhat", "hai|nhi", "ba", "bon|tu", "nam|lam", "sau", "bay", "tam", "chin")
_ONES = {word: number for number, words in enumerate(_SPELT, 1) for word in words.split("|")}
_TENS = {"muoi": 10, "hai muoi": 20, "ba muoi": 30}
_LETTERS = {"i": 1, "v": 5, "x": 10}

_IN_WORDS = rf"(?:(?:hai |ba )?muoi(?: (?:{'|'.join(_SPELT)})\b)?|{'|'.join(_SPELT)})"
OF_NUMBER = (
    r"(?:(?:lan|khoa|nhiem ky) (?:thu (?=[ivx]+\b|\d)|(?=[ivx]{2,}\b|x\b|\d))"
    rf"|(?:lan|khoa|nhiem ky) thu (?={_IN_WORDS}\b)|lan (?=(?:mot|hai|ba|bon|bay|tam|chin|muoi)\b))"
    rf"(?P<number>[ivx]+\b|\d+|{_IN_WORDS})"
)
"""In plain letters; "khoa học", "lần sau" and the "v" of "mấy lần v" are no numbers."""

_OF_NUMBER = re.compile(rf"\b{OF_NUMBER}")


def figure(number: str) -> int:
    """The number that figures, words or Roman letters stand for."""
    if number.isdecimal():
        return int(number)
    if set(number) <= _LETTERS.keys():
        values = [_LETTERS[letter] for letter in number]
        return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
    tens, _, one = (number, "", "") if number in _TENS else number.rpartition(" ")
    return _TENS.get(tens, 0) + _ONES.get(one, 0)


def as_titled(text: str, title: str) -> str:
    """The text with the conference's own number written as its title does."""
    own = _OF_NUMBER.search(letters_of(title))
    if own is None:
        return text
    for found in _OF_NUMBER.finditer(folded_in_place(text)):
        if figure(found["number"]) == figure(own["number"]):
            return f"{text[: found.start()]}{own[0]}{text[found.end() :]}"
    return text
