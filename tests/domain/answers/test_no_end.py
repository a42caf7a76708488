"""When all is over, where the plan says nothing of it: not known, and no hour at which something begins."""

import pytest

from domain.answers import Index
from tests.questions import index_from, say, told

OPEN = """UBND HUYỆN KHE MÂY
Số: 09/KH-UBND
KẾ HOẠCH
Tổ chức Hội nghị sơ kết công tác khuyến lâm năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
Thời gian: Dự kiến trong tháng 5/2026.
Địa điểm: Hội trường UBND huyện.
II. NỘI DUNG
1. Tuyên bố lý do, giới thiệu đại biểu.
2. Báo cáo sơ kết.
3. Tổng kết, bế mạc.
"""
CLOSED = OPEN.replace("Dự kiến trong tháng 5/2026", "07h30, thứ Ba ngày 12/5/2026").replace(
    """1. Tuyên bố lý do, giới thiệu đại biểu.
2. Báo cáo sơ kết.
3. Tổng kết, bế mạc.""",
    """- 07h30: Tuyên bố lý do, giới thiệu đại biểu.
- 08h00: Báo cáo sơ kết.
- 10h45: Tổng kết, bế mạc.""",
)

ASKED = ["hội nghị mấy giờ xong", "họp tới mấy giờ ạ", "khi nào kết thúc hội nghị", "What time does it end?"]


@pytest.fixture(scope="module")
def open_end() -> Index:
    return index_from(OPEN)


@pytest.mark.parametrize("question", ASKED)
def test_an_end_that_the_plan_does_not_tell_is_not_known(question: str) -> None:
    said = say(question, index_from(OPEN.replace("Dự kiến trong tháng", "Ngày 12/")), None)
    assert not said.answered
    assert "không ghi giờ kết thúc" in said.words or "no end time" in said.words
    assert "12/5/2026" in said.words or "12 May 2026" in said.words, "what is known of its time is told besides"


@pytest.mark.parametrize("question", ASKED)
def test_that_no_day_is_known_yet_is_what_there_is_to_tell(open_end: Index, question: str) -> None:
    assert "5/2026" in told(open_end, question)


@pytest.mark.parametrize("question", ["ngày nào kết thúc hội nghị", "hội nghị kết thúc thứ mấy"])
def test_the_only_day_is_the_last_one(question: str) -> None:
    assert "12/5/2026" in told(index_from(OPEN.replace("Dự kiến trong tháng", "Ngày 12/")), question)


@pytest.mark.parametrize("question", ["hội nghị ngày nào", "bế mạc lúc mấy giờ", "mấy giờ bắt đầu"])
def test_what_is_known_of_its_time_is_told_nevertheless(open_end: Index, question: str) -> None:
    assert "5/2026" in told(open_end, question)


@pytest.mark.parametrize("question", ASKED)
def test_the_last_item_tells_about_when_all_is_over(question: str) -> None:
    assert "10:45" in told(index_from(CLOSED), question)


@pytest.mark.parametrize("question", ASKED)
def test_the_closing_ends_it_whatever_is_eaten_behind_it(question: str) -> None:
    meal = CLOSED.rstrip() + "\n- 11h15: Cơm trưa thân mật.\n"
    words = told(index_from(meal), question)
    assert "10:45" in words and "11:15" not in words


def test_the_hour_of_the_opening_behind_the_day_is_when_it_begins() -> None:
    plan = CLOSED.replace("07h30, thứ Ba ngày 12/5/2026.", "sáng thứ Ba, ngày 12/5/2026. Khai mạc lúc 8h15.")
    assert "08:15" in told(index_from(plan), "mấy giờ khai mạc")
