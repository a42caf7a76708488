"""What all tests share. `database` is a migrated one, and every test that takes it runs on both kinds."""

import logging
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import Connection, Engine, event

from bot import logs
from storage.database import Database
from storage.migrate import upgrade
from tests.order import longest_first, workers_of_this_run
from tests.postgres import BACKENDS, Cluster, cluster, quick_folder

__all__ = ["cluster"]

ROOT = Path(__file__).resolve().parent.parent


_COMPILED: dict[str, "Sentences"] = {}
"""Per kind of database: what its statements are in SQL, for all databases of a run."""


class Sentences(dict[Any, Any]):
    """A cache of compiled statements that several engines share: whose dialect it is does not count.

    Every test has an engine of its own, which would put the same few hundred statements into words once more.
    """

    def get(self, key: Any, default: Any = None) -> Any:
        return super().get(key[1:], default)

    def __setitem__(self, key: Any, compiled: Any) -> None:
        super().__setitem__(key[1:], compiled)


@event.listens_for(Engine, "engine_connect")
def _share_compiled(connection: Connection) -> None:
    connection.execution_options(compiled_cache=_COMPILED.setdefault(connection.dialect.name, Sentences()))


def pytest_configure() -> None:
    if folder := quick_folder():  # as for PostgreSQL: a commit need not wait for the machine's disk
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", folder)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items[:] = longest_first(items, workers_of_this_run())


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    """A program that is run within a test sets the log up for all that come after it."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    if root.level == level and [each for each in root.handlers if type(each) is logging.StreamHandler] == []:
        return
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.captureWarnings(False)
    for name in logs._QUIET:
        logging.getLogger(name).setLevel(logging.NOTSET)


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
async def database_url(request: pytest.FixtureRequest, migrated_file: Path, tmp_path: Path) -> AsyncIterator[str]:
    """The address of a migrated database of whichever kind, for a bot that opens it itself."""
    if request.param == "sqlite":
        shutil.copy(migrated_file, tmp_path / "conference.db")
        yield f"sqlite+aiosqlite:///{tmp_path / 'conference.db'}"
        return
    server: Cluster = request.getfixturevalue("cluster")
    async with server.fresh() as url:
        yield url
