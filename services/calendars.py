"""Ways on from an answer about the agenda: other days, and files for the calendar."""

from datetime import date
from typing import Any

from documents.calendar import Entry, ics
from domain.answers import agenda_of
from domain.answers.values import DayPlan, Line, SessionTimes, WholeAgenda
from domain.buttons import press
from domain.conference import Programme, Session, SessionState
from domain.refusal import Refusal
from domain.views import Attachment, Keyboard, Press, Reply
from services import programmes
from services.desk import Work, local
from services.views.agenda import CalendarFile, CalendarReady, DayOfAgenda

MOST_DAYS = 14
"""Days that get a button."""

_A_ROW = 3


def ways_from(found: Any) -> Keyboard:
    """The buttons under an answer that shows dated sessions; none under any other."""
    match found:
        case WholeAgenda():
            days = [each.day for each in found.days if each.day is not None]
            return (*_days(days), (press(CalendarFile(0, 0)),)) if days else ()
        case DayPlan() if found.lines and found.first == found.last:
            return ((press(CalendarFile(found.first.toordinal(), 0), label="calendar_day"),),)
        case SessionTimes() if len(found.lines) == 1 and _dated(found.lines[0]):
            return ((press(CalendarFile(0, found.lines[0].id), label="calendar_session"),),)
        case _:
            return ()


def _dated(line: Line) -> bool:
    return line.day is not None and line.start is not None and not line.cancelled


def _days(days: list[date]) -> Keyboard:
    if len(days) < 2:
        return ()
    buttons: list[Press] = [
        press(DayOfAgenda(day.toordinal()), day=f"{day.day}/{day.month}") for day in days[:MOST_DAYS]
    ]
    return tuple(tuple(buttons[at : at + _A_ROW]) for at in range(0, len(buttons), _A_ROW))


async def day(work: Work, ordinal: int) -> Reply:
    """The items of one day."""
    found = await programmes.current(work)
    chosen = _day(ordinal)
    if chosen not in {each.day for each in found.sessions}:
        raise Refusal("stale_button")
    now = local(work.now, found.conference.timezone)
    plan = agenda_of(work.desk.index(found), chosen, now)
    return Reply(it=plan, buttons=ways_from(plan))


def _day(ordinal: int) -> date:
    if not date.min.toordinal() <= ordinal <= date.max.toordinal():
        raise Refusal("stale_button")
    return date.fromordinal(ordinal)


async def calendar_file(work: Work, ordinal: int, session: int) -> Reply:
    """One session, one day or everything as a file for the calendar; items without a day are left out."""
    found = await programmes.current(work)
    chosen = [each for each in found.sessions if each.day is not None and each.state is not SessionState.CANCELLED]
    if session:
        chosen = [each for each in chosen if each.id == session]
    elif ordinal:
        chosen = [each for each in chosen if each.day == _day(ordinal)]
    if not chosen:
        raise Refusal("stale_button")
    entries = [_entry(found, each) for each in chosen]
    conference = found.conference
    content = ics(conference.title, conference.timezone, entries, work.now, conference.revision)
    return Reply(it=CalendarReady(count=len(entries)), files=(Attachment("chuong-trinh.ics", content),))


def _entry(found: Programme, session: Session) -> Entry:
    assert session.day is not None  # chosen for having one
    places = [each for each in (session.room, session.place or found.conference.venue) if each]
    return Entry(
        key=f"{found.conference.id}-{session.id}@hoi-nghi",
        title=session.title,
        day=session.day,
        start=session.start,
        end=session.end,
        place=", ".join(places) or None,
    )
