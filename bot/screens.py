"""Pictures with the digits of the minute, put in place of the last minute's in their one message."""

import asyncio
from typing import Protocol

from bot.outgoing import Outcome, Outgoing, Refused
from bot.wording import rows_of
from documents.charts import digits_png
from domain.views import Attachment, keyboard_of
from services import screens
from services.desk import SYSTEM, Desk
from services.screens import ScreenNow
from templates import render


class Projector(Protocol):
    """The way to replace a picture of ours; the gateway, or a test's double."""

    async def replace_picture(self, chat: int, message: int, out: Outgoing) -> Outcome:
        """Put this picture, with its words and buttons, in place of the one of a message, once."""
        ...


class Screens:
    """For `Ticks.also`. What does not get through is made good in the next minute; a message that is gone is let go."""

    def __init__(self, desk: Desk, projector: Projector) -> None:
        self._desk, self._projector = desk, projector

    async def renew(self) -> None:
        """Renew what shows the digits of an earlier minute."""
        if not await self._desk.see(SYSTEM, screens.any_due):
            return
        for each in await self._desk.do(SYSTEM, screens.tick):
            await self._show(each)

    async def _show(self, now: ScreenNow) -> None:
        picture = await asyncio.to_thread(digits_png, now.digits or "----")
        out = Outgoing(
            text=render.text(now.it, now.language),
            rows=rows_of(keyboard_of(now.it), now.language),
            files=(Attachment("ma-diem-danh.png", picture, photo=True),),
        )
        outcome = await self._projector.replace_picture(now.account, now.message, out)
        if isinstance(outcome, Refused):
            await self._desk.do(SYSTEM, screens.drop, now.account, now.message)
