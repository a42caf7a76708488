"""Messages about tasks that people have: once a colleague has answered for the unit, they say by whom and when."""

from collections.abc import Container, Sequence
from datetime import timedelta
from typing import Any

from domain.chasing import Rank
from domain.views import registered
from services.desk import Work
from services.notifying import Notice, Urgency, Way, notify_again
from services.tasklists import lister
from services.views.tasks import TaskAssigned, TaskDigest, UrgentTask
from services.views.taskthreads import TaskForwarded
from storage import notices, tasks
from storage.codec import from_json, to_json
from storage.tasknotices import ToldNotice, of_people
from storage.tasks import StoredTask

_VIEWS = (TaskAssigned, TaskDigest, UrgentTask, TaskForwarded)
_KEPT_RIGHT = timedelta(days=30)
"""Older messages have gone up the chat; their buttons show the task as it is when they are pressed."""
_BEHIND = timedelta(seconds=3)
"""The message that says what was done comes first; a chat bears one message or edit a second."""
KIND = "correction"


async def mend(work: Work, answered: Sequence[StoredTask]) -> None:
    """Let the colleagues' messages with buttons for these tasks show them as they are, message by message.

    The edits go through the outbox like every notice, behind all others; one that still waits is superseded.
    """
    focal = await tasks.focal_accounts(work.connection, {task.unit for task in answered}, frozenset(Rank))
    others = {each for people in focal.values() for each in people} - {work.actor.account}
    views = {registered[each]: each for each in _VIEWS}
    since = work.now - _KEPT_RIGHT
    found = await of_people(work.connection, work.conference, others, list(views), since) if others else []
    if not found:
        return
    listed = await lister(work, answered)
    lines = {int(task.id): to_json(listed.line(task)) for task in answered}
    for told in found:
        fresh = _fresh(told.data, lines)
        if fresh != told.data:
            await notices.rewrite(work.connection, told.id, fresh)
            await _edit(work, told, from_json(fresh, views[told.view]), others)


def _fresh(data: dict[str, Any], lines: dict[int, dict[str, Any]]) -> dict[str, Any]:
    def line(known: dict[str, Any]) -> dict[str, Any]:
        now = lines.get(known["id"])
        return known if now is None else {**now, "number": known["number"]}

    if "task" in data:
        return {**data, "task": line(data["task"])}
    return {**data, "tasks": [line(each) for each in data["tasks"]]}


async def _edit(work: Work, told: ToldNotice, it: Any, people: Container[int]) -> None:
    """Those who wait for the message get the new words; those who have it, or get it in this moment, an edit."""
    for waiting in await notices.waiting_about(work.connection, KIND, "notice", told.id):
        await notices.withdraw(work.connection, waiting, work.now, state="superseded", reason="superseded")
    there = [row for row in await notices.arrived(work.connection, told.id, None) if row.chat_id in people]
    if not there:
        return
    notice = Notice(
        kind=KIND,
        it=it,
        urgency=Urgency.BROADCAST,
        subject="notice",
        subject_id=told.id,
        way=Way.EDIT,
        due_at=work.now + _BEHIND,
    )
    await notify_again(work, notice, there)
