"""Speaking in a session: who has registered, in which order, and who gets ready next."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.conference import Programme, Session, SessionState
from domain.ids import AccountId, DelegateId, SessionId, SpeechId
from domain.refusal import Refusal

MOST_MINUTES = 120
_MINUTES = re.compile(r"(\d{1,4})\s*(?:phút|phut|p|'|’|minutes?|mins?|m)?\.?", re.IGNORECASE)


class SpeechState(StrEnum):
    """Waiting for a turn, told to get ready, at the rostrum, heard; or withdrawn."""

    WAITING = "waiting"
    CALLED = "called"
    SPEAKING = "speaking"
    DONE = "done"
    WITHDRAWN = "withdrawn"


AHEAD = (SpeechState.WAITING, SpeechState.CALLED)
"""Not spoken yet: what can still be moved or withdrawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What somebody wants to say in a session, and how long (minutes)."""

    id: SpeechId
    session: SessionId
    delegate: DelegateId
    name: str
    topic: str
    unit: str | None
    minutes: int
    position: int
    state: SpeechState = SpeechState.WAITING
    account: AccountId | None = None


def read_minutes(text: str) -> int:
    """How long a speech takes, from `10`, `10 phút`, `15p`; refuses what is no such number."""
    found = _MINUTES.fullmatch(text.strip())
    if found is None or not 1 <= int(found[1]) <= MOST_MINUTES:
        raise Refusal("speech_minutes", most=MOST_MINUTES)
    return int(found[1])


def can_speak_in(session: Session) -> bool:
    """Whether people can still register for the session."""
    return session.state in (SessionState.PLANNED, SessionState.RUNNING)


def minutes_of(session: Session) -> int | None:
    """How long the session is, where the programme says."""
    if session.start is None or session.end is None:
        return None
    return (session.end.hour - session.start.hour) * 60 + session.end.minute - session.start.minute


def leaves(programme: Programme) -> tuple[Session, ...]:
    """The sessions that have no parts of their own and are held, in the order of the programme."""
    parents = {each.parent for each in programme.sessions if each.parent is not None}
    held = (each for each in programme.sessions if each.state is not SessionState.CANCELLED)
    return tuple(each for each in held if each.id not in parents)


def reordered(speeches: Sequence[Speech], key: SpeechId, step: int) -> tuple[SpeechId, ...]:
    """The order of those not heard yet, after one has gone `step` places (−1 is up); at the ends nothing changes."""
    order = [each.id for each in speeches if each.state in AHEAD]
    if key not in order:
        raise Refusal("speech_gone")
    here = order.index(key)
    there = min(max(here + step, 0), len(order) - 1)
    order.insert(there, order.pop(here))
    return tuple(order)


def next_up(speeches: Sequence[Speech]) -> Speech | None:
    """Who speaks next."""
    return next((each for each in speeches if each.state in AHEAD), None)
