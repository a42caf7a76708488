"""What the benchmarks share: the stub, our bot and the other bot as processes, and how they are printed."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
OTHER_PYTHON = ROOT / ".venv" / "bench" / "bin" / "python"
TOKEN = "42:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"


class Stub:
    """The stub of Telegram in its own process."""

    def __init__(self, *options: str) -> None:
        self.process = subprocess.Popen(
            [OTHER_PYTHON, ROOT / "benchmarks" / "stub.py", *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.root = f"http://127.0.0.1:{self.line()}"

    def line(self) -> str:
        """The next line it prints."""
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()

    def told(self) -> dict[str, Any]:
        """The next figures it prints."""
        found: dict[str, Any] = json.loads(self.line())
        return found

    def close(self) -> None:
        """Let it go."""
        assert self.process.stdin is not None
        self.process.stdin.close()
        self.process.wait(10)


@contextmanager
def stub(*options: str) -> Iterator[Stub]:
    """A running stub."""
    running = Stub(*options)
    try:
        yield running
    finally:
        running.close()


@contextmanager
def ours(root: str, folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Our bot as an office runs it, in a folder of its own (where a database may wait)."""
    config = folder / "config.toml"
    if not config.exists():
        (folder / "files").mkdir(exist_ok=True)
        config.write_text(
            f'[telegram]\nbase_url = "{root}"\n'
            f'[database]\nurl = "sqlite+aiosqlite:///{folder}/conference.db"\n'
            f'files = "{folder}/files"\nbackups = "{folder}/backups"\n'
            '[log]\nlevel = "error"\n[sending]\nper_chat = 30.0\n',
            encoding="utf-8",
        )
    with _process([sys.executable, "-m", "bot", "run", "--config", str(config)]) as process:
        yield process


@contextmanager
def aiogram(root: str) -> Iterator[subprocess.Popen[bytes]]:
    """The other bot."""
    with _process([str(OTHER_PYTHON), str(ROOT / "benchmarks" / "aiogram_echo.py"), root]) as process:
        yield process


@contextmanager
def _process(command: list[str]) -> Iterator[subprocess.Popen[bytes]]:
    environment = os.environ | {"TELEGRAM_BOT_TOKEN": TOKEN}
    process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        yield process
    finally:
        process.kill()
        process.wait()


def resident_mb(pid: int) -> float:
    """The resident memory of a process now, in megabytes (Linux)."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")


def temporary() -> Any:
    """A folder that goes away."""
    return tempfile.TemporaryDirectory(prefix="hoi-nghi-bench-")


def arguments(description: str | None, *more: tuple[str, type, Any]) -> argparse.Namespace:
    """`--json`, and what else a benchmark takes."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--json", action="store_true", help="one JSON object")
    for name, kind, default in more:
        parser.add_argument(name, type=kind, default=default)
    return parser.parse_args()


def report(figures: dict[str, Any], as_json: bool) -> None:
    """Print the figures."""
    if as_json:
        print(json.dumps(figures))
        return
    for name, value in figures.items():
        print(f"{name:>16}: {value}")
