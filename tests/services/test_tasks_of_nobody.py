"""Tasks that no unit has been given: shown when publishing and on the board, given by a button."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import pytest_asyncio

from domain.actor import Actor
from domain.conference import Conference, Programme, Task, Unit
from domain.ids import NO_UNIT, TaskId, UnitId
from domain.refusal import Refusal
from domain.revising import revised
from services import flows, taskediting, tasking, tasklists, taskreviews
from services.views.taskboards import UnitRow
from storage import programmes, revising, tasks
from storage.tasks import StoredTask
from tests.services.taskscene import at

CARS, FLOWERS, HALL = "Bố trí xe đưa đón", "Mua hoa (nếu có)", "Trang trí hội trường"
PLAN = Programme(
    conference=Conference(code="HN1", title="Hội nghị thử", starts_on=date(2026, 7, 27)),
    units=(Unit(id=UnitId(1), name="Phòng Xanh"),),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(1), text=HALL, deadline=at("2026-07-24T17:00"), position=1),
        Task(id=TaskId(2), unit=NO_UNIT, text=CARS, deadline=at("2026-07-26T17:00"), position=2),
        Task(id=TaskId(3), unit=NO_UNIT, text=FLOWERS, conditional=True, position=3),
    ),
)


class Scene:
    def __init__(self, office: Any, organizer: Actor, unit: UnitId) -> None:
        self.office, self.organizer, self.unit = office, organizer, unit

    async def stored(self) -> dict[str, StoredTask]:
        async with self.office.desk.database.begin() as connection:
            return {task.text: task for task in await tasks.all_of(connection, self.office.conference)}

    async def gives(self, text: str, unit: UnitId | None = None) -> Any:
        found = (await self.stored())[text]
        return await self.office.do(
            self.organizer, taskediting.hand_over, found.id, found.revision, self.unit if unit is None else unit
        )


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    made = await office.opens(PLAN)
    organizer = await office.organizer(1)
    await office.focal(11, made.units[0].id)
    return Scene(office, organizer, made.units[0].id)


async def test_publishing_gives_out_what_has_a_unit_and_shows_the_rest_to_the_organizers(scene: Scene) -> None:
    assert await scene.office.do(scene.organizer, tasking.assign_all) == 1
    assert {text: task.state.value for text, task in (await scene.stored()).items()} == {
        CARS: "draft",
        FLOWERS: "draft",
        HALL: "assigned",
    }
    told = await scene.office.last_notice(1)
    assert await scene.office.outbox(1) == ["tasks/tasks_of_nobody"]
    assert [line["text"] for line in told["tasks"]] == [CARS, FLOWERS]


async def test_the_board_shows_them_on_top_and_under_a_filter_of_their_own(scene: Scene) -> None:
    await scene.office.do(scene.organizer, tasking.assign_all)
    board = (await scene.office.do(scene.organizer, tasklists.board)).it
    assert (board.nobodys, board.units) == (
        2,
        (
            UnitRow(unit="", reachable=True, late=0, counts=(("draft", 2),)),
            UnitRow(unit="Phòng Xanh", reachable=True, late=0, counts=(("assigned", 1),), id=1, number=2),
        ),
    )
    shown = (await scene.office.do(scene.organizer, tasklists.board, "nobody")).it
    assert [(line.unit, line.text) for line in shown.tasks] == [("", CARS), ("", FLOWERS)]
    assert (await scene.office.do(scene.organizer, taskreviews.sheet)).files[0].content[:2] == b"PK"
    assert (await scene.office.do(scene.organizer, taskreviews.morning)).it.nobodys == 2


async def test_given_by_a_button_it_goes_out_at_once_and_a_conditional_one_falls_asleep(scene: Scene) -> None:
    await scene.office.do(scene.organizer, tasking.assign_all)
    before = len(await scene.office.outbox(11))
    given = await scene.gives(CARS)
    assert (given.it.task.state, given.it.task.unit, given.it.history[0].note) == (
        "assigned",
        "Phòng Xanh",
        "Phòng Xanh",
    )
    assert (await scene.office.outbox(11))[before:] == ["tasks/task_assigned"]
    assert (await scene.gives(FLOWERS)).it.task.state == "dormant"
    with pytest.raises(Refusal) as refused:
        await scene.gives(CARS, NO_UNIT)
    assert refused.value.code == "stale_button"


async def test_before_the_publication_a_given_task_waits_for_it(office: Any) -> None:
    made = await office.opens(PLAN, published=False)
    scene = Scene(office, await office.organizer(1), made.units[0].id)
    assert (await scene.gives(CARS)).it.task.state == "draft"
    assert await office.do(scene.organizer, tasking.assign_all) == 2


async def test_a_new_task_may_wait_for_its_unit(scene: Scene) -> None:
    await scene.office.do(scene.organizer, taskediting.new, NO_UNIT)
    added = (await scene.office.do(scene.organizer, flows.take, "Mượn loa")).it
    assert (added.task.unit, added.task.state, added.task.text) == ("", "draft", "Mượn loa")
    assert (await scene.gives("Mượn loa")).it.task.state == "assigned"


async def test_a_revised_paper_leaves_what_an_organizer_gave_to_its_unit(office: Any) -> None:
    made = await office.opens(PLAN, published=False)
    scene = Scene(office, await office.organizer(1), made.units[0].id)
    await scene.gives(CARS)
    async with office.desk.database.begin() as connection:
        old = await programmes.working(connection, office.conference)
        later = replace(PLAN, tasks=(*PLAN.tasks, Task(id=TaskId(4), unit=NO_UNIT, text="Thuê máy nổ", position=4)))
        assert old is not None
        await revising.bring(connection, office.conference, old, revised(old, later))
    assert {text: task.unit_name for text, task in (await scene.stored()).items()} == {
        FLOWERS: "",
        "Thuê máy nổ": "",
        HALL: "Phòng Xanh",
        CARS: "Phòng Xanh",
    }
