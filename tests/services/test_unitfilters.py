"""A unit's own list narrowed by button: late, due this week, waiting for it, being done, refused, reported, done."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
import pytest_asyncio

from domain.actor import Actor
from domain.buttons import pack, unpack
from domain.conference import Conference, Programme, Task, Unit
from domain.ids import TaskId, UnitId
from domain.refusal import Refusal
from domain.tasks import Act
from domain.views import Press, keyboard_of
from handlers.tasks import PRESSES
from services import taskediting, tasking, tasklists
from services.views import task_buttons as b
from storage import tasks
from tests.services.taskscene import Scene, at, build

XANH, DO = UnitId(1), UnitId(2)
DEADLINES = {
    "Quá hạn": "2026-06-29T17:00",
    "Chủ nhật này": "2026-07-05T23:00",
    "Thứ Hai tới": "2026-07-06T00:30",
    "Đã báo": "2026-07-03T17:00",
}
"""Now is Wednesday, 1 July 2026, 9:00 in Hanoi."""
OTHERS = ("Chưa trả lời", "Đang làm", "Bị trả lại", "Từ chối", "Xong")
PLAN = Programme(
    conference=Conference(code="HN1", title="Hội nghị thử", starts_on=date(2026, 7, 27)),
    units=(Unit(id=XANH, name="Phòng Xanh"), Unit(id=DO, name="Phòng Đỏ", position=1)),
    tasks=(
        *(
            Task(id=TaskId(n), unit=XANH, text=text, deadline=at(deadline), position=n)
            for n, (text, deadline) in enumerate(DEADLINES.items(), 1)
        ),
        *(Task(id=TaskId(n), unit=XANH, text=text, position=n) for n, text in enumerate(OTHERS, 11)),
        Task(id=TaskId(21), unit=DO, text="Của Đỏ", deadline=at("2026-07-02T17:00"), position=21),
        Task(
            id=TaskId(22), unit=DO, text="Phối hợp", deadline=at("2026-07-02T17:00"), position=22, coordinating=(XANH,)
        ),
    ),
)


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    made = await build(office, PLAN)
    for text in ("Đang làm", "Bị trả lại", "Xong", "Đã báo"):
        await made.do(made.an, tasking.accept, text)
    await says(made, made.an, "Từ chối", Act.REFUSE)
    for text in ("Bị trả lại", "Xong", "Đã báo"):
        await says(made, made.an, text, Act.REPORT)
    await made.do(made.organizer, tasking.judge, "Xong", Act.FINISH)
    await says(made, made.organizer, "Bị trả lại", Act.RETURN)
    return made


async def says(scene: Scene, who: Actor, text: str, act: Act) -> None:
    await scene.do(who, tasking.ask_reason, text, act)
    await scene.types(who, "Lời ngắn")


async def shown(scene: Scene, under: str, who: Actor | None = None, page: int = 0) -> Any:
    return (await scene.office.do(who or scene.an, tasklists.mine, page, None, True, under)).it


@pytest.mark.parametrize(
    ("under", "expected"),
    [
        ("late", ["Quá hạn"]),
        ("week", ["Quá hạn", "Phối hợp", "Chủ nhật này"]),
        ("waiting", ["Quá hạn", "Chủ nhật này", "Thứ Hai tới", "Bị trả lại", "Chưa trả lời"]),
        ("working", ["Đang làm"]),
        ("refused", ["Từ chối"]),
        ("reported", ["Đã báo"]),
        ("done", ["Xong"]),
    ],
)
async def test_each_filter_shows_its_tasks_the_soonest_first(scene: Scene, under: str, expected: list[str]) -> None:
    view = await shown(scene, under)
    assert [line.text for line in view.tasks] == expected
    assert (view.filter, dict(view.counts)[under], view.total) == (under, len(expected), 10)


async def test_the_whole_list_offers_the_filters_with_their_numbers_and_a_filter_the_way_back(scene: Scene) -> None:
    whole = await shown(scene, "all")
    assert offered(whole) == {
        "late": "1",
        "risk": "1",
        "week": "3",
        "waiting": "5",
        "working": "1",
        "refused": "1",
        "reported": "1",
        "done": "1",
    }
    late = await shown(scene, "late")
    assert set(offered(late)) == {"risk", "week", "waiting", "working", "refused", "reported", "done", "all"}
    assert (
        (await shown(scene, "all")).accept_all
        == (await shown(scene, "waiting")).accept_all
        == scene.units["Phòng Xanh"]
    )
    assert late.accept_all is None


def offered(view: Any) -> dict[str, str]:
    """The filters among the buttons, with the numbers on them."""
    found = {}
    for button in (button for row in keyboard_of(view) for button in row if isinstance(button, Press)):
        meant = unpack(button.data)
        if isinstance(meant, b.UnitList):
            found[meant.filter] = dict(button.args)["n"]
        elif button.label == "board_all":
            assert meant == b.MyTasks(0)
            found["all"] = dict(button.args)["n"]
    return found


async def test_an_unknown_filter_is_an_old_button_and_those_of_no_unit_see_nothing(scene: Scene) -> None:
    for forged in ("assigned", "units", "' OR 1=1"):
        with pytest.raises(Refusal) as refused:
            await shown(scene, forged)
        assert refused.value.code == "stale_button"
    stranger = await scene.office.person(99)
    assert type(await shown(scene, "late", stranger)).__name__ == "NoTasks"


async def test_under_no_filter_a_unit_sees_what_is_anothers(scene: Scene) -> None:
    for under in tasklists.UNIT_FILTERS:
        assert "Của Đỏ" not in {line.text for line in (await shown(scene, under)).tasks}
        assert {line.text for line in (await shown(scene, under, scene.cuc)).tasks} <= {"Của Đỏ", "Phối hợp"}


async def test_no_filter_tells_a_coordinating_unit_that_the_other_said_no(scene: Scene) -> None:
    scene.office.clock.forward(days=3)
    before = {under: await shown(scene, under) for under in tasklists.UNIT_FILTERS}
    assert "Phối hợp" in {line.text for line in before["late"].tasks}
    await says(scene, scene.cuc, "Phối hợp", Act.REFUSE)
    for under, view in before.items():
        now = await shown(scene, under)
        assert [(line.text, line.state, line.late) for line in now.tasks] == [
            (line.text, line.state, line.late) for line in view.tasks
        ]
        assert now.counts == view.counts
    assert [line.text for line in (await shown(scene, "refused", scene.cuc)).tasks] == ["Phối hợp"]


async def test_a_long_filter_has_pages_that_stay_under_it(office: Any) -> None:
    many = tuple(Task(id=TaskId(n), unit=XANH, text=f"Việc {n}", position=n) for n in range(1, 24))
    scene = await build(office, replace(PLAN, tasks=many))
    await scene.do(scene.an, tasking.accept, "Việc 1")
    first, last = await shown(scene, "waiting"), await shown(scene, "waiting", page=99)
    assert (first.page, first.pages, len(first.tasks)) == (0, 3, 10)
    assert (last.page, [line.number for line in last.tasks]) == (2, [21, 22])
    data = [button.data for row in keyboard_of(first) for button in row if isinstance(button, Press)]
    assert pack(b.UnitList("waiting", 1)) in data
    assert pack(b.MyTasks(1)) not in data


async def test_a_filter_that_has_become_empty_says_so_and_leads_back(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.withdraw, "Quá hạn")
    view = await shown(scene, "late")
    assert (view.tasks, view.total) == ((), 9)
    assert "all" in offered(view)


async def test_buttons_that_stand_in_chats_still_open_the_list(scene: Scene) -> None:
    assert unpack("tl:0") == b.MyTasks(0)
    assert unpack("tV:late:0") == b.UnitList("late", 0)
    assert {b.MyTasks, b.UnitList} <= set(PRESSES)
    async with scene.office.desk.database.begin() as connection:
        found = await tasks.of_units(connection, scene.office.conference, scene.an.units)
    assert len(found) == (await shown(scene, "all")).total
