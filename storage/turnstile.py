"""One at a time, and whoever a person waits for goes first."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

LONGEST_PATIENCE = 0.25  # seconds: what is patient goes after that before all others, so that it always gets on
LONGEST_WAIT = 60.0  # then whoever is inside is stuck, and waiting on is of no use


class Turnstile:
    """Lets one through at a time: each kind in its order, the patient after the others unless they have waited long."""

    __slots__ = ("_busy", "_patient", "_pressed")

    def __init__(self) -> None:
        self._busy = False
        self._pressed: deque[tuple[float, asyncio.Future[None]]] = deque()
        self._patient: deque[tuple[float, asyncio.Future[None]]] = deque()

    @asynccontextmanager
    async def turn(self, *, patient: bool = False) -> AsyncIterator[None]:
        """The block runs while no other does. Raises `TimeoutError` where the one inside does not come out."""
        await self._enter(self._patient if patient else self._pressed)
        try:
            yield
        finally:
            self._leave()

    async def _enter(self, queue: deque[tuple[float, asyncio.Future[None]]]) -> None:
        if not self._busy:
            self._busy = True
            return
        loop = asyncio.get_running_loop()
        place = loop.time(), loop.create_future()
        queue.append(place)
        try:
            async with asyncio.timeout(LONGEST_WAIT):
                await place[1]
        except (asyncio.CancelledError, TimeoutError):
            if place in queue:
                queue.remove(place)
            elif not place[1].cancelled():  # let in and called away in the same moment
                self._leave()
            raise

    def _leave(self) -> None:
        while queue := self._next():
            _, future = queue.popleft()
            if not future.done():
                future.set_result(None)
                return
        self._busy = False

    def _next(self) -> deque[tuple[float, asyncio.Future[None]]]:
        if not self._pressed or not self._patient:
            return self._pressed or self._patient
        since, future = self._patient[0]
        long = future.get_loop().time() - since > LONGEST_PATIENCE
        return self._patient if long else self._pressed
