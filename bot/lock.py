"""One process on one SQLite file: a lock that the system lets go of when the process dies, however it dies."""

import fcntl
from pathlib import Path
from typing import IO

from storage.database import Database


class AlreadyRunning(Exception):
    """Another process has the database open."""


class FileLock:
    """Holds `<database>.lock` from `take` to `release`."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: IO[str] | None = None

    def take(self) -> None:
        """Lock, or raise `AlreadyRunning` at once."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = self._path.open("a")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            raise AlreadyRunning(str(self._path)) from None
        self._file = file

    def release(self) -> None:
        """Let go."""
        if self._file is not None:
            self._file.close()
            self._file = None


def lock_for(database: Database) -> FileLock | None:
    """The lock of a SQLite file; PostgreSQL (and a database in memory) needs none."""
    name = database.url.database
    if not database.is_sqlite or not name or name == ":memory:":
        return None
    return FileLock(Path(f"{name}.lock"))
