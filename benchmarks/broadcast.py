"""A broadcast to many by the real bot process over HTTP: how much of the rate is used, what was lost, how much memory.

.venv/bin/python benchmarks/broadcast.py [--people 900] [--rate 28] [--margin 1.0714] [--against 1000] [--json]

The pretend Telegram allows 30 messages a second for each 28 of the rate, as Telegram does for the default; `--margin`
allows it more, where only the memory is looked at. `--against` runs one to so many people first: `rss_ratio` is the
memory of this one over that one's.
"""

import argparse
import asyncio
import gc
import json
import math
import os
import re
import tempfile
from dataclasses import asdict
from pathlib import Path
from typing import Any

from outbox import config, count, fill, judge, meet, undisturbed

from simulator.limits import Limits
from simulator.process import ProcessStage


def memory_mb(process: int) -> float:
    """The most memory that the process ever had resident."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found is not None
    return int(found[1]) / 1024


def cpu_seconds(process: int) -> float:
    """What the process has used of the processors: the figure that other work beside hardly changes."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def measure(people: int, rate: float, margin: float = 30 / 28) -> dict[str, Any]:
    """One broadcast from the first row to the last."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        planned = await fill(folder, people)
        limits = Limits(overall=math.ceil(rate * margin))
        stage = ProcessStage(folder, config(rate), limits=limits, bot_starts=False, patience=60)
        meet(stage.engine, people)
        async with stage:
            gc.collect()
            gc.disable()  # the pretend Telegram must not stand still, or messages come in a bunch
            await stage.start()
            undisturbed(stage.pid)
            used = cpu_seconds(stage.pid)
            while len(stage.world.ledger) < people and stage.running:  # noqa: ASYNC110 - the ledger has no bell
                await asyncio.sleep(0.2)
            used = cpu_seconds(stage.pid) - used
            rss = memory_mb(stage.pid)
            await stage.terminate()
            ledger = list(stage.world.ledger)
            seconds = (ledger[-1].at - ledger[0].at).total_seconds()
            verdict = asdict(await judge(folder, ledger))
            return {
                "people": people,
                "rate": rate,
                "limit_used": round((len(ledger) - 1) / seconds / rate, 4),
                "floods": stage.output.count("telegram asks for silence"),
                **verdict,
                "waiting": await count(folder, "waiting", "sending"),
                "seconds": round(seconds, 1),
                "cpu_ms_a_message": round(used / people * 1000, 3),
                "rss_mb": round(rss, 1),
                "rows_written_s": round(planned, 3),
            }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=900)
    parser.add_argument("--rate", type=float, default=28.0)
    parser.add_argument("--margin", type=float, default=30 / 28)
    parser.add_argument("--against", type=int, default=0)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    few = asyncio.run(measure(options.against, options.rate, options.margin)) if options.against else None
    figures = asyncio.run(measure(options.people, options.rate, options.margin))
    if few is not None:
        figures |= {"rss_ratio": round(figures["rss_mb"] / few["rss_mb"], 3), "rss_mb_against": few["rss_mb"]}
    print(json.dumps(figures) if options.json else "\n".join(f"{name}: {value}" for name, value in figures.items()))


if __name__ == "__main__":
    main()
