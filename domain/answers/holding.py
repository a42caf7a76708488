"""What a text must hold to tell what is asked for: a place, a time, a date, a length, a number."""

import re

from domain.answers.query import Kind
from domain.answers.whereabouts import PLACE

CLEAR = 2.8
"""Evidence from which a question surely asks for a place, a time or a number."""

WEAK = 1.0
"""Evidence below which a question does not ask for it at all."""

_MONTHS = r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"

TIME = re.compile(
    r"\d\s*(?:[:/]|[hg](?![^\W\d_]))|\b(?:giờ|ngày|buổi|sáng|trưa|chiều|tối|thứ|tháng|trước|sau|khi|before|after|day)\b|"
    + _MONTHS,
    re.IGNORECASE,
)

DATED = re.compile(
    r"\d\s*(?:[:/]|[hg](?![^\W\d_]))|\d (?:ngày|tuần|tháng)|(?:tháng|tuần|ngày) \d|" + _MONTHS, re.IGNORECASE
)
"""What a limit is told by: a date or a number of days, not "after" alone nor a year."""

CLOCK = re.compile(r"\d ?(?:(?:h|g|giờ)(?![^\W\d_])|:\d|\.\d\d)", re.IGNORECASE)

PART_OF_DAY = re.compile(r"\b(?:sáng|trưa|chiều|tối|buổi|cả ngày)\b", re.IGNORECASE)

LENGTH = re.compile(
    r"(?:\d|½|nửa|một|hai|ba|rưỡi)\s*(?:-\s*\d+\s*)?"
    r"(?:phút|’|'|tiếng|giờ(?! \d)|ngày(?! \d)|buổi|tuần|tháng(?! \d)|năm|min|hour|day|week)",
    re.IGNORECASE,
)
"""What answers "bao lâu", "mấy phút"."""

NUMBER = re.compile(
    r"\d|\b(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|miễn phí|không|one|two|three|free)\b", re.IGNORECASE
)

_ROOM = re.compile(
    r"\b(?:địa điểm|venue|tại|ở|phòng|nhà|sảnh|hội trường|giảng đường|sân|tầng|lầu|khu|trung tâm|trường|rooms?|halls?"
    r"|floor|ballroom)\b",
    re.IGNORECASE,
)
"""What tells a room: an address on the web is none."""

HOLDING = {
    Kind.WHERE: PLACE,
    Kind.ROOM: _ROOM,
    Kind.WHEN: TIME,
    Kind.DEADLINE: DATED,
    Kind.END: TIME,
    Kind.COUNT: NUMBER,
    Kind.DURATION: LENGTH,
}
"""By kind of question, what its answer cannot lack."""
