"""Plain questions about the paper itself, and what only looks like one about something else."""

import pytest

from domain.answers import answer
from domain.answers.values import OutOfScope, PlanField
from templates.render import text
from tests.questions import index_from

PAPER = index_from(
    "CỤM THI ĐUA SỐ 4\nSố: 17/KH-CTĐ\n\nKẾ HOẠCH\nTổ chức Hội nghị tổng kết năm 2026\n\n"
    "1. Thời gian: 8h00 ngày 14/12/2026.\n2. Địa điểm: số 9 đường Bờ Kè.\n3. Số lượng: 70 đại biểu.\n\n"
    "CHƯƠNG TRÌNH\n- 8h00: Khai mạc\n- 9h00: Thảo luận\n- 11h00: Bế mạc\n\n"
    "TM. CỤM THI ĐUA\nCỤM TRƯỞNG\nGIÁM ĐỐC SỞ MUỐI\n\nLý Văn Khơi\n"
)


@pytest.mark.parametrize(
    "question", ["kế hoạch số mấy", "kế hoạch này số mấy", "ke hoach nay so bao nhieu", "văn bản này số bao nhiêu ạ"]
)
def test_the_number_of_this_paper_is_no_house_and_no_head_count(question: str) -> None:
    given = answer(question, PAPER, None)
    assert isinstance(given, PlanField) and given.value == "17/KH-CTĐ"


def test_the_head_of_one_of_many_has_not_signed() -> None:
    assert "Khơi" in text(answer("cụm trưởng là ai", PAPER, None), "vi")
    for question in ("ai làm tổ trưởng tổ 1", "trưởng nhóm 2 là ai", "ai là trưởng xe số 3"):
        assert "Khơi" not in text(answer(question, PAPER, None), "vi")


@pytest.mark.parametrize("question", ["có quay phim không", "có chiếu phim không"])
def test_filming_is_a_matter_of_the_conference(question: str) -> None:
    given = answer(question, PAPER, None)
    assert not given.answered and not isinstance(given, OutOfScope)


def test_which_film_to_see_is_none() -> None:
    assert isinstance(answer("phim gì hay", PAPER, None), OutOfScope)
