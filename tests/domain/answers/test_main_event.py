"""When a conference with meetings before it is held, and when one of several events is that the name holds."""

from datetime import datetime

import pytest

from domain.answers import answer
from templates.render import text
from tests.questions import index_from

SCHOOL = """TRƯỜNG MẦM NON HOA BAN
KẾ HOẠCH
Tổ chức Hội nghị viên chức năm học 2027 - 2028
I. THỜI GIAN
1. Hội nghị cấp tổ: 15h30 ngày 16/9/2027, tại phòng sinh hoạt các tổ.
2. Hội nghị cấp trường: 7h30 ngày 25/9/2027, tại hội trường.
II. CHƯƠNG TRÌNH HỘI NGHỊ CẤP TRƯỜNG
- 7h00: Đón tiếp đại biểu.
- 7h30: Chào cờ, tuyên bố lý do.
- 10h00: Bế mạc.
"""
FAIR = """UBND XÃ NÀ LAY
KẾ HOẠCH
Tổ chức Lễ đón nhận Bằng di tích và khai mạc Ngày hội Chè xã Nà Lay năm 2027
I. THỜI GIAN
1. Lễ đón nhận và khai mạc: từ 19 giờ 30 đến 21 giờ 30, ngày 27/11/2027, tại sân vận động.
2. Gian hàng: từ sáng 27/11 đến hết ngày 28/11/2027.
II. NỘI DUNG
1. Hoạt động ngày 27/11
Gian hàng mở cửa lúc 8 giờ 00. Hội thi hái chè từ 9 giờ 00 đến 11 giờ 00 tại nương chè bản Mới.
2. Chương trình buổi tối
- 19h30: Văn nghệ.
- 20h00: Diễn văn khai mạc.
- 20h30: Trao Bằng và cờ lưu niệm.
"""


DAY_OF_THREE = """UBND HUYỆN NÀ LAY
KẾ HOẠCH
Tổ chức Lễ kỷ niệm 50 năm thành lập huyện Nà Lay
II. CÁC HOẠT ĐỘNG
1. Lễ dâng hoa tại Tượng đài
- Thời gian: 6h30 ngày 27/11/2027.
2. Hội nghị gặp mặt người cao tuổi
- Thời gian: 8h30 - 10h30 cùng ngày. Địa điểm: Hội trường huyện.
3. Lễ kỷ niệm và đêm nhạc
- Thời gian: 20h00 - 21h45 ngày 27/11/2027. Địa điểm: Quảng trường huyện.
- Chương trình: Ca nhạc (20h00); Diễn văn (20h25); Pháo hoa (21h35 - 21h45).
"""


def _says(plan: str, question: str, now: datetime | None = None) -> str:
    return text(answer(question, index_from(plan), now), "vi")


@pytest.mark.parametrize("question", ["Hội nghị viên chức ngày nào ạ?", "mấy giờ khai mạc", "khi nào họp cấp trường"])
def test_meeting_before_the_main_one_is_not_when_the_conference_is(question: str) -> None:
    said = _says(SCHOOL, question)
    assert "25/9/2027" in said
    assert "07:30" in said
    assert "16/9" not in said


def test_meeting_before_the_main_one_is_told_where_it_is_named() -> None:
    said = _says(SCHOOL, "hội nghị cấp tổ hôm nào")
    assert "16/9/2027" in said
    assert "25/9" not in said


def test_event_that_the_conference_is_called_after_has_its_own_hours() -> None:
    assert "19:30–21:30" in _says(FAIR, "Lễ đón nhận bằng di tích tổ chức khi nào?")


def test_conference_called_by_its_name_is_no_item_that_shares_words_with_it() -> None:
    said = _says(FAIR, "ngày hội chè diễn ra khi nào")
    assert "27/11 - 28/11/2027" in said
    assert "Hội thi" not in said


@pytest.mark.parametrize("question", ["may gio bat dau le", "What time does the ceremony start?", "mấy giờ khai mạc ạ"])
def test_of_several_events_of_a_day_the_one_the_title_names_is_the_conference(question: str) -> None:
    said = _says(DAY_OF_THREE, question)
    assert "20:00–21:45" in said
    assert "06:30" not in said


def test_other_events_of_the_day_keep_their_hours() -> None:
    assert "06:30" in _says(DAY_OF_THREE, "dâng hoa lúc mấy giờ")
    assert "08:30" in _says(DAY_OF_THREE, "gặp mặt người cao tuổi mấy giờ")


@pytest.mark.parametrize("question", ["Hội nghị cấp tổ từ ngày nào đến ngày nào?", "Hội nghị cấp tổ tổ chức khi nào"])
def test_meeting_of_several_days_is_told_with_both(question: str) -> None:
    days = SCHOOL.replace("15h30 ngày 16/9/2027, tại", "từ ngày 14/9/2027 đến ngày 16/9/2027, tại")
    said = _says(days, question)
    assert "14/9" in said
    assert "16/9/2027" in said
