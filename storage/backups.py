"""Copies of a SQLite database and its files, taken while the bot runs."""

import sqlite3
import tarfile
import tempfile
from contextlib import closing
from pathlib import Path

_DATABASE = "conference.db"
_FILES = "files"


class NotABackup(Exception):
    """The archive is damaged or none of ours."""


def write(database: Path, files: Path, target: Path) -> None:
    """One archive with a consistent copy of the database and every kept file. Never overwrites (FileExistsError)."""
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        copy = Path(folder) / _DATABASE
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("VACUUM INTO ?", (str(copy),))
        archive = Path(folder) / "archive"
        with tarfile.open(archive, "w:gz") as tar:
            tar.add(copy, _DATABASE)
            if files.is_dir():
                tar.add(files, _FILES)
        target.hardlink_to(archive)  # fails where the target exists, and is there whole or not at all


def read(source: Path, database: Path, files: Path) -> None:
    """Put a backup in place of the database and files; the old database is kept beside as `.old`."""
    with tempfile.TemporaryDirectory(dir=database.parent) as folder:
        try:
            with tarfile.open(source, "r:gz") as tar:
                tar.extractall(folder, filter="data")
        except (tarfile.TarError, OSError, EOFError) as fault:
            raise NotABackup from fault
        copy = Path(folder) / _DATABASE
        _check(copy)
        if database.exists():
            database.replace(database.with_suffix(".old"))
        copy.replace(database)
        _merge(Path(folder) / _FILES, files)


def _check(copy: Path) -> None:
    if not copy.is_file():
        raise NotABackup
    try:
        with closing(sqlite3.connect(copy)) as connection:
            healthy = connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as fault:
        raise NotABackup from fault
    if not healthy:
        raise NotABackup


def _merge(source: Path, target: Path) -> None:
    """Files are named by their content, so those that are there already are the same."""
    for path in source.rglob("*"):
        if path.is_file():
            place = target / path.relative_to(source)
            place.parent.mkdir(parents=True, exist_ok=True)
            if not place.exists():
                place.write_bytes(path.read_bytes())
