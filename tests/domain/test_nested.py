from dataclasses import dataclass

from domain.nested import texts_in


@dataclass(frozen=True)
class Inner:
    quote: str


@dataclass(frozen=True)
class Outer:
    name: str
    count: int
    parts: tuple[Inner | str, ...]


def test_every_text_is_found_however_deep_and_a_type_can_be_passed_over() -> None:
    value = (Outer("a", 1, (Inner("b"), "c")), None, "d")
    assert list(texts_in(value)) == ["a", "b", "c", "d"]
    assert list(texts_in(value, without=Inner)) == ["a", "c", "d"]
