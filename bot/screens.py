"""What renews itself with each minute: digits as a picture, a board as text, in place of what was there."""

import asyncio
from dataclasses import replace
from typing import Protocol

from bot.outgoing import Outcome, Outgoing, Refused
from bot.wording import rows_of
from documents.charts import digits_png
from domain.views import Attachment, keyboard_of
from services import screens
from services.desk import SYSTEM, Desk
from services.screens import ScreenNow
from services.views.boards import ArrivalBoard
from templates import render


class Projector(Protocol):
    """The way to replace what we said; the gateway, or a test's double."""

    async def replace(self, chat: int, message: int, out: Outgoing) -> Outcome:
        """Put this in place of a message, once."""
        ...

    async def replace_picture(self, chat: int, message: int, out: Outgoing) -> Outcome:
        """Put this picture, with its words and buttons, in place of the one of a message, once."""
        ...


class Screens:
    """For `Ticks.also`. What does not get through is made good in the next minute; a message that is gone is let go."""

    def __init__(self, desk: Desk, projector: Projector) -> None:
        self._desk, self._projector = desk, projector

    async def renew(self) -> None:
        """Renew what shows an earlier minute: each is looked at in its turn, for a press may have changed it."""
        for screen in await self._desk.see(SYSTEM, screens.due):
            now = await self._desk.do(SYSTEM, screens.renewed, screen)
            if now is not None:
                await self._show(now)

    async def _show(self, now: ScreenNow) -> None:
        out = Outgoing(text=render.text(now.it, now.language), rows=rows_of(keyboard_of(now.it), now.language))
        if isinstance(now.it, ArrivalBoard):
            outcome = await self._projector.replace(now.account, now.message, out)
        else:
            picture = Attachment(
                "ma-diem-danh.png", await asyncio.to_thread(digits_png, now.digits or "----"), photo=True
            )
            out = replace(out, files=(picture,))
            outcome = await self._projector.replace_picture(now.account, now.message, out)
        if isinstance(outcome, Refused):
            await self._desk.do(SYSTEM, screens.drop, now.account, now.message)
