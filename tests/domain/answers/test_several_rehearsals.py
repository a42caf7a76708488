"""Hours of one thing that is rehearsed several times, and who performs the parts of one item."""

import pytest

from domain.answers import Index, answer
from templates.render import text
from tests.questions import index_from

PLAN = index_from(
    "SỞ THỦY SẢN TỈNH BIỂN BẠC\n\nKẾ HOẠCH\nTổ chức Hội nghị tổng kết nghề cá năm 2026\n\n"
    "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 8h00 ngày 14/5/2026.\n2. Địa điểm: Hội trường Sở.\n"
    "3. Tổng duyệt văn nghệ: lần 1 từ 19h00 ngày 10/5/2026; lần 2 (có nhạc) từ 19h30 ngày 12/5/2026.\n\n"
    "II. CHƯƠNG TRÌNH\n- 8h00: Khai mạc\n- 9h00: Tham luận:\n+ Xã Cồn Hến: nuôi hàu;\n"
    "+ Xã Bãi Ngao: giữ rừng ngập mặn.\n- 11h00: Bế mạc\n"
)


def said(question: str, index: Index = PLAN) -> str:
    given = answer(question, index, None)
    assert given.answered
    return text(given, "vi")


@pytest.mark.parametrize("question", ["Tổng duyệt văn nghệ khi nào?", "tong duyet van nghe may gio"])
def test_each_rehearsal_is_told(question: str) -> None:
    told = said(question)
    assert "19h00 ngày 10/5/2026" in told and "19h30 ngày 12/5/2026" in told


def test_one_rehearsal_is_told_alone_by_its_whole_name() -> None:
    told = said("tổng duyệt lần 2 lúc mấy giờ")
    assert "12/5/2026" in told and "10/5/2026" not in told
    assert "lần 2 (có nhạc)" in told and " từ" not in told


@pytest.mark.parametrize("question", ["xã nào tham luận", "những xã nào tham luận vậy"])
def test_the_parts_of_an_item_tell_who_performs_it(question: str) -> None:
    told = said(question)
    assert "Cồn Hến" in told and "Bãi Ngao" in told


def test_others_than_those_of_the_parts_are_not_told() -> None:
    assert not answer("trường nào tham luận", PLAN, None).answered


def test_a_body_is_not_told_by_an_office_that_other_marks_make() -> None:
    plan = index_from(
        "SỞ THỦY SẢN TỈNH BIỂN BẠC\n\nKẾ HOẠCH\nTổ chức Hội nghị tổng kết nghề cá năm 2026\n\n"
        "II. CHƯƠNG TRÌNH\n- 8h00: Khai mạc\n- 8h15: Trưởng phòng Nuôi trồng phát biểu\n- 11h00: Bế mạc\n"
    )
    assert not answer("trường nào phát biểu", plan, None).answered
    assert "Trưởng phòng" in said("trưởng phòng nào phát biểu", plan)


def test_rehearsals_of_several_sites_are_told_together_and_one_of_them_alone() -> None:
    plan = index_from(
        "TRƯỜNG TIỂU HỌC CỒN HẾN\n\nKẾ HOẠCH\nTổ chức Lễ tri ân cuối khóa năm học 2025 - 2026\n\n"
        "I. THỜI GIAN\n1. Tổng duyệt:\n- Cơ sở 1: 8h00 ngày 24/5/2026.\n- Cơ sở 2: 15h30 cùng ngày.\n"
        "2. Lễ tri ân: 7h30 ngày 26/5/2026\n\nII. CHƯƠNG TRÌNH\n- 7h30: Khai mạc\n- 8h00: Tặng hoa\n- 9h00: Bế mạc\n"
    )
    both = said("tổng duyệt khi nào", plan)
    assert "8h00 ngày 24/5/2026" in both and "15h30 ngày 24/5/2026" in both
    assert "8h00" not in said("tổng duyệt cơ sở 2 lúc mấy giờ", plan)
