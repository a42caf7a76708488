"""How long an answer takes while 10,000 bulk messages drain, against the same on an idle bot.

.venv/bin/python benchmarks/replies.py [--people 10000] [--rate 28] [--questions 400] [--every 0.1] [--json]

The real bot process over HTTP. Somebody asks a question every `--every` seconds; the time is from the moment in which
the question is there for the bot to the moment in which its answer arrives. Both halves are one run of one process.
"""

import argparse
import asyncio
import gc
import json
import math
import statistics
import tempfile
from pathlib import Path
from typing import Any

from outbox import config, fill, meet, wait_for_rows, wake

from simulator.limits import Limits
from simulator.person import Person
from simulator.process import ProcessStage


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


async def measure(people: int, rate: float, questions: int, every: float) -> dict[str, Any]:
    """Idle first, then with the bulk."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await fill(folder, people, later=True)
        limits = Limits(overall=math.ceil(rate * 30 / 28))
        stage = ProcessStage(folder, config(rate), limits=limits, bot_starts=False, patience=120)
        meet(stage.engine, people)
        async with stage:
            await stage.start()
            gc.collect()
            gc.disable()  # the pretend Telegram must not stand still while it is measured against
            people_asking = await gather(stage)
            await ask(stage, people_asking, len(people_asking), every)  # everybody has been here once
            idle = await ask(stage, people_asking, questions, every)
            sent = len(stage.world.ledger)
            await wake(folder)
            await wait_for_rows(folder)
            before = len(stage.world.ledger)
            busy = await ask(stage, people_asking, questions, every)
            bulk = len(stage.world.ledger) - before - questions
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
        "questions": questions,
        "bulk_meanwhile": max(0, bulk),
        "floods": floods,
        "replies_when_idle": sent,
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--rate", type=float, default=28.0)
    parser.add_argument("--questions", type=int, default=400)
    parser.add_argument("--every", type=float, default=0.1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = asyncio.run(measure(options.people, options.rate, options.questions, options.every))
    print(json.dumps(figures) if options.json else "\n".join(f"{name}: {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
