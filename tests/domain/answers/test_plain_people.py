"""Plain questions after people, put to the example plans: who is told, and where nobody is."""

from functools import cache

import pytest

from domain.answers import Index
from tests.questions import index_of, told

EVERYWHERE = {
    "01-tinh-bang-nhiem-vu.txt": {
        "Ai chủ trì hội nghị?": "Phó Chủ tịch UBND tỉnh",
        "Who is the chairperson?": "Phó Chủ tịch UBND tỉnh",
        "Ai kết luận hội nghị?": "Phó Chủ tịch UBND tỉnh",
        "Ai trình bày báo cáo?": "Sở Nông nghiệp và Môi trường",
        "Ai tuyên bố lý do?": "Văn phòng UBND tỉnh",
        "Ai ký kế hoạch này?": "Triệu Văn Khoan",
        "Đơn vị nào tổ chức?": "ĐÔNG KHÊ",
        "Trưởng ban tổ chức là ai ạ?": None,
        "Ai dẫn chương trình?": None,
        "Ai trao giấy khen cho các tập thể, cá nhân?": None,
    },
    "02-huyen-uy.txt": {
        "Ai ký kế hoạch này?": "Hoàng Thị Slao",
        "thu ky hoi nghi la ai": None,
        "Diễn giả là ai?": None,
        "ai la truong ban to chuc": None,
    },
    "03-cong-ty.txt": {
        "Ai khai mạc?": "Tổng Giám đốc",
        "Ai phát biểu chào mừng?": "Tổng Giám đốc",
        "Who opens the event?": "Tổng Giám đốc",
        "Ai đón tiếp khách?": "Phòng Kinh doanh",
        "Ai bế mạc?": None,
        "Có những diễn giả nào?": None,
        "Phó trưởng ban tổ chức là ai?": None,
    },
    "04-truong-hoc.md": {
        "Ai khai mạc?": "Cô Hà",
        "ai bế mạc z": "Hiệu trưởng",
        "Ai trao giải?": "Hiệu trưởng",
        "Trưởng ban tổ chức là ai?": None,
        "Ai phát biểu thay mặt đại biểu?": None,
    },
    "05-ban-quet.txt": {
        "Lãnh đạo nào phát biểu chỉ đạo?": "lãnh đạo huyện",
        "Ai ký văn bản này?": "Kim Thị Sa Rây",
        "MC là ai?": None,
        "Ai là thư ký?": None,
    },
    "06-hoi-thao-web.md": {
        "Ai khai mạc hội thảo?": "Giám đốc Trung tâm Khuyến ngư",
        "Diễn giả là ai?": "Huỳnh Văn Lành",
        "Báo cáo viên là ai?": "Phan Thị Mót",
        "Who are the speakers?": "Huỳnh Văn Lành",
        "Ai là MC?": None,
        "Ban tổ chức gồm những ai?": None,
    },
    "07-english.txt": {
        "Who opens the conference?": "Director of the Centre",
        "Who is the organizer?": "DONG KHE",
        "Who is the secretary?": None,
        "Who is the MC?": None,
    },
    "08-phong-song-song.txt": {
        "Ai ký kế hoạch?": "Trương Quốc Kỳ",
        "Cơ quan nào tổ chức?": "TRÀ KHÊ",
        "Ai dẫn chương trình vậy ạ?": None,
    },
    "09-gio-trong-ngoac.txt": {"Who is the organizer?": "BẾN ĐÁ", "Ai là thư ký?": None, "Ai trao thưởng?": None},
    "10-mien-nam-phu-luc.txt": {"Ai ký kế hoạch này?": "Thạch Minh Hiếu", "Báo cáo viên là ai?": None},
}


@cache
def _index(plan: str) -> Index:
    return index_of(plan)


ROWS = [(plan, question, who) for plan, asked in EVERYWHERE.items() for question, who in asked.items()]


@pytest.mark.parametrize(("plan", "question", "who"), ROWS)
def test_who_it_is(plan: str, question: str, who: str | None) -> None:
    answered = told(_index(plan), question)
    assert answered == "?" if who is None else who in answered
