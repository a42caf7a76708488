"""The conference in figures, as a message and as a workbook."""

from collections.abc import Iterable, Sequence
from typing import Any

from documents.workbook import Cell, Sheet, workbook
from domain.actor import Permission, require
from domain.conference import Conference
from domain.views import Attachment, Reply
from services import boards, following, hallfigures, tasklists
from services.desk import Work, local
from services.tasklists import conference_of
from services.views.report import (
    Attendance,
    BroadcastLine,
    EndReport,
    KindLine,
    Presence,
    UnitLine,
)
from storage import attendance, broadcasts, figures, tasks
from templates.render import known, words

SHOWN_QUESTIONS = 10
SHOWN_BROADCASTS = 10
_NUMBERS = ("invited", "linked", "attending", "declined", "substituted", "silent")
_WAITING = ("waiting", "sending")

# --- figures --------------------------------------------------------------------------------------------------------


async def collect(work: Work) -> EndReport:
    """All figures of the conference as they stand now."""
    require(work.actor, Permission.SEE_REPORT)
    conference = await conference_of(work)
    sums = await attendance.counts(work.connection, work.conference)
    asked, answered = await figures.question_numbers(work.connection, work.conference)
    questions = await figures.question_rows(work.connection, work.conference)
    units = _unit_lines(await figures.tasks_by_unit(work.connection, work.conference, work.now))
    rounds = await figures.reminder_rounds(work.connection, work.conference)
    arrivals, came = await boards.figures(work)
    return EndReport(
        title=conference.title,
        state=conference.state.value,
        revision=conference.revision,
        at=local(work.now, conference.timezone),
        starts_on=conference.starts_on,
        ends_on=conference.ends_on,
        expected=conference.expected_count,
        total=Attendance(**_numbers(sums.seats)),
        groups=tuple(map(_attendance, sums.by_group)),
        presence=tuple(map(_presence, arrivals)),
        came=came,
        rounds=tuple(sorted(rounds.items())),
        notices=_kinds(await figures.delivered(work.connection, work.conference)),
        acknowledged=await figures.acknowledged(work.connection, work.conference),
        tasks=_summed(count for unit in units for count in unit.counts),
        late=sum(unit.late for unit in units),
        units=units,
        asked=asked,
        answered=answered,
        unanswered=tuple(row.text for row in questions if row.answered_at is None)[:SHOWN_QUESTIONS],
        broadcasts=(await _broadcasts(work))[-SHOWN_BROADCASTS:],
        votes=await hallfigures.votes(work),
        speeches=await hallfigures.speeches(work),
        opinions=await hallfigures.opinions(work),
    )


def _attendance(each: attendance.GroupCount) -> Attendance:
    group = ": ".join(part for part in (each.level, each.description) if part)
    return Attendance(group=group, quota=each.quota, **_numbers(each.seats))


def _numbers(seats: attendance.Seats) -> dict[str, Any]:
    return {name: getattr(seats, name) for name in _NUMBERS}


def _presence(each: boards.SlotFigures) -> Presence:
    return Presence(
        day=each.slot.day if each.slot else None,
        title=each.slot.title if each.slot else None,
        expected=each.sums.expected,
        present=each.sums.present,
        with_leave=each.sums.with_leave,
        without_leave=each.sums.without_leave,
    )


def _kinds(rows: Iterable[tuple[str, str, str | None, int]]) -> tuple[KindLine, ...]:
    """Deliveries by kind; a kind or reason without a word of its own counts as *other*."""
    table = words("vi")
    sent: dict[str, int] = {}
    waiting: dict[str, int] = {}
    missed: dict[str, list[tuple[str, int]]] = {}
    for kind, state, reason, number in rows:
        name = kind if kind in table["notice_kinds"] else "other"
        missed.setdefault(name, [])
        if state == "sent":
            sent[name] = sent.get(name, 0) + number
        elif state in _WAITING:
            waiting[name] = waiting.get(name, 0) + number
        else:
            missed[name].append((why_missed(state, reason), number))
    order = [name for name in table["notice_kinds"] if name in missed]
    return tuple(
        KindLine(kind=name, sent=sent.get(name, 0), waiting=waiting.get(name, 0), missed=_summed(missed[name]))
        for name in order
    )


def why_missed(state: str, reason: str | None) -> str:
    """The reason under which a delivery that did not arrive is counted."""
    table = words("vi")["missed_reasons"]
    if state in ("uncertain", "superseded"):
        return state
    return reason if reason in table else state if state in table else "other"


def _summed(pairs: Iterable[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
    found: dict[str, int] = {}
    for name, number in pairs:
        found[name] = found.get(name, 0) + number
    return tuple(sorted(found.items()))


def _unit_lines(rows: Iterable[Any]) -> tuple[UnitLine, ...]:
    counts: dict[str, list[tuple[str, int]]] = {}
    late: dict[str, int] = {}
    for row in rows:
        counts.setdefault(row.unit, []).append((row.state, int(row.number)))
        late[row.unit] = late.get(row.unit, 0) + int(row.late)
    return tuple(UnitLine(unit=unit, counts=tuple(own), late=late[unit]) for unit, own in counts.items())


async def _broadcasts(work: Work) -> tuple[BroadcastLine, ...]:
    lines = []
    for each in await broadcasts.of_conference(work.connection, work.conference):
        found = await following.report(work, each)
        lines.append(BroadcastLine(begins=found.begins, sent=found.sent, total=found.total))
    return tuple(lines)


async def end_report(work: Work) -> Reply:
    """`/baocao`: the figures in the chat, with the workbook."""
    view = await collect(work)
    content = await as_workbook(work, view)
    name = words(known(work.actor.language))["report_sheets"]["file"]
    return Reply(it=view, files=(Attachment(name, content),))


# --- the workbook ---------------------------------------------------------------------------------------------------


async def as_workbook(work: Work, view: EndReport) -> bytes:
    """The figures and the lists behind them as an Excel workbook, in the person's language."""
    require(work.actor, Permission.SEE_REPORT)
    table = words(known(work.actor.language))
    conference = await conference_of(work)
    people = await figures.delegate_rows(work.connection, work.conference)
    await work.note("report_exported", "delegates", None, count=len(people))

    def sheet(name: str, columns: str, rows: Sequence[tuple[Cell, ...]]) -> Sheet:
        header = tuple(table["report_columns"][column] for column in columns.split())
        return Sheet(table["report_sheets"][name], header, rows)

    return workbook(
        [
            sheet("attendance", "group quota invited linked attending declined substituted silent", _groups(view)),
            sheet(
                "presence",
                "day session expected present with_leave without_leave",
                [
                    (each.day, each.title, each.expected, each.present, each.with_leave, each.without_leave)
                    for each in view.presence
                ],
            ),
            sheet(
                "delegates",
                "name post unit group phone reach rsvp reason substitute_for",
                [
                    (
                        row.name,
                        row.post,
                        row.unit_text,
                        row.group,
                        row.phone,
                        table["reach_words"][row.reach],
                        table["rsvp_words"][row.rsvp],
                        row.rsvp_reason,
                        row.substitute,
                    )
                    for row in people
                ],
            ),
            sheet("tasks", "unit task state late deadline by at note", await _tasks(work, table)),
            sheet("notices", "kind outcome number", _outcomes(view, table)),
            sheet(
                "broadcasts",
                "text sent total",
                [(line.begins, line.sent, line.total) for line in await _broadcasts(work)],
            ),
            sheet(
                "votes",
                "question option votes percent voted entitled",
                [
                    (each.question, share.text, share.votes, share.percent, each.voted, each.entitled)
                    for each in view.votes
                    for share in each.shares
                ],
            ),
            sheet("opinions", "session average count", [(o.title, o.average, o.count) for o in view.opinions]),
            sheet("questions", "asked_at question answer answered_at", await _questions(work, conference)),
        ]
    )


def _groups(view: EndReport) -> list[tuple[Cell, ...]]:
    return [
        (each.group, each.quota, *(getattr(each, name) for name in _NUMBERS)) for each in (*view.groups, view.total)
    ]


async def _tasks(work: Work, table: dict[str, dict[str, str]]) -> list[tuple[Cell, ...]]:
    found = await tasks.all_of(work.connection, work.conference)
    listed = await tasklists.lister(work, found)
    return [
        (
            task.unit_name,
            task.text,
            table["task_states"][task.state.value],
            table["report_columns"]["late"] if line.late else None,
            line.deadline or line.deadline_text,
            line.by,
            line.at,
            task.note,
        )
        for task, line in zip(found, listed.lines(found), strict=True)
    ]


def _outcomes(view: EndReport, table: dict[str, dict[str, str]]) -> list[tuple[Cell, ...]]:
    rows: list[tuple[Cell, ...]] = []
    for line in view.notices:
        name = table["notice_kinds"][line.kind]
        rows.append((name, table["missed_reasons"]["sent"], line.sent))
        rows += [(name, table["missed_reasons"]["waiting"], line.waiting)] if line.waiting else []
        rows += [(name, table["missed_reasons"][reason], number) for reason, number in line.missed]
    return rows


async def _questions(work: Work, conference: Conference) -> list[tuple[Cell, ...]]:
    zone = conference.timezone
    return [
        (
            local(row.asked_at, zone),
            row.text,
            row.answer,
            None if row.answered_at is None else local(row.answered_at, zone),
        )
        for row in await figures.question_rows(work.connection, work.conference)
    ]
