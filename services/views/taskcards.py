"""A task's card with all that is known of it, and the files that were reported on it."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.buttons import press
from domain.views import Keyboard, Press, view
from services.views import task_acts as a
from services.views import task_buttons as b
from services.views.paging import turning
from services.views.tasklines import DUE, LINE, RETURNED, WORKING, HistoryLine, TaskLine, buttons_in_rows

_RARE = (
    "question",
    "answer",
    "later",
    "snooze",
    "forward",
    "note",
    "number",
    "split",
    "merge",
    "helpers",
    "ladder",
    "urgent",
)
"""Acts that stand on the second page of a card's buttons."""
HISTORY_SHOWN = 12
"""So many lines of its history a card shows; the whole of it is a press away."""


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCard:
    """One task with all that is known of it. `said` names the short line on top, `acts` what may be done now.

    `acknowledged` are the coordinating units that know of it; `more` shows the buttons that are needed less often.
    `parts` are what members of a collective unit owe, each with its state.
    Of `happened` lines of history the last few are shown.
    """

    task: TaskLine
    parts: tuple[TaskLine, ...] = ()
    coordinating: tuple[str, ...] = ()
    acknowledged: tuple[str, ...] = ()
    snoozed: datetime | None = None
    rungs: tuple[int, ...] | None = None
    number: str | None = None
    note: str | None = None
    history: tuple[HistoryLine, ...] = ()
    happened: int = 0
    files: tuple[str, ...] = ()
    organizer: bool = False
    mine: bool = True
    acts: tuple[str, ...] = ()
    can_undo: bool = False
    reachable: bool = True
    said: str | None = None
    more: bool = False

    def keyboard(self) -> Keyboard:
        offered = [name for name in self.acts if (name in _RARE) == self.more]
        made = [button for name, button in self._buttons().items() if name in offered]
        rows = list(buttons_in_rows(made, 2))
        if self.more:
            return (*rows, (press(b.OpenTask(self.task.id), "back_to_task"),))
        if any(name in _RARE for name in self.acts):
            rows.append((press(a.MoreTask(self.task.id)),))
        if self.can_undo:
            rows.append((press(b.UndoTask(self.task.id, self.task.revision)),))
        if self.files:
            rows.append((press(b.TaskFiles(self.task.id)),))
        if self.happened > HISTORY_SHOWN:
            rows.append((press(a.WholeHistory(self.task.id, 0), n=self.happened),))
        rows.append((press(b.Board("units", 0)) if self.organizer else press(b.MyTasks(0)),))
        return tuple(rows)

    def _buttons(self) -> dict[str, Press]:
        key, revision = self.task.id, self.task.revision
        return {
            "accept": press(b.AcceptTask(key, revision, 0), style="success"),
            "refuse": press(b.RefuseTask(key, revision)),
            "progress": press(a.ProgressTask(key, revision)),
            "report": press(b.ReportTask(key, revision), style="primary"),
            "finish": press(b.FinishTask(key, revision), style="success"),
            "return": press(b.ReturnTask(key, revision)),
            "wake": press(b.WakeTask(key, revision), style="primary"),
            "assign": press(b.AssignTask(key, revision)),
            "reopen": press(b.ReopenTask(key, revision)),
            "deadline": press(b.SetDeadline(key, revision)),
            "edit": press(b.EditTask(key, revision)),
            "hand_over": press(b.HandOver(key, revision), None if self.task.unit else "give_unit"),
            "withdraw": press(b.WithdrawTask(key, revision), style="danger"),
            "question": press(a.TalkTask(key, "question"), "ask_organizers"),
            "answer": press(a.TalkTask(key, "answer"), "write_to_unit"),
            "later": press(a.LaterTask(key, revision)),
            "snooze": press(a.SnoozeTask(key, revision)),
            "forward": press(a.ForwardTask(key)),
            "note": press(a.TalkTask(key, "note"), "note_task"),
            "number": press(a.TalkTask(key, "number"), "number_paper"),
            "split": press(a.SplitTask(key, revision)),
            "merge": press(a.MergeTask(key, revision, 0)),
            "helpers": press(a.PickHelpers(key, revision, 0)),
            "ladder": press(a.SetLadder(key, revision)),
            "urgent": press(a.MarkUrgent(key, revision, 0), "not_urgent")
            if self.task.urgent
            else press(a.MarkUrgent(key, revision, 1)),
        }


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskHistory:
    """Everything that happened to a task, a page of it."""

    task: TaskLine
    lines: tuple[HistoryLine, ...]
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        pages = turning(self.page, self.pages, lambda page: a.WholeHistory(self.task.id, page))
        return (*pages, (press(b.OpenTask(self.task.id), "back_to_task"),))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFiles:
    """The files that a unit reported on a task."""

    task: TaskLine
    files: tuple[str, ...]


_AT = datetime(2026, 7, 10, 8, 15)  # noqa: DTZ001 - local time
_HISTORY = (
    HistoryLine(act="assign", at=_AT),
    HistoryLine(act="accept", at=_AT, by="Lê Thị Hoa"),
    HistoryLine(act="return", at=_AT, note="Thiếu phụ lục"),
    HistoryLine(act="undo", at=_AT, by="Lê Thị Hoa", undone="accept"),
    HistoryLine(act="deadline", at=_AT, by="Trần Lan", old=_AT, new=datetime(2026, 7, 20, 17)),  # noqa: DTZ001
    HistoryLine(act="deadline", at=_AT, new=_AT),
    HistoryLine(act="ladder", at=_AT, by="Trần Lan", rungs=(-5, 0, 1)),
    HistoryLine(act="round", at=_AT, next=_AT),
    HistoryLine(act="chase", at=_AT, rungs=(-3,)),
    HistoryLine(act="chase", at=_AT, by="Trần Lan"),
    HistoryLine(act="not_urgent", at=_AT, by="Trần Lan"),
)
SAMPLES = (
    TaskCard(task=LINE, acts=("accept", "refuse")),
    TaskCard(
        task=RETURNED,
        coordinating=("Công an huyện",),
        note="Thiếu phụ lục",
        history=_HISTORY,
        files=("bao-cao.docx",),
        organizer=True,
        acts=("finish", "return", "withdraw"),
        can_undo=True,
        reachable=False,
        said="accept",
    ),
    TaskCard(task=DUE, mine=False, said="changed"),
    TaskCard(task=replace(LINE, unit="", state="draft"), organizer=True, acts=("hand_over", "withdraw")),
    TaskCard(
        task=WORKING,
        coordinating=("Công an huyện", "Văn phòng"),
        acknowledged=("Văn phòng",),
        snoozed=_AT,
        rungs=(-5, -1, 0, 2),
        number="12/BC-UBND",
        acts=("progress", "report", "question", "later", "snooze", "forward", "note", "number"),
        more=True,
    ),
    TaskCard(task=LINE, organizer=True, acts=("answer", "split", "merge", "ladder"), more=True),
    TaskCard(
        task=replace(LINE, unit="Các đơn vị thành viên", state="shared"),
        parts=(replace(LINE, unit="UBND tỉnh Gia Lai", state="reported"), replace(DUE, unit="UBND tỉnh Kon Tum")),
        organizer=True,
        acts=("deadline",),
    ),
    TaskCard(task=LINE, history=_HISTORY[:2], happened=31, organizer=True),
    TaskHistory(task=LINE, lines=_HISTORY, page=0, pages=2),
    ReportFiles(task=DUE, files=("bao-cao.docx",)),
)
