"""Meals by their day, where the party is at this moment, prizes and what an essay is about."""

import pytest

from domain.answers import Index
from tests.questions import index_from, told

PLAN = """CÔNG TY CỔ PHẦN CHÈ LŨNG PÔ
KẾ HOẠCH
Tổ chức Hội nghị đại lý năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 02 ngày, thứ Năm và thứ Sáu, ngày 14 và 15/10/2027.
2. Địa điểm: Hội trường Lá Xanh, Khách sạn Đồi Mây, thị xã Lũng Pô.
II. CHƯƠNG TRÌNH
1. Ngày 14/10/2027
- 8h00 - 11h00: Hội nghị đại lý
- 11h30 - 13h00: Cơm trưa (nhà hàng tầng 2). Sau đó nghỉ
- 14h00 - 16h30: Thảo luận, chia 02 tổ:
+ Tổ 1: Giá bán, chiết khấu (hội trường Lá Xanh) - Phòng Kinh doanh điều hành.
+ Tổ 2: Vận chuyển, kho bãi (phòng Hoa Ban) - Phòng Kho vận điều hành.
- 18h30 - 20h30: Tiệc tri ân, bốc thăm trúng thưởng, giải nhất 01 tủ lạnh (sân vườn của khách sạn)
2. Ngày 15/10/2027
- 7h00 - 8h00: Xe đi tham quan
- 8h00 - 10h30: Thăm đồi chè Suối Lụa
- 11h15 - 12h30: Ăn trưa tại Nhà sàn Suối Lụa
- 13h00: Xe về khách sạn
III. ĐIỀU CẦN BIẾT
1. Công ty chi: hội trường, tài liệu, bữa tiệc tối ngày 14/10; đại lý tự chi tiền phòng.
2. Mỗi đại lý viết 01 bài cảm nhận tối đa 1.200 chữ, nộp về Phòng Kinh doanh trước ngày 05/10/2027.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("Trưa ngày tham quan ăn ở đâu?", "Nhà sàn Suối Lụa", "Đồi Mây"),
        ("Where is lunch on the first day?", "nhà hàng tầng 2", "Suối Lụa"),
        ("tối 14/10 ăn ở đâu", "sân vườn", "Công ty chi"),
        ("trưa 15 ăn chỗ nào", "Nhà sàn Suối Lụa", "tầng 2"),
        ("tối 15/10 có tiệc không", "không có hoạt động nào", "Có."),
    ],
)
def test_meal_is_told_by_its_day(index: Index, question: str, said: str, not_said: str) -> None:
    words = told(index, question)
    assert said in words
    assert not_said not in words


def test_meal_of_today_is_meant_where_no_day_is_named(index: Index) -> None:
    assert "Suối Lụa" in told(index, "đoàn ăn trưa ở đâu", "2027-10-15T10:00")


def test_breakfast_that_nobody_planned_has_no_place(index: Index) -> None:
    assert told(index, "sáng 15/10 ăn ở đâu") == "?"


@pytest.mark.parametrize("question", ["giờ này đoàn đang ở đâu vậy", "moi nguoi dang o dau roi", "Where are we now?"])
def test_party_is_where_the_item_of_this_moment_is(index: Index, question: str) -> None:
    assert "đồi chè Suối Lụa" in told(index, question, "2027-10-15T09:00")


def test_car_is_not_looked_for_with_the_party(index: Index) -> None:
    assert "Đang diễn ra" not in told(index, "khách gửi xe ở đâu", "2027-10-15T09:00")


@pytest.mark.parametrize("question", ["Tổ 2 ngồi phòng nào?", "tổ 2 thảo luận ở đâu", "Which room is group 2 in?"])
def test_group_sits_in_the_room_in_brackets_before_who_leads_it(index: Index, question: str) -> None:
    assert "phòng Hoa Ban" in told(index, question)


@pytest.mark.parametrize("question", ["giải nhì bốc thăm là gì", "what is the second prize", "giải ba được cái gì vậy"])
def test_prize_that_is_not_told_is_not_another_one(index: Index, question: str) -> None:
    assert told(index, question) == "?"


def test_prize_that_is_told(index: Index) -> None:
    assert "tủ lạnh" in told(index, "giải nhất bốc thăm là gì")


@pytest.mark.parametrize(
    "question", ["bài cảm nhận viết về cái gì", "de bai cam nhan la gi", "What is the essay about?"]
)
def test_what_an_essay_is_about_no_deadline_tells(index: Index, question: str) -> None:
    assert told(index, question) == "?"


def test_length_of_an_essay_is_told(index: Index) -> None:
    assert "1.200 chữ" in told(index, "bài cảm nhận dài bao nhiêu chữ")
