"""What the desk does with every tick besides reminding: recall deadlines, follow broadcasts in their one message."""

import logging
from typing import Protocol

from bot.outgoing import Outcome, Outgoing
from bot.wording import rows_of
from domain.views import keyboard_of
from services import following, launching, receipts, scheduling, taskediting, tasking, taskreviews
from services.desk import SYSTEM, Desk
from services.following import Progress
from services.views.broadcasts import BroadcastReport
from templates import render

log = logging.getLogger(__name__)


class Editor(Protocol):
    """The way to replace a message; the gateway, or a test's double."""

    async def edit(self, chat: int, message: int, out: Outgoing) -> Outcome:
        """Replace a message of ours."""
        ...


class Chores:
    """For `Ticks.also`. What a progress message shows already is not edited again."""

    def __init__(self, desk: Desk, editor: Editor) -> None:
        self._desk = desk
        self._editor = editor
        self._shown: dict[tuple[int, int], str] = {}

    async def chase(self) -> None:
        """Climb the rungs of the ladder that are due."""
        count = await self._desk.do(SYSTEM, tasking.tick)
        if count:
            log.info("deadlines recalled", extra={"count": count})

    async def repeat_tasks(self) -> None:
        """Recurring tasks that are done come round again."""
        await self._desk.do(SYSTEM, taskediting.repeat_recurring)

    async def say_how_tasks_stand(self) -> None:
        """The organizers' screen on a working morning."""
        await self._desk.do(SYSTEM, taskreviews.tick)

    async def send_broadcasts(self) -> None:
        """Send what was put off until now, to those who have joined since too; ask who is silent about a change."""
        for service in (scheduling.tick, launching.late_joiners, receipts.tick):
            if count := await self._desk.do(SYSTEM, service):
                log.info("outbox filled", extra={"by": service.__module__, "count": count})

    async def follow_broadcasts(self) -> None:
        """Edit the progress message of each running broadcast; an edit that fails is made good by the next."""
        for each in await self._desk.do(SYSTEM, following.progress):
            await self._show(each)

    async def _show(self, each: Progress) -> None:
        text = render.text(each.it, each.language)
        place = (each.chat, each.message)
        if self._shown.get(place) == text:
            return
        await self._editor.edit(
            each.chat, each.message, Outgoing(text=text, rows=rows_of(keyboard_of(each.it), each.language))
        )
        self._shown[place] = text
        if isinstance(each.it, BroadcastReport):
            del self._shown[place]
