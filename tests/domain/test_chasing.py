"""The ladder: each rung once, on working days, in working hours, never several at a time."""

from datetime import date, datetime, timedelta

import pytest

from domain.chasing import Ladder, Rank, ranks_at

at = datetime.fromisoformat
LADDER = Ladder()
FRIDAY = at("2026-07-24T17:00")
TOLD = at("2026-07-01T09:00")


def _climb(deadline: datetime, told: datetime, first: str, days: int, hour: int = 8) -> list[tuple[str, int]]:
    """What is climbed when somebody looks once a day."""
    done: set[int] = set()
    found = []
    for number in range(days):
        now = at(first).replace(hour=hour) + timedelta(days=number)
        rung = LADDER.due(deadline, told, now, done)
        if rung is not None:
            done.add(rung)
            found.append((f"{now:%a %d}", rung))
    return found


def test_every_rung_is_climbed_once_on_a_working_day() -> None:
    # T-7 is Friday 17, T-3 Tuesday 21, T-1 Thursday 23, the day Friday 24; +1 is a Saturday, so Monday 27.
    assert _climb(FRIDAY, TOLD, "2026-07-01", 40) == [
        ("Fri 17", -7),
        ("Tue 21", -3),
        ("Thu 23", -1),
        ("Fri 24", 0),
        ("Mon 27", 1),
    ]


def test_a_rung_on_a_day_off_comes_before_the_deadline_and_goes_after_it() -> None:
    sunday = date(2026, 7, 26)
    assert [LADDER.day_of(sunday, rung) for rung in LADDER.rungs] == [
        date(2026, 7, 17),
        date(2026, 7, 23),
        date(2026, 7, 24),
        date(2026, 7, 24),
        date(2026, 7, 27),
    ]
    assert Ladder(holidays=frozenset({date(2026, 7, 24)})).day_of(sunday, 0) == date(2026, 7, 23)


def test_after_a_pause_only_the_latest_rung_is_climbed() -> None:
    assert _climb(FRIDAY, TOLD, "2026-07-23", 10) == [("Thu 23", -1), ("Fri 24", 0), ("Mon 27", 1)]


def test_who_was_told_of_the_task_today_is_not_reminded_of_it_today() -> None:
    told = at("2026-07-21T07:00")
    assert _climb(FRIDAY, told, "2026-07-21", 10) == [("Thu 23", -1), ("Fri 24", 0), ("Mon 27", 1)]


@pytest.mark.parametrize(
    ("now", "rung"),
    [
        ("2026-07-21T07:59", None),
        ("2026-07-21T08:00", -3),
        ("2026-07-21T16:59", -3),
        ("2026-07-21T17:00", None),
        ("2026-07-18T10:00", None),
    ],
)
def test_people_are_written_to_in_working_hours_only(now: str, rung: int | None) -> None:
    assert LADDER.due(FRIDAY, TOLD, at(now), {-7} if rung else set()) == rung


def test_days_off_of_every_year_are_kept() -> None:
    assert [LADDER.is_working_day(date(year, 9, 2)) for year in (2026, 2027)] == [False, False]
    assert Ladder(yearly=frozenset()).is_working_day(date(2026, 9, 2))


def test_a_task_may_have_rungs_of_its_own() -> None:
    own = (-10, 0)
    assert LADDER.due(FRIDAY, TOLD, at("2026-07-14T08:00"), set(), own) == -10
    assert LADDER.due(FRIDAY, TOLD, at("2026-07-23T08:00"), {-10}, own) is None


def test_the_higher_the_rung_the_higher_the_people() -> None:
    assert [sorted(ranks_at(rung)) for rung in LADDER.rungs] == [
        [Rank.FOCAL],
        [Rank.DEPUTY, Rank.FOCAL],
        [Rank.DEPUTY, Rank.FOCAL, Rank.HEAD],
        [Rank.DEPUTY, Rank.FOCAL, Rank.HEAD],
        [Rank.DEPUTY, Rank.FOCAL, Rank.HEAD],
    ]
