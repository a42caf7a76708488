"""A chat as lines of text: what stories print as they go, and what a failed expectation shows."""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import tzinfo
from typing import Any

from simulator.events import Event
from simulator.keyboards import buttons_of
from simulator.world import World

Json = dict[str, Any]


def words_of(event: Event) -> str:
    """Everything a person can read in an event: text or caption, file name, place, the toast after a press."""
    body = event.body
    document, venue, contact = (body.get(key) or {} for key in ("document", "venue", "contact"))
    parts = [body.get("text"), body.get("caption"), document.get("file_name")]
    parts += [venue.get("title"), venue.get("address"), contact.get("phone_number")]
    return unicodedata.normalize("NFC", "\n".join(str(part) for part in parts if part))


def contains(event: Event, text: str) -> bool:
    """Whether a reader would find the text; runs of white space count as one blank."""
    return _plain(text) in _plain(words_of(event))


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


class Transcript:
    """Turns events into lines, with names in place of numbers and times in one zone."""

    def __init__(self, world: World, zone: tzinfo) -> None:
        self._world = world
        self._zone = zone

    def lines(self, events: Iterable[Event]) -> Iterator[str]:
        for event in events:
            if line := self.line(event):
                yield line

    def line(self, event: Event) -> str:
        """One event as one block of text, empty when there is nothing to see."""
        said = self._said(event)
        if not said:
            return ""
        time = event.at.astimezone(self._zone).strftime("%d/%m %H:%M")
        return f"{time}  {said}".replace("\n", "\n" + " " * 13)

    def _said(self, event: Event) -> str:
        body = event.body
        match event.kind:
            case "message":
                return f"{self._direction(event)}: {_shown(event)}"
            case "edit":
                return f"{self._direction(event)} (edited): {_shown(event)}"
            case "delete":
                return f"{self._chat(event)}: a message is deleted"
            case "press":
                return f"{self._name(body['person_id'])} presses [{body['label'] or body['data']}]"
            case "answer" if body["text"]:
                return f"bot → {self._name(body['person_id'])} (toast): {body['text']}"
            case "bot_status":
                return f"{self._chat(event)}: the bot is now {body['status']}"
            case "time":
                return f"— {body['text']} —"
        return ""

    def _direction(self, event: Event) -> str:
        if event.body["outgoing"]:
            return f"bot → {self._chat(event)}"
        sender = self._name(event.body["from"]["id"])
        return sender if event.chat_id > 0 else f"{sender} in {self._chat(event)}"

    def _chat(self, event: Event) -> str:
        room = self._world.rooms[event.chat_id]
        return self._name(room.id) if room.private else room.title

    def _name(self, user_id: int) -> str:
        account = self._world.accounts.get(user_id)
        return f"{account.first_name} {account.last_name}".strip() if account else str(user_id)


def _shown(event: Event) -> str:
    keyboard = event.body.get("keyboard") or {}
    rows: dict[int, list[str]] = {}
    for button in buttons_of(keyboard):
        rows.setdefault(button.row, []).append(f"[{button.label}]")
    return "\n".join([words_of(event) or "(picture)", *(" ".join(row) for row in rows.values())])
