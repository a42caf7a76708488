"""What the tests with planted faults share: the real bot process on the stage, with people and one notice for all."""

import asyncio
import resource
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update

from benchmarks.outbox import FIRST_PERSON, Place, count, database_of, fill, meet
from bot.clock import SystemClock
from services.notifying import Policy
from simulator.ledger import Entry
from simulator.limits import Limits
from simulator.person import Person
from simulator.process import Config, ProcessStage
from storage.schema import accounts, deliveries

PEOPLE = 80
TRY_LATER = "Hệ thống đang bận, xin thử lại sau ít phút"
ALARM = "không ghi được dữ liệu"
Trouble = Callable[[ProcessStage], AbstractContextManager[object]]


def settings(rate: float = 100.0, lease: int = 90, database: str = "sqlite+aiosqlite:///conference.db") -> Config:
    """The text of config.toml for a server's address."""
    return lambda root: (
        f'[telegram]\nbase_url = "{root}"\npoll_timeout = 2\n[database]\nurl = "{database}"\n'
        f'[reminders]\ntick_seconds = 1\n[sending]\nrate = {rate}\nlease_seconds = {lease}\n[log]\nlevel = "warning"\n'
    )


@asynccontextmanager
async def planted(
    folder: Path,
    place: Place | None = None,
    *,
    rate: float = 100.0,
    lease: int = 90,
    policy: Policy = Policy.RESEND,
    speed: float | None = None,
) -> AsyncIterator[tuple[ProcessStage, Person]]:
    """A stage whose bot is still to be started, a notice waiting for everybody, and the organizer.

    With `speed` the bot follows the stage's clock, which goes so much faster.
    """
    await fill(place or folder, PEOPLE, policy)
    text = settings(rate, lease) if place is None else settings(rate, lease, str(place))
    clock = {} if speed is None else {"start": SystemClock().now(), "speed": speed}
    options: Any = {"limits": Limits.none(), "bot_starts": False, "patience": 60} | clock
    async with ProcessStage(folder, text, **options) as stage:
        meet(stage.engine, PEOPLE)
        lan = stage.person("Trần Thị Lan")
        stage.world.accounts[lan.id].started = True
        owner = {"account_id": lan.id, "language": "vi", "is_owner": True, "reachability": "linked"}
        database = database_of(place or folder)
        async with database.begin() as connection:
            await connection.execute(insert(accounts).values(owner | {"created_at": datetime.now(UTC)}))
            await connection.execute(update(accounts).values(consent_version=1, conference_id=1))
        await database.close()
        yield stage, lan


def bulk(stage: ProcessStage) -> list[Entry]:
    """What has arrived of the notice."""
    return [entry for entry in stage.world.ledger if entry.chat_id in range(FIRST_PERSON, FIRST_PERSON + PEOPLE)]


async def delivered(stage: ProcessStage, wanted: int) -> None:
    """Wait until so many messages have arrived; TimeoutError where they do not come."""
    async with asyncio.timeout(60):
        while len(bulk(stage)) < wanted:
            await stage.world.events.wait(stage.world.events.last)


async def at_rest(stage: ProcessStage, place: Place | None = None) -> None:
    """Wait until no row waits any more."""
    async with asyncio.timeout(60):
        await stage.settled()
        while await count(place or stage.folder, "waiting", "sending"):
            await stage.settled()


async def reasons(place: Place) -> dict[int, tuple[str, str | None]]:
    """State and reason of every delivery by chat."""
    database = database_of(place)
    async with database.begin() as connection:
        rows = (await connection.execute(deliveries.select())).all()
    await database.close()
    return {row.chat_id: (row.state, row.reason) for row in rows}


# --- what stands in the way -------------------------------------------------------------------------------------------


@contextmanager
def locked(stage: ProcessStage) -> Iterator[sqlite3.Connection]:
    """Another program holds the file for itself; its connection."""
    other = sqlite3.connect(stage.folder / "conference.db", isolation_level=None, timeout=20)
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield other
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def limited(stage: ProcessStage) -> Iterator[None]:
    """The process may not write to any file (its quota is used up)."""
    soft, hard = resource.prlimit(stage.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(stage.pid, resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.prlimit(stage.pid, resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def read_only(stage: ProcessStage) -> Iterator[None]:
    """Neither the file nor its folder can be written to any more, whoever tries (a disk that was switched so)."""
    frozen = [stage.folder / "conference.db", stage.folder]
    if subprocess.run(["chattr", "+i", *frozen], capture_output=True).returncode:
        pytest.skip("files cannot be made immutable here")
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", *reversed(frozen)], check=True)


_ROGUE = """
import sys, urllib.error, urllib.request
while True:
    try:
        urllib.request.urlopen(sys.argv[1] + "/getUpdates?timeout=1", timeout=30).read()
    except urllib.error.HTTPError as refused:
        assert refused.code == 409, refused
    except ConnectionError:
        pass
"""


@contextmanager
def rogue(stage: ProcessStage) -> Iterator[None]:
    """Somebody else polls with the same token, again and again, and throws us out each time."""
    root = f"{stage.server.url}/bot{stage.world.bot.token}"
    with subprocess.Popen([sys.executable, "-c", _ROGUE, root], stdin=subprocess.DEVNULL) as process:
        try:
            yield
            assert process.poll() is None, "the rogue has given up"
        finally:
            process.kill()
