"""How villages, workshops, companies and small schools write their plans: few headings, short lines, spoken dates."""

from datetime import date, time

import pytest

from domain.dates import find_dates
from domain.plan import PlanDraft, PlanSession, value_of
from tests.drafts import read

HEAD = "XÍ NGHIỆP GẠCH SÔNG TRÀ\nKẾ HOẠCH\nTổ chức Ngày hội An toàn lao động năm 2026\n"
WHEN = "1. Thời gian: ngày 14/3/2026\n2. Địa điểm: Nhà ăn xí nghiệp\n"


def sessions(text: str) -> list[PlanSession]:
    return [item.value for item in read(text).sessions]


def works(draft: PlanDraft) -> list[tuple[str, str, object]]:
    return [(u.value.name, t.value.text, t.value.deadline) for u in draft.units for t in u.value.tasks]


@pytest.mark.parametrize("written", ["thứ 7, 14/3/2026", "sáng thứ 7 - 14/3/2026", "thứ 7, ngày 14/3/2026"])
def test_number_of_a_weekday_is_no_day(written: str) -> None:
    (found,) = find_dates(written)
    assert found.days == (date(2026, 3, 14),)


def test_days_before_a_shared_month_are_days() -> None:
    (found,) = find_dates("các ngày 6, 7/3/2026")
    assert found.days == (date(2026, 3, 6), date(2026, 3, 7))


def test_day_is_read_from_the_sentence_that_says_who_holds_the_event() -> None:
    draft = read(
        "THÔN ĐẦM SEN\nKẾ HOẠCH\nTổ chức Ngày hội làng nghề năm 2026\n"
        "Ban công tác Mặt trận thôn tổ chức Ngày hội vào thứ Bảy, ngày 14/11/2026 tại Đình làng.\n"
    )
    assert (value_of(draft.starts_on), value_of(draft.ends_on)) == (date(2026, 11, 14), date(2026, 11, 14))


def test_limits_for_authors_are_no_days_of_the_conference() -> None:
    draft = read(
        "CHƯƠNG TRÌNH HỘI THẢO GỐM CỔ\nNgày 09 - 10 tháng 10 năm 2026, Hội An\nNGÀY THỨ NHẤT - 09/10/2026\n"
        "08:00-08:30 Đăng ký\n08:30-09:00 Khai mạc\nNGÀY THỨ HAI - 10/10/2026\n08:00-09:00 Tham quan lò\n"
        "09:00-10:00 Bế mạc\nTHÔNG TIN\nHạn nộp: Tóm tắt 15/7/2026 | Toàn văn 31/8/2026\n"
    )
    assert (value_of(draft.starts_on), value_of(draft.ends_on)) == (date(2026, 10, 9), date(2026, 10, 10))


def test_session_on_a_plain_line_heads_its_talks_where_no_heading_names_the_programme() -> None:
    found = sessions(
        "HỘI THẢO GỐM CỔ\nNgày 09/10/2026, Hội An\n08:00-08:30 Đăng ký\n08:30-09:00 Khai mạc\n"
        "Tiểu ban 1: Men lam (Phòng A1) - Chủ trì: TS Võ An\n09:00 Lò nung - Hồ Thị Cúc\n"
        "Tiểu ban 2: Đất sét (Phòng A2) - Chủ trì: TS Lý Bình\n09:00 Khai thác - Đỗ Văn Dũng\n"
    )
    assert [(s.title, s.room, s.part_of) for s in found[-2:]] == [
        ("Lò nung", "Phòng A1", "Tiểu ban 1: Men lam"),
        ("Khai thác", "Phòng A2", "Tiểu ban 2: Đất sét"),
    ]


def test_table_of_plain_words_gives_work_with_its_deadline() -> None:
    draft = read(
        f"{HEAD}{WHEN}VIỆC CHUẨN BỊ\n"
        "Việc                          Ai làm              Xong trước\n"
        "Báo cáo, phiếu bầu            Tổ Văn phòng        09/3\n"
        "Loa, bàn ghế                  Đội cơ điện         13/3\n"
    )
    assert works(draft) == [
        ("Tổ Văn phòng", "Báo cáo, phiếu bầu", date(2026, 3, 9)),
        ("Đội cơ điện", "Loa, bàn ghế", date(2026, 3, 13)),
    ]


def test_table_with_semicolons_may_begin_with_what_is_held() -> None:
    found = sessions(
        f"{HEAD}1. Thời gian: 14 và 15/3/2026\n2. Lịch thi đấu\nMôn; Ngày; Giờ; Địa điểm; Phụ trách\n"
        "Cầu lông; 14/3; 8h30; Sân xưởng; Bà Mai\nKéo co; 15/3; 7h30; Bãi gạch; Ông Tư\n"
    )
    assert [(s.title, s.day, s.start, s.room) for s in found] == [
        ("Cầu lông", date(2026, 3, 14), time(8, 30), "Sân xưởng"),
        ("Kéo co", date(2026, 3, 15), time(7, 30), "Bãi gạch"),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "Ông Lân: viết diễn văn. Chị Thơm (thủ kho): nước uống, xong trước ngày 13/3. Bà Nhài: nấu cỗ.",
            [("Ông Lân", "viết diễn văn"), ("Chị Thơm", "nước uống, xong trước ngày 13/3"), ("Bà Nhài", "nấu cỗ")],
        ),
        (
            "Phòng Kỹ thuật (máy chiếu, loa); Phòng Hành chính (bàn ghế, chỗ gửi xe)",
            [("Phòng Kỹ thuật", "máy chiếu, loa"), ("Phòng Hành chính", "bàn ghế, chỗ gửi xe")],
        ),
        (
            "KS Lân - trình chiếu; CN Thơm - in tài liệu, biển tên",
            [("KS Lân", "trình chiếu"), ("CN Thơm", "in tài liệu, biển tên")],
        ),
    ],
)
def test_several_on_one_line_have_each_their_work(line: str, expected: list[tuple[str, str]]) -> None:
    assert [work[:2] for work in works(read(f"{HEAD}{WHEN}3. Phân công: {line}\n"))] == expected


def test_bodies_named_behind_a_colon_have_the_work_behind_the_last_one_together() -> None:
    draft = read(f"{HEAD}{WHEN}3. Phân công\n- Các tổ: Lò nung, Tạo hình; Đội xe; Phòng Kho: chuẩn bị tham luận.\n")
    assert len(works(draft)) == 1


def test_verb_that_directs_a_show_ends_the_name_of_the_unit() -> None:
    draft = read(
        f"{HEAD}{WHEN}3. Phân công\na) Phòng Văn hóa, Thể thao dàn dựng chương trình 30 phút; thuê sân khấu.\n"
    )
    assert {name for name, _, _ in works(draft)} == {"Phòng Văn hóa, Thể thao"}


def test_classes_and_bodies_count_no_people() -> None:
    draft = read(
        f"{HEAD}{WHEN}3. Thành phần: học sinh khối 10, 11; thợ các phân xưởng (6 đội), trừ tổ trực (4 người).\n"
    )
    assert [group.value.quota for group in draft.groups] == [None, None]


def test_lines_behind_the_last_hour_are_no_items() -> None:
    found = sessions(
        f"{HEAD}{WHEN}CHƯƠNG TRÌNH\n7h30 Đón khách\n8h00 Khai hội\n10h00 Trao giải\nXE\n"
        "Xe 1: tổ lò - anh Đạt\nXe 2: tổ kho - chị Vân\n"
    )
    assert [s.title for s in found] == ["Đón khách", "Khai hội", "Trao giải"]


def test_second_place_of_a_ride_keeps_its_name() -> None:
    found = sessions(f"{HEAD}{WHEN}CHƯƠNG TRÌNH\nNgày 1 (14/3)\nXe chạy: 5h00 tại cổng trước, 5h30 tại ngã ba Bông\n")
    assert [(s.start, s.title) for s in found] == [
        (time(5), "Xe chạy tại cổng trước"),
        (time(5, 30), "Xe chạy tại ngã ba Bông"),
    ]


def test_item_that_names_its_dress_stays_an_item() -> None:
    found = sessions(f"{HEAD}{WHEN}CHƯƠNG TRÌNH\nĐón khách (7h30)\nDiễu hành (8h00), trang phục: áo bảo hộ\n")
    assert [s.start for s in found] == [time(7, 30), time(8)]


def test_half_of_the_day_with_a_name_and_a_room_holds_its_items() -> None:
    found = sessions(
        f"{HEAD}{WHEN}CHƯƠNG TRÌNH\nPhiên toàn thể - Hội trường A\n08:00 Khai mạc\n09:00 Tổng kết\n"
        "Chiều: Thực hành sơ cứu (Nhà tập số 2)\n13:30 Trạm 1: Băng bó\n15:00 Trạm 2: Cáng thương\n"
    )
    assert [(s.title, s.room, s.part_of) for s in found[-2:]] == [
        ("Trạm 1: Băng bó", "Nhà tập số 2", "Thực hành sơ cứu"),
        ("Trạm 2: Cáng thương", "Nhà tập số 2", "Thực hành sơ cứu"),
    ]


def test_items_under_the_name_of_an_event_are_its_own_and_in_its_place() -> None:
    found = sessions(
        "HUYỆN ĐOÀN SÔNG TRÀ\nSố: 12 KH/HĐ\nKẾ HOẠCH\nTổ chức Giải cờ và Trại hè năm 2026\nI. THỜI GIAN, ĐỊA ĐIỂM\n"
        "1. Giải cờ: 07g00 ngày 04/7/2026, tại Trường Lê Lợi.\n"
        "2. Trại hè: từ 13g30 ngày 04/7 đến 11g00 ngày 05/7/2026, tại Khu du lịch Bàu Sen.\nII. CHƯƠNG TRÌNH\n"
        "1. GIẢI CỜ\n07g00: Bốc thăm\n08g00: Thi đấu\n2. TRẠI HÈ\n* Ngày 04/7\n13g30: Dựng trại\n19g00: Lửa trại\n"
        "* Ngày 05/7\n07g00: Trò chơi lớn\n"
    )
    assert [(s.title, s.day.day if s.day else 0, s.place, s.part_of) for s in found] == [
        ("Bốc thăm", 4, "Trường Lê Lợi", "Giải cờ"),
        ("Thi đấu", 4, "Trường Lê Lợi", "Giải cờ"),
        ("Dựng trại", 4, "Khu du lịch Bàu Sen", "Trại hè"),
        ("Lửa trại", 4, "Khu du lịch Bàu Sen", "Trại hè"),
        ("Trò chơi lớn", 5, "Khu du lịch Bàu Sen", "Trại hè"),
    ]


def test_items_under_a_part_may_have_their_hour_in_brackets() -> None:
    found = sessions(
        f"{HEAD}{WHEN}3. Phần lễ\n7 giờ 30 đón khách; 8 giờ chào cờ; 8 giờ 15 báo cáo; 9 giờ khen thưởng.\n"
        "4. Phần hội\n"
        "- Kéo co (lúc 14 giờ, bãi gạch)\n- Nhảy bao (lúc 15 giờ)\n- Trao quà (16 giờ)\n"
    )
    assert [(s.start, s.title, s.room) for s in found if s.part_of and "hội" in s.part_of] == [
        (time(14), "Kéo co", "bãi gạch"),
        (time(15), "Nhảy bao", None),
        (time(16), "Trao quà", None),
    ]


def test_hours_of_groups_are_on_the_day_that_the_line_over_them_names() -> None:
    draft = read(
        "SỞ CÔNG NGHIỆP\nKẾ HOẠCH\nTổ chức Hội nghị nghề gạch năm 2026\nII. NỘI DUNG\n1. Hội nghị nghề gạch\n"
        "- Thời gian: 08 giờ 00 ngày 22/5/2026.\n- Địa điểm: Hội trường Sở.\n2. Phiên kết nối\n"
        "- Thời gian: 14 giờ 00 ngày 22/5/2026.\n3. Khảo sát: sáng ngày 23/5/2026, 02 đoàn:\n"
        "a) Đoàn 1: Khu lò nung, xuất phát 6h30.\nb) Đoàn 2: Khu mỏ sét, xuất phát 7h30.\n"
    )
    starts = [t.value.start for t in draft.times if t.value.what.startswith("Đoàn")]
    assert list(map(str, starts)) == ["2026-05-23 06:30:00", "2026-05-23 07:30:00"]
    assert {s.value.day for s in draft.sessions if s.value.title.startswith("Đoàn")} == {date(2026, 5, 23)}


def test_number_without_a_hyphen_is_no_part_of_the_body() -> None:
    draft = read("ĐOÀN THANH NIÊN\nBCH HUYỆN SÔNG TRÀ\nSố: 12 KH/HĐTN-VP\nKẾ HOẠCH\nTổ chức Trại hè năm 2026\n" + WHEN)
    assert value_of(draft.issuer) == "BCH HUYỆN SÔNG TRÀ"


def test_groups_placed_on_one_line_meet_in_the_hour_of_the_line_above() -> None:
    plan = """HỘI NÔNG DÂN XÃ KHE MÂY
Số: 12/KH-HND
KẾ HOẠCH
Tổ chức Đại hội Hội Nông dân xã Khe Mây
1. Thời gian: 02 ngày, 10 và 11/6/2026.
2. Địa điểm: Nhà văn hóa xã Khe Mây.
3. Chương trình
* Ngày thứ nhất: Thứ Tư, ngày 10/6/2026
Buổi tối
- 19h00: Văn nghệ.
* Ngày thứ hai: Thứ Năm, ngày 11/6/2026 (phiên chính thức)
- 7h30: Khai mạc.
- 8h15: Thảo luận tại 03 tổ
Tổ 1: Hội trường lầu 1; Tổ 2: Phòng Đọc sách (trệt), tổ trưởng ông Lò Văn Bun; Tổ 3: Phòng Sinh hoạt (lầu 2)
- 10h00: Bế mạc.
4. Tổ chức thực hiện
- Văn phòng Hội: gửi giấy mời trước ngày 05/6/2026.
"""
    told = [(s.value.day, s.value.start, s.value.title, s.value.room, s.value.responsible) for s in read(plan).sessions]
    second = date(2026, 6, 11)
    assert told[1:-1] == [
        (second, time(7, 30), "Khai mạc", None, None),
        (second, time(8, 15), "Thảo luận tại 03 tổ", None, None),
        (second, time(8, 15), "Tổ 1", "Hội trường lầu 1", None),
        (second, time(8, 15), "Tổ 2", "Phòng Đọc sách (trệt)", "ông Lò Văn Bun"),
        (second, time(8, 15), "Tổ 3", "Phòng Sinh hoạt (lầu 2)", None),
    ]


def test_halves_on_lines_of_their_own_belong_to_the_programme_that_a_dash_opens() -> None:
    plan = """SỞ Y TẾ TỈNH KHE MÂY
Số: 12/KH-SYT
KẾ HOẠCH
Tổ chức các hoạt động kỷ niệm Ngày Thầy thuốc
I. CÁC HOẠT ĐỘNG
1. Hội nghị Khoa học
- Thời gian: 01 ngày, thứ Năm, ngày 26/02/2026.
- Địa điểm: Bệnh viện tỉnh.
- Chương trình:
Buổi sáng: Đón tiếp (7h30); Khai mạc (8h00); Báo cáo đề dẫn (8h15).
Buổi chiều: Báo cáo tại 02 tiểu ban (13h30 - 15h45); Bế mạc (16h00).
- Đại biểu dự đủ cả ngày được cấp Giấy chứng nhận.
2. Lễ kỷ niệm
- Thời gian: 8h00 ngày 27/02/2026.
- Địa điểm: Nhà hát tỉnh.
"""
    first = date(2026, 2, 26)
    told = [(s.value.day, s.value.start, s.value.title) for s in read(plan).sessions if s.value.day == first]
    assert told[-5:] == [
        (first, time(7, 30), "Đón tiếp"),
        (first, time(8), "Khai mạc"),
        (first, time(8, 15), "Báo cáo đề dẫn"),
        (first, time(13, 30), "Báo cáo tại 02 tiểu ban"),
        (first, time(16), "Bế mạc"),
    ]
