"""A migrated database for every test that takes `database`."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio

from storage.database import Database
from storage.migrate import upgrade


@pytest_asyncio.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    opened = Database(f"sqlite+aiosqlite:///{tmp_path / 'conference.db'}")
    await upgrade(opened)
    yield opened
    await opened.close()
