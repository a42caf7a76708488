"""`python -m bot run`: the bot itself, until SIGTERM or Ctrl+C."""

import argparse
import asyncio
import gc
import os
import signal
import sys
from pathlib import Path

from bot import logs
from bot.commands.check import complain
from bot.commands.common import UserError, mistake
from bot.config import Config, load

SWITCH_SECONDS = 0.0005
"""How long the database's thread waits for its turn; the usual 5 ms are as long as all of a claim."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Its options."""
    parser.add_argument("--config", type=Path, default=None, metavar="FILE")


def run(args: argparse.Namespace) -> int:
    """0 after a clean stop, 2 when the settings are wrong or the database is not to be had."""
    loaded = load(args.config, os.environ)
    if not isinstance(loaded, Config):
        return complain(loaded, args.config)
    logs.setup(loaded.log.level, loaded.log.format, loaded.secrets())
    return asyncio.run(_run(loaded))


async def _run(config: Config) -> int:
    from bot.app import build
    from bot.lock import AlreadyRunning
    from storage.database import Unavailable

    app = build(config, announce=lambda link: print(link, flush=True))
    stopped = asyncio.Event()
    loop = asyncio.get_running_loop()
    for name in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(name, stopped.set)
    starting = asyncio.create_task(app.start())
    waiting = asyncio.create_task(stopped.wait())
    await asyncio.wait({starting, waiting}, return_when=asyncio.FIRST_COMPLETED)
    try:
        if starting.done():
            await starting
            sys.setswitchinterval(SWITCH_SECONDS)
            gc.freeze()  # what was loaded stays; looking through it again and again takes a tenth of a busy bot's time
        else:
            starting.cancel()
        await waiting
    except AlreadyRunning:
        waiting.cancel()
        return mistake(UserError("already_running"))
    except Unavailable as fault:
        waiting.cancel()
        return mistake(UserError("no_database", reason=fault))
    await app.stop()
    return 0
