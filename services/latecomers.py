"""Who is linked later than things were settled for them hears of it then: where they sit, that they speak next."""

from domain.delegates import Delegate
from domain.speaking import SpeechState
from services import logistics, speechorder
from services.desk import Work
from storage import notices, speaking


async def catch_up(work: Work, who: Delegate) -> None:
    """Tell a person who has just been linked what they would have been told before; nothing while it still waits."""
    if not await notices.waiting_about(work.connection, "logistics", "delegate", who.id):
        await logistics.tell_all(work, who)
    if not await notices.waiting_about(work.connection, speechorder.CALL, "delegate", who.id):
        for speech in await speaking.of_delegate(work.connection, who.conference, who.id):
            if speech.state is SpeechState.CALLED:
                await speechorder.tell_to_get_ready(work, speech)
