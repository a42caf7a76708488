"""What stands among those who take part and names none of them: how they are chosen, invited and dressed, and when."""

import re

from documents.plan.committees import names_only_persons, names_people
from documents.plan.counts import is_sum
from documents.plan.outline import Node
from documents.plan.words import LEFT_AS_IT_WAS, PEOPLE
from domain.vietnamese import CAPITALS

_AT_AN_HOUR = re.compile(  # a line of a message without headings that tells of something else
    r"(?:(?:lúc|từ|vào|hồi|sáng|chiều|tối|ngày)\s+)*\d{1,2}(?:\s?(?:h|g|giờ)(?![^\W\d])|:\d\d|/\d)", re.IGNORECASE
)
_CHAIR = re.compile(r"(?:đồng )?chủ trì|chair(?:ed by|person)?", re.IGNORECASE)  # an office, and no group of people
_NOTE = re.compile(
    r"(?:\(?kèm theo\s|\(\s*(?:có )?danh sách\s[^()]*\)[.;]?$|mỗi\s[^;:]{2,40}\s(?:gồm|từ)\s|mỗi (?:lớp|đợt)\s"
    r"|(?:tới|đến|về) dự\s*(?::|(?:hội nghị|hội thảo|đại hội|lễ|tọa đàm|cuộc họp|buổi)\s)"
    r"|ghi chú|lưu ý|\*|trang phục|tiêu chuẩn|điều kiện|giao\s|đề nghị|không mời\s"
    r"|phân bổ (?:đại biểu|chỉ tiêu|số lượng)|(?:phương thức|cách) (?:bầu|chọn|phân bổ)"
    r"|kính mời(?!\s*:)|(?:trong )?trường hợp\s|(?:nếu |khi )?(?:trời )?mưa\b|phương án (?:mưa|dự phòng)\b"
    r"|(?:hội nghị|hội thảo|đại hội|buổi lễ|lễ|tọa đàm|lớp)\s(?:[^.;:]{0,60}\s)?(?:tổ chức|diễn ra|khai mạc)"
    r"\s+(?:vào|lúc|từ|tại|trong (?:ngày|tháng|buổi|\d))\s)",
    re.IGNORECASE,
)
TO_WEAR = re.compile(rf"[{CAPITALS}][^;:,]{{2,60}}?\s(?:mặc|mang theo|đeo thẻ|tự túc)\s", re.IGNORECASE)
"""Told to those who come."""
_ALLOTS = re.compile(r"mỗi\s[^;:]{2,60}\s(?:cử|chọn|bầu|mời|được)\s[^:]*\d", re.IGNORECASE)
_EACH = re.compile(r"mỗi\s", re.IGNORECASE)
_MOST_LINES = 60


def is_note(node: Node) -> bool:
    """Whether the line says by its first words that it names nobody."""
    return _NOTE.match(node.text) is not None or (node.kind == "text" and TO_WEAR.match(node.text) is not None)


def is_remark(node: Node) -> bool:
    """Whether a line under the heading of those who take part says something else."""
    return bool(
        node.about - {PEOPLE}
        or is_note(node)
        or LEFT_AS_IT_WAS.match(node.text)
        or _CHAIR.fullmatch(node.label.strip())
        or (bool(node.value) and names_people(node.text) and names_only_persons(node.value))
        or (node.kind == "text" and (_AT_AN_HOUR.match(node.text) or _is_behind_total(node)))
        or _allots(node)
    )


def _is_behind_total(node: Node) -> bool:
    """A sentence without a mark behind the marked people and the line that adds them up, which ends their list."""
    if node.value or not node.text.endswith(".") or node.parent is None:
        return False
    siblings = node.parent.children[:_MOST_LINES]
    before = siblings[: siblings.index(node)] if node in siblings else []
    return any(line.marker for line in before) and any(line.kind == "text" and is_sum(line.text) for line in before)


def _allots(node: Node) -> bool:
    """ "Mỗi huyện cử 01 đoàn 12 trại sinh" behind "Trại sinh: …": how many of those, and nobody else."""
    if node.value or node.children or node.parent is None or not _ALLOTS.match(node.text):
        return False
    siblings = node.parent.children[:_MOST_LINES]
    before = siblings[: siblings.index(node)] if node in siblings else []
    return bool(before) and all(line.value and not _EACH.match(line.value) for line in before)
