"""What is quoted stands in its line of the paper, where the rest of that line belongs to the question too."""

import pytest

from domain.answers import Index, answer
from domain.answers.values import Practical, Quoted
from templates.render import text
from tests.questions import index_from, told

PLAN = """HỘI NUÔI ONG HUYỆN BÃI THƠM
Số: 12/KH-HNO
KẾ HOẠCH
Tổ chức Ngày hội Mật ong năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: ngày 12/9/2026.
- Địa điểm: Nhà văn hóa huyện Bãi Thơm.
II. CHƯƠNG TRÌNH
8h00: Khai mạc
9h00: Tham quan gian hàng
16h00: Bế mạc
III. QUY ĐỊNH KHÁC
- Trang phục: Lễ khai mạc: nam mặc áo sơ mi, thắt cà vạt; nữ mặc áo dài. Đi vườn ong: đội mũ có lưới.
- Chợ mật mở cửa từ ngày 10/9 đến hết ngày 14/9/2026, hằng ngày 7h30 - 20h30.
- Đại biểu có phù hiệu vào cổng A (đường Hoa Nhãn); bà con vào cổng B & cổng C <phía chợ>.
- Gửi tóm tắt bài viết trước ngày 01/8/2026; gửi toàn văn trước ngày 20/8/2026.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "facts"),
    [
        ("lễ khai mạc mặc gì", ["thắt cà vạt", "áo dài"]),
        ("chợ mật mở cửa từ mấy giờ đến mấy giờ", ["7h30 - 20h30"]),
        ("bà con có phù hiệu vào cổng nào", ["cổng A", "cổng B"]),
    ],
)
def test_what_belongs_to_the_question_is_shown_around_the_clause(index: Index, question: str, facts: list[str]) -> None:
    said = told(index, question)
    assert [fact for fact in facts if fact not in said] == []


@pytest.mark.parametrize(
    ("question", "fact", "other"),
    [
        ("hạn gửi toàn văn", "20/8", "01/8"),
        ("gửi tóm tắt trước ngày nào", "01/8", "20/8"),
        ("đi vườn ong đội gì", "mũ có lưới", "cà vạt"),
    ],
)
def test_clause_that_says_all_that_is_asked_stands_alone(index: Index, question: str, fact: str, other: str) -> None:
    said = told(index, question)
    assert fact in said
    assert other not in said


def test_clause_is_bold_and_the_rest_of_its_line_is_safe(index: Index) -> None:
    found = answer("bà con có phù hiệu vào cổng nào", index, None)
    assert isinstance(found, Quoted | Practical)
    shown = text(found, "vi")
    assert "<b>" in shown
    assert "cổng B &amp; cổng C &lt;phía chợ&gt;" in shown
