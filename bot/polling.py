"""Fetching updates: the loop that never dies, and never confirms to Telegram what is not stored.

The library's own loop ends for good at one 404 and spins on an update it cannot read; this one hands raw updates
to the store first, then to the intake, and moves the offset only after the store has them.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Coroutine, Sequence
from typing import Any, TypeVar

from bot.clock import Clock
from bot.gateway import Answer, Api
from bot.intake import Intake, RawUpdate
from bot.outgoing import Failure, NotSent, Paused, Refused, Uncertain

log = logging.getLogger(__name__)
T = TypeVar("T")

Keep = Callable[[Sequence[RawUpdate]], Awaitable[Collection[int]]]
"""Stores raw updates, whichever it has not got yet; the ids of those that were new."""

KINDS = ("message", "edited_message", "callback_query", "my_chat_member")
BATCH = 100
FIRST_PAUSE_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0
LONGEST_UNSTORED_SECONDS = 3.0  # who writes meanwhile is to be asked for patience
IMPATIENT_SECONDS = 0.3  # an empty answer that comes sooner was no long poll
MARGIN_SECONDS = 10.0
FORGET_OFFSET_SECONDS = 6 * 24 * 3600.0  # Telegram starts new numbers after a week of silence


class Polling:
    """Long polls until it is stopped. `last_good_poll` (monotonic seconds) is for whoever watches over it."""

    def __init__(
        self, api: Api, keep: Keep, intake: Intake, clock: Clock, *, timeout: int = 30, kinds: Sequence[str] = KINDS
    ) -> None:
        self._api, self._keep, self._intake, self._clock = api, keep, intake, clock
        self._timeout, self._kinds = timeout, list(kinds)
        self._offset: int | None = None
        self._pause = FIRST_PAUSE_SECONDS
        self._reasons: set[str] = set()  # what has been logged since it last went well
        self._failing_since = 0.0
        self._last_update = 0.0
        self._stop = asyncio.Event()
        self.last_good_poll: float | None = None

    @property
    def failing(self) -> bool:
        """Whether the last attempt failed."""
        return bool(self._reasons)

    def stop(self) -> None:
        """End the loop now, in the middle of a long poll too."""
        self._stop.set()

    async def run(self) -> None:
        """Fetch, store, hand over, again and again, until stopped."""
        self._last_update = self._clock.monotonic()
        while not self._stop.is_set():
            await self._unless_stopped(self._intake.room())
            began = self._clock.monotonic()
            answer = await self._unless_stopped(self._fetch())
            if self._stop.is_set() and answer is None:
                return
            match answer:
                case Answer(list() as updates):
                    if await self._take(updates) and not updates:
                        await self._not_too_fast(began)
                case Answer():
                    await self._back_off("not a list of updates")
                case NotSent() | Refused() | Uncertain() | Paused():
                    await self._failed(answer)

    async def _fetch(self) -> Answer | Failure:
        if self._clock.monotonic() - self._last_update > FORGET_OFFSET_SECONDS:
            self._offset = None
        wanted = {"offset": self._offset, "limit": BATCH, "timeout": self._timeout, "allowed_updates": self._kinds}
        return await self._api.call("getUpdates", wanted, read_timeout=self._timeout + MARGIN_SECONDS)

    async def _take(self, updates: Sequence[Any]) -> bool:
        """Store and hand over one batch; only then will the next poll confirm it. False if it had to back off."""
        readable = [each for each in updates if isinstance(each, dict) and type(each.get("update_id")) is int]
        if len(readable) < len(updates):
            log.warning("updates without a number", extra={"count": len(updates) - len(readable)})
            if not readable:
                await self._back_off("updates without a number")
                return False
        if readable:
            try:
                new = await self._keep(readable)
            except Exception as fault:
                await self._back_off(f"cannot store: {type(fault).__name__}", fault, at_most=LONGEST_UNSTORED_SECONDS)
                return False
            self._offset = max(each["update_id"] for each in readable) + 1
            self._last_update = self._clock.monotonic()
            self._intake.submit(each for each in readable if each["update_id"] in new)
        self._went_well()
        return True

    async def _not_too_fast(self, began: float) -> None:
        """A relay that answers at once instead of holding the poll must not make a hot loop."""
        if self._clock.monotonic() - began < min(IMPATIENT_SECONDS, self._timeout):
            await self._unless_stopped(self._clock.sleep(IMPATIENT_SECONDS))

    async def _failed(self, failure: Failure) -> None:
        match failure:
            case Paused(seconds):
                await self._back_off("asked to wait", at_least=seconds)
            case Refused(_, detail):
                await self._back_off(detail)
            case NotSent(reason) | Uncertain(reason):
                if "webhook is active" in reason:
                    await self._unless_stopped(self._api.call("deleteWebhook"))
                await self._back_off(reason)

    async def _back_off(
        self, reason: str, fault: Exception | None = None, at_least: float = 0.0, at_most: float = LONGEST_PAUSE_SECONDS
    ) -> None:
        """Wait, twice as long each time; a reason is logged once until things go well again."""
        if not self._reasons:
            self._failing_since = self._clock.monotonic()
        if reason not in self._reasons:
            self._reasons.add(reason)
            log.warning("polling is failing", extra={"reason": reason}, exc_info=fault)
        pause, self._pause = self._pause, min(self._pause * 2, LONGEST_PAUSE_SECONDS)
        await self._unless_stopped(self._clock.sleep(max(min(pause, at_most), at_least)))

    def _went_well(self) -> None:
        now = self._clock.monotonic()
        if self._reasons:
            log.warning("polling goes well again", extra={"seconds": round(now - self._failing_since, 1)})
            self._reasons.clear()
        self._pause = FIRST_PAUSE_SECONDS
        self.last_good_poll = now

    async def _unless_stopped(self, work: Coroutine[Any, Any, T]) -> T | None:
        """The result of the work, or None when stopped before (the work is then cancelled)."""
        loop = asyncio.get_running_loop()
        task, stopped = loop.create_task(work), loop.create_task(self._stop.wait())
        try:
            await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
            return task.result() if task.done() else None
        finally:
            for each in (task, stopped):
                each.cancel()
            await asyncio.gather(task, stopped, return_exceptions=True)
