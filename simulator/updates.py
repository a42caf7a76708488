"""The queue of updates for the bot: long polls with offsets, and the webhook that replaces them."""

import asyncio
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from simulator.clock import SimulatedClock
from simulator.errors import bad_request, conflict

Json = dict[str, Any]

KEPT_FOR = timedelta(hours=24)
OFF_BY_DEFAULT = ("chat_member", "message_reaction", "message_reaction_count")


@dataclass(frozen=True, slots=True)
class Webhook:
    """Where updates are pushed."""

    url: str
    secret: str = ""
    max_connections: int = 40


class UpdateQueue:
    """Updates are kept until confirmed by a higher offset, for 24 hours at most."""

    def __init__(self, clock: SimulatedClock, first_id: int = 1000) -> None:
        self._clock = clock
        self._next_id = first_id
        self._waiting: deque[tuple[datetime, Json]] = deque()
        self._arrival = asyncio.Event()
        self._poll: asyncio.Future[None] | None = None
        self.allowed: tuple[str, ...] | None = None
        self.webhook: Webhook | None = None
        self.polls = 0
        self._listener = asyncio.Event()
        self._work = asyncio.Event()
        self._taken = asyncio.Event()

    def __len__(self) -> int:
        return len(self._waiting)

    @property
    def polled(self) -> bool:
        """Whether somebody is waiting in a long poll now."""
        return self._poll is not None and not self._poll.done()

    @property
    def all_taken(self) -> bool:
        """Whether nothing waits and somebody listens: whoever polls again has stored what came before."""
        return not self._waiting and (self.webhook is not None or self.polled)

    def put(self, kind: str, body: Json) -> int | None:
        """Queue an update, return its id; None when the bot did not ask for the kind (it is lost)."""
        if self.allowed is not None and kind not in self.allowed:
            return None
        if self.allowed is None and kind in OFF_BY_DEFAULT:
            return None
        update_id = self._next_id
        self._next_id += 1
        self._waiting.append((self._clock.now(), {"update_id": update_id, kind: body}))
        self._arrival.set()
        self._work.set()
        return update_id

    def put_raw(self, update: Json) -> None:
        """Queue an update exactly as given, poisonous ones included; its id is added."""
        self._waiting.append((self._clock.now(), {"update_id": self._next_id} | update))
        self._next_id += 1
        self._arrival.set()
        self._work.set()

    async def poll(self, offset: int, limit: int, patience: float) -> Sequence[Json]:
        """Answer one getUpdates; a second poller throws the first one out."""
        self._refuse_beside_webhook()
        self._throw_out()
        self._confirm(offset)
        self._heard()
        if not self._waiting and patience > 0:
            await self._wait(min(patience, 50.0))
        return [update for _, update in list(self._waiting)[: max(1, min(limit, 100))]]

    def oldest(self) -> Json | None:
        """The update that a webhook gets next."""
        self._expire()
        return self._waiting[0][1] if self._waiting else None

    def drop(self, update: Json) -> None:
        """A webhook has taken the update."""
        if self._waiting and self._waiting[0][1] is update:
            self._waiting.popleft()
            self._taken.set()

    async def wait_until_taken(self) -> None:
        """Return when nothing waits and somebody listens."""
        while not self.all_taken:
            self._taken.clear()
            await self._taken.wait()

    async def wait_for_webhook_work(self) -> None:
        """Return when there are a webhook and an update for it."""
        while self.webhook is None or not self._waiting:
            self._work.clear()
            await self._work.wait()

    async def wait_for_update(self) -> None:
        """Return when an update waits."""
        while not self._waiting:
            self._arrival.clear()
            await self._arrival.wait()

    async def wait_for_listener(self, after: int) -> None:
        """Return when more than so many polls have come, or a webhook is set."""
        while self.polls <= after and self.webhook is None:
            self._listener.clear()
            await self._listener.wait()

    def _heard(self) -> None:
        self.polls += 1
        self._listener.set()

    def drop_all(self) -> None:
        self._waiting.clear()

    def set_webhook(self, webhook: Webhook | None) -> None:
        """Push to a webhook from now on, or go back to polling."""
        if webhook is not None and not webhook.url.startswith(("https://", "http://127.0.0.1")):
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if webhook is not None and self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict("terminated by setWebhook request"))
        self.webhook = webhook
        self._listener.set()
        self._taken.set()
        self._work.set()

    def _refuse_beside_webhook(self) -> None:
        if self.webhook is not None:
            words = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            raise conflict(words)

    def _throw_out(self) -> None:
        if self._poll is not None and not self._poll.done():
            words = "terminated by other getUpdates request; make sure that only one bot instance is running"
            self._poll.set_exception(conflict(words))

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
        while self._waiting and self._waiting[0][1]["update_id"] < offset:
            self._waiting.popleft()
        self._expire()

    def _expire(self) -> None:
        while self._waiting and self._waiting[0][0] < self._clock.now() - KEPT_FOR:
            self._waiting.popleft()

    async def _wait(self, patience: float) -> None:
        # The poll ends by whichever time runs out first, real or simulated: the bot's HTTP client counts real
        # seconds even while the clock is paused, its watchdog counts simulated ones even when an hour is jumped.
        mine = self._poll = asyncio.get_running_loop().create_future()
        arrival = asyncio.ensure_future(self.wait_for_update())
        over = self._clock.timer(patience)
        self._taken.set()
        try:
            await asyncio.wait([mine, arrival, over], timeout=patience, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in (mine, arrival, over):
                wait.cancel()
        if not mine.cancelled():
            mine.result()
