"""The desk's pulse: what is due happens, a failure harms nothing else, a stall loses nothing."""

import asyncio
import logging
from datetime import date, time, timedelta
from pathlib import Path

import pytest
import pytest_asyncio
from sqlalchemy import insert, select

from bot.chores import Chores
from bot.ticks import Ticks
from domain.conference import Conference, ConferenceState, Programme, Session
from domain.delegates import ERASED_NAME, Entry
from domain.ids import AccountId, SessionId
from domain.reminders import Planned
from services.desk import Desk, file_store
from storage import delegates, inbox, plans, programmes, reminders
from storage.database import Database
from storage.schema import inbox as updates
from storage.schema import reminders as rows
from tests.bot.outbox import NOW, Screen

OPENING = Session(id=SessionId(1), title="Khai mạc", day=date(2026, 7, 1), start=time(10))


@pytest_asyncio.fixture
async def desk(database: Database, tmp_path: Path) -> Desk:
    """One published conference whose opening at 10:00 in Hanoi is an hour ahead, with that reminder planned."""
    conference = Conference(title="Hội nghị", code="A", state=ConferenceState.PUBLISHED, revision=1)
    async with database.begin() as connection:
        made = await plans.create(connection, Programme(conference=conference, sessions=(OPENING,)), NOW)
        await programmes.publish(connection, made, NOW, AccountId(1))
        due = Planned(session=SessionId(1), lead="60m", starts_at=NOW + timedelta(hours=1), due_at=NOW)
        await reminders.add(connection, made.conference.id, [due])
    return Desk(database=database, files=file_store(tmp_path), now=lambda: NOW)


async def reminded(desk: Desk) -> list[str]:
    async with desk.database.begin() as connection:
        return list((await connection.execute(select(rows.c.state))).scalars())


async def test_starting_judges_at_once_what_came_due_while_the_bot_was_down(desk: Desk) -> None:
    ticks = Ticks(desk)
    ticks.also(Chores(desk, Screen()).do_what_is_due)
    await ticks.start()
    await ticks.stop()
    assert await reminded(desk) == ["sent"]


async def test_the_scheduler_goes_on_ticking(desk: Desk) -> None:
    ticks = Ticks(desk, every=0.01)
    seen: asyncio.Queue[int] = asyncio.Queue()

    async def chore() -> None:
        seen.put_nowait(1)

    ticks.also(chore)
    await ticks.start()
    async with asyncio.timeout(60):
        for _ in range(4):
            await seen.get()
    await ticks.stop()


async def test_a_tick_that_fails_leaves_one_line_and_harms_no_other(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    ticks = Ticks(desk)
    done: list[str] = []

    async def broken() -> None:
        if len(done) < 2:
            raise RuntimeError("planted")

    async def sound() -> None:
        done.append("done")

    ticks.also(broken)
    ticks.also(sound)
    with caplog.at_level(logging.INFO, logger="bot.ticks"):
        for _ in range(3):
            await ticks.tick()
    assert done == ["done"] * 3
    assert [line.message for line in caplog.records] == ["a tick failed", "a tick works again"]


async def test_handled_updates_are_forgotten_after_a_week_and_open_ones_never(desk: Desk) -> None:
    week = timedelta(days=7)
    kept = {"chat_id": 1, "raw": "{}", "received_at": NOW - 2 * week}
    async with desk.database.begin() as connection:
        for key, done_at in ((1, NOW - week - timedelta(seconds=1)), (2, NOW - week), (3, None)):
            await connection.execute(insert(updates).values(kept | {"update_id": key, "done_at": done_at}))
    await Ticks(desk).tidy()
    async with desk.database.begin() as connection:
        left = select(updates.c.update_id).order_by(updates.c.update_id)
        assert list((await connection.execute(left)).scalars()) == [2, 3]
        assert not await inbox.is_done(connection, 3)


async def test_people_are_forgotten_once_their_conference_is_over_for_as_long_as_was_said(desk: Desk) -> None:
    over = Conference(title="Hội nghị cũ", code="B", starts_on=date(2025, 12, 1), ends_on=date(2025, 12, 2))
    async with desk.database.begin() as connection:
        made = await plans.create(connection, Programme(conference=over), NOW)
        key = await delegates.add(connection, made.conference.id, Entry(name="Nguyễn Văn An"), NOW)
    await Ticks(desk).tidy()
    async with desk.database.begin() as connection:
        found = await delegates.get(connection, key)
    assert found is not None and found.name == ERASED_NAME
