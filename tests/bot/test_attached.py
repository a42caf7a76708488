"""A file goes out with its notice, and is uploaded to Telegram only once."""

import asyncio
from pathlib import Path

from sqlalchemy import func, select

from bot.outgoing import Sent, Stored
from bot.sender import Sender
from domain.broadcasts import KeptFile
from domain.views import Attachment
from services.views.broadcasts import BroadcastMessage
from storage import notices
from storage.database import Database
from storage.schema import deliveries
from tests.bot.outbox import NOW, FixedDay, PretendDoor, desk_of, say


async def all_recorded(database: Database, sender: Sender) -> None:
    """Every row of the outbox has been sent and its result written down."""
    open_rows = select(func.count()).select_from(deliveries).where(deliveries.c.state.in_(("waiting", "sending")))
    async with asyncio.timeout(20):
        while True:
            await sender.idle()
            async with database.begin() as connection:
                if not (await connection.execute(open_rows)).scalar_one():
                    return


async def test_a_kept_file_is_uploaded_once_and_then_named(database: Database, tmp_path: Path) -> None:
    desk = await desk_of(database, tmp_path)
    door = PretendDoor(answers={1: [Sent((1,), ("known",))]})
    view = BroadcastMessage(text="Tài liệu", file=KeptFile("a.pdf", desk.files.put(b"%PDF").path))
    sender = Sender(desk, door, FixedDay())
    task = asyncio.create_task(sender.run())
    key = await say(desk.database, [1], view)
    await all_recorded(database, sender)
    async with desk.database.begin() as connection:
        await notices.send_again(connection, key, ["sent"], NOW)
    await all_recorded(database, sender)
    await sender.stop()
    await task
    assert [(out.text, out.files) for _, out in door.sent] == [
        ("Tài liệu", (Attachment("a.pdf", b"%PDF"),)),
        ("Tài liệu", (Stored("known", "document"),)),
    ]
