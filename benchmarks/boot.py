"""From the start of the process to its first poll, and the memory it holds once it rests, against a bare aiogram bot.

Ours opens its door first and loads what is behind it while that poll waits; so memory is read two seconds later, when
everything is there, on both sides.

Both sides in turn, so many rounds; the medians and their ratios. Ours has its database on disk and migrated, as at
every start but the first.
"""

import subprocess
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from statistics import median

from sides import aiogram, arguments, ours, report, resident_mb, stub, temporary

SETTLED_SECONDS = 2.0
Start = Callable[[str], AbstractContextManager["subprocess.Popen[bytes]"]]


def boot(start: Start) -> tuple[float, float]:
    """Seconds to the first poll, megabytes when it rests."""
    with stub() as telegram:
        began = time.monotonic()
        with start(telegram.root) as process:
            polled = telegram.told()["first_poll"]
            time.sleep(SETTLED_SECONDS)
            return polled - began, resident_mb(process.pid)


def boot_ours() -> tuple[float, float]:
    """Ours, on a database that an earlier start has made."""
    with temporary() as name:
        folder = Path(name)
        boot(lambda root: ours(root, folder))
        (folder / "config.toml").unlink()
        return boot(lambda root: ours(root, folder))


def main() -> None:
    args = arguments(__doc__, ("--rounds", int, 5))
    sides: dict[str, list[tuple[float, float]]] = {"ours": [], "aiogram": []}
    for _ in range(args.rounds):
        sides["ours"].append(boot_ours())
        sides["aiogram"].append(boot(aiogram))
    figures = {
        name: {"start_s": round(median(s for s, _ in runs), 3), "rss_mb": round(median(m for _, m in runs), 1)}
        for name, runs in sides.items()
    }
    ratios = {
        "start_ratio": round(figures["ours"]["start_s"] / figures["aiogram"]["start_s"], 3),
        "rss_ratio": round(figures["ours"]["rss_mb"] / figures["aiogram"]["rss_mb"], 3),
    }
    report({**ratios, **figures}, args.json)


if __name__ == "__main__":
    main()
