"""Where the end of a line cuts a date, a range or a number from what goes on below."""

import re

from documents.plan.whens import says_when

CLOCK_START = re.compile(r"\s*(?:từ\s+|lúc\s+)?\d{1,2}\s*(?:h|g|giờ|:)\s*\d{0,2}(?!\d)", re.IGNORECASE)
CUT_DATE = re.compile(r"\d\s*/\s*$")
_CUT_RANGE = re.compile(r"(?:\d|\dh|giờ|phút|’|')\s*[-–]\s*$", re.IGNORECASE)
_CUT_COUNT = re.compile(r"\b(?:tổng số|tổng cộng|khoảng|gồm có)$", re.IGNORECASE)
_CUT_YEAR = re.compile(r"\b(?:năm|năm học|nhiệm kỳ|giai đoạn)$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d\b")
REST_OF_DATE = re.compile(r"/\s?\d{1,4}\b")


_BEFORE_DATE = re.compile(  # "(hoàn thành trước" above "27/8/2024)"
    r"(?:^|[\s(])(?:trước|sau|từ|đến|ngày|hạn|xong|nhất|nhất là|vào|hết|nhật,?|before|by|on"
    r"|thứ (?:hai|ba|tư|năm|sáu|bảy),?)\s*$",
    re.IGNORECASE,
)
_DATE_FIRST = re.compile(
    r"\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?(?:20)?\d\d)?(?=[\s).;,]|$)(?!\.?\s+[^\W\d_]+\s+[^\W\d_]+)"
    r"|\d{1,2}(?:h\d{0,2}|:\d\d|g\d\d|\s?giờ(?:\s\d\d)?)\s+(?:sáng\s|chiều\s)?ngày\s"
)
_CUT_WORDS = (  # "ngày 14 tháng 8 năm" above "2024", "16 giờ" above "30 ngày 17/8", "thời hạn:" above "trước ngày 20/8"
    (re.compile(r"tháng \d{1,2} năm$"), re.compile(r"20\d\d\b")),
    (re.compile(r"\d tháng$"), re.compile(r"\d{1,2} năm 20\d\d")),
    (re.compile(r"\d giờ$"), re.compile(r"\d\d (?:phút|ngày)\b")),
    (re.compile(r".{12}[,;.(–-]\s*(?:[Tt]hời )?(?:[Hh]ạn|gian)(?: hoàn thành)?:$"), re.compile(r"[a-zđ\d]")),
)
_SIGNS = re.compile(r"\s+[|·•]\s+")
_TOP = 15  # lines


def beside_date(text: str, number: int) -> tuple[str, ...]:
    """The parts of a line on top of a page that tells when and where: "12 - 13/9/2025 | Nhà hát Lớn, 1 Tràng Tiền"."""
    parts = tuple(part.strip(" *") for part in _SIGNS.split(text.strip())) if number <= _TOP else ()
    return parts if len(parts) > 1 and any(map(says_when, parts)) else (text,)


def is_cut(line: str, following: str) -> bool:
    """Whether a date or a range goes on: "27/7/" above "2026", "8h00 -" above "11h30", "27" above "/7/2026"."""
    last = line.rstrip()[-1:]
    if last == "/":
        return following[:1].isdigit() and CUT_DATE.search(line) is not None
    if last.isdigit():
        return REST_OF_DATE.match(following) is not None
    if any(ends.search(line.rstrip()) and goes.match(following) for ends, goes in _CUT_WORDS):
        return True
    if following[:1].isdigit() and _DATE_FIRST.match(following) and _BEFORE_DATE.search(line):
        return True
    if following[:1].isdigit() and _CUT_COUNT.search(line):
        return True  # "… Tổng số" above "120 đại biểu."
    if _CUT_YEAR.search(line) and _YEAR.match(following):
        return True
    return (
        last in ("-", "–")
        and _CUT_RANGE.search(line) is not None
        and (CLOCK_START.match(following) is not None or re.match(r"\d{1,2}/\d", following) is not None)
    )
