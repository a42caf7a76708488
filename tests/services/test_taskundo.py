"""Every act with a task can be taken back by who did it, within the time set, and those it touched are told."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from domain.ids import TaskId, UnitId
from domain.refusal import Refusal
from domain.tasks import Act
from services import (
    taskcards,
    taskdates,
    taskediting,
    taskhelpers,
    tasking,
    tasklists,
    taskparts,
    taskthreads,
    taskundo,
    taskwording,
)
from services.desk import SYSTEM
from storage import taskrounds, tasks, unitmembers
from storage.tasks import StoredTask
from tests.services.taskscene import HALL, PLAN, PRINT, REPORT, Scene, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    return await build(office)


async def typed(scene: Scene, kind: str, words: str) -> None:
    await scene.do(scene.organizer, taskediting.ask, REPORT, kind)
    await scene.types(scene.organizer, words)


async def reworded(scene: Scene, words: str) -> None:
    await scene.do(scene.organizer, taskwording.ask_words, REPORT)
    await scene.types(scene.organizer, words)


ACTS: dict[str, Callable[[Scene], Awaitable[Any]]] = {
    "deadline": lambda scene: typed(scene, "task_deadline", "22/7/2026"),
    "text": lambda scene: reworded(scene, "Gửi báo cáo tổng kết"),
    "words": lambda scene: reworded(scene, "Gửi báo cáo, phối hợp với Phòng Đỏ, trước ngày 22/7/2026"),
    "ladder": lambda scene: typed(scene, "task_ladder", "5, 1, 0"),
    "urgent": lambda scene: scene.do(scene.organizer, taskediting.mark_urgent, REPORT, 1),
    "helpers": lambda scene: scene.do(scene.organizer, taskhelpers.toggle, REPORT, scene.units["Phòng Đỏ"]),
    "hand_over": lambda scene: scene.do(scene.organizer, taskediting.hand_over, REPORT, scene.units["Phòng Đỏ"]),
    "withdraw": lambda scene: scene.do(scene.organizer, taskediting.withdraw, REPORT),
    "merge": lambda scene: scene.do(scene.organizer, taskparts.merge, REPORT, scene.tasks[PRINT]),
    "split": lambda scene: typed(scene, "task_split", "Soạn báo cáo\nGửi báo cáo"),
}
TOLD_AN = {"deadline", "text", "words", "urgent", "helpers", "hand_over", "withdraw", "merge", "split"}
TOLD_CUC = {"helpers", "words", "hand_over"}


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


async def task_called(scene: Scene, text: str) -> StoredTask:
    async with scene.office.desk.database.begin() as connection:
        return next(task for task in await tasks.all_of(connection, scene.office.conference) if task.text == text)


async def test_a_split_is_not_taken_back_once_the_unit_has_been_at_work_on_a_part(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, REPORT)
    await ACTS["split"](scene)
    part = await task_called(scene, "Gửi báo cáo")
    await scene.office.do(scene.an, tasking.accept, part.id, part.revision)
    await scene.office.do(scene.an, tasking.ask_reason, part.id, part.revision + 1, Act.REPORT)
    await scene.types(scene.an, "đã gửi, số 12/BC")
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.organizer, taskundo.undo, REPORT)
    assert refused.value.code == "task_taken_up"
    assert (await task_called(scene, "Gửi báo cáo")).state.value == "reported"
    assert (await scene.task(REPORT)).text == "Soạn báo cáo"


async def says(scene: Scene, act: Act, words: str) -> None:
    await scene.do(scene.an, tasking.ask_reason, REPORT, act)
    await scene.types(scene.an, words)


async def test_what_the_unit_said_of_the_round_before_does_not_come_back(scene: Scene) -> None:
    await typed(scene, "task_deadline", "17h thứ sáu hằng tuần")
    await scene.do(scene.an, tasking.accept, REPORT)
    await says(scene, Act.PROGRESS, "60%")
    await says(scene, Act.REPORT, "đã gửi")
    await scene.do(scene.organizer, tasking.judge, REPORT, Act.FINISH)
    deadline = (await scene.task(REPORT)).deadline
    assert deadline is not None
    scene.office.clock.now = deadline.astimezone(UTC) + timedelta(hours=1)
    await scene.office.do(SYSTEM, taskdates.repeat_recurring)
    await says(scene, Act.REPORT, "nhầm")
    await scene.do(scene.an, taskundo.undo, REPORT)
    found = await scene.task(REPORT)
    assert (found.state.value, found.percent) == ("accepted", None)
    await says(scene, Act.PROGRESS, "20%")
    await says(scene, Act.REPORT, "nhầm")
    await scene.do(scene.an, taskundo.undo, REPORT)
    assert (await scene.task(REPORT)).percent == 20


async def collective(scene: Scene) -> tuple[UnitId, Any]:
    """A unit that stands for many, and somebody of one of its members."""
    async with scene.office.desk.database.begin() as connection:
        conference = scene.office.conference
        many = await unitmembers.new_unit(connection, conference, "Các sở, ban, ngành", scene.units["Phòng Đỏ"])
        one = await unitmembers.new_unit(connection, conference, "Sở Y tế", many)
        await unitmembers.enroll(connection, conference, many, one, True)
    return many, await scene.office.focal(31, one)


async def test_a_hand_over_to_a_collective_unit_is_taken_back_with_its_members_parts(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, REPORT)
    many, member = await collective(scene)
    before = as_it_was(await scene.task(REPORT))
    for _ in range(2):
        await scene.do(scene.organizer, taskediting.hand_over, REPORT, many)
        assert (await scene.office.do(member, tasklists.mine)).it.total == 1
        assert (await scene.office.do(scene.organizer, taskcards.show, scene.tasks[REPORT])).it.can_undo
        await scene.sent()
        await scene.do(scene.organizer, taskundo.undo, REPORT)
        assert as_it_was(await scene.task(REPORT)) == before
        assert (await scene.office.do(member, tasklists.mine)).it.total == 0
        assert [(view, data["what"]) for view, data in await scene.waiting_views(31)] == [("task_changed", "withdrawn")]
        await scene.sent()


async def test_a_hand_over_to_a_collective_unit_stays_once_a_member_has_answered(scene: Scene) -> None:
    many, member = await collective(scene)
    await scene.do(scene.organizer, taskediting.hand_over, REPORT, many)
    (line,) = (await scene.office.do(member, tasklists.mine)).it.tasks
    await scene.office.do(member, tasking.accept, TaskId(line.id), line.revision)
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.organizer, taskundo.undo, REPORT)
    assert refused.value.code == "task_taken_up"
    assert (await scene.task(REPORT)).state.value == "shared"


async def of_kinds(scene: Scene) -> dict[str, tuple[int, ...]]:
    async with scene.office.desk.database.begin() as connection:
        return await taskrounds.of_kinds(connection, scene.office.conference)


async def test_days_set_for_all_of_a_kind_are_taken_back_for_all_of_it(office: Any) -> None:
    alike = replace(PLAN.tasks[0], id=TaskId(9), text="Gửi báo cáo tổng kết", position=9)
    scene = await build(office, replace(PLAN, tasks=(*PLAN.tasks, alike)))
    await scene.do(scene.organizer, taskediting.ask, alike.text, "task_ladder")
    await scene.types(scene.organizer, "2, 0")
    await typed(scene, "task_ladder", "5, 1, 0")
    await scene.office.do(scene.organizer, taskparts.ladder_for_kind, scene.tasks[REPORT])
    assert [*(await of_kinds(scene)).values()] == [(-5, -1, 0)]
    assert (await scene.task(alike.text)).rungs is None
    await scene.do(scene.organizer, taskundo.undo, REPORT)
    assert await of_kinds(scene) == {}
    assert [(await scene.task(text)).rungs for text in (REPORT, alike.text)] == [(-5, -1, 0), (-2, 0)]


async def test_days_of_a_kind_that_were_set_again_since_stay(office: Any) -> None:
    alike = replace(PLAN.tasks[0], id=TaskId(9), text="Gửi báo cáo tổng kết", position=9)
    scene = await build(office, replace(PLAN, tasks=(*PLAN.tasks, alike)))
    await typed(scene, "task_ladder", "5, 1, 0")
    await scene.office.do(scene.organizer, taskparts.ladder_for_kind, scene.tasks[REPORT])
    await scene.do(scene.second, taskediting.ask, alike.text, "task_ladder")
    await scene.types(scene.second, "2, 0")
    await scene.office.do(scene.second, taskparts.ladder_for_kind, scene.tasks[alike.text])
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.organizer, taskundo.undo, REPORT)
    assert refused.value.code == "task_not_yours_to_undo"
    assert [*(await of_kinds(scene)).values()] == [(-2, 0)]
