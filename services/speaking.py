"""Speaking in a session: people register, say what about and for how long, and withdraw."""

from typing import Any

from domain.delegates import Delegate, Rsvp
from domain.ids import DelegateId, SessionId, SpeechId
from domain.refusal import Refusal
from domain.speaking import (
    AHEAD,
    can_speak_in,
    leaves,
    read_minutes,
)
from domain.views import Reply
from services import flows, speechhanding, speechorder
from services.desk import Work
from services.flows import Flow, Step, register, some_text
from services.naming import short_text
from services.programmes import current
from services.speechorder import find, open_session, speech_of
from services.views.speaking import (
    MySpeech,
    MySpeeches,
    SessionChoice,
    SpeechGone,
    SpeechKept,
    SpeechNews,
)
from storage import delegates, reminders, speaking

SHOWN_SESSIONS = 60


# --- people who speak -----------------------------------------------------------------------------------------------


async def home(work: Work) -> Reply:
    """`/phatbieu`: the organizer's sessions with their speakers, or what the person has registered."""
    return await speechorder.sessions(work) if work.actor.organizes else await mine(work)


async def mine(work: Work) -> Reply:
    """What the person has registered, and their place in the order."""
    who = _delegate(work)
    programme = await current(work)
    items = []
    for speech in await speaking.of_delegate(work.connection, work.conference, who):
        listed = await speaking.of_session(work.connection, work.conference, speech.session)
        waiting = [each.id for each in listed if each.state in AHEAD]
        session = find(programme, speech.session)
        items.append(
            MySpeech(
                speech=speech.id,
                session=session.title if session else "",
                topic=speech.topic,
                minutes=speech.minutes,
                state=speech.state.value,
                place=waiting.index(speech.id) + 1 if speech.id in waiting else None,
            )
        )
    return Reply(it=MySpeeches(items=tuple(items)))


async def choose_session(work: Work) -> Reply:
    """In which session does the person want to speak?"""
    await _coming(work)
    open_ones = [each for each in leaves(await current(work)) if can_speak_in(each)]
    if not open_ones:
        raise Refusal("speech_no_session")
    return Reply(it=SessionChoice(items=tuple((int(each.id), each.title) for each in open_ones[:SHOWN_SESSIONS])))


async def ask(work: Work, session: SessionId) -> Reply:
    """Begin to register: topic, unit, minutes."""
    who = await _coming(work)
    found = open_session(await current(work), session)
    await _check_not_left_out(work, who, session)
    return await flows.begin(work, "speech", session=session, title=found.title)


async def _keep(work: Work, data: dict[str, Any]) -> Reply:
    who = await _coming(work)
    found = open_session(await current(work), SessionId(data["session"]))
    await _check_not_left_out(work, who, found.id)
    unit = data["unit"] or who.unit
    said = {"topic": data["topic"], "unit": unit, "minutes": data["minutes"]}
    before = [
        each
        for each in await speaking.of_delegate(work.connection, work.conference, who.id)
        if each.session == found.id
    ]
    if before and before[0].state not in AHEAD:
        raise Refusal("speech_heard")
    key = await speaking.register(work.connection, work.conference, found.id, who.id, work.now, **said)
    await work.note("speech_registered", "speech", key)
    news = SpeechNews(what="registered", name=who.name, session=found.title, topic=data["topic"], unit=unit)
    await speechhanding.tell_organizers(work, who.id, news)
    listed = await speaking.of_session(work.connection, work.conference, found.id)
    place = [each.id for each in listed if each.state in AHEAD].index(key) + 1
    view = SpeechKept(speech=key, session=found.title, topic=data["topic"], minutes=data["minutes"], place=place)
    return Reply(it=view)


async def withdraw(work: Work, key: SpeechId) -> Reply:
    """The person does not speak after all; the organizers are told."""
    speech = await speech_of(work, key)
    if speech.delegate != work.actor.delegate:
        raise Refusal("not_allowed")
    await speechhanding.withdraw(work, speech)
    return Reply(it=SpeechGone(topic=speech.topic), edit=True)


def _delegate(work: Work) -> DelegateId:
    if work.actor.delegate is None:
        raise Refusal("not_a_delegate")
    return work.actor.delegate


async def _coming(work: Work) -> Delegate:
    """The person, who has not said that they stay away or that somebody else comes."""
    who = await delegates.get(work.connection, _delegate(work))
    if who is None or who.rsvp in (Rsvp.DECLINED, Rsvp.SUBSTITUTED):
        raise Refusal("speech_not_coming")
    return who


async def _check_not_left_out(work: Work, who: Delegate, session: SessionId) -> None:
    if session in await reminders.absences(work.connection, who.id):
        raise Refusal("speech_left_out")


def _topic(text: str) -> str:
    return some_text(text, most=300)


register(
    Flow(
        "speech",
        (Step("topic", _topic), Step("unit", short_text, optional=True), Step("minutes", read_minutes)),
        finish=_keep,
        ends_with=frozenset(
            {"speech_session_over", "speech_no_session", "speech_heard", "not_a_delegate"}
            | {"speech_not_coming", "speech_left_out"}
        ),
    )
)
