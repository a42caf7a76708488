"""All stages in order: lines of a paper in, a draft conference out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from documents.plan.activity_facts import of_activities, of_groups
from documents.plan.agenda import sessions_of
from documents.plan.agenda_events import Known, Sessions
from documents.plan.amending import Amended, gather_work, not_taken, taken_out
from documents.plan.checks import doubts_of, missing_of
from documents.plan.contacts import contact_of
from documents.plan.deadlines import Days, is_relative, resolved
from documents.plan.facts import facts_of, rest_of
from documents.plan.former import change_in_text, new_hour, tells_former, without_earlier_days, without_former
from documents.plan.frame import Frame, frame_of
from documents.plan.leftover import leftover_of
from documents.plan.lengths import duration_of, span_of
from documents.plan.lines import paragraphs
from documents.plan.moments import default_year, times_of
from documents.plan.outline import Node, outline
from documents.plan.papers import first_paper, second_event
from documents.plan.part_places import in_their_places
from documents.plan.people import groups_of
from documents.plan.places import venue_of
from documents.plan.registers import with_lists
from documents.plan.repair import Line, repaired_lines
from documents.plan.same_days import with_told_days
from documents.plan.sections import annotate, region
from documents.plan.since import parted
from documents.plan.single import (
    chair_of,
    form_of,
    issuer_in_text,
    issuer_on_top,
    purpose_of,
    title_in_text,
    with_name,
)
from documents.plan.totals import expected_of
from documents.plan.whens import day_of
from documents.plan.work import NOBODY, units_of
from domain.amending import amends
from domain.plan import PlanDraft, PlanTask, PlanTime, PlanUnit, Sourced, value_of
from domain.vietnamese import fold, squeeze, words


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line of the outline as it was understood: its depth, mark and kind, what it is about, and its lines."""

    depth: int
    kind: str
    marker: str
    about: tuple[str, ...]
    text: str
    first: int
    last: int


_LONGEST_CONFERENCE = timedelta(days=6)  # what lasts longer is several events, and between them dates are deadlines


def parse(lines: tuple[str, ...]) -> PlanDraft:
    """The plan that the lines hold; empty fields where they say nothing. Never raises."""
    own, since = parted(repaired_lines(lines))
    known, others = first_paper(own)
    frame = frame_of(known)
    paras = paragraphs(frame.body)
    frame = replace(frame, title=frame.title or change_in_text(paras))
    amending = frame.title is not None and amends(frame.title.value)
    title = frame.title.value if frame.title is not None else ""
    paras = paras if amending else since.in_texts(paras)
    told = without_former(paras, title) if amending or tells_former(paras) else without_earlier_days(paras)
    root = with_told_days(outline(told))
    amended = taken_out(root, _issued_in(frame)) if amending else Amended()
    annotate(root)
    if amending:
        gather_work(root)
    year = default_year(root, _issued_in(frame))
    draft = _fields(frame, root, year)
    if amending and not draft.times and not draft.sessions:
        draft = replace(draft, times=new_hour(root))
    draft = replace(draft, sessions=(*draft.sessions, *amended.put), dropped=amended.dropped)
    draft = with_lists(root, draft)
    stated = of_activities(root, (*draft.facts, *rest_of(root, draft)))
    draft = replace(draft, facts=of_groups(root, stated))
    draft = replace(draft, facts=(*draft.facts, *leftover_of(root, paras, _outside(known, frame), draft)))
    draft = since.in_items(draft)
    doubts = (
        *others,
        *second_event(root),
        *doubts_of(draft, known, year),
        *(not_taken(root, draft) if amending else ()),
    )
    draft = replace(draft, doubts=doubts)
    return replace(draft, missing=missing_of(draft))


def _outside(known: tuple[Line, ...], frame: Frame) -> tuple[Line, ...]:
    """The lines of the head and the foot."""
    body = {line.number for line in frame.body}
    return tuple(line for line in known if line.number not in body)


def _issued_in(frame: Frame) -> int | None:
    return frame.doc_date.value.year if frame.doc_date else frame.doc_year


def _fields(frame: Frame, root: Node, year: int | None) -> PlanDraft:
    title = frame.title or title_in_text(root)
    title = with_name(title, root) if title else None
    called = title.value if title else ""
    times = times_of(root, year)
    sessions, starts_on, ends_on = _programme(root, times, year)
    held = _held(times) or (((starts_on.value, ends_on.value),) if starts_on and ends_on else ())
    issuer = issuer_of(frame, root)
    levels, groups = groups_of(root, value_of(issuer))
    count, count_text = expected_of(root, called)
    units = _with_days(units_of(root, year, held), value_of(starts_on), value_of(ends_on), value_of(frame.doc_date))
    return PlanDraft(
        title=title,
        issuer=issuer,
        issuer_parent=frame.issuer_parent,
        doc_no=frame.doc_no,
        doc_date=frame.doc_date,
        venue=venue_of(root, called),
        form=form_of(root, title),
        chair=chair_of(root),
        contact=contact_of(root),
        duration=duration_of(root),
        starts_on=starts_on,
        ends_on=ends_on,
        month=_month(times),
        expected_count=count,
        expected_text=count_text,
        signer=frame.signer,
        signer_title=frame.signer_title,
        language=_language(called, root),
        purpose=purpose_of(root),
        times=times,
        groups=groups,
        levels=levels,
        sessions=sessions,
        units=tuple(unit for unit in units if unit.value.name != NOBODY),
        nobodys=tuple(task for unit in units if unit.value.name == NOBODY for task in unit.value.tasks),
        recipients=frame.recipients,
        facts=facts_of(root),
    )


def _programme(
    root: Node, times: tuple[Sourced[PlanTime], ...], year: int | None
) -> tuple[Sessions, Sourced[date] | None, Sourced[date] | None]:
    """The items of the programme, and the first and last day: the stated ones, else those of the items."""
    starts_on, ends_on = span_of(times)
    sessions = sessions_of(root, Known(times, value_of(starts_on), value_of(ends_on), year))
    sessions = in_their_places(sessions, root, times)
    return sessions, *((starts_on, ends_on) if starts_on else _span_of_sessions(sessions))


def _held(times: tuple[Sourced[PlanTime], ...]) -> Days:
    """The days on which it is held; work goes on in the days between two sittings."""
    told = [t.value for t in times if t.value.start and not t.value.preparation]
    days = ((day_of(t.start), day_of(t.end or t.start)) for t in told if t.start)
    return tuple((first, last) for first, last in days if last - first <= _LONGEST_CONFERENCE)


def issuer_of(frame: Frame, root: Node) -> Sourced[str] | None:
    """The body of the head; of two side by side the one that "phối hợp với" the other."""
    told = issuer_in_text(root)
    above = frame.issuer_parent
    leads = told and above and set(words(told.value)) == set(words(above.value))
    return above if leads else frame.issuer or told or issuer_on_top(root)


def _span_of_sessions(sessions: Sessions) -> tuple[Sourced[date] | None, Sourced[date] | None]:
    dated = sorted(((s.value.day, s) for s in sessions if s.value.day), key=lambda pair: pair[0])
    if not dated:
        return None, None
    (first, one), (last, other) = dated[0], dated[-1]
    return Sourced(first, one.source, 0.8), Sourced(last, other.source, 0.8)


def _month(times: tuple[Sourced[PlanTime], ...]) -> Sourced[str] | None:
    for item in times:
        if item.value.month:
            return Sourced(item.value.month, item.source, item.confidence)
        if item.value.start:
            return Sourced(day_of(item.value.start).strftime("%Y-%m"), item.source, item.confidence)
    return None


def _language(title: str, root: Node) -> str:
    """English where title and headings hold hardly a Vietnamese letter."""
    sample = title + " ".join(node.text for node in root.walk())[:2000]
    marked = sum(1 for a, b in zip(sample.lower(), fold(sample), strict=False) if a != b)
    return "en" if sample and len(fold(sample)) == len(sample) and marked < len(sample) * 0.01 else "vi"


def _with_days(
    units: tuple[Sourced[PlanUnit], ...], starts_on: date | None, ends_on: date | None, issued_on: date | None
) -> tuple[Sourced[PlanUnit], ...]:
    """Deadlines counted from the conference get their day, those without a year the one before it where it is new."""

    def dated(task: Sourced[PlanTask]) -> Sourced[PlanTask]:
        phrase, due = task.value.deadline_text, task.value.deadline
        if due is None and is_relative(phrase):
            return replace(task, value=replace(task.value, deadline=resolved(phrase, starts_on, ends_on)))
        if due is None or starts_on is None or issued_on is None or re.search(r"\d{4}", phrase or ""):
            return task
        earlier = due.replace(year=due.year - 1)
        is_new_year = day_of(due) > starts_on and issued_on <= day_of(earlier) <= starts_on
        return replace(task, value=replace(task.value, deadline=earlier)) if is_new_year else task

    return tuple(replace(u, value=replace(u.value, tasks=tuple(dated(t) for t in u.value.tasks))) for u in units)


def explain(lines: tuple[str, ...]) -> tuple[OutlineLine, ...]:
    """The outline with what each line was taken for: also those of the head and the foot, and those left out."""
    known = first_paper(repaired_lines(lines))[0]
    frame = frame_of(known)
    found: list[OutlineLine] = []

    def visit(node: Node, depth: int) -> None:
        for child in node.children:
            matter = tuple(sorted(child.about or region(child)))
            found.append(
                OutlineLine(depth, child.kind, child.marker, matter, child.text, child.para.first, child.para.last)
            )
            visit(child, depth + 1)

    visit(annotate(outline(paragraphs(frame.body))), 0)
    taken = frozenset(number for line in found for number in range(line.first, line.last + 1))
    around = _around(lines, taken, frozenset(line.number for line in known), frame)
    return tuple(sorted((*found, *around), key=lambda line: line.first))


def _around(
    lines: tuple[str, ...], taken: frozenset[int], known: frozenset[int], frame: Frame
) -> Iterator[OutlineLine]:
    """The lines that are no text of the plan: its frame, the heads of tables, and those left out."""
    body = frozenset(line.number for line in frame.body)
    begins = min(body, default=len(lines) + 1)
    single = ("title", "issuer", "issuer_parent", "doc_no", "doc_date", "signer", "signer_title")
    fields = [(name, field.source) for name in single if (field := getattr(frame, name)) is not None]
    fields += [("recipients", item.source) for item in frame.recipients]
    for number, text in enumerate(lines, 1):
        if number in taken or not text.strip():
            continue
        kind = "left-out" if number not in known else "columns" if number in body else "foot"
        kind = "head" if kind == "foot" and number < begins else kind
        about = tuple(dict.fromkeys(name for name, source in fields if source.first <= number <= source.last))
        yield OutlineLine(0, kind, "", about if kind != "left-out" else (), squeeze(text), number, number)


def is_plan(draft: PlanDraft) -> bool:
    """Whether anything of a plan was found: at least two of title, time, place, agenda, people, work.

    A programme by the clock is enough by itself, and so is a table of tasks, or the first page of a paper.
    """
    signs = (draft.title, draft.times, draft.venue, draft.sessions or draft.dropped, draft.groups, draft.units)
    timed = sum(item.value.start is not None for item in draft.sessions)
    tasks = sum(len(unit.value.tasks) for unit in draft.units)
    begun = draft.title and draft.issuer and draft.purpose
    return sum(bool(sign) for sign in signs) >= 2 or timed >= _ENOUGH or tasks >= _ENOUGH or bool(begun)


_ENOUGH = 4
