"""A task is worded anew: whom and what deadline the new words name holds from then on, and is told old → new."""

from dataclasses import replace
from typing import Any

from domain.ids import TaskId, UnitId
from domain.views import Reply
from services.desk import Work
from services.flows import Flow, Step, register, some_text
from services.taskcards import card
from services.taskediting import ask, editable, tell_reworded
from services.taskhelpers import put_helpers, tell_switched
from services.taskmembers import with_parts
from services.taskmoves import again, outdated, write_down
from services.tasknaming import Due, deadline_named, helpers_named
from services.tasknotices import freshen
from storage import tasks
from storage.tasks import StoredTask


async def ask_words(work: Work, task: TaskId, revision: int) -> Reply:
    """Ask for the new words."""
    return await ask(work, task, revision, "task_text")


async def _edit_text(work: Work, data: dict[str, Any]) -> Reply:
    found = await editable(work, TaskId(data["task"]))
    if found.revision != data["revision"]:
        return await outdated(work, found)
    words = data["words"]
    due = await _newly_due(work, found, words)
    helpers = await _helpers(work, found, words)
    some = await with_parts(work, found)
    after = [await _reword(work, each, words, due, helpers if each.id == found.id else None) for each in some]
    if helpers is not None:
        await tell_switched(work, found, after[0])
    return Reply(it=await card(work, after[0], "edit"))


async def _newly_due(work: Work, task: StoredTask, words: str) -> Due | None:
    """The deadline that the new words name and the old ones did not."""
    due = await deadline_named(work, words)
    known = due is None or due == await deadline_named(work, task.text) or due.instant == task.deadline
    return None if known else due


async def _helpers(work: Work, task: StoredTask, words: str) -> list[UnitId] | None:
    """Who coordinates it then: whom the old words named and the new ones do not is out. None where nothing changes."""
    was = await helpers_named(work, task.text, task.unit)
    now = await helpers_named(work, words, task.unit)
    kept = [unit for unit in task.coordinating if unit not in was or unit in now]
    helpers = [*kept, *(unit for unit in now if unit not in kept)]
    return None if {*helpers} == {*task.coordinating} else helpers


async def _reword(
    work: Work, task: StoredTask, words: str, due: Due | None, helpers: list[UnitId] | None
) -> StoredTask:
    values = {} if due is None else due.values()
    kept = ("text", *values) if helpers is None else ("text", "coordinating", *values)
    await write_down(work, task, "text", task.text, *kept)
    if helpers is not None:
        await put_helpers(work, task, helpers)
    await tasks.change(work.connection, task.id, text=words, **values)
    worded = await again(work, task.id)
    await freshen(work, [worded])
    await tell_reworded(work, task, _to_who_knew(task, worded))
    return worded


def _to_who_knew(was: StoredTask, now: StoredTask) -> StoredTask:
    """Who helps only now is shown the task as it is, and reads of no change."""
    return replace(now, coordinating=tuple(unit for unit in now.coordinating if unit in was.coordinating))


register(Flow("task_text", (Step("words", some_text),), finish=_edit_text))
