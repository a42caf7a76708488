"""Everything behind the door: the desk, the routes to its services, the sender, the ticks.

Loading all of it takes most of a start, so the door (`bot.app`) is open while it is done.
"""

import logging
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.channel import GatewayChannel
from bot.chores import Chores
from bot.clock import Clock
from bot.config import Config
from bot.intake import RawUpdate
from bot.lanes import Gateway
from bot.lock import Bell
from bot.screens import Screens
from bot.sender import Sender
from bot.ticks import Ticks
from bot.watch import QUIET, Watch
from domain.ids import AccountId
from handlers.routes import Routes
from services import inviting, meeting
from services.desk import SYSTEM, Desk, HandledElsewhere
from services.unsaid import replies_of
from storage.database import Database
from storage.files import FileStore

log = logging.getLogger(__name__)


class Rooms:
    """One desk and all that works at it, wired."""

    def __init__(
        self,
        config: Config,
        database: Database,
        gateway: Gateway,
        clock: Clock,
        pacing: Clock | None = None,
    ) -> None:
        self.desk = Desk(
            database=database, files=FileStore(config.database.files), now=clock.now, settings=config.settings()
        )
        self.sender = Sender(self.desk, gateway, clock, pacing=pacing, lease=config.sending.lease_seconds)
        self.desk.wake_sender = self.sender.wake
        self.routes = Routes(self.desk, GatewayChannel(gateway, replied=self.sender.make_room))
        self.ticks = Ticks(self.desk, every=config.reminders.tick_seconds)
        self.watch = Watch(self.desk, gateway, clock, Bell(config.database.files, QUIET))
        self.ticks.also(self.watch.remember)
        self.ticks.also(Chores(self.desk, gateway).do_what_is_due)
        self.ticks.also(Screens(self.desk, gateway).renew)

    async def open(self, bot_name: str, announce: Callable[[str], None]) -> None:
        """Take the bot's name (links carry it); announce the owner's link while nobody owns the desk."""
        self.desk.bot_name = bot_name
        link = await self.desk.do(SYSTEM, inviting.owner_link)
        if link is not None:
            announce(link)

    async def expect(self, connection: AsyncConnection, people: Iterable[AccountId]) -> None:
        """A batch of updates of these people is about to be handled."""
        await meeting.expect(self.desk, connection, people)

    async def keep_answered(self, connection: AsyncConnection) -> None:
        """A batch of updates has been handled: what was answered and shown is stored with that."""
        await self.desk.talks.store(connection)

    async def handle(self, update: RawUpdate, unsaid: Any = None, *, again: bool = False) -> None:
        """Do what an update asks for; or only say what is still unsaid about it. `again` marks what may come twice."""
        if unsaid is not None:
            await self.routes.say_again(update, replies_of(unsaid), again)
            return
        try:
            await self.routes.handle(update, again)
        except HandledElsewhere:
            log.info("another process has handled an update", extra={"update": update["update_id"]})
