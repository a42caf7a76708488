"""A file goes out with its notice, and is uploaded to Telegram only once."""

import asyncio
from pathlib import Path

from bot.outgoing import Sent, Stored
from bot.sender import Sender
from domain.broadcasts import KeptFile
from domain.views import Attachment
from services.views.broadcasts import BroadcastMessage
from storage import notices
from storage.database import Database
from tests.bot.outbox import NOW, FixedDay, PretendDoor, all_recorded, desk_of, say


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
