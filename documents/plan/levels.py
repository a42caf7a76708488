"""The lines of those who take part, level by level as the paper has them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from documents.plan.counts import OPEN_SUM, PEOPLE_NOUN, SUM_LINE, is_sum, tells_amount
from documents.plan.level_names import (
    BY_KIND,
    ONLY_COUNTED,
    Line,
    ends_list,
    is_level,
    level_name,
    names_itself,
    only_leads,
    own_level,
)
from documents.plan.outline import Node
from documents.plan.people_remarks import is_note, is_remark
from documents.plan.sections import inside
from documents.plan.table_rows import of_classes
from documents.plan.whens import sentences
from documents.plan.words import (
    COUNT,
    WORK,
    clean,
    split_outside,
)
from domain.conference import Source
from domain.dates import find_clocks, find_dates
from domain.vietnamese import CAPITALS

_COUNT_OF_TWO = re.compile(r"\s+và\s+(?=\d)")
_COUNTED = re.compile(  # how many a level has, before its people: "35 đồng chí; gồm: …"
    rf"\A\s*(?:khoảng\s+)?\d[\d.]*\s*{PEOPLE_NOUN}\s*(?:$|[.;,:](?:\s*(?:bao\s+)?gồm(?:\s+có)?\s*(?::|(?=\d))|\s*$))",
    re.IGNORECASE,
)


def levels_under(node: Node) -> Iterator[tuple[str, Source, list[Line]]]:
    """Each level with its lines: headings with lists, "X: a; b" lines, else the section itself."""
    own: list[Line] = []
    levelled = above = False  # whether some have a level, and others stood above them under the heading itself
    if node.value and not only_leads(node):
        told = _COUNTED.sub("", node.value, count=1) if COUNT in node.about else node.value
        in_line = _in_one_line(told, node.source)
        levelled = bool(in_line)
        yield from in_line
        own.extend((part, node.source) for part in split_outside(told) if not in_line and not _is_pointer(part))
    headed = _by_heading_rows(node) or _without_marks(node)
    levelled = levelled or bool(headed)
    yield from headed
    for child in _parts(node):
        if is_remark(child) or _tells_when(child):
            continue
        if child.kind == "row" and of_classes(child.para.roles):
            levelled = True
            named = dict(zip(child.para.roles, child.para.cells, strict=False))["class"]
            yield clean(named), child.source, _row_line(child)
        elif headed:
            continue
        elif child.kind == "row":
            own.extend(_row_line(child))
        elif any(not is_sum(leaf.text) for leaf in child.walk()):
            lines = _listed(child)
            *before, name = sentences(child.label)
            own.extend((part, child.source) for told in before for part in split_outside(told))
            above = above or bool(before)
            if SUM_LINE.match(name):
                own.extend(lines[1 if _counted_apart(child.value) else 0 :])
            else:
                levelled = True
                inner = _levels_within(child)
                yield from inner
                apart_from_them = [line for line in lines if all(line[1] != source for _, source, _ in inner)]
                yield level_name(name), child.source, apart_from_them
        elif in_line := _in_one_line(child.text, child.source):
            levelled = True
            yield from in_line
        elif child.value and is_sum(child.label) and not is_sum(child.text):
            own.extend((part, child.source) for part in split_outside(child.value))
        elif child.value and is_level(child) and not is_sum(child.text) and not ends_list(child, own):
            apart = node.kind == "caps" or child.kind == "text"
            above = above or (bool(own) and not (levelled or node.value) and apart)
            levelled = True
            counted = ONLY_COUNTED.fullmatch(child.value) and not BY_KIND.fullmatch(child.value)
            parts = (child.text,) if counted else _counted_apart(child.value)
            yield level_name(child.label), child.source, [(part, child.source) for part in parts]
        elif names_itself(child):
            levelled = True
            yield clean(re.split(r"[;(]", child.text)[0]), child.source, [(child.text, child.source)]
        elif child.kind == "text" and _is_alone(child):
            own.extend((part, child.source) for part in split_outside(child.text))
        else:
            own.append((child.text, child.source))
    if own:
        yield "" if levelled and not above else own_level(node), node.source, own


def _tells_when(child: Node) -> bool:
    """Whether a line under a merged heading is one of times: "Hội nghị cấp trường: 01 buổi, từ 7h30 ngày 27/9"."""
    dated = bool(child.value) and bool(find_dates(child.value, 2000)) and not tells_amount(child.value)
    return dated and (bool(find_clocks(child.value)) or _DAY_FIRST.match(child.value) is not None)


_DAY_FIRST = re.compile(r"(?:từ\s+)?ngày\s+\d|\d{1,2}\s*/", re.IGNORECASE)


def _listed(child: Node) -> list[Line]:
    """The lines of a heading with a list: what stands beside the heading, then the list without its totals."""
    leaves = [leaf for leaf in _leaves(child) if not is_sum(leaf.text)]
    alone = len(leaves) == 1 and leaves[0].kind == "text"
    return [
        *((part, child.source) for part in _counted_apart(child.value)),
        *((part, leaf.source) for leaf in leaves for part in (split_outside(leaf.text) if alone else (leaf.text,))),
    ]


def _levels_within(child: Node) -> list[tuple[str, Source, list[Line]]]:
    """The levels in the list of one: "- Trung ương: …; …" and "- Tỉnh: …; …" under the guests; a single one is none."""
    leaves = [*_leaves(child)]
    inner = [leaf for leaf in leaves if is_level(leaf) and len(split_outside(leaf.value)) > 1]
    if len(inner) > 1 and all(leaf.value and is_level(leaf) for leaf in leaves):
        inner = leaves
    if len(inner) < 2:
        return []
    return [
        (clean(leaf.label), leaf.source, [(part, leaf.source) for part in split_outside(leaf.value)]) for leaf in inner
    ]


def _is_alone(child: Node) -> bool:
    """Whether nothing but a total stands beside the paragraph."""
    siblings = child.parent.children if child.parent else []
    return len(siblings) <= _MOST_ALONE and all(other is child or is_sum(other.text) for other in siblings)


_MOST_ALONE = 3


_LEVEL_IN_LINE = re.compile(rf"(?P<level>[{CAPITALS}][^:;.,()]{{2,40}}):\s*(?P<people>[^\d\s].+)", re.DOTALL)
_CONSISTS = re.compile(  # "Khách mời gồm có Sở Nội vụ; đại biểu gồm Trưởng các phòng"
    r"(?P<level>(?:khách|đại biểu|học viên|phía|về phía|cấp)(?:\s[^:;.,()\s]+){0,6}?)\s+(?:gồm có|bao gồm|gồm)\s*:?\s+"
    r"(?P<people>[^\d\s].+)",
    re.IGNORECASE | re.DOTALL,
)
_HEADING_ROW = re.compile(r"[IVX]{1,4}|[A-H]")


def _in_one_line(text: str, source: Source) -> list[tuple[str, Source, list[Line]]]:
    """The levels of one paragraph: "Cấp tỉnh: Sở Nội vụ; Cấp huyện: các phòng, ban; Cấp xã: Chủ tịch"."""
    parts = [_LEVEL_IN_LINE.fullmatch(part) for part in split_outside(text)] if text.count(": ") > 1 else []
    parts = parts if parts and all(parts) else [_CONSISTS.fullmatch(part) for part in split_outside(text)]
    told = [part for part in parts if part] if len(parts) > 1 else []
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


_LEVEL_ALONE = re.compile(
    r"(?:đại biểu\s+)?(?:cấp|ở|về phía|tại|điểm cầu|khối)(?:\s[^\s,;]+){1,5}|(?:đại biểu )?(?:khách )?mời"
    r"|đại biểu(?: (?:chính thức|triệu tập|tham dự|dự hội nghị))?|học viên|nhà trường",
    re.IGNORECASE,
)


def _without_marks(node: Node) -> list[tuple[str, Source, list[Line]]]:
    """A list that lost its marks: "Cấp huyện" and "Cấp xã" alone on their lines, each above its people."""
    lines = [child for child in node.children if not is_sum(child.text)]
    if node.value or any(child.kind != "text" or child.value or child.children for child in lines):
        return []
    heads = [_LEVEL_ALONE.fullmatch(child.text) is not None for child in lines]
    if sum(heads) < 2 or not heads[0] or heads[-1] or any(map(all, pairwise(heads))):
        return []
    found: list[tuple[str, Source, list[Line]]] = []
    for child, is_head in zip(lines, heads, strict=True):
        if is_head:
            found.append((clean(child.text), child.source, []))
        else:
            found[-1][2].append((child.text, child.source))
    return found


def _counted_apart(value: str) -> tuple[str, ...]:
    """The people behind a level's name without how many they are: "118 đồng chí, gồm 15 … và 103 …" are two."""
    by_kind = BY_KIND.fullmatch(value)
    if by_kind:
        return split_outside(by_kind["kinds"], ",;")
    parts = split_outside(_COUNTED.sub("", value, count=1))
    apart = [part[:1].isdigit() and re.search(r",\s*\d", part) is None for part in parts]
    return tuple(
        one for part, two in zip(parts, apart, strict=True) for one in (_COUNT_OF_TWO.split(part) if two else [part])
    )


def _parts(node: Node) -> Iterator[Node]:
    """What stands under the heading; "Tổng số 250 đại biểu, trong đó:" only leads to what it adds up."""
    for child in node.children:
        counts = child.about == {COUNT} and child.children and not inside(child, WORK)
        if counts or _leads_levels(child) or _parted(child):
            yield from child.children
        else:
            yield child


def _parted(child: Node) -> bool:
    """ "1. Đại biểu khách mời" over "1.1. Đại biểu Trung ương" and "1.2. Đại biểu tỉnh", each with its list."""
    lines = [line for line in child.children if not is_sum(line.text)]
    if len(lines) < 2 or child.value or not any(line.children for line in lines):
        return False
    return all(line.marker and (line.children or (line.value and is_level(line))) for line in lines)


_NAMES_ALL = re.compile(r"(?:thành phần|đối tượng)\b", re.IGNORECASE)


def _leads_levels(child: Node) -> bool:
    """ "Thành phần dự:" or "110 đại biểu, gồm:" over "Cấp tỉnh: …" and "Cấp huyện: …" is no level beside them."""
    return (
        child.kind == "lead"
        and not child.marker
        and len(child.children) > 1
        and (_NAMES_ALL.match(child.text) or OPEN_SUM.fullmatch(child.text.rstrip(" :"))) is not None
        and all(line.value or is_remark(line) for line in child.children)
    )


def _is_pointer(text: str) -> bool:
    return (
        re.search(r"phụ lục|danh sách (?:kèm|đính)|kèm theo|đính kèm", text, re.IGNORECASE) is not None
        and len(text) < 80
    )


def _leaves(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.about or is_note(child):
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
    told = f"{quota} người" if quota.isdigit() else quota if _SO_MANY.match(quota) else ""
    return [(f"{text} ({told})" if told else text, row.source)]


_SO_MANY = re.compile(rf"\d[\d.]*\s*{PEOPLE_NOUN}(?!\w)[^()]{{0,40}}$", re.IGNORECASE)
"""How many a body sends, in a cell of its own: "08 người", "06 người/đơn vị"."""
