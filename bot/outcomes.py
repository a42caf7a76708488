"""What an attempt means for the row: pure, and the one place that decides whether something is said again."""

from datetime import datetime, timedelta
from typing import Any, assert_never

from sqlalchemy import Row

from bot.outgoing import NotSent, Outcome, Paused, Refused, Sent, Uncertain, Why
from domain.ids import ChatId
from storage.deliveries import Claimed
from storage.results import Result

_UNREACHABLE = {
    Why.BLOCKED: "blocked",
    Why.NEVER_STARTED: "blocked",
    Why.CHAT_NOT_FOUND: "blocked",
    Why.DEACTIVATED: "deactivated",
}
"""Refusals that hold for the account until the person presses Start again."""


def result_of(row: Claimed, notice: Row[Any], outcome: Outcome, now: datetime) -> Result:
    """The row's new state. Only what was surely not sent, or may be sent twice and is still useful, waits again."""
    match outcome:
        case Sent(ids):
            several = ids if len(ids) > 1 else None
            return _result(row, "sent", message_id=ids[-1] if ids else None, messages=several, sent_at=now)
        case NotSent():
            return back(row)
        case Paused(seconds):
            return back(row, now + timedelta(seconds=seconds))
        case Refused(Why.MIGRATED, new_chat=int(new_chat)):
            return _result(row, "waiting", chat=ChatId(new_chat), moved_from=row.chat)
        case Refused(why):
            reachability = _UNREACHABLE.get(why)
            gone = reachability is not None or why is Why.KICKED
            return _result(row, "unreachable" if gone else "failed", reason=why.value, reachability=reachability)
        case Uncertain():
            if notice.policy == "resend" and row.attempt == 0 and not _over(notice, now):
                return _result(row, "waiting", attempt=1, reason="repeat:uncertain")
            return _result(row, "uncertain", reason="uncertain")
    assert_never(outcome)


def back(row: Claimed, due_at: datetime | None = None) -> Result:
    """The row as it was, unsent."""
    return _result(row, "waiting", due_at=due_at)


def unsayable(row: Claimed) -> Result:
    """Nothing can be said for this row: a bug, or a notice of another version."""
    return _result(row, "failed", reason="unsayable")


def _over(notice: Row[Any], now: datetime) -> bool:
    return notice.useful_until is not None and notice.useful_until <= now


def _result(row: Claimed, state: str, **changed: Any) -> Result:
    values: dict[str, Any] = {"chat": row.chat, "attempt": row.attempt, "reason": row.reason}
    return Result(id=row.id, state=state, **values | changed)
