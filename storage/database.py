"""One engine for the process, and the few lines where SQLite and PostgreSQL differ.

sqlite+aiosqlite:///conference.db
postgresql+asyncpg://user:password@host/name
postgresql+asyncpg://user:password@pooler:6432/name?pgbouncer=true      behind PgBouncer in transaction mode
"""

from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from contextlib import asynccontextmanager, nullcontext
from typing import Any, TypeVar
from uuid import uuid4

from sqlalchemy import Connection, Insert, Table, event, func, select, text
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage.failures import Unavailable, is_conflict, is_unavailable
from storage.turnstile import Turnstile

__all__ = ["Database", "Unavailable", "insert_id", "insert_new", "is_awake", "learn_sizes", "upsert"]

T = TypeVar("T")

_PATIENCE, _IN_TROUBLE = 2000, 100
"""Milliseconds for another program to let go of the file (transactions of ours queue), at first and once it has not:
people wait as long for "try again", one after the other."""

_GUARDS = {
    "idle_in_transaction_session_timeout": "10s",  # a worker that was put to sleep lets go of its rows
    "lock_timeout": "15s",
}
"""What every session on PostgreSQL is held to. PgBouncer refuses such settings: see docs/postgresql.md."""

_ATTEMPTS = 5
_ONE_AT_A_TIME = 0x6465736B  # "desk": the advisory lock of `run`


class Database:
    """Connections and transactions. No update is ever lost, on either database.

    On SQLite every transaction is `BEGIN IMMEDIATE` (a deferred one either loses updates or ends in "database is
    locked"). On PostgreSQL what `begin` opens runs beside others and locks the rows it changes; what is `run` has its
    turn, as on SQLite.
    """

    def __init__(self, url: str | URL) -> None:
        self.url = make_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = self._sqlite_engine() if self.is_sqlite else _postgresql_engine(self.url)
        event.listen(self.engine.sync_engine, "before_execute", _note_written)
        self._steady = self.engine
        if not self.is_sqlite:
            self._steady = self.engine.execution_options(isolation_level="REPEATABLE READ")
        self._turnstile = Turnstile()
        self._in_trouble = False
        self.on_trouble: Callable[[], None] = lambda: None  # hears of every time it is unavailable

    def _sqlite_engine(self) -> AsyncEngine:
        # One connection: transactions queue before it instead of failing with "database is locked".
        engine = create_async_engine(
            self.url,
            pool_size=1,
            max_overflow=0,
            pool_timeout=60,
            connect_args={"async_creator_fn": _open_sqlite},
            hide_parameters=True,
        )
        event.listen(engine.sync_engine, "begin", self._begin_immediate)
        return engine

    def _begin_immediate(self, connection: Connection) -> None:
        patience = _IN_TROUBLE if self._in_trouble else _PATIENCE
        if connection.info.get("patience") != patience:
            connection.exec_driver_sql(f"PRAGMA busy_timeout={patience}")
            connection.info["patience"] = patience
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    @asynccontextmanager
    async def begin(self, *, patient: bool = False) -> AsyncIterator[AsyncConnection]:
        """A transaction that commits when the block ends and rolls back when it raises.

        What is `patient` lets go first whoever a person waits for. Raises `Unavailable` where the database cannot be
        reached or written to at the moment.
        """
        try:
            async with self._begin(self.engine, patient=patient) as connection:
                yield connection
        except Exception as error:
            if is_conflict(error):
                raise Unavailable(_name(error)) from error
            raise

    @asynccontextmanager
    async def _begin(
        self, engine: AsyncEngine, *, patient: bool, one_by_one: bool = False
    ) -> AsyncIterator[AsyncConnection]:
        connecting = True
        queue = self._turnstile.turn(patient=patient) if one_by_one or self.is_sqlite else nullcontext()
        try:
            async with queue, engine.connect() as connection, connection.begin():
                connecting = False
                _notes(connection).clear()
                yield connection
            self._in_trouble = False
        except Exception as error:
            if is_unavailable(error, connecting=connecting):
                self._in_trouble = True
                self.on_trouble()
                raise Unavailable(_name(error)) from error
            raise

    async def run(self, work: Callable[[AsyncConnection], Awaitable[T]], *, patient: bool = False) -> T:
        """The work's result: one piece of work at a time, in this and in all other processes on the database.

        After a deadlock with one of the short transactions beside (the outbox), or where one of them added the very
        row, all is undone and the work runs again: what it does besides the database must bear that.
        """
        for _ in range(_ATTEMPTS):
            try:
                # The queue is here and not at the server, so that those who wait do not use up the connections.
                async with self._begin(self.engine, patient=patient, one_by_one=True) as connection:
                    if not self.is_sqlite:
                        await connection.execute(select(func.pg_advisory_xact_lock(_ONE_AT_A_TIME)))
                    return await work(connection)
            except Exception as error:
                if not is_conflict(error, adding=True):
                    raise
                last = error
        if is_conflict(last):
            raise Unavailable(_name(last)) from last
        raise last

    async def look(self, work: Callable[[AsyncConnection], Awaitable[T]], *, patient: bool = False) -> T:
        """The result of work that only reads, and sees one moment of the database."""
        async with self._begin(self._steady, patient=patient) as connection:
            return await work(connection)

    async def close(self) -> None:
        await self.engine.dispose()


def _name(error: Exception) -> str:
    """What went wrong, in a word and without values."""
    cause = getattr(error, "orig", None) or error
    return str(getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None) or type(cause).__name__)


def _postgresql_engine(url: URL) -> AsyncEngine:
    """A pool of connections; behind PgBouncer none of our own, and nothing that belongs to a session."""
    pooled = str(url.query.get("pgbouncer", "")).lower() in ("true", "1", "yes")
    url = url.difference_update_query(["pgbouncer"])
    connect: dict[str, Any] = {"timeout": 10, "command_timeout": 60}
    if pooled:
        # Statements are prepared and run on whichever session comes next: none may be kept, no name may come twice.
        connect |= {
            "statement_cache_size": 0,
            "prepared_statement_cache_size": 0,
            "prepared_statement_name_func": lambda: f"__asyncpg_{uuid4()}__",
        }
        return create_async_engine(url, poolclass=NullPool, connect_args=connect, hide_parameters=True)
    connect["server_settings"] = _GUARDS
    return create_async_engine(
        url,
        pool_size=10,
        max_overflow=10,
        pool_timeout=15,
        pool_pre_ping=True,
        pool_recycle=1800,
        connect_args=connect,
        hide_parameters=True,
    )


async def _open_sqlite(path: str, **options: Any) -> Any:
    from storage.sqlite import open_sqlite  # its driver is loaded only where it is used

    return await open_sqlite(path, **options)


async def is_awake(connection: AsyncConnection) -> None:
    """Show the server that nobody has fallen asleep in the middle of the transaction."""
    await connection.execute(text("select 1"))


def written(connection: AsyncConnection) -> frozenset[str]:
    """The tables that the transaction has written to so far."""
    return frozenset(_notes(connection))


def _notes(connection: AsyncConnection) -> set[str]:
    assert connection.sync_connection is not None
    notes: set[str] = connection.sync_connection.info.setdefault("written", set())
    return notes


def _note_written(connection: Connection, statement: Any, *_parameters: Any) -> None:
    if getattr(statement, "is_dml", False):
        connection.info.setdefault("written", set()).add(statement.table.name)


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
    if connection.dialect.name == "postgresql":  # loaded only where it is spoken
        from sqlalchemy.dialects.postgresql import insert as postgresql_insert

        return postgresql_insert(table)
    return sqlite_insert(table)


async def learn_sizes(connection: AsyncConnection, table: Table) -> None:
    """After very many rows: PostgreSQL would plan by what was there before until it looks by itself, a minute later."""
    if connection.dialect.name == "postgresql":
        await connection.execute(text(f"analyze {table.name}"))


async def insert_id(connection: AsyncConnection, statement: Insert) -> int:
    """Run an INSERT of one row and give back its key."""
    result = await connection.execute(statement)
    key = result.inserted_primary_key
    assert key is not None
    return int(key[0])
