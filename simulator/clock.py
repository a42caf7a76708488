"""A clock that can be moved: paused, run at ×60, advanced by an hour, set to a moment.

It follows the bot's clock protocol (`now`, `monotonic`, `sleep`), so the bot, the engine and the people of a
story live in the same time. Real time comes in through one function; nothing here reads the machine's clock.
"""

import asyncio
import heapq
import itertools
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta

RealTime = Callable[[], float]


def loop_time() -> float:
    """Seconds of the running event loop: the only real time that a simulated clock needs."""
    return asyncio.get_running_loop().time()


class SimulatedClock:
    """Time of a rehearsal.

    `speed` is simulated seconds per real second (0 is a pause). `advance` moves both `now()` and `monotonic()`
    and wakes whoever should have woken; `jump` sets the wall clock and, backwards, leaves `monotonic()` alone.
    """

    def __init__(self, start: datetime, *, speed: float = 1.0, real: RealTime = loop_time) -> None:
        if start.tzinfo is None:
            raise ValueError("a simulated clock starts at an aware moment")
        self._real = real
        self._wall = start.astimezone(UTC)
        self._mono = 0.0
        self._speed = speed
        self._anchor: float | None = None
        self._sleepers: list[tuple[float, int, asyncio.Future[None]]] = []
        self._order = itertools.count()
        self._alarm: asyncio.TimerHandle | None = None
        self._resume_speed = speed or 1.0
        self._watchers: list[Callable[[], None]] = []

    @property
    def speed(self) -> float:
        """Simulated seconds per real second, 0 while paused."""
        return self._speed

    @property
    def paused(self) -> bool:
        return self._speed == 0

    def watch(self, moved: Callable[[], None]) -> None:
        """Call back whenever somebody has moved the clock or changed its speed."""
        self._watchers.append(moved)

    def now(self) -> datetime:
        self._catch_up()
        return self._wall

    def monotonic(self) -> float:
        self._catch_up()
        return self._mono

    async def sleep(self, seconds: float) -> None:
        """Wait for simulated seconds."""
        if seconds <= 0:
            await asyncio.sleep(0)
        else:
            await self.timer(seconds)

    def timer(self, seconds: float) -> asyncio.Future[None]:
        """A future that is done after simulated seconds, counted from this very moment."""
        self._catch_up()
        waiting: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        heapq.heappush(self._sleepers, (self._mono + seconds, next(self._order), waiting))
        self._set_alarm()
        return waiting

    def run_at(self, speed: float) -> None:
        """Run at so many simulated seconds per real second; 0 pauses."""
        if speed < 0:
            raise ValueError("time does not run backwards; jump instead")
        self._catch_up()
        if speed:
            self._resume_speed = speed
        self._speed = speed
        self._set_alarm()
        self._tell()

    def pause(self) -> None:
        self.run_at(0)

    def resume(self) -> None:
        self.run_at(self._resume_speed)

    def advance(self, seconds: float) -> None:
        """Move time forward at once; sleepers wake in the order of their deadlines."""
        if seconds < 0:
            raise ValueError("advance only goes forward; jump may go back")
        self._catch_up()
        self._pass(seconds)
        self._wake()
        self._tell()

    def jump(self, moment: datetime) -> None:
        """Set the wall clock: forward like `advance`, backward without touching `monotonic()`."""
        self._catch_up()
        ahead = (moment.astimezone(UTC) - self._wall).total_seconds()
        if ahead >= 0:
            self.advance(ahead)
        else:
            self._wall = moment.astimezone(UTC)
            self._tell()

    def next_wake(self) -> float | None:
        """Simulated seconds until the next sleeper wakes, None when nobody sleeps."""
        self._catch_up()
        self._forget_cancelled()
        return max(0.0, self._sleepers[0][0] - self._mono) if self._sleepers else None

    def _tell(self) -> None:
        for moved in self._watchers:
            moved()

    def _pass(self, seconds: float) -> None:
        self._mono += seconds
        self._wall += timedelta(seconds=seconds)

    def _catch_up(self) -> None:
        # Outside an event loop no real time passes: a clock may be built and read before the loop runs.
        with suppress(RuntimeError):
            real = self._real()
            if self._anchor is not None:
                self._pass(max(0.0, real - self._anchor) * self._speed)
            self._anchor = real

    def _forget_cancelled(self) -> None:
        while self._sleepers and self._sleepers[0][2].done():
            heapq.heappop(self._sleepers)

    def _set_alarm(self) -> None:
        if self._alarm is not None:
            self._alarm.cancel()
            self._alarm = None
        self._forget_cancelled()
        if self._sleepers and self._speed:
            delay = max(0.0, self._sleepers[0][0] - self._mono) / self._speed
            self._alarm = asyncio.get_running_loop().call_later(delay, self._ring)

    def _ring(self) -> None:
        self._catch_up()
        self._wake()

    def _wake(self) -> None:
        # A hair of tolerance: the loop may ring a few microseconds before the deadline it was given.
        while self._sleepers and self._sleepers[0][0] <= self._mono + 1e-6:
            _, _, waiting = heapq.heappop(self._sleepers)
            if not waiting.done():
                waiting.set_result(None)
        if self._sleepers:
            self._set_alarm()
