"""Where the ways on from an agenda lead: other days, and files for the calendar."""

from datetime import date

from documents.calendar import Entry, ics
from domain.conference import Programme, Session, SessionState
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import agendas, programmes
from services.desk import Work, local
from services.views.agenda import CalendarReady


async def day(work: Work, ordinal: int) -> Reply:
    """The items of one day."""
    found = await programmes.current(work)
    chosen = _day(ordinal)
    if chosen not in {each.day for each in found.sessions}:
        raise Refusal("stale_button")
    now = local(work.now, found.conference.timezone)
    return agendas.of_day(work.desk, found, chosen, now)


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
