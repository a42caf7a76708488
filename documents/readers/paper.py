"""What a reader hands on, what it refuses, and the bounds that every file is held to."""

import io
import zipfile
from dataclasses import dataclass

MAX_BYTES = 20 * 1024 * 1024
MAX_PAGES = 200
MAX_CHARACTERS = 800_000
MAX_LINES = 10_000
MAX_LINE = 10_000
MAX_UNPACKED = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Paper:
    """The lines of a paper. A line of a table holds its cells between tabs, with line feeds inside a cell."""

    lines: tuple[str, ...]
    pages: int = 1


@dataclass(frozen=True, slots=True)
class Unreadable:
    """Why a file cannot be read, as a stable code.

    Codes: empty, too_big, binary, encrypted, scan_without_text, bad_archive, unknown_kind, not_a_plan,
    needs_libreoffice, linked, too_many_pages, too_long, too_slow, damaged, called_off.
    """

    code: str


class Refused(Exception):
    """Raised inside the readers only; `documents.reading` turns it into an `Unreadable`."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


def bounded(lines: list[str], pages: int = 1) -> Paper:
    """The paper, refused when it is longer than any plan."""
    if len(lines) > MAX_LINES or sum(map(len, lines)) > MAX_CHARACTERS or max(map(len, lines), default=0) > MAX_LINE:
        raise Refused("too_long")
    return Paper(tuple(lines), pages)


def open_archive(content: bytes) -> zipfile.ZipFile:
    """The archive, refused when it is broken, encrypted, or unpacks to more than any office file does."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, UnicodeDecodeError) as error:
        raise Refused("bad_archive") from error
    if any(entry.flag_bits & 1 for entry in entries):
        raise Refused("encrypted")
    if len(entries) > 5000 or sum(entry.file_size for entry in entries) > 4 * MAX_UNPACKED:
        raise Refused("bad_archive")
    return archive


def verified_archive(content: bytes) -> zipfile.ZipFile:
    """The archive for a library that unpacks by itself: every file in it is as long as its header says."""
    archive = open_archive(content)
    try:
        damaged = archive.testzip()
    except Exception as error:  # zlib.error and lzma.LZMAError have no common base
        raise Refused("bad_archive") from error
    if damaged is not None:
        raise Refused("bad_archive")
    return archive


def part(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """One file of the archive, never more than the bound however its header lies; None when it is absent."""
    try:
        with archive.open(name) as stream:
            data = stream.read(MAX_UNPACKED + 1)
    except KeyError:
        return None
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError) as error:
        raise Refused("bad_archive") from error
    except Exception as error:  # zlib.error and lzma.LZMAError have no common base
        raise Refused("bad_archive") from error
    if len(data) > MAX_UNPACKED:
        raise Refused("bad_archive")
    return data
