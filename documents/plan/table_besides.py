"""Rows of a table that begin without an hour of their own: what is held beside the row above, at the same time.

"09h45 - 11h30  Tập huấn song song:" over "- Môn Toán  Thầy Cảnh  Phòng A201", or "Lớp 2: …" under "Lớp 1: …".
"""

import re
from collections.abc import Mapping

from documents.plan.halls import is_hall

_POINT = re.compile(r"[-–+•*]\s*(?=[^\W\d_])")
_ONE_OF = re.compile(
    r"(?P<what>tiểu ban|phân ban|phiên|tổ|nhóm|lớp|đội|bảng|khối|cụm|phòng|hội trường|chuyên đề|hội thảo|môn"
    r"|breakout(?: session)?|track|session|group|workshop|panel|class|room)\s+(?:số\s+|chuyên đề\s+)?"
    r"(?:\d{1,2}\b|(?-i:[A-H]\b|[IVX]{1,4}\b))(?!\s*[-–/.]?\s*\d)",
    re.IGNORECASE,
)
"""One of several beside each other by its number: "Tổ 1", "Breakout B"."""


def are_of_one_kind(item: str, other: str) -> bool:
    """Whether two items are two of the same several: "Lớp 1: …" and "Lớp 2: …"."""
    one, two = _ONE_OF.match(item), _ONE_OF.match(other)
    if one is None or two is None:
        return False
    return one["what"].lower() == two["what"].lower() and one[0].lower() != two[0].lower()


def begins_beside(above: Mapping[str, str], line: Mapping[str, str]) -> bool:
    """Whether a line of a table without an hour begins a row, and does not go on with the cells above.

    Both are what stands under each role of the columns.
    """
    what, place = line.get("content", ""), line.get("place", "")
    told = [text for role, text in line.items() if role not in ("content", "note", "") and text]
    if not told or not what or not above.get("content"):
        return False
    point = _POINT.match(what)
    if not (what[:1].isupper() or point):
        return False
    opened = above["content"].rstrip().endswith(":") or _POINT.match(above["content"]) is not None
    if point:
        return opened
    if _ONE_OF.match(what):
        return are_of_one_kind(what, above["content"]) or not (above.get("who") or above.get("place"))
    return is_hall(place) and is_hall(above.get("place", "")) and all(text[:1].isupper() for text in told)
