"""Two answers that a question offers itself, asked for as what they answer: "sáng hay chiều", "1 buổi hay 2"."""

import re

_OR = r"\s*,?\s+(?:hay|hoặc|hoac)(?:\s+(?:là|la))?\s+"
_TAG = r"(?:\s+(?:phải|phai|đúng|dung)\s+(?:không|khong|ko|k|hông|hong)|\s+(?:hả|à|thôi\s+(?:hả|à|phải không)))(?!\w)"
_PART = r"(?:(?:vào|vao)\s+)?(?:(?:buổi|buoi)\s+)?(?:sáng|sang|trưa|trua|chiều|chieu|tối|toi)"
_LASTS = (
    r"(?:(?:chỉ|chi|trong|cả|ca|nguyên|nguyen|trọn|tron|hết|het)\s+)*"
    r"(?:(?:một|mot|hai|ba|nửa|nua|rưỡi|0?[1-4](?:[.,]5)?|½|1/2|cả|ca|nguyên|nguyen|trọn|tron)\s+)(?:ngày|ngay|buổi|buoi)"
)
_DAY = (
    r"(?:ngày|ngay|hôm|hom)\s+(?:(?:thứ|thu)\s+)?"
    r"(?:\d{1,2}(?:/\d{1,2})?|nhất|nhat|hai|ba|đầu|dau|cuối|cuoi|trước|truoc|sau)"
)
_WEEKDAY = r"(?:thứ|thu)\s+(?:hai|ba|tư|tu|năm|nam|sáu|sau|bảy|bay|[2-7])"


def _row(each: str, short: str) -> str:
    return rf"(?<!\w)(?:{each}){_OR}(?:{short})(?!\w)(?!\s*[/:]?\d)"


_ONE_DAY_OR = (
    r"\b(?:is (?:it|this) )?(?:an? |the )?(?:full|whole|entire|half|one)[- ](?:a )?day\b(?: \w+)?,? or "
    r"(?:an? |the |just |only )*(?:full|whole|half|two|one)(?: a)?(?:[- ]days?)?\b"
)
_IN_ENGLISH = r"(?:in )?(?:the )?(?:morning|afternoon|evening)"

_EITHER = (
    (re.compile(_row(_LASTS, rf"{_LASTS}|(?:cả|nguyên|nửa|ca|nguyen|nua|0?[1-4]|hai|ba)"), re.IGNORECASE), "mấy ngày"),
    (re.compile(rf"(?<!\w){_LASTS}{_TAG}", re.IGNORECASE), "mấy ngày"),
    (re.compile(_row(_PART, _PART), re.IGNORECASE), "buổi nào"),
    (re.compile(_row(_DAY, rf"{_DAY}|(?:thứ|thu)\s+(?:nhất|nhat|hai|ba)|\d{{1,2}}"), re.IGNORECASE), "ngày nào"),
    (re.compile(_row(_WEEKDAY, rf"{_WEEKDAY}|(?:chủ nhật|chu nhat|cn)|[2-7]"), re.IGNORECASE), "thứ mấy"),
    (re.compile(_ONE_DAY_OR, re.IGNORECASE), "how many days"),
    (re.compile(rf"\b{_IN_ENGLISH} or {_IN_ENGLISH}\b", re.IGNORECASE), "when"),
)
"""A choice of lengths, halves of a day or days, and the question that it stands for."""


def either(text: str) -> str:
    """The question without the answers that it offers: whichever is right, it is told from the paper."""
    for offered, asked in _EITHER:
        text = offered.sub(asked, text)
    return text
