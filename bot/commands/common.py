"""What the commands share: one clear line for a mistake of the user's, and reading files and settings."""

import argparse
import os
import sys
from pathlib import Path

from bot.commands.check import USER_ERROR, complain
from bot.config import Config, load
from domain.refusal import Refusal
from templates import render


class UserError(Exception):
    """The user's input is wrong: a name in the table `cli`, and what fills its sentence in."""

    def __init__(self, code: str, /, **values: object) -> None:
        super().__init__(code)
        self.code, self.values = code, values


def language() -> str:
    """The language of the terminal: English where it says so, Vietnamese otherwise."""
    return "en" if os.environ.get("LC_ALL", os.environ.get("LANG", "vi")).lower().startswith("en") else "vi"


def told(code: str, /, **values: object) -> str:
    """A sentence of the table `cli`."""
    return render.words(language())["cli"][code].format(**values)


def mistake(fault: UserError | Refusal) -> int:
    """Say what is wrong on stderr, in one line; the exit code."""
    text = told(fault.code, **fault.values) if isinstance(fault, UserError) else render.refusal(fault, language())
    print(text, file=sys.stderr)
    return USER_ERROR


def content_of(path: Path) -> bytes:
    """The bytes of a file the user named."""
    try:
        return path.read_bytes()
    except (FileNotFoundError, IsADirectoryError):
        raise UserError("no_file", name=path) from None
    except OSError:
        raise UserError("not_readable", name=path) from None


def add_config(parser: argparse.ArgumentParser) -> None:
    """The option that names the settings."""
    parser.add_argument("--config", type=Path, default=None, metavar="FILE")


def config_of(args: argparse.Namespace) -> Config | int:
    """The settings (no token is needed for work on the database), or the exit code after naming what is wrong."""
    loaded = load(args.config, os.environ, need_token=False)
    return loaded if isinstance(loaded, Config) else complain(loaded, args.config)
