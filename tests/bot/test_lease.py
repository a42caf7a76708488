"""One of several processes does the work: the lease's holder, until it stops, falls silent, or loses the database."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest_asyncio
from sqlalchemy import text, update

from bot.lease import Lease
from simulator.clock import SimulatedClock
from storage.database import Database
from storage.schema import leases

NOW = datetime(2026, 7, 1, 8, tzinfo=UTC)


class Process:
    """A worker that writes down its turns, and is its own clock, so that a test sees when it rests."""

    def __init__(self, name: str, office: "Office") -> None:
        self.name, self.office, self.resting, self.dead = name, office, False, False
        self.lease = Lease(office.database, self, "polling", seconds=15)
        self.task = asyncio.create_task(self.lease.run(self.begin, self.end))

    def now(self) -> datetime:
        return self.office.clock.now()

    def monotonic(self) -> float:
        return self.office.clock.monotonic()

    async def sleep(self, seconds: float) -> None:
        waiting = self.office.clock.timer(seconds)
        waiting.add_done_callback(lambda _: setattr(self, "resting", False))
        self.resting = True
        await waiting

    async def begin(self) -> None:
        self.office.turns.append(f"{self.name} begins")

    async def end(self) -> None:
        if not self.dead:
            self.office.turns.append(f"{self.name} ends")

    async def dies(self) -> None:
        """Gone without a word: nothing is ended and nothing given back."""
        self.dead = True
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


@dataclass
class Office:
    clock: SimulatedClock
    database: Database
    turns: list[str] = field(default_factory=list)
    processes: list[Process] = field(default_factory=list)

    async def starts(self, name: str) -> Process:
        self.processes.append(Process(name, self))
        await self.rests()
        return self.processes[-1]

    async def rests(self) -> None:
        """Everybody has had a round and waits for the next."""
        async with asyncio.timeout(60):
            while not all(each.resting or each.task.done() for each in self.processes):  # noqa: ASYNC110
                await asyncio.sleep(0)

    async def passes(self, seconds: int) -> list[str]:
        """Time goes by; what has happened since the beginning."""
        for _ in range(seconds):
            self.clock.advance(1)
            await asyncio.sleep(0)
            await self.rests()
        return self.turns


@pytest_asyncio.fixture
async def office(database: Database) -> AsyncIterator[Office]:
    office = Office(SimulatedClock(NOW, speed=0), database)
    yield office
    for each in office.processes:
        await each.lease.stop()


async def test_one_works_and_another_takes_over_when_it_has_stopped(office: Office) -> None:
    first = await office.starts("A")
    await office.starts("B")
    assert await office.passes(40) == ["A begins"]
    await first.lease.stop()
    await first.lease.release()
    assert await office.passes(5) == ["A begins", "A ends", "B begins"]


async def test_what_is_stopped_and_not_given_back_stays_taken_until_it_runs_out(office: Office) -> None:
    first = await office.starts("A")
    await first.lease.stop()
    await office.starts("B")
    assert await office.passes(14) == ["A begins", "A ends"]
    assert await office.passes(1) == ["A begins", "A ends", "B begins"]


async def test_another_takes_over_from_one_that_died(office: Office) -> None:
    first = await office.starts("A")
    await office.starts("B")
    await first.dies()
    assert await office.passes(15) == ["A begins", "B begins"]


async def test_one_that_was_put_to_sleep_ends_its_work_when_it_wakes(office: Office) -> None:
    await office.starts("A")
    async with office.database.begin() as connection:  # what another did meanwhile
        await connection.execute(update(leases).values(owner="B", until=NOW + timedelta(seconds=30)))
    assert await office.passes(5) == ["A begins", "A ends"]
    assert await office.passes(25) == ["A begins", "A ends", "A begins"]


async def test_without_a_database_the_work_goes_on_until_another_may_have_it(sqlite: Database) -> None:
    office = Office(SimulatedClock(NOW, speed=0), sqlite)
    async with sqlite.begin() as connection:
        await connection.execute(text("pragma busy_timeout = 1"))
    first = await office.starts("A")
    with closing(sqlite3.connect(str(sqlite.url.database), isolation_level=None)) as other:
        other.execute("begin exclusive")
        assert await office.passes(14) == ["A begins"]
        assert await office.passes(1) == ["A begins", "A ends"]
    assert await office.passes(5) == ["A begins", "A ends", "A begins"]
    await first.lease.stop()
