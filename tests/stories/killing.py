"""Killing the bot at a chosen instant, and judging afterwards what really arrived."""

import sqlite3
from collections import Counter
from collections.abc import Awaitable
from pathlib import Path
from typing import Any

from simulator.faults import FaultKind
from simulator.process import ProcessStage

SENDING = ("sendMessage", "editMessageText", "sendDocument", "sendPhoto")


class Killer:
    """Ends the process the hard way and starts it again."""

    def __init__(self, stage: ProcessStage) -> None:
        self.stage = stage

    async def before(self, act: Awaitable[Any]) -> None:
        """The person acts while the bot is dead."""
        await self.stage.kill()
        await act
        await self.stage.restart()

    async def at(self, act: Awaitable[Any], *methods: str) -> None:
        """The bot dies at its first such call after the person has acted: it was made, and had no effect."""
        events = self.stage.world.events
        mark = events.last
        self.stage.fault(FaultKind.HANG, *(methods or SENDING), seconds=3600)
        await act
        while not any(event.kind == "broken" for event in events.after(mark)):
            await events.wait(events.last)
        await self.stage.kill()
        self.stage.world.faults.clear()
        await self.stage.restart()

    async def after(self, act: Awaitable[Any], *methods: str) -> None:
        """The bot dies when its first such call has had its effect, without having heard of it."""
        events = self.stage.world.events
        mark = events.last
        self.stage.fault(FaultKind.SLOW_ANSWER, *(methods or SENDING), seconds=3600)
        await act
        while not any(event.body.get("outgoing") for event in events.after(mark)):
            await events.wait(events.last)
        await self.stage.kill()
        self.stage.world.faults.clear()
        await self.stage.restart()


def rows(folder: Path, query: str) -> list[sqlite3.Row]:
    """What the bot's database holds, read by somebody else."""
    with sqlite3.connect(folder / "conference.db") as connection:
        connection.row_factory = sqlite3.Row
        return connection.execute(query).fetchall()


def judge(stage: ProcessStage, folder: Path) -> list[str]:
    """What is wrong with the outbox beside what really arrived; nothing, if nothing is lost or had twice."""
    complaints = []
    arrived = Counter((entry.chat_id, entry.text) for entry in stage.world.ledger if entry.method.startswith("send"))
    texts = {(entry.chat_id, entry.message_id): entry.text for entry in stage.world.ledger}
    for row in rows(folder, "select d.*, n.kind from deliveries d join notices n on n.id = d.notice_id"):
        what = f"{row['kind']} to {row['chat_id']} is {row['state']} ({row['reason']})"
        if row["state"] in ("waiting", "sending", "failed", "uncertain"):
            complaints.append(what)
        elif row["state"] == "sent":
            text = texts.get((row["chat_id"], row["message_id"]))
            times = 0 if text is None else arrived[row["chat_id"], text]
            if not 1 <= times <= 1 + row["attempt"]:
                complaints.append(f"{what}, but arrived {times} times: {text!r}")
    return complaints
