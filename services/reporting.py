"""The conference in figures, as a message and as a workbook."""

from collections.abc import Iterable
from typing import Any

from domain.actor import Permission, require
from domain.views import Attachment, Reply
from services import boards, hallfigures, reportbook
from services.desk import Work, local
from services.tasklists import conference_of
from services.views.report import (
    Attendance,
    EndReport,
    KindLine,
    Presence,
    UnitLine,
)
from storage import attendance, figures
from templates.render import known, words

SHOWN_QUESTIONS = 10
SHOWN_BROADCASTS = 10
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
        broadcasts=(await reportbook.broadcast_lines(work))[-SHOWN_BROADCASTS:],
        votes=await hallfigures.votes(work),
        speeches=await hallfigures.speeches(work),
        opinions=await hallfigures.opinions(work),
    )


def _attendance(each: attendance.GroupCount) -> Attendance:
    group = ": ".join(part for part in (each.level, each.description) if part)
    return Attendance(group=group, quota=each.quota, **_numbers(each.seats))


def _numbers(seats: attendance.Seats) -> dict[str, Any]:
    return {name: getattr(seats, name) for name in reportbook.NUMBERS}


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


async def exported(work: Work) -> tuple[EndReport, bytes]:
    """The figures, and the workbook of the lists behind them; who took the lists out is noted."""
    view = await collect(work)
    people = await figures.delegate_rows(work.connection, work.conference)
    await work.note("report_exported", "delegates", None, count=len(people))
    return view, await reportbook.written(work, view, people)


async def end_report(work: Work) -> Reply:
    """`/baocao`: the figures in the chat, with the workbook."""
    view, content = await exported(work)
    name = words(known(work.actor.language))["report_sheets"]["file"]
    return Reply(it=view, files=(Attachment(name, content),))
