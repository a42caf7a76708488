"""Plain questions about who attends, how many, and what a plan requires, put to papers of the corpus."""

import pytest

from domain.answers import answer
from templates.render import text
from tests.questions import index_of, says

_ROWS = [
    ("01-tinh-bang-nhiem-vu.txt", "Có bao nhiêu người dự?", "80 người"),
    ("02-huyen-uy.txt", "có bao nhiêu người dự vậy", "150 đồng chí"),
    ("03-cong-ty.txt", "Có bao nhiêu khách mời?", "100 khách"),
    ("05-ban-quet.txt", "How many participants will there be?", "70 đại biểu"),
    ("10-mien-nam-phu-luc.txt", "có bao nhiêu người dự", "120 trại sinh"),
    ("asked/36-ldld-daihoi.txt", "Có bao nhiêu khách mời?", "40 đồng chí"),
    ("asked/54-xa-daihoi-phunu.txt", "Có bao nhiêu người dự?", "Khách mời: 30 người"),
    ("held/51-benh-vien-khoa-hoc.txt", "mỗi đơn vị đc cử mấy người?", "05 người"),
    ("01-tinh-bang-nhiem-vu.txt", "Yêu cầu của hội nghị là gì?", "đúng thành phần"),
    ("02-huyen-uy.txt", "yeu cau cua hoi nghi", "nghiêm túc"),
    ("10-mien-nam-phu-luc.txt", "What are the requirements?", "an toàn tuyệt đối"),
    ("asked/30-tinh-xuctiendautu.txt", "Yêu cầu khi tổ chức là gì?", "chuyên nghiệp"),
    ("asked/60-tinh-soket-nghiquyet.txt", "yêu cầu của hội nghị", "số liệu chính xác"),
    ("asked/30-tinh-xuctiendautu.txt", "em là phóng viên có đc dự ko?", "Báo chí"),
    ("asked/36-ldld-daihoi.txt", "Tôi là phóng viên, có được mời không?", "Phóng viên"),
    ("asked/36-ldld-daihoi.txt", "có chia tổ thảo luận ko?", "04 tổ"),
    ("asked/54-xa-daihoi-phunu.txt", "Có mấy tổ thảo luận?", "04 tổ"),
    ("held/87-nong-dan-dai-hoi.txt", "thảo luận chia mấy tổ", "05 tổ"),
    ("asked/60-tinh-soket-nghiquyet.txt", "Bao nhiêu tập thể được khen thưởng?", "12 tập thể"),
    ("asked/60-tinh-soket-nghiquyet.txt", "Có khen thưởng không?", "Trao Bằng khen"),
    ("04-truong-hoc.md", "có khen thưởng ko", "Trao giải"),
    ("03-cong-ty.txt", "Is there a gala dinner?", "Tiệc tối"),
    ("asked/30-tinh-xuctiendautu.txt", "có tiệc chiêu đãi không?", "Tiệc chào mừng"),
    ("asked/60-tinh-soket-nghiquyet.txt", "có liên hoan không", "không tổ chức liên hoan"),
]


@pytest.mark.parametrize(("plan", "question", "told"), _ROWS)
def test_the_paper_tells(plan: str, question: str, told: str) -> None:
    found = answer(question, index_of(plan), None)
    assert found.answered
    assert told.casefold() in text(found, "vi").casefold()


_UNKNOWN = [
    ("01-tinh-bang-nhiem-vu.txt", "mỗi đơn vị được cử mấy người?"),
    ("03-cong-ty.txt", "Mỗi đơn vị được cử bao nhiêu đại biểu?"),
    ("02-huyen-uy.txt", "Có bao nhiêu khách mời?"),
    ("asked/30-tinh-xuctiendautu.txt", "có chia tổ thảo luận ko?"),
    ("asked/60-tinh-soket-nghiquyet.txt", "Có mấy tổ thảo luận?"),
    ("03-cong-ty.txt", "Yêu cầu của hội nghị là gì?"),
    ("asked/54-xa-daihoi-phunu.txt", "em là phóng viên có đc dự ko?"),
    ("asked/54-xa-daihoi-phunu.txt", "Is there a gala dinner?"),
    ("05-ban-quet.txt", "có được dự trực tuyến không?"),
    ("asked/36-ldld-daihoi.txt", "Tôi có được đưa người nhà đi cùng không?"),
    ("asked/36-ldld-daihoi.txt", "Anh Tuấn ở phòng nào?"),
    ("asked/60-tinh-soket-nghiquyet.txt", "What is the weather like?"),
    ("asked/30-tinh-xuctiendautu.txt", "thời tiết hôm đó thế nào?"),
    ("02-huyen-uy.txt", "Lương của trưởng ban là bao nhiêu?"),
    ("05-ban-quet.txt", "luong cua chu tich bao nhieu"),
]


@pytest.mark.parametrize(("plan", "question"), _UNKNOWN)
def test_what_the_paper_does_not_tell_is_said_to_be_unknown(plan: str, question: str) -> None:
    found = answer(question, index_of(plan), None)
    assert not found.answered, text(found, "vi")


def test_no_office_for_trade_honours_anybody() -> None:
    said = says(index_of("asked/30-tinh-xuctiendautu.txt"), "Có khen thưởng không?")
    assert "không có mục này" in said
