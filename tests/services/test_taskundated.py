"""A task given after the publication without a deadline: organizers are asked for it once, with a proposal."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import pytest_asyncio

from domain.conference import Conference, Programme, Task, Unit
from domain.ids import NO_UNIT, TaskId, UnitId
from domain.refusal import Refusal
from domain.tasks import Act
from domain.views import keyboard_of
from services import taskdates, taskediting, tasking, taskparts, taskundo
from services.views.taskdeadlines import DeadlinesMissing
from storage import programmes
from storage.codec import from_json
from tests.services.taskscene import Scene, at, build

KEPT, CARS, PRIZES, DATED = "Trực y tế", "Bố trí xe đưa đón", "Mua hoa (nếu có)", "Trang trí hội trường"
PLAN = Programme(
    conference=Conference(code="HN1", title="Hội nghị thử", starts_on=date(2026, 7, 27), ends_on=date(2026, 7, 28)),
    units=(Unit(id=UnitId(1), name="Phòng Xanh"), Unit(id=UnitId(2), name="Phòng Đỏ", position=1)),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(1), text=KEPT, position=1),
        Task(id=TaskId(2), unit=NO_UNIT, text=CARS, position=2),
        Task(id=TaskId(3), unit=UnitId(1), text=PRIZES, conditional=True, position=3),
        Task(id=TaskId(4), unit=UnitId(2), text=DATED, deadline=at("2026-07-24T17:00"), position=4),
    ),
)
NEW = "In giấy mời"
SPLIT = f"task_{taskparts.SPLIT}"


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    """Published; what was asked and told then has gone out."""
    made = await build(office, PLAN)
    assert await asked(made, 1) == [([KEPT], False)]
    await made.sent()
    return made


async def asked(scene: Scene, chat: int) -> list[tuple[list[str], bool]]:
    """The questions for missing deadlines that wait for the chat: which tasks, whether after the publication."""
    found = [data for view, data in await scene.waiting_views(chat) if view == "deadlines_missing"]
    return [([line["text"] for line in data["tasks"]], data["later"]) for data in found]


async def question(scene: Scene) -> DeadlinesMissing:
    (data,) = [data for view, data in await scene.waiting_views(1) if view == "deadlines_missing"]
    return from_json(data, DeadlinesMissing)


async def adds(scene: Scene, text: str = NEW, unit: str = "Phòng Xanh") -> Any:
    await scene.unit(unit, taskediting.new)
    card = (await scene.types(scene.organizer, text)).it
    scene.tasks[text] = card.task.id
    return card


async def test_every_organizer_is_asked_for_the_deadline_of_a_new_task_with_its_usual_day(scene: Scene) -> None:
    await adds(scene)
    assert await asked(scene, 1) == await asked(scene, 2) == [([NEW], True)]
    assert (await question(scene)).proposals == (at("2026-07-20T23:59"),)
    assert await scene.waiting(11) == ["task_assigned"]


async def test_one_press_sets_the_usual_day_for_this_task_and_no_other(scene: Scene) -> None:
    await adds(scene)
    labels = [button.label for row in keyboard_of(await question(scene)) for button in row]
    assert labels == ["take_proposal", "set_deadline"]
    card = (await scene.do(scene.organizer, taskdates.take_proposal, NEW)).it
    assert (card.said, card.task.deadline) == ("deadline", at("2026-07-20T23:59"))
    assert (await scene.task(KEPT)).deadline is None
    moved = replace(scene.office.programme.conference, starts_on=date(2026, 8, 3), ends_on=date(2026, 8, 4))
    await scene.office.do(scene.organizer, tasking.recompute_deadlines, replace(PLAN, conference=moved))
    assert (await scene.task(NEW)).deadline == at("2026-07-27T16:59+00:00")


async def test_a_question_that_waits_goes_away_once_its_deadline_is_set(scene: Scene) -> None:
    await adds(scene)
    await scene.do(scene.organizer, taskediting.ask, NEW, "task_deadline")
    await scene.types(scene.organizer, "24/7")
    assert await asked(scene, 1) == []


async def test_a_task_of_nobody_is_asked_about_when_its_unit_is_chosen_and_not_when_it_changes_again(
    scene: Scene,
) -> None:
    await scene.do(scene.organizer, taskediting.hand_over, CARS, scene.units["Phòng Xanh"])
    assert await asked(scene, 1) == [([CARS], True)]
    await scene.sent()
    await scene.do(scene.organizer, taskediting.hand_over, CARS, scene.units["Phòng Đỏ"])
    await scene.do(scene.cuc, tasking.ask_reason, CARS, Act.REFUSE)
    await scene.types(scene.cuc, "Không có xe")
    await scene.do(scene.organizer, tasking.give_again, CARS, Act.ASSIGN)
    assert await asked(scene, 1) == []


async def test_a_task_that_is_woken_twice_is_asked_about_once(scene: Scene) -> None:
    await scene.do(scene.organizer, tasking.give_again, PRIZES, Act.WAKE)
    assert await asked(scene, 1) == [([PRIZES], True)]
    await scene.sent()
    await scene.do(scene.organizer, taskundo.undo, PRIZES)
    await scene.do(scene.organizer, tasking.give_again, PRIZES, Act.WAKE)
    assert (await scene.task(PRIZES)).state.value == "assigned"
    assert await asked(scene, 1) == []


async def test_the_parts_of_an_undated_task_are_asked_about_together_and_those_of_a_dated_one_not(
    scene: Scene,
) -> None:
    await scene.do(scene.organizer, taskediting.ask, KEPT, SPLIT)
    await scene.types(scene.organizer, "Trực y tế\nMua thuốc\nThuê xe cứu thương")
    assert await asked(scene, 1) == [(["Mua thuốc", "Thuê xe cứu thương"], True)]
    rows = keyboard_of(await question(scene))
    assert [[button.label for button in row] for row in rows] == [["take_proposal_n", "set_deadline_n"]] * 2
    await scene.sent()
    await scene.do(scene.organizer, taskediting.ask, DATED, SPLIT)
    await scene.types(scene.organizer, "Treo băng rôn\nKê ghế")
    assert await asked(scene, 1) == []


async def test_publishing_again_does_not_ask_again(scene: Scene) -> None:
    await adds(scene)
    await scene.sent()
    assert await scene.office.do(scene.organizer, tasking.assign_all) == 0
    assert await asked(scene, 1) == []


async def test_a_usual_day_that_is_over_is_not_proposed_and_an_old_press_asks_for_another(scene: Scene) -> None:
    await adds(scene)
    scene.office.clock.now = at("2026-07-21T02:00+00:00")
    reply = await scene.do(scene.organizer, taskdates.take_proposal, NEW)
    assert (type(reply.it).__name__, (await scene.task(NEW)).deadline) == ("FormPrompt", None)
    await scene.types(scene.organizer, "24/7")
    await scene.sent()
    await adds(scene, "In giấy mời bổ sung")
    assert (await question(scene)).proposals == (None,)


async def test_without_a_date_of_the_conference_nothing_is_proposed(office: Any) -> None:
    scene = await build(office, replace(PLAN, conference=replace(PLAN.conference, starts_on=None, ends_on=None)))
    await scene.sent()
    await adds(scene)
    it = await question(scene)
    assert (it.proposals, [button.label for row in keyboard_of(it) for button in row]) == ((), ["set_deadline"])
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.organizer, taskdates.take_proposal, NEW)
    assert refused.value.code == "deadline_needs_conference"


async def test_a_units_person_cannot_set_the_usual_day_and_an_old_button_changes_nothing(scene: Scene) -> None:
    await adds(scene)
    old = await scene.task(NEW)
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.an, taskdates.take_proposal, NEW)
    assert refused.value.code == "not_allowed"
    await scene.do(scene.an, tasking.accept, NEW)
    reply = await scene.office.do(scene.organizer, taskdates.take_proposal, old.id, old.revision)
    assert (reply.it.said, (await scene.task(NEW)).deadline) == ("changed", None)


async def test_a_waiting_question_keeps_its_days_beside_their_tasks(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.ask, KEPT, SPLIT)
    await scene.types(scene.organizer, "Trực y tế\nIn giấy mời\nTổng kết kinh phí")
    before = await question(scene)
    assert before.proposals[0] != before.proposals[1]
    first = before.tasks[0]
    await scene.office.do(scene.organizer, taskediting.withdraw, TaskId(first.id), first.revision)
    after = await question(scene)
    assert ([line.text for line in after.tasks], after.proposals) == (["Tổng kết kinh phí"], before.proposals[1:])


async def test_what_was_asked_without_days_is_asked_with_a_proposal_once_the_days_are_known(office: Any) -> None:
    undated = replace(PLAN, conference=replace(PLAN.conference, starts_on=None, ends_on=None))
    scene = await build(office, undated)
    assert (await question(scene)).proposals == ()
    await scene.sent()
    await scene.office.do(scene.organizer, tasking.assign_all)
    assert await asked(scene, 1) == []
    async with office.desk.database.begin() as connection:
        days = {"starts_on": date(2026, 8, 20), "ends_on": date(2026, 8, 20)}
        await programmes.change_conference(connection, office.conference, **days)
    await scene.office.do(scene.organizer, tasking.assign_all)
    assert await asked(scene, 1) == await asked(scene, 2) == [([KEPT], False)]
    assert (await question(scene)).proposals == (at("2026-08-18T23:59"),)
    await scene.sent()
    await scene.office.do(scene.organizer, tasking.assign_all)
    assert await asked(scene, 1) == []
