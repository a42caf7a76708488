"""Answering the invitation: attending, absent with a reason, or somebody in one's place."""

from typing import Any

from documents.qr import qr_png
from domain.conference import Programme
from domain.delegates import Delegate, DelegateState, Entry, Rsvp
from domain.ids import ConferenceId, DelegateId
from domain.refusal import Refusal
from domain.rsvp import check_may_substitute, check_open
from domain.views import Attachment, Reply
from services import flows
from services.desk import Work, local
from services.flows import Flow, Step, register, some_text
from services.inviting import delegate_link
from services.joining import standing
from services.listing import card, own
from services.naming import name_text, short_text
from services.notifying import Notice, notify
from services.occasions import enter, occasion, programme_of
from services.views.attendance import NoLongerSubstitute, RsvpKept, SubstituteNamed
from storage import checkins, delegates, invitations, people


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
    who = await _answering(work, key)
    await _call_back_substitute(work, who)
    return await _keep(work, who, Rsvp.ATTENDING)


async def ask_reason(work: Work, key: DelegateId) -> Reply:
    """Begin to decline: the reason is required."""
    await _answering(work, key)
    return await flows.begin(work, "decline", delegate=key)


async def ask_substitute(work: Work, key: DelegateId) -> Reply:
    """Begin to name a substitute."""
    who = await _answering(work, key)
    check_may_substitute(who)
    await _check_not_here(work, who, "already_here")
    return await flows.begin(work, "substitute", delegate=key)


async def _decline(work: Work, data: dict[str, Any]) -> Reply:
    who = await _answering(work, DelegateId(data["delegate"]))
    await _call_back_substitute(work, who)
    return await _keep(work, who, Rsvp.DECLINED, data["reason"])


async def _substitute(work: Work, data: dict[str, Any]) -> Reply:
    who = await _answering(work, DelegateId(data["delegate"]))
    check_may_substitute(who)
    await _check_not_here(work, who, "already_here")
    entry = Entry(name=data["name"], post=data["post"], unit=who.unit, group=who.group)
    key = await delegates.add(work.connection, who.conference, entry, work.now, substitute_for=who.id)
    link = await delegate_link(work, key)
    await _keep(work, who, Rsvp.SUBSTITUTED)
    await work.note("substitute_named", "delegate", key, original=who.id)
    view = SubstituteNamed(delegate=who.id, name=entry.name, post=entry.post, link=link, occasion=await occasion(work))
    return Reply(it=view, files=(Attachment("qr.png", qr_png(link), photo=True),))


async def _answering(work: Work, key: DelegateId) -> Delegate:
    """The delegate of a button, if it is the person's own and the conference has not begun."""
    who = await delegates.lock(work.connection, key)
    if who is None or who.account != work.actor.account or who.state is not DelegateState.INVITED:
        raise Refusal("not_invited_here")
    enter(work, who.conference)
    programme = await programme_of(work)
    if programme is not None:
        check_rsvp_open(work, programme)
    return who


def check_rsvp_open(work: Work, programme: Programme) -> None:
    """Refuse once the conference has begun in its own time zone."""
    check_open(programme, local(work.now, programme.conference.timezone))


async def _keep(work: Work, who: Delegate, rsvp: Rsvp, reason: str | None = None) -> Reply:
    await set_rsvp(work, who, rsvp, reason)
    view = RsvpKept(
        delegate=who.id,
        rsvp=rsvp.value,
        occasion=await occasion(work),
        reason=reason,
        is_substitute=who.substitute_for is not None,
    )
    return Reply(it=view, edit=rsvp is Rsvp.ATTENDING)


async def set_rsvp(work: Work, who: Delegate, rsvp: Rsvp, reason: str | None = None) -> None:
    """Store an answer; the journal keeps the answer before it."""
    await delegates.change(work.connection, who.id, rsvp=rsvp.value, rsvp_reason=reason, rsvp_at=work.now)
    await work.note("rsvp", "delegate", who.id, was=who.rsvp.value, now=rsvp.value)


async def _check_not_here(work: Work, who: Delegate, code: str) -> None:
    """Whoever has been checked in has come: nobody takes their place any more."""
    if await checkins.of_delegate(work.connection, who.id):
        raise Refusal(code)


async def _call_back_substitute(work: Work, who: Delegate) -> None:
    other = await delegates.substitute_of(work.connection, who.id)
    if other is None:
        return
    await _check_not_here(work, other, "substitute_is_here")
    state = DelegateState.REMOVED.value
    await delegates.change(work.connection, other.id, state=state, substitute_for=None, account_id=None)
    await invitations.revoke(work.connection, work.now, delegate_id=other.id)
    if other.account is not None:
        view = NoLongerSubstitute(title=(await occasion(work)).title, help_contact=work.settings.help_contact)
        notice = Notice(kind="substitute", it=view, subject="delegate", subject_id=other.id)
        await notify(work, notice, [other.account])
    await work.note("substitute_called_back", "delegate", other.id, original=who.id)


async def record(work: Work, key: DelegateId, rsvp: Rsvp) -> Reply:
    """An organizer writes down what the person said on the telephone; also after the conference has begun."""
    who = await own(work, key)
    if rsvp not in (Rsvp.ATTENDING, Rsvp.DECLINED):
        raise Refusal("form_gone")
    await _call_back_substitute(work, who)
    await set_rsvp(work, who, rsvp)
    return Reply(it=await card(work, key, done="recorded"), edit=True)


def _reason(text: str) -> str:
    return some_text(text, most=500)


_TOO_LATE = frozenset({"rsvp_closed", "not_invited_here", "no_second_substitute", "already_substituted"})
register(Flow("decline", (Step("reason", _reason),), finish=_decline, ends_with=_TOO_LATE))
register(
    Flow(
        "substitute",
        (Step("name", name_text), Step("post", short_text, optional=True)),
        finish=_substitute,
        ends_with=_TOO_LATE,
    )
)
