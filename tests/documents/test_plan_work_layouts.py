"""Every way to give work to a unit holds its deadline and its helpers in every layout."""

from datetime import date, datetime

import pytest

from domain.plan import PlanDraft
from tests.drafts import read

PLAN = """ỦY BAN NHÂN DÂN HUYỆN TRÀ MÂY
Số: 31/KH-UBND
Trà Mây, ngày 04 tháng 5 năm 2026
KẾ HOẠCH
Tổ chức Hội nghị nghề trồng chè năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: ngày 09/6/2026.
2. Địa điểm: Hội trường UBND huyện.
II. TỔ CHỨC THỰC HIỆN
{work}
{behind}
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Lò Văn Chè
"""
UNITS = ("Huyện đoàn", "Trung tâm Văn hóa, Thể thao huyện", "Công an huyện")
WORKS = ("in ấn tài liệu", "trang trí khánh tiết, nhân bản tờ rơi tại hội trường", "thẩm định dự toán kinh phí")
DAYS = (date(2026, 5, 20), date(2026, 5, 21), date(2026, 5, 22))

DEADLINES = {
    "before": ", trước ngày {}",
    "hour": ", xong trước 17h00 ngày {}",
    "bracket": " (hoàn thành trước ngày {})",
    "short bracket": " (trước {})",
    "label": ", hạn: {}",
    "long label": ", thời gian hoàn thành: trước ngày {}",
    "dash": " - Hạn hoàn thành: {}",
    "sentence": ". Thời gian: xong trước ngày {}",
    "cut bracket": " (hoàn thành trước\n{})",
    "cut hour": ", xong trước\n17h00 ngày {}",
    "bracket below": "\n(trước ngày {})",
}
LAYOUTS = {
    "number": "{n}. {unit}: {work}.",
    "bullet": "{n}. {unit}\n- {Work}.",
    "letter": "{n}. {unit}\na) {Work}.",
    "given": "{n}. Giao {unit} {work}.",
    "asked": "{n}. Đề nghị {unit} {work}.",
    "in charge": "{n}. {unit} chịu trách nhiệm {work}.",
}
BEHIND = {
    "whom to ask": "- Thông tin liên hệ: Phòng Nội vụ, ĐT: 0203.3856.123.",
    "nothing": "Trên đây là Kế hoạch tổ chức Hội nghị./.",
}


def _draft(work: str, behind: str = BEHIND["nothing"]) -> PlanDraft:
    return read(PLAN.format(work=work, behind=behind))


def _written(layout: str, deadline: str) -> str:
    lines = []
    for number, (unit, bare, day) in enumerate(zip(UNITS, WORKS, DAYS, strict=True), 1):
        work = bare + DEADLINES[deadline].format(f"{day:%d/%m/%Y}")
        lines.append(LAYOUTS[layout].format(n=number, unit=unit, work=work, Work=work[:1].upper() + work[1:]))
    return "\n".join(lines)


@pytest.mark.parametrize("behind", BEHIND)
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("deadline", DEADLINES)
def test_a_task_keeps_its_unit_and_its_deadline_however_it_is_given(deadline: str, layout: str, behind: str) -> None:
    taken = []
    for unit in _draft(_written(layout, deadline), BEHIND[behind]).units:
        for task in (each.value for each in unit.value.tasks):
            day = task.deadline.date() if isinstance(task.deadline, datetime) else task.deadline
            taken.append((unit.value.name, day))
    assert taken == list(zip(UNITS, DAYS, strict=True))


@pytest.mark.parametrize(
    "words",
    [
        "phối hợp với Công an huyện đón khách",
        "cùng Công an huyện đón khách",
        "chịu trách nhiệm cùng Công an huyện đón khách",
    ],
)
def test_who_works_together_with_a_unit_helps_it(words: str) -> None:
    units = _draft(f"1. Huyện đoàn: {words}.\n2. Công an huyện: giữ gìn trật tự.").units
    assert [unit.value.tasks[0].value.coordinating for unit in units] == [("Công an huyện",), ()]


def test_a_helper_in_a_cell_is_whole_though_a_comma_is_in_its_name() -> None:
    rows = (
        "TT|Nội dung|Chủ trì|Phối hợp|Thời hạn",
        f"1|In giấy mời|Huyện đoàn|{UNITS[1]}, Công an huyện|20/5/2026",
        f"2|Treo băng rôn|{UNITS[1]}||21/5/2026",
    )
    first, *_ = _draft("\n".join(f"| {row.replace('|', ' | ')} |" for row in rows)).units
    assert first.value.tasks[0].value.coordinating == (UNITS[1], "Công an huyện")


def test_a_column_nobody_filled_takes_nothing_from_the_one_beside_it() -> None:
    rows = (
        ("TT", "Nội dung", "Chủ trì", "Phối hợp", "Thời hạn"),
        ("1", "In giấy mời", "Huyện đoàn", "", "20/5/2026"),
        ("2", "Treo băng rôn", "Công an huyện", "", "21/5/2026"),
        ("3", "Quét dọn", "Văn phòng", "", "22/5/2026"),
    )
    table = "\n".join("".join(cell.ljust(20) for cell in row).rstrip() for row in rows)
    found = [(unit.value.name, unit.value.tasks[0].value.deadline) for unit in _draft(table).units]
    assert found == list(zip(("Huyện đoàn", "Công an huyện", "Văn phòng"), DAYS, strict=True))


def test_sentences_with_days_of_their_own_are_two_tasks() -> None:
    work = "1. Huyện đoàn\nVận động hội viên, xong trước ngày 20/5/2026. Dẫn đoàn tham quan, chậm nhất ngày 21/5/2026."
    (unit,) = _draft(work).units
    assert [task.value.deadline for task in unit.value.tasks] == [DAYS[0], DAYS[1]]


@pytest.mark.parametrize(
    ("line", "unit", "task"),
    [
        ("4. Phòng Tài vụ - Tham mưu kinh phí.", "Phòng Tài vụ", "Tham mưu kinh phí"),
        ("4. Phòng Kế hoạch - Tài vụ rà soát dự toán.", "Phòng Kế hoạch - Tài vụ", "rà soát dự toán"),
        ("4. Các tổ chuyên môn họp tổ, góp ý báo cáo.", "Các tổ chuyên môn", "họp tổ, góp ý báo cáo"),
        (
            "4. Đề nghị các Phòng Nông nghiệp và Môi trường: Hà An, Sơn Tây chuẩn bị tham luận.",
            "các Phòng Nông nghiệp và Môi trường: Hà An, Sơn Tây",
            "chuẩn bị tham luận",
        ),
    ],
)
def test_who_and_what_are_parted_at_a_dash_a_verb_or_behind_names(line: str, unit: str, task: str) -> None:
    found = {entry.value.name: [told.value.text for told in entry.value.tasks] for entry in _draft(line).units}
    assert found == {unit: [task]}


def test_whoever_stands_among_lines_that_name_bodies_has_the_work_behind_the_colon() -> None:
    work = """Đ/c Hoa (HT): Phụ trách chung.
Đ/c Lan (PHT): Duyệt văn nghệ.
Đ/c Tú (TPT): Tập nghi thức.
Chủ nhiệm lớp 1: Trang trí lớp, đón học sinh."""
    units = {unit.value.name: unit.value.tasks for unit in _draft(work).units}
    assert [task.value.text for task in units["Chủ nhiệm lớp 1"]] == ["Trang trí lớp, đón học sinh"]


def test_unit_and_work_on_one_line_take_no_further_lines() -> None:
    work = """Các Bà mẹ Công giáo : rửa chén, phục vụ bàn
Huynh trưởng : tiếp đón, giữ xe
Ban phụng vụ (anh Toàn) : chuẩn bị sách hát
Ban âm thanh : 4 micro, xong trước ngày 07/6/2026"""
    units = {unit.value.name: [task.value.text for task in unit.value.tasks] for unit in _draft(work).units}
    assert units["Các Bà mẹ Công giáo"] == ["rửa chén, phục vụ bàn"]
    assert units["Ban âm thanh"] == ["4 micro, xong trước ngày 07/6/2026"]


def test_whom_to_ask_among_the_units_is_no_unit() -> None:
    work = """1. Văn phòng: in tài liệu.
2. Đầu mối nội dung: bà Phan Thị Hằng, điện thoại 0228.555.310."""
    assert [unit.value.name for unit in _draft(work).units] == ["Văn phòng"]


def test_table_of_tasks_with_owner_and_hour_of_the_deadline() -> None:
    table = """Hạng mục | PIC | Deadline
Chốt khách mời | Duyên | 10/5
Chạy thử | Tổ kỹ thuật | 14h 08/6"""
    units = {unit.value.name: unit.value.tasks[0].value for unit in _draft(table).units}
    assert units["Duyên"].deadline == date(2026, 5, 10)
    assert units["Tổ kỹ thuật"].deadline == datetime.fromisoformat("2026-06-08T14:00")
    timed = """TT | Nội dung | Người phụ trách | Phối hợp | Thời gian
1 | Trang trí | Tổ Năng khiếu | Đoàn trường | 16h ngày 08/6"""
    assert [(unit.value.name, unit.value.tasks[0].value.deadline) for unit in _draft(timed).units] == [
        ("Tổ Năng khiếu", datetime.fromisoformat("2026-06-08T16:00"))
    ]
