"""`python -m simulator`: a pretend Telegram to point a bot at, a story played to its end, or the demo."""

import argparse
import asyncio
import importlib
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.clock import SystemClock
from simulator.clock import SimulatedClock
from simulator.engine import Engine
from simulator.server import Server
from simulator.stage import DEFAULT_START, Build, Stage
from simulator.story import Story, StoryError, play, read_story, set_the_stage
from simulator.world import World

DEFAULT_PORT = 8088


def arguments(words: Sequence[str]) -> argparse.Namespace:
    """The command line as read."""
    parser = argparse.ArgumentParser(prog="python -m simulator", description=__doc__)
    parser.add_argument("script", nargs="?", type=Path, help="a story for whichever bot comes to the server")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help="the port of the server (default 8088)")
    parser.add_argument("--speed", type=float, help="simulated seconds per real second")
    parser.add_argument("--story", type=Path, metavar="FILE", help="play a story and exit 0 if all of it came true")
    parser.add_argument("--demo", action="store_true", help="the example conference in the browser")
    parser.add_argument("--bot", metavar="MODULE:BUILD", help=argparse.SUPPRESS)
    return parser.parse_args(words)


def main(words: Sequence[str]) -> int:
    """Run; 0 fine, 1 a story that did not come true, 2 wrong input."""
    options = arguments(words)
    try:
        if options.demo:
            return asyncio.run(_demo(options))
        if options.story is not None:
            return _play_story(read_story(options.story), options)
        script = read_story(options.script) if options.script else None
        return asyncio.run(_serve(script, options.port, options.speed))
    except (StoryError, OSError) as wrong:
        print(wrong, file=sys.stderr)
        return 2
    except KeyboardInterrupt:  # before the loop listens for it, while everything is still being loaded
        return 130


def _play_story(story: Story, options: argparse.Namespace) -> int:
    if options.bot:
        module, _, attribute = options.bot.partition(":")
        return asyncio.run(_play(story, getattr(importlib.import_module(module), attribute), options.speed))
    from simulator.house import House  # the whole bot: only a story needs it

    with TemporaryDirectory() as folder:
        return asyncio.run(_play(story, House(Path(folder)), options.speed))


async def _play(story: Story, build: Build, speed: float | None) -> int:
    start = story.start or DEFAULT_START
    async with Stage.in_process(build, start=start, speed=speed or story.speed) as stage:
        set_the_stage(story, stage)
        names = {"owner_link": getattr(build, "owner_link", "")}
        print(story.title)
        done, failure = await play(story, stage, print, names)
    print(f"{done} of {len(story.steps)} steps came true")
    if failure is not None:
        print(failure, file=sys.stderr)
        return 1
    return 0


async def _serve(script: Story | None, port: int, speed: float | None) -> int:
    engine = Engine(World(SimulatedClock(SystemClock().now(), speed=speed or 1.0)))
    stopped = _stop_signal()
    async with Server(engine, port=port) as server:
        print(f"A pretend Telegram listens at {server.url}")
        print(f'For a bot: base_url = "{server.url}", TELEGRAM_BOT_TOKEN={engine.world.bot.token}')
        print(f"People, clock and faults: {server.url}/control/state. Ctrl-C stops it.", flush=True)
        playing = asyncio.create_task(_play_script(script, Stage(engine))) if script else None
        await stopped.wait()
        if playing is not None:
            playing.cancel()
    return 0


async def _play_script(script: Story, stage: Stage) -> None:
    # The people are there at once; what they do waits for the first bot that listens.
    set_the_stage(script, stage)
    await stage.world.updates.wait_for_listener(0)
    _, failure = await play(script, stage, print)
    if failure is not None:
        print(failure, file=sys.stderr)


async def _demo(options: argparse.Namespace) -> int:
    demo = importlib.import_module("simulator.demo")
    code: int = await demo.run(port=options.port, speed=options.speed or 1.0)
    return code


def _stop_signal() -> asyncio.Event:
    stopped = asyncio.Event()
    for how in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(how, stopped.set)
    return stopped


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
