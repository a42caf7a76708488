"""What speaks for and against a line of the paper as the answer to a question, in numbers.

A forest knows a number by its place, so the order is part of the promise: `NAMES` tells it.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from domain.answers.entries import Hit, Sort
from domain.answers.evidence.lines import PaperLine, PaperLines, fours
from domain.answers.holding import CLOCK, DATED, LENGTH, NUMBER, PART_OF_DAY, TIME
from domain.answers.offices import PERSON
from domain.answers.query import Kind, Understanding
from domain.answers.whereabouts import PLACE
from domain.vietnamese import words

OFFICE = re.compile(
    r"\b(?:Ban|Sở|Phòng|Văn phòng|Trung tâm|Khoa|Tổ|Tiểu ban|UBND|Ủy ban|Hội|Công an|Đoàn|Công đoàn|Trường|Công ty"
    r"|Chi cục|Cục|Vụ|Đảng ủy)\b"
)
"""How the name of a body begins."""

_HOLDING: dict[str, re.Pattern[str]] = {
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


def _rows(phrases: str) -> tuple[str, ...]:
    return tuple(f" {phrase.strip()} " for phrase in phrases.split("|"))


_ASKING = _rows(
    """
    may gio | khi nao | luc nao | bao gio | o dau | cho nao | dau | phong | ai | bao nhieu | may | nguoi | nao | gi | co
    | khong | ko | k | duoc | phai | han | truoc | ngay | bao lau | sau | dau tien | cuoi | ket thuc | bat dau | chu tri
    | phu trach | don vi | lam | the nao | sao | what | where | when | who | how | which | is | can | do | many | much
    | time | long | any | mac | an | nghi | xe | gui | nop | lien he | sdt | mang | tai lieu | phi | tien | em | minh
    | bang | lo | den | tu | toi | the | hay | moi | hinh thuc | noi dung | ten
    """
)
"""Words of a question that tell what its answer looks like."""

_TELLING = _rows(
    """
    gio | phong | o | tai | do | cua | khong | duoc | phai | mien phi | tu tuc | lien he | xe | an | nghi | mac | nop
    | truoc | hoi truong | trang phuc | tai lieu | kinh phi | gom | la | chu tri | moi | dien thoai | dia diem
    | thoi gian | so luong | thanh phan | dang ky | gui
    """
)
"""Words of a line that tell what it speaks of."""

_KINDS = tuple(Kind)
_SORTS = tuple(Sort)

_OF_QUESTION = _rows(
    "words|units|weight|concepts|head weight|unspoken|unspoken share|conference|own|english|second|third"
)
_OF_LINE = _rows(
    """
    rank | coverage | score | share of best | next | own share | own units | missing weight | missing in text | missing
    | head | head in text | heaviest in text | told share | line weight | pairs | pair share | words share
    | heading share | anywhere share | clause share | letters share | letters told share | characters | heading | place
    | sort | bars | colon | capitals | clauses | concepts in line | concepts in text
    """
)

NAMES: tuple[str, ...] = tuple(
    name.strip()
    for name in (
        *_OF_QUESTION,
        *(f"kind {kind}" for kind in _KINDS),
        *(f"asks{phrase}" for phrase in _ASKING),
        *_OF_LINE,
        *(f"holds {name}" for name in _HOLDING),
        *(f"tells{phrase}" for phrase in _TELLING),
    )
)
"""The numbers of a line, in order: first what the question is, then how the line fits it, then what it holds."""


@dataclass(frozen=True, slots=True)
class _Question:
    """What is the same for every line that a question is held against."""

    u: Understanding
    row: str
    words: tuple[str, ...]
    pairs: tuple[str, ...]
    letters: frozenset[str]
    total: float

    @classmethod
    def of(cls, u: Understanding) -> "_Question":
        said = words(u.text)
        row = f" {' '.join(said)} "
        pairs = tuple(f" {one} {two} " for one, two in itertools.pairwise(said))
        return cls(u, row, said, pairs, fours(row), sum(unit.weight for unit in u.content) or 1.0)


def rows(u: Understanding, paper: PaperLines, hits: Sequence[Hit]) -> list[list[float]]:
    """The numbers of every line found for a question."""
    question = _Question.of(u)
    asked = _of_question(question, paper, hits)
    return [asked + _of_line(question, paper, hits, rank) for rank in range(len(hits))]


def _of_question(question: _Question, paper: PaperLines, hits: Sequence[Hit]) -> list[float]:
    u = question.u
    head = next((unit for unit in u.content if not unit.generic), None)
    unspoken = [unit.weight for unit in u.content if unit.code not in paper.index.postings]
    best = hits[0].score if hits else 0.0
    scores = dict(u.kinds)
    return [
        len(question.words),
        len(u.content),
        question.total,
        len(u.concepts),
        head.weight if head else 0.0,
        len(unspoken),
        sum(unspoken) / question.total,
        u.about_conference,
        u.own,
        u.language == "en",
        hits[1].score / best if len(hits) > 1 and best else 0.0,
        min((hit.coverage for hit in hits[:3]), default=0.0),
        *(scores.get(kind, 0.0) for kind in _KINDS),
        *(phrase in question.row for phrase in _ASKING),
    ]


def _of_line(question: _Question, paper: PaperLines, hits: Sequence[Hit], rank: int) -> list[float]:
    hit, best = hits[rank], hits[0].score
    line, after = paper.line(hit), hits[rank + 1].score if rank + 1 < len(hits) else 0.0
    return [
        rank,
        hit.coverage,
        hit.score,
        hit.score / best if best else 0.0,
        after / hit.score if hit.score else 0.0,
        *_of_units(question, hit),
        *_of_words(question, line),
        len(line.text),
        bool(line.heading),
        int(str(hit.entry.ref)) / len(paper.lines),
        _SORTS.index(line.sort),
        line.text.count("|"),
        line.text.find(":"),
        line.text.isupper(),
        len(line.clauses),
        sum("@" + concept in hit.entry.units for concept in question.u.concepts),
        sum("@" + concept in hit.entry.own for concept in question.u.concepts),
        *_held(line),
    ]


def _held(line: PaperLine) -> tuple[bool, ...]:
    """What a line holds, whatever is asked: looked at once."""
    if line.held is None:
        holds = (pattern.search(line.text) is not None for pattern in _HOLDING.values())
        line.held = (*holds, *(phrase in line.row for phrase in _TELLING))
    return line.held


def _of_units(question: _Question, hit: Hit) -> list[float]:
    """How much of what the question speaks of is in the line, by weight."""
    content, entry = question.u.content, hit.entry
    own = [unit.weight for unit in content if unit.code in entry.own]
    missing = [unit.weight for unit in content if unit.code not in entry.units]
    head = next((unit.code for unit in content if not unit.generic), "")
    heaviest = max(content, key=lambda unit: unit.weight).code if content else ""
    return [
        sum(own) / question.total,
        len(own),
        max(missing, default=0.0),
        max((unit.weight for unit in content if unit.code not in entry.own), default=0.0),
        len(missing),
        head in entry.units,
        head in entry.own,
        heaviest in entry.own,
        sum(own) / entry.weight,
        entry.weight,
    ]


def _of_words(question: _Question, line: PaperLine) -> list[float]:
    """How much of the question's own words and letters is in the line."""
    said = [f" {word} " for word in question.words]
    count = len(said) or 1
    here = [word in line.row for word in said]
    above = [word in line.heading_row for word in said]
    pairs = sum(pair in line.row for pair in question.pairs)
    shared = len(question.letters & line.letters)
    return [
        pairs,
        pairs / (len(question.pairs) or 1),
        sum(here) / count,
        sum(above) / count,
        sum(one or two for one, two in zip(here, above, strict=True)) / count,
        max((sum(word in clause for word in said) for clause in line.clauses), default=0) / count,
        shared / (len(question.letters) or 1),
        shared / (len(line.letters) or 1),
    ]
