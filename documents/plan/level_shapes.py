"""The shapes in which levels stand together: in one paragraph, in the rows of a table, in a list without marks."""

import re
from itertools import pairwise

from documents.plan.counts import PEOPLE_NOUN, is_sum
from documents.plan.level_names import Line
from documents.plan.outline import Node
from documents.plan.words import clean, split_outside
from domain.conference import Source
from domain.vietnamese import CAPITALS

Level = tuple[str, Source, list[Line]]
"""What a level is called, where that stands, and its lines."""

_LEVEL_IN_LINE = re.compile(rf"(?P<level>[{CAPITALS}][^:;.,()]{{2,40}}):\s*(?P<people>[^\d\s].+)", re.DOTALL)
_CONSISTS = re.compile(  # "Khách mời gồm có Sở Nội vụ; đại biểu gồm Trưởng các phòng"
    r"(?P<level>(?:khách|đại biểu|học viên|phía|về phía|cấp)(?:\s[^:;.,()\s]+){0,6}?)\s+(?:gồm có|bao gồm|gồm)\s*:?\s+"
    r"(?P<people>[^\d\s].+)",
    re.IGNORECASE | re.DOTALL,
)
_HEADING_ROW = re.compile(r"[IVX]{1,4}|[A-H]")


def in_one_line(text: str, source: Source) -> list[Level]:
    """The levels of one paragraph: "Cấp tỉnh: Sở Nội vụ; Cấp huyện: các phòng, ban; Cấp xã: Chủ tịch"."""
    parts = [_LEVEL_IN_LINE.fullmatch(part) for part in split_outside(text)] if text.count(": ") > 1 else []
    parts = parts if parts and all(parts) else [_CONSISTS.fullmatch(part) for part in split_outside(text)]
    told = [part for part in parts if part] if len(parts) > 1 else []
    return (
        [(clean(part["level"]), source, [(part["people"], source)]) for part in told] if len(told) == len(parts) else []
    )


def by_heading_rows(node: Node) -> list[Level]:
    """A table whose rows with Roman numbers name the levels of the rows below."""
    found: list[Level] = []
    for row in node.children:
        cells = dict(zip(row.para.roles, row.para.cells, strict=False)) if row.kind == "row" else {}
        line = row_line(row) if cells else []
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


def without_marks(node: Node) -> list[Level]:
    """A list that lost its marks: "Cấp huyện" and "Cấp xã" alone on their lines, each above its people."""
    lines = [child for child in node.children if not is_sum(child.text)]
    if node.value or any(child.kind != "text" or child.value or child.children for child in lines):
        return []
    heads = [_LEVEL_ALONE.fullmatch(child.text) is not None for child in lines]
    if sum(heads) < 2 or not heads[0] or heads[-1] or any(map(all, pairwise(heads))):
        return []
    found: list[Level] = []
    for child, is_head in zip(lines, heads, strict=True):
        if is_head:
            found.append((clean(child.text), child.source, []))
        else:
            found[-1][2].append((child.text, child.source))
    return found


def row_line(row: Node) -> list[Line]:
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
