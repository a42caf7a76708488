"""Names that are asked for, and answers that only count or call the kind: "25 hợp tác xã" tells none of their names."""

import re
from collections.abc import Iterator

from domain.answers.asked import Asked
from domain.answers.pieces import Line
from domain.answers.values import (
    Answer,
    Attendance,
    Practical,
    Quoted,
    Responsible,
    SessionTimes,
    WhereIs,
)
from domain.when import folded_in_place


def only_counts(asked: Asked, answer: Answer) -> bool:
    """Whether "28 cá nhân gồm những ai" or "những tỉnh nào" is answered by no more than how many there are."""
    number = _number_named(asked)
    if number is not None:
        if isinstance(answer, Responsible) and answer.tasks and _COUNTED_KIND.search(asked.u.key):
            return len({task.unit for task in answer.tasks}) == 1  # who sees to it are not those several
        told = [
            text[found.end() :]
            for text in _texts(asked.u.key, answer)
            if (found := number.search(folded_in_place(text)))
        ]
        return bool(told) and not any(_LISTS.search(rest.partition(";")[0]) for rest in told)
    kind = _WHICH_ONES.search(asked.u.key)
    if kind is None or "@guest" in asked.u.words:
        return False
    told = [
        text
        for text in _texts(asked.u.key, answer, unled=True)
        if re.search(rf"\b{kind['kind']}\b", folded_in_place(text))
    ]
    return bool(told) and all(_counts_kind(kind["kind"], text) for text in told)


def _number_named(asked: Asked) -> re.Pattern[str] | None:
    """How the paper writes the number of those whose names are asked for; None where no such number is named."""
    counted = _COUNTED.search(asked.u.key)
    if counted is None or not (_NAMED_WHO.search(asked.u.key, counted.end()) or _COUNTED_KIND.search(asked.u.key)):
        return None
    return re.compile(rf"(?<!\d)0?{int(counted['number'])} {counted['noun']}\b")


def _texts(key: str, answer: Answer, *, unled: bool = False) -> Iterator[str]:
    """The texts of an answer that may only count; no item with several names behind it, or (`unled`) with any."""
    led = unled and isinstance(answer, Responsible)
    match answer:
        case Attendance():
            yield from (member for level in answer.groups for member in level.members)
        case Quoted() | Practical():
            yield from answer.texts
        case Responsible() | SessionTimes() | WhereIs() if not _DOER.search(key):
            yield from (line.title for line in answer.lines if not _names_several(line) and not (led and line.by))
        case _:
            return


def _names_several(line: Line) -> bool:
    return len(_BETWEEN_NAMES.findall(line.by or "")) > 1


def _counts_kind(kind: str, text: str) -> bool:
    """Whether a text speaks of a kind only by how many there are of it."""
    found = [*re.finditer(rf"(?P<number>\d+ )?(?<!\w){kind}\b", folded_in_place(text))]
    return all(each["number"] and not _LISTS.search(text, each.end()) for each in found)


def counts_bodies(asked: Asked, texts: tuple[str, ...]) -> bool:
    """Whether "bao nhiêu doanh nghiệp" gets a number of them, not what each of them may send."""
    kind = _HOW_MANY.search(asked.u.key)
    if kind is None or _EACH.search(asked.u.key):
        return True
    noun = rf"(?<!moi ){kind['kind']}"
    number = re.compile(rf"(?<!moi )\b\d+ (?:\w+ )?{noun}\b|\b{noun}\W{{0,3}}\d")
    said = [folded_in_place(text) for text in texts]
    return any(map(number.search, said)) or not any(map(_SENDS.search, said))


_KIND = (
    r"(?:tinh|huyen|xa|phuong|thon|truong|don vi|doanh nghiep|cong ty|cty|hop tac xa|htx|to chuc(?: co so dang)?"
    r"|co quan|cong doan co so|chi bo|chi doan|chi hoi|dia phuong|ho(?: gia dinh| dan)?|ca nhan|tap the)"
)
_COUNTED = re.compile(r"\b0?(?P<number>\d{1,4}) (?P<noun>(?!gio|phut|h\b|ngay|thang)[a-z]{2,})")
_COUNTED_KIND = re.compile(rf"\b(?!0?1\b)\d{{1,4}} {_KIND} (?:nao\b|.*\bnhung {_KIND} nao\b)")
_WHICH_ONES = re.compile(rf"\b(?P<kind>{_KIND}) nao\b")
_HOW_MANY = re.compile(rf"\b(?:bao nhieu|may) (?P<kind>{_KIND})\b")
_SENDS = re.compile(r"\bmoi (?:\w+ ){1,4}?\d")
_EACH = re.compile(r"\b(?:moi|tung|1|mot) \w+\b.*\b(?:bao nhieu|may)\b")
_NAMED_WHO = re.compile(
    r"\b(?:gom|la|ten|do)\b.*\b(?:ai|nao|gi)\b|\bnhung ai\b|\b(?:ho ten|danh sach)\b|\bwho (?:are|is)\b"
)
_DOER = re.compile(
    r"\b(?:doc|trinh bay|trao|tang|phu trach|chu tri|dieu hanh|dan|cong bo|gioi thieu)\b.*\b(?:la|do) ai\b"
)
"""Asks who does something to those counted."""

_LISTS = re.compile(r"[:(](?!\s*(?:danh sách|do|mỗi|dự kiến|khoảng|theo|nếu)\b)|\b(?:gồm|là|include)\b", re.IGNORECASE)
"""Names stand behind a number of people where the paper gives them."""

_BETWEEN_NAMES = re.compile(r"[,;] |\bvà\b")
