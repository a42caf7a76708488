"""Bring a database to the newest schema.

Alembic takes a while to import, so a start that finds the schema up to date never loads it.

    python -m storage.migrate first      write the first migration anew from the schema (before the first release)
    python -m storage.migrate next NAME  write the next migration from what the schema has more than the last
"""

import asyncio
import sys
import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, inspect, select, text

from storage.database import Database

HERE = Path(__file__).resolve().parent / "migrations"
_LOCK = 0x686F69  # "hoi": any number that nothing else on the same PostgreSQL database locks


def head() -> str:
    """The newest revision: migrations are named `0001_….py`, in order."""
    return max(path.name for path in (HERE / "versions").glob("[0-9]*.py")).split("_")[0]


async def current(database: Database) -> str | None:
    """The revision that the database stands at, or None for an empty one."""
    async with database.begin() as connection:
        if not await connection.run_sync(lambda sync: inspect(sync).has_table("alembic_version")):
            return None
        found = (await connection.execute(text("select version_num from alembic_version"))).scalar()
        return None if found is None else str(found)


async def upgrade(database: Database) -> bool:
    """Migrate where needed; True when something had to be done.

    Of several processes that start at once on PostgreSQL one migrates, and the others wait for it.
    """
    if await current(database) == head():
        return False
    from alembic import command

    async with database.begin() as connection:
        if not database.is_sqlite:  # there the transaction itself keeps others out
            await connection.execute(text("set local lock_timeout = 0"))
            await connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        await connection.run_sync(lambda sync: command.upgrade(_config(sync), "head"))
    return True


async def downgrade(database: Database) -> None:
    """Take every table away again."""
    from alembic import command

    async with database.begin() as connection:
        await connection.run_sync(lambda sync: command.downgrade(_config(sync), "base"))


async def differences(database: Database) -> list[Any]:
    """What the schema in code has that the database has not (empty when they agree)."""
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from storage.schema import metadata

    async with database.begin() as connection:
        return await connection.run_sync(lambda sync: compare_metadata(MigrationContext.configure(sync), metadata))


def _config(connection: Connection) -> Any:
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(HERE))
    config.attributes["connection"] = connection
    return config


async def _write(name: str, number: str) -> None:
    from alembic import command

    with tempfile.TemporaryDirectory() as folder:
        database = Database(f"sqlite+aiosqlite:///{folder}/empty.db")
        if number != "0001":
            await upgrade(database)
        async with database.begin() as connection:
            await connection.run_sync(
                lambda sync: command.revision(_config(sync), name, autogenerate=True, rev_id=number)
            )
        await database.close()


def _main(arguments: list[str]) -> None:
    if arguments == ["first"]:
        for path in (HERE / "versions").glob("*.py"):
            path.unlink()
        asyncio.run(_write("first", "0001"))
    elif len(arguments) == 2 and arguments[0] == "next":
        asyncio.run(_write(arguments[1], f"{int(head()) + 1:04d}"))
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    _main(sys.argv[1:])
