"""How many come of each kind and from each body, whether they discuss in groups, and who may come."""

import pytest

from domain.answers import Index
from tests.questions import index_from, told

_PLAN = """UBND HUYỆN SUỐI LAM
KẾ HOẠCH
Tổ chức Hội nghị tổng kết công tác khuyến nông năm 2025
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Tổng kết các mô hình, nêu gương hộ sản xuất giỏi.
2. Yêu cầu
Nội dung báo cáo ngắn, có số liệu so sánh từng vụ.
II. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 01 ngày, 12/12/2025.
2. Địa điểm: Nhà văn hóa huyện Suối Lam.
III. THÀNH PHẦN
1. Tại điểm cầu huyện (90 đại biểu)
- Lãnh đạo các phòng chuyên môn thuộc huyện;
- Báo Suối Lam, Đài Truyền thanh huyện.
2. Tại điểm cầu xã (20 đại biểu)
- Trưởng thôn, mỗi thôn 02 người;
- Hội Nông dân xã.
IV. CHƯƠNG TRÌNH
- 8h00 - 8h30: Khai mạc.
- 8h30 - 9h30: Thảo luận tại 03 tổ về giống lúa.
- 9h30 - 10h00: Trao Giấy khen cho 06 tập thể.
- 10h00 - 10h15: Phát biểu của Hội đồng Thi đua - Khen thưởng huyện.
- 11h30: Ăn trưa.
V. TỔ CHỨC THỰC HIỆN
1. Trung tâm Xúc tiến thương mại: trưng bày nông sản.
2. Trạm Y tế: cử bác sĩ đi cùng đoàn tham quan.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(_PLAN)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Có bao nhiêu người dự?", ("90 đại biểu", "20 đại biểu")),
        ("mỗi đơn vị được cử mấy người", ("mỗi thôn 02 người",)),
        ("Yêu cầu của hội nghị là gì?", ("số liệu so sánh",)),
        ("em là nhà báo, phóng viên có được dự không", ("Báo Suối Lam",)),
        ("có chia tổ thảo luận không", ("08:30",)),
        ("có mấy tổ thảo luận", ("03 tổ",)),
        ("Có khen thưởng không?", ("09:30",)),
        ("mấy tập thể được khen thưởng", ("06 tập thể",)),
        ("họp trực tuyến hay trực tiếp", ("điểm cầu",)),
    ],
)
def test_each_is_told_by_its_own_line(index: Index, question: str, words: tuple[str, ...]) -> None:
    found = told(index, question)
    assert all(word in found for word in words), found


@pytest.mark.parametrize(
    "question",
    [
        "có bao nhiêu khách mời",
        "tôi có được đưa vợ con đi cùng không",
        "có tiệc chiêu đãi không",
        "Chị Hoa ở phòng nào?",
        "lương của chủ tịch huyện bao nhiêu",
        "thời tiết hôm đó thế nào",
    ],
)
def test_what_comes_near_is_no_answer(index: Index, question: str) -> None:
    assert told(index, question) == "?"


def test_a_council_for_honours_honours_nobody_by_speaking(index: Index) -> None:
    assert "Phát biểu" not in told(index, "Có khen thưởng không?")


def test_requirements_are_no_aims(index: Index) -> None:
    assert "nêu gương" in told(index, "mục đích hội nghị là gì")
    assert "nêu gương" not in told(index, "yêu cầu của hội nghị")
