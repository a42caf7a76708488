"""Several questions in one message, and two in one sentence."""

from datetime import date, time

import pytest

from domain.answers import Index, answer_each
from domain.answers import values as v
from domain.conference import Conference, Fact, Programme, Session, Source
from domain.ids import SessionId
from templates.render import text
from tests.questions import index_from

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


@pytest.mark.parametrize(
    "question",
    [
        "tiệc chào mừng ở đâu, mấy giờ ạ",
        "bốc thăm lúc nào, ở đâu vậy",
        "xe đi thực địa chạy mấy giờ và đón ở đâu",
        "Where is the dress rehearsal and what time?",
        "bài tham luận nộp cho ai, hạn chót bao giờ",
    ],
)
def test_a_half_that_names_nothing_asks_about_the_same_as_the_first(question: str) -> None:
    """And not about the whole: where the party is not known, its hour is not that of the workshop."""
    assert not any(each.answered for each in answer_each(question, INDEX, None))


def test_a_short_half_of_a_question_about_a_price_is_read_behind_the_words_of_the_first() -> None:
    (said,) = answer_each("khám bệnh miễn phí cho bao nhiêu người, mấy giờ", INDEX, None)
    assert not said.answered


def test_the_end_of_an_item_without_a_day_is_told_by_its_hour() -> None:
    last = v.Line(id=SessionId(1), title="bế giảng", start=time(16), end=time(16, 30))
    whole = v.ConferenceTimes(title="", known=v.Known(starts_on=DAY), asked="both", last=last)
    assert "Kết thúc: <b>16:30</b> – Bế giảng" in text(whole, "vi")
    assert "End: <b>16:30</b> – Bế giảng" in text(whole, "en")


def test_a_limit_asked_for_is_not_when_the_whole_begins() -> None:
    assert not any(each.answered for each in answer_each("hạn chót bao giờ", INDEX, None))


def test_a_half_that_names_something_else_is_told_of_that() -> None:
    plan = index_from(
        "UBND XÃ BẾN NGÔ\nKẾ HOẠCH\nTổ chức Hội nghị nhà nông năm 2026\nI. THỜI GIAN, ĐỊA ĐIỂM\n"
        "1. Thời gian: 8h00 ngày 14/5/2026.\n2. Địa điểm: Hội trường xã.\nII. TỔ CHỨC THỰC HIỆN\n"
        "1. Văn phòng HĐND và UBND xã:\n- Bố trí hội trường, nước uống, nơi để xe trong sân đình Ngô.\n"
        "- Bố trí ăn trưa cho đại biểu tại Nhà bếp Bến Ngô.\n"
    )
    parked, eaten = answer_each("để xe ở đâu và ăn trưa ở đâu", plan, None)
    assert "sân đình Ngô" in text(parked, "vi")
    assert "Nhà bếp Bến Ngô" in text(eaten, "vi")


ROOMS = Index.of(
    Programme(
        conference=Conference(title="Hội thảo khoa học nông nghiệp", venue="Nhà văn hóa xã", starts_on=DAY),
        facts=(
            Fact(
                topic="note",
                text="Tiểu ban 1 – Trồng trọt: phòng K1-101; 06 báo cáo; trưởng tiểu ban TS. Lò Văn Páo",
                source=Source("", 1, 1),
            ),
            Fact(
                topic="note",
                text="Tiểu ban 2 – Chăn nuôi, thú y: phòng K2-204; 05 báo cáo; trưởng tiểu ban TS. Mã Thị Hồng",
                source=Source("", 2, 2),
            ),
            Fact(topic="budget", text="Tham dự miễn phí", source=Source("", 3, 3)),
        ),
    )
)


def test_a_part_of_a_sentence_is_told_as_shortly_as_when_it_is_asked_alone() -> None:
    (alone,) = answer_each("tiểu ban chăn nuôi thú y ở phòng nào", ROOMS, None)
    first, _ = answer_each("tiểu ban chăn nuôi thú y ở phòng nào và có mất phí không", ROOMS, None)
    assert first == alone == v.Quoted(texts=("Tiểu ban 2 – Chăn nuôi, thú y: phòng K2-204",))


def test_what_is_asked_twice_in_a_sentence_is_told_once() -> None:
    assert len(answer_each("hội thảo ở đâu, ở đâu và ai nấu cơm", ROOMS, None)) == 2
