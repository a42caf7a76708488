"""`python -m bot restore SRC`: put a backup in place; the database it replaces is kept beside as `.old`."""

import argparse
from pathlib import Path

from bot.commands.backup import database_path
from bot.commands.common import UserError, add_config, config_of, mistake, told
from bot.config import Config


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("src", type=Path)
    add_config(parser)


def run(args: argparse.Namespace) -> int:
    """0 once it is in place, 2 for no backup, or while a bot runs on the database."""
    config = config_of(args)
    if isinstance(config, int):
        return config
    try:
        _restore(config, args.src)
    except UserError as fault:
        return mistake(fault)
    print(told("restored", name=args.src))
    return 0


def _restore(config: Config, src: Path) -> None:
    from bot.lock import AlreadyRunning, lock_for
    from storage import backups
    from storage.database import Database

    if not src.is_file():
        raise UserError("no_file", name=src)
    path = database_path(config)
    lock = lock_for(Database(config.database.url))
    try:
        if lock is not None:
            lock.take()
        backups.read(src, path, config.database.files)
    except AlreadyRunning:
        raise UserError("already_running") from None
    except backups.NotABackup:
        raise UserError("not_a_backup", name=src) from None
    finally:
        if lock is not None:
            lock.release()
