"""Dates, times and numbers read as a person would write them."""

from datetime import date, datetime, time

import pytest

from templates.formats import FILTERS, clip, clocks, first_upper

DAY = date(2023, 7, 27)


def test_both_languages_have_the_same_filters() -> None:
    assert FILTERS["vi"].keys() == FILTERS["en"].keys()


@pytest.mark.parametrize(
    ("name", "value", "vi", "en"),
    [
        ("day", DAY, "Thứ Năm, 27/7/2023", "Thursday, 27 July 2023"),
        ("day_short", DAY, "T5 27/7", "Thu 27 Jul"),
        ("date", DAY, "27/7/2023", "27 July 2023"),
        ("clock", time(14), "14:00", "14:00"),
        ("instant", datetime.combine(DAY, time(17)), "17:00 Thứ Năm, 27/7/2023", "17:00, Thursday, 27 July 2023"),
        ("instant", datetime.combine(DAY, time(23, 59)), "Thứ Năm, 27/7/2023", "Thursday, 27 July 2023"),
        ("month", "2023-07", "tháng 7/2023", "July 2023"),
        ("minutes", 75, "1 giờ 15 phút", "1 hour 15 minutes"),
        ("minutes", 0, "0 phút", "0 minutes"),
        ("minutes", 3 * 1440 + 61, "3 ngày 1 giờ", "3 days 1 hour"),
        ("number", 1200, "1.200", "1,200"),
        ("number", 2.5, "2,5", "2.5"),
    ],
)
def test_a_value_is_written_as_each_language_writes_it(name: str, value: object, vi: str, en: str) -> None:
    assert (FILTERS["vi"][name](value), FILTERS["en"][name](value)) == (vi, en)


def test_several_days_are_named_by_their_ends() -> None:
    assert FILTERS["vi"]["days"](date(2023, 7, 26), date(2023, 7, 28)) == "26/7 - 28/7/2023"
    assert FILTERS["en"]["days"](date(2023, 7, 26), date(2023, 7, 28)) == "26 July - 28 July 2023"
    assert FILTERS["vi"]["days"](DAY, DAY) == "Thứ Năm, 27/7/2023"


def test_days_across_a_new_year_name_both_years() -> None:
    assert FILTERS["vi"]["days"](date(2023, 12, 31), date(2024, 1, 1)) == "31/12/2023 - 1/1/2024"


def test_a_range_of_times_needs_a_start() -> None:
    assert [clocks(None, time(9)), clocks(time(8)), clocks(time(8), time(9))] == ["", "08:00", "08:00–09:00"]


def test_a_long_text_is_clipped_at_a_word() -> None:
    assert clip("một hai ba bốn", 11) == "một hai…"
    assert clip("một hai", 11) == "một hai"


def test_only_the_first_letter_becomes_a_capital() -> None:
    assert first_upper("đăng ký UBND") == "Đăng ký UBND"
