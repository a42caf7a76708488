"""Items of one line with an hour each behind them, and both ends of an item told apart."""

from datetime import time

from tests.drafts import read

PLAN = """XÃ BẾN LAU
KẾ HOẠCH
Tổ chức Ngày hội gạo Bến Lau
I. THỜI GIAN: ngày 12/12/2026. Địa điểm: Sân đình Bến Lau.
II. CHƯƠNG TRÌNH
Buổi sáng
- Tập trung các đội (6g30); múa lân (6g50);
- Khai mạc (7g15);
- Thi giã gạo bắt đầu lúc 8g00, kết thúc lúc 9g40.
- Phát biểu của xã (9g45); trao giải (10g00).
"""


def test_each_clause_with_an_hour_behind_it_is_an_item_and_both_ends_are_read() -> None:
    draft = read(PLAN)
    items = [(each.value.title, each.value.start, each.value.end) for each in draft.sessions]
    assert [(title, start) for title, start, _ in items] == [
        ("Tập trung các đội", time(6, 30)),
        ("múa lân", time(6, 50)),
        ("Khai mạc", time(7, 15)),
        ("Thi giã gạo", time(8)),
        ("Phát biểu của xã", time(9, 45)),
        ("trao giải", time(10)),
    ]
    assert items[3][2] == time(9, 40)
