"""What an attempt means for the row."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.outcomes import back, result_of
from bot.outgoing import NotSent, Outcome, Paused, Refused, Sent, Uncertain, Why
from domain.ids import ChatId, DeliveryId, NoticeId
from storage.deliveries import Claimed
from storage.results import Result

NOW = datetime(2026, 7, 1, 8, tzinfo=UTC)


@dataclass
class Stored:
    policy: str = "resend"
    useful_until: datetime | None = None


def row(attempt: int = 0, reason: str | None = None) -> Claimed:
    return Claimed(
        id=DeliveryId(5),
        notice=NoticeId(1),
        chat=ChatId(9),
        language="vi",
        data=None,
        attempt=attempt,
        reason=reason,
    )


def expected(state: str, **changed: Any) -> Result:
    values: dict[str, Any] = {"chat": ChatId(9), "attempt": 0, "reason": None} | changed
    return Result(id=DeliveryId(5), state=state, **values)


def judged(outcome: Outcome, claimed: Claimed | None = None, **stored: Any) -> Result:
    return result_of(claimed or row(), Stored(**stored), outcome, NOW)


@pytest.mark.parametrize(
    ("outcome", "result"),
    [
        (Sent((3, 4)), expected("sent", message_id=4, messages=(3, 4), sent_at=NOW)),
        (NotSent("refused"), expected("waiting")),
        (Paused(7), expected("waiting", due_at=NOW + timedelta(seconds=7))),
        (Refused(Why.BLOCKED), expected("unreachable", reason="blocked", reachability="blocked")),
        (Refused(Why.NEVER_STARTED), expected("unreachable", reason="never_started", reachability="blocked")),
        (Refused(Why.CHAT_NOT_FOUND), expected("unreachable", reason="chat_not_found", reachability="blocked")),
        (Refused(Why.DEACTIVATED), expected("unreachable", reason="deactivated", reachability="deactivated")),
        (Refused(Why.KICKED), expected("unreachable", reason="kicked")),
        (Refused(Why.BAD_REQUEST, "can't parse"), expected("failed", reason="bad_request")),
        (Refused(Why.MIGRATED, new_chat=-1009), expected("waiting", chat=ChatId(-1009), moved_from=ChatId(9))),
        (Refused(Why.MIGRATED), expected("failed", reason="migrated")),
        (Uncertain("timed out"), expected("waiting", attempt=1, reason="repeat:uncertain")),
    ],
)
def test_each_outcome_has_its_state(outcome: Outcome, result: Result) -> None:
    assert judged(outcome) == result


def test_what_may_have_arrived_is_not_sent_again_when_held_repeated_already_or_useless() -> None:
    uncertain = expected("uncertain", reason="uncertain")
    assert judged(Uncertain(""), policy="hold") == uncertain
    assert judged(Uncertain(""), useful_until=NOW) == uncertain
    assert judged(Uncertain(""), row(attempt=1)) == expected("uncertain", attempt=1, reason="uncertain")


def test_a_repetition_stays_marked_as_one() -> None:
    claimed = row(attempt=1, reason="repeat:crash")
    sent = expected("sent", attempt=1, reason="repeat:crash", message_id=3, sent_at=NOW)
    assert judged(Sent((3,)), claimed) == sent
    assert judged(NotSent(""), claimed) == back(claimed) == expected("waiting", attempt=1, reason="repeat:crash")
