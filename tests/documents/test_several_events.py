"""Meetings before the main one, days told in sentences beside a programme, and who may send how many."""

from datetime import date, time

import pytest

from domain.plan import value_of
from tests.drafts import read

HEAD = "TRƯỜNG MẦM NON HOA BAN\nKẾ HOẠCH\nTổ chức Hội nghị viên chức năm học 2027 - 2028\n"
PROGRAMME = "- 7h30: Đón tiếp.\n- 8h00: Khai mạc.\n- 10h00: Bế mạc.\n"


@pytest.mark.parametrize(
    ("before", "main", "heading"),
    [
        ("Hội nghị cấp tổ", "Hội nghị cấp trường", "CHƯƠNG TRÌNH HỘI NGHỊ CẤP TRƯỜNG"),
        ("Hội nghị trù bị", "Hội nghị chính thức", "CHƯƠNG TRÌNH HỘI NGHỊ CHÍNH THỨC"),
        ("Cấp tổ, khối", "Cấp trường", "CHƯƠNG TRÌNH"),
        ("Họp cốt cán (gồm: Ban Giám hiệu, tổ trưởng)", "Hội nghị viên chức", "CHƯƠNG TRÌNH"),
    ],
)
def test_conference_is_on_the_day_of_the_main_event(before: str, main: str, heading: str) -> None:
    draft = read(
        f"{HEAD}I. THỜI GIAN\n1. {before}: 15h30 ngày 16/9/2027, tại phòng họp.\n"
        f"2. {main}: 7h30 ngày 25/9/2027, tại hội trường.\nII. {heading}\n{PROGRAMME}"
    )
    assert (value_of(draft.starts_on), value_of(draft.ends_on)) == (date(2027, 9, 25), date(2027, 9, 25))
    assert {s.value.day for s in draft.sessions if s.value.title in ("Đón tiếp", "Bế mạc")} == {date(2027, 9, 25)}
    assert [t.value.what for t in draft.times] == [before, main]
    assert not [doubt for doubt in draft.doubts if doubt.code == "outside_days"]


def test_classes_held_one_after_the_other_are_one_conference() -> None:
    draft = read(f"{HEAD}I. THỜI GIAN\n1. Lớp 1: 7h30 ngày 16/9/2027.\n2. Lớp 2: 7h30 ngày 25/9/2027.\n")
    assert (value_of(draft.starts_on), value_of(draft.ends_on)) == (date(2027, 9, 16), date(2027, 9, 25))


def test_days_told_in_sentences_beside_the_evening_s_programme_are_sessions() -> None:
    draft = read(
        "UBND XÃ CỬA LẠCH\nKẾ HOẠCH\nTổ chức Lễ hội cầu ngư năm 2027\n"
        "I. THỜI GIAN\n1. Lễ khai mạc: 19 giờ 00 ngày 12/9/2027.\n"
        "II. NỘI DUNG\n1. Các hoạt động ngày 12/9\n"
        "Hội thi đan lưới bắt đầu lúc 8 giờ 30 tại nhà văn hóa thôn 1. "
        "Giải kéo co từ 14 giờ 00 đến 16 giờ 00 ở sân trường.\n"
        "2. Chương trình khai mạc\n- 19h00: Chào cờ.\n- 19h10: Diễn văn.\n- 19h30: Ca nhạc.\n"
        "3. Ngày 13/9: đua thuyền từ 7 giờ 30 tại bến cá; liên hoan lúc 11 giờ 00.\n"
    )
    assert [(s.value.day, s.value.start, s.value.title, s.value.room) for s in draft.sessions] == [
        (date(2027, 9, 12), time(8, 30), "Hội thi đan lưới", "nhà văn hóa thôn 1"),
        (date(2027, 9, 12), time(14), "Giải kéo co", "sân trường"),
        (date(2027, 9, 12), time(19), "Chào cờ", None),
        (date(2027, 9, 12), time(19, 10), "Diễn văn", None),
        (date(2027, 9, 12), time(19, 30), "Ca nhạc", None),
        (date(2027, 9, 13), time(7, 30), "đua thuyền", "bến cá"),
        (date(2027, 9, 13), time(11), "liên hoan", None),
    ]


def test_table_of_who_sends_how_many_keeps_the_number_with_each_line() -> None:
    rows = (("TT", "Đơn vị", "Số lượng"), ("1", "Trạm Bảo vệ thực vật", "08 người"))
    rows = (*rows, ("2", "Các trạm thú y (07 đơn vị)", "02 người/đơn vị"), ("3", "Hợp tác xã, trang trại", "24 người"))
    table = "".join(f" {no:<5}{body:<40}{number}\n" for no, body, number in rows)
    draft = read(f"{HEAD}I. THÀNH PHẦN, SỐ LƯỢNG\nTổng số học viên: 46 người. Phân bổ chỉ tiêu:\n{table}II. KINH PHÍ\n")
    assert [(g.value.description, g.value.quota) for g in draft.groups] == [
        ("Trạm Bảo vệ thực vật (08 người)", 8),
        ("Các trạm thú y (07 đơn vị) (02 người/đơn vị)", None),
        ("Hợp tác xã, trang trại (24 người)", 24),
    ]


def test_activities_that_begin_their_lines_with_the_hour_are_sessions_in_their_places() -> None:
    draft = read(
        "UBND XÃ HOA BAN\nKẾ HOẠCH\nTổ chức Ngày hội ra quân năm 2027\n"
        "II. CÁC HOẠT ĐỘNG\n"
        "1. Lễ chào cờ đầu xuân\nBắt đầu lúc 6h45 thứ Hai, ngày 15/02/2027, tại Sân vận động xã. Khoảng 200 người dự.\n"
        "2. Thăm gia đình chính sách\nTừ 9h00 đến 10h30 ngày 15/02/2027 tại thôn Mận, do Chủ tịch xã dẫn đoàn.\n"
        "3. Hội diễn văn nghệ\nDiễn ra tối 16/02/2027 tại Nhà văn hóa xã.\n"
        "III. TỔ CHỨC THỰC HIỆN\n1. Đoàn xã: dựng cổng chào xong trước ngày 12/02/2027.\n"
    )
    assert [(s.value.title, s.value.day, s.value.start, s.value.end, s.value.room) for s in draft.sessions] == [
        ("Lễ chào cờ đầu xuân", date(2027, 2, 15), time(6, 45), None, "Sân vận động xã"),
        ("Thăm gia đình chính sách", date(2027, 2, 15), time(9), time(10, 30), None),
        ("Hội diễn văn nghệ", date(2027, 2, 16), None, None, "Nhà văn hóa xã"),
    ]


WARDS = "UBND PHƯỜNG CẦU MUỐI\nKẾ HOẠCH\nTổ chức hội nghị tiếp xúc hộ dân năm 2027\n"
EACH = (
    "III. CHƯƠNG TRÌNH MỖI BUỔI\n1. Tuyên bố lý do (05 phút).\n2. Hộ dân phát biểu (60 phút).\n3. Bế mạc (05 phút).\n"
)


@pytest.mark.parametrize(
    "table",
    [
        "1. Lịch tổ chức: 02 điểm\nĐiểm | Địa điểm | Khu dân cư | Ngày, giờ | Chủ trì | Số lượng\n"
        "1 | Đình Cầu Muối | Khu phố 1, 2 | 19g00 thứ Hai, 13/9/2027 | Ông Tạ Văn Bền | 90 người\n"
        "2 | Nhà văn hóa Bến Cát | Khu phố 3 | 19g30 thứ Ba, 14/9/2027 | Bà Lã Thị Mùi | 70 người\n",
        "Điểm | Khu dân cư | Nơi họp | Ngày | Giờ | Chủ trì\n"
        "Số 1 | Khu phố 1, 2 | Đình Cầu Muối | 13/9/2027 | 19g00 | Ông Tạ Văn Bền\n"
        "Số 2 | Khu phố 3 | Nhà văn hóa Bến Cát | 14/9/2027 | 19g30 | Bà Lã Thị Mùi\n",
    ],
)
def test_each_row_of_a_schedule_by_place_is_held_on_its_own_day(table: str) -> None:
    draft = read(f"{WARDS}II. THỜI GIAN, ĐỊA ĐIỂM\n{table}Mỗi buổi kết thúc chậm nhất lúc 21g30.\n{EACH}")
    timed = [(s.value.title, s.value.day, s.value.start, s.value.room, s.value.responsible) for s in draft.sessions[:2]]
    assert timed == [
        ("Điểm 1", date(2027, 9, 13), time(19), "Đình Cầu Muối", "Ông Tạ Văn Bền"),
        ("Điểm 2", date(2027, 9, 14), time(19, 30), "Nhà văn hóa Bến Cát", "Bà Lã Thị Mùi"),
    ]
    assert [s.value.start for s in draft.sessions[2:]] == [None] * 3
    assert value_of(draft.venue) == "Điểm 1: Đình Cầu Muối; Điểm 2: Nhà văn hóa Bến Cát"
    rows = [fact.text for fact in draft.facts if "Khu dân cư: Khu phố" in fact.text]
    assert len(rows) == 2


def test_a_table_of_work_is_no_schedule_by_place() -> None:
    draft = read(
        f"{WARDS}II. THỜI GIAN, ĐỊA ĐIỂM\nNgày 13/9/2027 tại Đình Cầu Muối.\n"
        "Tổ | Nhiệm vụ | Ngày, giờ\n1 | Kê bàn ghế | 8g00 ngày 11/9/2027\n2 | Căng phông | 9g00 ngày 12/9/2027\n"
    )
    assert not [time for time in draft.times if time.value.what in ("Tổ 1", "Tổ 2")]


def test_an_event_told_with_its_day_is_held_where_the_same_line_says() -> None:
    draft = read(
        f"{WARDS}II. THỜI GIAN, ĐỊA ĐIỂM\n1. Điểm 1: Đình Cầu Muối, 19g00 ngày 13/9/2027 (khu phố 1, 2).\n"
        "2. Điểm 2: 19g30 ngày 14/9/2027 (thứ Ba) tại Nhà văn hóa Bến Cát.\n" + EACH
    )
    assert [s.value.room for s in draft.sessions[:2]] == ["Đình Cầu Muối", "Nhà văn hóa Bến Cát"]


def test_a_part_that_only_tells_its_day_belongs_to_the_conference() -> None:
    draft = read(
        f"{HEAD}I. THỜI GIAN\n- Chương trình tham quan thực tế: thứ Năm, ngày 16/9/2027.\n"
        "- Hội nghị chính thức: thứ Sáu, ngày 17/9/2027.\n"
    )
    assert [(t.value.what, t.value.start) for t in draft.times] == [
        ("Chương trình tham quan thực tế", date(2027, 9, 16)),
        ("Hội nghị chính thức", date(2027, 9, 17)),
    ]


def test_who_leads_a_vehicle_stays_with_it_on_the_next_line() -> None:
    draft = read(
        f"{HEAD}I. THỜI GIAN\nNgày 16/9/2027.\nII. XE ĐƯA ĐÓN\n"
        "- Xe số 1 (29 chỗ): khối lá, đón tại cổng chợ lúc 7h00;\ntrưởng xe: cô Lò Thị Ban, 0912.000.777.\n"
        "- Xe số 2 (29 chỗ): khối mầm, đón tại cầu treo lúc 7h05;\ntrưởng xe: cô Vì Thị Xuân, 0912.000.778.\n"
    )
    assert [fact.text for fact in draft.facts if "cổng chợ" in fact.text and "Lò Thị Ban" in fact.text]


ROUNDS = """HỘI PHỤ NỮ XÃ BẢN LÁC
KẾ HOẠCH
Tổ chức Hội thi "Bếp nhà mình"
I. THỜI GIAN, ĐỊA ĐIỂM
1. Vòng loại diễn ra trong 01 ngày, thứ Sáu, ngày 13/3/2026, tại Nhà văn hóa thôn Lác.
2. Vòng chung kết và trao giải diễn ra vào tối thứ Bảy, ngày 28/3/2026, tại Nhà hát huyện, truyền hình trực tiếp.
3. Tập huấn thể lệ cho các đội trưởng vào 8 giờ 30 phút ngày 02/3/2026, trực tuyến.
II. NỘI DUNG, DIỄN BIẾN
1. Vòng loại
Các đội bốc thăm lúc 7 giờ 00. Từ 8 giờ 00, các đội nấu món chính.
2. Vòng chung kết
Văn nghệ lúc 19 giờ 30 phút; các đội trình bày lúc 20 giờ 00.
III. KINH PHÍ
Quỹ Hội.
"""


def test_rounds_that_sentences_name_have_their_own_days_and_places() -> None:
    draft = read(ROUNDS)
    told = [(s.value.part_of, s.value.day, s.value.place) for s in draft.sessions]
    first = ("Vòng loại", date(2026, 3, 13), "Nhà văn hóa thôn Lác")
    last = ("Vòng chung kết", date(2026, 3, 28), "Nhà hát huyện")
    assert told == [first, first, last, last]
    assert (value_of(draft.starts_on), value_of(draft.ends_on)) == (date(2026, 3, 13), date(2026, 3, 28))


CLUSTERS = """UBND XÃ TÂN AN
KẾ HOẠCH
Tổ chức gặp mặt người cao tuổi năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
{lead}Cụm 1 (các thôn Đông, Đoài)
Thời gian: 8 giờ ngày 12/9/2026
Địa điểm: đình làng Đông
Người chủ trì: bà Trịnh Thị Sâm
Cụm 2 (thôn Trại)
Thời gian: 14 giờ ngày 13/9/2026
Địa điểm: trường mầm non Trại
Người chủ trì: ông Vũ Văn Mẫn
II. CHUẨN BỊ
Các thôn lập danh sách trước ngày 01/9/2026.
CHỦ TỊCH
Lê Văn Tám
"""


@pytest.mark.parametrize("lead", ["", "Chia làm 02 cụm:\n"])
def test_clusters_told_one_below_the_other_keep_their_hours_places_and_leaders(lead: str) -> None:
    draft = read(CLUSTERS.format(lead=lead))
    assert [(item.value.what, str(item.value.start)) for item in draft.times] == [
        ("Cụm 1 (các thôn Đông, Đoài)", "2026-09-12 08:00:00"),
        ("Cụm 2 (thôn Trại)", "2026-09-13 14:00:00"),
    ]
    assert value_of(draft.venue) == "Cụm 1: đình làng Đông; Cụm 2: trường mầm non Trại"
    told = [fact.text for fact in draft.facts]
    assert "Cụm 1 – Người chủ trì: bà Trịnh Thị Sâm" in told
    assert "Cụm 2 – Người chủ trì: ông Vũ Văn Mẫn" in told


def test_programme_of_one_of_several_events_is_part_of_it_and_held_there() -> None:
    text = (
        "KẾ HOẠCH\nTháng Thanh niên\n1. Lễ ra quân: 7h30 ngày 02/3/2026, tại Bến xe Nậm Rốm\n"
        "- Thành phần: 90 đoàn viên\n"
        "2. Đối thoại với thanh niên\nThời gian: 14h00 ngày 05/3/2026\nĐịa điểm: Hội trường Xí nghiệp Gỗ\n"
        "Chương trình: 14h00 khai mạc; 14h15 nêu ý kiến; 16h00 ăn nhẹ tại nhà ăn\n"
        "3. Hội thi nấu ăn\nThời gian: 9h00 ngày 08/3/2026\nĐịa điểm: Nhà văn hóa\n"
    )
    told = [(s.value.title, s.value.part_of, s.value.place or s.value.room) for s in read(text).sessions]
    whole, hall = "Đối thoại với thanh niên", "Hội trường Xí nghiệp Gỗ"
    assert told == [
        ("Lễ ra quân", None, "Bến xe Nậm Rốm"),
        ("khai mạc", whole, hall),
        ("nêu ý kiến", whole, hall),
        ("ăn nhẹ tại nhà ăn", whole, "nhà ăn"),
        ("Hội thi nấu ăn", None, "Nhà văn hóa"),
    ]
