"""What somebody pays, out of a table of fees by kinds of participants."""

from datetime import date

import pytest

from domain.answers import answer
from domain.answers.values import NoInformation, Practical, Quoted
from domain.conference import Conference, Fact, Programme

DAY = date(2026, 6, 12)
ROWS = (
    "Bác sĩ: Trước 01/5/2026 900.000 đồng, Sau 01/5/2026 1.200.000 đồng",
    "Hộ lý, hộ sinh: Trước 01/5/2026 400.000 đồng, Sau 01/5/2026 550.000 đồng",
    "Học viên: miễn phí",
)
ENGLISH = ("Foreign participant: Early bird USD 200, Regular USD 240", "Student: Early bird USD 60, Regular USD 80")


def held(*rows: str) -> Programme:
    return Programme(
        conference=Conference(title="Hội nghị Sản khoa", starts_on=DAY, ends_on=DAY),
        facts=tuple(Fact(topic="budget", text=row) for row in rows),
    )


@pytest.mark.parametrize(
    ("question", "row"),
    [
        ("bác sĩ đóng bao nhiêu tiền", ROWS[0]),
        ("lệ phí bác sĩ sau 1/5", ROWS[0]),
        ("hộ sinh nộp bao nhiêu", ROWS[1]),
        ("phí cho hộ lý là bao nhiêu", ROWS[1]),
        ("học viên có phải đóng tiền không", ROWS[2]),
    ],
)
def test_row_of_those_who_are_named_is_told_whole(question: str, row: str) -> None:
    assert answer(question, held(*ROWS), None) == Practical(topic="fee", texts=(row,))


@pytest.mark.parametrize(
    ("question", "row"),
    [("how much do students pay", ENGLISH[1]), ("registration fee for foreign participants", ENGLISH[0])],
)
def test_row_is_told_in_english_too(question: str, row: str) -> None:
    assert answer(question, held(*ENGLISH), None) == Practical(topic="fee", texts=(row,))


@pytest.mark.parametrize("question", ["kỹ thuật viên đóng bao nhiêu tiền", "vé gửi xe bao nhiêu tiền"])
def test_who_or_what_is_in_no_row_has_no_sum(question: str) -> None:
    assert isinstance(answer(question, held(*ROWS), None), NoInformation)


def test_those_who_pay_the_same_are_told_together() -> None:
    line = "Phí dự: 800.000 đồng/người; cộng tác viên, học viên: 300.000 đồng; người trình bày: miễn phí"
    told = Practical(topic="fee", texts=("cộng tác viên, học viên: 300.000 đồng",))
    assert answer("cộng tác viên đóng bao nhiêu", held(line), None) == told


LINES = (
    "Phí tham dự: 350.000 đồng/người (gồm ăn trưa); học viên miễn phí",
    "Phí khảo sát vườn ươm 90.000 đồng/người",
    "Đại biểu ở xa đặt phòng tại nhà nghỉ Suối Ngà (220.000 đồng/đêm)",
    "Các đoàn tự lo lều trại, chăn màn",
    "Đại biểu tự túc chi phí đi lại",
    "Quỹ trường chi trả tiền ăn trưa và tài liệu; ăn sáng tự túc",
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("tham dự mất bao nhiêu tiền", LINES[0]),
        ("lều ai lo", LINES[3]),
        ("tiền vé máy bay ai trả", LINES[4]),
        ("tiền ăn ai trả", LINES[5]),
    ],
)
def test_each_sum_and_who_bears_it_is_told_by_its_own_line(question: str, said: str) -> None:
    found = answer(question, held(*LINES), None)
    assert isinstance(found, Practical | Quoted)
    assert any(text in said for text in found.texts), found.texts


@pytest.mark.parametrize("question", ["đi xem phim tốn bao nhiêu", "đèn pin ai lo", "tiền quà ai trả"])
def test_what_no_line_prices_or_leaves_to_anybody_is_not_known(question: str) -> None:
    assert not answer(question, held(*LINES), None).answered


LISTED = (
    "Phí dự – Người dự: Hội viên · Đến 01/5/2026: 300.000 đồng · Sau 01/5/2026: 500.000 đồng",
    "Phí dự – Người dự: Học viên cao học · Đến 01/5/2026: 100.000 đồng · Sau 01/5/2026: 150.000 đồng",
)


@pytest.mark.parametrize(
    ("question", "row"), [("hội viên đóng bao nhiêu", LISTED[0]), ("phí cho học viên cao học là bao nhiêu", LISTED[1])]
)
def test_row_with_titles_is_headed_by_who_stands_in_its_first_column(question: str, row: str) -> None:
    told = answer(question, held(*LISTED), None)
    assert isinstance(told, Practical | Quoted)
    assert told.texts == (row,)


@pytest.mark.parametrize("question", ["lệ phí hội nghị là bao nhiêu", "mức phí thế nào", "phí tham dự bao nhiêu"])
def test_all_rows_are_told_where_nobody_is_named(question: str) -> None:
    told = answer(question, held(*LISTED), None)
    assert isinstance(told, Practical | Quoted)
    assert told.texts == LISTED


BEDS = (
    "Khách sạn: Suối Mơ · Loại phòng: Đơn · Giá/đêm: 400.000 đ",
    "Khách sạn: Suối Mơ · Loại phòng: Đôi · Giá/đêm: 650.000 đ",
    "Khách sạn: Đồi Thông · Loại phòng: Đôi · Giá/đêm: 300.000 đ",
)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        ("giá phòng khách sạn đồi thông", BEDS[2:]),
        ("phòng đôi khách sạn suối mơ giá bao nhiêu", BEDS[1:2]),
        ("khách sạn bao nhiêu tiền một đêm", BEDS),
    ],
)
def test_of_several_beds_those_are_told_that_the_question_names(question: str, rows: tuple[str, ...]) -> None:
    beds = Programme(
        conference=Conference(title="Hội nghị Sản khoa", starts_on=DAY, ends_on=DAY),
        facts=tuple(Fact(topic="lodging", text=row) for row in BEDS),
    )
    told = answer(question, beds, None)
    assert isinstance(told, Practical | Quoted)
    assert told.texts == rows
