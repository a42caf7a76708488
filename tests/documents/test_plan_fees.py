"""What each kind of people pays, by when and for which bed: tables whose titles are days or are missing."""

import pytest

from tests.drafts import read

HEAD = """HỘI ĐỊA CHẤT MIỀN NÚI
Số: 9/TB-HĐC
THÔNG BÁO
Tổ chức Hội thảo khoa học Đá vôi và nước ngầm
1. Thời gian: 8h00 ngày 12/8/2026
2. Địa điểm: Hội trường Đá Xanh
3. Phí tham dự
{table}
"""
COLUMNS = """Người dự                      Đến 01/7/2026      Sau 01/7/2026
Hội viên                      600.000 đồng       900.000 đồng
Người ngoài hội               1.000.000 đồng     1.400.000 đồng
Sinh viên                     Miễn phí           200.000 đồng
"""
BARS = """| Người dự | Đến 01/7/2026 | Sau 01/7/2026 |
|---|---|---|
| Hội viên | 600.000 đồng | 900.000 đồng |
| Người ngoài hội | 1.000.000 đồng | 1.400.000 đồng |
| Sinh viên | Miễn phí | 200.000 đồng |
"""


def fees(table: str) -> list[str]:
    return [fact.text for fact in read(HEAD.format(table=table)).facts if fact.topic == "budget"]


@pytest.mark.parametrize("table", [COLUMNS, BARS], ids=["columns", "bars"])
def test_sums_stand_under_the_days_that_head_their_columns(table: str) -> None:
    assert fees(table) == [
        "Phí tham dự – Người dự: Hội viên · Đến 01/7/2026: 600.000 đồng · Sau 01/7/2026: 900.000 đồng",
        "Phí tham dự – Người dự: Người ngoài hội · Đến 01/7/2026: 1.000.000 đồng · Sau 01/7/2026: 1.400.000 đồng",
        "Phí tham dự – Người dự: Sinh viên · Đến 01/7/2026: Miễn phí · Sau 01/7/2026: 200.000 đồng",
    ]


def test_who_pays_may_stand_under_no_title_and_sums_may_leave_their_column() -> None:
    table = """                         Sớm            Tại chỗ
Hội viên                 USD 40         USD 60
Doanh nghiệp tài trợ     VND 2.000.000  VND 2.500.000
"""
    assert fees(table) == [
        "Phí tham dự: Hội viên · Sớm: USD 40 · Tại chỗ: USD 60",
        "Phí tham dự: Doanh nghiệp tài trợ · Sớm: VND 2.000.000 · Tại chỗ: VND 2.500.000",
    ]


def test_a_second_room_of_a_hotel_is_a_row_of_its_own() -> None:
    table = """4. Chỗ ở
Khách sạn           Loại phòng       Giá/đêm
Suối Mơ             Đơn              400.000 đ
                    Đôi              650.000 đ
Nhà khách Tỉnh      Ba giường        300.000 đ
"""
    facts = read(HEAD.format(table=table)).facts
    assert [fact.text for fact in facts if fact.topic == "lodging"] == [
        "Chỗ ở – Khách sạn: Suối Mơ · Loại phòng: Đơn · Giá/đêm: 400.000 đ",
        "Chỗ ở – Khách sạn: Suối Mơ · Loại phòng: Đôi · Giá/đêm: 650.000 đ",
        "Chỗ ở – Khách sạn: Nhà khách Tỉnh · Loại phòng: Ba giường · Giá/đêm: 300.000 đ",
    ]


def test_a_line_under_a_heading_of_several_matters_is_told_for_its_own() -> None:
    lines = """4. Trang phục – gửi xe – ăn ở
- Nam: áo sơ mi, cà vạt; nữ: áo dài.
- Xe máy gửi hầm nhà A, ô tô đậu sân sau.
- Người ở xa: khách sạn Suối Mơ, phòng đôi 650.000đ/đêm.
"""
    told = {(fact.topic, fact.text) for fact in read(HEAD.format(table=lines)).facts}
    assert {topic for topic, text in told if "Suối Mơ" in text} == {"lodging"}
    assert {topic for topic, text in told if "sơ mi" in text} == {"dress"}
    assert {topic for topic, text in told if "hầm nhà A" in text} == {"parking"}


def test_the_stop_behind_a_title_or_a_city_ends_no_statement() -> None:
    lines = """4. Đi lại
Về chỗ ở và xe đưa đón đại biểu: CN. Lò Thị Mẩy, ĐT 0912 000 111.
Đại biểu tự túc đến TP. Đá Xanh trước ngày hội thảo.
"""
    texts = [fact.text for fact in read(HEAD.format(table=lines)).facts]
    assert "Về chỗ ở và xe đưa đón đại biểu: CN. Lò Thị Mẩy, ĐT 0912 000 111" in texts
    assert "Đại biểu tự túc đến TP. Đá Xanh trước ngày hội thảo" in texts


def test_a_table_may_begin_with_those_who_pay_nothing() -> None:
    table = """Người dự                      Đến 01/7           Sau 01/7
Sinh viên                     miễn phí           miễn phí
Hội viên                      600.000đ           900.000đ
"""
    assert fees(table)[0] == "Phí tham dự – Người dự: Sinh viên · Đến 01/7: miễn phí · Sau 01/7: miễn phí"


@pytest.mark.parametrize("name", ["THÔNG BÁO SỐ 2", "THÔNG BÁO CHIÊU SINH", "THÔNG BÁO LẦN THỨ 1"])
def test_the_name_of_a_paper_may_have_a_number_or_what_it_is_for(name: str) -> None:
    draft = read(HEAD.format(table="").replace("THÔNG BÁO", name))
    assert draft.title is not None
    assert draft.title.value == "Tổ chức Hội thảo khoa học Đá vôi và nước ngầm"
    assert draft.issuer is not None
