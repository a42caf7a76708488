"""Days that streets, squares and houses are called by: "Quảng trường 22 tháng 12", "Nhà văn hóa 3/2"."""

import re

_NAMED_PLACE = re.compile(
    r"(?:quảng trường|đường|phố|công viên|cầu|trường|bệnh viện|nhà máy|khu|ngõ|số|phòng|điều|mục|tỷ lệ|lớp)\s+$",
    re.IGNORECASE,
)
_NAMED_HOUSE = re.compile(
    r"(?:sân vận động|nhà (?:thi đấu|văn h(?:óa|oá)|thiếu nhi)|cung (?:thiếu nhi|văn h(?:óa|oá)|thể thao)|bảo tàng"
    r"|rạp|thpt|thcs|tiểu học|mầm non|tượng đài|trung tâm (?:văn h(?:óa|oá)|thể thao)|công ty|nông trường"
    r"|hợp tác xã)\s+$",
    re.IGNORECASE,
)
_MEMORIAL = frozenset(
    {(3, 2), (8, 3), (26, 3), (29, 3), (30, 4), (1, 5), (19, 5), (1, 6), (27, 7), (19, 8), (2, 9), (23, 9), (10, 10)}
    | {(20, 10), (20, 11), (22, 12)}
)


def names_place(text: str, at: int, day: str, month: int) -> bool:
    """Whether the day and month that stand at a place of the text are what a street, a square or a house is called by.

    Behind a house it is one of the days that are remembered: "Nhà thi đấu 18/4" is where and when.
    """
    if _NAMED_PLACE.search(text, max(0, at - 14), at):
        return True
    memorial = day.isdigit() and (int(day), month) in _MEMORIAL
    return memorial and _NAMED_HOUSE.search(text, max(0, at - 24), at) is not None
