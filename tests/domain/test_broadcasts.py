"""Whom a broadcast is for, how long it is, and what marks of secrecy it bears."""

import pytest

from domain.broadcasts import Audience, Part, length, secrecy


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("Văn bản TUYỆT MẬT và MẬT", "top"),
        ("Độ mật: Tối mật", "high"),
        ("Công văn số 5 (MẬT)", "plain"),
        ("MAT", None),
        ("bảo mật, bí mật và mật ong", None),
        ("BÍ MẬT kinh doanh, BẢO MẬT", None),
    ],
)
def test_the_highest_mark_of_secrecy_is_found(text: str, mark: str | None) -> None:
    assert secrecy("", text) == mark


def test_everybody_stands_alone() -> None:
    one, everybody = Part("group", 1), Part("all")
    assert Audience((one,)).toggled(everybody) == Audience((everybody,))
    assert Audience((everybody,)).toggled(one) == Audience((one,))
    assert Audience((one,)).toggled(one) == Audience()


def test_length_counts_as_telegram_does() -> None:
    assert length("ơ😀") == 3
