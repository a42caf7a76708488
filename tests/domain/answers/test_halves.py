"""When a half of a day begins and is over, on each day that has one, and what comes behind a break of that half."""

import pytest

from domain.answers import answer
from templates.render import text
from tests.questions import index_from

HEAD = "TRƯỜNG TRUNG CẤP BẾN GỖ\n\nKẾ HOẠCH\nTổ chức lớp bồi dưỡng\n\n"
THREE = index_from(
    f"{HEAD}1. Thời gian: từ ngày 04/5/2026 đến ngày 06/5/2026.\n2. Địa điểm: Hội trường A.\n\nCHƯƠNG TRÌNH\n"
    "Ngày 04/5/2026\n- 7h30 - 9h00: Học nội quy\n- 9h00 - 10h45: Tham quan xưởng\n"
    "Ngày 05/5/2026\n- 7h30 - 9h00: Học an toàn\n- 9h00 - 10h50: Thực hành hàn\n"
    "Ngày 06/5/2026\n- 7h30 - 9h00: Ôn tập\n- 9h00 - 10h55: Kiểm tra\n"
)
ONE = index_from(
    f"{HEAD}1. Thời gian: 01 ngày, 04/5/2026.\n2. Địa điểm: Hội trường A.\n\nCHƯƠNG TRÌNH\n"
    "- 8h00: Khai mạc\n- 9h00: Giải lao\n- 9h20: Thực hành hàn\n- 11h10: Ăn trưa\n- 13h30: Thực hành tiện\n"
    "- 15h00: Giải lao\n- 15h20: Chấm điểm\n- 16h30: Bế mạc\n"
)


@pytest.mark.parametrize(
    "question",
    ["buổi sáng kết thúc lúc mấy giờ", "mỗi sáng mấy giờ kết thúc", "What time does it finish each morning?"],
)
def test_the_end_of_a_half_is_told_for_each_day(question: str) -> None:
    told = text(answer(question, THREE, None), "vi")
    assert all(hour in told for hour in ("10:45", "10:50", "10:55"))
    assert "nội quy" not in told


def test_a_morning_is_over_when_one_goes_to_eat() -> None:
    given = answer("buổi sáng mấy giờ xong", ONE, None)
    assert given.answered and "11:10" in text(given, "vi")


def test_an_afternoon_begins_with_its_first_work() -> None:
    assert "13:30" in text(answer("buổi chiều bắt đầu mấy giờ", ONE, None), "vi")


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("sau giải lao chiều làm gì ạ", "Chấm điểm"),
        ("sau giải lao buổi sáng thì làm gì", "Thực hành hàn"),
        ("trước giải lao chiều làm gì", "Thực hành tiện"),
    ],
)
def test_of_two_breaks_that_of_the_named_half_is_meant(question: str, title: str) -> None:
    told = text(answer(question, ONE, None), "vi")
    assert title in told and "Khai mạc" not in told
