"""Lines of a list that may be one person."""

import time

import pytest

from domain.duplicates import Listed, near_pairs
from domain.ids import DelegateId


def pairs(*people: tuple[str, str | None, str | None]) -> list[tuple[int, int]]:
    found = near_pairs(Listed(DelegateId(at), *each) for at, each in enumerate(people, 1))
    return [(one.id, other.id) for one, other in found]


@pytest.mark.parametrize(
    "second",
    [
        "Nguyễn Văn Thanhh",
        "Nguyen Van Thnah",
        "Ng. V. Thành",
        "Ng Văn Thành",
        "N.V.Thành",
        "Nguyẽn Văn Thạnh (PTC)",
        "Nguyễm Vă Thành",
    ],
)
def test_a_slip_or_an_abbreviation_in_the_same_unit_is_a_candidate(second: str) -> None:
    first = "Nguyễn Văn Thành" if "Thạnh" not in second else "Nguyễn Văn Thành A"
    assert pairs((first, "Xã Đông", None), (second, "xa dong", None)) == [(1, 2)]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Nguyễn Văn An", "Xã Đông", None), ("Ng. Văn An", "Xã Tây", None)),
        (("Nguyễn Văn An", "Xã Đông", "+841"), ("Ng. Văn An", "Xã Đông", "+842")),
        (("Nguyễn Văn An", "Xã Đông", None), ("Ngô Văn An", "Xã Đông", None)),
        (("Đại biểu số 1201", "Xã Đông", None), ("Đại biểu số 1202", "Xã Đông", None)),
        (("Lê An", "Xã Đông", None), ("Lê Ân", "Xã Đông", None)),
        (("Lê An", "Xã Đông", "+841"), ("Bùi Cúc", "Xã Đông", "+841")),
        (("Lê An", "Xã Đông", None), ("Lý An", "Xã Đông", None)),
    ],
)
def test_other_units_other_telephones_other_people_and_equal_names_are_none(first: object, second: object) -> None:
    assert pairs(first, second) == []  # type: ignore[arg-type]


def test_a_name_that_many_have_is_no_slip_of_another_such() -> None:
    lan, loan = ("Nguyễn Thị Lan", "Xã Đông", None), ("Nguyễn Thị Loan", "Xã Đông", None)
    assert pairs(lan, loan) == [(1, 2)]
    others = [(f"{family} {given}", "Xã Tây", None) for family in ("Lê", "Bùi") for given in ("Lan", "Loan")]
    assert pairs(lan, loan, *others) == []


def test_one_telephone_makes_candidates_across_units_but_a_switchboard_does_not() -> None:
    assert pairs(("Nguyễn Văn An", "Xã Đông", "+841"), ("Bà An", "Đảng ủy xã", "+841")) == [(1, 2)]
    assert pairs(*((f"Họ{letter} Văn An", f"Xã {letter}", "+841") for letter in "ABCDEFGHIJKL")) == []


def test_somebody_and_their_substitute_are_two_people() -> None:
    an = Listed(DelegateId(1), "Nguyễn Văn An", "Xã Đông")
    assert near_pairs([an, Listed(DelegateId(2), "Nguyễn Văng An", "Xã Đông", instead_of=DelegateId(1))]) == []


def test_a_list_of_twenty_thousand_is_looked_through_quickly() -> None:
    family = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Lò", "Vàng")
    middle = ("Văn", "Thị", "Đức", "Minh", "Hữu", "Thu", "Quang", "Ngọc")
    given = ("An", "Bình", "Cường", "Dũng", "Giang", "Hà", "Khánh", "Lan", "Mai", "Nam", "Oanh", "Phúc", "Quân", "Sơn")
    people = [
        Listed(
            DelegateId(at),
            f"{family[at % 10]} {middle[at // 10 % 8]} {given[at // 80 % 14]}",
            None if at % 4 == 0 else f"Xã {at % 160}",
            f"+849{at:08d}" if at % 3 else None,
        )
        for at in range(20_000)
    ]
    began = time.process_time()
    near_pairs(people)
    assert time.process_time() - began < 10
