"""Papers that came through a machine: scanned, laid out by spaces again, one cell a line, with heads on every page."""

from datetime import date, time

import pytest

from documents.plan.scanned import as_printed
from domain.plan import PlanSession
from tests.drafts import read

PLAN = """CÔNG TY MUỐI HẢI LỘC
Số: 31/KH-HL
KẾ HOẠCH
Tổ chức Hội nghị khách hàng
1. Thời gian: ngày 20/4/2026.
2. Địa điểm: Hội trường Công ty.
3. Chương trình
{items}
4. Tổ chức thực hiện
{work}
"""
WORK = "- Phòng Bán hàng: gửi giấy mời trước ngày 10/4/2026."


def _sessions(items: str) -> list[PlanSession]:
    return [session.value for session in read(PLAN.format(items=items, work=WORK)).sessions]


@pytest.mark.parametrize(
    ("scanned", "printed"),
    [
        ("- 8hl0 - 9hO0: Khai mạc", "- 8h10 - 9h00: Khai mạc"),
        ("lOh15: Giải lao", "10h15: Giải lao"),
        ("lúc 7 giờ 3O phút, ngày l7/5/2O24", "lúc 7 giờ 30 phút, ngày 17/5/2024"),
        ("ngàỵ 28 tháng l0 nãm 2024", "ngày 28 tháng 10 năm 2024"),
        ("dự kiến 7O đại biểu của l4 chi bộ", "dự kiến 70 đại biểu của 14 chi bộ"),
        ("lV- TỔ CHỨC THỰC HIỆN", "IV- TỔ CHỨC THỰC HIỆN"),
        ("3.l- Đại biểu huyện", "3.1- Đại biểu huyện"),
    ],
)
def test_scanned_letters_are_figures_again(scanned: str, printed: str) -> None:
    assert as_printed(scanned) == printed


@pytest.mark.parametrize(
    "text",
    [
        *("Nước uống: 5l, loại 1,5l", "Phòng A1, lớp I2", "bình O2", "Bác Tám lo giờ giấc"),
        *(
            "Tổ cấp dưỡng: 6h lo cháo cho các cụ",
            "II.1. Việc cho tổ xe",
            "gửi cho xã trong tuần II/9",
            "nhóm II:12 người",
        ),
        *("Hội thao miền nam 2027", "phát ngay 2/3 số quà", "nước ấm 45o cho trẻ"),
    ],
)
def test_letters_beside_figures_stay_where_they_are_words(text: str) -> None:
    assert as_printed(text) == text


def test_one_cell_a_line_may_have_two_columns_of_people_and_empty_cells() -> None:
    items = (
        "STT\nThời gian\nNội dung\nBáo cáo viên\nChủ tọa\n"
        "1\n7h30 - 8h00\nĐón khách\nPhòng Bán hàng\n\n"
        "2\n8h00 - 8h20\nGiá muối năm 2026\nThS. Lê Tú\nBà Ngô Diệu\n"
        "3\n8h20 - 8h40\nGiải lao\n\n\n"
        "4\n8h40 - 9h00\nMuối sạch xuất khẩu\nKS. Hà Vy\nBà Ngô Diệu"
    )
    assert [(s.title, s.responsible) for s in _sessions(items)] == [
        ("Đón khách", "Phòng Bán hàng"),
        ("Giá muối năm 2026", "ThS. Lê Tú; Chủ tọa: Bà Ngô Diệu"),
        ("Giải lao", None),
        ("Muối sạch xuất khẩu", "KS. Hà Vy; Chủ tọa: Bà Ngô Diệu"),
    ]


def test_a_division_of_work_may_have_one_cell_a_line() -> None:
    work = (
        "STT\nPhòng, ban\nNhiệm vụ\nThời hạn\n1\nPhòng Bán hàng\nMời khách, đặt hoa\n10/4/2026\n"
        "2\nPhòng Kho\nDọn sân, kê ghế\n19/4/2026"
    )
    units = read(PLAN.format(items="- 8h00: Khai mạc\n- 9h00: Bế mạc", work=work)).units
    assert [(unit.value.name, [task.value.deadline for task in unit.value.tasks]) for unit in units] == [
        ("Phòng Bán hàng", [date(2026, 4, 10)]),
        ("Phòng Kho", [date(2026, 4, 19)]),
    ]


def test_a_day_beside_the_middle_of_its_rows_is_that_of_all() -> None:
    items = (
        "   Ngày          Buổi      Thời gian        Nội dung                    Thực hiện\n\n"
        "                           14h00 - 14h30    Đón khách                   Phòng Bán hàng\n"
        "                 Chiều     14h30 - 15h00    Khai mạc                    Giám đốc\n"
        "  Thứ Hai                  15h00 - 16h00    Thăm ruộng muối             Phòng Kho\n"
        "  20/4/2026      Tối       18h30 - 20h00    Ăn tối                      Phòng Bán hàng\n"
        "                           8h00 - 9h00      Bàn giá                     Giám đốc\n"
        "  21/4/2026      Sáng      9h00 - 10h00     Ký hợp đồng                 Giám đốc\n"
    )
    assert [(s.day, s.start) for s in _sessions(items)] == [
        (date(2026, 4, 20), time(14)),
        (date(2026, 4, 20), time(14, 30)),
        (date(2026, 4, 20), time(15)),
        (date(2026, 4, 20), time(18, 30)),
        (date(2026, 4, 21), time(8)),
        (date(2026, 4, 21), time(9)),
    ]


def test_a_day_at_the_first_of_its_rows_holds_for_those_below() -> None:
    items = (
        "   Ngày          Thời gian        Nội dung                    Thực hiện\n"
        "  20/4/2026      8h00 - 9h00      Khai mạc                    Giám đốc\n"
        "                 10h00 - 11h00    Thăm ruộng muối             Phòng Kho\n"
        "  21/4/2026      9h00 - 10h00     Ký hợp đồng                 Giám đốc\n"
    )
    assert [s.day for s in _sessions(items)] == [date(2026, 4, 20), date(2026, 4, 20), date(2026, 4, 21)]


def test_work_by_another_day_under_a_merged_unit_is_a_task_of_its_own() -> None:
    work = (
        " TT      Đơn vị              Nội dung công việc                  Hoàn thành\n"
        "  1      Phòng Bán hàng      Gửi giấy mời khách hàng;            10/4/2026\n"
        "                             lập danh sách\n"
        "                             Đặt tiệc trà                        18/4/2026\n"
        "  2      Phòng Kho           Dọn sân                             19/4/2026\n"
    )
    units = read(PLAN.format(items="- 8h00: Khai mạc\n- 9h00: Bế mạc", work=work)).units
    assert [(unit.value.name, [task.value.deadline for task in unit.value.tasks]) for unit in units] == [
        ("Phòng Bán hàng", [date(2026, 4, 10), date(2026, 4, 18)]),
        ("Phòng Kho", [date(2026, 4, 19)]),
    ]


def test_an_aim_that_speaks_of_goals_or_contents_heads_no_other() -> None:
    text = PLAN.format(items="- 8h00: Khai mạc\n- 9h00: Bế mạc", work=WORK).replace(
        "1. Thời gian",
        "I. MỤC ĐÍCH, YÊU CẦU\n1. Tổng kết năm 2025, thông qua mục tiêu năm 2026 của Công ty.\n"
        "2. Giúp khách hàng nắm vững nội dung cơ bản của hợp đồng mới.\nII. NỘI DUNG\n1. Thời gian",
    )
    assert [aim.value.split()[0] for aim in read(text).purpose] == ["Tổng", "Giúp"]


def test_what_every_page_repeats_at_its_head_is_no_part_of_the_plan() -> None:
    work = (
        "- Phòng Bán hàng: gửi giấy mời khách ở\n                                             2\n"
        "Công ty Muối Hải Lộc                     KH khách hàng 2026\n"
        "các xã ven biển trước ngày 10/4/2026.\n- Phòng Kho: dọn sân.\n"
        "                                             3\n"
        "Công ty Muối Hải Lộc                     KH khách hàng 2026\n- Phòng Xe: đón khách.\n"
    )
    units = read(PLAN.format(items="- 8h00: Khai mạc\n- 9h00: Bế mạc", work=work)).units
    assert [task.value.text for unit in units for task in unit.value.tasks] == [
        "gửi giấy mời khách ở các xã ven biển trước ngày 10/4/2026",
        "dọn sân",
        "đón khách",
    ]


def test_a_title_may_name_a_paper_by_its_number_and_day_on_a_line_of_its_own() -> None:
    text = PLAN.format(items="- 8h00: Khai mạc\n- 9h00: Bế mạc", work=WORK).replace(
        "Tổ chức Hội nghị khách hàng",
        "Tổ chức Hội nghị triển khai\nQuyết định số 8-QĐ/HL, ngày 02/3/2026 của Giám đốc\nvề giá muối",
    )
    title = read(text).title
    assert title and "Quyết định số 8-QĐ/HL, ngày 02/3/2026 của Giám đốc về giá muối" in title.value


def test_who_passes_a_matter_on_is_told_without_the_verb() -> None:
    items = "- 8h00: Giá muối (đồng chí Phó Giám đốc Công ty truyền đạt)\n- 9h00: Hỏi đáp (Công chức Kinh tế - Hạ tầng)"
    assert [(s.title, s.responsible) for s in _sessions(items)] == [
        ("Giá muối", "Phó Giám đốc Công ty"),
        ("Hỏi đáp", "Công chức Kinh tế - Hạ tầng"),
    ]


def test_work_that_is_done_by_a_bare_date_is_due_then() -> None:
    work = "- Phòng Bán hàng: in bảng giá, hoàn thành 10/4/2026.\n- Phòng Kho lo giấy mời và dọn sân, xong 18/4."
    units = read(PLAN.format(items="- 8h00: Khai mạc\n- 9h00: Bế mạc", work=work)).units
    assert [(unit.value.name, unit.value.tasks[0].value.deadline) for unit in units] == [
        ("Phòng Bán hàng", date(2026, 4, 10)),
        ("Phòng Kho", date(2026, 4, 18)),
    ]
