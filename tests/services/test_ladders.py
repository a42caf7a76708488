"""The ladder climbs: from the focal person over the unit above to the organizers; urgent tasks go by themselves."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import event

from domain.conference import Conference, Programme, Session, Task, Unit
from domain.ids import SessionId, TaskId, UnitId
from services import chasing, inviting, ladders, settling, taskcards, taskediting, tasking, unitdesk
from services.desk import SYSTEM
from storage.schema import units as unit_rows
from tests.services.taskscene import Scene, at

DUE = at("2026-07-24T17:00")
PLAN = Programme(
    conference=Conference(code="HN1", title="Hội nghị thử", starts_on=date(2026, 7, 27)),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=date(2026, 7, 27)),),
    units=(
        Unit(id=UnitId(1), name="UBND xã An"),
        Unit(id=UnitId(2), name="Huyện ủy", position=1),
        Unit(id=UnitId(3), name="Ban Tổ chức Tỉnh ủy", position=2),
    ),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(1), text="Soạn tham luận", deadline=DUE, position=1),
        Task(id=TaskId(2), unit=UnitId(1), text="Gửi danh sách (KHẨN)", deadline=DUE, position=2),
        Task(id=TaskId(3), unit=UnitId(1), text="Khẩn trương in tài liệu", deadline=DUE, position=3),
    ),
)
SPEECH, LIST, PRINT = "Soạn tham luận", "Gửi danh sách (KHẨN)", "Khẩn trương in tài liệu"
COMMUNE, DISTRICT, PROVINCE = "UBND xã An", "Huyện ủy", "Ban Tổ chức Tỉnh ủy"
FRIDAY, MONDAY = datetime(2026, 7, 24, 2, tzinfo=UTC), datetime(2026, 7, 27, 2, tzinfo=UTC)


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    """Chats 11 and 12 answer for the commune, 21 for the district, 31 for the province, which stand in a line."""
    made = await office.opens(PLAN)
    known = {unit.name: unit.id for unit in made.units}
    organizer, second = await office.organizer(1), await office.organizer(2)
    an, binh = await office.focal(11, known[COMMUNE]), await office.focal(12, known[COMMUNE])
    cuc = await office.focal(21, known[DISTRICT])
    await office.focal(31, known[PROVINCE])
    await office.do(organizer, tasking.assign_all)
    scene = Scene(office, organizer, second, an, binh, cuc, {task.text: task.id for task in made.tasks}, known)
    await scene.unit(COMMUNE, unitdesk.set_parent, known[DISTRICT])
    await scene.unit(DISTRICT, unitdesk.set_parent, known[PROVINCE])
    await scene.sent()
    return scene


async def _morning(scene: Scene, when: datetime) -> dict[int, list[tuple[str, list[str]]]]:
    """What each chat is sent on this morning: the view, and the tasks in it."""
    scene.office.clock.now = when
    await scene.office.do(SYSTEM, ladders.tick)
    found = {}
    for chat in (1, 2, 11, 12, 21, 31):
        told = [(view, _texts(data)) for view, data in await scene.waiting_views(chat)]
        if told:
            found[chat] = told
    await scene.sent()
    return found


def _texts(data: dict[str, Any]) -> list[str]:
    lines = [data["task"]] if "task" in data else data.get("tasks") or [*data["overdue"], *data["unreached"]]
    return [line["text"] for line in lines]


async def test_the_last_rung_reaches_the_unit_above_and_the_organizers(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.mark_urgent, LIST, 0)
    await scene.sent()
    own = [("task_digest", [SPEECH, LIST, PRINT])]
    assert await _morning(scene, FRIDAY) == {11: own, 12: own}
    late = [("overdue_digest", [SPEECH, LIST, PRINT])]
    above = [("tasks_below", [SPEECH, LIST, PRINT])]
    assert await _morning(scene, MONDAY) == {1: late, 2: late, 11: own, 12: own, 21: above}


async def test_a_unit_above_that_nobody_reaches_is_passed_over(scene: Scene) -> None:
    await scene.unit(DISTRICT, unitdesk.release, 21, 1)
    await scene.sent()
    told = await _morning(scene, MONDAY)
    assert 21 not in told
    assert told[31] == [("tasks_below", [SPEECH, LIST, PRINT])]


async def test_a_unit_above_that_has_a_group_chat_alone_is_passed_over(scene: Scene) -> None:
    token = (await scene.unit(DISTRICT, inviting.invite_group)).it.link.partition("startgroup=")[2]
    await scene.office.do(scene.cuc, settling.link_group, -500, token)
    await scene.unit(DISTRICT, unitdesk.release, 21, 1)
    await scene.sent()
    assert (await _morning(scene, MONDAY))[31] == [("tasks_below", [SPEECH, LIST, PRINT])]


async def test_what_is_due_in_a_unit_that_nobody_reaches_is_told_above_before_it_is_late(scene: Scene) -> None:
    for chat in (11, 12):
        await scene.unit(COMMUNE, unitdesk.release, chat, 1)
    await scene.sent()
    told = await _morning(scene, FRIDAY)
    due = [SPEECH, LIST, PRINT]
    assert told == {1: [("overdue_digest", due)], 2: [("overdue_digest", due)], 21: [("tasks_below", due)]}


async def test_who_answers_for_both_units_is_not_told_twice(scene: Scene) -> None:
    await scene.office.focal(11, scene.units[DISTRICT])
    told = await _morning(scene, MONDAY)
    assert [view for view, _ in told[11]] == ["urgent_task", "task_digest"]
    assert [view for view, _ in told[21]] == ["tasks_below"]


async def test_a_loop_in_the_tree_ends_and_nobody_hears_twice(scene: Scene) -> None:
    async with scene.office.desk.database.begin() as connection:
        top = unit_rows.update().where(unit_rows.c.id == scene.units[PROVINCE])
        await connection.execute(top.values(parent_id=scene.units[COMMUNE]))
        await connection.execute(
            unit_rows.update().where(unit_rows.c.id == scene.units[DISTRICT]).values(parent_id=scene.units[DISTRICT])
        )
    told = await _morning(scene, MONDAY)
    assert (told[21], 31 in told) == ([("tasks_below", [SPEECH, LIST, PRINT])], False)


async def test_an_urgent_task_goes_by_itself_and_not_into_the_digest(scene: Scene) -> None:
    own = [("urgent_task", [LIST]), ("task_digest", [SPEECH, PRINT])]
    assert await _morning(scene, FRIDAY) == {11: own, 12: own}
    assert await _morning(scene, FRIDAY) == {}
    sent = await scene.office.do(scene.organizer, chasing.send, 3, 2)
    assert sent.it.people == 2
    assert [view for view, _ in await scene.waiting_views(11)] == ["urgent_task", "task_digest"]


async def test_knowing_the_digest_does_not_quiet_the_urgent_task(scene: Scene) -> None:
    await _morning(scene, datetime(2026, 7, 23, 2, tzinfo=UTC))
    assert (await scene.office.do(scene.an, chasing.known)).it.tasks == 2
    assert await _morning(scene, FRIDAY) == {11: [("urgent_task", [LIST])], 12: [("urgent_task", [LIST])]}
    assert (await scene.office.do(scene.an, chasing.known, scene.tasks[LIST])).it.tasks == 1


async def test_an_organizer_marks_a_task_as_urgent_and_its_unit_is_told(scene: Scene) -> None:
    assert (await scene.office.do(scene.organizer, taskcards.show, scene.tasks[PRINT])).it.task.urgent is False
    marked = await scene.do(scene.organizer, taskediting.mark_urgent, PRINT, 1)
    assert (marked.it.said, marked.it.task.urgent) == ("urgent", True)
    assert [(view, data["what"]) for view, data in await scene.waiting_views(11)] == [("task_changed", "urgent")]
    await scene.sent()
    again = await scene.do(scene.organizer, taskediting.mark_urgent, PRINT, 1)
    assert (again.it.said, await scene.waiting_views(11)) == ("urgent", [])


async def test_an_urgent_notice_that_waits_is_withdrawn_once_the_task_is_reported(scene: Scene) -> None:
    scene.office.clock.now = FRIDAY
    await scene.office.do(SYSTEM, ladders.tick)
    await scene.do(scene.an, tasking.accept, LIST)
    assert [view for view, _ in await scene.waiting_views(12)] == ["urgent_task", "task_digest", "tasks_answered"]
    await scene.do(scene.organizer, taskediting.withdraw, LIST)
    assert "urgent_task" not in [view for view, _ in await scene.waiting_views(12)]


@pytest.mark.parametrize("many", [2, 9])
async def test_a_morning_takes_as_many_statements_however_many_people_are_told(office: Any, many: int) -> None:
    due = DUE
    plan = replace(
        PLAN,
        units=tuple(Unit(id=UnitId(n), name=f"Đơn vị {n}", position=n) for n in range(1, many + 1)),
        tasks=tuple(
            Task(id=TaskId(n), unit=UnitId(n), text=f"Việc {n}", deadline=due, position=n) for n in range(1, many + 1)
        ),
    )
    made = await office.opens(plan)
    organizer = await office.organizer(1)
    for number, unit in enumerate(made.units):
        await office.focal(100 + number, unit.id)
    await office.do(organizer, tasking.assign_all)
    office.clock.now = datetime(2026, 7, 27, 2, tzinfo=UTC)
    statements: list[str] = []

    def note(*arguments: Any) -> None:
        statements.append(arguments[2].split()[0])

    engine = office.desk.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    assert await office.do(SYSTEM, ladders.tick) == many
    event.remove(engine, "before_cursor_execute", note)
    written = [each for each in statements if each == "INSERT"]
    assert (len(written), len(await office.outbox(100 + many - 1))) == (6, 2)
    assert len(statements) <= 30
