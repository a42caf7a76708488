"""Every dialogue about tasks goes on after a restart at each of its steps."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from domain.buttons import pack
from handlers import tasks, tasktalk
from services.flows import FLOWS
from services.views import task_acts as a
from services.views import task_buttons as b

Town = Any


@dataclass(frozen=True)
class Dialogue:
    """Who has it, the button that begins it (of a task and its revision), what is entered, what is said at the end.

    `after` is what the unit has done with the task before.
    """

    who: str
    begins: Callable[[int, int], Any]
    entries: tuple[str, ...]
    ends: str
    after: tuple[str, ...] = ()


DIALOGUES = {
    "refuse_task": Dialogue("hoa", b.RefuseTask, ("Thiếu người",), "Đã ghi lời từ chối"),
    "progress_task": Dialogue("hoa", a.ProgressTask, ("60%, đang in",), "Đã ghi tiến độ", ("accept",)),
    "report_task": Dialogue("hoa", b.ReportTask, ("Đã làm xong",), "Đã gửi báo cáo", ("accept",)),
    "return_task": Dialogue("owner", b.ReturnTask, ("Thiếu phụ lục",), "Đã trả lại", ("accept", "report")),
    "task_deadline": Dialogue("owner", b.SetDeadline, ("1/12/2026",), "Đã đặt hạn"),
    "task_text": Dialogue("owner", b.EditTask, ("Tham mưu khen thưởng sớm",), "Đã sửa nội dung"),
    "new_task": Dialogue("owner", lambda task, revision: b.NewTaskFor(0), ("Thuê máy nổ",), "Đã thêm nhiệm vụ"),
    "task_question": Dialogue("hoa", lambda task, _: a.TalkTask(task, "question"), ("In màu?",), "Đã gửi câu hỏi"),
    "task_answer": Dialogue("owner", lambda task, _: a.TalkTask(task, "answer"), ("In màu",), "Đã gửi cho đơn vị"),
    "task_note": Dialogue("hoa", lambda task, _: a.TalkTask(task, "note"), ("Chị Lan soạn",), "✓ Đã ghi"),
    "task_number": Dialogue(
        "hoa", lambda task, _: a.TalkTask(task, "number"), ("12/BC-PNV",), "Đã ghi số", ("accept", "report")
    ),
    "task_snooze": Dialogue("hoa", a.SnoozeTask, ("25/11", "Chờ kinh phí"), "tạm chưa nhắc"),
    "task_later": Dialogue("hoa", a.LaterTask, ("5/12", "Chờ kinh phí"), "đề nghị lùi hạn"),
    "task_split": Dialogue("owner", a.SplitTask, ("Lập danh sách\nTrình ký",), "Đã tách"),
    "task_ladder": Dialogue("owner", a.SetLadder, ("5, 1, 0",), "trước hạn 5 ngày"),
}


def test_every_dialogue_about_tasks_is_in_the_table() -> None:
    assert tasks.PRESSES.keys() | tasktalk.PRESSES.keys()  # the handlers have loaded every service
    kinds = {kind for kind, flow in FLOWS.items() if flow.finish.__module__.startswith("services.task")}
    assert kinds == set(DIALOGUES)
    assert {kind: len(FLOWS[kind].steps) for kind in kinds} == {
        kind: len(dialogue.entries) for kind, dialogue in DIALOGUES.items()
    }


def _task(town: Town) -> tuple[int, int]:
    """Hoa's task and its revision."""
    (row,) = town.rows(
        "select tasks.id, tasks.revision from tasks join focal_people on focal_people.unit_id = tasks.unit_id"
        " where tasks.state <> 'dormant'"
    )
    return int(row["id"]), int(row["revision"])


async def _presses(person: Any, button: Any) -> None:
    await person.forges(pack(button))


async def _prepared(town: Town, after: tuple[str, ...]) -> None:
    if "accept" in after:
        await _presses(town.hoa, b.AcceptTask(*_task(town), 0))
        await town.hoa.sees("Đã nhận nhiệm vụ")
    if "report" in after:
        await _presses(town.hoa, b.ReportTask(*_task(town)))
        await town.hoa.sees("Báo cáo kết quả")
        await town.hoa.says("Xong")
        await town.hoa.sees("Đã gửi báo cáo")
        await town.owner.sees("báo cáo")


@pytest.mark.parametrize("kind", DIALOGUES)
async def test_a_dialogue_outlives_a_restart_at_every_step(town: Town, kind: str) -> None:
    dialogue = DIALOGUES[kind]
    person = getattr(town, dialogue.who)
    for each in {person, town.hoa}:
        await each.says("/nhiemvu")
        await each.sees("hiệm vụ")
    await _prepared(town, dialogue.after)
    await _presses(person, dialogue.begins(*_task(town)))
    for entry in dialogue.entries:
        await town.stage.settled()
        assert town.count("forms") == 1
        await town.stage.restart()
        await person.says(entry)
    await person.sees(dialogue.ends)
    assert town.count("forms") == 0
