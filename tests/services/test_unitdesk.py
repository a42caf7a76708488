"""Units: ranks, links passed on, handing over, the tree, organizers in charge, one unit in three spellings."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio

from domain.conference import Unit
from domain.ids import AccountId, TaskId, UnitId
from domain.joining import token_in
from domain.refusal import Refusal
from domain.tasks import Act
from services import chasing, inviting, joining, ladders, settling, taskcards, taskediting, tasking, tasklists, unitdesk
from services.desk import SYSTEM
from storage import people, units
from tests.services.taskscene import HALL, PLAN, PRINT, REPORT, Scene, build

RED = "Phòng Đỏ"


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    return await build(office)


async def _comes_by(scene: Scene, account: int, link: str) -> None:
    await scene.office.do(await scene.office.person(account), joining.open_link, token_in(link))


async def test_a_link_passed_on_inside_the_unit_brings_a_deputy(scene: Scene) -> None:
    ready = (await scene.unit(RED, unitdesk.link, "deputy", who=scene.cuc)).it
    assert (ready.rank, ready.replaces) == ("deputy", None)
    await _comes_by(scene, 22, ready.link)
    assert await scene.answerers(RED) == [(21, "focal"), (22, "deputy")]
    assert await scene.waiting(22) == ["task_assigned", "tasks_shared"]
    with pytest.raises(Refusal) as refused:
        await scene.unit(RED, unitdesk.link, "deputy", who=scene.an)
    assert refused.value.code == "unit_unknown"


async def test_the_units_ordinary_link_is_not_one_with_terms(scene: Scene) -> None:
    special = (await scene.unit(RED, unitdesk.link, "head")).it.link
    ordinary = (await scene.unit(RED, inviting.invite_unit)).it.link
    assert special != ordinary
    await _comes_by(scene, 23, ordinary)
    assert await scene.answerers(RED) == [(21, "focal"), (23, "focal")]


async def test_the_ladder_climbs_from_focal_person_to_deputy_to_head_to_organizers(scene: Scene) -> None:
    for account, rank in ((22, "deputy"), (23, "head")):
        await scene.office.focal(account, scene.units[RED])
        await scene.unit(RED, unitdesk.set_rank, AccountId(account), rank)
    await scene.do(scene.organizer, taskediting.withdraw, REPORT)
    heard = {}
    for day, rung in ((17, "-7"), (21, "-3"), (23, "-1"), (24, "0"), (27, "+1")):
        await scene.sent()
        scene.office.clock.now = datetime(2026, 7, day, 2, tzinfo=UTC)
        await scene.office.do(SYSTEM, ladders.tick)
        heard[rung] = [chat for chat in (21, 22, 23, 1, 2) if await scene.waiting(chat)]
    assert heard == {"-7": [21], "-3": [21, 22], "-1": [21, 22, 23], "0": [21, 22, 23], "+1": [21, 22, 23, 1, 2]}


async def test_who_blocked_the_bot_is_passed_over_on_the_ladder(scene: Scene) -> None:
    await scene.office.focal(23, scene.units[RED])
    await scene.unit(RED, unitdesk.set_rank, AccountId(23), "head")
    async with scene.office.desk.database.begin() as connection:
        await people.change(connection, AccountId(21), reachability="blocked")
    await scene.sent()
    scene.office.clock.now = datetime(2026, 7, 17, 2, tzinfo=UTC)
    await scene.office.do(SYSTEM, ladders.tick)
    assert (await scene.waiting(21), await scene.waiting(23)) == ([], ["task_digest"])


async def test_what_the_unit_says_it_knows_is_not_recalled_before_the_deadline_but_after_it(scene: Scene) -> None:
    scene.office.clock.now = datetime(2026, 7, 17, 2, tzinfo=UTC)
    await scene.office.do(SYSTEM, ladders.tick)
    assert (await scene.office.do(scene.cuc, chasing.known)).it.tasks == 1
    climbed = []
    for day in (21, 23, 24, 27):
        scene.office.clock.now = datetime(2026, 7, day, 2, tzinfo=UTC)
        before = len(await scene.waiting(21))
        await scene.office.do(SYSTEM, ladders.tick)
        climbed.append(len(await scene.waiting(21)) - before)
    assert climbed == [0, 0, 0, 1]


async def test_a_focal_person_hands_over_and_the_successor_finds_everything(scene: Scene) -> None:
    await scene.do(scene.cuc, tasking.accept, HALL)
    await scene.sent()
    ready = (await scene.unit(RED, unitdesk.successor, AccountId(21), who=scene.cuc)).it
    await _comes_by(scene, 31, ready.link)
    assert await scene.answerers(RED) == [(31, "focal")]
    assert await scene.waiting(21) == ["no_longer_focal"]
    assert (await scene.waiting(1), await scene.waiting(2)) == (["focal_changed"], ["focal_changed"])
    assert (await scene.office.last_notice(1))["open"] == 1
    assert await scene.waiting(31) == ["task_assigned", "tasks_shared"]
    heir = await scene.office.person(31)
    card = (await scene.office.do(heir, taskcards.show, scene.tasks[HALL])).it
    assert (card.task.state, [line.act for line in card.history]) == ("accepted", ["assign", "accept"])
    gone = await scene.office.person(21)
    with pytest.raises(Refusal) as refused:
        await scene.office.do(gone, taskcards.show, scene.tasks[HALL])
    assert refused.value.code == "task_unknown"


async def test_nobody_hands_over_for_somebody_else(scene: Scene) -> None:
    with pytest.raises(Refusal) as refused:
        await scene.unit("Phòng Xanh", unitdesk.successor, AccountId(12), who=scene.an)
    assert refused.value.code == "not_allowed"


async def test_an_organizer_releases_somebody_after_being_asked(scene: Scene) -> None:
    asked = (await scene.unit(RED, unitdesk.release, AccountId(21), 0)).it
    assert (asked.others, asked.open) == (0, 1)
    page = (await scene.unit(RED, unitdesk.release, AccountId(21), 1)).it
    assert (page.people, page.said) == ((), "released")
    assert RED in await scene.office.do(scene.organizer, tasking.units_without_contact)
    with pytest.raises(Refusal) as refused:
        await scene.unit(RED, unitdesk.release, AccountId(21), 1)
    assert refused.value.code == "not_a_colleague"


async def test_units_stand_in_a_tree_without_loops(scene: Scene) -> None:
    green, red = scene.units["Phòng Xanh"], scene.units[RED]
    page = (await scene.unit(RED, unitdesk.set_parent, green)).it
    assert (page.above, page.said) == (("Phòng Xanh",), "parent")
    listed = (await scene.office.do(scene.organizer, unitdesk.desk)).it
    assert [(line.name, line.depth, line.people, line.open) for line in listed.lines] == [
        ("Phòng Xanh", 0, 2, 2),
        (RED, 1, 1, 1),
    ]
    with pytest.raises(Refusal) as refused:
        await scene.unit("Phòng Xanh", unitdesk.set_parent, red)
    assert refused.value.code == "unit_loop"
    assert (await scene.unit(RED, unitdesk.set_parent, UnitId(0))).it.above == ()


async def test_news_of_a_unit_goes_to_the_organizers_who_look_after_it(scene: Scene) -> None:
    page = (await scene.unit(RED, unitdesk.charge, 1, who=scene.second)).it
    assert (page.mine, page.said) == (True, "charge")
    await scene.sent()
    for who, text in ((scene.cuc, HALL), (scene.an, PRINT)):
        await scene.do(who, tasking.ask_reason, text, Act.REFUSE)
        await scene.types(who, "Thiếu người")
    assert (await scene.waiting(1), await scene.waiting(2)) == (["task_refused"], ["task_refused", "task_refused"])
    mine = (await scene.office.do(scene.second, tasklists.board, "mine")).it
    assert ([line.text for line in mine.tasks], mine.own) == ([HALL], 1)
    await scene.unit(RED, unitdesk.charge, 0, who=scene.second)
    await scene.do(scene.organizer, tasking.give_again, HALL, Act.ASSIGN)
    await scene.do(scene.cuc, tasking.ask_reason, HALL, Act.REFUSE)
    await scene.types(scene.cuc, "Vẫn thiếu")
    assert (await scene.waiting(1))[-1] == "task_refused"


async def test_a_group_chat_of_the_unit_hears_of_tasks_without_names(scene: Scene) -> None:
    link = (await scene.unit(RED, inviting.invite_group)).it.link
    token = link.partition("startgroup=")[2]
    await scene.office.do(await scene.office.person(21), settling.link_group, -500, token)
    await scene.do(scene.organizer, taskediting.withdraw, HALL)
    told = await scene.office.last_notice(-500)
    assert (told["what"], [line["by"] for line in told["tasks"]]) == ("withdrawn", [None])
    async with scene.office.desk.database.begin() as connection:
        await units.release(connection, scene.units[RED], AccountId(21))
    assert await scene.office.do(scene.organizer, tasking.units_without_contact) == ()


async def test_a_unit_named_in_three_spellings_is_one_unit_with_all_its_tasks(office: Any) -> None:
    names = ("UBND huyện Đông", "Ủy ban nhân dân huyện Đông", "Uỷ ban Nhân dân huyện  Đông")
    plan = replace(
        PLAN,
        units=(
            *(Unit(id=UnitId(number), name=name, position=number) for number, name in enumerate(names, 1)),
            Unit(id=UnitId(4), name="Phòng Nội vụ thuộc UBND huyện Đông", position=4),
        ),
        tasks=tuple(replace(PLAN.tasks[0], id=TaskId(n), unit=UnitId(n), position=n) for n in (1, 2, 3)),
    )
    made = await office.opens(plan)
    assert [(unit.name, unit.aliases) for unit in made.units] == [
        (names[0], names[1:]),
        ("Phòng Nội vụ thuộc UBND huyện Đông", ()),
    ]
    assert {task.unit for task in made.tasks} == {made.units[0].id}
    async with office.desk.database.begin() as connection:
        assert await units.parents(connection, office.conference) == {
            made.units[0].id: None,
            made.units[1].id: made.units[0].id,
        }


async def test_a_task_given_to_no_unit_is_refused(scene: Scene) -> None:
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.organizer, taskediting.new, UnitId(999))
    assert refused.value.code == "unit_unknown"


async def test_a_unit_sees_only_its_own_page(scene: Scene) -> None:
    page = (await scene.unit(RED, unitdesk.show, who=scene.cuc)).it
    assert (page.organizer, [person.me for person in page.people]) == (False, [True])
    for who in (scene.an, await scene.office.person(99)):
        with pytest.raises(Refusal) as refused:
            await scene.unit(RED, unitdesk.show, who=who)
        assert refused.value.code == "unit_unknown"
    with pytest.raises(Refusal) as refused:
        await scene.unit(RED, unitdesk.set_rank, AccountId(21), "head", who=scene.cuc)
    assert refused.value.code == "not_allowed"
    assert REPORT not in str(page)
