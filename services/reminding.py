"""Reminders: rows planned with every publication, and one tick that turns what is due into notices.

Planning runs in the transaction that publishes. A lead that lies in the past at that moment gets no row: the
publication (or its old → new notice) has just told people the time. What was planned before and is merely overdue
keeps its row, and the tick decides what it is still worth.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from math import ceil
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from domain.conference import Programme, SessionState
from domain.ids import ConferenceId, NoticeId, SessionId
from domain.reminders import FOREWARNING, HORIZON, Planned, Quiet, Send, Skip, begins_at, judge, starts, takes
from domain.reminders import plan as plan_rows
from domain.settings import Lead
from services.correcting import line_of
from services.desk import Work, local
from services.notifying import Notice, Urgency, notify, notify_selected
from services.programmes import current
from services.reminder_rounds import conditions, say_parts
from services.views.reminders import ReminderLine, SentEarly, SessionReminder
from storage import notices, reminders, stirring
from storage.codec import from_json, to_json
from storage.organizers import organizer_accounts
from storage.recipients import attending
from storage.stirring import Stir

Going = tuple[Row[Any], Send]
_MOST_ROWS = 60
"""Reminders that are told apart at a time: one bit each of a number in the database."""


async def plan(work: Work, programme: Programme) -> None:
    """Make the rows agree with the programme that is being published; waiting messages of old times are taken back."""
    settings = work.settings
    chosen = await reminders.chosen_leads(work.connection, work.conference)
    everything = plan_rows(programme, settings.leads, settings.lead_rules, tuple(map(Lead.of, chosen)))
    wanted = {_key(each): each for each in everything}
    rows = await reminders.of_conference(work.connection, work.conference)
    stale = [row for row in rows if row.state == "waiting" and _key(reminders.planned(row)) not in wanted]
    await reminders.put(work.connection, [row.id for row in stale], state="superseded", judged_at=work.now)
    standing = {
        (session.id, start) for session, start in starts(programme) if session.state is not SessionState.CANCELLED
    }
    await _take_back(work, [row for row in rows if row.notice_id and (row.session_id, row.starts_at) not in standing])
    ahead = {key: each for key, each in wanted.items() if each.due_at > work.now}
    known = {_key(reminders.planned(row)): row for row in rows}
    back = [row.id for key, row in known.items() if key in ahead and row.state == "superseded"]
    await reminders.put(work.connection, back, state="waiting", judged_at=None)
    await reminders.add(work.connection, work.conference, [each for key, each in ahead.items() if key not in known])


def _key(each: Planned) -> tuple[SessionId, str, datetime]:
    return each.session, each.lead, each.starts_at


async def _take_back(work: Work, rows: Sequence[Row[Any]]) -> None:
    """Strike sessions that are not where they were from reminders that still wait to be sent."""
    struck: dict[NoticeId, set[SessionId]] = {}
    for row in rows:
        struck.setdefault(NoticeId(row.notice_id), set()).add(SessionId(row.session_id))
    first_of = await reminders.rounds(work.connection, struck)
    for notice in await notices.still_waiting(work.connection, first_of):
        view = from_json(await notices.view_data(work.connection, notice), SessionReminder)
        lines = tuple(line for line in view.lines if line.session not in struck[first_of[notice]])
        if not lines:
            await notices.withdraw(work.connection, notice, work.now, "superseded", "moved")
        elif lines != view.lines:
            later = _begins(lines[0]) - _begins(view.lines[0])
            left = replace(view, lines=lines, minutes=view.minutes + round(later.total_seconds() / 60))
            await notices.rewrite(work.connection, notice, to_json(left), later)


def _begins(line: ReminderLine) -> datetime:
    return datetime.combine(line.day, line.start)


async def stirs(work: Work) -> frozenset[Stir]:
    """What a tick has to look at, of reminders and of everything else."""
    return await stirring.stirs(work.connection, work.now, work.now + HORIZON + FOREWARNING)


async def conferences_due(work: Work) -> list[ConferenceId]:
    """The published conferences that have a reminder to judge now, or one to announce to the organizers."""
    found: dict[ConferenceId, bool] = {}
    sizes: dict[ConferenceId, int] = {}
    for conference, due_at, starts_at in await reminders.pressing(work.connection, work.now + HORIZON + FOREWARNING):
        if not found.get(conference) and due_at > work.now and conference not in sizes:
            sizes[conference] = await reminders.audience(work.connection, conference)
        begins = begins_at(due_at, starts_at, sizes.get(conference, 0), work.settings.rate)
        found[conference] = found.get(conference, False) or _is_to_be_seen(begins, due_at, work.now)
    return [conference for conference, due in found.items() if due]


def _is_to_be_seen(begins: datetime, due_at: datetime, now: datetime) -> bool:
    return begins - (FOREWARNING if begins < due_at else timedelta(0)) <= now


async def tick(work: Work) -> int:
    """Judge the conference's reminders whose time has come. How many went out.

    What so many people could not all read before the session begins goes out earlier, and the organizers are told
    half an hour before that (or as soon as it is known).

    All sessions that are due together are one notice, and one message to each delegate who has not declined; a
    substitute gets it in place of the person they stand for.
    """
    seen, people = await _due(work)
    if not seen:
        return 0
    programme = await current(work)
    early = [row for row, begins in seen if begins < row.due_at > work.now]
    await _forewarn(work, programme, early, people)
    going = await _judged(work, programme, [row for row, begins in seen if begins <= work.now])
    if going:
        await _send(work, programme, going, people)
    return len(going)


async def _due(work: Work) -> tuple[list[tuple[Row[Any], datetime]], int]:
    """The rows to look at now with the time at which sending begins, earliest session first; for how many people."""
    rows = await reminders.due(work.connection, work.conference, work.now + HORIZON + FOREWARNING)
    if not rows:
        return [], 0
    people = await reminders.audience(work.connection, work.conference)
    timed = [(row, begins_at(row.due_at, row.starts_at, people, work.settings.rate)) for row in rows]
    return [(row, begins) for row, begins in timed if _is_to_be_seen(begins, row.due_at, work.now)], people


async def _judged(work: Work, programme: Programme, rows: Sequence[Row[Any]]) -> list[Going]:
    """Those that are to be sent; the others are skipped, with a line in the journal."""
    going: list[Going] = []
    for row in rows:
        match judge(reminders.planned(row), programme, work.now):
            case Skip(why):
                await reminders.put(work.connection, [row.id], state="skipped", judged_at=work.now)
                await work.note("reminder_skipped", "session", row.session_id, lead=row.lead, why=why.value)
            case Send() as verdict:
                going.append((row, verdict))
    return going


async def _forewarn(work: Work, programme: Programme, early: Sequence[Row[Any]], people: int) -> None:
    """Tell the organizers of the first that begins early, once for each: when, and why."""
    first = next((row for row in early if isinstance(judge(reminders.planned(row), programme, work.now), Send)), None)
    if first is None:
        return
    zone = programme.conference.timezone
    begins = begins_at(first.due_at, first.starts_at, people, work.settings.rate)
    view = SentEarly(
        title=next(each.title for each in programme.sessions if each.id == first.session_id),
        people=people,
        begins=local(max(begins, work.now), zone),
        planned=local(first.due_at, zone),
        starts=local(first.starts_at, zone),
        minutes=ceil(people / work.settings.rate / 60),
    )
    notice = Notice(kind="organizers", it=view, urgency=Urgency.URGENT, dedup=f"early:{first.id}")
    await notify(work, notice, await organizer_accounts(work.connection, work.conference))


async def _send(work: Work, programme: Programme, going: list[Going], people: int) -> None:
    """One message to each delegate with all sessions they are to be reminded of, so many notices as there are sets."""
    first: NoticeId | None = None
    rounds = [going[at : at + _MOST_ROWS] for at in range(0, len(going), _MOST_ROWS)]
    for some in rounds:
        sessions = tuple(dict.fromkeys(SessionId(row.session_id) for row, _ in some))
        marks = reminders.bits(await conditions(work, programme, [row for row, _ in some], sessions))
        for mark in await reminders.combinations(work.connection, attending(work.conference), marks):
            mine = [each for each in some if mark >> sessions.index(each[0].session_id) & 1]
            notice = _notice(work, programme, mine, first, people)
            key = await notify_selected(work, notice, attending(work.conference).where(marks == mark))
            first = first or key
            if key is not None:
                await say_parts(work, programme, key, {SessionId(row.session_id) for row, _ in mine})
    for late in (False, True):
        ids = [row.id for row, verdict in going if verdict.late is late]
        state = "late" if late else "sent"
        await reminders.put(work.connection, ids, state=state, notice_id=first, judged_at=work.now)


def _notice(work: Work, programme: Programme, going: list[Going], first: NoticeId | None, people: int) -> Notice:
    begins = min(row.starts_at for row, _ in going)
    zone = ZoneInfo(programme.conference.timezone)
    quiet = Quiet(work.settings.quiet_from, work.settings.quiet_until, zone)
    at = quiet.send_at(work.now, begins - takes(people, work.settings.rate))
    return Notice(
        kind="reminder",
        it=_view(work, programme, going, at),
        urgency=Urgency.REMINDER,
        dedup="reminder:" + ",".join(str(row.id) for row, _ in going),
        subject="session" if first is None else "reminder_round",
        subject_id=going[0][0].session_id if first is None else first,
        useful_until=begins,
        due_at=at,
    )


def _view(work: Work, programme: Programme, going: list[Going], at: datetime) -> SessionReminder:
    zone = programme.conference.timezone
    starts = {row.session_id: row.starts_at for row, _ in going}
    by_id = {session.id: session for session in programme.sessions}
    lines = [
        line_of(programme, session, start)
        for session, start in sorted(starts.items(), key=lambda item: (item[1], by_id[item[0]].position))
    ]
    return SessionReminder(
        conference=programme.conference.title,
        lines=tuple(lines),
        minutes=max(1, round((min(starts.values()) - at).total_seconds() / 60)),
        eve=all(row.lead.startswith("eve") for row, _ in going) and local(at, zone).date() < lines[0].day,
        late=all(verdict.late for _, verdict in going),
        contact=programme.conference.contact or work.settings.help_contact or None,
    )
