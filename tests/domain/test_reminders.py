"""When people are reminded, and what a reminder is worth when its time has come."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from domain.conference import Conference, Programme, Session, SessionState
from domain.ids import SessionId
from domain.reminders import HORIZON, Planned, Quiet, Send, Skip, Why, begins_at, judge, plan
from domain.settings import DEFAULT_LEADS, Lead

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
THURSDAY = date(2026, 7, 30)
OPENING = Session(id=SessionId(1), title="Khai mạc", day=THURSDAY, start=time(8))
DUE = datetime(2026, 7, 30, 0, tzinfo=UTC)
START = DUE + timedelta(hours=1)
ROW = Planned(session=SessionId(1), lead="60m", starts_at=START, due_at=DUE)


def programme(*sessions: Session, zone: str = "Asia/Ho_Chi_Minh") -> Programme:
    return Programme(conference=Conference(title="Hội nghị", timezone=zone), sessions=sessions)


def test_a_session_is_reminded_the_day_before_at_four_and_an_hour_and_a_quarter_before() -> None:
    rows = plan(programme(OPENING), DEFAULT_LEADS)
    assert [(row.lead, row.due_at) for row in rows] == [
        ("eve16:00", datetime(2026, 7, 29, 9, tzinfo=UTC)),
        ("60m", datetime(2026, 7, 30, 0, tzinfo=UTC)),
        ("15m", datetime(2026, 7, 30, 0, 45, tzinfo=UTC)),
    ]
    assert {row.starts_at for row in rows} == {START}


def test_times_are_in_the_zone_of_the_conference() -> None:
    rows = plan(programme(OPENING, zone="Europe/Paris"), (Lead(minutes=60),))
    assert [row.starts_at for row in rows] == [datetime(2026, 7, 30, 6, tzinfo=UTC)]


def test_only_what_has_a_clock_time_of_its_own_and_is_ahead_is_planned() -> None:
    sessions = (
        Session(id=SessionId(1), title="chưa có ngày", start=time(8)),
        Session(id=SessionId(2), title="chưa có giờ", day=THURSDAY),
        Session(id=SessionId(3), title="đã hủy", day=THURSDAY, start=time(9), state=SessionState.CANCELLED),
        Session(id=SessionId(4), title="đã xong", day=THURSDAY, start=time(9), state=SessionState.DONE),
        Session(id=SessionId(5), title="phần không giờ", day=THURSDAY, parent=SessionId(7)),
        Session(id=SessionId(6), title="phần có giờ", start=time(10), parent=SessionId(7)),
        Session(id=SessionId(7), title="phiên", day=THURSDAY, start=time(9)),
    )
    rows = plan(programme(*sessions), (Lead(minutes=15),))
    assert [(row.session, row.starts_at) for row in rows] == [
        (6, datetime(2026, 7, 30, 3, tzinfo=UTC)),
        (7, datetime(2026, 7, 30, 2, tzinfo=UTC)),
    ]


def test_a_reminder_on_time_is_sent() -> None:
    assert judge(ROW, programme(OPENING), DUE + timedelta(minutes=3)) == Send()


def test_a_reminder_behind_its_time_says_so() -> None:
    assert judge(ROW, programme(OPENING), DUE + timedelta(minutes=4)) == Send(late=True)


@pytest.mark.parametrize("now", [START, START + timedelta(days=3)])
def test_reminder_is_skipped_once_the_session_has_begun(now: datetime) -> None:
    assert judge(ROW, programme(OPENING), now) == Skip(Why.BEGUN)


def test_reminder_is_skipped_when_the_session_was_begun_early() -> None:
    begun = Session(id=SessionId(1), title="Khai mạc", day=THURSDAY, start=time(8), state=SessionState.RUNNING)
    assert judge(ROW, programme(begun), DUE) == Skip(Why.BEGUN)


def test_reminder_is_skipped_for_what_is_cancelled_gone_or_moved() -> None:
    cancelled = Session(id=SessionId(1), title="Khai mạc", day=THURSDAY, start=time(8), state=SessionState.CANCELLED)
    moved = Session(id=SessionId(1), title="Khai mạc", day=THURSDAY, start=time(9))
    assert judge(ROW, programme(cancelled), DUE) == Skip(Why.CANCELLED)
    assert judge(ROW, programme(), DUE) == Skip(Why.GONE)
    assert judge(ROW, programme(moved), DUE) == Skip(Why.MOVED)


@pytest.mark.parametrize(
    ("people", "earlier"),
    [
        (0, timedelta(0)),
        (10_000, timedelta(0)),
        (100_000, timedelta(seconds=500)),
        (10_000_000, HORIZON),
    ],
)
def test_a_reminder_to_very_many_begins_earlier_so_that_it_ends_before_the_session(
    people: int, earlier: timedelta
) -> None:
    assert begins_at(DUE, DUE + timedelta(seconds=600), people, 100.0) == DUE - earlier


def at(hour: int, minute: int = 0, day: int = 30) -> datetime:
    return datetime(2026, 7, day, hour, minute, tzinfo=HANOI)


NIGHT = Quiet(time(21, 30), time(6), HANOI)


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [
        (at(21, 29), None, at(21, 29)),
        (at(21, 30), None, at(6, 0, 31)),
        (at(3), None, at(6)),
        (at(6), None, at(6)),
        (at(5, 30), at(6, 30), at(6)),
        (at(5, 30), at(6), at(5, 30)),
        (at(4, 30), at(5, 30), at(4, 30)),
    ],
)
def test_nobody_is_woken_unless_the_session_begins_before_the_morning(
    now: datetime, before: datetime | None, expected: datetime
) -> None:
    assert NIGHT.send_at(now, before) == expected


def test_quiet_hours_within_one_day_and_none_at_all() -> None:
    noon = Quiet(time(12), time(13, 30), HANOI)
    assert noon.send_at(at(12, 15), None) == at(13, 30)
    assert noon.send_at(at(13, 30), None) == at(13, 30)
    assert Quiet(None, time(6), HANOI).send_at(at(3), None) == at(3)
