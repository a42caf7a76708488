"""What learners ask: when the class opens, where those from afar sleep and for how much, who reports on a matter."""

import pytest

from domain.answers import Index
from tests.questions import index_from, says

PLAN = """SỞ NÔNG NGHIỆP TỈNH NÀ SAN
KẾ HOẠCH
Tổ chức lớp tập huấn quản lý hợp tác xã năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: ngày 14 và 15/5/2027.
- Địa điểm: Trường Cao đẳng Nà San.
II. CHƯƠNG TRÌNH
Ngày 14/5/2027
- 7h30: Đăng ký học viên (Văn phòng Sở)
- 8h00: Khai mạc lớp tập huấn (Lãnh đạo Sở)
- 8h30: Báo cáo kết quả năm 2026 (ông Lò Văn Tem)
- 9h30: Công khai tài chính, quy chế chi tiêu (bà Hà Thị Lan)
Ngày 15/5/2027
- 8h00: Thực hành tại vườn
- 10h00: Bầu đoàn học viên dự Hội thi toàn quốc
- 16h00: Bế mạc
III. KINH PHÍ
1. Tiền công tác phí, lưu trú của học viên do đơn vị cử đi thanh toán theo quy định.
2. Học viên ở cách trường từ 30 km trở lên được bố trí nghỉ tại Ký túc xá khu C, mức thu 80.000 đồng/người/đêm.
3. Học viên không hưởng lương được hỗ trợ tiền ăn 150.000 đồng/người/ngày.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize("question", ["may gio khai giang lop", "lễ khai giảng lúc nào ạ"])
def test_class_begins_with_what_the_programme_calls_its_opening(index: Index, question: str) -> None:
    assert "08:00" in says(index, question)


@pytest.mark.parametrize("question", ["học viên ở xa nghỉ lại ở đâu", "buổi tối ngủ ở đâu vậy"])
def test_where_one_sleeps_is_told_and_not_who_pays(index: Index, question: str) -> None:
    said = says(index, question)
    assert "Ký túc xá khu C" in said
    assert "công tác phí" not in said


@pytest.mark.parametrize(
    "question", ["tien phong ktx bao nhieu mot dem", "nghỉ lại ký túc xá giá bao nhiêu", "phòng nghỉ bao nhiêu tiền"]
)
def test_price_of_a_bed_is_not_that_of_a_meal(index: Index, question: str) -> None:
    said = says(index, question)
    assert "80.000" in said
    assert "150.000" not in said


@pytest.mark.parametrize("question", ["Ai báo cáo tài chính?", "ai trình bày quy chế chi tiêu", "who presents finance"])
def test_who_reports_on_a_matter_is_told_by_its_item(index: Index, question: str) -> None:
    said = says(index, question)
    assert "Hà Thị Lan" in said
    assert "Lò Văn Tem" not in said


def test_item_on_the_way_to_another_event_does_not_tell_when_that_is(index: Index) -> None:
    assert "10:00" not in says(index, "Hội thi toàn quốc tổ chức ngày nào?")
