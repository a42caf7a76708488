"""One event held on several days in several places: whose is where, all of them, and who leads that of a day."""

from datetime import datetime

import pytest

from domain.answers import Index, answer
from domain.answers.values import Answer, NoInformation, Quoted
from tests.questions import index_from

PLAN = """ỦY BAN NHÂN DÂN PHƯỜNG CẦU MUỐI
Số: 12/KH-UBND
KẾ HOẠCH
Tổ chức hội nghị tiếp xúc hộ dân năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
1. Lịch tổ chức: 03 điểm
Điểm | Địa điểm | Khu dân cư | Ngày, giờ | Chủ trì
1 | Đình Cầu Muối | Khu phố 1, 2 (tổ dân phố 1 đến 6) | 19g00 thứ Hai, 13/9/2027 | Ông Tạ Văn Bền
2 | Nhà văn hóa Bến Cát | Khu phố 3 (tổ dân phố 7 - 12) | 19g30 thứ Ba, 14/9/2027 | Bà Lã Thị Mùi
3 | Trường Mầm non Họa Mi | Khu phố 4, 5 (tổ dân phố 13 đến 21) | 19g00 thứ Tư, 15/9/2027 | Ông Quách Đình Lân
II. CHƯƠNG TRÌNH MỖI BUỔI
1. Tuyên bố lý do (05 phút).
2. Hộ dân phát biểu (60 phút).
3. Bế mạc (05 phút).
III. PHÂN CÔNG
1. Văn phòng UBND phường: gửi giấy mời trước ngày 05/9/2027.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def told(found: Answer) -> list[str]:
    assert isinstance(found, Quoted), found
    return [text.partition("Địa điểm: ")[2].partition(" · ")[0] for text in found.texts]


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("tổ dân phố 4 họp ở đâu", "Đình Cầu Muối"),
        ("tổ 9 họp tối nào", "Nhà văn hóa Bến Cát"),
        ("to 20 may gio hop", "Trường Mầm non Họa Mi"),
        ("buổi họp của tổ 13 ai chủ trì", "Trường Mầm non Họa Mi"),
        ("khu phố 2 họp ở đâu", "Đình Cầu Muối"),
        ("tổ 12 thuộc điểm nào", "Nhà văn hóa Bến Cát"),
    ],
)
def test_one_of_those_counted_up_finds_its_row(index: Index, question: str, place: str) -> None:
    assert told(answer(question, index, None)) == [place]


@pytest.mark.parametrize("question", ["tổ 25 họp ở đâu", "khu phố 8 họp ở đâu"])
def test_one_beyond_those_counted_up_is_not_known(index: Index, question: str) -> None:
    assert isinstance(answer(question, index, None), NoInformation)


@pytest.mark.parametrize("question", ["cho xin lịch họp cả 3 điểm", "lịch họp các khu phố", "họp ở những đâu"])
def test_the_whole_list_is_told_to_who_asks_for_all(index: Index, question: str) -> None:
    assert len(told(answer(question, index, None))) == 3


def test_who_leads_on_a_day_is_told_from_the_row_of_that_day(index: Index) -> None:
    found = answer("tối mai ai chủ trì", index, datetime.fromisoformat("2027-09-13T08:00"))
    assert told(found) == ["Nhà văn hóa Bến Cát"]
