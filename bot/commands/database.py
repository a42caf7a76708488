"""A desk for one command: the database locked against a running bot, migrated, and closed afterwards."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.clock import SystemClock
from bot.commands.common import UserError
from bot.config import Config
from bot.lock import AlreadyRunning, lock_for
from services.desk import Desk
from storage.database import Database, Unavailable
from storage.files import FileStore
from storage.migrate import upgrade


@asynccontextmanager
async def opened(config: Config) -> AsyncIterator[Desk]:
    """The desk; `UserError` while a bot runs on the same SQLite file, or where the database is not to be had."""
    database = Database(config.database.url)
    lock = lock_for(database)
    try:
        if lock is not None:
            lock.take()
        await upgrade(database)
        files = FileStore(config.database.files)
        yield Desk(database=database, files=files, now=SystemClock().now, settings=config.settings())
    except AlreadyRunning:
        raise UserError("already_running") from None
    except Unavailable as fault:
        raise UserError("no_database", reason=fault) from None
    finally:
        await database.close()
        if lock is not None:
            lock.release()
