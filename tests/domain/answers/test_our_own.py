"""What people ask of themselves: when their delegation is to be there, what they are to bring."""

import pytest

from domain.answers import answer
from domain.answers.values import WholeAgenda
from templates.render import text
from tests.questions import index_from

PAPER = (
    "HỘI LÀM VƯỜN TỈNH KHE SƠN\n\nKẾ HOẠCH\nTổ chức Đại hội lần thứ III\n\n"
    "1. Thời gian: 01 ngày, 14/5/2026.\n2. Địa điểm: Nhà văn hóa tỉnh.\n\nCHƯƠNG TRÌNH\n"
    "- 7h15: Đón tiếp đại biểu\n- 8h00: Khai mạc\n- 9h00: Bầu Đoàn Chủ tịch\n"
    "- 10h00: Giới thiệu Đoàn đại biểu dự Đại hội toàn quốc\n- 11h00: Bế mạc\n"
)
PLAIN = index_from(PAPER)
BRINGING = index_from(PAPER + "\nLưu ý: Đại biểu mang theo giấy triệu tập và sổ tay.\n")


@pytest.mark.parametrize(
    "question",
    [
        "đoàn tôi đến lúc mấy giờ",
        "đoàn chúng tôi nên đến khi nào",
        "hôm nào đoàn tới nơi",
        "mấy giờ chúng em phải có mặt",
        "When should our delegation arrive?",
        "What time must our group be there?",
        "when do delegations arrive",
    ],
)
def test_our_delegation_is_to_be_there_with_all(question: str) -> None:
    given = answer(question, PLAIN, None)
    told = text(given, "vi")
    assert given.answered and "07:15" in told and "Đoàn" not in told


@pytest.mark.parametrize(
    "question",
    ["mình cần chuẩn bị gì không", "cần chuẩn bị những gì ạ", "đại biểu cần chuẩn bị gì", "What do I need to prepare?"],
)
def test_what_one_is_to_prepare_is_what_one_brings(question: str) -> None:
    assert "sổ tay" in text(answer(question, BRINGING, None), "vi")
    given = answer(question, PLAIN, None)
    assert not given.answered and not isinstance(given, WholeAgenda)


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("có vấn đề gì thì báo ai", "0900 000 141"),
        ("gặp sự cố thì gọi ai", "0900 000 141"),
        ("Who is in charge if there is a problem?", "0900 000 141"),
        ("mấy giờ tan để nhà em đón ạ", "10:30"),
        ("buổi chiều có phải lên trường không", "không có hoạt động"),
        ("tập trung ở đâu vậy thầy", "sân cờ"),
        ("Đoàn trường được giao nhiệm vụ gì", "Trang trí cổng"),
    ],
)
def test_what_pupils_and_parents_ask(question: str, word: str) -> None:
    given = answer(question, SCHOOL, None)
    assert given.answered and word in text(given, "vi")


SCHOOL = index_from(
    "TRƯỜNG THPT BẾN ĐÁ\n\nKẾ HOẠCH\nTổ chức tuần sinh hoạt đầu năm\n\n1. Thời gian: ngày 24 và 25/8/2026.\n\n"
    "2. Chương trình\nNGÀY 1 (24/8/2026)\nBuổi sáng – Tập trung toàn trường dưới sân cờ\n"
    "- 7h00 - 7h20: Tập trung, điểm danh\n- 7h20 - 9h00: Học nội quy (Đoàn trường)\n- 9h00 - 10h30: Bầu lớp trưởng\n"
    "NGÀY 2 (25/8/2026)\nBuổi sáng – Sinh hoạt theo lớp\n- 7h00 - 10h30: Làm quen\n\n"
    "3. Phân công\na) Ban Giám hiệu: Chỉ đạo chung.\nb) Đoàn Thanh niên nhà trường: Trang trí cổng.\n\n"
    "Có khó khăn liên hệ thầy Lý Văn Bồng, 0900 000 141.\n"
)
