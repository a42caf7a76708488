"""Killing the bot at a chosen instant, and judging afterwards what really arrived."""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Callable
from typing import Any

from simulator.events import Event
from simulator.faults import FaultKind
from simulator.process import ProcessStage
from tests.stories.looking import rows

SENDING = ("sendMessage", "editMessageText", "sendDocument", "sendPhoto")
UNHEARD = {FaultKind.HANG: 3600.0, FaultKind.SLOW_ANSWER: 2.0}
"""Seconds of silence after which the dead bot would have heard."""


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
        await self._when(act, FaultKind.HANG, methods, lambda event: event.kind == "broken")

    async def after(self, act: Awaitable[Any], *methods: str) -> None:
        """The bot dies when its first such call (by default an edit, too) has had its effect, without hearing of it."""
        kinds = ("message",) if methods else ("message", "edit")
        await self._when(
            act, FaultKind.SLOW_ANSWER, methods, lambda event: event.kind in kinds and bool(event.body.get("outgoing"))
        )

    async def _when(
        self, act: Awaitable[Any], kind: FaultKind, methods: tuple[str, ...], now: Callable[[Event], bool]
    ) -> None:
        await self.stage.settled()
        events = self.stage.world.events
        mark = events.last
        self.stage.fault(kind, *(methods or SENDING), times=None, seconds=UNHEARD[kind])
        await act
        try:
            async with asyncio.timeout(self.stage.scene.patience):
                while not any(now(event) for event in events.after(mark)):
                    await events.wait(events.last)
        except TimeoutError:
            told = f"{self.stage.dialogue()[-900:]}\n{self.stage.output[-1500:]}"
            raise AssertionError(f"nothing to be killed at:\n{told}") from None
        await self.stage.kill()
        self.stage.world.faults.clear()
        await self.stage.restart()


async def drained(stage: ProcessStage, url: str) -> None:
    """Wait until nothing is left in the outbox that could be sent."""
    async with asyncio.timeout(stage.scene.patience):
        while rows(url, "select id from deliveries where state in ('waiting', 'sending')"):
            await stage.settled()


def judge(stage: ProcessStage, url: str) -> list[str]:
    """What is wrong with the outbox beside what really arrived; nothing, if nothing is lost or had twice."""
    complaints = []
    said = [entry for entry in stage.world.ledger if entry.method.startswith("send")]
    arrived = Counter((entry.chat_id, entry.text) for entry in said)
    texts = {(entry.chat_id, entry.message_id): entry.text for entry in said}
    for row in rows(url, "select d.*, n.kind from deliveries d join notices n on n.id = d.notice_id"):
        what = f"{row['kind']} to {row['chat_id']} is {row['state']} ({row['reason']})"
        if row["state"] in ("waiting", "sending", "failed", "uncertain"):
            complaints.append(what)
        elif row["state"] == "sent":
            text = texts.get((row["chat_id"], row["message_id"]))
            times = 0 if text is None else arrived[row["chat_id"], text]
            if not 1 <= times <= 1 + row["attempt"]:
                complaints.append(f"{what}, but arrived {times} times: {text!r}")
    return complaints
