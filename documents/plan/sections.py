"""Stage four: what each heading is about. Work, agenda and purpose are closed: nothing in them opens another."""

import re
from collections.abc import Iterator

from documents.plan.committees import BODY_AT_WORK, leads_to_duties, names_people
from documents.plan.letters import asks_offices
from documents.plan.list_blocks import lines_of_blocks
from documents.plan.names import personal_name
from documents.plan.outline import Node
from documents.plan.whens import sentences
from documents.plan.words import (
    AGENDA,
    BODY_HEAD,
    BUDGET,
    CONTACT,
    COUNT,
    LOGISTICS,
    PEOPLE,
    PURPOSE,
    REHEARSAL,
    REPORT,
    REQUIREMENT,
    SIGN_UP,
    TIME,
    WORK,
    is_caps,
    meanings,
)

_CLOSED = frozenset({WORK, AGENDA, PURPOSE, REQUIREMENT, REPORT, BUDGET})
_ALLOWED = {
    WORK: frozenset({REPORT, BUDGET}),
    AGENDA: frozenset({LOGISTICS}),
    PEOPLE: frozenset({COUNT, LOGISTICS, AGENDA, TIME, SIGN_UP, BUDGET}),
}
_WITH_PEOPLE = frozenset({PEOPLE, COUNT, LOGISTICS})
_AIMS = frozenset({PURPOSE, REQUIREMENT})
_LONGEST_AIM_HEAD = 6  # words
_NAMES_PEOPLE = re.compile(r"thành phần|đối tượng|participants", re.IGNORECASE)
_ASKS = re.compile(
    r"\b(?:đề nghị|phân công|giao nhiệm vụ|yêu cầu)(?: (?:các|quý|cho)[^:,]{2,60})?(?: thực hiện)?"
    r"(?: (?:một số|các|những) (?:nội dung|nhiệm vụ|công việc)(?: sau)?)?(?:,? (?:cụ thể|như sau))*\s*:$",
    re.IGNORECASE,
)
"""How a letter leads to what it asks each office to do: "Ban Quản lý đề nghị:"."""
_HEADINGS = ("roman", "part", "caps", "appendix", "arabic", "arabic2", "arabic3", "letter", "lead")


def annotate(root: Node) -> Node:
    """Say of every node what it is about; a node that opens no matter of its own has an empty set."""
    _annotate(root, frozenset())
    if not any(WORK in node.about for node in root.walk()):
        _find_work(root)
    _find_committees(root)
    return root


def _find_committees(root: Node) -> None:
    """The bodies that organizers form, each with its head or its work, under whatever heading: "Các tiểu ban"."""
    for node in root.walk():
        if node.kind not in _HEADINGS or region(node) & {PEOPLE, AGENDA} or WORK in node.about:
            continue
        formed = sum(map(_is_committee, node.children))
        if formed >= 2 and formed * 2 >= len(node.children):
            node.about = frozenset({WORK})
            _annotate(node, node.about)


def _is_committee(body: Node) -> bool:
    """Whether a body that organizers form has its head or its work beside or under it."""
    if BODY_AT_WORK.match(body.text) is None:
        return False
    told = [*sentences(body.value), *(line.text for line in body.children)]
    work = any(map(leads_to_duties, told))
    return work or (any(map(names_people, told)) and _OF_SCIENCE.match(body.text) is None)


def _find_work(root: Node) -> None:
    """A division of work under a heading of any wording: most that stands under it are bodies with lists of tasks."""
    told = lines_of_blocks(root)
    for node in root.walk():
        listed = [child for child in node.children if (child.children or child.value) and BODY_HEAD.match(child.text)]
        listed = [child for child in listed if child.para.first not in told]
        listed = [child for child in listed if not (_OF_SCIENCE.match(child.text) or _names_somebody(child.value))]
        listed = [] if _PLACES.match(node.text) else [child for child in listed if not _is_place(child)]
        named = node.kind in _HEADINGS and not region(node) & {PEOPLE, AGENDA, TIME, REHEARSAL}
        if named and len(listed) >= 2 and len(listed) * 2 > len(node.children) and len(node.label.split()) <= 16:
            node.about = frozenset({WORK})
            _annotate(node, node.about)
            return


_PLACES = re.compile(r"(?:nơi|chỗ|điểm|vị trí|sơ đồ|danh sách|thứ tự|bố trí (?:chỗ|phòng|xe|nơi))\s", re.IGNORECASE)
_PLACE = re.compile(
    r"(?:tại |ở )?(?:phòng|hội trường|nhà|quầy|kho|bàn|dãy|sân|tầng|khu|lô|gian|cổng|hàng ghế|khách sạn|xe)\s+\S",
    re.IGNORECASE,
)
"""Where each body is, in a list that gives none of them work: "Đoàn Hà An: phòng 12"."""


def _is_place(node: Node) -> bool:
    """Whether a line says where a body is, or who is in a numbered room."""
    return _PLACE.match(node.value) is not None or _NUMBERED_ROOM.match(node.text) is not None


_NUMBERED_ROOM = re.compile(r"(?:phòng|bàn|giường|lều)\s+(?:số\s+)?[A-Z]?\d", re.IGNORECASE)


def _names_somebody(value: str) -> bool:
    """ "Trưởng ban: Ông Trần Văn Hải - Chủ tịch UBND xã" tells who it is, and no task."""
    return personal_name(re.split(r"\s[-–]\s|[,(]", re.sub(r"^(?:Đ/c|Đồng chí)\s", "", value))[0]) is not None


_OF_SCIENCE = re.compile(r"(?:Tiểu ban|Nhóm|Tổ)\s+(?:\d|[IVX]+\b|[A-E]\b)", re.IGNORECASE)
"""A group of talks at a conference rather than a body with work to do."""


def _annotate(node: Node, inside: frozenset[str]) -> None:
    for child in node.children:
        child.about = _own(child, inside)
        _annotate(child, child.about or inside)


def _own(node: Node, inside: frozenset[str]) -> frozenset[str]:
    if WORK not in inside and asks_offices(node):
        return frozenset({WORK})
    if node.kind in ("row", "block", "close") or not _names_a_matter(node):
        return frozenset()
    if node.kind == "lead" and node.children and WORK not in inside and _ASKS.search(node.text):
        return frozenset({WORK})
    about = meanings(node.label)
    if REHEARSAL in about and len(node.label.split()) > 6:
        about -= {REHEARSAL}
    if (
        inside
        and (inside <= {PEOPLE, COUNT} or PEOPLE in inside <= _WITH_PEOPLE)
        and about == {PEOPLE}
        and not _NAMES_PEOPLE.search(node.label)
        and not _stands_beside_people(node)
    ):
        return frozenset()  # "Khách mời: …" beside "Đại biểu chính thức: …" is one level of several
    if inside == {CONTACT} and node.value and not node.children and REACHED.search(node.value):
        return frozenset()  # "Chương trình: bà Mơ, 0900 000 111" is whom to ask about it
    if inside == _AIMS and not node.children and len(node.label.split()) > _LONGEST_AIM_HEAD:
        return frozenset()  # "1. Tổng kết năm 2024, thông qua mục tiêu năm 2025" is an aim and heads none
    if len(inside) == 1:
        (region,) = inside
        if region in _CLOSED or region == PEOPLE:
            if region == WORK and node.kind in ("text", "caps") and node.value and about & {REHEARSAL, CONTACT}:
                return about & {REHEARSAL, CONTACT}  # a line of its own behind the units, and nobody's task
            narrowed = about & _ALLOWED.get(region, frozenset({PURPOSE, REQUIREMENT}))
            return narrowed | (about & {WORK} if _is_lost_heading(node, region) else frozenset())
    return about


def _stands_beside_people(node: Node) -> bool:
    """ "3. Khách mời: …" behind "2. Thành phần" is a heading like that one."""
    siblings = node.parent.children[:_MOST_SECTIONS] if node.parent and node.marker else []
    return any(
        line.kind == node.kind and _NAMES_PEOPLE.match(line.label) and (line.value or line.children)
        for line in siblings
        if line is not node
    )


_MOST_SECTIONS = 20
REACHED = re.compile(r"\d{3}[\d .-]{3}|\w@\w")
"""A number to call or an address to write to."""


def _is_lost_heading(node: Node, region: str) -> bool:
    """A numbered heading of work inside another matter: the paper's numbers were lost on the way."""
    return region != WORK and node.kind in _HEADINGS and len(node.label.split()) <= 5 and bool(node.children)


def _names_a_matter(node: Node) -> bool:
    """Whether the node is a heading, or an item with a short label before a colon."""
    words = len(node.label.split())
    if node.value:
        return words <= 12 and re.search(r"[.;]\s", node.label) is None
    if node.kind in ("dash", "plus", "bullet", "text"):
        return bool(node.text.endswith(":") and words <= 12) or (bool(node.children) and words <= 8)
    return node.kind in _HEADINGS and (words <= 16 or is_caps(node.text))


def about(root: Node, matter: str) -> Iterator[Node]:
    """The nodes that open this matter, in reading order."""
    return (node for node in root.walk() if matter in node.about)


def region(node: Node) -> frozenset[str]:
    """The matter a node stands in: its own or that of the nearest heading above."""
    at: Node | None = node
    while at is not None:
        if at.about:
            return at.about
        at = at.parent
    return frozenset()


def inside(node: Node, matter: str) -> bool:
    """Whether the node or any heading above it is about this matter alone."""
    at: Node | None = node
    while at is not None:
        if matter in at.about and len(at.about) == 1:
            return True
        at = at.parent
    return False


def items(node: Node) -> Iterator[Node]:
    """The list items under a heading: leaves, and what has only further detail under it."""
    for child in node.children:
        if (child.children and child.text.rstrip().endswith(":")) or child.kind == "lead":
            yield from items(child)
        else:
            yield child


def opening(root: Node) -> Iterator[Node]:
    """The sentences before the first heading that opens a matter."""
    for node in root.walk():
        if node.about:
            return
        if node.kind in ("text", "lead"):
            yield node
