"""Several questions in one message, and two in one sentence."""

from datetime import date, time

from domain.answers import Index, answer_each
from domain.answers import values as v
from domain.conference import Conference, Fact, Programme, Session, Source
from domain.ids import SessionId

DAY = date(2026, 4, 9)
INDEX = Index.of(
    Programme(
        conference=Conference(
            title="Hội thảo trồng quế xã Nậm Sài", venue="Nhà văn hóa xã", starts_on=DAY, chair="Chủ tịch UBND xã"
        ),
        sessions=(
            Session(
                id=SessionId(1),
                title="Kỹ thuật ươm quế giống",
                day=DAY,
                start=time(9),
                room="Phòng 2",
                responsible="Kỹ sư Má A Dình",
                position=1,
            ),
        ),
        facts=(
            Fact(topic="note", text="Đăng ký tham dự trước 17h00 ngày 02/4/2026", source=Source("", 1, 1)),
            Fact(topic="budget", text="Tham dự miễn phí", source=Source("", 2, 2)),
        ),
    )
)


def kinds(text: str) -> list[str]:
    return [type(each).__name__ for each in answer_each(text, INDEX, None)]


def test_two_questions_in_one_sentence_are_each_answered() -> None:
    said = answer_each("hạn đăng ký tham dự khi nào, có mất phí không", INDEX, None)
    texts = [each.texts for each in said if isinstance(each, v.Quoted | v.Practical)]
    assert texts == [("Đăng ký tham dự trước 17h00 ngày 02/4/2026",), ("Tham dự miễn phí",)]


def test_time_and_place_of_one_item_are_told_in_one_answer() -> None:
    assert kinds("kỹ thuật ươm quế mấy giờ, ở phòng nào") == ["SessionTimes"]


def test_a_sentence_of_which_a_half_cannot_be_answered_is_not_parted() -> None:
    assert kinds("con dấu của xã ai giữ, có mấy con dấu") == ["NoInformation"]


def test_at_most_three_questions_of_a_message_are_answered_and_the_rest_is_named() -> None:
    found = answer_each("Ai chủ trì? Hội thảo ở đâu? Ngày nào? Có mất phí không?", INDEX, None)
    assert len(found) == 4
    assert found[-1] == v.AskAgain(texts=("Có mất phí không?",))
