"""Half-marked words get the marks that they lack, and only they."""

import pytest

from domain.answers import Index
from domain.answers.marks import completed, retoned
from domain.conference import Conference, Programme

INDEX = Index.of(
    Programme(
        conference=Conference(title="Đại hội Thi đua yêu nước", venue="Điểm cầu huyện", chair="Kinh phí từ Quỹ thi đua")
    )
)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bắt đâu lúc mấy giơ", "bắt đầu lúc mấy giờ"),
        ("tiền tổ chưc thì lây tư quỹ nào ra", "tiền tổ chức thì lấy từ quỹ nào ra"),
        ("buôi chiều có nhưng phần nào vây", "buổi chiều có những phần nào vậy"),
        ("điêm câu huyên ở đâu", "điểm cầu huyện ở đâu"),
        ("ai phat biêu kêt luận", "ai phat biểu kết luận"),
        ("ăn trưa ơ đâu", "ăn trưa ở đâu"),
        ("mấy giờ bắt đâu", "mấy giờ bắt đầu"),
        ("Bắt đấu lúc nào vậy", "Bắt đầu lúc nào vậy"),
    ],
)
def test_a_half_marked_word_gets_its_marks_from_its_neighbours(typed: str, meant: str) -> None:
    assert completed(typed, INDEX) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "thư mời gửi khi nào",
        "Tôi không đi nhưng ai thay được",
        "họp đâu năm nay",
        "may gio khai mac",
        "ông Lê Quôc Huy ngồi ở đâu",
        "Tôi họp ở điểm cầu nào",
    ],
)
def test_words_as_people_write_them_stay(typed: str) -> None:
    assert completed(typed, INDEX) == typed


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("họp khi náo", "họp khi nào"),
        ("sau khai mạc là gí", "sau khai mạc là gì"),
        ("ai chủ trí đại hội", "ai chủ trì đại hội"),
        ("bế mác lúc mấy giờ", "bế mạc lúc mấy giờ"),
        ("Ai kỳ kế hoạch", "Ai ký kế hoạch"),
        ("Khi nào băt đầu ạ", "Khi nào bắt đầu ạ"),
        ("điểm cấu huyện ở đâu", "điểm cầu huyện ở đâu"),
    ],
)
def test_a_wrong_tone_is_put_right_where_only_another_goes_with_the_neighbours(typed: str, meant: str) -> None:
    assert retoned(typed, INDEX) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "chi hội trưởng làm gì",
        "thứ tự phát biểu thế nào",
        "tối có gì không",
        "tham luận của các thôn, bản",
        "Hội nào, khóa nào khai giảng",
        "phòng đặt rồi có hoàn lại tiền không",
        "ông Lê Khá ngồi ở đâu",
        "TỐI CÓ GÌ",
        "khi nao hop",
    ],
)
def test_a_word_that_is_no_slip_keeps_its_tone(typed: str) -> None:
    assert retoned(typed, INDEX) == typed
