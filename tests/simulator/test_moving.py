"""Moving the dates of a paper."""

from datetime import timedelta

from simulator.moving import move_dates


def test_a_date_keeps_its_way_of_writing_and_gets_its_own_weekday() -> None:
    paper = (
        "từ 7 giờ 30 phút thứ Năm, ngày 10/12/2026; ban hành ngày 16 tháng 11 năm 2026; trước 17h00 ngày 04/12/2026."
    )
    assert move_dates(paper, timedelta(days=-20)) == (
        "từ 7 giờ 30 phút thứ Sáu, ngày 20/11/2026; ban hành ngày 27 tháng 10 năm 2026; trước 17h00 ngày 14/11/2026."
    )


def test_numbers_that_are_no_dates_stay() -> None:
    paper = "Số: 142/KH-UBND; điện thoại: 0200.3000.142; 11h30 - 13h30; năm 2026, nhiệm vụ năm 2027"
    assert move_dates(paper, timedelta(days=365)) == paper


def test_a_move_may_cross_the_year() -> None:
    assert move_dates("Chủ nhật 27/12/2026", timedelta(days=7)) == "Chủ nhật 03/01/2027"
