"""Bodies that organizers form: their people, their work and its deadline, under any heading and in any layout."""

from datetime import date

import pytest

from domain.plan import PlanUnit
from tests.drafts import read

PLAN = """BAN CHẤP HÀNH HỘI NÔNG DÂN HUYỆN ĐÁ BẠC
Số: 12-KH/HND
Đá Bạc, ngày 02 tháng 3 năm 2026
KẾ HOẠCH
Tổ chức Hội nghị biểu dương hội viên giỏi năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: ngày 24/4/2026.
- Địa điểm: Nhà văn hóa huyện.
{bodies}
VI. KINH PHÍ: từ quỹ Hội.
CHỦ TỊCH
Lò Văn Pâng
"""


def _units(bodies: str) -> dict[str, PlanUnit]:
    return {unit.value.name: unit.value for unit in read(PLAN.format(bodies=bodies)).units}


LABELLED = """II. BAN TỔ CHỨC VÀ CÁC TỔ GIÚP VIỆC
1. Ban Tổ chức
Trưởng ban: Ông Lò Văn Pâng, Chủ tịch Hội
Các thành viên:
Ông Hà Văn Sơn, bà Mùa Thị Dở
2. Tổ Nội dung
Tổ trưởng: bà Mùa Thị Dở
Thư ký: anh Hà Văn Sơn
Nhiệm vụ:
- Viết báo cáo, xong trước 10/4/2026
- Chọn 05 gương điển hình; hạn 15/4/2026
3. Tổ Khánh tiết
Tổ trưởng: anh Sùng A Tủa
- Treo băng rôn
- Mượn âm thanh"""

UNMARKED = """II. PHÂN CÔNG TRÁCH NHIỆM
Nhóm 1 (nội dung)
Bà Mùa Thị Dở - nhóm trưởng
Anh Hà Văn Sơn, kế toán Hội
Nhiệm vụ: viết báo cáo, mời khách
Hoàn thành: 10/4/2026
Nhóm 2 (phục vụ)
Anh Sùng A Tủa - nhóm trưởng
Trạm trưởng Trạm Y tế
Nhiệm vụ: nước uống, tủ thuốc
Hoàn thành: 20/4/2026"""


def test_people_of_a_body_are_named_with_it_and_are_no_work() -> None:
    units = _units(LABELLED)
    assert units["Ban Tổ chức"].role == (
        "Trưởng ban: Ông Lò Văn Pâng, Chủ tịch Hội; Các thành viên: Ông Hà Văn Sơn, bà Mùa Thị Dở"
    )
    assert units["Tổ Nội dung"].role == "Tổ trưởng: bà Mùa Thị Dở; Thư ký: anh Hà Văn Sơn"
    assert [task.value.text for task in units["Tổ Khánh tiết"].tasks] == ["Treo băng rôn", "Mượn âm thanh"]


def test_work_behind_its_label_keeps_each_deadline() -> None:
    tasks = [(task.value.text, task.value.deadline) for task in _units(LABELLED)["Tổ Nội dung"].tasks]
    assert tasks == [
        ("Viết báo cáo, xong trước 10/4/2026", date(2026, 4, 10)),
        ("Chọn 05 gương điển hình; hạn 15/4/2026", date(2026, 4, 15)),
    ]


def test_groups_without_marks_keep_people_work_and_until_when() -> None:
    units = _units(UNMARKED)
    assert list(units) == ["Nhóm 1", "Nhóm 2"]
    first, second = units.values()
    assert first.role == "nội dung; Bà Mùa Thị Dở - nhóm trưởng; Anh Hà Văn Sơn, kế toán Hội"
    assert [(task.value.text, task.value.deadline) for task in first.tasks] == [
        ("viết báo cáo, mời khách", date(2026, 4, 10))
    ]
    assert "Trạm trưởng Trạm Y tế" in (second.role or "")
    assert [task.value.deadline for task in second.tasks] == [date(2026, 4, 20)]


@pytest.mark.parametrize("heading", ["II. CÁC TIỂU BAN GIÚP VIỆC", "II. THÀNH LẬP CÁC TỔ", "II. BỘ MÁY"])
def test_committees_are_found_under_any_heading_beside_the_division_of_work(heading: str) -> None:
    bodies = f"""{heading}
1. Tiểu ban Lễ tân: do bà Vàng Thị Say làm Trưởng tiểu ban. Nhiệm vụ: đón khách, phát tài liệu.
2. Tiểu ban Hậu cần
- Trưởng tiểu ban: ông Giàng A Lử
- Lo cơm trưa
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Hội: in tài liệu trước ngày 20/4/2026."""
    units = _units(bodies)
    assert list(units) == ["Tiểu ban Lễ tân", "Tiểu ban Hậu cần", "Văn phòng Hội"]
    assert units["Tiểu ban Lễ tân"].role == "do bà Vàng Thị Say làm Trưởng tiểu ban"
    assert [task.value.text for task in units["Tiểu ban Lễ tân"].tasks] == ["đón khách, phát tài liệu"]
    assert [task.value.text for task in units["Tiểu ban Hậu cần"].tasks] == ["Lo cơm trưa"]


def test_scientific_sections_with_chairs_are_no_committees() -> None:
    bodies = """II. CÁC TIỂU BAN CHUYÊN MÔN
1. Tiểu ban 1: Giống cây
- Trưởng tiểu ban: TS. Lò Văn Thiệp
2. Tiểu ban 2: Thị trường
- Trưởng tiểu ban: ThS. Hà Thị Ban"""
    assert _units(bodies) == {}


LETTER = """SỞ DU LỊCH TỈNH HÒA SƠN
Số: 84/SDL-QL
V/v phối hợp tổ chức Hội nghị lữ hành năm 2026
Hòa Sơn, ngày 15 tháng 7 năm 2026
Kính gửi:
- Sở Tài chính;
- Công an tỉnh.

Thực hiện Thông báo số 23/TB-UBND ngày 01/7/2026, Sở Du lịch tổ chức Hội nghị lữ hành \
vào ngày 21/8/2026 tại Nhà khách tỉnh, quy mô 300 đại biểu. {asks}

1. Sở Tài chính
Thẩm định dự toán, trình UBND tỉnh trước ngày 25/7/2026.

2. Công an tỉnh: phân luồng giao thông.

3. Các phòng thuộc Sở:
a) Phòng Lữ hành: soạn thư mời, xong trước 05/8.
b) Văn phòng Sở: lễ tân.

Nơi nhận:
- Như trên;
- Lưu: VT.
GIÁM ĐỐC
Hồ Thị Xuân
"""


@pytest.mark.parametrize(
    "asks",
    [
        "Để chuẩn bị chu đáo, Sở Du lịch đề nghị các cơ quan, đơn vị phối hợp thực hiện một số nội dung sau:",
        "Sở Du lịch đề nghị Quý cơ quan quan tâm, phối hợp các nội dung:",
        "Giám đốc Sở yêu cầu các đơn vị triển khai một số nhiệm vụ cụ thể như sau:",
    ],
)
def test_numbered_offices_behind_the_sentence_of_a_letter_that_asks_have_their_work(asks: str) -> None:
    draft = read(LETTER.format(asks=asks))
    tasks = {unit.value.name: [task.value.text for task in unit.value.tasks] for unit in draft.units}
    assert tasks == {
        "Sở Tài chính": ["Thẩm định dự toán, trình UBND tỉnh trước ngày 25/7/2026"],
        "Công an tỉnh": ["phân luồng giao thông"],
        "Phòng Lữ hành": ["soạn thư mời, xong trước 05/8"],
        "Văn phòng Sở": ["lễ tân"],
    }
    assert draft.starts_on is not None and draft.starts_on.value == date(2026, 8, 21)


def test_committees_within_a_unit_are_units_and_its_own_work_stays_with_it() -> None:
    bodies = """Phần II. TỔ CHỨC THỰC HIỆN
A. Ban Thường vụ Hội
1. Phát động thi đua chào mừng Hội nghị.
2. Thành lập 02 tiểu ban:
2.1. Tiểu ban Văn kiện: bà Mùa Thị Dở làm Trưởng tiểu ban; thành viên gồm các ông: Hà Văn Sơn, Sùng A Tủa.
Nhiệm vụ: viết báo cáo, xong trước 10/4/2026.
2.2. Tiểu ban Phục vụ: ông Giàng A Lử làm Trưởng tiểu ban.
Nhiệm vụ:
- Lo nước uống.
B. Chi hội các xã
- Gửi danh sách trước ngày 12/4/2026."""
    tasks = {name: [task.value.text for task in unit.tasks] for name, unit in _units(bodies).items()}
    assert tasks == {
        "Ban Thường vụ Hội": ["Phát động thi đua chào mừng Hội nghị"],
        "Tiểu ban Văn kiện": ["viết báo cáo, xong trước 10/4/2026"],
        "Tiểu ban Phục vụ": ["Lo nước uống"],
        "Chi hội các xã": ["Gửi danh sách trước ngày 12/4/2026"],
    }
    assert _units(bodies)["Tiểu ban Văn kiện"].role == (
        "bà Mùa Thị Dở làm Trưởng tiểu ban; thành viên gồm các ông: Hà Văn Sơn, Sùng A Tủa"
    )


def test_people_of_a_jury_are_told_with_the_jury() -> None:
    bodies = """4. Ban Giám khảo:
- Bà Mùa Thị Dở, Phó Trưởng phòng – Trưởng ban;
- Ông Hà Văn Sơn, Trung tâm Y tế – Giám khảo;
- Anh Sùng A Tủa – Thư ký."""
    facts = [fact.text for fact in read(PLAN.format(bodies=bodies)).facts]
    assert "Ban Giám khảo: Ông Hà Văn Sơn, Trung tâm Y tế – Giám khảo" in facts
    assert "Ông Hà Văn Sơn, Trung tâm Y tế – Giám khảo" not in facts
