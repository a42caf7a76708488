"""The end report's workbook: a sheet for each list behind its figures, in the person's language."""

from collections.abc import Sequence
from typing import Any

from documents.workbook import Cell, Sheet, workbook
from domain.conference import Conference
from services import following, rollcall, tasklists
from services.desk import Work, local
from services.tasklists import conference_of
from services.views.report import BroadcastLine, EndReport
from storage import broadcasts, figures, tasks
from templates.render import known, words

Rows = list[tuple[Cell, ...]]
NUMBERS = ("invited", "linked", "attending", "declined", "substituted", "silent")
_COLUMNS = {
    "attendance": "group quota invited linked attending declined substituted silent",
    "presence": "day session expected present with_leave without_leave",
    "arrivals": "day session number name post unit group presence at place reason",
    "delegates": "name post unit group phone reach rsvp reason substitute_for",
    "tasks": "unit task state late deadline by at note",
    "notices": "kind outcome number",
    "broadcasts": "text sent total",
    "votes": "question option votes percent voted entitled",
    "opinions": "session average count",
    "questions": "asked_at question answer answered_at",
}
"""The sheets in order, each with its columns."""


async def written(work: Work, view: EndReport, people: Sequence[Any]) -> bytes:
    """The Excel workbook of a report and of the people it counts."""
    table = words(known(work.actor.language))
    rows: dict[str, Rows] = {
        "attendance": _groups(view),
        "presence": _presence(view),
        "arrivals": await rollcall.everything(work),
        "delegates": [_delegate(row, table) for row in people],
        "tasks": await _tasks(work, table),
        "notices": _outcomes(view, table),
        "broadcasts": [(line.begins, line.sent, line.total) for line in await broadcast_lines(work)],
        "votes": _votes(view),
        "opinions": [(each.title, each.average, each.count) for each in view.opinions],
        "questions": await _questions(work, await conference_of(work)),
    }
    titles, heads = table["report_sheets"], table["report_columns"]
    return workbook(
        [
            Sheet(titles[name], tuple(heads[column] for column in columns.split()), rows[name])
            for name, columns in _COLUMNS.items()
        ]
    )


def _presence(view: EndReport) -> Rows:
    return [
        (each.day, each.title, each.expected, each.present, each.with_leave, each.without_leave)
        for each in view.presence
    ]


def _delegate(row: Any, table: dict[str, dict[str, str]]) -> tuple[Cell, ...]:
    reach, rsvp = table["reach_words"][row.reach], table["rsvp_words"][row.rsvp]
    return (row.name, row.post, row.unit_text, row.group, row.phone, reach, rsvp, row.rsvp_reason, row.substitute)


def _votes(view: EndReport) -> Rows:
    return [
        (each.question, share.text, share.votes, share.percent, each.voted, each.entitled)
        for each in view.votes
        for share in each.shares
    ]


def _groups(view: EndReport) -> Rows:
    return [(each.group, each.quota, *(getattr(each, name) for name in NUMBERS)) for each in (*view.groups, view.total)]


async def _tasks(work: Work, table: dict[str, dict[str, str]]) -> Rows:
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


def _outcomes(view: EndReport, table: dict[str, dict[str, str]]) -> Rows:
    rows: Rows = []
    for line in view.notices:
        name = table["notice_kinds"][line.kind]
        rows.append((name, table["missed_reasons"]["sent"], line.sent))
        rows += [(name, table["missed_reasons"]["waiting"], line.waiting)] if line.waiting else []
        rows += [(name, table["missed_reasons"][reason], number) for reason, number in line.missed]
    return rows


async def _questions(work: Work, conference: Conference) -> Rows:
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


async def broadcast_lines(work: Work) -> tuple[BroadcastLine, ...]:
    """Every broadcast in order: how it begins, and how many of its messages are out."""
    lines = []
    for each in await broadcasts.of_conference(work.connection, work.conference):
        found = await following.report(work, each)
        lines.append(BroadcastLine(begins=found.begins, sent=found.sent, total=found.total))
    return tuple(lines)
