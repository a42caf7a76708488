"""What the desk does with every tick: remind, recall deadlines, follow broadcasts in their one message."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

from bot.outgoing import Outcome, Outgoing
from bot.wording import rows_of
from domain.views import keyboard_of
from services import agendas, feedback, following, receipts, reminding, taskdates, tasking, taskreviews
from services.desk import SYSTEM, Desk, Work
from services.following import Progress
from services.views.broadcast_outcomes import BroadcastReport
from storage.database import Unavailable
from storage.stirring import Stir
from templates import render

log = logging.getLogger(__name__)

LEISURE = {Stir.TASKS: timedelta(minutes=1), Stir.FEEDBACK: timedelta(minutes=1)}
"""Between looks at what need not be done to the second, and for which much is read: every task that is due soon with
its history, the whole programme."""
EDIT_EVERY = timedelta(seconds=3)  # a progress message; Telegram bears no more of one


class Editor(Protocol):
    """The way to replace a message; the gateway, or a test's double."""

    async def edit(self, chat: int, message: int, out: Outgoing) -> Outcome:
        """Replace a message of ours."""
        ...


Service = Callable[[Work], Awaitable[int]]
DUE: tuple[tuple[Stir, Service], ...] = (
    (Stir.TASKS, tasking.tick),
    (Stir.RECURRING, taskdates.repeat_recurring),
    (Stir.TASKS, taskreviews.tick),
    (Stir.RECEIPTS, receipts.tick),
    (Stir.FEEDBACK, feedback.tick),
    (Stir.AGENDAS, agendas.catch_up),
)
"""Each fills the outbox with what is due of its kind and says how much that was: deadlines recalled by the ladder,
recurring tasks that come round again, the organizers' screen of the morning, people who are silent about a change,
feedback on what is over, agendas that were on their way while another
programme was published. Reminders come before them (`reminding.tick`),
broadcasts after (`following.tick`)."""


class Chores:
    """For `Ticks.also`. What a progress message shows already is not edited again, nor one that was edited just now."""

    def __init__(self, desk: Desk, editor: Editor) -> None:
        self._desk = desk
        self._editor = editor
        self._shown: dict[tuple[int, int], tuple[str, datetime]] = {}
        self._looked: dict[Stir, datetime] = {}

    async def do_what_is_due(self) -> None:
        """One question to the database says what there may be to do, because mostly there is nothing.

        One that fails keeps no other from being done; without a database the others would only stand in its way.
        """
        stirs = await self._desk.see(SYSTEM, reminding.stirs)
        failed: list[Exception] = []
        for part in (self._remind, self._fill, self._follow):
            try:
                await part(stirs)
            except Unavailable:
                raise
            except Exception as error:
                failed.append(error)
        if failed:
            raise failed[0]

    async def _remind(self, stirs: frozenset[Stir]) -> None:
        """Judge the reminders that are due."""
        if Stir.REMINDERS not in stirs:
            return
        for conference in await self._desk.see(SYSTEM, reminding.conferences_due):
            count = await self._desk.do(replace(SYSTEM, conference=conference), reminding.tick)
            log.info("reminders judged", extra={"conference": conference, "sent": count})

    async def _fill(self, stirs: frozenset[Stir]) -> None:
        """All in one transaction; where one of them fails, each in one of its own."""
        timely = {stir for stir in stirs if self._is_time(stir)}
        services = [service for stir, service in DUE if stir in timely]
        if not services:
            return
        try:
            await self._desk.do(SYSTEM, _all_of, services)
        except Unavailable:
            self._looked.clear()  # nothing was seen
            raise
        except Exception as error:
            log.warning("the chores are done one by one", extra={"error": type(error).__name__})
            await self._one_by_one(services)

    def _is_time(self, stir: Stir) -> bool:
        """Whether it was long enough ago that this was looked at."""
        if stir not in LEISURE:
            return True
        now, before = self._desk.now(), self._looked.get(stir)
        if before is not None and before <= now < before + LEISURE[stir]:
            return False
        self._looked[stir] = now
        return True

    async def _one_by_one(self, services: Sequence[Service]) -> None:
        failed: list[Exception] = []
        for service in services:
            try:
                await self._desk.do(SYSTEM, _all_of, [service])
            except Exception as error:
                failed.append(error)
        if failed:
            raise failed[0]

    async def _follow(self, stirs: frozenset[Stir]) -> None:
        """Edit the progress message of each running broadcast; an edit that fails is made good by the next."""
        if Stir.BROADCASTS in stirs:
            for each in await self._desk.do(SYSTEM, following.tick):
                await self._show(each)

    async def _show(self, each: Progress) -> None:
        text = render.text(each.it, each.language)
        place = (each.chat, each.message)
        last = isinstance(each.it, BroadcastReport)
        if (before := self._shown.get(place)) is not None:
            passed = self._desk.now() - before[1]
            if before[0] == text or (not last and timedelta(0) <= passed < EDIT_EVERY):
                return
        await self._editor.edit(
            each.chat, each.message, Outgoing(text=text, rows=rows_of(keyboard_of(each.it), each.language))
        )
        self._shown[place] = (text, self._desk.now())
        if last:
            del self._shown[place]


async def _all_of(work: Work, services: Sequence[Service]) -> None:
    for service in services:
        if count := await service(work):
            log.info("outbox filled", extra={"by": service.__module__, "count": count})
