"""Pages that invite to an event: no head, no numbers, a programme with one cell a line."""

from datetime import date, time

import pytest

from documents.reading import Unreadable, read_plan
from domain.plan import PlanDraft, value_of
from tests.drafts import read

PROGRAMME = (
    "08:00 - 08:20\nVăn nghệ khai màn\nCác tiết mục chào mừng đầy sôi động của thầy và trò.\nSân khấu chính\n"
    "08:20 - 08:40\nKhai mạc chương trình\nMC và Ban liên lạc\n08:40 - 09:00\nTri ân thầy cô\nĐội Hậu cần\n"
    "09:00\nChụp ảnh lưu niệm\nSân trường\n"
)


def told(draft: PlanDraft) -> list[tuple[date | None, time | None, str]]:
    return [(item.value.day, item.value.start, item.value.title) for item in draft.sessions]


@pytest.mark.parametrize("heading", ["", "CHƯƠNG TRÌNH\n"])
def test_programme_with_one_cell_a_line_needs_no_heading(heading: str) -> None:
    draft = read(f"Ngày hội Hội khóa 2001 - 2004\nThứ Bảy 12/7/2025\n{heading}{PROGRAMME}")
    assert [(start, title) for _, start, title in told(draft)] == [
        (time(8, 0), "Văn nghệ khai màn"),
        (time(8, 20), "Khai mạc chương trình"),
        (time(8, 40), "Tri ân thầy cô"),
        (time(9, 0), "Chụp ảnh lưu niệm"),
    ]
    assert value_of(draft.title) == "Ngày hội Hội khóa 2001 - 2004"


def test_cell_in_capitals_between_times_is_no_heading() -> None:
    draft = read(
        f"KẾ HOẠCH\nTổ chức Hội nghị khách hàng\n1. Chương trình\n{PROGRAMME.replace('Đội Hậu cần', 'P. TCHC')}"
    )
    assert [start for _, start, _ in told(draft)] == [time(8, 0), time(8, 20), time(8, 40), time(9, 0)]


def test_each_day_of_such_a_programme_begins_with_its_date() -> None:
    draft = read(
        "APPENDIX: PROGRAMME\nDay 1 - Tuesday, 10 June 2025\nTime\nActivity\nResponsible\n08:00 - 08:30\nRegistration\n"
        "Committee\n08:30 - 09:00\nOpening\nDr. Le An\n18:30\nGala dinner\nDay 2 - Wednesday, 11 June 2025\n"
        "Field trip\n06:45\nDeparture\nMr. Tran Bao\n08:30 - 10:30\nVisit to the farm\nMr. Tran Bao\n"
    )
    assert told(draft) == [
        (date(2025, 6, 10), time(8, 0), "Registration"),
        (date(2025, 6, 10), time(8, 30), "Opening"),
        (date(2025, 6, 10), time(18, 30), "Gala dinner"),
        (date(2025, 6, 11), time(6, 45), "Departure"),
        (date(2025, 6, 11), time(8, 30), "Visit to the farm"),
    ]


def test_programme_alone_and_first_page_alone_are_read() -> None:
    rows = "".join(f"{hour}h00'-{hour}h30'\tBáo cáo số {hour} của Ban Chấp hành\n" for hour in range(7, 12))
    assert len(read(f"NGÀY 14/9/2022\nPHIÊN THỨ NHẤT\n{rows}").sessions) == 5
    page = (
        "UBND TỈNH BÌNH LÂM\nKẾ HOẠCH\nTổ chức Liên hoan ẩm thực năm 2026\nI. MỤC ĐÍCH\n- Quảng bá món ngon của tỉnh.\n"
    )
    assert value_of(read(page).title) == "Tổ chức Liên hoan ẩm thực năm 2026"
    assert isinstance(read_plan("a.txt", "Một buổi sáng đẹp trời.\nAnh đi chơi xa.\n".encode()), Unreadable)


def test_name_of_an_event_goes_on_over_lines_of_capitals() -> None:
    draft = read(
        "Trân trọng kính mời\nLỄ KỶ NIỆM\n30 NĂM THÀNH LẬP\nTRƯỜNG THPT AN LỘC\n(1996 - 2026)\n"
        "07 giờ 30, ngày 03 tháng 9 năm 2026\nCHƯƠNG TRÌNH LỄ KỶ NIỆM\n"
        "Thời gian\tNội dung\n7h00\tĐón khách\n8h00\tKhai mạc\n"
    )
    assert value_of(draft.title) == "LỄ KỶ NIỆM 30 NĂM THÀNH LẬP TRƯỜNG THPT AN LỘC (1996 - 2026)"


def test_labels_on_one_line_or_on_two_are_told_apart() -> None:
    draft = read(
        'KẾ HOẠCH TỔ CHỨC HỘI THẢO KHOA HỌC\nTên hội thảo: "Dữ liệu mở"\n'
        "Đơn vị chủ trì: Phòng Khoa học - Trường Cao đẳng B\n"
        "Đơn vị phối hợp: Khoa Toán, Khoa Tin\nThời gian: Ngày 15/11/2026 | Địa điểm: Hội trường A, thành phố C\n"
        "I. NỘI DUNG\n- Tiểu ban 1: Dạy học\n- Tiểu ban 2: Quản trị\n"
    )
    assert value_of(draft.title) == 'HỘI THẢO KHOA HỌC "Dữ liệu mở"'
    assert value_of(draft.issuer) == "Phòng Khoa học - Trường Cao đẳng B"
    assert value_of(draft.venue) == "Hội trường A, thành phố C"
    assert draft.units == ()  # groups of talks have no work to do


@pytest.mark.parametrize(
    ("page", "begins", "venue"),
    [
        (
            "Hội thảo Chuyển đổi số cho doanh nghiệp\n14/04/2026\n07:30 – 11:00\nHội trường Tầng 2 – Tòa nhà VNPT\n"
            "Số 03 Lưu Tấn Tài, phường Tân Thành\nĐăng ký tham dự\n",
            "2026-04-14 07:30:00",
            "Hội trường Tầng 2 – Tòa nhà VNPT Số 03 Lưu Tấn Tài, phường Tân Thành",
        ),
        (
            "Ngày hội Mở cửa 2026\n15/05/2026 08:00 - 15/05/2026 16:00\nTrường Tiểu học An Lộc\n",
            "2026-05-15 08:00:00",
            "Trường Tiểu học An Lộc",
        ),
        (
            "Diễn đàn Kết nối 2026\n📅 18 – 20/9/2026\n📍 Khách sạn Hoa Sen, Thái Hòa\n",
            "2026-09-18",
            "Khách sạn Hoa Sen, Thái Hòa",
        ),
        (
            "Hội thảo Giáo dục 2026\nThời gian: 7h30 ngày 27/5/2026\nTại: Nhà Văn hóa quận\n",
            "2026-05-27 07:30:00",
            "Nhà Văn hóa quận",
        ),
    ],
)
def test_date_and_place_without_labels_stand_beside_each_other(page: str, begins: str, venue: str) -> None:
    draft = read(f"{page}{PROGRAMME}")
    assert ([str(t.value.start) for t in draft.times][:1], value_of(draft.venue)) == ([begins], venue)


def test_line_right_behind_a_time_is_the_item_whatever_it_is_called() -> None:
    rows = (
        "08:40 - 11:00\nCÁC PHIÊN THẢO LUẬN\n08:40 - 09:20\nPHIÊN 1: THỊ TRƯỜNG\n"
        "09:20 - 11:00\nPHIÊN 2: CHUỖI CUNG ỨNG\n"
    )
    draft = read(f"Hội nghị kết nối cung cầu 2026\nNgày 5.9.2026\n{rows}11:00\nBẾ MẠC\n")
    assert [title for _, _, title in told(draft)] == [
        "CÁC PHIÊN THẢO LUẬN",
        "PHIÊN 1: THỊ TRƯỜNG",
        "PHIÊN 2: CHUỖI CUNG ỨNG",
        "BẾ MẠC",
    ]


@pytest.mark.parametrize(
    "below", ["HỘI NGHỊ\nKẾT NỐI CUNG CẦU NĂM 2026", "Trân trọng kính mời\nLỄ KỶ NIỆM\n30 NĂM THÀNH LẬP"]
)
def test_body_alone_on_top_of_a_page_that_invites_is_the_one_that_holds_it(below: str) -> None:
    assert value_of(read(f"UBND TỈNH BÌNH LÂM\n{below}\nNgày 5.9.2026\n{PROGRAMME}").issuer) == "UBND TỈNH BÌNH LÂM"


NUMBERED_PAGE = """VIỆN NGHIÊN CỨU CHÈ MIỀN NÚI
Tọa đàm quốc gia về chè cổ thụ 2026
1. MỤC TIÊU
- Trao đổi kết quả nghiên cứu.
2. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: thứ Bảy 12/9/2026
- Địa điểm: Nhà truyền thống xã Suối Bàng
3. LỆ PHÍ
- Người có báo cáo: 200.000 đồng.

CHƯƠNG TRÌNH
(dự kiến)
Ngày 12/9/2026
7h30 - 8h00
Đón khách
8h00 - 9h00
Khai mạc
TS. Lò Thị Ban, Viện trưởng
9h00
Kết thúc

4. PHÂN CÔNG
Phòng Hành chính: thuê xe, đặt nước uống.
5. CHỖ Ở
Viện giữ 20 phòng tại Nhà khách Suối Bàng đến hết ngày 01/9/2026.
"""


def test_numbered_page_with_its_programme_in_the_middle_keeps_what_stands_above_and_below() -> None:
    draft = read(NUMBERED_PAGE)
    assert [title for _, _, title in told(draft)] == ["Đón khách", "Khai mạc", "Kết thúc"]
    assert {day for day, _, _ in told(draft)} == {date(2026, 9, 12)}
    assert value_of(draft.title) == "Tọa đàm quốc gia về chè cổ thụ 2026"
    assert value_of(draft.venue) == "Nhà truyền thống xã Suối Bàng"
    assert [unit.value.name for unit in draft.units] == ["Phòng Hành chính"]
    assert [fact.text for fact in draft.facts if fact.topic == "lodging"] == [
        "Viện giữ 20 phòng tại Nhà khách Suối Bàng đến hết ngày 01/9/2026"
    ]
