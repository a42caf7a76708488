"""When an item ends by the words behind it: "…, kết thúc 21h30", "(Phòng A điều hành, kết thúc 16 giờ 30)"."""

import re
from datetime import time

from domain.dates import find_clocks

ENDS = r"kết thúc|clos(?:es|ing)|finish(?:es|ing)?|end(?:s|ing)?"
"""How it is said that something ends."""
_CLOSES = re.compile(
    r"(?P<opens>\s*\()?(?:^|[\s,;–-]|(?<=\())\s*(?:(?:và|and)\s+)?(?:(?:sẽ|dự kiến)\s+)*"
    rf"(?:{ENDS})"
    r"(?:\s[^,;()]{0,30}?)??(?:\s(?:lúc|vào|vào lúc|khoảng|đến|at|by|about))*\s+$",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"(?:,|\s)\s*(?:(?:và|and)\s+)?(?:sẽ\s+)?kéo dài\s(?:đến|tới)\s+(?:khoảng\s+)?$"
    r"|(?<!về)\s(?:đến|tới|until|till)\s+$",
    re.IGNORECASE,
)
"""The hour that an item goes on to: "thảo luận đến 9h30"."""
_BEHIND = re.compile(r"(?P<closes>\s*\))?\s*[.;]?\s*$")


def without_end(text: str) -> tuple[str, time | None]:
    """The words without the end that they tell last, where an hour stands before it."""
    clocks = find_clocks(text)
    if len(clocks) < 2 or clocks[-1].until is not None:
        return text, None
    behind = _BEHIND.match(text, clocks[-1].to)
    if behind is None:
        return text, None
    if closes := _CLOSES.search(text, clocks[0].to, clocks[-1].at):
        told = text[: closes.start()].rstrip(" ,;")
        return told + (")" if behind["closes"] and not closes["opens"] else ""), clocks[-1].clock
    lasts = None if behind["closes"] else _LASTS.search(text, clocks[0].to, clocks[-1].at)
    return (text[: lasts.start()], clocks[-1].clock) if lasts else (text, None)
