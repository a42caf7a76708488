"""A clock in another process that stays in step with the simulator's."""

import json
from collections.abc import AsyncIterator
from contextlib import suppress
from datetime import datetime
from typing import Any

import aiohttp

from simulator.clock import SimulatedClock

URL_VARIABLE = "SIMULATOR_URL"
Json = dict[str, Any]


class Follower:
    """Keeps a clock in step with the simulator's."""

    def __init__(self, session: aiohttp.ClientSession, root: str) -> None:
        self._session = session
        self._root = f"{root.rstrip('/')}/control"

    async def first_look(self) -> SimulatedClock:
        """A clock that shows what the simulator's shows now."""
        async with self._session.get(f"{self._root}/clock") as answer:
            shown = await answer.json()
        self._last = int(shown["last"])
        return SimulatedClock(datetime.fromisoformat(shown["now"]), speed=float(shown["speed"]))

    async def follow(self, clock: SimulatedClock) -> None:
        """Repeat every move of the simulator's clock, until the simulator is gone."""
        with suppress(aiohttp.ClientError, OSError):
            async for shown in self._moves():
                clock.run_at(float(shown["speed"]))
                clock.jump(datetime.fromisoformat(shown["now"]))

    async def _moves(self) -> AsyncIterator[Json]:
        address = f"{self._root}/events/stream?chat=0&after={self._last}"
        forever = aiohttp.ClientTimeout(total=None)
        async with self._session.get(address, timeout=forever) as stream:
            async for line in stream.content:
                if line.startswith(b"data: "):
                    event = json.loads(line.removeprefix(b"data: "))
                    if event["kind"] == "clock":
                        yield event["body"]
