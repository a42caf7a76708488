"""Where everything meets: one wired bot out of settings, a way to Telegram, and a clock. No module-level instances.

This is the door: database, gateway, polling, intake. What is behind it (`bot.rooms`) is loaded while the first poll
waits, and nothing that comes in meanwhile is taken before what an earlier stop left over.
"""

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from telegram.request import BaseRequest

from bot.clock import Clock, SystemClock
from bot.config import Config
from bot.gateway import Api
from bot.intake import Handled, Intake, RawUpdate, chat_of
from bot.lanes import Gateway
from bot.later import Later
from bot.lease import LEASE_SECONDS, Lease
from bot.lock import lock_for
from bot.outgoing import Failure, Me
from bot.polling import KINDS, Polling
from bot.transport import AiohttpRequest
from domain.ids import AccountId
from handlers.notsaid import NotSaid
from storage import inbox
from storage.database import Database, Unavailable
from storage.migrate import upgrade
from templates.address import ADDRESS

if TYPE_CHECKING:
    from bot.rooms import Rooms
    from bot.webhook import Webhook

log = logging.getLogger(__name__)

STOP_SECONDS = 10.0
FIRST_CALL_PAUSE = 2.0
ABANDONED = timedelta(minutes=10)  # nobody is at an update for longer
Announce = Callable[[str], None]


class App:
    """One bot: `start` brings everything up and returns, `stop` finishes what is in flight and closes."""

    def __init__(
        self,
        config: Config,
        request: BaseRequest,
        polling_request: BaseRequest,
        clock: Clock,
        announce: Announce = print,
        pacing: Clock | None = None,
    ) -> None:
        self.config = config
        self._pacing = pacing
        self.clock = clock
        self._announce = announce
        self._requests = (request, polling_request)
        self.database = Database(config.database.url)
        self._lock = lock_for(self.database)
        seconds = min(LEASE_SECONDS, config.sending.lease_seconds)
        shared = config.telegram.mode == "polling" and not self.database.is_sqlite
        self._lease = Lease(self.database, clock, "polling", seconds=seconds) if shared else None
        root = config.telegram.base_url
        self.gateway = Gateway(Api(request, config.token, root), clock, pace=config.pace())
        self.rooms: Rooms | None = None
        self._unsaid: dict[int, Any] = {}  # replies that are not out yet, by the number of their update
        self._left: set[int] = set()  # updates that a life before this one may have answered already
        self._later = Later(clock)
        self._busy: set[int | None] = set()  # chats that were told so while updates cannot be stored
        self.intake = Intake(
            self._handle,
            self._done,
            clock,
            failed=self._failed,
            parallel=config.limits.parallel_chats,
            room=config.limits.waiting_updates,
        )
        self._polling_api = Api(polling_request, config.token, root)
        self.polling = self._new_polling()
        self._replayed = asyncio.Event()
        self._webhook: Webhook | None = None
        self._poll: asyncio.Task[None] | None = None
        self._tasks: list[asyncio.Task[None]] = []
        self._watching: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Lock, migrate, take up what a stop left over, then listen. Raises `AlreadyRunning`."""
        ADDRESS.set(self.config.conference.form_of_address)
        if self._lock is not None:
            self._lock.take()
        try:
            await self._start()
        except BaseException:
            await self._end_polling()
            await self._close()
            raise
        log.info("bot is running", extra={"mode": self.config.telegram.mode})

    async def _start(self) -> None:
        await upgrade(self.database)
        for request in self._requests:
            await request.initialize()
        await self._listen()

    async def _furnish(self) -> "Rooms":
        """Load and wire what is behind the door, once; the loop goes on meanwhile."""
        if self.rooms is None:
            self.rooms = await asyncio.to_thread(self._load)
            await self.rooms.open(await self._meet(), self._announce)
            self._tasks.append(asyncio.create_task(self.rooms.sender.run()))
            self._watching = asyncio.create_task(self.rooms.watch.run())
            self.rooms.ticks.also(self._say_later)
            await self.rooms.ticks.start()
        return self.rooms

    def _load(self) -> "Rooms":
        from bot.rooms import Rooms

        return Rooms(self.config, self.database, self.gateway, self.clock, self._pacing)

    async def _meet(self) -> str:
        """The bot's own name; waits for Telegram as long as it takes."""
        me: Me | Failure = await self.gateway.me()
        failing = False
        while not isinstance(me, Me):
            if not failing:
                log.warning("Telegram does not answer yet", extra={"reason": str(me)})
                failing = True
            await self.clock.sleep(FIRST_CALL_PAUSE)
            me = await self.gateway.me()
        return me.username

    async def _replay(self, before: datetime | None = None) -> None:
        """Updates that were stored (before then) and not handled, or not answered, come first."""
        async with self.database.begin() as connection:
            left = await inbox.left(connection, before)
        updates = [(json.loads(each.raw), each.reply) for each in left]
        new = [(update, reply) for update, reply in updates if update and not self._later.holds(update["update_id"])]
        self._unsaid.update({update["update_id"]: reply for update, reply in new if reply})
        self._left.update(update["update_id"] for update, _ in new)
        self.intake.submit(update for update, _ in new)

    async def _say_later(self) -> None:
        """Take up again the updates whose answer did not get through; with every tick."""
        due, useless = self._later.due(), self._later.useless()
        if not due and not useless:
            return
        async with self.database.begin() as connection:
            kept = await inbox.replies(connection, [each["update_id"] for each in due])
            await inbox.mark_done(connection, useless, self.clock.now())
        self._unsaid.update(kept)
        for each in due:
            self._later.begin(each["update_id"])
        self.intake.submit(due)

    async def _listen(self) -> None:
        telegram = self.config.telegram
        if self._lease is not None:
            await self._furnish()
            self._tasks.append(asyncio.create_task(self._lease.run(self._begin_polling, self._end_polling)))
            return
        if telegram.mode == "polling":
            await self._begin_polling()
            return
        await self._furnish()
        # Where others listen too, only what is old is nobody's any more.
        await self._replay(None if self.database.is_sqlite else self.clock.now() - ABANDONED)
        self._replayed.set()
        from bot.webhook import Webhook  # a web server, where most offices poll

        self._webhook = Webhook(
            self._keep,
            self.intake,
            url=telegram.webhook_url,
            secret=self.config.webhook_secret,
            listen=telegram.webhook_listen,
        )
        await self._webhook.start()
        await self.gateway.set_webhook(telegram.webhook_url, self.config.webhook_secret, KINDS)

    def _new_polling(self) -> Polling:
        seconds = self.config.telegram.poll_timeout
        return Polling(self._polling_api, self._keep, self.intake, self.clock, timeout=seconds)

    async def _begin_polling(self) -> None:
        """First what was stored and not handled, by whomever, then what is new."""
        self._replayed.clear()
        self.polling = self._new_polling()
        self._poll = asyncio.create_task(self.polling.run())
        await self._furnish()
        await self._replay()
        self._replayed.set()

    async def _end_polling(self) -> None:
        self.polling.stop()
        if self._poll is not None:
            await asyncio.gather(self._poll, return_exceptions=True)

    async def stop(self) -> None:
        """Take nothing new, give what is in flight ten seconds, record it, close. Nothing is cancelled."""
        if self._lease is not None:
            await self._lease.stop()
        await self._end_polling()
        if self._webhook is not None:
            await self._webhook.stop()
        if self.rooms is not None:
            await self.rooms.ticks.stop()
        await self.intake.drain(STOP_SECONDS)
        if self.rooms is not None:
            await self.rooms.sender.stop(STOP_SECONDS)
        if self._watching is not None:
            self._watching.cancel()
            self._tasks.append(self._watching)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._close()
        log.info("bot has stopped")

    async def _close(self) -> None:
        if self._lease is not None:
            await self._lease.release()
        for request in self._requests:
            await request.shutdown()
        await self.database.close()
        if self._lock is not None:
            self._lock.release()

    async def idle(self) -> None:
        """Wait until no update is unhandled and nothing that is due waits in the outbox."""
        await self.intake.idle()
        rooms = await self._furnish()
        await rooms.ticks.tick()
        await rooms.sender.idle()

    async def _handle(self, update: RawUpdate) -> None:
        rooms = await self._furnish()
        number = update["update_id"]
        unsaid, perhaps = self._unsaid.pop(number, None), self._later.begin(number)
        left = number in self._left
        self._left.discard(number)
        try:
            await rooms.handle(update, unsaid, again=left if perhaps is None else perhaps)
        except NotSaid as missing:
            self._later.put(update, missing)
        except BaseException:
            self._later.end(number)
            raise
        else:
            self._later.end(number)

    async def _failed(self, update: RawUpdate, incident: str) -> None:
        rooms = await self._furnish()
        await rooms.routes.failed(update, incident)

    async def _keep(self, updates: Sequence[RawUpdate]) -> set[int]:
        await self._replayed.wait()
        rooms = await self._furnish()
        now = self.clock.now()
        rows: list[dict[str, Any]] = [
            {
                "update_id": each["update_id"],
                "chat_id": chat_of(each),
                "raw": json.dumps(each, ensure_ascii=False),
                "received_at": now,
            }
            for each in updates
        ]
        try:
            async with self.database.begin() as connection:
                new = await inbox.keep(connection, rows)
                await rooms.expect(connection, {AccountId(row["chat_id"]) for row in rows if row["chat_id"]})
        except Unavailable:
            await self._ask_for_patience(rooms, updates)
            raise
        self._busy.clear()
        return new

    async def _ask_for_patience(self, rooms: "Rooms", updates: Sequence[RawUpdate]) -> None:
        """Updates that cannot be stored are not lost, but who sent them should not wait in silence."""
        for each in updates:
            if (chat := chat_of(each)) not in self._busy:
                self._busy.add(chat)
                with suppress(NotSaid):
                    await rooms.routes.busy(each)

    async def _done(self, handled: Sequence[Handled]) -> None:
        now = self.clock.now()
        done = [each for each in handled if not self._later.holds(each.update_id)]
        async with self.database.begin() as connection:
            await inbox.mark_done(connection, [each.update_id for each in done if each.incident is None], now)
            for each in done:
                if each.incident is not None:
                    await inbox.mark_done(connection, [each.update_id], now, each.incident)
            if self.rooms is not None:
                await self.rooms.keep_answered(connection)


def build(
    config: Config,
    *,
    request: BaseRequest | None = None,
    polling_request: BaseRequest | None = None,
    clock: Clock | None = None,
    announce: Announce = print,
    pacing: Clock | None = None,
) -> App:
    """One wired bot. What is not given is the real thing: aiohttp to Telegram, the system's clock.

    `pacing` is the clock that notices are spaced by, where the bot's own can be stopped.
    """
    proxy = config.telegram.proxy_url or None
    return App(
        config,
        request or AiohttpRequest(proxy),
        polling_request or AiohttpRequest(proxy),
        clock or SystemClock(),
        announce,
        pacing,
    )
