"""The conference in a few lines, for confirmations: only what has been published, and honest about the rest."""

from dataclasses import replace
from datetime import datetime

from domain.actor import Role
from domain.checkin import days_of
from domain.conference import ConferenceState, Programme
from domain.ids import ConferenceId
from domain.rsvp import check_open, open_until
from services.desk import Work, local
from services.programmes import current
from services.views.occasion import Occasion
from storage import attendance, programmes


async def programme_of(work: Work) -> Programme | None:
    """The published programme of the actor's conference (the working copy for organizers); None while a draft."""
    conference = await programmes.conference(work.connection, work.conference)
    if conference is None or (conference.state is ConferenceState.DRAFT and not work.actor.organizes):
        return None
    return await current(work)


async def occasion(work: Work) -> Occasion:
    """Title, time, place and contact of the actor's conference."""
    programme = await programme_of(work)
    if programme is not None:
        deadline = await answers_until(work, programme.conference.timezone)
        shown = occasion_of(programme, work.settings.help_contact, deadline)
        now = local(work.now, programme.conference.timezone)
        return replace(shown, begun=shown.until is not None and now >= shown.until)
    bare = await programmes.conference(work.connection, work.conference)
    if bare is None:
        return Occasion(title="", contact=work.settings.help_contact or None)
    contact = bare.contact or work.settings.help_contact or None
    return Occasion(title=bare.title, code=bare.code, issuer=bare.issuer, contact=contact)


async def answers_until(work: Work, zone: str) -> datetime | None:
    """The deadline for answers that the organizers have set, in local time."""
    until = (await attendance.rules(work.connection, work.conference)).until
    return None if until is None else local(until, zone)


async def check_answers_open(work: Work) -> None:
    """Refuse what people may change themselves only as long as answers are taken."""
    programme = await programme_of(work)
    if programme is not None:
        zone = programme.conference.timezone
        check_open(programme, local(work.now, zone), await answers_until(work, zone))


def occasion_of(programme: Programme, help_contact: str, deadline: datetime | None = None) -> Occasion:
    """The few lines of a programme."""
    conference = programme.conference
    until = open_until(programme)
    first = conference.starts_on or (until.date() if until else None)
    days = days_of(programme)
    begins = [each.start for each in programme.sessions if each.start is not None and each.day in (first, None)]
    return Occasion(
        title=conference.title,
        code=conference.code,
        issuer=conference.issuer,
        starts_on=first,
        ends_on=conference.ends_on or (days[-1] if len(days) > 1 else None),
        start=min(begins, default=None),
        dates_text=conference.dates_text,
        venue=conference.venue,
        contact=conference.contact or help_contact or None,
        until=open_until(programme, deadline),
    )


def enter(work: Work, conference: ConferenceId) -> None:
    """The rest of this transaction is about that conference; rights in another one are left behind."""
    if work.actor.conference != conference:
        owner = work.actor.roles & {Role.OWNER}
        work.actor = replace(work.actor, conference=conference, roles=owner, units=(), delegate=None)
