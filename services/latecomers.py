"""Who is linked later hears then what was settled for them before: their seat, that they speak next, papers."""

from domain.delegates import Delegate
from domain.speaking import SpeechState
from services import launching, logistics, speechorder
from services.desk import Work
from storage import notices, speaking


async def catch_up(work: Work, who: Delegate) -> None:
    """Tell a person who has just been linked what they would have been told before; nothing while it still waits."""
    if who.substitute_for is not None:
        await launching.pass_papers_on(work, who.substitute_for, who.id)
    if not await notices.waiting_about(work.connection, "logistics", "delegate", who.id):
        await logistics.tell_all(work, who)
    if not await notices.waiting_about(work.connection, speechorder.CALL, "delegate", who.id):
        for speech in await speaking.of_delegate(work.connection, who.conference, who.id):
            if speech.state is SpeechState.CALLED:
                await speechorder.tell_to_get_ready(work, speech)
