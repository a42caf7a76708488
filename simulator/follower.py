"""`python -m simulator.follower --config FILE`: the bot as a process of its own that lives in a stage's time.

It is `python -m bot run` with one difference: its clock follows the clock of the simulator whose address stands in
`SIMULATOR_URL`, so that a story may move the time of a process that it is going to kill.
"""

import argparse
import asyncio
import os
import signal
import sys
from pathlib import Path

import aiohttp

from bot import logs
from bot.app import build
from bot.config import Config, load
from simulator.following import URL_VARIABLE, Follower


async def run(config: Config, root: str) -> None:
    """Run the bot in the simulator's time until SIGTERM."""
    stopped = asyncio.Event()
    for name in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(name, stopped.set)
    async with aiohttp.ClientSession() as session:
        follower = Follower(session, root)
        clock = await follower.first_look()
        following = asyncio.create_task(follower.follow(clock))
        app = build(config, clock=clock, announce=lambda link: print(link, flush=True))
        await app.start()
        await stopped.wait()
        await app.stop()
        following.cancel()


def main(words: list[str]) -> int:
    """0 after a clean stop, 2 when the settings are wrong."""
    parser = argparse.ArgumentParser(prog="python -m simulator.follower")
    parser.add_argument("--config", type=Path)
    loaded = load(parser.parse_args(words).config, os.environ)
    if not isinstance(loaded, Config):
        print(loaded, file=sys.stderr)
        return 2
    logs.setup(loaded.log.level, loaded.log.format, loaded.secrets())
    asyncio.run(run(loaded, os.environ[URL_VARIABLE]))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
