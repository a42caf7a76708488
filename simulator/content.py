"""What a message may contain: texts, captions and files, checked as Telegram checks them."""

from typing import Any

from simulator.arguments import Arguments
from simulator.errors import bad_request
from simulator.files import StoredFile, Upload
from simulator.markup import FormattedText, parse_html, tidy, utf16_length
from simulator.world import World

Json = dict[str, Any]

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
FILE_KINDS = ("document", "photo")


def formatted(source: str, parse_mode: str, entities: Any) -> FormattedText:
    """A text with its entities, from HTML or from entities given apart."""
    match parse_mode.lower():
        case "html":
            return tidy(parse_html(source))
        case "":
            given = entities if isinstance(entities, list) else []
            return tidy(FormattedText(source, tuple(dict(entity) for entity in given)))
        case _:  # this project writes HTML only, so the older markups are not imitated
            raise bad_request("unsupported parse_mode")


def text_content(args: Arguments, too_long: str = "message is too long") -> Json:
    """The text of a message: 1 to 4096 UTF-16 units after the tags are gone."""
    text = formatted(args.text("text"), args.text("parse_mode"), args.json("entities"))
    if not text.text:
        raise bad_request("message text is empty")
    if utf16_length(text.text) > TEXT_LIMIT:
        raise bad_request(too_long)
    return {"text": text.text, **({"entities": list(text.entities)} if text.entities else {})}


def caption_content(source: str, parse_mode: str, entities: Any) -> Json:
    """A caption: nothing, or up to 1024 UTF-16 units after the tags are gone."""
    caption = formatted(source, parse_mode, entities)
    if utf16_length(caption.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    content: Json = {"caption": caption.text} if caption.text else {}
    return content | ({"caption_entities": list(caption.entities)} if caption.entities else {})


def caption_of(args: Arguments) -> Json:
    """The caption among the arguments of a call."""
    return caption_content(args.text("caption"), args.text("parse_mode"), args.json("caption_entities"))


def file_content(world: World, args: Arguments, kind: str, field: str | None = None) -> Json:
    """A document or photo, uploaded now or named by the file_id of an earlier one."""
    given = args.upload(field or kind)
    return file_json(kind, _stored(world, kind, given))


def file_json(kind: str, stored: StoredFile) -> Json:
    """A stored file as the part of a message."""
    return {"photo": stored.photo()} if kind == "photo" else {"document": stored.document()}


def _stored(world: World, kind: str, given: Upload | str) -> StoredFile:
    if isinstance(given, Upload):
        return world.files.keep_from_bot(given, kind)
    if not given:
        raise bad_request(f"there is no {kind} in the request")
    if given.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    try:
        return world.files.get(given)
    except Exception:
        raise bad_request("wrong file identifier/HTTP URL specified") from None


def album_item(world: World, args: Arguments, item: Json) -> Json:
    """One item of sendMediaGroup."""
    kind = str(item.get("type"))
    if kind not in FILE_KINDS:
        raise bad_request(f'can\'t parse InputMedia: type "{kind}" is unsupported')
    named = Arguments({kind: item.get("media", "")}, args.files)
    caption = caption_content(
        str(item.get("caption", "")), str(item.get("parse_mode") or ""), item.get("caption_entities")
    )
    return file_content(world, named, kind) | caption
