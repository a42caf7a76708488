"""One at a time, and whoever a person waits for goes first."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

LONGEST_PATIENCE = 0.25  # seconds: what is patient goes after that before others, so that it gets on
AN_ANSWER = 2  # turns: so many others go first between two of the patient, however long these have waited
COMES_BACK = 0.005  # seconds: who was inside for a person is mostly back by then (stored it, now reads what to answer)
LONGEST_WAIT = 60.0  # then whoever is inside is stuck, and waiting on is of no use

_Queue = deque[tuple[float, asyncio.Future[None]]]


class Turnstile:
    """Lets one through at a time: each kind in its order, the patient after the others unless they have waited long.

    For a moment after somebody a person waits for the patient are not let in, or every way back would be barred.
    """

    __slots__ = ("_busy", "_kept_until", "_patient", "_pressed", "_since")

    def __init__(self) -> None:
        self._busy = False
        self._kept_until = 0.0
        self._pressed: _Queue = deque()
        self._patient: _Queue = deque()
        self._since = AN_ANSWER  # turns since the last one of the patient

    @asynccontextmanager
    async def turn(self, *, patient: bool = False) -> AsyncIterator[None]:
        """The block runs while no other does. Raises `TimeoutError` where the one inside does not come out."""
        await self._enter(self._patient if patient else self._pressed)
        try:
            yield
        finally:
            if not patient:
                self._kept_until = asyncio.get_running_loop().time() + COMES_BACK
            self._leave()

    async def _enter(self, queue: _Queue) -> None:
        loop = asyncio.get_running_loop()
        place = loop.time(), loop.create_future()
        queue.append(place)
        self._let_in()
        if place[1].done():
            return
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
        self._busy = False
        self._let_in()

    def _let_in(self) -> None:
        """Let the next one in, if there is room and one may go."""
        while not self._busy and (queue := self._next()):
            _, future = queue.popleft()
            if not future.done():
                self._busy, self._since = True, 0 if queue is self._patient else self._since + 1
                future.set_result(None)

    def _next(self) -> _Queue | None:
        if not self._patient:
            return self._pressed
        since, future = self._patient[0]
        loop = future.get_loop()
        if self._since >= AN_ANSWER and loop.time() - since > LONGEST_PATIENCE:
            return self._patient
        if not self._pressed and loop.time() < self._kept_until:
            loop.call_at(self._kept_until, self._let_in)
            return None
        return self._pressed or self._patient
