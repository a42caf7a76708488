"""`/nhaclich`: every delegate decides when to be reminded, and of which sessions."""

from domain.conference import Session, SessionState
from domain.ids import ConferenceId, DelegateId, SessionId
from domain.refusal import Refusal
from domain.reminders import starts
from domain.settings import Lead
from domain.views import Reply
from services import reminding
from services.desk import Work
from services.occasions import check_answers_open, enter
from services.programmes import current
from services.views.reminder_choices import ReminderSettings, SessionChoice, SessionsOfMine
from storage import delegates, people, programmes, reminders

OFFERED = tuple(Lead(minutes=minutes) for minutes in (24 * 60, 120, 60, 30, 15, 5))
A_PAGE = 8


async def mine(work: Work) -> Reply:
    """When the person is reminded in the conference they are in."""
    return Reply(it=await _settings(work))


async def mine_in(work: Work, conference: ConferenceId) -> Reply:
    """The same in the conference of a message."""
    await _enter(work, conference)
    return Reply(it=await _settings(work), edit=True)


async def toggle(work: Work, conference: ConferenceId, code: str) -> Reply:
    """Remind so long before, or not; the first choice begins with what is usual."""
    await _enter(work, conference)
    known = {lead.code for lead in _offered(work)}
    if code not in known:
        raise Refusal("stale_button")
    before = set((await _settings(work)).chosen)
    await _keep(work, before ^ {code})
    return Reply(it=await _settings(work), edit=True)


async def none(work: Work, conference: ConferenceId) -> Reply:
    """No reminders; changes of the programme still arrive."""
    await _enter(work, conference)
    await _keep(work, set())
    return Reply(it=await _settings(work), edit=True)


async def usual(work: Work, conference: ConferenceId) -> Reply:
    """As everybody is reminded."""
    await _enter(work, conference)
    await reminders.choose(work.connection, work.conference, work.actor.account, ())
    await work.note("reminders_chosen", leads="usual")
    return Reply(it=await _settings(work), edit=True)


async def _keep(work: Work, chosen: set[str]) -> None:
    await reminders.choose(work.connection, work.conference, work.actor.account, chosen or {reminders.NO_LEAD})
    programme = await programmes.conference(work.connection, work.conference)
    if programme is not None and programme.revision:
        await reminding.plan(work, await current(work))
    await work.note("reminders_chosen", leads=sorted(chosen))


async def _enter(work: Work, conference: ConferenceId) -> None:
    """Be in the conference of the button that was pressed, if the person is a delegate there."""
    if work.actor.conference != conference:
        who = await delegates.of_account(work.connection, conference, work.actor.account)
        if who is None:
            raise Refusal("not_a_delegate")
        await people.change(work.connection, work.actor.account, conference_id=conference)
        enter(work, conference)


async def _me(work: Work) -> DelegateId:
    who = await delegates.of_account(work.connection, work.conference, work.actor.account)
    if who is None:
        raise Refusal("not_a_delegate")
    return who.id


def _offered(work: Work) -> tuple[Lead, ...]:
    """What can be chosen: the usual leads and a few others, the longest first."""
    rules = [lead for rule in work.settings.lead_rules for lead in rule.leads]
    every = dict.fromkeys((*work.settings.leads, *rules, *OFFERED))
    return tuple(sorted(every, key=lambda lead: (lead.eve_at is None, -(lead.minutes or 0), lead.code)))


async def _settings(work: Work) -> ReminderSettings:
    who = await _me(work)
    found = await programmes.conference(work.connection, work.conference)
    assert found is not None  # the person is a delegate of it
    chosen = await reminders.choices(work.connection, work.conference, work.actor.account)
    in_force = {lead.code for lead in work.settings.leads} if chosen is None else chosen
    offered = tuple(lead.code for lead in _offered(work))
    return ReminderSettings(
        conference=work.conference,
        title=found.title,
        offered=offered,
        chosen=tuple(code for code in offered if code in in_force),
        own=chosen is not None,
        absent=len(await reminders.absences(work.connection, who)),
        quiet_from=work.settings.quiet_from,
        quiet_until=work.settings.quiet_until,
    )


async def sessions(work: Work, conference: ConferenceId, page: int) -> Reply:
    """The sessions ahead, and to which the person comes."""
    await _enter(work, conference)
    return Reply(it=await _sessions(work, page), edit=True)


async def turn_session(work: Work, conference: ConferenceId, session: SessionId, page: int) -> Reply:
    """Not to come to a session, or to come after all; its reminders go with that."""
    await _enter(work, conference)
    if session not in [each.id for each in await _ahead(work)]:
        raise Refusal("stale_button")
    await check_answers_open(work)
    away = await reminders.turn_absence(work.connection, work.conference, await _me(work), session)
    await work.note("session_absence", "session", session, away=away)
    return Reply(it=await _sessions(work, page), edit=True)


async def _sessions(work: Work, page: int) -> SessionsOfMine:
    away = await reminders.absences(work.connection, await _me(work))
    ahead = await _ahead(work)
    pages = max(1, -(-len(ahead) // A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = tuple(
        SessionChoice(id=each.id, title=each.title, comes=each.id not in away, day=each.day, start=each.start)
        for each in ahead[page * A_PAGE : (page + 1) * A_PAGE]
    )
    return SessionsOfMine(conference=work.conference, sessions=shown, page=page, pages=pages)


async def _ahead(work: Work) -> list[Session]:
    """The sessions that people are reminded of and that have not begun."""
    found = await programmes.conference(work.connection, work.conference)
    if found is None or not found.revision:
        raise Refusal("not_published")
    programme = await current(work)
    return [
        session
        for session, start in sorted(starts(programme), key=lambda pair: (pair[1], pair[0].position))
        if start > work.now and session.state is SessionState.PLANNED
    ]
