"""Organizers per area: news of a kind of task goes to those who look after it, else to everybody."""

from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import delete, update

from domain.refusal import Refusal
from domain.tasks import Act
from services import areas, ladders, tasking, tasklists, unitdesk
from services.desk import SYSTEM
from services.views.areas import AreaLine
from storage.schema import accounts, organizers
from tests.services.taskscene import HALL, PRINT, Scene, at, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    scene = await build(office)
    await scene.sent()
    return scene


async def _refused(scene: Scene, text: str) -> list[int]:
    """Which organizers hear that the task's unit says no; the task is given anew."""
    who = scene.cuc if text == HALL else scene.an
    await scene.do(who, tasking.ask_reason, text, Act.REFUSE)
    await scene.types(who, "Thiếu người")
    told = [chat for chat in (1, 2) if await scene.waiting(chat)]
    await scene.sent()
    await scene.do(scene.organizer, tasking.give_again, text, Act.ASSIGN)
    await scene.sent()
    return told


async def test_news_of_a_kind_of_task_goes_to_the_organizers_who_look_after_it(scene: Scene) -> None:
    shown = (await scene.office.do(scene.second, areas.charge, "hall", 1)).it
    assert (shown.said, shown.lines[-1]) == (
        "charge",
        AreaLine(kind="hall", tasks=1, open=1, in_charge=("—",), mine=True),
    )
    assert (await _refused(scene, HALL), await _refused(scene, PRINT)) == ([2], [1, 2])
    mine = (await scene.office.do(scene.second, tasklists.board, "mine")).it
    assert [line.text for line in mine.tasks] == [HALL]
    assert (await scene.office.do(scene.second, areas.charge, "hall", 0)).it.said == "no_charge"
    assert await _refused(scene, HALL) == [1, 2]


async def test_who_looks_after_the_unit_and_who_after_the_kind_are_both_told(scene: Scene) -> None:
    await scene.office.do(scene.second, areas.charge, "hall", 1)
    await scene.unit("Phòng Đỏ", unitdesk.charge, 1, who=scene.organizer)
    assert await _refused(scene, HALL) == [1, 2]


async def test_the_ladder_tells_the_organizers_of_the_area(scene: Scene) -> None:
    await scene.office.do(scene.second, areas.charge, "hall", 1)
    scene.office.clock.now = at("2026-07-27T02:00+00:00")
    await scene.office.do(SYSTEM, ladders.tick)
    assert [
        (chat, [line["text"] for line in (await scene.office.last_notice(chat))["overdue"]]) for chat in (1, 2)
    ] == [
        (1, ["Gửi báo cáo sơ kết"]),
        (2, ["Gửi báo cáo sơ kết", HALL]),
    ]


@pytest.mark.parametrize("area", ["hall", "unit"])
async def test_who_is_no_organizer_here_any_more_or_cannot_be_written_to_looks_after_nothing(
    scene: Scene, area: str
) -> None:
    if area == "hall":
        await scene.office.do(scene.second, areas.charge, "hall", 1)
    else:
        await scene.unit("Phòng Đỏ", unitdesk.charge, 1, who=scene.second)
    blocked = update(accounts).where(accounts.c.account_id == 2)
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(blocked.values(reachability="blocked"))
    assert await _refused(scene, HALL) == [1]
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(blocked.values(reachability="linked"))
    assert await _refused(scene, HALL) == [2]
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(delete(organizers).where(organizers.c.account_id == 2))
    assert await _refused(scene, HALL) == [1]


async def test_areas_are_for_organizers_and_known_kinds_only(scene: Scene) -> None:
    for who, kind, code in ((scene.cuc, "hall", "not_allowed"), (scene.organizer, "nonsense", "stale_button")):
        with pytest.raises(Refusal) as refused:
            await scene.office.do(who, areas.charge, kind, 1)
        assert refused.value.code == code
