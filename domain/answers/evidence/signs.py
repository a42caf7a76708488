"""What a question asks and what a line of a paper tells, as signs whose company can be learned.

A sign is a folded word ("mac"), the content of a question ("=@dress"), its kind ("?dress"), a concept of a line
("@dress"), its sort (":fact") or what it holds ("+time").
"""

import re

from domain.answers.entries import Entry
from domain.answers.evidence.paper_line import PaperLine
from domain.answers.holding import CLOCK, DATED, LENGTH, NUMBER, PART_OF_DAY, TIME
from domain.answers.offices import PERSON
from domain.answers.query import Understanding
from domain.answers.whereabouts import PLACE

OFFICE = re.compile(
    r"\b(?:Ban|Sở|Phòng|Văn phòng|Trung tâm|Khoa|Tổ|Tiểu ban|UBND|Ủy ban|Hội|Công an|Đoàn|Công đoàn|Trường|Công ty"
    r"|Chi cục|Cục|Vụ|Đảng ủy)\b"
)
"""How the name of a body begins."""

HOLDING: dict[str, re.Pattern[str]] = {
    "time": TIME,
    "date": DATED,
    "clock": CLOCK,
    "part of day": PART_OF_DAY,
    "length": LENGTH,
    "number": NUMBER,
    "place": PLACE,
    "room": re.compile(r"\b(?:tại|ở|phòng|sảnh|hội trường|sân|tầng|khu|rooms?|halls?|floor)\b", re.IGNORECASE),
    "phone": re.compile(r"\b0\d[\d. ]{7,}"),
    "money": re.compile(r"\d[\d.]*\s*(?:đồng|đ\b|triệu|VNĐ|USD|k\b)|miễn phí|free", re.IGNORECASE),
    "person": PERSON,
    "office": OFFICE,
    "work": re.compile(
        r"chủ trì|phối hợp|chịu trách nhiệm|phụ trách|tham mưu|chuẩn bị|bố trí|phân công|giao|đề nghị", re.IGNORECASE
    ),
    "rule": re.compile(r"\b(?:không|phải|được|chỉ|mỗi|yêu cầu|đề nghị|not|must|only|may)\b", re.IGNORECASE),
    "address": re.compile(r"@|www|http|zalo|\.vn", re.IGNORECASE),
}
"""What a line may hold that some questions ask for."""

EVERY = "."
"""The sign that every line bears: what company a question's sign keeps on the whole."""

OWN, AROUND, ABSENT = "~own", "~around", "~absent"
"""Whether a line itself speaks of what a question speaks of, only what it stands under does, or neither."""

_LONGEST = 40
"""Words of a question that are looked at."""

_KINDS = 2


def of_question(u: Understanding) -> tuple[str, ...]:
    """The signs of a question, each once."""
    words = (_word(token.word) for token in u.tokens[:_LONGEST])
    contents = (content(unit.code) for unit in u.content[:_LONGEST])
    return tuple(dict.fromkeys((*words, *contents, *(f"?{kind}" for kind, _ in u.kinds[:_KINDS]))))


def content(code: str) -> str:
    """The sign of something that a question speaks of."""
    return f"={code}"


def of_line(line: PaperLine, entry: Entry) -> tuple[str, ...]:
    """The signs of a line, each once."""
    words = (_word(word) for word in (*line.heading_row.split(), *line.words))
    concepts = (code for code in entry.units if code.startswith("@"))
    holds = (f"+{name}" for name, pattern in HOLDING.items() if pattern.search(line.text))
    return tuple(dict.fromkeys((EVERY, f":{line.sort}", *holds, *concepts, *words)))


def relation(code: str, entry: Entry) -> str:
    """How a line stands to something that a question speaks of."""
    return OWN if code in entry.own else AROUND if code in entry.units else ABSENT


def _word(word: str) -> str:
    """A word as a sign; of a number only how long it is."""
    return f"#{len(word)}" if word.isdigit() else word
