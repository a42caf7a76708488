"""Files that went through the pretend Telegram: uploaded once, named by file_id ever after."""

import mimetypes
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from simulator.errors import bad_request, entity_too_large

Json = dict[str, Any]

UPLOAD_LIMIT = 50 * 1024 * 1024
PHOTO_LIMIT = 10 * 1024 * 1024
DOWNLOAD_LIMIT = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it arrives in a request."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file with the names by which Telegram knows it."""

    file_id: str
    unique_id: str
    name: str
    path: str
    kind: str
    content: bytes

    def document(self) -> Json:
        """The file as a `Document` of the Bot API."""
        mime = mimetypes.guess_type(self.name)[0] or "application/octet-stream"
        return self._ids() | {"file_name": self.name, "mime_type": mime}

    def photo(self) -> list[Json]:
        """The file as the sizes of a photo, smallest first."""
        small = self._ids() | {"file_id": self.file_id + "s", "width": 90, "height": 90}
        return [small, self._ids() | {"width": 800, "height": 800}]

    def _ids(self) -> Json:
        return {"file_id": self.file_id, "file_unique_id": self.unique_id, "file_size": len(self.content)}


class FileStore:
    """All files, by file_id and by download path."""

    def __init__(self) -> None:
        self._by_id: dict[str, StoredFile] = {}
        self._by_path: dict[str, StoredFile] = {}

    def keep(self, upload: Upload, kind: str) -> StoredFile:
        """Store an upload from anybody and name it."""
        number = len(self._by_path)
        unique = sha256(upload.content).hexdigest()[:16]
        suffix = upload.name.rpartition(".")[2] if "." in upload.name else "bin"
        path = f"{kind}s/file_{number}.{suffix}"
        stored = StoredFile(f"SIM{kind}{number}-{unique}", unique, upload.name, path, kind, upload.content)
        self._by_id[stored.file_id] = stored
        self._by_path[path] = stored
        return stored

    def keep_from_bot(self, upload: Upload, kind: str) -> StoredFile:
        """Store an upload of the bot, refusing what is empty or over the limits."""
        limit = PHOTO_LIMIT if kind == "photo" else UPLOAD_LIMIT
        if not upload.content:
            raise bad_request("file must be non-empty")
        if len(upload.content) > limit:
            raise bad_request("PHOTO_SAVE_FILE_INVALID") if kind == "photo" else entity_too_large()
        return self.keep(upload, kind)

    def get(self, file_id: str) -> StoredFile:
        """The file of an id, or the 400 that Telegram gives for a wrong one."""
        stored = self._by_id.get(file_id) or self._by_id.get(file_id.removesuffix("s"))
        if stored is None:
            raise bad_request("invalid file_id")
        return stored

    def described(self, file_id: str) -> Json:
        """The answer of `getFile`."""
        stored = self.get(file_id)
        if len(stored.content) > DOWNLOAD_LIMIT:
            raise bad_request("file is too big")
        return {**stored._ids(), "file_path": stored.path}

    def at_path(self, path: str) -> StoredFile | None:
        return self._by_path.get(path)
