"""The one door to Telegram: every call goes through here, and only here is a Telegram error caught."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import quote

from telegram import InputFile
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)
from telegram.request import BaseRequest, RequestData
from telegram.request._requestparameter import RequestParameter

from bot.calls import Call
from bot.outgoing import Failure, NotSent, Paused, Refused, Uncertain, Why
from bot.transport import PlainData, Unsent
from domain.views import Attachment

OFFICIAL_ROOT = "https://api.telegram.org"

_REASONS = (
    ("blocked by the user", Why.BLOCKED),
    ("deactivated", Why.DEACTIVATED),
    ("can't initiate conversation", Why.NEVER_STARTED),
    ("kicked", Why.KICKED),
    ("not a member", Why.KICKED),
    ("chat not found", Why.CHAT_NOT_FOUND),
    ("peer_id_invalid", Why.CHAT_NOT_FOUND),
    ("rights", Why.NO_RIGHTS),
    ("message to edit not found", Why.GONE),
    ("message to delete not found", Why.GONE),
    ("message to copy not found", Why.GONE),
    ("message can't be", Why.GONE),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What Telegram's method returned, as plain JSON values."""

    value: Any


def failure(error: TelegramError) -> Failure:
    """What an error means for the message: surely not sent, refused for good, uncertain, or to wait."""
    match error:
        case RetryAfter():
            after = error.retry_after
            return Paused(after.total_seconds() if isinstance(after, timedelta) else float(after))
        case ChatMigrated():
            return Refused(Why.MIGRATED, error.message, error.new_chat_id)
        case Forbidden() | BadRequest():  # BadRequest is a kind of NetworkError: it has to be looked at first
            return Refused(_why(error.message), error.message)
        case InvalidToken() | Conflict() | Unsent():
            return NotSent(error.message)
        case NetworkError():
            return Uncertain(error.message)
    return Uncertain(type(error).__name__)


def _why(text: str) -> Why:
    folded = text.lower()
    return next((why for words, why in _REASONS if words in folded), Why.BAD_REQUEST)


def _with_files(parameters: Mapping[str, Any], call: Call, opened: ExitStack) -> RequestData:
    """The call with its uploads; files on disk are read while they are sent, and closed with `opened`."""
    files = [RequestParameter(name, None, [_input(file, opened)]) for name, file in call.uploads.items()]
    return RequestData(
        [RequestParameter(name, value, None) for name, value in parameters.items() if value is not None] + files
    )


def _input(file: Attachment, opened: ExitStack) -> InputFile:
    if isinstance(file.content, bytes):
        return InputFile(file.content, filename=file.name)
    return InputFile(opened.enter_context(file.content.open("rb")), filename=file.name, read_file_handle=False)


class Api:
    """Telegram's methods, called with plain values and answered with an outcome, never with an exception."""

    __slots__ = ("_files", "_methods", "_request")

    def __init__(self, request: BaseRequest, token: str, root: str = OFFICIAL_ROOT) -> None:
        self._request = request
        self._methods = f"{root.rstrip('/')}/bot{token}/"
        self._files = f"{root.rstrip('/')}/file/bot{token}/"

    def __repr__(self) -> str:
        return "Api()"

    async def call(
        self,
        method: str,
        parameters: Mapping[str, Any] | None = None,
        call: Call | None = None,
        read_timeout: float | None = None,
    ) -> Answer | Failure:
        """One call; a `read_timeout` marks a long poll."""
        plain = parameters or {}
        timeout = BaseRequest.DEFAULT_NONE if read_timeout is None else read_timeout
        with ExitStack() as opened:
            data: Any = PlainData(plain) if call is None or not call.uploads else _with_files(plain, call, opened)
            try:
                return Answer(await self._request.post(self._methods + method, data, read_timeout=timeout))
            except TelegramError as error:
                return failure(error)

    async def make(self, call: Call) -> Answer | Failure:
        """The call as composed, its files uploaded with it."""
        return await self.call(call.method, call.parameters, call)

    async def fetch(self, path: str) -> bytes | Failure:
        """The file that `getFile` pointed to."""
        try:
            return await self._request.retrieve(self._files + quote(path))
        except TelegramError as error:
            return failure(error)
