"""Sub-committees side by side in one table: what stands over a column is their name, room and chair."""

from datetime import date, time

import pytest

from documents.reading import read_plan
from domain.plan import PlanDraft, PlanSession
from domain.plan_programme import programme

PLAN = """HỘI LÀM VƯỜN TỈNH LAM KHÊ
Số: 12/KH-HLV
KẾ HOẠCH
Tổ chức Hội thảo cây ăn quả
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: ngày 13/3/2026 (thứ Sáu).
2. Địa điểm: Trung tâm Khuyến nông tỉnh.
II. CHƯƠNG TRÌNH
{items}
III. TỔ CHỨC THỰC HIỆN
- Văn phòng Hội: gửi giấy mời trước ngày 05/3/2026.
"""
ROWS = (
    "| 14h00 - 14h30 | Ghép mắt cam (KS. Lù A Sa) | Giá mận (ThS. Vi Thị Lả) |\n| 14h30 - 15h00 | Giải lao | Giải lao |"
)
TOLD = [
    (time(14), "Ghép mắt cam", "KS. Lù A Sa", "Phòng 201"),
    (time(14), "Giá mận", "ThS. Vi Thị Lả", "Phòng 305"),
    (time(14, 30), "Giải lao", None, None),
    (time(14, 30), "Giải lao", None, None),
]
COLUMNS = """ Giờ              Tiểu ban 1 (Phòng 201)      Tiểu ban 2 (Phòng 305)
                  Chủ trì: TS. Hà Ban         Chủ trì: TS. Đỗ Mận
                  Thư ký: CN. Lò Đào          Thư ký: CN. Tô Lê
 --------------   -------------------------   ------------------------
 14h00 - 14h30    Ghép mắt cam                Giá mận
                  (KS. Lù A Sa)               (ThS. Vi Thị Lả)
 14h30 - 15h00    Giải lao                    Giải lao
"""
HEADS = [
    "| Giờ | Tiểu ban 1 (Phòng 201) - Chủ trì: TS. Hà Ban | Tiểu ban 2 (Phòng 305) - Chủ trì: TS. Đỗ Mận |",
    "| Giờ | Tiểu ban 1 | Tiểu ban 2 |\n| Địa điểm | Phòng 201 | Phòng 305 |\n| Chủ trì | TS. Hà Ban | TS. Đỗ Mận |",
    "| Giờ | Tiểu ban 1 | Tiểu ban 2 |\n| --- | --- | --- |\n| | Phòng 201 | Phòng 305 |\n"
    "| | Chủ trì: TS. Hà Ban | Chủ trì: TS. Đỗ Mận |",
    "| Giờ | Phòng 201 - Tiểu ban 1; chủ tọa: TS. Hà Ban | Phòng 305 - Tiểu ban 2; chủ tọa: TS. Đỗ Mận |",
]


def _draft(items: str) -> PlanDraft:
    draft = read_plan("ke-hoach.txt", PLAN.format(items=items).encode())
    assert isinstance(draft, PlanDraft)
    return draft


def _read(items: str) -> list[PlanSession]:
    return [session.value for session in _draft(items).sessions]


def _wholes(items: str) -> list[tuple[str, str | None, str | None]]:
    told = programme(_draft(items))
    over = {session.parent for session in told.sessions}
    return [(s.title, s.responsible, s.room) for s in told.sessions if s.id in over]


@pytest.mark.parametrize("items", [*(f"{head}\n{ROWS}" for head in HEADS), COLUMNS])
def test_each_column_is_held_by_a_subcommittee_with_its_room_and_chair(items: str) -> None:
    assert [(s.start, s.title, s.responsible, s.room) for s in _read(items)] == TOLD
    assert _wholes(items) == [("Tiểu ban 1", "TS. Hà Ban", "Phòng 201"), ("Tiểu ban 2", "TS. Đỗ Mận", "Phòng 305")]


def test_who_else_is_named_over_a_column_is_kept() -> None:
    assert any("Thư ký: CN. Tô Lê" in fact.text for fact in _draft(COLUMNS).facts)


def test_a_topic_over_a_column_belongs_to_the_name() -> None:
    head = "| Giờ | Phân ban A: Giống cây | Phân ban B: Thị trường |"
    assert _wholes(f"{head}\n{ROWS}") == [("Phân ban A: Giống cây", None, None), ("Phân ban B: Thị trường", None, None)]


def test_halls_alone_over_columns_stay_the_rooms() -> None:
    read = _read(f"| Giờ | Hội trường A - Cam | Hội trường B - Mận |\n{ROWS}")
    assert [s.room for s in read[:2]] == ["Hội trường A - Cam", "Hội trường B - Mận"]
    assert all(s.part_of is None for s in read)


def test_a_lettered_part_behind_the_table_begins_anew() -> None:
    read = _read(
        f"B. PHIÊN TIỂU BAN\n{COLUMNS}\nC. PHIÊN BẾ MẠC (Hội trường lớn)\n"
        " 16h00 - 16h20    Báo cáo kết quả      Thư ký đoàn\n 16h20 - 16h30    Bế mạc               TS. Hà Ban"
    )
    assert [(s.start, s.title, s.responsible) for s in read[4:]] == [
        (time(16), "Báo cáo kết quả", "Thư ký đoàn"),
        (time(16, 20), "Bế mạc", "TS. Hà Ban"),
    ]


LISTED = """2. Phiên song song (14h00 - 15h30)
2.1. Tiểu ban 1: Giống cây (Phòng 201)
Chủ trì: TS. Hà Ban
- 14h00 - 14h30: Ghép mắt cam (KS. Lù A Sa)
- 14h30 - 15h00: Chiết cành bưởi
2.2. Tiểu ban 2: Thị trường (Phòng 305)
- 14h00 - 14h30: Giá mận (ThS. Vi Thị Lả)
3. Kết thúc
- 15h30 - 16h00: Tổng kết
- 16h00: Chụp ảnh"""


def test_parts_under_a_heading_with_hours_keep_their_own_items() -> None:
    read = _read(LISTED)
    assert [(s.start, s.title, s.part_of) for s in read] == [
        (time(14), "Ghép mắt cam", "Tiểu ban 1: Giống cây"),
        (time(14, 30), "Chiết cành bưởi", "Tiểu ban 1: Giống cây"),
        (time(14), "Giá mận", "Tiểu ban 2: Thị trường"),
        (time(15, 30), "Tổng kết", None),
        (time(16), "Chụp ảnh", None),
    ]
    assert [s.room for s in read[3:]] == [None, None]


ANNEX = """
PHỤ LỤC
CHƯƠNG TRÌNH HỘI THẢO NGÀY 13/3/2026
(Kèm theo Kế hoạch số 12/KH-HLV ngày 20/01/2026 của Hội Làm vườn tỉnh)

Thời gian        Nội dung                              Thực hiện

A. BUỔI SÁNG - PHIÊN TOÀN THỂ (Hội trường Hoa Ban)
8h00 - 8h30      Đón tiếp đại biểu                     Văn phòng Hội
8h30 - 9h30      Báo cáo về mùa quả và giá quả tại chợ Ông Lò Văn Đào,
                                                       Chủ tịch Hội
B. BUỔI CHIỀU - HAI TIỂU BAN
Tiểu ban 1: Giống cây ăn quả trên đất dốc (Phòng 201). Chủ trì: TS. Hà Ban
13h30 - 14h00    Ghép mắt cam                          KS. Lù A Sa
Tiểu ban 2: Thị trường quả tươi và quả sấy (Phòng 305). Chủ trì: TS. Đỗ Mận
13h30 - 14h00    Giá mận                               ThS. Vi Thị Lả
C. PHIÊN BẾ MẠC (Hội trường Hoa Ban)
15h30 - 16h00    Bế mạc                                Ông Lò Văn Đào
"""


def test_lettered_parts_and_subcommittees_stand_among_the_rows_of_one_table() -> None:
    told = [(s.title, s.responsible, s.room) for s in _read(ANNEX) if s.start]
    assert told == [
        ("Đón tiếp đại biểu", "Văn phòng Hội", "Hội trường Hoa Ban"),
        ("Báo cáo về mùa quả và giá quả tại chợ", "Ông Lò Văn Đào, Chủ tịch Hội", "Hội trường Hoa Ban"),
        ("Ghép mắt cam", "KS. Lù A Sa", "Phòng 201"),
        ("Giá mận", "ThS. Vi Thị Lả", "Phòng 305"),
        ("Bế mạc", "Ông Lò Văn Đào", "Hội trường Hoa Ban"),
    ]
    assert ("Tiểu ban 2: Thị trường quả tươi và quả sấy", "TS. Đỗ Mận", "Phòng 305") in _wholes(ANNEX)
    assert {s.day for s in _read(ANNEX)} == {date(2026, 3, 13)}


@pytest.mark.parametrize(
    "head", ["", "BẢNG GIỜ CHI TIẾT", "Thời gian        Nội dung                              Thực hiện"]
)
def test_the_paper_that_an_annex_belongs_to_tells_no_day_of_the_programme(head: str) -> None:
    annex = ANNEX.replace("A. BUỔI SÁNG - PHIÊN TOÀN THỂ (Hội trường Hoa Ban)", "I. BUỔI SÁNG")
    annex = annex.replace("B. BUỔI CHIỀU - HAI TIỂU BAN", "II. BUỔI CHIỀU").replace("C. PHIÊN", "III. PHIÊN")
    annex = annex.replace("Thời gian        Nội dung                              Thực hiện", head)
    told = PLAN.replace("II. CHƯƠNG TRÌNH\n{items}\n", "") + annex
    draft = read_plan("ke-hoach.txt", told.encode())
    assert isinstance(draft, PlanDraft)
    assert len(draft.sessions) == 5
    assert {item.value.day for item in draft.sessions} == {date(2026, 3, 13)}
