"""Whoever is of a year or a number belongs to the range of the paper that it lies in."""

import pytest

from domain.answers import Index
from tests.questions import index_from, told

PLAN = """TRƯỜNG CAO ĐẲNG Y BẮC LĨNH
KẾ HOẠCH
Tổ chức Ngày gặp mặt cựu học viên năm 2027
I. THỜI GIAN, ĐỊA ĐIỂM
Thời gian: thứ Bảy, ngày 06/11/2027. Địa điểm: số 9 đường Bờ Hồ, thị xã Bắc Lĩnh.
II. CHƯƠNG TRÌNH
- 7h30: Đón cựu học viên
- 8h30: Gặp mặt khóa 1980 - 1994 (Giảng đường D1)
- 8h30: Gặp mặt khóa 1995 - 2008 (Thư viện)
- 9h15: Gặp mặt khóa 2009 đến khóa 2026 (Nhà thể chất)
- 11h00: Liên hoan tại Nhà ăn tập thể
III. HƯỚNG DẪN
1. Bàn nhận phù hiệu: bàn số 1: khóa 1980 - 1999; bàn số 2: khóa 2000 - 2013; bàn số 3: khóa 2014 - 2026.
2. Xe thăm cơ sở mới: xe số 1 chở khách mời; xe số 2 chở các khóa 1980 - 2005; xe số 3 chở các khóa còn lại.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("Khóa 1990 gặp nhau ở đâu ạ?", "Giảng đường D1", "Thư viện"),
        ("k2003 hop mat phong nao", "Thư viện", "Nhà thể chất"),
        ("em ra trường năm 2015 thì gặp mặt mấy giờ", "09:15", "08:30"),
        ("Where does the class of 1985 meet?", "Giảng đường D1", "Thư viện"),
        ("khóa 2026 tập trung ở đâu", "Nhà thể chất", "Thư viện"),
        ("khóa 1997 nhận phù hiệu ở bàn số mấy", "bàn số 1: khóa 1980 - 1999", "Thư viện"),
        ("khoa 2010 nhan phu hieu o ban nao", "Bàn số 2: khóa 2000 - 2013", "Thư viện"),
        ("khóa 1999 đi xe số mấy", "Xe số 2", "số 3"),
        ("khóa 2020 đi xe nào", "số 3 chở các khóa còn lại", "khách mời"),
    ],
)
def test_number_belongs_to_the_range_that_holds_it(index: Index, question: str, said: str, not_said: str) -> None:
    words = told(index, question)
    assert said in words
    assert not_said not in words


@pytest.mark.parametrize("question", ["khóa 1970 gặp mặt ở đâu", "khóa 2030 nhận phù hiệu bàn nào"])
def test_number_of_no_range_is_not_known(index: Index, question: str) -> None:
    assert told(index, question) == "?"
