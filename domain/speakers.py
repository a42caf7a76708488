"""Who has a part of their own in a session: those it names as responsible, and those who are to be honoured."""

import re
from dataclasses import dataclass

from domain.conference import Group, Session
from domain.vietnamese import fold, nfc, squeeze

_BODY = (
    "phòng|ban|sở|bộ|cục|chi|ủy|uỷ|ubnd|hđnd|hội|công|văn|trung|trường|đảng|đoàn|mặt|liên|huyện|xã|thị|tỉnh|đồng|đại"
)
_AND = re.compile(rf"[,;+]|(?<!\w)và(?=\s+(?:{_BODY})(?!\w))")  # "Phòng Y tế và Dân số" is one body
_FOR = re.compile(r"^(?:đại diện|lãnh đạo|tập thể)\s+")
_HONOURS = re.compile(
    r"\b(?:khen thuong|trao thuong|tang thuong|vinh danh|bieu duong|tuyen duong"
    r"|(?:trao|tang|cong bo)\b.*\b(?:bang khen|giay khen|co thi dua|ky niem chuong|huan chuong|giai thuong))\b"
)
_HONOURED = re.compile(
    r"\b(?:khen thuong|duoc khen|bang khen|giay khen|dien hinh|tieu bieu|vinh danh|bieu duong|tuyen duong|dat giai)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """What is known of a delegate that can stand in a programme."""

    name: str
    post: str = ""
    unit: str = ""


def speaks(session: Session, person: Person) -> bool:
    """Whether the session names the person as responsible: by name, by post and unit, or by the unit as a whole.

    Diacritics count here: *Ân* is not *An*, and a wrong "prepare your part" is worse than none.
    """
    if not session.responsible:
        return False
    said = _plain(session.responsible)
    if _within(_plain(person.name), said):
        return True
    unit = _plain(person.unit)
    if not unit:
        return False
    post = _plain(person.post)
    if post and _within(post, said) and _within(unit, said):
        return True
    return unit in {_FOR.sub("", part.strip()) for part in _AND.split(said)} or unit == _FOR.sub("", said)


def honours(session: Session) -> bool:
    """Whether something is awarded in the session."""
    return bool(_HONOURS.search(fold(session.title)))


def honoured(group: Group) -> bool:
    """Whether a line of *Thành phần tham dự* is of those who receive an award."""
    return bool(_HONOURED.search(fold(group.description)))


def _plain(text: str) -> str:
    return squeeze(nfc(text).casefold())


def _within(words: str, text: str) -> bool:
    """Whether the words stand in the text as whole words; a single word is no name."""
    return " " in words and re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
