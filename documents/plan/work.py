"""Which unit does what: headings, "Giao X phối hợp Y:", "X: việc", sentences with a subject, and tables of tasks."""

import re
from collections.abc import Iterator

from documents.plan.asked import asked_by_a_day, reporting
from documents.plan.committees import people_and_work, work_before_who
from documents.plan.deadlines import Days
from documents.plan.helping import helpers_in_cell, with_offices
from documents.plan.jobs import Job, Unit, built
from documents.plan.outline import Node
from documents.plan.row_people import unit_of_work
from documents.plan.sections import about, inside
from documents.plan.whens import first_sentence
from documents.plan.words import LEFT_AS_IT_WAS, REPORT, UNIT_HEAD, VERB, WORK, clean, meanings
from documents.plan.work_heads import COLON, GIVES, head_and_work, named, work_behind_dash
from documents.plan.work_lines import ASIDE, WHOM_TO_ASK, closes, given_behind, jobs_under, own_words, staff_of
from documents.plan.work_run_on import run_on
from domain.dates import find_clocks, find_dates
from domain.plan import PlanUnit, Sourced
from domain.units import unit_key
from domain.vietnamese import search_key

NOBODY = ""
"""Stands for the unit of marked lines of work that no unit is named for."""
_OPENS_WORK = re.compile(
    r"(?:chuẩn bị|bố trí|in ấn|trang trí|thuê|mua|mượn|đón tiếp|phát hành|xây dựng|soạn thảo|tổng hợp|lập danh sách"
    r"|lắp đặt|dọn dẹp|treo|phục vụ|tuyên truyền|đưa tin|làm (?:băng|phông|ma))\s",
    re.IGNORECASE,
)
_MOST_HELPERS = 300  # more units than any plan names; keeps the search for helpers short


def units_of(root: Node, year: int | None, held: Days = ()) -> tuple[Sourced[PlanUnit], ...]:
    """Every unit with its tasks, in the plan's order; a unit named twice keeps one entry, `NOBODY` what none is given.

    `held` are the days of the conference, where they are known.
    """
    found: list[Unit] = []
    for node in about(root, WORK):
        found.extend(_units_under(node))
    found.sort(key=lambda unit: unit.source.first)  # those of a section within another stand in their place
    for node in about(root, REPORT):
        found.extend(reporting(node))
    found.extend(asked_by_a_day(root))
    for node in root.walk():
        if node.kind == "row" and {"content", "deadline"} <= set(node.para.roles) and not inside(node, WORK):
            found.extend(_from_row(node))  # a table of tasks says so by its columns, whatever its heading
    merged = _merge(found)
    names = {unit_key(unit.name): unit.name for unit in merged[:_MOST_HELPERS] if unit.name != NOBODY}
    names = with_offices(names, {unit.name: unit.role for unit in merged})
    return tuple(built(unit, names, year, held) for unit in merged if unit.tasks or unit.role)


def _merge(units: list[Unit]) -> list[Unit]:
    merged: dict[str, Unit] = {}
    for unit in units:
        known = merged.setdefault(search_key(unit.name), unit)
        if known is not unit:
            known.tasks.extend(unit.tasks)
            known.role = known.role or unit.role
    return list(merged.values())


# --- units ---------------------------------------------------------------------------------------------------------


def _units_under(node: Node) -> Iterator[Unit]:
    if node.value:
        yield from _several(node.value, node) or _one(node.value, node)
    named: list[Node] = []
    bare: list[Node] = []
    for child in node.children:
        if (
            child.kind in ("close", "block")
            or WORK in child.about
            or LEFT_AS_IT_WAS.match(child.text)
            or (child.about & ASIDE and not _asks_unit(child))
        ):
            continue
        if child.kind == "row":
            yield from _from_row(child)
        elif _is_grouping(child):
            yield from _units_under(child)
        elif not closes(child):
            units = _several(own_words(child), child) or [*_one(own_words(child), child)]
            (named if any(unit.name != NOBODY for unit in units) else bare).append(child)
            yield from units
        for last in filter(given_behind, child.children):
            yield from _one(first_sentence(last.text), last)

    if len(named) >= max(_ALIKE, 2 * len(bare)):
        kinds = {line.kind for line in named}
        yield from (unit for line in bare if line.kind in kinds for unit in _labelled(line))


_ALIKE = 3
"""As many lines that name a body tell that whoever stands before the colon of the next has its work behind it."""
_LONGEST_NAME = 8  # words


def _labelled(line: Node) -> Iterator[Unit]:
    """ "Lớp trưởng các lớp 5: Trang trí lớp" among lines that name bodies, whatever it is called."""
    named_alone = len(line.label.split()) <= _LONGEST_NAME and VERB.search(f" {line.label} ") is None
    if (
        line.value
        and named_alone
        and line.label[:1].isupper()
        and not (meanings(line.label) or _NO_UNIT.match(line.text))
    ):
        yield Unit(clean(line.label), None, line.source, [Job(line.value, line.source), *jobs_under(line)])


def _several(text: str, node: Node) -> list[Unit]:
    """The units that a line names one behind the other, each with its work."""
    told = () if node.children and node.value != text else run_on(text)
    units = [(named(who, node.source), work) for who, work in told]
    for unit, work in units:
        unit.tasks.append(Job(work, node.source))
    return [unit for unit, _ in units]


def _is_grouping(node: Node) -> bool:
    """A heading over units rather than a unit: "1. Trước Hội nghị" with units below."""
    if not node.children or node.value:
        return False
    if any(map(_is_work_row, node.children)) or all(_gives_work(child) for child in node.children):
        return True
    if _SEVERAL_BODIES.match(node.text) and all(map(_is_body_with_work, node.children)):
        return True
    named = (
        UNIT_HEAD.match(GIVES.sub("", node.text, count=1)) is not None and "tổ chức thực hiện" not in node.text.lower()
    )
    return not named and sum(map(_names_unit, node.children)) >= max(1, len(node.children) // 2)


def _gives_work(node: Node) -> bool:
    """A line under the name of a house that gives work to a body of it: "Bộ phận Văn phòng: …", "Giao Văn phòng:"."""
    given = GIVES.match(node.text)
    if given and node.kind in ("arabic2", "arabic3", "letter"):
        return UNIT_HEAD.match(node.text, given.end()) is not None
    split = COLON.match(node.text[:120]) if node.kind == "text" else None
    return split is not None and bool(split[2]) and UNIT_HEAD.match(split[1]) is not None


def _is_work_row(node: Node) -> bool:
    """A row that says who does what; one that tells how many a body sends leaves the heading its unit."""
    return node.kind == "row" and "content" in node.para.roles


_SEVERAL_BODIES = re.compile(r"(?:giao |đề nghị |đối với )?các\s", re.IGNORECASE)


def _is_body_with_work(node: Node) -> bool:
    """ "a) Phòng Lữ hành: soạn thư mời" under "Các phòng thuộc Sở:"."""
    split = COLON.match(node.text[:120])
    return split is not None and UNIT_HEAD.match(split[1]) is not None and VERB.search(f" {split[1]} ") is None


def _asks_unit(node: Node) -> bool:
    """ "Đề nghị UBND xã hỗ trợ kinh phí", "Phòng Tài chính tham mưu kinh phí": a unit's work, whatever it is about."""
    text = GIVES.sub("", node.text, count=1)
    subject = VERB.search(text[:140])
    told = subject is not None and ":" not in text[: subject.start()]
    return UNIT_HEAD.match(text) is not None and (told or work_behind_dash(text) is not None)


def _names_unit(node: Node) -> bool:
    text = GIVES.sub("", node.text, count=1)
    return UNIT_HEAD.match(text) is not None and (
        ":" in text[:120] or bool(node.children) or VERB.search(text[:140]) is not None
    )


_IN_CASE = re.compile(
    r"(?:thời tiết xấu|(?:nếu |khi )?(?:trời )?mưa|phương án (?:mưa|dự phòng)|in case of|if it rains|rain plan)\b"
    r"[^:]{0,40}:",
    re.IGNORECASE,
)


_NO_UNIT = re.compile(
    r"(?:tiến độ|kinh phí|chế độ báo cáo|thời gian|địa điểm|thành phần|đầu mối"
    r"|(?:thông tin |số điện thoại )?liên hệ|hotline)\b[^:]{0,40}:",
    re.IGNORECASE,
)


def _one(text: str, node: Node) -> Iterator[Unit]:
    """The unit that one heading or line names, with the tasks under it; "Thời tiết xấu: …" names none."""
    if _IN_CASE.match(text) or _NO_UNIT.match(text):
        return
    if not node.children and (turned := work_before_who(text)):
        yield Unit(turned[0], None, node.source, [Job(turned[1], node.source)])
        return
    head, inline = head_and_work(text, _has_list(text, node))
    if head is None:
        if node.kind != "text" and _OPENS_WORK.match(text):
            yield Unit(NOBODY, None, node.source, [Job(text, node.source), *jobs_under(node)])
        return
    unit = named(head, node.source)
    staffed, inline = people_and_work(inline)
    unit.role = "; ".join(filter(None, (unit.role, staffed, staff_of(node)))) or None
    if inline:
        unit.tasks.append(Job(inline, node.source))
    unit.tasks.extend(jobs_under(node))
    yield unit


def _has_list(text: str, node: Node) -> bool:
    """Whether work is listed under the line; a sentence with nothing marked behind it is work itself."""
    listed = [child for child in node.children if not WHOM_TO_ASK.match(child.text)]
    return any(child.kind != "text" for child in listed) or (bool(listed) and not text.endswith("."))


def _from_row(row: Node) -> Iterator[Unit]:
    """A row of a table of tasks: the lead unit, the work, who helps, until when."""
    cells = dict(zip(row.para.roles, row.para.cells, strict=False))
    unit = unit_of_work(row)
    lead = _body_above(row) or (unit.text if unit else "")
    content = clean((cells.get("content") or "").replace("\n", " "))
    if not lead or not content or (find_clocks(cells.get("time", "")) and not _is_due_cell(row, cells["time"])):
        return
    support, due = cells.get("support", "").strip(), clean(cells.get("deadline") or cells.get("time") or "")
    helped = [Job(content, row.source, due, helpers_in_cell(support))]
    yield Unit(lead, "chủ trì" if "lead" in cells else None, row.source, helped)


def _is_due_cell(row: Node, time: str) -> bool:
    """Whether an hour with its day, in a table of the division of work, says until when: "16h ngày 16/10"."""
    return inside(row, WORK) and bool(find_dates(time, 2000))


_ROW_MARK = re.compile(r"(?:[IVX]{1,4}|[A-H])\s*[).]\s*")


def _body_above(row: Node) -> str:
    """The body that a line of its own names above the rows of its tasks: "II) Tiểu ban lễ tân"."""
    block = row.parent if row.parent is not None and row.parent.kind == "block" else None
    named = _ROW_MARK.sub("", block.text, count=1) if block is not None and _ROW_MARK.match(block.text) else ""
    return clean(named) if UNIT_HEAD.match(named) else ""
