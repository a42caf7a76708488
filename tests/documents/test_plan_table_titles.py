"""Titles of columns that nothing is known of, lines that name a table, and what a programme says beside its items."""

from datetime import time

from domain.plan import PlanDraft
from tests.drafts import read

PLAN = """TRƯỜNG TRUNG CẤP LÀNG NGHỀ
Số: 31/KH-TCLN
KẾ HOẠCH
Tổ chức Hội thi thợ giỏi
1. Thời gian: ngày 16 và 17/5/2026.
2. Địa điểm: khu xưởng của Trường.
3. Lịch thi
{table}
4. Tổ chức thực hiện
- Phòng Đào tạo: gửi giấy mời trước ngày 05/5/2026.
"""
BARS = """Thời gian | Nghề thi | Xưởng | Số thợ | Giám khảo
Ngày 16/5 | | | |
7h30 | Khai mạc | Hội trường | 60 | Hiệu trưởng
8h00 - 11h00 | Chạm bạc | Xưởng số 2 | 12 | Nghệ nhân Quản Văn Đúc
Ngày 17/5 | | | |
8h00 - 11h00 | Đan mây | Xưởng số 4 | 18 | Cô Lã Thị Mây"""
SPACES = """Thời gian       Nghề thi       Nơi thi          Giám khảo
8h00 - 11h00    Chạm bạc       Xưởng số 2       Nghệ nhân Quản Văn Đúc
13h30 - 16h00   Đan mây        Xưởng số 4       Cô Lã Thị Mây"""


def _read(table: str) -> PlanDraft:
    return read(PLAN.format(table=table))


def test_what_stands_behind_the_hours_is_the_item_whatever_its_column_is_called() -> None:
    draft = _read(BARS)
    assert [(s.value.start, s.value.title, s.value.room, s.value.responsible) for s in draft.sessions] == [
        (time(7, 30), "Khai mạc", "Hội trường", "Hiệu trưởng"),
        (time(8), "Chạm bạc", "Xưởng số 2", "Nghệ nhân Quản Văn Đúc"),
        (time(8), "Đan mây", "Xưởng số 4", "Cô Lã Thị Mây"),
    ]
    assert "Chạm bạc – Số thợ: 12" in [fact.text for fact in draft.facts]


def test_columns_of_spaces_too() -> None:
    read_ = [(s.value.title, s.value.room, s.value.responsible) for s in _read(SPACES).sessions]
    assert read_ == [
        ("Chạm bạc", "Xưởng số 2", "Nghệ nhân Quản Văn Đúc"),
        ("Đan mây", "Xưởng số 4", "Cô Lã Thị Mây"),
    ]


def test_hours_of_buses_make_no_programme() -> None:
    buses = "Xe | Giờ đón | Điểm đón | Lái xe\nXe 1 | 5h30 | Cầu Mây | Anh Tưởng\nXe 2 | 6h00 | Chợ Bạc | Anh Hậu"
    draft = _read(f"8h00: Khai mạc\n9h00: Chấm thi\n10h00: Trao giải\n5. Xe đưa đón\n{buses}")
    assert [s.value.title for s in draft.sessions] == ["Khai mạc", "Chấm thi", "Trao giải"]
    assert any("Xe: Xe 2 · Giờ đón: 6h00 · Điểm đón: Chợ Bạc" in fact.text for fact in draft.facts)


def test_remarks_beside_an_item_are_kept_with_it() -> None:
    draft = _read("| Giờ | Nội dung | Ghi chú |\n| 8h00 | Khai mạc | Mặc áo dài |\n| 9h00 | Chấm thi | |")
    assert [fact.text for fact in draft.facts if "áo dài" in fact.text] == ["Khai mạc – Ghi chú: Mặc áo dài"]


def test_a_line_right_above_a_table_names_it_and_two_columns_need_one_bar() -> None:
    groups = "Danh sách đội thi\nĐội | Trưởng đội\nĐội Bạc | Ông Quản Đúc\nĐội Mây | Bà Lã Mây\nĐội Gốm | Ông Vũ Sành"
    draft = _read(f"8h00: Khai mạc\n9h00: Chấm thi\n10h00: Trao giải\n5. Thành phần\n- Thợ các làng.\n{groups}")
    assert "Danh sách đội thi – Đội: Đội Mây · Trưởng đội: Bà Lã Mây" in [fact.text for fact in draft.facts]


def test_offices_in_a_table_of_work_are_units() -> None:
    table = "TT\tCơ quan\tNhiệm vụ\tThời hạn\n1\tVăn phòng Huyện\tIn thẻ\t04/5/2026\n2\tCông an xã\tTrông xe\t05/5/2026"
    draft = read(PLAN.format(table="8h00: Khai mạc").replace("- Phòng Đào tạo", f"{table}\n- Phòng Đào tạo"))
    assert {"Văn phòng Huyện", "Công an xã"} <= {unit.value.name for unit in draft.units}
