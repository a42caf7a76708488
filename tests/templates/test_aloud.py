"""Whoever cannot see colours or pictures, or has everything read aloud, misses nothing: signs only go with words."""

import unicodedata
from typing import Any

import pytest

from domain.views import keyboard_of
from services.views.samples import all_samples
from simulator.markup import parse_html
from templates import render

SAMPLES = all_samples()


def _says_nothing(line: str) -> bool:
    """A line with signs that a voice would leave out or name strangely, and neither a word nor a number.

    A stroke under what is quoted above it may be left out.
    """
    return bool(line.strip(" —")) and not any(unicodedata.category(each)[0] in "LN" for each in line)


@pytest.mark.parametrize("language", render.LANGUAGES)
def test_every_line_and_every_button_has_words(language: str) -> None:
    silent: list[tuple[str, Any]] = []
    for it in SAMPLES:
        lines = parse_html(render.text(it, language)).text.splitlines()
        labels = [render.label(button, language) for row in keyboard_of(it) for button in row]
        silent += [(each, type(it).__name__) for each in (*lines, *labels) if _says_nothing(each)]
    assert silent == []
