"""Pages, words, minutes, seats, sizes and kinds of file: the statement with that unit, however its limit is worded."""

import pytest

from domain.answers import Index
from domain.conference import Conference, Fact, Programme, Session, Task, Unit
from domain.ids import SessionId, TaskId, UnitId
from tests.questions import told

INDEX = Index.of(
    Programme(
        conference=Conference(title="Hội thảo Lâm học miền núi", venue="Nhà khách Thác Bạc"),
        units=(Unit(id=UnitId(1), name="Tổ biên tập"),),
        tasks=(
            Task(id=TaskId(1), unit=UnitId(1), text="Nhận bài toàn văn (không quá 12 trang), hạn 17h00 ngày 02/3/2026"),
        ),
        sessions=(
            Session(id=SessionId(1), title="Phát biểu khai mạc"),
            Session(id=SessionId(2), title="Phiên chuyên đề ở Phòng Sa Mộc", position=2, room="Phòng Sa Mộc"),
        ),
        facts=(
            Fact(topic="note", text="Bản tóm tắt từ 200 đến 250 từ; gửi kèm ảnh tác giả"),
            Fact(topic="note", text="Mỗi bài trình bày 12 phút, trả lời câu hỏi 03 phút"),
            Fact(topic="note", text="Các phòng: Hội trường A (tầng 1, 240 chỗ); Hội trường B (tầng 2, 90 chỗ)"),
            Fact(topic="note", text="Áp phích khổ A1, dán tại sảnh trước 7h00"),
            Fact(topic="note", text="Bài viết dùng phông Times New Roman, cỡ 13, tệp .docx"),
        ),
    )
)


@pytest.mark.parametrize(
    ("question", "measure"),
    [
        ("bài toàn văn dài tối đa mấy trang", "12 trang"),
        ("toàn văn được viết bao nhiêu trang vậy", "12 trang"),
        ("tóm tắt viết bao nhiêu chữ", "250 từ"),
        ("mỗi người được nói mấy phút", "12 phút"),
        ("một nhóm trình bày tối đa bao nhiêu phút", "12 phút"),
        ("hội trường B ngồi được bao nhiêu người", "90 chỗ"),
        ("hội trường A có mấy chỗ", "240 chỗ"),
        ("áp phích khổ giấy nào", "khổ A1"),
        ("cỡ chữ bao nhiêu", "cỡ 13"),
        ("bài viết nộp file gì", ".docx"),
    ],
)
def test_measure_is_told_by_the_statement_that_has_its_unit(question: str, measure: str) -> None:
    assert measure in told(INDEX, question)


def test_only_the_clause_of_the_hall_asked_about_is_told() -> None:
    assert "240" not in told(INDEX, "hội trường B chứa được bao nhiêu người")


@pytest.mark.parametrize(
    "question",
    [
        "tóm tắt dài mấy trang",
        "hội trường C chứa được bao nhiêu người",
        "phòng Sa Mộc có bao nhiêu ghế",
        "kỷ yếu dày bao nhiêu trang",
        "giấy mời khổ nào",
        "khai mạc mấy phút",
    ],
)
def test_another_measure_or_another_thing_tells_none(question: str) -> None:
    assert told(INDEX, question) == "?"


@pytest.mark.parametrize("question", ["hôm nay có gì", "bài toàn văn có phải nộp không", "có chủ trì nào"])
def test_little_words_ask_for_no_size(question: str) -> None:
    assert "cỡ 13" not in told(INDEX, question)
    assert "khổ A1" not in told(INDEX, question)


def test_hours_of_teaching_are_not_those_that_one_may_miss() -> None:
    facts = ("Thời lượng 18 tiết", "Học viên vắng quá 15% số tiết không được cấp chứng chỉ")
    index = Index.of(
        Programme(
            conference=Conference(title="Lớp bồi dưỡng nghề mộc"),
            facts=tuple(Fact(topic="note", text=text) for text in facts),
        )
    )
    assert "18 tiết" in told(index, "lớp học bao nhiêu tiết")
    assert "15%" in told(index, "vắng bao nhiêu tiết thì không được chứng chỉ")
