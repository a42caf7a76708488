"""Courtesies around a question change nothing of its answer, and take nothing of the question."""

from datetime import date, time

import pytest

from domain.answers import Index, answer_each
from domain.answers.courtesy import without_courtesies
from domain.conference import Conference, Fact, Programme, Session, Source
from domain.ids import SessionId

DAY = date(2026, 4, 9)
INDEX = Index.of(
    Programme(
        conference=Conference(title="Hội thảo trồng quế xã Nậm Sài", venue="Nhà văn hóa xã", starts_on=DAY),
        sessions=(
            Session(id=SessionId(1), title="Khai mạc", day=DAY, start=time(8), position=1),
            Session(id=SessionId(2), title="Kỹ thuật ươm quế giống", day=DAY, start=time(9), position=2),
        ),
        facts=(
            Fact(topic="note", text="Giấy mời gửi trước ngày 02/4/2026", source=Source("", 1, 1)),
            Fact(topic="lodging", text="Đại biểu bản Nậm Mu nghỉ tại Nhà khách Hoa Ban", source=Source("", 2, 2)),
        ),
    )
)


@pytest.mark.parametrize(
    "wrapped",
    [
        "Dạ em chào BTC, cho em hỏi chút xíu: {}? Em cảm ơn ạ!",
        "ad ơi {} z, rep em với",
        "Alo mọi người ơi, sếp bảo tôi hỏi {}?",
        "xin lỗi làm phiền nha, {}? mình hỏi dùm người bạn",
        "Thưa anh, {}, mong anh trả lời sớm",
        "Kính gửi Ban Tổ chức, tôi vừa nhận được giấy mời, đọc mãi không thấy, xin hỏi {}? Trân trọng.",
    ],
)
@pytest.mark.parametrize("question", ["khai mạc lúc mấy giờ", "ngày 9/4 có gì", "hội thảo ở đâu"])
def test_a_question_wrapped_in_courtesies_gets_its_own_answer(wrapped: str, question: str) -> None:
    assert answer_each(wrapped.format(question), INDEX, None) == answer_each(question, INDEX, None)


def test_in_english_too() -> None:
    asked = "Hi there, sorry to bother you, could you please tell me where the workshop is held? Thanks in advance!"
    assert answer_each(asked, INDEX, None) == answer_each("where the workshop is held?", INDEX, None)


@pytest.mark.parametrize(
    "question",
    [
        "Xin chào",
        "cảm ơn bot nhé",
        "Khi nào gửi thư cảm ơn?",
        "xin mời ai phát biểu",
        "Xin số điện thoại ban tổ chức",
        "chào cờ lúc mấy giờ",
        "xin phép vắng mặt thì báo ai",
        "ban thư ký làm gì",
        "Da Nang co may nguoi",
        "gửi ban tổ chức những gì",
        "Cho hỏi",
    ],
)
def test_what_only_looks_like_a_courtesy_stays(question: str) -> None:
    assert without_courtesies(question) == question


def test_a_story_that_says_who_asks_is_no_courtesy() -> None:
    (found,) = answer_each("Em ở bản Nậm Mu xuống, cho em hỏi nghỉ ở đâu ạ?", INDEX, None)
    assert found.answered
    assert "Hoa Ban" in repr(found)
