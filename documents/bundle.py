"""Many files as archives that Telegram takes: names made harmless and unique, no archive too large."""

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass

from domain.filenames import harmless

MOST_BYTES = 45 * 1024 * 1024
"""Telegram lets a bot send files of at most 50 MB."""


@dataclass(frozen=True, slots=True)
class Item:
    """A file: the folder it goes into, its name, its bytes."""

    folder: str
    name: str
    content: bytes


def bundles(items: Iterable[Item], most: int = MOST_BYTES) -> list[bytes]:
    """The files in as few archives as keep below `most` bytes; a file that is larger stands alone in one."""
    found: list[bytes] = []
    part: list[Item] = []
    size = 0
    for item in items:
        if part and size + len(item.content) > most:
            found.append(_pack(part))
            part, size = [], 0
        part.append(item)
        size += len(item.content)
    return [*found, _pack(part)] if part else found


def _pack(items: Iterable[Item]) -> bytes:
    out = io.BytesIO()
    taken: set[str] = set()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for item in items:
            path = _unique(_path(item), taken)
            taken.add(path.casefold())
            archive.writestr(zipfile.ZipInfo(path), item.content, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


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
