"""A person says which of the members that organizers have named they are: what the nameless seat had goes with them."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import func, insert, select

from domain.conference import TaskState
from domain.ids import TaskId, UnitId
from domain.refusal import Refusal
from domain.tasks import Act
from services import memberdesk, taskdates, taskediting, taskhelpers, tasking, tasklists, taskundo
from services.desk import SYSTEM
from storage import schema, taskhistory
from storage.schema import group_chats, invitations, task_units, unit_organizers
from storage.schema import tasks as task_rows
from tests.services.taskscene import Scene
from tests.services.test_taskmembers import MEMBERS, OWED, comes, says_unit, scene

__all__ = ["scene"]
GIA_LAI, OWN = "UBND tỉnh Gia Lai", "Gửi bản tham luận riêng"


async def seated(scene: Scene) -> Any:
    """Organizers have named the members, then somebody has come and not yet said for which."""
    await scene.unit(MEMBERS, memberdesk.begin_members)
    await scene.types(scene.organizer, f"{GIA_LAI}; Kon Tum")
    return await comes(scene, 11, "Lê An")


async def given_directly(scene: Scene, seat: UnitId) -> TaskId:
    await scene.office.do(scene.organizer, taskediting.new, seat)
    await scene.types(scene.organizer, OWN)
    async with scene.office.desk.database.begin() as connection:
        found = (await connection.execute(select(task_rows.c.id).where(task_rows.c.text == OWN))).scalar_one()
    return TaskId(found)


async def row(scene: Scene, task: TaskId) -> Any:
    async with scene.office.desk.database.begin() as connection:
        return (await connection.execute(select(task_rows).where(task_rows.c.id == task))).one()


async def member_called(scene: Scene, name: str) -> UnitId:
    query = select(schema.units.c.id).where(schema.units.c.name == name)
    async with scene.office.desk.database.begin() as connection:
        return UnitId((await connection.execute(query)).scalar_one())


async def part_of(scene: Scene, unit: str) -> TaskId:
    query = select(task_rows.c.id).where(task_rows.c.unit_id == await member_called(scene, unit))
    async with scene.office.desk.database.begin() as connection:
        return TaskId((await connection.execute(query)).scalar_one())


async def test_a_late_round_and_what_was_given_directly_go_to_the_member_with_their_history(scene: Scene) -> None:
    who = await seated(scene)
    await scene.do(scene.organizer, taskediting.ask, OWED, "task_deadline")
    await scene.types(scene.organizer, "17h thứ sáu hằng tuần")
    (line,) = (await scene.office.do(who, tasklists.mine)).it.tasks
    await scene.office.do(who, tasking.accept, TaskId(line.id), line.revision)
    scene.office.clock.now = datetime(2026, 7, 18, 2, tzinfo=UTC)
    await scene.office.do(SYSTEM, taskdates.repeat_recurring)
    direct = await given_directly(scene, who.units[0])
    _, who = await says_unit(scene, who, GIA_LAI)
    member = await member_called(scene, GIA_LAI)
    assert who.units == (member,)
    assert [(await row(scene, TaskId(key))).unit_id for key in (line.id, direct)] == [member, member]
    async with scene.office.desk.database.begin() as connection:
        story = await taskhistory.history(connection, TaskId(line.id))
    assert [each.act for each in story if each.act in ("accept", "round")] == ["accept", "round"]
    owed = (await scene.office.do(who, tasklists.mine)).it.tasks
    assert sorted(each.text for each in owed) == sorted([OWED, OWED, OWN])


async def test_whatever_hangs_on_the_seat_hangs_on_the_member(scene: Scene) -> None:
    who = await seated(scene)
    seat, conference = who.units[0], scene.office.conference
    helped = await scene.office.do(scene.organizer, taskediting.new, scene.units["UBND tỉnh Lâm Đồng"])
    assert helped is not None
    card = (await scene.types(scene.organizer, "In tài liệu")).it
    await scene.office.do(scene.organizer, taskhelpers.toggle, TaskId(card.task.id), card.task.revision, seat)
    member, now = await member_called(scene, GIA_LAI), scene.office.clock.now
    common = {"conference_id": conference, "unit_id": seat}
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(insert(group_chats).values(common | {"chat_id": -77, "linked_at": now}))
        link = {"token": "abc", "kind": "unit", "created_at": now}
        await connection.execute(insert(invitations).values(common | link))
        for unit in (seat, member):  # the organizer looks after both: one row stays
            await connection.execute(insert(unit_organizers).values(common | {"unit_id": unit, "account_id": 1}))
    await says_unit(scene, who, GIA_LAI)
    async with scene.office.desk.database.begin() as connection:
        for table in (group_chats, invitations, unit_organizers, task_units):
            query = select(func.count()).select_from(table).where(table.c.unit_id == member)
            assert (await connection.execute(query)).scalar_one() == 1, table.name


async def test_of_a_task_that_both_had_the_part_that_is_answered_stays_and_nothing_reported_is_lost(
    scene: Scene,
) -> None:
    who = await seated(scene)
    own, named = await part_of(scene, f"{MEMBERS} (1)"), await part_of(scene, GIA_LAI)
    await scene.office.do(scene.organizer, tasking.accept, named, (await row(scene, named)).revision)
    await scene.office.do(who, tasking.accept, own, (await row(scene, own)).revision)
    await scene.office.do(who, tasking.ask_reason, own, (await row(scene, own)).revision, Act.REPORT)
    await scene.types(who, "đã gửi, số 12/BC")
    await says_unit(scene, who, GIA_LAI)
    assert [(await row(scene, each)).state for each in (own, named)] == ["reported", "accepted"]


async def test_a_part_of_the_seat_that_organizers_have_answered_for_is_withdrawn_not_lost(scene: Scene) -> None:
    who = await seated(scene)
    own, named = await part_of(scene, f"{MEMBERS} (1)"), await part_of(scene, GIA_LAI)
    await scene.office.do(scene.organizer, tasking.accept, named, (await row(scene, named)).revision)
    await says_unit(scene, who, GIA_LAI)
    assert [TaskState((await row(scene, each)).state) for each in (own, named)] == [
        TaskState.WITHDRAWN,
        TaskState.ACCEPTED,
    ]


async def test_one_part_stays_though_the_two_have_different_deadlines(scene: Scene) -> None:
    who = await seated(scene)
    named = await part_of(scene, GIA_LAI)
    revision = (await row(scene, named)).revision
    await scene.office.do(scene.organizer, taskediting.ask, named, revision, "task_deadline")
    await scene.types(scene.organizer, "22/7/2026")
    _, who = await says_unit(scene, who, GIA_LAI)
    assert (await scene.office.do(who, tasklists.mine)).it.total == 1


async def test_a_hand_over_from_a_seat_that_is_no_more_is_not_taken_back(scene: Scene) -> None:
    who = await seated(scene)
    task = await given_directly(scene, who.units[0])
    other = scene.units["UBND tỉnh Lâm Đồng"]
    await scene.office.do(scene.organizer, taskediting.hand_over, task, (await row(scene, task)).revision, other)
    await says_unit(scene, who, GIA_LAI)
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.organizer, taskundo.undo, task, (await row(scene, task)).revision)
    assert refused.value.code == "task_unit_gone"
    assert (await row(scene, task)).unit_id == other
