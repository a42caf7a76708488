"""What a handler is given, and what it may do with it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, ParamSpec, Protocol, TypeVar

from domain.actor import Actor
from domain.views import Attachment, Reply
from services.desk import Desk, Service

P = ParamSpec("P")
R = TypeVar("R")
Rows = tuple[tuple[tuple[str, str, str | None], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """A message ready to go: HTML that fits, rows of buttons (label, data or address, style), files."""

    text: str
    rows: Rows = ()
    files: tuple[Attachment, ...] = ()


class Channel(Protocol):
    """The way out, without Telegram's types: the gateway, or a test's double."""

    async def say(self, chat: int, message: Message) -> int | None:
        """Send; the message's id, or None where it was refused for good. Raises `NotSaid`."""
        ...

    async def edit(self, chat: int, message_id: int, message: Message) -> None:
        """Replace a message of ours; the same text again is no error. Raises `NotSaid`."""
        ...

    async def answer_press(self, press_id: str, text: str | None = None) -> None:
        """Stop the button's clock, perhaps with a short line; too late is no error."""
        ...

    async def fetch(self, file_id: str, limit: int) -> bytes | None:
        """The bytes of a file somebody sent, or None where it is larger than the limit or gone."""
        ...

    async def show_commands(self, chat: int, commands: tuple[tuple[str, str], ...]) -> None:
        """Show these commands (name, description) in the chat's menu."""
        ...

    async def copy(self, chat: int, from_chat: int, message_id: int) -> int | None:
        """Send a copy of a message; the new message's id, or None where it did not get through."""
        ...


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file in a message, not yet fetched."""

    file_id: str
    name: str
    size: int


@dataclass(slots=True, kw_only=True)
class Call:
    """One update for one handler: who, where, what. `text` is the message, or what follows a command."""

    desk: Desk
    actor: Actor
    channel: Channel
    chat: int
    private: bool = True
    text: str = ""
    button: Any = None
    message_id: int | None = None
    press_id: str | None = None
    file: IncomingFile | None = None
    contact: str | None = None

    async def do(self, service: Service[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The one service call, in its transaction."""
        return await self.desk.do(self.actor, service, *args, **kwargs)

    async def prepare(self, service: Service[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The one service call, where what it gives is only the beginning: a crash later on has it done again."""
        return await self.desk.do(replace(self.actor, update_id=None), service, *args, **kwargs)

    async def see(self, service: Service[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The one service call, where it only reads."""
        return await self.desk.see(self.actor, service, *args, **kwargs)


Handler = Callable[[Call], Awaitable[Reply | list[Reply] | None]]
