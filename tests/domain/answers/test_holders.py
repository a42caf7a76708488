"""Who holds an office, what is known of somebody called by name, and in which house a room is."""

import pytest

from domain.answers import Index, answer
from tests.questions import index_from, says

PLAN = """ỦY BAN NHÂN DÂN PHƯỜNG NÀ LAY
KẾ HOẠCH
Tổ chức Hội nghị lấy ý kiến Nhân dân năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: ngày 14/5/2027.
- Địa điểm: Hội trường UBND phường Nà Lay.
- Phòng họp 2, tầng 3 nhà D: nơi tiếp thu ý kiến bằng văn bản.
II. THÀNH PHẦN
1. Chủ trì: ông Lường Văn Hịa, Chủ tịch UBND phường. Thư ký: bà Quàng Thị Thơm (Văn phòng).
2. Trưởng khu phố của 7 khu phố.
III. CHƯƠNG TRÌNH
- 8h00: Khai mạc (ông Lường Văn Hịa)
- 8h30: Báo cáo kết quả năm 2026 (bà Cà Thị Inh, Phó Chủ tịch UBND phường)
- 9h00: Thảo luận
- 11h00: Bế mạc
IV. TỔ CHỨC THỰC HIỆN
1. Văn phòng: gửi giấy mời trước ngày 05/5/2027; chuẩn bị tại Nhà văn hóa khu phố 3.
Liên hệ: bà Quàng Thị Thơm, điện thoại 0215.000.777; ông Bạc Cầm Đôi, email doi.bc@nalay.example.
"""

HALLS = """BỆNH VIỆN NÀ LAY
KẾ HOẠCH
Tổ chức Hội nghị khoa học năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: ngày 14 và 15/5/2027.
- Địa điểm: Bệnh viện Nà Lay.
II. CHƯƠNG TRÌNH
Ngày 14/5/2027
| Giờ | Hội trường A | Hội trường B |
|---|---|---|
| 13:30 - 15:00 | Hồi sức; chủ tọa: BS. Lò Thị Ín | Nhi khoa; chủ tọa: BS. Tòng Văn Ui |
Ngày 15/5/2027
| Giờ | Hội trường A | Hội trường B |
|---|---|---|
| 08:00 - 09:30 | Ngoại khoa; chủ tọa: BS. Hà Văn Ót | Da liễu; chủ tọa: BS. Lường Thị Én |
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "right", "wrong"),
    [
        ("phó chủ tịch phường là ai", "Cà Thị Inh", "Lường Văn Hịa"),
        ("thư ký hội nghị là ai", "Quàng Thị Thơm", "Lường Văn Hịa"),
        ("pho chu tich ubnd phuong ten gi", "Cà Thị Inh", "Hịa"),
    ],
)
def test_office_is_told_with_the_name_beside_it(index: Index, question: str, right: str, wrong: str) -> None:
    said = says(index, question)
    assert right in said
    assert wrong not in said


@pytest.mark.parametrize("question", ["trưởng khu phố 3 là ai", "bí thư đảng ủy là ai", "lớp trưởng là ai"])
def test_office_without_a_name_is_not_known(index: Index, question: str) -> None:
    assert not answer(question, index, None).answered


def test_address_in_the_mail_is_no_telephone(index: Index) -> None:
    assert "doi.bc@nalay.example" in says(index, "email ông Đôi là gì")
    assert "0215.000.777" in says(index, "số điện thoại bà Thơm")
    assert not answer("email bà Quàng Thị Thơm", index, None).answered


def test_house_and_floor_of_a_room(index: Index) -> None:
    assert "nhà D" in says(index, "phòng họp 2 ở nhà nào")
    assert "tầng 3" in says(index, "phong hop 2 nam o tang may")
    assert not answer("phòng họp 5 ở nhà nào", index, None).answered


def test_chair_of_a_hall_at_the_time_named() -> None:
    halls = index_from(HALLS)
    said = says(halls, "ai chủ tọa hội trường B ngày 15/5")
    assert "Lường Thị Én" in said
    assert "Tòng Văn Ui" not in said
    assert "Hà Văn Ót" not in said
