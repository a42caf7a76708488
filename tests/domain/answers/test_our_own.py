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
