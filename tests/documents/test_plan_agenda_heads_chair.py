"""Who is in the chair of half a day, told behind its heading."""

import pytest

from domain.plan_programme import programme
from tests.drafts import read


@pytest.mark.parametrize(
    "heading",
    [
        "Buổi sáng - Chủ trì: Bà Lê Thị Xuân",
        "Buổi sáng. Chủ trì: Bà Lê Thị Xuân",
        "Buổi sáng (Chủ trì: Bà Lê Thị Xuân)",
    ],
)
def test_chair_behind_the_name_of_a_half_day_leads_it_and_is_no_part_of_the_name(heading: str) -> None:
    draft = read(
        "KẾ HOẠCH\nTổ chức Hội nghị tập huấn thống kê\nI. THỜI GIAN: 05 và 06/3/2026\nII. CHƯƠNG TRÌNH\n"
        f"1. Ngày thứ nhất (05/3/2026)\na) {heading}\n- 8h00: Khai mạc\n- 8h30: Điều tra dân số\n"
        "2. Ngày thứ hai (06/3/2026)\na) Buổi sáng\n- 8h00: Thực hành\n- 11h00: Bế mạc\n"
    )
    parts = [(s.title, s.responsible) for s in programme(draft).sessions if s.start is None]
    assert parts == [("Ngày thứ nhất - Buổi sáng", "Bà Lê Thị Xuân"), ("Ngày thứ hai - Buổi sáng", None)]


def test_halves_of_days_that_only_a_date_names_are_told_apart_by_it() -> None:
    draft = read(
        "KẾ HOẠCH\nTổ chức Hội nghị tập huấn thống kê\nI. THỜI GIAN: 05 và 06/3/2026\nII. CHƯƠNG TRÌNH\n"
        "Ngày 05/3/2026\nBuổi sáng - Chủ trì: Bà Xuân\n- 8h00: Khai mạc\n- 8h30: Điều tra dân số\n"
        "Ngày 06/3/2026\nBuổi sáng - Chủ trì: Ông Hùng\n- 8h00: Thực hành\n- 11h00: Bế mạc\n"
    )
    assert [(s.responsible, s.day and s.day.day) for s in programme(draft).sessions if s.start is None] == [
        ("Bà Xuân", 5),
        ("Ông Hùng", 6),
    ]
