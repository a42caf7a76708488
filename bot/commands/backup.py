"""`python -m bot backup DEST`: the database and all kept files in one archive, also while the bot runs."""

import argparse
from pathlib import Path

from bot.commands.common import UserError, add_config, config_of, mistake, told
from bot.config import Config


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("dest", type=Path)
    add_config(parser)


def run(args: argparse.Namespace) -> int:
    """0 once it is written, 2 when it cannot be."""
    config = config_of(args)
    if isinstance(config, int):
        return config
    try:
        _backup(config, args.dest)
    except UserError as fault:
        return mistake(fault)
    print(told("backed_up", name=args.dest))
    return 0


def database_path(config: Config) -> Path:
    """The file of a SQLite database."""
    from sqlalchemy.engine import make_url

    url = make_url(config.database.url)
    if url.get_backend_name() != "sqlite" or not url.database:
        raise UserError("sqlite_only")
    return Path(url.database)


def _backup(config: Config, dest: Path) -> None:
    from storage import backups

    path = database_path(config)
    if not path.is_file():
        raise UserError("no_file", name=path)
    try:
        dest.parent.mkdir(parents=True, exist_ok=True)
        backups.write(path, config.database.files, dest)
    except FileExistsError:
        raise UserError("backup_exists", name=dest) from None
    except OSError:
        raise UserError("not_readable", name=dest) from None
