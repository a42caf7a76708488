"""Answering the invitation: attending, absent with a reason, or somebody in one's place."""

from typing import Any

from domain.conference import ConferenceState
from domain.delegates import Delegate, DelegateState, Rsvp
from domain.ids import ConferenceId, DelegateId
from domain.refusal import Refusal
from domain.views import Reply
from services import flows, speechhanding
from services.desk import Work
from services.flows import Flow, Step, register, some_text
from services.joining import standing
from services.notifying import Notice, notify
from services.occasions import check_answers_open, enter, occasion
from services.views.attendance import NoLongerSubstitute, RsvpKept
from storage import checkins, delegates, invitations, notices, people, privacy, programmes


async def mine(work: Work) -> Reply:
    """The person's own answer in the current conference, with the buttons to change it."""
    if work.actor.delegate is None:
        raise Refusal("not_a_delegate")
    return await standing(work)


async def mine_in(work: Work, conference: ConferenceId) -> Reply:
    """The person's own answer in the conference of a message, which becomes the current one."""
    who = await delegates.of_account(work.connection, conference, work.actor.account)
    if who is None or who.state is not DelegateState.INVITED:
        raise Refusal("not_invited_here")
    await people.change(work.connection, work.actor.account, conference_id=conference)
    enter(work, conference)
    return await standing(work)


async def attend(work: Work, key: DelegateId) -> Reply:
    """The delegate comes; whoever was to come instead is told that they need not."""
    who = await answering(work, key)
    await call_back_substitute(work, who)
    return await _keep(work, who, Rsvp.ATTENDING)


async def ask_reason(work: Work, key: DelegateId) -> Reply:
    """Begin to decline: the reason is required."""
    await answering(work, key)
    return await flows.begin(work, "decline", delegate=key)


async def _decline(work: Work, data: dict[str, Any]) -> Reply:
    who = await answering(work, DelegateId(data["delegate"]))
    await call_back_substitute(work, who)
    return await _keep(work, who, Rsvp.DECLINED, data["reason"])


async def answering(work: Work, key: DelegateId) -> Delegate:
    """The delegate of a button, if it is the person's own and answers are still taken."""
    who = await delegates.lock(work.connection, key)
    if who is None or who.account != work.actor.account or who.state is not DelegateState.INVITED:
        raise Refusal("not_invited_here")
    enter(work, who.conference)
    await check_answers_open(work)
    return who


async def _keep(work: Work, who: Delegate, rsvp: Rsvp, reason: str | None = None) -> Reply:
    await set_rsvp(work, who, rsvp, reason)
    view = RsvpKept(
        delegate=who.id,
        rsvp=rsvp.value,
        occasion=await occasion(work),
        reason=reason,
        is_substitute=who.substitute_for is not None,
        conference=who.conference if await _published(work) else None,
    )
    return Reply(it=view, edit=rsvp is Rsvp.ATTENDING)


async def _published(work: Work) -> bool:
    """Whether there are sessions that a person may leave out."""
    found = await programmes.conference(work.connection, work.conference)
    return found is not None and found.state is ConferenceState.PUBLISHED


async def set_rsvp(work: Work, who: Delegate, rsvp: Rsvp, reason: str | None = None) -> None:
    """Store an answer; the journal keeps the one before it, and what organizers wrote down before is not said now."""
    await unsay_recorded(work, who)
    await delegates.change(work.connection, who.id, rsvp=rsvp.value, rsvp_reason=reason, rsvp_at=work.now)
    await work.note("rsvp", "delegate", who.id, was=who.rsvp.value, now=rsvp.value)
    if rsvp is Rsvp.DECLINED:
        await speechhanding.withdraw_all(work, who.id)


async def unsay_recorded(work: Work, who: Delegate) -> None:
    """The notice of what organizers wrote down for the person is not sent any more, if it still waits."""
    for waiting in await notices.waiting_about(work.connection, "recorded", "delegate", who.id):
        await notices.withdraw(work.connection, waiting, work.now, "superseded", "taken_back")


async def check_not_here(work: Work, who: Delegate, code: str) -> None:
    """Whoever has been checked in has come: nobody takes their place any more."""
    if await checkins.of_delegate(work.connection, who.id):
        raise Refusal(code)


async def call_back_substitute(work: Work, who: Delegate) -> None:
    """Whoever was to come in the person's place need not, and is told."""
    other = await delegates.substitute_of(work.connection, who.id)
    if other is None:
        return
    await check_not_here(work, other, "substitute_is_here")
    await speechhanding.hand_over(work, other.id, who.id)
    await drop_substitute(work, other.id)
    if other.account is not None:
        view = NoLongerSubstitute(title=(await occasion(work)).title, help_contact=work.settings.help_contact)
        notice = Notice(kind="substitute", it=view, subject="delegate", subject_id=other.id)
        await notify(work, notice, [other.account])
    await work.note("substitute_called_back", "delegate", other.id, original=who.id)


async def drop_substitute(work: Work, key: DelegateId) -> None:
    """The substitute is off the list, where nothing of them stays; their links are useless."""
    await privacy.forget_lines(work.connection, [key])
    state = DelegateState.REMOVED.value
    await delegates.change(work.connection, key, state=state, substitute_for=None, account_id=None)
    await invitations.revoke(work.connection, work.now, delegate_id=key)


def reason_text(text: str) -> str:
    """Why somebody does not come."""
    return some_text(text, most=500)


TOO_LATE = frozenset({"rsvp_closed", "not_invited_here", "substitute_is_here"})
register(Flow("decline", (Step("reason", reason_text),), finish=_decline, ends_with=TOO_LATE))
