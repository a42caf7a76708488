"""One of several processes on one PostgreSQL polls: whoever holds the lease. If it falls silent another takes over."""

import asyncio
import logging
import secrets
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.clock import Clock
from storage import leases
from storage.database import Database, Unavailable

log = logging.getLogger(__name__)

LEASE_SECONDS = 15.0
Turn = Callable[[], Awaitable[None]]


class Lease:
    """Calls `begin` when the lease becomes ours and `end` when it is lost or given up.

    Where the database cannot be reached, the work goes on for as long as nobody else can have taken over.
    """

    def __init__(self, database: Database, clock: Clock, name: str, *, seconds: float = LEASE_SECONDS) -> None:
        self._database, self._clock, self._name, self._seconds = database, clock, name, seconds
        self._owner = secrets.token_hex(8)
        self._until = 0.0  # monotonic seconds: ours until then
        self._working = False
        self._stopping = asyncio.Event()
        self._run: asyncio.Task[None] | None = None

    async def run(self, begin: Turn, end: Turn) -> None:
        """Hold the lease whenever it is to be had, until stopped."""
        self._run = asyncio.current_task()
        try:
            while not self._stopping.is_set():
                held = await self._take()
                if held and not self._working:
                    await self._begin(begin)
                elif self._working and not held:
                    log.warning("another process has taken over", extra={"lease": self._name})
                    await self._end(end)
                await self._rest()
        finally:
            if self._working:
                await self._end(end)

    async def stop(self) -> None:
        """End the work. The lease stays ours until it is released or runs out, so that nobody starts too early."""
        self._stopping.set()
        if self._run is not None:
            await asyncio.wait({self._run})

    async def release(self) -> None:
        """Let another process begin at once."""
        if not self._until:
            return
        try:
            async with self._database.begin() as connection:
                await leases.release(connection, self._name, self._owner)
        except Unavailable:
            log.warning("the lease could not be given back", extra={"lease": self._name})

    async def _take(self) -> bool:
        asked = self._clock.monotonic()
        now = self._clock.now()
        try:
            async with self._database.begin() as connection:
                until = now + timedelta(seconds=self._seconds)
                held = await leases.take(connection, self._name, self._owner, now, until)
        except Unavailable:
            return asked < self._until
        self._until = asked + self._seconds if held else 0.0
        return held

    async def _begin(self, begin: Turn) -> None:
        try:
            await begin()
        except Unavailable:
            return  # the next round tries again
        self._working = True
        log.info("this process does the work now", extra={"lease": self._name})

    async def _end(self, end: Turn) -> None:
        self._working = False
        await end()

    async def _rest(self) -> None:
        """Wait for a third of the lease, or until stopped."""
        sleep = asyncio.ensure_future(self._clock.sleep(self._seconds / 3))
        stopped = asyncio.ensure_future(self._stopping.wait())
        await asyncio.wait({sleep, stopped}, return_when=asyncio.FIRST_COMPLETED)
        for each in (sleep, stopped):
            each.cancel()
        await asyncio.gather(sleep, stopped, return_exceptions=True)
