"""A raw update as the few things the handlers care about.

Read from Telegram's JSON as it comes: building the library's objects for every update costs more than answering it.
A field that Telegram promises and does not send is a `KeyError`, which harms this one update only.
"""

from dataclasses import dataclass
from typing import Any

from handlers.call import IncomingFile
from services.flows import plain

Json = dict[str, Any]

_MEDIA_NAMES = {"photo": "photo.jpg", "video": "video.mp4", "audio": "audio", "animation": "animation.mp4"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """Who wrote what where. `blocked` is set when the person let the bot in (False) or threw it out (True)."""

    update_id: int
    sender: int
    language: str
    chat: int
    private: bool
    text: str = ""
    command: str | None = None
    press_id: str | None = None
    data: str | None = None
    message_id: int | None = None
    file: IncomingFile | None = None
    contact: str | None = None
    blocked: bool | None = None
    readable: bool = True
    edited: bool = False
    forwarded: bool = False
    album: str = ""
    addressed: bool = True
    again: bool = False  # it was answered before, perhaps in vain


def read(raw: Json, bot_name: str) -> Incoming | None:
    """What the update says, or None for what no person said to the bot (channels, other bots, service messages)."""
    if (query := raw.get("callback_query")) is not None:
        return _press(raw["update_id"], query)
    if (change := raw.get("my_chat_member")) is not None:
        return _membership(raw["update_id"], change)
    message = raw.get("message") or raw.get("edited_message")
    if message is None or "sender_chat" in message or _is_bot(message.get("from")):
        return None
    return _message(raw["update_id"], message, bot_name)


def _is_bot(person: Json | None) -> bool:
    """Another bot, or nobody at all."""
    return person is None or bool(person.get("is_bot"))


def _language(person: Json) -> str:
    """The language of somebody's Telegram, Vietnamese unless it says English."""
    return "en" if str(person.get("language_code", "")).lower().startswith("en") else "vi"


def _press(update_id: int, query: Json) -> Incoming | None:
    message = query.get("message")
    if message is None or _is_bot(query["from"]):
        return None
    return Incoming(
        update_id=update_id,
        sender=query["from"]["id"],
        language=_language(query["from"]),
        chat=message["chat"]["id"],
        private=message["chat"]["type"] == "private",
        press_id=query["id"],
        data=query.get("data", ""),
        message_id=message["message_id"],
    )


def _membership(update_id: int, change: Json) -> Incoming | None:
    if change["chat"]["type"] != "private":
        return None
    return Incoming(
        update_id=update_id,
        sender=change["from"]["id"],
        language=_language(change["from"]),
        chat=change["chat"]["id"],
        private=True,
        blocked=change["new_chat_member"]["status"] in ("kicked", "left"),
    )


def _message(update_id: int, message: Json, bot_name: str) -> Incoming:
    sender, chat = message["from"], message["chat"]
    private = chat["type"] == "private"
    text = str(message.get("text") or message.get("caption") or "").replace("\x00", "")
    command, rest, mine = _command(text, bot_name)
    mention = f"@{bot_name}".lower()
    answers_us = _is_us(message.get("reply_to_message"), bot_name)
    file = _file(message)
    return Incoming(
        update_id=update_id,
        sender=sender["id"],
        language=_language(sender),
        chat=chat["id"],
        private=private,
        text=plain(rest if command else text if private else _without(text, mention)).strip(),
        command=command if mine else None,
        message_id=message["message_id"],
        file=file,
        contact=_own_contact(message),
        readable=bool(text or file or "contact" in message),
        forwarded="forward_origin" in message,
        album=str(message.get("media_group_id", "")),
        edited="edit_date" in message,
        addressed=private or (command is not None and mine) or mention in text.lower() or answers_us,
    )


def _is_us(message: Json | None, bot_name: str) -> bool:
    author = (message or {}).get("from") or {}
    return str(author.get("username", "")).lower() == bot_name.lower()


def _without(text: str, mention: str) -> str:
    at = text.lower().find(mention)
    return text if at < 0 else text[:at] + text[at + len(mention) :]


def _command(text: str, bot_name: str) -> tuple[str | None, str, bool]:
    """The command without its slash, what follows, and whether it is meant for this bot."""
    if not text.startswith("/"):
        return None, text, True
    head, rest = (*text[1:].split(maxsplit=1), "", "")[:2]
    name, _, whom = head.partition("@")
    return name.strip().lower(), rest, not whom or whom.lower() == bot_name.lower()


def _own_contact(message: Json) -> str | None:
    """A shared phone number, only when it is the sender's own."""
    contact = message.get("contact") or {}
    return contact["phone_number"] if contact.get("user_id") == message["from"]["id"] else None


def _file(message: Json) -> IncomingFile | None:
    """The file of a message, in the best size where there are several."""
    if photos := message.get("photo"):
        best = photos[-1]
        return IncomingFile(best["file_id"], _MEDIA_NAMES["photo"], best.get("file_size", 0))
    for kind in ("document", "video", "audio", "animation"):
        if media := message.get(kind):
            name = media.get("file_name") or _MEDIA_NAMES.get(kind, "file")
            return IncomingFile(media["file_id"], name, media.get("file_size", 0))
    return None
