"""How many notices a second at most, as with paid broadcasts: durable rows and a 50 ms API, against a bare aiogram.

.venv/bin/python benchmarks/ceiling.py [--seconds 10] [--rounds 3] [--json]

Ours is the bot as an office runs it: every row is claimed, committed, sent, and its result committed. The other side
sends the same text to as many people as fast as it can, and stores nothing. The stub of Telegram is the same for both.
`postgresql` is the same there, where a server's programs are found.
"""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Any

from outbox import Place, count, fill, postgresql, programs, url_of
from sides import OTHER_PYTHON, ROOT, TOKEN, Stub, arguments, report, stub

RATE = 5000.0
_GUESS = 1000  # people for each second wanted


def settings(root: str, place: Place, folder: Path) -> str:
    """The text of config.toml."""
    return (
        f'[telegram]\nbase_url = "{root}"\n[database]\nurl = "{url_of(place)}"\nfiles = "{folder}/files"\n'
        f'[sending]\nrate = {RATE}\n[log]\nlevel = "warning"\n'
    )


@contextmanager
def our_bot(root: str, place: Place, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The bot in a process of its own."""
    (folder / "config.toml").write_text(settings(root, place, folder), encoding="utf-8")
    environment = os.environ | {"TELEGRAM_BOT_TOKEN": TOKEN, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot", "run", "--config", str(folder / "config.toml")]
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.terminate()
        process.wait(30)


def sending(telegram: Stub, process: subprocess.Popen[bytes]) -> float:
    """Seconds from the first message to the last; an error where the bot is gone before."""
    Thread(target=lambda: process.wait() and telegram.process.kill(), daemon=True).start()
    while "sending" not in (told := telegram.told()):
        pass
    return float(told["sending"])


def ours(people: int, place: Place, folder: Path) -> float:
    """Messages a second by our bot; all of them recorded as sent in the end."""
    asyncio.run(fill(place, people))
    with (
        stub("--answers", str(people), "--delay", "0.05") as telegram,
        our_bot(telegram.root, place, folder) as process,
    ):
        rate = (people - 1) / sending(telegram, process)
        while asyncio.run(count(place, "waiting", "sending")):
            time.sleep(0.1)
    assert asyncio.run(count(place, "sent")) == people
    return rate


def theirs(people: int, folder: Path) -> float:
    """Messages a second by a bare aiogram."""
    text = folder / "text.txt"
    text.write_text(said(), encoding="utf-8")
    with stub("--answers", str(people), "--delay", "0.05") as telegram:
        command = [str(OTHER_PYTHON), str(ROOT / "benchmarks" / "aiogram_sender.py")]
        process = subprocess.Popen([*command, telegram.root, str(people), str(text)])
        rate = (people - 1) / sending(telegram, process)
        process.wait(30)
    return rate


def said() -> str:
    """The words that both sides send."""
    from services.views.reminders import SAMPLES
    from templates import render

    return render.text(SAMPLES[0], "vi")


def on_sqlite(people: int) -> float:
    """Ours on a file."""
    with tempfile.TemporaryDirectory() as name:
        return ours(people, Path(name), Path(name))


def on_postgresql(people: int) -> float | None:
    """Ours on a server with everything that keeps data safe switched on; None where there is no server."""
    if programs() is None:
        return None
    with tempfile.TemporaryDirectory() as name, postgresql() as server:
        asyncio.run(server.execute("create database bench"))
        return ours(people, server.url("bench"), Path(name))


def measure(seconds: float, rounds: int) -> dict[str, Any]:
    """The sides in turn, so many rounds; the medians."""
    people = int(seconds * _GUESS)
    found: dict[str, list[float]] = {"ours": [], "aiogram": [], "postgresql": []}
    for _ in range(rounds):
        found["ours"].append(on_sqlite(people))
        with tempfile.TemporaryDirectory() as name:
            found["aiogram"].append(theirs(people, Path(name)))
        there = on_postgresql(people)
        found["postgresql"] += [] if there is None else [there]
    other = statistics.median(found["aiogram"])

    def against(rates: list[float]) -> dict[str, float]:
        mine = statistics.median(rates)
        return {"vs_aiogram": round(mine / other, 3), "sends_per_s": round(mine)}

    return {
        "people": people,
        "rounds": rounds,
        **against(found["ours"]),
        "aiogram": round(other),
        "postgresql": against(found["postgresql"]) if found["postgresql"] else None,
        "all": {side: [round(rate) for rate in rates] for side, rates in found.items()},
    }


def main() -> None:
    args = arguments(__doc__, ("--seconds", float, 10.0), ("--rounds", int, 3))
    figures = measure(args.seconds, args.rounds)
    report(figures, args.json)


if __name__ == "__main__":
    main()
