"""From stored updates to handled ones: one chat in order, chats in parallel, and one bad update harms nobody else.

An update is taken up again after a restart until it has been recorded as done. Handling must therefore bear being
repeated; effects that must not be are marked as done in their own transaction.
"""

import asyncio
import logging
import secrets
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from bot import logs
from bot.clock import Clock

log = logging.getLogger(__name__)

RawUpdate = dict[str, Any]
"""An update as Telegram sent it."""

PARALLEL = 64
ROOM = 1000
LONGEST_SECONDS = 300.0  # a handler that takes longer is stuck
RECORD_AGAIN_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Handled:
    """An update that is done with; `incident` is the code under which its failure is in the log."""

    update_id: int
    incident: str | None = None


@dataclass(frozen=True, slots=True)
class Begun:
    """An update that was stored as one that has to wait, and is begun now: `noted` is done once that is recorded."""

    update_id: int
    noted: asyncio.Future[None]


Handle = Callable[[RawUpdate], Awaitable[None]]
Done = Callable[[Sequence[Handled | Begun]], Awaitable[None]]
Failed = Callable[[RawUpdate, str], Awaitable[None]]


def chat_of(update: RawUpdate) -> int | None:
    """The chat an update belongs to, or the person where there is no chat; None when it names neither."""
    for body in update.values():
        if isinstance(body, dict):
            for holder in (body, body.get("message")):
                chat = holder.get("chat") if isinstance(holder, dict) else None
                if isinstance(chat, dict) and isinstance(chat.get("id"), int):
                    return int(chat["id"])
            person = body.get("from") or body.get("user")
            if isinstance(person, dict) and isinstance(person.get("id"), int):
                return int(person["id"])
    return None


class Intake:
    """Works off updates with `handle` and reports them to `done`, many at a time.

    What `handle` raises is logged once under an incident code and told to `failed` (which may tell the person).
    """

    def __init__(
        self,
        handle: Handle,
        done: Done,
        clock: Clock,
        *,
        failed: Failed | None = None,
        parallel: int = PARALLEL,
        room: int = ROOM,
        longest: float = LONGEST_SECONDS,
    ) -> None:
        self._handle, self._done, self._failed, self._clock = handle, done, failed, clock
        self._parallel, self._limit, self._longest = parallel, room, longest
        self._lanes: dict[int | None, deque[RawUpdate]] = {}  # waiting updates by chat
        self._ready: deque[int | None] = deque()  # chats with work that nobody is at
        self._workers: set[asyncio.Task[None]] = set()
        self._results: list[Handled | Begun] = []
        self.queued: set[int] = set()  # updates that are stored as such that wait
        self._recorder: asyncio.Task[None] | None = None
        self._pending = 0
        self._stopping = False
        self._has_room = asyncio.Event()
        self._has_room.set()
        self._is_idle = asyncio.Event()
        self._is_idle.set()

    @property
    def pending(self) -> int:
        """Updates handed in and not yet handled."""
        return self._pending

    def queue(self, updates: Iterable[RawUpdate]) -> set[int]:
        """The numbers of those that could not begin at once, if all were submitted now.

        They are to be stored as such, and those that are new then added to `queued`: so a restart knows that they
        were not answered, until `done` hears of `Begun`.
        """
        free, busy, found = self._parallel - len(self._workers), set(self._lanes), set()
        for update in updates:
            chat = chat_of(update)
            if chat in busy or free <= 0:
                found.add(int(update["update_id"]))
            else:
                free -= 1
            busy.add(chat)
        return found

    def submit(self, updates: Iterable[RawUpdate]) -> None:
        """Take updates in, in order; they are worked on at once."""
        for update in updates:
            chat = chat_of(update)
            lane = self._lanes.get(chat)
            if lane is None:
                self._lanes[chat] = deque((update,))
                self._ready.append(chat)
            else:
                lane.append(update)
            self._pending += 1
        if self._pending:
            self._is_idle.clear()
        if self._pending >= self._limit:
            self._has_room.clear()
        for _ in range(min(len(self._ready), self._parallel - len(self._workers))):
            worker = asyncio.get_running_loop().create_task(self._work())
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)

    async def room(self) -> None:
        """Wait until there is room for more: whoever fetches updates asks before fetching."""
        await self._has_room.wait()

    async def idle(self) -> None:
        """Wait until everything handed in has been handled and recorded."""
        await self._is_idle.wait()

    async def drain(self, seconds: float) -> int:
        """Stop: begin nothing new, give what is in flight so many seconds, record it. The number left unfinished.

        Nothing is cancelled. What was waiting or unfinished is taken up again by the next start.
        """
        self._stopping = True
        if self._workers:
            await asyncio.wait(set(self._workers), timeout=seconds)
        if self._recorder is not None:
            await asyncio.wait({self._recorder}, timeout=seconds)
        return len(self._workers)

    async def _work(self) -> None:
        """Take chat after chat, one update of each at a time, so that a talkative chat does not crowd out others."""
        while self._ready and not self._stopping:
            chat = self._ready.popleft()
            lane = self._lanes[chat]
            update = lane.popleft()
            await self._one(update)
            if lane:
                self._ready.append(chat)
            else:
                del self._lanes[chat]

    async def _one(self, update: RawUpdate) -> None:
        if update["update_id"] in self.queued:
            self.queued.discard(update["update_id"])
            noted = asyncio.get_running_loop().create_future()
            self._record(Begun(update["update_id"], noted))
            await noted
        context = logs.current.set(update)
        incident: str | None = None
        try:
            async with asyncio.timeout(self._longest):
                await self._handle(update)
        except Exception:
            incident = await self._report(update)
        finally:
            logs.current.reset(context)
            self._pending -= 1
        if self._pending < self._limit:
            self._has_room.set()
        self._record(Handled(update["update_id"], incident))

    async def _report(self, update: RawUpdate) -> str:
        """Log what is being raised, tell whoever wants to know, and give it a code that people can quote."""
        incident = secrets.token_hex(3).upper()
        log.exception("update failed", extra={"incident": incident})
        if self._failed is not None:
            try:
                await self._failed(update, incident)
            except Exception:
                log.exception("incident not told", extra={"incident": incident})
        return incident

    def _record(self, result: Handled | Begun) -> None:
        self._results.append(result)
        if self._recorder is None:
            self._recorder = asyncio.get_running_loop().create_task(self._record_all())

    async def _record_all(self) -> None:
        """Report results until there are none; while one report is under way the next ones gather into one."""
        failing = False
        while self._results:
            batch, self._results = self._results, []
            try:
                await self._done(batch)
                failing = False
                _release(batch)
            except Exception:
                _release(batch)  # without a database nobody is told anything that could be told twice
                self._results[:0] = [each for each in batch if isinstance(each, Handled)]
                if not failing:
                    log.exception("handled updates not recorded", extra={"updates": len(batch)})
                failing = True
                await self._clock.sleep(RECORD_AGAIN_SECONDS)
        self._recorder = None
        if not self._pending:
            self._is_idle.set()


def _release(batch: Iterable[Handled | Begun]) -> None:
    for each in batch:
        if isinstance(each, Begun) and not each.noted.done():
            each.noted.set_result(None)
