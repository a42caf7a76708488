"""The log: one event a line, its values as fields, with the number of the update that is being handled.

The token never gets out, wherever it stands (a library's line, an exception's text, a traceback). Names and message
texts are not logged above DEBUG; where an exception quotes what the person wrote, those words are hidden.
"""

import json
import logging
import re
import sys
import traceback
from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from datetime import UTC, datetime
from typing import Any, TextIO
from urllib.parse import quote

from domain.vietnamese import words

current: ContextVar[Mapping[str, Any] | None] = ContextVar("current_update", default=None)
"""The raw update that is being handled, for the lines that are written meanwhile."""

HIDDEN = "***"
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime", "taskName"}
_QUIET = ("httpx", "httpcore", "aiohttp", "aiosqlite", "apscheduler", "asyncio", "sqlalchemy", "telegram", "alembic")
_TOKEN_SHAPED = re.compile(r"(?<!\d)\d{6,}(?::|%3A)[A-Za-z0-9_-]{30,}")
_PLAIN = re.compile(r"[\w.:/+@-]+")
_WORD = re.compile(r"\w+")
_PERSONAL = frozenset({"first_name", "last_name", "username", "text", "caption", "title", "phone_number", "file_name"})
_SHORTEST_HIDDEN = 3


class Redactor:
    """Hides secrets in a finished line, whole or by their telling half, also where an address has encoded them."""

    def __init__(self, secrets: Iterable[str]) -> None:
        halves = {part for secret in secrets for part in (secret, secret.rpartition(":")[2], quote(secret, safe=""))}
        parts = sorted((re.escape(part) for part in halves if len(part) >= 8), key=len, reverse=True)
        self._pattern = re.compile("|".join([*parts, _TOKEN_SHAPED.pattern]))

    def __call__(self, line: str) -> str:
        return self._pattern.sub(HIDDEN, line)


class LineFormatter(logging.Formatter):
    """`time LEVEL logger event key=value …`, or the same as one JSON object."""

    def __init__(self, form: str, redact: Redactor) -> None:
        super().__init__()
        self._as_json = form == "json"
        self._redact = redact

    def format(self, record: logging.LogRecord) -> str:
        at = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        head = {"at": at, "level": record.levelname, "from": record.name, "event": record.getMessage()}
        tail = dict(_fields(record))
        if self._as_json:
            return self._redact(json.dumps({**head, **tail}, ensure_ascii=False, default=str))
        event = head["event"] if head["event"].isprintable() else json.dumps(head["event"], ensure_ascii=False)
        pairs = [f"{name}={_shown(value)}" for name, value in tail.items()]
        return self._redact(" ".join([at, record.levelname, record.name, event, *pairs]))


def setup(level: str, form: str, secrets: Iterable[str] = (), stream: TextIO | None = None) -> None:
    """Log to the stream (stderr), in `form` "text" or "json". Replaces what was set up before."""
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(LineFormatter(form, Redactor(secrets)))
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    logging.captureWarnings(True)
    for name in _QUIET:  # httpx prints addresses at INFO, the Telegram library message texts at DEBUG
        logging.getLogger(name).setLevel(logging.WARNING)


def trace(fault: BaseException) -> str:
    """The traceback as text, with the words of the update at hand hidden in what the exceptions say."""
    private = frozenset(_private_words(current.get()))
    chunks = traceback.TracebackException.from_exception(fault).format()
    framing = ("  ", "Traceback", "\n")
    return "".join(each if each.startswith(framing) else _without(each, private) for each in chunks).rstrip()


def _fields(record: logging.LogRecord) -> Iterator[tuple[str, Any]]:
    update = current.get()
    if update is not None:
        yield "update", update.get("update_id")
    yield from ((name, value) for name, value in vars(record).items() if name not in _STANDARD)
    if record.exc_info and record.exc_info[1] is not None:
        yield "trace", trace(record.exc_info[1])
    if record.stack_info:
        yield "stack", record.stack_info


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else str(value)
    return text if _PLAIN.fullmatch(text) else json.dumps(text, ensure_ascii=False)


def _private_words(part: Any, key: str = "") -> Iterator[str]:
    """The folded words of names and texts anywhere in the update."""
    if isinstance(part, Mapping):
        for name, value in part.items():
            yield from _private_words(value, name)
    elif isinstance(part, list):
        for value in part:
            yield from _private_words(value, key)
    elif isinstance(part, str) and key in _PERSONAL:
        yield from (word for word in words(part) if len(word) >= _SHORTEST_HIDDEN)


def _without(text: str, private: frozenset[str]) -> str:
    def hide(found: re.Match[str]) -> str:
        return HIDDEN if any(word in private for word in words(found.group())) else found.group()

    return _WORD.sub(hide, text) if private else text
