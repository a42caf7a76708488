"""An item of the programme names its room and who has it in hand in many forms; its title swallows neither."""

import pytest

from documents.reading import read_plan
from domain.plan import PlanDraft

PLAN = """XÃ PÀ HU
Số: 03/KH-UBND
KẾ HOẠCH
Tổ chức Ngày hội hoa ban
I. THỜI GIAN: ngày 15/3/2026.
II. ĐỊA ĐIỂM: trung tâm xã Pà Hu.
III. CHƯƠNG TRÌNH
{items}
IV. TỔ CHỨC THỰC HIỆN
- Văn phòng: gửi giấy mời trước ngày 05/3/2026.
"""


def _read(item: str) -> tuple[str, str | None, str | None]:
    items = f"- 7h00: Đón khách.\n- {item}\n- 10h00: Bế mạc."
    draft = read_plan("ke-hoach.txt", PLAN.format(items=items).encode())
    assert isinstance(draft, PlanDraft)
    assert len(draft.sessions) == 3
    session = draft.sessions[1].value
    return session.title, session.responsible, session.room


@pytest.mark.parametrize(
    ("item", "taken"),
    [
        ("8h00 - 9h00 tại Nhà đa năng: Thi gói bánh (Hội Phụ nữ xã)", ("Thi gói bánh", "Hội Phụ nữ xã", "Nhà đa năng")),
        ("8h00, tại sân vận động: Kéo co.", ("Kéo co", None, "sân vận động")),
        ("Kéo co: 8h00 - 9h00, tại Sân vận động xã.", ("Kéo co", None, "Sân vận động xã")),
        ("Kéo co (8h00), Sân vận động xã.", ("Kéo co", None, "Sân vận động xã")),
        ("8h00: Kéo co, Sân vận động xã", ("Kéo co", None, "Sân vận động xã")),
        ("8h00: Kéo co, tại Trường THCS Pà Hu", ("Kéo co", None, "Trường THCS Pà Hu")),
        ("8h00: Kéo co – Sân vận động xã – Tổ Trọng tài", ("Kéo co", "Tổ Trọng tài", "Sân vận động xã")),
        ("8h00: Kéo co – Đoàn xã – Sân vận động xã", ("Kéo co", "Đoàn xã", "Sân vận động xã")),
        ("8h00: Kéo co. Người thực hiện: Đoàn xã. Địa điểm: sau chợ.", ("Kéo co", "Đoàn xã", "sau chợ")),
        (
            "8h00: Ăn trưa tại nhà ăn trường bán trú",
            ("Ăn trưa tại nhà ăn trường bán trú", None, "nhà ăn trường bán trú"),
        ),
    ],
)
def test_the_room_and_the_person_are_told_apart_from_the_item(
    item: str, taken: tuple[str, str | None, str | None]
) -> None:
    assert _read(item) == taken


@pytest.mark.parametrize(
    "title",
    [
        "Trang trí khánh tiết, hội trường",
        "Tham quan vườn ươm, Nhà văn hóa thôn",
        "Diễn văn nghệ, sân khấu hóa truyện cổ",
        "Báo cáo: quản lý rác tại khu dân cư",
    ],
)
def test_what_only_speaks_of_a_place_stays_the_item(title: str) -> None:
    assert _read(f"8h00: {title}")[::2] == (title, None)
