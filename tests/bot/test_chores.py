"""Running broadcasts are followed in their one message."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event, select, update

from bot import chores as chores_module
from bot.chores import Chores
from domain.broadcasts import Audience, Content, Part
from domain.ids import AccountId, ConferenceId
from services import following
from services.desk import SYSTEM, Desk, Work
from services.views.broadcast_outcomes import BroadcastProgress
from storage import broadcasts
from storage.database import Database, Unavailable
from storage.schema import deliveries, journal
from storage.stirring import Stir
from tests.bot.outbox import NOW, Screen, desk_of, say


async def _state(desk: Desk, chat: int, state: str) -> None:
    async with desk.database.begin() as connection:
        await connection.execute(update(deliveries).where(deliveries.c.chat_id == chat).values(state=state))


async def _running(desk: Desk, people: Iterable[int]) -> None:
    notice = await say(desk.database, people)
    async with desk.database.begin() as connection:
        key = await broadcasts.create(connection, ConferenceId(1), AccountId(5), Content(text="Mời"), NOW)
        audience = Audience((Part("all"),))
        running = {"state": "running", "notice_id": notice, "progress_chat": 5, "progress_message": 77}
        await broadcasts.change(connection, key, audience=audience, confirmed_at=NOW, **running)


async def test_the_rest_is_expected_to_take_as_long_as_the_pace_so_far_says(database: Database, tmp_path: Path) -> None:
    """Thirty of forty went out within a minute; nothing is expected of the last one's end."""
    desk = replace(await desk_of(database, tmp_path), now=lambda: NOW + timedelta(seconds=60))
    await _running(desk, range(1, 41))
    expected = []
    for sent in (29, 30, 39, 40):
        async with database.begin() as connection:
            await connection.execute(update(deliveries).where(deliveries.c.chat_id <= sent).values(state="sent"))
        (now,) = await desk.do(SYSTEM, following.progress)
        expected.append(now.it.seconds if isinstance(now.it, BroadcastProgress) else None)
    assert expected == [1, 20, 2, None]


async def test_the_progress_message_is_edited_at_most_every_three_seconds_and_ends_as_the_report(
    database: Database, tmp_path: Path
) -> None:
    passed = timedelta(0)
    desk = replace(await desk_of(database, tmp_path), now=lambda: NOW + passed)
    await _running(desk, [1, 2])
    screen = Screen()
    chores = Chores(desk, screen)
    await chores.do_what_is_due()
    await chores.do_what_is_due()
    assert screen.edits == [(5, 77, "<b>Đang gửi thông báo</b>")]
    await _state(desk, 1, "sent")
    passed = timedelta(seconds=2.9)
    await chores.do_what_is_due()
    assert len(screen.edits) == 1
    passed = timedelta(seconds=3)
    await chores.do_what_is_due()
    await _state(desk, 2, "sent")
    await chores.do_what_is_due()
    await chores.do_what_is_due()
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

    await _running(desk, [1])
    monkeypatch.setattr(chores_module, "DUE", ((Stir.BROADCASTS, broken), (Stir.BROADCASTS, working)))
    screen = Screen()
    with pytest.raises(RuntimeError):
        await Chores(desk, screen).do_what_is_due()
    async with database.begin() as connection:
        acts = [row.act for row in (await connection.execute(select(journal.c.act))).all()]
    assert (done, acts, len(screen.edits)) == (["working"], ["working"], 1)


async def test_a_tick_that_finds_nothing_asks_one_question_and_writes_nothing(
    database: Database, tmp_path: Path
) -> None:
    """The rest of the house may go on meanwhile: on SQLite there is one transaction at a time."""
    desk = await desk_of(database, tmp_path)
    asked: list[str] = []
    event.listen(
        database.engine.sync_engine,
        "before_cursor_execute",
        lambda _connection, _cursor, statement, *_rest: asked.append(statement.split()[0]),
    )
    await Chores(desk, Screen()).do_what_is_due()
    assert [each for each in asked if each != "BEGIN"] == ["SELECT"]


async def test_what_need_not_be_done_to_the_second_is_looked_at_once_a_minute_and_again_after_a_trouble(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed = timedelta(0)
    desk = replace(await desk_of(database, tmp_path), now=lambda: NOW + passed)
    looked: list[str] = []

    async def tasks(work: Work) -> int:
        looked.append("tasks")
        if passed >= timedelta(minutes=1):
            raise Unavailable("gone")
        return 0

    async def morning(work: Work) -> int:
        looked.append("morning")
        return 0

    async def stirs(work: Work) -> frozenset[Stir]:
        return frozenset({Stir.TASKS})

    monkeypatch.setattr(chores_module, "DUE", ((Stir.TASKS, tasks), (Stir.TASKS, morning)))
    monkeypatch.setattr(chores_module.reminding, "stirs", stirs)
    chores = Chores(desk, Screen())
    await chores.do_what_is_due()
    passed = timedelta(seconds=59)
    await chores.do_what_is_due()
    assert looked == ["tasks", "morning"]
    passed = timedelta(seconds=60)
    for _ in range(2):
        with pytest.raises(Unavailable):
            await chores.do_what_is_due()
    assert looked == ["tasks", "morning", "tasks", "tasks"]
