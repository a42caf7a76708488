"""Deadlines as people type them and as plans count them."""

from datetime import date, datetime

import pytest

from domain.deadlines import Offset, from_conference, recurring, relative, typed
from domain.refusal import Refusal

at = datetime.fromisoformat
NOW = at("2026-07-01T09:00")
DAYS = [date(2026, 7, 27), date(2026, 7, 28)]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("trước 05 ngày tổ chức Hội nghị", -5),
        ("Trước ngày tổ chức Hội nghị 02 ngày", -2),
        ("chậm nhất 10 ngày trước khi khai mạc", -10),
        ("trước Hội nghị ít nhất một tuần", -7),
        ("sau khi kết thúc hội nghị 3 ngày", 3),
        ("at least one week before the workshop", -7),
        ("within 5 days after the conference", 5),
    ],
)
def test_a_phrase_that_counts_from_the_conference_is_known(text: str, days: int) -> None:
    assert relative(text) == Offset(days)


@pytest.mark.parametrize("text", ["trước ngày 25/7/2026", "hàng tuần", "05 bộ trước mắt"])
def test_other_phrases_are_not(text: str) -> None:
    assert relative(text) is None


def test_before_counts_from_the_first_day_and_after_from_the_last() -> None:
    assert from_conference("trước hội nghị 5 ngày", *DAYS) == at("2026-07-22T23:59")
    assert from_conference("sau hội nghị 5 ngày", *DAYS) == at("2026-08-02T23:59")
    assert from_conference("trước hội nghị 5 ngày", None, None) is None
    assert from_conference("trước ngày 25/7", *DAYS) is None


@pytest.mark.parametrize(
    ("text", "deadline"),
    [
        ("20/7", "2026-07-20T23:59"),
        ("24/7", "2026-07-24T23:59"),
        ("trước ngày 24/7", "2026-07-24T23:59"),
        ("14h30 thứ 6", "2026-07-03T14:30"),
        ("ngày mai 10h", "2026-07-02T10:00"),
        ("chậm nhất 17h00 thứ Sáu, ngày 17/7/2026", "2026-07-17T17:00"),
        ("20/1", "2026-01-20T23:59"),
        ("05/12", "2026-12-05T23:59"),
        ("trước hội nghị 3 ngày", "2026-07-24T23:59"),
    ],
)
def test_a_deadline_is_typed_as_vietnamese_write_it(text: str, deadline: str) -> None:
    assert typed(text, NOW, DAYS) == at(deadline)


def test_a_date_without_a_year_is_the_next_one_when_it_is_long_gone() -> None:
    assert typed("20/1", at("2026-12-20T09:00"), ()) == at("2027-01-20T23:59")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31/6", "deadline_impossible"),
        ("25h00 20/7", "deadline_impossible"),
        ("thứ Hai, 28/7/2026", "deadline_weekday"),
        ("khi nào xong thì thôi", "deadline_unclear"),
    ],
)
def test_what_cannot_be_is_refused(text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        typed(text, NOW, DAYS)
    assert refused.value.code == code


def test_counting_from_a_conference_without_a_day_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        typed("trước hội nghị 3 ngày", NOW, ())
    assert refused.value.code == "deadline_needs_conference"


@pytest.mark.parametrize(
    ("phrase", "now", "expected"),
    [
        ("16h00 thứ Sáu hằng tuần", "2026-07-01T09:00", "2026-07-03T16:00"),
        ("16h00 thứ Sáu hằng tuần", "2026-07-03T16:00", "2026-07-10T16:00"),
        ("hàng ngày", "2026-07-01T09:00", "2026-07-01T23:59"),
        ("ngày 25 hằng tháng", "2026-07-26T09:00", "2026-08-25T23:59"),
        ("ngày 31 hàng tháng", "2026-06-02T09:00", "2026-06-30T23:59"),
    ],
)
def test_a_recurring_deadline_comes_round(phrase: str, now: str, expected: str) -> None:
    found = recurring(phrase)
    assert found is not None
    assert found.next_after(datetime.fromisoformat(now)) == datetime.fromisoformat(expected)


def test_a_single_deadline_does_not_recur() -> None:
    assert (recurring("trước ngày 25/7"), recurring(None)) == (None, None)


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("tới cuối tháng", "2026-07-31T23:59"),
        ("17h cuối tháng này", "2026-07-31T17:00"),
        ("cuoi thang sau", "2026-08-31T23:59"),
        ("24.7", "2026-07-24T23:59"),
        ("trước 20.8.", "2026-08-20T23:59"),
    ],
)
def test_the_end_of_a_month_and_dotted_dates_are_read(text: str, due: str) -> None:
    assert typed(text, datetime(2026, 7, 13, 9), ()) == datetime.fromisoformat(due)  # noqa: DTZ001 - local time


@pytest.mark.parametrize(
    ("words", "meant"),
    [("14h30", "2026-07-14T14:30"), ("lúc 14 giờ 30", "2026-07-14T14:30"), ("9h", "2026-07-15T09:00")],
)
def test_hour_alone_is_the_next_time_the_clock_shows_it(words: str, meant: str) -> None:
    now = datetime.fromisoformat("2026-07-14T10:00")
    assert typed(words, now, []) == datetime.fromisoformat(meant)


def test_hour_that_no_clock_has_is_refused_beside_a_day() -> None:
    with pytest.raises(Refusal) as refused:
        typed("25h ngày 20/7", datetime.fromisoformat("2026-07-14T10:00"), [])
    assert refused.value.code == "deadline_impossible"


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("đầu tuần sau", "2026-07-20T23:59"),
        ("dau tuan sau", "2026-07-20T23:59"),
        ("đầu tuần", "2026-07-20T23:59"),
        ("giữa tuần sau", "2026-07-22T23:59"),
        ("cuối tuần này", "2026-07-17T23:59"),
        ("trước cuối tuần", "2026-07-17T23:59"),
        ("cuối tuần sau", "2026-07-24T23:59"),
        ("chiều cuối tuần", "2026-07-17T17:00"),
        ("tuần sau", "2026-07-26T23:59"),
        ("chiều mai", "2026-07-15T17:00"),
        ("sáng mai", "2026-07-15T12:00"),
        ("trước 10h sáng mai", "2026-07-15T10:00"),
        ("đầu giờ sáng thứ 2", "2026-07-20T08:00"),
        ("cuối giờ chiều thứ 6", "2026-07-17T17:00"),
        ("chiều nay", "2026-07-14T17:00"),
        ("chiều", "2026-07-14T17:00"),
        ("sáng thứ 4", "2026-07-15T12:00"),
        ("sang thu 4", "2026-07-15T12:00"),
        ("8h thứ 3", "2026-07-21T08:00"),
        ("chiều thứ 6 tuần sau", "2026-07-24T17:00"),
        ("sáng 20/7", "2026-07-20T12:00"),
        ("cuối tháng", "2026-07-31T23:59"),
        ("hết tháng 7", "2026-07-31T23:59"),
        ("đầu tháng", "2026-08-05T23:59"),
        ("giữa tháng", "2026-07-15T23:59"),
        ("giữa tháng 12", "2026-12-15T23:59"),
        ("17h giữa tháng 12/2026", "2026-12-15T17:00"),
        ("giữa tháng 6", "2027-06-15T23:59"),
        ("cuối tháng 2", "2027-02-28T23:59"),
        ("cuối quý III", "2026-09-30T23:59"),
        ("cuối quý 4/2027", "2027-12-31T23:59"),
        ("trong quý 3 năm 2027", "2027-09-30T23:59"),
        ("trong vòng 5 ngày làm việc", "2026-07-21T23:59"),
        ("cuối năm", "2026-12-31T23:59"),
        ("3 ngày nữa", "2026-07-17T23:59"),
        ("trong vòng 2 tuần", "2026-07-28T23:59"),
        ("cuối ngày", "2026-07-14T23:59"),
        ("cuối giờ", "2026-07-14T17:00"),
    ],
)
def test_a_day_named_roughly_is_a_deadline(text: str, due: str) -> None:
    assert typed(text, datetime(2026, 7, 14, 9), ()) == datetime.fromisoformat(due)  # noqa: DTZ001 - a Tuesday


def test_the_end_of_a_week_that_has_come_is_its_sunday() -> None:
    assert typed("cuối tuần này", datetime(2026, 7, 18, 9), ()) == datetime(2026, 7, 19, 23, 59)  # noqa: DTZ001
