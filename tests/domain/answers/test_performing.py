"""Who does what at the conference, who heads whom, and what is asked of a part of the day."""

from datetime import datetime

import pytest

from domain.answers import Index, answer_each
from domain.nested import texts_in
from tests.questions import index_from

PLAN = """HỘI LÀM VƯỜN TỈNH
Số: 12/KH-HLV
KẾ HOẠCH
Tổ chức Hội thảo giống cây ăn quả năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: 01 ngày, 14/10/2026
- Địa điểm: Nhà khách Hoa Lê
- Hình thức: Trực tiếp, kết nối trực tuyến tới các xã
II. CHƯƠNG TRÌNH
- 8h00: Đón tiếp lớp 6 Trường Hoa Lê
- 8h30: Tham luận của các xã Mường Cơi, Tân Lang
- 9h30: Tham luận của 05 hợp tác xã
- 13h30: Trao đổi về cây giống
- 14h00: Báo cáo bình chọn giống – Tổng Giám đốc
- 14h30: Đối thoại với Ban TGĐ các công ty
- 15h00: Bế mạc
III. PHÂN CÔNG
1. Tiểu ban Lễ tân (đ/c Lò Thị Hoa làm Trưởng tiểu ban)
- Đón khách, xếp chỗ
2. Tiểu ban Hậu cần (đ/c Vì Văn Tâm làm Trưởng tiểu ban)
- Đôn đốc các xã gửi tham luận trước ngày 01/10/2026
3. Các tiểu ban
- Báo cáo trước ngày 10/10/2026
| TT | Nội dung | Chủ trì | Thời hạn |
|---|---|---|---|
| 1 | Vận động tài trợ cây giống | Ban Tài chính | Trong tháng 9 |
| 2 | In tài liệu | Văn phòng | 05/10/2026 |
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def said(question: str, index: Index, now: str = "2026-10-14T08:45") -> str:
    """All texts of the answer; nothing where it is none."""
    found = answer_each(question, index, datetime.fromisoformat(now))[0]
    return " / ".join(texts_in(found)) if found.answered else ""


@pytest.mark.parametrize(
    "question", ["Xã nào phải đọc tham luận?", "xa nao tham luan", "Những đơn vị nào đọc tham luận?"]
)
def test_who_performs_is_told_by_the_agenda_and_not_by_those_who_see_to_it(index: Index, question: str) -> None:
    assert "Mường Cơi, Tân Lang" in said(question, index)
    assert "Đôn đốc" not in said(question, index)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Trưởng tiểu ban Hậu cần là ai?", "Vì Văn Tâm"),
        ("Ai phụ trách tiểu ban lễ tân?", "Lò Thị Hoa"),
        ("Who heads the logistics subcommittee?", "Vì Văn Tâm"),
    ],
)
def test_the_head_of_a_body_is_the_person_behind_its_name(index: Index, question: str, name: str) -> None:
    assert name in said(question, index)


@pytest.mark.parametrize("question", ["TGĐ báo cáo lúc nào?", "tgd bao cao luc nao", "Tổng giám đốc báo cáo lúc nào?"])
def test_an_office_in_short_is_the_office_in_full(index: Index, question: str) -> None:
    assert "Báo cáo bình chọn giống" in said(question, index)


def test_a_number_of_the_question_itself_counts_nothing(index: Index) -> None:
    assert said("Lớp 6 có bao nhiêu em?", index) == ""


@pytest.mark.parametrize("question", ["Buổi chiều mấy giờ học lại?", "chiều mấy giờ họp tiếp"])
def test_when_a_part_of_the_day_begins_is_its_first_item_alone(index: Index, question: str) -> None:
    assert "Trao đổi về cây giống" in said(question, index) and "Bế mạc" not in said(question, index)


def test_to_follow_something_is_not_to_come_next(index: Index) -> None:
    assert "Mường Cơi" in said("What follows the reception?", index)
    assert "Mường Cơi" not in said("Can I follow the reception online?", index)
    assert "trực tuyến" in said("Em theo dõi trực tuyến được không?", index)


@pytest.mark.parametrize("question", ["vận động tài trợ cây giống đến khi nào", "Hạn vận động tài trợ cây giống?"])
def test_until_when_work_goes_on_is_told_by_its_column(index: Index, question: str) -> None:
    assert "Trong tháng 9" in said(question, index)


def test_of_each_of_many_the_length_of_one_item_tells_nothing(index: Index) -> None:
    assert said("Mỗi hợp tác xã được tham luận mấy phút?", index) == ""


def test_an_empty_part_of_a_day_is_told_with_what_is_just_before_and_after_it(index: Index) -> None:
    evening = said("Tối 14/10 có gì không?", index)
    assert "Bế mạc" in evening and "Đón tiếp" not in evening


def test_what_is_on_is_not_the_whole_programme(index: Index) -> None:
    assert "Bế mạc" not in said("giờ này đang có những bài tham luận nào", index)
