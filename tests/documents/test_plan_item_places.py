"""An item of the programme names its room and who has it in hand in many forms; its title swallows neither."""

import pytest

from tests.drafts import read

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
    draft = read(PLAN.format(items=items))
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
        ("8h00: Lời cảm ơn: chị Mỷ bản Lùng", ("Lời cảm ơn", "chị Mỷ bản Lùng", None)),
        ("8h00: Hái quả, gặp cô Ly (tổ hậu cần)", ("Hái quả, gặp cô Ly (tổ hậu cần)", None, None)),
        ("8h00: Liên hoan (phòng tiệc Ban Đỏ)", ("Liên hoan", None, "phòng tiệc Ban Đỏ")),
        (
            "8h00: Liên hoan (Nhà hàng Suối Mơ, bản Lùng; đi bằng xe của xã)",
            ("Liên hoan (Nhà hàng Suối Mơ, bản Lùng; đi bằng xe của xã)", None, "Nhà hàng Suối Mơ, bản Lùng"),
        ),
        (
            "8h00: Chia xe: xe 1 tại chợ (trưởng xe: ông Tèo); xe 2 tại đình (trưởng xe: bà Dí)",
            ("Chia xe: xe 1 tại chợ (trưởng xe: ông Tèo); xe 2 tại đình (trưởng xe: bà Dí)", None, None),
        ),
        ("8h00: Kéo co: Chủ tịch xã", ("Kéo co", "Chủ tịch xã", None)),
        ("8h00: Ra mắt ban khánh tiết: Chủ tịch xã", ("Ra mắt ban khánh tiết: Chủ tịch xã", None, None)),
        ("8h00: Hát ru - em Lò Thị Mỷ, lớp 9A", ("Hát ru", "em Lò Thị Mỷ, lớp 9A", None)),
        ("8h00: Kể chuyện rừng - Trạm trưởng Trạm Pà Hu", ("Kể chuyện rừng", "Trạm trưởng Trạm Pà Hu", None)),
        ("8h00: Thi nấu. Phòng P2. Chủ tọa: bà Dí. Thư ký: cô Ly.", ("Thi nấu", "bà Dí; Thư ký: cô Ly", "Phòng P2")),
        ("8h00: Thi nấu, chủ trì: bà Dí; thư ký: cô Ly. Các món:", ("Thi nấu", "bà Dí; thư ký: cô Ly", None)),
        (
            "8h00: Thi nấu. Chủ trì: bà Dí. Mỗi bản góp một mâm cơm.",
            ("Thi nấu. Mỗi bản góp một mâm cơm", "bà Dí", None),
        ),
        (
            "8h00: Chia nhóm: nhóm Ban ở sân - chị Mỷ; nhóm Lê ở nhà rông - anh Páo",
            ("Chia nhóm: nhóm Ban ở sân - chị Mỷ; nhóm Lê ở nhà rông - anh Páo", None, None),
        ),
        ("Sau Lễ: thăm các ông, bà mế già (lúc 8h00)", ("Sau Lễ: thăm các ông, bà mế già", None, None)),
        ("8h00: Thi gói bánh (Phòng Ban Trắng)", ("Thi gói bánh", None, "Phòng Ban Trắng")),
        ("8h00: Thi gói bánh – Phòng Ban Trắng", ("Thi gói bánh", None, "Phòng Ban Trắng")),
        ("8h00: Thi gói bánh (Phòng Văn Hóa)", ("Thi gói bánh", "Phòng Văn Hóa", None)),
        ("8h00: Họp tổ (Phòng Ban Trắng; bà Lò Thị Xuân)", ("Họp tổ", "bà Lò Thị Xuân", "Phòng Ban Trắng")),
        ("8h00: Ăn sáng (Phòng 12)", ("Ăn sáng (Phòng 12)", None, "Phòng 12")),
        ("8h00: Khai mạc (Vàng A Sình)", ("Khai mạc", "Vàng A Sình", None)),
        ("8h00: Khai mạc - Lường Văn Ín, trưởng bản", ("Khai mạc", "Lường Văn Ín, trưởng bản", None)),
        (
            "8h00: Hát ru tại hội trường (Phòng 12) – bà Lò Thị Xuân",
            ("Hát ru tại hội trường", "bà Lò Thị Xuân", "Phòng 12"),
        ),
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
        "Thi chạy (Phòng 12), nhảy dây (Phòng 14)",
        "Viếng nghĩa trang (Lê Thị Riêng)",
        "Hát giao duyên (Bản Nậm Cắn)",
        "Tham quan vườn ươm, Nhà văn hóa thôn",
        "Diễn văn nghệ, sân khấu hóa truyện cổ",
        "Báo cáo: quản lý rác tại khu dân cư",
        "Họp nhóm: nhóm 1 (lớp 3, 4) tại sau chợ; nhóm 2 (lớp 5) tại Bến Đò",
    ],
)
def test_what_only_speaks_of_a_place_stays_the_item(title: str) -> None:
    assert _read(f"8h00: {title}")[::2] == (title, None)


@pytest.mark.parametrize(
    ("item", "taken"),
    [
        ("8h00: Diễn văn khai mạc, đồng chí Chủ tịch Hội", ("Diễn văn khai mạc", "Chủ tịch Hội", None)),
        (
            "8h00: Phát biểu của nhà tài trợ Hoa Ban, trao 5 suất học bổng",
            ("Phát biểu của nhà tài trợ Hoa Ban, trao 5 suất học bổng", None, None),
        ),
        (
            "8h00: Phát biểu của Chủ tịch Hội; kết luận",
            ("Phát biểu của Chủ tịch Hội; kết luận", "Chủ tịch Hội", None),
        ),
        ("8h00: Tặng hoa ông Lò Văn A, bà Hà Thị B", ("Tặng hoa ông Lò Văn A, bà Hà Thị B", None, None)),
        ("Thi gói bánh (8h00 - 9h00)\n- Chủ tịch Hội Phụ nữ xã;", ("Thi gói bánh", "Chủ tịch Hội Phụ nữ xã", None)),
    ],
)
def test_who_has_an_item_in_hand_stands_behind_its_comma_or_below(
    item: str, taken: tuple[str, str | None, str | None]
) -> None:
    assert _read(item) == taken


def test_an_event_beside_is_called_by_what_it_is() -> None:
    plan = PLAN.replace(
        "II. ĐỊA ĐIỂM", "2. Bên lề Ngày hội: trưng bày nông sản tại sân chợ, từ 6h00 cùng ngày\nII. ĐỊA ĐIỂM"
    )
    plan = plan.replace("I. THỜI GIAN: ngày 15/3/2026.", "I. THỜI GIAN\n1. Thời gian: 7h00 ngày 15/3/2026.")
    draft = read(plan.format(items="- 7h00: Đón khách.\n- 10h00: Bế mạc."))
    assert "trưng bày nông sản" in [time.value.what for time in draft.times]


def test_a_rank_in_roman_figures_before_the_next_column_is_no_count_of_people() -> None:
    gap = "\t"
    table = f"Thời gian{gap}Nội dung{gap}Thực hiện\n8h00{gap}Thi tay nghề bậc II{gap}đồng chí Lò Văn Ín\n"
    draft = read(PLAN.format(items=f"{table}9h00{gap}Trao giải{gap}Đoàn xã"))
    assert [item.value.title for item in draft.sessions] == ["Thi tay nghề bậc II", "Trao giải"]


@pytest.mark.parametrize(
    ("item", "taken"),
    [
        ("8h00: Đua bè mảng tại bến Ngòi, 9 đội đua", ("Đua bè mảng tại bến Ngòi, 9 đội đua", None, "bến Ngòi")),
        ("8h00: Chấm thi mâm cỗ tại nhà bạt số 2", ("Chấm thi mâm cỗ tại nhà bạt số 2", None, "nhà bạt số 2")),
        ("8h00: Dâng hương tại Đền Cả (xe đón tại sân Ủy ban)", (None, None, "Đền Cả")),
        (
            "8h00: Họp đội, tại Phòng họp Sim, tầng 2, Nhà khách xã",
            ("Họp đội", None, "Phòng họp Sim, tầng 2, Nhà khách xã"),
        ),
        (
            "8h00: Ăn sáng tại Nhà hàng Suối (số 3 đường Bản Mới), tự túc",
            (None, None, "Nhà hàng Suối (số 3 đường Bản Mới)"),
        ),
        ("8h00: Tham quan nương chè, xe xuất phát tại cổng trường", (None, None, None)),
        ("8h00: Đón khách tại sân bay về bản", (None, None, "sân bay")),
        ("Chọi gà (lúc 8 giờ, sân kho hợp tác xã)", ("Chọi gà", None, "sân kho hợp tác xã")),
        ("8h00: Nuôi cá lồng tại hồ Pà Hu", ("Nuôi cá lồng tại hồ Pà Hu", None, None)),
        ('8h00: Thi "Cứu nạn tại khu di tích"', ('Thi "Cứu nạn tại khu di tích"', None, None)),
        (
            "8h00: Đêm xòe, Trung tâm Văn hóa, Thông tin huyện dàn dựng, tại sân khấu chợ",
            ("Đêm xòe", "Trung tâm Văn hóa, Thông tin huyện", "sân khấu chợ"),
        ),
        ("8h00: Kéo co (Lớp 9A điều khiển)", ("Kéo co", "Lớp 9A", None)),
        ("8h00: Thánh lễ, linh mục Phan Văn Sáng chủ tế", ("Thánh lễ", "linh mục Phan Văn Sáng", None)),
        ("8h00: Gói bánh (Ban Tổ chức)", ("Gói bánh", "Ban Tổ chức", None)),
    ],
)
def test_grounds_and_those_who_run_an_item_are_read_from_its_sentence(
    item: str, taken: tuple[str | None, str | None, str | None]
) -> None:
    title, who, room = _read(item)
    assert (taken[0] and title, who, room) == taken


@pytest.mark.parametrize(
    ("cell", "room"),
    [("Theo Phụ lục 2", None), ("Xem sơ đồ đính kèm", None), ("(theo danh sách)", None), ("Nhà sàn", "Nhà sàn")],
)
def test_a_cell_that_points_to_another_paper_is_no_room(cell: str, room: str | None) -> None:
    rows = "Giờ | Nội dung | Phụ trách | Địa điểm\n7h00 | Đón khách | Văn phòng | Sân xã\n"
    rows += f"8h00 | Chia nhóm | Tổ trưởng | {cell}"
    assert [item.value.room for item in read(PLAN.format(items=rows)).sessions] == ["Sân xã", room]
