"""The measured traps of both databases under SQLAlchemy, each kept shut by a test."""

import asyncio
import errno
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import aiosqlite
import pytest
from sqlalchemy import CheckConstraint, insert, select, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from storage.database import Database, Unavailable, insert_id, insert_new, upsert
from storage.failures import is_unavailable
from storage.migrate import current, differences, head, upgrade
from storage.schema import accounts, inbox, journal, metadata, pacer
from storage.sqlite import wal_is_safe

NOW = datetime(2026, 7, 1, 8, tzinfo=UTC)


async def test_parallel_read_modify_write_loses_no_update(database: Database) -> None:
    async with database.begin() as connection:
        await connection.execute(insert(pacer).values(bot="b", next_at=0.0, rate=1.0, paused_until=0.0))

    async def add_fifty() -> None:
        for _ in range(50):
            async with database.begin() as connection:
                seen = (await connection.execute(select(pacer.c.next_at).with_for_update())).scalar_one()
                await asyncio.sleep(0)
                await connection.execute(update(pacer).values(next_at=seen + 1))

    await asyncio.gather(*(add_fifty() for _ in range(8)))
    async with database.begin() as connection:
        assert (await connection.execute(select(pacer.c.next_at))).scalar_one() == 400


async def test_a_failed_transaction_leaves_nothing_and_harms_no_other(database: Database) -> None:
    async def fails() -> None:
        async with database.begin() as connection:
            await connection.execute(insert(pacer).values(bot="lost", next_at=0.0, rate=1.0, paused_until=0.0))
            await asyncio.sleep(0)
            raise RuntimeError("planted")

    async def works() -> None:
        async with database.begin() as connection:
            await connection.execute(insert(pacer).values(bot="kept", next_at=0.0, rate=1.0, paused_until=0.0))

    results = await asyncio.gather(fails(), works(), fails(), return_exceptions=True)
    assert [type(each) for each in results] == [RuntimeError, type(None), RuntimeError]
    async with database.begin() as connection:
        assert list((await connection.execute(select(pacer.c.bot))).scalars()) == ["kept"]


async def test_foreign_keys_and_full_synchronisation_are_on(sqlite: Database) -> None:
    async with sqlite.begin() as connection:
        assert (await connection.execute(text("pragma foreign_keys"))).scalar() == 1
        assert (await connection.execute(text("pragma synchronous"))).scalar() == 2
        with pytest.raises(IntegrityError):
            await connection.execute(
                insert(accounts).values(
                    account_id=1, conference_id=99, language="vi", reachability="linked", created_at=NOW
                )
            )


async def test_a_statement_with_its_rows_is_one_trip_to_the_files_thread(
    sqlite: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = {"bot": "b", "next_at": 1.0, "rate": 28.0, "paused_until": 0.0}
    async with sqlite.begin() as connection:
        await connection.execute(insert(pacer).values(row))
    trips, trip = [], aiosqlite.Connection._execute

    async def counted(connection: aiosqlite.Connection, *what: Any) -> Any:
        trips.append(what)
        return await trip(connection, *what)

    monkeypatch.setattr(aiosqlite.Connection, "_execute", counted)
    async with sqlite.begin() as connection:
        trips.clear()
        assert (await connection.execute(select(pacer.c.rate))).scalar_one() == 28.0
        assert len(trips) == 1
        changed = await connection.execute(update(pacer).values(rate=20.0))
        assert (changed.rowcount, len(trips)) == (1, 2)
        back = await connection.execute(update(pacer).values(rate=10.0).returning(pacer.c.bot))
        assert (list(back.scalars()), len(trips)) == (["b"], 3)
        with pytest.raises(IntegrityError):
            await connection.execute(insert(pacer).values(row))
        assert await insert_id(connection, insert(journal).values(at=NOW, act="kept", data={})) == 1
        assert len(trips) == 5


async def test_instants_come_back_in_utc_whatever_zone_they_had(database: Database) -> None:
    hanoi = datetime(2026, 7, 1, 15, tzinfo=timezone(timedelta(hours=7)))
    async with database.begin() as connection:
        await connection.execute(insert(inbox).values(update_id=1, raw="{}", received_at=hanoi))
        found = (await connection.execute(select(inbox.c.received_at))).scalar_one()
    assert (found, found.tzinfo) == (NOW, UTC)


async def test_an_instant_without_a_zone_is_refused(database: Database) -> None:
    async with database.begin() as connection:
        with pytest.raises(Exception, match="time zone"):
            await connection.execute(insert(inbox).values(update_id=1, raw="{}", received_at=datetime(2026, 7, 1)))  # noqa: DTZ001


async def test_a_row_that_is_there_is_left_alone_or_replaced_as_asked(database: Database) -> None:
    row = {"bot": "b", "next_at": 1.0, "rate": 28.0, "paused_until": 0.0}
    async with database.begin() as connection:
        await connection.execute(insert_new(connection, pacer, ["bot"]), [row])
        await connection.execute(insert_new(connection, pacer, ["bot"]), [{**row, "next_at": 2.0}])
        first = (await connection.execute(select(pacer.c.next_at))).scalar_one()
        await connection.execute(upsert(connection, pacer, ["bot"], {**row, "next_at": 3.0}))
        second = (await connection.execute(select(pacer.c.next_at))).scalar_one()
    assert (first, second) == (1.0, 3.0)


async def test_migrations_bring_an_empty_file_to_the_schema_in_code(database: Database) -> None:
    assert await current(database) == head()
    assert await differences(database) == []
    assert await upgrade(database) is False


@pytest.mark.parametrize(
    ("version", "safe"),
    [((3, 40, 1), False), ((3, 46, 1), False), ((3, 50, 7), True), ((3, 51, 2), False), ((3, 51, 3), True)],
)
def test_wal_is_used_only_where_sqlite_is_free_of_the_reset_bug(version: tuple[int, ...], safe: bool) -> None:
    assert wal_is_safe(version) is safe


def test_every_table_carries_its_conference_but_what_belongs_to_the_bot() -> None:
    without = {table.name for table in metadata.tables.values() if "conference_id" not in table.c}
    assert without == {"pacer", "leases"}


def test_no_check_stands_on_a_column_where_migrations_would_miss_it() -> None:
    on_columns = [
        column.name
        for table in metadata.tables.values()
        for column in table.c
        if any(isinstance(each, CheckConstraint) for each in column.constraints)
    ]
    assert on_columns == []


FULL, READ_ONLY = "pragma max_page_count = 1", "pragma query_only = on"


@pytest.mark.parametrize(("trouble", "code"), [(FULL, "SQLITE_FULL"), (READ_ONLY, "SQLITE_READONLY")])
async def test_a_disk_that_takes_nothing_is_unavailable_and_the_rest_goes_on(
    sqlite: Database, trouble: str, code: str
) -> None:
    row = {"at": NOW, "act": "kept", "data": {"text": "x" * 100_000}}
    async with sqlite.begin() as connection:
        await connection.execute(text(trouble))
    with pytest.raises(Unavailable, match=code):
        async with sqlite.begin() as connection:
            await connection.execute(insert(journal).values(row))
    await sqlite.close()  # both pragmas are the connection's: the disk takes everything again
    async with sqlite.begin() as connection:
        await connection.execute(insert(journal).values(row))
        assert list((await connection.execute(select(journal.c.act))).scalars()) == ["kept"]


async def test_a_file_that_another_program_has_locked_is_unavailable_until_it_lets_go(
    sqlite: Database, tmp_path: Path
) -> None:
    async with sqlite.begin() as connection:
        await connection.execute(text("pragma busy_timeout = 20"))
    with closing(sqlite3.connect(tmp_path / "conference.db", isolation_level=None)) as other:
        other.execute("begin exclusive")
        with pytest.raises(Unavailable, match="SQLITE_BUSY"):
            async with sqlite.begin():
                pass
        other.execute("rollback")
    waits = []
    for _ in range(2):
        async with sqlite.begin() as connection:
            waits.append((await connection.execute(text("pragma busy_timeout"))).scalar())
    assert waits == [100, 2000], "while it is locked nobody waits for it for long, one after the other"


async def test_a_file_that_is_not_to_be_had_is_unavailable(tmp_path: Path) -> None:
    nowhere = Database(f"sqlite+aiosqlite:///{tmp_path}/no/such/folder.db")
    with pytest.raises(Unavailable, match="SQLITE_CANTOPEN"):
        async with nowhere.begin():
            pass
    await nowhere.close()


async def test_a_mistake_of_ours_stays_one_and_shows_no_values(database: Database) -> None:
    for broken in (text("select * from nowhere"), text("update forms set step = nothing")):
        with pytest.raises(DBAPIError):
            async with database.begin() as connection:
                await connection.execute(broken)
    with pytest.raises(IntegrityError) as found:
        async with database.begin() as connection:
            row = {"account_id": 1, "conference_id": 99, "language": "vi", "reachability": "linked"}
            await connection.execute(insert(accounts).values(row | {"created_at": NOW, "pending_token": "secret"}))
    assert "secret" not in str(found.value)


@pytest.mark.parametrize(
    ("error", "connecting", "unavailable"),
    [
        (OSError(errno.ENOSPC, "full"), False, True),
        (OSError(errno.EROFS, "read-only"), False, True),
        (FileNotFoundError(errno.ENOENT, "gone"), False, False),
        (FileNotFoundError(errno.ENOENT, "no socket"), True, True),
        (ConnectionResetError(), False, True),
        (PoolTimeout(), True, True),
        (ValueError("no"), True, False),
    ],
)
def test_what_the_disk_and_the_network_do_is_no_bug(error: Exception, connecting: bool, unavailable: bool) -> None:
    assert is_unavailable(error, connecting=connecting) is unavailable
