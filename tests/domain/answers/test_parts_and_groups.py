"""Meetings on halves of a day, groups in rooms of their own, people who are only counted, and whose limit is meant."""

from datetime import date, datetime, time

import pytest

from domain.answers import Index, answer
from domain.answers.values import (
    Answer,
    ConferenceTimes,
    MomentTimes,
    NoInformation,
    Practical,
    Quoted,
    Responsible,
    SessionTimes,
    UnitTasks,
)
from domain.conference import Conference, Fact, Group, Moment, Programme, Session, Task, Unit
from domain.ids import GroupId, SessionId, TaskId, UnitId
from domain.when import find_when

DAY = date(2025, 6, 27)
GROUPS = "Thảo luận tổ (Tổ 1 tại Hội trường; Tổ 2 tại Phòng họp A; Tổ 3 tại Phòng họp B)"


def at(hour: int, minute: int = 0) -> datetime:
    return datetime.combine(DAY, time(hour, minute))


def item(number: int, title: str, hour: int, minute: int = 0, room: str | None = None) -> Session:
    return Session(id=SessionId(number), title=title, day=DAY, start=time(hour, minute), room=room, position=number)


PROGRAMME = Programme(
    conference=Conference(
        title="Tổ chức Hội nghị Ban Chấp hành lần thứ 20 và sơ kết 03 năm thực hiện Kết luận số 01",
        venue="Hội trường Quận ủy",
        starts_on=DAY,
        ends_on=DAY,
        contact="đ/c Thơm, điện thoại 0299.000.254",
    ),
    moments=(
        Moment(
            text="Buổi sáng: Hội nghị Ban Chấp hành, từ 7g45",
            what="Hội nghị Ban Chấp hành",
            start=at(7, 45),
        ),
        Moment(text="Buổi chiều: Hội nghị sơ kết, từ 14g00", what="Hội nghị sơ kết", start=at(14)),
    ),
    sessions=(
        item(1, "Đón tiếp đại biểu", 7, 30),
        item(2, GROUPS, 8, 40),
        item(3, "Bế mạc", 11),
        item(4, "Đón tiếp đại biểu; tham quan triển lãm", 13, 30),
        item(5, "Họp khối", 15, room="Khối A: Phòng 201; Khối B: Phòng 202"),
    ),
    groups=(Group(id=GroupId(1), level="Buổi chiều", description="12 tập thể, 28 cá nhân được biểu dương"),),
    units=(Unit(id=UnitId(1), name="Đ/c Hà Thị Thơm", role="Phó Bí thư"), Unit(id=UnitId(2), name="Các chi bộ")),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(1), text="Xây dựng báo cáo tổng kết"),
        Task(
            id=TaskId(2),
            unit=UnitId(1),
            text="tổng hợp câu hỏi, kiến nghị gửi các ban chậm nhất ngày 21/6/2025",
            deadline_text="chậm nhất ngày 21/6/2025",
            deadline=date(2025, 6, 21),
        ),
        Task(id=TaskId(3), unit=UnitId(1), text="Tổng hợp biên bản họp chi bộ"),
        Task(id=TaskId(4), unit=UnitId(2), text="gửi biên bản, danh sách về Ban Tổ chức"),
    ),
    facts=(Fact(topic="note", text="Hạn gửi câu hỏi, kiến nghị: trước ngày 19/6/2025"),),
)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index.of(PROGRAMME)


def asked(index: Index, question: str) -> Answer:
    return answer(question, index, None)


@pytest.mark.parametrize(
    ("question", "hour"),
    [
        ("Hội nghị buổi chiều mấy giờ bắt đầu?", time(14)),
        ("hội nghị buổi sáng bắt đầu lúc nào", time(7, 45)),
        ("hoi nghi buoi chieu may gio", time(14)),
    ],
)
def test_conference_of_a_half_of_the_day_begins_when_the_paper_says(index: Index, question: str, hour: time) -> None:
    found = asked(index, question)
    assert isinstance(found, MomentTimes)
    assert found.start == hour


def test_half_of_the_day_alone_begins_with_its_first_item(index: Index) -> None:
    found = asked(index, "buổi chiều mấy giờ bắt đầu")
    assert isinstance(found, SessionTimes)
    assert found.lines[0].start == time(13, 30)


def test_end_of_a_conference_is_no_rest_before_a_part_of_the_day() -> None:
    named = [find_when(text).part is not None for text in ("Hội nghị buổi chiều", "đề nghị buổi sáng", "nghỉ trưa")]
    assert named == [True, True, False]


def test_place_of_one_of_several_groups_is_its_own_wherever_it_sits(index: Index) -> None:
    assert asked(index, "to 3 ngoi dau") == Quoted(texts=("Tổ 3 tại Phòng họp B",))


def test_group_that_the_paper_does_not_place_is_given_no_room(index: Index) -> None:
    assert not asked(index, "tổ 4 họp ở phòng nào").answered


def test_people_who_are_only_counted_are_not_told_by_their_number(index: Index) -> None:
    assert isinstance(asked(index, "28 cá nhân được biểu dương gồm những ai?"), NoInformation)
    assert asked(index, "bao nhiêu cá nhân được biểu dương").answered


def test_what_somebody_has_to_do_is_not_their_number(index: Index) -> None:
    found = asked(index, "đ/c Thơm lo những việc gì")
    assert isinstance(found, UnitTasks)
    assert found.unit == "Đ/c Hà Thị Thơm"


def test_line_that_is_called_what_is_asked_tells_the_limit(index: Index) -> None:
    assert asked(index, "Hạn gửi câu hỏi, kiến nghị đến ngày nào ạ") == Quoted(
        texts=("Hạn gửi câu hỏi, kiến nghị: trước ngày 19/6/2025",)
    )


def test_where_a_thing_goes_is_told_by_who_sends_it_and_not_by_who_gathers_it(index: Index) -> None:
    found = asked(index, "gửi biên bản họp chi bộ cho phòng nào")
    assert isinstance(found, Responsible)
    assert [task.id for task in found.tasks] == [4]


def test_weekday_is_asked_of_this_conference_though_its_body_is_named() -> None:
    held = Programme(
        conference=Conference(
            title="Hội nghị viên chức", issuer="BỆNH VIỆN ĐA KHOA KHU VỰC", starts_on=DAY, ends_on=DAY
        )
    )
    assert isinstance(answer("hội nghị bệnh viện thứ mấy, ngày mấy vậy", held, None), ConferenceTimes)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How much is the fee if I have a paper?", "Đại biểu có bài: 500.000 đồng"),
        ("sinh viên đóng bao nhiêu tiền", "sinh viên, người nuôi: miễn phí"),
    ],
)
def test_sum_of_those_who_have_something_is_not_that_of_those_who_have_none(question: str, told: str) -> None:
    line = "Đại biểu có bài: 500.000 đồng; đại biểu không có bài: 700.000 đồng; sinh viên, người nuôi: miễn phí"
    held = Programme(
        conference=Conference(title="Hội thảo nuôi tôm", starts_on=DAY, ends_on=DAY),
        facts=(Fact(topic="budget", text=line),),
    )
    assert answer(question, held, None) == Practical(topic="fee", texts=(told,))
