"""`python -m bot preview`: every message of the bot with sample values, for whoever edits the templates."""

import argparse

from bot.plain import plain_text
from domain.views import Press, keyboard_of, registered
from services.views.samples import all_samples
from templates import render


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("only", nargs="?", default="", help="part of a template's name, for example tasks/")
    parser.add_argument("--language", choices=render.LANGUAGES, default="vi")


def run(args: argparse.Namespace) -> int:
    """0 after printing them."""
    for it in all_samples():
        name = registered[type(it)]
        if args.only in name:
            print(f"=== {name}\n{plain_text(render.text(it, args.language))}")
            for row in keyboard_of(it):
                print(" ".join(f"[{render.label(each, args.language)}]" for each in row if isinstance(each, Press)))
            print()
    return 0
