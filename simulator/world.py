"""Accounts, chats and messages of the pretend Telegram, and who may write where."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from simulator.clock import SimulatedClock
from simulator.errors import CannotDo, bad_request, forbidden, migrated
from simulator.events import EventLog
from simulator.faults import FaultPlan
from simulator.files import FileStore
from simulator.ledger import Ledger
from simulator.limits import FloodControl, Limits
from simulator.updates import UpdateQueue

Json = dict[str, Any]


class ChatKind(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


@dataclass(slots=True)
class Account:
    """A person with a Telegram account. `key` is the short name that stories use."""

    id: int
    key: str
    first_name: str
    last_name: str = ""
    username: str = ""
    language: str = "vi"
    phone: str = ""
    is_bot: bool = False
    started: bool = False
    blocked: bool = False
    deactivated: bool = False

    def as_user(self) -> Json:
        """The account as a `User` of the Bot API."""
        user: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        optional = {"last_name": self.last_name, "username": self.username, "language_code": self.language}
        return user | {key: value for key, value in optional.items() if value}


@dataclass(slots=True)
class Room:
    """A chat. A private one has the id of its person."""

    id: int
    kind: ChatKind
    title: str = ""
    members: set[int] = field(default_factory=set)
    creator: int | None = None
    bot_status: str = "left"
    moved_to: int | None = None
    pinned: int | None = None

    @property
    def private(self) -> bool:
        return self.kind is ChatKind.PRIVATE


@dataclass(frozen=True, slots=True)
class Message:
    """One message as Telegram keeps it: `body` is the Bot API's JSON, `markup` the keyboard that came with it."""

    id: int
    chat_id: int
    sender_id: int
    at: datetime
    body: Json
    markup: Json | None = None

    @property
    def text(self) -> str:
        """What a person reads: the text, or the caption."""
        return str(self.body.get("text") or self.body.get("caption") or "")


@dataclass(frozen=True, slots=True)
class Press:
    """A callback query that waits for its answer."""

    id: str
    person_id: int
    chat_id: int
    message_id: int
    at: datetime


@dataclass(frozen=True, slots=True)
class BotIdentity:
    """The bot's account: what BotFather would have given."""

    token: str = "4242424242:SIMULATED-token-of-the-rehearsal-00"
    username: str = "hoi_nghi_bot"
    name: str = "Hội nghị"
    privacy: bool = True

    @property
    def id(self) -> int:
        return int(self.token.partition(":")[0])

    def as_user(self) -> Json:
        return {"id": self.id, "is_bot": True, "first_name": self.name, "username": self.username}


class World:
    """Everything that exists, without any transport. One bot, many people."""

    def __init__(
        self,
        clock: SimulatedClock,
        *,
        bot: BotIdentity | None = None,
        limits: Limits | None = None,
        seed: int = 0,
    ) -> None:
        self.clock = clock
        self.bot = bot or BotIdentity()
        self.flood = FloodControl(limits or Limits())
        self.faults = FaultPlan(seed)
        self.files = FileStore()
        self.ledger = Ledger()
        self.events = EventLog()
        self.updates = UpdateQueue(clock)
        self.accounts: dict[int, Account] = {}
        self.rooms: dict[int, Room] = {}
        self.messages: dict[int, dict[int, Message]] = {}
        self.presses: dict[str, Press] = {}
        self.settings: dict[tuple[str, ...], Any] = {}
        self.press_lifetime = 60.0  # seconds in which Telegram takes an answer to a pressed button
        self._next_message = 0
        self._next_press = 0
        clock.watch(self._clock_moved)

    def _clock_moved(self) -> None:
        self.events.add(self.clock.now(), "clock", 0, self.clock_json())

    def clock_json(self) -> Json:
        """What the clock shows."""
        return {"now": self.clock.now().isoformat(), "speed": self.clock.speed, "paused": self.clock.paused}

    def add_account(self, account: Account) -> Account:
        """Let somebody have a Telegram account; they have not met the bot yet."""
        self.accounts[account.id] = account
        self.rooms[account.id] = Room(account.id, ChatKind.PRIVATE, members={account.id}, bot_status="member")
        self.messages[account.id] = {}
        return account

    def add_room(self, room: Room) -> Room:
        self.rooms[room.id] = room
        self.messages[room.id] = {}
        return room

    def chat_json(self, room: Room) -> Json:
        """A chat as the Bot API's `Chat`."""
        if not room.private:
            return {"id": room.id, "type": room.kind.value, "title": room.title}
        user = self.accounts[room.id].as_user()
        named: Json = {key: user[key] for key in ("first_name", "last_name", "username") if key in user}
        return {"id": room.id, "type": "private"} | named

    def room_to_read(self, chat_id: str) -> Room:
        """The chat of an id, or 400."""
        if not chat_id:
            raise bad_request("chat_id is empty")
        room = self.rooms.get(int(chat_id)) if chat_id.lstrip("-").isdecimal() else None
        if room is None:
            raise bad_request("chat not found")
        return room

    def room_to_write(self, chat_id: str) -> Room:
        """The chat of an id if the bot may write there; else Telegram's 400 or 403."""
        room = self.room_to_read(chat_id)
        if room.private:
            self._refuse_person(self.accounts[room.id])
        else:
            _refuse_room(room)
        return room

    def _refuse_person(self, account: Account) -> None:
        if account.deactivated:
            raise forbidden("user is deactivated")
        if account.is_bot:
            raise forbidden("bots can't send messages to bots")
        if account.blocked:
            raise forbidden("bot was blocked by the user")
        if not account.started:
            raise forbidden("bot can't initiate conversation with a user")

    def message(self, room: Room, message_id: int, purpose: str) -> Message:
        """A message of a chat, or 400 "<purpose> not found"."""
        found = self.messages[room.id].get(message_id)
        if found is None:
            raise bad_request(f"{purpose} not found")
        return found

    def post(self, room: Room, sender: Json, content: Json, markup: Json | None = None) -> Message:
        """Put a new message into a chat and tell everybody who watches."""
        self._next_message += 1
        now = self.clock.now()
        head = {"message_id": self._next_message, "from": sender, "chat": self.chat_json(room)}
        body = head | {"date": int(now.timestamp())} | content
        if markup and markup.get("inline_keyboard"):
            body["reply_markup"] = markup
        message = Message(self._next_message, room.id, int(sender["id"]), now, body, markup)
        self.messages[room.id][message.id] = message
        self.events.add(now, "message", room.id, self.message_event(message))
        return message

    def change(self, message: Message, content: Json, markup: Json | None, *, visibly: bool = True) -> Message:
        """Replace parts of a message (None takes a part away) and its inline keyboard."""
        now = self.clock.now()
        body = {key: value for key, value in (message.body | content).items() if value is not None}
        body.pop("reply_markup", None)
        if visibly:
            body["edit_date"] = int(now.timestamp())
        if markup and markup.get("inline_keyboard"):
            body["reply_markup"] = markup
        changed = replace(message, body=body, markup=markup)
        self.messages[message.chat_id][message.id] = changed
        self.events.add(now, "edit", message.chat_id, self.message_event(changed))
        return changed

    def remove(self, message: Message) -> None:
        del self.messages[message.chat_id][message.id]
        self.events.add(self.clock.now(), "delete", message.chat_id, {"message_id": message.id})

    def message_event(self, message: Message) -> Json:
        """A message as a page shows it: the Bot API's JSON, whose it is, and the keyboard."""
        return message.body | {"outgoing": message.sender_id == self.bot.id, "keyboard": message.markup}

    def history(self, chat_id: int) -> Sequence[Message]:
        """The messages that stand in a chat now, oldest first."""
        return list(self.messages[chat_id].values())

    def new_press(self, person_id: int, message: Message) -> Press:
        """A press of a button under a message; it waits for answerCallbackQuery."""
        self._next_press += 1
        number = str(7_000_000_000_000_000 + self._next_press)
        press = Press(number, person_id, message.chat_id, message.id, self.clock.now())
        self.presses[press.id] = press
        return press

    def account(self, who: int | str) -> Account:
        """A person by id or by key."""
        if isinstance(who, int) or who.isdecimal():
            found = self.accounts.get(int(who))
        else:
            found = next((account for account in self.accounts.values() if account.key == who), None)
        if found is None:
            raise CannotDo(f"nobody here is called {who!r}")
        return found


def _refuse_room(room: Room) -> None:
    if room.moved_to is not None:
        raise migrated(room.moved_to)
    if room.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {_kind_words(room)}")
    if room.bot_status == "left":
        raise forbidden(f"bot is not a member of the {_kind_words(room)}")


def _kind_words(room: Room) -> str:
    return f"{room.kind.value} chat"
