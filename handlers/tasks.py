"""Units' tasks: one service call for each command and each press."""

from domain.ids import TaskId, UnitId
from domain.tasks import Act
from domain.views import Reply
from handlers.call import Call, Handler
from services import (
    chasing,
    taskcards,
    taskdates,
    taskediting,
    tasking,
    tasklists,
    taskreplies,
    taskreporting,
    taskundo,
    taskwording,
    unitphones,
)
from services.flows import Upload
from services.views import task_acts as a
from services.views import task_buttons as b
from services.views.taskdeadlines import TakeProposal


async def overview(call: Call) -> Reply | None:
    """`/nhiemvu`."""
    return await call.see(tasklists.overview)


async def my_tasks(call: Call) -> Reply | None:
    return await call.see(tasklists.mine, call.button.page, None, True)


async def unit_list(call: Call) -> Reply | None:
    return await call.see(tasklists.mine, call.button.page, None, True, call.button.filter)


async def board(call: Call) -> Reply | None:
    return await call.see(tasklists.board, call.button.filter, call.button.page, True)


async def unit_board(call: Call) -> Reply | None:
    return await call.see(tasklists.board_of, UnitId(call.button.unit), call.button.page)


async def open_task(call: Call) -> Reply | None:
    return await call.see(taskcards.show, TaskId(call.button.task))


async def files(call: Call) -> Reply | None:
    return await call.see(taskcards.files, TaskId(call.button.task))


async def telephone(call: Call) -> Reply | None:
    return await call.do(unitphones.telephone_list)


async def accept(call: Call) -> Reply | None:
    return await call.do(tasking.accept, TaskId(call.button.task), call.button.revision, call.button.many)


async def accept_all(call: Call) -> Reply | None:
    return await call.do(tasking.accept_all, UnitId(call.button.unit))


async def refuse(call: Call) -> Reply | None:
    return await call.do(tasking.ask_reason, TaskId(call.button.task), call.button.revision, Act.REFUSE)


async def report(call: Call) -> Reply | None:
    return await call.do(tasking.ask_reason, TaskId(call.button.task), call.button.revision, Act.REPORT)


async def give_back(call: Call) -> Reply | None:
    return await call.do(tasking.ask_reason, TaskId(call.button.task), call.button.revision, Act.RETURN)


async def finish(call: Call) -> Reply | None:
    return await call.do(tasking.judge, TaskId(call.button.task), call.button.revision, Act.FINISH)


async def reopen(call: Call) -> Reply | None:
    return await call.do(tasking.judge, TaskId(call.button.task), call.button.revision, Act.REOPEN)


async def wake(call: Call) -> Reply | None:
    return await call.do(tasking.give_again, TaskId(call.button.task), call.button.revision, Act.WAKE)


async def assign(call: Call) -> Reply | None:
    return await call.do(tasking.give_again, TaskId(call.button.task), call.button.revision, Act.ASSIGN)


async def undo(call: Call) -> Reply | None:
    return await call.do(taskundo.undo, TaskId(call.button.task), call.button.revision)


async def withdraw(call: Call) -> Reply | None:
    return await call.do(taskediting.withdraw, TaskId(call.button.task), call.button.revision)


async def set_deadline(call: Call) -> Reply | None:
    return await call.do(taskediting.ask, TaskId(call.button.task), call.button.revision, "task_deadline")


async def keep_deadline(call: Call) -> Reply | None:
    pressed = call.button
    return await call.do(taskdates.keep_deadline, TaskId(pressed.task), pressed.revision, pressed.minutes)


async def edit_text(call: Call) -> Reply | None:
    return await call.do(taskwording.ask_words, TaskId(call.button.task), call.button.revision)


async def pick_heir(call: Call) -> Reply | None:
    return await call.see(taskediting.pick_heir, TaskId(call.button.task), call.button.revision)


async def turn_heirs(call: Call) -> Reply | None:
    pressed = call.button
    return await call.see(taskediting.pick_heir, TaskId(pressed.task), pressed.revision, pressed.page)


async def hand_over(call: Call) -> Reply | None:
    pressed = call.button
    return await call.do(taskediting.hand_over, TaskId(pressed.task), pressed.revision, UnitId(pressed.unit))


async def pick_unit(call: Call) -> Reply | None:
    return await call.see(taskediting.pick_unit)


async def turn_units(call: Call) -> Reply | None:
    return await call.see(taskediting.pick_unit, call.button.page)


async def new_task(call: Call) -> Reply | None:
    return await call.do(taskediting.new, UnitId(call.button.unit))


async def ask_chase(call: Call) -> Reply | None:
    return await call.see(chasing.preview)


async def send_chase(call: Call) -> Reply | None:
    return await call.do(chasing.send, call.button.tasks, call.button.people)


async def more(call: Call) -> Reply | None:
    return await call.see(taskcards.show, TaskId(call.button.task), None, True)


async def progress(call: Call) -> Reply | None:
    return await call.do(tasking.ask_reason, TaskId(call.button.task), call.button.revision, Act.PROGRESS)


async def take_proposals(call: Call) -> Reply | None:
    return await call.do(taskdates.take_proposals)


async def take_proposal(call: Call) -> Reply | None:
    return await call.do(taskdates.take_proposal, TaskId(call.button.task), call.button.revision)


async def take_words(call: Call) -> Reply | None:
    """What a unit's person typed, if it is a reply about a task; None for a question."""
    if not await call.see(taskreplies.is_reply, call.text):
        return None
    return await call.do(taskreplies.propose, call.text)


async def continues(call: Call, upload: Upload) -> bool:
    """Whether a file without a dialogue belongs to a report that has just been sent."""
    return await call.see(taskreporting.continued, upload) is not None


async def take_file(call: Call, upload: Upload) -> Reply | None:
    """The next file of a report; the files of an album are one report, of which the sender is told once."""
    return await call.do(taskreporting.more_files, upload)


COMMANDS: dict[str, Handler] = {"nhiemvu": overview}
PRESSES: dict[type, Handler] = {
    b.MyTasks: my_tasks,
    b.UnitList: unit_list,
    b.Board: board,
    b.UnitBoard: unit_board,
    b.OpenTask: open_task,
    b.TaskFiles: files,
    b.TelephoneUnits: telephone,
    b.AcceptTask: accept,
    b.AcceptAll: accept_all,
    b.RefuseTask: refuse,
    b.ReportTask: report,
    b.ReturnTask: give_back,
    b.FinishTask: finish,
    b.ReopenTask: reopen,
    b.WakeTask: wake,
    b.AssignTask: assign,
    b.UndoTask: undo,
    b.WithdrawTask: withdraw,
    b.SetDeadline: set_deadline,
    b.KeepDeadline: keep_deadline,
    b.EditTask: edit_text,
    b.HandOver: pick_heir,
    b.HandOverUnits: turn_heirs,
    b.HandOverTo: hand_over,
    b.NewTask: pick_unit,
    b.NewTaskUnits: turn_units,
    b.NewTaskFor: new_task,
    b.AskChase: ask_chase,
    b.SendChase: send_chase,
    a.MoreTask: more,
    a.ProgressTask: progress,
    a.TakeProposals: take_proposals,
    TakeProposal: take_proposal,
}
