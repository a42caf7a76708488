"""When and where on a page that invites without labels: a date alone on its line, and beside it the hour and place."""

import re
from collections.abc import Iterator
from itertools import islice

from documents.plan.outline import Node, is_clock_alone
from documents.plan.sections import about, inside, region
from documents.plan.whens import says_when
from documents.plan.words import AGENDA, CONTACT, MILESTONES, PLACE, TIME, WORK, clean, squeeze
from domain.conference import Source
from domain.dates import find_clocks, find_dates
from domain.plan import Sourced

_TOP = 24  # lines
_LONGEST_PLACE = 120  # characters
_PLACE_FIRST = re.compile(
    r"(?:(?:tại|ở)\s+)?(?:hội trường|trung tâm|khách sạn|sân vận động"
    r"|nhà (?:văn hóa|văn hoá|thi đấu|hát|khách|hàng|thiếu nhi|đa năng)"
    r"|cung|trường|học viện|viện|phòng họp|t(?:òa|oà) nhà|bảo tàng|công viên|quảng trường|trụ sở|khu du lịch|resort"
    r"|thư viện|nhà thờ|khuôn viên|đường sách|phố đi bộ"
    r"|sân (?:trường|khấu|đình|vườn)|(?:\w+ ){1,3}(?:hotel|resort|center|centre|hall))\b",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:số\s+)?\d+[\w/]*[,\s]|(?:tdp|tổ|khu phố|phường|xã|đường|tầng|lầu|tp\.?|tỉnh|thành phố)\s", re.IGNORECASE
)
_ASKS = re.compile(r"\s(?:mời|tổ chức|thông báo|cảm ơn|xin)\s", re.IGNORECASE)


def announced_time(root: Node, *, alone: bool = False) -> tuple[str, Source] | None:
    """The date that stands alone above its hours; with `alone` also one without them."""
    at = _dated(root)
    if at is None:
        return None
    nodes, index = at
    told, below = nodes[index], nodes[index + 1] if index + 1 < len(nodes) else None
    if below is None or find_clocks(told.text) or not is_clock_alone(below.text):
        return (told.text, told.source) if alone else None
    day = told.text[find_dates(told.text)[0].at :]
    return f"{squeeze(below.text)} ngày {day}", Source(f"{told.text} {below.text}", told.para.first, below.para.last)


def held_among_milestones(root: Node) -> Iterator[Node]:
    """The conference itself as one of the dates that matter: "Conference: 21-23 May 2026" behind the deadlines."""
    lines = (line for node in about(root, MILESTONES) for line in node.walk() if not inside(node, WORK))
    return (line for line in lines if line.value and _ITSELF.fullmatch(line.label.strip()))


_ITSELF = re.compile(
    r"(?:(?:ngày|thời gian) (?:tổ chức|diễn ra|khai mạc)\s*)?"
    r"(?:hội nghị|hội thảo|đại hội|diễn đàn|sự kiện|tọa đàm|ngày hội)?"
    r"|(?:main )?(?:conference|workshop|symposium|congress|event|forum)(?: (?:dates?|days?))?",
    re.IGNORECASE,
)


def announced_place(root: Node) -> Sourced[str] | None:
    """The place on the lines behind that date, with its address."""
    at = _dated(root)
    if at is None:
        return None
    nodes, index = at
    behind = [node for node in nodes[index + 1 : index + 4] if not is_clock_alone(node.text)]
    if not behind or not _is_place(behind[0].text):
        return None
    lines = behind[:1] + [node for node in behind[1:2] if _ADDRESS.match(node.text) and not find_clocks(node.text)]
    quote = " ".join(node.text for node in lines)
    return Sourced(
        clean(re.sub(r"^(?:tại|ở)\s+", "", quote, flags=re.IGNORECASE)),
        Source(quote, lines[0].para.first, lines[-1].para.last),
        0.7,
    )


def _dated(root: Node) -> tuple[list[Node], int] | None:
    nodes = [node for node in islice(root.walk(), _TOP) if node.kind != "row"]
    for index, node in enumerate(nodes):
        if inside(node, AGENDA) or inside(node, WORK) or region(node) & {TIME, PLACE, CONTACT}:
            return None  # the page has labels, or its programme begins
        if says_when(node.text):
            return nodes, index
    return None


def _is_place(text: str) -> bool:
    named = _PLACE_FIRST.match(text) is not None and len(text) <= _LONGEST_PLACE
    return named and not text.endswith(".") and _ASKS.search(text) is None
