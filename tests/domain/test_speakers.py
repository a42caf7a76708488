"""Who has a part in a session."""

import pytest

from domain.conference import Group, Session
from domain.speakers import Person, honoured, honours, speaks

AN = Person(name="Nguyễn Văn An", post="Trưởng phòng", unit="Phòng Nội vụ")


@pytest.mark.parametrize(
    ("responsible", "expected"),
    [
        ("Đồng chí Nguyễn Văn An, Trưởng phòng Nội vụ", True),
        ("ĐỒNG CHÍ NGUYỄN VĂN AN", True),
        ("Đồng chí Nguyễn Văn Ân", False),
        ("Đồng chí Nguyễn Văn Anh", False),
        ("Phòng Nội vụ", True),
        ("Đại diện Phòng Nội vụ", True),
        ("Phòng Tài chính và Phòng Nội vụ", True),
        ("Chánh Thanh tra, nguyên Phó Phòng Nội vụ", False),
        ("Trưởng phòng, Phòng Nội vụ", True),
        ("Phòng Nội vụ và Lao động", False),
        (None, False),
    ],
)
def test_a_session_names_a_person_by_name_by_post_and_unit_or_by_the_whole_unit(
    responsible: str | None, expected: bool
) -> None:
    assert speaks(Session(title="Báo cáo", responsible=responsible), AN) is expected


def test_a_single_word_is_no_name() -> None:
    assert not speaks(Session(title="Báo cáo", responsible="Đồng chí Hoa"), Person(name="Hoa"))


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Công bố quyết định và trao Bằng khen", True),
        ("Khen thưởng", True),
        ("Thảo luận về công tác thi đua", False),
        ("Trao đổi, thảo luận", False),
    ],
)
def test_a_session_in_which_something_is_awarded(title: str, expected: bool) -> None:
    assert honours(Session(title=title)) is expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Tập thể, cá nhân được khen thưởng", True), ("Gia đình tiêu biểu", True), ("Lãnh đạo các phòng", False)],
)
def test_a_line_of_those_who_receive_an_award(line: str, expected: bool) -> None:
    assert honoured(Group(description=line)) is expected
