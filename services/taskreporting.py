"""A unit reports: in words, by a file, by an album that is one report however its files come."""

from datetime import datetime, timedelta
from typing import Any

from domain.filenames import harmless, is_program
from domain.ids import DocumentId, TaskId
from domain.refusal import Refusal
from domain.tasks import Act, Line
from domain.views import Reply
from services.desk import Work
from services.flows import Upload
from services.notifying import Notice, notify
from services.taskcards import card
from services.tasklists import lister
from services.taskmoves import apply, for_act, outdated
from services.tasknotices import (
    take_unsaid,
    tell_colleagues,
    tell_organizers,
)
from services.views.taskboards import TaskReported
from services.views.tasks import FilesKept
from storage import documents, taskhistory
from storage.tasks import StoredTask

_ONE_BY_ONE = timedelta(minutes=2)
"""How long after a file more files belong to the same report."""
_GATHERING = timedelta(seconds=5)
"""How long the next file of an album is waited for before people are told."""
_ALBUM = timedelta(hours=1)
"""How long the files of an album may take to come; with them the album's name decides."""


async def report(work: Work, data: dict[str, Any]) -> Reply:
    """The unit reports in words; the dialogue that asks for them ends here."""
    return await _reported(work, data, data["report"])


async def report_file(work: Work, data: dict[str, Any], upload: Upload) -> Reply:
    """Keep the file under its checksum; the name is made harmless, programs and empty files are refused."""
    _check(work, upload)
    return await _reported(work, data, upload.caption or None, upload)


def _check(work: Work, upload: Upload) -> None:
    if is_program(upload.name):
        raise Refusal("report_is_program", name=harmless(upload.name))
    if not upload.content:
        raise Refusal("report_empty")
    most = work.settings.max_report_bytes
    if len(upload.content) > most:
        raise Refusal("report_too_large", most=most // (1024 * 1024))


async def _reported(work: Work, data: dict[str, Any], note: str | None, upload: Upload | None = None) -> Reply:
    found = await for_act(work, TaskId(data["task"]), Act.REPORT)
    if found.revision != data["revision"]:
        return await outdated(work, found)
    return Reply(it=await card(work, await report_with(work, found, note, upload), "report"))


async def report_with(work: Work, found: StoredTask, note: str | None, upload: Upload | None = None) -> StoredTask:
    """The unit reports in words, by a file or both; organizers and colleagues are told."""
    document = None if upload is None else await _keep(work, upload)
    reported = await apply(work, found, Act.REPORT, note, document)
    await _tell_report(work, reported, note, upload)
    await tell_colleagues(work, [reported])
    return reported


async def _keep(work: Work, upload: Upload) -> DocumentId:
    kept = work.desk.files.put(upload.content)
    by, album = work.actor.account, upload.album or None
    return await documents.add(
        work.connection, work.conference, "report", kept, harmless(upload.name), by, work.now, album
    )


async def _tell_report(work: Work, task: StoredTask, note: str | None, upload: Upload | None) -> None:
    """The organizers are told once of what they have not been told yet."""
    unsaid = await take_unsaid(work, task, TaskReported)
    mine = [harmless(upload.name)] if upload is not None else []
    names = (*(name for each in unsaid for name in each["files"]), *mine)
    said = note or next((each["note"] for each in reversed(unsaid) if each["note"]), None)
    line = (await lister(work, [task])).line(task)
    await tell_organizers(work, TaskReported(task=line, note=said, files=names), task, _gathered(work, upload))


def _gathered(work: Work, upload: Upload | None) -> datetime | None:
    """When to tell of a file: of an album once its other files have come."""
    return work.now + _GATHERING if upload is not None and upload.album else None


async def continued(work: Work, upload: Upload) -> TaskId | None:
    """The task whose report the file goes on with: one of the same album, or for a while one sent by itself."""
    since = work.now - (_ALBUM if upload.album else _ONE_BY_ONE)
    album = upload.album or None
    return await taskhistory.reported_by_file(work.connection, work.conference, work.actor.account, since, album)


async def more_files(work: Work, upload: Upload) -> Reply | None:
    """A further file of a report. Telegram sends an album file by file, and the first has ended the dialogue.

    The files of an album are one report, which one undo takes back and of which its sender is told once.
    """
    task = await continued(work, upload)
    if task is None:
        raise Refusal("file_unexpected")
    found = await for_act(work, task, Act.REPORT)
    if not upload.album:
        return await report_file(work, {"task": task, "revision": found.revision}, upload)
    _check(work, upload)
    note = upload.caption or None
    line = Line(act=Act.REPORT, at=work.now, by=work.actor.account, note=note, document=await _keep(work, upload))
    await taskhistory.add_line(work.connection, work.conference, task, line)
    await work.note("task_report", "task", task)
    await _tell_report(work, found, note, upload)
    await take_unsaid(work, found, FilesKept)
    files = await documents.in_album(work.connection, work.conference, work.actor.account, upload.album)
    view = FilesKept(task=(await lister(work, [found])).line(found), files=files)
    due = _gathered(work, upload)
    await notify(work, Notice(kind="task", it=view, subject="task", subject_id=task, due_at=due), [work.actor.account])
    return None
