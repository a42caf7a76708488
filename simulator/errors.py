"""What the pretend Telegram says when it refuses, in Telegram's own words."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ApiError(Exception):
    """A refusal with the HTTP status, the description and the parameters that Telegram would send."""

    status: int
    description: str
    parameters: Mapping[str, int] = field(default_factory=dict)


class ConnectionBroken(Exception):
    """The connection breaks; `delivered` says whether the request took effect before that."""

    def __init__(self, *, delivered: bool) -> None:
        super().__init__("the connection was reset")
        self.delivered = delivered


class NoAnswer(Exception):
    """The connection stays open for `seconds` and nothing ever comes."""

    def __init__(self, seconds: float) -> None:
        super().__init__("no answer")
        self.seconds = seconds


class CannotDo(Exception):
    """A person tries what the Telegram app would not let them do (press a button that is not there)."""


def bad_request(words: str) -> ApiError:
    return ApiError(400, f"Bad Request: {words}")


def forbidden(words: str) -> ApiError:
    return ApiError(403, f"Forbidden: {words}")


def conflict(words: str) -> ApiError:
    return ApiError(409, f"Conflict: {words}")


def too_many_requests(retry_after: int) -> ApiError:
    return ApiError(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})


def migrated(new_chat_id: int) -> ApiError:
    words = "Bad Request: group chat was upgraded to a supergroup chat"
    return ApiError(400, words, {"migrate_to_chat_id": new_chat_id})


def entity_too_large() -> ApiError:
    return ApiError(413, "Request Entity Too Large")


def unauthorized() -> ApiError:
    return ApiError(401, "Unauthorized: invalid token specified")


def unknown_method() -> ApiError:
    return ApiError(404, "Not Found: method not found")
