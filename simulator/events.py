"""What happened in the chats, in order: the feed for pages, people of stories and whoever watches."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Event:
    """One happening, numbered from 1. `chat_id` is 0 where no chat is concerned (clock, bot commands)."""

    number: int
    at: datetime
    kind: str
    chat_id: int
    body: Json

    def as_json(self) -> Json:
        """The event as it goes to a page."""
        head = {"number": self.number, "at": self.at.isoformat(), "kind": self.kind, "chat_id": self.chat_id}
        return head | {"body": self.body}


class EventLog:
    """An append-only list that can be waited on."""

    def __init__(self) -> None:
        self._events: list[Event] = []
        self._waiting: list[asyncio.Future[None]] = []

    @property
    def last(self) -> int:
        """Number of the newest event, 0 when there is none."""
        return len(self._events)

    def add(self, at: datetime, kind: str, chat_id: int, body: Json) -> Event:
        event = Event(len(self._events) + 1, at, kind, chat_id, body)
        self._events.append(event)
        if self._waiting:
            self._wake()
        return event

    def after(self, number: int, chat_id: int | None = None) -> Sequence[Event]:
        """Events younger than the number, of one chat or of all."""
        return [event for event in self._events[number:] if chat_id in (None, event.chat_id)]

    async def wait(self, number: int) -> None:
        """Return as soon as there is an event younger than the number."""
        while self.last <= number:
            waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self._waiting.append(waiting)
            try:
                await waiting
            finally:
                if waiting in self._waiting:
                    self._waiting.remove(waiting)

    def _wake(self) -> None:
        waiting, self._waiting = self._waiting, []
        for future in waiting:
            if not future.done():
                future.set_result(None)
