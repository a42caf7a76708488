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


CONCLUSION = """VĂN PHÒNG UBND TỈNH GIA NINH
Số: 377/TB-VP
THÔNG BÁO
Ý kiến kết luận tại cuộc họp chuẩn bị Hội nghị đối thoại năm 2026
Sau khi nghe báo cáo, đồng chí Phó Chủ tịch kết luận như sau:
1. Thống nhất tổ chức Hội nghị vào lúc 08h00 ngày 25/9/2026 tại Hội trường UBND tỉnh.
2. Giao Sở Tài chính tổng hợp kiến nghị, gửi các sở trước ngày 12/9/2026.
3. Giao các sở: Xây dựng, Công Thương chuẩn bị nội dung trả lời chậm nhất ngày 19/9/2026.
4. Yêu cầu Công an tỉnh bảo đảm an ninh.
Nơi nhận:
- Lưu: VT.
CHÁNH VĂN PHÒNG
Đào Duy Khương
"""


def test_points_of_a_conclusion_that_give_work_name_their_units_and_leave_the_day_of_the_first() -> None:
    draft = read(CONCLUSION)
    assert [(unit.value.name, unit.value.tasks[0].value.deadline) for unit in draft.units] == [
        ("Sở Tài chính", date(2026, 9, 12)),
        ("các sở: Xây dựng, Công Thương", date(2026, 9, 19)),
        ("Công an tỉnh", None),
    ]
    assert draft.starts_on is not None and draft.starts_on.value == date(2026, 9, 25)


def test_unit_behind_a_bullet_keeps_the_lines_without_marks_below() -> None:
    bodies = """II. CÔNG TÁC CHUẨN BỊ
* Phòng Nghiệp vụ (bà Ánh, ông Khánh)
Viết báo cáo, xong 18/4/2026.
* Phòng Hành chính
Giấy mời: 19/4
Mượn âm thanh"""
    tasks = {name: [task.value.text for task in unit.tasks] for name, unit in _units(bodies).items()}
    assert tasks == {
        "Phòng Nghiệp vụ": ["Viết báo cáo, xong 18/4/2026"],
        "Phòng Hành chính": ["Giấy mời: 19/4", "Mượn âm thanh"],
    }


def test_unit_over_a_table_of_who_sends_how_many_keeps_its_work() -> None:
    bodies = """II. PHÂN CÔNG NHIỆM VỤ
Văn phòng Hội
+ In tài liệu
Đề nghị Hội các xã
+ Gửi danh sách trước ngày 08/4/2026

Đơn vị               Số đại biểu    Số gian
Xã Đồng Chum         35             4
Xã Tu Lý             30             3"""
    tasks = {name: [task.value.text for task in unit.tasks] for name, unit in _units(bodies).items()}
    assert tasks == {"Văn phòng Hội": ["In tài liệu"], "Hội các xã": ["Gửi danh sách trước ngày 08/4/2026"]}


def test_body_with_nothing_but_its_people_has_no_task() -> None:
    bodies = """II. PHÂN CÔNG NHIỆM VỤ
1. Văn phòng Hội: in tài liệu.
2. Ban Thư ký: Bà Hoàng Minh Nguyệt, ông Bùi Tấn Lực"""
    staffed = _units(bodies)["Ban Thư ký"]
    assert (staffed.role, staffed.tasks) == ("Bà Hoàng Minh Nguyệt, ông Bùi Tấn Lực", ())


@pytest.mark.parametrize(
    ("line", "who", "work"),
    [
        ("In giấy mời: cô Lài, cô Đàn, xong ngày 05/4/2026", "cô Lài, cô Đàn", "In giấy mời, xong ngày 05/4/2026"),
        ("Báo cáo tình hình: cô Hạnh (HT)", "cô Hạnh (HT)", "Báo cáo tình hình"),
        ("Thuê âm thanh: thầy Lực. Treo phông chiều 10/4", "thầy Lực", "Thuê âm thanh. Treo phông chiều 10/4"),
        ("Đón phụ huynh: cô Mai và cô Thu", "cô Mai và cô Thu", "Đón phụ huynh"),
    ],
)
def test_work_before_the_colon_belongs_to_the_persons_behind_it(line: str, who: str, work: str) -> None:
    units = _units(f"II. PHÂN CÔNG\n- {line}\n- Cô Hoa: trông xe")
    assert [task.value.text for task in units[who].tasks] == [work]
    assert [task.value.text for task in units["Cô Hoa"].tasks] == ["trông xe"]
