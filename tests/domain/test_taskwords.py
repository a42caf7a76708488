"""What people type about a task is understood into a proposal; questions and letters are left alone."""

import pytest

from domain.taskwords import Declining, Finished, Later, Said, Taking, Waiting, Working, understand


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("đã xong ạ", Finished()),
        ("Da xong a", Finished()),
        ("Dạ, đơn vị em đã in xong rồi ạ.", Finished()),
        ("đã gửi báo cáo số 12/BC-UBND", Finished()),
        ("100%", Finished()),
        ("xin lùi đến thứ 6", Later(until="thứ 6")),
        ("cho đơn vị em lui den 25/7", Later(until="25/7")),
        ("đề nghị gia hạn thêm 3 ngày", Later(days=3)),
        ("xin thêm một tuần", Later(days=7)),
        ("chờ kinh phí", Waiting()),
        ("cho kinh phi", Waiting()),
        ("đang đợi lãnh đạo duyệt", Waiting()),
        ("đang làm ạ", Working()),
        ("chưa xong", Working()),
        ("được 60% rồi", Working(60)),
        ("đã nhận nhiệm vụ", Taking()),
        ("không nhận được vì thiếu người", Declining()),
    ],
)
def test_a_reply_is_understood(text: str, said: Said) -> None:
    assert understand(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "",
        "mấy giờ khai mạc?",
        "xong chưa",
        "đơn vị nào đã xong",
        "gửi cho tôi chương trình",
        "vâng",
        "chương trình buổi sáng",
        "đã xong " + "việc này " * 40,
    ],
)
def test_what_is_no_reply_is_left_alone(text: str) -> None:
    assert understand(text) is None
