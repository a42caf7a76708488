"""What a paper for all does not tell: one's own lot, names of those it only counts, who gets an honour, other cases."""

import pytest

from tests.questions import index_from, say

PAPER = index_from(
    "TỈNH ĐOÀN NAM TRÀ\n\nKẾ HOẠCH\nTổ chức Diễn đàn sáng tạo trẻ năm 2026\n\n"
    "I. THỜI GIAN, ĐỊA ĐIỂM\n1. Thời gian: ngày 18/9/2026.\n2. Địa điểm: Nhà văn hóa Thanh niên tỉnh Nam Trà.\n\n"
    "II. THÀNH PHẦN\n- Khách mời: 40 doanh nghiệp (mỗi đơn vị 02 người, là chủ doanh nghiệp hoặc người được cử).\n"
    "- Đại biểu: các huyện đoàn bầu 96 đại biểu; đại diện 12 hợp tác xã.\n"
    "- Câu lạc bộ: mỗi câu lạc bộ 03 người.\n\n"
    "III. CHƯƠNG TRÌNH\nNgày 18/9/2026\n"
    "- 7h30 - 8h00: Đón tiếp, phát tài liệu (Văn phòng Tỉnh đoàn)\n"
    "- 8h00 - 8h15: Khai mạc (Bí thư Tỉnh đoàn)\n"
    "- 8h15 - 9h00: Báo cáo của các nhóm tác giả (Ban Phong trào)\n"
    "- 9h00 - 9h30: Ký kết hợp tác với 06 trường (Phó Bí thư Tỉnh đoàn)\n"
    "- 9h30 - 10h30: Thảo luận tại 05 tổ\n"
    "- 10h30 - 11h00: Vinh danh 15 tác giả tiêu biểu, trao thưởng (Chủ tịch Hội đồng)\n"
    "- 11h00 - 11h15: Kết quả bình xét tỉnh dẫn đầu Cụm, bế mạc (Bí thư Tỉnh đoàn)\n\n"
    "IV. PHÂN CÔNG\n"
    "1. Ban Phong trào: lập tài khoản bình chọn cho đại biểu trước ngày 10/9/2026; ghép cặp cố vấn với các nhóm.\n"
    "2. Văn phòng: chi tiền xe cho báo cáo viên; liên hệ phòng nghỉ tại Khách sạn Sông Trà, 02 xe 29 chỗ đi thực địa.\n"
    "3. Hội đồng: chọn bài đăng kỷ yếu; báo cáo quyết toán quỹ sáng tạo năm 2024 - 2025.\n\n"
    "V. ĐĂNG KÝ\n- Đại biểu đăng ký trước ngày 05/9/2026; người đã đăng ký được vào các gian trải nghiệm.\n"
    "- Người đăng ký muộn được dự tại khu vực ngoài trời.\n"
)


def _words(question: str) -> str:
    return say(question, PAPER, None).words


def _told(question: str) -> bool:
    return say(question, PAPER, None).answered


@pytest.mark.parametrize(
    "question",
    [
        "Em được phân vào tổ mấy ạ?",
        "nhom em bao cao thu may",
        "phong o khach san cua toi so may",
        "tài khoản bình chọn của em là gì",
        "nhóm mình ghép cặp với ai",
        "điểm của con tôi bao nhiêu",
        "huyện đoàn em được bầu mấy đại biểu",
    ],
)
def test_what_falls_to_the_asker_alone_is_not_told_by_what_holds_for_all(question: str) -> None:
    assert not _told(question)


def test_what_each_gets_is_told_to_one_of_them() -> None:
    assert "03 người" in _words("mỗi câu lạc bộ mấy người")


@pytest.mark.parametrize(
    "question",
    [
        "15 tác giả tiêu biểu là những ai?",
        "06 trường ký kết là những trường nào",
        "những hợp tác xã nào được mời",
    ],
)
def test_a_number_of_them_tells_no_names(question: str) -> None:
    assert not _told(question)


def test_who_performs_an_item_with_a_number_in_it_is_told() -> None:
    assert "Chủ tịch Hội đồng" in _words("ai vinh danh 15 tác giả")


@pytest.mark.parametrize(
    "question",
    ["ai được thưởng năm nay", "tỉnh nào được suy tôn dẫn đầu cụm", "tinh nao dan dau cum", "đơn vị nào được cờ"],
)
def test_who_is_honoured_is_not_who_performs_the_item(question: str) -> None:
    assert not _told(question)


@pytest.mark.parametrize("question", ["Bao nhiêu doanh nghiệp được mời?", "may doanh nghiep tham du"])
def test_how_many_there_are_is_not_what_each_may_send(question: str) -> None:
    assert "40 doanh nghiệp" in _words(question)


@pytest.mark.parametrize("question", ["quỹ sáng tạo còn bao nhiêu", "khách sạn Sông Trà mấy sao"])
def test_a_year_or_another_number_counts_nothing(question: str) -> None:
    assert not _told(question)


@pytest.mark.parametrize("question", ["đại biểu có được chi tiền xe không", "Is there an airport pickup?"])
def test_what_is_done_for_others_or_elsewhere_is_no_yes(question: str) -> None:
    assert not _words(question).startswith(("<b>Có", "<b>Yes"))


def test_what_holds_for_the_registered_is_no_yes_for_others() -> None:
    assert not _words("chưa đăng ký có được vào gian trải nghiệm không").startswith("<b>Có")


def test_what_holds_for_the_late_is_told_to_them() -> None:
    assert "ngoài trời" in _words("đăng ký muộn có được dự không")


@pytest.mark.parametrize("question", ["Muốn biết mình vào gian nào thì coi ở đâu?", "lấy quà lưu niệm ở đâu"])
def test_where_all_meet_is_not_where_one_looks_something_up_or_fetches_it(question: str) -> None:
    assert "Nhà văn hóa Thanh niên" not in _words(question)


def test_where_an_item_hands_something_out_is_told() -> None:
    assert "phát tài liệu" in _words("lấy tài liệu ở đâu")


SUMMER = """ĐOÀN THANH NIÊN XÃ SUỐI REO
Số: 9/KH-ĐTN
KẾ HOẠCH
Tổ chức Lễ ra quân chiến dịch Mùa hè xanh năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 12/7/2026.
2. Địa điểm: Sân vận động xã Suối Reo.
3. Điểm đón: cổng trường THCS lúc 06h30.
II. THÀNH PHẦN
- Các chi đoàn cử 02 đại biểu. Trưởng đoàn các xã: Bí thư Đoàn xã.
III. CHƯƠNG TRÌNH
- 8h00: Khai mạc.
- 9h00: Báo cáo: 15/18 xã đạt chuẩn nông thôn mới.
- 10h00: Phát 1950 áo mưa cho bà con.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Mùa hè xanh tổ chức ở đâu", "Sân vận động"),
        ("điểm đón của chúng em mấy giờ", "06h30"),
        ("chi đoàn em cử mấy đại biểu", "02 đại biểu"),
        ("trưởng đoàn mỗi xã là ai", "Bí thư Đoàn xã"),
        ("phát bao nhiêu áo mưa", "1950"),
        ("bao nhiêu xã đạt chuẩn nông thôn mới", "15/18"),
    ],
)
def test_what_only_looks_like_ones_own_lot_or_a_date_is_told(question: str, told: str) -> None:
    said = say(question, index_from(SUMMER), None)
    assert said.answered and told in said.words
