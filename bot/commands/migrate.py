"""`python -m bot migrate`: bring the database to the newest schema (a start does the same)."""

import argparse
import asyncio

from bot.commands.common import UserError, add_config, config_of, mistake, told
from bot.config import Config


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    add_config(parser)


def run(args: argparse.Namespace) -> int:
    """0 once it is done, 2 while a bot runs on the database."""
    config = config_of(args)
    if isinstance(config, int):
        return config
    try:
        asyncio.run(_migrate(config))
    except UserError as fault:
        return mistake(fault)
    return 0


async def _migrate(config: Config) -> None:
    from bot.commands.database import opened
    from storage.migrate import head

    async with opened(config):
        print(told("migrated", head=head()))
