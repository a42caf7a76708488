"""Children, kin and the old: what is said of just them; and what one wears and brings for an outing."""

import pytest

from domain.answers import Index
from tests.questions import index_from, told

PLAN = """TRƯỜNG CAO ĐẲNG NGHỀ PHÚ LỘC
KẾ HOẠCH
Tổ chức Ngày hội cựu sinh viên năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
Thời gian: thứ Bảy, ngày 20/11/2027. Địa điểm: Hội trường lớn, số 5 đường Hồ Sen.
II. THÀNH PHẦN
1. Khách mời: 80 người.
2. Cựu sinh viên: 400 người. Mỗi người được đi cùng 01 người thân.
III. CHƯƠNG TRÌNH
- 8h00: Khai mạc
- 10h00: Tham quan xưởng thực hành
- 12h00: Liên hoan tại Nhà ăn
IV. ĐIỀU CẦN BIẾT
1. Trẻ em dưới 12 tuổi không vào xưởng thực hành.
2. Khách tham quan xưởng mang giày kín mũi, đội mũ bảo hộ; không mang dép.
3. Khách mang theo giấy mời để vào cổng.
4. Phòng Hành chính đưa, đón thầy cô trên 70 tuổi bằng xe của trường.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Cháu 9 tuổi có vào xưởng được không?", "dưới 12 tuổi"),
        ("co duoc dan con theo khong", "dưới 12 tuổi"),
        ("Are children allowed?", "dưới 12 tuổi"),
        ("tôi dẫn vợ theo được không", "01 người thân"),
        ("Can I bring my husband?", "01 người thân"),
        ("thầy giáo cũ lớn tuổi có xe đón không", "trên 70 tuổi"),
        ("đi xưởng mang giày gì", "giày kín mũi"),
        ("đi dép lê vào xưởng được không", "không mang dép"),
        ("What should I bring for the factory tour?", "mũ bảo hộ"),
        ("đi tham quan cần chuẩn bị gì", "giày kín mũi"),
        ("phải mang theo gì", "giấy mời"),
    ],
)
def test_sentence_speaks_of_just_them(index: Index, question: str, said: str) -> None:
    words = told(index, question)
    assert said.lower() in words.lower()
    assert not words.startswith("<b>Có")


def test_food_that_nobody_speaks_of_bringing_gets_no_yes(index: Index) -> None:
    assert "Có." not in told(index, "có được mang đồ ăn vào không")


def test_nobody_is_brought_along_where_the_paper_says_nothing() -> None:
    silent = index_from(
        PLAN.replace(" Mỗi người được đi cùng 01 người thân.", "").replace("1. Trẻ em dưới 12", "1. Ai")
    )
    assert told(silent, "tôi dẫn vợ theo được không") == "?"
    assert told(silent, "có được dẫn con theo không") == "?"
