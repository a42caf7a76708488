"""Rooms called after their topic, exhibitions with hours, groups in rows, breaks of today, how long it still lasts."""

import pytest

from domain.answers import Index
from tests.questions import index_from, told

PLAN = """HIỆP HỘI NGHỀ MUỐI TỈNH CỬA KHÊ
Số: 15/KH-HHNM
KẾ HOẠCH
Tổ chức Hội nghị nghề muối tỉnh Cửa Khê năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 02 ngày, 21 và 22/5/2026. Ngày 21/5 Hội nghị chính thức; ngày 22/5 đi thực tế.
2. Địa điểm
- Hội nghị: Hội trường Hải Đăng, số 9 đường Muối Mới.
- Triển lãm dụng cụ: Sảnh tầng 2, mở cửa từ 8h00 ngày 21/5 đến 16h30 cùng ngày.
- Tiệc thân mật: Nhà hàng Sóng Bạc, bến Cửa Khê.
3. Nơi nghỉ của đại biểu: Nhà khách Bến Cũ (các đoàn xã An Muối, Bãi Dài); Khách sạn Lộng Gió (các đoàn còn lại).
II. CHƯƠNG TRÌNH
Ngày 21/5/2026
| Giờ | Nội dung | Thực hiện |
|---|---|---|
| 07:30 - 08:00 | Đón tiếp đại biểu, tham quan triển lãm dụng cụ | Ban Tổ chức |
| 08:00 - 08:15 | Phát biểu khai mạc | Chủ tịch Hiệp hội |
| 08:15 - 09:00 | Báo cáo về vụ muối | Thư ký |
| 09:00 - 09:20 | Nghỉ giải lao, chụp ảnh | |
| 09:20 - 10:40 | Thảo luận chung | Chủ tọa |
| 11:30 - 13:00 | Ăn trưa | |

| Giờ | Hội trường A - Kỹ thuật, Cơ giới | Hội trường B - Thị trường |
|---|---|---|
| 13:30 - 15:00 | 03 báo cáo; chủ tọa: KS. Lê Bích Thuận | 04 báo cáo; chủ tọa: TS. Võ Công Nhuận |
| 15:00 - 15:15 | Giải lao | Giải lao |
| 15:15 - 16:30 | 02 báo cáo về máy gạt | 02 báo cáo về giá bán |

18:00: Tiệc thân mật.
Ngày 22/5/2026
- 7h30: Tuyến 1 thăm Đồng muối Bãi Dài; Tuyến 2 thăm Kho muối An Muối.
- 9h30: Gặp gỡ diêm dân xã Cồn Đước.
- 10h30: Tổng kết, bế mạc (tại Hội trường Hải Đăng).
III. PHÂN TỔ
Tổ 1 (xã An Muối, xã Bãi Dài): phòng 101 - Tổ trưởng: ông Trịnh Văn Lúa
Tổ 2 (xã Cồn Đước, xã Rạch Muỗng): phòng 204 - Tổ trưởng: bà Ngô Thị Đước
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("phiên thị trường mấy giờ", "13:30"),
        ("phien ky thuat o dau", "Hội trường A"),
        ("ai chủ tọa phiên cơ giới", "Lê Bích Thuận"),
        ("phiên kỹ thuật mấy giờ xong", "16:30"),
    ],
)
def test_a_room_called_after_its_topic_is_asked_for_by_it(index: Index, question: str, fact: str) -> None:
    said = told(index, question)
    assert fact in said
    assert "Giải lao" not in said


def test_what_a_session_is_about_is_not_told_by_its_hour(index: Index) -> None:
    assert "13:30" not in told(index, "nội dung các báo cáo phiên thị trường là gì")


def test_a_room_named_with_a_day_shows_its_own_items(index: Index) -> None:
    said = told(index, "chiều 21/5 hội trường B có gì")
    assert "04 báo cáo" in said
    assert "03 báo cáo" not in said


@pytest.mark.parametrize(
    ("now", "item"), [("2026-05-21T08:30", "Thảo luận chung"), ("2026-05-21T14:00", "02 báo cáo về giá bán")]
)
def test_behind_the_break_means_the_next_one_of_this_day(index: Index, now: str, item: str) -> None:
    assert item in told(index, "sau giải lao là gì", now)


def test_the_break_that_is_on_tells_its_end(index: Index) -> None:
    said = told(index, "đang giải lao đến mấy giờ", "2026-05-21T09:05")
    assert "09:20" in said
    assert "15:15" not in said


@pytest.mark.parametrize("question", ["triển lãm mở cửa đến mấy giờ", "Until when is the exhibition open?"])
def test_an_exhibition_is_open_as_long_as_the_paper_says(index: Index, question: str) -> None:
    said = told(index, question)
    assert "16h30" in said
    assert "08:00</b>" not in said


def test_lunch_is_no_dinner(index: Index) -> None:
    said = told(index, "ăn tối mấy giờ, ở đâu")
    assert "18:00" in said
    assert "Sóng Bạc" in said
    assert "11:30" not in said


def test_of_several_places_the_conference_has_its_own(index: Index) -> None:
    said = told(index, "khai mạc ở đâu")
    assert "Hải Đăng" in said
    assert "Sóng Bạc" not in said


@pytest.mark.parametrize(
    ("question", "fact"),
    [
        ("hội nghị chính thức ngày nào", "21/5"),
        ("khai mạc chính thức mấy giờ", "08:00"),
        ("giữa báo cáo về vụ muối và thảo luận chung có gì", "Nghỉ giải lao"),
        ("tổ 2 thảo luận ở đâu", "phòng 204"),
        ("xã rạch muỗng họp tổ phòng nào", "phòng 204"),
        ("đoàn cồn đước ở khách sạn nào", "Lộng Gió"),
        ("đoàn bãi dài nghỉ ở đâu", "Nhà khách Bến Cũ"),
    ],
)
def test_places_and_times_stand_where_the_paper_puts_them(index: Index, question: str, fact: str) -> None:
    assert fact in told(index, question)


def test_a_room_number_of_ones_own_is_not_known(index: Index) -> None:
    assert told(index, "phòng nghỉ của tôi số mấy") == "?"


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("còn bao lâu nữa thì xong", "7 giờ 20 phút"),
        ("còn bao lâu nữa thì hết phần này", "10 phút"),
    ],
)
def test_what_still_lasts_is_the_day_or_the_item_that_is_named(index: Index, question: str, left: str) -> None:
    assert left in told(index, question, "2026-05-21T09:10")


def test_no_end_is_made_up_for_the_last_item_of_a_day(index: Index) -> None:
    assert "nữa kết thúc" not in told(index, "bao lâu nữa thì tan", "2026-05-22T08:00")


def test_a_line_that_says_that_it_is_over_ends_the_item_before() -> None:
    plan = PLAN.replace("18:00: Tiệc thân mật.", "Tiệc thân mật bắt đầu lúc 18h00, kết thúc lúc 20h15.")
    said = told(index_from(plan), "tiệc thân mật mấy giờ kết thúc")
    assert "Kết thúc lúc 20:15" in said
