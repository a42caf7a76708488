"""Columns that divide a programme by days, halves, halls or groups, and tables headed by a group or a session."""

from datetime import date, time

import pytest

from domain.plan import PlanSession
from tests.drafts import read

PLAN = """HỘI NUÔI ONG TỈNH LAM KHÊ
Số: 09/KH-HNO
KẾ HOẠCH
Tổ chức lớp tập huấn nuôi ong lấy mật
1. Thời gian: 02 ngày, 13 và 14/3/2026.
2. Địa điểm: Trung tâm Khuyến nông tỉnh.
3. Nội dung, chương trình
{items}
4. Tổ chức thực hiện
- Văn phòng Hội: gửi giấy mời trước ngày 05/3/2026.
"""
FIRST, SECOND = date(2026, 3, 13), date(2026, 3, 14)


def _read(items: str) -> list[PlanSession]:
    return [session.value for session in read(PLAN.format(items=items)).sessions]


@pytest.mark.parametrize(
    "head", ["Giờ | Ngày 13/3 | Ngày 14/3", "Thời gian | Thứ Sáu (13/3) | Thứ Bảy (14/3)", "Giờ | Ngày 1 | Ngày 2"]
)
def test_a_column_for_each_day(head: str) -> None:
    table = f"| {head} |\n| 8h00 - 9h00 | Khai giảng | Chia đàn |\n| 9h00 - 10h00 | Làm cầu | - |"
    assert [(s.day, s.start, s.title) for s in _read(table)] == [
        (FIRST, time(8), "Khai giảng"),
        (SECOND, time(8), "Chia đàn"),
        (FIRST, time(9), "Làm cầu"),
    ]


def test_a_column_for_each_half_with_its_hours() -> None:
    table = (
        "| Ngày | Sáng (7h30 - 11h00) | Chiều (14h00 - 16h00) |\n| 13/3 | Khai giảng | Làm cầu |\n| 14/3 | Chia đàn | |"
    )
    assert [(s.day, s.start, s.end, s.title) for s in _read(table)] == [
        (FIRST, time(7, 30), time(11), "Khai giảng"),
        (FIRST, time(14), time(16), "Làm cầu"),
        (SECOND, time(7, 30), time(11), "Chia đàn"),
    ]


def test_a_column_for_each_group_names_it_unless_all_are_together() -> None:
    table = (
        "| Buổi | Giờ | Lớp 1 | Lớp 2 |\n| Sáng 13/3 | 8h00 | Làm cầu (KS. Lù A Vần) | Chia đàn |\n"
        "| | 10h00 | Hỏi đáp | Hỏi đáp |"
    )
    assert [(s.start, s.title, s.responsible) for s in _read(table)] == [
        (time(8), "Lớp 1: Làm cầu", "KS. Lù A Vần"),
        (time(8), "Lớp 2: Chia đàn", None),
        (time(10), "Hỏi đáp", None),
    ]


@pytest.mark.parametrize(
    "head", ["| Buổi | Giờ | Lớp | Nội dung | Phòng |", "| Ngày | Thời gian | Lớp | Chuyên đề | Phòng học |"]
)
def test_groups_in_rows_share_the_merged_hours(head: str) -> None:
    table = (
        f"{head}\n| 13/3 | 8h00 - 9h00 | Lớp 1 | Làm cầu | Phòng 1 |\n| | | Lớp 2 | Chia đàn | Phòng 2 |\n"
        "| 14/3 | | Lớp 1 | Tham quan | Trại ong |"
    )
    assert [(s.day, s.start, s.title, s.room) for s in _read(table)] == [
        (FIRST, time(8), "Lớp 1: Làm cầu", "Phòng 1"),
        (FIRST, time(8), "Lớp 2: Chia đàn", "Phòng 2"),
        (SECOND, None, "Lớp 1: Tham quan", "Trại ong"),
    ]


def test_columns_nobody_knows_leave_a_programme_one() -> None:
    table = (
        "| TT | Thời gian | Nội dung | Hình thức | Học liệu | Giảng viên |\n"
        "| 1 | 8h00 - 9h00 | Làm cầu | Trực tiếp | Tài liệu in | KS. Lù A Vần |\n"
        "| 2 | 9h00 - 9h30 | Hỏi đáp | Nhóm | Phiếu | ThS. Lò Thị Ong |"
    )
    assert [(s.start, s.title, s.responsible) for s in _read(f"Ngày 13/3/2026\n{table}")] == [
        (time(8), "Làm cầu", "KS. Lù A Vần"),
        (time(9), "Hỏi đáp", "ThS. Lò Thị Ong"),
    ]


def test_a_table_without_a_head_tells_its_days_before_the_hours() -> None:
    table = "| Sáng 13/3 | 8h00 - 9h00 | Làm cầu |\n| | 9h00 - 9h30 | Hỏi đáp |\n| Sáng 14/3 | 8h00 - 9h00 | Chia đàn |"
    assert [(s.day, s.title) for s in _read(table)] == [(FIRST, "Làm cầu"), (FIRST, "Hỏi đáp"), (SECOND, "Chia đàn")]


TABLE = "| Giờ | Nội dung |\n| 8h00 - 9h00 | {} |\n| 9h00 - 9h30 | {} |\n"


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("Lớp 1 (13/3, Phòng 301)", "Lớp 2 (13/3, Hội trường B)", "Lớp 1"),
        ("Nhóm 1 - Phòng 301", "Nhóm 2 - Hội trường B", "Nhóm 1"),
        (
            "Tiểu ban 1 - Phòng 301: Giống ong. Chủ tọa: TS. Sùng A Mật",
            "Tiểu ban 2 - Hội trường B: Mật",
            "Tiểu ban 1: Giống ong",
        ),
    ],
)
def test_a_group_or_session_over_its_table(first: str, second: str, name: str) -> None:
    items = (
        f"Ngày 13/3/2026\n{first}\n{TABLE.format('Làm cầu', 'Hỏi đáp')}{second}\n{TABLE.format('Chia đàn', 'Quay mật')}"
    )
    items += "\n| 10h00 - 10h30 | Họp chung cho các nhóm, lớp, tiểu ban |"
    found = _read(items)
    assert [(s.title, s.room) for s in found[:4]] == [
        ("Làm cầu", "Phòng 301"),
        ("Hỏi đáp", "Phòng 301"),
        ("Chia đàn", "Hội trường B"),
        ("Quay mật", "Hội trường B"),
    ]
    assert found[0].part_of == name


def test_what_is_held_for_all_groups_is_in_the_room_of_none() -> None:
    items = f"Tiểu ban 2 - Phòng 302\n{TABLE.format('Chia đàn', 'Quay mật')}"
    items += "| 10h00 - 10h30 | Giải lao (chung cho ba tiểu ban) |"
    assert [(s.title, s.room, s.part_of) for s in _read(items)][1:] == [
        ("Quay mật", "Phòng 302", "Tiểu ban 2"),
        ("Giải lao (chung cho ba tiểu ban)", None, None),
    ]


def test_a_closing_session_keeps_what_the_groups_report_in_it() -> None:
    items = f"Tiểu ban 2 - Phòng 302\n{TABLE.format('Chia đàn', 'Quay mật')}\nPHIÊN BẾ MẠC - Hội trường B\n"
    items += "| Giờ | Nội dung |\n| 10h00 - 10h30 | Báo cáo kết quả các tiểu ban |\n| 10h30 - 11h00 | Bế mạc |"
    assert [s.room for s in _read(items)] == ["Phòng 302", "Phòng 302", "Hội trường B", "Hội trường B"]


def test_a_half_of_the_day_with_the_name_of_its_part_is_over_the_items_below() -> None:
    table = """| TT | Thời gian | Nội dung | Phụ trách |
|---|---|---|---|
| A | BUỔI SÁNG | DIỄN ĐÀN (Cung Văn hóa Thiếu nhi) | |
| 1 | 8h00 - 8h15 | Khai mạc | Ông Lò Văn Bun |
| 2 | 8h15 - 9h00 | Hỏi đáp | Bà Hà Thị Lan điều hành; Sở Y tế trả lời |
| B | BUỔI CHIỀU | HỘI DIỄN (Nhà hát Lam Khê) | |
| 3 | 14h00 | Thi hát | Ban Giám khảo |"""
    told = [(s.part_of, s.title, s.room, s.responsible) for s in _read(table)]
    assert told == [
        ("DIỄN ĐÀN", "Khai mạc", "Cung Văn hóa Thiếu nhi", "Ông Lò Văn Bun"),
        ("DIỄN ĐÀN", "Hỏi đáp", "Cung Văn hóa Thiếu nhi", "Bà Hà Thị Lan điều hành; Sở Y tế trả lời"),
        ("HỘI DIỄN", "Thi hát", "Nhà hát Lam Khê", "Ban Giám khảo"),
    ]
