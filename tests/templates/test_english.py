"""No Vietnamese is left over in English: with the data of every sample folded to plain letters, none may remain."""

import tomllib
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from domain.vietnamese import fold
from domain.views import OpenLink, Press, keyboard_of, registered
from services.views.samples import all_samples
from templates import render

KEPT = (
    "Tiếng Việt",  # the other language's own name
    "Chọn ngôn ngữ / ",
    "Đồng chí có thể hỏi bằng tiếng Việt hoặc tiếng Anh, ví dụ “mấy giờ khai mạc?”",  # said in both languages
    *("TUYỆT MẬT", "TỐI MẬT", "MẬT"),  # the marks as they stand on papers
    *("14h30 ngày mai", "17h thứ Sáu", "ngày mai 10h", "trước hội nghị 5 ngày"),  # what can be typed
)
"""What stands so in English on purpose."""


def folded(value: Any) -> Any:
    """The value with every string in it in plain letters; quotation marks and dashes stay."""
    if isinstance(value, str):
        return fold(value) if _vietnamese(value) else value
    if isinstance(value, tuple | list):
        return type(value)(map(folded, value))
    if isinstance(value, dict):
        return {key: folded(each) for key, each in value.items()}
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: folded(getattr(value, each.name)) for each in fields(value) if each.init})
    return value


def _vietnamese(text: str) -> list[str]:
    """The letters that English does not have."""
    for each in KEPT:
        text = text.replace(each, "")
    return [each for each in text if each.isalpha() and not each.isascii()]


def _named(it: Any) -> str:
    return registered[type(it)]


@pytest.mark.parametrize("it", all_samples(), ids=_named)
def test_nothing_vietnamese_is_left_in_an_english_view(it: Any) -> None:
    plain = folded(it)
    text = render.text(plain, "en")
    assert not _vietnamese(text), text
    for button in (button for row in keyboard_of(plain) for button in row):
        if isinstance(button, Press):
            button = Press(button.data, button.label, tuple((name, fold(each)) for name, each in button.args))
        assert isinstance(button, Press | OpenLink)
        assert not _vietnamese(render.label(button, "en"))


def test_nothing_vietnamese_is_left_in_english_words(project_root: Path) -> None:
    left = {
        f"{path.parent.name}.{table}.{name}": sentence
        for path in sorted((project_root / "templates" / "en").glob("*/words.toml"))
        for table, entries in tomllib.loads(path.read_text(encoding="utf-8")).items()
        for name, sentence in entries.items()
        if _vietnamese(sentence)
    }
    assert left == {}


def test_the_search_for_leftovers_finds_one() -> None:
    assert _vietnamese("The unit is Phòng Nội vụ") == ["ò", "ộ", "ụ"]
    assert _vietnamese("Press “Tiếng Việt” — or 5 m²") == []
