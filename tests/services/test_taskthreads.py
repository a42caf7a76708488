"""A unit and the organizers talk about a task: questions, notes, time, colleagues, progress."""

import asyncio
from datetime import UTC, datetime
from typing import Any

import pytest
import pytest_asyncio
from sqlalchemy import select, update

from domain.ids import AccountId
from domain.refusal import Refusal
from domain.tasks import Act
from services import flows, privacy, taskcards, taskdates, tasking, tasklists, taskreporting, taskthreads, taskundo
from services.desk import SYSTEM
from services.flows import Upload
from storage import people, retention
from storage.schema import deliveries, task_history
from tests.services.taskscene import HALL, PRINT, REPORT, Scene, at, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    return await build(office)


async def _talk(scene: Scene, who: Any, text: str, kind: str, words: str) -> Any:
    await scene.office.do(who, taskthreads.talk, scene.tasks[text], kind)
    return await scene.types(who, words)


async def test_a_question_goes_to_the_organizers_and_the_answer_comes_back(scene: Scene) -> None:
    asked = await _talk(scene, scene.an, PRINT, "question", "In màu hay đen trắng?")
    assert (asked.it.said, asked.it.task.state) == ("question", "assigned")
    assert (await scene.office.last_notice(1))["text"] == "In màu hay đen trắng?"
    await _talk(scene, scene.organizer, PRINT, "answer", "In màu")
    for chat in (11, 12):
        told = await scene.office.last_notice(chat)
        assert (told["question"], told["text"]) == ("In màu hay đen trắng?", "In màu")
    card = (await scene.office.do(scene.binh, taskcards.show, scene.tasks[PRINT])).it
    assert [(line.act, line.note) for line in card.history[1:]] == [
        ("question", "In màu hay đen trắng?"),
        ("answer", "In màu"),
    ]


async def test_a_unit_that_only_coordinates_asks_nothing_and_reads_nothing(scene: Scene) -> None:
    await _talk(scene, scene.an, PRINT, "question", "In màu?")
    card = (await scene.office.do(scene.cuc, taskcards.show, scene.tasks[PRINT])).it
    assert (card.history, card.acts) == ((), ())
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.cuc, taskthreads.talk, scene.tasks[PRINT], "question")
    assert refused.value.code == "task_not_yours"
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.an, taskthreads.talk, scene.tasks[PRINT], "answer")
    assert refused.value.code == "not_allowed"


async def test_a_note_stays_on_the_card_and_disturbs_nobody(scene: Scene) -> None:
    before = await scene.office.outbox()
    noted = await _talk(scene, scene.an, PRINT, "note", "Đã hỏi giá")
    assert noted.it.history[-1].note == "Đã hỏi giá"
    assert await scene.office.outbox() == before


async def test_progress_is_shown_with_its_percentage_and_undone_with_it(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, PRINT)
    for words, percent in (("30%, đang chụp", 30), ("được 60%", 60)):
        await scene.do(scene.an, tasking.ask_reason, PRINT, Act.PROGRESS)
        reply = await scene.types(scene.an, words)
        assert (reply.it.task.state, reply.it.task.percent, reply.it.note) == ("in_progress", percent, words)
    undone = await scene.do(scene.an, taskundo.undo, PRINT)
    assert (undone.it.task.state, undone.it.task.percent) == ("in_progress", 30)


async def test_a_caption_is_the_reports_text_and_names_the_paper(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, REPORT)
    await scene.do(scene.an, tasking.ask_reason, REPORT, Act.REPORT)
    upload = Upload("bc.docx", b"PK", "Báo cáo số 12/BC-PX")
    reply = await scene.office.do(scene.an, flows.take_file, upload)
    assert (reply.it.number, reply.it.note, reply.it.files) == ("12/BC-PX", "Báo cáo số 12/BC-PX", ("bc.docx",))
    await scene.do(scene.an, tasking.ask_reason, REPORT, Act.REPORT)
    again = await scene.office.do(scene.an, flows.take_file, Upload("bc.docx", b"PK new"))
    assert again.it.files == ("bc.docx", "bc.docx (2)")
    typed = await _talk(scene, scene.an, REPORT, "number", "15/BC-PX")
    assert typed.it.number == "15/BC-PX"


async def test_a_snooze_keeps_the_ladder_quiet_until_then_and_says_why(scene: Scene) -> None:
    await scene.do(scene.an, taskthreads.ask_time, REPORT, "task_snooze")
    await scene.types(scene.an, "thứ Năm 16/7")
    card = (await scene.types(scene.an, "Chờ số liệu")).it
    assert (card.snoozed, card.said) == (at("2026-07-16T23:59"), "snooze")
    told = await scene.office.last_notice(1)
    assert (told["reason"], told["until"]) == ("Chờ số liệu", "2026-07-16T23:59:00")
    scene.office.clock.now = datetime(2026, 7, 13, 2, tzinfo=UTC)  # T-7
    assert await scene.office.do(SYSTEM, tasking.tick) == 0
    scene.office.clock.now = datetime(2026, 7, 17, 2, tzinfo=UTC)  # T-3, a Friday
    assert await scene.office.do(SYSTEM, tasking.tick) == 2


@pytest.mark.parametrize(("until", "code"), [("30/6", "snooze_past"), ("22/7", "snooze_too_long")])
async def test_a_snooze_is_neither_in_the_past_nor_beyond_the_deadline(scene: Scene, until: str, code: str) -> None:
    await scene.do(scene.an, taskthreads.ask_time, REPORT, "task_snooze")
    await scene.types(scene.an, until)
    with pytest.raises(Refusal) as refused:
        await scene.types(scene.an, "Bận")
    assert refused.value.code == code


async def test_more_time_is_asked_for_and_granted_with_one_press(scene: Scene) -> None:
    await scene.do(scene.an, taskthreads.ask_time, REPORT, "task_later")
    await scene.types(scene.an, "22/7")
    assert (await scene.types(scene.an, "Thiếu người")).it.said == "later"
    asked = await scene.office.last_notice(1)
    assert (asked["until"], asked["reason"]) == ("2026-07-22T23:59:00", "Thiếu người")
    await scene.do(scene.organizer, taskdates.keep_deadline, REPORT, asked["minutes"])
    told = await scene.office.last_notice(11)
    assert (told["old"], told["new"]) == ("2026-07-20T17:00:00", "2026-07-22T23:59:00")


async def test_more_time_is_denied_and_the_old_press_then_does_nothing(scene: Scene) -> None:
    await scene.do(scene.an, taskthreads.ask_time, REPORT, "task_later")
    await scene.types(scene.an, "22/7")
    await scene.types(scene.an, "Thiếu người")
    asked, before = await scene.office.last_notice(1), await scene.task(REPORT)
    denied = await scene.do(scene.organizer, taskthreads.deny_later, REPORT)
    assert denied.it.said == "later_denied"
    assert await scene.waiting(11) == ["task_assigned", "later_denied"]
    late = await scene.office.do(scene.second, taskdates.keep_deadline, before.id, before.revision, asked["minutes"])
    assert (late.toast, (await scene.task(REPORT)).deadline) == ("task_changed", before.deadline)


async def test_an_earlier_day_is_no_later_deadline(scene: Scene) -> None:
    await scene.do(scene.an, taskthreads.ask_time, REPORT, "task_later")
    await scene.types(scene.an, "19/7")
    with pytest.raises(Refusal) as refused:
        await scene.types(scene.an, "Bận")
    assert refused.value.code == "later_is_earlier"


async def test_a_task_is_passed_on_to_a_colleague_of_the_unit_only(scene: Scene) -> None:
    choice = (await scene.office.do(scene.an, taskthreads.pick_colleague, scene.tasks[PRINT])).it
    assert choice.people == ((12, None, "focal"),)
    reply = await scene.office.do(scene.an, taskthreads.forward, scene.tasks[PRINT], AccountId(12))
    assert reply.it.said == "forward"
    assert (await scene.waiting(12))[-1] == "task_forwarded"
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.an, taskthreads.forward, scene.tasks[PRINT], AccountId(21))
    assert refused.value.code == "not_a_colleague"


@pytest.mark.parametrize("how", ["erased", "purged"])
async def test_to_whom_a_task_was_passed_is_shown_by_name_until_the_name_goes(scene: Scene, how: str) -> None:
    async with scene.office.desk.database.begin() as connection:
        await people.call_by_name(connection, scene.office.conference, AccountId(12), "Trần Văn Bình Minh")
    await scene.office.do(scene.an, taskthreads.forward, scene.tasks[PRINT], AccountId(12))
    card = (await scene.office.do(scene.an, taskcards.show, scene.tasks[PRINT])).it
    assert (card.history[-1].act, card.history[-1].note) == ("forward", "Trần Văn Bình Minh")
    if how == "erased":
        await scene.office.do(await scene.office.person(12), privacy.erase)
    else:
        async with scene.office.desk.database.begin() as connection:
            await retention.purge(connection, scene.office.conference, scene.office.clock.now)
    async with scene.office.desk.database.begin() as connection:
        query = select(task_history.c.note, task_history.c.account_id).where(task_history.c.act == "forward")
        ((note, by),) = (await connection.execute(query)).all()
    assert (note, by) == (None, 11 if how == "erased" else None)
    shown = (await scene.office.do(scene.organizer, taskcards.whole_history, scene.tasks[PRINT])).it
    assert (shown.lines[-1].act, shown.lines[-1].note) == ("forward", None)


async def test_a_coordinating_unit_acknowledges_and_the_card_says_so(scene: Scene) -> None:
    assert (await scene.office.do(scene.cuc, tasklists.mine)).it.acknowledge == scene.units["Phòng Đỏ"]
    known = await scene.office.do(scene.cuc, taskthreads.acknowledge, scene.units["Phòng Đỏ"])
    assert (known.it.said, known.it.acknowledge) == ("acknowledged", None)
    card = (await scene.office.do(scene.organizer, taskcards.show, scene.tasks[PRINT])).it
    assert (card.coordinating, card.acknowledged) == (("Phòng Đỏ",), ("Phòng Đỏ",))
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.an, taskthreads.acknowledge, scene.units["Phòng Đỏ"])
    assert refused.value.code == "task_not_yours"


async def test_the_rare_buttons_are_a_press_away(scene: Scene) -> None:
    card = (await scene.office.do(scene.cuc, taskcards.show, scene.tasks[HALL], None, True)).it
    assert card.more
    assert set(card.acts) == {"accept", "refuse", "question", "forward", "note", "later", "snooze"}


async def test_ten_files_of_an_album_are_one_report(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, REPORT)
    await scene.do(scene.an, tasking.ask_reason, REPORT, Act.REPORT)
    names = [f"{number}.jpg" for number in range(1, 11)]
    albums = [Upload(name, name.encode(), album="A") for name in names]
    await scene.office.do(scene.an, flows.take_file, albums[0])
    for upload in albums[1:]:
        assert await scene.office.do(scene.an, taskreporting.more_files, upload) is None
    assert (await scene.waiting(1)).count("task_reported") == 1
    assert (await scene.office.last_notice(1))["files"] == names
    assert [(view, data["files"]) for view, data in await scene.waiting_views(11) if view == "files_kept"] == [
        ("files_kept", 10)
    ]
    card = (await scene.office.do(scene.an, taskcards.show, scene.tasks[REPORT])).it
    assert (card.files, card.task.state) == (tuple(names), "reported")
    undone = await scene.do(scene.an, taskundo.undo, REPORT)
    assert undone.it.task.state == "accepted"


async def test_files_that_wait_in_two_messages_after_a_flood_are_all_told(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, REPORT)
    await scene.do(scene.an, tasking.ask_reason, REPORT, Act.REPORT)
    await scene.office.do(scene.an, flows.take_file, Upload("1.jpg", b"1", "số 12/BC-PX", album="A"))
    async with scene.office.desk.database.begin() as connection:
        await connection.execute(update(deliveries).values(state="sending").where(deliveries.c.state == "waiting"))
    await scene.office.do(scene.an, taskreporting.more_files, Upload("2.jpg", b"2", album="A"))
    async with scene.office.desk.database.begin() as connection:  # Telegram asked for silence: it waits again
        await connection.execute(update(deliveries).values(state="waiting").where(deliveries.c.state == "sending"))
    await scene.office.do(scene.an, taskreporting.more_files, Upload("3.jpg", b"3", album="A"))
    told = [(data["files"], data["note"]) for view, data in await scene.waiting_views(1) if view == "task_reported"]
    assert told == [(["1.jpg", "2.jpg", "3.jpg"], "số 12/BC-PX")]


async def test_an_album_goes_on_with_its_own_report_however_late_and_with_no_other(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, REPORT)
    await scene.do(scene.an, tasking.ask_reason, REPORT, Act.REPORT)
    await scene.office.do(scene.an, flows.take_file, Upload("1.jpg", b"1", album="A"))
    scene.office.clock.forward(minutes=20)
    await scene.sent()
    await scene.office.do(scene.an, taskreporting.more_files, Upload("2.jpg", b"2", album="A"))
    assert [(view, data["files"]) for view, data in await scene.waiting_views(11)] == [("files_kept", 2)]
    for stranger in (Upload("3.jpg", b"3", album="B"), Upload("4.jpg", b"4")):
        with pytest.raises(Refusal) as refused:
            await scene.office.do(scene.an, taskreporting.more_files, stranger)
        assert refused.value.code == "file_unexpected"


async def test_a_program_in_an_album_is_refused_and_the_other_files_are_kept(scene: Scene) -> None:
    await scene.do(scene.an, tasking.accept, REPORT)
    await scene.do(scene.an, tasking.ask_reason, REPORT, Act.REPORT)
    await scene.office.do(scene.an, flows.take_file, Upload("1.jpg", b"1", album="A"))
    for name, content, code in (("x.exe", b"MZ", "report_is_program"), ("y.jpg", b"", "report_empty")):
        with pytest.raises(Refusal) as refused:
            await scene.office.do(scene.an, taskreporting.more_files, Upload(name, content, album="A"))
        assert refused.value.code == code
    await scene.office.do(scene.an, taskreporting.more_files, Upload("2.jpg", b"2", album="A"))
    card = (await scene.office.do(scene.an, taskcards.show, scene.tasks[REPORT])).it
    assert card.files == ("1.jpg", "2.jpg")


async def test_of_two_colleagues_who_press_at_once_one_answers_and_the_other_sees_it(scene: Scene) -> None:
    seen = await scene.task(PRINT)
    pressing = (scene.office.do(who, tasking.accept, seen.id, seen.revision) for who in (scene.an, scene.binh))
    both = await asyncio.gather(*pressing)
    assert sorted(reply.it.said for reply in both) == ["accept", "changed"]
    card = (await scene.office.do(scene.organizer, taskcards.show, scene.tasks[PRINT])).it
    assert [line.act for line in card.history] == ["assign", "accept"]
