"""What the delivery benchmarks share: a database with people and one notice for all, and the judge of what arrived."""

import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from sqlalchemy import cast, func, insert, null, select, update

from domain.conference import Conference, ConferenceState, Programme
from domain.ids import AccountId, ConferenceId
from domain.settings import Settings
from services.desk import SYSTEM, Desk, Work, file_store
from services.notifying import Notice, Policy, Urgency, notify_selected
from services.views.reminders import SAMPLES
from simulator.engine import Engine
from simulator.ledger import Entry
from simulator.world import Account
from storage import plans, programmes
from storage.database import Database
from storage.migrate import upgrade
from storage.schema import accounts, deliveries
from storage.types import Key
from tests.postgres import Cluster, programs

FIRST_PERSON = 1_000_000
_CHUNK = 5_000


Place = Path | str
"""Where a bot's database is: the folder that the bot runs in, or an address."""


def url_of(place: Place) -> str:
    """The database's address."""
    return place if isinstance(place, str) else f"sqlite+aiosqlite:///{place / 'conference.db'}"


def database_of(place: Place) -> Database:
    """The database of a bot."""
    return Database(url_of(place))


@contextmanager
def postgresql() -> Iterator[Cluster]:
    """A PostgreSQL of its own that keeps what it has committed; `programs()` says whether there is one to be had."""
    found = programs()
    assert found is not None
    with tempfile.TemporaryDirectory(prefix="pg") as name:
        server = Cluster(found, Path(name))
        with (Path(name) / "data" / "postgresql.conf").open("a") as file:
            file.write("fsync = on\nfull_page_writes = on\nautovacuum = on\nshared_buffers = 256MB\n")
        server.start()
        try:
            yield server
        finally:
            server.stop("fast")


def config(rate: float) -> Any:
    """The text of config.toml for a server's address."""
    return lambda root: (
        f'[telegram]\nbase_url = "{root}"\npoll_timeout = 5\n[sending]\nrate = {rate}\n[log]\nlevel = "warning"\n'
    )


async def open_desk(place: Place, rate: float = 28.0) -> Desk:
    """A migrated database with one published conference."""
    database = database_of(place)
    await upgrade(database)
    now = datetime.now(UTC)
    desk = Desk(
        database=database,
        files=file_store(place / "files" if isinstance(place, Path) else tempfile.gettempdir()),
        now=lambda: datetime.now(UTC),
        settings=Settings(rate=rate, quiet_from=None, quiet_until=None),
    )
    conference = Conference(title="Hội nghị", code="HN", state=ConferenceState.PUBLISHED, revision=1)
    async with database.begin() as connection:
        made = await plans.create(connection, Programme(conference=conference), now)
        await programmes.publish(connection, made, now, AccountId(0))
    return desk


async def add_accounts(desk: Desk, people: int) -> list[int]:
    """So many people who have pressed Start."""
    numbers = list(range(FIRST_PERSON, FIRST_PERSON + people))
    common = {"language": "vi", "is_owner": False, "reachability": "linked", "created_at": datetime.now(UTC)}
    async with desk.database.begin() as connection:
        for at in range(0, people, _CHUNK):
            rows = [common | {"account_id": number} for number in numbers[at : at + _CHUNK]]
            await connection.execute(insert(accounts), rows)
    return numbers


async def fill(place: Place, people: int, policy: Policy = Policy.RESEND, *, later: bool = False) -> float:
    """A database in which one notice waits for everybody (or is not due before `wake`); the seconds writing it took."""
    desk = await open_desk(place)
    await add_accounts(desk, people)

    async def service(work: Work) -> None:
        everybody = select(accounts.c.account_id, cast(null(), Key), accounts.c.reachability)
        due = datetime.now(UTC) + timedelta(days=1) if later else None
        notice = Notice(kind="broadcast", it=SAMPLES[0], urgency=Urgency.BROADCAST, policy=policy, due_at=due)
        await notify_selected(work, notice, everybody)

    start = time.perf_counter()
    await desk.do(replace(SYSTEM, conference=ConferenceId(1)), service)
    seconds = time.perf_counter() - start
    await desk.database.close()
    return seconds


async def wake(place: Place) -> None:
    """Make due what was not."""
    database = database_of(place)
    async with database.begin() as connection:
        waiting = update(deliveries).where(deliveries.c.state == "waiting")
        await connection.execute(waiting.values(due_at=datetime.now(UTC)))
    await database.close()


def undisturbed(bot: int) -> None:
    """Let the pretend Telegram go before whatever else the machine does (where that is allowed), and the bot not: when
    it stands still, messages come in a bunch that nobody has sent so, and the next second is counted a flood."""
    with suppress(PermissionError):
        os.setpriority(os.PRIO_PROCESS, 0, -10)
        os.setpriority(os.PRIO_PROCESS, bot, 0)


def meet(engine: Engine, people: int) -> None:
    """The same people on the pretend Telegram's side, their presses of Start long handled."""
    for number in range(FIRST_PERSON, FIRST_PERSON + people):
        engine.world.add_account(Account(number, str(number), f"Người {number}", started=True))


@dataclass(frozen=True, slots=True)
class Verdict:
    """What arrived against what the outbox says."""

    delivered: int
    lost: int
    repeated: int
    unmarked_repeats: int
    uncertain: int


async def judge(place: Place, arrived: Iterable[Entry]) -> Verdict:
    """Lost: not delivered and not accounted for by name. Unmarked: a repeat whose row does not say so."""
    times = Counter(entry.chat_id for entry in arrived)
    database = database_of(place)
    async with database.begin() as connection:
        rows = (await connection.execute(select(deliveries.c.chat_id, deliveries.c.state, deliveries.c.attempt))).all()
    await database.close()
    return Verdict(
        delivered=len(times),
        lost=sum(times[row.chat_id] == 0 and row.state not in ("uncertain", "unreachable") for row in rows),
        repeated=sum(max(0, times[row.chat_id] - 1) for row in rows),
        unmarked_repeats=sum(times[row.chat_id] > row.attempt + 1 for row in rows),
        uncertain=sum(row.state == "uncertain" for row in rows),
    )


async def count(place: Place, *states: str) -> int:
    """How many deliveries are in one of these states."""
    database = database_of(place)
    query = select(func.count()).select_from(deliveries).where(deliveries.c.state.in_(states))
    async with database.begin() as connection:
        found = int((await connection.execute(query)).scalar_one())
    await database.close()
    return found
