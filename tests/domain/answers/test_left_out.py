"""What a statement leaves out of a question is no answer to it: words of other plans, names of others, no "yes"."""

import pytest

from domain.answers import Index
from tests.questions import index_from, told

PLAN = """HỘI LÀM VƯỜN HUYỆN MƯỜNG SANG
Số: 12/KH-HLV
Mường Sang, ngày 03 tháng 3 năm 2026
KẾ HOẠCH
Tổ chức Hội nghị tổng kết phong trào làm vườn năm 2025
I. THỜI GIAN, ĐỊA ĐIỂM
Thời gian: 01 ngày, thứ Sáu ngày 20/3/2026.
Địa điểm: Hội trường Trung tâm Văn hóa huyện.
II. CHƯƠNG TRÌNH
- 07h30: Đón tiếp đại biểu.
- 08h00: Khai mạc hội nghị.
- 08h30: Báo cáo tổng kết (ThS. Quàng Thị Bảo, Chủ tịch Hội).
- 10h30: Bế mạc.
III. PHÂN CÔNG
1. Văn phòng Hội: gửi giấy mời trước ngày 10/3/2026; tổng hợp danh sách đại biểu.
2. Trung tâm Thông tin huyện: trang trí khánh tiết, đưa tin về hội nghị.
3. Hội Làm vườn các xã: gửi báo cáo kết quả về Văn phòng Hội trước ngày 05/3/2026.
4. Trạm Y tế thị trấn: cử 01 y sĩ trực.
IV. LƯU Ý
Tiền ăn, nghỉ, đi lại của đại biểu do cơ quan cử đi chi trả.
Mọi vướng mắc liên hệ ông Lò Văn Hưng, chuyên viên Văn phòng Hội, điện thoại 0212.000.456.
CHỦ TỊCH
Quàng Thị Bảo
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    "question",
    [
        "ai dạy phần an toàn thông tin",
        "hạn gửi báo cáo giám sát cộng đồng",
        "phòng nào in phiếu bầu gửi đại biểu",
        "hạn gửi danh sách vận động viên",
        "ai giới thiệu giống men mới",
    ],
)
def test_a_statement_without_a_word_that_the_plan_never_uses_is_no_answer(index: Index, question: str) -> None:
    assert told(index, question) == "?"


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("ai lo gửi giấy mời", "Văn phòng Hội"),
        ("bên nào lập danh sách đại biểu", "Văn phòng Hội"),
        ("ai lo trang trí khánh tiết", "Trung tâm Thông tin huyện"),
        ("hạn gửi báo cáo kết quả", "5/3/2026"),
    ],
)
def test_another_word_for_doing_it_leaves_nothing_out(index: Index, question: str, unit: str) -> None:
    assert unit in told(index, question)


@pytest.mark.parametrize(
    "question", ["anh Hùng phụ trách gì", "chiều nay tiểu ban 1 có báo cáo nào", "có hưng phấn gì"]
)
def test_nobody_is_called_by_a_word_with_other_marks(index: Index, question: str) -> None:
    said = told(index, question)
    assert "Hưng" not in said
    assert "Quàng" not in said


def test_somebody_is_called_by_name_with_marks_or_without_any(index: Index) -> None:
    assert "0212.000.456" in told(index, "cho xin số điện thoại anh Hưng")
    assert "0212.000.456" in told(index, "cho xin so dien thoai anh hung")


@pytest.mark.parametrize("question", ["có ăn trưa không", "có xe đưa đón không", "có lo chỗ nghỉ không"])
def test_who_pays_is_no_yes(index: Index, question: str) -> None:
    assert "Có." not in told(index, question)
