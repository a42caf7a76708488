"""When the database cannot be used, the organizers hear of it once: by memory of who they are, on the lane for replies.

What waits in the outbox cannot be read then, so this alarm is the one notice that is no row.
"""

import asyncio
import logging
from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from bot.clock import Clock
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
QUIET_SECONDS = 3600.0  # between alarms
REMEMBER_SECONDS = 60.0


class Speaker(Protocol):
    """The way to people; the gateway, or a test's double."""

    async def reply(self, chat: int, out: Outgoing) -> Outcome:
        """Say it to somebody."""
        ...


class Watch:
    """Hears of trouble from the database, and looks after it until it is over. `speaks` is false in all but one of
    several processes."""

    def __init__(self, desk: Desk, speaker: Speaker, clock: Clock, speaks: Callable[[], bool] = lambda: True) -> None:
        self._desk, self._speaker, self._clock, self._speaks = desk, speaker, clock, speaks
        self._in_charge: dict[AccountId, str] = {}
        self._remembered = float("-inf")
        self._trouble = asyncio.Event()
        self._since: datetime | None = None
        self._mine = False
        self._over = float("-inf")
        self._alarmed = float("-inf")
        desk.database.on_trouble = self._heard

    def _heard(self) -> None:
        if self._since is None:
            self._since = self._desk.now()
            self._mine = self._speaks()
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
        left: dict[AccountId, str] = {}
        if self._mine and (soon or not back) and self._clock.monotonic() - self._alarmed >= QUIET_SECONDS:
            self._alarmed = self._clock.monotonic()
            log.error("the database cannot be used; the organizers are told", extra={"people": len(self._in_charge)})
            left = await self._tell(self._in_charge)
        while left or not back:
            await self._clock.sleep(PROBE_SECONDS)
            left = await self._tell(left)
            back = back or await self._is_back(since)
        self._over = self._clock.monotonic()

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
        return left
