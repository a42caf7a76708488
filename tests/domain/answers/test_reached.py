"""What a text tells of somebody alone."""

import pytest

from domain.answers.reached import OF_A_PERSON


@pytest.mark.parametrize(
    "text",
    [
        "Nguyễn Văn Tám, sinh năm 1961",
        "Trần Thị Lụa sinh ngày 12/3/1975",
        "em Vừ A Páo, sinh 2014, bản Mo",
        "Họ và tên: Lê Văn Đá · Ngày sinh: 01/01/1980",
        "Ông Tám (sinh năm 1961)",
        "CCCD 036061001234",
        "căn cước công dân số: 036061001234",
        "Lan, born on 3 tháng 5",
        "Passport C1234567",
        "Danh sách học viên – Họ và tên: Lê Văn Đá · Điện thoại: 0900 000 141",
    ],
)
def test_a_birth_or_the_number_of_a_card_is_of_a_person(text: str) -> None:
    assert OF_A_PERSON.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "phát cho học sinh ngày 17/11/2025",
        "Học sinh năm 2026",
        "Vệ sinh ngày 12/3",
        "Đại biểu mang theo căn cước công dân hoặc hộ chiếu",
        "Zoom ID: 861234567",
        "Liên hệ 0913000111",
        "Danh sách Ban Tổ chức – Họ và tên: Lê Văn Đá · Điện thoại: 0900 000 141",
    ],
)
def test_pupils_cards_to_bring_and_meeting_numbers_are_not(text: str) -> None:
    assert not OF_A_PERSON.search(text)
