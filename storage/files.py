"""Files people send, kept outside the database under their checksum: a hostile name never becomes a path."""

import hashlib
import os
import tempfile
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

_SCRATCH_SECONDS = 3600


@dataclass(frozen=True, slots=True)
class Kept:
    """A stored file: its SHA-256 in hexadecimal, its place below the root, its size in bytes."""

    sha256: str
    path: str
    size: int


class FileStore:
    """A folder of files named by their content."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def put(self, content: bytes) -> Kept:
        """Store the content; written whole or not at all. The same content is stored once."""
        digest = hashlib.sha256(content).hexdigest()
        relative = f"{digest[:2]}/{digest}"
        target = self.root / relative
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            self._write(target, content)
        return Kept(digest, relative, len(content))

    def get(self, path: str) -> bytes:
        """The content stored under `path` (as `put` gave it back)."""
        return (self.root / path).read_bytes()

    def where(self, path: str) -> Path:
        """Where the content stands that is stored under `path`, to be read piece by piece."""
        return self.root / path

    def scratch(self, now: datetime) -> Path:
        """A folder for files that are made to be sent once. What a crash left there is gone after an hour."""
        folder = self.root / "scratch"
        folder.mkdir(parents=True, exist_ok=True)
        for left in folder.iterdir():
            if left.stat().st_mtime < now.timestamp() - _SCRATCH_SECONDS:
                left.unlink(missing_ok=True)
        return folder

    @staticmethod
    def _write(target: Path, content: bytes) -> None:
        handle, name = tempfile.mkstemp(dir=target.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.replace(name, target)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
