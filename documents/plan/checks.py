"""Stage six: what is stated and cannot be right, and what is missing."""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime

from documents.plan.deadlines import is_relative
from documents.plan.repair import Line
from documents.plan.whens import day_of
from domain.clocks import any_digit
from domain.conference import Source
from domain.dates import find_conflicts, find_impossible
from domain.plan import Doubt, PlanDraft, PlanSession, PlanTask, Sourced, value_of
from domain.vietnamese import search_key

_NAMED_BODY = re.compile(
    r"(?:(?:đại diện\s+)?(?:lãnh đạo|giám đốc|trưởng)\s+)?(?:Sở|Phòng|Công an|Chi cục|Cục|Đài|Bộ Chỉ huy"
    r"|Ban Chỉ huy|Ngân hàng|Hội|Đoàn"
    r"|Liên đoàn|Trung tâm|Ủy ban MTTQ|Bảo hiểm xã hội|Kho bạc|Bệnh viện|Điện lực|Tòa án|Viện Kiểm sát)\s",
    re.IGNORECASE,
)
_REPORTS = re.compile(r"báo cáo|tổng hợp|quyết toán|report", re.IGNORECASE)
_PREPARES = re.compile(  # the report that the conference hears, not the one about it
    r"(?:xây dựng|chuẩn bị|dự thảo|soạn thảo|biên soạn)\s+(?:\S+\s+){0,3}báo cáo(?!\s+kết quả)"
    r"|\b(?:prepare|draft)\s+(?:the\s+|a\s+)?report\b",
    re.IGNORECASE,
)
_WEEKDAYS = ("2", "3", "4", "5", "6", "7", "CN")


def doubts_of(draft: PlanDraft, lines: tuple[Line, ...], year: int | None) -> tuple[Doubt, ...]:
    """All doubts, each with the words it rests on."""
    return (
        *_written(lines, year),
        *_order(draft),
        *_days(draft),
        *_deadlines(draft),
        *_nobodys(draft),
        *_uninvited(draft),
        *_sums(draft),
        *_document_date(draft),
        *_unsure(draft),
    )


def _written(lines: tuple[Line, ...], year: int | None) -> Iterator[Doubt]:
    """Dates and times that do not exist, and weekdays that are not those of their dates."""
    for line in lines:
        text = line.text[:2000]
        if not any_digit(text):
            continue
        source = Source(text.strip(), line.number, line.number)
        for span in find_impossible(text):
            yield Doubt(f"impossible_{span.what}", "dates", span.text, source)
        for conflict in find_conflicts(text, year):
            yield Doubt("weekday", "dates", text[conflict.at : conflict.to], source, _WEEKDAYS[conflict.day.weekday()])


def _order(draft: PlanDraft) -> Iterator[Doubt]:
    """A session that begins before the one above it on the same day, or ends before it begins."""
    previous: PlanSession | None = None
    for number, item in enumerate(draft.sessions, 1):
        session = item.value
        if (session.start and session.end and session.end < session.start) or (
            previous
            and previous.day == session.day
            and previous.start
            and session.start
            and session.start < previous.start
        ):
            yield Doubt("times_out_of_order", f"sessions:{number}", session.title, item.source)
        previous = session


def _days(draft: PlanDraft) -> Iterator[Doubt]:
    first, last = value_of(draft.starts_on), value_of(draft.ends_on)
    events = {time.value.what for time in draft.times}
    for number, item in enumerate(draft.sessions, 1):
        day = item.value.day
        if day and first and last and not first <= day <= last and item.value.title not in events:
            yield Doubt("outside_days", f"sessions:{number}", item.value.title, item.source)


def _deadlines(draft: PlanDraft) -> Iterator[Doubt]:
    """Deadlines after the conference has begun (reports apart), and those counted from an unknown day."""
    for number, task in enumerate(_all_tasks(draft), 1):
        due = task.value.deadline
        begins = value_of(draft.starts_on)
        after = due is not None and begins is not None and day_of(due) > begins
        if after and (not _REPORTS.search(task.value.text) or _PREPARES.search(task.value.text)):
            yield Doubt("deadline_after_start", f"tasks:{number}", task.value.deadline_text or "", task.source)
        if due is None and is_relative(task.value.deadline_text):
            yield Doubt("relative_deadline", f"tasks:{number}", task.value.deadline_text or "", task.source)


def _all_tasks(draft: PlanDraft) -> list[Sourced[PlanTask]]:
    """In the order in which they are numbered: those of no unit last."""
    return [*(task for unit in draft.units for task in unit.value.tasks), *draft.nobodys]


def _nobodys(draft: PlanDraft) -> Iterator[Doubt]:
    """Tasks for which the plan names no unit."""
    first = len(_all_tasks(draft)) - len(draft.nobodys) + 1
    for number, task in enumerate(draft.nobodys, first):
        yield Doubt("task_without_unit", f"tasks:{number}", task.value.text, task.source)


def _uninvited(draft: PlanDraft) -> Iterator[Doubt]:
    """A unit with work whose name no line of the participants holds. Collective names are not checked."""
    if not draft.groups:
        return
    if (
        sum(bool(_NAMED_BODY.match(part)) for g in draft.groups for part in re.split(r"[,;]\s*", g.value.description))
        < 2
    ):
        return  # people are invited by kind, not by body
    invited = " | ".join(search_key(f"{g.value.level} {g.value.description}") for g in draft.groups)
    collective = re.search(
        r"phong ban|so ban nganh|cac phong|cac so|cac don vi|co quan|thu truong|cac ban|doan the", invited
    )
    for number, unit in enumerate(draft.units, 1):
        name = search_key(unit.value.name)
        if not _NAMED_BODY.match(unit.value.name) or collective:
            continue
        if name not in invited:
            yield Doubt("unit_not_invited", f"units:{number}", unit.value.name, unit.source)


def _sums(draft: PlanDraft) -> Iterator[Doubt]:
    """Quotas that do not add up to the stated total, where every level states some."""
    total = draft.expected_count
    quotas: dict[str, list[int | None]] = defaultdict(list)
    for group in draft.groups:
        quotas[group.value.level].append(group.value.quota)
    stated = [quota for level in quotas.values() for quota in level]
    if total is None or not stated or any(quota is None for quota in stated):
        return
    added = sum(quota for quota in stated if quota is not None)
    if added != total.value:
        yield Doubt("quota_sum", "expected_count", total.source.quote, total.source, str(added))


def _document_date(draft: PlanDraft) -> Iterator[Doubt]:
    dated, begins = draft.doc_date, value_of(draft.starts_on)
    if dated is not None and begins is not None and dated.value > begins:
        yield Doubt("doc_after_event", "doc_date", dated.source.quote, dated.source)


def _unsure(draft: PlanDraft) -> Iterator[Doubt]:
    singles: dict[str, Sourced[str] | None] = {"title": draft.title, "issuer": draft.issuer, "venue": draft.venue}
    for name, found in singles.items():
        if found is not None and found.confidence < 0.8:
            yield Doubt("low_confidence", name, found.source.quote[:300], found.source)


# --- what is missing -----------------------------------------------------------------------------------------------


def missing_of(draft: PlanDraft) -> tuple[str, ...]:
    """Stable codes of what has to be asked: title, dates, clock, venue, contact, count, agenda, people, deadline:n."""
    stated: tuple[tuple[str, bool], ...] = (
        ("title", draft.title is not None),
        ("dates", draft.starts_on is not None),
        ("clock", _has_clock(draft)),
        ("venue", draft.venue is not None),
        ("contact", draft.contact is not None),
        ("count", draft.expected_count is not None),
        ("agenda", bool(draft.sessions)),
        ("people", bool(draft.groups)),
        ("units", bool(draft.units)),
    )
    return tuple(code for code, there in stated if not there) + tuple(_open_deadlines(draft))


def _has_clock(draft: PlanDraft) -> bool:
    starts: list[datetime | date | None] = [t.value.start for t in draft.times]
    return any(isinstance(start, datetime) for start in starts) or any(s.value.start for s in draft.sessions)


def _open_deadlines(draft: PlanDraft) -> Iterator[str]:
    for number, task in enumerate(_all_tasks(draft), 1):
        if task.value.deadline is None:
            yield f"deadline:{number}"
