"""What becomes of somebody's speeches: withdrawn by themselves, left behind, or spoken by whoever comes for them."""

from domain.ids import DelegateId
from domain.speaking import AHEAD, Speech, SpeechState
from services.desk import Work
from services.notifying import Notice, notify
from services.programmes import current
from services.speechorder import call_next, find, not_ready, take_off
from services.views.speaking import SpeechNews
from storage import organizers, speaking


async def withdraw(work: Work, speech: Speech) -> None:
    """Off the order, since its speaker does not speak; the organizers are told."""
    await take_off(work, speech)
    session = find(await current(work), speech.session)
    title = session.title if session else ""
    news = SpeechNews(what="withdrawn", name=speech.name, session=title, topic=speech.topic, unit=speech.unit)
    await tell_organizers(work, speech.delegate, news)


async def withdraw_all(work: Work, who: DelegateId) -> None:
    """Somebody does not come: what they have not said yet is off the order."""
    for each in await _ahead(work, who):
        await withdraw(work, each)


async def hand_over(work: Work, before: DelegateId, after: DelegateId) -> None:
    """Whoever comes instead says what has not been said yet, in its place of the order; who is next is called anew."""
    for each in await _ahead(work, before):
        there = await speaking.of_session(work.connection, work.conference, each.session)
        if any(other.delegate == after for other in there):
            await take_off(work, each)
            continue
        await speaking.clear_place(work.connection, each.session, after)
        passed = {"delegate_id": after, "state": SpeechState.WAITING.value, "called_at": None}
        await speaking.change(work.connection, each.id, **passed)
        await not_ready(work, each)
        await work.note("speech_passed", "speech", each.id)
        if each.state is SpeechState.CALLED:
            await call_next(work, each.session)


async def tell_organizers(work: Work, who: DelegateId, news: SpeechNews) -> None:
    """What became of a speech, to all organizers."""
    notice = Notice(kind="speech", it=news, subject="delegate", subject_id=who)
    await notify(work, notice, await organizers.organizer_accounts(work.connection, work.conference))


async def _ahead(work: Work, who: DelegateId) -> list[Speech]:
    found = await speaking.of_delegate(work.connection, work.conference, who)
    locked = [await speaking.get(work.connection, work.conference, each.id) for each in found]
    return [each for each in locked if each is not None and each.state in AHEAD]
