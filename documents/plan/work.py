"""Which unit does what: headings, "Giao X phối hợp Y:", "X: việc", sentences with a subject, and tables of tasks."""

import re
from collections.abc import Iterator

from documents.plan.asked import asked_by_a_day, is_behind_unit, reporting, who_is_asked
from documents.plan.deadlines import Days
from documents.plan.helping import helpers_in_cell, with_offices
from documents.plan.jobs import Job, Unit, built
from documents.plan.outline import Node
from documents.plan.sections import about, inside
from documents.plan.whens import first_sentence, sentences
from documents.plan.words import (
    BUDGET,
    CONTACT,
    LEFT_AS_IT_WAS,
    REHEARSAL,
    REPORT,
    UNIT_HEAD,
    VERB,
    WORK,
    clean,
)
from documents.plan.work_heads import COLON, GIVES, head_and_work, named
from documents.plan.work_run_on import run_on
from domain.dates import find_clocks
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
_LED_BY = re.compile(  # "Tiểu ban Nội dung: đ/c Mơ làm Trưởng tiểu ban"
    r"(?:do\s+)?(?:đ/c|đồng chí|ông|bà|thầy|cô|anh|chị|PGS|TS|ThS|GS)[^:;]{2,80}?\s+(?:làm|là|giữ chức|[-–])\s+"
    r"(?:trưởng|phó|tổ trưởng|chủ trì|phụ trách)[^:;]{0,40}",
    re.IGNORECASE,
)
_MOST_HELPERS = 300  # more units than any plan names; keeps the search for helpers short
_CLOSING = re.compile(
    r"(?:Rất (?:mong|hân hạnh)|Kính mong|Mong (?:các|quý)|Xin vui lòng|Trân trọng (?:kính mời|cảm ơn)"
    r"|Trong quá trình|Trên đây|Kế hoạch này|Quá trình|Nếu có|Mọi (?:vướng mắc|thắc mắc|ý kiến|thông tin)"
    r"|(?:Yêu cầu|Đề nghị|Kính đề nghị) (?:các|toàn thể|tất cả) [^:;.]{3,120}?\s(?:(?:triển khai|tổ chức|phối hợp|biết)"
    r"[, ]+(?:và )?)?thực hiện(?: tốt)?(?: (?:theo )?[Kk]ế hoạch(?: này)?)?(?:[.]|$)"
    r"|(?:Yêu cầu|Đề nghị|Kính đề nghị) [^:;]{3,160}(?:nghiêm túc|khẩn trương|tích cực)"
    r"[^:;]{0,30}(?:triển khai|thực hiện)"
    r"|Yêu cầu các (?:cơ quan|đơn vị)[^:]*thực hiện|[^:]{0,160}\.\s[Tt]hông tin chi tiết[^:]{0,20}liên hệ"
    r"|Vướng mắc|Nhận được|Văn phòng .{0,40}theo dõi, đôn đốc việc)"
)


_BY_THIS_PLAN = re.compile(r"Căn cứ (?:nội dung )?[Kk]ế hoạch")  # all units; behind a mark it opens a task

_FOR_DELEGATES = re.compile(
    r"(?:Người lập|(?:Người |Phê )?[Dd]uyệt)\s*:|"
    r"(?:Các |Quý )?[Đđ]ại biểu\s(?:tham dự |dự |về dự |ở xa )?"
    r"(?:mặc|mang|nhận phòng|tự túc|có mặt|được|vui lòng|xin)\b"
    r"|(?:Hotline|Đầu mối liên hệ|Trang phục|Lệ phí|Phí tham dự|Lưu ý|Ghi chú|Mọi chi tiết"
    r"|Thông tin chi tiết|Chi tiết (?:xin )?liên hệ)\b"
    r"|(?:Bài (?:báo|viết|dự thi)|Tóm tắt|Hồ sơ|Ý kiến)\s(?:\S+\s)?(?:gửi|nộp) (?:về|qua|đến)\b"
    r"|(?:Họp|Giao ban)\s[^:;]{0,40}:\s+(?:lúc|vào|\d)"
    r"|(?:Dress code|Registration fee|Working languages?|Notes?|Enquiries|For (?:further|more) information)\b"
)
"""How a line without a mark speaks to those who come, behind the units and nobody's task."""

_ASIDE = frozenset({REPORT, BUDGET, REHEARSAL, CONTACT})


def units_of(root: Node, year: int | None, held: Days = ()) -> tuple[Sourced[PlanUnit], ...]:
    """Every unit with its tasks, in the plan's order; a unit named twice keeps one entry, `NOBODY` what none is given.

    `held` are the days of the conference, where they are known.
    """
    found: list[Unit] = []
    for node in about(root, WORK):
        if any(WORK in child.about for child in node.walk()):
            continue
        found.extend(_units_under(node))
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
    for child in node.children:
        if (
            child.kind in ("close", "block")
            or LEFT_AS_IT_WAS.match(child.text)
            or (child.about & _ASIDE and not _asks_unit(child))
        ):
            continue
        if child.kind == "row":
            yield from _from_row(child)
        elif _is_grouping(child):
            yield from _units_under(child)
        elif not _closes(child):
            yield from _several(_own_words(child), child) or _one(_own_words(child), child)
        for last in filter(_given_behind, child.children):
            yield from _one(first_sentence(last.text), last)


def _several(text: str, node: Node) -> list[Unit]:
    """The units that a line names one behind the other, each with its work."""
    told = () if node.children and node.value != text else run_on(text)
    units = [(named(who, node.source), work) for who, work in told]
    for unit, work in units:
        unit.tasks.append(Job(work, node.source))
    return [unit for unit, _ in units]


def _given_behind(node: Node) -> bool:
    """A paragraph without a mark, behind a unit's tasks, that gives work to another: "Giao Văn phòng đôn đốc …"."""
    given = GIVES.match(node.text) if node.kind == "text" and not node.children else None
    if given is None or not given["verb"].lower().startswith("giao") or not UNIT_HEAD.match(node.text, given.end()):
        return False
    return VERB.search(node.text[given.end() :][:90]) is not None


def _closes(node: Node) -> bool:
    """Whether a line without a mark ends the list of units rather than belonging to the last of them."""
    told = (_CLOSING, _FOR_DELEGATES, _BY_THIS_PLAN)
    return node.kind == "text" and any(pattern.match(node.text) for pattern in told)


def _own_words(node: Node) -> str:
    """A paragraph without the sentences behind the first that speak to everybody: "… Mọi chi tiết xin liên hệ …"."""
    told = sentences(node.text) if node.kind == "text" else (node.text,)
    behind = next(
        (n for n, text in enumerate(told) if n and (_CLOSING.match(text) or _FOR_DELEGATES.match(text))), None
    )
    return node.text if behind is None else " ".join(told[:behind])


def _is_grouping(node: Node) -> bool:
    """A heading over units rather than a unit: "1. Trước Hội nghị" with units below."""
    if not node.children or node.value:
        return False
    if any(child.kind == "row" for child in node.children) or all(_gives_work(child) for child in node.children):
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


def _asks_unit(node: Node) -> bool:
    """ "Đề nghị UBND xã hỗ trợ kinh phí", "Phòng Tài chính tham mưu kinh phí": a unit's work, whatever it is about."""
    text = GIVES.sub("", node.text, count=1)
    subject = VERB.search(text[:140])
    return UNIT_HEAD.match(text) is not None and subject is not None and ":" not in text[: subject.start()]


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


_NO_UNIT = re.compile(r"(?:tiến độ|kinh phí|chế độ báo cáo|thời gian|địa điểm|thành phần)\b[^:]{0,40}:", re.IGNORECASE)


def _one(text: str, node: Node) -> Iterator[Unit]:
    """The unit that one heading or line names, with the tasks under it; "Thời tiết xấu: …" names none."""
    if _IN_CASE.match(text) or _NO_UNIT.match(text):
        return
    head, inline = head_and_work(text, _has_list(text, node))
    if head is None:
        if node.kind != "text" and _OPENS_WORK.match(text):
            yield Unit(NOBODY, None, node.source, [Job(text, node.source), *_lines(node)])
        return
    unit = named(head, node.source)
    if node.children and unit.role is None and _LED_BY.fullmatch(inline):
        unit.role, inline = clean(inline), ""
    if inline:
        unit.tasks.append(Job(inline, node.source))
    unit.tasks.extend(_lines(node))
    yield unit


def _has_list(text: str, node: Node) -> bool:
    """Whether work is listed under the line; a sentence with nothing marked behind it is work itself."""
    listed = [child for child in node.children if not _WHOM_TO_ASK.match(child.text)]
    return any(child.kind != "text" for child in listed) or (bool(listed) and not text.endswith("."))


_WHOM_TO_ASK = re.compile(
    r"(?:(?:thông tin|đầu mối|địa chỉ|người|(?:số )?điện thoại)(?: để)? liên hệ|liên hệ|đầu mối|hotline)[^:;.\d]{0,40}:"
    r"(?=.*\d{3})",
    re.IGNORECASE,
)


def _is_aside(child: Node) -> bool:
    """A labelled line or a heading about money, whom to ask and the like; "- Lập dự toán kinh phí" is a task."""
    if _WHOM_TO_ASK.match(child.text):
        return True
    worked = REPORT not in child.about and VERB.match(f" {child.text[:1].lower()}{child.text[1:]}") is not None
    return bool(child.about & _ASIDE) and bool(child.value or child.children) and not worked


def _lines(node: Node) -> Iterator[Job]:
    """One task a line; a line that ends with a colon only introduces those under it."""
    ended = _remarks_behind(node)
    for child in node.children:
        if child.kind in ("close", "row", "block") or _is_aside(child) or child in ended:
            continue
        if _CLOSING.match(child.text) or _closes(child) or (is_behind_unit(child) and who_is_asked(child)):
            continue
        if _given_behind(child):
            continue
        if not (child.children and child.text.rstrip().endswith(":")):
            yield Job(child.text, child.source)
        yield from _lines(child)


def _remarks_behind(unit: Node) -> list[Node]:
    """Paragraphs without a mark behind the marked tasks of the last unit: they speak of the whole paper."""
    if unit.kind not in ("arabic", "arabic2", "letter") or unit.parent is None:
        return []
    if next((child for child in reversed(unit.parent.children) if child.kind == unit.kind), None) is not unit:
        return []
    marked = [child.kind != "text" for child in unit.children]
    last = len(marked) - marked[::-1].index(True) if any(marked) else len(marked)
    return unit.children[last:]


def _from_row(row: Node) -> Iterator[Unit]:
    """A row of a table of tasks: the lead unit, the work, who helps, until when."""
    cells = dict(zip(row.para.roles, row.para.cells, strict=False))
    lead = _body_above(row) or clean((cells.get("lead") or cells.get("who") or "").replace("\n", ", "))
    content = clean((cells.get("content") or "").replace("\n", " "))
    if not lead or not content or find_clocks(cells.get("time", "")):
        return
    support, due = cells.get("support", "").strip(), clean(cells.get("deadline") or cells.get("time") or "")
    helped = [Job(content, row.source, due, helpers_in_cell(support))]
    yield Unit(lead, "chủ trì" if "lead" in cells else None, row.source, helped)


_ROW_MARK = re.compile(r"(?:[IVX]{1,4}|[A-H])\s*[).]\s*")


def _body_above(row: Node) -> str:
    """The body that a line of its own names above the rows of its tasks: "II) Tiểu ban lễ tân"."""
    block = row.parent if row.parent is not None and row.parent.kind == "block" else None
    named = _ROW_MARK.sub("", block.text, count=1) if block is not None and _ROW_MARK.match(block.text) else ""
    return clean(named) if UNIT_HEAD.match(named) else ""
