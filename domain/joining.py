"""Links and codes: what becomes of a link that is opened, and how often somebody may guess."""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.ids import AccountId, ConferenceId, DelegateId, UnitId

BY_CODE = "by-code"
"""Stands in place of a pending token while somebody without a link is asked for consent (no token is that short)."""
RENEW = "renew"
"""Stands there when somebody known is asked again, because the words of the consent have changed."""

_TOKEN = re.compile(r"(?:start(?:group)?=)?([A-Za-z0-9_-]{1,64})\W*$")


class Purpose(StrEnum):
    """What a link makes of the person (or the group chat) that opens it."""

    OWNER = "owner"
    ORGANIZER = "organizer"
    DOOR = "door"
    UNIT = "unit"
    DELEGATE = "delegate"
    GROUP = "group"


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A personal link as it stands. `name` is whom the inviter meant it for, where they said so."""

    token: str
    purpose: Purpose
    conference: ConferenceId | None = None
    delegate: DelegateId | None = None
    unit: UnitId | None = None
    name: str | None = None
    expires_at: datetime | None = None
    revoked_at: datetime | None = None
    used_at: datetime | None = None
    used_by: AccountId | None = None


class Fate(StrEnum):
    """What opening a link comes to."""

    LIVE = "live"
    MINE = "mine"
    TAKEN = "taken"
    EXPIRED = "expired"
    REVOKED = "revoked"
    UNKNOWN = "unknown"


def token_in(text: str) -> str:
    """The token of what followed /start: a whole link and punctuation copied with it are forgiven; "" for none."""
    found = _TOKEN.search(text.strip())
    return found[1] if found else ""


def fate(link: Link | None, account: AccountId, now: datetime) -> Fate:
    """What becomes of the link when the account opens it; a used link stays with who used it, until it is revoked."""
    if link is None:
        return Fate.UNKNOWN
    if link.revoked_at is not None:
        return Fate.REVOKED
    if link.used_at is not None:
        return Fate.MINE if link.used_by == account else Fate.TAKEN
    if link.expires_at is not None and link.expires_at <= now:
        return Fate.EXPIRED
    return Fate.LIVE


@dataclass(frozen=True, slots=True)
class Tries:
    """Misses with the typed way in since a moment."""

    count: int = 0
    since: datetime | None = None

    def at(self, now: datetime, pause: timedelta) -> "Tries":
        """The misses that still count; a clock that went backwards does not lock anybody out."""
        if self.since is None or not self.since <= now < self.since + pause:
            return Tries()
        return self

    def missed(self, now: datetime) -> "Tries":
        """One miss more."""
        return Tries(self.count + 1, self.since or now)


class LinkState(StrEnum):
    """Where somebody's way in stands: no link, made, opened without agreeing yet, linked, run out, withdrawn."""

    NONE = "none"
    MADE = "made"
    OPENED = "opened"
    LINKED = "linked"
    EXPIRED = "expired"
    REVOKED = "revoked"


def link_state(
    linked: bool,
    created_at: datetime | None,
    opened_at: datetime | None,
    expires_at: datetime | None,
    revoked_at: datetime | None,
    now: datetime,
) -> LinkState:
    """What the newest link of a person has come to; whoever is linked is linked, by whatever link."""
    if linked:
        return LinkState.LINKED
    if created_at is None:
        return LinkState.NONE
    if revoked_at is not None:
        return LinkState.REVOKED
    if expires_at is not None and expires_at <= now:
        return LinkState.EXPIRED
    return LinkState.MADE if opened_at is None else LinkState.OPENED
