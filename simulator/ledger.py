"""What really arrived. The bot has its own opinion; this is the truth that judges compare it with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One effect of a call: `answered` is False when the bot never learned of it."""

    number: int
    at: datetime
    chat_id: int
    method: str
    message_id: int | None
    text: str
    answered: bool = True

    def as_json(self) -> Json:
        return {
            "number": self.number,
            "at": self.at.isoformat(),
            "chat_id": self.chat_id,
            "method": self.method,
            "message_id": self.message_id,
            "text": self.text,
            "answered": self.answered,
        }


class Ledger:
    """Everything delivered, in order."""

    def __init__(self) -> None:
        self._entries: list[Entry] = []

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self._entries)

    def enter(self, at: datetime, chat_id: int, method: str, message_id: int | None, text: str) -> None:
        """Note one effect."""
        self._entries.append(Entry(len(self._entries) + 1, at, chat_id, method, message_id, text))

    def mark_unanswered(self, since: int) -> None:
        """The answers to the entries after the first `since` never reached the bot."""
        self._entries[since:] = [replace(entry, answered=False) for entry in self._entries[since:]]

    def of(self, chat_id: int, method: str | None = None) -> Sequence[Entry]:
        """What arrived in one chat, by one method or by all."""
        return [e for e in self._entries if e.chat_id == chat_id and method in (None, e.method)]

    def after(self, number: int, chat_id: int | None = None) -> Sequence[Entry]:
        return [e for e in self._entries[number:] if chat_id in (None, e.chat_id)]
