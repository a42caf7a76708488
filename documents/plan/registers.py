"""What lists tell and no other field takes: rows of tables with their titles, and points with the heading over them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from documents.plan.committees import BODY_AT_WORK, names_only_persons, names_people
from documents.plan.list_blocks import blocks_of
from documents.plan.outline import Node
from documents.plan.row_people import titled_at_work
from documents.plan.sections import REACHED, region
from documents.plan.table_schedule import occasions
from documents.plan.topics import NOTE, topics_in
from documents.plan.whens import sentences
from documents.plan.words import (
    AGENDA,
    BUDGET,
    CONTACT,
    CONTENT,
    COUNT,
    FORM,
    LOGISTICS,
    PEOPLE,
    PLACE,
    PURPOSE,
    REHEARSAL,
    SIGN_UP,
    TIME,
    UNIT_HEAD,
    WORK,
    clean,
    is_caps,
    meanings,
    squeeze,
)
from domain.conference import Fact, Source
from domain.listed import Row
from domain.plan import PlanDraft
from domain.vietnamese import CAPITALS

_LONGEST_CAPTION = 12  # words
_LONGEST_LABEL = 10
_LONGEST_POINT = 300  # letters


def with_lists(root: Node, draft: PlanDraft) -> PlanDraft:
    """The draft with each row or point that no item, task or group was made of, behind its titles or its heading.

    What was a statement without its heading before is one with it now.
    """
    scheduled = {occasion.row.para.first for occasion in occasions(root).values()}
    blocks = [*_blocks(root, _items_of(draft) - scheduled)]
    whole = _lines(blocks)
    taken = (_taken(draft) - scheduled) | whole
    rows = [*blocks, *_table_rows(root, taken), *(row for node in root.walk() for row in _rows_of(node, taken))]
    found = {str(row): (row, source) for row, source in rows}
    listed = {line: text for text, row in found.items() for line in _lines([row])}
    kept = [
        fact for fact in draft.facts if not (fact.source and _told_in(fact.text, listed.get(fact.source.first, "")))
    ]
    new = (Fact(topic=topic, text=str(row), source=at) for row, at in found.values() for topic in _topics_of(row))
    groups = tuple(group for group in draft.groups if group.source.first not in whole)
    return replace(draft, groups=groups, facts=(*kept, *new))


def _told_in(text: str, row: str) -> bool:
    """Whether a row tells the statement of its line, whatever heading that was told with."""
    text = text.replace(" :", ":")
    return text in row or (bool(row) and _HEADING.sub("", text) in row)


_HEADING = re.compile(r"^[^:–]{2,60}(?::| –) ")


def _rows_of(node: Node, taken: frozenset[int]) -> Iterator[tuple[Row, Source]]:
    yield from _table_rows(node, taken)
    yield from _points(node, taken)
    yield from _persons(node, taken)


def _blocks(root: Node, items: frozenset[int]) -> Iterator[tuple[Row, Source]]:
    """The groups told on lines of their own that are no items, tasks or events."""
    for node in (root, *root.walk()):
        if node.children and not region(node) & {AGENDA, PEOPLE, PURPOSE, WORK}:
            yield from (told for told in blocks_of(node, _caption(node)) if items.isdisjoint(_lines([told])))


def _lines(rows: Iterable[tuple[Row, Source]]) -> frozenset[int]:
    return frozenset(line for _, source in rows for line in range(source.first, source.last + 1))


def _topics_of(row: Row) -> list[str]:
    """The matters that a row is told for; a table of offices online is not how one takes part.

    In a table of all that is arranged ("Hậu cần") each row has its own.
    """
    if len(row.cells) == 1:
        own, over = topics_in(": ".join(row.cells[0])), topics_in(row.caption)
        return (own if own and len(over) > 1 else [*dict.fromkeys((*own, *over))]) or [NOTE]
    first = row.cells[0][1] if LOGISTICS in meanings(row.caption) else ""
    titles = " ".join([row.caption, first, *(head for head, _ in row.cells)])
    return [topic for topic in topics_in(titles) if topic in _WHOLE_LISTS][:1] or [NOTE]


_WHOLE_LISTS = frozenset({"lodging", "transport", "parking", "meals", "budget", "contact"})


def _items_of(draft: PlanDraft) -> frozenset[int]:
    """The lines that items, tasks and events were read from."""
    read = [task.source for unit in draft.units for task in unit.value.tasks]
    read += [item.source for item in draft.sessions]
    read += [item.source for item in draft.times]
    read += [item.source for item in draft.nobodys]
    return frozenset(line for source in read for line in range(source.first, source.last + 1))


def _taken(draft: PlanDraft) -> frozenset[int]:
    """The same with those of groups and single fields."""
    read = [item.source for item in draft.groups]
    read += [field.source for field in (draft.venue, draft.contact, draft.form, draft.chair) if field is not None]
    return _items_of(draft).union(line for source in read for line in range(source.first, source.last + 1))


# --- tables ----------------------------------------------------------------------------------------------------------


def _table_rows(node: Node, taken: frozenset[int]) -> Iterator[tuple[Row, Source]]:
    heads: tuple[str, ...] = ()
    caption = ""
    for above, row in pairwise([node, *node.children]):
        if row.kind != "row" or not row.para.heads:
            continue
        if row.para.heads != heads:
            heads, caption = row.para.heads, _line_over(above, row) or _caption(node)
        if row.para.first in taken and any(row.para.roles):  # one whose columns nobody knows is told whole, if a group
            caption_of, cells = _first_line(row, "content"), _cells_of(row, _ASIDE)
            people = titled_at_work(row) if "time" not in row.para.roles else ()
            cells = (*people, *cells)
            if caption_of and len(cells) > min(len(people), 1):
                yield Row(caption_of, cells), row.source
        elif len(cells := _cells_of(row)) > 1:
            yield Row(caption, cells), row.source


def _cells_of(row: Node, roles: frozenset[str] | None = None) -> tuple[tuple[str, str], ...]:
    """The cells that say something, each with its title: of all columns but that of numbers, or of some."""
    return tuple(
        (squeeze(head), clean(cell))
        for head, cell, role in zip(row.para.heads, row.para.cells, row.para.roles, strict=False)
        if clean(cell) not in _EMPTY and (role != "no" if roles is None else role in roles)
    )


_ASIDE = frozenset({"note", "quota", "people", ""})
"""Columns of a programme that no item takes: remarks, how many, for whom, and what nobody knows."""


def _first_line(row: Node, role: str) -> str:
    cells = dict(zip(row.para.roles, row.para.cells, strict=False))
    return clean(cells.get(role, "").strip().split("\n")[0])


_FROM_LINE = 3  # lines: the titles of the columns and a rule stand between


def _line_over(line: Node, row: Node) -> str:
    """What a line right above a table names it: "Danh sách tổ thảo luận" between two tables of a section."""
    near = line.kind == "text" and 0 < row.para.first - line.para.last <= _FROM_LINE
    if not near or len(line.text.split()) > _LONGEST_CAPTION or line.text.rstrip().endswith((".", ";")):
        return ""
    return _caption(line)


_EMPTY = ("", "-", "–", "x", "…")


def _caption(node: Node) -> str:
    """What a list is, by the heading over it; nothing where that is no name of a list."""
    name = clean(_IN_BRACKETS.sub("", node.label).lstrip("# "))
    if (
        node.parent is not None
        and node.kind != "root"
        and _OF_A_BODY.fullmatch(name)
        and (body := _caption(node.parent))
    ):
        return f"{body} – {name}"
    if node.kind == "root" or len(name.split()) > _LONGEST_CAPTION:
        return ""
    return name.capitalize() if is_caps(name) else name


_OF_A_BODY = re.compile(r"(?:các )?(?:thành viên|ủy viên|uỷ viên|phó (?:trưởng )?ban|thư ký)", re.IGNORECASE)
"""A list of people that says nothing without the body they are of."""
_IN_BRACKETS = re.compile(r"\s*\([^()]*\)?")


# --- points under a heading ------------------------------------------------------------------------------------------


def _points(node: Node, taken: frozenset[int]) -> Iterator[tuple[Row, Source]]:
    """ "Nơi để xe:" over "+ Khối 10: sân bóng": each point says little without its heading."""
    points = [child for child in node.children if child.kind in _POINTS and not child.children]
    if len(points) < 2 or not _heads_points(node):
        return
    if REHEARSAL not in node.about and any(point.para.first in taken for point in points):
        points = [point for point in points if point.para.first not in taken] if _is_event(node) else []
    for point in points:
        label = clean(point.label)
        if point.value and len(label.split()) <= _LONGEST_LABEL and not _stands_alone(point):
            yield Row(_caption(node), ((label, clean(point.value)),)), point.source
    bare = [clean(point.text) for point in points if not point.value and len(point.text.split()) <= _SHORT]
    if bare and len(bare) == len(points):
        yield Row(_caption(node), (("", "; ".join(bare)),)), node.source


def _persons(node: Node, taken: frozenset[int]) -> Iterator[tuple[Row, Source]]:
    """ "Ban Giám khảo" over its people: each says little without the body that he or she is in."""
    lines = [child for child in node.children if child.kind in _POINTS and not (child.children or child.value)]
    people = [line for line in lines if names_people(line.text) or names_only_persons(line.text)]
    if BODY_AT_WORK.match(node.label) is None or len(people) < 2 or WORK in region(node) or not _caption(node):
        return
    for line in lines:
        if line.para.first not in taken:
            yield Row(_caption(node), (("", clean(line.text)),)), line.source


def _is_event(node: Node) -> bool:
    """Whether when and where it is held stand among the points: the rest of them is told of it too."""
    return bool(frozenset[str]().union(*(child.about for child in node.children)) & {TIME, PLACE})


def _stands_alone(point: Node) -> bool:
    """Whether a point names its matter itself, or says more than one thing: "Phí tham dự: …" under any heading."""
    if region(point) == {CONTACT} and REACHED.search(point.value):
        return True
    told = len(point.text) > _LONGEST_POINT or len(sentences(point.text)) > 1 or _SEVERAL_COUNTED.search(point.text)
    return bool(told or meanings(point.label) - {CONTENT, FORM} or topics_in(point.label))


_SEVERAL_COUNTED = re.compile(rf": \d+\s+[{CAPITALS}][^:;]*: \d")
"""Several with their numbers side by side on one line, each a statement of its own: "Xã An: 28 Xã Bình: 36"."""
_SHORT = 8
"""Words of a point that says nothing by itself: "hoa quả"."""

_POINTS = frozenset({"dash", "plus", "bullet", "letter", "text"})


def _heads_points(node: Node) -> bool:
    """Whether a heading names one matter that its points are read with, and not a whole section of the plan."""
    inside = region(node)
    if not _caption(node) or _SAYS_NOTHING.match(node.text) or (WORK in inside and UNIT_HEAD.match(node.text)):
        return False
    shared = {PEOPLE, COUNT} if _SHARES_OUT.match(node.label) else set()
    return not inside & {AGENDA, PURPOSE} and meanings(node.label) <= _HEADING_POINTS | shared


_SHARES_OUT = re.compile(r"(?:phân bổ|phân chia|chỉ tiêu)\s", re.IGNORECASE)
"""How many places each body has: its points say so with this heading only."""

_HEADING_POINTS = frozenset({LOGISTICS, BUDGET, CONTACT, SIGN_UP, REHEARSAL})
_SAYS_NOTHING = re.compile(
    r"(?:một số|những|các)\s.*(?:khác|chung|vấn đề|lưu ý|nội dung|việc)|lưu ý|ghi chú|(?:công tác )?hậu cần|thông tin"
    r"|quy định chung|kính (?:gửi|mời)|(?:practical|general|other|useful|further)\b|logistics|notes?\b|yêu cầu|đề nghị"
    r"|.*\b(?:như sau|sau đây|trong đó|gồm|cụ thể)\s*:?$",
    re.IGNORECASE,
)
"""Headings that name no matter of their own."""
