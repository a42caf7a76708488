"""A broadcast by a bot process that is killed again and again (SIGKILL), judged by what really arrived.

.venv/bin/python benchmarks/crash.py [--kills 20] [--people 2000] [--rate 100] [--policy resend] [--seed 1] [--json]

`in_flight_at_kills` are the rows that were leased when the process died: only they may arrive twice (with the
policy *resend*) or wait for a decision (*hold*).
"""

import argparse
import asyncio
import json
import random
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from outbox import config, count, fill, judge, meet

from services.notifying import Policy
from simulator.limits import Limits
from simulator.process import ProcessStage


async def until_delivered(stage: ProcessStage, wanted: int) -> None:
    """Wait until so many messages have arrived."""
    while len(stage.world.ledger) < wanted:  # noqa: ASYNC110 - the ledger has no bell
        await asyncio.sleep(0.001)


async def until_drained(folder: Path) -> None:
    """Wait until no row waits any more."""
    while await count(folder, "waiting", "sending"):  # noqa: ASYNC110 - the bot is another process
        await asyncio.sleep(0.2)


async def measure(kills: int, people: int, rate: float, policy: Policy, seed: int) -> dict[str, Any]:
    """One broadcast with so many kills, at random moments between a tenth and eight tenths of its way."""
    dice = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        await fill(folder, people, policy)
        stage = ProcessStage(folder, config(rate), limits=Limits.none(), bot_starts=False, patience=60)
        meet(stage.engine, people)
        in_flight = 0
        async with stage:
            await stage.start()
            for at in sorted(dice.sample(range(people // 10, people * 8 // 10), kills)):
                await until_delivered(stage, at)
                await asyncio.sleep(dice.uniform(0, 0.03))
                await stage.kill()
                in_flight += await count(folder, "sending")
                await stage.start()
            await until_drained(folder)
            await stage.terminate()
            verdict = asdict(await judge(folder, stage.world.ledger))
        return (
            {"people": people, "rate": rate, "kills": kills, "policy": policy.value}
            | verdict
            | {"in_flight_at_kills": in_flight}
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--people", type=int, default=2000)
    parser.add_argument("--rate", type=float, default=100.0)
    parser.add_argument("--policy", type=Policy, default=Policy.RESEND)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = asyncio.run(measure(options.kills, options.people, options.rate, options.policy, options.seed))
    print(json.dumps(figures) if options.json else "\n".join(f"{name}: {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
