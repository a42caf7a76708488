"""What has to be handed in or registered is told by the clause of that very thing, and by no other one."""

import pytest

from domain.answers import Index
from tests.questions import index_from, say

PLAN = """ỦY BAN NHÂN DÂN TỈNH NAM SƠN
KẾ HOẠCH
Tổ chức Hội nghị chuyển đổi số trong trường học

I. THỜI GIAN, ĐỊA ĐIỂM
Từ 08 giờ 00 phút ngày 20/5/2026 (thứ Tư) tại Hội trường lớn Sở Giáo dục và Đào tạo.

II. CHƯƠNG TRÌNH
07h30 - 08h00: Đón tiếp đại biểu, phát tài liệu
08h00 - 08h10: Khai mạc
08h10 - 09h00: Tham luận của các đơn vị
09h00 - 10h30: Thảo luận
10h30 - 11h00: Bế mạc

III. TỔ CHỨC THỰC HIỆN
1. Văn phòng Sở: mời báo cáo viên trước ngày 02/5/2026; in tài liệu xong trước ngày 18/5/2026; gửi giấy mời trước ngày 10/5/2026.
2. Các phòng Văn hóa - Xã hội: gửi danh sách đại biểu về Văn phòng Sở trước ngày 12/5/2026; lập danh sách khen thưởng trước ngày 04/5/2026.
3. Các trường được phân công: gửi tham luận về Phòng Chuyên môn qua hộp thư chuyenmon@namson.example trước ngày 08/5/2026.
4. Tổ Phục vụ: chuẩn bị suất ăn chay cho người đăng ký trước ngày 15/5/2026.
"""  # noqa: E501


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hạn gửi danh sách đại biểu?", "12/5/2026"),
        ("danh sach nguoi tham du nop truoc ngay nao", "12/5/2026"),
        ("Đăng ký tham dự đến bao giờ?", "12/5/2026"),
        ("bài tham luận nộp trc ngày nào", "8/5/2026"),
        ("Gửi danh sách đại biểu về đâu?", "Văn phòng Sở"),
        ("Gửi tham luận vào địa chỉ email nào?", "chuyenmon@namson.example"),
        ("Đăng ký tham dự bằng cách nào?", "về Văn phòng Sở"),
    ],
)
def test_the_clause_of_the_thing_itself_is_told(index: Index, question: str, told: str) -> None:
    said = say(question, index, None)
    assert said.answered
    assert told in said.words


@pytest.mark.parametrize("question", ["Hạn nộp báo cáo?", "Hạn nộp slide?", "Hạn gửi tài liệu?", "gui bao cao ve dau"])
def test_the_limit_of_another_thing_is_none(index: Index, question: str) -> None:
    said = say(question, index, None)
    assert not said.answered
    assert "02/5" not in said.words


def test_registering_for_the_conference_is_not_ordering_a_meal(index: Index) -> None:
    assert "15/5/2026" not in say("Đăng ký tham dự đến bao giờ?", index, None).words


def test_of_two_that_send_both_are_told() -> None:
    plan = PLAN.replace("5. Tổ", "6. Tổ") + "5. Các cụm trường: gửi tham luận bổ sung trước ngày 09/5/2026.\n"
    words = say("Hạn gửi tham luận?", index_from(plan), None).words
    assert "8/5/2026" in words
    assert "9/5/2026" in words


def test_when_one_signs_in_on_the_day_is_on_the_agenda() -> None:
    plan = PLAN.replace("Đón tiếp đại biểu, phát tài liệu", "Đăng ký đại biểu, phát tài liệu")
    words = say("Where and when do delegates register?", index_from(plan), None).words
    assert "07:30" in words
    assert "12 May" not in words
