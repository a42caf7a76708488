"""Who heads a body of the conference, who else is in it, and in which body somebody is."""

import pytest

from domain.answers import Index, answer
from domain.answers import values as v
from tests.questions import index_from

NAMED_BELOW = index_from(
    "HỘI LÀM VƯỜN XÃ TÂN MỸ\n\nKẾ HOẠCH\nTổ chức Đại hội Hội Làm vườn xã lần thứ III\n\n"
    "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 8h00 ngày 14/5/2026.\n2. Địa điểm: Nhà văn hóa xã.\n\n"
    "II. PHÂN CÔNG\n1. Tiểu ban Nội dung\n"
    "Ông Tô Văn Thìn, Chủ tịch Hội - Trưởng tiểu ban; bà Mai Thị Sim - Phó trưởng tiểu ban; "
    "ông Kim Đắc Lộc - thành viên.\n"
    "- Soạn báo cáo; nhận tham luận trước ngày 02/5/2026.\n"
    "2. Tiểu ban Phục vụ - Hậu cần\n- Trưởng tiểu ban: bà Hứa Thị Nga.\n- Thành viên: ông Kim Đắc Lộc, bà Lê Thị Quế.\n"
    "- Nhiệm vụ: gửi giấy mời; nước uống.\n"
    "3. Tổ Giúp việc (ông Vi Hồng Sơn làm tổ trưởng; các ông: Hà Trọng Nghĩa, Lưu Bá Thọ): in tài liệu.\n"
)


def said(question: str, index: Index = NAMED_BELOW) -> str:
    given = answer(question, index, None)
    assert isinstance(given, v.Attendance), given
    return "\n".join(f"{group.level}: {line}" for group in given.groups for line in group.members)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Trưởng tiểu ban nội dung là ai?", "Tô Văn Thìn"),
        ("ai lam truong tieu ban hau can", "Hứa Thị Nga"),
        ("phó trưởng tiểu ban nội dung là ai", "Mai Thị Sim"),
        ("tổ trưởng tổ giúp việc là ai vậy", "Vi Hồng Sơn"),
        ("Who leads the logistics subcommittee?", "Hứa Thị Nga"),
    ],
)
def test_the_head_of_a_body_is_named_alone(question: str, name: str) -> None:
    told = said(question)
    assert name in told
    assert "Kim Đắc Lộc" not in told and "Hà Trọng Nghĩa" not in told


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Tiểu ban nội dung gồm những ai?", ("Tô Văn Thìn", "Mai Thị Sim", "Kim Đắc Lộc")),
        ("thành viên tiểu ban phục vụ", ("Hứa Thị Nga", "Kim Đắc Lộc", "Lê Thị Quế")),
        ("ai trong tổ giúp việc", ("Vi Hồng Sơn", "Hà Trọng Nghĩa", "Lưu Bá Thọ")),
    ],
)
def test_those_in_a_body_are_named(question: str, names: tuple[str, ...]) -> None:
    told = said(question)
    assert all(name in told for name in names)


def test_of_somebody_the_bodies_are_named() -> None:
    told = said("ông Kim Đắc Lộc ở tiểu ban nào")
    assert "Tiểu ban Nội dung" in told and "Tiểu ban Phục vụ" in told and "Tổ Giúp việc" not in told
    assert "Tổ Giúp việc" in said("ông Lưu Bá Thọ thuộc tổ nào")


@pytest.mark.parametrize(
    "question",
    ["trưởng tiểu ban nhân sự là ai", "Tiểu ban tuyên truyền gồm những ai", "phó trưởng tiểu ban hậu cần là ai"],
)
def test_of_a_body_that_the_paper_does_not_staff_nobody_else_is_told(question: str) -> None:
    assert not answer(question, NAMED_BELOW, None).answered
