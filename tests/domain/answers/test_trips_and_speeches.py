"""Trips to a site, the leader's word, an hour that no item has, and what only sounds like the thing asked about."""

from dataclasses import replace
from datetime import date, time

import pytest

from domain.answers import answer
from domain.answers.values import (
    Ambiguous,
    Answer,
    ConferenceTimes,
    DayPlan,
    Existence,
    SessionTimes,
)
from domain.conference import Conference, Fact, Programme, Session, Task, Unit
from domain.ids import SessionId, TaskId, UnitId

DAY = date(2026, 9, 8)


def item(number: int, title: str, start: str | None, **more: object) -> Session:
    begins = time.fromisoformat(start) if start else None
    return Session(id=SessionId(number), title=title, day=DAY, start=begins, position=number, **more)  # type: ignore[arg-type]


PROGRAMME = Programme(
    conference=Conference(title="Hội nghị nghề nuôi ong", starts_on=DAY, ends_on=DAY),
    sessions=(
        item(1, "Đón khách, tham quan gian trưng bày mật ong", "07:30"),
        item(2, "Phát biểu khai mạc", "08:00"),
        item(3, "Phát biểu tham luận của các trại ong", "08:30"),
        item(4, "Phát biểu của lãnh đạo Chi cục Chăn nuôi", "10:00"),
        item(5, "Bốc thăm trúng thưởng", "10:30"),
        item(6, "Khảo sát thực địa rừng nhãn", "13:30"),
        item(7, "Kết luận, bế mạc", "16:00"),
    ),
    units=(Unit(id=UnitId(1), name="Trung tâm Văn hóa - Thể thao huyện"), Unit(id=UnitId(2), name="Hội Nuôi ong")),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(2), text="Chuẩn bị hồ sơ khen thưởng các trại ong"),
        Task(id=TaskId(2), unit=UnitId(1), text="Trang trí hội trường"),
    ),
    facts=(Fact(topic="logistics", text="Thời gian: 07 giờ 30 phút, thứ Ba, ngày 08/9/2026."),),
)


def told(question: str, programme: Programme = PROGRAMME) -> Answer:
    return answer(question, programme, None)


@pytest.mark.parametrize("question", ["Đi thực tế vào lúc nào?", "di thuc te may h", "When is the field trip?"])
def test_trip_is_the_item_that_takes_people_out(question: str) -> None:
    found = told(question)
    assert isinstance(found, SessionTimes) and [line.title for line in found.lines] == ["Khảo sát thực địa rừng nhãn"]


def test_stands_and_draws_are_no_trip() -> None:
    stays = replace(PROGRAMME, sessions=tuple(s for s in PROGRAMME.sessions if s.id != SessionId(6)))
    assert not told("Đi thực tế vào lúc nào?", stays).answered


def test_leaders_word_is_told_by_what_the_agenda_calls_it() -> None:
    found = told("Phát biểu chỉ đạo lúc mấy giờ?")
    assert isinstance(found, SessionTimes)
    assert [line.title for line in found.lines] == ["Phát biểu của lãnh đạo Chi cục Chăn nuôi"]


def test_no_opening_speech_is_offered_for_the_leaders_word() -> None:
    alone = replace(PROGRAMME, sessions=tuple(s for s in PROGRAMME.sessions if s.id != SessionId(4)))
    found = told("Phát biểu chỉ đạo lúc mấy giờ?", alone)
    assert not found.answered and not isinstance(found, Ambiguous)


@pytest.mark.parametrize("question", ["Trao thưởng lúc mấy giờ?", "Thảo luận tổ vào lúc nào?", "Mấy giờ biểu quyết?"])
def test_work_and_the_hour_of_the_whole_tell_no_hour_of_a_missing_item(question: str) -> None:
    found = told(question)
    assert not found.answered and not isinstance(found, Ambiguous)


@pytest.mark.parametrize("question", ["Mấy giờ thì được về?", "ra về lúc mấy giờ", "When can we leave?"])
def test_leaving_asks_for_the_end(question: str) -> None:
    found = told(question)
    assert isinstance(found, ConferenceTimes)
    assert found.asked == "end" and found.last is not None and found.last.title == "Kết luận, bế mạc"


def test_second_day_of_one_tells_how_many_there_are() -> None:
    found = told("Ngày thứ hai có những nội dung gì?")
    assert isinstance(found, ConferenceTimes) and found.only_days == 1


def test_items_without_hours_are_in_no_half_of_the_day_alone() -> None:
    hourless = replace(PROGRAMME, sessions=tuple(replace(s, start=None) for s in PROGRAMME.sessions))
    found = told("Buổi chiều có gì?", hourless)
    assert isinstance(found, DayPlan) and found.hourless and len(found.lines) == len(PROGRAMME.sessions)


def test_length_of_something_else_is_no_talks() -> None:
    film = replace(PROGRAMME, facts=(Fact(topic="logistics", text="Dựng phim tư liệu, mỗi phim không quá 7 phút"),))
    assert not told("Mỗi tham luận trình bày bao nhiêu phút?", film).answered
    talk = replace(PROGRAMME, facts=(Fact(topic="logistics", text="Trình bày ngắn gọn, mỗi ý kiến không quá 7 phút"),))
    assert told("Mỗi tham luận trình bày bao nhiêu phút?", talk).answered


def test_name_of_a_body_is_no_yes_to_its_trade() -> None:
    found = told("Có thi đấu thể thao trong chương trình không?")
    assert not (isinstance(found, Existence) and found.present)
