"""Cells of several lines, and lines of a table without an hour: what goes on, and what is held beside it."""

from datetime import time

import pytest

from documents.reading import read_plan
from domain.plan import PlanDraft, PlanSession
from tests.drafts import read

PLAN = """TRƯỜNG CAO ĐẲNG NGHỀ MUỐI
Số: 14/KH-CĐNM
KẾ HOẠCH
Tổ chức lớp bồi dưỡng nghề làm muối
1. Thời gian: 02 ngày, 20 và 21/4/2026.
2. Địa điểm: cơ sở 1 của Trường.
3. Chương trình
{items}
4. Tổ chức thực hiện
- Phòng Đào tạo: gửi giấy mời trước ngày 10/4/2026.
"""


def _read(items: str) -> list[PlanSession]:
    return [session.value for session in read(PLAN.format(items=items)).sessions]


def test_markdown_cells_of_several_lines_are_no_web_page() -> None:
    table = (
        "| Ngày | Giờ | Khối A (Hội trường H1) | Khối B (Nhà thi đấu) |\n|---|---|---|---|\n"
        "| 20/4 | 8h00 - 9h00 | Cải tạo ruộng<br>ThS. Lê Tú | Kết tinh muối<br>KS. Ngô Diệu |\n"
        "| 21/4 | 8h00 - 9h00 | Kết tinh muối<br />KS. Ngô Diệu | Cải tạo ruộng<br>ThS. Lê Tú |\n"
    )
    draft = read_plan("ke-hoach.md", PLAN.format(items=table).encode())
    assert isinstance(draft, PlanDraft)
    assert [(s.value.title, s.value.room, s.value.responsible) for s in draft.sessions] == [
        ("Cải tạo ruộng", "Hội trường H1", "ThS. Lê Tú"),
        ("Kết tinh muối", "Nhà thi đấu", "KS. Ngô Diệu"),
        ("Kết tinh muối", "Hội trường H1", "KS. Ngô Diệu"),
        ("Cải tạo ruộng", "Nhà thi đấu", "ThS. Lê Tú"),
    ]
    assert draft.title and draft.title.value == "Tổ chức lớp bồi dưỡng nghề làm muối"


def test_breaks_at_the_ends_of_markdown_lines_only_part_them() -> None:
    text = PLAN.format(items="| Giờ | Nội dung |\n|---|---|\n| 8h00 | Khai giảng |\n").replace("1.\n", "1.<br>\n")
    draft = read_plan("ke-hoach.md", text.replace("Trường.\n", "Trường.<br>\n").encode())
    assert isinstance(draft, PlanDraft)
    assert draft.venue and draft.venue.value == "cơ sở 1 của Trường"


BESIDE = """
Thời gian            Nội dung                        Phụ trách             Địa điểm
Ngày 20/4/2026
08h00 - 09h00        Khai giảng                      Hiệu trưởng           Hội trường lớn
09h00 - 11h00        {first}
                     {second}
                     {third}
13h30 - 15h00        Tổng kết ngày thứ               Phòng Đào             Hội trường lớn
                     nhất, giao bài                  tạo
"""


@pytest.mark.parametrize(
    "lines",
    [
        (
            "Thực hành song song:",
            "- Xây chạt lọc                 Thầy Vũ Cảnh          Phòng A201",
            "- Đo độ mặn                    Cô Hà Lan             Phòng A202",
        ),
        (
            "Chia tổ thực hành",
            "Tổ 1: Xây chạt lọc             Thầy Vũ Cảnh          Phòng A201",
            "Tổ 2: Đo độ mặn                Cô Hà Lan             Phòng A202",
        ),
        (
            "Xem phim về nghề               Cô Trịnh Yến          Phòng A305",
            "Xây chạt lọc                   Thầy Vũ Cảnh          Phòng A201",
            "Đo độ mặn                      Cô Hà Lan             Phòng A202",
        ),
    ],
)
def test_lines_without_an_hour_that_name_rooms_of_their_own_are_held_beside(lines: tuple[str, str, str]) -> None:
    first, second, third = lines
    _, _, one, two, last = _read(BESIDE.format(first=first, second=second, third=third))
    assert [(one.start, one.end, one.room), (two.start, two.end, two.room)] == [
        (time(9), time(11), "Phòng A201"),
        (time(9), time(11), "Phòng A202"),
    ]
    assert (one.title.endswith("Xây chạt lọc"), one.responsible) == (True, "Thầy Vũ Cảnh")
    assert (last.title, last.responsible) == ("Tổng kết ngày thứ nhất, giao bài", "Phòng Đào tạo")


def test_classes_under_a_merged_hour_have_it_and_those_of_the_next_half_do_not() -> None:
    table = (
        "| Ngày | Buổi | Thời gian | Nội dung | Giảng viên |\n|---|---|---|---|---|\n"
        "| 20/4 | Sáng | 8h00 - 11h00 | Lớp 1: Cải tạo ruộng | ThS. Lê Tú |\n"
        "| | | | Lớp 2: Kết tinh muối | KS. Ngô Diệu |\n"
        "| | Chiều | | Lớp 3: Tham quan đồng muối | |\n"
    )
    assert [(s.start, s.end) for s in _read(table)] == [(time(8), time(11)), (time(8), time(11)), (None, None)]


def test_the_hall_behind_all_who_meet_there() -> None:
    (item,) = _read("- 8h00: Khai giảng (cả 02 lớp, Hội trường lớn)")
    assert (item.title, item.room) == ("Khai giảng (cả 02 lớp)", "Hội trường lớn")


def test_a_programme_in_capitals_between_numbered_matters_is_not_the_name_of_the_paper() -> None:
    text = (
        "TRƯỜNG ĐẠI HỌC MUỐI BIỂN\nHội thảo nghề muối 2026\n1. THỜI GIAN, ĐỊA ĐIỂM\n- Thời gian: ngày 20/4/2026.\n"
        "- Địa điểm: Hội trường B2, số 9 đường Đê Biển.\n2. KINH PHÍ\n- Lệ phí: 300.000 đồng.\n"
        "CHƯƠNG TRÌNH\n(có thể điều chỉnh)\nThời gian\nNội dung\nPhụ trách\n8h00 - 9h00\nĐăng ký\nBan Thư ký\n"
        "9h00 - 10h00\nKhai mạc\nTS. Đinh Tạo\n10h00 - 11h00\nTham luận\nTS. Hà Kỳ\n"
        "3. PHÂN CÔNG\nPhòng Tài vụ: thu lệ phí.\nTrạm Y tế: trực tại sảnh.\n"
    )
    draft = read(text)
    assert [s.value.title for s in draft.sessions] == ["Đăng ký", "Khai mạc", "Tham luận"]
    assert draft.venue and draft.venue.value.startswith("Hội trường B2")
    assert [unit.value.name for unit in draft.units] == ["Phòng Tài vụ", "Trạm Y tế"]


MIDDLE = """
  Thời gian        Nội dung                              Phụ trách                 Địa điểm

                   Đón tiếp đại biểu và các tổ dự
  7h00 - 7h30                                            Phòng Hành chính          Sảnh nhà A
                   thi; phát thẻ
                                                         Ông Đinh Công Lập,
  7h30 - 8h00      Khai mạc                                                        Hội trường
                                                         Hiệu trưởng
                   Chấm các ruộng của nhóm bạt, nhóm
  8h00 - 11h00     đất nện và nhóm cát                   Tiểu ban 1                Đồng số 2
  11h00 - 13h30    Nghỉ trưa                             Tổ phục vụ                Nhà ăn
                   Chấm muối kết tinh                    Tiểu ban 2, cô Bạch
  13h30 - 16h00                                                                    Xưởng muối
                   và muối hầm                           Thị Nhàn
"""


def test_hours_in_the_middle_of_tall_rows() -> None:
    assert [(s.start, s.title, s.responsible) for s in _read(MIDDLE)] == [
        (time(7), "Đón tiếp đại biểu và các tổ dự thi; phát thẻ", "Phòng Hành chính"),
        (time(7, 30), "Khai mạc", "Ông Đinh Công Lập, Hiệu trưởng"),
        (time(8), "Chấm các ruộng của nhóm bạt, nhóm đất nện và nhóm cát", "Tiểu ban 1"),
        (time(11), "Nghỉ trưa", "Tổ phục vụ"),
        (time(13, 30), "Chấm muối kết tinh và muối hầm", "Tiểu ban 2, cô Bạch Thị Nhàn"),
    ]


HALLS = """
A. PHIÊN CHUNG (Hội trường Muối)
08:00 - 08:15   Khai mạc - TS. Lê Tú
B. PHIÊN SONG SONG
                   HỘI TRƯỜNG MUỐI                           PHÒNG CÁT TRẮNG
                   Ruộng bạt                                 Ruộng đất nện
09:30 - 09:50      Trải bạt mùa mưa                          Nện nền ruộng
                   KS. Lý Hải                                KS. Đặng Khoa
09:50 - 10:10      Bơm nước mặn                              Đo độ mặn
                   KS. Phùng Thu                             KS. Tạ Minh
C. BẾ MẠC (Hội trường Muối)
11:00 - 11:30   Trao giải - Hiệu trưởng
"""


def test_halls_over_columns_whose_hours_have_no_title_and_the_part_behind_them() -> None:
    timed = [(s.title, s.room, s.responsible, s.part_of) for s in _read(HALLS) if s.start]
    assert timed[1:] == [
        ("Trải bạt mùa mưa", "HỘI TRƯỜNG MUỐI", "KS. Lý Hải", "PHIÊN SONG SONG"),
        ("Nện nền ruộng", "PHÒNG CÁT TRẮNG", "KS. Đặng Khoa", "PHIÊN SONG SONG"),
        ("Bơm nước mặn", "HỘI TRƯỜNG MUỐI", "KS. Phùng Thu", "PHIÊN SONG SONG"),
        ("Đo độ mặn", "PHÒNG CÁT TRẮNG", "KS. Tạ Minh", "PHIÊN SONG SONG"),
        ("Trao giải", "Hội trường Muối", "Hiệu trưởng", "BẾ MẠC"),
    ]


def test_a_rule_under_its_cells_begins_the_next_table() -> None:
    table = (
        "| Giờ | Hội trường A | Hội trường B |\n|---|---|---|\n| 8h00 | Trải bạt | Nện nền |\n\n### Ngày 21/4\n\n"
        "| Start | Finish | What |\n|---|---|---|\n| 07:30 | 11:30 | Thăm đồng muối |\n"
    )
    last = _read(table)[-1]
    assert (last.start, last.end, last.title, last.room) == (time(7, 30), time(11, 30), "Thăm đồng muối", None)


def test_rows_of_bars_may_begin_with_empty_cells() -> None:
    table = (
        "STT | Thời gian | Nội dung | Người trình bày | Ghi chú\n"
        "1 | 8h00 - 8h30 | Các báo cáo: | |\n"
        " | | - Sản lượng vụ 1 | Bà Lê Mẫn |\n"
        " | | - Giá muối | Ông Tạ Kha | Có phim\n"
        " | 9h00 | Giải lao | |\n"
    )
    told = _read(table)
    assert [(s.title, s.responsible, s.part_of, s.start) for s in told] == [
        ("Các báo cáo", None, None, time(8)),
        ("Sản lượng vụ 1", "Bà Lê Mẫn", "Các báo cáo", None),
        ("Giá muối", "Ông Tạ Kha", "Các báo cáo", None),
        ("Giải lao", None, None, time(9)),
    ]


def test_rows_tell_who_speaks_and_who_chairs() -> None:
    table = (
        "Thời gian | Nội dung | Báo cáo viên | Chủ tọa | Số người\n"
        "8h00 - 8h30 | Phơi muối trên bạt | KS. Ngô Diệu | Bà Lê Mẫn | 40 người\n"
        "8h30 - 9h00 | Thảo luận | | Bà Lê Mẫn | 40 người\n"
    )
    assert [s.responsible for s in _read(table)] == ["KS. Ngô Diệu; Chủ tọa: Bà Lê Mẫn", "Bà Lê Mẫn"]


WORK = """| Bộ phận | Phụ trách | Công việc | Xong trước | Ghi chú |
|---|---|---|---|---|
| Phòng Đào tạo | Cô Tạ Mai | Gửi giấy mời | 10/4/2026 | qua bưu điện |
| Tổ Bảo vệ | Chú Ba Hòa | Giữ xe | 20/4/2026 | |
"""


def test_work_of_a_body_and_a_person_is_that_of_the_body() -> None:
    draft = read(PLAN.format(items="- 8h00: Khai mạc\n- 9h00: Bế mạc").partition("4. ")[0] + f"4. Phân công\n{WORK}")
    assert [unit.value.name for unit in draft.units] == ["Phòng Đào tạo", "Tổ Bảo vệ"]
    told = [fact.text for fact in draft.facts]
    assert "Gửi giấy mời – Bộ phận: Phòng Đào tạo · Phụ trách: Cô Tạ Mai · Ghi chú: qua bưu điện" in told
    assert "Giữ xe – Bộ phận: Tổ Bảo vệ · Phụ trách: Chú Ba Hòa" in told
