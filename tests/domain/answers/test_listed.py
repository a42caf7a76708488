"""Rows of the paper's lists: the one that is named is told, how many there are, and that one is not among them."""

import pytest

from domain.answers import Index, answer
from domain.answers.values import Answer, ItemCount, NoInformation, Practical, Quoted
from tests.questions import index_from

PLAN = """HỘI LÀM VƯỜN TỈNH SƠN MỘC
Số: 9/KH-HLV
KẾ HOẠCH
Tổ chức Hội nghị trực tuyến bàn về cây ăn quả năm 2026
I. THỜI GIAN, ĐỊA ĐIỂM
1. Thời gian: 8h00 ngày 12/3/2026.
2. Địa điểm: Hội trường Nhà Nông.
II. CHƯƠNG TRÌNH
Thời gian | Nội dung | Thực hiện
7h30 - 8h00 | Xe đón đại biểu tại cổng chợ | Văn phòng
8h00 - 8h10 | Khai mạc | Chủ tịch Hội
8h10 - 9h30 | Tham luận của Chi hội Bãi Sậy | Chi hội trưởng
9h30 - 10h00 | Bế mạc | Chủ tịch Hội
III. ĐIỂM CẦU
STT | Chi hội | Nơi họp | Kỹ thuật viên | Điện thoại | Số ghế
1 | Bãi Sậy | Nhà văn hóa xã Cam | Đinh Văn Khởi | 0277.000.411 | 24
2 | Đồi Sim | Trường Tiểu học Đồi Sim | ThS. Mạc Thị Vui | 0277.000.412 | 36
3 | Cù Lao | Hội trường Đồn Biên phòng | Lục Bá Trình | 0277.000.413 | 18
IV. XE ĐƯA ĐÓN
Xe | Điểm đón | Giờ chạy | Lái xe
Xe 1 | Ngã ba Cam | 6h40 | Anh Lực
Xe 2 | Cây đa làng Vối | 6h25 | Anh Mão
V. NƠI GỬI SẢN PHẨM
- Chi hội Bãi Sậy, Cù Lao: kho lạnh số 4
- Chi hội Đồi Sim: hiên nhà sau
VI. PHÂN CÔNG
1. Văn phòng Hội: gửi giấy mời trước ngày 01/3/2026.
"""


@pytest.fixture(scope="module")
def index() -> Index:
    return index_from(PLAN)


def told(found: Answer) -> str:
    assert isinstance(found, Quoted | Practical), found
    return " / ".join(found.texts)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("chi hội Cù Lao họp ở đâu", "Đồn Biên phòng"),
        ("diem cau Doi Sim dat o cho nao", "Trường Tiểu học Đồi Sim"),
        ("ai là kỹ thuật viên điểm cầu Đồi Sim", "Mạc Thị Vui"),
        ("kỹ thuật viên ở Đồi Sim là ai vậy", "ThS. Mạc Thị Vui · Điện thoại: 0277.000.412"),
        ("cho xin số điện thoại kỹ thuật Bãi Sậy", "0277.000.411"),
        ("sđt anh Trình", "0277.000.413"),
        ("điểm cầu Cù Lao có bao nhiêu ghế", "18"),
        ("xe số 2 đón ở đâu", "Cây đa làng Vối"),
        ("xe 1 chạy lúc mấy giờ", "6h40"),
        ("ai lái xe số 2", "Anh Mão"),
        ("anh Lực lái xe nào", "Xe 1"),
        ("xe nào đón ở ngã ba Cam", "Xe 1"),
        ("what time does bus 2 leave", "6h25"),
        ("where does bus 1 pick up", "Ngã ba Cam"),
        ("Cù Lao gửi sản phẩm ở đâu", "kho lạnh số 4"),
    ],
)
def test_the_row_that_is_named_tells_what_its_column_holds(index: Index, question: str, said: str) -> None:
    text = told(answer(question, index, None))
    assert said in text
    assert " / " not in text


@pytest.mark.parametrize(
    ("question", "count"),
    [("có mấy xe", 2), ("có bao nhiêu điểm cầu", 3), ("gồm những chi hội nào", 3), ("danh sách các điểm cầu", 3)],
)
def test_the_rows_of_a_list_are_counted_and_named(index: Index, question: str, count: int) -> None:
    found = answer(question, index, None)
    assert isinstance(found, ItemCount)
    assert (found.count, len(found.names)) == (count, count)


@pytest.mark.parametrize("question", ["xe 3 đón ở đâu", "xe số 5 chạy lúc mấy giờ"])
def test_a_number_that_the_list_has_not_is_not_known(index: Index, question: str) -> None:
    assert isinstance(answer(question, index, None), NoInformation)


@pytest.mark.parametrize(
    ("question", "not_said"),
    [
        ("chi hội Bãi Sậy tham luận lúc mấy giờ", "0277"),
        ("chi hội Mường Lát họp ở đâu", " · "),
        ("chủ đề hội nghị là gì", " · "),
        ("hội nghị họp ở đâu", " · "),
        ("mấy giờ khai mạc", " · "),
    ],
)
def test_what_no_row_holds_is_told_from_no_row(index: Index, question: str, not_said: str) -> None:
    found = answer(question, index, None)
    assert not any(not_said in text for text in getattr(found, "texts", ()))


def test_what_a_body_has_to_do_is_told_from_its_work_and_not_from_a_list() -> None:
    plan = PLAN.replace("Anh Mão", "Anh Mão, Ban Kỹ thuật").replace(
        "VI. PHÂN CÔNG", "VI. PHÂN CÔNG\n2. Ban Kỹ thuật: thử máy."
    )
    assert not isinstance(answer("Ban Kỹ thuật được giao việc gì", index_from(plan), None), Quoted)
