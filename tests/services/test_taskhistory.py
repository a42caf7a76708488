"""A task's history: all of it, page by page, deadlines old to new, and the days on which it was recalled."""

from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select

from domain.refusal import Refusal
from services import ladders, taskcards, taskdates, taskediting, taskparts, taskthreads
from services.desk import SYSTEM
from storage.schema import journal
from tests.services.taskscene import HALL, PRINT, REPORT, Scene, at, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    return await build(office)


async def test_a_long_history_is_turned_over_page_by_page(scene: Scene) -> None:
    for number in range(25):
        await scene.office.do(scene.an, taskthreads.talk, scene.tasks[PRINT], "note")
        await scene.types(scene.an, f"Ghi {number}")
    shown = (await scene.office.do(scene.an, taskcards.show, scene.tasks[PRINT])).it
    assert (len(shown.history), shown.happened, shown.history[-1].note) == (12, 26, "Ghi 24")
    first, second = [
        (await scene.office.do(scene.an, taskcards.whole_history, scene.tasks[PRINT], page)).it for page in (0, 1)
    ]
    assert (first.lines[0].act, first.lines[-1].note, first.pages) == ("assign", "Ghi 18", 2)
    assert [line.note for line in second.lines] == [f"Ghi {number}" for number in range(19, 25)]
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.cuc, taskcards.whole_history, scene.tasks[PRINT])
    assert refused.value.code == "not_allowed"


async def test_a_new_deadline_stands_in_the_history_beside_the_old_one(scene: Scene) -> None:
    for day in ("22/7/2026", "23/7/2026 10h"):
        await scene.do(scene.organizer, taskediting.ask, REPORT, "task_deadline")
        await scene.types(scene.organizer, day)
    assert await scene.office.do(SYSTEM, taskdates.repeat_recurring) == 0
    history = (await scene.office.do(scene.an, taskcards.show, scene.tasks[REPORT])).it.history
    assert [(line.old, line.new) for line in history if line.act == "deadline"] == [
        (at("2026-07-20T17:00"), at("2026-07-22T23:59")),
        (at("2026-07-22T23:59"), at("2026-07-23T10:00")),
    ]


async def test_a_ladder_that_is_set_and_climbed_stands_in_history_and_journal(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.ask, HALL, f"task_{taskparts.LADDER}")
    await scene.types(scene.organizer, "5, 1, 0")
    scene.office.clock.now = datetime(2026, 7, 23, 2, tzinfo=UTC)
    await scene.office.do(SYSTEM, ladders.tick)
    history = (await scene.office.do(scene.organizer, taskcards.show, scene.tasks[HALL])).it.history
    assert [(line.act, line.rungs) for line in history][1:] == [("ladder", (-5, -1, 0)), ("chase", (-1,))]
    async with scene.office.desk.database.begin() as connection:
        acts = (await connection.execute(select(journal.c.act).order_by(journal.c.id))).scalars().all()
    assert [act for act in acts if act in ("task_ladder", "task_recalled")] == ["task_ladder", "task_recalled"]
