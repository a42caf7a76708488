"""Bed, board, ride, fee, dress and care: an answer speaks of just that one, and of no neighbour."""

from datetime import time

import pytest

from domain.answers import Index, answer_each
from domain.conference import Conference, Fact, Programme, Session, Task, Unit
from domain.ids import SessionId, TaskId, UnitId
from templates.render import text
from tests.questions import index_from


def _programme(
    tasks: tuple[str, ...] = (), facts: tuple[Fact, ...] = (), items: tuple[tuple[str, time], ...] = ()
) -> Index:
    return Index.of(
        Programme(
            conference=Conference(
                code="HN",
                title="Hội nghị giao ban công tác thủy lợi",
                venue="Hội trường lớn Nhà khách Bằng Lăng, số 12 đường Bờ Kè",
            ),
            units=(Unit(id=UnitId(1), name="Văn phòng Chi cục"), Unit(id=UnitId(2), name="Trung tâm Y tế huyện")),
            tasks=tuple(
                Task(id=TaskId(n), unit=UnitId(2 if "sơ cứu" in each else 1), text=each)
                for n, each in enumerate(tasks, 1)
            ),
            facts=facts,
            sessions=tuple(
                Session(id=SessionId(n), title=title, start=start, position=n)
                for n, (title, start) in enumerate(items, 1)
            ),
        )
    )


def _said(question: str, index: Index) -> str:
    return " ".join(text(each, "vi") for each in answer_each(question, index, None) if each.answered)


BARE = _programme(
    tasks=(
        "Bố trí điểm trông xe máy miễn phí tại sân sau",
        "Lập dự toán, thanh toán kinh phí tổ chức",
        "Chuẩn bị 80 suất ăn trưa cho đại biểu ở xa",
        "Đặt cơm thân mật tại Nhà khách Bằng Lăng",
    ),
    facts=(
        Fact(topic="other", text="19h30: trình diễn trang phục dân tộc"),
        Fact(topic="other", text="Đài Truyền thanh huyện: truyền hình trực tiếp buổi lễ"),
        Fact(topic="other", text="Xe đưa tin của đài có phù hiệu riêng"),
        Fact(topic="other", text="Trưởng xe: đồng chí Đỗ Văn Sình"),
    ),
    items=(
        ("Khai mạc", time(8)),
        ("Khoa Cấp cứu báo cáo chuyên đề", time(9)),
        ("Tặng quà gia đình chính sách", time(10)),
        ("Nghỉ trưa", time(11, 30)),
        ("Bế mạc", time(16)),
    ),
)


@pytest.mark.parametrize(
    "question",
    [
        "Nghỉ ở khách sạn nào?",
        "Chỗ ở có được bố trí không?",
        "Có ăn tối không?",
        "Có suất ăn chay không?",
        "Có phải đóng phí không?",
        "Lệ phí tham dự bao nhiêu?",
        "Ai trả tiền phòng?",
        "Ai chịu chi phí đi lại?",
        "Mặc gì khi dự hội nghị?",
        "Có phải đeo thẻ không?",
        "Có được hút thuốc không?",
        "Có họp trực tuyến không?",
        "Mấy giờ xe về?",
        "Xe đón ở đâu, mấy giờ?",
        "Có xe đưa đón không?",
        "Email ban tổ chức là gì?",
        "Gửi báo cáo về địa chỉ nào?",
        "Có bác sĩ không?",
        "Vào cổng nào?",
        "Có quà không?",
        "Bữa sáng ăn ở đâu?",
        "Mang theo giấy tờ gì?",
        "Nhà vệ sinh ở đâu?",
        "Có bãi đỗ xe ô tô không?",
    ],
)
def test_a_neighbouring_matter_is_no_answer(question: str) -> None:
    assert _said(question, BARE) == ""
    (found,) = answer_each(question, BARE, None)[:1]
    assert "Ông/bà muốn hỏi" not in text(found, "vi")


FULL = _programme(
    tasks=(
        "Bố trí chỗ nghỉ cho đại biểu ở xa tại Nhà khách huyện",
        "Bố trí xe đưa đón thầy cô đã nghỉ hưu",
        "Trực sơ cứu tại phòng bên hội trường",
        "Chuẩn bị 80 suất ăn trưa; bữa tối có món chay",
    ),
    facts=(
        Fact(topic="fee", text="Đại biểu không phải nộp lệ phí"),
        Fact(topic="other", text="Công tác phí của đại biểu do cơ quan cử đi thanh toán"),
    ),
    items=(("Khai mạc", time(8)), ("Liên hoan cùng đại biểu", time(18))),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Nghỉ ở khách sạn nào?", "Nhà khách huyện"),
        ("Chỗ ở có được bố trí không?", "Nhà khách huyện"),
        ("Có xe đưa đón không?", "xe đưa đón thầy cô"),
        ("Ban tổ chức có xe đưa đón không?", "xe đưa đón thầy cô"),
        ("Ốm thì gặp ai?", "Trung tâm Y tế huyện"),
        ("bị mệt thì tìm ai", "sơ cứu"),
        ("Có bác sĩ không?", "Có.</b>"),
        ("Đi lại tự túc hay có xe?", "xe đưa đón thầy cô"),
        ("Có suất ăn chay không?", "món chay"),
        ("Có phải đóng phí không?", "không phải nộp"),
        ("Ai trả tiền phòng?", "cơ quan cử đi"),
        ("Ai chịu chi phí đi lại?", "cơ quan cử đi"),
        ("Có ăn tối không?", "bữa tối"),
        ("Đến hội trường đi đường nào?", "đường Bờ Kè"),
        ("how do i get to the venue", "đường Bờ Kè"),
    ],
)
def test_the_matter_itself_is_told(question: str, told: str) -> None:
    assert told in _said(question, FULL)


def test_who_starts_by_coach_is_told_when() -> None:
    index = index_from(
        """UBND HUYỆN NÀ LẦU
KẾ HOẠCH
Tổ chức Hội nghị đầu bờ ngày 12/3/2026
1. Địa điểm: Hội trường UBND huyện
2. Đoàn tham quan tập trung tại sân UBND huyện, xuất phát bằng 02 xe ô tô lúc 13 giờ 30 phút.
"""
    )
    assert "13 giờ 30" in _said("Xe chạy lúc mấy giờ?", index)
    assert "Nghỉ" not in _said("Nhận phòng lúc mấy giờ?", index)
