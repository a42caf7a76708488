"""The lines of those who take part, level by level as the paper has them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

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
from documents.plan.level_shapes import Level, by_heading_rows, in_one_line, row_line, without_marks
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
from domain.dates import find_clocks, find_dates

_COUNT_OF_TWO = re.compile(r"\s+và\s+(?=\d)")
_COUNTED = re.compile(  # how many a level has, before its people: "35 đồng chí; gồm: …"
    rf"\A\s*(?:khoảng\s+)?\d[\d.]*\s*{PEOPLE_NOUN}\s*(?:$|[.;,:](?:\s*(?:bao\s+)?gồm(?:\s+có)?\s*(?::|(?=\d))|\s*$))",
    re.IGNORECASE,
)


def levels_under(node: Node) -> list[Level]:
    """Each level with its lines: headings with lists, "X: a; b" lines, else the section itself."""
    reading = _Reading(node)
    reading.beside_heading()
    headed = by_heading_rows(node) or without_marks(node)
    reading.levels += headed
    for child in _parts(node):
        if not is_remark(child) and not _tells_when(child) and not (headed and not _is_class(child)):
            reading.take(child)
    return reading.whole()


@dataclass(slots=True)
class _Reading:
    """What was read of a heading so far: its levels, and the lines that have none of their own."""

    node: Node
    levels: list[Level] = field(default_factory=list)
    own: list[Line] = field(default_factory=list)
    above: bool = False
    """Whether lines stood above the levels, under the heading itself."""

    def beside_heading(self) -> None:
        """Read what stands on the line of the heading."""
        value, source = self.node.value, self.node.source
        if not value or only_leads(self.node):
            return
        told = _COUNTED.sub("", value, count=1) if COUNT in self.node.about else value
        if in_line := in_one_line(told, source):
            self.levels += in_line
        else:
            self.own += ((part, source) for part in split_outside(told) if not _is_pointer(part))

    def take(self, child: Node) -> None:
        """Read one line, row or list under the heading."""
        if _is_class(child):
            named = dict(zip(child.para.roles, child.para.cells, strict=False))["class"]
            self.levels.append((clean(named), child.source, row_line(child)))
        elif child.kind == "row":
            self.own += row_line(child)
        elif any(not (is_sum(leaf.text) or is_note(leaf)) for leaf in child.walk()):
            self._take_list(child)
        elif in_line := in_one_line(child.text, child.source):
            self.levels += in_line
        else:
            self._take_line(child)

    def _take_list(self, child: Node) -> None:
        lines = _listed(child)
        *before, name = sentences(child.label) or (child.label,)
        self.own += ((part, child.source) for told in before for part in split_outside(told))
        self.above = self.above or bool(before)
        if SUM_LINE.match(name):
            self.own += lines[1 if _counted_apart(child.value) else 0 :]
            return
        inner = _levels_within(child)
        told_inside = {source for _, source, _ in inner}
        apart = [line for line in lines if line[1] not in told_inside]
        self.levels += [*inner, (level_name(name), child.source, apart)]

    def _take_line(self, child: Node) -> None:
        summed = is_sum(child.text)
        if child.value and is_sum(child.label) and not summed:
            self.own += ((part, child.source) for part in split_outside(child.value))
        elif child.value and is_level(child) and not summed and not ends_list(child, self.own):
            apart = self.node.kind == "caps" or child.kind == "text"
            self.above = self.above or (bool(self.own) and not (self.levels or self.node.value) and apart)
            counted = ONLY_COUNTED.fullmatch(child.value) and not BY_KIND.fullmatch(child.value)
            parts = (child.text,) if counted else _counted_apart(child.value)
            self.levels.append((level_name(child.label), child.source, [(part, child.source) for part in parts]))
        elif names_itself(child):
            self.levels.append((clean(re.split(r"[;(]", child.text)[0]), child.source, [(child.text, child.source)]))
        elif child.kind == "text" and _is_alone(child):
            self.own += ((part, child.source) for part in split_outside(child.text))
        else:
            self.own.append((child.text, child.source))

    def whole(self) -> list[Level]:
        """The levels, and behind them the lines without one, which the heading itself may name."""
        if not self.own:
            return self.levels
        name = "" if self.levels and not self.above else own_level(self.node)
        return [*self.levels, (name, self.node.source, self.own)]


def _is_class(child: Node) -> bool:
    return child.kind == "row" and of_classes(child.para.roles)


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
        *(line for leaf in leaves for line in (_row_lines(leaf) if leaf.kind == "row" else _text_lines(leaf, alone))),
    ]


def _text_lines(leaf: Node, alone: bool) -> list[Line]:
    return [(part, leaf.source) for part in (split_outside(leaf.text) if alone else (leaf.text,))]


def _row_lines(row: Node) -> list[Line]:
    """Who a row names; one with several numbers says how many of each kind, and is told as a row of its table."""
    numbers = sum(
        cell.strip().isdigit() for cell, role in zip(row.para.cells, row.para.roles, strict=False) if role != "no"
    )
    return row_line(row) or ([] if numbers > 1 and row.para.heads else [(row.text, row.source)])


def _levels_within(child: Node) -> list[Level]:
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
