"""A stage: one bot, its people, one pretend Telegram, one clock.

    async with Stage.in_process(build) as stage:
        an = stage.person("Nguyễn Văn An")
        await an.starts()
        await an.sees("Kính chào")

In-process, the bot is what `build` returns for the `Wires` it is given. `simulator.process` has the stage on which
the bot is a real process that can be killed.
"""

import asyncio
import inspect
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Protocol, Self

from telegram.request import BaseRequest

from bot.clock import Clock
from simulator.clock import SimulatedClock
from simulator.engine import Engine
from simulator.faults import Fault, FaultKind
from simulator.limits import Limits
from simulator.person import Group, Person, Scene
from simulator.transport import BASE_FILE_URL, BASE_URL, HouseRequest
from simulator.world import BotIdentity, World

DEFAULT_START = datetime(2026, 7, 26, 1, 0, tzinfo=UTC)
QUIET_LOOKS = 3
PATIENCE = 60.0
"""Real seconds that people wait for what they expect: for a busy machine, since only what fails takes as long."""


class RunningBot(Protocol):
    """What the stage needs of a bot. One that has `async idle()` is also asked whether it is done with its work, one
    that has `async answered()` whether it is done with what people have sent."""

    async def start(self) -> None: ...

    async def stop(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Wires:
    """What an in-process bot is built from: two network clients, the clock and the addresses."""

    request: BaseRequest
    polling: BaseRequest
    clock: Clock
    token: str
    base_url: str = BASE_URL
    base_file_url: str = BASE_FILE_URL


Build = Callable[[Wires], RunningBot | Awaitable[RunningBot]]


class Stage:
    """What both stages share: the people, time, faults, and waiting for quiet."""

    quiet_seconds = 0.02

    def __init__(self, engine: Engine, *, patience: float = PATIENCE) -> None:
        self.engine = engine
        self.world = engine.world
        self.scene = Scene(engine, self.settled, patience, attended=self.attended)
        self.hindered = False  # by what the stage does not know of (a full disk): nobody waits for the bot then
        self.people: dict[str, Person] = {}
        self.groups: dict[str, Group] = {}

    @staticmethod
    def in_process(
        build: Build,
        *,
        start: datetime = DEFAULT_START,
        speed: float = 10.0,
        limits: Limits | None = None,
        bot: BotIdentity | None = None,
        seed: int = 0,
        patience: float = PATIENCE,
    ) -> "InProcessStage":
        """A stage whose bot lives in this process and in simulated time."""
        world = World(SimulatedClock(start, speed=speed), bot=bot, limits=limits, seed=seed)
        return InProcessStage(Engine(world), build, patience=patience)

    @property
    def clock(self) -> SimulatedClock:
        return self.world.clock

    def person(self, name: str, *, key: str = "", username: str = "", language: str = "vi", phone: str = "") -> Person:
        """Somebody with the Telegram app who has not met the bot."""
        account = self.engine.people.add(name, key=key, username=username, language=language, phone=phone)
        self.people[account.key] = Person(self.scene, account)
        return self.people[account.key]

    def group(self, title: str, *members: Person, key: str = "", with_bot: bool = True) -> Group:
        """A group chat that the first of the members made, with the bot in it or not yet."""
        room = self.engine.people.add_group(title, [person.id for person in members], with_bot=with_bot)
        self.groups[key or title] = Group(self.scene, room)
        return self.groups[key or title]

    async def passes(self, *, minutes: float = 0, hours: float = 0, days: float = 0) -> None:
        """Let simulated time pass at once, once the bot has come to rest; what people saw before is old then."""
        await self._rests()
        span = timedelta(minutes=minutes, hours=hours, days=days)
        self._turn_the_page(self.clock.now() + span)
        self.clock.advance(span.total_seconds())

    async def becomes(self, moment: datetime) -> None:
        """Move the clock to a moment, once the bot has come to rest; backwards only the wall clock goes."""
        await self._rests()
        self._turn_the_page(moment)
        self.clock.jump(moment)

    def fault(
        self, kind: FaultKind, *methods: str, times: int | None = 1, seconds: float = 1.0, chat: Person | None = None
    ) -> None:
        """Plant a fault for the methods named, or for all."""
        fault = Fault(kind, frozenset(methods), chat.id if chat else None, times, seconds=seconds)
        self.world.faults.plant(fault, now=self.clock.monotonic())

    async def attended(self) -> None:
        """Wait until the bot has dealt with what people have sent, where it can be asked and nothing is in its way."""

    async def _rests(self) -> None:
        # Who jumps while something is on its way makes the bot believe that it was away for as long.
        if self._is_well():
            await self.settled()

    def _is_well(self) -> bool:
        """Whether the bot is up and nothing is in its way: otherwise it need not come to rest."""
        return not self.world.faults and not self.hindered

    async def settled(self) -> None:
        """Wait until the bot is idle: no update undelivered or unhandled, no call on its way."""
        await self._patiently(self._quiet())

    async def _patiently(self, rest: Awaitable[None]) -> None:
        try:
            async with asyncio.timeout(self.scene.patience):
                await rest
        except TimeoutError:
            raise AssertionError(f"the bot does not come to rest: {self._unrest()}") from None

    async def _quiet(self) -> None:
        calm, calls = 0, self.engine.calls
        while calm < QUIET_LOOKS:
            await asyncio.sleep(self.quiet_seconds)
            restless = self.engine.calls != calls or self._busy()
            calm, calls = 0 if restless else calm + 1, self.engine.calls

    def _busy(self) -> bool:
        return self.engine.in_flight > 0 or not self.world.updates.all_taken

    def _unrest(self) -> str:
        updates = self.world.updates
        return f"{len(updates)} updates wait, {self.engine.in_flight} calls in flight, polled: {updates.polled}"

    def _turn_the_page(self, moment: datetime) -> None:
        for chat in (*self.people.values(), *self.groups.values()):
            chat.looks_away()
        told = {"text": moment.astimezone(self.scene.zone).strftime("%A %d/%m/%Y %H:%M")}
        self.world.events.add(self.clock.now(), "time", 0, told)

    def dialogue(self) -> str:
        """Everything that everybody saw, as text."""
        return "\n".join(self.scene.transcript.lines(self.world.events.after(0)))


class InProcessStage(Stage):
    """The bot in this process, on in-process wires."""

    def __init__(self, engine: Engine, build: Build, *, patience: float = PATIENCE) -> None:
        super().__init__(engine, patience=patience)
        self._build = build
        self.bot: RunningBot | None = None

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    async def start(self) -> None:
        """Build the bot and wait until it listens."""
        built = self._build(self._wires())
        self.bot = await built if inspect.isawaitable(built) else built
        before = self.world.updates.polls
        await self.bot.start()
        async with asyncio.timeout(self.scene.patience):
            await self.world.updates.wait_for_listener(before)

    async def stop(self) -> None:
        if self.bot is not None:
            await self.bot.stop()
            self.bot = None

    async def restart(self) -> None:
        """Stop the bot in good order, build it anew and wait until it listens."""
        await self.stop()
        await self.start()

    def _wires(self) -> Wires:
        return Wires(HouseRequest(self.engine), HouseRequest(self.engine), self.clock, self.world.bot.token)

    async def attended(self) -> None:
        answered = getattr(self.bot, "answered", None)
        if answered is not None and self._is_well():
            await self._patiently(self._attended(answered))

    async def _attended(self, answered: Callable[[], Awaitable[None]]) -> None:
        await self.world.updates.wait_until_taken()
        await answered()

    def _is_well(self) -> bool:
        return self.bot is not None and super()._is_well()

    async def _quiet(self) -> None:
        idle = getattr(self.bot, "idle", None)
        if idle is None:
            await super()._quiet()
            return
        restless = True
        while restless:  # a round in which it was asked and did nothing
            calls = self.engine.calls
            await self.world.updates.wait_until_taken()
            await idle()
            restless = self.engine.calls != calls or self._busy()
