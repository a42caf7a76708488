"""Writes down what became of messages, and does not give up: what was sent must not be forgotten."""

import asyncio
import logging
from dataclasses import replace

from sqlalchemy.exc import IntegrityError

from bot.clock import Clock
from storage import results
from storage.database import Database, Unavailable
from storage.results import Result

log = logging.getLogger(__name__)

_TOO_OLD = 2.0  # seconds: results that wait longer mean that the database does not keep up
_FIRST_DELAY, _LONGEST_DELAY = 0.1, 5.0


class Recorder:
    """Collects results and commits them in batches, at most `gap` seconds apart."""

    __slots__ = ("_arrived", "_clock", "_database", "_failing", "_gap", "_oldest", "_owner", "_pending", "_written")

    def __init__(self, database: Database, clock: Clock, owner: str, gap: float) -> None:
        self._database = database
        self._clock = clock
        self._owner = owner
        self._gap = gap
        self._pending: list[Result] = []
        self._oldest: float | None = None
        self._failing = False
        self._arrived = asyncio.Event()
        self._written = asyncio.Event()
        self._written.set()

    @property
    def keeps_up(self) -> bool:
        """Whether more may be sent: nothing is sent while results cannot be written down."""
        waiting = 0.0 if self._oldest is None else self._clock.monotonic() - self._oldest
        return not self._failing and waiting < _TOO_OLD

    def put(self, result: Result) -> None:
        """Have this written down soon."""
        if not self._pending:
            self._oldest = self._clock.monotonic()
        self._pending.append(result)
        self._written.clear()
        self._arrived.set()

    @property
    def is_drained(self) -> bool:
        """Whether everything put in is written."""
        return self._written.is_set()

    async def drained(self) -> None:
        """Come back once everything put so far is committed."""
        await self._written.wait()

    async def run(self) -> None:
        """Write until cancelled."""
        while True:
            await self._arrived.wait()
            self._arrived.clear()
            batch, self._pending = self._pending, []
            await self._write(batch)
            self._oldest = self._clock.monotonic() if self._pending else None
            if not self._pending:
                self._written.set()
            await self._clock.sleep(self._gap)

    async def _write(self, batch: list[Result]) -> None:
        delay = _FIRST_DELAY
        while not await self._written_down(batch):
            await self._clock.sleep(delay)
            delay = min(_LONGEST_DELAY, delay * 2)

    async def _written_down(self, batch: list[Result]) -> bool:
        try:
            await self._commit(batch)
        except IntegrityError:
            for each in batch:
                await self._one(each)
        except Exception as error:  # whatever it is, what was sent must not be forgotten
            if not self._failing:
                cause = None if isinstance(error, Unavailable) else error
                log.error("results cannot be recorded, sending stops", extra={"error": str(error)}, exc_info=cause)
            self._failing = True
            return False
        if self._failing:
            log.warning("results are recorded again", extra={"count": len(batch)})
        self._failing = False
        return True

    async def _commit(self, batch: list[Result]) -> None:
        async with self._database.begin(patient=True) as connection:
            await results.record(connection, self._owner, batch)

    async def _one(self, result: Result) -> None:
        """One result of a batch that broke a rule of the schema: a group's new number may be taken already."""
        try:
            await self._commit([result])
        except IntegrityError:
            log.error("a result was refused", extra={"delivery": result.id})
            chat = result.moved_from or result.chat
            await self._write([replace(result, state="failed", reason="conflict", chat=chat, moved_from=None)])
