"""How many come: what states the number of all, and what only that of a part."""

import pytest

from documents.plan.counts import in_figures, number_in
from domain.plan import value_of
from tests.drafts import read

HEAD = """UBND HUYỆN BÌNH LỘC
KẾ HOẠCH
Tổ chức Hội nghị tổng kết công tác khuyến học năm 2025
I. MỤC ĐÍCH
Đánh giá kết quả; toàn huyện có 12.500 hội viên.
II. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 20/3/2026.
2. Địa điểm: Hội trường UBND huyện (500 chỗ ngồi).
"""
FOOT = """
IV. CHƯƠNG TRÌNH
- 7h30: Đón 150 đại biểu
- 8h00: Khai mạc
V. TỔ CHỨC THỰC HIỆN
1. Phòng Nội vụ: đón tiếp 50 đại biểu ở xa.
2. Văn phòng: in 300 bộ tài liệu cho 300 người.
"""
WHO = "III. THÀNH PHẦN\n- Lãnh đạo huyện; các phòng, ban; các xã.\n"


def count_of(section: str) -> int | None:
    draft = read(f"{HEAD}{section}{FOOT}")
    return value_of(draft.expected_count)


@pytest.mark.parametrize(
    ("section", "count"),
    [
        (f"{WHO}Tổng số: một trăm hai mươi (120) đại biểu.", 120),
        (f"{WHO}Số lượng: một nghìn hai trăm người.", 1200),
        (f"{WHO}Tổng cộng: 180 (một trăm tám mươi) người.", 180),
        (f"{WHO}Tổng số: 1,050 người.", 1050),
        (f"{WHO}Quy mô: trên 300 đại biểu.", 300),
        (f"{WHO}Dự kiến số lượng đại biểu tham dự Hội nghị là 140 người.", 140),
        (f"{WHO}Với số lượng khoảng 180 người.", 180),
        (f"{WHO}- Số lượng\t: 95 người", 95),
        (f"{WHO}Số người dự họp: 95 người", 95),
        (f"{WHO}Điều chỉnh số lượng đại biểu từ 160 đại biểu xuống còn 130 đại biểu.", 130),
        ("III. THÀNH PHẦN\nKhoảng 180 đại biểu, gồm đại diện lãnh đạo huyện, các phòng, ban và các xã.", 180),
        ("III. THÀNH PHẦN\nTham dự Hội nghị có khoảng 180 đại biểu gồm:\n- Lãnh đạo huyện;\n- Các xã.", 180),
        ("III. THÀNH PHẦN\nDự kiến 95 đại biểu, thành phần gồm: Lãnh đạo huyện; các phòng, ban.", 95),
        ("III. THÀNH PHẦN\nLãnh đạo huyện, các xã và nhân dân; dự kiến có trên 500 người tham gia.", 500),
        ("III. THÀNH PHẦN\nToàn thể 48 cán bộ, công chức, người lao động của cơ quan.", 48),
        ("III. ĐỐI TƯỢNG: 84 thí sinh của 14 xã.", 84),
        (f"{WHO}Tổng số: 80 đại biểu, tăng 15 đại biểu so với năm 2025.", 80),
        (f"{WHO}Huy động khoảng 1.000 người tham dự.", 1000),
        ("III. THÀNH PHẦN\nDự Hội nghị tại 15 điểm cầu có 420 đại biểu, trong đó điểm cầu huyện 70.", 420),
        ("III. THÀNH PHẦN\n- Lãnh đạo huyện (5); các phòng, ban (31); các xã (84): tổng 120 người.", 120),
        ("III. THÀNH PHẦN\nLãnh đạo các phòng, ban, các xã (có danh sách kèm theo). Tổng số\n120 đại biểu.", 120),
        ("III. THÀNH PHẦN\nTT | Đơn vị | Nam | Nữ | Tổng\n1 | Huyện | 20 | 16 | 36\nTổng cộng | | 70 | 50 | 120", 120),
        ("III. THÀNH PHẦN\nMời 1.200 đại biểu, khách quý và Nhân dân trong huyện.", 1200),
        ("III. THÀNH PHẦN\nMột trăm hai mươi (120) đại biểu là công chức các xã.", 120),
        ("III. THÀNH PHẦN\n- Đại biểu dự họp mặt: 85 đồng chí nguyên lãnh đạo huyện.", 85),
        ("III. ĐẠI BIỂU: 145\n- Cấp huyện: 45;\n- Cấp xã: 100.", 145),
        ("III. NỘI DUNG\nHội nghị tổ chức tại Hội trường huyện, quy mô 250 đại biểu.", 250),
        ("III. NỘI DUNG\nHội nghị diễn ra một buổi với sự tham dự của 250 đại biểu.", 250),
    ],
)
def test_number_of_all_is_read_in_the_words_of_the_office(section: str, count: int) -> None:
    assert count_of(section) == count


@pytest.mark.parametrize(
    "section",
    [
        WHO,
        f"{WHO}Số lượng: mỗi xã 05 người, mỗi phòng 01 người.",
        f"{WHO}Số lượng: khoảng 100 đến 120 đại biểu.",
        f"{WHO}Số lượng: 25 gian hàng.",
        f"{WHO}Tăng số lượng đại biểu thêm 30 người.",
        "III. THÀNH PHẦN\n- Mời 15 đại biểu cấp tỉnh.\n- Mời 80 đại biểu các xã.",
        "III. THÀNH PHẦN\n- Khách mời: Lãnh đạo tỉnh.\n- Toàn thể cán bộ, công chức cơ quan (48 người).",
        "III. THÀNH PHẦN\n1. Trực tiếp: 60 đại biểu.\n2. Trực tuyến: 400 đại biểu.",
        "III. THÀNH PHẦN\n- Số lượng đại biểu chính thức: 110 đồng chí.\n- Số lượng khách mời: 20 đồng chí.",
        "Khách mời: 15 người\nHội viên: 60 người",
        "III. KHÁI QUÁT\nNăm 2025 huyện đã tổ chức 35 hội nghị với sự tham gia của 2.500 người.",
        "III. CÁC HOẠT ĐỘNG\n1. Lễ dâng hương\n- Thời gian: 7h00 ngày 20/3/2026.\n- Số lượng: 50 người.\n"
        "2. Gặp mặt người cao tuổi\n- Thời gian: 9h00 ngày 20/3/2026.\n- Số lượng: 120 người.",
    ],
)
def test_number_of_a_part_is_not_that_of_all(section: str) -> None:
    assert count_of(section) is None


@pytest.mark.parametrize(
    ("line", "count"),
    [
        ("Participants: up to 60 delegates", 60),
        ("Expected participants: around 150 persons from government and business.", 150),
        ("The workshop is limited to 70 participants.", 70),
        ("The workshop will be attended by some 200 people.", 200),
        ("Participants: 1,200 delegates", 1200),
        ("Number of participants: up to 90", 90),
        ("Participants: 90 pax", 90),
        ("Participants: 60 on site and 90 online", None),
        ("The network has 250 members in ten countries.", None),
    ],
)
def test_english_programmes_state_it_in_their_own_words(line: str, count: int | None) -> None:
    text = (
        f"ASIA COAST NETWORK\nCONCEPT NOTE AND PROGRAMME\nRegional Workshop\nDate: 14 May 2026\n{line}\n09:00 Opening\n"
    )
    draft = read(text)
    assert value_of(draft.expected_count) == count


def test_numbers_spelt_in_letters_are_figures() -> None:
    assert in_figures("hai trăm linh năm người") == "205 người"
    assert in_figures("một nghìn hai trăm năm mươi") == "1250"
    assert in_figures("mười lăm") == "15"
    assert number_in("từ 70 lên 85 người") == 85
