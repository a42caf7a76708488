"""What goes out to Telegram and what became of it, as plain values: no Telegram type is needed to make or read them."""

from dataclasses import dataclass
from enum import StrEnum

from domain.views import Attachment


@dataclass(frozen=True, slots=True)
class Button:
    """A button with its label as the person reads it; either `data` (≤ 64 bytes) comes back or `url` is opened."""

    label: str
    data: str | None = None
    url: str | None = None
    style: str | None = None


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Stored:
    """A file that Telegram has already; `kind` as Telegram calls it: photo, document, voice, video_note …"""

    file_id: str
    kind: str = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """One thing to say: HTML text (already within Telegram's length), buttons under it, files after or with it."""

    text: str = ""
    rows: Rows = ()
    files: tuple[Attachment | Stored, ...] = ()
    reply_to: int | None = None
    silent: bool = False


class Why(StrEnum):
    """Why Telegram said a final no."""

    BLOCKED = "blocked"
    DEACTIVATED = "deactivated"
    NEVER_STARTED = "never_started"
    KICKED = "kicked"
    NO_RIGHTS = "no_rights"
    CHAT_NOT_FOUND = "chat_not_found"
    MIGRATED = "migrated"
    GONE = "gone"  # the message to edit or delete is no longer there, or too old
    BAD_REQUEST = "bad_request"


@dataclass(frozen=True, slots=True)
class Sent:
    """Telegram has it. The file ids (in the order of the files) may be sent again without uploading."""

    message_ids: tuple[int, ...]
    file_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NotSent:
    """It surely never arrived; trying again later doubles nothing."""

    reason: str


@dataclass(frozen=True, slots=True)
class Refused:
    """Telegram has said no for good; `new_chat` is the group's new number when it has moved."""

    why: Why
    detail: str = ""
    new_chat: int | None = None


@dataclass(frozen=True, slots=True)
class Uncertain:
    """Nobody knows whether it arrived. Of several messages, those named surely did and the rest perhaps."""

    reason: str
    message_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Paused:
    """Not sent: Telegram asked for silence, for so many seconds more."""

    seconds: float


Failure = NotSent | Refused | Uncertain | Paused
Outcome = Sent | Failure


@dataclass(frozen=True, slots=True)
class TooLarge:
    """A file that is larger than allowed; `size` in bytes, None where Telegram does not say."""

    size: int | None


@dataclass(frozen=True, slots=True)
class Me:
    """The bot's own account."""

    id: int
    username: str
    name: str
