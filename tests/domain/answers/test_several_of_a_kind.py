"""How many and which of a kind: told by a list's column, and by no place of another kind."""

import pytest

from domain.answers import Index
from domain.answers.heads import counts_heads
from tests.questions import index_from, say

PLAN = """HỘI LÀM VƯỜN HUYỆN SƠN MỘC
Số: 7/KH-HLV
KẾ HOẠCH
Tổ chức Lớp tập huấn ghép cành năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 12/3/2026.
2. Địa điểm: Nhà văn hóa huyện Sơn Mộc.
II. CHƯƠNG TRÌNH
Thời gian | Nội dung | Thực hiện
8h00 - 8h10 | Khai mạc | Chủ tịch Hội
8h10 - 9h30 | Ghép cành trên vườn | Bà Lục Thị Mận
9h30 - 9h45 | Ăn nhẹ tại Nhà ăn số 5 | Tổ Nhà ăn
9h45 - 10h00 | Bế mạc | Chủ tịch Hội
III. CHIA NHÓM
Nhóm | Xã, thị trấn | Phòng | Nhóm trưởng
1 | Bãi Cam, Đồi Sim | Phòng 11 | Ông Mạc Văn Ổi
2 | Cù Lao, Làng Vối | Phòng 12 | Bà Lục Thị Mận
IV. LIÊN HỆ
- Xe tải của nhà vườn có tem đỗ tại bãi cát ven sông.
Đầu mối: bà Lục Thị Mận, Văn phòng Hội, điện thoại 0277.000.432.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    "question", ["số cccd của bà Mận", "bà Mận sinh năm nào", "what is Ms Mận's ID number", "số tài khoản của bà Mận"]
)
def test_what_is_told_of_nobody_is_not_told_of_the_contact_either(question: str, index: Index) -> None:
    said = say(question, index, None)
    assert not said.answered and ("cá nhân" in said.words or "personal" in said.words)


def test_the_telephone_of_the_contact_is_told(index: Index) -> None:
    said = say("số của bà Mận", index, None)
    assert said.answered and "0277.000.432" in said.words


def test_those_that_a_column_names_are_counted(index: Index) -> None:
    said = say("có mấy xã", index, None)
    assert said.answered and "4" in said.words and "Làng Vối" in said.words


@pytest.mark.parametrize("question", ["những điểm cầu nào", "Điểm cầu nào tham dự?", "những khách sạn nào"])
def test_the_venue_is_no_place_of_another_kind(question: str, index: Index) -> None:
    assert not say(question, index, None).answered


@pytest.mark.parametrize("question", ["who leads group 5", "ai dẫn nhóm 7"])
def test_nobody_leads_a_group_that_the_paper_has_not(question: str, index: Index) -> None:
    assert not say(question, index, None).answered


def test_a_number_behind_a_colon_is_no_hour() -> None:
    assert counts_heads("Vườn Ươm 1: 45")
    assert not counts_heads("Vườn Ươm lúc 7:45")


@pytest.mark.parametrize("question", ["xe đón nhóm 2 biển số bao nhiêu", "số tài khoản nộp học phí là gì"])
def test_a_plate_and_an_account_are_numbers(question: str, index: Index) -> None:
    assert not say(question, index, None).answered


def test_a_vehicle_is_parked_where_it_is_said_of_its_kind_at_length(index: Index) -> None:
    said = say("xe có tem đỗ ở đâu", index, None)
    assert said.answered and "bãi cát" in said.words


@pytest.mark.parametrize("question", ["lần tiếp theo tổ chức khi nào", "when is the next conference"])
def test_the_next_one_is_another_event(question: str, index: Index) -> None:
    said = say(question, index, None)
    assert not said.answered and ("khác" in said.words or "another" in said.words)


REPORTS = PLAN.replace(
    "8h10 - 9h30 | Ghép cành trên vườn | Bà Lục Thị Mận",
    "8h10 - 8h40 | Báo cáo sản lượng | Bà Lục Thị Mận\n8h40 - 9h30 | Báo cáo giống mới | Ông Mạc Văn Ổi",
).replace(
    "IV. LIÊN HỆ",
    "V. PHÂN CÔNG\n1. Văn phòng Hội: nhận Cờ thi đua và Bằng khen của Chủ tịch tỉnh để trao tại lớp.\nIV. LIÊN HỆ",
)


@pytest.mark.parametrize("question", ["Có mấy báo cáo trình bày tại hội nghị?", "bao nhiêu báo cáo được trình bày"])
def test_what_is_counted_may_be_said_to_be_given_there(question: str) -> None:
    said = say(question, index_from(REPORTS), None)
    assert said.answered and "2" in said.words and "Báo cáo giống mới" in said.words


@pytest.mark.parametrize("question", ["Ai nhận cờ và bằng khen về để trao?", "ai nhan co thi dua, bang khen de trao"])
def test_who_fetches_what_others_are_given(question: str) -> None:
    said = say(question, index_from(REPORTS), None)
    assert said.answered and "Văn phòng Hội" in said.words
