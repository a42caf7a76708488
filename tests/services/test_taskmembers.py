"""A collective unit: every member owes its own part, and the boards say which came, from whom, and what is late."""

import io
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
import python_calamine

from domain.broadcasts import Audience, Part
from domain.conference import Conference, Programme, Task, TaskState, Unit
from domain.ids import AccountId, TaskId, UnitId
from domain.joining import token_in
from domain.refusal import Refusal
from domain.tasks import Act
from domain.units import is_collective
from services import (
    chasing,
    collecting,
    flows,
    inviting,
    joining,
    memberdesk,
    settling,
    taskcards,
    taskdates,
    taskediting,
    taskhelpers,
    tasking,
    tasklists,
    taskparts,
    taskthreads,
    taskundo,
    unitdesk,
    unitphones,
)
from services.desk import SYSTEM
from services.flows import Upload
from storage import addressees, people
from tests.services.taskscene import Scene, at

MEMBERS, OWED = "Các đơn vị thành viên", "Gửi báo cáo sơ kết về Cụm trưởng"
PLAN = Programme(
    conference=Conference(code="CT", title="Hội nghị cụm", starts_on=datetime(2026, 7, 27).date()),  # noqa: DTZ001
    units=(Unit(id=UnitId(1), name=MEMBERS), Unit(id=UnitId(2), name="UBND tỉnh Lâm Đồng", position=1)),
    tasks=(Task(id=TaskId(1), unit=UnitId(1), text=OWED, deadline=at("2026-07-20T17:00"), position=1),),
)


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    made = await office.opens(PLAN)
    organizer = await office.organizer(1)
    await office.do(organizer, tasking.assign_all)
    known = {unit.name: unit.id for unit in made.units}
    return Scene(office, organizer, organizer, organizer, organizer, organizer, {OWED: made.tasks[0].id}, known)


async def comes(scene: Scene, account: int, name: str) -> Any:
    """Somebody comes by the collective unit's link."""
    link = (await scene.unit(MEMBERS, inviting.invite_unit, True)).it.link
    await scene.office.do(await scene.office.person(account), joining.open_link, token_in(link))
    async with scene.office.desk.database.begin() as connection:
        await people.call_by_name(connection, scene.office.conference, AccountId(account), name)
    return await scene.office.person(account)


async def says_unit(scene: Scene, who: Any, name: str) -> Any:
    await scene.office.do(who, memberdesk.begin_naming, who.units[0])
    said = await scene.types(who, name)
    return said, await scene.office.person(who.account)


async def reports(scene: Scene, who: Any, file: str, words: str) -> None:
    (line,) = (await scene.office.do(who, tasklists.mine)).it.tasks
    await scene.office.do(who, tasking.accept, TaskId(line.id), line.revision)
    await scene.office.do(who, tasking.ask_reason, TaskId(line.id), line.revision + 1, Act.REPORT)
    await scene.office.do(who, flows.take_file, Upload(file, file.encode(), words))


async def board(scene: Scene) -> Any:
    return (await scene.office.do(scene.organizer, collecting.board)).it


@pytest.mark.parametrize(
    ("name", "many"),
    [
        (MEMBERS, True),
        ("Các sở, ban, ngành", True),
        ("UBND các xã, thị trấn", True),
        ("Giáo viên chủ nhiệm các lớp", True),
        ("UBND tỉnh Bình Định", False),
        ("Ban Quản lý các khu công nghiệp", False),
        ("Cụm trưởng Cụm thi đua các tỉnh Tây Nguyên", False),
        ("Môi trường Đô thị", False),
    ],
)
def test_a_name_that_stands_for_several_bodies_is_known(name: str, many: bool) -> None:
    assert is_collective(name) is many


async def test_the_report_of_one_member_does_not_close_that_of_another(scene: Scene) -> None:
    gia_lai, kon_tum = await comes(scene, 11, "Lê An"), await comes(scene, 12, "Y Kon")
    _, gia_lai = await says_unit(scene, gia_lai, "UBND tỉnh Gia Lai")
    _, kon_tum = await says_unit(scene, kon_tum, "UBND tỉnh Kon Tum")
    await reports(scene, gia_lai, "bao-cao.docx", "số 12/BC-GL")
    shown = await board(scene)
    assert (shown.total, shown.came) == (2, 1)
    assert [(line.task.unit, line.came is not None, line.paper, line.by) for line in shown.lines] == [
        ("UBND tỉnh Kon Tum", False, None, None),
        ("UBND tỉnh Gia Lai", True, "12/BC-GL", "Lê An"),
    ]
    chase = (await scene.office.do(scene.organizer, chasing.preview, True)).it
    assert (chase.tasks, chase.people, chase.unreached) == (1, 1, ())
    scene.office.clock.now = datetime(2026, 7, 21, 2, tzinfo=UTC)
    assert [(line.task.unit, line.task.late) for line in (await board(scene)).lines] == [
        ("UBND tỉnh Kon Tum", True),
        ("UBND tỉnh Gia Lai", False),
    ]
    await reports(scene, kon_tum, "bao-cao.docx", "")
    packed = (await scene.office.do(scene.organizer, collecting.archive)).files[0]
    with zipfile.ZipFile(packed.content) as archive:
        names = archive.namelist()
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(archive.read("danh-sach.xlsx")))
    assert sorted(names) == [
        "UBND tỉnh Gia Lai/bao-cao.docx",
        "UBND tỉnh Kon Tum/bao-cao.docx",
        "danh-sach.xlsx",
    ]
    rows = book.get_sheet_by_index(0).to_python()
    sender = rows[0].index("Người gửi")
    assert {(row[0], row[sender]) for row in rows[1:]} == {
        ("UBND tỉnh Gia Lai", "Lê An"),
        ("UBND tỉnh Kon Tum", "Y Kon"),
    }


async def test_who_does_not_say_which_member_it_is_owes_all_the_same(scene: Scene) -> None:
    first, _ = await comes(scene, 11, "Lê An"), await comes(scene, 12, "Y Kon")
    assert await scene.waiting(11) == ["task_assigned", "member_asked"]
    await reports(scene, first, "a.docx", "")
    assert [(line.task.unit, line.by) for line in (await board(scene)).lines] == [
        (f"{MEMBERS} (2)", None),
        (f"{MEMBERS} (1)", "Lê An"),
    ]
    assert (await scene.task(OWED)).state is TaskState.SHARED
    assert (await scene.office.do(scene.organizer, tasklists.board)).it.total == 2


async def test_members_that_organizers_name_owe_before_anybody_comes_for_them(scene: Scene) -> None:
    page = (await scene.unit(MEMBERS, unitdesk.show)).it
    assert (page.collective, page.members) == (True, ())
    await scene.unit(MEMBERS, memberdesk.begin_members)
    page = (await scene.types(scene.organizer, "UBND tỉnh Gia Lai; Ủy ban nhân dân tỉnh Lâm Đồng\n- Kon Tum")).it
    assert page.members == (("UBND tỉnh Lâm Đồng", 0), ("UBND tỉnh Gia Lai", 0), ("Kon Tum", 0))
    assert (await board(scene)).total == 3
    calls = (await scene.office.do(scene.organizer, unitphones.telephone_list)).it.units
    assert [(name, [line.text for line in lines]) for name, lines in calls] == [
        ("UBND tỉnh Lâm Đồng", [OWED]),
        ("UBND tỉnh Gia Lai", [OWED]),
        ("Kon Tum", [OWED]),
    ]
    who = await comes(scene, 11, "Lê An")
    asked = await scene.waiting_views(11)
    assert [name for _, name in asked[-1][1]["free"]] == ["UBND tỉnh Lâm Đồng", "UBND tỉnh Gia Lai", "Kon Tum"]
    await reports(scene, who, "a.docx", "")
    said, who = await says_unit(scene, who, "ubnd tinh gia lai")
    assert said.it.member == "UBND tỉnh Gia Lai"
    shown = await board(scene)
    assert [(line.task.unit, line.came is not None) for line in shown.lines] == [
        ("UBND tỉnh Lâm Đồng", False),
        ("Kon Tum", False),
        ("UBND tỉnh Gia Lai", True),
    ]


async def test_nobody_takes_a_unit_that_has_its_people_or_stands_on_no_list(scene: Scene) -> None:
    first, second = await comes(scene, 11, "Lê An"), await comes(scene, 12, "Y Kon")
    await says_unit(scene, first, "UBND tỉnh Gia Lai")
    for name in ("UBND tỉnh Gia Lai", "UBND tỉnh Lâm Đồng"):
        with pytest.raises(Refusal) as refused:
            await says_unit(scene, second, name)
        assert refused.value.code == "member_taken"


async def test_what_organizers_change_holds_for_every_member(scene: Scene) -> None:
    first, second = await comes(scene, 11, "Lê An"), await comes(scene, 12, "Y Kon")
    await scene.sent()
    await scene.do(scene.organizer, taskediting.ask, OWED, "task_deadline")
    await scene.types(scene.organizer, "22/7/2026")
    assert {line.task.deadline for line in (await board(scene)).lines} == {at("2026-07-22T23:59")}
    assert await scene.waiting(11) == await scene.waiting(12) == ["task_changed"]
    await scene.do(scene.organizer, taskediting.withdraw, OWED)
    assert [(await scene.office.do(who, tasklists.mine)).it.total for who in (first, second)] == [0, 0]


async def test_late_rounds_go_with_the_task_and_come_back_with_it(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.ask, OWED, "task_deadline")
    await scene.types(scene.organizer, "17h thứ sáu hằng tuần")
    who = await comes(scene, 11, "Lê An")
    scene.office.clock.now = datetime(2026, 7, 18, 2, tzinfo=UTC)
    await scene.office.do(SYSTEM, taskdates.repeat_recurring)
    assert (await scene.office.do(who, tasklists.mine)).it.total == 2
    await scene.sent()
    await scene.do(scene.organizer, taskediting.withdraw, OWED)
    assert (await scene.office.do(who, tasklists.mine)).it.total == 0
    assert [(view, data["what"]) for view, data in await scene.waiting_views(11)] == [("task_changed", "withdrawn")] * 2
    await scene.do(scene.organizer, taskundo.undo, OWED)
    assert (await scene.office.do(who, tasklists.mine)).it.total == 2


async def test_a_task_given_later_goes_to_every_member_and_so_does_one_that_publishing_gives(scene: Scene) -> None:
    first, second = await comes(scene, 11, "Lê An"), await comes(scene, 12, "Y Kon")
    await scene.sent()
    await scene.unit(MEMBERS, taskediting.new)
    await scene.types(scene.organizer, "Đăng ký tiết mục văn nghệ")
    assert await scene.waiting(11) == await scene.waiting(12) == ["task_assigned"]
    assert [(await scene.office.do(who, tasklists.mine)).it.total for who in (first, second)] == [2, 2]
    moved = replace(PLAN.conference, starts_on=datetime(2026, 8, 3).date())  # noqa: DTZ001
    assert await scene.office.do(scene.organizer, taskdates.recompute_deadlines, replace(PLAN, conference=moved)) == 0


async def test_a_person_with_two_units_chooses_which_one_to_see(scene: Scene) -> None:
    who = await comes(scene, 11, "Lê An")
    both = await scene.office.focal(11, scene.units["UBND tỉnh Lâm Đồng"])
    asked = (await scene.office.do(both, unitdesk.home)).it
    assert [name for _, name in asked.units] == ["UBND tỉnh Lâm Đồng", f"{MEMBERS} (1)"]
    assert (await scene.office.do(who, unitdesk.home)).it.name == f"{MEMBERS} (1)"


async def test_a_collective_unit_is_written_to_and_counted_through_its_members(scene: Scene) -> None:
    await comes(scene, 11, "Lê An")
    await comes(scene, 12, "Y Kon")
    audience = Audience(parts=(Part("unit", int(scene.units[MEMBERS])),))
    async with scene.office.desk.database.begin() as connection:
        assert await addressees.count(connection, scene.office.conference, audience) == (2, 2)
        counted = {
            name: number for _, name, number in await people.units_with_focal(connection, scene.office.conference)
        }
    assert counted == {MEMBERS: 2, "UBND tỉnh Lâm Đồng": 0, f"{MEMBERS} (1)": 1, f"{MEMBERS} (2)": 1}
    lines = (await scene.office.do(scene.organizer, unitdesk.desk)).it.lines
    assert {line.name: line.people for line in lines} == counted


async def test_the_group_chat_of_a_collective_unit_hears_what_its_members_are_recalled(scene: Scene) -> None:
    await comes(scene, 11, "Lê An")
    await comes(scene, 12, "Y Kon")
    token = (await scene.unit(MEMBERS, inviting.invite_group)).it.link.partition("startgroup=")[2]
    await scene.office.do(await scene.office.person(11), settling.link_group, -500, token)
    await scene.sent()
    scene.office.clock.now = datetime(2026, 7, 20, 2, tzinfo=UTC)
    await scene.office.do(SYSTEM, tasking.tick)
    ((view, told),) = await scene.waiting_views(-500)
    assert (view, told["unit"], told["what"]) == ("group_told", MEMBERS, "digest")
    assert [(line["unit"], line["by"]) for line in told["tasks"]] == [
        (f"{MEMBERS} (1)", None),
        (f"{MEMBERS} (2)", None),
    ]
    await scene.sent()
    await scene.office.do(SYSTEM, tasking.tick)
    assert await scene.waiting(-500) == []


async def test_the_card_of_the_whole_says_where_each_member_is_and_words_to_it_reach_all(scene: Scene) -> None:
    first, _ = await comes(scene, 11, "Lê An"), await comes(scene, 12, "Y Kon")
    await reports(scene, first, "a.docx", "")
    card = (await scene.office.do(scene.organizer, taskcards.show, scene.tasks[OWED])).it
    assert [(line.unit, line.state) for line in card.parts] == [
        (f"{MEMBERS} (1)", "reported"),
        (f"{MEMBERS} (2)", "assigned"),
    ]
    await scene.sent()
    await scene.office.do(scene.organizer, taskthreads.talk, scene.tasks[OWED], "answer")
    await scene.types(scene.organizer, "Gửi bản điện tử là được")
    assert await scene.waiting(11) == await scene.waiting(12) == ["task_answer"]


async def test_a_task_handed_to_a_collective_unit_is_shown_as_it_is_then(scene: Scene) -> None:
    await comes(scene, 11, "Lê An")
    await scene.unit("UBND tỉnh Lâm Đồng", taskediting.new)
    card = (await scene.types(scene.organizer, "Đăng ký xe")).it
    handed = await scene.office.do(
        scene.organizer, taskediting.hand_over, TaskId(card.task.id), card.task.revision, scene.units[MEMBERS]
    )
    assert (handed.it.task.state, [line.unit for line in handed.it.parts]) == ("shared", [f"{MEMBERS} (1)"])
    done = await scene.office.do(scene.organizer, taskediting.withdraw, TaskId(card.task.id), handed.it.task.revision)
    assert done.it.said == "withdraw"


async def test_what_an_organizer_takes_back_of_the_whole_is_taken_back_of_every_part(scene: Scene) -> None:
    first, second = await comes(scene, 11, "Lê An"), await comes(scene, 12, "Y Kon")
    await scene.do(scene.organizer, taskediting.ask, OWED, "task_deadline")
    await scene.types(scene.organizer, "22/7/2026")
    await scene.do(scene.organizer, taskundo.undo, OWED)
    assert {line.task.deadline for line in (await board(scene)).lines} == {at("2026-07-20T17:00")}
    await scene.do(scene.organizer, taskediting.withdraw, OWED)
    await scene.do(scene.organizer, taskundo.undo, OWED)
    assert (await scene.task(OWED)).state is TaskState.SHARED
    assert [(await scene.office.do(who, tasklists.mine)).it.total for who in (first, second)] == [1, 1]


async def owed(scene: Scene, who: Any) -> list[str]:
    return [line.text for line in (await scene.office.do(who, tasklists.mine)).it.tasks]


async def test_a_collective_units_task_is_handed_to_one_unit_and_back(scene: Scene) -> None:
    who, heir = await comes(scene, 11, "Lê An"), await scene.office.focal(21, scene.units["UBND tỉnh Lâm Đồng"])
    await scene.sent()
    card = (await scene.do(scene.organizer, taskediting.hand_over, OWED, scene.units["UBND tỉnh Lâm Đồng"])).it
    assert (card.task.state, card.task.unit, await owed(scene, who)) == ("assigned", "UBND tỉnh Lâm Đồng", [])
    assert [(view, data["what"]) for view, data in await scene.waiting_views(11)] == [("task_changed", "withdrawn")]
    assert await scene.waiting(21) == ["task_assigned"]
    await scene.do(scene.organizer, taskundo.undo, OWED)
    assert (await scene.task(OWED)).state is TaskState.SHARED
    assert (await owed(scene, who), await owed(scene, heir)) == ([OWED], [])


async def test_a_collective_units_task_is_split_for_every_member(scene: Scene) -> None:
    first, second = await comes(scene, 11, "Lê An"), await comes(scene, 12, "Y Kon")
    await scene.do(scene.organizer, taskediting.ask, OWED, "task_split")
    await scene.types(scene.organizer, "Soạn báo cáo trước ngày 15/7\nGửi báo cáo")
    for who in (first, second):
        lines = (await scene.office.do(who, tasklists.mine)).it.tasks
        assert sorted((line.text, line.deadline.day) for line in lines) == [
            ("Gửi báo cáo", 20),
            ("Soạn báo cáo trước ngày 15/7", 15),
        ]
    await scene.do(scene.organizer, taskundo.undo, OWED)
    assert (await owed(scene, first), await owed(scene, second)) == ([OWED], [OWED])


async def test_collective_units_tasks_are_merged_for_every_member_who_has_reported_neither(scene: Scene) -> None:
    first, second = await comes(scene, 11, "Lê An"), await comes(scene, 12, "Y Kon")
    await scene.unit(MEMBERS, taskediting.new)
    other = (await scene.types(scene.organizer, "Đăng ký xe trước ngày 15/7")).it.task
    lines = (await scene.office.do(second, tasklists.mine)).it.tasks
    (line,) = [each for each in lines if each.text == OWED]
    await scene.office.do(second, tasking.accept, TaskId(line.id), line.revision)
    await scene.office.do(second, tasking.ask_reason, TaskId(line.id), line.revision + 1, Act.REPORT)
    await scene.types(second, "Đã gửi")
    await scene.sent()
    card = (await scene.do(scene.organizer, taskparts.merge, OWED, TaskId(other.id))).it
    both = f"{OWED}; {other.text}"
    assert (card.task.text, card.task.deadline.day, await owed(scene, first)) == (both, 15, [both])
    assert [data["what"] for _, data in await scene.waiting_views(11)] == ["merged"]
    assert sorted(await owed(scene, second)) == sorted([OWED, other.text])
    await scene.do(scene.organizer, taskundo.undo, OWED)
    for who in (first, second):
        assert sorted(await owed(scene, who)) == sorted([OWED, other.text])


async def test_members_are_told_and_shown_who_coordinates_the_whole(scene: Scene) -> None:
    first, second = await comes(scene, 11, "Lê An"), await comes(scene, 12, "Y Kon")
    helper = await scene.office.focal(21, scene.units["UBND tỉnh Lâm Đồng"])
    await scene.sent()
    told = ("task_changed", "helpers", "", "UBND tỉnh Lâm Đồng")
    await scene.do(scene.organizer, taskhelpers.toggle, OWED, scene.units["UBND tỉnh Lâm Đồng"])
    for who in (first, second):
        views = await scene.waiting_views(who.account)
        assert [(view, data["what"], data["before"], data["after"]) for view, data in views] == [told]
        (line,) = (await scene.office.do(who, tasklists.mine)).it.tasks
        card = (await scene.office.do(who, taskcards.show, TaskId(line.id))).it
        assert (card.coordinating, card.acknowledged) == (("UBND tỉnh Lâm Đồng",), ())
    assert [line.text for line in (await scene.office.do(helper, tasklists.mine)).it.tasks] == [OWED]
    await scene.do(scene.organizer, taskundo.undo, OWED)
    (line,) = (await scene.office.do(first, tasklists.mine)).it.tasks
    assert (await scene.office.do(first, taskcards.show, TaskId(line.id))).it.coordinating == ()
