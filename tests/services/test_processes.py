"""Several processes on one PostgreSQL: what one does holds for the others at once, and nothing is done twice."""

import asyncio
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import func, insert, select, text

import services.desk
from domain.actor import Role
from domain.conference import Conference, Programme, Session
from domain.ids import AccountId, SessionId
from services import meeting, programmes, reminding
from services.desk import SYSTEM, Desk, HandledElsewhere, Work
from storage import organizers
from storage import programmes as stored
from storage.database import Database
from storage.schema import accounts, delegates, deliveries, inbox, journal
from tests.postgres import BACKENDS

from .conftest import NOW, Clock, Office

pytestmark = pytest.mark.skipif("postgresql" not in BACKENDS, reason="no PostgreSQL server: see tests/storage")

START = datetime(2026, 7, 2, 1, tzinfo=UTC)


@pytest.fixture
def database(postgresql: Database) -> Database:
    return postgresql


@pytest_asyncio.fixture
async def other(office: Office, clock: Clock) -> AsyncIterator[Desk]:
    """The desk of a second process."""
    database = Database(office.desk.database.url)
    yield Desk(database=database, files=office.desk.files, now=clock)
    await database.close()


def programme(title: str = "Hội nghị") -> Programme:
    opening = Session(id=SessionId(1), title="Khai mạc", day=date(2026, 7, 2), start=time(8))
    return Programme(conference=Conference(title=title, code="HN"), sessions=(opening,))


async def test_a_publication_holds_in_every_process_at_once(office: Office, other: Desk) -> None:
    made = await office.opens(programme())
    who = replace(SYSTEM, conference=office.conference)
    assert (await other.do(who, programmes.current)).sessions[0].title == "Khai mạc"

    async def publish(work: Work) -> None:
        opening = replace(made.sessions[0], title="Khai mạc muộn")
        new = replace(made, conference=replace(made.conference, revision=2), sessions=(opening,))
        await stored.change_conference(work.connection, work.conference, revision=2)
        await stored.publish(work.connection, new, work.now, work.actor.account)

    await office.do(who, publish)
    assert programmes.remembered(other, office.conference) is None
    assert (await other.do(who, programmes.current)).sessions[0].title == "Khai mạc muộn"


async def test_what_stays_the_same_is_made_searchable_once(office: Office, other: Desk) -> None:
    await office.opens(programme())
    who = replace(SYSTEM, conference=office.conference)
    first = await other.do(who, programmes.current)
    assert await other.do(who, programmes.current) is first


async def test_a_role_that_was_taken_away_is_gone_in_every_process(office: Office, other: Desk) -> None:
    await office.opens(programme())
    await office.organizer(7)
    seven = AccountId(7)
    assert (await meeting.actor_of(other, seven, "vi")).roles == {Role.ORGANIZER}
    async with office.desk.database.begin() as connection:
        await organizers.remove_organizer(connection, office.conference, seven)
    assert (await meeting.actor_of(other, seven, "vi")).roles == set()


async def test_an_update_that_two_processes_handle_has_its_effect_once(office: Office, other: Desk) -> None:
    async with office.desk.database.begin() as connection:
        await connection.execute(insert(inbox).values(update_id=5, raw="{}", received_at=NOW))

    async def act(work: Work) -> str:
        await asyncio.sleep(0)
        await work.note("acted")
        return "done"

    who = replace(SYSTEM, update_id=5)
    both = await asyncio.gather(office.do(who, act), other.do(who, act), return_exceptions=True)
    assert sorted(type(each).__name__ for each in both) == ["HandledElsewhere", "str"]
    with pytest.raises(HandledElsewhere):
        await other.do(who, act)
    async with office.desk.database.begin() as connection:
        assert (await connection.execute(select(func.count()).select_from(journal))).scalar_one() == 1


async def test_eight_ticks_at_once_remind_everybody_once(office: Office, clock: Clock) -> None:
    made = await office.opens(programme())
    who = replace(SYSTEM, conference=office.conference)
    await office.do(who, reminding.plan, made)
    known: dict[str, Any] = {"language": "vi", "reachability": "linked", "created_at": NOW}
    invited = {"conference_id": office.conference, "name": "A", "name_key": "a", "state": "invited", "rsvp": "none"}
    async with office.desk.database.begin() as connection:
        await connection.execute(insert(accounts), [known | {"account_id": each} for each in range(100, 600)])
        await connection.execute(
            insert(delegates), [invited | {"account_id": each, "created_at": NOW} for each in range(100, 600)]
        )
    clock.now = START - timedelta(minutes=60)
    desks = [Desk(database=Database(office.desk.database.url), files=office.desk.files, now=clock) for _ in range(8)]
    counts = await asyncio.gather(*(desk.do(who, reminding.tick) for desk in desks))
    for desk in desks:
        await desk.database.close()
    async with office.desk.database.begin() as connection:
        chats = list((await connection.execute(select(deliveries.c.chat_id).order_by(deliveries.c.id))).scalars())
    assert sorted(counts) == [0] * 7 + [2]
    assert sorted(chats) == list(range(100, 600))


async def test_what_takes_longer_than_a_session_may_be_silent_is_done_all_the_same(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Packing hundreds of reports, for one."""
    monkeypatch.setattr(services.desk, "AWAKE_SECONDS", 0.05)

    async def packs(work: Work) -> str:
        await work.connection.execute(text("set local idle_in_transaction_session_timeout = '1s'"))
        packed = await work.aside(_slowly)
        await work.note("reports_packed")
        return packed

    assert await office.do(SYSTEM, packs) == "packed"


def _slowly() -> str:
    threading.Event().wait(1.5)
    return "packed"
