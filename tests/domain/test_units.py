"""One unit under several spellings, and the tree of units."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.refusal import Refusal
from domain.units import above, in_tree_order, is_collective, parent_in, put_under, unit_key


@pytest.mark.parametrize(
    "spellings",
    [
        ("UBND tỉnh Bắc", "Ủy ban nhân dân tỉnh Bắc", "Uỷ ban Nhân dân  tỉnh Bắc"),
        ("Văn phòng HĐND-UBND", "VP HĐND và UBND", "Văn phòng Hội đồng nhân dân - Ủy ban nhân dân"),
        ("Ban TĐKT tỉnh", "Ban Thi đua - Khen thưởng tỉnh", "BAN THI ĐUA KHEN THƯỞNG TỈNH"),
    ],
)
def test_a_unit_is_known_under_its_usual_spellings(spellings: tuple[str, ...]) -> None:
    assert len({unit_key(each) for each in spellings}) == 1


def test_different_units_stay_different() -> None:
    assert len({unit_key(each) for each in ("UBND tỉnh", "HĐND tỉnh", "UBND huyện", "Phòng Nội vụ", "Sở Nội vụ")}) == 5


def test_a_name_may_say_what_stands_above() -> None:
    assert parent_in("Phòng Thi đua thuộc Sở Nội vụ") == "Sở Nội vụ"
    assert parent_in("Trung tâm Văn hóa (trực thuộc UBND huyện)") == "UBND huyện"
    assert parent_in("Sở Nội vụ") is None


def test_a_tree_is_walked_from_above() -> None:
    parents = {1: None, 2: 3, 3: 1, 4: None, 5: 99}
    assert in_tree_order(parents) == [(1, 0), (3, 1), (2, 2), (4, 0), (5, 0)]
    assert above(2, parents) == (3, 1)


@pytest.mark.parametrize(("unit", "parent"), [(1, 1), (1, 2), (1, 3)])
def test_a_loop_in_the_tree_is_refused(unit: int, parent: int) -> None:
    with pytest.raises(Refusal) as refused:
        put_under(unit, parent, {1: None, 2: 1, 3: 2})
    assert refused.value.code == "unit_loop"


@given(st.lists(st.tuples(st.integers(0, 8), st.none() | st.integers(0, 8)), max_size=30))
def test_whatever_is_put_under_whatever_every_unit_is_shown_once(moves: list[tuple[int, int | None]]) -> None:
    parents: dict[int, int | None] = dict.fromkeys(range(9))
    for unit, parent in moves:
        try:
            put_under(unit, parent, parents)
        except Refusal:
            continue
        parents[unit] = parent
    assert sorted(unit for unit, _ in in_tree_order(parents)) == list(range(9))


@pytest.mark.parametrize(
    "name",
    [
        "Các sở, ban, ngành",
        "UBND các xã, phường",
        "Ủy ban nhân dân các huyện",
        "HĐND-UBND các xã",
        "Hội Nông dân các xã",
        "Công đoàn các trường",
        "Thủ trưởng các cơ quan, đơn vị",
        "Giáo viên chủ nhiệm các lớp",
        "Từng đơn vị",
        "Mỗi trường",
        "Các đơn vị thành viên",
    ],
)
def test_name_of_many_bodies_is_known(name: str) -> None:
    assert is_collective(name)


@pytest.mark.parametrize(
    "name",
    [
        "Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh",
        "Văn phòng Hội đồng các trường",
        "Vụ Quản lý các cơ quan báo chí",
        "Liên hiệp các Hội Khoa học và Kỹ thuật",
        "Trung tâm Hỗ trợ các xã",
        "Công ty TNHH hai thành viên",
        "Phòng Tài nguyên và Môi trường",
        "Môi trường đô thị",
        "Tùng Dương",
        "Mới Media",
    ],
)
def test_single_body_whose_name_speaks_of_many_stays_one(name: str) -> None:
    assert not is_collective(name)
