"""Stage three: paragraphs as a tree by their markers (I. > 1. > a) > - > +), lost ones inferred."""

import re

from documents.plan.committees import BODY_AT_WORK, names_only_persons, names_people
from documents.plan.day_heads import opens_day
from documents.plan.day_lines import is_day_or_half
from documents.plan.letters import gather_asked
from documents.plan.lines import Para
from documents.plan.list_blocks import gather_events
from documents.plan.nesting import ENUMERATES as ENUMERATES
from documents.plan.nesting import goes_on_in_letters, parent_for
from documents.plan.nodes import MARKED, heads_alone
from documents.plan.nodes import Node as Node
from documents.plan.nodes import is_clock_alone as is_clock_alone
from documents.plan.orphans import adopt
from documents.plan.table_rows import NUMBERED_BLOCK
from documents.plan.topics import topics_in
from documents.plan.words import (
    AGENDA,
    ATTACHED,
    BUDGET,
    CHAIR,
    CONTACT,
    COUNT,
    FORM,
    LOGISTICS,
    MILESTONES,
    OFFICE_LINE,
    PEOPLE,
    PLACE,
    PURPOSE,
    SIGN_UP,
    TIME,
    UNIT_HEAD,
    WORK,
    is_caps,
    meanings,
    squeeze,
)
from domain.dates import find_clocks, find_dates
from domain.vietnamese import CAPITALS

_MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("appendix", re.compile(r"(?:PHỤ LỤC|Phụ lục|APPENDIX|ANNEX)(?:\s+(?:[IVX]+|\d+))?\b\s*[:.]?\s*")),
    ("part", re.compile(r"(?:Phần\s+(?:thứ\s+\w+|[IVX]+|\d+)|[A-HĐ]\s*[.\-/)](?=\s))\s*[:.\-]?\s*")),
    (
        "roman",
        re.compile(
            rf"Điều\s+\d{{1,2}}\s*[.:]\s*(?=\S)|(?:[IVX]{{1,5}}|1I{{1,2}}|[1l]V|I1|l{{2,3}}|l(?=\s*[.\-/)]\s*[{CAPITALS}]{{2}}))\s*[.\-/)]\s*(?=\S)"
        ),
    ),
    ("arabic3", re.compile(r"\d{1,2}\.\d{1,2}\.\d{1,2}\s*[.\-/)]?\s+")),
    ("arabic2", re.compile(r"\d{1,2}\.\d{1,2}\s*(?:[.)]\s*|/\s+|-\s*(?=[^\W\d_])|\s)(?=\S)")),
    (
        "arabic",
        re.compile(
            r"(?:\d{1,2}|l)\s*[./)]\s*(?=[^\W\d_]|\"|“|\()|\d{1,2}\s*[.)]\s+(?=\S)|(?:\d{1,2}|l)-\s*(?=[^\W\d_])"
        ),
    ),
    ("letter", re.compile(r"[a-zđ]\s*[).]\s+(?=\S)|[a-zđ]\)(?=\S)|[a-zđ]/\s*(?=[^\W\d_])")),
    ("plus", re.compile(r"\+\s*(?=\S)")),
    ("dash", re.compile(r"[-–—]\s*(?=\S)")),
    ("bullet", re.compile(rf"[•*▪●·◦➢✓❖➤✦★◆■]\s*(?=\S)|o\s+(?=\S)|\.\s+(?=[{CAPITALS}])")),
)
_HEADING_MARK = re.compile(r"#{1,6}\s+")
_BRACKETED = re.compile(r"\((?:thời gian|địa điểm|time|venue)[^()]*:[^()]*\)", re.IGNORECASE)  # under a name
_EMPHASIS = re.compile(r"\*\*|__")


_STATED = frozenset({TIME, PLACE, CHAIR, FORM, CONTACT, LOGISTICS})
_MAIN = frozenset({TIME, PLACE, PEOPLE, AGENDA, WORK, PURPOSE, COUNT})


def _names_unit_at_work(node: Node, stack: list[Node]) -> bool:
    """A unit alone on its line under the division of work: its number was lost, its tasks follow."""
    alone = len(node.text.split()) <= 15 and not (node.value or re.search(r"[.;:,]$", node.text))
    named = alone and UNIT_HEAD.match(node.text) is not None and not _is_of_body(node, stack)
    return named and any(WORK in meanings(entry.label) for entry in stack if entry.kind != "lead")


def _is_of_body(node: Node, stack: list[Node]) -> bool:
    """Whether a line names one of the people of the body above it: "Ông An - nhóm trưởng", "Bà Bình, kế toán"."""
    body = stack[-1] if stack[-1].kind == "lead" and BODY_AT_WORK.match(stack[-1].text) else None
    staffed = body is not None and bool(body.children) and names_people(body.children[-1].text)
    return names_people(node.text) or (
        body is not None and (names_only_persons(node.text) or (staffed and _HOLDS_OFFICE.match(node.text) is not None))
    )


_HOLDS_OFFICE = re.compile(r"\S+ trưởng\b|(?:phó )?(?:chủ tịch|bí thư|giám đốc|trưởng)\s", re.IGNORECASE)


def _opens_matter(node: Node, stack: list[Node]) -> bool:
    """In a paper without numbers, "Thành phần tham dự: …" is a heading like those that stand alone.

    Inside a heading of the same matter ("Khách mời: …" under it) it is only a line.
    """
    open_ = [entry for entry in stack if entry.kind not in MARKED]
    if not node.value or len(node.label.split()) > 6 or any(e.kind not in ("root", "caps", "lead") for e in open_):
        return False
    if open_[-1].kind == "caps" and _EVENT.match(open_[-1].text):
        return False  # "HỘI NGHỊ CẤP TỔ" over its own time and place, one of several
    own = meanings(node.label) & _MAIN
    if own <= {PLACE} and AGENDA in meanings(open_[-1].label):
        return False  # where one item of the programme is held
    if COUNT in own and PEOPLE in meanings(open_[-1].label):
        return False  # how many of those above
    return bool(own) and not own <= meanings(open_[-1].label if open_[-1].kind in ("caps", "lead") else "")


_EVENT = re.compile(r"(?:HỘI NGHỊ|HỘI THẢO|ĐẠI HỘI|LỄ|TỌA ĐÀM|HỘI THI)\s+\S")
_INVITES = re.compile(r"kính mời\s*:$", re.IGNORECASE)


def _follows_guests(node: Node, stack: list[Node]) -> bool:
    """Behind the guests of an invitation, "Thời gian: …" is a matter of its own, whatever their numbers."""
    inviting = any(entry.kind == "caps" and _INVITES.search(entry.text) for entry in stack)
    return inviting and bool(node.value) and len(node.label.split()) <= 6 and bool(meanings(node.label) & _STATED)


_PART = re.compile(
    r"(?:các\s+)?(?:phiên|phần|buổi|ngày|tiểu ban|(?:parallel |plenary )?session|part|day)\s+\S", re.IGNORECASE
)
_DAY = re.compile(
    r"(?:buổi\s+)?(?:(?:sáng|chiều|tối)\s*[,:]?\s*)?"
    r"(?:thứ\s+\w+|ch[ủú]a? nhật|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
"""A day of the programme by its weekday: "THỨ SÁU, NGÀY 12/9/2025"."""


def _names_part(node: Node, stack: list[Node]) -> bool:
    """A part of the programme in capitals ("PHIÊN 1: CHÍNH SÁCH") stands under the programme, not beside it."""
    if not any(AGENDA in meanings(entry.label) for entry in stack):
        return False
    if _PART.match(node.text) or _DAY.match(node.text):
        return True
    divided = any(entry.kind == "part" for entry in stack) or meanings(node.label) & _MAIN
    return node.kind == "part" and _PART.match(node.marker) is not None and not divided


def _heads_statements(above: tuple[Para, ...], para: Para, following: Para) -> bool:
    """A few words between blank lines that name a matter of those who come: "Di chuyển" over what is said of buses."""
    apart = bool(above) and para.first > above[-1].last + 1
    if not apart or not _FEW_WORDS.fullmatch(para.text) or following.cells or find_clocks(following.text[:16]):
        return False
    told = len(following.text.split()) > len(para.text.split()) and following.text[:1].isupper()
    return told and (bool(topics_in(para.text)) or bool(meanings(para.text) & _STATED))


_FEW_WORDS = re.compile(rf"[{CAPITALS}][^\W\d_]*(?:[- ][^\W\d_]+){{0,5}}")


def _is_outside_lists(stack: list[Node]) -> bool:
    return not any(meanings(entry.label) & {AGENDA, WORK, PEOPLE, PURPOSE} for entry in stack)


_REMARK = re.compile(r"(?:ghi chú|lưu ý|chú ý|note)\s*:", re.IGNORECASE)
"""A remark is of the whole above it, and no part of its last point."""

_DAY_KINDS = ("text", "lead", "caps", "roman", "arabic", "letter", *MARKED)


def outline(paras: tuple[Para, ...]) -> Node:
    """The tree of the paper's paragraphs under an empty root."""
    root = Node("root", "", "", Para("", 1, 1))
    alone = [is_clock_alone(para.text) for para in paras]
    stack = [root]
    for position, para in enumerate(paras):
        if para.roles == ("head",):
            continue
        following = next((p for p in paras[position + 1 :] if p.roles != ("head",)), None)
        stacked = any(alone[max(0, position - _NEAR) : position]) and not _ends_programme(para, alone, position)
        node = _node(para, None if stacked else following)
        if node.kind in ("caps", "lead") and _is_between_times(paras, position):
            node.kind = "text"
        if node.kind == "text" and _names_unit_at_work(node, stack):
            node.kind = "lead"
        if node.kind == "lead" and _INVITES.search(node.text):
            node.kind = "caps"
        opens = node.kind == "text" and not _is_between_times(paras, position)
        if opens and (_opens_matter(node, stack) or _follows_guests(node, stack)):
            node.kind = "caps"
        elif opens and not stacked and following is not None and _heads_statements(paras[:position], para, following):
            node.kind = "caps" if _is_outside_lists(stack) else "text"
        if node.kind in ("caps", "part") and (goes_on_in_letters(node, stack) or _names_part(node, stack)):
            node.kind = "block"
            if _PART.match(node.marker):
                node.text = f"{node.marker} {node.text}"
        elif node.kind in MARKED and _REMARK.match(node.text):
            node.kind = "text"
        elif node.kind in _DAY_KINDS and opens_day(node, stack, following.text if following else ""):
            node.kind = "block"
        parent = parent_for(node, stack)
        node.parent = parent
        parent.children.append(node)
        if node.kind not in ("text", "row", "close"):
            stack.append(node)
    adopt(root)
    gather_events(root)
    gather_asked(root)
    return root


_NEAR = 6  # lines
_BEHIND_PROGRAMME = frozenset({CONTACT, LOGISTICS, MILESTONES, BUDGET, SIGN_UP, PLACE})


def _ends_programme(para: Para, alone: list[bool], position: int) -> bool:
    """Whether a line behind the last row of a table with one cell a line heads another matter: "Liên hệ"."""
    if alone[position - 1] or any(alone[position : position + _NEAR]):
        return False
    return not para.cells and bool(meanings(para.text) & _BEHIND_PROGRAMME)


_ROW = 4  # lines between two times in a table with one cell a line


def _is_between_times(paras: tuple[Para, ...], position: int) -> bool:
    """Whether a line stands between two times that stand alone: a cell of a table with one cell a line."""
    above = paras[position - 1] if position else None
    if AGENDA in meanings(paras[position].text):
        return False
    heads = _PART.match(paras[position].text) or find_dates(paras[position].text, 2000)
    if heads and not (above is not None and is_clock_alone(above.text)):
        return False  # the next part, the next day
    before, behind = paras[max(0, position - _ROW) : position], paras[position + 1 : position + 1 + _ROW]
    return any(is_clock_alone(p.text) for p in before) and any(is_clock_alone(p.text) for p in behind)


def _node(para: Para, following: Para | None) -> Node:
    if para.cells and para.roles == ("block",):
        marked = NUMBERED_BLOCK.match(para.text)
        letter, named = (marked.group(), para.text[marked.end() :]) if marked else ("", para.text)
        return Node("block", letter.strip(), squeeze(named), para)
    if para.cells:
        return Node("row", "", para.text, para)
    text = _EMPHASIS.sub("", para.text)
    if _BRACKETED.fullmatch(text):
        text = text[1:-1].strip()
    heading = _HEADING_MARK.match(text)
    if heading:
        text = text[heading.end() :]
    for kind, pattern in _MARKERS:
        found = pattern.match(text)
        if found and not (kind in ("arabic", "arabic2") and _is_clock_or_number(text)):
            return Node(kind, found.group().strip(), text[found.end() :].strip() or found.group().strip(), para)
    return Node(_unmarked_kind(text, heading is not None, following), "", text, para)


def _is_clock_or_number(text: str) -> bool:
    clocks = find_clocks(text[:14])
    return bool(clocks and clocks[0].at == 0) or re.match(r"\d{1,2}\.\d{3}\b|\d{1,2}/\d", text) is not None


def _unmarked_kind(text: str, heading: bool, following: Para | None) -> str:
    """What an unmarked line is: a heading, a lead-in ending with a colon, a closing formula, or plain text."""
    if text.startswith("Trên đây là") or OFFICE_LINE.match(text) or _CLOSES.match(text):
        return "close"
    if ATTACHED.match(text):
        return "text"  # also above a list: it heads nothing
    clocks = find_clocks(text[:16])
    timed = bool(clocks) and clocks[0].at == 0
    if heading or (not timed and heads_alone(text, following)):
        return "caps"
    if text.endswith(":") and len(text) <= 160:
        return "lead"
    bare = text.partition("(")[0] if text.endswith(")") and not timed else ""
    if is_caps(bare) and (meanings(bare) or _PART.match(bare)):
        return "caps"
    short = len(text) <= 60 and not re.search(r"[.;,]$", text) and ":" not in text and text[:1].isupper()
    if short and following is not None and meanings(text) and _is_bare_heading(text):
        return "caps"
    listed = following is not None and re.match(r"[-+•]\s", following.text) is not None
    listed = listed and not (timed and following is not None and is_day_or_half(following.text))
    if listed and len(text) <= 90 and not re.search(r"[.;,/]$", text):
        return "lead"
    return "text"


_CLOSES = re.compile(  # "Đề nghị các cơ quan, đơn vị quan tâm phối hợp./."
    r"(?:Rất mong|(?:Kính )?[Đđ]ề nghị)\s+(?:các|quý)\s[^;:.\d]{3,90}\s(?:phối hợp|thực hiện|tham dự)\s*\./\."
)
_HEADS_MATTER = re.compile(r"(?:thành phần|đối tượng)\s", re.IGNORECASE)


def _is_bare_heading(text: str) -> bool:
    """A short line that only names a matter ("Chương trình"), or several ("Đối tượng và số lượng học viên")."""
    most = 10 if len(meanings(text)) >= 2 or _HEADS_MATTER.match(text) else 6
    return len(text.split()) <= most and not find_clocks(text) and re.search(r"\d", text) is None
