"""What a line of those who take part is: the name of a level, or one of its people; and how levels are called."""

import re

from documents.plan.counts import PEOPLE_NOUN, is_sum
from documents.plan.outline import ENUMERATES, Node
from documents.plan.words import CONTENT, FORM, PEOPLE, TIME, UNIT_HEAD, clean
from domain.conference import Source

Line = tuple[str, Source]

_EACH = re.compile(  # "03 đ/c/đơn vị", "mỗi huyện 10 người", "34 sở x 5 người = 170 người"
    rf"(?:mỗi\s[^\d;]{{2,40}})?\d{{1,4}}\s*(?:[^\d;,]{{0,30}}[x×]\s*\d+\s*)?{PEOPLE_NOUN}"
    rf"(?:\s*/\s*[^;,\d]{{2,30}}|\s*=\s*\d+\s*{PEOPLE_NOUN})?[.;]?",
    re.IGNORECASE,
)
BY_KIND = re.compile(  # "135 đồng chí (đại biểu đương nhiên 27, đại biểu bầu 108)"
    rf"\s*\d+\s*{PEOPLE_NOUN}\s*\((?P<kinds>[^(),;\d]+\d+\s*(?:{PEOPLE_NOUN})?"
    rf"(?:[,;]\s*[^(),;\d]+\d+\s*(?:{PEOPLE_NOUN})?)+)\)[.;]?\s*",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?:kính )?mời(?: (?:thêm|bổ sung|dự|tham dự))?|bổ sung(?: thêm)?", re.IGNORECASE)
_PER_BODY = re.compile(r"mỗi\s[^;]*\d[^;]*$", re.IGNORECASE)  # "mỗi xã, phường cử 02 giáo viên"
_ASIDE = re.compile(  # behind a heading: "(có danh sách kèm theo)", "(dự kiến 250 đại biểu)"
    rf"\s*\((?:[^()]*(?:danh sách|kèm theo|phụ lục)[^()]*|(?:tổng số|dự kiến|khoảng|:|\s)*\d[\d.]*\s*{PEOPLE_NOUN})\)$",
    re.IGNORECASE,
)
ONLY_COUNTED = re.compile(
    r"\s*(?:(?:khoảng|tối đa|tối thiểu|không quá|ít nhất|dự kiến|trên|gần)\s+)*"
    rf"\d+\s*(?:{PEOPLE_NOUN})?\s*(?:\([^()]*\))?[.;]?\s*",
    re.IGNORECASE,
)
_ENDS_COUNTED = re.compile(rf"(?:^|:)\s*(?:khoảng\s+)?\d+\s*(?:{PEOPLE_NOUN})?[.;]?\s*$", re.IGNORECASE)
_KIND_OF_PEOPLE = re.compile(
    r"(?:các )?(?:khách|mời|đại biểu|thành phần|đối tượng|cấp|trung ương|tại|ở|về phía|phía|khối|triệu tập|dự|tham dự"
    r"|học viên|giảng viên|báo cáo viên|chủ trì|chủ tọa|điểm cầu|trong|ngoài|nhân dân|báo chí|toàn thể"
    r"|đơn vị phối hợp|lớp|đợt|phiên|buổi|ngày)\b"
    r"|(?:tỉnh|huyện|xã|phường|cơ sở|quốc tế|doanh nghiệp|nhà trường|công ty|bệnh viện)$",
    re.IGNORECASE,
)


def is_level(child: Node) -> bool:
    """Whether "X: …" names a level rather than a single line with a number behind it."""
    if ONLY_COUNTED.fullmatch(child.value) and not BY_KIND.fullmatch(child.value):
        if _EVERYBODY.match(child.label):
            return False
        return _KIND_OF_PEOPLE.match(child.label) is not None and any(_names_level(line) for line in _alike(child))
    return BY_KIND.fullmatch(child.value) is not None or (
        (not _EACH.fullmatch(child.value.strip()) or _is_kind_among_levels(child))
        and not (_PER_BODY.match(clean(child.value)) and not _among_levels(child))
        and len(child.label.split()) <= 14
        and not ENUMERATES.match(child.label)
        and not _is_body_among_bodies(child)
    )


_EVERYBODY = re.compile(r"toàn thể\b", re.IGNORECASE)
"""Names those who come, and no level of them: "Toàn thể cán bộ, giáo viên, nhân viên: 46 đồng chí"."""

_MOST_ALIKE = 60  # as many tell what kind of list it is, and a list of thousands is not gone through for each line


def _alike(child: Node) -> list[Node]:
    """The lines beside it with a mark of the same kind."""
    siblings = child.parent.children[:_MOST_ALIKE] if child.parent else []
    return [line for line in siblings if line.kind == child.kind and line is not child]


def _names_level(line: Node) -> bool:
    """ "Khách mời: …" with people behind it rather than a number at its end."""
    named = _KIND_OF_PEOPLE.match(line.label) is not None
    return named and bool(line.value) and not (_ENDS_COUNTED.search(line.value) or ONLY_COUNTED.fullmatch(line.value))


def _is_body_among_bodies(child: Node) -> bool:
    """ "Các phòng: lãnh đạo và chuyên viên" beside "Thường trực Huyện ủy": one of the lines, whatever its colon."""
    plain = [line for line in _alike(child) if not (line.value or line.children or is_sum(line.text))]
    named = UNIT_HEAD.match(child.label) and not _KIND_OF_PEOPLE.match(child.label)
    return bool(plain and named) and child.kind != "text"


def _among_levels(child: Node) -> bool:
    """Whether all lines beside it are "X: …" too and some name bodies; then each is a level of its own."""
    siblings = [line for line in child.parent.children if line.kind == child.kind] if child.parent else []
    named = all(line.value or line.children for line in siblings)
    return named and any(not _PER_BODY.match(clean(line.value)) for line in siblings)


def _is_kind_among_levels(child: Node) -> bool:
    """ "Tại điểm cầu các xã: mỗi điểm cầu 30 đại biểu" beside "Tại điểm cầu huyện" with a list of its own."""
    lists = any(line.children for line in _alike(child))
    return lists and _KIND_OF_PEOPLE.match(child.label) is not None and _among_levels(child)


def names_itself(child: Node) -> bool:
    """ "c) Nhân dân 14 xóm" behind "a) Đại biểu tỉnh: …" and "b) Đại biểu xã: …": a level without a list."""
    if child.kind not in ("arabic", "arabic2", "letter") or is_sum(child.text):
        return False
    others = [line for line in _alike(child) if not ONLY_COUNTED.fullmatch(line.value)]
    return (
        len(others) >= 2 and len(others) == len(_alike(child)) and all(line.value or line.children for line in others)
    )


NAMES_NO_ACTIVITY = re.compile(r"(?:thông tin|nội dung|chi tiết|quyết định|kế hoạch|general)\b", re.IGNORECASE)
"""Begins a heading over the time and the place of the whole: "1. Thông tin chung"."""


def own_level(node: Node) -> str:
    """The section's heading; for an activity's people, the activity without its place."""
    parent = node.parent
    if node.value and parent is not None and _POINT.match(parent.label):
        return clean(parent.label)
    named = node.value and parent is not None and parent.kind not in ("root", "roman", "part")
    named = named and not _SAYS_WHO.match(node.label)
    named = named and parent is not None and not NAMES_NO_ACTIVITY.match(parent.text)
    named = named and parent is not None and not parent.about - {TIME, FORM, CONTENT}
    named = named and parent is not None and sum(PEOPLE in child.about for child in parent.children) == 1
    if named and parent is not None and any(TIME in child.about for child in parent.children):
        return clean(re.split(r"\s+(?:tại|ở)\s+", parent.text)[0])
    if only_leads(node):
        return clean(node.value)
    label = clean(node.label)
    return level_name(_ASIDE.sub("", label) or label)


_POINT = re.compile(r"(?:tại\s+)?điểm (?:cầu|họp|trường|thi)\s+\S", re.IGNORECASE)
"""One of several places at which people take part, each told with those who are there."""
_SAYS_WHO = re.compile(r"thành phần mời|khách mời", re.IGNORECASE)
"""Says by itself who they are, whatever the activity."""


_LEAVES_OUT = re.compile(r"\s+(?:bao gồm|gồm có|gồm)$|^riêng\s+(?:đối với\s+)?(?=\S+\s)", re.IGNORECASE)


def level_name(label: str) -> str:
    return clean(_LEAVES_OUT.sub("", clean(label)))


def ends_list(child: Node, own: list[Line]) -> bool:
    """ "- Khách mời: Sở Giáo dục" as the last of several plain lines is one of them, and no level of its own."""
    siblings = child.parent.children if child.parent else []
    if len(own) < _FEWEST_OWN or child.kind not in ("dash", "plus", "bullet") or len(siblings) > _MOST_ALIKE:
        return False
    alike = [line for line in siblings if line.kind == child.kind]
    named = sum(bool(line.value) and not ENUMERATES.match(line.label) for line in alike)
    return alike[-1] is child and named == 1


_FEWEST_OWN = 2


def only_leads(node: Node) -> bool:
    """ "Về thành phần: mời bổ sung" over a list: the words behind the colon are the list's name."""
    return bool(_LEADS.fullmatch(node.value)) and any(
        child.kind in ("dash", "plus", "bullet") for child in node.children
    )
