"""Updates are stored before they are confirmed, and what waits for its turn is known as such."""

from typing import Any

import pytest
from sqlalchemy import text

from bot.clock import SystemClock
from bot.reception import Reception
from storage.database import Database, Unavailable


class Rooms:
    """As much of what is behind the door as a batch of updates meets before it is handled."""

    def __init__(self) -> None:
        self.routes = self
        self.asked_for_patience: list[int] = []

    async def expect(self, _connection: object, _people: object) -> None:
        """Nobody is known."""

    async def busy(self, update: dict[str, Any]) -> None:
        self.asked_for_patience.append(update["update_id"])


def message(number: int) -> dict[str, Any]:
    return {"update_id": number, "message": {"chat": {"id": 10, "type": "private"}, "text": "mấy giờ?"}}


async def test_what_comes_twice_or_cannot_be_stored_is_not_remembered_as_waiting(sqlite: Database) -> None:
    rooms: Any = Rooms()

    async def furnish() -> Any:
        return rooms

    reception = Reception(sqlite, SystemClock(), furnish, parallel=1, room=10)
    await reception.take_up()
    both = [message(1), message(2)]
    async with sqlite.begin() as connection:
        await connection.execute(text("pragma query_only = on"))
    with pytest.raises(Unavailable):
        await reception.keep(both)
    assert (rooms.asked_for_patience, reception.intake.queued) == ([1], set())
    await sqlite.close()  # the pragma is the connection's
    assert (await reception.keep(both), reception.intake.queued) == ({1, 2}, {2})
    reception.intake.queued.clear()  # it has begun
    assert (await reception.keep(both), reception.intake.queued) == (set(), set())
