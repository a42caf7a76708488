"""Programmes as pages of congresses print them: sessions with a chair and a hall over their talks, dates, fees."""

from datetime import date, time

import pytest

from domain.plan import PlanSession, value_of
from domain.plan_programme import programme
from tests.drafts import read

HEAD = "Hội nghị Nha khoa miền Tây lần thứ III\nThời gian: 04/10/2025\nĐịa điểm: Khách sạn Sông Tiền\n"


def sessions(text: str) -> list[PlanSession]:
    return [item.value for item in read(text).sessions]


def test_chair_and_hall_above_the_talks_are_those_of_the_session() -> None:
    page = HEAD + (
        "CHƯƠNG TRÌNH HỘI NGHỊ\nTHỨ BẢY, NGÀY 04/10/2025\n08:00 - 08:20\nKhai mạc\nTS. Võ An\nHội trường Phù Sa\n"
        "PHIÊN 1: CHỈNH NHA\nChủ tọa: TS. Lý Bình\nPhòng Hoa Súng 1\n08:30 - 09:00\nKhí cụ trong suốt\nThS. Hồ Cúc\n"
        "09:00 - 09:30\nNeo chặn xương\nBS. Đỗ Dũng\nPHIÊN 2: PHỤC HÌNH\nChủ tọa: TS. Mai Én\nPhòng Hoa Súng 2\n"
        "08:30 - 09:00\nMão toàn sứ\nBS. Ngô Giang\n11:30 - 13:00\nĂn trưa\nNhà hàng Bến Xưa\n"
    )
    found = sessions(page)
    assert [(s.start, s.title, s.room, s.responsible, s.part_of) for s in found] == [
        (time(8, 0), "Khai mạc", "Hội trường Phù Sa", "TS. Võ An", None),
        (time(8, 30), "Khí cụ trong suốt", "Phòng Hoa Súng 1", "ThS. Hồ Cúc", "PHIÊN 1: CHỈNH NHA"),
        (time(9, 0), "Neo chặn xương", "Phòng Hoa Súng 1", "BS. Đỗ Dũng", "PHIÊN 1: CHỈNH NHA"),
        (time(8, 30), "Mão toàn sứ", "Phòng Hoa Súng 2", "BS. Ngô Giang", "PHIÊN 2: PHỤC HÌNH"),
        (time(11, 30), "Ăn trưa", "Nhà hàng Bến Xưa", None, None),
    ]
    blocks = {s.title: (s.responsible, s.room) for s in programme(read(page)).sessions if s.title.startswith("PHIÊN")}
    assert blocks == {
        "PHIÊN 1: CHỈNH NHA": ("TS. Lý Bình", "Phòng Hoa Súng 1"),
        "PHIÊN 2: PHỤC HÌNH": ("TS. Mai Én", "Phòng Hoa Súng 2"),
    }
    assert value_of(read(page).title) == "Hội nghị Nha khoa miền Tây lần thứ III"
    assert value_of(read(page).chair) is None, "who leads one session does not lead the whole"


def test_session_with_its_hours_in_the_heading_keeps_talks_that_have_none() -> None:
    page = HEAD + (
        "I. PHIÊN TOÀN THỂ (8h00 – 9h30, Hội trường Phù Sa)\nChủ tọa: TS. Võ An; Thư ký: CN. Tạ Yến\n"
        "1. Sâu răng học đường – TS. Lý Bình\n2. Nha chu và tim mạch – ThS. Hồ Cúc\n9h30 – 9h45: Giải lao\n"
        "II. PHIÊN CHUYÊN ĐỀ (9h45 – 11h00)\nTiểu ban 1: Trẻ em – Phòng 201\nChủ trì: BS. Đỗ Dũng\n"
        "- Răng sữa (BS. Ngô Giang)\nTiểu ban 2: Người cao tuổi – Phòng 202\nChủ trì: TS. Mai Én\n"
        "- Hàm tháo lắp (BS. La Hân)\n11h00: Bế mạc\n"
    )
    assert [(s.start, s.end, s.title, s.room, s.responsible, s.part_of) for s in sessions(page)] == [
        (None, None, "Sâu răng học đường", "Hội trường Phù Sa", "TS. Lý Bình", "PHIÊN TOÀN THỂ"),
        (None, None, "Nha chu và tim mạch", "Hội trường Phù Sa", "ThS. Hồ Cúc", "PHIÊN TOÀN THỂ"),
        (time(9, 30), time(9, 45), "Giải lao", None, None, None),
        (time(9, 45), time(11), "Tiểu ban 1: Trẻ em", "Phòng 201", "BS. Đỗ Dũng", "PHIÊN CHUYÊN ĐỀ"),
        (None, None, "Răng sữa", None, "BS. Ngô Giang", "Tiểu ban 1: Trẻ em"),
        (time(9, 45), time(11), "Tiểu ban 2: Người cao tuổi", "Phòng 202", "TS. Mai Én", "PHIÊN CHUYÊN ĐỀ"),
        (None, None, "Hàm tháo lắp", None, "BS. La Hân", "Tiểu ban 2: Người cao tuổi"),
        (time(11), None, "Bế mạc", None, None, None),
    ]
    (plenary,) = [s for s in programme(read(page)).sessions if s.title == "PHIÊN TOÀN THỂ"]
    assert (plenary.start, plenary.end, plenary.responsible) == (time(8), time(9, 30), "TS. Võ An")


def test_parts_with_hours_in_their_headings_are_a_programme_without_a_heading() -> None:
    page = (
        "NGÀY HỘI LÀNG NGHỀ\nKhi nào: Chủ nhật 07/12/2025\nỞ đâu: Sân đình làng Vạn\n"
        "PHẦN LỄ (7h30 – 9h00, sân đình)\n- Trống khai hội\n- Trao bằng nghệ nhân\n"
        "PHẦN HỘI\n9h15 – 11h00 | Thi gốm | Sân khấu tre\n11h00 – 12h00 | Cỗ làng | Nhà đa năng\nVÉ\nTrẻ em: miễn phí\n"
    )
    assert [(s.start, s.title, s.room, s.part_of) for s in sessions(page)] == [
        (None, "Trống khai hội", "sân đình", "PHẦN LỄ"),
        (None, "Trao bằng nghệ nhân", "sân đình", "PHẦN LỄ"),
        (time(9, 15), "Thi gốm", "Sân khấu tre", "PHẦN HỘI"),
        (time(11), "Cỗ làng", "Nhà đa năng", "PHẦN HỘI"),
    ]


@pytest.mark.parametrize(
    ("cells", "who", "room"),
    [
        ("Tổ lễ tân\nSảnh tầng 2", "Tổ lễ tân", "Sảnh tầng 2"),
        ("Sảnh tầng 2\nTổ lễ tân", "Tổ lễ tân", "Sảnh tầng 2"),
        ("Điều phối: TS. Lý Bình\nKhách mời: Sở Y tế, Hội Nha khoa", "TS. Lý Bình", None),
        ("Sân bóng rổ", None, "Sân bóng rổ"),
    ],
)
def test_cells_behind_an_item_tell_who_and_where_in_any_order(cells: str, who: str | None, room: str | None) -> None:
    page = HEAD + (
        f"Chương trình\nNgày 04/10/2025\n07:30 - 08:00\nMở cửa\n08:00 - 08:30\nGặp gỡ đầu giờ\n{cells}\n08:30 - 09:00\n"
        "Khai mạc\nTS. Võ An\n09:00 - 10:00\nBáo cáo đề dẫn\nLiên hệ\nCN. Tạ Yến\nĐiện thoại: 0900 123 123\n"
    )
    found = sessions(page)
    assert [s.title for s in found] == ["Mở cửa", "Gặp gỡ đầu giờ", "Khai mạc", "Báo cáo đề dẫn"]
    assert (found[1].responsible, found[1].room) == (who, room)


def test_halls_as_columns_are_rooms_whatever_they_are_called() -> None:
    page = HEAD + (
        "Chương trình\n| Giờ | Sân khấu | Phòng Lab 1 | Khu trưng bày |\n|---|---|---|---|\n"
        "| 8h00–9h00 | Ảo thuật – thầy Lê Huy | Ghép mạch – cô Vi Na | Xem mô hình |\n"
    )
    assert [(s.title, s.room, s.responsible) for s in sessions(page)] == [
        ("Ảo thuật", "Sân khấu", "thầy Lê Huy"),
        ("Ghép mạch", "Phòng Lab 1", "cô Vi Na"),
        ("Xem mô hình", "Khu trưng bày", None),
    ]


@pytest.mark.parametrize("label_first", [True, False])
def test_dates_that_matter_are_told_with_their_labels_one_cell_a_line(label_first: bool) -> None:
    pairs = [("Abstract submission", "5 January 2026"), ("Acceptance", "9 February 2026"), ("Slides", "2 May 2026")]
    pairs.append(("Conference", "14-15 May 2026"))
    cells = "\n".join("\n".join(pair if label_first else pair[::-1]) for pair in pairs)
    draft = read(f"4th Workshop on River Deltas\n\nImportant Dates\n{cells}\n\nVenue\nDelta Hall\n")
    told = [fact.text for fact in draft.facts]
    assert {"Abstract submission: 5 January 2026", "Slides: 2 May 2026"} <= set(told)
    assert (value_of(draft.starts_on), value_of(draft.ends_on)) == (date(2026, 5, 14), date(2026, 5, 15))


def test_sums_one_cell_a_line_are_told_with_who_pays_and_until_when() -> None:
    draft = read(
        HEAD + "Lệ phí tham dự\nĐối tượng\nTrước 01/9/2025\nSau 01/9/2025\nBác sĩ\n900.000 đồng\n1.200.000 đồng\n"
        "Sinh viên\nMiễn phí\n150.000 đồng\n"
    )
    assert [fact.text for fact in draft.facts if fact.topic == "budget"] == [
        "Lệ phí tham dự – Bác sĩ: Trước 01/9/2025 900.000 đồng, Sau 01/9/2025 1.200.000 đồng",
        "Lệ phí tham dự – Sinh viên: Trước 01/9/2025 Miễn phí, Sau 01/9/2025 150.000 đồng",
    ]
    assert (value_of(draft.starts_on), draft.groups) == (date(2025, 10, 4), ())


PAGE = (
    "3rd International Symposium on Mangroves (ISM 2026)\n{when}\n\nProgramme\nDay 1 - Tuesday, 9 June 2026\n"
    "08:00 - 08:30\nWelcome\nLobby\n08:30 - 10:00\nKeynote\nProf. Ada Lund\nMain Hall\n10:00 - 16:00\n"
    "Field trip to the delta\n\n"
    "Recommended Hotels\nHotel Aster (200 m), code ISM26\n\nContact\nSymposium Secretariat\nMs. Vo Ha\n"
    "Tel: +84 900 444 555\nEmail: ism@mangrove.example\n"
)


def test_what_stands_behind_the_last_item_is_no_cell_of_it() -> None:
    draft = read(PAGE.format(when="9 June 2026"))
    assert value_of(draft.title) == "3rd International Symposium on Mangroves (ISM 2026)"
    last = draft.sessions[-1].value
    assert (last.title, last.room, last.responsible) == ("Field trip to the delta", None, None)
    card = "Symposium Secretariat, Ms. Vo Ha, Tel: +84 900 444 555, Email: ism@mangrove.example"
    assert value_of(draft.contact) == card
    assert "Hotel Aster (200 m), code ISM26" in [fact.text for fact in draft.facts]


@pytest.mark.parametrize(
    "when",
    [
        "Thứ Sáu, 20/3/2026 · Nhà đa năng quận 3",
        "Ngày 20/3/2026\nTại Nhà đa năng quận 3",
    ],
)
def test_day_and_place_on_one_line_of_the_head_are_both_read(when: str) -> None:
    draft = read(f"NGÀY HỘI KHOA HỌC TRẺ\n{when}\n\n8h00: Khai mạc\n9h00: Chấm mô hình\n10h00: Trao giải\n")
    assert value_of(draft.starts_on) == date(2026, 3, 20)
    assert value_of(draft.venue) == "Nhà đa năng quận 3"


@pytest.mark.parametrize(
    ("card", "contact"),
    [
        ("Cô Hà Tiên (tổ Hóa)\nĐiện thoại: 0900 121 212", "Cô Hà Tiên (tổ Hóa), Điện thoại: 0900 121 212"),
        (
            "Ban Thư ký: CN. Tạ Yến\nZalo: 0900 121 212\n© 2026 Hội Hóa học",
            "Ban Thư ký: CN. Tạ Yến, Zalo: 0900 121 212",
        ),
        ("CN. Tạ Yến, ĐT 0900 121 212", "CN. Tạ Yến, ĐT 0900 121 212"),
    ],
)
def test_contact_over_several_lines_is_told_with_its_name(card: str, contact: str) -> None:
    draft = read(f"{HEAD}Chương trình\n8h00: Khai mạc\n9h00: Báo cáo\nThông tin liên hệ\n{card}\n")
    assert value_of(draft.contact) == contact
