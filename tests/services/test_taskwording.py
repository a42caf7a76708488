"""What the words of a task name holds: its deadline, "nếu có", the units behind "phối hợp với"."""

from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from domain.ids import TaskId
from domain.refusal import Refusal
from services import taskediting, taskhelpers, taskparts, taskundo, taskwording
from storage import tasks
from storage.tasks import StoredTask
from tests.services.taskscene import HALL, PRINT, Scene, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    scene = await build(office)
    await scene.sent()
    return scene


async def adds(scene: Scene, words: str) -> StoredTask:
    await scene.unit("Phòng Xanh", taskediting.new)
    card = (await scene.types(scene.organizer, words)).it
    async with scene.office.desk.database.begin() as connection:
        found = await tasks.get(connection, scene.office.conference, TaskId(card.task.id))
    assert found is not None
    return found


async def rewords(scene: Scene, text: str, words: str) -> Any:
    await scene.do(scene.organizer, taskwording.ask_words, text)
    return (await scene.types(scene.organizer, words)).it


@pytest.mark.parametrize(
    ("words", "deadline", "phrase"),
    [
        ("In giấy mời trước ngày 20/7", datetime(2026, 7, 20, 16, 59, tzinfo=UTC), None),
        ("Nộp bài trước 17h00 ngày 15/7/2026", datetime(2026, 7, 15, 10, tzinfo=UTC), None),
        ("Mua hoa, chậm nhất thứ Sáu", datetime(2026, 7, 3, 16, 59, tzinfo=UTC), None),
        ("Mua hoa trước ngày mai", datetime(2026, 7, 2, 16, 59, tzinfo=UTC), None),
        ("Thuê xe trước ngày 5/1", datetime(2027, 1, 5, 16, 59, tzinfo=UTC), None),
        ("Báo cáo tiến độ 16h00 thứ Sáu hằng tuần", datetime(2026, 7, 3, 9, tzinfo=UTC), "16h00 thứ Sáu hằng tuần"),
        (
            "Chốt khách trước hội nghị 5 ngày",
            datetime(2026, 7, 22, 16, 59, tzinfo=UTC),
            "trước hội nghị 5 ngày",
        ),
    ],
)
async def test_a_new_task_has_the_deadline_that_its_words_name(
    scene: Scene, words: str, deadline: datetime, phrase: str | None
) -> None:
    added = await adds(scene, words)
    assert (added.deadline, added.deadline_text) == (deadline, phrase)
    assert await scene.waiting(1) == []  # nobody is asked for what was said
    ((view, told),) = await scene.waiting_views(11)
    assert (view, told["tasks"][0]["deadline"] is not None) == ("task_assigned", True)


@pytest.mark.parametrize(
    "words",
    [
        "Mua hoa trước thứ Hai 21/7/2026",
        "In trước ngày 31/6",
        "In giấy mời trước ngày 20/6/2026",
        "In kế hoạch số 5 ngày 20/6/2026",
        "Mua hoa",
    ],
)
async def test_for_a_day_that_is_over_or_none_organizers_are_asked(scene: Scene, words: str) -> None:
    assert (await adds(scene, words)).deadline is None
    assert await scene.waiting(1) == ["deadlines_missing"]


async def test_a_new_task_that_may_not_be_needed_sleeps(scene: Scene) -> None:
    assert (await adds(scene, "Chuẩn bị quà tặng (nếu có)")).state == "dormant"
    assert await scene.waiting(11) == []


async def test_the_parts_of_a_task_have_the_deadlines_that_they_name(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.ask, HALL, "task_split")
    await scene.types(scene.organizer, "Treo phông trước ngày 22/7\nKê ghế\nPhối hợp với Phòng Xanh thử loa trước 23/7")
    async with scene.office.desk.database.begin() as connection:
        found = await tasks.of_units(connection, scene.office.conference, [scene.units["Phòng Đỏ"]])
    parts = {task.text: task for task in found if task.unit == scene.units["Phòng Đỏ"]}
    assert [(each.deadline.day, each.coordinating) for each in parts.values() if each.deadline] == [
        (22, ()),
        (24, ()),
        (23, (scene.units["Phòng Xanh"],)),
    ]
    told = [data["what"] for view, data in await scene.waiting_views(21) if view == "task_changed"]
    assert told == [taskparts.SPLIT]


async def test_new_words_name_and_drop_who_helps_and_a_deadline_and_all_are_told(scene: Scene) -> None:
    card = await rewords(scene, HALL, "Trang trí hội trường, phối hợp với Phòng Xanh, trước ngày 21/7")
    assert (card.said, card.coordinating, card.task.deadline.day) == ("edit", ("Phòng Xanh",), 21)
    told = {data["what"]: data for view, data in await scene.waiting_views(21) if view == "task_changed"}
    assert sorted(told) == ["helpers", "text"]
    assert (told["text"]["old"][:10], told["text"]["new"][:10]) == ("2026-07-24", "2026-07-21")
    assert "tasks_shared" in await scene.waiting(11)
    await scene.sent()
    card = await rewords(scene, HALL, "Trang trí hội trường trước ngày 21/7")
    assert (card.coordinating, card.task.deadline.day) == ((), 21)
    assert "not_helping" in [data["what"] for view, data in await scene.waiting_views(11) if view == "task_changed"]


async def test_who_helps_without_being_named_goes_on_helping(scene: Scene) -> None:
    assert (await rewords(scene, PRINT, "In tài liệu màu")).coordinating == ("Phòng Đỏ",)


async def test_new_words_are_not_taken_back_once_somebody_else_changed_who_helps(scene: Scene) -> None:
    await rewords(scene, HALL, "Trang trí hội trường, phối hợp với Phòng Xanh")
    await scene.do(scene.second, taskhelpers.toggle, HALL, scene.units["Phòng Xanh"])
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.organizer, taskundo.undo, HALL)
    assert refused.value.code == "task_not_yours_to_undo"
