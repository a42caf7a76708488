"""The desk's pulse: every few seconds whatever is due, once a day the tidying up.

The scheduler only ticks; what is due stands in the database. A tick that fails leaves one line in the log and the
next one does its work; a loop that was stalled for a while loses nothing.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from services import privacy
from services.desk import SYSTEM, Desk
from storage import inbox
from storage.database import Unavailable

log = logging.getLogger(__name__)

TICK_SECONDS = 5.0
KEEP_UPDATES = timedelta(days=7)
Chore = Callable[[], Awaitable[None]]


class Ticks:
    """`tick` and `tidy` may also be called directly: a rehearsal that moves its clock does."""

    def __init__(self, desk: Desk, *, every: float = TICK_SECONDS) -> None:
        self._desk = desk
        self._every = every
        self._scheduler: AsyncIOScheduler | None = None
        self._chores: list[Chore] = []
        self._failing: set[str] = set()
        self._ticking = asyncio.Lock()

    def also(self, chore: Chore) -> None:
        """Run this with every tick; its failure keeps no other from running."""
        self._chores.append(chore)

    async def start(self) -> None:
        """Tick once now, then go on."""
        scheduler = AsyncIOScheduler(timezone="UTC")
        for chore, seconds in ((self.tick, self._every), (self.tidy, 24 * 3600.0)):
            scheduler.add_job(
                chore, "interval", seconds=seconds, misfire_grace_time=None, coalesce=True, max_instances=1
            )
        scheduler.start()
        self._scheduler = scheduler
        await self.tick()
        await self.tidy()

    async def stop(self) -> None:
        """No further tick; one that is running ends first."""
        if self._scheduler is not None:
            self._scheduler.pause()
            async with self._ticking:  # the scheduler would cancel it
                self._scheduler.shutdown(wait=False)
            self._scheduler = None

    async def tick(self) -> None:
        """Do the chores of every tick."""
        async with self._ticking:
            for chore in self._chores:
                if not await self._guarded(chore):
                    return  # without a database the others would only stand in its way

    async def tidy(self) -> None:
        """Forget updates that were handled long ago, and people whose conference is over for as long as was said."""
        async with self._ticking:
            await self._guarded(self._forget)
            await self._guarded(self._purge)

    async def _guarded(self, chore: Chore) -> bool:
        """Do it, whatever comes of it; False where there is no database to do anything with."""
        name = chore.__name__
        try:
            await chore()
        except Exception as error:
            if name not in self._failing:
                log.error("a tick failed", extra={"chore": name, "error": type(error).__name__}, exc_info=error)
            self._failing.add(name)
            return not isinstance(error, Unavailable)
        if name in self._failing:
            self._failing.discard(name)
            log.info("a tick works again", extra={"chore": name})
        return True

    async def _forget(self) -> None:
        async with self._desk.database.begin(patient=True) as connection:
            count = await inbox.forget_handled(connection, self._desk.now() - KEEP_UPDATES)
        if count:
            log.info("handled updates forgotten", extra={"count": count})

    async def _purge(self) -> None:
        count = await self._desk.do(SYSTEM, privacy.purge_due)
        if count:
            log.info("people forgotten after their conference", extra={"count": count})
