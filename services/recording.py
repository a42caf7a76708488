"""Organizers write down what people told them: coming or not, not to all sessions, somebody else instead.

The same rules hold as for people themselves, the deadline apart. Whoever it is about is told, a minute later, so that
a slip of the finger and its correction are one message.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from documents.qr import qr_png
from domain.conference import ConferenceState, Session, SessionState
from domain.delegates import Delegate, Entry, Reach, Rsvp
from domain.ids import DelegateId, SessionId
from domain.refusal import Refusal
from domain.views import Attachment, Reply
from services import flows
from services.attending import call_back_substitute, reason_text, set_rsvp, unsay_recorded
from services.desk import Work
from services.flows import Flow, Step, register
from services.inviting import delegate_link
from services.listing import card, own
from services.naming import name_text, short_text
from services.notifying import Notice, notify
from services.occasions import occasion
from services.programmes import current
from services.substituting import check_may_name, name_substitute, ranks_below, take_over, tell_original
from services.views.recording import AnswerRecorded, SubstituteRecorded, TheirSession, TheirSessions
from storage import attendance, checkins, notices, programmes, reminders

A_PAGE = 8
SETTLING = timedelta(minutes=1)
"""How long the person's notice waits for a correction."""


async def record(work: Work, key: DelegateId, rsvp: Rsvp) -> Reply:
    """What the person said on the telephone; also after the conference has begun.

    Who does not come is asked for a reason, as the person would be; here it may be left out.
    """
    who = await own(work, key)
    if rsvp not in (Rsvp.ATTENDING, Rsvp.DECLINED):
        raise Refusal("form_gone")
    if rsvp is Rsvp.DECLINED:
        return await flows.begin(work, "record_absence", delegate=who.id, name=who.name)
    return replace(await _recorded(work, who, rsvp), edit=True)


async def _record_absence(work: Work, data: dict[str, Any]) -> Reply:
    return await _recorded(work, await own(work, DelegateId(data["delegate"])), Rsvp.DECLINED, data["reason"])


async def _recorded(work: Work, who: Delegate, rsvp: Rsvp, reason: str | None = None) -> Reply:
    await call_back_substitute(work, who)
    await set_rsvp(work, who, rsvp, reason)
    await _tell(work, who)
    return Reply(it=await card(work, who.id, done="recorded"))


async def _tell(work: Work, who: Delegate) -> None:
    """What is recorded by now, unless that is nothing and nothing else has been said before."""
    await unsay_recorded(work, who)
    if who.account is None:
        return
    now = await own(work, who.id)
    away = await attendance.left_out(work.connection, who.id)
    said = await notices.was_said(work.connection, "recorded", "delegate", who.id)
    if now.rsvp is Rsvp.NONE and not away and not said:
        return
    view = AnswerRecorded(
        rsvp=now.rsvp.value,
        reason=now.reason,
        away=away,
        occasion=await occasion(work),
    )
    due = work.now + SETTLING
    notice = Notice(kind="recorded", it=view, subject="delegate", subject_id=who.id, due_at=due)
    await notify(work, notice, [who.account])


# --- somebody else instead ------------------------------------------------------------------------------------------


async def ask_substitute(work: Work, key: DelegateId) -> Reply:
    """Begin to write down who comes in somebody's place."""
    who = await own(work, key)
    await _check_may_name(work, who)
    return await flows.begin(work, "record_substitute", delegate=who.id, original=who.name)


async def _check_may_name(work: Work, who: Delegate) -> None:
    """The rules of substitutes, said to organizers and not to the person."""
    try:
        await check_may_name(work, who)
    except Refusal as refusal:
        raise Refusal(f"their_{refusal.code}") from refusal


async def _record_substitute(work: Work, data: dict[str, Any]) -> Reply:
    """The organizer's word is the organizers' agreement, where they look at each substitute."""
    who = await own(work, DelegateId(data["delegate"]))
    await _check_may_name(work, who)
    entry = Entry(name=data["name"], post=data["post"], unit=who.unit, group=who.group)
    key = await name_substitute(work, who, entry, waits=False)
    await take_over(work, who, key)
    await tell_original(work, who, key, entry)
    link = await delegate_link(work, key)
    view = SubstituteRecorded(
        delegate=who.id,
        substitute=key,
        name=entry.name,
        post=entry.post,
        original=who.name,
        told=who.reach is Reach.LINKED,
        link=link,
        lower=await ranks_below(work, who, entry.post),
    )
    return Reply(it=view, files=(Attachment("qr.png", qr_png(link), photo=True),))


# --- not to all sessions --------------------------------------------------------------------------------------------


async def their_sessions(work: Work, key: DelegateId, page: int) -> Reply:
    """The sessions of the programme, and to which of them the person comes."""
    return Reply(it=await _sessions(work, await _comes(work, key), page), edit=True)


async def turn_their_session(work: Work, key: DelegateId, session: SessionId, page: int) -> Reply:
    """The person leaves a session out, or comes to it after all; not one that they have been checked in for."""
    who = await _comes(work, key)
    if session not in [each.id for each in await _held(work)]:
        raise Refusal("stale_button")
    if f"s{session}" in [each.slot for each in await checkins.of_delegate(work.connection, who.id)]:
        raise Refusal("their_session_seen")
    away = await reminders.turn_absence(work.connection, work.conference, who.id, session)
    await work.note("session_absence_recorded", "delegate", who.id, session=session, away=away)
    await _tell(work, who)
    return Reply(it=await _sessions(work, who, page), edit=True)


async def _comes(work: Work, key: DelegateId) -> Delegate:
    """A person who does not stay away from all of it."""
    who = await own(work, key)
    if who.rsvp not in (Rsvp.NONE, Rsvp.ATTENDING):
        raise Refusal("their_absence_is_whole", name=who.name)
    return who


async def _held(work: Work) -> list[Session]:
    """The sessions that are held, also those that have begun: their absence is with leave, said late."""
    found = await programmes.conference(work.connection, work.conference)
    if found is None or found.state is ConferenceState.DRAFT:
        raise Refusal("not_published")
    held = [each for each in (await current(work)).sessions if each.state is not SessionState.CANCELLED]
    return sorted(held, key=lambda each: each.position)


async def _sessions(work: Work, who: Delegate, page: int) -> TheirSessions:
    away, held = await reminders.absences(work.connection, who.id), await _held(work)
    pages = max(1, -(-len(held) // A_PAGE))
    page = min(max(page, 0), pages - 1)
    shown = tuple(
        TheirSession(id=each.id, title=each.title, comes=each.id not in away, day=each.day, start=each.start)
        for each in held[page * A_PAGE : (page + 1) * A_PAGE]
    )
    told = who.reach is Reach.LINKED
    return TheirSessions(delegate=who.id, name=who.name, sessions=shown, page=page, pages=pages, told=told)


register(
    Flow(
        "record_absence",
        (Step("reason", reason_text, optional=True),),
        finish=_record_absence,
        ends_with=frozenset({"delegate_gone", "substitute_is_here"}),
    )
)
register(
    Flow(
        "record_substitute",
        (Step("name", name_text), Step("post", short_text, optional=True)),
        finish=_record_substitute,
        ends_with=frozenset({"delegate_gone"})
        | {f"their_{code}" for code in ("no_second_substitute", "already_substituted", "already_here")}
        | {"their_substitute_waits"},
    )
)
