"""The lines of those who take part, level by level as the paper has them."""

import re
from collections.abc import Iterator

from documents.plan.outline import ENUMERATES, Node
from documents.plan.sections import inside
from documents.plan.table_rows import of_classes
from documents.plan.totals import OPEN_SUM, PEOPLE_NOUN, SUM_LINE, is_sum
from documents.plan.whens import sentences
from documents.plan.words import (
    CONTENT,
    COUNT,
    FORM,
    LEFT_AS_IT_WAS,
    PEOPLE,
    TIME,
    UNIT_HEAD,
    WORK,
    clean,
    split_outside,
)
from domain.conference import Source
from domain.vietnamese import CAPITALS

_EACH = re.compile(  # "03 đ/c/đơn vị", "mỗi huyện 10 người", "34 sở x 5 người = 170 người"
    rf"(?:mỗi\s[^\d;]{{2,40}})?\d{{1,4}}\s*(?:[^\d;,]{{0,30}}[x×]\s*\d+\s*)?{PEOPLE_NOUN}"
    rf"(?:\s*/\s*[^;,\d]{{2,30}}|\s*=\s*\d+\s*{PEOPLE_NOUN})?[.;]?",
    re.IGNORECASE,
)
_COUNT_OF_TWO = re.compile(r"\s+và\s+(?=\d)")
_COUNTED = re.compile(  # how many a level has, before its people: "35 đồng chí; gồm: …"
    rf"\A\s*(?:khoảng\s+)?\d[\d.]*\s*{PEOPLE_NOUN}\s*(?:$|[.;,:](?:\s*(?:bao\s+)?gồm(?:\s+có)?\s*(?::|(?=\d))|\s*$))",
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
_NOTE = re.compile(
    r"(?:\(?kèm theo\s|mỗi\s[^;:]{2,40}\s(?:gồm|từ)\s|mỗi (?:lớp|đợt)\s"
    r"|(?:tới|đến) dự\s*:|ghi chú|lưu ý|\*|trang phục|tiêu chuẩn|điều kiện|giao\s|đề nghị"
    r"|kính mời(?!\s*:))",
    re.IGNORECASE,
)

Line = tuple[str, Source]


def levels_under(node: Node) -> Iterator[tuple[str, Source, list[Line]]]:
    """Each level with its lines: headings with lists, "X: a; b" lines, else the section itself."""
    own: list[Line] = []
    levelled = above = False  # whether some have a level, and others stood above them under the heading itself
    if node.value and not _only_leads(node):
        told = _COUNTED.sub("", node.value, count=1) if COUNT in node.about else node.value
        in_line = _in_one_line(told, node.source)
        levelled = bool(in_line)
        yield from in_line
        own.extend((part, node.source) for part in split_outside(told) if not in_line and not _is_pointer(part))
    headed = _by_heading_rows(node)
    levelled = levelled or bool(headed)
    yield from headed
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
            own.extend([] if headed else _row_line(child))
        elif any(not is_sum(leaf.text) for leaf in child.walk()):
            lines = [(part, child.source) for part in _counted_apart(child.value)]
            leaves = [leaf for leaf in _leaves(child) if not is_sum(leaf.text)]
            alone = len(leaves) == 1 and leaves[0].kind == "text"
            lines += [
                (part, leaf.source) for leaf in leaves for part in (split_outside(leaf.text) if alone else (leaf.text,))
            ]
            *before, name = sentences(child.label)
            own.extend((part, child.source) for told in before for part in split_outside(told))
            above = above or bool(before)
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
                yield _level_name(name), child.source, lines
        elif in_line := _in_one_line(child.text, child.source):
            levelled = True
            yield from in_line
        elif child.value and is_sum(child.label) and not is_sum(child.text):
            own.extend((part, child.source) for part in split_outside(child.value))
        elif child.value and _is_level(child) and not is_sum(child.text) and not _ends_list(child, own):
            above = above or (bool(own) and not (levelled or node.value) and node.kind == "caps")
            levelled = True
            counted = _ONLY_COUNTED.fullmatch(child.value) and not _BY_KIND.fullmatch(child.value)
            parts = (child.text,) if counted else _counted_apart(child.value)
            yield _level_name(child.label), child.source, [(part, child.source) for part in parts]
        elif _names_itself(child):
            levelled = True
            yield clean(re.split(r"[;(]", child.text)[0]), child.source, [(child.text, child.source)]
        elif child.kind == "text" and _is_alone(child):
            own.extend((part, child.source) for part in split_outside(child.text))
        else:
            own.append((child.text, child.source))
    if own:
        yield "" if levelled and not above else _own_level(node), node.source, own


def _is_alone(child: Node) -> bool:
    """Whether nothing but a total stands beside the paragraph."""
    siblings = child.parent.children if child.parent else []
    return len(siblings) <= _MOST_ALONE and all(other is child or is_sum(other.text) for other in siblings)


_MOST_ALONE = 3


def _names_itself(child: Node) -> bool:
    """ "c) Nhân dân 14 xóm" behind "a) Đại biểu tỉnh: …" and "b) Đại biểu xã: …": a level without a list."""
    if child.kind not in ("arabic", "arabic2", "letter") or is_sum(child.text):
        return False
    others = [line for line in _alike(child) if not _ONLY_COUNTED.fullmatch(line.value)]
    return (
        len(others) >= 2 and len(others) == len(_alike(child)) and all(line.value or line.children for line in others)
    )


_LEVEL_IN_LINE = re.compile(rf"(?P<level>[{CAPITALS}][^:;.,()]{{2,40}}):\s*(?P<people>[^\d\s].+)", re.DOTALL)
_HEADING_ROW = re.compile(r"[IVX]{1,4}|[A-H]")


def _in_one_line(text: str, source: Source) -> list[tuple[str, Source, list[Line]]]:
    """The levels of one paragraph: "Cấp tỉnh: Sở Nội vụ; Cấp huyện: các phòng, ban; Cấp xã: Chủ tịch"."""
    if text.count(": ") < 2:
        return []
    parts = [_LEVEL_IN_LINE.fullmatch(part) for part in split_outside(text)]
    told = [part for part in parts if part]
    return (
        [(clean(part["level"]), source, [(part["people"], source)]) for part in told] if len(told) == len(parts) else []
    )


def _by_heading_rows(node: Node) -> list[tuple[str, Source, list[Line]]]:
    """A table whose rows with Roman numbers name the levels of the rows below."""
    found: list[tuple[str, Source, list[Line]]] = []
    for row in node.children:
        cells = dict(zip(row.para.roles, row.para.cells, strict=False)) if row.kind == "row" else {}
        line = _row_line(row) if cells else []
        if line and _HEADING_ROW.fullmatch(cells.get("no", "").strip(" .")):
            found.append((clean(re.sub(r"\s*\(\d+ người\)$", "", line[0][0])), row.source, []))
        elif line and not found:
            return []
        elif line:
            found[-1][2].extend(line)
    return found


def _level_name(label: str) -> str:
    return re.sub(r"\s+(?:bao gồm|gồm có|gồm)$", "", clean(label), flags=re.IGNORECASE)


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
    apart = [part[:1].isdigit() and re.search(r",\s*\d", part) is None for part in parts]
    return tuple(
        one for part, two in zip(parts, apart, strict=True) for one in (_COUNT_OF_TWO.split(part) if two else [part])
    )


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
    label = clean(node.label)
    return _level_name(_ASIDE.sub("", label) or label)


_ASIDE = re.compile(  # behind a heading: "(có danh sách kèm theo)", "(dự kiến 250 đại biểu)"
    rf"\s*\((?:[^()]*(?:danh sách|kèm theo|phụ lục)[^()]*|(?:tổng số|dự kiến|khoảng|:|\s)*\d[\d.]*\s*{PEOPLE_NOUN})\)$",
    re.IGNORECASE,
)
_ONLY_COUNTED = re.compile(
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


def _is_level(child: Node) -> bool:
    """Whether "X: …" names a level rather than a single line with a number behind it."""
    if _ONLY_COUNTED.fullmatch(child.value) and not _BY_KIND.fullmatch(child.value):
        return _KIND_OF_PEOPLE.match(child.label) is not None and any(_names_level(line) for line in _alike(child))
    return _BY_KIND.fullmatch(child.value) is not None or (
        not _EACH.fullmatch(child.value.strip())
        and not (_PER_BODY.match(clean(child.value)) and not _among_levels(child))
        and len(child.label.split()) <= 14
        and not ENUMERATES.match(child.label)
        and not _is_body_among_bodies(child)
    )


_MOST_ALIKE = 60  # as many tell what kind of list it is, and a list of thousands is not gone through for each line


def _alike(child: Node) -> list[Node]:
    """The lines beside it with a mark of the same kind."""
    siblings = child.parent.children[:_MOST_ALIKE] if child.parent else []
    return [line for line in siblings if line.kind == child.kind and line is not child]


def _names_level(line: Node) -> bool:
    """ "Khách mời: …" with people behind it rather than a number at its end."""
    named = _KIND_OF_PEOPLE.match(line.label) is not None
    return named and bool(line.value) and not (_ENDS_COUNTED.search(line.value) or _ONLY_COUNTED.fullmatch(line.value))


def _is_body_among_bodies(child: Node) -> bool:
    """ "Các phòng: lãnh đạo và chuyên viên" beside "Thường trực Huyện ủy": one of the lines, whatever its colon."""
    plain = [line for line in _alike(child) if not (line.value or line.children or is_sum(line.text))]
    named = UNIT_HEAD.match(child.label) and not _KIND_OF_PEOPLE.match(child.label)
    return bool(plain and named) and child.kind != "text"


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
