"""Who has a part in a conference: whoever gives, leads or is it, and nobody who merely prepares it."""

from functools import cache

import pytest

from domain.answers import Index
from domain.answers.role_words import Role, role_asked
from tests.questions import index_from, told

PLAN = """
ỦY BAN NHÂN DÂN HUYỆN SA LIÊM
KẾ HOẠCH
Tổ chức Hội nghị tổng kết phong trào hiến máu năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 01 buổi, sáng thứ Năm, ngày 09/12/2027.
2. Địa điểm: Hội trường Trung tâm Văn hóa huyện.
II. THÀNH PHẦN
1. Lãnh đạo các phòng, ban, đoàn thể huyện; Trưởng Ban Tổ chức Huyện ủy.
2. Bí thư Đoàn các xã.
III. CHƯƠNG TRÌNH
| TT | Thời gian | Nội dung | Người thực hiện |
|---|---|---|---|
| 1 | 7h30 - 8h00 | Đón tiếp đại biểu | Hội Chữ thập đỏ huyện |
| 2 | 8h00 - 8h10 | Tuyên bố lý do, giới thiệu đại biểu | Phòng Y tế |
| 3 | 8h10 - 8h20 | Phát biểu khai mạc | Phó Chủ tịch UBND huyện |
| 4 | 8h20 - 8h50 | Báo cáo tổng kết phong trào hiến máu năm 2027 | Trưởng phòng Y tế |
| 5 | 8h50 - 9h30 | Thảo luận | Trưởng Ban Chỉ đạo |
| 6 | 9h30 - 9h50 | Phát biểu của Hội Chữ thập đỏ tỉnh | Khách mời |
| 7 | 9h50 - 10h10 | Phát biểu chỉ đạo | Bí thư Huyện ủy |
| 8 | 10h10 - 10h30 | Công bố quyết định, trao Giấy khen | Phòng Nội vụ |
| 9 | 10h30 - 10h45 | Kết luận, bế mạc | Chủ tịch UBND huyện |
IV. TỔ CHỨC THỰC HIỆN
1. Phòng Y tế: xây dựng bài phát biểu khai mạc, kết luận; dự thảo thông báo kết luận; mời báo cáo viên.
2. Văn phòng HĐND và UBND huyện: bố trí xe đưa đón đại biểu; làm thư ký Hội nghị.
3. Hội Liên hiệp Phụ nữ huyện: cử người dẫn chương trình.
4. Phòng Nội vụ: tổng hợp hồ sơ khen thưởng.
"""


@cache
def _index(plan: str) -> Index:
    return index_from(plan)


ANSWERED = [
    ("Ai khai mạc?", "Phó Chủ tịch UBND huyện"),
    ("ai phat bieu khai mac hoi nghi v", "Phó Chủ tịch UBND huyện"),
    ("Who gives the opening speech?", "Phó Chủ tịch UBND huyện"),
    ("Ai kết luận hội nghị?", "Chủ tịch UBND huyện"),
    ("Bế mạc do ai phát biểu?", "Chủ tịch UBND huyện"),
    ("Lãnh đạo nào phát biểu chỉ đạo?", "Bí thư Huyện ủy"),
    ("Ai chỉ đạo hội nghị?", "Bí thư Huyện ủy"),
    ("Ai điều hành phần thảo luận?", "Trưởng Ban Chỉ đạo"),
    ("Ai đọc báo cáo tổng kết?", "Trưởng phòng Y tế"),
    ("Ai trao giấy khen cho các tập thể, cá nhân?", "Phòng Nội vụ"),
    ("MC là ai vậy ạ?", "Hội Liên hiệp Phụ nữ huyện"),
    ("Ai dẫn chương trình?", "Hội Liên hiệp Phụ nữ huyện"),
    ("thu ky hoi nghi la ai", "Văn phòng HĐND và UBND huyện"),
    ("Ai đón tiếp đại biểu?", "Hội Chữ thập đỏ huyện"),
    ("Ai tuyên bố lý do?", "Phòng Y tế"),
    ("Ai phát biểu đầu tiên?", "Phó Chủ tịch UBND huyện"),
    ("Ai mở đầu hội nghị?", "Phó Chủ tịch UBND huyện"),
    ("Ai kết thúc hội nghị?", "Chủ tịch UBND huyện"),
    ("Sếp nào tới dự và chỉ đạo vậy?", "Bí thư Huyện ủy"),
    ("Who is the organizer?", "SA LIÊM"),
    ("Cơ quan nào chủ trì tổ chức hội nghị?", "SA LIÊM"),
]
NOT_TOLD = [
    "Trưởng ban tổ chức là ai?",
    "ai la truong ban to chuc",
    "Phó ban tổ chức là ai?",
    "Ban tổ chức gồm những ai?",
    "Báo cáo viên là ai?",
    "Có những diễn giả nào?",
    "Who are the speakers?",
    "Ai phát biểu thay mặt đại biểu?",
    "Ai phát biểu chào mừng?",
    "Ai trao học bổng?",
    "Who is the chairperson?",
    "Giám khảo là ai?",
    "Ai giảng bài?",
    "Đơn vị đăng cai là đơn vị nào?",
    "Ai phát động thi đua?",
    "Ai tặng hoa?",
]


@pytest.mark.parametrize(("question", "who"), ANSWERED)
def test_whoever_stands_behind_the_part_is_told(question: str, who: str) -> None:
    assert who in told(_index(PLAN), question)


@pytest.mark.parametrize("question", NOT_TOLD)
def test_nobody_is_told_and_nothing_offered_where_the_paper_names_nobody(question: str) -> None:
    assert told(_index(PLAN), question) == "?"


def test_work_for_a_speech_is_no_speech() -> None:
    assert "Phòng Y tế" not in told(_index(PLAN), "Ai kết luận hội nghị?")
    assert "hồ sơ" not in told(_index(PLAN), "Ai trao thưởng?")


LED = PLAN.replace(
    "2. Bí thư Đoàn các xã.",
    "2. Báo cáo viên: bác sĩ Lý Thu Hà, Viện Huyết học.\n"
    "3. Bà Cao Thị Yến, Phó Chủ tịch UBND huyện - Trưởng Ban Tổ chức.",
)


def test_somebody_named_as_such_is_told() -> None:
    assert "Lý Thu Hà" in told(_index(LED), "Báo cáo viên là ai?")
    assert "Cao Thị Yến" in told(_index(LED), "Trưởng ban tổ chức là ai ạ?")


RUNNING = """
ỦY BAN NHÂN DÂN PHƯỜNG HẢI TÂY
KẾ HOẠCH
Tổ chức Hội nghị gặp mặt doanh nghiệp
1. Thời gian: 13 giờ 30 phút, thứ Ba, ngày 06/4/2027.
2. Địa điểm: Hội trường UBND phường.
CHƯƠNG TRÌNH
1. Đón tiếp, ổn định tổ chức (13 giờ 30 phút).
2. Chủ tịch UBND phường phát biểu khai mạc (13 giờ 45 phút).
3. Tham luận của 03 doanh nghiệp: Công ty Sao Mai, Công ty Hải Âu, Hợp tác xã Bình An (14 giờ 00 phút).
4. Bí thư Đảng ủy phường phát biểu (15 giờ 00 phút).
5. Trao Bằng khen của Chủ tịch UBND tỉnh (15 giờ 30 phút).
6. Bế mạc (16 giờ 00 phút).
"""


def test_a_title_that_begins_with_who_does_it_tells_it() -> None:
    index = _index(RUNNING)
    assert "Chủ tịch UBND phường" in told(index, "Ai khai mạc?")
    assert "Bí thư Đảng ủy phường" in told(index, "Ai phát biểu chỉ đạo?")
    assert "Sao Mai" in told(index, "Những đơn vị nào tham luận?")


HALVES = """
TRƯỜNG CAO ĐẲNG VÀM NAI
KẾ HOẠCH
Tổ chức Lễ tốt nghiệp năm 2027
1. Thời gian: 01 ngày, thứ Sáu, ngày 18/6/2027.
2. Địa điểm: Hội trường lớn.
3. Chương trình:
| Thời gian | Nội dung | Thực hiện |
|---|---|---|
| 8h00 - 8h15 | Diễn văn của Hiệu trưởng | TS. Lâm Quế Chi |
| 8h15 - 9h00 | Thảo luận | Đại biểu tham dự |
| 14h00 - 14h15 | Diễn văn của Nhà trường | ThS. Mạc Văn Tư |
"""


def test_of_a_half_of_the_day_only_its_own_speaker_is_told() -> None:
    assert "Mạc Văn Tư" not in told(_index(HALVES), "Ai đọc diễn văn buổi sáng?")
    assert "Mạc Văn Tư" in told(_index(HALVES), "Ai đọc diễn văn buổi chiều?")


def test_all_who_are_there_chair_no_discussion() -> None:
    assert told(_index(HALVES), "Ai điều hành thảo luận?") == "?"


def test_whose_award_it_is_does_not_present_it() -> None:
    assert told(_index(RUNNING), "Ai trao bằng khen?") == "?"
    assert told(_index(RUNNING), "Ai bế mạc?") == "?"


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("ai khai mac hoi nghi", Role.OPENS),
        ("nguoi dan chuong trinh la ai", Role.LEADS_THROUGH),
        ("dong chi nao chu tri buoi sang", Role.CHAIR),
        ("ai chu tri phien 2", None),
        ("ai chu tri tieu ban van nghe", None),
        ("ai doc bao cao tai chinh", None),
        ("ai khai mac va ai be mac", None),
        ("may gio khai mac", None),
    ],
)
def test_only_a_plain_question_asks_for_a_part(question: str, role: Role | None) -> None:
    found = role_asked(question)
    assert (found.role if found else None) is role
