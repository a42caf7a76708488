"""What is held at one time, where an item is held, and the meeting of the whole among those of its parts."""

from datetime import date, time

import pytest

from domain.plan import PlanSession
from tests.drafts import read

HEAD = "KẾ HOẠCH\nTổ chức Hội thảo nuôi trồng thủy sản\nI. THỜI GIAN, ĐỊA ĐIỂM\n"
WHOLE = HEAD + "- Thời gian: 8h00 ngày 12/9/2026\n- Địa điểm: Trường Cao đẳng Thủy sản\nII. CHƯƠNG TRÌNH\n"
DAY = date(2026, 9, 12)


def programme(lines: str) -> list[PlanSession]:
    return [each.value for each in read(f"{WHOLE}{lines}\n16h00: Bế mạc\n").sessions]


def test_parts_of_what_is_held_at_once_have_its_hours_and_their_own_rooms_and_chairs() -> None:
    whole = "Các tiểu ban họp song song, đợt 1"
    first, second, last = programme(
        f"13h30 – 15h00: {whole}\n+ Tiểu ban 1: Giống (Phòng C3.201; PGS.TS. Đỗ Minh Hằng chủ trì)\n"
        "+ Tiểu ban 2: Thức ăn (TS. Trần Quốc Bảo chủ trì; Hội trường tầng 2)"
    )
    assert first == PlanSession(
        title="Tiểu ban 1: Giống",
        day=DAY,
        start=time(13, 30),
        end=time(15),
        room="Phòng C3.201",
        responsible="PGS.TS. Đỗ Minh Hằng",
        part_of=whole,
    )
    assert (second.start, second.room, second.responsible) == (time(13, 30), "Hội trường tầng 2", "TS. Trần Quốc Bảo")
    assert last.title == "Bế mạc"


@pytest.mark.parametrize(
    "lines",
    [
        "14h00 - 15h30: 03 tiểu ban họp song song\nTiểu ban 1: Kinh tế (Phòng 301)\nTiểu ban 2: Du lịch (Phòng 302)",
        "14h00 - 15h30: Các phiên chuyên đề diễn ra đồng thời\n- Phiên A: Giống (Hội trường A)\n- Phiên B: Thức ăn",
        "14h00 - 15h30: Parallel sessions\n- Session A: Mapping (Room 1)\n- Session B: Tides (Room 2)",
    ],
)
def test_line_that_only_says_that_parts_are_held_at_once_is_no_item_beside_them(lines: str) -> None:
    assert [(item.start, item.end) for item in programme(lines)[:-1]] == [(time(14), time(15, 30))] * 2


def test_groups_in_rooms_of_their_own_begin_with_the_line_above_them() -> None:
    items = programme("10h15: Thảo luận tổ\n- Tổ 1: Lồng bè (Phòng 101)\n- Tổ 2: Chế biến (Phòng 102)")
    assert [(item.title, item.start) for item in items[:3]] == [
        ("Thảo luận tổ", time(10, 15)),
        ("Tổ 1: Lồng bè", time(10, 15)),
        ("Tổ 2: Chế biến", time(10, 15)),
    ]


def test_talks_of_one_session_follow_each_other() -> None:
    items = programme("10h15: Phiên song song 1: Dữ liệu\n- Tham luận 1: Sở A\n- Tham luận 2: Sở B")
    assert [item.start for item in items[:3]] == [time(10, 15), None, None]


@pytest.mark.parametrize(
    ("line", "title", "room"),
    [
        ("11h30: Ăn trưa (Nhà ăn sinh viên, tầng 2)", "Ăn trưa (Nhà ăn sinh viên, tầng 2)", "Nhà ăn sinh viên, tầng 2"),
        ("18h00: Giao lưu (Nhà hàng Bến Thuyền, số 3 đường Bờ)", "Giao lưu", "Nhà hàng Bến Thuyền, số 3 đường Bờ"),
        ("Liên hoan (17h15, Nhà ăn Bệnh viện)", "Liên hoan", "Nhà ăn Bệnh viện"),
        ("7h00: Dâng hương (Nghĩa trang liệt sĩ huyện)", "Dâng hương", "Nghĩa trang liệt sĩ huyện"),
        ("9h00: Họp báo (Nhà báo Trần Lan)", "Họp báo", None),
    ],
)
def test_place_alone_in_brackets_behind_an_item_is_where_it_is_held(line: str, title: str, room: str | None) -> None:
    assert [(item.title, item.room) for item in programme(line)[:1]] == [(title, room)]


def test_who_speaks_from_afar_is_named_without_the_way() -> None:
    assert programme("9h30: Báo cáo mời (Prof. Anna Lindqvist, qua Zoom)")[0].responsible == "Prof. Anna Lindqvist"


@pytest.mark.parametrize(
    "lines",
    [
        "1. Hội nghị cấp khoa, phòng: từ ngày 05/9/2026 đến hết ngày 08/9/2026, tại từng đơn vị.\n"
        "2. Hội nghị toàn Viện: 8h00 ngày 12/9/2026.\nĐịa điểm: Hội trường A.\n",
        "1. Hội nghị cấp tổ: ngày 05/9/2026, tại phòng họp các tổ.\n"
        "2. Hội nghị cấp trường: 7h30 ngày 12/9/2026, tại Hội trường A.\n",
        "1. Họp trù bị: 14h00 ngày 10/9/2026, tại Phòng họp số 2.\n"
        "2. Hội nghị chính thức: 8h00 ngày 12/9/2026.\nĐịa điểm: Hội trường A.\n",
    ],
)
def test_day_and_place_are_those_of_the_whole_and_not_of_the_meetings_before_it(lines: str) -> None:
    draft = read(HEAD + lines)
    assert draft.venue is not None and draft.venue.value == "Hội trường A"
    assert draft.starts_on is not None and draft.starts_on.value == DAY


def test_half_of_the_day_is_called_by_what_is_held_in_it() -> None:
    draft = read(
        f"{HEAD}1. Thời gian: 01 ngày, thứ Bảy, ngày 12/9/2026.\n"
        "- Buổi sáng, từ 7 giờ 00: tham quan mô hình.\n- Buổi chiều, từ 13 giờ 30 phút: Hội nghị tổng kết.\n"
    )
    assert [told.value.what for told in draft.times] == ["tham quan mô hình", "Hội nghị tổng kết"]


def test_room_named_over_items_with_one_cell_a_line_is_where_they_are_held() -> None:
    items = programme(
        "NGÀY 12/9/2026 - Hội trường Sóng Biển\n08h00 - 08h30\nKhai mạc\nBan Tổ chức\n"
        "Phòng San Hô: Giống và thức ăn\n08h30 - 09h30\nTrình bày 06 đề tài về giống\nĐDCKI. Phạm Quốc Việt\n"
        "Phòng Đước: Chế biến\n08h30 - 09h30\nTrình bày 05 đề tài chế biến\nThS. Bùi Thị Hường\n"
        "Hội trường Sóng Biển\n09h30 - 10h00\nĂn nhẹ\nBan Tổ chức"
    )
    assert [(item.title, item.room, item.part_of) for item in items[:4]] == [
        ("Khai mạc", "Hội trường Sóng Biển", None),
        ("Trình bày 06 đề tài về giống", "Phòng San Hô", "Giống và thức ăn"),
        ("Trình bày 05 đề tài chế biến", "Phòng Đước", "Chế biến"),
        ("Ăn nhẹ", "Hội trường Sóng Biển", None),
    ]
    assert items[1].responsible == "ĐDCKI. Phạm Quốc Việt"


def test_hall_alone_behind_an_item_is_its_last_cell() -> None:
    items = programme("08h00\nĐăng ký\nSảnh C2\n08h30\nKhai mạc\nHội trường lớn")
    assert [(item.title, item.room) for item in items[:2]] == [("Đăng ký", "Sảnh C2"), ("Khai mạc", "Hội trường lớn")]


def test_meal_of_an_evening_is_held_where_its_sentence_says() -> None:
    told = programme("Tối 12/9 Trường mời cơm tại Nhà hàng Sông Hiếu: 17h30 đón khách; 18h00 dùng cơm")[:2]
    assert [(s.start, s.room) for s in told] == [
        (time(17, 30), "Nhà hàng Sông Hiếu"),
        (time(18), "Nhà hàng Sông Hiếu"),
    ]


def test_rooms_of_groups_without_a_colon_are_where_it_is_held_and_nobody_in_charge() -> None:
    (item, _) = programme("9h45: Thảo luận tại 3 tổ (Tổ 1 phòng 11; Tổ 2 phòng 12; Tổ 3 phòng 13)")
    assert (item.title, item.responsible) == ("Thảo luận tại 3 tổ", None)
    assert item.room == "Tổ 1 phòng 11; Tổ 2 phòng 12; Tổ 3 phòng 13"


def test_hall_behind_a_half_of_the_day_and_rooms_of_groups_under_its_item() -> None:
    told = programme(
        "Sáng, Hội trường Viện, chủ trì: TS. Lò Văn Ón\n8h00 - 9h00: Giống ngô mới\n         ThS. Vàng Thị Mỷ\n"
        "Chiều, phòng 31 và phòng 32\n13h30 - 15h00: Thảo luận nhóm\nNhóm 1 (phòng 31): chọn đất\n"
        "Nhóm 2 (phòng 32): bón phân"
    )
    assert [(s.title, s.start, s.room, s.responsible) for s in told[:2]] == [
        ("Giống ngô mới", time(8), "Hội trường Viện", "ThS. Vàng Thị Mỷ"),
        ("Thảo luận nhóm", time(13, 30), "phòng 31 và phòng 32", None),
    ]
    assert [(s.title, s.start, s.room) for s in told[2:4]] == [
        ("Nhóm 1: chọn đất", time(13, 30), "phòng 31"),
        ("Nhóm 2: bón phân", time(13, 30), "phòng 32"),
    ]


def test_groups_of_a_table_sit_in_the_hours_of_its_heading_with_their_rooms_and_leaders() -> None:
    whole, first, second, last = programme(
        "1. Buổi chiều - Thảo luận nhóm, từ 13h30 đến 15h00 (hai nhóm họp cùng lúc)\n"
        "Nhóm | Nội dung | Phòng | Nhóm trưởng | Thành phần\n"
        "Nhóm 1 | Con giống | Phòng 201 | Trưởng trại Hà Văn Sứ | Các trại giống\n"
        "Nhóm 2 | Bệnh tôm | Phòng 305 | TS. Lại Thu Cúc | Chi cục Thú y"
    )
    assert (whole.title, whole.start, whole.end) == ("Thảo luận nhóm (hai nhóm họp cùng lúc)", time(13, 30), time(15))
    assert (first.title, first.start, first.room) == ("Nhóm 1: Con giống", time(13, 30), "Phòng 201")
    assert (second.room, second.responsible, second.part_of) == ("Phòng 305", "TS. Lại Thu Cúc", whole.title)
    assert last.title == "Bế mạc"


def test_row_that_names_a_hall_places_what_stands_under_it() -> None:
    items = programme(
        "Giờ | Nội dung | Người trình bày\nHỘI TRƯỜNG A | |\n13h30 - 15h00 | Phiên A1: Tôm | ThS. Ngô Thị Na\n"
        "HỘI TRƯỜNG B | |\n13h30 - 15h00 | Phiên B1: Cá | ThS. Lê Văn Tám\n15h00 | Giao lưu | "
    )
    assert [item.room for item in items] == ["HỘI TRƯỜNG A", "HỘI TRƯỜNG B", "HỘI TRƯỜNG B", None]


def test_line_with_the_chair_stands_between_a_session_and_its_table() -> None:
    rows = "Giờ | Nội dung | Người trình bày\n13h30 - 14h00 | {} | ThS. Ngô Thị Na\n"
    items = programme(
        "1. Phiên tiểu ban (hai tiểu ban họp song song)\nTiểu ban 1: Chế biến – phòng B2.304\n"
        f"Chủ tọa: TS. Lê Vinh; Thư ký: ThS. Thu Trang\n{rows.format('Sấy cá')}"
        f"Tiểu ban 2: Môi trường – phòng B2.306\nChủ tọa: TS. Võ Trọng\n{rows.format('Nước thải')}"
    )
    assert [(item.room, item.part_of) for item in items[:2]] == [
        ("phòng B2.304", "Tiểu ban 1: Chế biến"),
        ("phòng B2.306", "Tiểu ban 2: Môi trường"),
    ]
    assert [item.within.responsible for item in items[:2] if item.within] == ["TS. Lê Vinh", "TS. Võ Trọng"]


@pytest.mark.parametrize("behind", [": ", "     "])
def test_hall_over_timed_lines_places_them_and_its_chair_leads_them(behind: str) -> None:
    items = programme(
        f"Hội trường A: Nuôi tôm (Chủ tọa: TS. Lê Vy)\n13h30 - 14h10{behind}Chọn giống\n14h10 - 15h00{behind}Thức ăn\n"
        f"Hội trường B: Nuôi cá (Chủ tọa: ThS. Ngô Ân)\n13h30 - 14h10{behind}Cho cá đẻ\n14h10{behind}Bán cá"
    )
    timed = [(item.room, item.part_of) for item in items if item.start]
    assert timed == [("Hội trường A", "Nuôi tôm")] * 2 + [("Hội trường B", "Nuôi cá")] * 2 + [(None, None)]
    assert {item.within.responsible for item in items if item.within} == {"TS. Lê Vy", "ThS. Ngô Ân"}


def test_single_hall_with_a_colon_over_timed_lines_opens_no_part() -> None:
    items = programme("Hội trường A: Nuôi tôm\n13h30 - 14h10: Chọn giống\n14h10 - 15h00: Thức ăn\n")
    assert {item.part_of for item in items if item.start} == {None}
