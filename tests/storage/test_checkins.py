"""Rows of the door: unique in the schema, numbers that stay, two lines of one person."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from domain.conference import Conference, Programme
from domain.delegates import Entry
from domain.ids import ConferenceId, DelegateId
from domain.logistics import Entry as Arranged
from domain.logistics import Field
from storage import checkins, delegates, logistics, plans, rolls
from storage.database import Database
from storage.schema import check_ins

NOW = datetime(2026, 7, 30, 1, tzinfo=UTC)


@pytest_asyncio.fixture
async def conference(database: Database) -> ConferenceId:
    async with database.begin() as connection:
        programme = Programme(conference=Conference(code="A", title="Hội nghị", starts_on=date(2026, 7, 30)))
        return (await plans.create(connection, programme, NOW)).conference.id


async def add(database: Database, conference: ConferenceId, name: str, unit: str | None = None) -> DelegateId:
    async with database.begin() as connection:
        return await delegates.add(connection, conference, Entry(name=name, unit=unit), NOW)


def row(conference: ConferenceId, who: DelegateId, slot: str = "d2026-07-30", at: datetime = NOW) -> dict[str, Any]:
    common = {"conference_id": conference, "delegate_id": who, "slot": slot, "at": at, "recorded_at": at}
    return common | {"account_id": 1, "role": "door", "way": "scan", "place": None, "batch": None}


async def test_the_schema_itself_counts_a_person_once_a_slot(database: Database, conference: ConferenceId) -> None:
    an = await add(database, conference, "An")
    async with database.begin() as connection:
        assert await checkins.add(connection, [row(conference, an)]) == [an]
        assert await checkins.add(connection, [row(conference, an, at=NOW + timedelta(hours=1))]) == []
        assert await checkins.add(connection, [row(conference, an, "s7")]) == [an]
        assert [each.at for each in await checkins.of_delegate(connection, an)] == [NOW, NOW]
        assert await checkins.distinct_people(connection, conference) == 1
    with pytest.raises(IntegrityError):
        async with database.begin() as connection:
            await connection.execute(insert(check_ins).values(row(conference, an)))


async def test_numbers_are_given_once_and_go_on(database: Database, conference: ConferenceId) -> None:
    an, binh = await add(database, conference, "An"), await add(database, conference, "Bình", "Xã A")
    for _ in range(2):
        async with database.begin() as connection:
            await rolls.number_everybody(connection, conference)
            assert await rolls.numbers(connection, conference) == {1: binh, 2: an}
    cuong = await add(database, conference, "Cường", "Xã A")
    async with database.begin() as connection:
        await rolls.number_everybody(connection, conference)
        assert await rolls.numbers(connection, conference) == {1: binh, 2: an, 3: cuong}


async def test_a_code_stays_the_same_and_is_nobody_elses(database: Database, conference: ConferenceId) -> None:
    an, binh = await add(database, conference, "An"), await add(database, conference, "Bình")
    async with database.begin() as connection:
        first = await checkins.tokens_of(connection, conference, [an, binh])
        again = await checkins.tokens_of(connection, conference, [binh, an])
        assert again == first
        assert len(set(first.values())) == 2
        assert await checkins.whose(connection, first[an]) == (conference, an)
        assert await checkins.whose(connection, "c_") is None


async def test_two_lines_of_one_person_keep_what_either_knew(database: Database, conference: ConferenceId) -> None:
    kept, dropped = await add(database, conference, "An"), await add(database, conference, "An")
    async with database.begin() as connection:
        await checkins.add(connection, [row(conference, each) for each in (kept, dropped)])
        await checkins.add(connection, [row(conference, dropped, "s7")])
        await logistics.arrange(connection, conference, [(kept, Field.SEAT, "A1"), (dropped, Field.SEAT, "A2")], NOW)
        await logistics.wish(connection, conference, dropped, Field.DIET, "chay", NOW)
        await checkins.merge(connection, kept, dropped)
        await logistics.pass_on(connection, kept, dropped)
    async with database.begin() as connection:
        assert [each.slot for each in await checkins.of_delegate(connection, kept)] == ["d2026-07-30", "s7"]
        assert await checkins.of_delegate(connection, dropped) == []
        assert await logistics.of(connection, kept) == {Field.SEAT: Arranged(None, "A1"), Field.DIET: Arranged("chay")}
        assert await logistics.of(connection, dropped) == {}
