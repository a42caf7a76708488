"""Which matters a statement is told for: those it speaks of, and that of the heading it stands under."""

import re

from documents.plan.outline import Node
from documents.plan.sections import REACHED, region
from documents.plan.topics import topics_in
from documents.plan.words import BUDGET, CONTACT, WORK, clean, is_caps

_LONGEST_LABEL = 6  # words
_SHORTEST = 5


def topics_of(text: str, node: Node) -> list[str]:
    """The matters that a statement speaks of, and those of the section or the heading that it stands under."""
    if text.startswith("Trên đây là"):
        return []
    headed = _headed(node) if node.value or len(text.split()) >= _SHORTEST else []
    where, headed = region(node), [topic for topic in headed if topic != "budget" or _CHARGED.search(text)]
    topics = [*dict.fromkeys((*topics_in(text), *headed))]
    if where == {CONTACT} and REACHED.search(text):
        return [*dict.fromkeys(["contact", *(topics if node.about else [])])]  # "Ăn nghỉ: bà Mơ" feeds nobody
    if BUDGET in where and "budget" not in topics and (_SUM if topics else _CHARGED).search(text):
        topics.append("budget")
    return topics


_CHARGED = re.compile(r"\d|miễn phí|\bfree\b|không thu|waived", re.IGNORECASE)
_SUM = re.compile(r"\d[\d.,]* ?(?:đồng|đ\b|vnđ|nghìn|triệu|usd|euro)|(?:usd|vnđ|[$€]) ?\d", re.IGNORECASE)


def _headed(node: Node) -> list[str]:
    """The one topic of a short heading: "7. Chỗ ở" over "đại biểu tự thanh toán, đặt trước ngày 06/5"."""
    above = node if _names_own(node) else node.parent
    if above is None or above.kind == "root" or len(above.label.split()) > _LONGEST_LABEL or WORK in region(node):
        return []
    if _SEVERAL.search(above.label):
        return []
    topics = topics_in(above.label)
    if topics == ["budget"] and not _FEES.search(above.label):
        return []
    if above.about == {BUDGET} and not topics and _FEES.search(above.label):
        return ["budget"]
    return topics if len(topics) == 1 and topics[0] in _OF_HEADINGS else []


def with_heading(text: str, node: Node) -> str:
    """A statement that says nothing of its matter, with its heading: "Lệ phí: 150.000 đồng một người"."""
    above = node.parent
    if above is None or _names_own(node) or not (headed := _headed(node)) or set(headed) & set(topics_in(text)):
        return text
    label = clean(above.label)
    return f"{label.capitalize() if is_caps(label) else label}{' –' if node.value else ':'} {text}"


def _names_own(node: Node) -> bool:
    """Whether the label of a line tells itself what it is about; "Mật khẩu: …" does not."""
    return bool(node.value) and bool(node.about or topics_in(node.label))


_SEVERAL = re.compile(r"[,;/&+]|\s[-–]\s|\b(?:và|and)\b", re.IGNORECASE)


_OF_HEADINGS = frozenset(
    ("dress", "meals", "lodging", "transport", "parking", "wifi", "documents", "medical", "budget")
)
"""Topics whose headings hold nothing else."""
_FEES = re.compile(r"(?:lệ|hội|học|mức|thu) phí|^phí\b|đóng góp|\bvé\b|\bfees?\b|tickets?", re.IGNORECASE)
"""What comers pay, unlike what the whole costs."""
