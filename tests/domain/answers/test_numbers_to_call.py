"""Whose number is told: that of the work asked about, of the desk, and nobody's by an office alone."""

import pytest

from domain.answers import answer
from domain.vietnamese import search_key
from templates.render import text
from tests.questions import index_from

PLAN = index_from(
    "SỞ THỦY SẢN TỈNH BIỂN BẠC\n\nKẾ HOẠCH\nTổ chức Hội nghị tổng kết nghề cá năm 2026\n\n"
    "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 8h00 ngày 14/5/2026.\n2. Địa điểm: Hội trường Sở.\n\n"
    "II. CHƯƠNG TRÌNH\n- 8h00: Khai mạc (Trưởng phòng Khai thác)\n- 9h00: Tham luận\n- 11h00: Bế mạc\n\n"
    "III. PHÂN CÔNG\n1. Văn phòng Sở\n- In tài liệu trước ngày 10/5/2026.\n"
    "- Bố trí tàu ra đảo (đầu mối: anh Lý Sáu, 0900.000.141).\n"
    "2. Trung tâm Thông tin nghề cá\n- Bảo đảm âm thanh, đường truyền.\n"
    "- Cử người trực hỗ trợ: chị Tạ Út, điện thoại 0900.000.252.\n"
    "3. Phòng Khai thác\n- Tổng hợp báo cáo.\n\n"
    "Mọi thông tin liên hệ bà Vũ Thị Mận, Phòng Tổng hợp, điện thoại 0900.000.363./.\n"
)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Ai lo tàu ra đảo, số điện thoại nào?", "0900.000.141"),
        ("muốn hỏi tàu ra đảo thì liên hệ ai", "0900.000.141"),
        ("đường truyền lỗi thì gọi ai", "0900.000.252"),
        ("âm thanh trục trặc thì báo ai vậy", "0900.000.252"),
        ("số điện thoại hỗ trợ âm thanh", "0900.000.252"),
        ("số điện thoại ban tổ chức", "0900.000.363"),
        ("liên hệ ai khi cần hỏi thêm", "0900.000.363"),
    ],
)
def test_the_number_is_that_of_what_is_asked_about(question: str, number: str) -> None:
    given = answer(question, PLAN, None)
    assert given.answered
    words = search_key(text(given, "vi"))
    assert search_key(number) in words
    assert not any(search_key(f"0900.000.{other}") in words for other in {"141", "252", "363"} - {number[-3:]})


@pytest.mark.parametrize("question", ["cho em xin số thầy Trưởng phòng", "sdt chú phó trưởng phòng khai thác"])
def test_nobodys_number_is_told_by_an_office(question: str) -> None:
    assert not answer(question, PLAN, None).answered


GUESTS = (
    "HỘI NÔNG DÂN XÃ BÃI NGANG\n\nKẾ HOẠCH\nTổ chức gặp mặt hội viên cao tuổi\n\n"
    "1. Thời gian: 8h00 ngày 14/5/2026.\n2. Địa điểm: Nhà văn hóa xã.\n\n"
    "CHƯƠNG TRÌNH\n- 8h00: Đón tiếp\n- 9h00: Gặp mặt\n- 11h00: Kết thúc\n\n"
    "DANH SÁCH HỘI VIÊN\nTT | Họ và tên | {column} | Số điện thoại | Ghi chú\n"
    "1 | Lý Thị Na | {one} | 0900 000 141 | hoàn cảnh khó khăn\n"
    "2 | Tạ Văn Bồng | {other} | 0900 000 252 | đã đăng ký xe\n"
)
LISTS = {
    "born": GUESTS.format(column="Năm sinh", one="12/3/1950", other="2/4/1949"),
    "of houses": GUESTS.format(column="Xóm", one="Bãi Trên", other="Bãi Dưới"),
}


@pytest.mark.parametrize("guests", LISTS)
@pytest.mark.parametrize(
    "question",
    ["liên hệ ai", "khó khăn thì gọi ai", "số điện thoại bà Lý Thị Na", "ai đã đăng ký xe", "số của ông Bồng"],
)
def test_nobody_who_merely_comes_is_whom_to_call(guests: str, question: str) -> None:
    told = text(answer(question, index_from(LISTS[guests]), None), "vi")
    assert not {"141", "252", "1950", "1949"} & set(search_key(told).split())
