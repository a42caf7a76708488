"""The outbox's worker: claim, commit, send at the bot's pace, record.

Any number of them may run on one database. A crash between claim and record leaves rows that the next sweep takes
up; nothing is sent twice without being marked so, and nothing waits that could still be sent.
"""

import asyncio
import logging
import secrets
from collections import deque
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row

from bot.clock import Clock
from bot.courier import Courier, Door
from bot.outcomes import back
from bot.recorder import Recorder
from services.desk import Desk
from storage import deliveries, results
from storage.database import Unavailable
from storage.deliveries import Claim, Claimed, Terms

log = logging.getLogger(__name__)

IDLE_SECONDS = 1.0
SWEEP_SECONDS = 5.0
STOP_SECONDS = 10.0
LEASE_SECONDS = 90.0
IN_FLIGHT = 128
SLACK = 0.04  # of a slot, where several processes send: each may be late by 40 ms without all being above the pace

_TOGETHER = 8  # claims and results at a time, at a slow pace: each commit stands in the way of who waits for an answer
_FORESIGHT = 0.3  # seconds that a claim looks ahead at most: nothing more urgent gets between what is claimed
_ROOM = 1.2  # for a reply, in messages: its moment is not the pacer's, so the second is not filled to the brim with it


class Sender:
    """One worker. `pacing` is given where the desk's clock cannot pace (a rehearsal whose time can be paused)."""

    def __init__(
        self,
        desk: Desk,
        door: Door,
        clock: Clock,
        *,
        pacing: Clock | None = None,
        window: float = 0.1,
        lease: float = LEASE_SECONDS,
    ) -> None:
        self._database = desk.database
        self._clock = pacing or clock
        self._now = desk.now
        self._alone = desk.database.is_sqlite
        if self._alone:
            window = max(window, min(_TOGETHER / desk.settings.rate, _FORESIGHT))
        self._terms = Terms(
            bot="telegram", owner=secrets.token_hex(8), rate=desk.settings.rate, window=window, lease=lease
        )
        if not self._alone:
            self._terms = replace(self._terms, lead=window / 2, slack=SLACK, turns=pacing is None)
        self._room = IN_FLIGHT + int(desk.settings.rate * window)  # then as much again is claimed, and not less
        self._courier = Courier(desk, door, self._clock, self._terms)
        gap = max(window / 2, _TOGETHER / desk.settings.rate)
        self._recorder = Recorder(desk.database, self._clock, self._terms.owner, gap)
        self._wake = asyncio.Event()
        self._quiet = asyncio.Event()
        self._stopping = False
        self._main: asyncio.Task[None] | None = None
        self._replies: deque[float] = deque()  # when those went out for which no room has been made yet
        self._waiting: set[asyncio.Task[None]] = set()
        self._flying: set[asyncio.Task[None]] = set()
        self._next_sweep = 0.0
        self._swept: datetime | None = None
        self._blind = False
        self._idle = False

    def wake(self) -> None:
        """There is something new to send."""
        self._wake.set()

    def make_room(self) -> None:
        """A reply goes out besides the notices: the pace makes room for it."""
        now = self._clock.monotonic()
        self._replies.append(now)
        if self._alone:  # among several a row that is late is given back, which is dearer than the moment it is late by
            self._courier.spacing.give_way(now)

    async def idle(self) -> None:
        """Come back once nothing that is due waits, flies or is unrecorded."""
        self._quiet.clear()
        self.wake()
        await self._quiet.wait()

    async def run(self) -> None:
        """Take up what a crash left, then work until stopped."""
        recording = asyncio.create_task(self._recorder.run())
        self._main = asyncio.current_task()
        try:
            while not self._stopping:
                self._wake.clear()
                try:
                    await self._turn()
                except Exception:  # a mistake of ours must not silence the bot for good
                    log.exception("the sender stumbled")
                    await self._rest(IDLE_SECONDS)
            await self._finish()
        finally:
            recording.cancel()
            await asyncio.gather(recording, return_exceptions=True)

    async def stop(self, seconds: float = STOP_SECONDS) -> None:
        """Claim nothing more, give back what has not begun, finish and record what is in flight."""
        self._stopping = True
        self.wake()
        if self._main is None:
            return
        _, running = await asyncio.wait({self._main}, timeout=seconds)
        if running:
            # What is still in flight stays leased: the next start finds it uncertain.
            log.warning("stopped with messages in flight", extra={"count": len(self._flying)})
            left = [self._main, *self._flying]
            for task in left:
                task.cancel()
            await asyncio.gather(*left, return_exceptions=True)

    async def _finish(self) -> None:
        await asyncio.sleep(0)  # one that has not begun yet could not give its row back
        for task in list(self._waiting):
            task.cancel()
        await asyncio.gather(*self._waiting, *self._flying, return_exceptions=True)
        await self._recorder.drained()

    async def _turn(self) -> None:
        """Claim once and launch what was claimed, or rest for as long as there is nothing to do."""
        await self._sweep()
        hold = self._hold()
        if hold > 0:
            return await self._rest(hold)
        calm = not self._waiting and not self._flying and self._recorder.is_drained
        claim, asked = await self._claim()
        if not claim.rows:
            if claim.wait is not None:
                return await self._rest(min(claim.wait, IDLE_SECONDS))  # the row may be let go before
            if not self._waiting and not self._flying:
                if not calm:
                    return await self._recorder.drained()  # what was given back meanwhile waits again
                self._quiet.set()
            return await self._rest(IDLE_SECONDS)
        start = asked + (claim.wait or 0.0)
        for index, row in enumerate(claim.rows):
            self._launch(row, claim.notices[row.notice], start + index * claim.spacing)
        self._courier.spacing.every = claim.spacing
        return await self._rest(asked + claim.taken - self._clock.monotonic() - self._terms.window)

    async def _sweep(self) -> None:
        """Now and then, take up the rows of dead workers and close what is of no use any more.

        On SQLite this is the only process, so at the start every leased row is a dead worker's.
        """
        if self._clock.monotonic() < self._next_sweep:
            return
        try:
            async with self._database.begin(patient=True) as connection:
                at = datetime.fromtimestamp(await self._courier.time(connection), UTC)
                found = await results.reap(connection, self._terms.owner, self._now(), at, everybody=self._alone)
                late = await results.drop_late(connection, self._now(), self._swept)
        except Unavailable:
            return
        self._next_sweep, self._swept = self._clock.monotonic() + SWEEP_SECONDS, self._now()
        if any(found) or late:
            log.info("outbox swept", extra={"repeated": found[0], "uncertain": found[1], "late": late})

    def _hold(self) -> float:
        """Seconds during which nothing may be claimed."""
        if not self._recorder.keeps_up or len(self._flying) + len(self._waiting) > self._room:
            return self._terms.window / 2
        return self._courier.hold()

    async def _rest(self, seconds: float) -> None:
        """Wait so long, or until woken."""
        if seconds <= 0:
            return
        sleep = asyncio.ensure_future(self._clock.sleep(seconds))
        woken = asyncio.ensure_future(self._wake.wait())
        await asyncio.wait({sleep, woken}, return_when=asyncio.FIRST_COMPLETED)
        for each in (sleep, woken):
            each.cancel()

    async def _claim(self) -> tuple[Claim, float]:
        """What to send, and the moment from which its waits count: other workers may have held the pace meanwhile."""
        asked = self._clock.monotonic()
        while self._replies and self._replies[0] <= asked - 1:  # of another second than whatever goes out now
            self._replies.popleft()
        replies = len(self._replies)
        most = 1 if self._courier.trouble.delay else None
        terms = self._terms if self._courier.others.are_about(asked) else replace(self._terms, slack=0.0)
        try:
            async with self._database.begin(patient=True) as connection:
                if self._idle and not await deliveries.any_due(connection, self._now()):
                    return Claim(), asked  # as mostly: without the pacer, and with nothing written
                at = await self._courier.time(connection, held=True)
                asked = self._clock.monotonic()
                claim = await deliveries.claim(
                    connection, terms, self._now(), at, most=most, room=min(replies, terms.rate) * _ROOM
                )
        except Unavailable as error:
            if not self._blind:
                log.error("the outbox cannot be read", extra={"error": str(error)})
            self._blind = True
            return Claim(wait=IDLE_SECONDS), asked
        self._blind = False
        self._idle = not claim.rows and claim.wait is None
        if not self._idle:
            self._courier.others.look(claim.stood, claim.stands, at, asked)
        for _ in range(replies if claim.rows else 0):
            self._replies.popleft()
        return claim, asked

    def _launch(self, row: Claimed, notice: Row[Any], at: float) -> None:
        leased_until = self._clock.monotonic() + self._terms.lease
        task = asyncio.create_task(self._deliver(row, notice, at, leased_until))
        self._waiting.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._waiting.discard(task)
        self._flying.discard(task)
        if self._idle and not self._waiting and not self._flying:
            self.wake()  # it rests for long, and `idle` may be waited for

    async def _deliver(self, row: Claimed, notice: Row[Any], at: float, leased_until: float) -> None:
        """One row, from its lease to its result. Whatever happens, there is a result."""
        try:
            result = await self._courier.wait(row, at, leased_until, self._may_send)
            if result is None:
                task = asyncio.current_task()
                assert task is not None
                self._waiting.discard(task)
                self._flying.add(task)
                result = await self._courier.send(row, notice)
        except asyncio.CancelledError:
            task = asyncio.current_task()
            if task in self._flying:
                raise
            result = back(row)
        self._recorder.put(result)

    def _may_send(self) -> bool:
        return not self._stopping and self._recorder.keeps_up
