"""`python -m bot check`: every mistake in the settings at once, by key and line."""

import argparse
import os
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

import templates
from bot.config import DEFAULT_PATH, Config, load
from bot.toml_file import ConfigError

USER_ERROR = 2


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--config", type=Path, default=None, metavar="FILE")


def run(args: argparse.Namespace) -> int:
    """0 when the settings are right, 2 after naming every mistake."""
    loaded = load(args.config, os.environ)
    if not isinstance(loaded, Config):
        return complain(loaded, args.config)
    print(sentences(loaded.conference.language)["fine"])
    return 0


def complain(errors: Sequence[ConfigError], path: Path | None) -> int:
    """Say each mistake on a line of its own on stderr, in the language that the file asks for; the exit code."""
    path = path or DEFAULT_PATH
    for line in told(errors, path, language_of(path)):
        print(line, file=sys.stderr)
    return USER_ERROR


def told(errors: Sequence[ConfigError], path: Path, language: str) -> list[str]:
    """The mistakes as sentences, with a heading where there are several."""
    words = sentences(language)
    heading = [words["count"].format(count=len(errors))] if len(errors) > 1 else []
    return heading + [_told(error, path, words) for error in errors]


def sentences(language: str) -> dict[str, str]:
    """What can be said about settings, by code."""
    file = Path(templates.__file__).parent / language / "config.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def language_of(path: Path) -> str:
    """The language that the file sets, as far as it can be read; Vietnamese otherwise."""
    try:
        language = tomllib.loads(path.read_text(encoding="utf-8-sig"))["conference"]["language"]
    except (OSError, ValueError, KeyError, TypeError):
        return "vi"
    return "en" if language == "en" else "vi"


def _told(error: ConfigError, path: Path, words: dict[str, str]) -> str:
    sentence = words[error.code].format(**dict(error.values))
    if error.line is None:
        return words["elsewhere"].format(key=error.key, sentence=sentence)
    frame = words["at_line" if error.key else "at_line_alone"]
    return frame.format(file=path.name, line=error.line, key=error.key, sentence=sentence)
