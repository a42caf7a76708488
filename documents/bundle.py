"""Many files as archives that Telegram takes: names made harmless and unique, no archive too large.

Nothing is held in memory whole: files are read from the disk piece by piece, archives are written to it.
"""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from domain.filenames import harmless

MOST_BYTES = 45 * 1024 * 1024
"""Telegram lets a bot send files of at most 50 MB."""
_PIECE = 256 * 1024  # bytes read at a time


@dataclass(frozen=True, slots=True)
class Item:
    """A file: the folder it goes into, its name, its bytes or where they stand on disk."""

    folder: str
    name: str
    content: bytes | Path

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.content) if isinstance(self.content, bytes) else self.content.stat().st_size


def bundles(items: Iterable[Item], folder: Path, most: int = MOST_BYTES) -> list[Path]:
    """The files in as few archives as keep below `most` bytes; a file that is larger stands alone in one.

    The archives are written into `folder`; whoever asked takes them away.
    """
    return [_pack(part, folder) for part in _parts(items, most)]


def _parts(items: Iterable[Item], most: int) -> list[list[Item]]:
    found: list[list[Item]] = []
    size = 0
    for item in items:
        if not found or size + item.size > most:
            found.append([])
            size = 0
        found[-1].append(item)
        size += item.size
    return found


def _pack(items: Iterable[Item], folder: Path) -> Path:
    taken: set[str] = set()
    handle, name = tempfile.mkstemp(suffix=".zip", dir=folder)
    with os.fdopen(handle, "wb") as out, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for item in items:
            path = _unique(_path(item), taken)
            taken.add(path.casefold())
            _add(archive, path, item.content)
    return Path(name)


def _add(archive: zipfile.ZipFile, path: str, content: bytes | Path) -> None:
    info = zipfile.ZipInfo(path)
    info.compress_type = zipfile.ZIP_DEFLATED
    if isinstance(content, bytes):
        archive.writestr(info, content)
        return
    with content.open("rb") as source, archive.open(info, "w") as target:
        shutil.copyfileobj(source, target, _PIECE)


def _path(item: Item) -> str:
    name = harmless(item.name)
    return f"{harmless(item.folder)}/{name}" if item.folder else name


def _unique(path: str, taken: set[str]) -> str:
    """The path itself, or with a number before its ending."""
    stem, dot, ending = path.rpartition(".")
    if not dot or "/" in ending:
        stem, ending = path, ""
    fresh, number = path, 1
    while fresh.casefold() in taken:
        number += 1
        fresh = f"{stem} ({number}){dot}{ending}"
    return fresh
