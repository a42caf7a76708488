"""The stage of process stories: the pretend Telegram here, the bot as a real process that can really be killed.

async with ProcessStage(folder, config) as stage:
    an = stage.person("Nguyễn Văn An")
    await an.starts()
    await stage.kill()
    await stage.restart()
    await an.sees("Kính chào")
"""

import asyncio
import os
import re
import signal
import sys
from asyncio.subprocess import PIPE, STDOUT, Process
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from bot.clock import SystemClock
from simulator.clock import SimulatedClock
from simulator.engine import Engine
from simulator.following import URL_VARIABLE
from simulator.limits import Limits
from simulator.nursery import Child, born
from simulator.server import Server
from simulator.stage import PATIENCE, Stage
from simulator.world import BotIdentity, World

ROOT = Path(__file__).resolve().parent.parent
CONFIG_NAME = "config.toml"
RUN = (sys.executable, "-m", "bot", "run", "--config", CONFIG_NAME)
FOLLOW = ("simulator.follower", "--config", CONFIG_NAME)

Config = Callable[[str], str]


class ProcessStage(Stage):
    """A bot process in a folder of its own, talking HTTP to an engine in this process.

    `config` gives the text of config.toml for the server's root address. Without `start` the process is
    `python -m bot run` on the machine's clock, as an office runs it; with `start` it follows the stage's clock,
    which then can be moved, and comes from the nursery. `bot_starts=False` leaves the first start to the story.
    """

    quiet_seconds = 0.1

    def __init__(
        self,
        folder: Path,
        config: Config,
        *,
        command: Sequence[str] | None = None,
        start: datetime | None = None,
        speed: float = 1.0,
        environment: Mapping[str, str] | None = None,
        limits: Limits | None = None,
        bot: BotIdentity | None = None,
        seed: int = 0,
        patience: float = PATIENCE,
        bot_starts: bool = True,
    ) -> None:
        clock = SimulatedClock(start or SystemClock().now(), speed=speed if start else 1.0)
        super().__init__(Engine(World(clock, bot=bot, limits=limits, seed=seed)), patience=patience)
        self.folder = folder
        self.server = Server(self.engine)
        self._config = config
        self._command = tuple(command or (() if start else RUN))
        self._environment = dict(environment or {})
        self._bot_starts = bot_starts
        self._process: Process | Child | None = None
        self._reader: asyncio.Task[None] | None = None
        self._lines: list[str] = []
        self._printed = asyncio.Event()

    async def __aenter__(self) -> Self:
        await self.server.start()
        (self.folder / CONFIG_NAME).write_text(self._config(self.server.url), encoding="utf-8")
        try:
            if self._bot_starts:
                await self.start()
        except BaseException:
            await self._leave()
            raise
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._leave()

    async def start(self) -> None:
        """Start the bot process and wait until it listens; AssertionError with its output if it ends instead."""
        if self.running:
            raise AssertionError("the bot is running")
        before = self.world.updates.polls
        environment = os.environ | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}
        environment |= {"TELEGRAM_BOT_TOKEN": self.world.bot.token, URL_VARIABLE: self.server.url}
        environment |= self._environment
        if self._command:
            self._process = await asyncio.create_subprocess_exec(
                *self._command, cwd=self.folder, env=environment, stdout=PIPE, stderr=STDOUT
            )
        else:
            self._process = await born(FOLLOW, self.folder, environment)
        self._reader = asyncio.create_task(self._read(self._process))
        await self._until_it_listens(before)

    async def kill(self) -> None:
        """SIGKILL: the bot is gone between two instructions."""
        await self._end(signal.SIGKILL)

    async def terminate(self) -> int:
        """SIGTERM and wait until the bot has ended in good order; gives the exit code."""
        return await self._end(signal.SIGTERM)

    async def restart(self) -> None:
        """Start the bot again, after ending it in good order if it still runs."""
        if self.running:
            await self.terminate()
        await self.start()

    @property
    def running(self) -> bool:
        return self._process is not None and self._process.returncode is None

    @property
    def pid(self) -> int:
        """The number of the bot's process, in its present or last life."""
        if self._process is None:
            raise AssertionError("the bot was never started")
        return self._process.pid

    @property
    def output(self) -> str:
        """Everything that the bot has printed in all its lives, errors included."""
        return "".join(self._lines)

    async def prints(self, pattern: str) -> str:
        """Wait until a line of the bot's output matches; gives group 1 if the pattern has one, else the match."""
        try:
            async with asyncio.timeout(self.scene.patience):
                while (match := re.search(pattern, self.output, re.MULTILINE)) is None:
                    self._printed.clear()
                    await self._printed.wait()
        except TimeoutError:
            raise AssertionError(f"the bot never printed {pattern!r}:\n{self.output}") from None
        return match[1] if match.re.groups else match[0]

    def _is_well(self) -> bool:
        return self.running and super()._is_well()

    def _busy(self) -> bool:
        return super()._busy() or self._wants_the_processor()

    def _wants_the_processor(self) -> bool:
        """Whether the bot would work if the machine let it (where that can be seen): its silence is no rest then."""
        if not self.running:
            return False
        threads = Path(f"/proc/{self.pid}/task").glob("*/stat")
        with suppress(OSError):  # a thread that has ended meanwhile
            return any(each.read_text(encoding="utf-8").rpartition(") ")[2].startswith("R") for each in threads)
        return True

    async def _end(self, how: signal.Signals) -> int:
        if self._process is None or not self.running:
            raise AssertionError("the bot is not running")
        self._process.send_signal(how)
        code = await asyncio.wait_for(self._process.wait(), self.scene.patience)
        if self._reader is not None:
            await self._reader
        return code

    async def _until_it_listens(self, before: int) -> None:
        assert self._process is not None
        heard = asyncio.ensure_future(self.world.updates.wait_for_listener(before))
        ended = asyncio.ensure_future(self._process.wait())
        await asyncio.wait([heard, ended], timeout=self.scene.patience, return_when=asyncio.FIRST_COMPLETED)
        listens, gone = heard.done(), ended.done()
        heard.cancel()
        ended.cancel()
        if not listens:
            what = "ended instead of listening" if gone else "does not listen"
            raise AssertionError(f"the bot {what}:\n{self.output}")

    async def _read(self, process: Process | Child) -> None:
        assert process.stdout is not None
        while line := await process.stdout.readline():
            self._lines.append(line.decode("utf-8", "replace"))
            self._printed.set()

    async def _leave(self) -> None:
        if self._process is not None and self.running:
            self._process.kill()
            await self._process.wait()
        if self._reader is not None:
            await self._reader
        await self.server.stop()
