"""Vocabulary: units of measure, sizes and kinds of file, by what asks for one and what tells one."""

import re
from dataclasses import dataclass
from functools import lru_cache

from domain.answers.phrases import words_in
from domain.answers.query import Understanding


@dataclass(frozen=True, slots=True)
class Measure:
    """What asks for a measure, in plain letters or with marks; what tells one; the words that only ask for it."""

    asks: re.Pattern[str]
    tells: re.Pattern[str]
    beside: frozenset[str] = frozenset()


_MANY = r"(?:may|bao nhieu|nhieu nhat may|nhieu nhat bao nhieu|how many)"

PAGES = Measure(
    re.compile(rf"\b{_MANY} (?:trang|mat giay|to giay|pages)\b|\bpage limit\b"),
    re.compile(r"\d+\s*(?:trang|pages?)\b|\btrang:\s*\d", re.IGNORECASE),
)
WORDS = Measure(
    re.compile(rf"\b{_MANY} (?:(?:chu|tu)(?! (?:nhat|tich|toa|tri|lieu|ngay|luc|nguon)\b)|words)\b|\bword limit\b"),
    re.compile(r"(?<![\d/.:])\d[\d.]+\s*(?:từ|chữ|words)\b(?! \d| ngày| nguồn| lúc)", re.IGNORECASE),
)
MINUTES = Measure(
    re.compile(
        rf"\b{_MANY} (?:phut|minutes)\b|\b(?:noi|trinh bay|phat bieu|thuyet trinh|hat|dien) (?:duoc )?bao lau\b"
        r"|\bhow long (?:may|can|should|is|does|must|will) (?:a|an|each|every|one|the) "
        r"(?:paper|talk|presentation|speech|report|speaker|presenter)\b"
    ),
    re.compile(r"\d+\s*(?:phút|’|minutes?)", re.IGNORECASE),
)
SEATS = Measure(
    re.compile(
        r"\b(?:suc chua|chua|tiep nhan|ngoi|chở)(?: duoc| được| toi da| tối đa| la| khoang)*"
        r" (?:may|mấy|bao nhieu|bao nhiêu)\b"
        r"|\b(?:mấy|bao nhiêu) (?:chỗ|ghế)\b|\b(?:may|bao nhieu) (?:cho ngoi|ghe)\b|\b(?:how many|number of) seats\b"
        r"|\bcapacity\b|\bhow many people\b.*\b(?:hold|fit|seat)\b"
    ),
    re.compile(r"\d[\d.]*\s*(?:chỗ|ghế|người|seats|people)\b|sức chứa|\b(?:chỗ|ghế)\b[^:;]{0,20}:\s*\d", re.IGNORECASE),
    words_in("chua duoc suc nguoi cho ngoi ghe tiep nhan people hold fit seat seats @seat capacity"),
)
LETTERS = Measure(
    re.compile(r"\bfont\b|\b(?:phông|kiểu|cỡ) chữ\b|\bkieu chu\b|\bco chu (?:bao|may|la bao)\b|\bchữ cỡ\b"),
    re.compile(r"\bcỡ(?: chữ)? \d|\b(?:times|arial|tahoma|calibri|unicode)\b|\bfont\b", re.IGNORECASE),
    words_in("co chu font kieu phong size"),
)
SIZE = Measure(
    re.compile(
        r"\b(?:kho giay|kich thuoc|kich co|ti le|ty le|(?:khổ|cỡ)(?: giấy)?)(?: slide| anh| khung)?"
        r" (?:la )?(?:nao|nào|may|mấy|bao nhieu|bao nhiêu|gi|gì|the nao|sao)\b"
        r"|\bkho (?:nao|bao nhieu)\b|\brong (?:may|bao nhieu)\b|\b(?:dai|cao) (?:may|bao nhieu) (?:met|m|cm)\b"
        r"|\b(?:what|which) size\b"
    ),
    re.compile(
        r"\b(?:khổ|cỡ|kích thước)\s*\(?[A-Z]?\d|\bA[0-5]\b|\d\s*(?:m|cm)?\s*[x×]\s*\d"
        r"|\b(?:16:9|4:3)\b|\d\s*(?:m²|m2|cm)\b",
        re.IGNORECASE,
    ),
    words_in("kho giay co kich thuoc ti ty le in rong dai cao met cm lam what which size"),
)
FORMAT = Measure(
    re.compile(
        r"\bdinh dang\b|\b(?:file|tệp|tep tin) (?:gi|gì|dang|dạng|loai|kieu|duoi|đuôi|format)\b"
        r"|\b(?:loai|kieu|dang) file\b"
        r"|\b(?:what|which) (?:file )?format\b|\bword hay pdf\b|\bpdf hay word\b"
    ),
    re.compile(
        r"\b(?:docx?|pdf|word|power ?point|pptx?|excel|xlsx?|mp[34]|jpe?g|png)\b",
        re.IGNORECASE,
    ),
    words_in("dinh dang file tep duoi loai kieu format gui nop lam dung word hay pdf phan mem"),
)
MISSED = Measure(
    re.compile(
        rf"\b(?:vang|(?<!hoi )(?<!de )nghi(?: hoc)?|bo) (?:\w+ ){{0,2}}?(?:qua |toi da )?"
        rf"{_MANY} (?:tiet|buoi|ngay|phan tram)\b"
    ),
    re.compile(r"\b(?:vắng|nghỉ|bỏ)\b[^;]*?\d+\s*(?:%|buổi|tiết|ngày)", re.IGNORECASE),
    words_in("vang nghi hoc bo tiet buoi ngay phan tram thi khong duoc @absence cap nhan"),
)
PERIODS = Measure(
    re.compile(rf"\b{_MANY} (?:tiet(?! muc| kiem)|tin chi|credits)\b"),
    re.compile(r"\d+\s*(?:tiết(?! mục)|tín chỉ|credits?)\b", re.IGNORECASE),
    words_in("tiet hoc day tin chi tap huan lop khoa credits"),
)
POINTS = Measure(
    re.compile(rf"\b{_MANY} diem (?:ren luyen|thi dua|cong)\b|\bcong (?:them )?{_MANY} diem\b"),
    re.compile(r"\d+\s*điểm(?! cầu)\b", re.IGNORECASE),
    words_in("diem cong them"),
)
_MEASURES = (MISSED, PERIODS, POINTS, PAGES, WORDS, MINUTES, SEATS, LETTERS, SIZE, FORMAT)


def measure_asked(question: Understanding) -> Measure | None:
    """The measure that a question asks for, if any."""
    return _measure_in(f"{question.key} | {question.text.casefold()}")


@lru_cache(maxsize=128)
def _measure_in(said: str) -> Measure | None:
    """The same, kept: it is asked again of each answer that is found."""
    return next((each for each in _MEASURES if each.asks.search(said)), None)
