"""Bot processes that need not load anything: each is forked off one that has loaded everything a bot needs.

A story that kills its bot thirty times would spend most of its time loading the same modules. A process from here is a
process of its own all the same: it has its number, its memory and its files, and ends when it is killed.
"""

import asyncio
import multiprocessing
import os
import signal
import sys
from asyncio import StreamReader, StreamReaderProtocol
from collections.abc import Mapping, Sequence
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path

LOADED = ["bot.rooms", "bot.commands.run", "simulator.follower", "storage.sqlite", "asyncpg"]
"""What a bot loads sooner or later."""


class Child:
    """A process from the nursery, with what a stage asks of `asyncio.subprocess.Process`."""

    def __init__(self, process: multiprocessing.process.BaseProcess, stdout: StreamReader) -> None:
        assert process.pid is not None
        self._process = process
        self._ended = asyncio.Event()
        self.pid = process.pid
        self.stdout = stdout
        asyncio.get_running_loop().add_reader(process.sentinel, self._over)

    @property
    def returncode(self) -> int | None:
        """The exit code, or the signal's number below zero; None while it runs."""
        return self._process.exitcode

    async def wait(self) -> int:
        """Wait until it has ended; its exit code."""
        await self._ended.wait()
        assert self.returncode is not None
        return self.returncode

    def send_signal(self, how: signal.Signals) -> None:
        if self.returncode is None:
            os.kill(self.pid, how)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _over(self) -> None:
        asyncio.get_running_loop().remove_reader(self._process.sentinel)
        self._process.join()
        self._ended.set()


async def born(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Child:
    """A process in a folder that does what `python -m` would do with the command, a module with `main(arguments)`.

    The first one waits until everything is loaded.
    """
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(LOADED)
    reader, writer = context.Pipe(duplex=False)
    process = context.Process(target=_live, args=(tuple(command), str(folder), dict(environment), writer), daemon=True)
    await asyncio.to_thread(process.start)
    writer.close()
    stdout = StreamReader()
    pipe = os.fdopen(os.dup(reader.fileno()), "rb", buffering=0)
    reader.close()
    await asyncio.get_running_loop().connect_read_pipe(lambda: StreamReaderProtocol(stdout), pipe)
    return Child(process, stdout)


def _live(command: Sequence[str], folder: str, environment: Mapping[str, str], out: Connection) -> None:
    for number in (1, 2):
        os.dup2(out.fileno(), number)
    out.close()
    sys.stdout, sys.stderr = (os.fdopen(number, "w", buffering=1, encoding="utf-8", closefd=False) for number in (1, 2))
    os.chdir(folder)
    os.environ.update(environment)
    module, *arguments = command
    sys.exit(import_module(module).main(arguments))
