"""What a person does, asked for over HTTP: the verb and its values, as people act in `simulator.people`."""

import base64
import binascii
from typing import Any

from aiohttp import web

from simulator.errors import CannotDo
from simulator.people import People
from simulator.world import Message

Json = dict[str, Any]


class Acting:
    """Does with a world's people what a request asks for."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._world = people.world

    def act(self, who: int, verb: str, body: Json) -> Message | Json | None:
        """Do it; what came of it: a message, a press, or nothing. `CannotDo` where people cannot."""
        people = self._people
        chat = int(body["chat"]) if body.get("chat") else None
        caption = str(body.get("caption") or "")
        match verb:
            case "start":
                return people.start(who, str(body.get("payload") or ""))
            case "open":
                return people.open_link(who, body["link"])
            case "say":
                return people.say(who, body["text"], chat, reply_to=body.get("reply_to"))
            case "edit":
                return people.edit(who, self._message(chat or who, body), body["text"])
            case "file":
                return people.send_file(who, body["name"], _bytes(body), chat, caption)
            case "photo":
                return people.send_photo(who, _bytes(body), chat, caption)
            case "contact":
                return people.send_contact(who)
            case "location":
                return people.send_location(who, float(body["latitude"]), float(body["longitude"]))
            case "press":
                return self._press(who, self._message(chat or who, body), body)
            case _:
                self._set(who, verb, body)
                return None

    def _set(self, who: int, verb: str, body: Json) -> None:
        match verb:
            case "block":
                self._people.block(who)
            case "unblock":
                self._people.unblock(who)
            case "deactivate":
                self._people.deactivate(who)
            case "language":
                self._world.account(who).language = str(body["language"])
            case _:
                raise CannotDo(f"people cannot {verb}")

    def _press(self, who: int, message: Message, body: Json) -> Json:
        if "data" in body:
            return {"kind": "callback", "id": self._people.press_data(who, message, str(body["data"]))}
        return self._people.press(who, message, int(body["row"]), int(body["column"]))

    def _message(self, chat: int, body: Json) -> Message:
        message = self._world.messages[chat].get(int(body["message_id"]))
        if message is None:
            raise CannotDo("there is no such message any more")
        return message


async def body_of(request: web.Request) -> Json:
    """The values of a request: JSON, a form with a file, or none."""
    if request.content_type.startswith("multipart/"):
        form = await request.post()
        sent = form["file"]
        if not isinstance(sent, web.FileField):
            raise ValueError("the part 'file' must be a file")
        return {"name": sent.filename, "bytes": sent.file.read(), **{k: v for k, v in form.items() if k != "file"}}
    return dict(await request.json()) if request.can_read_body else {}


def _bytes(body: Json) -> bytes:
    if "bytes" in body:
        return bytes(body["bytes"])
    try:
        return base64.b64decode(body["base64"], validate=True)
    except binascii.Error:
        raise ValueError("base64 is not valid") from None
