"""Units are given tasks, answer them, report, and are told what became of it."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

import pytest
import pytest_asyncio

from domain.actor import Actor
from domain.conference import Conference, Programme, Session, Task, TaskState, Unit
from domain.ids import AccountId, SessionId, TaskId, UnitId
from domain.refusal import Refusal
from domain.tasks import Act
from services import flows, joining, taskcards, taskdates, taskediting, tasking, tasklists, taskreporting, taskundo
from services.flows import Upload
from services.programmes import current
from storage import invitations, tasks
from storage.tasks import StoredTask

at = datetime.fromisoformat
PLAN = Programme(
    conference=Conference(code="HN1", title="Hội nghị thử", starts_on=date(2026, 7, 27), ends_on=date(2026, 7, 28)),
    sessions=(Session(id=SessionId(1), title="Khai mạc", day=date(2026, 7, 27)),),
    units=(Unit(id=UnitId(1), name="Phòng Xanh"), Unit(id=UnitId(2), name="Phòng Đỏ", position=1)),
    tasks=(
        Task(id=TaskId(1), unit=UnitId(1), text="Soạn báo cáo", position=1),
        Task(id=TaskId(2), unit=UnitId(1), text="In tài liệu", deadline=at("2026-07-20T17:00"), position=2),
        Task(
            id=TaskId(3), unit=UnitId(2), text="Trang trí", deadline_text="trước 05 ngày tổ chức hội nghị", position=3
        ),
        Task(id=TaskId(4), unit=UnitId(2), text="Trao thưởng (nếu có)", conditional=True, position=4),
    ),
)


@dataclass
class Scene:
    """An organizer, two people of the first unit, one of the second unit that is not linked yet."""

    office: Any
    organizer: Actor
    an: Actor
    binh: Actor
    tasks: dict[str, TaskId]
    units: dict[str, UnitId]

    async def task(self, text: str) -> StoredTask:
        async with self.office.desk.database.begin() as connection:
            found = await tasks.get(connection, self.office.conference, self.tasks[text])
        assert found is not None
        return found

    async def states(self) -> dict[str, str]:
        return {text: (await self.task(text)).state.value for text in self.tasks}

    async def do(self, who: Actor, service: Any, text: str, *args: Any) -> Any:
        """A press under the card as it stands now."""
        found = await self.task(text)
        return await self.office.do(who, service, found.id, found.revision, *args)

    async def types(self, who: Actor, words: str) -> Any:
        return await self.office.do(who, flows.take, words)


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    made = await office.opens(PLAN)
    units = {unit.name: unit.id for unit in made.units}
    organizer = await office.organizer(1)
    an = await office.focal(11, units["Phòng Xanh"])
    binh = await office.focal(12, units["Phòng Xanh"])
    await office.do(organizer, tasking.recompute_deadlines, made)
    await office.do(organizer, tasking.assign_all)
    return Scene(office, organizer, an, binh, {task.text: task.id for task in made.tasks}, units)


async def test_publishing_gives_every_task_to_its_unit_in_one_message(scene: Scene) -> None:
    assert await scene.states() == {
        "Soạn báo cáo": "assigned",
        "In tài liệu": "assigned",
        "Trang trí": "assigned",
        "Trao thưởng (nếu có)": "dormant",
    }
    assert await scene.office.outbox(11) == ["tasks/task_assigned"]
    assert [line["text"] for line in (await scene.office.last_notice(11))["tasks"]] == ["Soạn báo cáo", "In tài liệu"]


async def test_organizers_see_what_sleeps_and_are_asked_once_for_missing_deadlines(scene: Scene) -> None:
    assert await scene.office.outbox(1) == ["tasks/tasks_asleep", "tasks/deadlines_missing"]
    assert [line["text"] for line in (await scene.office.last_notice(1))["tasks"]] == ["Soạn báo cáo"]
    assert await scene.office.do(scene.organizer, tasking.assign_all) == 0
    assert await scene.office.outbox(1) == ["tasks/tasks_asleep", "tasks/deadlines_missing"]


async def test_a_deadline_that_counts_from_the_conference_is_computed(scene: Scene) -> None:
    card = (await scene.do(scene.organizer, _show, "Trang trí")).it
    assert card.task.deadline == at("2026-07-22T23:59")


async def _show(work: Any, task: TaskId, _revision: int) -> Any:
    return await taskcards.show(work, task)


async def test_when_the_conference_moves_its_relative_deadlines_move_and_the_unit_is_told(scene: Scene) -> None:
    red = await scene.office.focal(21, scene.units["Phòng Đỏ"])
    moved = replace(
        scene.office.programme,
        conference=replace(scene.office.programme.conference, starts_on=date(2026, 8, 3), ends_on=date(2026, 8, 4)),
    )
    assert await scene.office.do(scene.organizer, tasking.recompute_deadlines, moved) == 1
    told = await scene.office.last_notice(red.account)
    assert (told["what"], told["old"], told["new"]) == ("deadline", "2026-07-22T23:59:00", "2026-07-29T23:59:00")
    assert await scene.office.do(scene.organizer, tasking.recompute_deadlines, moved) == 0


async def test_a_unit_that_is_linked_later_gets_what_waits(scene: Scene) -> None:
    assert await scene.office.do(scene.organizer, tasking.units_without_contact) == ("Phòng Đỏ",)
    red = await scene.office.focal(21, scene.units["Phòng Đỏ"])
    assert await scene.office.do(red, tasking.on_unit_linked, scene.units["Phòng Đỏ"], AccountId(21)) == 1
    assert await scene.office.outbox(21) == ["tasks/task_assigned"]
    assert await scene.office.do(scene.organizer, tasking.units_without_contact) == ()


async def test_the_first_answer_binds_the_unit_and_colleagues_are_told(scene: Scene) -> None:
    old = await scene.task("Soạn báo cáo")
    reply = await scene.do(scene.an, tasking.accept, "Soạn báo cáo")
    assert (reply.it.task.state, reply.it.said, reply.edit) == ("accepted", "accept", True)
    assert await scene.office.outbox(12) == ["tasks/task_assigned", "tasks/tasks_answered"]
    late = await scene.office.do(scene.binh, tasking.accept, old.id, old.revision)
    assert (late.it.task.state, late.it.said, late.toast) == ("accepted", "changed", "task_changed")
    assert (await scene.task("Soạn báo cáo")).acted_by == scene.an.account


async def test_accepting_everything_at_once_takes_only_what_waits(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, "Soạn báo cáo")
    reply = await scene.office.do(scene.binh, tasking.accept_all, scene.units["Phòng Xanh"])
    assert reply.it.said == "accept_all"
    assert (await scene.states())["In tài liệu"] == "accepted"
    again = await scene.office.do(scene.binh, tasking.accept_all, scene.units["Phòng Xanh"])
    assert again.it.said == "changed"


async def test_a_refusal_asks_for_the_reason_and_tells_the_organizers(scene: Scene) -> None:
    prompt = await scene.do(scene.an, tasking.ask_reason, "In tài liệu", Act.REFUSE)
    assert prompt.it.code == "refuse_task.reason"
    assert (await scene.task("In tài liệu")).state is TaskState.ASSIGNED
    reply = await scene.types(scene.an, "Không có máy in")
    assert (reply.it.task.state, reply.it.note) == ("refused", "Không có máy in")
    assert (await scene.office.last_notice(1))["reason"] == "Không có máy in"
    again = await scene.do(scene.organizer, tasking.give_again, "In tài liệu", Act.ASSIGN)
    assert again.it.task.state == "assigned"


async def test_a_report_goes_to_the_organizers_and_comes_back_with_a_reason_until_it_is_done(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, "Soạn báo cáo")
    await scene.do(scene.an, tasking.ask_reason, "Soạn báo cáo", Act.REPORT)
    await scene.types(scene.an, "Đã gửi bản nháp")
    assert (await scene.office.last_notice(1))["note"] == "Đã gửi bản nháp"
    await scene.do(scene.organizer, tasking.ask_reason, "Soạn báo cáo", Act.RETURN)
    await scene.types(scene.organizer, "Thiếu số liệu")
    assert (await scene.office.last_notice(11))["reason"] == "Thiếu số liệu"
    await scene.do(scene.binh, tasking.ask_reason, "Soạn báo cáo", Act.REPORT)
    await scene.types(scene.binh, "Đã bổ sung")
    done = await scene.do(scene.organizer, tasking.judge, "Soạn báo cáo", Act.FINISH)
    assert done.it.task.state == "done"
    assert [line.act for line in done.it.history] == ["assign", "accept", "report", "return", "report", "finish"]


async def test_a_file_is_a_report_and_its_name_is_made_harmless(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, "Soạn báo cáo")
    await scene.do(scene.an, tasking.ask_reason, "Soạn báo cáo", Act.REPORT)
    reply = await scene.office.do(scene.an, flows.take_file, Upload("../../etc/báo\u202ecáo.docx", b"PK words"))
    assert (reply.it.task.state, reply.it.files) == ("reported", ("báocáo.docx",))
    sent = await scene.office.do(scene.organizer, taskcards.files, scene.tasks["Soạn báo cáo"])
    assert [(each.name, each.content.read_bytes(), each.once) for each in sent.files] == [
        ("báocáo.docx", b"PK words", False)
    ]


@pytest.mark.parametrize(
    ("upload", "code"),
    [
        (Upload("bao-cao.pdf.exe", b"MZ"), "report_is_program"),
        (Upload("bao-cao.docx", b""), "report_empty"),
        (Upload("bao-cao.docx", b"x" * (20 * 1024 * 1024 + 1)), "report_too_large"),
    ],
)
async def test_a_file_that_will_not_do_is_refused_and_the_form_stays_open(
    scene: Scene, upload: Upload, code: str
) -> None:
    await scene.do(scene.an, tasking.accept, "Soạn báo cáo")
    await scene.do(scene.an, tasking.ask_reason, "Soạn báo cáo", Act.REPORT)
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.an, flows.take_file, upload)
    assert refused.value.code == code
    assert (await scene.types(scene.an, "Đã xong")).it.task.state == "reported"


async def test_files_sent_one_by_one_belong_to_the_report_for_a_while(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, "Soạn báo cáo")
    await scene.do(scene.an, tasking.ask_reason, "Soạn báo cáo", Act.REPORT)
    await scene.office.do(scene.an, flows.take_file, Upload("1.jpg", b"one"))
    await scene.office.do(scene.an, taskreporting.more_files, Upload("2.jpg", b"two"))
    scene.office.clock.forward(minutes=1)
    reply = await scene.office.do(scene.an, taskreporting.more_files, Upload("3.jpg", b"three"))
    assert (reply.it.task.state, reply.it.files) == ("reported", ("1.jpg", "2.jpg", "3.jpg"))
    scene.office.clock.forward(minutes=3)
    for stranger in (scene.an, scene.binh):
        with pytest.raises(Refusal) as refused:
            await scene.office.do(stranger, taskreporting.more_files, Upload("4.jpg", b"four"))
        assert refused.value.code == "file_unexpected"


async def test_an_act_is_taken_back_by_who_did_it_and_only_for_a_while(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, "Soạn báo cáo")
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.binh, taskundo.undo, "Soạn báo cáo")
    assert refused.value.code == "task_not_yours_to_undo"
    scene.office.clock.forward(minutes=9)
    reply = await scene.do(scene.an, taskundo.undo, "Soạn báo cáo")
    assert (reply.it.task.state, reply.it.said, reply.it.can_undo) == ("assigned", "undo", False)
    await scene.do(scene.an, tasking.accept, "Soạn báo cáo")
    scene.office.clock.forward(minutes=11)
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.an, taskundo.undo, "Soạn báo cáo")
    assert refused.value.code == "task_too_late_to_undo"


async def test_a_unit_neither_sees_nor_answers_what_is_anothers(scene: Scene) -> None:
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.an, tasking.accept, "Trang trí")
    assert refused.value.code == "task_unknown"
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.an, tasking.judge, "Soạn báo cáo", Act.FINISH)
    assert refused.value.code == "not_allowed"


async def test_a_coordinating_unit_sees_the_task_without_answering_it_or_reading_its_reports(scene: Scene) -> None:
    async with scene.office.desk.database.begin() as connection:
        await tasks.add_unit(connection, scene.office.conference, scene.units["Phòng Xanh"], scene.tasks["Trang trí"])
    card = (await scene.do(scene.an, _show, "Trang trí")).it
    assert (card.acts, card.history, card.mine) == ((), (), False)
    with pytest.raises(Refusal) as refused:
        await scene.do(scene.an, tasking.accept, "Trang trí")
    assert refused.value.code == "task_not_yours"


async def test_a_unit_that_coordinates_is_told_of_the_tasks_others_lead(office: Any) -> None:
    leading, helping = PLAN.units
    shared = replace(PLAN.tasks[0], coordinating=(helping.id,))
    made = await office.opens(replace(PLAN, tasks=(shared,)))
    organizer = await office.organizer(1)
    await office.focal(11, made.units[0].id)
    red = await office.focal(21, made.units[1].id)
    await office.do(organizer, tasking.assign_all)
    assert (await office.outbox(11), await office.outbox(21)) == (["tasks/task_assigned"], ["tasks/tasks_shared"])
    assert (await office.last_notice(21))["tasks"][0]["unit"] == leading.name
    (line,) = (await office.do(red, tasklists.overview)).it.tasks
    assert (line.text, line.unit) == (shared.text, leading.name)


async def test_a_press_on_a_task_of_another_conference_names_the_way_there(scene: Scene) -> None:
    task = await scene.task("Soạn báo cáo")
    other = replace(PLAN, conference=replace(PLAN.conference, code="HN2", title="Hội nghị khác"))
    await scene.office.opens(other)
    an = await scene.office.person(11)
    with pytest.raises(Refusal) as refused:
        await scene.office.do(an, tasking.accept, task.id, task.revision)
    assert (refused.value.code, refused.value.values) == ("task_elsewhere", {"title": "Hội nghị thử"})


async def test_a_withdrawn_task_takes_no_more_acts(scene: Scene) -> None:
    old = await scene.task("In tài liệu")
    await scene.do(scene.organizer, taskediting.withdraw, "In tài liệu")
    assert (await scene.office.last_notice(11))["what"] == "withdrawn"
    reply = await scene.office.do(scene.an, tasking.accept, old.id, old.revision)
    assert (reply.it.task.state, reply.it.said) == ("withdrawn", "changed")


async def test_a_task_handed_over_is_answered_anew_by_the_other_unit(scene: Scene) -> None:
    red = await scene.office.focal(21, scene.units["Phòng Đỏ"])
    await scene.do(scene.an, tasking.accept, "In tài liệu")
    await scene.do(scene.organizer, taskediting.hand_over, "In tài liệu", scene.units["Phòng Đỏ"])
    assert (await scene.office.last_notice(11))["what"] == "handed_over"
    assert await scene.office.outbox(21) == ["tasks/task_assigned"]
    assert (await scene.do(red, tasking.accept, "In tài liệu")).it.task.state == "accepted"


async def test_a_sleeping_task_is_woken_and_given(scene: Scene) -> None:
    await scene.office.focal(21, scene.units["Phòng Đỏ"])
    reply = await scene.do(scene.organizer, tasking.give_again, "Trao thưởng (nếu có)", Act.WAKE)
    assert (reply.it.task.state, await scene.office.outbox(21)) == ("assigned", ["tasks/task_assigned"])


async def test_a_typed_deadline_is_set_and_told_old_to_new(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.ask, "In tài liệu", "task_deadline")
    reply = await scene.types(scene.organizer, "14h30 thứ Sáu ngày 24/7")
    assert reply.it.task.deadline == at("2026-07-24T14:30")
    told = await scene.office.last_notice(11)
    assert (told["old"], told["new"]) == ("2026-07-20T17:00:00", "2026-07-24T14:30:00")


@pytest.mark.parametrize(("words", "why"), [("30/6", "past"), ("30/7", "after")])
async def test_an_odd_deadline_is_questioned_and_can_be_kept(scene: Scene, words: str, why: str) -> None:
    await scene.do(scene.organizer, taskediting.ask, "In tài liệu", "task_deadline")
    reply = await scene.types(scene.organizer, words)
    assert reply.it.why == why
    kept = await scene.do(scene.organizer, taskdates.keep_deadline, "In tài liệu", reply.it.minutes)
    assert kept.it.task.deadline == reply.it.deadline


@pytest.mark.parametrize(
    ("words", "code"),
    [("31/6", "deadline_impossible"), ("thứ Hai 24/7/2026", "deadline_weekday"), ("sớm nhất", "deadline_unclear")],
)
async def test_a_deadline_that_cannot_be_is_refused_and_the_form_stays_open(
    scene: Scene, words: str, code: str
) -> None:
    await scene.do(scene.organizer, taskediting.ask, "In tài liệu", "task_deadline")
    with pytest.raises(Refusal) as refused:
        await scene.types(scene.organizer, words)
    assert refused.value.code == code
    assert (await scene.types(scene.organizer, "23/7")).it.said == "deadline"


async def test_a_new_task_of_a_published_conference_goes_to_its_unit_at_once(scene: Scene) -> None:
    await scene.office.do(scene.organizer, taskediting.new, scene.units["Phòng Xanh"])
    reply = await scene.types(scene.organizer, "Mượn loa")
    assert (reply.it.task.state, reply.it.said) == ("assigned", "added")
    assert (await scene.office.last_notice(11))["tasks"][0]["text"] == "Mượn loa"


async def test_the_board_shows_units_with_the_late_first(scene: Scene) -> None:
    scene.office.clock.forward(days=20)
    view = (await scene.office.do(scene.organizer, tasklists.board)).it
    assert (view.total, view.late, view.counts) == (4, 1, (("assigned", 3), ("dormant", 1)))
    assert [(row.unit, row.reachable, row.late) for row in view.units] == [
        ("Phòng Xanh", True, 1),
        ("Phòng Đỏ", False, 0),
    ]
    late = (await scene.office.do(scene.organizer, tasklists.board, "late")).it
    assert [line.text for line in late.tasks] == ["In tài liệu"]


async def test_a_focal_person_sees_the_own_list_and_a_stranger_an_explanation(scene: Scene) -> None:
    view = (await scene.office.do(scene.an, tasklists.overview)).it
    assert ([line.text for line in view.tasks], view.accept_all) == (
        ["Soạn báo cáo", "In tài liệu"],
        scene.units["Phòng Xanh"],
    )
    stranger = await scene.office.person(99)
    assert type((await scene.office.do(stranger, tasklists.overview)).it).__name__ == "NoTasks"


async def test_whoever_opens_a_units_link_gets_its_waiting_tasks(scene: Scene) -> None:
    unit = scene.units["Phòng Đỏ"]
    async with scene.office.desk.database.begin() as connection:
        token = await invitations.create(
            connection, "unit", scene.office.clock(), conference=scene.office.conference, unit=unit
        )
    newcomer = await scene.office.person(31)
    await scene.office.do(newcomer, joining.open_link, token)
    assert await scene.office.outbox(31) == ["tasks/task_assigned"]


async def test_a_withdrawn_task_is_no_longer_told_to_anybody(scene: Scene) -> None:
    await scene.do(scene.organizer, taskediting.withdraw, "In tài liệu")
    told = await scene.office.do(scene.an, current)
    assert "In tài liệu" not in {task.text for task in told.tasks}
