"""The grammar of dates and times, expression by expression."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import (
    DayPart,
    find_clocks,
    find_conflicts,
    find_dates,
    find_impossible,
    find_months,
    find_parts,
    find_times,
    find_weekdays,
)


@pytest.mark.parametrize(
    ("text", "first", "until"),
    [
        ("7h30", time(7, 30), None),
        ("7h30’", time(7, 30), None),
        ("14 giờ 00 phút", time(14), None),
        ("8 giờ 00’", time(8), None),
        ("8 giờ rưỡi", time(8, 30), None),
        ("8 gio ruoi", time(8, 30), None),
        ("9 giờ kém 15", time(8, 45), None),
        ("15g00", time(15), None),
        ("07:30", time(7, 30), None),
        ("8h", time(8), None),
        ("2 giờ chiều", time(14), None),
        ("8h tối", time(20), None),
        ("8h00 sáng", time(8), None),
        ("24h00", time(23, 59), None),
        ("2 pm", time(14), None),
        ("12:15 AM", time(0, 15), None),
        ("9h50 - 11h00", time(9, 50), time(11)),
        ("7h00’ -7h30’", time(7), time(7, 30)),
        ("08.00 - 11.30", time(8), time(11, 30)),
        ("từ 9 đến 11 giờ", time(9), time(11)),
        ("20h00 – 21h45", time(20), time(21, 45)),
        ("1:30 - 4:30 p.m.", time(13, 30), time(16, 30)),
        ("11:30 - 1:00 p.m.", time(11, 30), time(13)),
        ("2 - 4 pm", time(14), time(16)),
        ("2h - 4h chiều", time(14), time(16)),
        ("từ 7h30 đến 5h chiều", time(7, 30), time(17)),
        ("từ 2 đến 4h chiều", time(14), time(16)),
    ],
)
def test_clock_is_read(text: str, first: time, until: time | None) -> None:
    assert [(span.clock, span.until) for span in find_clocks(text)] == [(first, until)]


@pytest.mark.parametrize(
    "text",
    [
        "trong 2 giờ",
        "không quá 02 giờ",
        "ít nhất 3 giờ",
        "2 giờ nữa",
        "24h",
        "điểm 7.5",
        "1/2 ngày",
        "TP.HCM",
        "7 hạng mục",
    ],
)
def test_length_or_number_is_no_clock(text: str) -> None:
    assert find_clocks(text) == ()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("27/7/2023", [date(2023, 7, 27)]),
        ("ngày 05 tháng 10 năm 2026", [date(2026, 10, 5)]),
        ("ngày mười", []),
        ("24, 25 và 26 tháng 8 năm 2026", [date(2026, 8, 24), date(2026, 8, 25), date(2026, 8, 26)]),
        ("14 - 15/11/2024", [date(2024, 11, 14), date(2024, 11, 15)]),
        ("các ngày 11 và 12/5/2024", [date(2024, 5, 11), date(2024, 5, 12)]),
        ("ngày 11 và ngày 12/5/2024", [date(2024, 5, 11), date(2024, 5, 12)]),
        ("từ chiều ngày 26/7 đến ngày 28/7/2023", [date(2023, 7, 26), date(2023, 7, 28)]),
        ("khóa 5, ngày 15/11/2024", [date(2024, 11, 15)]),
        ("bàn 5, chiều 15/11/2024", [date(2024, 11, 15)]),
        ("từ ngày 20 đến hết buổi sáng ngày 21/3/2025", [date(2025, 3, 20), date(2025, 3, 21)]),
        ("chiều 26/7 đến hết buổi sáng 28/7/2023", [date(2023, 7, 26), date(2023, 7, 28)]),
        ("20/9", [date(2030, 9, 20)]),
        ("20.12.2024", [date(2024, 12, 20)]),
        ("2024-12-20", [date(2024, 12, 20)]),
        ("27-28 July 2023", [date(2023, 7, 27), date(2023, 7, 28)]),
        ("July 27, 2023", [date(2023, 7, 27)]),
        ("Day 2, 28 July 2023", [date(2023, 7, 28)]),
        ("Đợt 1, 12/5/2024", [date(2024, 5, 12)]),
        ("Days 1, 2 July 2023", [date(2023, 7, 1), date(2023, 7, 2)]),
        ("số 15/KH-UBND ngày 22/01/2024", [date(2024, 1, 22)]),
        ("Quảng trường 19/8", []),
        ("Quảng trường 22 tháng 12", []),
        ("Nhà văn hóa 3/2", []),
        ("1/2 ngày", []),
        ("trực 24/24", []),
        ("30/02/2024", []),
    ],
)
def test_dates_are_read(text: str, days: list[date]) -> None:
    assert [day for span in find_dates(text, default_year=2030) for day in span.days] == days


def test_date_without_a_year_needs_one_from_somewhere() -> None:
    assert find_dates("ngày 20/9") == ()
    assert [s.first for s in find_dates("từ 8h ngày 1/2 đến 17h ngày 3/2/2025")] == [date(2025, 2, 1), date(2025, 2, 3)]


@pytest.mark.parametrize(
    ("text", "weekdays"),
    [
        ("thứ Hai", [0]),
        ("thứ 2", [0]),
        ("chiều T6", [4]),
        ("thu nam", [3]),
        ("Chủ nhật", [6]),
        ("CN, 20/7", [6]),
        ("Monday", [0]),
        ("lần thứ hai", []),
        ("thứ nhất", []),
    ],
)
def test_weekdays_are_read(text: str, weekdays: list[int]) -> None:
    assert [span.weekday for span in find_weekdays(text)] == weekdays


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("Dự kiến trong tháng 7/2023", [(7, 2023)]),
        ("tháng 7 năm 2023", [(7, 2023)]),
        ("tháng Bảy", [(7, None)]),
        ("July 2023", [(7, 2023)]),
        ("06 tháng đầu năm 2023", []),
        ("ngày 26 tháng 8 năm 2026", []),
    ],
)
def test_months_are_read(text: str, months: list[tuple[int, int | None]]) -> None:
    assert [(span.month, span.year) for span in find_months(text)] == months


def test_parts_of_the_day_are_not_words_that_only_look_like_them() -> None:
    assert [span.part for span in find_parts("chiều thứ Năm, tối 20/7")] == [DayPart.AFTERNOON, DayPart.EVENING]
    assert find_parts("sáng kiến, tối đa, nhiều chiều, TỐI MẬT, chiều dài") == ()


def test_clock_belongs_to_the_date_beside_it() -> None:
    (span,) = find_times("Từ 14 giờ 00 phút, ngày 27/7/2023 (chiều thứ Năm)")
    assert span.clock is not None
    assert (span.date.first, span.clock.clock, span.part) == (date(2023, 7, 27), time(14), DayPart.AFTERNOON)


def test_wrong_weekday_is_reported_and_a_right_one_is_not() -> None:
    (conflict,) = find_conflicts("thứ Hai, ngày 27/7/2023")
    assert (conflict.day, conflict.weekday) == (date(2023, 7, 27), 0)
    assert find_conflicts("ngày 27/7/2023 (chiều thứ Năm)") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ngày 30/02/2024", [("date", "30/02/2024")]),
        ("ngày 31/4", [("date", "31/4")]),
        ("29/2", []),
        ("lúc 25h00", [("clock", "25h00")]),
        ("8h75", [("clock", "8h75")]),
        ("15/13/2024", [("date", "15/13/2024")]),
        ("45/12 đơn vị", []),
        ("tỷ lệ 30/02", []),
    ],
)
def test_impossible_dates_and_times_are_reported(text: str, found: list[tuple[str, str]]) -> None:
    assert [(span.what, span.text) for span in find_impossible(text)] == found


_pieces = st.lists(
    st.sampled_from(
        ["7h30", "25h", "30/02", "14 - 15/11/2024", "ngày", "tháng 7", "-", "đến", ",", "thứ Hai", "(", "1/2"]
    )
    | st.text(max_size=6)
)


@given(_pieces.map(" ".join))
def test_grammar_never_raises_and_spans_lie_in_the_text(text: str) -> None:
    finders = (
        find_clocks,
        find_dates,
        find_months,
        find_weekdays,
        find_parts,
        find_times,
        find_conflicts,
        find_impossible,
    )
    for find in finders:
        assert all(0 <= span.at < span.to <= len(text) for span in find(text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("9:00, 12 May 2026", [(date(2026, 5, 12), time(9))]),
        ("9:00 - 12/5/2026", [(date(2026, 5, 12), time(9))]),
        ("15/05/2026 08:00 - 16/05/2026 16:00", [(date(2026, 5, 15), time(8)), (date(2026, 5, 16), time(16))]),
        ("ngày 25/7 - 8h00 ngày 26/7/2026", [(date(2026, 7, 25), None), (date(2026, 7, 26), time(8))]),
    ],
)
def test_minutes_before_a_date_are_no_days_of_it(text: str, told: list[tuple[date, time | None]]) -> None:
    assert [(span.date.first, span.clock and span.clock.clock) for span in find_times(text, 2026)] == told


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("từ 27/3 đến 29/3/2026 (tức mùng 9, 10, 11 tháng Hai năm Bính Ngọ)", [(27, 3), (29, 3)]),
        ("ngày 26/4/2026 (tức ngày 10/3 âm lịch)", [(26, 4)]),
        ("ngày 26/4/2026 (10/3 ÂL)", [(26, 4)]),
        ("từ mùng 8/2 đến mùng 10/2 âm lịch, tức 26/3/2026", [(26, 3)]),
        ("âm lịch: 10/3; dương lịch: 26/4", [(26, 4)]),
        ("ngày 15/3/2026 và ngày 17/3/2026 (29/1 âm lịch)", [(15, 3), (17, 3)]),
        ("mùng 8/3/2026", [(8, 3)]),
    ],
)
def test_days_of_the_lunar_calendar_are_none_of_the_plan(text: str, days: list[tuple[int, int]]) -> None:
    assert [(day.day, day.month) for span in find_dates(text, 2026) for day in span.days] == days
