"""Shares, prices, leaders, whom to ask, and the one near reading: what small questions of delegates hang on."""

from datetime import datetime

import pytest

from domain.answers import Index, answer
from domain.answers.values import (
    Answer,
    Attendance,
    ConferenceTimes,
    DayPlan,
    Neighbour,
    NowNext,
    PlanField,
    Quoted,
    Responsible,
    SessionTimes,
    WhereIs,
)
from tests.questions import index_from

PLAN = """KẾ HOẠCH
Tổ chức Hội nghị đối thoại với Nhân dân

I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: 8h00 ngày 27/7/2026
- Địa điểm: Hội trường Ủy ban nhân dân xã Minh An
II. THÀNH PHẦN
1. Cấp xã
- Thường trực Đảng ủy
2. Thôn
- Đại diện hộ dân: mỗi thôn 05 người
III. CHƯƠNG TRÌNH
- 8h00: Báo cáo kết quả Hội nghị đối thoại năm 2025
- 9h00: Bốc thăm may mắn cho các hộ dân
- 9h30: Nghỉ giải lao
- 9h45: Thảo luận
- 10h30: Phiên Kinh tế (Chủ tọa: ông Hà Minh Đức)
- 11h00: Chung kết cuộc thi kể chuyện (Đoàn Thanh niên)
IV. PHÂN CÔNG
1. Tiểu ban Văn nghệ (Cô Lê Thị Lan, Bí thư Đoàn)
- Dàn dựng 02 tiết mục xong trước ngày 20/7/2026
2. Văn phòng
- Gửi giấy mời trước ngày 15/7/2026
3. Trưởng các thôn
- Cử người dự; đại biểu nữ mặc áo dài
- Thời tiết xấu: chuyển vào nhà thi đấu
V. KINH PHÍ
- Vé tham quan: 50.000 đồng; vé trẻ em: 20.000 đồng
Mọi thông tin liên hệ chị Hoa, điện thoại 0298 123 456.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def said(question: str, index: Index) -> Answer:
    return answer(question, index, None)


def test_share_of_each_is_told_by_its_group(index: Index) -> None:
    for question in ("Mỗi thôn được mấy hộ dân đi dự?", "Thôn em cử bao nhiêu người ạ?"):
        found = said(question, index)
        assert isinstance(found, Attendance)
        assert [line for group in found.groups for line in group.members] == ["Đại diện hộ dân: mỗi thôn 05 người"]


def test_person_behind_a_body_is_who_leads_it(index: Index) -> None:
    found = said("Tiểu ban Văn nghệ do ai phụ trách?", index)
    assert isinstance(found, Quoted) and found.texts == ("Tiểu ban Văn nghệ: Cô Lê Thị Lan, Bí thư Đoàn",)
    assert not said("Văn phòng do ai làm trưởng?", index).answered


def test_whole_conference_begins_and_not_the_report_about_the_last_one(index: Index) -> None:
    found = said("Hội nghị đối thoại bắt đầu mấy giờ?", index)
    assert isinstance(found, ConferenceTimes)


def test_only_near_reading_is_answered_at_once(index: Index) -> None:
    found = said("bốc thăm lúc mấy h zạ", index)
    assert isinstance(found, SessionTimes) and found.lines[0].title.startswith("Bốc thăm")


@pytest.mark.parametrize("question", ["chị Hoa số mấy ạ", "muốn đăng kí dự thì lh ai", "Who is the contact person?"])
def test_desk_is_whom_to_ask_in_a_practical_matter(index: Index, question: str) -> None:
    found = said(question, index)
    assert isinstance(found, PlanField) and found.field == "contact" and "0298 123 456" in found.value


def test_number_of_somebody_else_is_not_the_desks(index: Index) -> None:
    assert not said("anh Tuấn số mấy ạ", index).answered


@pytest.mark.parametrize("question", ["sau giải lao là tiết mục gì", "What follows the break?"])
def test_what_follows_is_parted_from_what_is_asked(index: Index, question: str) -> None:
    found = said(question, index)
    assert isinstance(found, Neighbour)
    assert [line.title for _, behind in found.pairs for line in behind] == ["Thảo luận"]


def test_what_to_wear_is_found_among_the_tasks(index: Index) -> None:
    found = said("đại biểu nữ mặc gì", index)
    assert found.answered and "áo dài" in repr(found)


@pytest.mark.parametrize(
    ("question", "who"),
    [("Ai chủ tọa phiên Kinh tế ạ?", "ông Hà Minh Đức"), ("ai tổ chức chung kết kể chuyện", "Đoàn Thanh niên")],
)
def test_who_chairs_or_holds_an_item_is_who_stands_behind_it(index: Index, question: str, who: str) -> None:
    found = said(question, index)
    assert isinstance(found, Responsible) and [line.by for line in found.lines] == [who]


def test_hours_asked_with_a_mark_forgotten_are_understood(index: Index) -> None:
    assert isinstance(said("mây giờ giải lao", index), SessionTimes)


@pytest.mark.parametrize("question", ["giải lao ở dâu", "giải lao ở đầu vậy ạ", "giải lao tại đấu?"])
def test_a_slip_in_the_last_word_of_where_is_understood(question: str, index: Index) -> None:
    assert said(question, index) == said("giải lao ở đâu", index)


def test_bad_weather_is_what_rain_is_asked_about(index: Index) -> None:
    found = said("Nếu trời mưa thì sao?", index)
    assert found.answered and "nhà thi đấu" in repr(found)


def test_where_it_is_now_needs_no_clock_when_it_is_always_in_one_place(index: Index) -> None:
    found = said("Bây giờ họp ở đâu ạ?", index)
    assert isinstance(found, WhereIs) and found.place == "Hội trường Ủy ban nhân dân xã Minh An"


def test_tomorrow_is_told_though_something_is_on_now(index: Index) -> None:
    found = answer("What is happening tomorrow?", index, datetime.fromisoformat("2026-07-26T19:00"))
    assert isinstance(found, DayPlan) and found.answered


def test_now_is_asked_in_the_words_for_what_it_has_come_to(index: Index) -> None:
    found = answer("giờ tới nội dung gì vậy", index, datetime.fromisoformat("2026-07-27T09:50"))
    assert isinstance(found, NowNext) and [line.title for line in found.now] == ["Thảo luận"]


def test_price_is_not_answered_without_a_sum(index: Index) -> None:
    assert not said("giấy mời giá bao nhiêu một tờ?", index).answered


def test_machine_in_capitals_is_nobody() -> None:
    text = PLAN.replace("Hội nghị đối thoại với Nhân dân", "Tập huấn ứng dụng AI cho giáo viên")
    index = index_from(text)
    assert isinstance(said("Tập huấn AI tổ chức ngày nào ạ?", index), ConferenceTimes)
