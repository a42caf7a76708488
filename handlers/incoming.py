"""A raw update as the few things the handlers care about."""

from dataclasses import dataclass
from typing import Any

from telegram import Message, Update

from handlers.call import IncomingFile

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
    addressed: bool = True


def read(raw: dict[str, Any], bot_name: str) -> Incoming | None:
    """What the update says, or None for what no person said to the bot (channels, other bots, service messages)."""
    update = Update.de_json(raw, None)
    if update.callback_query is not None:
        return _press(update)
    if update.my_chat_member is not None:
        return _membership(update)
    message = update.message or update.edited_message
    if message is None or message.from_user is None or message.from_user.is_bot or message.sender_chat is not None:
        return None
    return _message(update, message, bot_name)


def _language(code: str | None) -> str:
    """The language of somebody's Telegram, Vietnamese unless it says English."""
    return "en" if (code or "").lower().startswith("en") else "vi"


def _press(update: Update) -> Incoming | None:
    query = update.callback_query
    if query is None or query.message is None or query.from_user.is_bot:
        return None
    chat = query.message.chat
    return Incoming(
        update_id=update.update_id,
        sender=query.from_user.id,
        language=_language(query.from_user.language_code),
        chat=chat.id,
        private=chat.type == "private",
        press_id=query.id,
        data=query.data or "",
        message_id=query.message.message_id,
    )


def _membership(update: Update) -> Incoming | None:
    change = update.my_chat_member
    if change is None or change.chat.type != "private":
        return None
    return Incoming(
        update_id=update.update_id,
        sender=change.from_user.id,
        language=_language(change.from_user.language_code),
        chat=change.chat.id,
        private=True,
        blocked=change.new_chat_member.status in ("kicked", "left"),
    )


def _message(update: Update, message: Message, bot_name: str) -> Incoming | None:
    sender = message.from_user
    if sender is None:
        return None
    private = message.chat.type == "private"
    text = (message.text or message.caption or "").replace("\x00", "")
    command, rest, mine = _command(text, bot_name)
    mention = f"@{bot_name}".lower()
    answers_us = message.reply_to_message is not None and _is_us(message.reply_to_message, bot_name)
    addressed = private or (command is not None and mine) or mention in text.lower() or answers_us
    file = _file(message)
    return Incoming(
        update_id=update.update_id,
        sender=sender.id,
        language=_language(sender.language_code),
        chat=message.chat.id,
        private=private,
        text=(rest if command else text if private else _without(text, mention)).strip(),
        command=command if mine else None,
        message_id=message.message_id,
        file=file,
        contact=_own_contact(message),
        readable=bool(text or file or message.contact),
        addressed=addressed,
    )


def _is_us(message: Message, bot_name: str) -> bool:
    return message.from_user is not None and (message.from_user.username or "").lower() == bot_name.lower()


def _without(text: str, mention: str) -> str:
    at = text.lower().find(mention)
    return text if at < 0 else text[:at] + text[at + len(mention) :]


def _command(text: str, bot_name: str) -> tuple[str | None, str, bool]:
    """The command without its slash, what follows, and whether it is meant for this bot."""
    if not text.startswith("/"):
        return None, text, True
    head, _, rest = text[1:].partition(" ")
    name, _, whom = head.partition("@")
    return name.strip().lower(), rest, not whom or whom.lower() == bot_name.lower()


def _own_contact(message: Message) -> str | None:
    """A shared phone number, only when it is the sender's own."""
    contact, sender = message.contact, message.from_user
    if contact is None or sender is None or contact.user_id != sender.id:
        return None
    return contact.phone_number


def _file(message: Message) -> IncomingFile | None:
    """The file of a message, in the best size where there are several."""
    if message.document is not None:
        found = message.document
        return IncomingFile(found.file_id, found.file_name or "file", found.file_size or 0)
    if message.photo:
        best = message.photo[-1]
        return IncomingFile(best.file_id, _MEDIA_NAMES["photo"], best.file_size or 0)
    for kind in ("video", "audio", "animation"):
        media = getattr(message, kind)
        if media is not None:
            name = getattr(media, "file_name", None) or _MEDIA_NAMES[kind]
            return IncomingFile(media.file_id, name, media.file_size or 0)
    return None
