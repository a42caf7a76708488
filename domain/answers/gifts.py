"""What those who come are given, where a clause of the paper names the thing: "quà cho đại biểu: 01 ô gấp"."""

import re
from collections.abc import Iterator

from domain.answers.asked import Asked
from domain.answers.entries import Sort
from domain.answers.phrases import words_in
from domain.answers.query import Kind
from domain.answers.texts import CLAUSE, letters_of, meanings
from domain.answers.values import Answer, Practical

_ASKS_WHICH = re.compile(
    r"\b(?:gi|nao|may|bao nhieu|what|which|how many)\b|\bqua (?:tang |luu niem )?(?:la|co|cho)\b", re.IGNORECASE
)
_OTHERS = re.compile(
    r"\b(?:ho ngheo|gia dinh|thieu nhi|hoc sinh|chinh sach|me viet nam|ngheo|hoan canh|poor|children)\b"
)
"""Whom a gift may be for besides those who come."""

_BORDER = re.compile(rf"{CLAUSE.pattern}|,\s+(?=(?:tặng|quà)\b)")
_GIFT = r"\b(?:quà(?: tặng| lưu niệm)?|tặng phẩm|gifts?|souvenirs?)\b"
_NAMED = re.compile(
    rf"{_GIFT}[^:;(.]{{0,50}}(?::|\blà\b|\bgồm\b|\()\s*[^\s)]|{_GIFT}[^:;(.\d]{{0,50}}\d{{1,2}} [^\W\d]"
    r"|\btặng (?:cho )?(?:mỗi|các|tất cả) (?:đại biểu|đoàn|người|khách)[^,;:]{0,20}? (?:\d|một )",
    re.IGNORECASE,
)
_SHARED = words_in("@gift @delegate @guest tang nhan cho duoc luu niem cai moi nguoi dai bieu loai mon do ve lam phat")
_OTHERWISE = (Kind.WHEN, Kind.WHERE, Kind.WHO, Kind.DEADLINE)
"""When it is handed out, and by whom, tells not what it is."""
_MOST = 3


def given(asked: Asked) -> Answer | None:
    """The clauses that name what is given; of those who are named theirs alone."""
    if "gift" not in asked.u.concepts or not _ASKS_WHICH.search(asked.u.key):
        return None
    if asked.u.asks(*_OTHERWISE):
        return None
    others = _OTHERS.search(asked.u.key) is not None
    told = [each for each in dict.fromkeys(_clauses(asked)) if bool(_OTHERS.search(letters_of(each))) == others]
    wanted = asked.beyond(_SHARED)
    meant = [each for each in told if all(unit.is_in(meanings(each)) for unit in wanted)]
    return Practical(topic="gift", texts=tuple(meant[:_MOST])) if meant else None


def _clauses(asked: Asked) -> Iterator[str]:
    for text in asked.index.texts(Sort.TASK, Sort.FACT):
        yield from (part.strip(" .") for part in _BORDER.split(text) if _NAMED.search(part))
