"""The organizers' order of speakers in a session: put in order, moved, called to get ready, given the floor."""

from datetime import timedelta

from domain.actor import Permission, require
from domain.conference import Programme, Session
from domain.ids import SessionId, SpeechId
from domain.live import day_of, following, order_of
from domain.refusal import Refusal
from domain.speaking import (
    AHEAD,
    Speech,
    SpeechState,
    can_speak_in,
    leaves,
    minutes_of,
    next_up,
    reordered,
)
from domain.views import Reply
from services.desk import Work
from services.notifying import Notice, Urgency, notify
from services.programmes import current
from services.views.speaking import (
    GetReady,
    SessionChoice,
    SpeechCard,
    SpeechLine,
    SpeechList,
    SpeechMoved,
    SpeechNews,
    SpeechSessions,
)
from storage import notices, speaking

_SOON = timedelta(hours=1)
"""A call to get ready is of no use later than this."""
SHOWN_SESSIONS = 60
CALL = "get_ready"
"""The kind of notice that calls a speaker."""


async def sessions(work: Work) -> Reply:
    """The sessions with the number of their speakers."""
    require(work.actor, Permission.EDIT_PLAN)
    counts = await speaking.counts(work.connection, work.conference)
    items = [(int(each.id), each.title, counts.get(each.id, 0)) for each in leaves(await current(work))]
    with_speakers = [each for each in items if each[2]]
    may_speak = work.actor.delegate is not None
    return Reply(it=SpeechSessions(items=tuple(with_speakers[:SHOWN_SESSIONS]), may_speak=may_speak))


async def order(work: Work, session: SessionId, edit: bool = True) -> Reply:
    """The speakers of a session in their order, with the time they take together."""
    require(work.actor, Permission.EDIT_PLAN)
    found = find(await current(work), session)
    if found is None:
        raise Refusal("speech_no_session")
    listed = await speaking.of_session(work.connection, work.conference, session)
    return Reply(it=_listing(found, listed), edit=edit)


def _listing(session: Session, listed: list[Speech]) -> SpeechList:
    return SpeechList(
        session=session.id,
        title=session.title,
        items=tuple(_line(each) for each in listed),
        minutes=sum(each.minutes for each in listed),
        room=minutes_of(session),
    )


def _line(speech: Speech) -> SpeechLine:
    return SpeechLine(
        speech=speech.id,
        name=speech.name,
        unit=speech.unit,
        topic=speech.topic,
        minutes=speech.minutes,
        state=speech.state.value,
    )


async def show(work: Work, key: SpeechId) -> Reply:
    """One speech, with what can be done with it."""
    require(work.actor, Permission.EDIT_PLAN)
    speech = await speech_of(work, key)
    session = find(await current(work), speech.session)
    view = SpeechCard(session=speech.session, title=session.title if session else "", line=_line(speech))
    return Reply(it=view, edit=True)


async def step(work: Work, key: SpeechId, places: int) -> Reply:
    """One speech goes up (−1) or down (1) in the order."""
    require(work.actor, Permission.EDIT_PLAN)
    speech = await speech_of(work, key)
    listed = await speaking.of_session(work.connection, work.conference, speech.session)
    await speaking.put_in_order(work.connection, reordered(listed, key, places))
    await work.note("speech_reordered", "speech", key)
    return await order(work, speech.session)


async def ask_where(work: Work, key: SpeechId) -> Reply:
    """Into which other session does a speech go?"""
    require(work.actor, Permission.EDIT_PLAN)
    speech = await speech_of(work, key)
    others = [each for each in leaves(await current(work)) if can_speak_in(each) and each.id != speech.session]
    if not others:
        raise Refusal("speech_no_session")
    items = tuple((int(each.id), each.title) for each in others[:SHOWN_SESSIONS])
    return Reply(it=SessionChoice(items=items, speech=key, topic=speech.topic), edit=True)


async def move(work: Work, key: SpeechId, session: SessionId) -> Reply:
    """The speech goes to another session, last in its order; the speaker is told old → new."""
    require(work.actor, Permission.EDIT_PLAN)
    speech = await speech_of(work, key)
    programme = await current(work)
    target, before = open_session(programme, session), find(programme, speech.session)
    if speech.state not in AHEAD:
        raise Refusal("speech_heard")
    there = await speaking.of_session(work.connection, work.conference, session)
    if any(each.delegate == speech.delegate for each in there):
        raise Refusal("speech_twice")
    await speaking.clear_place(work.connection, session, speech.delegate)
    place = await speaking.last_place(work.connection, session) + 1
    await not_ready(work, speech)
    changed = {"session_id": session, "position": place, "state": SpeechState.WAITING.value, "called_at": None}
    await speaking.change(work.connection, key, **changed)
    await work.note("speech_moved", "speech", key)
    if speech.state is SpeechState.CALLED:
        await call_next(work, speech.session)
    if speech.account is not None:
        day = day_of(programme, target)
        was = before.title if before else ""
        view = SpeechMoved(topic=speech.topic, was=was, now=target.title, day=day, start=target.start)
        await notify(
            work, Notice(kind="speech", it=view, subject="delegate", subject_id=speech.delegate), [speech.account]
        )
    return await order(work, session)


async def strike(work: Work, key: SpeechId) -> Reply:
    """An organizer takes a speech off the order; the speaker is told."""
    require(work.actor, Permission.EDIT_PLAN)
    speech = await speech_of(work, key)
    await take_off(work, speech)
    session = find(await current(work), speech.session)
    if speech.account is not None:
        news = SpeechNews(what="struck", name=speech.name, session=session.title if session else "", topic=speech.topic)
        await notify(
            work, Notice(kind="speech", it=news, subject="delegate", subject_id=speech.delegate), [speech.account]
        )
    return await order(work, speech.session)


async def give_floor(work: Work, key: SpeechId) -> Reply:
    """This speaker begins: whoever spoke is heard, and the one after is told to get ready."""
    require(work.actor, Permission.EDIT_PLAN)
    speech = await speech_of(work, key)
    if speech.state in AHEAD:
        for each in await speaking.of_session(work.connection, work.conference, speech.session):
            if each.state is SpeechState.SPEAKING:
                await speaking.change(work.connection, each.id, state=SpeechState.DONE.value)
        await speaking.change(work.connection, key, state=SpeechState.SPEAKING.value)
        await not_ready(work, speech)
        await work.note("speech_begun", "speech", key)
        await call_next(work, speech.session)
    return await order(work, speech.session)


async def call_next(work: Work, session: SessionId) -> None:
    """Tell whoever speaks next to get ready, once: in this session, else the first of the item after it."""
    programme = await current(work)
    upcoming = next_up(await speaking.of_session(work.connection, work.conference, session))
    if upcoming is None:
        later = following(order_of(programme))
        if later is not None:
            upcoming = next_up(await speaking.of_session(work.connection, work.conference, later.id))
    if upcoming is None or upcoming.state is SpeechState.CALLED:
        return
    await speaking.change(work.connection, upcoming.id, state=SpeechState.CALLED.value, called_at=work.now)
    await tell_to_get_ready(work, upcoming)


async def tell_to_get_ready(work: Work, upcoming: Speech) -> None:
    """To whoever speaks next, where they are linked."""
    if upcoming.account is None:
        return
    found = find(await current(work), upcoming.session)
    view = GetReady(session=found.title if found else "", topic=upcoming.topic, minutes=upcoming.minutes)
    notice = Notice(
        kind=CALL,
        it=view,
        urgency=Urgency.URGENT,
        subject="delegate",
        subject_id=upcoming.delegate,
        useful_until=work.now + _SOON,
    )
    await notify(work, notice, [upcoming.account])


async def not_ready(work: Work, speech: Speech) -> None:
    """A call to get ready that has not gone out yet is not true any more."""
    for each in await notices.waiting_about(work.connection, CALL, "delegate", speech.delegate):
        await notices.withdraw(work.connection, each, work.now, "superseded", "taken_back")


async def end_session(work: Work, session: SessionId) -> None:
    """The session is over: whoever was speaking has been heard."""
    for each in await speaking.of_session(work.connection, work.conference, session):
        if each.state is SpeechState.SPEAKING:
            await speaking.change(work.connection, each.id, state=SpeechState.DONE.value)


# --- what those who speak need too ------------------------------------------------------------------------------------


async def take_off(work: Work, speech: Speech) -> None:
    """The speech is withdrawn; where its speaker had been called, the next one is."""
    if speech.state not in AHEAD:
        raise Refusal("speech_heard")
    await speaking.change(work.connection, speech.id, state=SpeechState.WITHDRAWN.value)
    await not_ready(work, speech)
    await work.note("speech_withdrawn", "speech", speech.id)
    if speech.state is SpeechState.CALLED:
        await call_next(work, speech.session)


async def speech_of(work: Work, key: SpeechId) -> Speech:
    """A speech of the conference that is not withdrawn."""
    found = await speaking.get(work.connection, work.conference, key)
    if found is None or found.state is SpeechState.WITHDRAWN:
        raise Refusal("speech_gone")
    return found


def find(programme: Programme, key: SessionId) -> Session | None:
    """The session of an id."""
    return next((each for each in programme.sessions if each.id == key), None)


def open_session(programme: Programme, key: SessionId) -> Session:
    """The session, if people can still register for it."""
    found = next((each for each in leaves(programme) if each.id == key), None)
    if found is None:
        raise Refusal("speech_no_session")
    if not can_speak_in(found):
        raise Refusal("speech_session_over")
    return found
