"""What stands under a unit: lines of its work, and those that are none of it."""

import re
from dataclasses import replace

from documents.plan.asked import is_behind_unit, who_is_asked
from documents.plan.committees import (
    due_for_all,
    leads_to_duties,
    names_only_persons,
    names_people,
    without_duty_label,
)
from documents.plan.deadlines import has_deadline
from documents.plan.jobs import Job
from documents.plan.outline import Node
from documents.plan.whens import sentences
from documents.plan.words import BUDGET, CONTACT, REHEARSAL, REPORT, UNIT_HEAD, VERB, WORK, clean
from documents.plan.work_heads import GIVES

_CLOSING = re.compile(
    r"(?:Rất (?:mong|hân hạnh)|Kính mong|Mong (?:các|quý)|Xin vui lòng|Trân trọng (?:kính mời|cảm ơn)"
    r"|Trong quá trình|Trên đây|Kế hoạch này|Quá trình|Nếu có|Mọi (?:vướng mắc|thắc mắc|ý kiến|thông tin)"
    r"|(?:Yêu cầu|Đề nghị|Kính đề nghị) (?:các|toàn thể|tất cả) [^:;.]{3,120}?\s(?:(?:triển khai|tổ chức|phối hợp|biết)"
    r"[, ]+(?:và )?)?thực hiện(?: tốt)?(?: (?:theo )?[Kk]ế hoạch(?: này)?)?(?:[.]|$)"
    r"|(?:Yêu cầu|Đề nghị|Kính đề nghị) [^:;]{3,160}(?:nghiêm túc|khẩn trương|tích cực)"
    r"[^:;]{0,30}(?:triển khai|thực hiện)"
    r"|Yêu cầu các (?:cơ quan|đơn vị)[^:]*thực hiện|[^:]{0,160}\.\s[Tt]hông tin chi tiết[^:]{0,20}liên hệ"
    r"|[^.:;]{3,60}\sthông báo để [^.:;]*(?:biết|thực hiện)"
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

ASIDE = frozenset({REPORT, BUDGET, REHEARSAL, CONTACT})


def given_behind(node: Node) -> bool:
    """A paragraph without a mark, behind a unit's tasks, that gives work to another: "Giao Văn phòng đôn đốc …"."""
    given = GIVES.match(node.text) if node.kind == "text" and not node.children else None
    if given is None or not given["verb"].lower().startswith("giao") or not UNIT_HEAD.match(node.text, given.end()):
        return False
    return VERB.search(node.text[given.end() :][:90]) is not None


def closes(node: Node) -> bool:
    """Whether a line without a mark ends the list of units rather than belonging to the last of them."""
    told = (_CLOSING, _FOR_DELEGATES, _BY_THIS_PLAN)
    return node.kind == "text" and any(pattern.match(node.text) for pattern in told)


def own_words(node: Node) -> str:
    """A paragraph without the sentences behind the first that speak to everybody: "… Mọi chi tiết xin liên hệ …"."""
    told = sentences(node.text) if node.kind == "text" else (node.text,)
    behind = next(
        (n for n, text in enumerate(told) if n and (_CLOSING.match(text) or _FOR_DELEGATES.match(text))), None
    )
    return node.text if behind is None else " ".join(told[:behind])


WHOM_TO_ASK = re.compile(
    r"(?:(?:thông tin|đầu mối|địa chỉ|người|(?:số )?điện thoại)(?: để)? liên hệ|liên hệ|đầu mối|hotline)[^:;.\d]{0,40}:"
    r"(?=.*\d{3})",
    re.IGNORECASE,
)


def _is_aside(child: Node) -> bool:
    """A labelled line or a heading about money, whom to ask and the like; "- Lập dự toán kinh phí" is a task."""
    if WHOM_TO_ASK.match(child.text):
        return True
    worked = REPORT not in child.about and VERB.match(f" {child.text[:1].lower()}{child.text[1:]}") is not None
    return bool(child.about & ASIDE) and bool(child.value or child.children) and not worked


def jobs_under(node: Node) -> list[Job]:
    """One task a line; a line that ends with a colon only introduces those under it, and people are none."""
    found: list[Job] = []
    _gather(node, found, 0)
    return found


def _gather(node: Node, found: list[Job], first: int) -> None:
    """Add the work under the node; until when, on a line of its own, is told of what was found from `first` on."""
    ended, staffed = _remarks_behind(node), {id(line) for line in _staff(node)}
    for child in node.children:
        if child.kind in ("close", "row", "block") or WORK in child.about or _is_aside(child) or child in ended:
            continue
        if _CLOSING.match(child.text) or closes(child) or (is_behind_unit(child) and who_is_asked(child)):
            continue
        if given_behind(child):
            continue
        if due := due_for_all(child.text):
            found[first:] = [_due_by(due, job) for job in found[first:]]
            continue
        if id(child) in staffed:
            if not _leads_to_people(child):
                _gather(child, found, len(found))
            continue
        begun = len(found)
        work = without_duty_label(child.text)
        if work and not (child.children and work.endswith(":")):
            found.append(Job(work, child.source))
        _gather(child, found, first if leads_to_duties(child.text) else begun)


def _due_by(due: str, job: Job) -> Job:
    """The work with a limit told for all, unless it has one of its own."""
    return job if job.due or has_deadline(job.text) else replace(job, due=due)


def staff_of(unit: Node) -> str:
    """Who is in a body, as the lines under it say: "Trưởng nhóm: bà Cúc; Thư ký: anh Dũng"; nothing where none does."""
    told: list[str] = []
    for line in _staff(unit):
        begun = told.pop() if told and told[-1].endswith(":") else ""
        listed = ", ".join(clean(child.text) for child in line.children) if _leads_to_people(line) else ""
        said = clean(line.text)
        told.append(f"{begun} {said}".strip() if not _leads_to_people(line) else f"{said}: {listed}".strip())
    return "; ".join(map(clean, told))


def _leads_to_people(line: Node) -> bool:
    return line.text.rstrip().endswith(":")


def _staff(unit: Node) -> list[Node]:
    """The lines that say who is in a body; of one whose work has a label, all that stand above it and are no work."""
    duties = next((n for n, line in enumerate(unit.children) if leads_to_duties(line.text)), 0)
    above = [
        line
        for line in unit.children[:duties]
        if line.kind != "row" and not (line.value or VERB.search(f" {line.text}") or has_deadline(line.text))
    ]
    told = {id(line) for line in above}
    return [
        line for line in unit.children if id(line) in told or names_people(line.text) or names_only_persons(line.text)
    ]


def _remarks_behind(unit: Node) -> list[Node]:
    """Paragraphs without a mark behind the marked tasks of the last unit: they speak of the whole paper."""
    if unit.kind not in ("arabic", "arabic2", "letter") or unit.parent is None:
        return []
    if next((child for child in reversed(unit.parent.children) if child.kind == unit.kind), None) is not unit:
        return []
    marked = [child.kind != "text" for child in unit.children]
    last = len(marked) - marked[::-1].index(True) if any(marked) else len(marked)
    return unit.children[last:]
