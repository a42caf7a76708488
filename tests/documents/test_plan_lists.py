"""Tables that are no programme and points under a heading: each row is kept with what its columns are called."""

import pytest

from domain.plan import value_of
from tests.drafts import read

PLAN = """SỞ Y TẾ TỈNH KHE SANH
Số: 7/KH-SYT
KẾ HOẠCH
Tổ chức Hội nghị trực tuyến tiêm chủng mở rộng năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 12/3/2026.
2. Địa điểm: Hội trường Sở Y tế.
II. CHƯƠNG TRÌNH
Thời gian | Nội dung | Thực hiện
8h00 - 8h10 | Khai mạc | Giám đốc Sở
8h10 - 9h30 | Báo cáo tiêm chủng | Phòng Nghiệp vụ
9h30 - 10h00 | Bế mạc | Giám đốc Sở
{lists}
"""

PIPES = """III. ĐIỂM NỐI
STT | Trung tâm | Phòng máy | Người trực
1 | Đăk Mon | Phòng 12 | Y sĩ Hoan
2 | Bờ Rừng | Nhà B | Y sĩ Lạc
"""

COLUMNS = """PHỤ LỤC
DANH SÁCH ĐIỂM NỐI
 TT   Trung tâm      Phòng máy      Người trực
 1    Đăk Mon        Phòng 12       Y sĩ Hoan
 2    Bờ Rừng        Nhà B          Y sĩ Lạc
"""

POINTS = """III. PHỤC VỤ
1. Nơi gửi đồ:
- Đoàn Đăk Mon: quầy số 1
- Đoàn Bờ Rừng: quầy số 2
"""


def facts(lists: str) -> list[tuple[str, str]]:
    draft = read(PLAN.format(lists=lists))
    assert len(draft.sessions) == 3
    assert draft.units == ()
    return [(fact.topic, fact.text) for fact in draft.facts]


@pytest.mark.parametrize(
    ("lists", "caption"),
    [(PIPES, "Điểm nối"), (PIPES.replace(" | ", "\t"), "Điểm nối"), (COLUMNS, "Danh sách điểm nối")],
    ids=["bars", "tabs", "columns"],
)
def test_a_row_of_any_table_is_told_with_the_titles_of_its_columns(lists: str, caption: str) -> None:
    assert facts(lists) == [
        ("note", f"{caption} – Trung tâm: Đăk Mon · Phòng máy: Phòng 12 · Người trực: Y sĩ Hoan"),
        ("note", f"{caption} – Trung tâm: Bờ Rừng · Phòng máy: Nhà B · Người trực: Y sĩ Lạc"),
    ]


def test_a_point_named_like_a_matter_of_the_plan_keeps_its_heading() -> None:
    told = facts("III. THANG ĐIỂM\n- Nội dung: 50 điểm\n- Trình bày: 20 điểm\n")
    assert [text for _, text in told] == ["Thang điểm – Nội dung: 50 điểm", "Thang điểm – Trình bày: 20 điểm"]


def test_a_table_of_rooms_to_sleep_in_is_told_for_lodging() -> None:
    told = facts("III. KHÁCH SẠN\nTT | Khách sạn | Giá\n1 | Mây Trắng | 300.000 đồng\n2 | Suối Reo | 250.000 đồng\n")
    assert told[0] == ("lodging", "Khách sạn – Khách sạn: Mây Trắng · Giá: 300.000 đồng")


def test_points_are_told_with_the_heading_over_them() -> None:
    assert facts(POINTS) == [
        ("note", "Nơi gửi đồ – Đoàn Đăk Mon: quầy số 1"),
        ("note", "Nơi gửi đồ – Đoàn Bờ Rừng: quầy số 2"),
    ]


def test_points_that_name_a_matter_of_their_own_need_no_heading() -> None:
    told = facts("III. LƯU Ý\n- Chủ đề thi đua: mũi tiêm an toàn cho bé\n- Khẩu hiệu chung: nhanh, đủ, đúng lịch\n")
    assert told == [
        ("note", "Chủ đề thi đua: mũi tiêm an toàn cho bé"),
        ("note", "Khẩu hiệu chung: nhanh, đủ, đúng lịch"),
    ]


def test_what_a_heading_says_in_brackets_is_kept() -> None:
    told = facts(
        "PHỤ LỤC: PHÒNG NGHỈ (nhận phòng từ 14h00 ngày 11/3/2026)\nPhòng 3: đoàn Đăk Mon\nPhòng 4: đoàn Bờ Rừng\n"
    )
    assert [text for _, text in told] == [
        "Phòng nghỉ – Phòng 3: đoàn Đăk Mon",
        "Phòng nghỉ – Phòng 4: đoàn Bờ Rừng",
        "PHÒNG NGHỈ (nhận phòng từ 14h00 ngày 11/3/2026)",
    ]


def test_words_in_columns_without_numbers_or_titles_are_no_table() -> None:
    told = facts("III. KÝ\nNgười lập        Kế toán         Thủ trưởng\nHoàng Lan        Tô Hà           Vi Đức\n")
    assert not any(" · " in text for _, text in told)


BESIDE = """III. CHIA TỔ
Tổ 1 - khối phường, thẻ hồng
Phòng họp: Sen, tầng 3
Tổ trưởng: bà Lê Thị Na
Tổ 2 - khối xã, thẻ nâu
Phòng họp: Cúc, tầng 4
Tổ trưởng: ông Vi Văn Mọc
"""
UNDER = """III. CHIA TỔ
* Tổ 1 - khối phường, thẻ hồng
  + Phòng họp: Sen, tầng 3
  + Tổ trưởng: bà Lê Thị Na
* Tổ 2 - khối xã, thẻ nâu
  + Phòng họp: Cúc, tầng 4
  + Tổ trưởng: ông Vi Văn Mọc
"""


@pytest.mark.parametrize("lists", [BESIDE, UNDER, BESIDE.replace("Tổ 1", "1. Tổ 1").replace("Tổ 2", "2. Tổ 2")])
def test_what_is_told_of_a_group_on_lines_of_their_own_is_told_with_its_name(lists: str) -> None:
    assert facts(lists) == [
        ("note", "Chia tổ – Tổ: Tổ 1 - khối phường, thẻ hồng · Phòng họp: Sen, tầng 3 · Tổ trưởng: bà Lê Thị Na"),
        ("note", "Chia tổ – Tổ: Tổ 2 - khối xã, thẻ nâu · Phòng họp: Cúc, tầng 4 · Tổ trưởng: ông Vi Văn Mọc"),
    ]


HOUSES = """III. NƠI NGHỈ
Nhà nghỉ Sao Mai
Địa chỉ: Ngõ 2, thôn Đông
Đối tượng: đoàn miền núi
Điện thoại: 0211 000 001
Homestay Lá Xanh
Địa chỉ: Ngõ 9, thôn Đoài
Đối tượng: đoàn miền biển
Điện thoại: 0211 000 002
"""


def test_the_number_and_the_guests_of_one_house_are_neither_the_desk_nor_those_who_come() -> None:
    draft = read(PLAN.format(lists=HOUSES))
    assert draft.contact is None
    assert draft.groups == ()
    assert [fact.text for fact in draft.facts if fact.topic == "lodging"] == [
        "Nơi nghỉ – Tên: Nhà nghỉ Sao Mai · Địa chỉ: Ngõ 2, thôn Đông · Đối tượng: đoàn miền núi"
        " · Điện thoại: 0211 000 001",
        "Nơi nghỉ – Tên: Homestay Lá Xanh · Địa chỉ: Ngõ 9, thôn Đoài · Đối tượng: đoàn miền biển"
        " · Điện thoại: 0211 000 002",
    ]


@pytest.mark.parametrize(
    ("lists", "told"),
    [
        (
            "III. CHỖ Ở\nNhà khách Sở dành 15 phòng cho khách; người đi cùng tự trả tiền, báo trước ngày 05/3/2026.",
            ("lodging", "Chỗ ở: người đi cùng tự trả tiền, báo trước ngày 05/3/2026"),
        ),
        (
            "III. LỆ PHÍ\n70.000 đồng một người, đã tính cả bữa trưa và bảo hiểm.",
            ("budget", "Lệ phí: 70.000 đồng một người, đã tính cả bữa trưa và bảo hiểm"),
        ),
        (
            "III. ĂN UỐNG\n- Trưa: cơm suất phát ở sảnh B\n- Tối: các đoàn tự lo",
            ("meals", "Ăn uống – Tối: các đoàn tự lo"),
        ),
    ],
)
def test_a_statement_is_of_the_matter_that_its_heading_names(lists: str, told: tuple[str, str]) -> None:
    assert told in facts(lists)


def test_a_heading_of_several_matters_gives_its_lines_none() -> None:
    told = facts("III. TRANG PHỤC, VÀO CỔNG\n- Xe của khách đi vào bằng cổng số 3 phía bờ sông.")
    assert told == [("note", "Xe của khách đi vào bằng cổng số 3 phía bờ sông")]


DESK = """III. ĐẦU MỐI
- Chương trình: bà Lý Thị Mơ, 0900 000 111
- Ăn nghỉ, đi lại: ông Hà Tu
0900 000 222
- Kinh phí: kế toán Vi Thị Sen, 0900 000 333
"""


def test_each_line_under_whom_to_ask_is_a_contact_whatever_matter_it_is_for() -> None:
    draft = read(PLAN.format(lists=DESK))
    lines = [
        "Chương trình: bà Lý Thị Mơ, 0900 000 111",
        "Ăn nghỉ, đi lại: ông Hà Tu 0900 000 222",
        "Kinh phí: kế toán Vi Thị Sen, 0900 000 333",
    ]
    assert [(fact.topic, fact.text) for fact in draft.facts] == [("contact", line) for line in lines]
    assert value_of(draft.contact) == "; ".join(lines)


WORN = """III. PHỤC VỤ
Trang phục:
Nam: sơ mi trắng
Nữ: áo bà ba
Buổi tối: tự chọn
Nước uống: mỗi khách tự mang bình
"""


def test_lines_below_a_label_that_name_no_matter_of_their_own_stay_under_it() -> None:
    assert facts(WORN) == [
        ("meals", "Nước uống: mỗi khách tự mang bình"),
        ("dress", "Trang phục – Nam: sơ mi trắng"),
        ("dress", "Trang phục – Nữ: áo bà ba"),
        ("dress", "Trang phục – Buổi tối: tự chọn"),
    ]


FEES = """III. LỆ PHÍ
Đối tượng\tĐến hết 01/02/2026\tTừ 02/02/2026
Bác sĩ\t400.000 đồng\t500.000 đồng
Sinh viên\tMiễn phí\t100.000 đồng
"""


def test_titles_that_tell_until_when_a_fee_holds_head_their_columns() -> None:
    assert facts(FEES) == [
        (
            "budget",
            "Lệ phí – Đối tượng: Bác sĩ · Đến hết 01/02/2026: 400.000 đồng · Từ 02/02/2026: 500.000 đồng",
        ),
        (
            "budget",
            "Lệ phí – Đối tượng: Sinh viên · Đến hết 01/02/2026: Miễn phí · Từ 02/02/2026: 100.000 đồng",
        ),
    ]


PAGES = """III. DÀNH CHO KHÁCH

Di chuyển

Tàu điện miễn phí từ ga Đá Bạc lúc 6h50 và 7h20; chiều quay lại lúc 16h30 và 17h00.

Internet

Tên mạng: TCMR. Mật khẩu: vacxin26

Hỗ trợ

Phiên dịch: chị Hoan, 0900 000 111
Tài liệu: anh Lạc, 0900 000 222
"""


def test_a_few_words_between_blank_lines_head_what_stands_below_them() -> None:
    assert facts(PAGES) == [
        ("transport", "Di chuyển: Tàu điện miễn phí từ ga Đá Bạc lúc 6h50 và 7h20"),
        ("transport", "Di chuyển: chiều quay lại lúc 16h30 và 17h00"),
        ("wifi", "Internet – Tên mạng: TCMR"),
        ("wifi", "Internet – Mật khẩu: vacxin26"),
        ("contact", "Phiên dịch: chị Hoan, 0900 000 111"),
        ("contact", "Tài liệu: anh Lạc, 0900 000 222"),
    ]


ARRANGED = """III. CÔNG TÁC HẬU CẦN
Nội dung | Bố trí | Ghi chú
Nước uống | Hành lang tầng 1 | Tổ Phục vụ
Chỗ nghỉ trưa | Phòng 201, 202 | Tổ Lễ tân
"""


def test_each_row_of_what_is_arranged_is_of_its_own_matter() -> None:
    assert [topic for topic, _ in facts(ARRANGED)] == ["meals", "lodging"]
