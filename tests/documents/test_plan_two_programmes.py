"""Programmes beside each other on the lines of a page, each item with an hour of its own."""

import pytest

from domain.plan import PlanSession
from tests.drafts import read

_HEAD = "KẾ HOẠCH\nNgày hội thanh niên\nThời gian: ngày 05 và 06/3/2026\nChương trình\n"
_TAIL = "Phân công\n- Đoàn trường: trang trí trước ngày 02/3/2026\n"


def told(lines: str) -> list[tuple[int | None, str, str, str | None]]:
    items = [item.value for item in read(_HEAD + lines + _TAIL).sessions]
    return [(s.day.day if s.day else None, str(s.start)[:5], s.title, _where(s)) for s in items]


def _where(session: PlanSession) -> str | None:
    return session.room or (session.within.room if session.within else None)


def test_items_under_two_heads_belong_each_to_its_own() -> None:
    lines = (
        "Ngày 05/3/2026\nLiên hoan (Hội trường A)        Hội thao (Sân bóng)\n"
        "7h30: Đón khách                 7h00: Điểm danh\n8h00: Khai mạc                  7h45: Kéo co\n"
        "10h00: Bế mạc                   11h00: Trao giải\n"
    )
    assert told(lines) == [
        (5, "07:30", "Đón khách", "Hội trường A"),
        (5, "07:00", "Điểm danh", "Sân bóng"),
        (5, "08:00", "Khai mạc", "Hội trường A"),
        (5, "07:45", "Kéo co", "Sân bóng"),
        (5, "10:00", "Bế mạc", "Hội trường A"),
        (5, "11:00", "Trao giải", "Sân bóng"),
    ]
    items = [item.value for item in read(_HEAD + lines + _TAIL).sessions]
    assert [s.within and s.within.title for s in items[:2]] == ["Liên hoan", "Hội thao"]


def test_days_beside_each_other_give_their_items_their_days() -> None:
    lines = (
        "NGÀY 05/3                       NGÀY 06/3\n7h30  Đón khách                 7h00  Tập trung\n"
        "8h00  Báo cáo của               8h00  Thi đấu\n      Ban Chấp hành\n13h30 Họp giám khảo\n"
    )
    assert told(lines) == [
        (5, "07:30", "Đón khách", None),
        (6, "07:00", "Tập trung", None),
        (5, "08:00", "Báo cáo của Ban Chấp hành", None),
        (6, "08:00", "Thi đấu", None),
        (5, "13:30", "Họp giám khảo", None),
    ]


def test_items_in_drawn_columns_of_halls_are_held_in_them() -> None:
    lines = (
        "Ngày 05/3/2026\n| Hội trường B | Sân khấu chính |\n|---|---|\n| 8h00: Tọa đàm | 7h30: Văn nghệ |\n"
        "| | 8h00: Khai mạc |\n| 9h30: Tư vấn | 11h00: Trao giải |\n"
    )
    assert [(hour, title, room) for _, hour, title, room in told(lines)] == [
        ("08:00", "Tọa đàm", "Hội trường B"),
        ("07:30", "Văn nghệ", "Sân khấu chính"),
        ("08:00", "Khai mạc", "Sân khấu chính"),
        ("09:30", "Tư vấn", "Hội trường B"),
        ("11:00", "Trao giải", "Sân khấu chính"),
    ]


def test_line_behind_both_programmes_is_held_for_all() -> None:
    lines = (
        "Ngày 05/3/2026\nLiên hoan (Hội trường A)        Hội thao (Sân bóng)\n"
        "7h30: Đón khách                 7h00: Điểm danh\n8h00: Khai mạc                  7h45: Kéo co\n"
        "17h00: Cơm chiều\n"
    )
    assert told(lines)[-1] == (5, "17:00", "Cơm chiều", None)


@pytest.mark.parametrize(
    "lines",
    [
        "| Giờ | Đội Xanh (Sân A) | Đội Đỏ (Sân B) |\n| 7h30 | Tập trung | |\n| 8h00 - 9h30 | Bóng rổ | Bơi |\n",
        "Giờ            Đội Xanh (Sân A)     Đội Đỏ (Sân B)\nNGÀY 05/3\n7h30                     Tập trung\n"
        "8h00 - 9h30    Bóng rổ              Bơi\n\n",
    ],
)
def test_columns_of_groups_called_by_names_are_told_with_them(lines: str) -> None:
    items = [item.value for item in read(_HEAD + lines + _TAIL).sessions]
    whole = [f"{s.within.title}: {s.title}" if s.within else s.title for s in items]
    assert whole == ["Tập trung", "Đội Xanh: Bóng rổ", "Đội Đỏ: Bơi"]
    assert [_where(s) for s in items] == [None, "Sân A", "Sân B"]


def test_heading_in_small_letters_behind_a_table_is_no_row_of_it() -> None:
    rows = (
        "Giờ         Khối Mầm           Khối Chồi\n7h30        Đón trẻ            Đón trẻ\n"
        "8h00        Chạy               Ném vòng\n\n"
    )
    draft = read(_HEAD + rows + _TAIL + "- Tổ Chồi: dây kéo\n")
    assert [item.value.title for item in draft.sessions] == ["Đón trẻ", "Khối Mầm: Chạy", "Khối Chồi: Ném vòng"]
    assert [unit.value.name for unit in draft.units] == ["Đoàn trường", "Tổ Chồi"]
