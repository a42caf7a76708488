"""What a text tells to reach somebody by: a number to call, an address; and what it tells of somebody alone."""

import re

from domain.vietnamese import CAPITALS

_CALLED = r"\b0\d{2,3}[ .-]?\d{3}"
_MAILED = r"\w@\w"

CALLED = re.compile(_CALLED)
"""A telephone number, by how it begins."""

WHOLE_NUMBER = re.compile(rf"{_CALLED}[ .-]?\d{{2,4}}\b")
"""The same to its end."""

MAILED = re.compile(_MAILED)
"""An address in the mail."""

CALLED_OR_MAILED = re.compile(rf"{_CALLED}|{_MAILED}")

ADDRESS = re.compile(rf"{_MAILED}|https?:|www\.")
"""An address in the mail or on the web."""

REACHABLE = re.compile(rf"\d{{3}}.?\d{{3}}|{_MAILED}|https?:|\bext\b")
"""Whatever one is reached by, also a short number within the house."""

_NAME = rf"(?-i:[{CAPITALS}][^\W\d]*\s[{CAPITALS}][^\W\d]*\s)"  # before a birth: there are "học sinh năm 2026" too
_BIRTH = rf"(?:(?:^|[,;:(|·–-]\s*|{_NAME})sinh(?: ngày| năm)|(?:ngày|năm) sinh|\bborn(?: on| in)?|\bdate of birth)"
_GUESTS = r"\b(?:đại biểu|học viên|khách mời|thí sinh|vận động viên|học sinh|hội viên|hộ|tham dự)\b"
_CARD = r"\b(?:cccd|cmnd|căn cước(?: công dân)?|chứng minh nhân dân|hộ chiếu|passport|identity card)(?: số| no)?"

OF_A_PERSON = re.compile(
    rf"(?:(?:^|[,;:(|·–-]\s*|{_NAME})sinh|{_BIRTH})\s*:?\s*(?:19|20)\d\d\b"
    rf"|{_BIRTH}\s*:?\s*(?:\d{{1,2}}[/.-]|\d{{1,2}} tháng|(?:19|20)\d\d\b)|{_CARD}\s*[.:]?\s*(?=\w*\d)\w{{7,}}"
    rf"|^danh sách [^–:·]{{0,60}}{_GUESTS}[^–:·]{{0,60}} – .*{_CALLED}",
    re.IGNORECASE,
)
"""When somebody was born, the number of their card, or of the telephone of one who merely comes.

Nobody else is told, also where a list of the paper has it.
"""
