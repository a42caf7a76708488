"""Replies as they are kept beside their update until they have been said, so that a crash in between loses none.

An effect and the reply that tells of it are committed at once; the reply is forgotten when it is out. What a
restart still finds was perhaps never said, so it is said (again), and says so.
"""

from base64 import b64decode, b64encode
from typing import Any

from domain.views import Attachment, Keyboard, OpenLink, Press, Reply, registered
from services.views.menu import Resumed
from storage.codec import from_json, to_json

MOST_BYTES = 1024 * 1024
"""Of files; a reply with more is not worth keeping twice, and can be asked for again."""


def kept(result: object) -> list[dict[str, Any]] | None:
    """What a service handed back as plain JSON, or None where it says nothing."""
    replies = [each for each in (result if isinstance(result, list) else [result]) if isinstance(each, Reply)]
    return [_kept(each) for each in replies] or None


def _kept(reply: Reply) -> dict[str, Any]:
    contents = [each.content for each in reply.files if isinstance(each.content, bytes)]
    if type(reply.it) not in registered or len(contents) < len(reply.files) or sum(map(len, contents)) > MOST_BYTES:
        return {}
    return {
        "view": registered[type(reply.it)],
        "data": to_json(reply.it),
        "buttons": None if reply.buttons is None else [[_button(each) for each in row] for row in reply.buttons],
        "files": [
            [each.name, b64encode(content).decode(), each.photo]
            for each, content in zip(reply.files, contents, strict=True)
        ],
        "edit": reply.edit,
        "toast": reply.toast,
        "language": reply.language,
    }


def _button(button: Press | OpenLink) -> list[Any]:
    if isinstance(button, OpenLink):
        return [button.url, button.label]
    return [button.data, button.label, button.args, button.style]


def replies_of(data: list[dict[str, Any]]) -> list[Reply]:
    """What `kept` kept; what this version cannot read any more becomes a sentence with the next step."""
    return [_reply(each) for each in data]


def _reply(data: dict[str, Any]) -> Reply:
    try:
        view = next(cls for cls, known in registered.items() if known == data["view"])
        return Reply(
            it=from_json(data["data"], view),
            buttons=None if data["buttons"] is None else _keyboard(data["buttons"]),
            files=tuple(Attachment(name, b64decode(content), photo) for name, content, photo in data["files"]),
            edit=data["edit"],
            toast=data["toast"],
            language=data["language"],
        )
    except Exception:  # whatever another version wrote: the effect stands, only its words are gone
        return Reply(it=Resumed())


def _keyboard(rows: list[list[list[Any]]]) -> Keyboard:
    return tuple(tuple(_button_of(each) for each in row) for row in rows)


def _button_of(parts: list[Any]) -> Press | OpenLink:
    if len(parts) == 2:
        return OpenLink(*parts)
    data, label, args, style = parts
    return Press(data, label, tuple((name, value) for name, value in args), style)
