"""Whether people are counted: who asks how many come gets no number of a room, a street, a group or a day."""

import re

_PERSON = (
    r"(?:nguoi|dai bieu|dong chi|khach|van dong vien|vdv|dien vien|thanh vien|can bo|hoc sinh|hoc vien|sinh vien"
    r"|giao vien|doan vien|dang vien|hoi vien|nha dau tu|ca nhan|phong vien|nguoi dan|tinh nguyen vien)"
)
_ASKS = re.compile(
    rf"\b(?:may|bao nhieu|tong so|so luong) {_PERSON}\b|\b{_PERSON}(?: moi)? (?:la |co |duoc |thi )?(?:may|bao nhieu)$"
    r"|\bhow many (?:\w+ ){0,2}(?:people|delegates|guests|participants|persons|attendees|members|students|investors)\b"
)
_ORDINALS = re.compile(
    r"\b(?:số|tầng|lầu|phòng|tổ|điểm|xe|mục|khối|lớp|khóa|khoá|lần thứ|thứ|kỳ|đường|phường|quận|khu phố|ấp|thôn|nhóm"
    r"|tiểu ban|cụm|đội|tuyến|phụ lục|chuyên đề|bài|quý|km|hội trường|nhà|dãy|room|hall|floor|group|no\.?)"
    r"\s+(?:số\s+)?(?:[A-Za-z]{1,3}[.-]?)?\d[\w./-]*",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\d+ ?(?:[hg](?![^\W\d_])|giờ)(?: ?\d\d)?(?: phút)?|\d{1,2}:\d\d"
    r"|\bngày \d+(?:\s*(?:,|và|-)\s*\d+)*|\d+ tháng \d+|\btháng \d+"
    r"|\d+[/.-]\d+(?:[/.-]\d+)?|năm(?: học)? \d{4}|\b(?:19|20)\d\d\b|\b0\d{2,3}[ .]\d{3}[ .]\d{3}",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\d[\d.,]*\s*(?:phút|giờ|ngày|tháng|tuần|buổi|năm|tuổi|đồng(?! chí)|km|m|ha|%|trang|từ|môn|tiết|bài|xe|chỗ|phòng"
    r"|tầng|bàn|suất|giải|điểm cầu|minutes?|hours?|days?|pages?|words)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"(?:[A-ZĐ][^\W\d_]+ ){1,4}\d{1,2}\b(?! (?:người|đại biểu|đồng chí))")
"""A place whose name has a number: "ấp Mỹ An 1"."""

_DIGIT = re.compile(r"\d")


def asks_heads(text: str) -> bool:
    """Whether a question, in plain letters, asks how many people there are."""
    return bool(_ASKS.search(text))


def counts_heads(text: str) -> bool:
    """Whether a statement has a number that may be one of people."""
    for pattern in (_DATED, _MEASURED, _ORDINALS, _NAMED):
        text = pattern.sub(" ", text)
    return bool(_DIGIT.search(text))
