"""What is said in answer to an update: in its chat, in its language, and all of it or a word that it is not."""

from pathlib import Path

from domain.ids import ChatId
from domain.views import Reply
from handlers.call import Channel
from handlers.incoming import Incoming
from handlers.notsaid import NotSaid
from handlers.wording import messages_of
from services import agendas
from services.desk import Desk
from templates import render


class Saying:
    """Puts replies into words and brings them out. Raises `NotSaid` where one did not get through."""

    def __init__(self, desk: Desk, channel: Channel) -> None:
        self._desk = desk
        self._channel = channel
        self._spoken = render.Remembered()

    async def all(self, incoming: Incoming, language: str, replies: Reply | list[Reply] | None) -> None:
        """Say what a handler gave back, and let go of the button that was pressed."""
        listed = replies if isinstance(replies, list) else [] if replies is None else [replies]
        if incoming.press_id is not None:
            code = next((each.toast for each in listed if each.toast), None)
            text = None if code is None else render.toast(code, language)
            await self._channel.answer_press(incoming.press_id, text)
        await self.each(incoming, language, listed)

    async def each(self, incoming: Incoming, language: str, replies: list[Reply]) -> None:
        """Say these, one after the other."""
        for place, reply in enumerate(replies):
            try:
                await self.one(incoming, language, reply)
            except NotSaid as missing:  # all of them are said again, so those before are said twice
                raise NotSaid(missing.wait, perhaps=missing.perhaps or place > 0) from missing

    async def one(self, incoming: Incoming, language: str, reply: Reply) -> None:
        """Say this; a file that was made for it alone is taken away from the disk, whatever became of it."""
        try:
            await self._spell_out(incoming, language, reply)
        finally:
            for file in reply.files:
                if file.once and isinstance(file.content, Path):
                    file.content.unlink(missing_ok=True)

    async def _spell_out(self, incoming: Incoming, language: str, reply: Reply) -> None:
        spoken = reply.language or language
        again = incoming.again and not reply.edit
        messages = messages_of(reply, spoken, self._spoken.text(reply.it, spoken), again)
        if reply.edit and incoming.press_id is not None and incoming.message_id is not None and len(messages) == 1:
            await self._channel.edit(incoming.chat, incoming.message_id, messages[0])
            return
        for place, message in enumerate(messages):
            try:
                said = await self._channel.say(incoming.chat, message)
                if said is not None and reply.shows is not None and len(messages) == 1:
                    agendas.note(self._desk, ChatId(incoming.chat), said, reply.shows)
            except NotSaid as missing:
                raise NotSaid(missing.wait, perhaps=missing.perhaps or place > 0) from missing
