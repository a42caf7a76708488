"""Several contacts, each for a matter of its own; people named without a number; and who of several is paid what."""

import pytest

from domain.answers import Index, answer, language_of
from templates.render import text
from tests.questions import index_from

PLAN = """HỘI NHẠC SĨ TỈNH LAM KHÊ
Số: 21/KH-HNS
KẾ HOẠCH
Tổ chức Liên hoan hợp xướng tỉnh Lam Khê
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 02 ngày, từ 18/9 đến 19/9/2026.
2. Địa điểm: Nhà hát Sông Mây.
II. CHƯƠNG TRÌNH
- 8h00 ngày 18/9: Khai mạc
- 8h30 ngày 18/9: Thi hợp xướng
- 15h00 ngày 19/9: Trao giải
III. HẬU CẦN
- Các đoàn ăn tại bếp tập thể Nhà hát; tiền ăn 120.000 đồng/người/ngày.
- Bồi dưỡng thành viên Ban giám khảo: 500.000 đồng/người/ngày.
- Chỗ nghỉ cho đoàn ở xa do Hội bố trí.
- Tổ 1 (các đoàn phía Bắc, đại biểu khối giáo dục, y tế): Phòng khách A.
- Tổ 2 (các đoàn còn lại): Phòng khách B.
IV. PHÂN CÔNG
1. Văn phòng Hội (ông Ngô Văn Bình): tổng hợp danh sách.
2. Trạm Y tế phường: cử 01 y sĩ trực suốt Liên hoan.
V. ĐẦU MỐI LIÊN HỆ
- Tiết mục dự thi: ông Vũ Đức Thắng, 0912.000.001
- Ăn nghỉ, xe đón: bà Phan Thị Hoa, 0912.000.002
- Âm thanh, ánh sáng: anh Tạ Quang Huy, 0912.000.003
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("mic hỏng gọi số nào", "000.003", "000.001"),
        ("loa bị hư thì báo cho ai", "000.003", "000.002"),
        ("đoàn em muốn đổi tiết mục thì liên hệ ai", "000.001", "000.002"),
        ("hỏi về xe đón thì gọi số mấy", "000.002", "000.001"),
        ("số điện thoại của anh Huy", "000.003", "000.001"),
        ("tiền ăn mỗi ngày bao nhiêu", "120.000", "500.000"),
        ("giám khảo được bồi dưỡng bao nhiêu", "500.000", "120.000"),
        ("ăn trưa ở đâu", "bếp tập thể", "Phòng khách"),
        ("có y tế trực không", "y sĩ", "Phòng khách"),
        ("liên hoan hợp xướng tỉnh tổ chức ở đâu", "Nhà hát Sông Mây", "Phòng khách"),
        ("các đoàn còn lại họp ở đâu", "Phòng khách B", "Phòng khách A"),
    ],
)
def test_each_matter_has_its_own_line(index: Index, question: str, told: str, other: str) -> None:
    found = text(answer(question, index, None), language_of(question))
    assert told in found, found
    assert other not in found, found


@pytest.mark.parametrize(
    "question",
    [
        "cho xin số điện thoại ông Bình",
        "phone number of Mr Binh",
        "số của cô Hạnh",
        "cho em số của anh Tuấn với",
        "email ban tổ chức là gì",
        "người dẫn chương trình được trả thù lao bao nhiêu",
        "lái xe được trả bao nhiêu tiền",
        "đoàn mình ở khách sạn nào",
        "đoàn phía Bắc được mấy đại biểu",
    ],
)
def test_what_the_paper_does_not_give_is_not_known(index: Index, question: str) -> None:
    found = answer(question, index, None)
    assert not found.answered, found
