"""What the desk does with every tick besides reminding: recall deadlines, follow broadcasts in their one message."""

import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bot.outgoing import Outcome, Outgoing
from bot.wording import rows_of
from domain.views import keyboard_of
from services import feedback, following, receipts, taskdates, tasking, taskreviews
from services.desk import SYSTEM, Desk, Work
from services.following import Progress
from services.views.broadcast_outcomes import BroadcastReport
from storage.database import Unavailable
from templates import render

log = logging.getLogger(__name__)

EDIT_EVERY = timedelta(seconds=3)  # a progress message; Telegram bears no more of one


class Editor(Protocol):
    """The way to replace a message; the gateway, or a test's double."""

    async def edit(self, chat: int, message: int, out: Outgoing) -> Outcome:
        """Replace a message of ours."""
        ...


DUE: tuple[Callable[[Work], Awaitable[int]], ...] = (
    tasking.tick,
    taskdates.repeat_recurring,
    taskreviews.tick,
    receipts.tick,
    feedback.tick,
)
"""Each fills the outbox with what is due of its kind and says how much that was: deadlines recalled by the ladder,
recurring tasks that come round again, the organizers' screen of the morning, people who are silent about a change,
feedback on what is over. What concerns broadcasts comes after them (`following.tick`)."""


class Chores:
    """For `Ticks.also`. What a progress message shows already is not edited again, nor one that was edited just now."""

    def __init__(self, desk: Desk, editor: Editor) -> None:
        self._desk = desk
        self._editor = editor
        self._shown: dict[tuple[int, int], tuple[str, datetime]] = {}

    async def do_what_is_due(self) -> None:
        """All in one transaction, because mostly nothing is due; where one of them fails, each in one of its own.

        Then the progress message of each running broadcast is edited; an edit that fails is made good by the next.
        """
        try:
            found = await self._desk.do(SYSTEM, _all_of)
        except Unavailable:
            raise
        except Exception as error:
            log.warning("the chores are done one by one", extra={"error": type(error).__name__})
            await self._one_by_one()
            return
        await self._show_all(found)

    async def _one_by_one(self) -> None:
        failed: list[Exception] = []
        for service in DUE:
            try:
                await self._desk.do(SYSTEM, _fill, service)
            except Exception as error:
                failed.append(error)
        try:
            await self._show_all(await self._desk.do(SYSTEM, following.tick))
        except Exception as error:
            failed.append(error)
        if failed:
            raise failed[0]

    async def _show_all(self, found: Sequence[Progress]) -> None:
        for each in found:
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


async def _all_of(work: Work) -> Sequence[Progress]:
    for service in DUE:
        await _fill(work, service)
    return await following.tick(work)


async def _fill(work: Work, service: Callable[[Work], Awaitable[int]]) -> None:
    if count := await service(work):
        log.info("outbox filled", extra={"by": service.__module__, "count": count})
