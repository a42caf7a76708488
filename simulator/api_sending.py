"""Bot API methods that put something into a chat."""

from collections.abc import Callable
from typing import Any

from simulator.arguments import Arguments
from simulator.content import album_item, caption_content, caption_of, file_content, text_content
from simulator.errors import bad_request
from simulator.keyboards import parse_markup
from simulator.world import Message, Room, World

Json = dict[str, Any]
Method = Callable[[World, Arguments], Any]

_COPIED = ("text", "entities", "caption", "caption_entities", "document", "photo", "venue", "location", "contact")
CHAT_ACTIONS = (
    *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice", "upload_document"),
    *("choose_sticker", "find_location", "record_video_note", "upload_video_note"),
)


def deliver(world: World, args: Arguments, method: str, content: Json) -> Json:
    """Check the chat, the keyboard, the reply and the limits, then let the message arrive."""
    room = world.room_to_write(args.text("chat_id"))
    markup = parse_markup(args.values.get("reply_markup"), private=room.private)
    content = content | _reply(world, room, args)
    world.flood.pass_through(room.id, group=not room.private, now=world.clock.monotonic())
    return _arrive(world, room, method, content, markup).body


def _arrive(world: World, room: Room, method: str, content: Json, markup: Json | None = None) -> Message:
    message = world.post(room, world.bot.as_user(), content, markup)
    world.ledger.enter(message.at, room.id, method, message.id, message.text)
    return message


def _reply(world: World, room: Room, args: Arguments) -> Json:
    asked = args.object("reply_parameters")
    wanted = int(asked.get("message_id") or args.integer("reply_to_message_id"))
    if not wanted:
        return {}
    found = world.messages[room.id].get(wanted)
    if found is None:
        if asked.get("allow_sending_without_reply") or args.flag("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    return {"reply_to_message": {k: v for k, v in found.body.items() if k != "reply_to_message"}}


def send_message(world: World, args: Arguments) -> Json:
    return deliver(world, args, "sendMessage", text_content(args))


def send_document(world: World, args: Arguments) -> Json:
    return deliver(world, args, "sendDocument", caption_of(args) | file_content(world, args, "document"))


def send_photo(world: World, args: Arguments) -> Json:
    return deliver(world, args, "sendPhoto", caption_of(args) | file_content(world, args, "photo"))


def _place(args: Arguments) -> Json:
    latitude, longitude = args.number("latitude"), args.number("longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("wrong location specified")
    return {"latitude": latitude, "longitude": longitude}


def send_location(world: World, args: Arguments) -> Json:
    return deliver(world, args, "sendLocation", {"location": _place(args)})


def send_venue(world: World, args: Arguments) -> Json:
    place = _place(args)
    if not args.text("title") or not args.text("address"):
        raise bad_request("title is empty" if not args.text("title") else "address is empty")
    venue = {"location": place, "title": args.text("title"), "address": args.text("address")}
    return deliver(world, args, "sendVenue", {"venue": venue, "location": place})


def send_contact(world: World, args: Arguments) -> Json:
    contact = {"phone_number": args.text("phone_number"), "first_name": args.text("first_name")}
    if not all(contact.values()):
        raise bad_request("contact phone number and first name must be non-empty")
    return deliver(world, args, "sendContact", {"contact": contact})


def send_media_group(world: World, args: Arguments) -> list[Json]:
    items = args.json("media")
    if not isinstance(items, list) or not 1 <= len(items) <= 10:
        raise bad_request("wrong number of items in the album: 1-10 expected")
    room = world.room_to_write(args.text("chat_id"))
    contents = [album_item(world, args, item) for item in items]
    if len({"photo" in content for content in contents}) > 1:
        raise bad_request("document can't be mixed with other media types")
    reply = _reply(world, room, args)
    now = world.clock.monotonic()
    world.flood.pass_through(room.id, group=not room.private, now=now, cost=len(contents))
    album = {"media_group_id": str(10_000_000 + len(world.ledger))}
    return [_arrive(world, room, "sendMediaGroup", content | album | reply).body for content in contents]


def _source(world: World, args: Arguments, message_id: int, purpose: str) -> Message:
    room = world.room_to_read(args.text("from_chat_id"))
    return world.message(room, message_id, purpose)


def _copied(message: Message) -> Json:
    content = {key: message.body[key] for key in _COPIED if key in message.body}
    if not content:
        raise bad_request("message can't be copied")
    return content


def copy_message(world: World, args: Arguments) -> Json:
    source = _source(world, args, args.integer("message_id"), "message to copy")
    content = _copied(source)
    if args.has("caption") and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")}
        content |= caption_content(args.text("caption"), args.text("parse_mode"), args.json("caption_entities"))
    return {"message_id": deliver(world, args, "copyMessage", content)["message_id"]}


def copy_messages(world: World, args: Arguments) -> list[Json]:
    source_room = world.room_to_read(args.text("from_chat_id"))
    known = world.messages[source_room.id]
    contents = [_copied(known[number]) for number in args.numbers("message_ids") if number in known]
    return _arrive_together(world, args, "copyMessages", contents, "copy")


def forward_message(world: World, args: Arguments) -> Json:
    source = _source(world, args, args.integer("message_id"), "message to forward")
    return deliver(world, args, "forwardMessage", _copied(source) | forward_origin(source))


def forward_messages(world: World, args: Arguments) -> list[Json]:
    source_room = world.room_to_read(args.text("from_chat_id"))
    known = world.messages[source_room.id]
    sources = [known[number] for number in args.numbers("message_ids") if number in known]
    contents = [_copied(source) | forward_origin(source) for source in sources]
    return _arrive_together(world, args, "forwardMessages", contents, "forward")


def _arrive_together(world: World, args: Arguments, method: str, contents: list[Json], verb: str) -> list[Json]:
    room = world.room_to_write(args.text("chat_id"))
    if not contents:
        raise bad_request(f"there are no messages to {verb}")
    now = world.clock.monotonic()
    world.flood.pass_through(room.id, group=not room.private, now=now, cost=len(contents))
    return [{"message_id": _arrive(world, room, method, content).id} for content in contents]


def forward_origin(source: Message) -> Json:
    """Where a forwarded message first came from."""
    origin = source.body.get("forward_origin")
    first = {"type": "user", "date": source.body["date"], "sender_user": source.body["from"]}
    return {"forward_origin": origin or first}


def send_chat_action(world: World, args: Arguments) -> bool:
    room = world.room_to_write(args.text("chat_id"))
    if args.text("action") not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.events.add(world.clock.now(), "action", room.id, {"action": args.text("action")})
    return True


METHODS: dict[str, Method] = {
    "sendmessage": send_message,
    "senddocument": send_document,
    "sendphoto": send_photo,
    "sendlocation": send_location,
    "sendvenue": send_venue,
    "sendcontact": send_contact,
    "sendmediagroup": send_media_group,
    "copymessage": copy_message,
    "copymessages": copy_messages,
    "forwardmessage": forward_message,
    "forwardmessages": forward_messages,
    "sendchataction": send_chat_action,
}
