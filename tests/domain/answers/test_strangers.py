"""Questions as strangers put them: with their story around, and for what is not there."""

from datetime import datetime

import pytest

from domain.answers import Index, answer_each
from domain.answers import values as v
from domain.answers.standing import list_of_the_desk
from tests.questions import index_from

PLAN = """UBND HUYỆN SÔNG LÀNH
Số: 44/KH-UBND
KẾ HOẠCH
Tổ chức Hội nghị gặp mặt người cao tuổi năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
- Thời gian: 8h00 ngày 06/10/2026
- Địa điểm: Nhà văn hóa huyện
II. THÀNH PHẦN: tổng số 120 đại biểu
1. Đại biểu mời (20): Lãnh đạo Hội người cao tuổi tỉnh
2. Người cao tuổi các xã: 100
III. CHƯƠNG TRÌNH
- 8h00: Đón tiếp các cụ
- 8h30: Phát biểu khai mạc (Chủ tịch UBND huyện)
- 8h45: Báo cáo kết quả chăm sóc người cao tuổi (Phòng Y tế)
- 9h15: Biểu diễn dưỡng sinh
- 10h00: Tặng quà các cụ
IV. PHÂN CÔNG
1. Văn phòng
- Soạn thảo bài phát biểu bế mạc trước ngày 01/10/2026
- Gửi giấy mời trước ngày 28/9/2026
2. Phòng Y tế
- Chuẩn bị hồ sơ khen thưởng trước ngày 20/9/2026
- Bố trí xe cứu thương; trông xe, giữ trật tự
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def asked(question: str, index: Index) -> v.Answer:
    return answer_each(question, index, datetime.fromisoformat("2026-10-01T09:00"))[0]


@pytest.mark.parametrize(
    "question",
    [
        "Tôi là con của một cụ ở đây. Mấy giờ có biểu diễn dưỡng sinh ạ?",
        "Mấy giờ biểu diễn dưỡng sinh để tôi còn sắp xếp xe?",
        "Nghe nói đông lắm, mấy giờ biểu diễn dưỡng sinh?",
        "Tôi bay chuyến 18h, biểu diễn dưỡng sinh lúc mấy giờ?",
        "Tôi bay chuyến 18h. Biểu diễn dưỡng sinh lúc mấy giờ?",
        "Chú tài xế nhà tui hỏi mấy giờ biểu diễn dưỡng sinh",
        "Biểu diễn dưỡng sinh lúc mấy giờ để còn đặt vé?",
    ],
)
def test_what_people_tell_of_themselves_is_no_part_of_the_question(index: Index, question: str) -> None:
    found = asked(question, index)
    assert isinstance(found, v.SessionTimes)
    assert [line.title for line in found.lines] == ["Biểu diễn dưỡng sinh"]


def test_a_condition_is_no_story(index: Index) -> None:
    assert not asked("Nếu tôi bị ốm, có được nhận quà ở nhà không?", index).answered


@pytest.mark.parametrize(
    "question",
    [
        "Mấy giờ khen thưởng?",  # only the papers for it are due
        "Ai đọc bài phát biểu bế mạc?",  # only who writes it is known
    ],
)
def test_work_for_an_item_does_not_tell_when_it_is_and_who_performs_it(index: Index, question: str) -> None:
    assert not asked(question, index).answered


def test_the_one_near_reading_answers_who_does_it(index: Index) -> None:
    found = asked("Xe máy của các cụ ai trông?", index)
    assert isinstance(found, v.Responsible)
    assert found.tasks[0].unit == "Phòng Y tế"


def test_when_work_is_due_is_told_by_its_own_verb(index: Index) -> None:
    found = asked("khi nào gửi giấy mời", index)
    assert isinstance(found, v.Deadline)


@pytest.mark.parametrize(
    ("question", "matter"),
    [
        ("ai chưa trả lời", "answers"),
        ("còn bao nhiêu người chưa xác nhận", "answers"),
        ("ai đã đăng ký rồi", "answers"),
        ("ai đăng ký rồi ạ", "answers"),
        ("đã có bao nhiêu đại biểu đăng ký", "answers"),
        ("who hasn't answered yet", "answers"),
        ("ai đã điểm danh", "presence"),
        ("hôm nay ai vắng", "presence"),
        ("xã nào chưa nộp danh sách", "work"),
        ("đơn vị nào đang chậm", "work"),
        ("ai đã đăng ký phát biểu", "speeches"),
        ("câu hỏi nào chưa trả lời", "questions"),
        ("đăng ký ở đâu", None),
        ("ai trả lời chất vấn", None),
        ("hạn xác nhận là khi nào", None),
        ("nộp danh sách cho ai", None),
        ("sau khi đến nơi thì gặp ai", None),
    ],
)
def test_how_things_stand_is_asked_of_the_desk(question: str, matter: str | None) -> None:
    assert list_of_the_desk(question) == matter


def test_work_of_the_unit_that_the_question_begins_with_is_its_own(index: Index) -> None:
    found = asked("Phòng Y tế xong hồ sơ khen thưởng ngày nào?", index)
    assert isinstance(found, v.Deadline)
    assert {task.unit for task in found.tasks} == {"Phòng Y tế"}


def test_what_begins_next_tells_when_an_item_without_an_end_is_over(index: Index) -> None:
    found = asked("biểu diễn dưỡng sinh từ mấy giờ đến mấy giờ", index)
    assert isinstance(found, v.SessionTimes) and found.following is not None
    assert found.following.title == "Tặng quà các cụ"


@pytest.mark.parametrize(
    "question",
    [
        "tặng quà các cụ kéo dài bao lâu",  # the last item, without an end
        "báo cáo kết quả phải nộp trước ngày nào",  # its hour on the agenda is no limit
    ],
)
def test_an_hour_of_something_else_answers_nothing(index: Index, question: str) -> None:
    assert not asked(question, index).answered


def test_guests_are_counted_apart_from_everybody(index: Index) -> None:
    found = asked("khách mời tất cả bao nhiêu người", index)
    assert isinstance(found, v.Attendance)
    assert "20" in found.groups[0].level + " ".join(found.groups[0].members)


def test_where_the_programme_has_got_to(index: Index) -> None:
    now = datetime.fromisoformat("2026-10-06T09:20")
    [found] = answer_each("Tôi kẹt xe giờ mới tới, buổi lễ đang ở đoạn nào?", index, now)
    assert isinstance(found, v.NowNext)
    assert [line.title for line in found.now] == ["Biểu diễn dưỡng sinh"]


@pytest.mark.parametrize(
    "question",
    [
        "Hội trại ở đâu?",  # no item bears the word, whatever else of the question it holds
        "báo cáo thủy lợi ở phòng nào",
        "biểu diễn xiếc lúc mấy giờ",
        "đợt 2 lúc mấy giờ",
        "phiên thứ hai ai điều hành",
    ],
)
def test_an_item_that_lacks_the_very_word_asked_about_is_not_meant(index: Index, question: str) -> None:
    assert not asked(question, index).answered


def test_a_word_of_the_programme_in_the_story_tells_what_is_asked_about(index: Index) -> None:
    found = asked("Tôi chở các cụ tới biểu diễn dưỡng sinh, mấy giờ bắt đầu để tôi quay lại?", index)
    assert isinstance(found, v.SessionTimes)
    assert [line.title for line in found.lines] == ["Biểu diễn dưỡng sinh"]


@pytest.mark.parametrize(
    "question",
    [
        "Đơn vị nào trang trí máy chiếu?",  # a thing that the paper never mentions
        "Ai lo chỗ ở cho khách nước ngoài?",
        "Who presents the speech at the closing?",  # who writes it is no answer in English either
    ],
)
def test_a_thing_that_the_paper_never_mentions_is_in_nobodys_hands(index: Index, question: str) -> None:
    assert not asked(question, index).answered
