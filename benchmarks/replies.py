"""How long an answer takes while 10,000 bulk messages drain, against the same on an idle bot.

.venv/bin/python benchmarks/replies.py [--people 10000] [--rate 28] [--questions 600] [--turns 6] [--every 0.1] [--json]

The real bot process over HTTP. Somebody asks a question every `--every` seconds; the time is from the moment in which
the question is there for the bot to the moment in which its answer arrives. Both halves are one run of one process,
and take turns: the bulk is held by its pacer row, drains, is held again …, so that whatever else the machine does
meets both of them.
"""

import argparse
import asyncio
import gc
import json
import math
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from outbox import config, database_of, fill, meet, undisturbed, wake
from sqlalchemy import update

from simulator.limits import Limits
from simulator.person import Person
from simulator.process import ProcessStage
from storage.schema import pacer


async def gather(stage: ProcessStage) -> list[Person]:
    """People who will ask."""
    people = [stage.person(f"Người hỏi {number}") for number in range(20)]
    for each in people:
        await each.starts()
        await asyncio.sleep(0.1)
    await asyncio.sleep(1)
    return people


async def ask(stage: ProcessStage, people: list[Person], questions: int, every: float) -> list[float]:
    """Seconds until each answer came."""
    loop = asyncio.get_running_loop()
    found = []
    for number in range(questions):
        who = people[number % len(people)]
        begun = loop.time()
        await who.says("/menu")
        while not who.texts():
            await stage.world.events.wait(stage.world.events.last)
        found.append(loop.time() - begun)
        await asyncio.sleep(max(0.0, every - found[-1]))
    return found


def percentile(values: list[float], share: float) -> float:
    """The value that this share of the values does not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


async def hold(folder: Path, *, held: bool) -> None:
    """Keep the bulk from draining, as a 429 would, or let it go; answers do not ask the pacer."""
    database = database_of(folder)
    async with database.begin() as connection:
        until = time.time() + 3600 if held else 0.0
        await connection.execute(update(pacer).values(paused_until=until))
    await database.close()


async def measure(people: int, rate: float, questions: int, every: float, turns: int) -> dict[str, Any]:
    """Idle and with the bulk, in turns."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await fill(folder, people, later=True)
        limits = Limits(overall=math.ceil(rate * 30 / 28))
        stage = ProcessStage(folder, config(rate), limits=limits, bot_starts=False, patience=120)
        meet(stage.engine, people)
        async with stage:
            await stage.start()
            undisturbed(stage.pid)
            gc.collect()
            gc.disable()  # the pretend Telegram must not stand still while it is measured against
            people_asking = await gather(stage)
            await ask(stage, people_asking, len(people_asking), every)  # everybody has been here once
            await hold(folder, held=True)
            await wake(folder)
            idle: list[float] = []
            busy: list[float] = []
            bulk = 0
            for _ in range(turns):
                idle += await ask(stage, people_asking, questions // turns, every)
                await hold(folder, held=False)
                await asyncio.sleep(1)
                before = len(stage.world.ledger)
                busy += await ask(stage, people_asking, questions // turns, every)
                bulk += len(stage.world.ledger) - before - questions // turns
                await hold(folder, held=True)
                await asyncio.sleep(1)
            floods = stage.output.count("telegram asks for silence")
    figures = {
        f"{kind}_p{round(share * 100)}_ms": round(percentile(values, share) * 1000, 1)
        for kind, values in (("idle", idle), ("busy", busy))
        for share in (0.5, 0.99)
    }
    ratio = percentile(busy, 0.99) / percentile(idle, 0.99)
    return {
        "p99_ratio": round(ratio, 2),
        "p50_ratio": round(statistics.median(busy) / statistics.median(idle), 2),
        **figures,
        "people": people,
        "rate": rate,
        "questions": len(busy),
        "bulk_meanwhile": max(0, bulk),
        "floods": floods,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--rate", type=float, default=28.0)
    parser.add_argument("--questions", type=int, default=600)
    parser.add_argument("--turns", type=int, default=6)
    parser.add_argument("--every", type=float, default=0.1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = asyncio.run(measure(options.people, options.rate, options.questions, options.every, options.turns))
    print(json.dumps(figures) if options.json else "\n".join(f"{name}: {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
