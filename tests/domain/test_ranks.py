"""Posts of Vietnamese offices, and which of them ranks lower."""

import pytest

from domain.ranks import OFFICES, Rank, rank_of, ranks_lower


@pytest.mark.parametrize(
    ("post", "rank"),
    [
        ("Chủ tịch UBND xã", Rank.BODY),
        ("PCT UBND", Rank.BODY),
        ("P.CT", Rank.BODY),
        ("Phó CT HĐND xã", Rank.BODY),
        ("GĐ", Rank.BODY),
        ("PGĐ Sở Y tế", Rank.BODY),
        ("P. Giám đốc", Rank.BODY),
        ("Q. Cục trưởng", Rank.BODY),
        ("Phó Bí thư Thường trực Huyện ủy", Rank.BODY),
        ("Trưởng phòng, Phó Bí thư Đảng ủy", Rank.BODY),
        ("Đ/c Phó Bí thư", Rank.BODY),
        ("Hiệu phó", Rank.BODY),
        ("PHT Trường THPT Số 1", Rank.BODY),
        ("Ủy viên Ban Thường vụ, Trưởng ban Tuyên giáo", Rank.BODY),
        ("UBND xã: Chủ tịch", Rank.BODY),
        ("Deputy Director", Rank.BODY),
        ("Chánh Văn phòng HĐND và UBND", Rank.OFFICE),
        ("PCVP", Rank.OFFICE),
        ("Phó Chánh Văn phòng", Rank.OFFICE),
        ("TP Nội vụ", Rank.PART),
        ("PTP", Rank.PART),
        ("Phó phòng Tổng hợp", Rank.PART),
        ("Phó Trưởng phòng", Rank.PART),
        ("Trưởng Công an xã", Rank.PART),
        ("Chuyên viên", Rank.STAFF),
        ("CV Văn phòng Chủ tịch nước", Rank.STAFF),
        ("Thư ký Chủ tịch", Rank.STAFF),
        ("Nhân viên văn thư UBND TP Lai Châu", Rank.STAFF),
        ("Secretary", Rank.STAFF),
        ("Nghệ nhân", Rank.STAFF),
        (None, Rank.STAFF),
    ],
)
def test_a_post_is_known_by_its_office_in_words_and_as_lists_shorten_it(post: str | None, rank: Rank) -> None:
    assert rank_of(post) is rank


def test_every_post_of_the_table_has_the_rank_it_stands_under() -> None:
    found = {title: rank_of(title) for _, lines in OFFICES for line in lines for title in line.split("|")}
    assert found == {title: rank for rank, lines in OFFICES for line in lines for title in line.split("|")}


@pytest.mark.parametrize(
    ("post", "original", "lower"),
    [
        ("Văn thư", "Chủ tịch UBND xã", True),
        ("Phó Chủ tịch", "Chủ tịch", False),
        ("Chánh Văn phòng", "Phó Chủ tịch", True),
        ("CV", "PTP", True),
        ("Phó phòng", "Trưởng phòng", False),
        ("Chuyên viên", "Chuyên viên chính", False),
        (None, None, False),
        (None, "Giám đốc", True),
    ],
)
def test_a_substitute_ranks_lower_than_the_person_invited_also_without_a_group(
    post: str | None, original: str | None, lower: bool
) -> None:
    assert ranks_lower(post, None, original) is lower
