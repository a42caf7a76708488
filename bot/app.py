"""Where everything meets: one wired bot out of settings, a way to Telegram, and a clock. No module-level instances.

This is the door: database, gateway, polling, intake. What is behind it (`bot.rooms`) is loaded while the first poll
waits, and nothing that comes in meanwhile is taken before what an earlier stop left over.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import TYPE_CHECKING

from telegram.request import BaseRequest

from bot.clock import Clock, SystemClock
from bot.config import Config
from bot.gateway import Api
from bot.lanes import Gateway
from bot.lease import LEASE_SECONDS, Lease
from bot.lock import lock_for
from bot.outgoing import Failure, Me
from bot.polling import KINDS, Polling
from bot.reception import Reception
from bot.transport import AiohttpRequest
from storage.database import Database, Unavailable
from storage.migrate import upgrade
from templates.address import ADDRESS

if TYPE_CHECKING:
    from bot.rooms import Rooms
    from bot.webhook import Webhook

log = logging.getLogger(__name__)

STOP_SECONDS = 10.0
FIRST_CALL_PAUSE = 2.0  # seconds between tries, of Telegram and of the database
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
        limits = config.limits
        self._reception = Reception(
            self.database, clock, self._furnish, parallel=limits.parallel_chats, room=limits.waiting_updates
        )
        self.intake = self._reception.intake
        self._polling_api = Api(polling_request, config.token, root)
        self.polling = self._new_polling()
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
            rooms, name = await asyncio.to_thread(self._load), await self._meet()
            await self._once_possible(lambda: rooms.open(name, self._announce))
            self.rooms = rooms
            self._tasks.append(asyncio.create_task(self.rooms.sender.run()))
            self._watching = asyncio.create_task(self.rooms.watch.run())
            self.rooms.ticks.also(self._reception.say_later)
            await self.rooms.ticks.start()
        return self.rooms

    async def _once_possible(self, step: Callable[[], Awaitable[None]]) -> None:
        """Do what needs the database, which was there when we came: where it is gone again it is waited for."""
        waiting = False
        while True:
            try:
                return await step()
            except Unavailable as error:
                if not waiting:
                    log.error("the start waits for the database", extra={"error": str(error)})
                waiting = True
                await self.clock.sleep(FIRST_CALL_PAUSE)

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

    async def _listen(self) -> None:
        telegram = self.config.telegram
        if self._lease is not None:
            await self._furnish()
            self._tasks.append(asyncio.create_task(self._lease.run(self._begin_polling, self._end_polling)))
            return
        if telegram.mode == "polling":
            await self._once_possible(self._begin_polling)
            return
        await self._furnish()
        # Where others listen too, only what is old is nobody's any more.
        before = None if self.database.is_sqlite else self.clock.now() - ABANDONED
        await self._once_possible(lambda: self._reception.take_up(before))
        from bot.webhook import Webhook  # a web server, where most offices poll

        self._webhook = Webhook(
            self._reception.keep,
            self.intake,
            url=telegram.webhook_url,
            secret=self.config.webhook_secret,
            listen=telegram.webhook_listen,
        )
        await self._webhook.start()
        await self.gateway.set_webhook(telegram.webhook_url, self.config.webhook_secret, KINDS)

    def _new_polling(self) -> Polling:
        seconds = self.config.telegram.poll_timeout
        return Polling(self._polling_api, self._reception.keep, self.intake, self.clock, timeout=seconds)

    async def _begin_polling(self) -> None:
        """First what was stored and not handled, by whomever, then what is new."""
        self._reception.close()
        self.polling = self._new_polling()
        self._poll = asyncio.create_task(self.polling.run())
        await self._furnish()
        try:
            await self._reception.take_up()
        except Unavailable:
            await self._end_polling()
            raise

    async def _end_polling(self) -> None:
        self.polling.stop()
        self._reception.give_up()
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

    async def answered(self) -> None:
        """Wait until no update that has come in is unhandled."""
        await self.intake.idle()

    async def idle(self) -> None:
        """Wait until no update is unhandled and nothing that is due waits in the outbox."""
        await self.answered()
        rooms = await self._furnish()
        await rooms.ticks.tick()
        await rooms.sender.idle()


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
