"""Views of tasks that units see, and what a task looks like. Times are local times of the conference's zone."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import press
from domain.views import Keyboard, Press, view
from services.views import task_acts as a
from services.views import task_buttons as b

SEVERAL = 8
"""More tasks than this have no buttons of their own under one message; the list has them by pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task in one line; `number` is its place in the list that shows it.

    `helping` is set where the reader's unit only coordinates: another unit accepts and reports.
    """

    number: int = 1
    helping: bool = False
    id: int
    revision: int
    unit: str
    text: str
    state: str
    late: bool = False
    deadline: datetime | None = None
    deadline_text: str | None = None
    by: str | None = None
    at: datetime | None = None
    percent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """What was done with a task, when, by whom."""

    act: str
    at: datetime
    by: str | None = None
    note: str | None = None


def buttons_in_rows(buttons: list[Press], width: int) -> Keyboard:
    """Buttons side by side, so many in a row."""
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


def _answers(line: TaskLine, many: int) -> tuple[Press, ...]:
    """The buttons that answer one task in its present state."""
    name = {"n": str(line.number)} if many else {}
    ending = "_n" if many else ""
    match line.state:
        case _ if line.helping:
            return (press(b.OpenTask(line.id), f"open_task{ending}", **name),) if many else ()
        case "assigned":
            accept = press(b.AcceptTask(line.id, line.revision, many), f"accept_task{ending}", "success", **name)
            return (accept, press(b.RefuseTask(line.id, line.revision), f"refuse_task{ending}", **name))
        case "accepted" | "in_progress" | "returned":
            return (press(b.ReportTask(line.id, line.revision), f"report_task{ending}", "primary", **name),)
        case _:
            return (press(b.OpenTask(line.id), f"open_task{ending}", **name),) if many else ()


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskAssigned:
    """A unit is given tasks: one message however many, with buttons for each."""

    conference: str
    unit: str
    unit_id: int
    tasks: tuple[TaskLine, ...]

    def keyboard(self) -> Keyboard:
        if len(self.tasks) == 1:
            return (_answers(self.tasks[0], 0), (press(b.MyTasks(0)),))
        everything = (press(b.AcceptAll(self.unit_id), style="success"),)
        if len(self.tasks) > SEVERAL:
            return (everything, (press(b.MyTasks(0)),))
        return (everything, *(_answers(line, 1) for line in self.tasks))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TasksShared:
    """A unit coordinates tasks that other units lead."""

    conference: str
    unit: str
    unit_id: int
    tasks: tuple[TaskLine, ...]

    def keyboard(self) -> Keyboard:
        return ((press(a.AcknowledgeShared(self.unit_id), style="success"), press(b.MyTasks(0))),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupTold:
    """To a unit's group chat: what concerns the unit, without anybody's name. `what`: assigned, shared, digest …"""

    conference: str
    unit: str
    what: str
    tasks: tuple[TaskLine, ...]


_RARE = ("question", "answer", "later", "snooze", "forward", "note", "number", "split", "merge", "ladder")
"""Acts that stand on the second page of a card's buttons."""


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskCard:
    """One task with all that is known of it. `said` names the short line on top, `acts` what may be done now.

    `acknowledged` are the coordinating units that know of it; `more` shows the buttons that are needed less often.
    """

    task: TaskLine
    coordinating: tuple[str, ...] = ()
    acknowledged: tuple[str, ...] = ()
    snoozed: datetime | None = None
    rungs: tuple[int, ...] | None = None
    number: str | None = None
    note: str | None = None
    history: tuple[HistoryLine, ...] = ()
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
            "hand_over": press(b.HandOver(key, revision)),
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
            "ladder": press(a.SetLadder(key, revision)),
        }


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTasks:
    """A focal person's list: the tasks their units lead or coordinate, a page of them."""

    units: tuple[str, ...]
    tasks: tuple[TaskLine, ...]
    total: int
    accept_all: int | None = None
    acknowledge: int | None = None
    page: int = 0
    pages: int = 1
    said: str | None = None

    def keyboard(self) -> Keyboard:
        rows: list[tuple[Press, ...]] = []
        if self.acknowledge is not None:
            rows.append((press(a.AcknowledgeShared(self.acknowledge)),))
        if self.accept_all is not None:
            rows.append((press(b.AcceptAll(self.accept_all), style="success"),))
        rows += [_answers(line, 1) for line in self.tasks]
        turn = [press(b.MyTasks(page), name) for page, name in turns(self.page, self.pages)]
        return (*rows, tuple(turn)) if turn else tuple(rows)


def short(name: str) -> str:
    """A name that fits on a button."""
    return name if len(name) <= 60 else name[:59] + "…"


def turns(page: int, pages: int) -> list[tuple[int, str]]:
    """The pages before and after, with the names of their buttons."""
    before = [(page - 1, "page_before")] if page > 0 else []
    return before + ([(page + 1, "page_after")] if page + 1 < pages else [])


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TasksAnswered:
    """To colleagues in the unit: the answer that binds it, by whom, when."""

    unit: str
    tasks: tuple[TaskLine, ...]
    state: str
    by: str | None
    at: datetime

    def keyboard(self) -> Keyboard:
        return ((press(b.MyTasks(0)),),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskJudged:
    """To the unit: its report is taken (`done`), or comes back with a reason (`returned`)."""

    task: TaskLine
    reason: str | None = None

    def keyboard(self) -> Keyboard:
        return (_answers(self.task, 0), (press(b.OpenTask(self.task.id)),)) if self.reason else ()


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChanged:
    """To the unit: what changed, old → new. `what`: deadline, text, split, merged, withdrawn,
    handed_over, reopened, undone, repeated.
    """

    task: TaskLine
    what: str
    before: str | None = None
    after: str | None = None
    old: datetime | None = None
    new: datetime | None = None

    def keyboard(self) -> Keyboard:
        return () if self.what in ("withdrawn", "handed_over") else ((press(b.OpenTask(self.task.id)),),)


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineMove:
    """A task with its new deadline, and the one it had."""

    task: TaskLine
    old: datetime | None = None


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesMoved:
    """To the unit: several of its deadlines changed at once, old → new."""

    unit: str
    moves: tuple[DeadlineMove, ...]

    def keyboard(self) -> Keyboard:
        return ((press(b.MyTasks(0)),),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDigest:
    """To a focal person: what is due or late, all in one message. `asked` when an organizer pressed the button."""

    conference: str
    tasks: tuple[TaskLine, ...]
    today: datetime
    asked: bool = False

    def keyboard(self) -> Keyboard:
        known = (press(a.AcknowledgeChase()),)
        if len(self.tasks) > SEVERAL:
            return ((press(b.MyTasks(0)),), known)
        return (*(_answers(line, 1 if len(self.tasks) > 1 else 0) for line in self.tasks), known)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFiles:
    """The files that a unit reported on a task."""

    task: TaskLine
    files: tuple[str, ...]


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class NoTasks:
    """Nothing to show: the person answers for no unit here."""


LINE = TaskLine(id=7, revision=2, unit="Phòng Kinh tế", text="Gửi báo cáo sơ kết", state="assigned")
DUE = TaskLine(
    number=2,
    id=8,
    revision=0,
    unit="Phòng Kinh tế",
    text="In tài liệu <nếu có>",
    state="accepted",
    late=True,
    deadline=datetime(2026, 7, 20, 17),  # noqa: DTZ001 - local time
    by="Lê Thị Hoa",
    at=datetime(2026, 7, 10, 8, 15),  # noqa: DTZ001
)
RETURNED = TaskLine(
    number=3,
    id=9,
    revision=1,
    unit="Văn phòng",
    text="Chuẩn bị hội trường",
    state="returned",
    deadline=datetime(2026, 7, 21, 23, 59),  # noqa: DTZ001
    deadline_text="trước 05 ngày tổ chức Hội nghị",
)
_AT = datetime(2026, 7, 10, 8, 15)  # noqa: DTZ001
WORKING = TaskLine(
    number=4,
    id=11,
    revision=3,
    unit="Phòng Y tế",
    text="Trực y tế",
    state="in_progress",
    by="Lê Thị Hoa",
    at=_AT,
    percent=60,
)
_HISTORY = (
    HistoryLine(act="assign", at=_AT),
    HistoryLine(act="accept", at=_AT, by="Lê Thị Hoa"),
    HistoryLine(act="return", at=_AT, note="Thiếu phụ lục"),
    HistoryLine(act="undo", at=_AT, by="Lê Thị Hoa"),
)
SAMPLES = (
    TaskAssigned(conference="Hội nghị tổng kết", unit="Phòng Kinh tế", unit_id=3, tasks=(LINE,)),
    TaskAssigned(conference="Hội nghị tổng kết", unit="Phòng Kinh tế", unit_id=3, tasks=(LINE, DUE, RETURNED)),
    TasksShared(conference="Hội nghị tổng kết", unit="Công an huyện", unit_id=4, tasks=(LINE, DUE)),
    *(
        GroupTold(conference="Hội nghị tổng kết", unit="Công an huyện", what=what, tasks=(LINE, DUE))
        for what in ("assigned", "shared", "digest", "changed", "returned", "done", "withdrawn")
    ),
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
    UnitTasks(units=("Phòng Kinh tế",), tasks=(LINE, DUE), total=12, accept_all=3, page=0, pages=2),
    UnitTasks(units=("Phòng Kinh tế",), tasks=(LINE, WORKING), total=2, acknowledge=3),
    UnitTasks(units=("Phòng Kinh tế", "Văn phòng"), tasks=(), total=0, said="accept"),
    TasksAnswered(unit="Phòng Kinh tế", tasks=(LINE, DUE), state="accepted", by="Lê Thị Hoa", at=_AT),
    TasksAnswered(unit="Phòng Kinh tế", tasks=(LINE,), state="refused", by=None, at=_AT),
    TasksAnswered(unit="Phòng Kinh tế", tasks=(LINE,), state="reported", by=None, at=_AT),
    TaskJudged(task=DUE),
    TaskJudged(task=RETURNED, reason="Thiếu phụ lục"),
    TaskChanged(task=RETURNED, what="deadline", old=None, new=_AT),
    TaskChanged(task=RETURNED, what="deadline", old=_AT, new=_AT),
    TaskChanged(task=RETURNED, what="text", before="In tài liệu", after="In tài liệu màu"),
    TaskChanged(task=RETURNED, what="split", before="In và phát tài liệu", after="In tài liệu"),
    TaskChanged(task=RETURNED, what="merged", before="In tài liệu", after="In và phát tài liệu"),
    TaskChanged(task=RETURNED, what="repeated", new=_AT),
    TaskChanged(task=RETURNED, what="withdrawn"),
    TaskChanged(task=RETURNED, what="handed_over", after="Văn phòng"),
    TaskChanged(task=RETURNED, what="reopened"),
    TaskChanged(task=RETURNED, what="undone"),
    DeadlinesMoved(
        unit="Phòng Kinh tế",
        moves=(DeadlineMove(task=DUE), DeadlineMove(task=RETURNED, old=_AT), DeadlineMove(task=LINE)),
    ),
    TaskDigest(conference="Hội nghị tổng kết", tasks=(DUE, RETURNED), today=_AT),
    TaskDigest(conference="Hội nghị tổng kết", tasks=(DUE,), today=_AT, asked=True),
    ReportFiles(task=DUE, files=("bao-cao.docx",)),
    NoTasks(),
)
