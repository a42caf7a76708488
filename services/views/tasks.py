"""Views of tasks. Times are local times of the conference's zone; an empty `by` reads as "the focal person"."""

from dataclasses import dataclass, field
from datetime import datetime

from domain.buttons import press
from domain.views import Keyboard, Press, view
from services.views import task_buttons as b

SEVERAL = 8
"""More tasks than this have no buttons of their own under one message; the list has them by pages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """A task in one line; `number` is its place in the list that shows it."""

    number: int = 1
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


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """What was done with a task, when, by whom."""

    act: str
    at: datetime
    by: str | None = None
    note: str | None = None


def _rows(buttons: list[Press], width: int) -> Keyboard:
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


def _answers(line: TaskLine, many: int) -> tuple[Press, ...]:
    """The buttons that answer one task in its present state."""
    name = {"n": str(line.number)} if many else {}
    ending = "_n" if many else ""
    match line.state:
        case "assigned":
            accept = press(b.AcceptTask(line.id, line.revision, many), f"accept_task{ending}", "success", **name)
            return (accept, press(b.RefuseTask(line.id, line.revision), f"refuse_task{ending}", **name))
        case "accepted" | "returned":
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
class TaskCard:
    """One task with all that is known of it. `said` names the short line on top, `acts` what may be done now."""

    task: TaskLine
    coordinating: tuple[str, ...] = ()
    note: str | None = None
    history: tuple[HistoryLine, ...] = ()
    files: tuple[str, ...] = ()
    organizer: bool = False
    mine: bool = True
    acts: tuple[str, ...] = ()
    can_undo: bool = False
    reachable: bool = True
    said: str | None = None

    def keyboard(self) -> Keyboard:
        made = {name: button for name, button in self._buttons().items() if name in self.acts}
        rows = list(_rows(list(made.values()), 2))
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
        }


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTasks:
    """A focal person's list: the tasks their units lead or coordinate, a page of them."""

    units: tuple[str, ...]
    tasks: tuple[TaskLine, ...]
    total: int
    accept_all: int | None = None
    page: int = 0
    pages: int = 1
    said: str | None = None

    def keyboard(self) -> Keyboard:
        rows: list[tuple[Press, ...]] = []
        if self.accept_all is not None:
            rows.append((press(b.AcceptAll(self.accept_all), style="success"),))
        rows += [_answers(line, 1) for line in self.tasks]
        turn = [press(b.MyTasks(page), name) for page, name in _turns(self.page, self.pages)]
        return (*rows, tuple(turn)) if turn else tuple(rows)


def _short(name: str) -> str:
    """A name that fits on a button."""
    return name if len(name) <= 60 else name[:59] + "…"


def _turns(page: int, pages: int) -> list[tuple[int, str]]:
    before = [(page - 1, "page_before")] if page > 0 else []
    return before + ([(page + 1, "page_after")] if page + 1 < pages else [])


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit on the board: how many of its tasks are in which state (`counts`, in board order), and how many late."""

    unit: str
    reachable: bool
    late: int
    counts: tuple[tuple[str, int], ...]


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskBoard:
    """Unit × state for organizers, late ones first; under another filter than `units` the tasks themselves.

    `answers` when the organizer also answers for a unit, whose own list is then a button away.
    """

    total: int
    late: int
    counts: tuple[tuple[str, int], ...]
    filter: str = "units"
    answers: bool = False
    units: tuple[UnitRow, ...] = ()
    tasks: tuple[TaskLine, ...] = ()
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        rows = list(_rows([press(b.OpenTask(each.id), "open_task_n", n=each.number) for each in self.tasks], 5))
        if turns := _turns(self.page, self.pages):
            rows.append(tuple(press(b.Board(self.filter, page), name) for page, name in turns))
        filters = [
            press(b.Board(name, 0), f"board_{name}", n=count)
            for name, count in (("late", self.late), *self.counts)
            if count and name != self.filter
        ]
        if self.filter != "units":
            filters.append(press(b.Board("units", 0)))
        rows += _rows(filters, 2)
        own = (press(b.MyTasks(0)),) if self.answers else ()
        return (*rows, (press(b.AskChase()), press(b.NewTask())), (press(b.TelephoneUnits()), *own))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TasksAsleep:
    """Conditional tasks that wait for an organizer to wake them."""

    tasks: tuple[TaskLine, ...]

    def keyboard(self) -> Keyboard:
        wake = [press(b.WakeTask(each.id, each.revision), "wake_task_n", n=each.number) for each in self.tasks]
        return _rows(wake[:40], 3)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlinesMissing:
    """Tasks that were given without a deadline: set one?"""

    tasks: tuple[TaskLine, ...]

    def keyboard(self) -> Keyboard:
        ask = [press(b.SetDeadline(each.id, each.revision), "set_deadline_n", n=each.number) for each in self.tasks]
        return _rows(ask[:40], 3)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineDoubt:
    """A typed deadline that is possible and odd: in the `past`, or `after` the conference."""

    task: TaskLine
    deadline: datetime
    why: str
    minutes: int

    def keyboard(self) -> Keyboard:
        keep = press(b.KeepDeadline(self.task.id, self.task.revision, self.minutes))
        return ((keep, press(b.SetDeadline(self.task.id, self.task.revision), "type_again")),)


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
class TaskRefused:
    """To organizers: a unit says no, and why."""

    task: TaskLine
    reason: str

    def keyboard(self) -> Keyboard:
        key, revision = self.task.id, self.task.revision
        again = (press(b.AssignTask(key, revision)), press(b.HandOver(key, revision)))
        return (again, (press(b.WithdrawTask(key, revision), style="danger"), press(b.OpenTask(key))))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReported:
    """To organizers: a unit's report, with the decision under it."""

    task: TaskLine
    note: str | None
    files: tuple[str, ...] = ()

    def keyboard(self) -> Keyboard:
        key, revision = self.task.id, self.task.revision
        decide = (press(b.FinishTask(key, revision), style="success"), press(b.ReturnTask(key, revision)))
        return (decide, (press(b.TaskFiles(key)),)) if self.files else (decide, (press(b.OpenTask(key)),))


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
    """To the unit: what changed, old → new. `what`: deadline, text, withdrawn, handed_over, reopened, undone."""

    task: TaskLine
    what: str
    before: str | None = None
    after: str | None = None
    old: datetime | None = None
    new: datetime | None = None

    def keyboard(self) -> Keyboard:
        return () if self.what in ("withdrawn", "handed_over") else ((press(b.OpenTask(self.task.id)),),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class PickUnit:
    """Which unit: for a new task (`task` empty), or to hand one over to."""

    units: tuple[tuple[int, str], ...]
    task: TaskLine | None = None
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        if self.task is None:
            turned = tuple(press(b.NewTaskUnits(page), name) for page, name in _turns(self.page, self.pages))
            rows = [(press(b.NewTaskFor(key), "unit_named", name=_short(name)),) for key, name in self.units]
            return (*rows, turned) if turned else tuple(rows)
        key, revision = self.task.id, self.task.revision
        turned = tuple(press(b.HandOverUnits(key, revision, at), name) for at, name in _turns(self.page, self.pages))
        rows = [
            (press(b.HandOverTo(key, revision, unit), "unit_named", name=_short(name)),) for unit, name in self.units
        ]
        return (*rows, turned) if turned else tuple(rows)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChasePreview:
    """Before a chase goes out: how many tasks and people, and the units that only the telephone reaches."""

    tasks: int
    people: int
    units: int
    unreached: tuple[str, ...]

    def keyboard(self) -> Keyboard:
        if not self.people:
            return ((press(b.TelephoneUnits()),),)
        send = press(b.SendChase(self.tasks, self.people), style="primary", n=self.people)
        return ((send,), (press(b.Board("units", 0)),))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChaseSent:
    """How many people are being chased."""

    people: int

    def keyboard(self) -> Keyboard:
        return ((press(b.Board("units", 0)),),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskDigest:
    """To a focal person: what is due or late, all in one message. `asked` when an organizer pressed the button."""

    conference: str
    tasks: tuple[TaskLine, ...]
    today: datetime
    asked: bool = False

    def keyboard(self) -> Keyboard:
        if len(self.tasks) > SEVERAL:
            return ((press(b.MyTasks(0)),),)
        return tuple(_answers(line, 1 if len(self.tasks) > 1 else 0) for line in self.tasks)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class OverdueDigest:
    """To organizers in the morning: tasks a day over their deadline, and due ones of units that nobody reaches."""

    overdue: tuple[TaskLine, ...]
    unreached: tuple[TaskLine, ...]

    def keyboard(self) -> Keyboard:
        late = press(b.Board("late", 0), "board_late", n=len(self.overdue))
        return ((late, press(b.TelephoneUnits())),) if self.overdue else ((press(b.TelephoneUnits()),),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnreachedUnits:
    """The telephone list: units for which nobody can be written to, and what each has to be told."""

    units: tuple[tuple[str, tuple[TaskLine, ...]], ...] = field(default=())

    def keyboard(self) -> Keyboard:
        return ((press(b.Board("units", 0)),),)


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


_LINE = TaskLine(id=7, revision=2, unit="Phòng Kinh tế", text="Gửi báo cáo sơ kết", state="assigned")
_DUE = TaskLine(
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
_DAY = TaskLine(
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
_HISTORY = (
    HistoryLine(act="assign", at=_AT),
    HistoryLine(act="accept", at=_AT, by="Lê Thị Hoa"),
    HistoryLine(act="return", at=_AT, note="Thiếu phụ lục"),
    HistoryLine(act="undo", at=_AT, by="Lê Thị Hoa"),
)
SAMPLES = (
    TaskAssigned(conference="Hội nghị tổng kết", unit="Phòng Kinh tế", unit_id=3, tasks=(_LINE,)),
    TaskAssigned(conference="Hội nghị tổng kết", unit="Phòng Kinh tế", unit_id=3, tasks=(_LINE, _DUE, _DAY)),
    TaskCard(task=_LINE, acts=("accept", "refuse")),
    TaskCard(
        task=_DAY,
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
    TaskCard(task=_DUE, mine=False, said="changed"),
    UnitTasks(units=("Phòng Kinh tế",), tasks=(_LINE, _DUE), total=12, accept_all=3, page=0, pages=2),
    UnitTasks(units=("Phòng Kinh tế", "Văn phòng"), tasks=(), total=0, said="accept"),
    TaskBoard(
        total=3,
        late=1,
        counts=(("assigned", 1), ("accepted", 1), ("returned", 1)),
        units=(
            UnitRow(unit="Phòng Kinh tế", reachable=True, late=1, counts=(("assigned", 1), ("accepted", 1))),
            UnitRow(unit="Văn phòng", reachable=False, late=0, counts=(("returned", 1),)),
        ),
    ),
    TaskBoard(total=2, late=1, counts=(("accepted", 1),), filter="late", tasks=(_DUE,), page=1, pages=3),
    TaskBoard(total=0, late=0, counts=()),
    TasksAsleep(tasks=(_LINE,)),
    DeadlinesMissing(tasks=(_LINE, _DAY)),
    DeadlineDoubt(task=_LINE, deadline=_AT, why="past", minutes=29_000_000),
    DeadlineDoubt(task=_LINE, deadline=_AT, why="after", minutes=29_000_000),
    TasksAnswered(unit="Phòng Kinh tế", tasks=(_LINE, _DUE), state="accepted", by="Lê Thị Hoa", at=_AT),
    TasksAnswered(unit="Phòng Kinh tế", tasks=(_LINE,), state="refused", by=None, at=_AT),
    TasksAnswered(unit="Phòng Kinh tế", tasks=(_LINE,), state="reported", by=None, at=_AT),
    TaskRefused(task=_DUE, reason="Không đủ người"),
    TaskReported(task=_DUE, note="Đã in 200 bộ", files=("bao-cao.docx",)),
    TaskReported(task=_DUE, note=None),
    TaskJudged(task=_DUE),
    TaskJudged(task=_DAY, reason="Thiếu phụ lục"),
    TaskChanged(task=_DAY, what="deadline", old=None, new=_AT),
    TaskChanged(task=_DAY, what="deadline", old=_AT, new=_AT),
    TaskChanged(task=_DAY, what="text", before="In tài liệu", after="In tài liệu màu"),
    TaskChanged(task=_DAY, what="withdrawn"),
    TaskChanged(task=_DAY, what="handed_over", after="Văn phòng"),
    TaskChanged(task=_DAY, what="reopened"),
    TaskChanged(task=_DAY, what="undone"),
    PickUnit(units=((3, "Phòng Kinh tế"), (4, "Văn phòng"))),
    PickUnit(units=((4, "Văn phòng"),), task=_LINE, page=0, pages=2),
    ChasePreview(tasks=3, people=2, units=2, unreached=("Văn phòng",)),
    ChasePreview(tasks=0, people=0, units=0, unreached=()),
    ChaseSent(people=2),
    TaskDigest(conference="Hội nghị tổng kết", tasks=(_DUE, _DAY), today=_AT),
    TaskDigest(conference="Hội nghị tổng kết", tasks=(_DUE,), today=_AT, asked=True),
    OverdueDigest(overdue=(_DUE,), unreached=(_DAY,)),
    OverdueDigest(overdue=(), unreached=(_DAY,)),
    UnreachedUnits(units=(("Văn phòng", (_DAY,)), ("Công an huyện", ()))),
    UnreachedUnits(),
    ReportFiles(task=_DUE, files=("bao-cao.docx",)),
    NoTasks(),
)
