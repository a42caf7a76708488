"""Locks that the system lets go of when the process dies, however it dies: one process on one SQLite file, and one of
several that rings the bell when the database is gone."""

import fcntl
from datetime import datetime, timedelta
from pathlib import Path
from typing import IO

from storage.database import Database


class AlreadyRunning(Exception):
    """Another process holds the lock."""


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


class Bell:
    """Who of several processes rings while the database cannot say so: they still share a folder.

    Whoever takes the bell rings it and notes when, and the system takes it from the dead. Where nothing can be written
    in the folder everybody may ring: an alarm too many is better than none.
    """

    def __init__(self, folder: Path, quiet: timedelta) -> None:
        self._path = folder / "alarm.lock"
        self._lock = FileLock(self._path)
        self._quiet = quiet

    def take(self, now: datetime) -> bool | None:
        """Whether it is this process that is to ring; None where it has been rung of late."""
        try:
            self._lock.take()
            if self._rung(now):
                self._lock.release()
                return None
        except AlreadyRunning:
            return False
        except (OSError, ValueError):
            return True
        return True

    def _rung(self, now: datetime) -> bool:
        last = self._path.read_text(encoding="utf-8").split()[-1:]
        return any(abs(now - datetime.fromisoformat(each)) < self._quiet for each in last)

    def rung(self, now: datetime) -> None:
        """Everybody has heard it: note when, and let go."""
        try:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(f"{now.isoformat()}\n")
        except OSError:
            pass  # the disk that cannot be written to is what was rung for
        self._lock.release()


def lock_for(database: Database) -> FileLock | None:
    """The lock of a SQLite file; PostgreSQL (and a database in memory) needs none."""
    name = database.url.database
    if not database.is_sqlite or not name or name == ":memory:":
        return None
    return FileLock(Path(f"{name}.lock"))
