"""A programme over several days keeps each item on its day: day and half in columns, in headings, before the items."""

from datetime import date, time

import pytest

from domain.plan import PlanSession
from tests.drafts import read

PLAN = """HỘI LÀM VƯỜN TỈNH LAM KHÊ
Số: 07/KH-HLV
KẾ HOẠCH
Tổ chức lớp tập huấn kỹ thuật ghép cây ăn quả
1. Thời gian: 02 ngày, 13 và 14/3/2026.
2. Địa điểm: Trung tâm Khuyến nông tỉnh.
3. Nội dung, chương trình
{items}
4. Tổ chức thực hiện
- Văn phòng Hội: gửi giấy mời trước ngày 05/3/2026.
"""
FIRST, SECOND = date(2026, 3, 13), date(2026, 3, 14)
ITEMS = (
    ("s", FIRST, "8h00 - 8h30", "Khai giảng", "Chủ tịch Hội"),
    ("s", FIRST, "8h30 - 10h00", "Chọn gốc ghép", "KS. Vàng Seo Lù"),
    ("c", FIRST, "14h00 - 16h00", "Ghép mắt", "KS. Vàng Seo Lù"),
    ("s", SECOND, "8h00 - 9h30", "Ghép cành", "ThS. Lù Thị Mận"),
    ("s", SECOND, "9h30 - 10h00", "Bế giảng", "Chủ tịch Hội"),
)
TAKEN = [
    (FIRST, time(8), time(8, 30), "Khai giảng", "Chủ tịch Hội"),
    (FIRST, time(8, 30), time(10), "Chọn gốc ghép", "KS. Vàng Seo Lù"),
    (FIRST, time(14), time(16), "Ghép mắt", "KS. Vàng Seo Lù"),
    (SECOND, time(8), time(9, 30), "Ghép cành", "ThS. Lù Thị Mận"),
    (SECOND, time(9, 30), time(10), "Bế giảng", "Chủ tịch Hội"),
]


def _read(items: str) -> list[PlanSession]:
    draft = read(PLAN.format(items=items))
    return [session.value for session in draft.sessions]


def _taken(items: str) -> list[tuple[date | None, time | None, time | None, str, str | None]]:
    return [(s.day, s.start, s.end, s.title, s.responsible) for s in _read(items)]


ONE_COLUMN = {
    "half and date": ("Buổi", ("Sáng 13/3", "Chiều 13/3", "Sáng 14/3")),
    "half and date in full": ("Ngày/Buổi", ("Sáng ngày 13/3/2026", "Chiều ngày 13/3/2026", "Sáng ngày 14/3/2026")),
    "half and weekday": ("Buổi học", ("Sáng thứ Sáu", "Chiều thứ Sáu", "Sáng thứ Bảy")),
    "date and half": ("Ngày", ("13/3 (sáng)", "13/3 (chiều)", "14/3 (sáng)")),
    "number and half": ("Ngày, buổi", ("Ngày 1 - Sáng", "Ngày 1 - Chiều", "Ngày 2 - Sáng")),
    "time and hours": ("Thời gian", ("Sáng 13/3", "Chiều 13/3", "Sáng 14/3")),
}


@pytest.mark.parametrize("above", ["", '"', "nt"])
@pytest.mark.parametrize("named", ONE_COLUMN)
def test_a_merged_cell_gives_its_day_to_the_rows_under_it(named: str, above: str) -> None:
    head, cells = ONE_COLUMN[named]
    when = (cells[0], above, cells[1], cells[2], above)
    rows = [f"| {cell} | {c} | {t} | {w} |" for cell, (_, _, c, t, w) in zip(when, ITEMS, strict=True)]
    assert _taken("\n".join([f"| {head} | Giờ | Nội dung | Giảng viên |", *rows])) == TAKEN


TWO_COLUMNS = {
    "date": ("Ngày", ("13/3", "14/3")),
    "weekday": ("Thứ", ("Thứ 6", "Thứ 7")),
    "weekday and date": ("Thứ, ngày", ("Thứ Sáu, 13/3/2026", "Thứ Bảy, 14/3/2026")),
    "number": ("Ngày học", ("Ngày thứ nhất", "Ngày thứ hai")),
}


@pytest.mark.parametrize("bar", [" | ", "\t"])
@pytest.mark.parametrize("named", TWO_COLUMNS)
def test_the_day_and_the_half_in_columns_of_their_own(named: str, bar: str) -> None:
    head, (first, second) = TWO_COLUMNS[named]
    when = ((first, "Sáng"), ("", ""), ("", "Chiều"), (second, "Sáng"), ("", ""))
    rows = [bar.join((*cells, c, t, w)) for cells, (_, _, c, t, w) in zip(when, ITEMS, strict=True)]
    lines = [bar.join((head, "Buổi", "Khung giờ", "Chuyên đề", "Giảng viên")), *rows]
    assert _taken("\n".join(f"| {line} |" if "|" in bar else line for line in lines)) == TAKEN


def test_a_day_holds_to_the_end_of_its_table_only() -> None:
    items = (
        "| Ngày | Giờ | Nội dung |\n| 14/3 | 8h00 | Ghép cành |\n\n"
        "| Giờ | Nội dung |\n| 9h00 | Chấm bài |\n| 10h00 | Trao thưởng |"
    )
    assert [s.day for s in _read(items)] == [SECOND, None, None]


@pytest.mark.parametrize("halves", [("+ Buổi sáng", "+ Buổi chiều"), ("* SÁNG:", "* CHIỀU:"), ("Sáng", "Chiều")])
@pytest.mark.parametrize(
    "days", [("- Ngày 1", "- Ngày 2"), ("Thứ Sáu", "Thứ Bảy"), ("- Ngày thứ nhất:", "- Ngày thứ hai:")]
)
def test_days_and_halves_alone_on_their_lines_are_no_items(days: tuple[str, str], halves: tuple[str, str]) -> None:
    morning, afternoon = halves
    heads = ((days[0], morning), (), (afternoon,), (days[1], morning), ())
    lines = [line for head, (_, _, c, t, w) in zip(heads, ITEMS, strict=True) for line in (*head, f"{c}: {t} – {w}")]
    assert _taken("\n".join(lines)) == TAKEN


def test_items_behind_their_day_on_one_line() -> None:
    items = (
        "13/3 (sáng): 8h00 - 8h30: Khai giảng (Chủ tịch Hội); 8h30 - 10h00: Chọn gốc ghép (KS. Vàng Seo Lù).\n"
        "13/3 (chiều): 14h00 - 16h00: Ghép mắt (KS. Vàng Seo Lù).\n"
        "14/3 (sáng): 8h00 - 9h30: Ghép cành (ThS. Lù Thị Mận); 9h30 - 10h00: Bế giảng (Chủ tịch Hội)."
    )
    assert _taken(items) == TAKEN


def test_the_room_told_last_is_no_part_of_the_title() -> None:
    items = (
        "- 8h00: Khai giảng (Chủ tịch Hội), tại Phòng máy 205.\n- 9h00: Ghép mắt, tại Hội trường B.\n- 10h00: Bế giảng."
    )
    assert [(s.title, s.responsible, s.room) for s in _read(items)] == [
        ("Khai giảng", "Chủ tịch Hội", "Phòng máy 205"),
        ("Ghép mắt", None, "Hội trường B"),
        ("Bế giảng", None, None),
    ]


@pytest.mark.parametrize("marks", [("a) ", "b) ", "c) "), ("1. ", "2. ", "3. "), ("+ ", "+ ", "+ ")])
def test_halves_that_name_what_is_held_in_them_head_their_items(marks: tuple[str, str, str]) -> None:
    items = (
        f"{marks[0]}Buổi sáng\n- Khai giảng (8h00).\n- Ăn trưa tại nhà ăn (11h30).\n"
        f"{marks[1]}Buổi chiều - Phần thực hành\n- Ghép mắt (14h00).\n"
        f"{marks[2]}Buổi tối: GIAO LƯU\n- Lửa trại (19h30)."
    )
    assert [(s.start, s.title) for s in _read(f"Ngày 13/3/2026\n{items}")] == [
        (time(8), "Khai giảng"),
        (time(11, 30), "Ăn trưa tại nhà ăn"),
        (time(14), "Ghép mắt"),
        (time(19, 30), "Lửa trại"),
    ]
