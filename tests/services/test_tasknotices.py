"""Notices that still wait never tell what is no longer true."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select, update

from domain.tasks import Act
from services import taskdates, taskediting, tasking, taskundo, taskwording
from storage.schema import deliveries, notices
from storage.tasknotices import waiting
from tests.services.taskscene import HALL, PRINT, REPORT, Scene, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    return await build(office)


async def test_a_task_withdrawn_before_the_unit_was_told_drops_out_of_the_message(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.withdraw, REPORT)
    assert await scene.waiting(11) == ["task_assigned", "task_changed"]
    async with scene.office.desk.database.begin() as connection:
        found = await waiting(connection, scene.office.conference)
    (assigned,) = [each for each in found if each.view == "tasks/task_assigned" and each.data["unit"] == "Phòng Xanh"]
    assert [line["text"] for line in assigned.data["tasks"]] == [PRINT]


async def test_when_nothing_of_it_is_left_the_message_is_not_sent(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.withdraw, HALL)
    assert await scene.waiting(21) == ["tasks_shared", "task_changed"]


async def test_two_changes_of_a_deadline_in_one_breath_are_told_as_one(scene: Scene) -> None:
    await scene.sent()
    for words in ("22/7", "23/7"):
        await scene.do(scene.organizer, taskediting.ask, REPORT, "task_deadline")
        await scene.types(scene.organizer, words)
    assert await scene.waiting(11) == ["task_changed"]
    told = await scene.office.last_notice(11)
    assert (told["old"], told["new"]) == ("2026-07-20T17:00:00", "2026-07-23T23:59:00")


async def test_the_buttons_of_a_waiting_message_carry_the_present_revision(scene: Scene) -> None:
    await scene.do(scene.organizer, taskwording.ask_words, HALL)
    await scene.types(scene.organizer, "Trang trí sân khấu")
    async with scene.office.desk.database.begin() as connection:
        found = await waiting(connection, scene.office.conference)
    (assigned,) = [each for each in found if each.view == "tasks/task_assigned" and each.data["unit"] == "Phòng Đỏ"]
    (line,) = assigned.data["tasks"]
    assert (line["text"], line["revision"]) == ("Trang trí sân khấu", (await scene.task(HALL)).revision)


async def test_a_refusal_taken_back_at_once_never_reaches_the_organizers(scene: Scene) -> None:
    await scene.sent()
    await scene.do(scene.cuc, tasking.ask_reason, HALL, Act.REFUSE)
    await scene.types(scene.cuc, "Nhầm")
    assert await scene.waiting(1) == ["task_refused"]
    await scene.do(scene.cuc, taskundo.undo, HALL)
    assert await scene.waiting(1) == ["task_changed"]


async def test_what_was_sent_stays_as_it_was(scene: Scene) -> None:
    await scene.sent()
    before = await scene.office.last_notice(21)
    await scene.do(scene.organizer, taskediting.withdraw, HALL)
    assert await scene.waiting(21) == ["task_changed"]
    assert before["unit"] == "Phòng Đỏ"


async def test_all_deadlines_of_a_unit_that_move_at_once_are_one_message(scene: Scene) -> None:
    await scene.office.do(scene.organizer, taskdates.take_proposals)
    for text, words in ((REPORT, "trước hội nghị 5 ngày"),):
        await scene.do(scene.organizer, taskediting.ask, text, "task_deadline")
        await scene.types(scene.organizer, words)
    await scene.sent()
    days = {"starts_on": date(2026, 8, 3), "ends_on": date(2026, 8, 4)}
    programme = scene.office.programme
    moved = replace(programme, conference=replace(programme.conference, **days))
    assert await scene.office.do(scene.organizer, taskdates.recompute_deadlines, moved) == 2
    assert await scene.waiting(11) == ["deadlines_moved"]
    told = await scene.office.last_notice(11)
    assert [(move["old"], move["task"]["deadline"]) for move in told["moves"]] == [
        ("2026-07-22T23:59:00", "2026-07-29T23:59:00"),
        ("2026-07-24T23:59:00", "2026-07-31T23:59:00"),
    ]
    assert await scene.office.do(scene.organizer, taskdates.recompute_deadlines, programme) == 2
    assert await scene.waiting(11) == ["deadlines_moved"]
    assert (await scene.office.last_notice(11))["moves"][0]["old"] == "2026-07-22T23:59:00"


async def test_the_messages_that_colleagues_have_are_edited_once_however_often_the_task_moves(scene: Scene) -> None:
    await scene.sent()
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(update(deliveries).values(message_id=100 + deliveries.c.id))
    await scene.do(scene.an, tasking.accept, REPORT)
    await scene.do(scene.an, tasking.ask_reason, REPORT, Act.REPORT)
    await scene.types(scene.an, "Đã gửi")
    edits = select(deliveries.c.chat_id, deliveries.c.state, notices.c.view, notices.c.data, notices.c.urgency)
    edits = edits.join(notices, notices.c.id == deliveries.c.notice_id).where(notices.c.way == "edit")
    async with scene.office.desk.database.begin() as connection:
        rows = (await connection.execute(edits.order_by(notices.c.id))).all()
    assert {row.chat_id for row in rows} == {12}  # who answered has the card in its place
    assert [(row.state, row.view, row.urgency) for row in rows] == [
        ("superseded", "tasks/task_assigned", 40),
        ("waiting", "tasks/task_assigned", 40),
    ]
    assert [line["state"] for line in rows[-1].data["tasks"]] == ["reported", "assigned"]


@pytest.mark.parametrize(("state", "edited"), [("waiting", []), ("sending", [12])])
async def test_a_colleagues_message_that_is_not_there_yet_says_it_too(
    scene: Scene, state: str, edited: list[int]
) -> None:
    """What waits goes out with the new words; what is on its way is edited as soon as it is there."""
    await scene.sent()
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(update(deliveries).where(deliveries.c.chat_id == 12).values(state=state))
    await scene.do(scene.an, tasking.accept, REPORT)
    theirs = select(deliveries.c.chat_id).join(notices, notices.c.id == deliveries.c.notice_id)
    given = select(notices.c.data).where(notices.c.view == "tasks/task_assigned", notices.c.way == "say")
    async with scene.office.desk.database.begin() as connection:
        assert list((await connection.execute(theirs.where(notices.c.way == "edit"))).scalars()) == edited
        told = (await connection.execute(given.order_by(notices.c.id).limit(1))).scalar_one()
    assert told["tasks"][0]["state"] == "accepted"
