"""A course held for several classes one after the other with one programme: each has its own days of it."""

from datetime import datetime

import pytest

from domain.answers import Index, answer, language_of
from templates.render import text
from tests.questions import index_from

PLAN = """HỘI LÀM VƯỜN TỈNH LAM KHÊ
Số: 31/KH-HLV
KẾ HOẠCH
Tập huấn ghép cây cho hội viên năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
Tổ chức 02 lớp, mỗi lớp 02 ngày:
| Lớp | Thời gian | Địa điểm | Thành phần |
| Lớp 1 | 05 - 06/3/2026 | Nhà văn hóa Nậm Sa | hội viên vùng cao |
| Lớp 2 | 10 - 11/3/2026 | Hội trường xã Phong Lý | hội viên vùng thấp |
II. CHƯƠNG TRÌNH (dùng chung cho cả hai lớp)
Ngày thứ nhất
- 8h00: Khai giảng
- 8h30: Chọn gốc ghép - ông Lò Văn Pha
Ngày thứ hai
- 7h30: Thực hành ghép mắt - ông Sìn A Thào
- 15h30: Bế giảng
III. TỔ CHỨC THỰC HIỆN
- Văn phòng Hội: gửi giấy triệu tập trước ngày 25/02/2026.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def said(index: Index, question: str, day: int) -> str:
    return text(answer(question, index, datetime(2026, 3, day, 7)), language_of(question))  # noqa: DTZ001 - local


@pytest.mark.parametrize(
    ("question", "day", "told", "other"),
    [
        ("lớp 2 khai giảng ngày nào", 1, "10/3/2026", "5/3/2026"),
        ("lớp 1 bế giảng lúc mấy giờ", 1, "6/3/2026", "11/3/2026"),
        ("lop 2 thuc hanh ghep mat hom nao", 1, "11/3/2026", "6/3/2026"),
        ("sáng nay lớp 1 học gì", 6, "Thực hành ghép mắt", "Chọn gốc"),
        ("lớp 2 ngày thứ hai học gì", 1, "11/3/2026", "Chọn gốc"),
        ("hôm nay lớp nào học", 10, "Lớp 2", "Lớp 1"),
        ("lớp 2 học ở đâu", 1, "Phong Lý", "Nậm Sa"),
    ],
)
def test_a_class_has_the_programme_of_its_own_days(
    index: Index, question: str, day: int, told: str, other: str
) -> None:
    found = said(index, question, day)
    assert told in found, found
    assert other not in found, found


@pytest.mark.parametrize("question", ["mai có học không", "ngày 7/3 có học không", "ngày mai có gì"])
def test_between_two_classes_there_is_nothing_on(index: Index, question: str) -> None:
    assert "không có hoạt động nào" in said(index, question, 6)
