"""Tasks out of lines of work: split where their deadlines differ, with the units that help."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from documents.plan.deadlines import Days, Deadline, deadline_in, may_be_due
from documents.plan.helping import helpers_in_words
from documents.plan.words import clean, split_outside
from domain.conference import Source
from domain.plan import PlanTask, PlanUnit, Sourced
from domain.taskkinds import is_conditional
from domain.units import unit_key
from domain.vietnamese import CAPITALS


@dataclass(frozen=True, slots=True)
class Job:
    """A line of work; a table gives its deadline and its helpers in cells of their own."""

    text: str
    source: Source
    due: str = ""
    helpers: tuple[str, ...] = ()


@dataclass(slots=True)
class Unit:
    name: str
    role: str | None
    source: Source
    tasks: list[Job] = field(default_factory=list)


def built(unit: Unit, names: dict[str, str], year: int | None, held: Days) -> Sourced[PlanUnit]:
    """The unit with its tasks; `names` are all units by their keys, the conference's days tell what is no deadline."""
    tasks = [task for job in unit.tasks for task in _tasks(job, unit, names, year, held)]
    role = unit.role
    if role is None and tasks and re.match(r"chủ trì", tasks[0].value.text, re.IGNORECASE):
        role = "chủ trì"
    return Sourced(PlanUnit(name=unit.name, role=role, tasks=tuple(tasks)), unit.source, 0.9)


def _tasks(job: Job, unit: Unit, names: dict[str, str], year: int | None, held: Days) -> Iterator[Sourced[PlanTask]]:
    with_all = helpers_in_words(unit.role or "", unit.name, names)  # "Văn phòng (phối hợp với Công an xã):"
    for part in (job.text,) if job.due else _parts(job.text, year, held):
        phrase, instant = _of_cell(job.due, year) if job.due else deadline_in(part, year, held=held)
        task = PlanTask(
            text=clean(part),
            coordinating=_whole(job.helpers, names)
            or tuple(dict.fromkeys((*helpers_in_words(part, unit.name, names), *with_all))),
            deadline_text=phrase,
            deadline=instant,
            conditional=is_conditional(part),
        )
        if task.text:
            yield Sourced(task, job.source, 0.9 if len(task.text) < 600 else 0.6)


def _whole(helpers: tuple[str, ...], names: dict[str, str]) -> tuple[str, ...]:
    """The units of a cell, a name with a comma in it made whole again: "Trung tâm Văn hóa, Thông tin và Thể thao"."""
    found: list[str] = []
    for helper in helpers:
        joined = next((n for n in range(len(found)) if unit_key(", ".join((*found[n:], helper))) in names), None)
        found[len(found) if joined is None else joined :] = [
            helper if joined is None else ", ".join((*found[joined:], helper))
        ]
    return tuple(found)


def _of_cell(cell: str, year: int | None) -> Deadline:
    """What a table's own column says: the day in it, else its words as they stand ("Trong tháng 9")."""
    phrase, instant = deadline_in(cell, year, bare=True)
    return (phrase, instant) if phrase else (cell if any(map(str.isalnum, cell)) else None, None)


def _parts(text: str, year: int | None, held: Days) -> list[str]:
    """The tasks that a line of work holds."""
    return [part for line in _run_on(text, year, held) for part in _clauses(line, year, held)]


def _run_on(text: str, year: int | None, held: Days) -> tuple[str, ...]:
    """A line is one task, unless its parts between semicolons have deadlines of their own."""
    parts = split_outside(text)
    due = [_is_due(part, year, held) for part in parts] if len(parts) > 1 else []
    if not any(due):
        return (text,)
    joined: list[str] = []
    for part, is_due in zip(parts, due, strict=True):
        open_ended = bool(joined) and not _is_due(joined[-1], year, held)
        if open_ended and not is_due:
            joined[-1] = f"{joined[-1]}; {part}"  # neither has a deadline: still one task
        elif joined and re.match(
            r"(?:trình|hoàn thành|hoàn tất|xong|hạn|thời hạn|chậm nhất|muộn nhất|trước|finish|complete)[\s:]", part
        ):  # speaks of what the part before made, or says until when alone
            joined[-1] = f"{joined[-1]}; {part}"
        else:
            joined.append(part)
    return tuple(joined)


_NEXT_WORK = re.compile(
    r"(?:[,.]|(?:,\s*)?\s(?:và|đồng thời|sau đó))\s+(?:đồng thời\s+|sau đó\s+)?"
    r"(?=(?:soạn(?: thảo)?|in(?: ấn)?|phát(?: hành)?|gửi|lập|tổng hợp|chuẩn bị|bố trí|trang trí|thuê|mua|đón|xây dựng"
    r"|đăng ký|nộp|báo cáo|thông báo|kiểm tra|cử|mời|treo|dựng|lắp đặt|vận chuyển|liên hệ|rà soát|thẩm định|ban hành"
    r"|tham mưu|dự trù|quyết toán|thanh toán|niêm yết|tuyên truyền|đưa tin|tổ chức|chốt|duyệt|ký)\s)"
    rf"|\.\s+(?-i:(?=[{CAPITALS}][^\W\d_]+\s))",
    re.IGNORECASE,
)


def _clauses(text: str, year: int | None, held: Days) -> list[str]:
    """A sentence is one task, unless clauses that begin other work have deadlines of their own."""
    found: list[str] = []
    rest = text
    for clause in _NEXT_WORK.finditer(text) if may_be_due(text) else ():
        part, behind = rest[: clause.start() - (len(text) - len(rest))], text[clause.end() :]
        if _is_due(part, year, held) and _is_due(behind, year, held):
            found.append(part)
            rest = behind
    return [*found, rest]


def _is_due(text: str, year: int | None, held: Days) -> bool:
    return deadline_in(text, year or 2000, held=held)[0] is not None
