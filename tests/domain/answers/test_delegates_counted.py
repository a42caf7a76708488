"""How many come, where the paper counts delegates and guests apart and shares them out in a table."""

import pytest

from tests.questions import index_from, say

SHARED_OUT = index_from(
    "CÔNG TY MÍA ĐƯỜNG NẬM LA\n\nKẾ HOẠCH\nTổ chức Hội nghị đại biểu người lao động\n\n"
    "1. THỜI GIAN: 8h00 ngày 09/01/2026.\n\n2. THÀNH PHẦN\n"
    "2.1. Đại biểu: 64 người, trong đó đại biểu đương nhiên 14 (Ban Giám đốc, trưởng phòng) và đại biểu bầu 50.\n"
    "2.2. Trang phục: đồng phục. Khách mời: 09 người.\n\n"
    "3. PHÂN CÔNG\n3.1. Các đội: gửi biên bản hội nghị đội và danh sách trước ngày 28/12/2025.\n\n"
    "4. CÁC BƯỚC\n4.1. Hội nghị cấp đội: họp xong trước ngày 22/12/2025.\n\n"
    "PHỤ LỤC\nPHÂN BỔ ĐẠI BIỂU BẦU\n"
    "TT   Đơn vị          Số lao động    Số đại biểu\n1    Đội Cơ giới          40             18\n"
    "2    Đội Nông vụ          71             32\n"
)


@pytest.mark.parametrize("question", ["Bao nhiêu đại biểu dự?", "tong so dai bieu", "How many delegates?"])
def test_the_number_of_delegates_is_told_and_not_the_rows_that_share_them_out(question: str) -> None:
    said = say(question, SHARED_OUT, None)
    assert said.answered and "64" in said.words and "Đội Cơ giới" not in said.words


def test_a_sentence_that_counts_the_guests_is_kept() -> None:
    said = say("có mấy khách mời", SHARED_OUT, None)
    assert said.answered and "09" in said.words and "64" not in said.words


@pytest.mark.parametrize(
    ("question", "due"),
    [
        ("hạn họp cấp đội", "22/12/2025"),
        ("hội nghị đội phải xong khi nào", "22/12/2025"),
        ("hạn gửi biên bản hội nghị đội", "28/12/2025"),
    ],
)
def test_the_meetings_of_a_lower_level_have_their_own_limit(question: str, due: str) -> None:
    said = say(question, SHARED_OUT, None)
    assert said.answered and due in said.words


def test_whoever_owes_it_is_a_unit() -> None:
    said = say("When must units send the minutes and the list?", SHARED_OUT, None)
    assert said.answered and "28 December 2025" in said.words


GAMES = index_from(
    "LIÊN ĐOÀN LAO ĐỘNG HUYỆN KHE LAU\nKẾ HOẠCH\nTổ chức Hội thao\n\n"
    "1. THỜI GIAN: 8h00 ngày 09/01/2026.\n\n2. ĐỐI TƯỢNG\nĐoàn viên công đoàn; mỗi người thi đấu không quá 02 môn.\n"
    "3. GIẢI THƯỞNG\n- Môn đồng đội: 1.200.000 đồng.\n- Môn cá nhân: 300.000 đồng.\n- Cổ động: 40 đồng chí.\n"
)


@pytest.mark.parametrize(
    ("question", "told"), [("Một người được thi mấy môn?", "02 môn"), ("có bao nhiêu đồng chí cổ động", "40")]
)
def test_a_sum_counts_no_things_and_comrades_are_no_sum(question: str, told: str) -> None:
    said = say(question, GAMES, None)
    assert said.answered and told in said.words and "000" not in said.words


FAIR = index_from(
    "TRƯỜNG CAO ĐẲNG KHE LAU\nKẾ HOẠCH\nTổ chức Ngày hội việc làm\n\n1. THỜI GIAN: 8h00 ngày 09/01/2026.\n\n"
    "2. THÀNH PHẦN\n- Học sinh lớp 12 vào cửa tự do, không thu phí.\n- Đại biểu có mặt trước 7h45.\n"
)


@pytest.mark.parametrize("question", ["vao cua co mat tien khong", "vào cửa có mất vé không ạ", "có thu vé không"])
def test_what_costs_nothing_is_said_and_not_when_to_be_there(question: str) -> None:
    said = say(question, FAIR, None)
    assert said.answered and "không thu phí" in said.words and "7h45" not in said.words
