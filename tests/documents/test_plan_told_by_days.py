"""Programmes told by days, halves of them and parts, in sentences and lists without hours; groups with their heads."""

from datetime import date, time

from documents.plan.agenda_halves import tells_by_halves
from domain.plan import PlanSession
from tests.drafts import read

HEAD = "HỘI LÀM VƯỜN XÃ ĐÔNG HẢI\nKẾ HOẠCH\nTổ chức Hội nghị nghề vườn\n"


def told(text: str) -> list[PlanSession]:
    return [each.value for each in read(f"{HEAD}{text}").sessions]


def test_parts_hold_their_items_behind_their_names_in_order() -> None:
    items = told(
        "I. THỜI GIAN\n- Phiên trù bị: 14h00 ngày 05/6/2026.\n- Phiên chính thức (công khai): 7h30 ngày 06/6/2026.\n"
        "II. NỘI DUNG CÁC PHIÊN\n1. Phiên trù bị gồm các nội dung: bầu Chủ tọa, Thư ký; thông qua quy chế; chia tổ.\n"
        "2. Phiên chính thức: chào cờ; diễn văn khai mạc (đồng chí Chủ tịch Hội); bế mạc.\n"
    )
    assert [(item.day and item.day.day, item.start, item.title, item.part_of) for item in items] == [
        (5, time(14), "bầu Chủ tọa, Thư ký", "Phiên trù bị"),
        (5, None, "thông qua quy chế", "Phiên trù bị"),
        (5, None, "chia tổ", "Phiên trù bị"),
        (6, time(7, 30), "chào cờ", "Phiên chính thức (công khai)"),
        (6, None, "diễn văn khai mạc", "Phiên chính thức (công khai)"),
        (6, None, "bế mạc", "Phiên chính thức (công khai)"),
    ]
    assert items[4].responsible == "Chủ tịch Hội"


def test_lines_of_days_go_on_under_one_heading_and_end_before_what_is_said_of_all() -> None:
    items = told(
        "Lịch trình:\nNgày 1 (thứ Sáu, 05/6/2026): Sáng đi xe của Hội, xuất phát 6h00 tại trụ sở. Trưa nhận phòng và "
        "ăn trưa. Chiều xem vườn ươm (14h00 – 16h30).\nNgày 2 (thứ Bảy, 06/6/2026): Sáng tọa đàm tại Nhà văn hóa xã, "
        "từ 8h00 đến 11h00. Tối tự do.\n\nHội viên mang theo mũ nón. Tiền ăn do Hội chi.\n"
    )
    assert [(item.day and item.day.day, item.start, item.title) for item in items] == [
        (5, time(6), "Đi xe của Hội, xuất phát tại trụ sở"),
        (5, None, "Trưa nhận phòng và ăn trưa"),
        (5, time(14), "Xem vườn ươm"),
        (6, time(8), "Tọa đàm tại Nhà văn hóa xã"),
        (6, None, "Tối tự do"),
    ]


def test_a_paragraph_for_each_day_of_the_week_is_a_programme_without_a_heading() -> None:
    items = told(
        "Hội nghị diễn ra trong hai ngày, thứ Sáu 05/6 và thứ Bảy 06/6/2026, tại đình làng.\n\n"
        "Chiều thứ Sáu, 16 giờ dựng rạp; 18 giờ 30 dâng hương do ông từ Nguyễn Văn Mão chủ trì.\n\n"
        "Sáng thứ Bảy, 7 giờ rước nước quanh hồ; 9 giờ khai mạc.\n\n"
        "Buổi chiều cùng ngày thi cấy lúa: 14 giờ vòng loại, 16 giờ chung kết.\n"
    )
    assert [(item.day, item.start and item.start.hour, item.title, item.part_of) for item in items] == [
        (date(2026, 6, 5), 16, "dựng rạp", None),
        (date(2026, 6, 5), 18, "dâng hương", None),
        (date(2026, 6, 6), 7, "rước nước quanh hồ", None),
        (date(2026, 6, 6), 9, "khai mạc", None),
        (date(2026, 6, 6), 14, "vòng loại", "thi cấy lúa"),
        (date(2026, 6, 6), 16, "chung kết", "thi cấy lúa"),
    ]


def test_words_that_begin_like_a_half_of_the_day_open_none() -> None:
    assert tells_by_halves(["Sáng thăm vườn.", "Chiều họp tổ."])
    assert not tells_by_halves(["Sáng kiến hay.", "Tối thiểu 5 người.", "Chiều họp tổ."])


def test_an_item_that_begins_at_its_hour_is_told_behind_it() -> None:
    items = told(
        "1. Thời gian: 05/6/2026.\n2. Chương trình\nBuổi chiều, bắt đầu từ 13h30, các trò chơi dân gian (đập niêu) ở "
        "sân bóng; riêng thi nấu ăn tổ chức tại sảnh nhà ăn từ 14h00.\n16h30 trao giải.\n"
    )
    assert [(item.start, item.title[:14]) for item in items] == [
        (time(13, 30), "các trò chơi d"),
        (time(14), "thi nấu ăn tổ "),
        (time(16, 30), "trao giải"),
    ]


def test_what_is_said_of_a_group_has_its_name() -> None:
    facts = read(
        f"{HEAD}I. THỜI GIAN\n8h00 ngày 05/6/2026.\nII. TRANG PHỤC, LỀU TRẠI\nĐội 1. Lều số 4, cạnh giếng. Đội trưởng: "
        "anh Phùng Văn Bách.\nĐội 2. Lều số 5, cạnh ao. Đội trưởng: chị Đàm Thị Xuyến.\nIII. PHÂN CÔNG\n"
        "- Văn phòng: mời khách.\n- Kế toán: chi tiền.\n"
    ).facts
    told = {fact.text for fact in facts if "trưởng" in fact.text and fact.topic != "rest"}
    assert told == {"Đội 1 – Đội trưởng: anh Phùng Văn Bách", "Đội 2 – Đội trưởng: chị Đàm Thị Xuyến"}


LETTER = "CÔNG TY ĐẠI NAM\nTHÔNG BÁO\nV/v tổ chức Hội nghị tổng kết năm 2026\n\n"
OPENS = "Hội nghị khai mạc lúc 8h30 thứ Sáu 15/01/2027 tại Hội trường tầng 5.\n"


def test_numbers_under_a_programme_without_hours_are_its_items_and_end_before_the_next_programme() -> None:
    draft = read(
        f"{LETTER}{OPENS}\nChương trình Hội nghị:\n1. Điểm danh\n2. Báo cáo - Phó Giám đốc Đặng Hữu Phúc\n3. Bế mạc\n\n"
        "Chương trình Gala: khai tiệc; bốc thăm; trao giải ảnh đẹp.\n\nPhân công:\nVăn phòng: thuê xe.\n"
    )
    items = [item.value for item in draft.sessions]
    assert [item.title for item in items if item.part_of is None] == ["Điểm danh", "Báo cáo", "Bế mạc"]
    assert [item.title for item in items if item.part_of == "Gala"] == ["khai tiệc", "bốc thăm", "trao giải ảnh đẹp"]


def test_sentences_fix_what_is_held_in_the_evening_and_on_the_next_day() -> None:
    draft = read(
        f"{LETTER}{OPENS}Buổi tối, tiệc tất niên bắt đầu lúc 18h00 tại Trung tâm tiệc cưới Ánh Dương.\nBuổi chiều, gửi "
        "ảnh dự thi trước 16h00.\nSáng hôm sau, thứ Bảy 16/01, đoàn đi thăm cầu Bến Lội, tập trung 7h00 tại cổng Công "
        "ty, về trước 11h00.\n\nChương trình Hội nghị:\n1. Điểm danh\n2. Báo cáo\n3. Bế mạc\n"
    )
    timed = [item.value for item in draft.sessions if item.value.start]
    assert [(item.day, item.start, item.title[:14]) for item in timed] == [
        (date(2027, 1, 15), time(18), "tiệc tất niên"),
        (date(2027, 1, 16), time(7), "đoàn đi thăm c"),
    ]


def test_a_line_with_hours_that_ends_by_saying_what_it_holds_is_an_item_over_its_points() -> None:
    items = told(
        "1. Thời gian: 24/6/2026.\n2. Chương trình\nGiai đoạn 1: Chuẩn bị (7h30 - 8h45)\nGiai đoạn 2: Ứng phó (8h45 - "
        "10h15), Chỉ huy trưởng điều hành; gồm 02 tình huống:\n- Tình huống 1: gọi tàu;\n- Tình huống 2: đắp đê.\n"
        "11h30: Bế mạc\n"
    )
    assert [(item.start, item.title[:12]) for item in items] == [
        (time(7, 30), "Giai đoạn 1:"),
        (time(8, 45), "Giai đoạn 2:"),
        (None, "Tình huống 1"),
        (None, "Tình huống 2"),
        (time(11, 30), "Bế mạc"),
    ]
