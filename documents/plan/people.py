"""Who takes part: levels and their lines with quotas."""

import re

from documents.plan.counts import AMOUNT, OPEN_SUM, PEOPLE_NOUN, SUM_BEHIND, is_sum
from documents.plan.levels import levels_under
from documents.plan.outline import Node
from documents.plan.people_remarks import TO_WEAR
from documents.plan.sections import about, inside, opening
from documents.plan.whens import sentences
from documents.plan.words import AGENDA, COUNT, PEOPLE, WORK, clean
from domain.conference import Source
from domain.plan import PlanGroup, Sourced

_QUOTA = re.compile(
    rf"=\s*0*(\d{{1,5}})\s*{PEOPLE_NOUN}|\(\s*(?:khoảng\s+|dự kiến\s+|~\s*)?0*(\d{{1,5}})\s*{PEOPLE_NOUN}?[^()\d]*\)"
    rf"|[:–-]\s*0*(\d{{1,5}})\s*{PEOPLE_NOUN}|:\s*0*(\d{{1,5}})\s*\(|\b0*(\d{{1,4}})$"
    rf"|,\s*0*(\d{{1,5}})\s*{PEOPLE_NOUN}$|\A0*(\d{{1,5}})\s*{PEOPLE_NOUN}(?!\w)(?!.*(?:\d|/|\bmỗi\b|\btừng\b))",
    re.IGNORECASE,
)
_ONE_NUMBER = re.compile(rf"[^\d:;]+\s0*(\d{{1,5}})\s*{PEOPLE_NOUN}", re.IGNORECASE)
"""The people of a line in its only number, at the end: "phụ huynh đại diện 25 người"."""
_OF_EACH = re.compile(r"\b(?:mỗi|từng|các|trên|dưới|đủ)\s", re.IGNORECASE)
_FOR_EACH = re.compile(rf"\d\s*{PEOPLE_NOUN}\s*/\s*[^\W\d]", re.IGNORECASE)
"""A number for each of several bodies, and not for the line: "các trạm y tế (02 người/trạm)"."""
_BODIES_COUNTED = re.compile(
    r"\(\s*\d{1,3}\s+(?:đơn vị|cơ quan|xã|phường|huyện|tỉnh|thôn|bản|trường|chi (?:bộ|đoàn|hội)|lớp|khoa|phòng|đội"
    r"|công ty|doanh nghiệp|hợp tác xã|câu lạc bộ)\s*\)"
    r"|\b(?:độ )?tuổi\s+(?:(?:không quá|dưới|trên|từ|đến|tối đa)\s+)+\d{1,2}(?:\s*(?:-|–|đến)\s*\d{1,2})?"
    r"|\b(?:khối|lớp|khóa|khoá|cơ sở|cụm|khu)\s+\d{1,2}(?:\s*(?:,|và|-|–)\s*\d{1,2})*(?!\d|\s*(?:em|học sinh|người))"
    r"|,?\s+(?:trừ|không kể|không tính|chưa kể)\s.*",
    re.IGNORECASE,
)
"""Numbers that count no people of the line: bodies, the names of classes, those who are left out."""
_OWN_PEOPLE = re.compile(
    r"(?:đại biểu\s+|toàn thể\s+|tập thể\s+|các\s+)*(?:cán bộ|giáo viên|nhân viên|học sinh|viên chức|người lao động"
    r"|cbcnv|cb,|công nhân|ban giám (?:hiệu|đốc)|ban (?:tổng )?giám đốc|hội đồng (?:quản trị|thành viên|trường)"
    r"|trưởng,? phó|trưởng (?:các )?phòng|hiệu trưởng|phó hiệu trưởng|gvcn|đoàn viên)",
    re.IGNORECASE,
)
_GUESTS = re.compile(r"khách|mời", re.IGNORECASE)


def groups_of(root: Node, host: str | None = None) -> tuple[tuple[Sourced[str], ...], tuple[Sourced[PlanGroup], ...]]:
    """The levels in order, and every line with its level.

    Beside invited guests, lines without a level of their own are the host's people ("Nhà trường", "Công ty").
    """
    levels: list[Sourced[str]] = []
    members: list[Sourced[PlanGroup]] = []
    guests = False  # whether a level of invited guests was read
    for node in _about_people(root):
        if inside(node, WORK) or inside(node, AGENDA) or _only_merged(node) or (members and _in_appendix(node)):
            continue
        for level, source, lines in levels_under(node):
            kept = [(text, where) for line, where in lines if (text := _without_total(line))]
            if not kept:
                continue
            if not level and guests and all(_OWN_PEOPLE.match(text) for text, _ in kept):
                level = host_name(host)
            guests = guests or _GUESTS.search(level) is not None
            if level:
                levels.append(Sourced(level, source, 0.9))
            members.extend(_member(level, text, where) for text, where in kept)
    named = [member for member in members if not _AMOUNT_ALONE.fullmatch(member.value.description)]
    return tuple(levels), tuple(named or members) or _called(root)


_AMOUNT_ALONE = re.compile(AMOUNT, re.IGNORECASE)
"""How many there are in all, beside the name of the list: "Thành phần tham dự: 56 đại biểu"."""


_CALLED = re.compile(
    r"(?:triệu tập|(?:kính|trân trọng) mời|kính mời)\s+(?P<who>(?:toàn thể|tất cả)\s[^.;:]{3,200}?)"
    r"\s+(?:(?:tham |về |đến |tới )?dự|tham gia|họp)\b",
    re.IGNORECASE,
)


def _called(root: Node) -> tuple[Sourced[PlanGroup], ...]:
    """Who is called in a sentence where nothing else says who comes: "triệu tập toàn thể giáo viên dự họp"."""
    found = ((_CALLED.search(node.text), node) for node in opening(root))
    return tuple(_member("", told["who"], node.source) for told, node in found if told)[:1]


def _about_people(root: Node) -> list[Node]:
    """The headings of who takes part, or of how many where those are told level by level under it."""
    counted = [n for n in about(root, COUNT) if _counts_levels(n)]
    return [*about(root, PEOPLE)] or [n for n in counted if n.about == {COUNT}]


def _counts_levels(node: Node) -> bool:
    lines = node.children
    led = len(lines) == 1 and lines[0].kind == "lead" and len(lines[0].children) >= 2  # "110 đại biểu, gồm:"
    return (
        sum(bool(line.children) for line in lines) >= 2
        or (len(lines) >= 2 and OPEN_SUM.fullmatch(node.value.rstrip(" :")) is not None)
        or (led and OPEN_SUM.fullmatch(lines[0].text.rstrip(" :")) is not None)
    )


def _in_appendix(node: Node) -> bool:
    """A table of who sends how many, behind a paper that says itself who takes part."""
    return node.kind == "appendix" or (node.parent is not None and _in_appendix(node.parent))


def _without_total(line: str) -> str:
    """The line without a sentence that only adds up: "… 145 thành viên. Tổng số 160 người."; empty when it is one."""
    told = sentences(SUM_BEHIND.sub("", clean(line)))
    return ". ".join(s for s in told if not is_sum(s) and not OPEN_SUM.fullmatch(s) and not TO_WEAR.match(s))


def host_name(issuer: str | None) -> str:
    """How a plan calls its own house: a school "Nhà trường", a company "Công ty"; others have no such word."""
    folded = (issuer or "").lower()
    return "Nhà trường" if folded.startswith("trường") else "Công ty" if folded.startswith("công ty") else ""


def _only_merged(node: Node) -> bool:
    """A heading that shares its line with other matters and whose own child is about people."""
    return any(PEOPLE in child.about for child in node.walk())


def _member(level: str, text: str, source: Source) -> Sourced[PlanGroup]:
    found = None if _FOR_EACH.search(text) else _QUOTA.search(_BODIES_COUNTED.sub("", clean(text)))
    found = found or (None if _OF_EACH.search(text) else _ONE_NUMBER.fullmatch(clean(text)))
    quota = next((int(group) for group in found.groups() if group), None) if found else None
    return Sourced(PlanGroup(level=level, description=clean(text), quota=quota), source, 0.9)
