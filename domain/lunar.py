"""Days of the lunar calendar beside those of the plan: "(tức 10/3 âm lịch)", "mùng 9 tháng Hai năm Bính Ngọ"."""

import re
from collections.abc import Sequence

_STEMS = r"(?:giáp|ất|bính|đinh|mậu|kỷ|kỉ|canh|tân|nhâm|quý)"
_BRANCHES = r"(?:tý|tí|sửu|dần|mão|mẹo|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi)"
_BEHIND = re.compile(
    rf"[\s(,]*(?:năm\s+)?(?:{_STEMS}\s+{_BRANCHES}(?!\w)|(?:theo\s+)?âm lịch(?!\w)|(?-i:ÂL)(?!\w))", re.IGNORECASE
)
_BEFORE = re.compile(r"(?:âm lịch|(?-i:ÂL))\s*:?\s*(?:là\s+)?(?:ngày\s+)?(?:(?:mùng|mồng)\s+)?$", re.IGNORECASE)
_TILL = re.compile(
    r"\s*(?:đến|tới|và|[-–,])\s*(?:hết\s+)?(?:ngày\s+)?(?:(?:mùng|mồng|rằm)\s+)?(?:[\d,\s]+)?", re.IGNORECASE
)


def lunar(text: str, dates: Sequence[tuple[int, int]]) -> frozenset[int]:
    """Which of the dates, given by where they stand in the text, are of the lunar calendar, by their order."""
    if not _ANY.search(text):
        return frozenset()
    found: set[int] = set()
    for order in range(len(dates) - 1, -1, -1):
        at, to = dates[order]
        goes_on = order + 1 in found and _TILL.fullmatch(text, to, dates[order + 1][0]) is not None
        if goes_on or _BEHIND.match(text, to) or _BEFORE.search(text, 0, at):
            found.add(order)
    return frozenset(found)


_ANY = re.compile(rf"âm lịch|ÂL|{_STEMS}\s+{_BRANCHES}", re.IGNORECASE)
