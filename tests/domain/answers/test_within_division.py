"""What one of several sub-committees does, asked of it alone: now, after the break, first, last, and how many talks."""

from datetime import datetime

import pytest

from domain.answers import Index, answer, language_of
from templates.render import text
from tests.questions import index_from

PLAN = """HỘI LÀM VƯỜN TỈNH LAM KHÊ
Số: 12/KH-HLV
KẾ HOẠCH
Tổ chức Hội thảo cây ăn quả
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: ngày 13/3/2026 (thứ Sáu).
2. Địa điểm: Trung tâm Khuyến nông tỉnh.
II. CHƯƠNG TRÌNH
| Giờ | Tiểu ban 1 (Phòng 201) - Chủ trì: TS. Hà Văn Ban; Thư ký: ThS. Lò Thị Đào | Tiểu ban 2 (Phòng 305) - Chủ trì: TS. Đỗ Mận; Thư ký: ThS. Tô Lê |
| 14h00 - 14h30 | Ghép mắt cam (KS. Lù A Sa) | Giá mận chín sớm (ThS. Vi Thị Lả) |
| 14h30 - 14h45 | Giải lao | Giải lao |
| 14h45 - 15h15 | Chiết cành bưởi (KS. Cà Văn Inh) | Nhãn hiệu hồng giòn (Công ty Quả Ngọt) |
| 15h15 - 16h00 | Thảo luận | Thảo luận |
III. TỔ CHỨC THỰC HIỆN
- Văn phòng Hội: gửi giấy mời trước ngày 05/3/2026.
"""  # noqa: E501
AT = datetime(2026, 3, 13, 14, 10)  # noqa: DTZ001 - local time of the conference


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def said(index: Index, question: str) -> str:
    return text(answer(question, index, AT), language_of(question))


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        ("tiểu ban 2 đang trình bày gì", "Giá mận", "Ghép mắt"),
        ("tiểu ban 1 giờ này đang làm gì", "Ghép mắt", "Giá mận"),
        ("sau giải lao tiểu ban 1 là báo cáo gì", "Chiết cành", "hồng giòn"),
        ("tieu ban 2 giai lao xong thi sao", "hồng giòn", "Chiết cành"),
        ("báo cáo đầu tiên của tiểu ban 2 là gì", "Giá mận", "hồng giòn"),
        ("báo cáo cuối cùng của tiểu ban 1 là gì", "Chiết cành", "Thảo luận"),
        ("tiểu ban 2 thảo luận lúc mấy giờ", "15:15", "14:00"),
        ("tiểu ban 1 có mấy báo cáo", "Chiết cành", "Giải lao"),
        ("ai chủ trì tiểu ban 2", "Đỗ Mận", "Hà Văn Ban"),
        ("thư ký tiểu ban 2 là ai", "Tô Lê", "Lò Thị Đào"),
        ("tiểu ban 1 họp ở phòng nào", "Phòng 201", "Phòng 305"),
        ("bài về nhãn hiệu hồng giòn ở tiểu ban nào", "Tiểu ban 2", "Tiểu ban 1"),
        ("Công ty Quả Ngọt trình bày ở tiểu ban mấy", "Tiểu ban 2", "Tiểu ban 1"),
        ("chiều nay có những tiểu ban nào", "Đỗ Mận", "Thảo luận"),
        ("có mấy tiểu ban", "2 mục", "Thảo luận"),
    ],
)
def test_only_what_is_its_own_is_told(index: Index, question: str, told: str, other: str) -> None:
    found = said(index, question)
    assert told in found, found
    assert other not in found, found


def test_a_number_that_no_subcommittee_bears_is_not_known(index: Index) -> None:
    assert not answer("tiểu ban 4 đang trình bày gì", index, AT).answered
