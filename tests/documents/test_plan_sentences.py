"""Programmes told in running sentences: hours in front, behind and in brackets, days and halves, rooms and groups."""

from datetime import date

import pytest

from documents.reading import read_plan_text
from domain.plan import PlanDraft, PlanSession

HEAD = "UBND XÃ BÌNH LÃNG\nKẾ HOẠCH\nTổ chức Hội nghị giao lưu làng nghề\n"
ONE_DAY = "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: ngày 20/3/2026.\n2. Địa điểm: Hội trường xã.\n"
TWO_DAYS = "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 02 ngày (20 - 21/3/2026).\n2. Địa điểm: Hội trường xã.\n"
END = "III. KINH PHÍ\nNgân sách xã năm 2026.\n"


def read(programme: str, held: str = ONE_DAY) -> list[PlanSession]:
    draft = read_plan_text(f"{HEAD}{held}II. CHƯƠNG TRÌNH\n{programme}\n{END}")
    assert isinstance(draft, PlanDraft)
    return [session.value for session in draft.sessions]


def told(programme: str, held: str = ONE_DAY) -> list[tuple[str | None, str | None, str]]:
    """Start, end and title of each item."""
    return [(_clock(s.start), _clock(s.end), s.title) for s in read(programme, held)]


def _clock(at: object) -> str | None:
    return str(at)[:5] if at else None


def test_each_sentence_with_an_hour_is_an_item_wherever_the_hour_stands() -> None:
    text = (
        "Khách nhận thẻ tại cổng làng từ 7 giờ 10 phút. Lúc 7 giờ 30 phút xem lò gốm tại điểm số 1. 8 giờ 00 dự trình "
        "diễn vuốt nặn do BS. Lê Minh hướng dẫn. Từ 9 giờ 15 đến 9 giờ 45 trao đổi với nghệ nhân. Bế mạc lúc 10 giờ 00."
    )
    assert told(text) == [
        ("07:10", None, "Khách nhận thẻ tại cổng làng"),
        ("07:30", None, "xem lò gốm tại điểm số 1"),
        ("08:00", None, "dự trình diễn vuốt nặn"),
        ("09:15", "09:45", "trao đổi với nghệ nhân"),
        ("10:00", None, "Bế mạc"),
    ]
    assert read(text)[2].responsible == "BS. Lê Minh"


def test_hours_behind_or_in_front_part_one_sentence() -> None:
    assert told("Đoàn có mặt lúc 7h15, xem phim và nghe giới thiệu lúc 7h30, rồi thăm xưởng từ 8h00 đến 9h30.") == [
        ("07:15", None, "Đoàn có mặt"),
        ("07:30", None, "xem phim và nghe giới thiệu"),
        ("08:00", "09:30", "thăm xưởng"),
    ]
    assert told("7g30 đón khách, tặng hoa, sau đó 8g00 khai mạc, chụp ảnh; 9g00 hội thảo.") == [
        ("07:30", None, "đón khách, tặng hoa"),
        ("08:00", None, "khai mạc, chụp ảnh"),
        ("09:00", None, "hội thảo"),
    ]


def test_hours_in_brackets_stand_behind_their_items() -> None:
    text = "Mở đầu là thi gói bánh (8h00), đua thuyền (9h00 - 10h30, Ban Thể thao), trao giải (10h45)."
    assert told(text) == [
        ("08:00", None, "thi gói bánh"),
        ("09:00", "10:30", "đua thuyền"),
        ("10:45", None, "trao giải"),
    ]


def test_end_of_an_item_is_no_item() -> None:
    text = (
        "Phần thi viết bắt đầu lúc 8 giờ 30 và kết thúc lúc 10 giờ 00. Tiệc trà lúc 15h00, kết thúc lúc 16h00. Lễ trao "
        "quà bắt đầu vào lúc 16h30 và kéo dài 20 phút."
    )
    assert told(text) == [
        ("08:30", "10:00", "Phần thi viết"),
        ("15:00", "16:00", "Tiệc trà"),
        ("16:30", "16:50", "Lễ trao quà"),
    ]


def test_latest_hour_is_no_hour_of_an_item() -> None:
    text = "Đoàn đi lúc 6h30. Xem vườn lúc 8h00; các xe về tới bến trước 11h00."
    assert told(text)[-1] == (None, None, "các xe về tới bến trước 11h00")


def test_remark_among_timed_sentences_is_no_item() -> None:
    text = "Viếng đền lúc 7h30. Mọi người mặc áo dài, không mang túi to. Gặp mặt từ 8h30. Liên hoan lúc 11h00."
    assert [title for _, _, title in told(text)] == ["Viếng đền", "Gặp mặt", "Liên hoan"]


def test_days_and_halves_that_open_sentences_hold_from_there_on() -> None:
    text = (
        "- Ngày 20/3/2026: từ 14 giờ 00 thi kéo co; 19 giờ 30 đêm hội trăng.\n- Ngày 21/3/2026: 8 giờ 00 ném còn. "
        "Chiều, từ 2 giờ 00 đến 4 giờ 00 chung kết vật.\n"
    )
    assert [(s.day, _clock(s.start), s.title) for s in read(text, TWO_DAYS)] == [
        (date(2026, 3, 20), "14:00", "thi kéo co"),
        (date(2026, 3, 20), "19:30", "đêm hội trăng"),
        (date(2026, 3, 21), "08:00", "ném còn"),
        (date(2026, 3, 21), "14:00", "chung kết vật"),
    ]


def test_room_of_a_half_day_is_that_of_its_items_alone() -> None:
    text = (
        "Buổi sáng (Hội trường B): 8h00 học bài 1; 10h00 học bài 2.\n"
        "Buổi chiều, phiên thực hành tại phòng Mô phỏng: chia nhóm lúc 13h30, làm bài lúc 14h00.\n"
    )
    assert [(s.title, s.room) for s in read(text)] == [
        ("học bài 1", "Hội trường B"),
        ("học bài 2", "Hội trường B"),
        ("chia nhóm", "phòng Mô phỏng"),
        ("làm bài", "phòng Mô phỏng"),
    ]


def test_groups_side_by_side_have_their_own_rooms() -> None:
    text = "Hai tiểu ban họp song song từ 13h30 đến 15h00: Tiểu ban Mây, tre tại Phòng 2, Tiểu ban Gốm tại Phòng 5."
    assert [(s.title, _clock(s.start), s.room) for s in read(f"Khai mạc lúc 8h00. {text}")][1:] == [
        ("Tiểu ban Mây, tre", "13:30", "Phòng 2"),
        ("Tiểu ban Gốm", "13:30", "Phòng 5"),
    ]


def test_parts_by_name_stand_under_the_programme() -> None:
    text = (
        "Phần thứ nhất - Lễ dâng hương (ông Đỗ Văn Nam, Trưởng thôn hướng dẫn)\nĐoàn tập trung lúc 6h30; dâng hoa lúc "
        "7h00.\nPhần thứ hai: Gặp mặt\nTừ 8h00 tại Nhà hàng Sen.\n"
    )
    found = read(text)
    assert [(_clock(s.start), s.title) for s in found] == [
        ("06:30", "Đoàn tập trung"),
        ("07:00", "dâng hoa"),
        ("08:00", "Gặp mặt"),
    ]
    assert [s.part_of for s in found] == ["Phần thứ nhất - Lễ dâng hương"] * 2 + ["Phần thứ hai: Gặp mặt"]


@pytest.mark.parametrize("heading", ["Phụ lục\nLỊCH HỘI THI", "LỊCH TRÌNH", "LỊCH HỘI THI"])
def test_programme_behind_the_signature_is_read(heading: str) -> None:
    draft = read_plan_text(
        f"{HEAD}{TWO_DAYS}II. KINH PHÍ\nNgân sách xã.\n\nNơi nhận:\n- Các thôn;\n- Lưu: VT.\nCHỦ TỊCH\nLê Thị Hoa\n\n"
        f"{heading}\n(Kèm theo Kế hoạch số 12/KH-UBND)\n"
        "Ngày thứ nhất (20/3): Từ 7 giờ 00 thí sinh nhận số. 7 giờ 45 khai mạc.\n"
        "Ngày thứ hai (21/3): 7 giờ 30 thi nấu ăn; 15 giờ 00 trao giải.\n"
    )
    assert isinstance(draft, PlanDraft)
    assert [(s.value.day, _clock(s.value.start), s.value.title) for s in draft.sessions] == [
        (date(2026, 3, 20), "07:00", "thí sinh nhận số"),
        (date(2026, 3, 20), "07:45", "khai mạc"),
        (date(2026, 3, 21), "07:30", "thi nấu ăn"),
        (date(2026, 3, 21), "15:00", "trao giải"),
    ]


def test_what_is_held_elsewhere_has_not_the_room_of_its_part() -> None:
    found = read(
        "Phiên 1 (Hội trường A)\n8h00: Báo cáo\n9h30: Xem ảnh tại sảnh tầng 1\n11h30: Ăn trưa\n"
        "Phiên 2 (Phòng họp số 3)\n13h30: Thảo luận\n14h45: Viếng đền; xe chạy lúc 14h30\n"
    )
    assert [(s.title, s.room) for s in found] == [
        ("Báo cáo", "Hội trường A"),
        ("Xem ảnh tại sảnh tầng 1", "sảnh tầng 1"),
        ("Ăn trưa", None),
        ("Thảo luận", "Phòng họp số 3"),
        ("Viếng đền; xe chạy lúc 14h30", None),
    ]


def test_first_hour_of_a_day_is_no_opening_of_it() -> None:
    text = (
        "- Ngày 1 (20/3): 7h30 họp với các hộ, 9h00 đi bè; tối 7h30 đốt lửa.\n"
        "- Ngày 2 (21/3): 8h00 về bản; 10h00 nghỉ.\n"
    )
    assert [(s.day, _clock(s.start), s.title) for s in read(text, TWO_DAYS)] == [
        (date(2026, 3, 20), "07:30", "họp với các hộ"),
        (date(2026, 3, 20), "09:00", "đi bè"),
        (date(2026, 3, 20), "19:30", "đốt lửa"),
        (date(2026, 3, 21), "08:00", "về bản"),
        (date(2026, 3, 21), "10:00", "nghỉ"),
    ]


def test_break_between_hours_in_brackets_is_an_item() -> None:
    text = "Trình tự: bầu Thư ký (8h00 - 8h10); góp ý văn bản (8h10 - 9h00); giải lao (15 phút); kết luận (9h15)."
    assert told(text)[2:] == [("09:00", "09:15", "giải lao (15 phút)"), ("09:15", None, "kết luận")]


def test_events_at_one_time_in_their_rooms_are_told_behind_the_verb() -> None:
    text = (
        "Khai mạc lúc 8h00. Từ 9h45 diễn ra đồng thời hai tọa đàm: Tọa đàm Chè tại Phòng A1; Tọa đàm Mía tại Phòng B1."
    )
    assert [(s.title, s.room) for s in read(text)][1:] == [("Tọa đàm Chè", "Phòng A1"), ("Tọa đàm Mía", "Phòng B1")]


@pytest.mark.parametrize(
    ("paragraph", "found"),
    [
        ("Bà con có mặt lúc 7h00, 7h15 bắt đầu văn nghệ, 8h15 tọa đàm, 9h30 trò chơi và 10h30 liên hoan.", 5),
        ("Xe số 1 đón ở chợ lúc 6h00, 6h15 qua trường, 6h30 qua đình, 6h45 đến xã.", 0),
    ],
)
def test_paragraph_that_nothing_heads_is_a_programme_unless_it_tells_of_rides(paragraph: str, found: int) -> None:
    draft = read_plan_text(
        "HỘI NÔNG DÂN XÃ ĐÔNG SƠN\nKẾ HOẠCH\nTổ chức họp mặt đầu xuân\n\n1. Thời gian: ngày 20/3/2026.\n"
        f"2. Địa điểm: đình làng.\n3. Lưu ý\n{paragraph}\nLiên hệ: chị Hòa 0912.000.111.\n"
    )
    assert isinstance(draft, PlanDraft)
    assert len(draft.sessions) == found


@pytest.mark.parametrize("name", ["Bài 2. Cách ghép mắt", "Chuyên đề 1. Luật đất đai", "Tiết mục 3. Múa sạp"])
def test_the_number_of_a_lesson_belongs_to_its_name(name: str) -> None:
    assert told(f"- {name} - ThS. Lò Thị Mây (8h30 - 9h30)\n- Giải lao (9h30 - 9h45)") == [
        ("08:30", "09:30", name),
        ("09:30", "09:45", "Giải lao"),
    ]


def test_end_that_is_told_last_is_no_item_of_its_own() -> None:
    assert told("- 7h30: Thi cấy (Hội Nông dân điều hành, kết thúc 9 giờ 30).\n- 10h00: Hát ví, kết thúc 11h15.") == [
        ("07:30", "09:30", "Thi cấy"),
        ("10:00", "11:15", "Hát ví"),
    ]
    assert told("7h30 khai mạc; 8h00 group work, closing at 9h45; 10h00 bế mạc, dự kiến kết thúc 10h30.") == [
        ("07:30", None, "khai mạc"),
        ("08:00", "09:45", "group work"),
        ("10:00", "10:30", "bế mạc"),
    ]


def test_ride_told_behind_an_item_stays_with_it() -> None:
    text = (
        "7h30 thăm lò gốm, xe xuất phát tại cổng làng lúc 7h15 và về lúc 9h40; 10h00 hội thảo; "
        "15h00 xe chạy, đến bến xe khoảng 16h30."
    )
    assert told(text) == [
        ("07:30", None, "thăm lò gốm, xe xuất phát tại cổng làng lúc 7h15 và về lúc 9h40"),
        ("10:00", None, "hội thảo"),
        ("15:00", None, "xe chạy, đến bến xe khoảng 16h30"),
    ]


def test_rehearsals_told_before_the_parts_of_the_day_keep_their_days_to_themselves() -> None:
    text = (
        "1. Hoạt động trước ngày hội\nCác xóm dọn đường vào sáng thứ Tư, ngày 18/3/2026, bắt đầu lúc 6 giờ 30. "
        "Văn nghệ được tổng duyệt lúc 19 giờ 30 ngày 17/3/2026 (thứ Ba) tại Nhà văn hóa xóm Lò. "
        "Tối thứ Năm, ngày 19/3/2026, hát giao duyên từ 19 giờ 00 đến 21 giờ 00 tại sân đình.\n"
        "2. Phần lễ\nTừ 7 giờ 00 đón khách. Đúng 7 giờ 30 chào cờ.\n"
        "3. Phần hội\nSau phần lễ 15 phút, tức 9 giờ 15, trưởng xóm đánh trống; từ 9 giờ 20 kéo co; "
        "cũng từ 9 giờ 20, tại sân Nhà văn hóa, thi gói bánh.\n4. Giải thưởng: mỗi môn một giải Nhất 500.000 đồng."
    )
    found = [(s.day.day if s.day else None, _clock(s.start), s.title, s.room) for s in read(text)]
    assert found == [
        (18, "06:30", "Các xóm dọn đường", None),
        (17, "19:30", "Văn nghệ được tổng duyệt", "Nhà văn hóa xóm Lò"),
        (19, "19:00", "hát giao duyên", "sân đình"),
        (20, "07:00", "đón khách", None),
        (20, "07:30", "chào cờ", None),
        (20, "09:15", "trưởng xóm đánh trống", None),
        (20, "09:20", "kéo co", None),
        (20, "09:20", "thi gói bánh", "sân Nhà văn hóa"),
    ]


def test_halves_named_by_their_weekday_have_a_place_of_their_own() -> None:
    text = (
        "B. PHẦN HỘI\nTối thứ Sáu (bãi cỏ ven đê)\n19h00 Đốt lửa trại\n21h00 Chấm trại\nSáng thứ Bảy, sân đình\n"
        "7h00 Đồng diễn\n8h30 Kéo co (bờ kè)\nLưu ý:\n+ Mang giày thể thao.\n+ Trưởng đoàn: bà Lê Thị Hòa."
    )
    found = [(s.day.day if s.day else None, s.title, s.room, s.part_of) for s in read(text, TWO_DAYS)]
    assert found == [
        (20, "Đốt lửa trại", "bãi cỏ ven đê", "PHẦN HỘI - Tối thứ Sáu"),
        (20, "Chấm trại", "bãi cỏ ven đê", "PHẦN HỘI - Tối thứ Sáu"),
        (21, "Đồng diễn", "sân đình", "PHẦN HỘI - Sáng thứ Bảy"),
        (21, "Kéo co", "bờ kè", "PHẦN HỘI - Sáng thứ Bảy"),
    ]


def test_groups_below_the_line_that_tells_their_hours_have_rooms_and_heads() -> None:
    text = (
        "- Khai mạc: 7h30\n- Chia hai lớp học song song từ 14h00 đến 16h00:\n+ Lớp 1: Đan lát - vót nan (nhà bạt số 1)"
        " - chị Đinh Hương\n+ Lớp 2: Nhuộm vải (rừng thông) - cán bộ Bảo tàng\n- Bế mạc: 16h30"
    )
    found = [(_clock(s.start), _clock(s.end), s.title, s.room, s.responsible) for s in read(text)]
    assert found[1:3] == [
        ("14:00", "16:00", "Lớp 1: Đan lát - vót nan", "nhà bạt số 1", "chị Đinh Hương"),
        ("14:00", "16:00", "Lớp 2: Nhuộm vải", "rừng thông", "cán bộ Bảo tàng"),
    ]


def test_marked_line_with_its_hour_and_day_behind_its_name_is_an_item_and_no_heading() -> None:
    text = "1. Phần lễ\n- 7h00: Chào cờ\n2. Phần hội\n- Cờ tướng: 14 giờ ngày 20/3, sân đình.\n- Vật: 8 giờ ngày 21/3."
    assert [(s.day.day if s.day else None, _clock(s.start), s.title) for s in read(text, TWO_DAYS)][1:] == [
        (20, "14:00", "Cờ tướng"),
        (21, "08:00", "Vật"),
    ]
