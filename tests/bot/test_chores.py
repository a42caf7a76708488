"""Running broadcasts are followed in their one message."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot import chores as chores_module
from bot.chores import Chores
from bot.outgoing import Outcome, Outgoing, Sent
from domain.broadcasts import Audience, Content, Part
from domain.ids import AccountId, ConferenceId
from services.desk import Desk, Work
from storage import broadcasts
from storage.database import Database
from storage.schema import deliveries, journal
from tests.bot.outbox import NOW, desk_of, say


@dataclass
class Screen:
    """Keeps what messages were replaced by."""

    edits: list[tuple[int, int, str]] = field(default_factory=list)

    async def edit(self, chat: int, message: int, out: Outgoing) -> Outcome:
        self.edits.append((chat, message, out.text.splitlines()[0]))
        return Sent((message,))


async def _state(desk: Desk, chat: int, state: str) -> None:
    async with desk.database.begin() as connection:
        await connection.execute(update(deliveries).where(deliveries.c.chat_id == chat).values(state=state))


async def test_the_progress_message_is_edited_when_it_changes_and_ends_as_the_report(
    database: Database, tmp_path: Path
) -> None:
    desk = await desk_of(database, tmp_path)
    notice = await say(database, [1, 2])
    async with database.begin() as connection:
        key = await broadcasts.create(connection, ConferenceId(1), AccountId(5), Content(text="Mời"), NOW)
        audience = Audience((Part("all"),))
        running = {"state": "running", "notice_id": notice, "progress_chat": 5, "progress_message": 77}
        await broadcasts.change(connection, key, audience=audience, confirmed_at=NOW, **running)
    screen = Screen()
    chores = Chores(desk, screen)
    await chores.follow_broadcasts()
    await chores.follow_broadcasts()
    assert screen.edits == [(5, 77, "<b>Đang gửi thông báo</b>")]
    await _state(desk, 1, "sent")
    await chores.follow_broadcasts()
    await _state(desk, 2, "sent")
    await chores.follow_broadcasts()
    await chores.follow_broadcasts()
    assert screen.edits[1:] == [(5, 77, "<b>Đang gửi thông báo</b>"), (5, 77, "<b>Kết quả gửi thông báo</b>")]


async def test_a_chore_that_fails_keeps_no_other_from_being_done(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = await desk_of(database, tmp_path)
    done: list[str] = []

    async def broken(work: Work) -> int:
        await work.note("broken")
        raise RuntimeError("a row nobody expected")

    async def working(work: Work) -> int:
        await work.note("working")
        done.append("working")
        return 1

    monkeypatch.setattr(chores_module, "DUE", (broken, working))
    with pytest.raises(RuntimeError):
        await Chores(desk, Screen()).do_what_is_due()
    async with database.begin() as connection:
        acts = [row.act for row in (await connection.execute(select(journal.c.act))).all()]
    assert (done, acts) == (["working"], ["working"])
