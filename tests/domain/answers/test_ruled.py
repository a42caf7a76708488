"""Whether one may, must or need not is told by the clause that rules it; what to bring by the sentence that says so."""

import pytest

from domain.answers import Index
from domain.conference import Conference, Fact, Group, Programme, Session, Task, Unit
from domain.ids import GroupId, SessionId, TaskId, UnitId
from domain.when import find_when
from tests.questions import told

INDEX = Index.of(
    Programme(
        conference=Conference(
            title="Lớp bồi dưỡng kiểm lâm địa bàn",
            purpose=("Lớp học gọn, tiết kiệm; không cử người học thay khi chưa được Chi cục trưởng đồng ý",),
        ),
        units=(Unit(id=UnitId(1), name="Các hạt kiểm lâm"),),
        tasks=(
            Task(
                id=TaskId(1),
                unit=UnitId(1),
                text="Gửi danh sách trước ngày 04/5/2026. Học viên Nhóm 2 mang theo máy định vị và dây dù",
            ),
        ),
        groups=(
            Group(id=GroupId(1), level="Học viên", description="mỗi hạt 03 người. Viên chức tập sự tham dự tự nguyện"),
            Group(id=GroupId(2), level="Nhóm 1", description="kiểm lâm viên. Học viên Nhóm 1 mang theo sổ tay"),
        ),
        sessions=(Session(id=SessionId(1), title="Leo núi (tự chọn)"),),
        facts=(
            Fact(topic="note", text="Học viên vắng quá 02 buổi không được cấp giấy chứng nhận"),
            Fact(topic="note", text="Không mang vật nuôi vào khu nghỉ; được dẫn theo người thân nếu báo trước"),
            Fact(topic="note", text="Đi thực địa đề nghị mang theo thẻ căn cước"),
            Fact(topic="meals", text="Ăn trưa tại bếp Vườn quốc gia"),
            Fact(topic="contact", text="Nếu có vướng mắc liên hệ ông Bàn Văn Đủ, điện thoại 0208.000.415"),
            Fact(topic="note", text="Tài liệu đăng tại trang tin www.kiemlam.example"),
        ),
    )
)


@pytest.mark.parametrize(
    ("question", "rule"),
    [
        ("viên chức tập sự có bắt buộc đi không", "tự nguyện"),
        ("vien chuc tap su co phai du khong", "tự nguyện"),
        ("bận thì nhờ người đi thay được không", "Chi cục trưởng đồng ý"),
        ("hạt trưởng ốm có được cử người học thay không", "Chi cục trưởng đồng ý"),
        ("có được mang vật nuôi theo không", "Không mang vật nuôi"),
        ("dẫn người nhà theo được không", "báo trước"),
        ("đi thực địa có cần mang căn cước không", "căn cước"),
    ],
)
def test_rule_is_told_by_the_clause_that_makes_it(question: str, rule: str) -> None:
    assert rule in told(INDEX, question)


@pytest.mark.parametrize(
    "question",
    [
        "lãnh đạo hạt có bắt buộc đi không",
        "có được uống rượu không",
        "có phải nộp ảnh thẻ không",
        "ăn trưa có phải trả tiền không",
        "điện thoại có phải tắt không",
        "có phải học trực tuyến không",
        "có phải mang giấy triệu tập không",
    ],
)
def test_what_no_clause_rules_is_not_known(question: str) -> None:
    assert told(INDEX, question) == "?"


def test_sentence_of_those_named_tells_what_they_bring() -> None:
    assert "máy định vị" in told(INDEX, "nhóm 2 phải mang theo gì")
    assert "sổ tay" not in told(INDEX, "nhóm 2 phải mang theo gì")


NIGHTS = ["ở lại 1 đêm được không", "bao nhiêu tiền một đêm", "ngủ mấy đêm"]


@pytest.mark.parametrize("question", NIGHTS)
def test_nights_that_are_counted_name_no_part_of_a_day(question: str) -> None:
    assert find_when(question, 2026).part is None
