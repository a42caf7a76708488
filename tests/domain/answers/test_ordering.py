"""Which of two items comes first."""

from datetime import date, time

import pytest

from domain.answers import answer
from domain.answers.values import Neighbour, Order, SessionTimes
from domain.conference import Conference, Programme, Session
from domain.ids import SessionId

DAY = date(2026, 8, 4)


def session(number: int, title: str, start: str | None) -> Session:
    at = time.fromisoformat(start) if start else None
    return Session(id=SessionId(number), title=title, day=DAY, start=at, position=number)


PROGRAMME = Programme(
    conference=Conference(title="Hội nghị nghề muối", starts_on=DAY),
    sessions=(
        session(1, "Khai mạc", "08:00"),
        session(2, "Văn nghệ chào mừng", None),
        session(3, "Tham luận về giá muối", "09:00"),
        session(4, "Nghỉ giải lao", "10:00"),
        session(5, "Tham luận về kho muối", "10:15"),
        session(6, "Chụp ảnh lưu niệm", "11:00"),
        session(7, "Trưng bày sản phẩm", "11:00"),
    ),
)


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("khai mạc trước hay sau giải lao?", 1, 4),
        ("giải lao trước hay sau khai mạc ạ", 1, 4),
        ("chup anh truoc hay sau tham luan ve kho muoi", 5, 6),
        ("is the break before or after khai mạc", 1, 4),
        ("văn nghệ diễn ra trước hay là sau khai mạc", 1, 2),
        ("văn nghệ trước hoặc sau giải lao", 2, 4),
        ("giải lao trc hay sau chụp ảnh", 4, 6),
        ("Chụp ảnh trước hay giải lao trước?", 4, 6),
        ("văn nghệ với giải lao cái nào trước", 2, 4),
        ("Giải lao có trước phần chụp ảnh không ạ?", 4, 6),
        ("giai lao dung truoc hay dung sau phan chup anh", 4, 6),
    ],
)
def test_the_earlier_of_two_items_is_told_first(question: str, first: int, second: int) -> None:
    found = answer(question, PROGRAMME, None)
    assert isinstance(found, Order)
    assert (found.first.id, found.second.id, found.together) == (SessionId(first), SessionId(second), False)


def test_items_that_begin_together_are_told_so() -> None:
    found = answer("chụp ảnh trước hay sau trưng bày sản phẩm", PROGRAMME, None)
    assert isinstance(found, Order)
    assert found.together


@pytest.mark.parametrize(
    "question", ["giải lao trước hay sau tham luận", "giải lao trước hay sau trao thưởng", "trước hay sau"]
)
def test_no_order_is_told_where_one_of_the_two_is_not_clear(question: str) -> None:
    assert not answer(question, PROGRAMME, None).answered


@pytest.mark.parametrize(
    ("question", "item", "following"),
    [
        ("Khai mạc xong thì đến ai lên nói?", 1, 2),
        ("mọi người nghỉ giải lao xong thì làm gì tiếp ạ", 4, 5),
        ("hết phần văn nghệ thì chuyển qua mục nào", 2, 3),
        ("đang tham luận về kho muối, kế đó là gì", 5, 6),
        ("nghe tham luận về giá muối xong rồi tới phần chi", 3, 4),
        ("giai lao xong may gio vao lai", 4, 5),
    ],
)
def test_what_follows_an_item_that_is_over_is_told(question: str, item: int, following: int) -> None:
    found = answer(question, PROGRAMME, None)
    assert isinstance(found, Neighbour)
    ((anchor, lines),) = found.pairs
    assert anchor is not None
    assert (anchor.id, lines[0].id) == (SessionId(item), SessionId(following))


@pytest.mark.parametrize(
    "question", ["trao thưởng xong thì đến gì", "khai mạc xong thì ai phát quà", "trao thưởng xong lúc nào"]
)
def test_what_follows_something_else_is_not_told(question: str) -> None:
    assert not answer(question, PROGRAMME, None).answered


def test_when_an_item_is_over_asks_for_no_item_behind_it() -> None:
    assert isinstance(answer("tham luận về kho muối xong mấy giờ", PROGRAMME, None), SessionTimes)
