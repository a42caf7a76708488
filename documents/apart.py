"""Strangers' files are read apart from the bot: in a process that is ended when it takes too long or too much."""

import asyncio
import os
import pickle
import signal
import sys
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import Any

SECONDS = 9.0
"""With the start of both processes a person waits for ten at most."""
_ROOT = Path(__file__).resolve().parent.parent

_NEEDED = ("PATH", "HOME", "LANG", "LC_ALL", "TZ")
"""What the process is told of the surroundings: nothing of the bot's settings, above all no token."""


class Overrun(Exception):
    """The process was ended because its time was over."""


class Broken(Exception):
    """The process ended by itself without a result: its memory was used up, or the file brought it down."""


async def apart(job: str, *arguments: Any, seconds: float = SECONDS) -> Any:
    """The result of a job of `documents.worker`, done in a process of its own.

    Raises `Overrun` or `Broken`; the bot goes on answering meanwhile and loses nothing either way.
    """
    with tempfile.TemporaryDirectory() as folder:  # ours, so that nothing of the file stays when the process is ended
        worker = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "documents.worker",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.DEVNULL,
            env=_surroundings(folder),
            cwd=_ROOT,
            start_new_session=True,
        )
        try:
            answer, _ = await asyncio.wait_for(worker.communicate(pickle.dumps((job, arguments))), seconds)
        except TimeoutError:
            raise Overrun from None
        finally:
            _end(worker)
            await worker.wait()
    if worker.returncode != 0:
        raise Broken
    return pickle.loads(answer)


def _surroundings(folder: str) -> dict[str, str]:
    known = {name: os.environ[name] for name in _NEEDED if name in os.environ}
    return known | {"PYTHONPATH": str(_ROOT), "TMPDIR": folder}


def _end(worker: asyncio.subprocess.Process) -> None:
    """End the process with all it has started: LibreOffice would go on by itself."""
    with suppress(ProcessLookupError):
        os.killpg(worker.pid, signal.SIGKILL)
