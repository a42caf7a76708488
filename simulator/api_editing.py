"""Bot API methods that change or answer what is there: edits, deletions, presses, reactions, pins."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from simulator.arguments import Arguments
from simulator.content import album_item, caption_of, text_content
from simulator.errors import bad_request
from simulator.keyboards import parse_markup
from simulator.world import Message, Room, World

Json = dict[str, Any]
Method = Callable[[World, Arguments], Any]

DELETABLE_FOR = timedelta(hours=48)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
_CAPTIONED = ("document", "photo")


def _own(world: World, args: Arguments) -> tuple[Room, Message]:
    room = world.room_to_write(args.text("chat_id"))
    message = world.message(room, args.integer("message_id"), "message to edit")
    if message.sender_id != world.bot.id or "forward_origin" in message.body:
        raise bad_request("message can't be edited")
    return room, message


def _inline(room: Room, args: Arguments) -> Json | None:
    markup = parse_markup(args.values.get("reply_markup"), private=room.private)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return markup


def _edit(
    world: World, room: Room, message: Message, method: str, content: Json, markup: Json | None, *, visibly: bool = True
) -> Json:
    same_markup = (message.body.get("reply_markup") or None) == (markup if _rows(markup) else None)
    if same_markup and all(message.body.get(key) == value for key, value in content.items()):
        raise bad_request(NOT_MODIFIED)
    world.flood.pass_through(room.id, group=not room.private, now=world.clock.monotonic())
    changed = world.change(message, content, markup if _rows(markup) else None, visibly=visibly)
    world.ledger.enter(world.clock.now(), room.id, method, message.id, changed.text)
    return changed.body


def _rows(markup: Json | None) -> bool:
    return bool(markup and markup["inline_keyboard"])


def edit_message_text(world: World, args: Arguments) -> Json:
    content: Json = {"entities": None} | text_content(args, too_long="MESSAGE_TOO_LONG")
    room, message = _own(world, args)
    if "text" not in message.body:
        raise bad_request("there is no text in the message to edit")
    return _edit(world, room, message, "editMessageText", content, _inline(room, args))


def edit_message_caption(world: World, args: Arguments) -> Json:
    content: Json = {"caption": None, "caption_entities": None} | caption_of(args)
    room, message = _own(world, args)
    if not any(kind in message.body for kind in _CAPTIONED):
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, room, message, "editMessageCaption", content, _inline(room, args))


def edit_message_media(world: World, args: Arguments) -> Json:
    item = args.json("media")
    if not isinstance(item, dict):
        raise bad_request("can't parse input media JSON object")
    new = album_item(world, args, item)
    room, message = _own(world, args)
    if not any(kind in message.body for kind in _CAPTIONED):
        raise bad_request("message can't be edited")
    gone: Json = dict.fromkeys(("document", "photo", "caption", "caption_entities"))
    return _edit(world, room, message, "editMessageMedia", gone | new, _inline(room, args))


def edit_message_reply_markup(world: World, args: Arguments) -> Json:
    room, message = _own(world, args)
    return _edit(world, room, message, "editMessageReplyMarkup", {}, _inline(room, args), visibly=False)


def _delete(world: World, room: Room, message: Message, method: str) -> None:
    foreign = message.sender_id != world.bot.id and not room.private
    if foreign and room.bot_status != "administrator":
        raise bad_request("message can't be deleted")
    if world.clock.now() - message.at > DELETABLE_FOR:
        raise bad_request("message can't be deleted for everyone")
    world.remove(message)
    world.ledger.enter(world.clock.now(), room.id, method, message.id, "")


def delete_message(world: World, args: Arguments) -> bool:
    room = world.room_to_write(args.text("chat_id"))
    if not args.integer("message_id"):
        raise bad_request("message identifier is not specified")
    message = world.message(room, args.integer("message_id"), "message to delete")
    _delete(world, room, message, "deleteMessage")
    return True


def delete_messages(world: World, args: Arguments) -> bool:
    numbers = args.numbers("message_ids")
    room = world.room_to_write(args.text("chat_id"))
    for number in numbers:
        message = world.messages[room.id].get(number)
        if message is not None:
            _delete(world, room, message, "deleteMessages")
    return True


def answer_callback_query(world: World, args: Arguments) -> bool:
    press = world.presses.pop(args.text("callback_query_id"), None)
    now = world.clock.now()
    if press is None or (now - press.at).total_seconds() > world.press_lifetime:
        raise bad_request("query is too old and response timeout expired or query ID is invalid")
    if len(args.text("text")) > 200:
        raise bad_request("MESSAGE_TOO_LONG")
    shown = {"person_id": press.person_id, "message_id": press.message_id, "text": args.text("text")}
    answer = shown | {"alert": args.flag("show_alert"), "url": args.text("url")}
    world.events.add(now, "answer", press.chat_id, answer)
    world.ledger.enter(now, press.chat_id, "answerCallbackQuery", press.message_id, args.text("text"))
    return True


def set_message_reaction(world: World, args: Arguments) -> bool:
    room = world.room_to_write(args.text("chat_id"))
    message = world.message(room, args.integer("message_id"), "message to react")
    reactions = args.json("reaction") or []
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = [str(reaction.get("emoji", "")) for reaction in reactions]
    world.events.add(world.clock.now(), "reaction", room.id, {"message_id": message.id, "emoji": emoji})
    world.ledger.enter(world.clock.now(), room.id, "setMessageReaction", message.id, "".join(emoji))
    return True


def pin_chat_message(world: World, args: Arguments) -> bool:
    room = world.room_to_write(args.text("chat_id"))
    message = world.message(room, args.integer("message_id"), "message to pin")
    if not room.private and room.bot_status != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    room.pinned = message.id
    world.events.add(world.clock.now(), "pin", room.id, {"message_id": message.id})
    return True


def unpin_chat_message(world: World, args: Arguments) -> bool:
    room = world.room_to_write(args.text("chat_id"))
    if room.pinned is None:
        raise bad_request("message to unpin not found")
    room.pinned = None
    world.events.add(world.clock.now(), "pin", room.id, {"message_id": None})
    return True


METHODS: dict[str, Method] = {
    "editmessagetext": edit_message_text,
    "editmessagecaption": edit_message_caption,
    "editmessagemedia": edit_message_media,
    "editmessagereplymarkup": edit_message_reply_markup,
    "deletemessage": delete_message,
    "deletemessages": delete_messages,
    "answercallbackquery": answer_callback_query,
    "setmessagereaction": set_message_reaction,
    "pinchatmessage": pin_chat_message,
    "unpinchatmessage": unpin_chat_message,
}
