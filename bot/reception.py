"""Updates on their way in: stored before they are confirmed, handled, answered now or later, taken up by a restart."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.clock import Clock
from bot.intake import Begun, Handled, Intake, RawUpdate, chat_of
from bot.later import Later
from domain.ids import AccountId
from handlers.notsaid import NotSaid
from storage import inbox
from storage.database import Database, Unavailable

if TYPE_CHECKING:
    from bot.rooms import Rooms

Furnish = Callable[[], Awaitable["Rooms"]]


class Reception:
    """Between polling and the rooms. Nothing new is taken before what a life before this one left over."""

    def __init__(self, database: Database, clock: Clock, furnish: Furnish, *, parallel: int, room: int) -> None:
        self._database, self._clock, self._furnish = database, clock, furnish
        self._unsaid: dict[int, Any] = {}  # replies that are not out yet, by the number of their update
        self._left: set[int] = set()  # updates that a life before this one may have answered already
        self._later = Later(clock)
        self._busy: set[int | None] = set()  # chats that were told so while updates cannot be stored
        self._open = asyncio.Event()
        self._given_up = False
        self.intake = Intake(self._handle, self._done, clock, failed=self._failed, parallel=parallel, room=room)

    def close(self) -> None:
        """Take nothing new until what is left over has been taken up."""
        self._given_up = False
        self._open.clear()

    def give_up(self) -> None:
        """Nothing will be taken up: who waits to hand something in is sent away with it."""
        self._given_up = not self._open.is_set()
        self._open.set()

    async def take_up(self, before: datetime | None = None) -> None:
        """Updates that were stored (before then) and not handled, or not answered, come first."""
        async with self._database.begin() as connection:
            left = await inbox.left(connection, before)
        stored = [(json.loads(each.raw), each) for each in left]
        new = [(update, each) for update, each in stored if update and not self._later.holds(update["update_id"])]
        self._unsaid.update({update["update_id"]: each.reply for update, each in new if each.reply})
        self._left.update(update["update_id"] for update, each in new if each.begun)
        self.intake.queued.update(update["update_id"] for update, each in new if not each.begun)
        self.intake.submit(update for update, _ in new)
        self._open.set()

    async def say_later(self) -> None:
        """Take up again the updates whose answer did not get through; with every tick."""
        due, useless = self._later.due(), self._later.useless()
        if not due and not useless:
            return
        async with self._database.begin() as connection:
            kept = await inbox.replies(connection, [each["update_id"] for each in due])
            await inbox.mark_done(connection, useless, self._clock.now())
        self._unsaid.update(kept)
        for each in due:
            self._later.begin(each["update_id"])
        self.intake.submit(due)

    async def keep(self, updates: Sequence[RawUpdate]) -> set[int]:
        """Store updates; the numbers of those that are new. Raises `Unavailable`."""
        await self._open.wait()
        if self._given_up:
            raise Unavailable("what was left over could not be taken up")
        rooms = await self._furnish()
        now, queued = self._clock.now(), self.intake.queue(updates)
        rows: list[dict[str, Any]] = [
            {
                "update_id": each["update_id"],
                "chat_id": chat_of(each),
                "raw": json.dumps(each, ensure_ascii=False),
                "received_at": now,
                "queued": each["update_id"] in queued,
            }
            for each in updates
        ]
        try:
            async with self._database.begin() as connection:
                new = await inbox.keep(connection, rows)
                await rooms.expect(connection, {AccountId(row["chat_id"]) for row in rows if row["chat_id"]})
        except Unavailable:
            await self._ask_for_patience(rooms, updates)
            raise
        self._busy.clear()
        self.intake.queued |= queued & new  # what is there already has its place, or another process has it
        return new

    async def _ask_for_patience(self, rooms: "Rooms", updates: Sequence[RawUpdate]) -> None:
        """Updates that cannot be stored are not lost, but who sent them should not wait in silence."""
        for each in updates:
            if (chat := chat_of(each)) not in self._busy:
                self._busy.add(chat)
                with suppress(NotSaid):
                    await rooms.routes.busy(each)

    async def _handle(self, update: RawUpdate) -> None:
        rooms = await self._furnish()
        number = update["update_id"]
        unsaid, perhaps = self._unsaid.pop(number, None), self._later.begin(number)
        left = number in self._left
        self._left.discard(number)
        try:
            await rooms.handle(update, unsaid, again=left if perhaps is None else perhaps)
        except NotSaid as missing:
            self._later.put(update, missing)
        except BaseException:
            self._later.end(number)
            raise
        else:
            self._later.end(number)

    async def _failed(self, update: RawUpdate, incident: str) -> None:
        rooms = await self._furnish()
        await rooms.routes.failed(update, incident)

    async def _done(self, news: Sequence[Handled | Begun]) -> None:
        rooms, now = await self._furnish(), self._clock.now()
        done = [each for each in news if isinstance(each, Handled) and not self._later.holds(each.update_id)]
        begun = [each.update_id for each in news if isinstance(each, Begun)]
        async with self._database.begin(patient=not begun) as connection:
            await inbox.begin(connection, begun)
            await inbox.mark_done(connection, [each.update_id for each in done if each.incident is None], now)
            for each in done:
                if each.incident is not None:
                    await inbox.mark_done(connection, [each.update_id], now, each.incident)
            await rooms.keep_answered(connection)
