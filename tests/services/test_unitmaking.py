"""Organizers add a unit, for a task in hand or by itself, name it anew, and look at what one unit has."""

from typing import Any

import pytest
import pytest_asyncio

from domain.ids import UnitId
from domain.refusal import Refusal
from services import taskediting, taskhelpers, tasklists, unitdesk, unitmaking
from services.views.forms import FormPrompt
from tests.services.taskscene import HALL, PRINT, REPORT, Scene, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    scene = await build(office)
    await scene.sent()
    return scene


async def adds(scene: Scene, name: str, how: str = "", task: str | None = None) -> Any:
    key = None if task is None else scene.tasks[task]
    await scene.office.do(scene.organizer, unitmaking.begin, how, key)
    return (await scene.types(scene.organizer, name)).it


async def test_a_unit_is_added_once_however_it_is_spelt_and_stands_under_the_one_it_names(scene: Scene) -> None:
    first = await adds(scene, "UBND xã Đông")
    assert (first.name, first.said) == ("UBND xã Đông", "added")
    again = await adds(scene, "Ủy ban nhân dân xã Đông")
    assert (again.unit, again.said) == (first.unit, "known")
    below = await adds(scene, "Trạm Y tế thuộc UBND xã Đông")
    assert below.above == ("UBND xã Đông",)
    listed = (await scene.office.do(scene.organizer, unitdesk.desk)).it.lines
    assert len(listed) == 4


async def test_a_name_of_signs_alone_is_none(scene: Scene) -> None:
    before = (await scene.office.do(scene.organizer, unitdesk.desk)).it.lines
    assert isinstance(await adds(scene, "👍 …"), FormPrompt)
    assert len((await scene.office.do(scene.organizer, unitdesk.desk)).it.lines) == len(before)


async def test_a_new_unit_gets_a_task_leads_one_or_helps_with_one(scene: Scene) -> None:
    assert isinstance(await adds(scene, "Công an xã", "new"), FormPrompt)
    card = (await scene.types(scene.organizer, "Trực an ninh")).it
    assert card.task.unit == "Công an xã"
    card = await adds(scene, "Điện lực", "lead", HALL)
    assert (card.task.unit, card.said) == ("Điện lực", "hand_over")
    assert "task_changed" in await scene.waiting(21)
    chosen = await adds(scene, "Viễn thông", "help", REPORT)
    assert [name for _, name, on in chosen.units if on] == ["Viễn thông"]
    chosen = await adds(scene, "Viễn thông", "help", REPORT)  # it stays one that helps
    assert [name for _, name, on in chosen.units if on] == ["Viễn thông"]
    assert (await scene.task(REPORT)).unit_name == "Phòng Xanh"


async def test_a_unit_is_known_by_another_name_that_no_other_unit_has(scene: Scene) -> None:
    await scene.unit("Phòng Đỏ", unitmaking.begin_alias)
    page = (await scene.types(scene.organizer, "Ban Hồng")).it
    assert (page.said, page.aliases) == ("alias", ("Ban Hồng",))
    assert (await adds(scene, "Ban Hồng")).name == "Phòng Đỏ"
    await scene.unit("Phòng Xanh", taskediting.new)
    assert (await scene.types(scene.organizer, "Thử loa, phối hợp với Ban Hồng")).it.coordinating == ("Phòng Đỏ",)
    await scene.unit("Phòng Xanh", unitmaking.begin_alias)
    with pytest.raises(Refusal) as refused:
        await scene.types(scene.organizer, "phòng đỏ")
    assert refused.value.code == "unit_name_taken"


async def test_only_organizers_add_units(scene: Scene) -> None:
    for service, args in ((unitmaking.begin, ()), (unitmaking.begin_alias, (scene.units["Phòng Xanh"],))):
        with pytest.raises(Refusal) as refused:
            await scene.office.do(scene.an, service, *args)
        assert refused.value.code == "not_allowed"


async def test_the_board_opens_what_one_unit_leads_or_coordinates(scene: Scene) -> None:
    rows = (await scene.office.do(scene.organizer, tasklists.board)).it.units
    assert [(row.number, row.unit, row.id) for row in rows] == [
        (1, "Phòng Xanh", scene.units["Phòng Xanh"]),
        (2, "Phòng Đỏ", scene.units["Phòng Đỏ"]),
    ]
    shown = (await scene.unit("Phòng Đỏ", tasklists.board_of)).it
    assert (shown.filter, shown.unit, [line.text for line in shown.tasks]) == ("unit", "Phòng Đỏ", [HALL, PRINT])
    for who, unit, code in (
        (scene.an, scene.units["Phòng Xanh"], "not_allowed"),
        (scene.organizer, UnitId(99), "unit_unknown"),
    ):
        with pytest.raises(Refusal) as refused:
            await scene.office.do(who, tasklists.board_of, unit)
        assert refused.value.code == code


async def test_wherever_a_unit_is_chosen_one_that_is_not_there_can_be_added(scene: Scene) -> None:
    found = await scene.task(HALL)
    asked = ((taskediting.pick_unit, ()), (taskediting.pick_heir, (found.id, found.revision)))
    for service, args in (*asked, (taskhelpers.pick, (found.id, found.revision)), (unitdesk.desk, ())):
        shown = (await scene.office.do(scene.organizer, service, *args)).it
        assert "add_unit" in [press.label for row in shown.keyboard() for press in row]
