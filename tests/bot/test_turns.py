"""A chat's own limit, with one worker and with several on one database."""

import asyncio
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import pytest
from sqlalchemy import event

from bot.outgoing import Outcome, Outgoing
from bot.sender import Sender
from storage.database import Database
from tests.bot.outbox import FixedDay, PretendDoor, all_recorded, desk_of, say


@dataclass
class TimedDoor(PretendDoor):
    """Notes when something arrives."""

    moments: list[float] = field(default_factory=list)

    async def send(self, chat: int, out: Outgoing) -> Outcome:
        self.moments.append(asyncio.get_running_loop().time())
        return await super().send(chat, out)


@pytest.mark.parametrize(("workers", "chat", "notices", "apart"), [(1, 1, 4, 1.0), (3, 1, 4, 1.0), (3, -1, 2, 3.0)])
async def test_what_a_chat_gets_is_kept_apart_however_many_send(
    postgresql: Database, tmp_path: Path, workers: int, chat: int, notices: int, apart: float
) -> None:
    clock, door = FixedDay(), TimedDoor()
    desk = await desk_of(postgresql, tmp_path, rate=20)  # one row a claim, so that each worker gets some
    desk.now = clock.now
    for _ in range(notices):
        await say(postgresql, [chat])
    async with asyncio.timeout(60), AsyncExitStack() as stack:
        senders = [Sender(desk, door, clock, window=0.05) for _ in range(workers)]
        for each in senders:
            running = asyncio.create_task(each.run())
            stack.push_async_callback(asyncio.gather, running)
            stack.push_async_callback(each.stop)
        await all_recorded(postgresql, senders[0])
    assert len(door.moments) == notices
    nearest = min(later - earlier for earlier, later in pairwise(door.moments))
    assert nearest > 0.3 * apart, "a busy machine is late by some of it; side by side they are 0.05 apart"


async def test_a_sender_with_nothing_to_send_only_looks(database: Database, tmp_path: Path) -> None:
    """Every second of every idle day; what comes to be due is found all the same."""
    clock, door = FixedDay(), TimedDoor()
    desk = await desk_of(database, tmp_path)
    desk.now = clock.now
    sender = Sender(desk, door, clock)
    running = asyncio.create_task(sender.run())
    await sender.idle()
    asked: list[str] = []
    engine = database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", lambda _c, _cursor, words, *_rest: asked.append(words.split()[0]))
    await sender.idle()
    looked = {each for each in asked if each not in ("BEGIN", "PRAGMA")}
    await say(database, [1])
    await all_recorded(database, sender)
    await sender.stop()
    await running
    assert (looked, door.chats) == ({"SELECT"}, [1])
