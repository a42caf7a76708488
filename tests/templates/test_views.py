"""Every view has its words in both languages, and every sample of it becomes a message Telegram takes."""

import os
from pathlib import Path
from typing import Any

import pytest

from bot.plain import plain_text
from domain.buttons import by_code, unpack
from domain.views import Press, keyboard_of, registered
from services.views.samples import all_samples
from simulator.markup import parse_html
from templates import render

SAMPLES = all_samples()
GOLDEN = Path(__file__).with_name("golden")


def _named(it: Any) -> str:
    alike = [each for each in SAMPLES if type(each) is type(it)]
    return f"{registered[type(it)]}-{alike.index(it) + 1}"


def _templates(root: Path, language: str) -> set[str]:
    folder = root / "templates" / language
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_both_languages_have_the_same_files(project_root: Path) -> None:
    assert _templates(project_root, "vi") == _templates(project_root, "en")


def test_every_view_has_a_template_and_every_template_a_view(project_root: Path) -> None:
    suffix = ".html.j2"
    names = {
        name.removesuffix(suffix)
        for name in _templates(project_root, "vi")
        if name.endswith(suffix) and not Path(name).name.startswith("_")
    }
    assert names == set(registered.values())


def test_every_view_has_a_sample() -> None:
    shown = {type(it) for it in SAMPLES}
    assert {name for view, name in registered.items() if view not in shown} == set()


@pytest.mark.parametrize("language", render.LANGUAGES)
@pytest.mark.parametrize("it", SAMPLES, ids=_named)
def test_every_sample_is_a_message_that_telegram_takes(it: Any, language: str) -> None:
    markup = render.text(it, language)
    assert parse_html(markup).text.strip()
    assert "None" not in plain_text(markup)
    for button in (button for row in keyboard_of(it) for button in row):
        assert 0 < len(render.label(button, language)) <= 64
        if isinstance(button, Press):
            assert unpack(button.data) is not None


def test_both_languages_have_the_same_words() -> None:
    names = [
        {(table, name) for table, entries in render.words(each).items() for name in entries} for each in ("vi", "en")
    ]
    assert names[0] ^ names[1] == set()


def test_every_button_type_has_a_code_of_its_own() -> None:
    assert len(set(by_code.values())) == len(by_code)


@pytest.mark.parametrize("language", render.LANGUAGES)
def test_samples_read_as_they_did_when_somebody_last_looked(language: str) -> None:
    """Set UPDATE_GOLDEN=1 to accept what is said now, then read the difference before you commit it."""
    told = "\n".join(f"=== {_named(it)}\n{render.text(it, language)}\n" for it in SAMPLES)
    path = GOLDEN / f"{language}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(told, encoding="utf-8")
    assert told == path.read_text(encoding="utf-8")
