"""What stands in an item or a line of somebody alone is left out where the rest is told; and courtesy is no trap."""

import pytest

from domain.answers import answer
from domain.particulars import without_birth
from templates.render import text
from tests.questions import index_from

PAPER = index_from(
    "TRƯỜNG PTDTBT BẢN MO\n\nKẾ HOẠCH\nTổ chức Ngày hội đọc sách\n\n"
    "1. Thời gian: 02 ngày, 14/5/2026 và 15/5/2026.\n2. Địa điểm: Sân trường.\n\nCHƯƠNG TRÌNH\n"
    "Ngày 14/5/2026\n- 6h30: Tổng vệ sinh\nNgày 15/5/2026\n- 7h30 - 8h00: Múa khèn chào mừng\n"
    "- 8h00 - 9h00: Trao thưởng cho em Vừ A Páo, sinh 2014, lớp 6A\n- 9h00 - 11h15: Thi kể chuyện\n\n"
    "MC: cô Lý Thị Na, điện thoại 0900 000 141.\n\n"
    "Có gì vướng mắc liên hệ bà Tạ Thị Út, sinh ngày 12/3/1985, điện thoại 0900 000 252.\n"
)


def told(question: str) -> str:
    return text(answer(question, PAPER, None), "vi")


@pytest.mark.parametrize(
    "question", ["có khen thưởng không", "trao thưởng lúc mấy giờ", "liên hệ ai", "ai trao thưởng", "wifi mật khẩu gì"]
)
def test_nobodys_birth_is_told_with_an_item_or_a_contact(question: str) -> None:
    assert not {"2014", "1985"} & set(told(question).replace("/", " ").replace(",", " ").split())


def test_a_dance_with_pipes_is_no_award() -> None:
    assert "Trao thưởng" in told("có khen thưởng không") and "khèn" not in told("có khen thưởng không")


def test_the_beginning_of_one_day_is_not_the_end_of_its_morning() -> None:
    assert "11:15" in told("buổi sáng kết thúc lúc mấy giờ") and "06:30" not in told("buổi sáng kết thúc lúc mấy giờ")


def test_how_long_one_may_speak_is_not_how_long_it_all_takes() -> None:
    assert "02 ngày" not in told("được nói mấy phút")


def test_courtesy_said_often_is_read_at_once() -> None:
    assert not answer("vậy " + "cho em hỏi cho mình hỏi " * 60 + "ai là người lo xe", PAPER, None).answered


def test_birth_alone_is_left_out() -> None:
    assert without_birth("Lê Văn Đá (sinh năm 1980), Phó Giám đốc") == "Lê Văn Đá, Phó Giám đốc"
    assert without_birth("tặng quà cho học sinh 2014") == "tặng quà cho học sinh 2014"
