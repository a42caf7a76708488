"""A sports day with a fair: what is played where and when, what opens, by when rules are there, whose work is whose."""

import pytest

from domain.answers import Index
from tests.questions import index_from, told

PLAN = """HỘI NÔNG DÂN HUYỆN SƠN MỘC
Số: 11/KH-HND
KẾ HOẠCH
Tổ chức Hội thao và Hội chợ quế huyện Sơn Mộc năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: ngày 12/11/2026.
2. Địa điểm: Nhà thi đấu huyện Sơn Mộc.
II. CHƯƠNG TRÌNH
- 7h00: Khai mạc (Chủ tịch Hội)
- 8h00: Thi đấu bóng bàn (Nhà thi đấu)
- 9h00: Khai trương Hội chợ (Sân vận động)
- 14h00: Thi kéo co (sân trường THPT Sơn Mộc)
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Hội: ban hành điều lệ trước ngày 15/10/2026; mời trọng tài.
2. Trung tâm Văn hóa - Thể thao: chuẩn bị sân bãi xong trước ngày 10/11/2026.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("bóng bàn đấu lúc mấy giờ", "08:00"),
        ("trận đấu bóng bàn lúc mấy giờ", "08:00"),
        ("Where is table tennis played?", "Nhà thi đấu"),
        ("hội chợ mở cửa lúc nào", "09:00"),
        ("bao giờ có điều lệ", "15/10/2026"),
        ("trung tam van hoa lam gi", "sân bãi"),
    ],
)
def test_what_the_plan_says_in_other_words_is_found(index: Index, question: str, words: str) -> None:
    assert words in told(index, question)


@pytest.mark.parametrize("question", ["Trung tâm Y tế làm gì", "Trung tâm Viễn thông có nhiệm vụ gì"])
def test_a_body_that_the_paper_never_names_has_no_work_of_another_of_its_kind(index: Index, question: str) -> None:
    assert told(index, question) == "?"
