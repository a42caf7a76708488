"""A conference without a day: its length, its items' lengths and its limits in the plan's words, and no day made up."""

import re

import pytest

from domain.answers import Index, answer
from domain.answers import values as v
from tests.questions import index_from, say

HEAD = "CÔNG TY CHÈ MƯỜNG ẢNG\n\nKẾ HOẠCH\nTổ chức Hội nghị người lao động năm 2026\n\n"
UNDATED = index_from(
    f"{HEAD}I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 01 buổi, dự kiến trong quý II năm 2026.\n"
    "2. Địa điểm: Nhà ăn Công ty.\n\n"
    "II. CHƯƠNG TRÌNH\n1. Đón tiếp (15 phút) - Đoàn Thanh niên.\n2. Khai mạc (05 phút) - Giám đốc.\n"
    "3. Báo cáo sản xuất, mỗi xưởng 5 phút (35 phút) - Phòng Kế hoạch.\n4. Giải lao, xem phim tư liệu (10 phút).\n"
    "5. Bế mạc (05 phút) - Chủ tịch Công đoàn.\nSau hội nghị, mọi người dùng cơm tại nhà ăn.\n\n"
    "III. PHÂN CÔNG\n1. Phòng Tổ chức\n- Gửi giấy mời chậm nhất 06 ngày trước Hội nghị;\n- In tài liệu.\n"
    "2. Các xưởng: đăng ký phát biểu ít nhất 04 ngày trước Hội nghị.\n"
)
DATED = index_from(
    f"{HEAD}I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: 1,5 ngày, từ 13h30 ngày 20/5 đến hết ngày 21/5/2026.\n"
    "2. Địa điểm: Nhà ăn Công ty.\n\nII. CHƯƠNG TRÌNH\nNgày 20/5/2026\n- 13h30 - 14h00: Khai mạc.\n"
    "- 14h00 - 16h00: Bầu Ban Thanh tra.\nNgày 21/5/2026\n- 7h30 - 9h00: Khen thưởng.\n- 9h00 - 9h30: Bế mạc.\n"
)
A_DAY = re.compile(r"\b\d{1,2}/\d{1,2}\b|\b\d{1,2}:\d\d\b")


def words(question: str, index: Index = UNDATED) -> str:
    said = say(question, index, None)
    assert said.answered, question
    return said.words


@pytest.mark.parametrize(
    ("question", "minutes"),
    [
        ("giải lao mấy phút", "10 phút"),
        ("khai mac bao lau", "5 phút"),
        ("báo cáo sản xuất kéo dài bao lâu", "35 phút"),
        ("How long is the break?", "10 minutes"),
    ],
)
def test_the_length_that_an_item_states_is_told(question: str, minutes: str) -> None:
    told = words(question)
    assert minutes in told and not A_DAY.search(told)


def test_the_last_item_is_one_though_a_remark_stands_under_the_list() -> None:
    assert [session.title for session in UNDATED.programme.sessions][-1].startswith("Bế mạc")


@pytest.mark.parametrize(
    "question",
    [
        "họp nguyên ngày hay 1 buổi z",
        "hop ca ngay hay nua ngay",
        "họp một buổi phải không",
        "Is it a full day or half a day?",
        "còn bao lâu nữa họp",
        "họp sáng hay chiều",
    ],
)
def test_what_is_known_of_the_time_is_told_and_nothing_made_up(question: str) -> None:
    told = words(question)
    assert "01 buổi" in told and "quý II" in told and not A_DAY.search(told)


@pytest.mark.parametrize(
    ("question", "limit"),
    [
        ("hạn gửi giấy mời", "06 ngày trước Hội nghị"),
        ("khi nào phải đăng ký phát biểu", "04 ngày trước Hội nghị"),
    ],
)
def test_a_limit_counted_from_the_conference_stays_so(question: str, limit: str) -> None:
    given = answer(question, UNDATED, None)
    assert isinstance(given, v.Deadline)
    assert limit in (given.tasks[0].deadline_text or "") and given.tasks[0].deadline is None


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("bầu ban thanh tra sáng hay chiều", "Bầu Ban Thanh tra"),
        ("khen thuong ngay 20 hay 21", "Khen thưởng"),
        ("Is the closing in the morning or in the afternoon?", "Bế mạc"),
    ],
)
def test_of_two_halves_or_days_that_are_offered_the_item_tells_its_own(question: str, title: str) -> None:
    given = answer(question, DATED, None)
    assert isinstance(given, v.SessionTimes)
    assert [line.title for line in given.lines] == [title]


def test_of_an_end_it_is_told_what_is_known_of_the_whole() -> None:
    said = say("mấy giờ xong", UNDATED, None)
    assert said.answered
    assert "quý II" in said.words and not A_DAY.search(said.words)
