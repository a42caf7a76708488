"""Telling people what changed: one notice for a publication, old → new, to everybody it touches."""

from collections.abc import Sequence
from datetime import timedelta
from zoneinfo import ZoneInfo

from domain.changes import Change, diff, still_ahead
from domain.conference import Programme
from domain.reminders import Quiet, instant
from services.desk import Work, local
from services.notifying import Notice, Urgency, notify_selected
from services.views.changes import ProgrammeChanged
from storage import recipients

__all__ = ["announce", "diff", "touched"]

_URGENT = timedelta(hours=12)
"""A change to something that begins this soon does not wait for the morning."""


async def announce(work: Work, old: Programme, new: Programme) -> int:
    """Tell everybody touched, once for each publication; how many can be reached.

    Delegates who are not linked are kept as unreachable, for the telephone list.
    """
    changes = _worth_telling(work, new, diff(old, new))
    if not changes:
        return 0
    urgent = _soon(work, new, changes)
    zone = ZoneInfo(new.conference.timezone)
    quiet = Quiet(work.settings.quiet_from, work.settings.quiet_until, zone)
    notice = Notice(
        kind="change",
        it=ProgrammeChanged(
            conference=new.conference.title,
            changes=changes,
            contact=new.conference.contact or work.settings.help_contact or None,
        ),
        urgency=Urgency.URGENT if urgent else Urgency.NOTICE,
        dedup=f"change:{new.conference.revision}",
        subject="conference",
        subject_id=work.conference,
        wants_receipt=True,
        chase_at=work.now + timedelta(hours=work.settings.receipt_hours) if work.settings.receipt_hours else None,
        due_at=work.now if urgent else quiet.send_at(work.now, None),
    )
    await notify_selected(work, notice, recipients.concerned(work.conference))
    return await touched(work, changes)


async def touched(work: Work, changes: Sequence[Change]) -> int:
    """How many people can be told of these changes."""
    return await reached(work) if changes else 0


async def reached(work: Work) -> int:
    """How many people a change of the programme reaches."""
    return await recipients.count_reachable(work.connection, recipients.concerned(work.conference))


def _worth_telling(work: Work, new: Programme, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    return still_ahead(changes, local(work.now, new.conference.timezone).date())


def _soon(work: Work, new: Programme, changes: Sequence[Change]) -> bool:
    """Whether something that moved was or is to begin within hours."""
    zone = ZoneInfo(new.conference.timezone)
    times = [
        instant(slot.day, slot.start, zone)
        for change in changes
        for slot in (change.was, change.now)
        if slot is not None and slot.day is not None and slot.start is not None
    ]
    return any(work.now < time <= work.now + _URGENT for time in times)
