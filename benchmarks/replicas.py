"""Three bot processes on one PostgreSQL send one broadcast; one of them is killed in the middle.

.venv/bin/python benchmarks/replicas.py [--people 3000] [--rate 100] [--json]

`silence_s` is the longest pause between two messages (a dead worker's rows come after its lease, so the tail is told
apart), `peak_per_s` the most messages in any second (never above the rate).
"""

import argparse
import asyncio
import gc
import json
import os
import sys
import tempfile
from collections import deque
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from outbox import count, database_of, fill, judge, meet, postgresql, programs
from sqlalchemy import func, select

from bot.clock import SystemClock
from simulator.clock import SimulatedClock
from simulator.engine import Engine
from simulator.limits import Limits
from simulator.process import ROOT
from simulator.server import Server
from simulator.world import World
from storage.schema import deliveries


def settle(folder: Path, root: str, url: str, rate: float) -> None:
    """A folder with the settings of one bot."""
    folder.mkdir()
    (folder / "config.toml").write_text(
        f'[telegram]\nbase_url = "{root}"\npoll_timeout = 5\n[database]\nurl = "{url}"\nfiles = "{folder}/files"\n'
        f'[sending]\nrate = {rate}\n[log]\nlevel = "warning"\n',
        encoding="utf-8",
    )


async def start(folder: Path, root: str, url: str, rate: float, token: str) -> asyncio.subprocess.Process:
    """One more bot process."""
    settle(folder, root, url, rate)
    environment = os.environ | {"PYTHONPATH": str(ROOT), "TELEGRAM_BOT_TOKEN": token}
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", "--config", "config.toml", cwd=folder, env=environment
    )


def peak(moments: Sequence[datetime]) -> int:
    """The most messages in any second."""
    recent: deque[datetime] = deque()
    most = 0
    for moment in moments:
        recent.append(moment)
        while (moment - recent[0]).total_seconds() >= 1:
            recent.popleft()
        most = max(most, len(recent))
    return most


async def until_drained(url: str) -> None:
    """Wait until no row waits any more, over one connection: who measures must not stand in the way."""
    open_rows = select(func.count()).select_from(deliveries).where(deliveries.c.state.in_(("waiting", "sending")))
    database = database_of(url)
    left = 1
    while left:
        await asyncio.sleep(0.5)
        async with database.begin() as connection:
            left = (await connection.execute(open_rows)).scalar_one()
    await database.close()


async def measure(people: int, rate: float) -> dict[str, Any]:
    """One broadcast by three, of whom one dies when a third is out."""
    with tempfile.TemporaryDirectory() as name, postgresql() as server:
        await server.execute("create database bench")
        url = server.url("bench")
        await fill(url, people)
        world = World(SimulatedClock(SystemClock().now()), limits=Limits.none())
        engine = Engine(world)
        meet(engine, people)
        telegram = Server(engine)
        await telegram.start()
        gc.collect()
        gc.disable()  # the pretend Telegram must not stand still, or messages come in a bunch
        bots = [await start(Path(name) / str(number), telegram.url, url, rate, world.bot.token) for number in range(3)]
        try:
            while len(world.ledger) < people // 3:  # noqa: ASYNC110 - the ledger has no bell
                await asyncio.sleep(0.01)
            bots[0].kill()
            killed = len(world.ledger)
            await bots[0].wait()
            leased = await count(url, "sending")
            await until_drained(url)
        finally:
            for bot in bots[1:]:
                bot.terminate()
            await asyncio.gather(*(bot.wait() for bot in bots))
            await telegram.stop()
        moments = [entry.at for entry in world.ledger]
        bulk = moments[: people - leased]
        pauses = [(later - earlier).total_seconds() for earlier, later in pairwise(moments)]
        return {
            "people": people,
            "rate": rate,
            "silence_s": round(max(pauses[: people - leased - 1]), 3),
            "silence_with_tail_s": round(max(pauses), 3),
            "peak_per_s": peak(moments),
            "limit_used": round((len(bulk) - 1) / (bulk[-1] - bulk[0]).total_seconds() / rate, 4),
            "killed_after": killed,
            "leased_when_killed": leased,
            **asdict(await judge(url, world.ledger)),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=3000)
    parser.add_argument("--rate", type=float, default=100.0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if programs() is None:
        print("no PostgreSQL server is installed: see docs/postgresql.md", file=sys.stderr)
        sys.exit(2)
    figures = asyncio.run(measure(options.people, options.rate))
    print(json.dumps(figures) if options.json else "\n".join(f"{name}: {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
