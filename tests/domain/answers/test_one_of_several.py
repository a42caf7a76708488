"""One of several that a sentence tells together: a group's room, what women wear, guests, whom each body sends."""

import pytest

from domain.answers import Index
from tests.questions import index_from, says

PLAN = """UBND XÃ MƯỜNG KHOA
TRƯỜNG THCS MƯỜNG KHOA
KẾ HOẠCH
Tổ chức Đại hội Liên đội năm học 2027 - 2028
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: 7h30 ngày 08/10/2027.
- Địa điểm: Hội trường A.
II. THÀNH PHẦN
1. Khách mời: Lãnh đạo Huyện đoàn; Sở Giáo dục và Đào tạo, Sở Nội vụ; Hội Phụ nữ xã.
2. Nhà trường: toàn thể 46 giáo viên, nhân viên ở điểm chính và 02 điểm lẻ Nà Luông, Pá Sang.
Trang phục: nữ áo dài, nam sơ mi trắng, quần sẫm màu; đội nghi lễ mặc lễ phục.
Mỗi chi đội cử 01 chi đội trưởng và 02 đội viên.
III. CHƯƠNG TRÌNH
- 7h30: Chào cờ.
- 8h: Thảo luận: tổ 1 (lớp 6, 7) tại Hội trường A; tổ 2 (lớp 8) tại Phòng số 2; tổ 3 (lớp 9, khối bán trú) tại Thư viện.
- 10h00: Bế mạc.
IV. PHÂN CÔNG
1. Đ/c Hoa: chuẩn bị nước uống trước ngày 06/10/2027.
2. Đ/c Sơn: mời và đón khách.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Lớp 8 thảo luận ở phòng nào?", "Phòng số 2"),
        ("lop 9 ngoi phong nao", "Thư viện"),
        ("tổ 1 họp ở đâu", "Hội trường A"),
        ("khối bán trú thảo luận ở đâu vậy", "Thư viện"),
    ],
)
def test_group_is_told_its_own_room(index: Index, question: str, told: str) -> None:
    said = says(index, question)
    assert [place for place in ("Hội trường A", "Phòng số 2", "Thư viện") if place in said] == [told]


def test_group_that_no_list_holds_is_told_no_other_one_s_room(index: Index) -> None:
    assert "tại" not in says(index, "Lớp 12 thảo luận ở phòng nào?").partition("Thảo luận")[0]


@pytest.mark.parametrize(
    ("question", "worn", "not_worn"),
    [
        ("Nữ mặc gì ạ?", "áo dài", "sơ mi"),
        ("nam mac gi vay", "sơ mi trắng, quần sẫm màu", "áo dài"),
        ("nam mặc đồ gì", "sơ mi", "nghi lễ"),
        ("What should female delegates wear at the congress?", "áo dài", "sơ mi"),
        ("Trang phục thế nào?", "áo dài, nam sơ mi", "\n\n"),
    ],
)
def test_dress_of_women_and_of_men_is_told_apart(index: Index, question: str, worn: str, not_worn: str) -> None:
    said = says(index, question)
    assert worn in said
    assert not_worn not in said


@pytest.mark.parametrize("question", ["Trường mời những khách nào?", "truong moi nhung ai", "khách nào được mời"])
def test_all_guests_are_told_and_none_of_the_house(index: Index, question: str) -> None:
    said = says(index, question)
    assert all(guest in said for guest in ("Huyện đoàn", "Sở Nội vụ", "Hội Phụ nữ"))
    assert "46 giáo viên" not in said


@pytest.mark.parametrize("question", ["Sở nào được mời?", "mời những sở nào ạ", "những sở nào của tỉnh về dự"])
def test_bodies_of_one_kind_are_told_of_those_invited(index: Index, question: str) -> None:
    said = says(index, question)
    assert "Sở Giáo dục và Đào tạo" in said
    assert "Huyện đoàn" not in said


def test_whom_each_sends_is_told_by_the_statement_that_says_it(index: Index) -> None:
    assert "01 chi đội trưởng và 02 đội viên" in says(index, "chi đội cử những ai đi dự")


def test_who_has_to_come_is_told_with_a_yes(index: Index) -> None:
    assert says(index, "giáo viên điểm lẻ Nà Luông có phải về dự không").startswith("<b>Có</b>")
