"""A place in the agenda asked for in many ways: behind, before, first, last, at what hour; and an end nobody wrote."""

import pytest

from domain.answers import Index, answer
from tests.questions import index_from, told

PLAN = """UBND HUYỆN TRÀ LĨNH
KẾ HOẠCH
Tổ chức Hội nghị khuyến nông năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 02 ngày, từ ngày 14/10/2026 đến ngày 15/10/2026
2. Địa điểm: Nhà văn hóa huyện Trà Lĩnh
II. CHƯƠNG TRÌNH
Ngày 14/10/2026 (thứ Tư)
- 07h30 - 08h00: Điểm danh học viên
- 08h00 - 08h15: Khai mạc
- 08h15 - 09h30: Chuyên đề 3: Xử lý đất hết màu mỡ (Phòng họp số 2)
- 09h30 - 09h45: Giải lao
- 09h45 - 11h00: Nhóm A: Ghép cành cam (Phòng 201)
- 09h45 - 11h00: Nhóm B: Tỉa cành bưởi (Phòng 202)
- 14h00 - 15h30: Chăm sóc cây sau thu hoạch
- 15h30 - 16h30: Bốc thăm may mắn
Ngày 15/10/2026 (thứ Năm)
- 08h00 - 09h00: Thảo luận
- 09h00 - 10h30: Kế hoạch vụ mùa năm tới
- 10h30 - 10h45: Bế mạc
"""
STARTS_ALONE = """UBND HUYỆN TRÀ LĨNH
KẾ HOẠCH
Tổ chức Hội nghị khuyến nông năm 2026
1. Thời gian: 01 ngày, ngày 14/10/2026
2. Địa điểm: Nhà văn hóa huyện Trà Lĩnh
CHƯƠNG TRÌNH
- 08h00: Khai mạc
- 08h15: Báo cáo tư liệu mùa vụ
- 11h15: Thăm vườn cam
- 14h00: Trao quà cho nông dân
"""
A_MONTH_ALONE = """UBND HUYỆN TRÀ LĨNH
KẾ HOẠCH
Tổ chức Hội nghị khuyến nông năm 2026
1. Thời gian: Dự kiến tháng 10/2026
2. Địa điểm: Nhà văn hóa huyện Trà Lĩnh
CHƯƠNG TRÌNH
- Khai mạc
- Báo cáo mùa vụ
- Bế mạc
"""


@pytest.fixture(scope="module")
def plan() -> Index:
    return index_from(PLAN)


@pytest.fixture(scope="module")
def starts_alone() -> Index:
    return index_from(STARTS_ALONE)


@pytest.mark.parametrize(
    ("question", "title"),
    [
        ("tiếp sau khai mạc là gì", "Chuyên đề 3"),
        ("liền sau giải lao là phần nào", "Nhóm A"),
        ("phần nào tiếp theo điểm danh học viên", "Khai mạc"),
        ("tiep sau khai mac la gi", "Chuyên đề 3"),
        ("kết thúc điểm danh rồi tới cái gì", "Khai mạc"),
        ("liền trước bốc thăm là mục nào", "Chăm sóc cây"),
        ("What is next after the opening?", "Chuyên đề 3"),
        ("đầu chiều 14/10 có gì", "Chăm sóc cây"),
        ("cuối chiều ngày 14 có gì", "Bốc thăm"),
        ("nội dung cuối cùng ngày 14/10", "Bốc thăm"),
        ("nội dung đầu tiên ngày 15/10 là gì", "Thảo luận"),
        ("ngày 15 kết thúc bằng phần gì", "Bế mạc"),
    ],
)
def test_the_neighbour_and_the_edge_of_a_day_are_found_however_they_are_asked_for(
    plan: Index, question: str, title: str
) -> None:
    said = told(plan, question)
    assert title in said.splitlines()[1]
    assert "•" not in said, "one item, and not the whole day"


@pytest.mark.parametrize(
    ("question", "hour"),
    [
        ("giải lao được xếp vào mấy giờ", "09:30"),
        ("giải lao dc xep vao may h", "09:30"),
        ("thời điểm khai mạc là khi nào", "08:00"),
        ("khung giờ khai mạc rơi vào lúc mấy giờ", "08:00"),
        ("đến mấy giờ mới bốc thăm", "15:30"),
        ("giờ nghỉ là lúc mấy giờ", "09:30"),
        ("rút thăm khi nào", "15:30"),
        ("chuyên đề 3 giờ nào", "08:15"),
        ("xin hỏi ban tổ chức giải lao lúc mấy giờ", "09:30"),
        ("kinh gui btc, cho hoi may gio giai lao", "09:30"),
        ("giờ kế hoạch vụ mùa năm tới", "09:00"),
        ("chăm sóc sau thu hoạch lúc mấy giờ", "14:00"),
        ("What time does group A begin?", "09:45"),
    ],
)
def test_the_hour_of_an_item_is_found_however_it_is_asked_for(plan: Index, question: str, hour: str) -> None:
    said = told(plan, question)
    assert hour in said.splitlines()[0]
    assert "Nhóm B" not in said and "Kết thúc" not in said


def test_a_word_of_an_items_name_does_not_ask_for_what_comes_after_it(plan: Index) -> None:
    assert "Phòng họp số 2" in told(plan, "học đất hết màu mỡ thì vào phòng nào")


def test_an_item_called_by_its_whole_title_is_no_other_of_its_kind(plan: Index) -> None:
    assert "Phòng 201" in told(plan, "nhóm A ở đâu")
    assert "Phòng 202" not in told(plan, "nhóm A ở đâu")


def test_a_day_is_counted_by_its_own_items(plan: Index) -> None:
    assert "3 mục" in told(plan, "ngày 15/10 có bao nhiêu phần")
    assert "11 mục" in told(plan, "chương trình có bao nhiêu mục")


def test_what_is_on_at_an_hour_of_a_day_is_one_item_and_not_the_day(plan: Index) -> None:
    assert "Điểm danh" not in told(plan, "vào 9h30 thì làm gì ngày 14")


def test_whether_it_is_time_yet_is_told_by_what_is_left(plan: Index) -> None:
    assert "15 phút" in told(plan, "sắp giải lao chưa", "2026-10-14T09:15")


@pytest.mark.parametrize(
    "question",
    [
        "báo cáo tư liệu khi nào xong",
        "thăm vườn kéo dài đến mấy giờ",
        "khai mạc khi nào kết thúc",
        "Until what time does the opening last?",
        "mấy giờ xong",
        "hội nghị kết thúc lúc mấy giờ",
    ],
)
def test_an_end_that_the_plan_does_not_give_is_not_known_and_the_start_is_told_besides(
    starts_alone: Index, question: str
) -> None:
    found = answer(question, starts_alone, None)
    assert not found.answered
    assert type(found).__name__ in ("SessionTimes", "ConferenceTimes")


def test_how_long_an_item_takes_is_not_told_by_what_begins_after_noon(starts_alone: Index) -> None:
    assert "15 phút" in told(starts_alone, "khai mạc bao lâu")
    assert told(starts_alone, "thăm vườn cam bao lâu") == "?"


def test_the_closing_tells_when_all_is_over_though_its_own_end_is_not_given() -> None:
    assert "16:00" in told(index_from(STARTS_ALONE + "- 16h00: Bế mạc\n"), "mấy giờ kết thúc")


@pytest.mark.parametrize("question", ["khi nào tổ chức", "mấy giờ xong", "What time does it end?"])
def test_of_a_month_alone_the_month_is_told(question: str) -> None:
    assert "10/2026" in told(index_from(A_MONTH_ALONE), question)


def test_the_programme_is_over_when_its_last_item_is_and_hands_nothing_in(plan: Index) -> None:
    assert "10:45" in told(plan, "chương trình kết thúc lúc mấy giờ")
    assert "10:45" in told(plan, "chương trình mấy giờ xong")


def test_an_item_with_capitals_in_the_question_is_nobody() -> None:
    paper = PLAN.replace("Thảo luận", "Báo cáo kiểm điểm Ban Chấp hành").replace("Bế mạc", "Bế mạc (bà Hà Thị Mai)")
    assert "Kế hoạch vụ mùa" in told(index_from(paper), "sau phần báo cáo kiểm điểm Ban Chấp hành là mục nào")
