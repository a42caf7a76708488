"""The organizers hear of a database that cannot be used: once, in their language, and not for a passing trouble."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, insert, select
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.lock import Bell
from bot.outgoing import NotSent, Outcome, Outgoing, Sent
from bot.watch import QUIET, Watch
from domain.ids import AccountId
from services import alarms
from services.desk import SYSTEM, Desk
from storage.database import Database, Unavailable
from storage.schema import accounts, journal
from tests.bot.outbox import NOW, desk_of
from tests.bot.stub_telegram import SteppedClock

ALARMS = {"vi": "Bot không ghi được dữ liệu", "en": "The bot cannot store anything"}


@dataclass
class Office:
    """A desk with two in charge and one who is not, its watch, and what the watch says."""

    desk: Desk
    clock: SteppedClock
    folder: Path
    down: bool = False
    answers: list[Outcome] = field(default_factory=list)
    said: list[tuple[int, str]] = field(default_factory=list)

    async def reply(self, chat: int, out: Outgoing) -> Outcome:
        self.said.append((chat, next(name for name, words in ALARMS.items() if words in out.text)))
        return self.answers.pop(0) if self.answers else Sent((1,))

    def trouble(self, _connection: Any) -> None:
        if self.down:
            raise PoolTimeout

    async def fails(self) -> None:
        """Somebody wants to write."""

        with pytest.raises(Unavailable):
            await self.desk.do(SYSTEM, alarms.in_charge)

    async def notes(self) -> list[str]:
        async with self.desk.database.begin() as connection:
            return list((await connection.execute(select(journal.c.act))).scalars())


@pytest.fixture
async def office(database: Database, tmp_path: Path) -> AsyncIterator[Office]:
    office = Office(await desk_of(database, tmp_path), SteppedClock(), tmp_path)
    event.listen(database.engine.sync_engine, "begin", office.trouble)
    common = {"reachability": "linked", "created_at": NOW}
    people = [
        (1, "vi", True, "linked"),
        (2, "en", True, "linked"),
        (3, "vi", False, "linked"),
        (4, "vi", True, "blocked"),
    ]
    async with database.begin() as connection:
        for account, language, owner, reachability in people:
            row = {"account_id": 900 + account, "language": language, "is_owner": owner, "reachability": reachability}
            await connection.execute(insert(accounts).values(common | row))
    watch = Watch(office.desk, office, office.clock, Bell(tmp_path, QUIET))
    await watch.remember()
    running = asyncio.create_task(watch.run())
    yield office
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)


async def until(office: Office, seconds: float) -> None:
    """The watch has slept so long."""
    async with asyncio.timeout(60):
        while sum(office.clock.slept) < seconds:  # noqa: ASYNC110 - the clock has no bell
            await asyncio.sleep(0)


async def back(office: Office, times: int = 1) -> None:
    """The watch has noted that all is well again."""
    office.down = False
    async with asyncio.timeout(60):
        while (await office.notes()).count("database_was_away") < times:  # noqa: ASYNC110
            await asyncio.sleep(0)


async def test_whoever_is_in_charge_is_told_once_however_long_it_lasts(office: Office) -> None:
    office.down = True
    await office.fails()
    await until(office, 60)
    await office.fails()
    assert office.said == [(AccountId(901), "vi"), (AccountId(902), "en")]
    await back(office)


async def test_who_surely_did_not_get_it_is_told_when_that_can_be(office: Office) -> None:
    office.answers = [NotSent("no network"), Sent((1,)), NotSent("no network")]
    office.down = True
    await office.fails()
    await until(office, 60)
    assert office.said == [(901, "vi"), (902, "en"), (901, "vi"), (901, "vi")]
    await back(office)


async def test_a_trouble_that_is_over_at_once_is_no_alarm_unless_it_comes_back(office: Office) -> None:
    for times, told in ((1, 0), (2, 2)):
        office.down = True
        await office.fails()
        await back(office, times)
        assert len(office.said) == told


async def test_of_several_processes_one_rings_and_the_next_one_only_where_it_died_over_it(office: Office) -> None:
    other = Bell(office.folder, QUIET)
    assert other.take(NOW) is True
    office.down = True
    await office.fails()
    await until(office, 60)
    assert office.said == []
    other._lock.release()  # as the system does for the dead
    await until(office, 120)
    assert office.said == [(901, "vi"), (902, "en")]
    assert other.take(office.desk.now()) is None
    await back(office)


async def test_what_another_process_has_rung_is_rung_by_nobody_else(office: Office) -> None:
    other = Bell(office.folder, QUIET)
    other.take(NOW)
    office.down = True
    await office.fails()
    await until(office, 30)
    other.rung(office.desk.now())
    await until(office, 90)
    await back(office)
    assert office.said == []


@pytest.mark.parametrize("path", ["/proc/nowhere", "/dev/null/folder"])
def test_where_no_bell_can_be_shared_everybody_rings(path: str) -> None:
    bell = Bell(Path(path), QUIET)
    assert bell.take(NOW) is True
    bell.rung(NOW)
    assert bell.take(NOW) is True


def test_a_bell_is_quiet_for_an_hour_even_where_the_clock_was_set(tmp_path: Path) -> None:
    bell = Bell(tmp_path, QUIET)
    bell.take(NOW)
    bell.rung(NOW)
    found = []
    for minutes in (-61, -59, 59, 61):
        found.append(bell.take(NOW + timedelta(minutes=minutes)))
        bell._lock.release()
    assert found == [True, None, None, True]
    (tmp_path / "alarm.lock").write_text("2026-07-0", encoding="utf-8")  # a disk that was full in the middle of it
    assert bell.take(NOW) is True
    bell._lock.release()
