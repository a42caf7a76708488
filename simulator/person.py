"""The people of a story: `await an.says("mấy giờ khai mạc?")`, `await an.sees("08:00")`.

What a person sees is what came into the chat since their last own action, or since the stage last moved the time.
What a person does is over when the bot has dealt with it (in-process, and where no fault is planted), so that nothing
that is looked at afterwards is still under way. Expectations wait for the event itself and never sleep; one that does
not come true fails with the whole dialogue.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta, timezone, tzinfo
from typing import Any, TypeVar

from simulator.dialogue import Transcript, contains, words_of
from simulator.engine import Engine
from simulator.errors import CannotDo
from simulator.events import Event
from simulator.keyboards import Button, buttons_of
from simulator.world import Account, Message, Room

Json = dict[str, Any]
T = TypeVar("T")

HANOI = timezone(timedelta(hours=7))
READABLE = ("message", "edit", "answer")


class NotSeen(AssertionError):
    """A person waited in vain, or saw what should not have come."""


@dataclass
class Scene:
    """What people need of the stage: the engine, how long they wait in real seconds, how to wait for quiet, and how to
    wait until what they sent is dealt with."""

    engine: Engine
    settled: Callable[[], Awaitable[None]]
    patience: float
    attended: Callable[[], Awaitable[None]]
    zone: tzinfo = HANOI

    def __post_init__(self) -> None:
        self.transcript = Transcript(self.engine.world, self.zone)


class Chat:
    """One chat that somebody reads."""

    def __init__(self, scene: Scene, chat_id: int) -> None:
        self.scene = scene
        self.chat_id = chat_id
        self._mark = scene.engine.world.events.last

    def looks_away(self) -> None:
        """What came so far is old: only what comes from now on will be seen."""
        self._mark = self.scene.engine.world.events.last

    async def sees(self, *texts: str) -> Event:
        """Wait for one message, edit or toast of the bot that contains all the texts."""
        return await self._wait(f"to see {_quoted(texts)}", lambda: self._found(texts))

    async def does_not_see(self, text: str) -> None:
        """Once the bot has come to rest, nothing new contains the text."""
        await self.scene.settled()
        if found := self._found((text,)):
            raise NotSeen(self._complaint(f"not to see {text!r}, but saw: {words_of(found)!r}"))

    async def sees_nothing(self) -> None:
        """Once the bot has come to rest, it has written nothing new."""
        await self.scene.settled()
        if found := self._found(()):
            raise NotSeen(self._complaint(f"to see nothing, but saw: {words_of(found)!r}"))

    async def sees_file(self, name: str) -> bytes:
        """Wait for a document whose name contains the words; gives its content."""
        event = await self._wait(f"to see a file {name!r}", lambda: self._file(name))
        return self.scene.engine.world.files.get(event.body["document"]["file_id"]).content

    async def sees_button(self, label: str) -> Button:
        """Wait until a button with the label, or a part of it, can be pressed."""
        _, button = await self._wait(f"to see a button {label!r}", lambda: self.find_button(label))
        return button

    async def sees_no_button(self, label: str) -> None:
        """Once the bot has come to rest, there is no such button."""
        await self.scene.settled()
        if self.find_button(label):
            raise NotSeen(self._complaint(f"to see no button {label!r}"))

    def news(self) -> Sequence[Event]:
        """What the bot showed in this chat since the mark."""
        events = self.scene.engine.world.events.after(self._mark, self.chat_id)
        return [event for event in events if event.kind in READABLE and self._is_shown(event)]

    def texts(self) -> list[str]:
        """The texts of the news, for whole-value assertions."""
        return [words_of(event) for event in self.news()]

    def last_message(self) -> Message:
        """The newest message of the bot that stands in the chat."""
        world = self.scene.engine.world
        own = [message for message in world.history(self.chat_id) if message.sender_id == world.bot.id]
        if not own:
            raise CannotDo("the bot has not written here")
        return own[-1]

    def find_button(self, label: str) -> tuple[Message, Button] | None:
        """The newest button with the label, else with a part of it: inline first, then under the input line."""
        world, people = self.scene.engine.world, self.scene.engine.people
        inline = [m for m in reversed(world.history(self.chat_id)) if "inline_keyboard" in (m.markup or {})]
        below = people.keyboard_message(self.chat_id)
        for message in [*inline, *([below] if below else [])]:
            if button := _best(list(buttons_of(message.markup)), label):
                return message, button
        return None

    def dialogue(self) -> str:
        """The whole chat as text."""
        return "\n".join(self.scene.transcript.lines(self.scene.engine.world.events.after(0, self.chat_id)))

    def _is_shown(self, event: Event) -> bool:
        return event.kind == "answer" or bool(event.body.get("outgoing"))

    def _found(self, texts: Sequence[str]) -> Event | None:
        return next((event for event in self.news() if all(contains(event, text) for text in texts)), None)

    def _file(self, name: str) -> Event | None:
        named = (e for e in self.news() if name in (e.body.get("document") or {}).get("file_name", ""))
        return next(named, None)

    async def _wait(self, what: str, look: Callable[[], T | None]) -> T:
        events = self.scene.engine.world.events
        try:
            async with asyncio.timeout(self.scene.patience):
                while (found := look()) is None:
                    await events.wait(events.last)
                return found
        except TimeoutError:
            raise NotSeen(self._complaint(what)) from None

    def _complaint(self, what: str) -> str:
        return f"{self.name} expected {what}. The whole dialogue:\n{self.dialogue()}"

    @property
    def name(self) -> str:
        return self.scene.engine.world.rooms[self.chat_id].title


class Group(Chat):
    """A group chat of the story."""

    def __init__(self, scene: Scene, room: Room) -> None:
        super().__init__(scene, room.id)
        self.room = room


class Person(Chat):
    """Somebody with the Telegram app; reads the private chat with the bot."""

    def __init__(self, scene: Scene, account: Account) -> None:
        super().__init__(scene, account.id)
        self.account = account
        self._people = scene.engine.people

    @property
    def name(self) -> str:
        return f"{self.account.first_name} {self.account.last_name}".strip()

    @property
    def id(self) -> int:
        return self.account.id

    async def starts(self, payload: str = "") -> None:
        """Press Start, as after a deep link with the payload."""
        self.looks_away()
        await self._has(self._people.start(self.id, payload))

    async def opens(self, link: str) -> None:
        """Follow a link to the bot and press Start."""
        self.looks_away()
        await self._has(self._people.open_link(self.id, link))

    async def says(self, text: str, *, where: Group | None = None, reply_to: int | None = None) -> Message:
        """Write to the bot, or into a group."""
        self._acts(where)
        return await self._has(self._people.say(self.id, text, where.chat_id if where else None, reply_to=reply_to))

    async def presses(self, label: str, *, where: Group | None = None) -> Json:
        """Wait for a button with the label, or a part of it, and press it; a link to the bot is followed."""
        chat = where or self
        message, button = await chat._wait(f"to press {label!r}", lambda: chat.find_button(label))
        self._acts(where)
        done = self._people.press_button(self.id, message, button)
        if done["kind"] == "link" and f"t.me/{self.scene.engine.world.bot.username}" in done["url"]:
            self._people.open_link(self.id, done["url"])
        return await self._has(done)

    async def forges(self, data: str, *, message: Message | None = None) -> None:
        """Send callback data that no button holds, as a manipulated client would."""
        self.looks_away()
        await self._has(self._people.press_data(self.id, message or self.last_message(), data))

    async def sends_file(self, name: str, content: bytes, *, caption: str = "", where: Group | None = None) -> Message:
        self._acts(where)
        sent = self._people.send_file(self.id, name, content, where.chat_id if where else None, caption)
        return await self._has(sent)

    async def sends_album(self, files: Mapping[str, bytes], *, caption: str = "") -> list[Message]:
        """Send several files in one go."""
        self.looks_away()
        return await self._has(self._people.send_album(self.id, files, caption))

    async def sends_photo(self, content: bytes, *, caption: str = "") -> Message:
        self.looks_away()
        return await self._has(self._people.send_photo(self.id, content, caption=caption))

    async def sends_contact(self, *, of: "Person | None" = None) -> Message:
        """Share one's own telephone number, or somebody else's."""
        self.looks_away()
        return await self._has(self._people.send_contact(self.id, of=of.id if of else None))

    async def forwards(self, message: Message) -> Message:
        self.looks_away()
        return await self._has(self._people.forward(self.id, message))

    async def blocks(self) -> None:
        self._people.block(self.id)
        await self.scene.attended()

    async def unblocks(self) -> None:
        self._people.unblock(self.id)
        await self.scene.attended()

    def finds(self, pattern: str) -> str:
        """The first match of a regular expression (its group 1, if it has one) in the news, button links included."""
        for event in reversed(self.news()):
            links = [str(button.body.get("url", "")) for button in buttons_of(event.body.get("keyboard"))]
            if match := re.search(pattern, "\n".join([words_of(event), *links])):
                return match[1] if match.re.groups else match[0]
        raise NotSeen(self._complaint(f"to find {pattern!r}"))

    def _acts(self, where: Group | None) -> None:
        self.looks_away()
        if where is not None:
            where.looks_away()

    async def _has(self, done: T) -> T:
        """What was done, once the bot has dealt with it."""
        await self.scene.attended()
        return done

    def _is_shown(self, event: Event) -> bool:
        if event.kind == "answer":
            return bool(event.body["person_id"] == self.id)
        return super()._is_shown(event)


def _best(buttons: Sequence[Button], label: str) -> Button | None:
    exact = [button for button in buttons if button.label == label]
    partly = [button for button in buttons if label.casefold() in button.label.casefold()]
    return next(iter(exact or partly), None)


def _quoted(texts: Sequence[str]) -> str:
    return " and ".join(map(repr, texts))
