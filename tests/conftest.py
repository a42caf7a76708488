"""What all tests share. `database` is a migrated one, and every test that takes it runs on both kinds."""

import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from storage.database import Database
from storage.migrate import upgrade
from tests.postgres import BACKENDS, Cluster, cluster

__all__ = ["cluster"]

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def project_root() -> Path:
    return ROOT


@pytest.fixture(scope="session")
def shared_dir() -> Path:
    """The folder of shared development plans; set HOI_NGHI_SHARED to point elsewhere."""
    folder = Path(os.environ.get("HOI_NGHI_SHARED", ROOT.parent / "shared"))
    if not (folder / "plans").is_dir():
        pytest.skip("the shared development plans are not here (HOI_NGHI_SHARED)")
    return folder


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database to copy from."""
    path = tmp_path_factory.mktemp("migrated") / "conference.db"
    opened = Database(f"sqlite+aiosqlite:///{path}")
    await upgrade(opened)
    await opened.close()
    return path


@pytest_asyncio.fixture
async def sqlite(migrated_file: Path, tmp_path: Path) -> AsyncIterator[Database]:
    path = tmp_path / "conference.db"
    shutil.copy(migrated_file, path)
    opened = Database(f"sqlite+aiosqlite:///{path}")
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def postgresql(cluster: Cluster) -> AsyncIterator[Database]:
    async with cluster.fresh() as url:
        opened = Database(url)
        yield opened
        await opened.close()


@pytest.fixture(params=BACKENDS)
def database(request: pytest.FixtureRequest) -> Database:
    """Whichever database it is this time."""
    opened: Database = request.getfixturevalue(request.param)
    return opened


@pytest_asyncio.fixture(params=BACKENDS)
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a database of whichever kind, for a bot that opens it itself."""
    if request.param == "sqlite":
        yield f"sqlite+aiosqlite:///{tmp_path / 'conference.db'}"
        return
    server: Cluster = request.getfixturevalue("cluster")
    async with server.fresh() as url:
        yield url
