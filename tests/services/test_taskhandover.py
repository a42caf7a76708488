"""A task that changes hands: the new unit starts afresh, and sees nothing of what the old one said."""

from datetime import UTC, datetime
from typing import Any

import pytest_asyncio

from domain.tasks import Act
from services import chasing, ladders, taskcards, taskediting, tasking, taskthreads
from services.desk import SYSTEM
from tests.services.taskscene import HALL, PRINT, REPORT, Scene, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    return await build(office)


async def _recalled(scene: Scene, days: list[int], chat: int, hour: int = 2) -> list[int]:
    """The days of July on which a digest goes to the chat."""
    found = []
    for day in days:
        await scene.sent()
        scene.office.clock.now = datetime(2026, 7, day, hour, tzinfo=UTC)
        await scene.office.do(SYSTEM, ladders.tick)
        if "task_digest" in await scene.waiting(chat):
            found.append(day)
    return found


async def test_unit_that_takes_over_sees_neither_the_refusal_nor_its_reason(scene: Scene) -> None:
    await scene.do(scene.an, tasking.ask_reason, REPORT, Act.REFUSE)
    await scene.types(scene.an, "lý do riêng của phòng")
    await scene.do(scene.organizer, taskediting.hand_over, REPORT, scene.units["Phòng Đỏ"])
    own = (await scene.office.do(scene.cuc, taskcards.show, scene.tasks[REPORT])).it
    assert [line.act for line in own.history] == ["hand_over"]
    assert "lý do riêng" not in repr(own)
    whole = (await scene.office.do(scene.organizer, taskcards.show, scene.tasks[REPORT])).it
    assert "lý do riêng của phòng" in [line.note for line in whole.history]


async def test_known_by_the_old_unit_does_not_quiet_the_new_one(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.withdraw, HALL)
    assert await _recalled(scene, [13], 11) == [13]
    await scene.office.do(scene.an, chasing.known)
    scene.office.clock.now = datetime(2026, 7, 14, 2, tzinfo=UTC)
    await scene.do(scene.organizer, taskediting.hand_over, REPORT, scene.units["Phòng Đỏ"])
    assert await _recalled(scene, [15, 16, 17, 20, 21], 21) == [17, 20, 21]


async def test_task_that_came_back_is_recalled_though_it_was_known(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.withdraw, HALL)
    assert await _recalled(scene, [13], 11) == [13]
    await scene.office.do(scene.an, chasing.known)
    await scene.do(scene.an, tasking.accept, REPORT)
    await scene.do(scene.an, tasking.ask_reason, REPORT, Act.REPORT)
    await scene.types(scene.an, "đã gửi")
    await scene.do(scene.organizer, tasking.ask_reason, REPORT, Act.RETURN)
    await scene.types(scene.organizer, "thiếu phụ lục")
    assert await _recalled(scene, [16, 17, 20], 11) == [17, 20]


async def test_snooze_that_ends_at_noon_is_told_after_the_digest_of_the_morning(scene: Scene) -> None:
    for text in (REPORT, PRINT):
        await scene.do(scene.organizer, taskediting.ask, text, "task_deadline")
        await scene.types(scene.organizer, "24/7/2026 17h")
    scene.office.clock.now = datetime(2026, 7, 20, 2, tzinfo=UTC)
    await scene.do(scene.an, taskthreads.ask_time, REPORT, "task_snooze")
    await scene.types(scene.an, "21/7/2026 10h00")
    await scene.types(scene.an, "chờ số liệu")
    told = []
    for hour in (1, 4):
        await scene.sent()
        scene.office.clock.now = datetime(2026, 7, 21, hour, tzinfo=UTC)
        await scene.office.do(SYSTEM, ladders.tick)
        digests = [data for view, data in await scene.waiting_views(11) if view == "task_digest"]
        told.append([line["text"] for data in digests for line in data["tasks"]])
    assert told == [[PRINT], [REPORT]]
