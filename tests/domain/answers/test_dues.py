"""All that is due is told by its days; a check of the preparations is no other check; who writes writes a text."""

from datetime import datetime

import pytest

from domain.answers import Index
from tests.questions import index_from, say

PLAN = """ỦY BAN NHÂN DÂN XÃ ĐÔNG BÌNH
KẾ HOẠCH
Tổ chức Hội nghị tổng kết phong trào thể thao

I. THỜI GIAN, ĐỊA ĐIỂM
Từ 08 giờ 00 phút ngày 20/5/2026 (thứ Tư) tại Hội trường UBND xã.

II. CHƯƠNG TRÌNH
07h30 - 08h00: Đón tiếp đại biểu
08h00 - 08h10: Khai mạc
08h10 - 09h00: Báo cáo công tác thanh tra, kiểm tra
09h00 - 10h30: Thảo luận
10h30 - 11h00: Tiếp thu, bế mạc

III. TỔ CHỨC THỰC HIỆN
1. Văn phòng UBND xã: gửi giấy mời trước ngày 10/5/2026.
2. Phòng Văn hóa - Xã hội: mời báo cáo viên trước ngày 02/5/2026; viết diễn văn trước ngày 15/5/2026.
3. Đoàn Thanh niên: trang trí hội trường xong trước ngày 19/5/2026.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    "question",
    [
        "Có những mốc thời gian nào cần nhớ?",
        "Khi nào phải chuẩn bị xong?",
        "Các đơn vị phải hoàn thành công việc trước ngày nào?",
        "viec nao sap den han",
    ],
)
def test_all_limits_are_told_by_their_days(index: Index, question: str) -> None:
    words = say(question, index, None).words
    days = [words.find(day) for day in ("2/5/2026", "10/5/2026", "15/5/2026", "19/5/2026")]
    assert -1 not in days
    assert days == sorted(days)


def test_what_is_past_is_due_no_more(index: Index) -> None:
    words = say("Sắp đến hạn việc gì?", index, datetime.fromisoformat("2026-05-12T09:00")).words
    assert "15/5/2026" in words
    assert "10/5/2026" not in words


def test_after_the_last_limit_nothing_is_due(index: Index) -> None:
    assert not say("Sắp đến hạn việc gì?", index, datetime.fromisoformat("2026-05-25T09:00")).answered


def test_no_other_check_is_one_of_the_preparations(index: Index) -> None:
    assert not say("Khi nào kiểm tra công tác chuẩn bị?", index, None).answered


def test_the_check_of_the_preparations_is_told() -> None:
    plan = PLAN + "4. Ban Tổ chức: kiểm tra công tác chuẩn bị lúc 15 giờ 00 ngày 18/5/2026.\n"
    assert "18/5/2026" in say("Khi nào kiểm tra công tác chuẩn bị?", index_from(plan), None).words


def test_who_has_speakers_invited_writes_no_report(index: Index) -> None:
    said = say("Ai viết báo cáo?", index, None)
    assert not said.answered
    assert "diễn văn" not in said.words


def test_the_day_of_the_invitations_is_the_same_in_other_words(index: Index) -> None:
    asked = ("Bao giờ gửi giấy mời?", "Khi nào thì có giấy mời?", "giay moi gui ngay nao")
    told = {say(question, index, None).words for question in asked}
    assert len(told) == 1
    assert "10/5/2026" in told.pop()


@pytest.mark.parametrize(
    ("line", "question", "told"),
    [
        ("Văn phòng UBND xã: in tài liệu (120 bộ) phát cho đại biểu.", "In bao nhiêu bộ tài liệu?", "120 bộ"),
        ("Văn phòng UBND xã: in tài liệu (120 bộ) phát cho đại biểu.", "Có phải in tài liệu không?", "Văn phòng"),
        ("Văn phòng UBND xã: không in tài liệu, gửi mã QR cho đại biểu.", "có phải tự in tài liệu ko", "không in"),
    ],
)
def test_who_prints_and_how_many_is_told(line: str, question: str, told: str) -> None:
    assert told in say(question, index_from(f"{PLAN}4. {line}\n"), None).words
