"""What a paper that amends another answers: where and when it is now, on which day it is not, who is asked besides."""

from dataclasses import replace
from datetime import date, time

import pytest

from domain.amending import amended_event
from domain.answers import answer
from domain.answers.values import Attendance, Changes, ConferenceTimes, NoInformation, SessionTimes, WhereIs
from domain.conference import CHANGED, Conference, Fact, Group, Programme, Session
from domain.ids import GroupId, SessionId

DAY = date(2025, 10, 24)
TITLE = "Điều chỉnh, bổ sung Kế hoạch số 88/KH-UBND ngày 23/9/2025 về tổ chức Hội nghị đối thoại với nông dân"


def item(number: int, title: str, start: time) -> Session:
    return Session(id=SessionId(number), title=title, day=DAY, start=start, position=number)


PROGRAMME = Programme(
    conference=Conference(title=TITLE, venue="Trung tâm Chính trị huyện", starts_on=DAY, ends_on=DAY),
    sessions=(item(1, "Đón tiếp đại biểu", time(13)), item(2, "Đối thoại", time(14, 25))),
    groups=(
        Group(id=GroupId(1), level="Bổ sung thành phần", description="Chi nhánh Ngân hàng Nông nghiệp huyện"),
        Group(id=GroupId(2), level="Bổ sung thành phần", description="Giám đốc Trung tâm Khuyến nông"),
    ),
)


@pytest.mark.parametrize(
    "question",
    ["đổi địa điểm sang đâu vậy", "Chuyển địa điểm tới đâu ạ", "dia diem moi o dau", "Where has it been moved to?"],
)
def test_where_it_was_moved_to_is_where_it_is(question: str) -> None:
    assert answer(question, PROGRAMME, None) == WhereIs(place="Trung tâm Chính trị huyện")


@pytest.mark.parametrize("question", ["Hội nghị lùi sang ngày nào?", "ngày mới là ngày nào", "dời qua hôm nào vậy"])
def test_the_day_it_was_put_off_to_is_its_day(question: str) -> None:
    found = answer(question, PROGRAMME, None)
    assert isinstance(found, ConferenceTimes)
    assert (found.known.starts_on, found.place) == (DAY, None)


def test_what_was_changed_at_all_is_told_by_time_and_place() -> None:
    found = answer("kế hoạch này điều chỉnh những gì", PROGRAMME, None)
    assert isinstance(found, ConferenceTimes)
    assert (found.known.starts_on, found.place) == (DAY, "Trung tâm Chính trị huyện")


@pytest.mark.parametrize(
    "question", ["Hội nghị vẫn ngày 17/10 đúng không?", "còn họp ngày 17/10 không", "hội nghị 17 tháng 10 hả"]
)
def test_a_day_on_which_it_is_not_is_denied_with_the_right_one(question: str) -> None:
    found = answer(question, PROGRAMME, None)
    assert isinstance(found, ConferenceTimes)
    assert (found.denied, found.known.starts_on) == (date(2025, 10, 17), DAY)


def test_its_own_day_is_not_denied() -> None:
    assert not isinstance(answer("hội nghị ngày 24/10 phải không", PROGRAMME, None), ConferenceTimes)


def test_those_asked_besides_are_listed_by_what_they_are() -> None:
    found = answer("mời thêm ai vậy ạ?", PROGRAMME, None)
    assert isinstance(found, Attendance)
    assert len(found.groups[0].members) == 2
    banks = answer("mời thêm ngân hàng nào?", PROGRAMME, None)
    assert isinstance(banks, Attendance)
    assert banks.groups[0].members == ("Chi nhánh Ngân hàng Nông nghiệp huyện",)


def test_nobody_is_asked_besides_where_the_paper_adds_none() -> None:
    paper = Programme(conference=PROGRAMME.conference, sessions=PROGRAMME.sessions)
    assert isinstance(answer("mời thêm ai vậy ạ?", paper, None), NoInformation)


def test_the_whole_is_meant_where_an_item_bears_the_end_of_its_name() -> None:
    whole = answer("Hội nghị đối thoại họp ngày nào, mấy giờ?", PROGRAMME, None)
    assert isinstance(whole, ConferenceTimes)
    part = answer("mấy giờ thì đối thoại", PROGRAMME, None)
    assert isinstance(part, SessionTimes)
    assert part.lines[0].start == time(14, 25)


@pytest.mark.parametrize(
    ("title", "event"),
    [
        (TITLE, "Hội nghị đối thoại với nông dân"),
        ("Điều chỉnh thời gian tổ chức Lễ tổng kết", "Lễ tổng kết"),
        ("Hoãn Hội nghị tổng kết thi đua", "Hội nghị tổng kết thi đua"),
        ("Tổ chức Hội nghị tổng kết", "Tổ chức Hội nghị tổng kết"),
    ],
)
def test_what_an_amended_conference_is_called_stands_in_the_title(title: str, event: str) -> None:
    assert amended_event(title) == event


def test_what_was_changed_since_is_told_as_the_notice_in_the_paper_puts_it() -> None:
    said = ("Tọa đàm chuyển sang phòng 305", "Bỏ phần giải lao")
    facts = (*(Fact(topic=CHANGED, text=text) for text in said), Fact(topic="dress", text="Trang phục: lịch sự"))
    programme = replace(PROGRAMME, conference=replace(PROGRAMME.conference, title="Hội nghị đối thoại"), facts=facts)
    assert answer("có gì thay đổi không ạ", programme, None) == Changes(changes=said)
    nothing = answer("có gì thay đổi không ạ", replace(programme, facts=()), None)
    assert isinstance(nothing, NoInformation) and nothing.topic == "changes"
