"""Sessions side by side in one cell of the programme, and who gives what behind a colon."""

from datetime import date, time

from domain.plan_programme import programme
from tests.drafts import read

HEAD = """KẾ HOẠCH
Tổ chức Hội thảo Rừng ngập mặn
1. Thời gian: ngày 12/8/2026
2. Địa điểm: Nhà khách Cửa Biển
3. Chương trình
"""


def items(programme: str) -> list[tuple[str, time | None, str | None, str | None]]:
    return [(s.value.title, s.value.start, s.value.room, s.value.responsible) for s in read(HEAD + programme).sessions]


def test_sessions_below_one_another_in_the_cell_of_an_hour_are_held_at_that_hour() -> None:
    assert items("""08h00 - 08h30    Đón đại biểu
08h30 - 10h00    Phiên 1A: Cây đước (chủ tọa: TS. Mai An) - Phòng 201
                 Phiên 1B: Nuôi ngao (chủ tọa: TS. Vũ Bình) - Phòng 305
10h00 - 10h30    Giải lao
10h30 - 11h30    Bế mạc
""")[1:3] == [
        ("Phiên 1A: Cây đước", time(8, 30), "Phòng 201", "TS. Mai An"),
        ("Phiên 1B: Nuôi ngao", time(8, 30), "Phòng 305", "TS. Vũ Bình"),
    ]


def test_who_speaks_is_told_apart_behind_the_colon() -> None:
    assert items("""7h30   Chào cờ
8h00   Báo cáo sản xuất: đ/c Hà Văn Sơn – Giám đốc
8h30   Keynote 1: Prof. Anna Berg
9h00   Session 3: Policy forum (Coral Hall), moderated by Dr. Lan Vu
9h30   Workshop for students - Lagoon Room (limited to 40)
10h00  Bế mạc
""")[:5] == [
        ("Chào cờ", time(7, 30), None, None),
        ("Báo cáo sản xuất", time(8), None, "Hà Văn Sơn – Giám đốc"),
        ("Keynote 1", time(8, 30), None, "Prof. Anna Berg"),
        ("Session 3: Policy forum", time(9), "Coral Hall", "Dr. Lan Vu"),
        ("Workshop for students (limited to 40)", time(9, 30), "Lagoon Room", None),
    ]


PARTY = """I- THỜI GIAN
1- Phiên trù bị: bắt đầu từ 14 giờ, ngày 12/8/2026.
2- Phiên chính thức: bắt đầu từ 7 giờ 30 phút, ngày 13/8/2026.
II- CHƯƠNG TRÌNH
1- Phiên trù bị
- Ổn định tổ chức, phát tài liệu.
- Bầu Đoàn Thư ký.
- Duyệt văn nghệ (từ 16 giờ 30 phút).
2- Phiên chính thức
a) Buổi sáng
7 giờ 30: Chào cờ.
8 giờ 00: Báo cáo chính trị.
b) Buổi chiều
- Bầu Ban Chấp hành.
- Bế mạc lúc 16 giờ.
"""


def test_a_part_whose_first_items_have_no_hour_begins_when_the_paper_says_elsewhere() -> None:
    held = programme(read("KẾ HOẠCH\nTổ chức Đại hội Đảng bộ xã An Bình\n" + PARTY))
    parts = {s.title: s.start for s in held.sessions if any(item.parent == s.id for item in held.sessions)}
    assert parts == {
        "Phiên trù bị": time(14),
        "Phiên chính thức - Buổi sáng": None,
        "Phiên chính thức - Buổi chiều": None,
    }


def test_a_half_of_the_day_in_its_column_begins_a_row_under_the_day_of_a_merged_cell() -> None:
    table = """   Ngày       Buổi      Nội dung                     Giảng viên
   12/8       Sáng      Gieo hạt                     ThS. Mai An
              Chiều     Ươm cây                      ThS. Mai An
   13/8       Sáng      Chăm rừng                    CN. Vũ Bình
              Chiều     Kiểm tra, bế giảng
   Giờ học: sáng 7h30 - 11h00; chiều 13h30 - 16h30.
"""
    held = read(HEAD + table)
    assert [(s.value.day, s.value.title, s.value.responsible) for s in held.sessions] == [
        (date(2026, 8, 12), "Gieo hạt", "ThS. Mai An"),
        (date(2026, 8, 12), "Ươm cây", "ThS. Mai An"),
        (date(2026, 8, 13), "Chăm rừng", "CN. Vũ Bình"),
        (date(2026, 8, 13), "Kiểm tra, bế giảng", None),
    ]
    assert any("sáng 7h30 - 11h00" in fact.text for fact in held.facts)
