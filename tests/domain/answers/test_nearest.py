"""What comes nearest to a question is its answer where it holds what is asked for and nothing else comes close."""

from dataclasses import replace
from datetime import date, time

import pytest

from domain.answers import Answer, Index, answer
from domain.answers import values as v
from domain.conference import Conference, Fact, Programme, Session, Source, Task, Unit
from domain.ids import SessionId, TaskId, UnitId
from domain.nested import texts_in

DAY = date(2025, 9, 18)
CLUB, OFFICE, YOUTH = UnitId(1), UnitId(2), UnitId(3)
ADDRESS = "Các bản làng đăng ký và gửi bài qua hộp thư trongdong@banmo.example"


def fact(text: str) -> Fact:
    return Fact(topic="note", text=text, source=Source(text, 1, 1))


PROGRAMME = Programme(
    conference=Conference(title="Liên hoan trống đồng huyện Lũng Vài", venue="Bãi Nà Sen", starts_on=DAY, ends_on=DAY),
    sessions=(
        Session(id=SessionId(1), title="Trống chào mừng", day=DAY, start=time(7, 30), position=1),
        Session(id=SessionId(2), title="Khai mạc liên hoan", day=DAY, start=time(8), position=2),
    ),
    units=(
        Unit(id=CLUB, name="Câu lạc bộ trống Bản Mo"),
        Unit(id=OFFICE, name="Phòng Văn hóa"),
        Unit(id=YOUTH, name="Huyện đoàn"),
    ),
    tasks=(
        Task(id=TaskId(1), unit=CLUB, text="04 bài trống chào mừng; ghép bài từ 16g30 mỗi chiều thứ Ba"),
        Task(id=TaskId(2), unit=OFFICE, text="Đặt cờ phướn dọc đường vào bãi trước ngày 16/9/2025"),
        Task(id=TaskId(3), unit=YOUTH, text="Đặt cờ hội dọc bờ suối trước ngày 12/9/2025"),
    ),
    facts=(fact(ADDRESS), fact("mỗi bản 02 trống, 06 dùi"), fact("Nghệ nhân có mặt trước 6h45")),
)
INDEX = Index.of(PROGRAMME)


def asked(question: str, index: Index = INDEX) -> Answer:
    return answer(question, index, None)


def test_the_statement_that_says_most_of_a_question_is_told_and_not_offered_beside_a_farther_one() -> None:
    given = asked("câu lạc bộ ghép bài trống những hôm nào")
    assert isinstance(given, v.Responsible)
    assert [task.id for task in given.tasks] == [TaskId(1)]


@pytest.mark.parametrize("question", ["cờ đặt dọc hai bên từ hôm nào", "cờ ở cổng chợ đặt trước hôm nào"])
def test_two_statements_that_come_as_near_are_not_told(question: str) -> None:
    assert not asked(question).answered


@pytest.mark.parametrize(
    "question",
    ["ai ghép bài trống với đội khách", "đội trống được thưởng bao nhiêu tiền", "mấy giờ đội trống nộp bài dự thi"],
)
def test_a_statement_that_lacks_what_is_asked_for_is_not_told(question: str) -> None:
    assert not asked(question).answered


def test_an_item_of_another_day_is_not_told_for_the_one_named() -> None:
    assert not isinstance(asked("trống chào mừng ngày 20/9 mấy giờ đánh"), v.SessionTimes)


@pytest.mark.parametrize("question", ["gửi tham luận qua đâu", "Where do I send my paper?"])
def test_what_is_handed_in_goes_to_the_one_address_of_the_paper(question: str) -> None:
    given = asked(question)
    assert isinstance(given, v.Quoted)
    assert given.texts == (ADDRESS,)


def test_of_two_addresses_none_is_told_for_what_neither_speaks_of() -> None:
    facts = (*PROGRAMME.facts, fact("Nghệ nhân đăng ký suất ăn qua hộp thư bep@banmo.example"))
    assert not asked("gửi tham luận qua đâu", Index.of(replace(PROGRAMME, facts=facts))).answered


def test_an_address_is_told_for_nothing_that_is_not_written() -> None:
    assert not asked("gửi xe máy ở đâu").answered


def test_what_each_of_them_has_is_what_they_bring() -> None:
    given = asked("mỗi bản phải mang theo những gì")
    assert isinstance(given, v.Quoted)
    assert given.texts == ("mỗi bản 02 trống, 06 dùi",)
    assert not asked("mỗi em phải mang theo những gì").answered


def test_who_says_that_he_is_at_the_venue_asks_of_nothing_else() -> None:
    assert asked("nghệ nhân phải có mặt ở Bãi Nà Sen trước mấy giờ").answered
    assert not asked("nghệ nhân phải có mặt ở Bãi Cà Roòng trước mấy giờ").answered


SALTERS = Programme(
    conference=Conference(title="Hội thảo nghề muối xã Hải Lộc", venue="Nhà cộng đồng", starts_on=DAY, ends_on=DAY),
    sessions=(
        Session(id=SessionId(3), title="Em đọc thơ về muối", day=DAY, start=time(7), responsible="Em Lụa, lớp 6"),
        Session(id=SessionId(4), title="Phim tài liệu ruộng muối", day=DAY, start=time(7, 20)),
        Session(id=SessionId(1), title="Phát biểu của hội diêm dân", day=DAY, start=time(8), end=time(8, 20)),
        Session(id=SessionId(2), title="Chính sách thuế muối", day=DAY, start=time(9), position=1, room="Phòng Gió"),
    ),
    units=(
        Unit(id=CLUB, name="Tổ Nội dung", role="ông Khúc Văn Lành, phó xã, làm tổ trưởng"),
        Unit(id=OFFICE, name="Tổ Hậu cần", role="bà Lã Thị Mến làm tổ trưởng"),
        Unit(id=YOUTH, name="Phòng Kinh tế"),
    ),
    tasks=(
        Task(id=TaskId(1), unit=CLUB, text="Viết kịch bản, dẫn chương trình; ghi biên bản"),
        Task(id=TaskId(2), unit=OFFICE, text="Thuê nhà cộng đồng (220 chỗ); dựng 09 quầy muối"),
        Task(id=TaskId(3), unit=YOUTH, text="Làm giấy chứng nhận; giúp 40 diêm dân được biểu dương đi lại"),
    ),
    facts=(
        fact("Lễ thả diều được tường thuật trên sóng HLTV"),
        Fact(topic="contact", text="Phòng ở, xe: anh Tiết – Phòng Kinh tế (0299.000.555)", source=Source("x", 1, 1)),
    ),
)
SALT = Index.of(SALTERS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("ai dẫn chương trình vậy ạ", "Tổ Nội dung"),
        ("ai làm tổ trưởng tổ nội dung", "Khúc Văn Lành"),
        ("nhà cộng đồng chứa được mấy chỗ", "220 chỗ"),
        ("nhà cộng đồng có bao nhiêu chỗ ngồi", "220 chỗ"),
        ("có bao nhiêu quầy muối trưng bày", "09 quầy"),
        ("phòng nào làm giấy chứng nhận", "Phòng Kinh tế"),
        ("phòng khách sạn thì hỏi ai", "anh Tiết"),
        ("thả diều xem trên kênh nào", "HLTV"),
        ("em nào đọc thơ", "Em Lụa"),
        ("phim ruộng muối chiếu lúc mấy giờ", "Phim tài liệu"),
    ],
)
def test_what_the_paper_says_in_other_words_is_told(question: str, told: str) -> None:
    given = asked(question, SALT)
    assert given.answered
    assert any(told in text for text in texts_in(given, without=Source))


@pytest.mark.parametrize(
    "question",
    [
        "phát biểu không được quá mấy phút",
        "diêm dân nào được biểu dương",
        "chính sách thuế muối là bao nhiêu phần trăm",
    ],
)
def test_what_only_shares_words_with_a_question_is_not_told(question: str) -> None:
    assert not asked(question, SALT).answered
