"""Who bears the cost of a bed, a meal or a ride, and what somebody bears."""

import pytest

from domain.answers import Index
from tests.questions import index_from, told

PLAN = """LIÊN HIỆP CÁC HỘI KHOA HỌC MIỀN ĐÔNG
KẾ HOẠCH
Tổ chức Hội nghị giao ban năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
Thời gian: 02 ngày, ngày 11 và 12/11/2027. Địa điểm: Nhà khách Hoa Lư, thành phố Bình Lâm.
II. CHƯƠNG TRÌNH
- 8h00: Khai mạc
- 10h00: Tham quan vườn thực nghiệm
- 11h30: Ăn trưa
III. KINH PHÍ
1. Đơn vị đăng cai đài thọ: hội trường, tài liệu, các bữa ăn trong chương trình.
2. Các hội thành viên tự trả: tiền phòng nghỉ (500.000 đồng/phòng/đêm), vé tàu xe. Báo cáo viên được miễn phí.
IV. PHÂN CÔNG
1. Văn phòng: thuê 02 xe đi tham quan; bảo đảm an ninh, an toàn.
2. Ban Tài chính: thanh toán công tác phí cho báo cáo viên.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Ai trả tiền khách sạn vậy?", "Các hội thành viên tự trả"),
        ("tien phong ai chiu", "Các hội thành viên tự trả"),
        ("Who pays for the hotel?", "Các hội thành viên tự trả"),
        ("vé tàu ai chi", "Các hội thành viên tự trả"),
        ("ăn trưa ai trả tiền", "Đơn vị đăng cai đài thọ"),
        ("ăn có mất tiền không", "Đơn vị đăng cai đài thọ"),
        ("đơn vị đăng cai chi những khoản nào", "Đơn vị đăng cai đài thọ"),
        ("các hội phải tự trả gì", "tiền phòng nghỉ"),
        ("Ai thanh toán công tác phí?", "Ban Tài chính"),
    ],
)
def test_sentence_tells_who_pays(index: Index, question: str, said: str) -> None:
    assert said in told(index, question)


@pytest.mark.parametrize("question", ["ai trả tiền thuê loa", "Văn phòng lo gì", "ai trao học bổng"])
def test_who_pays_for_something_else_is_not_told(index: Index, question: str) -> None:
    assert "tự trả" not in told(index, question)
    assert "đài thọ" not in told(index, question)
