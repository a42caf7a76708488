"""Replies typed in words become proposals, and one press makes them acts."""

from typing import Any

import pytest
import pytest_asyncio

from domain.actor import Actor
from domain.buttons import press
from domain.ids import TaskId
from domain.refusal import Refusal
from services import taskreplies
from services.views.task_acts import LaterTask
from tests.services.taskscene import HALL, PRINT, REPORT, Scene, at, build


@pytest_asyncio.fixture
async def scene(office: Any) -> Scene:
    return await build(office)


async def _says(scene: Scene, who: Actor, text: str) -> Any:
    assert await scene.office.do(who, taskreplies.is_reply, text)
    return (await scene.office.do(who, taskreplies.propose, text)).it


async def _confirms(scene: Scene, who: Actor, proposal: Any, at: int = 0) -> Any:
    line = proposal.tasks[at]
    return await scene.office.do(who, taskreplies.confirm, proposal.reply, TaskId(line.id), line.revision)


async def test_done_is_a_report_once_confirmed_and_nothing_before(scene: Scene) -> None:
    proposal = await _says(scene, scene.cuc, "đã xong ạ")
    assert (proposal.meaning, [line.text for line in proposal.tasks]) == ("finished", [HALL])
    assert (await scene.task(HALL)).state == "assigned"
    reply = await _confirms(scene, scene.cuc, proposal)
    assert (reply.it.task.state, reply.it.note) == ("reported", "đã xong ạ")
    assert (await scene.office.last_notice(1))["note"] == "đã xong ạ"
    with pytest.raises(Refusal) as refused:
        await _confirms(scene, scene.cuc, proposal)
    assert refused.value.code == "stale_button"


async def test_with_several_tasks_the_words_name_one_or_the_person_picks(scene: Scene) -> None:
    named = await _says(scene, scene.an, "đã in xong tài liệu rồi ạ")
    assert [line.text for line in named.tasks] == [PRINT]
    open_ones = await _says(scene, scene.an, "xong rồi")
    assert [line.text for line in open_ones.tasks] == [REPORT, PRINT]


async def test_more_time_in_words_asks_the_organizers(scene: Scene) -> None:
    proposal = await _says(scene, scene.cuc, "xin lùi đến thứ Hai 27/7")
    assert (proposal.meaning, proposal.until) == ("later", at("2026-07-27T23:59"))
    reply = await _confirms(scene, scene.cuc, proposal)
    assert (reply.it.said, reply.it.task.deadline) == ("later", at("2026-07-24T23:59"))
    assert (await scene.office.last_notice(1))["until"] == "2026-07-27T23:59:00"


async def test_so_many_days_more_count_from_the_deadline(scene: Scene) -> None:
    proposal = await _says(scene, scene.cuc, "xin thêm 3 ngày")
    assert proposal.until == at("2026-07-27T23:59")


async def test_waiting_for_something_is_a_snooze_with_its_reason(scene: Scene) -> None:
    proposal = await _says(scene, scene.cuc, "chờ kinh phí")
    assert (proposal.meaning, proposal.until) == ("waiting", at("2026-07-04T23:59"))
    reply = await _confirms(scene, scene.cuc, proposal)
    assert reply.it.snoozed == at("2026-07-04T23:59")
    assert (await scene.office.last_notice(1))["reason"] == "chờ kinh phí"


async def test_a_percentage_is_progress_and_takes_the_task(scene: Scene) -> None:
    reply = await _confirms(scene, scene.cuc, await _says(scene, scene.cuc, "được 60% rồi ạ"))
    assert (reply.it.task.state, reply.it.task.percent) == ("in_progress", 60)
    assert [line.act for line in reply.it.history] == ["assign", "accept", "progress"]


async def test_yes_and_no_in_words(scene: Scene) -> None:
    assert (await _confirms(scene, scene.cuc, await _says(scene, scene.cuc, "đã nhận"))).it.task.state == "accepted"
    refused = await _confirms(scene, scene.an, await _says(scene, scene.an, "không nhận được vì thiếu người"), 1)
    assert (refused.it.task.state, refused.it.note) == ("refused", "không nhận được vì thiếu người")


async def test_a_question_or_a_reply_about_nothing_goes_where_questions_go(scene: Scene) -> None:
    assert not await scene.office.do(scene.cuc, taskreplies.is_reply, "mấy giờ khai mạc?")
    await _confirms(scene, scene.cuc, await _says(scene, scene.cuc, "đã xong ạ"))
    assert not await scene.office.do(scene.cuc, taskreplies.is_reply, "đã xong ạ")


async def test_nobody_confirms_anothers_words(scene: Scene) -> None:
    proposal = await _says(scene, scene.an, "xong rồi")
    with pytest.raises(Refusal) as refused:
        await _confirms(scene, scene.binh, proposal)
    assert refused.value.code == "stale_button"


async def test_more_time_without_a_day_leads_to_the_dialogue_that_asks_for_one(scene: Scene) -> None:
    proposal = await _says(scene, scene.cuc, "cho em thêm ít thời gian")
    assert (proposal.meaning, proposal.until) == ("later", None)
    line = proposal.tasks[0]
    assert proposal.keyboard()[0][0] == press(LaterTask(line.id, line.revision), "ask_how_long", "success")


async def test_a_day_that_keeps_the_deadline_is_word_of_progress(scene: Scene) -> None:
    proposal = await _says(scene, scene.cuc, "thứ Năm 23/7 bên em nộp")
    assert (proposal.meaning, proposal.until) == ("working", None)
    reply = await _confirms(scene, scene.cuc, proposal)
    assert (reply.it.task.state, reply.it.note) == ("in_progress", "thứ Năm 23/7 bên em nộp")
    assert (await _says(scene, scene.cuc, "thứ Hai 27/7 bên em nộp")).meaning == "later"


async def test_a_day_that_no_calendar_has_is_refused(scene: Scene) -> None:
    assert await scene.office.do(scene.cuc, taskreplies.is_reply, "xin gia hạn đến 31/6")
    with pytest.raises(Refusal) as refused:
        await scene.office.do(scene.cuc, taskreplies.propose, "xin gia hạn đến 31/6")
    assert refused.value.code == "deadline_impossible"
