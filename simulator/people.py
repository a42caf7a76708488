"""What people do in the Telegram app: start, write, press, send files, block, gather in groups.

Each action has the effect that it has in Telegram (a message in the chat, an update for the bot) and raises
`CannotDo` where the app would not let the person do it.
"""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qs, urlsplit

from simulator.api_sending import forward_origin
from simulator.content import file_json
from simulator.errors import CannotDo
from simulator.files import Upload
from simulator.groups import Groups
from simulator.keyboards import Button, buttons_of
from simulator.markup import FormattedText, tidy
from simulator.world import Account, Message, Room

Json = dict[str, Any]

FIRST_PERSON = 710_000_001
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{0,64}")


class People(Groups):
    """The people of one world, and the groups they are in."""

    # --- who is there -------------------------------------------------------------------------------------------

    def add(
        self, name: str, *, key: str = "", username: str = "", language: str = "vi", phone: str = "", user_id: int = 0
    ) -> Account:
        """Somebody with a Telegram account who has not met the bot yet."""
        world = self.world
        number = user_id or FIRST_PERSON + len(world.accounts)
        if any(account.id == number or (key and account.key == key) for account in world.accounts.values()):
            raise CannotDo(f"there is a {key or number} already")
        first, _, last = name.partition(" ")
        account = Account(
            number, key or str(number), first, last, username, language, phone or f"+84900{number % 10**6:06d}"
        )
        world.add_account(account)
        world.events.add(world.clock.now(), "person", account.id, account.as_user() | {"key": account.key})
        return account

    def deactivate(self, who: int) -> None:
        """The person deletes the account."""
        self.world.account(who).deactivated = True

    # --- the private chat ---------------------------------------------------------------------------------------

    def start(self, who: int, payload: str = "") -> Message:
        """Press Start, with the payload of a deep link or without."""
        if not _PAYLOAD.fullmatch(payload):
            raise CannotDo("Telegram opens the chat without the payload: it has over 64 or foreign characters")
        if self.world.account(who).blocked:
            self.unblock(who)
        return self.say(who, f"/start {payload}".rstrip())

    def open_link(self, who: int, link: str) -> Message:
        """Follow a t.me link to the bot and press Start."""
        parts = urlsplit(link if "://" in link else f"https://{link}")
        if parts.netloc not in ("t.me", "telegram.me") or parts.path.strip("/") != self.world.bot.username:
            raise CannotDo(f"{link} does not lead to the bot")
        return self.start(who, parse_qs(parts.query).get("start", [""])[0])

    def block(self, who: int) -> None:
        """Block the bot: it may not write any more and is told so."""
        account = self.world.account(who)
        account.blocked = True
        self._set_bot_status(self.world.rooms[account.id], account, "kicked")

    def unblock(self, who: int) -> None:
        account = self.world.account(who)
        account.blocked = False
        self._set_bot_status(self.world.rooms[account.id], account, "member")

    # --- saying and sending -------------------------------------------------------------------------------------

    def say(self, who: int, text: str, chat_id: int | None = None, *, reply_to: int | None = None) -> Message:
        """Write a text, in the private chat with the bot or in a group."""
        said = tidy(FormattedText(text))
        if not said.text:
            raise CannotDo("Telegram does not send an empty message")
        content: Json = {"text": said.text}
        if said.entities:
            content["entities"] = list(said.entities)
        return self._send(who, chat_id, content, reply_to)

    def send_file(self, who: int, name: str, content: bytes, chat_id: int | None = None, caption: str = "") -> Message:
        """Send a document."""
        stored = self.world.files.keep(Upload(name, content), "document")
        return self._send(who, chat_id, file_json("document", stored) | _captioned(caption))

    def send_album(self, who: int, files: Mapping[str, bytes], caption: str = "") -> list[Message]:
        """Send several documents in one go: Telegram makes an album of messages, the first with the words."""
        album = {"media_group_id": str(20_000_000 + len(self.world.ledger))}
        sent: list[Message] = []
        for name, content in files.items():
            stored = self.world.files.keep(Upload(name, content), "document")
            words = {} if sent else _captioned(caption)
            sent.append(self._send(who, None, file_json("document", stored) | album | words))
        return sent

    def send_photo(self, who: int, content: bytes, chat_id: int | None = None, caption: str = "") -> Message:
        stored = self.world.files.keep(Upload("photo.jpg", content), "photo")
        return self._send(who, chat_id, file_json("photo", stored) | _captioned(caption))

    def send_contact(self, who: int, *, of: int | None = None) -> Message:
        """Share a telephone number: one's own, or that of somebody else."""
        owner = self.world.account(of if of is not None else who)
        contact = {"phone_number": owner.phone, "first_name": owner.first_name, "user_id": owner.id}
        return self._send(who, None, {"contact": contact})

    def send_location(self, who: int, latitude: float, longitude: float) -> Message:
        return self._send(who, None, {"location": {"latitude": latitude, "longitude": longitude}})

    def forward(self, who: int, message: Message, chat_id: int | None = None) -> Message:
        """Forward a message to the bot's chat or a group."""
        head = ("message_id", "from", "chat", "date", "edit_date", "reply_markup", "reply_to_message", "forward_origin")
        content = {key: value for key, value in message.body.items() if key not in head}
        return self._send(who, chat_id, content | forward_origin(message))

    def edit(self, who: int, message: Message, text: str) -> Message:
        """Correct one's own earlier message."""
        if message.sender_id != who:
            raise CannotDo("only the writer can edit a message")
        said = tidy(FormattedText(text))
        changed = self.world.change(message, {"text": said.text, "entities": list(said.entities) or None}, None)
        self._tell(self._room(message.chat_id), "edited_message", changed.body)
        return changed

    # --- buttons ------------------------------------------------------------------------------------------------

    def press(self, who: int, message: Message, row: int, column: int) -> Json:
        """Press the inline button at a place. Says what came of it: a callback, a link, a copied text."""
        button = next((b for b in buttons_of(message.markup) if (b.row, b.column) == (row, column)), None)
        if button is None:
            raise CannotDo(f"there is no button at {row}, {column}")
        return self.press_button(who, message, button)

    def press_button(self, who: int, message: Message, button: Button) -> Json:
        """Press a button, of an inline keyboard or of the one under the input line."""
        body = button.body
        if "inline_keyboard" not in (message.markup or {}):
            return self._press_reply(who, message, body)
        if "callback_data" in body:
            return {"kind": "callback", "id": self.press_data(who, message, str(body["callback_data"]), button.label)}
        if "copy_text" in body:
            return {"kind": "copy", "text": body["copy_text"]["text"]}
        if "url" in body:
            return {"kind": "link", "url": body["url"]}
        raise CannotDo(f"the button {button.label!r} has nothing that a rehearsal can press")

    def press_data(self, who: int, message: Message, data: str, label: str = "") -> str:
        """Send a callback query as a client would (or a forger, with any data); returns its id."""
        account = self._actor(who, self._room(message.chat_id))
        press = self.world.new_press(account.id, message)
        query = {"id": press.id, "from": account.as_user(), "message": message.body, "data": data}
        chat_instance = {"chat_instance": str(message.chat_id * 7_919)}
        self.world.events.add(
            press.at, "press", message.chat_id, {"person_id": account.id, "data": data, "label": label}
        )
        self.world.updates.put("callback_query", query | chat_instance)
        return press.id

    def _press_reply(self, who: int, message: Message, body: Json) -> Json:
        if body.get("request_contact"):
            return {"kind": "contact", "message_id": self.send_contact(who).id}
        said = self.say(who, str(body["text"]), message.chat_id)
        return {"kind": "said", "message_id": said.id}

    def keyboard_message(self, chat_id: int) -> Message | None:
        """The message whose keyboard stands under the input line now."""
        for message in reversed(self.world.history(chat_id)):
            if message.markup and "remove_keyboard" in message.markup:
                return None
            if message.markup and "keyboard" in message.markup:
                return message
        return None

    # --- inner workings -----------------------------------------------------------------------------------------

    def _actor(self, who: int, room: Room) -> Account:
        account = self.world.account(who)
        if account.deactivated:
            raise CannotDo("the account is deleted")
        if account.id not in room.members:
            raise CannotDo("the person is not in that chat")
        if room.private and account.blocked:
            raise CannotDo("the person has blocked the bot: unblock or press Start first")
        if room.moved_to is not None:
            raise CannotDo("the group is a supergroup now")
        return account

    def _send(self, who: int, chat_id: int | None, content: Json, reply_to: int | None = None) -> Message:
        room = self._room(who if chat_id is None else chat_id)
        account = self._actor(who, room)
        if reply_to is not None:
            replied = self.world.messages[room.id][reply_to].body
            content = content | {"reply_to_message": {k: v for k, v in replied.items() if k != "reply_to_message"}}
        if room.private:
            account.started = True
        message = self.world.post(room, account.as_user(), content)
        if self._bot_reads(room, message):
            self._tell(room, "message", message.body)
        return message

    def _bot_reads(self, room: Room, message: Message) -> bool:
        # A bot in privacy mode sees commands, replies to itself and mentions only (core.telegram.org/bots/features).
        if room.private or room.bot_status == "administrator" or not self.world.bot.privacy:
            return True
        replied = message.body.get("reply_to_message", {}).get("from", {}).get("id") == self.world.bot.id
        return replied or message.text.startswith("/") or f"@{self.world.bot.username}" in message.text


def _captioned(caption: str) -> Json:
    return {"caption": caption} if caption else {}
