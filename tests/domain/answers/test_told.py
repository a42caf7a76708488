"""What a statement of the plan tells, in other words and in the other language, and what is left unexplained."""

from datetime import date, time

import pytest

from domain.answers import Index, answer
from domain.answers import values as v
from domain.answers.asked import Asked
from domain.answers.coverage import explained, unexplained
from domain.answers.reading import understand
from domain.conference import Conference, Fact, Programme, Session, Source, Task, Unit
from domain.ids import SessionId, TaskId, UnitId

DAY = date(2025, 9, 18)


def fact(topic: str, text: str) -> Fact:
    return Fact(topic=topic, text=text, source=Source(text, 1, 1))


PROGRAMME = Programme(
    conference=Conference(
        title="Hội thảo nuôi ong tỉnh Lũng Vài",
        venue="Nhà văn hóa xã Bản Mo",
        starts_on=DAY,
        ends_on=DAY,
        contact="bà Lường Thị Sen, điện thoại 0299.000.111; hỗ trợ kỹ thuật: anh Vi Văn Tới, điện thoại 0299.000.222",
    ),
    sessions=(
        Session(id=SessionId(1), title="Khởi hành tham quan trại ong", day=DAY, start=time(6, 30), position=1),
        Session(id=SessionId(2), title="Khai mạc hội thảo", day=DAY, start=time(8), position=2),
    ),
    units=(Unit(id=UnitId(1), name="Chi cục Chăn nuôi"),),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(1), text="Bố trí chỗ đỗ xe cho đại biểu tại cổng số 3 chợ Bản Mo"),
        Task(id=TaskId(2), unit=UnitId(1), text="Giới thiệu 05 hộ điển hình tham gia giao lưu"),
    ),
    facts=(
        fact("note", "Người dự đủ thời gian được cấp giấy xác nhận 03 giờ tín chỉ"),
        fact("lodging", "Đại biểu nghỉ tại nhà khách xã, giá 90.000 đồng/người/đêm"),
    ),
)
INDEX = Index.of(PROGRAMME)


def test_a_word_that_the_plan_never_uses_finds_the_one_it_uses_instead() -> None:
    given = answer("mấy giờ xuất phát đi thăm trại ong", INDEX, None)
    assert isinstance(given, v.SessionTimes)
    assert [line.title for line in given.lines] == ["Khởi hành tham quan trại ong"]


def test_a_question_in_english_finds_a_statement_in_vietnamese() -> None:
    given = answer("How many credit hours do we get?", INDEX, None)
    assert isinstance(given, v.Quoted)
    assert given.texts == ("Người dự đủ thời gian được cấp giấy xác nhận 03 giờ tín chỉ",)


@pytest.mark.parametrize(
    "question",
    [
        "hồ bơi nhà khách mở cửa đến mấy giờ",
        "danh sách 5 hộ điển hình giao lưu gồm ai",
        "nhà khách có cho mang theo chó không",
    ],
)
def test_a_statement_that_covers_a_part_of_the_question_is_no_answer(question: str) -> None:
    assert not answer(question, INDEX, None).answered


def test_what_an_answer_leaves_out_is_named_and_weighed() -> None:
    asked = Asked(understand("giá nhà khách có hồ bơi", INDEX), INDEX, None)
    given = v.Practical(topic="lodging", texts=("Đại biểu nghỉ tại nhà khách xã, giá 90.000 đồng/người/đêm",))
    assert {unit.code for unit in unexplained(asked, given)} == {"ho", "boi"}
    assert 0 < explained(asked, given) < 1


def test_the_line_of_the_contacts_that_speaks_of_the_trouble_is_told_alone() -> None:
    given = answer("đường truyền lỗi thì gọi ai", INDEX, None)
    assert isinstance(given, v.PlanField)
    assert given.value == "hỗ trợ kỹ thuật: anh Vi Văn Tới, điện thoại 0299.000.222"


def test_where_a_task_arranges_a_matter_at_a_place_the_task_is_told() -> None:
    given = answer("xe oto do o dau dc a", INDEX, None)
    assert isinstance(given, v.Responsible)
    assert [task.text for task in given.tasks] == ["Bố trí chỗ đỗ xe cho đại biểu tại cổng số 3 chợ Bản Mo"]
    assert given.place == "cổng số 3 chợ Bản Mo"


def test_whether_something_is_on_a_day_that_cannot_be_known_is_not_guessed() -> None:
    assert answer("mai có tham quan không", INDEX, None) == v.NeedDate()


def test_what_all_follows_is_more_than_the_next_item() -> None:
    given = answer("sau khởi hành còn những nội dung gì", INDEX, None)
    assert isinstance(given, v.Neighbour)
    assert [[line.title for line in lines] for _, lines in given.pairs] == [["Khai mạc hội thảo"]]


CONDITIONAL = Index.of(
    Programme(
        conference=Conference(title="Ngày hội cà phê xã Đắk Mo", venue="Sân vận động xã", starts_on=DAY),
        facts=(
            fact("note", "Trường hợp trời mưa, Ban Tổ chức chuyển lễ khai mạc vào nhà rông"),
            fact("dress", "Mặc trang phục dân tộc, mang áo mưa khi đi vườn"),
        ),
        tasks=(Task(id=TaskId(1), unit=UnitId(1), text="Ký hợp đồng với nhà tài trợ theo quy định"),),
        units=(Unit(id=UnitId(1), name="Văn phòng UBND xã"),),
    )
)


def test_a_question_with_a_condition_is_answered_by_the_statement_with_one() -> None:
    given = answer("lỡ trời mưa thì sao", CONDITIONAL, None)
    assert given == v.Quoted(texts=("Trường hợp trời mưa, Ban Tổ chức chuyển lễ khai mạc vào nhà rông",))


def test_who_signs_with_the_sponsor_does_not_tell_who_the_sponsor_is() -> None:
    assert not answer("nhà tài trợ là công ty nào", CONDITIONAL, None).answered


def test_who_asks_for_a_number_is_given_no_other_number() -> None:
    given = answer("kinh phí ong giống tổng cộng bao nhiêu triệu", INDEX, None)
    assert isinstance(given, v.NoInformation)
    assert given.contact is None
