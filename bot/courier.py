"""One row of the outbox on its way: its moment, its words, one attempt, and what that means for the others."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any, Protocol

from sqlalchemy import Row
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.clock import Clock
from bot.outcomes import back, result_of, unsayable
from bot.outgoing import NotSent, Outcome, Outgoing, Paused, Rows, Sent, Uncertain
from bot.pacing import Missed, Others, Spacing, Trouble, Turns
from bot.wording import Copy, Said, Wording
from services.desk import Desk
from storage import deliveries
from storage.database import Unavailable
from storage.deliveries import Claimed, Terms
from storage.results import Result

log = logging.getLogger(__name__)

_ONE_SEND = 4 / 9  # of a lease, 40 of 90 seconds: longer than any one send may take; with less left it is not used
_LATE = 0.5  # of the slack of a second: the rest is for the way to Telegram
_SHORT_WAIT = 2.0  # seconds: a chat that is free this soon is waited for, a later one is given back


class Door(Protocol):
    """The way to Telegram, one attempt a call; the gateway, or a test's double."""

    def silence(self, chat: int | None = None) -> float:
        """Seconds for which Telegram wants nothing sent, at all or to this chat."""
        ...

    async def send(self, chat: int, out: Outgoing) -> Outcome:
        """Say it once."""
        ...

    async def reply(self, chat: int, out: Outgoing) -> Outcome:
        """Say it in the chat's turn, and again after a silence or a break that a person would wait for."""
        ...

    async def copy(self, chat: int, from_chat: int, messages: Sequence[int], rows: Rows = ()) -> Outcome:
        """Repeat messages of another chat once."""
        ...

    async def replace(self, chat: int, message: int, out: Outgoing) -> Outcome:
        """Put this in place of a message once."""
        ...

    async def delete(self, chat: int, messages: Sequence[int]) -> Outcome:
        """Take messages away."""
        ...


class Courier:
    """Carries rows to Telegram. `trouble`, `spacing` and `others` are what it has learned about the way."""

    def __init__(self, desk: Desk, door: Door, clock: Clock, terms: Terms) -> None:
        self._database, self._door, self._clock, self._terms = desk.database, door, clock, terms
        self._now = desk.now
        self._wording = Wording(desk.settings.language, desk.files)
        self._turns = Turns()
        self._missed = Missed(terms.slack * _LATE)
        self._paused_until = 0.0
        self.trouble = Trouble()
        self.spacing = Spacing()
        self.others = Others()

    def hold(self) -> float:
        """Seconds during which nothing may be sent."""
        now = self._clock.monotonic()
        return max(self._door.silence(), self.trouble.until - now, self.spacing.last - now - self._terms.window)

    async def time(self, connection: AsyncConnection, *, held: bool = False) -> float:
        """The time that all workers share; `held`, once no other holds the pace."""
        host = self._clock.now().timestamp()
        if held:
            return await deliveries.held_time(connection, self._terms.bot, host)
        return await deliveries.shared_time(connection, host)

    async def wait(self, row: Claimed, at: float, leased_until: float, may_send: Callable[[], bool]) -> Result | None:
        """Wait for the row's moment; a result where it is not sent after all."""
        if (early := at - self._clock.monotonic()) > 0:
            await self._clock.sleep(early)
        now = self._clock.monotonic()
        if self.others.are_about(now) and self._missed.gives_back(row.id, self.spacing.next(now) - at):
            return back(row)
        if (early := self.spacing.take(now)) > 0:
            await self._clock.sleep(early)
        now = self._clock.monotonic()
        wait = max(self._turns.wait(row.chat, now), at + row.hold - now if row.hold else 0.0)
        if wait > _SHORT_WAIT:
            return back(row, self._now() + timedelta(seconds=wait))
        self._turns.take(row.chat, now + wait)  # before it is waited for: the chat's next message comes after this one
        if wait > 0:
            await self._clock.sleep(wait)
        late = self._clock.monotonic() > leased_until - self._terms.lease * _ONE_SEND
        if late or not may_send():
            return back(row)
        return None

    async def send(self, row: Claimed, notice: Row[Any]) -> Result:
        """One attempt, and what it means for the row."""
        if notice.way != "say":
            return await self._again(row, notice)
        try:
            said = self._wording.of(notice, row)
        except Exception:
            log.exception("a notice cannot be put into words", extra={"notice": notice.id, "view": notice.view})
            return unsayable(row)
        try:
            outcome = await self._say(row.chat, said)
        except Exception:
            log.exception("sending failed", extra={"delivery": row.id})
            outcome = Uncertain("bug")
        if isinstance(outcome, Sent):
            self._wording.uploaded(notice.id, outcome.file_ids)
        await self._learn(row.chat, outcome)
        if isinstance(outcome, Paused) and self._door.silence() > 0:
            return back(row)
        return result_of(row, notice, outcome, self._now())

    async def _again(self, row: Claimed, notice: Row[Any]) -> Result:
        """Replace or take away what was said; to do that twice is the same as once."""
        messages = (row.data or {}).get("messages", [])
        try:
            if notice.way == "delete":
                outcome = await self._door.delete(row.chat, messages)
            else:
                own = {name: value for name, value in (row.data or {}).items() if name != "messages"}
                said = self._wording.of(notice, replace(row, data=own))
                if isinstance(said, Copy) or len(said) != 1:
                    return unsayable(row)
                outcome = await self._door.replace(row.chat, messages[0], replace(said[0], files=()))
        except Exception:
            log.exception("changing a message failed", extra={"delivery": row.id})
            return unsayable(row)
        await self._learn(row.chat, outcome)
        if isinstance(outcome, Paused) and self._door.silence() > 0:
            return back(row)
        return result_of(row, notice, outcome, self._now())

    async def _say(self, chat: int, said: Said) -> Outcome:
        if isinstance(said, Copy):
            return await self._door.copy(chat, said.chat, said.messages, said.rows)
        arrived: list[int] = []
        files: tuple[str, ...] = ()
        for piece in said:  # once one has arrived the others are waited for: half a notice helps nobody
            outcome = await (self._door.reply if arrived else self._door.send)(chat, piece)
            if not isinstance(outcome, Sent):
                return Uncertain("partly sent", tuple(arrived)) if arrived else outcome
            arrived += outcome.message_ids
            files += outcome.file_ids
        return Sent(tuple(arrived), files)

    async def _learn(self, chat: int, outcome: Outcome) -> None:
        """Keep away from Telegram when it cannot be reached or asks for silence."""
        now = self._clock.monotonic()
        if isinstance(outcome, NotSent | Uncertain):
            self.trouble.failed(now)
        elif not isinstance(outcome, Paused):
            self.trouble.over()
        elif self._door.silence() > 0 and now >= self._paused_until:
            self._paused_until = now + outcome.seconds
            try:
                async with self._database.begin(patient=True) as connection:
                    at = await self.time(connection)
                    await deliveries.pause(connection, self._terms, at, outcome.seconds)
            except Unavailable as error:
                log.warning("the pause could not be shared", extra={"error": str(error)})
