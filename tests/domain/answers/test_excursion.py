"""A conference with an excursion the day before: who rides in which vehicle, who pays, and where one eats."""

import pytest

from domain.answers import Index
from tests.questions import index_from, say

PLAN = """ỦY BAN NHÂN DÂN TỈNH SÔNG BẰNG
Số: 40/KH-UBND
KẾ HOẠCH
Tổ chức Hội nghị kết nối tiêu thụ nông sản năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 02 ngày
- Chương trình tham quan vùng trồng: thứ Năm, ngày 16/9/2027.
- Hội nghị chính thức: thứ Sáu, ngày 17/9/2027.
2. Địa điểm: Trung tâm Văn hóa tỉnh.
3. Ngôn ngữ: tiếng Việt; có phiên dịch tiếng Anh và tiếng Lào.
II. CHƯƠNG TRÌNH
1. Ngày 16/9/2027: tham quan vùng trồng
- Xe xuất phát (7h30)
- Thăm đồi chè Mận Trắng (9h00 - 10h30)
- Ăn trưa tại Nhà hàng Cây Sấu (11h30)
- Về đến khách sạn (16h00)
2. Ngày 17/9/2027: Hội nghị chính thức
- Khai mạc (8h00)
- Trao giải cuộc thi ảnh nông sản (9h00)
- Trao khen thưởng 07 hợp tác xã tiêu biểu (10h00)
- Cơm trưa tại nhà ăn tầng 1, Trung tâm Văn hóa (11h15)
III. ĂN, NGHỈ, ĐI LẠI
1. Xe tham quan
- Xe số 1 (29 chỗ): đại biểu Trung ương, đón tại Khách sạn Hồng Ngọc;
trưởng xe: đ/c Lã Thị Thơm, Sở Công Thương, 0912.000.811.
- Xe số 2 (45 chỗ): hợp tác xã, thương nhân, đón tại Khách sạn Đồi Gió lúc 7h00;
trưởng xe: đ/c Quàng Văn Pản, Chi cục Trồng trọt, 0912.000.822.
2. Chi phí: Ban Tổ chức bảo đảm ăn, nghỉ cho đại biểu Trung ương; hợp tác xã tự thanh toán tiền phòng.
IV. PHÂN CÔNG
1. Sở Công Thương: đăng ký tham quan trước ngày 05/9/2027.
2. Công an tỉnh: bố trí bãi đỗ xe tại sân Bưu điện cho xe của đại biểu trong tỉnh.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("xe số 1 chở ai", "đại biểu Trung ương", "thương nhân"),
        ("where is bus 2 picking up", "Đồi Gió", "Hồng Ngọc"),
        ("xe số 2 ai làm trưởng xe", "Quàng Văn Pản", "Lã Thị Thơm"),
        ("đi tham quan vùng trồng ngày nào", "16/9/2027", "05/9"),
        ("trưa 16 ăn ở đâu", "Cây Sấu", "Trung tâm Văn hóa"),
        ("trưa ngày 17 ăn ở đâu", "nhà ăn tầng 1", "Cây Sấu"),
        ("em bên hợp tác xã, tiền phòng ai trả ạ", "tự thanh toán tiền phòng", "Xe số"),
        ("khi nào trao khen thưởng", "10:00", "ảnh nông sản"),
        ("có phiên dịch tiếng Lào không", "<b>Có.</b>", "Chưa"),
        ("có phiên dịch tiếng Nhật không", "tiếng Lào", "<b>Có.</b>"),
        ("xe ô tô đại biểu trong tỉnh đỗ ở đâu", "sân Bưu điện", "Xe số"),
    ],
)
def test_what_is_asked_of_an_excursion_is_told_of_that_day_and_vehicle(
    question: str, said: str, not_said: str, index: Index
) -> None:
    told = say(question, index, None)
    assert told.answered
    assert said in told.words and not_said not in told.words


def test_a_vehicle_that_there_is_not_goes_nowhere(index: Index) -> None:
    assert not say("xe 4 đi đâu", index, None).answered


def test_the_conference_begins_with_the_item_that_says_so() -> None:
    plan = (
        "BỆNH VIỆN SÔNG BẰNG\nKẾ HOẠCH\nTổ chức Hội nghị điều dưỡng năm 2027\nI. THỜI GIAN\nNgày 17/9/2027.\n"
        "II. CHƯƠNG TRÌNH\nTừ 7 giờ 00 đến 7 giờ 25 phút, đại biểu đăng ký. Hội nghị bắt đầu lúc 7 giờ 25 phút bằng ba "
        "tiết mục văn nghệ. Giám đốc phát biểu khai mạc lúc 7 giờ 45 phút. Bế mạc lúc 11 giờ 00.\n"
    )
    assert "<b>07:25 " in say("hội nghị bắt đầu lúc mấy giờ", index_from(plan), None).words
