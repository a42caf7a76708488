"""Regional and spoken words are read as the written ones, by where they stand."""

import pytest

from domain.answers import Index
from domain.answers.dialect import standard
from domain.conference import Conference, Programme

INDEX = Index.of(Programme(conference=Conference(title="Hội nghị chi ủy và đội rước kiệu", venue="Nhà văn hóa xã")))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("phòng mô lo nước uống rứa", "phòng nào lo nước uống vậy"),
        ("họp ở mô hè?", "họp ở đâu nhỉ?"),
        ("khi mô khai mạc", "khi nào khai mạc"),
        ("bựa mô họp", "hôm nào họp"),
        ("bua mo hop rua", "bua nào hop vậy"),
        ("o mo rua em", "o đâu vậy em"),
        ("báo cáo về những chi rứa?", "báo cáo về những gì vậy?"),
        ("mang theo chi không chú", "mang theo gì không chú"),
        ("tụi tui phải mần chi", "chúng tôi phải làm gì"),
        ("hôm ni có họp không", "hôm nay có họp không"),
        ("chiều ni họp ở phòng ni à", "chiều nay họp ở phòng này à"),
        ("bây chừ tới phần mô rồi", "bây giờ tới phần nào rồi"),
        ("trễ nhứt bữa nào phải gởi", "trễ nhất hôm nào phải gửi"),
        ("học mấy bữa", "học mấy ngày"),
        ("mấy anh công an tới lúc nào", "các anh công an tới lúc nào"),
        ("mặc răng cho đúng", "mặc sao cho đúng"),
        ("cham nhut ngay nao", "cham nhất ngay nao"),
        ("quy mô bữa tiệc, chi phí, mùa hè, vô địch, mấy bữa", "quy mô bữa tiệc, chi phí, mùa hè, vô địch, mấy ngày"),
        ("buổi sáng có chi, ai đọc báo cáo rứa hè", "buổi sáng có gì, ai đọc báo cáo vậy nhỉ"),
        ("ai coi xe, ai coi chương trình", "ai trông xe, ai xem chương trình"),
        ("bữa chót họp ở mô lận", "hôm cuối họp ở đâu ạ"),
        ("hạn chót là bữa nào vậy anh hai", "hạn chót là hôm nào vậy ạ"),
        ("nhiêu người đi", "bao nhiêu người đi"),
        ("MẤY GIỜ VÔ HỌP", "MẤY GIỜ VÀO HỌP"),
    ],
)
def test_a_regional_word_means_what_is_written_for_it_there(said: str, meant: str) -> None:
    assert standard(said, INDEX) == meant


@pytest.mark.parametrize(
    "said",
    [
        "quy mô thế nào",
        "mô hình nào được báo cáo",
        "chi phí ai trả",
        "chi bộ có họp không",
        "bữa trưa ở đâu",
        "ăn mấy bữa",
        "nghỉ hè khi nào",
        "có mấy anh công an",
        "vô tuyến đặt ở đâu",
        "chi Lan oi may gio hop",
        "dậy sớm quá",
    ],
)
def test_the_same_word_stays_where_it_is_a_word_of_its_own(said: str) -> None:
    assert standard(said, INDEX) == said


def test_what_the_programme_says_itself_stays() -> None:
    assert standard("đội rước kiệu gồm ai", INDEX) == "đội rước kiệu gồm ai"
    assert standard("ai rước khách", INDEX) == "ai đón khách"
