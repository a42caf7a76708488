"""The handlers' way out, over the gateway's lane for replies."""

from collections.abc import Callable

from bot.lanes import Gateway
from bot.outgoing import Button, NotSent, Outcome, Outgoing, Paused, Refused, Rows, Sent, Uncertain, Why
from handlers.call import Message
from handlers.notsaid import NotSaid

_ADDRESSES = ("https://", "http://", "tg://")


def outgoing(message: Message) -> Outgoing:
    """A handler's message as the gateway sends it: what looks like an address is opened, anything else comes back."""
    rows: Rows = tuple(tuple(_button(*button) for button in row) for row in message.rows)
    return Outgoing(text=message.text, rows=rows, files=message.files)


def _button(label: str, target: str, style: str | None) -> Button:
    if target.startswith(_ADDRESSES):
        return Button(label, url=target, style=style)
    return Button(label, data=target, style=style)


def _must_have_got_through(outcome: Outcome) -> None:
    match outcome:
        case Paused(seconds):
            raise NotSaid(seconds)
        case NotSent():
            raise NotSaid
        case Uncertain():
            raise NotSaid(perhaps=True)


class GatewayChannel:
    """Implements `handlers.call.Channel`. `replied` hears of every message, so that notices make room for it."""

    __slots__ = ("_gateway", "_replied")

    def __init__(self, gateway: Gateway, replied: Callable[[], None] = lambda: None) -> None:
        self._gateway = gateway
        self._replied = replied

    async def say(self, chat: int, message: Message) -> int | None:
        """Send; the id of the first message (it has the buttons), or None where it was refused."""
        self._replied()
        outcome = await self._gateway.reply(chat, outgoing(message))
        _must_have_got_through(outcome)
        return outcome.message_ids[0] if isinstance(outcome, Sent) and outcome.message_ids else None

    async def edit(self, chat: int, message_id: int, message: Message) -> None:
        """Replace a message of ours; one that is gone or too old is said anew."""
        self._replied()
        outcome = await self._gateway.edit(chat, message_id, outgoing(message))
        if isinstance(outcome, Refused) and outcome.why is Why.GONE:
            await self.say(chat, message)
        _must_have_got_through(outcome)

    async def answer_press(self, press_id: str, text: str | None = None) -> None:
        """Stop the button's clock."""
        await self._gateway.answer_press(press_id, text)

    async def fetch(self, file_id: str, limit: int) -> bytes | None:
        """The bytes of a file somebody sent, or None where it is larger than the limit or gone."""
        content = await self._gateway.download(file_id, limit)
        return content if isinstance(content, bytes) else None

    async def copy(self, chat: int, from_chat: int, message_id: int) -> int | None:
        """Send a copy of a message; the new message's id, or None where it did not get through."""
        self._replied()
        outcome = await self._gateway.copy(chat, from_chat, [message_id])
        return outcome.message_ids[0] if isinstance(outcome, Sent) and outcome.message_ids else None

    async def show_commands(self, chat: int, commands: tuple[tuple[str, str], ...]) -> None:
        """Show these commands in the chat's menu; it is a convenience, so a failure is passed over."""
        await self._gateway.set_commands(commands, chat=chat)
