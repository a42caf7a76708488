"""Where everything meets: one wired bot out of settings, a way to Telegram, and a clock. No module-level instances."""

import asyncio
import json
import logging
from collections.abc import Callable, Sequence
from typing import Any

from telegram.request import BaseRequest

from bot.channel import GatewayChannel
from bot.clock import Clock, SystemClock
from bot.config import Config
from bot.gateway import Api, Gateway
from bot.intake import Handled, Intake, RawUpdate, chat_of
from bot.lock import lock_for
from bot.outgoing import Failure, Me
from bot.polling import KINDS, Polling
from bot.sender import Sender
from bot.ticks import Ticks
from bot.transport import AiohttpRequest
from bot.webhook import Webhook
from handlers.routes import Routes
from services import inviting
from services.desk import SYSTEM, Desk
from storage import inbox
from storage.database import Database
from storage.files import FileStore
from storage.migrate import upgrade

log = logging.getLogger(__name__)

STOP_SECONDS = 10.0
FIRST_CALL_PAUSE = 2.0
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
    ) -> None:
        self.config = config
        self.clock = clock
        self._announce = announce
        self._requests = (request, polling_request)
        self.database = Database(config.database.url)
        self._lock = lock_for(self.database)
        self.desk = Desk(
            database=self.database,
            files=FileStore(config.database.files),
            now=clock.now,
            settings=config.settings(),
        )
        root = config.telegram.base_url
        self.gateway = Gateway(Api(request, config.token, root), clock, pace=config.pace())
        self.sender = Sender(self.desk, self.gateway, clock)
        self.routes = Routes(self.desk, GatewayChannel(self.gateway, replied=self.sender.make_room))
        self.intake = Intake(
            self.routes.handle,
            self._done,
            clock,
            failed=self.routes.failed,
            parallel=config.limits.parallel_chats,
            room=config.limits.waiting_updates,
        )
        self._polling_api = Api(polling_request, config.token, root)
        self.polling = Polling(self._polling_api, self._keep, self.intake, clock, timeout=config.telegram.poll_timeout)
        self.ticks = Ticks(self.desk, every=config.reminders.tick_seconds)
        self.desk.wake_sender = self.sender.wake
        self._webhook: Webhook | None = None
        self._tasks: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Lock, migrate, take up what a stop left over, then listen. Raises `AlreadyRunning`."""
        if self._lock is not None:
            self._lock.take()
        try:
            await self._start()
        except BaseException:
            await self._close()
            raise
        log.info("bot is running", extra={"mode": self.config.telegram.mode})

    async def _start(self) -> None:
        await upgrade(self.database)
        for request in self._requests:
            await request.initialize()
        await self._meet()
        await self._replay()
        await self._listen()
        self._tasks.append(asyncio.create_task(self.sender.run()))
        await self.ticks.start()

    async def _meet(self) -> None:
        """Learn the bot's own name (links carry it); wait for Telegram as long as it takes."""
        me: Me | Failure = await self.gateway.me()
        failing = False
        while not isinstance(me, Me):
            if not failing:
                log.warning("Telegram does not answer yet", extra={"reason": str(me)})
                failing = True
            await self.clock.sleep(FIRST_CALL_PAUSE)
            me = await self.gateway.me()
        self.desk.bot_name = me.username
        link = await self.desk.do(SYSTEM, inviting.owner_link)
        if link is not None:
            self._announce(link)

    async def _replay(self) -> None:
        """Updates that were stored and not handled come first."""
        async with self.database.begin() as connection:
            left = await inbox.unhandled(connection)
        self.intake.submit(json.loads(raw) for raw in left)

    async def _listen(self) -> None:
        telegram = self.config.telegram
        if telegram.mode == "polling":
            self._tasks.append(asyncio.create_task(self.polling.run()))
            return
        self._webhook = Webhook(
            self._keep,
            self.intake,
            url=telegram.webhook_url,
            secret=self.config.webhook_secret,
            listen=telegram.webhook_listen,
        )
        await self._webhook.start()
        await self.gateway.set_webhook(telegram.webhook_url, self.config.webhook_secret, KINDS)

    async def stop(self) -> None:
        """Take nothing new, give what is in flight ten seconds, record it, close. Nothing is cancelled."""
        self.polling.stop()
        if self._webhook is not None:
            await self._webhook.stop()
        await self.ticks.stop()
        await self.intake.drain(STOP_SECONDS)
        await self.sender.stop(STOP_SECONDS)
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._close()
        log.info("bot has stopped")

    async def _close(self) -> None:
        for request in self._requests:
            await request.shutdown()
        await self.database.close()
        if self._lock is not None:
            self._lock.release()

    async def idle(self) -> None:
        """Wait until no update is unhandled and nothing that is due waits in the outbox."""
        await self.intake.idle()
        await self.ticks.tick()
        await self.sender.idle()

    async def _keep(self, updates: Sequence[RawUpdate]) -> set[int]:
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
        async with self.database.begin() as connection:
            return await inbox.keep(connection, rows)

    async def _done(self, handled: Sequence[Handled]) -> None:
        now = self.clock.now()
        async with self.database.begin() as connection:
            await inbox.mark_done(connection, [each.update_id for each in handled if each.incident is None], now)
            for each in handled:
                if each.incident is not None:
                    await inbox.mark_done(connection, [each.update_id], now, each.incident)


def build(
    config: Config,
    *,
    request: BaseRequest | None = None,
    polling_request: BaseRequest | None = None,
    clock: Clock | None = None,
    announce: Announce = print,
) -> App:
    """One wired bot. What is not given is the real thing: aiohttp to Telegram, the system's clock."""
    proxy = config.telegram.proxy_url or None
    return App(
        config,
        request or AiohttpRequest(proxy),
        polling_request or AiohttpRequest(proxy),
        clock or SystemClock(),
        announce,
    )
