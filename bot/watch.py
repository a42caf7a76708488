"""When the database cannot be used, the organizers hear of it once: by memory of who they are, on the lane for replies.

What waits in the outbox cannot be read then, so this alarm is the one notice that is no row.
"""

import asyncio
import logging
from datetime import datetime, timedelta
from typing import Protocol

from bot.clock import Clock
from bot.lock import Bell
from bot.outgoing import NotSent, Outcome, Outgoing, Paused
from domain.ids import AccountId
from services import alarms
from services.desk import SYSTEM, Desk
from services.views.alarms import DatabaseAlarm
from storage.database import Unavailable
from templates import render

log = logging.getLogger(__name__)

PATIENCE_SECONDS = 3.0  # a connection that was ended and is there again is no alarm
PROBE_SECONDS = 5.0
AGAIN_SECONDS = 60.0  # trouble that comes back so soon is no passing one
QUIET = timedelta(hours=1)  # between alarms
REMEMBER_SECONDS = 60.0


class Speaker(Protocol):
    """The way to people; the gateway, or a test's double."""

    async def reply(self, chat: int, out: Outgoing) -> Outcome:
        """Say it to somebody."""
        ...


class Watch:
    """Hears of trouble from the database, and looks after it until it is over. Of several processes one rings the
    bell; if it dies before everybody has heard it, the next one does."""

    def __init__(self, desk: Desk, speaker: Speaker, clock: Clock, bell: Bell) -> None:
        self._desk, self._speaker, self._clock, self._bell = desk, speaker, clock, bell
        self._in_charge: dict[AccountId, str] = {}
        self._remembered = float("-inf")
        self._trouble = asyncio.Event()
        self._since: datetime | None = None
        self._over = float("-inf")
        self._alarmed = float("-inf")
        desk.database.on_trouble = self._heard

    def _heard(self) -> None:
        if self._since is None:
            self._since = self._desk.now()
            self._trouble.set()

    async def remember(self) -> None:
        """Know who runs the conferences while that can be asked; for `Ticks.also`."""
        if self._clock.monotonic() - self._remembered >= REMEMBER_SECONDS:
            self._in_charge = dict(await self._desk.see(SYSTEM, alarms.in_charge))
            self._remembered = self._clock.monotonic()

    async def run(self) -> None:
        """Watch until cancelled."""
        while True:
            await self._trouble.wait()
            self._trouble.clear()
            await self._look_after()

    async def _look_after(self) -> None:
        since, soon = self._since, self._clock.monotonic() - self._over < AGAIN_SECONDS
        assert since is not None
        await self._clock.sleep(PATIENCE_SECONDS)
        back = await self._is_back(since)
        left: dict[AccountId, str] | None = None if soon or not back else {}
        while True:
            if left is None:
                left = await self._ring()
            elif left:
                left = await self._tell(left)
            if back and not left:
                break
            await self._clock.sleep(PROBE_SECONDS)
            back = back or await self._is_back(since)
        self._over = self._clock.monotonic()

    async def _ring(self) -> dict[AccountId, str] | None:
        """Tell those in charge; who has not got it. None while that is another process's, which may die over it."""
        if self._clock.monotonic() - self._alarmed < QUIET.total_seconds():
            return {}
        mine = self._bell.take(self._desk.now()) if self._in_charge else False
        if mine is False:
            return None
        self._alarmed = self._clock.monotonic()
        if mine is None:
            return {}
        log.error("the database cannot be used; the organizers are told", extra={"people": len(self._in_charge)})
        return await self._tell(self._in_charge)

    async def _is_back(self, since: datetime) -> bool:
        """Whether a row can be written again: the one that says how long none could be."""
        try:
            await self._desk.do(SYSTEM, alarms.database_is_back, since)
        except Unavailable:
            return False
        self._since = None
        log.warning("the database can be used again")
        return True

    async def _tell(self, people: dict[AccountId, str]) -> dict[AccountId, str]:
        """Tell them; who surely has not got it."""
        left = {}
        for chat, language in people.items():
            outcome = await self._speaker.reply(chat, Outgoing(text=render.text(DatabaseAlarm(), language)))
            if isinstance(outcome, NotSent | Paused):
                left[chat] = language
        if not left:
            self._bell.rung(self._desk.now())
        return left
