"""Who takes part: levels and their lines with quotas, and the total that the plan states."""

import re
from collections.abc import Iterator

from documents.plan.outline import ENUMERATES, Node
from documents.plan.sections import about, inside
from documents.plan.table_rows import of_classes
from documents.plan.totals import OPEN_SUM, PEOPLE_NOUN, SUM_LINE, is_sum
from documents.plan.whens import sentences
from documents.plan.words import AGENDA, CONTENT, COUNT, FORM, LEFT_AS_IT_WAS, PEOPLE, TIME, WORK, clean, split_outside
from domain.conference import Source
from domain.plan import PlanGroup, Sourced
from domain.vietnamese import CAPITALS

_QUOTA = re.compile(
    rf"=\s*0*(\d{{1,5}})\s*{PEOPLE_NOUN}|\(\s*(?:khoảng\s+|dự kiến\s+|~\s*)?0*(\d{{1,5}})\s*{PEOPLE_NOUN}?[^()\d]*\)"
    rf"|[:–-]\s*0*(\d{{1,5}})\s*{PEOPLE_NOUN}|:\s*0*(\d{{1,5}})\s*\(|\b0*(\d{{1,4}})$",
    re.IGNORECASE,
)
_EACH = re.compile(  # "03 đ/c/đơn vị", "mỗi huyện 10 người", "34 sở x 5 người = 170 người"
    rf"(?:mỗi\s[^\d;]{{2,40}})?\d{{1,4}}\s*(?:[^\d;,]{{0,30}}[x×]\s*\d+\s*)?{PEOPLE_NOUN}"
    rf"(?:\s*/\s*[^;,\d]{{2,30}}|\s*=\s*\d+\s*{PEOPLE_NOUN})?[.;]?",
    re.IGNORECASE,
)
_COUNT_OF_TWO = re.compile(r"\s+và\s+(?=\d)")
_COUNTED = re.compile(  # how many a level has, before its people: "35 đồng chí; gồm: …"
    rf"\s*(?:khoảng\s+)?\d[\d.]*\s*{PEOPLE_NOUN}\s*(?:$|[.;,:](?:\s*(?:bao\s+)?gồm(?:\s+có)?\s*(?::|(?=\d))|\s*$))",
    re.IGNORECASE,
)
_OWN_PEOPLE = re.compile(
    r"(?:đại biểu\s+|toàn thể\s+|tập thể\s+|các\s+)*(?:cán bộ|giáo viên|nhân viên|học sinh|viên chức|người lao động"
    r"|cbcnv|cb,|công nhân|ban giám (?:hiệu|đốc)|ban (?:tổng )?giám đốc|hội đồng (?:quản trị|thành viên|trường)"
    r"|trưởng,? phó|trưởng (?:các )?phòng|hiệu trưởng|phó hiệu trưởng|gvcn|đoàn viên)",
    re.IGNORECASE,
)
_BY_KIND = re.compile(  # "135 đồng chí (đại biểu đương nhiên 27, đại biểu bầu 108)"
    rf"\s*\d+\s*{PEOPLE_NOUN}\s*\((?P<kinds>[^(),;\d]+\d+\s*(?:{PEOPLE_NOUN})?"
    rf"(?:[,;]\s*[^(),;\d]+\d+\s*(?:{PEOPLE_NOUN})?)+)\)[.;]?\s*",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?:kính )?mời(?: (?:thêm|bổ sung|dự|tham dự))?|bổ sung(?: thêm)?", re.IGNORECASE)
_AT_AN_HOUR = re.compile(  # a line of a message without headings that tells of something else
    r"(?:(?:lúc|từ|vào|hồi|sáng|chiều|tối|ngày)\s+)*\d{1,2}(?:\s?(?:h|g|giờ)(?![^\W\d])|:\d\d|/\d)", re.IGNORECASE
)
_CHAIR = re.compile(r"(?:đồng )?chủ trì", re.IGNORECASE)  # an office, and no group of people
_PER_BODY = re.compile(r"mỗi\s[^;]*\d[^;]*$", re.IGNORECASE)  # "mỗi xã, phường cử 02 giáo viên"
_TO_WEAR = re.compile(
    rf"[{CAPITALS}][^;:,]{{2,60}}?\s(?:mặc|mang theo|đeo thẻ|tự túc)\s", re.IGNORECASE
)  # told to who comes
_NOTE = re.compile(
    r"(?:\(?kèm theo\s|mỗi\s[^;:]{2,40}\s(?:gồm|từ)\s|mỗi (?:lớp|đợt)\s"
    r"|(?:tới|đến) dự\s*:|ghi chú|lưu ý|\*|trang phục|tiêu chuẩn|điều kiện|giao\s|đề nghị"
    r"|kính mời(?!\s*:))",
    re.IGNORECASE,
)


def groups_of(root: Node, host: str | None = None) -> tuple[tuple[Sourced[str], ...], tuple[Sourced[PlanGroup], ...]]:
    """The levels in order, and every line with its level.

    Beside invited guests, lines without a level of their own are the host's people ("Nhà trường", "Công ty").
    """
    levels: list[Sourced[str]] = []
    members: list[Sourced[PlanGroup]] = []
    for node in _about_people(root):
        if inside(node, WORK) or inside(node, AGENDA) or _only_merged(node) or (members and _in_appendix(node)):
            continue
        for level, source, lines in _levels(node):
            kept = [(text, where) for line, where in lines if (text := _without_total(line))]
            if not kept:
                continue
            guests = any(re.search(r"khách|mời", known.value, re.IGNORECASE) for known in levels)
            if not level and guests and all(_OWN_PEOPLE.match(text) for text, _ in kept):
                level = host_name(host)
            if level:
                levels.append(Sourced(level, source, 0.9))
            members.extend(_member(level, text, where) for text, where in kept)
    return tuple(levels), tuple(members)


def _about_people(root: Node) -> list[Node]:
    """The headings of who takes part, or of how many where those are told level by level under it."""
    counted = [
        n
        for n in about(root, COUNT)
        if sum(bool(c.children) for c in n.children) >= 2
        or (len(n.children) >= 2 and OPEN_SUM.fullmatch(n.value.rstrip(" :")))
    ]
    return [*about(root, PEOPLE)] or [n for n in counted if n.about == {COUNT}]


def _in_appendix(node: Node) -> bool:
    """A table of who sends how many, behind a paper that says itself who takes part."""
    return node.kind == "appendix" or (node.parent is not None and _in_appendix(node.parent))


def _without_total(line: str) -> str:
    """The line without a sentence that only adds up: "… 145 thành viên. Tổng số 160 người."; empty when it is one."""
    told = sentences(clean(line))
    return " ".join(s for s in told if not is_sum(s) and not OPEN_SUM.fullmatch(s) and not _TO_WEAR.match(s))


def host_name(issuer: str | None) -> str:
    """How a plan calls its own house: a school "Nhà trường", a company "Công ty"; others have no such word."""
    folded = (issuer or "").lower()
    return "Nhà trường" if folded.startswith("trường") else "Công ty" if folded.startswith("công ty") else ""


def _only_merged(node: Node) -> bool:
    """A heading that shares its line with other matters and whose own child is about people."""
    return any(PEOPLE in child.about for child in node.walk())


Line = tuple[str, Source]


def _levels(node: Node) -> Iterator[tuple[str, Source, list[Line]]]:
    """Each level with its lines: headings with lists, "X: a; b" lines, else the section itself."""
    own: list[Line] = []
    levelled = above = False  # whether some have a level, and others stood above them under the heading itself
    if node.value and not _only_leads(node):
        told = _COUNTED.sub("", node.value, count=1) if COUNT in node.about else node.value
        own.extend((part, node.source) for part in split_outside(told) if not _is_pointer(part))
    for child in _parts(node):
        if (
            child.about - {PEOPLE}
            or _NOTE.match(child.text)
            or LEFT_AS_IT_WAS.match(child.text)
            or _CHAIR.fullmatch(child.label.strip())
            or (child.kind == "text" and _AT_AN_HOUR.match(child.text))
        ):
            continue
        if child.kind == "row" and of_classes(child.para.roles):
            levelled = True
            yield (
                clean(dict(zip(child.para.roles, child.para.cells, strict=False))["class"]),
                child.source,
                _row_line(child),
            )
        elif child.kind == "row":
            own.extend(_row_line(child))
        elif any(not is_sum(leaf.text) for leaf in child.walk()):
            lines = [(part, child.source) for part in _counted_apart(child.value)]
            lines += [(leaf.text, leaf.source) for leaf in _leaves(child)]
            name = child.label
            if SUM_LINE.match(name):
                own.extend(lines[1 if _counted_apart(child.value) else 0 :])
            else:
                levelled = True
                inner = [leaf for leaf in _leaves(child) if _is_level(leaf) and len(split_outside(leaf.value)) > 1]
                if len(inner) > 1 and all(leaf.value and _is_level(leaf) for leaf in _leaves(child)):
                    inner = [*_leaves(child)]
                if len(inner) > 1:  # "- Trung ương: …; …" and "- Tỉnh: …; …" under the guests
                    for leaf in inner:
                        yield (
                            clean(leaf.label),
                            leaf.source,
                            [(part, leaf.source) for part in split_outside(leaf.value)],
                        )
                    lines = [line for line in lines if all(line[1] != leaf.source for leaf in inner)]
                yield clean(name), child.source, lines
        elif child.value and _is_level(child) and not is_sum(child.text) and not _ends_list(child, own):
            above = above or (bool(own) and not (levelled or node.value) and node.kind == "caps")
            levelled = True
            yield clean(child.label), child.source, [(part, child.source) for part in _counted_apart(child.value)]
        else:
            own.append((child.text, child.source))
    if own:
        yield "" if levelled and not above else _own_level(node), node.source, own


def _only_leads(node: Node) -> bool:
    """ "Về thành phần: mời bổ sung" over a list: the words behind the colon are the list's name."""
    return bool(_LEADS.fullmatch(node.value)) and any(
        child.kind in ("dash", "plus", "bullet") for child in node.children
    )


def _counted_apart(value: str) -> tuple[str, ...]:
    """The people behind a level's name without how many they are: "118 đồng chí, gồm 15 … và 103 …" are two."""
    by_kind = _BY_KIND.fullmatch(value)
    if by_kind:
        return split_outside(by_kind["kinds"], ",;")
    parts = split_outside(_COUNTED.sub("", value, count=1))
    return tuple(one for part in parts for one in (_COUNT_OF_TWO.split(part) if part[:1].isdigit() else [part]))


def _ends_list(child: Node, own: list[Line]) -> bool:
    """ "- Khách mời: Sở Giáo dục" as the last of several plain lines is one of them, and no level of its own."""
    siblings = child.parent.children if child.parent else []
    alike = [line for line in siblings if line.kind == child.kind and child.kind in ("dash", "plus", "bullet")]
    return (
        len(own) >= 2
        and bool(alike)
        and alike[-1] is child
        and sum(bool(line.value) and not ENUMERATES.match(line.label) for line in alike) == 1
    )


def _parts(node: Node) -> Iterator[Node]:
    """What stands under the heading; "Tổng số 250 đại biểu, trong đó:" only leads to what it adds up."""
    for child in node.children:
        if child.about == {COUNT} and child.children and not inside(child, WORK):
            yield from child.children
        else:
            yield child


def _own_level(node: Node) -> str:
    """The section's heading; for an activity's people, the activity without its place."""
    parent = node.parent
    named = node.value and parent is not None and parent.kind not in ("root", "roman", "part")
    named = named and parent is not None and not parent.about - {TIME, FORM, CONTENT}
    named = named and parent is not None and sum(PEOPLE in child.about for child in parent.children) == 1
    if named and parent is not None and any(TIME in child.about for child in parent.children):
        return clean(re.split(r"\s+(?:tại|ở)\s+", parent.text)[0])
    if _only_leads(node):
        return clean(node.value)
    return re.sub(r"\s+(?:bao gồm|gồm có|gồm)$", "", clean(node.label), flags=re.IGNORECASE)


def _is_level(child: Node) -> bool:
    """Whether "X: …" names a level rather than a single line with a number behind it."""
    return _BY_KIND.fullmatch(child.value) is not None or (
        not re.fullmatch(rf"\s*(?:khoảng\s+)?\d+\s*(?:{PEOPLE_NOUN})?\s*(?:\([^()]*\))?[.;]?\s*", child.value)
        and not _EACH.fullmatch(child.value.strip())
        and not (_PER_BODY.match(clean(child.value)) and not _among_levels(child))
        and len(child.label.split()) <= 14
        and not ENUMERATES.match(child.label)
    )


def _among_levels(child: Node) -> bool:
    """Whether all lines beside it are "X: …" too and some name bodies; then each is a level of its own."""
    siblings = [line for line in child.parent.children if line.kind == child.kind] if child.parent else []
    return all(line.value for line in siblings) and any(not _PER_BODY.match(clean(line.value)) for line in siblings)


def _is_pointer(text: str) -> bool:
    return (
        re.search(r"phụ lục|danh sách (?:kèm|đính)|kèm theo|đính kèm", text, re.IGNORECASE) is not None
        and len(text) < 80
    )


def _leaves(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.about or _NOTE.match(child.text):
            continue
        leads = child.text.rstrip().endswith(":") and (not child.value or OPEN_SUM.fullmatch(child.value.rstrip(" :")))
        if child.children and leads:
            yield from _leaves(child)
        else:
            yield child


def _row_line(row: Node) -> list[Line]:
    cells = dict(zip(row.para.roles, row.para.cells, strict=False))
    listed = "" if cells.keys() & {"deadline", "lead", "time", "class"} else cells.get("content")
    text = cells.get("people") or listed or (cells.get("who") if cells.get("quota") else "") or ""
    if not text or is_sum(text):
        return []
    quota = cells.get("quota", "").strip()
    return [(f"{text} ({quota} người)" if quota.isdigit() else text, row.source)]


def _member(level: str, text: str, source: Source) -> Sourced[PlanGroup]:
    found = _QUOTA.search(clean(text))
    quota = next((int(group) for group in found.groups() if group), None) if found else None
    return Sourced(PlanGroup(level=level, description=clean(text), quota=quota), source, 0.9)
