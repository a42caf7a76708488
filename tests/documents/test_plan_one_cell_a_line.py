"""Tables that a copied page gives one cell a line, under titles that tell what the cells are."""

from datetime import time

import pytest

from domain.plan import PlanDraft
from tests.drafts import read

PLAN = """CÔNG TY CHÈ SHAN LŨNG PHÌN
KẾ HOẠCH
Tổ chức Hội nghị khách hàng
1. Thời gian
Thứ Sáu ngày 22/5/2026
2. Địa điểm
Khách sạn Mây, 12 đường Trần Phú
3. Chương trình
{table}
4. Xe đưa đón
Xe
Biển số
Giờ đón
Lái xe
Xe 1
23B-123.45
05:45
Anh Tưởng
Xe 2
23B-456.78
06:10
Anh Hầu
5. Phân công
Phòng Bán hàng: gửi thư mời trước ngày 05/5/2026.
"""
NUMBERED = """TT
Giờ
Nội dung
Địa điểm
Phụ trách
1
07:30 - 08:00
Đón khách
Sảnh lớn
Phòng Bán hàng
2
08:00 - 09:00
Giới thiệu vụ chè xuân
Phòng Shan
Bà Giàng Thị Mỷ
3
09:00 - 09:20
Nghỉ giữa giờ
Sảnh lớn

4
09:20 - 11:00
Đối thoại
Phòng Shan
Ban Giám đốc"""


def _read(table: str) -> PlanDraft:
    return read(PLAN.format(table=table))


def _items(draft: PlanDraft) -> list[tuple[str, str | None, str | None]]:
    return [(s.value.title, s.value.room, s.value.responsible) for s in draft.sessions]


@pytest.mark.parametrize("table", [NUMBERED, NUMBERED.replace("Sảnh lớn\n\n", "Sảnh lớn\n")])
def test_each_line_is_what_the_title_of_its_column_says(table: str) -> None:
    draft = _read(table)
    assert _items(draft) == [
        ("Đón khách", "Sảnh lớn", "Phòng Bán hàng"),
        ("Giới thiệu vụ chè xuân", "Phòng Shan", "Bà Giàng Thị Mỷ"),
        ("Nghỉ giữa giờ", "Sảnh lớn", None),
        ("Đối thoại", "Phòng Shan", "Ban Giám đốc"),
    ]
    assert (draft.sessions[3].value.start, draft.sessions[3].value.end) == (time(9, 20), time(11))


def test_parts_of_the_day_head_the_rows_below_and_a_hall_under_who_is_a_place() -> None:
    table = "Thời gian\nNội dung\nPhụ trách\nBuổi sáng\n8h00\nKhai mạc\nÔng Vừ\nBuổi chiều\n2h00\nĂn chè\nNhà ăn khu B"
    draft = _read(table)
    assert _items(draft) == [("Khai mạc", None, "Ông Vừ"), ("Ăn chè", "Nhà ăn khu B", None)]
    assert [s.value.start for s in draft.sessions] == [time(8), time(14)]


def test_work_behind_the_last_row_is_no_part_of_the_programme() -> None:
    text = PLAN.format(table=NUMBERED).replace("4. Xe đưa đón", "Phân công chuẩn bị:\nBếp trưởng: nấu nước.\n4. Xe")
    assert len(read(text).sessions) == 4


def test_rows_of_a_list_keep_their_titles() -> None:
    told = [fact.text for fact in _read(NUMBERED).facts if "Xe: Xe" in fact.text]
    assert told == [
        "Xe đưa đón – Xe: Xe 1 · Biển số: 23B-123.45 · Giờ đón: 05:45 · Lái xe: Anh Tưởng",
        "Xe đưa đón – Xe: Xe 2 · Biển số: 23B-456.78 · Giờ đón: 06:10 · Lái xe: Anh Hầu",
    ]


def test_groups_with_a_topic_lead_nothing() -> None:
    draft = _read("8h00: Đón khách\n9h00: Tọa đàm – Nhóm A: Bán chè trên mạng\n10h00: Bế mạc")
    assert draft.sessions[1].value.responsible is None


def test_rows_of_a_list_that_nothing_counts_are_told_by_a_column_of_figures() -> None:
    text = PLAN.format(table=NUMBERED).replace(
        "5. Phân công",
        "5. Giấy mời\nĐơn vị\nSố giấy\nNơi nghỉ\nXã Lũng Phìn\n25\nNhà khách\nXã Sủng Là\n30\nTự túc\n6. Phân công",
    )
    told = [fact.text for fact in read(text).facts if "Số giấy" in fact.text]
    assert told == [
        "Giấy mời – Đơn vị: Xã Lũng Phìn · Số giấy: 25 · Nơi nghỉ: Nhà khách",
        "Giấy mời – Đơn vị: Xã Sủng Là · Số giấy: 30 · Nơi nghỉ: Tự túc",
    ]


def test_the_last_row_of_a_counted_list_may_have_a_name_of_its_own() -> None:
    text = PLAN.format(table=NUMBERED).replace("5. Phân công", "Xe bếp\n23B-001.02\n04:30\nChị Mỷ\n5. Phân công")
    assert any("Xe: Xe bếp · Biển số: 23B-001.02" in fact.text for fact in read(text).facts)
