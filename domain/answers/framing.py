"""A question told with its story: "Tôi chở các cụ đi gặp mặt, mấy giờ thì tan để tôi quay lại đón?"

What somebody says of themselves, where they heard it and what they need it for is no part of what they ask.
"""

import re
from collections.abc import Callable
from itertools import pairwise

from domain.answers.courtesy import asked_outright
from domain.answers.holding import CLEAR
from domain.answers.index import Index
from domain.answers.normalise import bare
from domain.answers.phrases import words_in
from domain.answers.query import Kind, Understanding, Unit

Reader = Callable[[str], Understanding]

CLEARLY = 2.4
"""Evidence from which a clause surely asks something; more where an hour is named, which may be the asker's own."""

_CLAUSE = re.compile(r"(?<=[.!?;…])\s+|\n+|\s*[,;]\s+|\s+[-–]\s+")
_PURPOSE = re.compile(
    r"[,.]?\s+\b(?:(?:để|de) (?:còn|con|kịp|kip|tiện|tien|mà)\b(?! (?:hỏi|hoi|xin|biết|biet)\b)"
    r"|so (?:that )?(?:i|we) (?:can|could|may)\b|because (?:i|we)\b|(?:để|de|cho|đặng) (?:còn |con |cho |tiện |tien )?"
    r"(?:tôi|toi|em|mình|minh|con|cháu|chau|tui|chúng|chung|bên|ben|anh em|cả|ca|đoàn|doan|đơn vị|nhà|biết|biet|sắp)"
    r"\b(?! (?:hỏi|hoi|xin|biết|biet)\b))[^?]*"
    r"|[,.]?\s+\b(?:để|đặng) (?:còn |tiện )?(?:chồng|vợ|chị|bà con|các|xe|đặt|gọi|bắt|mua|kịp|quay lại|rước|đón|về|đi"
    r"|ra|chuẩn bị|ghé|nấu|báo|nhắn|dặn)\b[^?]*",
    re.IGNORECASE,
)
_ASKED_FOR = re.compile(
    r"^(?:(?:dạ|da|thưa|alo|ad ơi)[ ,]+)?(?P<who>(?:[^\W\d]+ ){1,6}?)(?:nhờ |nho |mới |có |đang |muốn )?"
    r"(?:em |tôi |con |cháu )?(?<!câu )(?<!cau )(?<!trả )(?:hỏi|hoi)(?: (?:xem|là|rằng|giùm|giúp|dùm))?[,:]? "
    r"(?=\w+ \w)",
    re.IGNORECASE,
)
""" "Chú tài xế hỏi đậu xe ở đâu": for whom it is asked."""
_OF_ONESELF = re.compile(
    r"\b(?:tôi|toi|em|mình|minh|tui|tớ|chúng|chung|cháu|con|anh em|bọn|bon|nhà|nghe nói|nghe noi|nghe bảo|nghe đồn"
    r"|nghe tin|thấy|i|we|my|our|i'm|i am)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:nếu|neu|lỡ|lo|nhỡ|nho|giả sử|gia su|trường hợp|truong hop|khi|mà|ma|if|unless|in case|when)\b", re.IGNORECASE
)


def told(text: str, read: Reader) -> tuple[str, str] | None:
    """The clause that asks and the story around it, where only one clause asks; None where there is no story."""
    plain, asker = _without_frame(text, read)
    clauses = [clause.strip() for clause in _CLAUSE.split(plain) if clause and clause.strip(" .,;?!")]
    if len(clauses) < 2 and plain == text:
        return None
    asking = [clause for clause in clauses if _asks(read(clause))]
    marked = [clause for clause in asking if clause.endswith("?")]
    asking = marked if len(marked) == 1 else asking  # "mấy cụ" counts nobody
    if len(asking) != 1:
        return None
    story = [clause for clause in clauses if clause is not asking[0]]
    if any(_CONDITION.search(clause) or not _OF_ONESELF.search(clause) for clause in story):
        return None
    return asking[0], ". ".join([*asker, *story])


def _without_frame(text: str, read: Reader) -> tuple[str, list[str]]:
    """The text without what it is asked for, and for whom; and who that is."""
    without = _PURPOSE.sub(" ", text)
    plain = without if without != text and _asks(read(without)) else text
    asked_for = _ASKED_FOR.match(plain)
    if asked_for is None or not _asks(read(plain[asked_for.end() :])):
        return plain, []
    return plain[asked_for.end() :], [asked_for["who"]]


def _asks(understood: Understanding) -> bool:
    least = CLEARLY if understood.when.clock is None else CLEAR
    return any(score >= least and kind not in _NAMED_ALONE for kind, score in understood.kinds)


_NAMED_ALONE = frozenset({Kind.DAY, Kind.TOPIC, Kind.AT})
"""Kinds that a clause is taken for because it names a day, an hour or a matter."""


def behind_its_story(text: str, read: Reader, index: Index) -> str:
    """What is asked outright behind a story that any delegate could tell; else the whole text."""
    parted = asked_outright(text)
    if parted is None or _CONDITION.search(parted[0]) or not _OF_ONESELF.search(parted[0]):
        return text
    story = read(parted[0])
    lent = [unit for unit in story.content if lends(unit, index, text) and unit.code not in _ANYBODYS]
    names = any(unit.code[0] in "@=" or parted[0][story.tokens[unit.at].at].isupper() for unit in lent)
    phrase = any((one.code, two.code) in index.pairs and two.at == one.at + 1 for one, two in pairwise(lent))
    return text if names or phrase or not story.when.empty else parted[1]


_ANYBODYS = words_in("@invitation @delegate ke hoach van ban")
"""What whoever comes has got, read or is."""


def lends(unit: Unit, index: Index, text: str) -> bool:
    """Whether a word of a story is one of the programme, with its marks where the story has any."""
    written = unit.code[0] in "@=" or unit.typed in index.forms or bare(text.casefold())
    return written and not unit.generic and index.speaks(unit)
