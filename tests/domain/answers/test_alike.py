"""When two questions are the same one, and what organizers have written being answered before anything else."""

from dataclasses import replace

import pytest

from domain.answers import Index, alike, answer, grouped, key_of
from domain.answers import values as v
from domain.conference import Conference, Fact, Programme, Source

PLAIN = Programme(conference=Conference(title="Hội nghị nuôi ong", venue="Nhà văn hóa xã"))


def with_facts(*facts: Fact) -> Index:
    return Index.of(replace(PLAIN, facts=facts))


def quoted(text: str) -> Fact:
    return Fact(topic="other", text=text, source=Source(text, 1, 1))


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Có chỗ để xe không?", "co cho de xe khong a", True),
        ("mật khẩu wifi là gì", "cho em hỏi mật khẩu wifi là gì ạ", True),
        ("mật khẩu wifi là gì", "mật khẩu wfii là gì", True),
        ("chỗ để xe máy ở đâu", "chỗ để xe hơi ở đâu", False),
        ("mấy giờ ăn trưa", "mấy giờ ăn sáng", False),
        ("phòng 201 ở đâu", "phòng 301 ở đâu", False),
        ("ai ăn trưa", "ăn trưa ở đâu", False),
        ("", "mấy giờ ăn trưa", False),
    ],
)
def test_questions_are_alike_when_only_clothes_and_slips_differ(left: str, right: str, same: bool) -> None:
    assert alike(key_of(left), key_of(right)) is same


def test_groups_stand_by_size_and_keep_the_order_of_asking() -> None:
    assert grouped(["có wifi không", "để xe ở đâu", "De xe o dau a?", "Để xe ở đâu"]) == [[1, 2, 3], [0]]


def test_a_saved_answer_goes_before_what_the_plan_says() -> None:
    index = with_facts(Fact(topic="faq", text="Ở sân sau.", question="Hội nghị ở đâu?"))
    assert answer("hoi nghi o dau a", index, None) == v.SavedAnswer(question="Hội nghị ở đâu?", text="Ở sân sau.")
    assert isinstance(answer("hội nghị ở tầng mấy", index, None), v.NoInformation)


def test_of_two_saved_answers_the_newer_holds() -> None:
    index = with_facts(
        Fact(topic="faq", text="Có.", question="Có wifi không?"),
        Fact(topic="faq", text="Chưa có.", question="có wifi không"),
    )
    assert answer("có wifi không ạ", index, None) == v.SavedAnswer(question="có wifi không", text="Chưa có.")


def test_a_statement_of_no_known_topic_is_quoted() -> None:
    index = with_facts(quoted("Bản tóm tắt không quá 400 từ"), quoted("Mỗi đội có 5 người thi quay mật"))
    assert answer("bản tóm tắt tối đa bao nhiêu từ", index, None) == v.Quoted(texts=("Bản tóm tắt không quá 400 từ",))
    assert answer("mỗi đội mấy người thi quay mật", index, None) == v.Quoted(texts=("Mỗi đội có 5 người thi quay mật",))


def test_a_statement_without_a_place_is_no_answer_to_where() -> None:
    index = with_facts(Fact(topic="parking", text="Có người trông xe cả ngày", source=Source("", 1, 1)))
    assert isinstance(answer("để xe ở đâu", index, None), v.NoInformation)
    assert isinstance(answer("có chỗ để xe không", index, None), v.Practical)
