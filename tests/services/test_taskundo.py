"""Every act with a task can be taken back by who did it, within the time set, and those it touched are told."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from domain.refusal import Refusal
from domain.tasks import Act
from services import taskcards, taskediting, taskhelpers, tasking, tasklists, taskparts, taskthreads, taskundo
from storage.tasks import StoredTask
from tests.services.taskscene import HALL, PRINT, REPORT, Scene, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    return await build(office)


async def typed(scene: Scene, kind: str, words: str) -> None:
    await scene.do(scene.organizer, taskediting.ask, REPORT, kind)
    await scene.types(scene.organizer, words)


ACTS: dict[str, Callable[[Scene], Awaitable[Any]]] = {
    "deadline": lambda scene: typed(scene, "task_deadline", "22/7/2026"),
    "text": lambda scene: typed(scene, "task_text", "Gửi báo cáo tổng kết"),
    "ladder": lambda scene: typed(scene, "task_ladder", "5, 1, 0"),
    "urgent": lambda scene: scene.do(scene.organizer, taskediting.mark_urgent, REPORT, 1),
    "helpers": lambda scene: scene.do(scene.organizer, taskhelpers.toggle, REPORT, scene.units["Phòng Đỏ"]),
    "hand_over": lambda scene: scene.do(scene.organizer, taskediting.hand_over, REPORT, scene.units["Phòng Đỏ"]),
    "withdraw": lambda scene: scene.do(scene.organizer, taskediting.withdraw, REPORT),
    "merge": lambda scene: scene.do(scene.organizer, taskparts.merge, REPORT, scene.tasks[PRINT]),
    "split": lambda scene: typed(scene, "task_split", "Soạn báo cáo\nGửi báo cáo"),
}
TOLD_AN = {"deadline", "text", "urgent", "helpers", "hand_over", "withdraw", "merge", "split"}
TOLD_CUC = {"helpers", "hand_over"}


def as_it_was(task: StoredTask) -> StoredTask:
    return replace(task, revision=0)


@pytest.mark.parametrize("act", ACTS)
async def test_every_act_of_an_organizer_can_be_taken_back_and_is_told(scene: Scene, act: str) -> None:
    await scene.do(scene.an, tasking.accept, REPORT)
    before = {text: as_it_was(await scene.task(text)) for text in (REPORT, PRINT, HALL)}
    await ACTS[act](scene)
    await scene.sent()
    assert (await scene.office.do(scene.organizer, taskcards.show, scene.tasks[REPORT])).it.can_undo
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.second, taskundo.undo, REPORT)
    assert refused.value.code == "task_not_yours_to_undo"
    undone = (await scene.do(scene.organizer, taskundo.undo, REPORT)).it
    assert {text: as_it_was(await scene.task(text)) for text in (REPORT, PRINT, HALL)} == before
    assert (undone.said, undone.can_undo) == ("undo", False)
    assert bool(await scene.waiting(11)) == (act in TOLD_AN)
    assert ("task_changed" in await scene.waiting(21)) == (act in TOLD_CUC or act == "merge")
    open_now = (await scene.office.do(scene.organizer, tasklists.board)).it.total
    assert open_now == 3


async def test_after_the_time_set_nothing_is_taken_back(scene: Scene) -> None:
    await ACTS["deadline"](scene)
    scene.office.clock.forward(minutes=11)
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.organizer, taskundo.undo, REPORT)
    assert refused.value.code == "task_too_late_to_undo"


async def test_what_somebody_else_changed_since_is_not_taken_back_and_other_things_do_not_hinder(scene: Scene) -> None:
    await ACTS["deadline"](scene)
    await scene.do(scene.an, tasking.accept, REPORT)
    assert (await scene.do(scene.organizer, taskundo.undo, REPORT)).it.task.state == "accepted"
    await ACTS["deadline"](scene)
    await scene.do(scene.second, taskediting.ask, REPORT, "task_deadline")
    await scene.types(scene.second, "23/7/2026")
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.organizer, taskundo.undo, REPORT)
    assert refused.value.code == "task_not_yours_to_undo"


async def test_taking_a_report_back_brings_its_snooze_back(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, REPORT)
    await scene.do(scene.an, taskthreads.ask_time, REPORT, "task_snooze")
    for words in ("15/7/2026", "chờ kinh phí"):
        await scene.types(scene.an, words)
    until = (await scene.task(REPORT)).snoozed_until
    assert until == datetime(2026, 7, 15, 16, 59, tzinfo=UTC)
    await scene.do(scene.an, tasking.ask_reason, REPORT, Act.REPORT)
    await scene.types(scene.an, "nhầm")
    assert (await scene.task(REPORT)).snoozed_until is None
    await scene.do(scene.an, taskundo.undo, REPORT)
    assert (await scene.task(REPORT)).snoozed_until == until


async def test_a_deadline_taken_back_before_it_was_told_is_not_told(scene: Scene) -> None:
    await scene.sent()
    await ACTS["deadline"](scene)
    assert await scene.waiting(11) == ["task_changed"]
    await scene.do(scene.organizer, taskundo.undo, REPORT)
    assert await scene.waiting(11) == []


async def test_a_unit_that_had_a_task_for_a_moment_sees_no_more_of_it(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, REPORT)
    await ACTS["hand_over"](scene)
    await scene.do(scene.organizer, taskundo.undo, REPORT)
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.cuc, taskcards.show, scene.tasks[REPORT])
    assert refused.value.code == "task_unknown"
    history = (await scene.office.do(scene.an, taskcards.show, scene.tasks[REPORT])).it.history
    assert [line.act for line in history][:2] == ["assign", "accept"]


async def test_a_merge_is_taken_back_from_either_of_the_two(scene: Scene) -> None:
    await ACTS["merge"](scene)
    await scene.do(scene.organizer, taskundo.undo, PRINT)
    assert [(await scene.task(text)).state.value for text in (REPORT, PRINT)] == ["assigned", "assigned"]
    assert (await scene.task(REPORT)).text == REPORT


async def test_a_unit_that_coordinated_a_task_merged_into_another_is_told(scene: Scene) -> None:
    await scene.sent()
    await ACTS["merge"](scene)
    ((view, data),) = await scene.waiting_views(21)
    assert (view, data["what"], data["before"], data["other"]) == ("task_changed", "merged", REPORT, PRINT)
    assert data["after"] == f"{REPORT}; {PRINT}"
