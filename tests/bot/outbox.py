"""An outbox with people in it, and a pretend gateway whose answers are written by the test."""

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, insert, select

from bot.clock import SystemClock
from bot.outgoing import Outcome, Outgoing, Rows, Sent
from bot.sender import Sender
from domain.ids import NoticeId
from domain.settings import Settings
from domain.views import registered
from services.desk import Desk, file_store
from services.views.notices import ReceiptNoted
from storage.codec import to_json
from storage.database import Database
from storage.schema import accounts, conferences, deliveries, notices

NOW = datetime(2026, 7, 1, 2, tzinfo=UTC)


class FixedDay(SystemClock):
    """Runs like the machine's clock, from a given moment."""

    __slots__ = ("_ahead",)

    def __init__(self, start: datetime = NOW) -> None:
        self._ahead = start - super().now()

    def now(self) -> datetime:
        return super().now() + self._ahead


@dataclass
class Screen:
    """Keeps what messages were replaced by."""

    edits: list[tuple[int, int, str]] = field(default_factory=list)

    async def edit(self, chat: int, message: int, out: Outgoing) -> Outcome:
        self.edits.append((chat, message, out.text.splitlines()[0]))
        return Sent((message,))


@dataclass
class PretendDoor:
    """Answers what `answers` holds for a chat, in order, then that it was sent. `gate` holds every send back."""

    answers: dict[int, list[Outcome | Exception]] = field(default_factory=dict)
    sent: list[tuple[int, Outgoing]] = field(default_factory=list)
    waited_for: list[int] = field(default_factory=list)
    copied: list[tuple[int, int, tuple[int, ...]]] = field(default_factory=list)
    replaced: list[tuple[int, int, Outgoing]] = field(default_factory=list)
    deleted: list[tuple[int, tuple[int, ...]]] = field(default_factory=list)
    gate: asyncio.Event | None = None
    begun: asyncio.Event = field(default_factory=asyncio.Event)
    quiet_for: float = 0.0

    def silence(self, chat: int | None = None) -> float:
        return self.quiet_for

    async def send(self, chat: int, out: Outgoing) -> Outcome:
        self.begun.set()
        if self.gate is not None:
            await self.gate.wait()
        self.sent.append((chat, out))
        return self._answer(chat)

    async def reply(self, chat: int, out: Outgoing) -> Outcome:
        self.waited_for.append(chat)
        return await self.send(chat, out)

    async def copy(self, chat: int, from_chat: int, messages: Sequence[int], rows: Rows = ()) -> Outcome:
        self.copied.append((chat, from_chat, tuple(messages)))
        return self._answer(chat)

    async def replace(self, chat: int, message: int, out: Outgoing) -> Outcome:
        self.replaced.append((chat, message, out))
        return self._answer(chat)

    async def delete(self, chat: int, messages: Sequence[int]) -> Outcome:
        self.deleted.append((chat, tuple(messages)))
        return self._answer(chat)

    def _answer(self, chat: int) -> Outcome:
        left = self.answers.get(chat, [])
        answer = left.pop(0) if left else Sent((len(self.sent),))
        if isinstance(answer, Exception):
            raise answer
        return answer

    @property
    def chats(self) -> list[int]:
        return [chat for chat, _ in self.sent]


async def desk_of(database: Database, path: Path, people: int = 40, rate: float = 500.0) -> Desk:
    """A desk with one published conference and so many accounts, at a brisk pace."""
    values = {"code": "A", "title": "Hội nghị", "timezone": "UTC", "language": "vi", "purpose": [], "recipients": []}
    async with database.begin() as connection:
        await connection.execute(
            insert(conferences).values(values | {"state": "published", "revision": 1, "created_at": NOW})
        )
        everybody = [
            {"account_id": each, "language": "en" if each % 10 == 0 else "vi", "reachability": "linked"}
            | {"created_at": NOW, "is_owner": False}
            for each in range(1, people + 1)
        ]
        await connection.execute(insert(accounts), everybody)
    return Desk(database=database, files=file_store(path), now=lambda: NOW, settings=Settings(rate=rate))


async def say(database: Database, chats: Iterable[int], it: Any = None, data: Any = None, **values: Any) -> NoticeId:
    """Put a notice for these chats into the outbox."""
    shown = it if it is not None else ReceiptNoted()
    common = {"conference_id": 1, "kind": "k", "view": registered.get(type(shown), "gone/view"), "urgency": 30}
    common |= {"data": to_json(shown), "policy": "resend", "created_at": NOW, "wants_receipt": False} | values
    async with database.begin() as connection:
        made = await connection.execute(insert(notices).values(common))
        key = made.inserted_primary_key
        assert key is not None
        row = {"conference_id": 1, "notice_id": key[0], "state": "waiting", "attempt": 0, "due_at": NOW, "data": data}
        everybody = [row | {"chat_id": chat, "urgency": common["urgency"]} for chat in chats]
        await connection.execute(insert(deliveries), everybody)
    return NoticeId(key[0])


async def states(database: Database) -> list[tuple[int, str, int, str | None]]:
    """Chat, state, attempt and reason of every delivery."""
    columns = (deliveries.c.chat_id, deliveries.c.state, deliveries.c.attempt, deliveries.c.reason)
    async with database.begin() as connection:
        return [tuple(row) for row in (await connection.execute(select(*columns).order_by(deliveries.c.id))).all()]


async def all_recorded(database: Database, sender: Sender) -> None:
    """Every row of the outbox has been sent and its result written down."""
    open_rows = select(func.count()).select_from(deliveries).where(deliveries.c.state.in_(("waiting", "sending")))
    async with asyncio.timeout(60):
        while True:
            await sender.idle()
            async with database.begin() as connection:
                if not (await connection.execute(open_rows)).scalar_one():
                    return
