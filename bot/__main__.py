"""`python -m bot COMMAND`: run, check, plan, ask, import, export, backup, restore, migrate, preview.

Each command is a module of `bot.commands`, loaded only when it is asked for. Exit codes: 0 fine, 2 the input is
wrong (one clear line on stderr), 1 a bug.
"""

import argparse
import importlib
import os
import sys

COMMANDS = {
    "run": "run the bot",
    "check": "check the settings and name every mistake",
    "plan": "read a plan and print what it says",
    "ask": "answer questions about a plan",
    "import": "make a draft conference from a plan",
    "export": "the figures of a conference",
    "backup": "copy the database and the files",
    "restore": "put a backup in place",
    "migrate": "bring the database to the newest schema",
    "preview": "every message of the bot, with sample values",
}
_MODULES = {"import": "import_plan"}


def parser(chosen: str | None) -> argparse.ArgumentParser:
    """The command line; only the chosen command's module is loaded."""
    made = argparse.ArgumentParser(prog="python -m bot", description="a conference desk in Telegram")
    commands = made.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, told in COMMANDS.items():
        each = commands.add_parser(name, help=told, description=told)
        if name == chosen:
            module = importlib.import_module(f"bot.commands.{_MODULES.get(name, name)}")
            module.configure(each)
            each.set_defaults(run=module.run)
    return made


def main(arguments: list[str]) -> int:
    """Run one command; its exit code."""
    chosen = next((each for each in arguments if not each.startswith("-")), None)
    parsed = parser(chosen).parse_args(arguments)
    return int(parsed.run(parsed))


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = 130
    except BrokenPipeError:  # whoever reads the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        code = 0
    sys.exit(code)
