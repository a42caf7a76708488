"""A member is taken out of a collective unit: what it owes is taken back, what it has reported stays."""

from typing import Any

import pytest

from domain.ids import TaskId, UnitId
from domain.refusal import Refusal
from services import (
    collecting,
    memberdesk,
    memberleaving,
    taskediting,
    taskhelpers,
    tasklists,
    taskwording,
    unitdesk,
    unitmaking,
)
from tests.services.taskscene import Scene
from tests.services.test_memberdesk import GIA_LAI, member_called, seated
from tests.services.test_taskmembers import MEMBERS, OWED, comes, reports, says_unit, scene

__all__ = ["scene"]


async def drops(scene: Scene, name: str, sure: int = 1) -> Any:
    return (await scene.unit(MEMBERS, memberleaving.drop, await member_called(scene, name), sure)).it


async def test_a_member_is_taken_out_after_a_question_and_owes_nothing_then(scene: Scene) -> None:
    _, who = await says_unit(scene, await comes(scene, 11, "Lê An"), GIA_LAI)
    _, other = await says_unit(scene, await comes(scene, 12, "Y Kon"), "Kon Tum")
    await scene.sent()
    choice = (await scene.unit(MEMBERS, memberleaving.pick)).it
    assert [name for _, name in choice.members] == [GIA_LAI, "Kon Tum"]
    asked = await drops(scene, GIA_LAI, 0)
    assert (asked.member_name, asked.open, await scene.waiting(11)) == (GIA_LAI, 1, [])
    page = await drops(scene, GIA_LAI)
    assert (page.said, page.members) == ("member_left", (("Kon Tum", 1),))
    assert [(view, data["what"]) for view, data in await scene.waiting_views(11)] == [("task_changed", "withdrawn")]
    assert (await scene.office.do(who, tasklists.mine)).it.total == 0
    assert (await scene.office.do(other, tasklists.mine)).it.total == 1
    await scene.unit(MEMBERS, memberdesk.begin_members)
    await scene.types(scene.organizer, GIA_LAI)
    assert [line.text for line in (await scene.office.do(who, tasklists.mine)).it.tasks] == [OWED]


async def test_what_a_member_has_reported_stays_where_it_is_collected(scene: Scene) -> None:
    _, who = await says_unit(scene, await comes(scene, 11, "Lê An"), GIA_LAI)
    await reports(scene, who, "bao-cao.docx", "số 12/BC-GL")
    assert (await drops(scene, GIA_LAI, 0)).open == 0
    await drops(scene, GIA_LAI)
    (line,) = (await scene.office.do(scene.organizer, collecting.board)).it.lines
    assert (line.task.unit, line.file) == (GIA_LAI, "bao-cao.docx")
    (own,) = (await scene.office.do(who, tasklists.mine)).it.tasks
    assert own.state == "reported"


async def test_who_came_for_a_member_without_a_name_answers_for_nothing_then(scene: Scene) -> None:
    await seated(scene)
    await scene.sent()
    await drops(scene, f"{MEMBERS} (1)")
    assert sorted(await scene.waiting(11)) == ["no_longer_focal", "task_changed"]
    assert (await scene.office.person(11)).units == ()


async def test_what_the_collective_unit_coordinates_a_former_member_does_not(scene: Scene) -> None:
    _, who = await says_unit(scene, await comes(scene, 11, "Lê An"), GIA_LAI)
    await scene.unit("UBND tỉnh Lâm Đồng", taskediting.new)
    card = (await scene.types(scene.organizer, "Trang trí")).it
    await scene.office.do(
        scene.organizer, taskhelpers.toggle, TaskId(card.task.id), card.task.revision, scene.units[MEMBERS]
    )
    assert "tasks_shared" in await scene.waiting(11)  # what the collective unit coordinates, its members do
    await scene.sent()
    await drops(scene, GIA_LAI)
    told = [data["what"] for view, data in await scene.waiting_views(11) if view == "task_changed"]
    assert told == ["withdrawn", "not_helping"]
    assert (await scene.office.do(who, tasklists.mine)).it.total == 0


async def test_members_are_told_when_new_words_name_their_collective_unit(scene: Scene) -> None:
    await says_unit(scene, await comes(scene, 11, "Lê An"), GIA_LAI)
    await scene.unit("UBND tỉnh Lâm Đồng", taskediting.new)
    card = (await scene.types(scene.organizer, "Trang trí")).it
    await scene.sent()
    await scene.office.do(scene.organizer, taskwording.ask_words, TaskId(card.task.id), card.task.revision)
    card = (await scene.types(scene.organizer, f"Trang trí, phối hợp với {MEMBERS}")).it
    assert (card.coordinating, await scene.waiting(11)) == ((MEMBERS, GIA_LAI), ["tasks_shared"])


async def test_a_member_that_is_named_later_hears_what_it_coordinates(scene: Scene) -> None:
    await scene.office.focal(21, scene.units["UBND tỉnh Lâm Đồng"])
    await scene.office.do(scene.organizer, unitmaking.begin, "new")
    await scene.types(scene.organizer, "Sở Nội vụ")
    card = (await scene.types(scene.organizer, "Trang trí")).it
    await scene.office.do(
        scene.organizer, taskhelpers.toggle, TaskId(card.task.id), card.task.revision, scene.units[MEMBERS]
    )
    await scene.sent()
    await scene.unit(MEMBERS, memberdesk.begin_members)
    await scene.types(scene.organizer, "UBND tỉnh Lâm Đồng")
    assert sorted(await scene.waiting(21)) == ["task_assigned", "tasks_shared"]


async def test_only_organizers_take_members_out_and_only_members(scene: Scene) -> None:
    who = await seated(scene)
    for actor, member, code in ((who, who.units[0], "not_allowed"), (scene.organizer, UnitId(999), "unit_unknown")):
        with pytest.raises(Refusal) as refused:
            await scene.unit(MEMBERS, memberleaving.drop, member, 1, who=actor)
        assert refused.value.code == code
    assert len((await scene.unit(MEMBERS, unitdesk.show)).it.members) == 3
