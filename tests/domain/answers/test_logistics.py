"""What those who travel ask: vehicles, where to park, beds, meals."""

from datetime import datetime

import pytest

from domain.answers import Index, answer_each
from templates.render import text
from tests.questions import index_from

PLAN = """HỘI NÔNG DÂN TỈNH VÂN LÂM
Số: 21/KH-HND
KẾ HOẠCH
Tổ chức Hội nghị nông dân trồng quế năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 02 ngày, ngày 04 và 05/11/2026.
2. Địa điểm: Nhà văn hóa huyện Quế Sơn (số 3 đường Trần Phú).
II. CHƯƠNG TRÌNH
Ngày 04/11/2026
- 14h00: Khai mạc
- 15h00: Tham quan đồi quế
- 18h00: Ăn tối tại Nhà hàng Sông Lô
Ngày 05/11/2026
- 8h00: Hội thảo về giống quế
- 11h00: Bế mạc
III. HẬU CẦN
1. Đoàn các xã Đông Sơn và các hộ gần huyện tự túc phương tiện. Xe đưa đại biểu về sau khi bế mạc.
2. Gửi xe máy tại sân chợ Quế Sơn (miễn phí); ô tô đỗ tại bãi xe bến Phà.
Phụ trách xe: anh Lò Văn Kim, điện thoại 0911.000.222.
3. Nơi nghỉ (trả phòng trước 11h30 ngày 06/11)
- Nhà khách Quế Hương (số 8 đường Lê Lai): các hợp tác xã, chủ vườn.
- Khách sạn Suối Mây: các đoàn còn lại.
- Đại biểu xã Đông Sơn không bố trí nghỉ.
4. Lệ phí: 150.000 đồng/người; sinh viên, học viên: 60.000 đồng; chủ vườn: miễn phí.
5. Triển lãm giống quế tại sân Nhà văn hóa, mở cửa từ 7h00 đến 16h45 ngày 05/11.
IV. PHÂN CÔNG
1. Văn phòng Hội: bố trí nơi ăn, nghỉ, xe đưa đón đại biểu; có suất ăn chay cho đại biểu báo trước.
2. Công an huyện: bảo đảm an ninh; xe dẫn đoàn.
3. Trạm Y tế xã: phát biểu chào mừng.

PHỤ LỤC
BỐ TRÍ XE ĐÓN
Xe | Ngày | Giờ | Đón tại | Đến | Đoàn
Số 1 | 04/11 | 9h30 | Ga Vân Lâm | Nhà văn hóa huyện | Trung ương
Số 2 | 04/11 | 12h15 | Bến xe Lũng Cao | Nhà văn hóa huyện | Lũng Cao
Số 1 | 05/11 | 13h00 | Nhà văn hóa huyện | Ga Vân Lâm | Trung ương
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def told(question: str, index: Index, now: datetime | None = None) -> tuple[bool, str]:
    """Whether the question is answered, and with which words."""
    found = answer_each(question, index, now)
    return any(each.answered for each in found), " ".join(text(each, "vi") for each in found)


@pytest.mark.parametrize(
    ("question", "said", "others"),
    [
        ("xe ở ga Vân Lâm mấy giờ đón", "9h30", "12h15"),
        ("may gio co xe don o ben xe Lung Cao", "12h15", "9h30"),
        ("xe ra ga Vân Lâm mấy giờ", "13h00", "9h30"),
        ("xe số 2 đón ở đâu", "Bến xe Lũng Cao", "9h30"),
        ("đoàn Lũng Cao đi xe nào", "Số 2", "Xe Số 1"),
        ("xe ra ga ngày 5/11 lúc mấy giờ", "13h00", "9h30"),
        ("what time does the bus from Lung Cao leave", "12h15", "9h30"),
        ("xe đón ở ga về nhà văn hóa mấy giờ", "9h30", "13h00"),
        ("mấy giờ xe đưa về", "sau khi bế mạc", "9h30"),
        ("xã Đông Sơn có xe đón không", "tự túc phương tiện", "<b>Có.</b>"),
    ],
)
def test_of_several_vehicles_the_one_asked_about_is_told(question: str, said: str, others: str, index: Index) -> None:
    answered, words = told(question, index)
    assert answered and said in words and others not in words


def test_no_vehicle_is_told_for_a_place_that_none_goes_to(index: Index) -> None:
    answered, words = told("xe đi Hà Giang mấy giờ chạy", index)
    assert not answered, words


@pytest.mark.parametrize(
    ("question", "said", "others"),
    [
        ("xe máy gửi ở đâu", "sân chợ Quế Sơn", "bến Phà"),
        ("ô tô đậu chỗ nào", "bến Phà", "sân chợ"),
        ("có gửi xe máy được không", "sân chợ Quế Sơn", "bến Phà"),
        ("gửi xe có mất tiền không", "miễn phí", "bến Phà"),
        ("where can I park my car", "bến Phà", "sân chợ"),
    ],
)
def test_each_kind_of_vehicle_is_left_in_its_own_place(question: str, said: str, others: str, index: Index) -> None:
    answered, words = told(question, index)
    assert answered and said in words and others not in words


def test_a_gate_that_the_paper_does_not_name_is_not_known(index: Index) -> None:
    answered, words = told("ô tô đỗ ở cổng nào", index)
    assert not answered and "nơi để xe" in words


@pytest.mark.parametrize(
    ("question", "said", "others"),
    [
        ("hợp tác xã nghỉ ở đâu", "Quế Hương", "Suối Mây"),
        ("chu vuon o khach san nao", "Quế Hương", "Suối Mây"),
        ("đoàn Lũng Cao ngủ ở đâu", "Suối Mây", "Quế Hương"),
        ("đại biểu xã Đông Sơn có được bố trí nghỉ không", "không bố trí nghỉ", "<b>Có.</b>"),
        ("nhà khách Quế Hương ở đường nào", "Lê Lai", "Suối Mây"),
        ("trả phòng lúc mấy giờ", "11h30", "Suối Mây"),
        ("trả phòng khách sạn trước mấy giờ", "11h30", "Suối Mây"),
        ("when is checkout", "11h30", "Suối Mây"),
    ],
)
def test_each_group_is_told_its_own_bed(question: str, said: str, others: str, index: Index) -> None:
    answered, words = told(question, index)
    assert answered and said in words and others not in words


@pytest.mark.parametrize(
    "question",
    [
        "em ở phòng số mấy nhà khách Quế Hương",
        "số phòng của tôi",
        "giá phòng khách sạn Suối Mây bao nhiêu một đêm",
        "khách sạn Suối Mây ở đường nào",
        "phòng mấy người",
    ],
)
def test_of_a_bed_nothing_is_told_that_the_paper_does_not_say(question: str, index: Index) -> None:
    answered, words = told(question, index)
    assert not answered and "chỗ nghỉ" in words


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("có ăn chay không", "suất ăn chay"),
        ("is there vegetarian food", "suất ăn chay"),
        ("ăn tối ở đâu", "Sông Lô"),
        ("có ăn tối không", "18:00"),
    ],
)
def test_the_meal_and_the_dish_asked_for_are_told(question: str, said: str, index: Index) -> None:
    answered, words = told(question, index)
    assert answered and said in words


@pytest.mark.parametrize(
    "question",
    ["ăn sáng mấy giờ", "ăn trưa ở đâu", "tối ăn buffet hay ăn bàn", "có liên hoan không", "có buffet không"],
)
def test_another_meal_is_no_answer(question: str, index: Index) -> None:
    answered, words = told(question, index)
    assert not answered and "ăn uống" in words


def test_a_body_called_after_care_gives_none(index: Index) -> None:
    answered, words = told("sơ cứu ở đâu", index)
    assert not answered, words


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("ai phụ trách xe", "Lò Văn Kim"),
        ("triển lãm giống quế mở cửa đến mấy giờ", "16h45"),
        ("sinh viên đóng bao nhiêu", "60.000"),
        ("sinh vien nop bao nhieu tien", "60.000"),
    ],
)
def test_what_a_label_a_list_of_sums_or_an_opening_says_is_told(question: str, said: str, index: Index) -> None:
    answered, words = told(question, index)
    assert answered and said in words


def test_papers_that_one_brings_oneself_are_no_private_matter(index: Index) -> None:
    answered, words = told("có phải mang căn cước không", index)
    assert not answered and "cá nhân" not in words


NO_LUNCH = index_from(
    "TRẠM KHUYẾN NÔNG HUYỆN LAU\n\nKẾ HOẠCH\nTổ chức Hội nghị bàn về vụ lạc\n\n"
    "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 7h30 ngày 14/5/2026.\n2. Địa điểm: Hội trường Trạm.\n"
    "3. Hội nghị không bố trí cơm trưa. Hộ ở bản xa về sau 11h00 được mời cơm tại nhà bếp của Trạm.\n\n"
    "II. PHÂN CÔNG\n1. Văn phòng Trạm\n- Tiếp nhận đăng ký, cơm trưa.\n2. Tổ kỹ thuật\n- In tài liệu.\n"
)

REST_AT_NOON = index_from(
    "TRẠM KHUYẾN NÔNG HUYỆN LAU\n\nKẾ HOẠCH\nTổ chức Hội nghị bàn về vụ lạc\n\n"
    "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 01 ngày, 14/5/2026.\n2. Địa điểm: Hội trường Trạm.\n\n"
    "II. CHƯƠNG TRÌNH\n- 8h00: Khai mạc\n- 11h30: Nghỉ trưa\n- 13h30: Thảo luận\n- 16h00: Bế mạc\n\n"
    "III. PHÂN CÔNG\n1. Văn phòng Trạm\n- Bố trí nước uống, ăn trưa cho đại biểu (nhà bếp dãy C).\n"
    "2. Tổ kỹ thuật\n- In tài liệu.\n"
)


@pytest.mark.parametrize("question", ["Có cơm trưa không?", "dai bieu co duoc an trua ko", "trưa có cơm không ạ"])
def test_no_lunch_is_no_yes_though_somebody_has_it_in_hand(question: str) -> None:
    said = " ".join(text(each, "vi") for each in answer_each(question, NO_LUNCH, None))
    assert "không bố trí cơm trưa" in said and "được mời cơm" in said and "<b>Có.</b>" not in said


@pytest.mark.parametrize("question", ["Có ăn trưa không?", "trưa có cơm không ạ"])
def test_rest_at_noon_is_no_meal(question: str) -> None:
    said = " ".join(text(each, "vi") for each in answer_each(question, REST_AT_NOON, None))
    assert "nhà bếp dãy C" in said


IN_PERSON = PLAN.replace("II. CHƯƠNG TRÌNH", "3. Hình thức: Trực tiếp.\nII. CHƯƠNG TRÌNH").replace(
    "III. HẬU CẦN", "III. HẬU CẦN\n0. Bố trí chỗ nghỉ đêm 03/11 tại Nhà nghỉ Hoa Quế cho nhà giáo ở xa."
)


@pytest.mark.parametrize(
    "question",
    ["Can I join online?", "có được dự online không ạ", "họp trực tiếp hay trực tuyến", "có họp trực tuyến không"],
)
def test_who_would_take_part_from_afar_is_told_how_it_is_held(question: str) -> None:
    assert "Trực tiếp" in told(question, index_from(IN_PERSON))[1]
    assert not told(question, index_from(PLAN))[0]


def test_teachers_are_meant_by_any_of_their_names() -> None:
    assert "Hoa Quế" in told("giáo viên ở xa có chỗ nghỉ ko", index_from(IN_PERSON))[1]
