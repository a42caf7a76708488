"""An item that is called like the whole, or like a part of its name: what a question means by it."""

from datetime import date, datetime, time

import pytest

from domain.answers import Index, answer
from domain.answers import values as v
from domain.conference import Conference, Group, Moment, Programme, Session, Source, Task, Unit
from domain.ids import GroupId, SessionId, TaskId, UnitId

DAY = date(2025, 9, 18)
BEFORE = date(2025, 9, 17)


def session(number: int, title: str, hour: str | None, *, by: str | None = None, parent: int | None = None) -> Session:
    return Session(
        id=SessionId(number),
        title=title,
        day=DAY,
        start=time.fromisoformat(hour) if hour else None,
        responsible=by,
        parent=SessionId(parent) if parent else None,
        position=number,
        source=Source(title, number, number),
    )


PROGRAMME = Programme(
    conference=Conference(
        title="Kế hoạch tổ chức Lễ kỷ niệm 30 năm trường Bản Mo và Tọa đàm nghề nuôi ong",
        venue="Hội trường lớn",
        starts_on=DAY,
        ends_on=DAY,
    ),
    sessions=(
        session(1, "Đón khách", "07:00", by="Phó Hiệu trưởng"),
        session(2, "Văn nghệ", "08:00", by="Hiệu trưởng"),
        session(3, "Tọa đàm “Ong và hoa”", "09:30", by="bà Lò Thị Sen điều phối; khách mời: ông Vì Văn Tới"),
        session(4, "Phiên thứ hai", "14:00"),
        session(5, "Trao quà", None, parent=4),
        session(6, "Bốc thăm", None, parent=4),
    ),
    groups=(
        Group(id=GroupId(1), level="Báo chí", description="Đài huyện đưa tin phần bốc thăm"),
        Group(id=GroupId(2), level="Trường", description="Toàn thể giáo viên"),
    ),
    units=(Unit(id=UnitId(1), name="Đoàn trường"), Unit(id=UnitId(2), name="Tổ Văn, Tổ Sử")),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(1), text="Mời trọng tài bóng chuyền"),
        Task(id=TaskId(2), unit=UnitId(2), text="Nộp bản kê sách cũ về thư viện"),
        Task(id=TaskId(3), unit=UnitId(1), text="Viết kịch bản lễ"),
    ),
    moments=(
        Moment(
            what="Họp tổ trưởng",
            text="15h00 ngày 17/9/2025 tại phòng Hội đồng",
            start=datetime.combine(BEFORE, time(15)),
        ),
    ),
)
INDEX = Index.of(PROGRAMME)


def test_an_item_called_like_a_part_of_the_whole_is_meant_before_the_whole() -> None:
    given = answer("tọa đàm mấy giờ", INDEX, None)
    assert isinstance(given, v.SessionTimes)
    assert [line.title for line in given.lines] == ["Tọa đàm “Ong và hoa”"]


def test_the_whole_is_meant_by_its_own_name() -> None:
    given = answer("lễ kỷ niệm 30 năm ngày nào", INDEX, None)
    assert isinstance(given, v.ConferenceTimes)


def test_guests_of_an_item_stand_behind_it() -> None:
    given = answer("Khách mời tọa đàm là những ai", INDEX, None)
    assert isinstance(given, v.Responsible)
    assert "Vì Văn Tới" in (given.lines[0].by or "")


def test_a_moment_is_held_where_its_own_line_says() -> None:
    given = answer("họp tổ trưởng lúc nào, ở đâu", INDEX, None)
    assert isinstance(given, v.MomentTimes)
    assert given.place == "phòng Hội đồng"


@pytest.mark.parametrize("question", ["phiên hai gồm những nội dung gì", "Phiên thứ hai có những gì?"])
def test_an_item_is_told_by_its_parts(question: str) -> None:
    given = answer(question, INDEX, None)
    assert isinstance(given, v.WholeAgenda)
    assert [line.title for line in given.days[0].lines] == ["Trao quà", "Bốc thăm"]


def test_work_assigned_to_a_unit_is_no_item_of_the_agenda() -> None:
    given = answer("Đoàn trường được phân công việc gì?", INDEX, None)
    assert isinstance(given, v.UnitTasks)
    assert [task.text for task in given.tasks] == ["Mời trọng tài bóng chuyền", "Viết kịch bản lễ"]


def test_a_task_without_a_limit_leaves_the_question_open() -> None:
    given = answer("hạn nộp bản kê sách cũ là khi nào", INDEX, None)
    assert isinstance(given, v.NoDeadline)
    assert not given.answered
    assert given.tasks[0].text == "Nộp bản kê sách cũ về thư viện"


@pytest.mark.parametrize(
    "question",
    ["Trọng tài gồm những ai?", "Đại biểu nào sẽ bốc thăm sách giáo khoa cũ?", "ai viết về trọng tài kịch câm"],
)
def test_who_invites_somebody_or_writes_of_it_does_not_tell_who_they_are(question: str) -> None:
    assert not answer(question, INDEX, None).answered
