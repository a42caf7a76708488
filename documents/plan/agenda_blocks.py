"""The name of a part of the programme: "Phiên thứ nhất", "Phần lễ", "Day 2"."""

import re

from documents.plan.words import clean, split_outside
from domain.dates import find_clocks, find_dates
from domain.vietnamese import CAPITALS

NAMED_BLOCK = re.compile(
    r"(?:(?:phiên|phần|đêm)\s+(?:thứ\s+)?\S+|ngày\s+thứ\s+\S+|ngày\s+\d(?!\s*[/\d–-]|\s+tháng)"
    r"|ngày\s+(?:làm việc\s+)?(?:đầu|cuối)"
    r"|day\s+(?:one|two|three|\d)|session\s+\d|part\s+(?:one|two|\d))",
    re.IGNORECASE,
)

A_GROUP = r"(?:lớp|nhóm|tổ|đội|tiểu ban|phân ban)"
"""What one of several groups beside each other is called."""
GROUP = re.compile(rf"{A_GROUP}\s+(?:số\s+)?(?:\d{{1,2}}|(?-i:[A-Z]|[IVX]{{1,4}}))\b(?!\s*[-–/]\s*\d)", re.IGNORECASE)
"""One of several groups that have a programme each: "Lớp 1 (Hội trường A)"."""

SITE = re.compile(
    r"(?:chương trình\s+)?(?:(?:tại|ở)\s+)?"
    r"(?P<name>(?:(?:cơ sở|phân hiệu|khu(?: vực)?|cụm|điểm(?: trường| thi| cầu)?|campus)\s+(?:số\s+)?"
    r"(?:\d{1,2}|(?-i:[A-Z]|[IVX]{1,4}))"
    rf"|(?:điểm trường|phân hiệu|điểm cầu)\s+(?-i:[{CAPITALS}]))\b(?!\s*[-–/]\s*\d).*)",
    re.IGNORECASE,
)
"""One of several sites with a programme each: "Tại cơ sở 2", "Điểm trường Bản Mo"."""

PROGRAMME_OF = re.compile(
    r"(?:nội dung\s+)?chương trình\s+(?:của\s+)?(?:buổi\s+|phần\s+)?"
    r"(?P<name>(?:gala|giao lưu|liên hoan|dạ tiệc|tiệc|đêm|văn nghệ|khảo sát|tham quan)\b.{0,60})",
    re.IGNORECASE,
)
"""The programme of what is held beside the event: "Chương trình Gala: khai tiệc; …"."""


def block_name(label: str) -> str:
    """The block's name without its date, hour and place: "Phiên thứ nhất" of "Phiên thứ nhất (chiều 18/5)"."""
    name = behind_day(_GOES_ON.sub("", re.sub(r"\s*\([^()]*\)", "", label)))
    named = NAMED_BLOCK.match(name)
    core, rest = (named.group(), name[named.end() :]) if named else ("", name)
    at = min([d.at for d in find_dates(rest, 2000)] + [c.at for c in find_clocks(rest)], default=None)
    if at is not None:
        rest = re.sub(
            r"(?:[\s,:–-]+(?:từ|lúc|sáng|chiều|tối|buổi|ngày|thứ \S+|chủ nhật|on|\w+day)(?!\w))*[\s,:–-]*$",
            "",
            rest[:at],
            flags=re.I,
        )
    return clean(core + rest) or clean(label)


def lists_items(text: str) -> bool:
    """Whether a part holds its items in order behind its name: "Phiên trù bị gồm: bầu Đoàn Chủ tịch; …; …"."""
    label, colon, rest = text.partition(": ")
    if not colon or not NAMED_BLOCK.match(label) or len(label.split()) > _LONGEST_LABEL or find_clocks(text):
        return False
    return len(split_outside(rest)) >= _LEAST


_LONGEST_LABEL = 10  # words
_LEAST = 3  # items
_GOES_ON = re.compile(
    r"\s+(?:bao gồm|gồm có|gồm|có)(?:\s+(?:các\s+|những\s+)?(?:nội dung|phần|mục|công việc))?"
    r"(?:\s+(?:chính|chủ yếu|sau|sau đây))*$",
    re.IGNORECASE,
)
"""How the name of a part leads to its items: "Phiên thứ nhất gồm các nội dung sau"."""


_DAY_IN_FRONT = re.compile(
    r"(?:(?:buổi\s+)?(?:sáng|trưa|chiều|tối)[\s,]+)?(?:(?:thứ\s+\w+|chủ nhật)[\s,(]+)?(?:ngày\s+)?"
    r"\d{1,2}\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?\)?(?:[\s,]+(?:buổi\s+)?(?:sáng|chiều|tối))?"
    r"\s*(?:\s[–—-]|:)\s+(?=[^\W\d_])",
    re.IGNORECASE,
)


def behind_day(heading: str) -> str:
    """What a heading calls the part behind its day: "Phiên thứ nhất" of "Ngày 22/6/2022 - Phiên thứ nhất"."""
    day = _DAY_IN_FRONT.match(heading)
    return heading[day.end() :] if day else heading
