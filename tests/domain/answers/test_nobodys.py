"""What no unit has been given is said so, and never shown with an empty name."""

from datetime import datetime

import pytest

from domain.answers import Index, answer_each
from domain.conference import Conference, Programme, Task, Unit
from domain.ids import NO_UNIT, TaskId, UnitId
from templates.render import text

PLAN = Programme(
    conference=Conference(code="HN", title="Hội nghị sơ kết"),
    units=(Unit(id=UnitId(1), name="Phòng Văn hóa"),),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(1), text="Gửi giấy mời", position=1),
        Task(id=TaskId(2), unit=NO_UNIT, text="Bố trí xe đưa đón đại biểu", position=2),
    ),
)
NOW = datetime(2026, 7, 1, 9)  # noqa: DTZ001 - local time


@pytest.mark.parametrize("question", ["đơn vị nào bố trí xe đưa đón đại biểu", "ai lo xe đưa đón đại biểu?"])
def test_who_does_what_no_unit_was_given_is_said_to_be_open(question: str) -> None:
    said = [text(each, "vi") for each in answer_each(question, Index.of(PLAN), NOW)]
    assert any("chưa giao cho đơn vị nào" in each and "Bố trí xe" in each for each in said)


@pytest.mark.parametrize("question", ["hạn bố trí xe đưa đón", "phòng văn hóa làm gì", "ai gửi giấy mời"])
def test_no_answer_shows_an_empty_name(question: str) -> None:
    for each in answer_each(question, Index.of(PLAN), NOW):
        said = text(each, "vi")
        assert "<b></b>" not in said
        assert "<blockquote>:" not in said
