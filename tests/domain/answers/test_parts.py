"""Sessions of a congress on two half-days: when each begins and ends, what stands where, days as chats write them."""

import pytest

from domain.answers import Index
from tests.questions import index_from, told

PLAN = """HỘI LÀM VƯỜN TỈNH SÔNG BẰNG
Số: 21/KH-HLV
KẾ HOẠCH
Tổ chức Đại hội Hội Làm vườn tỉnh Sông Bằng lần thứ VI, nhiệm kỳ 2026 - 2031
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 02 ngày, 08 và 09 tháng 4 năm 2026.
- Phiên thứ nhất (nội bộ): chiều 08/4/2026.
- Phiên thứ hai (trọng thể): sáng 09/4/2026.
2. Địa điểm: Nhà văn hóa tỉnh Sông Bằng (số 7 đường Lê Lai).
II. CHƯƠNG TRÌNH
A. Ngày 08/4/2026
a) Buổi sáng
- Dâng hương Đền Mẫu Sông Bằng (9g30); xe đón tại Khách sạn Ngọc Lan.
b) Buổi chiều
- Điểm danh đại biểu (13g15).
- Bầu Đoàn Chủ tịch (13g30).
- Thảo luận theo nhóm, chia 02 nhóm (14g00):
+ Nhóm 1 (các hội viên vùng cao): Phòng họp số 4, trụ sở Tỉnh hội, nhóm trưởng ông Ma Văn Tính.
+ Nhóm 2 (các hội viên vùng thấp): Hội trường tầng 3, nhóm trưởng bà Lục Thị Sen.
- Báo cáo kết quả thảo luận (15g30 - 16g45).
c) Buổi tối
- Họp Ban Chấp hành mới, phòng họp tầng 2 Nhà văn hóa tỉnh (19g00).
B. Ngày 09/4/2026
- Đại biểu có mặt, xem gian trưng bày cây giống ở tiền sảnh (7g00).
- Văn nghệ (7g20).
- Diễn văn khai mạc (7g40).
- Trình bày báo cáo chính trị (8g00).
- Bế mạc (11g00).
- Ăn trưa (11g15), nhà hàng tầng trệt Khách sạn Ngọc Lan.
III. LIÊN HỆ
Ông Nông Văn Đài, điện thoại 0900.000.411.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "hour"),
    [
        ("Phiên nội bộ bắt đầu mấy giờ?", "13:15"),
        ("phien thu nhat may gio hop", "13:15"),
        ("phiên trọng thể lúc mấy giờ", "07:40"),
        ("phiên thứ hai kết thúc lúc nào", "11:00"),
        ("phiên 1 mấy giờ xong", "16:45"),
        ("When does the second session end?", "11:00"),
    ],
)
def test_a_part_with_a_half_day_alone_begins_and_ends_with_its_items(index: Index, question: str, hour: str) -> None:
    assert hour in told(index, question)


def test_the_item_that_ends_a_part_tells_its_hour_without_asking_for_its_own_end() -> None:
    plan = PLAN.replace("Báo cáo kết quả thảo luận (15g30 - 16g45)", "Kết thúc phiên thứ nhất (16g50)")
    said = told(index_from(plan), "phiên thứ nhất mấy giờ kết thúc")
    assert "16:50" in said
    assert "không ghi giờ kết thúc" not in said


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("Họp Ban Chấp hành mới ở đâu?", "phòng họp tầng 2 Nhà văn hóa tỉnh"),
        ("nhóm 1 thảo luận ở đâu", "Phòng họp số 4, trụ sở Tỉnh hội"),
        ("dâng hương ở đâu", "Đền Mẫu Sông Bằng"),
        ("xem gian trưng bày cây giống ở chỗ nào", "tiền sảnh"),
        ("ngày 9 ăn trưa ở đâu", "nhà hàng tầng trệt Khách sạn Ngọc Lan"),
    ],
)
def test_a_place_in_the_name_of_an_item_is_its_place(index: Index, question: str, place: str) -> None:
    said = told(index, question)
    assert place in said
    assert "địa điểm chung" not in said


def test_where_the_bus_waits_is_not_where_the_visit_goes(index: Index) -> None:
    assert "Địa điểm: <b>Khách sạn" not in told(index, "dâng hương mấy giờ ở đâu")


def test_behind_an_item_come_no_parts_of_its_own(index: Index) -> None:
    said = told(index, "sau thảo luận nhóm là gì")
    assert "Báo cáo kết quả thảo luận" in said
    assert "Nhóm 2" not in said


@pytest.mark.parametrize("question", ["hnay có gì ko", "hnai co j", "humnay có gì k"])
def test_a_day_in_chat_letters_is_a_day(index: Index, question: str) -> None:
    assert "Diễn văn khai mạc" in told(index, question, "2026-04-09T06:00")


def test_nothing_is_left_of_a_day_that_is_over(index: Index) -> None:
    assert "Bế mạc" not in told(index, "hnay còn gì nữa ko", "2026-04-09T20:00")


HEADED = """HỘI LÀM VƯỜN TỈNH SÔNG BẰNG
Số: 22/KH-HLV
KẾ HOẠCH
Tổ chức Đại hội Hội Làm vườn tỉnh Sông Bằng
I. THỜI GIAN: 02 ngày, 08 và 09/4/2026. Địa điểm: Nhà văn hóa tỉnh.
II. CHƯƠNG TRÌNH
NGÀY THỨ NHẤT (08/4/2026)
Buổi sáng: PHIÊN NỘI BỘ
- Từ 7h00 đến 7h30: Nhận tài liệu
- Từ 7h30 đến 10h30: Thảo luận điều lệ
Buổi chiều: HỌP NHÓM
- Từ 13h30 đến 15h00: Họp 03 nhóm
NGÀY THỨ HAI (09/4/2026)
Buổi sáng: PHIÊN TRỌNG THỂ
- Từ 7h15 đến 8h00: Văn nghệ
- Từ 8h00 đến 8h20: Diễn văn khai mạc
- Từ 8h20 đến 10h00: Bầu Ban Chấp hành
- Từ 10h00 đến 10h20: Bế mạc
"""


@pytest.mark.parametrize(
    ("question", "hour"),
    [
        ("phiên nội bộ mấy giờ", "07:00"),
        ("phiên nội bộ mấy giờ xong", "10:30"),
        ("phiên trọng thể bắt đầu lúc nào", "08:00"),
        ("đại hội hết mấy giờ", "10:20"),
        ("when does day two end", "10:20"),
    ],
)
def test_a_part_that_only_a_heading_names_has_the_hours_under_it(question: str, hour: str) -> None:
    assert hour in told(index_from(HEADED), question)


def test_a_part_among_its_items_begins_behind_the_reception_and_ends_before_the_meal() -> None:
    index = index_from(
        "HỘI CHĂN NUÔI XÃ KHE BÚN\nKẾ HOẠCH\nTổ chức Đại hội Hội Chăn nuôi xã\n1. Thời gian: ngày 06/5/2026.\n"
        "2. CHƯƠNG TRÌNH\n| TT | Thời gian | Nội dung | Người thực hiện |\n|---|---|---|---|\n"
        "| | BUỔI SÁNG | PHIÊN NỘI BỘ | |\n| 1 | 7h00 - 7h20 | Đón tiếp đại biểu | Văn phòng |\n"
        "| 2 | 7h20 - 8h00 | Chào cờ | Ông Vi Tố |\n| 3 | 8h00 - 10h40 | Bầu cử | Đoàn Chủ tịch |\n"
        "| 4 | 10h40 - 13h00 | Ăn trưa | Văn phòng |\n| | BUỔI CHIỀU | PHIÊN CÔNG KHAI | |\n"
        "| 5 | 13h00 - 13h30 | Khai mạc | Ông Vi Tố |\n| 6 | 13h30 - 15h00 | Báo cáo | Bà Lù Sen |\n"
    )
    assert "07:20–10:40" in told(index, "phiên nội bộ bắt đầu mấy giờ")
    assert "13:00–15:00" in told(index, "phien cong khai may gio")


TWO_EVENTS = """LIÊN ĐOÀN LAO ĐỘNG HUYỆN KHE MÂY
Số: 12/KH-LĐLĐ
KẾ HOẠCH
Tổ chức Diễn đàn người lao động và Hội diễn văn nghệ công nhân năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 01 ngày, Chủ nhật, ngày 10/5/2026.
2. Địa điểm: Huyện Khe Mây.
II. CHƯƠNG TRÌNH
| TT | Thời gian | Nội dung | Phụ trách |
|---|---|---|---|
| A | BUỔI SÁNG | DIỄN ĐÀN (Cung Văn hóa Thiếu nhi) | |
| 1 | 7h30 | Đón tiếp, phát phiếu hỏi | Văn phòng |
| 2 | 8h00 - 8h15 | Giới thiệu đại biểu, phát biểu khai mạc | Ông Lò Văn Bun |
| 3 | 8h15 - 10h45 | Hỏi đáp | Bà Hà Thị Lan |
| 4 | 10h45 - 11h00 | Trao quà; kết thúc Diễn đàn | Ông Lò Văn Bun |
| 5 | 11h00 | Ăn trưa | Văn phòng |
| B | BUỔI CHIỀU | HỘI DIỄN (Nhà hát Khe Mây) | |
| 6 | 13h00 | Các đội thử âm thanh | Nhà hát |
| 7 | 13h30 - 13h45 | Khai mạc Hội diễn | Bà Hà Thị Lan |
| 8 | 13h45 - 17h00 | Thi hát | Ban Giám khảo |
"""


@pytest.fixture(scope="module")
def two_events() -> Index:
    return index_from(TWO_EVENTS)


@pytest.mark.parametrize(
    ("question", "told_too", "not_told"),
    [
        ("mấy giờ khai mạc diễn đàn", "08:00", "13:30"),
        ("diễn đàn kết thúc lúc mấy giờ", "11:00", "17:00"),
        ("Hội diễn bắt đầu mấy giờ", "13:30", "08:00"),
        ("khai mac hoi dien may gio", "13:30", "08:00"),
        ("hoi dien thi o dau", "Nhà hát Khe Mây", "Cung Văn hóa"),
    ],
)
def test_each_of_two_events_has_its_own_hours_and_place(
    two_events: Index, question: str, told_too: str, not_told: str
) -> None:
    words = told(two_events, question)
    assert told_too in words and not_told not in words
