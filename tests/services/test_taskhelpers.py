"""Coordinating units are added and dropped in the chat; what a unit that coordinates sees of the one that leads."""

import io
import zipfile
from typing import Any

import pytest
import pytest_asyncio

from domain.refusal import Refusal
from domain.tasks import Act
from services import taskcards, taskediting, taskhelpers, tasking, tasklists, taskreviews, taskwording
from tests.services.taskscene import HALL, PRINT, REPORT, Scene, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    scene = await build(office)
    await scene.sent()
    return scene


async def test_a_unit_is_added_and_dropped_and_everybody_touched_is_told_old_and_new(scene: Scene) -> None:
    green, red = scene.units["Phòng Xanh"], scene.units["Phòng Đỏ"]
    chosen = (await scene.do(scene.organizer, taskhelpers.toggle, HALL, green)).it
    assert chosen.units == ((green, "Phòng Xanh", True),)
    lead = [(view, data["what"], data["before"], data["after"]) for view, data in await scene.waiting_views(21)]
    assert lead == [("task_changed", "helpers", "", "Phòng Xanh")]
    assert (await scene.waiting(11), await scene.waiting(12)) == (["tasks_shared"], ["tasks_shared"])
    assert HALL in [line.text for line in (await scene.office.do(scene.an, tasklists.mine)).it.tasks]
    await scene.sent()
    await scene.do(scene.organizer, taskhelpers.toggle, HALL, green)
    told = [(view, data["what"], data["after"]) for view, data in await scene.waiting_views(11)]
    assert told == [("task_changed", "not_helping", "Phòng Xanh")]
    assert HALL not in [line.text for line in (await scene.office.do(scene.an, tasklists.mine)).it.tasks]
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.organizer, taskhelpers.toggle, HALL, red)
    assert refused.value.code == "unit_unknown"


async def test_only_organizers_choose_and_an_old_button_shows_the_task_as_it_is(scene: Scene) -> None:
    green = scene.units["Phòng Xanh"]
    with pytest.raises(Refusal):
        await scene.do(scene.cuc, taskhelpers.toggle, HALL, green)
    found = await scene.task(HALL)
    await scene.do(scene.organizer, taskhelpers.toggle, HALL, green)
    stale = await scene.office.do(scene.second, taskhelpers.toggle, found.id, found.revision, green)
    assert (stale.toast, (await scene.task(HALL)).coordinating) == ("task_changed", (green,))


async def test_that_the_leading_unit_refused_is_not_shown_to_the_one_that_coordinates(scene: Scene) -> None:
    await scene.do(scene.an, tasking.ask_reason, PRINT, Act.REFUSE)
    await scene.types(scene.an, "Thiếu giấy")
    helping = (await scene.office.do(scene.cuc, taskcards.show, scene.tasks[PRINT])).it
    assert (helping.task.state, helping.note, helping.history) == ("assigned", None, ())
    (line,) = [each for each in (await scene.office.do(scene.cuc, tasklists.mine)).it.tasks if each.text == PRINT]
    assert (line.state, line.helping) == ("assigned", True)
    assert (await scene.office.do(scene.organizer, taskcards.show, scene.tasks[PRINT])).it.task.state == "refused"
    assert (await scene.office.do(scene.binh, taskcards.show, scene.tasks[PRINT])).it.task.state == "refused"


async def test_a_unit_has_its_own_board_as_excel_and_picture_without_the_others_reports(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, PRINT)
    await scene.do(scene.an, tasking.ask_reason, PRINT, Act.REPORT)
    await scene.types(scene.an, "Đã in 200 bộ")
    reply = await scene.office.do(scene.cuc, taskreviews.sheet)
    assert (reply.it.total, reply.it.organizer) == (2, False)
    words = _words(reply.files[0].content)
    assert HALL in words
    assert PRINT in words
    assert "Đã in 200 bộ" not in words
    assert REPORT not in words
    own = _words((await scene.office.do(scene.an, taskreviews.sheet)).files[0].content)
    assert "Đã in 200 bộ" in own
    assert (await scene.office.do(scene.cuc, taskreviews.picture)).it.total == 2
    with pytest.raises(Refusal) as refused:
        await scene.office.do(await scene.office.person(99), taskreviews.sheet)
    assert refused.value.code == "not_allowed"


def _words(book: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        return " ".join(opened.read(name).decode() for name in opened.namelist() if name.endswith(".xml"))


async def test_unit_that_coordinates_is_told_what_changes_old_to_new(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.ask, PRINT, "task_deadline")
    await scene.types(scene.organizer, "20/7/2026")
    await scene.do(scene.organizer, taskwording.ask_words, PRINT)
    await scene.types(scene.organizer, "In tài liệu màu")
    await scene.do(scene.organizer, taskediting.mark_urgent, PRINT, 1)
    await scene.do(scene.organizer, taskediting.withdraw, PRINT)
    changed = [data["what"] for view, data in await scene.waiting_views(21) if view == "task_changed"]
    assert changed == ["deadline", "text", "urgent", "withdrawn"]


async def test_who_answers_for_both_units_is_told_of_a_change_once(scene: Scene) -> None:
    await scene.office.focal(11, scene.units["Phòng Đỏ"])
    await scene.sent()
    await scene.do(scene.organizer, taskediting.mark_urgent, PRINT, 1)
    assert await scene.waiting(11) == ["task_changed"]


async def test_units_that_a_new_task_names_behind_working_together_coordinate_it_and_are_told(scene: Scene) -> None:
    await scene.sent()
    await scene.unit("Phòng Xanh", taskediting.new)
    card = (await scene.types(scene.organizer, "Chủ trì, phối hợp với phòng đỏ bố trí xe")).it
    assert card.coordinating == ("Phòng Đỏ",)
    assert (await scene.waiting(11), await scene.waiting(21)) == (["task_assigned"], ["tasks_shared"])
