"""Working together on tasks, and looking over them: one service call for each press."""

from domain.ids import AccountId, TaskId, UnitId
from domain.views import Reply
from handlers.call import Call, Handler
from services import (
    chasing,
    collecting,
    taskcards,
    taskediting,
    taskhelpers,
    taskparts,
    taskreplies,
    taskreviews,
    taskthreads,
)
from services.views import task_acts as a
from services.views.taskhelpers import ToggleHelper


async def whole_history(call: Call) -> Reply | None:
    return await call.see(taskcards.whole_history, TaskId(call.button.task), call.button.page)


async def talk(call: Call) -> Reply | None:
    return await call.do(taskthreads.talk, TaskId(call.button.task), call.button.kind)


async def snooze(call: Call) -> Reply | None:
    return await call.do(taskthreads.ask_time, TaskId(call.button.task), call.button.revision, "task_snooze")


async def later(call: Call) -> Reply | None:
    return await call.do(taskthreads.ask_time, TaskId(call.button.task), call.button.revision, "task_later")


async def deny_later(call: Call) -> Reply | None:
    return await call.do(taskthreads.deny_later, TaskId(call.button.task), call.button.revision)


async def pick_colleague(call: Call) -> Reply | None:
    return await call.see(taskthreads.pick_colleague, TaskId(call.button.task))


async def forward(call: Call) -> Reply | None:
    return await call.do(taskthreads.forward, TaskId(call.button.task), AccountId(call.button.account))


async def acknowledge(call: Call) -> Reply | None:
    return await call.do(taskthreads.acknowledge, UnitId(call.button.unit))


async def known(call: Call) -> Reply | None:
    return await call.do(chasing.known)


async def known_urgent(call: Call) -> Reply | None:
    return await call.do(chasing.known, TaskId(call.button.task))


async def mark_urgent(call: Call) -> Reply | None:
    pressed = call.button
    return await call.do(taskediting.mark_urgent, TaskId(pressed.task), pressed.revision, pressed.on)


async def confirm(call: Call) -> Reply | None:
    pressed = call.button
    return await call.do(taskreplies.confirm, pressed.reply, TaskId(pressed.task), pressed.revision)


async def split(call: Call) -> Reply | None:
    return await call.do(taskediting.ask, TaskId(call.button.task), call.button.revision, "task_split")


async def pick_other(call: Call) -> Reply | None:
    pressed = call.button
    return await call.see(taskparts.pick_other, TaskId(pressed.task), pressed.revision, pressed.page)


async def merge(call: Call) -> Reply | None:
    pressed = call.button
    return await call.do(taskparts.merge, TaskId(pressed.task), pressed.revision, TaskId(pressed.other))


async def pick_helpers(call: Call) -> Reply | None:
    pressed = call.button
    return await call.see(taskhelpers.pick, TaskId(pressed.task), pressed.revision, pressed.page)


async def toggle_helper(call: Call) -> Reply | None:
    pressed = call.button
    unit = UnitId(pressed.unit)
    return await call.do(taskhelpers.toggle, TaskId(pressed.task), pressed.revision, unit, pressed.page)


async def set_ladder(call: Call) -> Reply | None:
    return await call.do(taskediting.ask, TaskId(call.button.task), call.button.revision, "task_ladder")


async def ladder_for_kind(call: Call) -> Reply | None:
    return await call.do(taskparts.ladder_for_kind, TaskId(call.button.task))


async def week(call: Call) -> Reply | None:
    return await call.see(taskreviews.week, call.button.weeks)


async def this_week(call: Call) -> Reply | None:
    """`/tuannay`: what is due this week."""
    return await call.see(taskreviews.week)


async def morning(call: Call) -> Reply | None:
    """`/tinhhinh`: the leaders' one screen."""
    return await call.see(taskreviews.morning)


async def sheet(call: Call) -> Reply | None:
    return await call.see(taskreviews.sheet)


async def picture(call: Call) -> Reply | None:
    return await call.see(taskreviews.picture)


async def reports(call: Call) -> Reply | None:
    return await call.see(collecting.board, call.button.page)


async def archive(call: Call) -> Reply | None:
    return await call.do(collecting.archive)


async def ask_reports_chase(call: Call) -> Reply | None:
    return await call.see(chasing.preview, True)


async def send_reports_chase(call: Call) -> Reply | None:
    return await call.do(chasing.send, call.button.tasks, call.button.people, True)


COMMANDS: dict[str, Handler] = {"tuannay": this_week, "tinhhinh": morning}
PRESSES: dict[type, Handler] = {
    a.WholeHistory: whole_history,
    a.TalkTask: talk,
    a.SnoozeTask: snooze,
    a.LaterTask: later,
    a.DenyLater: deny_later,
    a.ForwardTask: pick_colleague,
    a.ForwardTo: forward,
    a.AcknowledgeShared: acknowledge,
    a.AcknowledgeChase: known,
    a.AcknowledgeUrgent: known_urgent,
    a.MarkUrgent: mark_urgent,
    a.ConfirmReply: confirm,
    a.SplitTask: split,
    a.MergeTask: pick_other,
    a.MergeWith: merge,
    a.PickHelpers: pick_helpers,
    ToggleHelper: toggle_helper,
    a.SetLadder: set_ladder,
    a.LadderForKind: ladder_for_kind,
    a.Week: week,
    a.Morning: morning,
    a.BoardSheet: sheet,
    a.BoardPicture: picture,
    a.Reports: reports,
    a.ReportsZip: archive,
    a.AskReportsChase: ask_reports_chase,
    a.SendReportsChase: send_reports_chase,
}
