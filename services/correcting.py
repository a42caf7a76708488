"""Reminders that people have already read are corrected in place when the programme changes.

The change itself is told by a message of its own (`services/changing.py`), because an edit makes no sound. So are
agendas (`services/agendas.py`); what the bot answered to a question stays, and asked again it is right.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from domain.changes import paired
from domain.conference import Programme, SessionState
from domain.ids import NoticeId, SessionId
from domain.reminders import instant, starts
from services.desk import Work, local
from services.notifying import Notice, Urgency, Way, notify_again
from services.views.reminders import CorrectedLine, ReminderCorrected, ReminderLine, SessionReminder
from storage import notices, reminders
from storage.codec import from_json

_RECENT = timedelta(hours=48)
"""What is older has been scrolled away; Telegram bears edits of messages for as long at least."""

Lines = Mapping[SessionId, ReminderLine]


def line_of(programme: Programme, session: SessionId, at: datetime) -> ReminderLine:
    """A session that begins at this instant, as reminders tell of it."""
    here = local(at, programme.conference.timezone)
    known = next(each for each in programme.sessions if each.id == session)
    place = ", ".join(part for part in (known.room, known.place) if part) or programme.conference.venue
    return ReminderLine(
        session=session, title=known.title, day=here.date(), start=here.time(), end=known.end, place=place
    )


async def correct(work: Work, old: Programme, new: Programme) -> int:
    """Correct the reminders of the last days that tell of a session otherwise than `new` does; how many messages.

    Only what was still ahead matters: nobody needs to know what would have been at another time.
    """
    before, after = _lines(old), _lines(new)
    if sorted(map(_told, before.values()), key=repr) == sorted(map(_told, after.values()), key=repr):
        return 0
    same = {was.id: now.id for was, now in paired(old, new)}
    now = {session: after.get(same[session]) if session in same else None for session in before}
    since = work.now - _RECENT
    first = await reminders.told(work.connection, work.conference, since)
    count = 0
    for notice in await reminders.rounds(work.connection, first):
        count += await _correct(work, new, notice, _Now(before, now, after), since)
    return count


def _lines(programme: Programme) -> dict[SessionId, ReminderLine]:
    return {
        session.id: line_of(programme, session.id, at)
        for session, at in starts(programme)
        if session.state is not SessionState.CANCELLED
    }


def _told(line: ReminderLine | None) -> ReminderLine | None:
    """What the line says, whichever number its session has."""
    return None if line is None else replace(line, session=0)


@dataclass(frozen=True, slots=True)
class _Now:
    """What has become of the sessions that were planned before this publication, and what is planned now."""

    before: Lines
    now: Mapping[SessionId, ReminderLine | None]
    after: Lines

    def of(self, shown: CorrectedLine) -> ReminderLine | None:
        """The session of a line as it is now: by its number, or by what was said of it where a plan was read anew.

        One that had been cancelled may be planned again.
        """
        line = shown.now or shown.was
        known = SessionId(line.session)
        if known not in self.before:
            known = next((key for key, each in self.before.items() if _told(each) == _told(line)), known)
        return self.now[known] if known in self.before else self.after.get(known)


async def _correct(work: Work, new: Programme, notice: NoticeId, programme: _Now, since: datetime) -> int:
    shown = await _shown(work, notice)
    lines = tuple(replace(line, now=programme.of(line)) for line in shown)
    zone = ZoneInfo(new.conference.timezone)
    changed = [was.now or was.was for was, each in zip(shown, lines, strict=True) if _told(was.now) != _told(each.now)]
    if not any(instant(line.day, line.start, zone) > work.now for line in changed):
        return 0
    sent = await notices.arrived(work.connection, notice, since, linked=True)
    last = max(instant(each.day, each.start, zone) for line in lines for each in (line.was, line.now) if each)
    correction = Notice(
        kind="correction",
        it=ReminderCorrected(conference=new.conference.title, lines=lines, contact=new.conference.contact),
        urgency=Urgency.BROADCAST,
        dedup=f"reminder-corrected:{notice}:{new.conference.revision}",
        subject="notice",
        subject_id=notice,
        useful_until=last,
        way=Way.EDIT,
    )
    await notify_again(work, correction, sent)
    return len(sent)


async def _shown(work: Work, notice: NoticeId) -> tuple[CorrectedLine, ...]:
    """What the message says: as its last correction left it, else as it went out."""
    last = await notices.last_about(work.connection, "correction", notice)
    if last is not None:
        return from_json(last, ReminderCorrected).lines
    view = from_json(await notices.view_data(work.connection, notice), SessionReminder)
    return tuple(CorrectedLine(was=line, now=line) for line in view.lines)
