"""Tasks are split and merged, recalled on days of their own, dated as usual, and come round again."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from domain.refusal import Refusal
from domain.tasks import Act
from services import ladders, reminding, taskcards, taskdates, taskediting, tasking, tasklists, taskparts
from services.desk import SYSTEM
from storage import tasks
from storage.stirring import Stir
from tests.services.taskscene import HALL, PLAN, PRINT, REPORT, Scene, at, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    return await build(office)


async def _texts(scene: Scene) -> list[tuple[str, str, Any]]:
    async with scene.office.desk.database.begin() as connection:
        found = await tasks.all_of(connection, scene.office.conference)
    return [(task.text, task.state.value, task.coordinating) for task in found]


async def test_a_task_is_split_and_the_unit_told_of_the_change_and_of_what_is_new(scene: Scene) -> None:
    await scene.sent()
    await scene.do(scene.an, tasking.accept, PRINT)
    await scene.do(scene.organizer, taskediting.ask, PRINT, "task_split")
    reply = await scene.types(scene.organizer, "In tài liệu\n- Phát tài liệu; Kiểm tra")
    assert (reply.it.task.text, reply.it.task.state, reply.it.said) == ("In tài liệu", "accepted", "split")
    helping = (scene.units["Phòng Đỏ"],)
    assert await _texts(scene) == [
        (REPORT, "assigned", ()),
        ("In tài liệu", "accepted", helping),
        ("Phát tài liệu", "assigned", helping),
        ("Kiểm tra", "assigned", helping),
        (HALL, "assigned", ()),
    ]
    assert await scene.waiting(11) == ["task_changed", "task_assigned"]
    assert await scene.waiting(21) == ["task_changed", "tasks_shared"]


async def test_one_part_is_no_split(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.ask, PRINT, "task_split")
    reply = await scene.types(scene.organizer, "In tài liệu")
    assert reply.it.complaint == ("split_needs_two", {})


async def test_two_tasks_of_a_unit_are_merged_and_one_message_says_so(scene: Scene) -> None:
    await scene.sent()
    choice = (await scene.do(scene.organizer, taskparts.pick_other, PRINT, 0)).it
    assert [line.text for line in choice.tasks] == [REPORT]
    reply = await scene.do(scene.organizer, taskparts.merge, PRINT, scene.tasks[REPORT])
    assert (reply.it.task.text, reply.it.task.deadline) == (f"{PRINT}; {REPORT}", at("2026-07-20T17:00"))
    assert (await scene.task(REPORT)).state == "withdrawn"
    ((view, told),) = await scene.waiting_views(11)
    assert (view, told["what"], told["old"], told["new"][:10]) == ("task_changed", "merged", None, "2026-07-20")


async def test_only_tasks_of_one_unit_are_merged(scene: Scene) -> None:
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.organizer, taskparts.merge, PRINT, scene.tasks[HALL])
    assert refused.value.code == "nothing_to_merge"
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.an, taskparts.merge, PRINT, scene.tasks[REPORT])
    assert refused.value.code == "not_allowed"


async def test_a_task_is_recalled_on_days_of_its_own_and_so_are_others_of_its_kind(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.ask, HALL, "task_ladder")
    reply = await scene.types(scene.organizer, "10, 2, 0")
    assert (reply.it.rungs, reply.it.kind, reply.it.alike) == ((-10, -2, 0), "hall", 0)
    scene.office.clock.now = datetime(2026, 7, 14, 2, tzinfo=UTC)
    assert await scene.office.do(SYSTEM, ladders.tick) == 2  # this one at T-10, the report at T-7
    scene.office.clock.now = datetime(2026, 7, 17, 2, tzinfo=UTC)
    assert await scene.office.do(SYSTEM, ladders.tick) == 1  # only the report, at T-3


@pytest.mark.parametrize("words", ["sớm", "200", "+31"])
async def test_days_that_make_no_ladder_are_asked_for_again(scene: Scene, words: str) -> None:
    await scene.do(scene.organizer, taskediting.ask, HALL, "task_ladder")
    assert (await scene.types(scene.organizer, words)).it.complaint[0] == "ladder_unclear"


async def test_the_same_days_hold_for_the_kind_when_that_is_pressed(office: Any) -> None:
    twice = replace(PLAN, tasks=(*PLAN.tasks, replace(PLAN.tasks[2], id=9, text="Âm thanh hội trường", position=9)))
    scene = await build(office, twice)
    await scene.do(scene.organizer, taskediting.ask, HALL, "task_ladder")
    assert (await scene.types(scene.organizer, "5")).it.alike == 1
    reply = await scene.office.do(scene.organizer, taskparts.ladder_for_kind, scene.tasks[HALL])
    assert (reply.it.everywhere, reply.it.alike) == (True, 1)
    await scene.unit("Phòng Đỏ", taskediting.new)
    await scene.types(scene.organizer, "Trang trí phòng họp")  # what is given later follows its kind
    later = (await scene.office.do(scene.organizer, tasklists.board, "assigned")).it.tasks
    keys = [scene.tasks["Âm thanh hội trường"], max(line.id for line in later)]
    cards = [(await scene.office.do(scene.organizer, taskcards.show, key)).it for key in keys]
    assert [card.rungs for card in cards] == [(-5,), (-5,)]
    scene.office.clock.now = datetime(2026, 7, 17, 2, tzinfo=UTC)  # a working day before T-5, and T-3 of the report
    assert await scene.office.do(SYSTEM, ladders.tick) == 3
    await scene.do(scene.organizer, taskediting.ask, HALL, "task_ladder")
    await scene.types(scene.organizer, "7, 3, 1, 0, +1")  # the usual days, as this one's own
    assert (await scene.office.do(scene.organizer, taskcards.show, scene.tasks[HALL])).it.rungs == (-7, -3, -1, 0, 1)


async def test_missing_deadlines_are_proposed_by_kind_and_move_with_the_conference(scene: Scene) -> None:
    asked = await scene.office.last_notice(1)
    assert asked["proposals"] == ["2026-07-24T23:59:00"]
    reply = await scene.office.do(scene.organizer, taskdates.take_proposals)
    assert [(line.text, line.deadline) for line in reply.it.tasks] == [(PRINT, at("2026-07-24T23:59"))]
    moved = replace(
        scene.office.programme,
        conference=replace(
            scene.office.programme.conference, starts_on=at("2026-08-03").date(), ends_on=at("2026-08-04").date()
        ),
    )
    await scene.office.do(scene.organizer, taskdates.recompute_deadlines, moved)
    card = (await scene.office.do(scene.organizer, taskcards.show, scene.tasks[PRINT])).it
    assert card.task.deadline == at("2026-07-31T23:59")


async def test_a_recurring_task_comes_round_again_after_its_deadline_until_the_conference(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.ask, PRINT, "task_deadline")
    reply = await scene.types(scene.organizer, "16h00 thứ Sáu hằng tuần")
    assert reply.it.task.deadline == at("2026-07-03T16:00")
    found = []
    for _ in range(4):
        await scene.do(scene.an, tasking.accept, PRINT) if not found else None
        await scene.do(scene.an, tasking.ask_reason, PRINT, Act.REPORT)
        await scene.types(scene.an, "Đã gửi")
        await scene.do(scene.organizer, tasking.judge, PRINT, Act.FINISH)
        assert await scene.office.do(SYSTEM, taskdates.repeat_recurring) == 0
        scene.office.clock.forward(days=7)
        repeated = await scene.office.do(SYSTEM, taskdates.repeat_recurring)
        task = await scene.task(PRINT)
        found.append((repeated, task.state.value, f"{task.deadline:%d/%m}"))
    assert found == [(1, "accepted", "10/07"), (1, "accepted", "17/07"), (1, "accepted", "24/07"), (0, "done", "24/07")]
    assert Stir.RECURRING in await scene.office.do(SYSTEM, reminding.stirs)
    scene.office.clock.forward(days=7)
    assert Stir.RECURRING not in await scene.office.do(SYSTEM, reminding.stirs), "the conference is over"


async def test_a_round_that_was_not_done_stays_late_beside_the_next_one(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.ask, PRINT, "task_deadline")
    await scene.types(scene.organizer, "16h00 thứ Sáu hằng tuần")
    await scene.do(scene.an, tasking.accept, PRINT)
    await scene.sent()
    found = []
    for _ in range(3):
        scene.office.clock.forward(days=7)
        repeated = await scene.office.do(SYSTEM, taskdates.repeat_recurring)
        assert await scene.office.do(SYSTEM, taskdates.repeat_recurring) == 0
        lines = (await scene.office.do(scene.an, tasklists.mine)).it.tasks
        found.append((repeated, sorted(f"{t.deadline:%d/%m} {t.state} {t.late}" for t in lines if t.text == PRINT)))
    assert found == [
        (1, ["03/07 accepted True", "10/07 accepted False"]),
        (1, ["03/07 accepted True", "10/07 accepted True", "17/07 accepted False"]),
        (1, ["03/07 accepted True", "10/07 accepted True", "17/07 accepted True", "24/07 accepted False"]),
    ]
    assert await scene.waiting(11) == ["task_changed"] * 3
    shown = (await scene.office.do(scene.an, taskcards.show, scene.tasks[PRINT])).it
    assert [(line.act, line.next) for line in shown.history][-1] == ("round", at("2026-07-10T16:00"))


async def test_a_report_that_nobody_has_looked_at_does_not_hold_the_next_round_up(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.ask, PRINT, "task_deadline")
    await scene.types(scene.organizer, "16h00 thứ Sáu hằng tuần")
    await scene.do(scene.an, tasking.accept, PRINT)
    await scene.do(scene.an, tasking.ask_reason, PRINT, Act.REPORT)
    await scene.types(scene.an, "Đã gửi")
    scene.office.clock.forward(days=7)
    await scene.office.do(SYSTEM, taskdates.repeat_recurring)
    lines = (await scene.office.do(scene.an, tasklists.mine)).it.tasks
    assert {(t.state, f"{t.deadline:%d/%m}") for t in lines if t.text == PRINT} == {
        ("reported", "03/07"),
        ("accepted", "10/07"),
    }
