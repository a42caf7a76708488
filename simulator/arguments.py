"""The arguments of one call, however they came: JSON body, form, multipart, or in-process."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from simulator.errors import bad_request
from simulator.files import Upload

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Arguments:
    """Values by name (text or JSON values) and uploaded files by part name."""

    values: Mapping[str, Any]
    files: Mapping[str, Upload] = field(default_factory=dict)

    def has(self, name: str) -> bool:
        return self.values.get(name) not in (None, "")

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name)
        return default if value is None else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; like Telegram, anything else counts as absent."""
        try:
            return int(self.values.get(name, default))
        except (TypeError, ValueError):
            return default

    def number(self, name: str) -> float:
        """A required number such as a latitude."""
        try:
            return float(self.values[name])
        except (KeyError, TypeError, ValueError):
            raise bad_request(f"{name} is empty") from None

    def flag(self, name: str) -> bool:
        return str(self.values.get(name, "")).lower() in ("true", "yes", "1")

    def json(self, name: str) -> Any:
        """A nested value: parsed when it came as text, None when absent."""
        value = self.values.get(name)
        if not isinstance(value, str) or value == "":
            return None if value == "" else value
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None

    def object(self, name: str) -> Json:
        """A nested object, empty when absent."""
        value = self.json(name)
        return value if isinstance(value, dict) else {}

    def numbers(self, name: str) -> Sequence[int]:
        """A list of message identifiers, 1 to 100 of them."""
        value = self.json(name)
        if not isinstance(value, list) or not value:
            raise bad_request("message identifiers are not specified")
        if len(value) > 100:
            raise bad_request("too many message identifiers specified")
        return [int(item) for item in value]

    def chat(self) -> int | None:
        """The numeric chat_id, None when absent or a @name."""
        return self.integer("chat_id") or None

    def upload(self, name: str) -> Upload | str:
        """The file for a field: an upload, or the text (file_id or address) given instead."""
        value = self.text(name)
        part = value.removeprefix("attach://") if value.startswith("attach://") else name
        return self.files.get(part) or value
