"""Words for days and parts of days, found without a clock and resolved with one."""

from datetime import date, time, timedelta

import pytest

from domain.dates import DayPart
from domain.when import DayRange, find_when, resolve

WEDNESDAY = date(2025, 5, 21)
DAYS = (date(2025, 5, 22), date(2025, 5, 23))


def meant(text: str, today: date | None = WEDNESDAY) -> DayRange | None:
    found = find_when(text, 2025)
    return resolve(found.day, today, DAYS) if found.day else None


@pytest.mark.parametrize(
    ("text", "offset"),
    [
        ("hôm nay có gì", 0),
        ("HOM NAY CO GI", 0),
        ("chiều nay", 0),
        ("toi nay co gi", 0),
        ("what is on today", 0),
        ("chiều mai mấy giờ", 1),
        ("mai ăn trưa ở đâu", 1),
        ("tomorrow morning", 1),
        ("ngày kia", 2),
        ("ngày mốt", 2),
        ("hôm qua", -1),
        ("thứ 6 làm gì", 2),
        ("sang thu 5", 1),
        ("chiều t5", 1),
        ("ngày 23/5", 2),
        ("23 May", 2),
        ("ngày 22", 1),
        ("ngày 2", 2),
        ("ngày cuối", 2),
        ("ngày đầu tiên", 1),
        ("thứ 5 tuần sau", 8),
    ],
)
def test_a_word_for_a_day_means_that_day(text: str, offset: int) -> None:
    day = WEDNESDAY + timedelta(days=offset)
    assert meant(text) == DayRange(day, day)


@pytest.mark.parametrize("text", ["hôm nay", "ngày mai", "tuần sau"])
def test_without_a_clock_the_present_is_not_guessed(text: str) -> None:
    assert meant(text, None) is None


def test_a_weekday_without_a_clock_is_the_conferences_own() -> None:
    assert meant("sáng thứ 6", None) == DayRange(DAYS[1], DAYS[1])


@pytest.mark.parametrize(
    "text", ["bà Mai phát biểu gì", "cho tôi hỏi", "đồng chí Mai", "tối đa bao nhiêu", "mấy giờ ăn trưa"]
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    assert find_when(text).empty


def test_the_part_of_the_day_and_a_clock_time_are_found_too() -> None:
    assert find_when("chiều mai").part is DayPart.AFTERNOON
    assert find_when("8h30 làm gì").clock == time(8, 30)


def test_a_week_runs_from_monday_to_sunday() -> None:
    assert meant("tuần sau") == DayRange(date(2025, 5, 26), date(2025, 6, 1))
    assert meant("cuối tuần") == DayRange(date(2025, 5, 24), date(2025, 5, 25))
