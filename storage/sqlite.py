"""A connection to a SQLite file: with our settings, and each statement one trip to the thread that holds the file.

SQLAlchemy asks a cursor for itself, for the statement, for its rows and for its end, which are four trips; where the
processor is busy each of them waits for its turn, and everybody who wants the database waits along.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import aiosqlite

_WAL_SAFE = ((3, 44, 6), (3, 45, 0)), ((3, 50, 7), (3, 51, 0)), ((3, 51, 3), (99, 0, 0))
"""SQLite versions without the WAL-reset bug, as half-open ranges (sqlite.org/wal.html#walresetbug)."""


def wal_is_safe(version: tuple[int, ...]) -> bool:
    """Whether this SQLite can run in WAL mode without risking the file."""
    return any(low <= version < high for low, high in _WAL_SAFE)


_PRAGMAS = (
    f"journal_mode={'WAL' if wal_is_safe(sqlite3.sqlite_version_info) else 'TRUNCATE'}",
    "synchronous=FULL",
    "foreign_keys=ON",
    "temp_store=MEMORY",
    "cache_size=-4000",
)


class _Cursor:
    """A statement with all its rows, as SQLAlchemy's buffered cursor wants them."""

    __slots__ = ("_connection", "_rows", "arraysize", "description", "lastrowid", "rowcount")

    def __init__(self, connection: "_Connection") -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.lastrowid: int | None = None
        self.rowcount, self.arraysize = -1, 1

    async def __aenter__(self) -> "_Cursor":
        return self

    async def execute(self, sql: str, parameters: Sequence[Any] = ()) -> None:
        await self._run(lambda cursor: cursor.execute(sql, parameters))

    async def executemany(self, sql: str, parameters: Iterable[Sequence[Any]]) -> None:
        await self._run(lambda cursor: cursor.executemany(sql, parameters))

    async def fetchall(self) -> list[Any]:
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        self._rows = []

    async def _run(self, statement: Callable[[sqlite3.Cursor], object]) -> None:
        def at_once() -> None:
            cursor = self._connection._conn.cursor()
            try:
                statement(cursor)
                self.description = cursor.description
                self._rows = cursor.fetchall() if cursor.description else []
                self.rowcount, self.lastrowid = cursor.rowcount, cursor.lastrowid
            finally:
                cursor.close()

        await self._connection.run(at_once)


class _Connection(aiosqlite.Connection):
    _settled = False  # what was done last is committed or undone

    def cursor(self) -> Any:
        return _Cursor(self)

    async def run(self, work: Callable[[], None]) -> None:
        """Something done on the thread that holds the file."""
        self._settled = False
        await self._execute(work)  # type: ignore[no-untyped-call]

    async def commit(self) -> None:
        await super().commit()
        self._settled = True

    async def rollback(self) -> None:
        """Where there is something to undo: SQLAlchemy asks for it after each commit, too."""
        if not self._settled:
            await super().rollback()
            self._settled = True


async def open_sqlite(path: str, **options: Any) -> Any:
    """A connection with our settings; where it fails nothing of it is left, no thread either."""
    options["isolation_level"] = None  # we say BEGIN ourselves
    connection = _Connection(lambda: sqlite3.connect(path, **options), 64)
    connection._thread.daemon = True
    try:
        await connection
    except Exception:
        await asyncio.to_thread(connection._thread.join)
        raise
    try:
        for pragma in _PRAGMAS:
            await connection.execute(f"PRAGMA {pragma}")
    except Exception:
        await connection.close()
        raise
    return connection
