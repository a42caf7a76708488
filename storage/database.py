"""One engine for the process, and the few lines where SQLite and PostgreSQL differ."""

import sqlite3
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import Insert, Table, event
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import make_url
from sqlalchemy.exc import InterfaceError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

_WAL_SAFE = ((3, 44, 6), (3, 45, 0)), ((3, 50, 7), (3, 51, 0)), ((3, 51, 3), (99, 0, 0))
"""SQLite versions without the WAL-reset bug, as half-open ranges (sqlite.org/wal.html#walresetbug)."""


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite can run in WAL mode without risking the file."""
    return any(low <= version < high for low, high in _WAL_SAFE)


class Unavailable(Exception):
    """The database is locked, full, read-only or gone. Nothing of the transaction has happened; try again later."""


class Database:
    """Connections and transactions. Writers take their lock when they begin, so no update is ever lost.

    On SQLite every write transaction is `BEGIN IMMEDIATE` (a deferred one either loses updates or ends in
    "database is locked"); on PostgreSQL the statements lock the rows they change.
    """

    def __init__(self, url: str) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = self._sqlite_engine() if self.is_sqlite else create_async_engine(self.url, pool_pre_ping=True)

    def _sqlite_engine(self) -> AsyncEngine:
        # One connection: transactions queue for it instead of failing with "database is locked".
        engine = create_async_engine(self.url, pool_size=1, max_overflow=0, pool_timeout=60)
        event.listen(engine.sync_engine, "connect", _prepare_sqlite)
        event.listen(engine.sync_engine, "begin", _begin_immediate)
        return engine

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that commits when the block ends and rolls back when it raises.

        Raises `Unavailable` where the database cannot be reached or written to at the moment.
        """
        try:
            async with self.engine.begin() as connection:
                yield connection
        except (OperationalError, InterfaceError, PoolTimeout) as error:
            raise Unavailable(type(error).__name__) from error

    async def close(self) -> None:
        await self.engine.dispose()


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    cursor = connection.cursor()
    journal = "WAL" if wal_is_safe(sqlite3.sqlite_version_info) else "TRUNCATE"
    for pragma in (
        f"journal_mode={journal}",
        "synchronous=FULL",
        "foreign_keys=ON",
        "busy_timeout=5000",
        "temp_store=MEMORY",
        "cache_size=-16000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def insert_new(connection: AsyncConnection, table: Table, unique: Iterable[str] | None = None) -> Any:
    """An INSERT that leaves rows alone which would break a uniqueness (`ON CONFLICT DO NOTHING`)."""
    columns = list(unique) if unique is not None else None
    return _dialect_insert(connection, table).on_conflict_do_nothing(index_elements=columns)


def upsert(connection: AsyncConnection, table: Table, keys: Iterable[str], values: dict[str, Any]) -> Any:
    """An INSERT that updates the row where one with the same keys stands."""
    names = list(keys)
    statement = _dialect_insert(connection, table).values(values)
    rest = {name: statement.excluded[name] for name in values if name not in names}
    return statement.on_conflict_do_update(index_elements=names, set_=rest)


def _dialect_insert(connection: AsyncConnection, table: Table) -> Any:
    return postgresql.insert(table) if connection.dialect.name == "postgresql" else sqlite.insert(table)


async def insert_id(connection: AsyncConnection, statement: Insert) -> int:
    """Run an INSERT of one row and give back its key."""
    result = await connection.execute(statement)
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])
