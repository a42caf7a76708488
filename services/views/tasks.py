"""Views of tasks that units see, and what a task looks like. Times are local times of the conference's zone."""

from dataclasses import dataclass, replace
from datetime import datetime

from domain.buttons import press
from domain.views import Keyboard, Press, view
from services.views import task_acts as a
from services.views import task_buttons as b
from services.views.paging import turning
from services.views.tasklines import DUE, LINE, RETURNED, SEVERAL, WORKING, TaskLine, answers, buttons_in_rows


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
            return tuple(row for row in (answers(self.tasks[0], 0), (press(b.MyTasks(0)),)) if row)
        waiting = any(line.state == "assigned" for line in self.tasks)
        everything = ((press(b.AcceptAll(self.unit_id), style="success"),),) if waiting else ()
        if len(self.tasks) > SEVERAL:
            return (*everything, (press(b.MyTasks(0)),))
        return (*everything, *(answers(line, 1) for line in self.tasks))


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


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTasks:
    """A focal person's list: the tasks their units lead or coordinate, a page of them, all or under a filter.

    `total` counts all of them, `counts` those under each filter.
    """

    units: tuple[str, ...]
    tasks: tuple[TaskLine, ...]
    total: int
    filter: str = "all"
    counts: tuple[tuple[str, int], ...] = ()
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
        rows += [answers(line, 1) for line in self.tasks]
        pages = turning(self.page, self.pages, self._at)
        files = ((press(a.Week(0)),), (press(a.BoardSheet()), press(a.BoardPicture()))) if self.total else ()
        return (*rows, *pages, *buttons_in_rows(self._filters(), 3), *files)

    def _at(self, page: int) -> object:
        return b.MyTasks(page) if self.filter == "all" else b.UnitList(self.filter, page)

    def _filters(self) -> list[Press]:
        """The filters that would show something else than what is shown."""
        others = [
            press(b.UnitList(name, 0), f"board_{name}", n=count)
            for name, count in self.counts
            if 0 < count < self.total and name != self.filter
        ]
        everything = [] if self.filter == "all" else [press(b.MyTasks(0), "board_all", n=self.total)]
        return [*others, *everything]


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
        return (answers(self.task, 0), (press(b.OpenTask(self.task.id)),)) if self.reason else ()


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskChanged:
    """To the unit: what changed, old → new. `what`: deadline, text, split, merged, urgent, not_urgent, helpers,
    not_helping, withdrawn, handed_over, reopened, undone, repeated. `other` are the words of a task merged into it.
    """

    task: TaskLine
    what: str
    before: str | None = None
    after: str | None = None
    other: str | None = None
    old: datetime | None = None
    new: datetime | None = None

    def keyboard(self) -> Keyboard:
        return () if self.what in ("withdrawn", "handed_over", "not_helping") else ((press(b.OpenTask(self.task.id)),),)


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
        return (*(answers(line, 1 if len(self.tasks) > 1 else 0) for line in self.tasks), known)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class UrgentTask:
    """To a focal person: an urgent task that is due or late, by itself. `asked` when an organizer asks."""

    conference: str
    task: TaskLine
    asked: bool = False

    def keyboard(self) -> Keyboard:
        return (answers(self.task, 0), (press(a.AcknowledgeUrgent(self.task.id)), press(b.OpenTask(self.task.id))))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TasksBelow:
    """To a unit's people in the morning: what is overdue in units below it, and due in those that nobody reaches."""

    conference: str
    overdue: tuple[TaskLine, ...]
    unreached: tuple[TaskLine, ...]

    def keyboard(self) -> Keyboard:
        return ((press(b.MyTasks(0)),),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class FilesKept:
    """To who sent an album as a report: how many of its files are kept by now."""

    task: TaskLine
    files: int

    def keyboard(self) -> Keyboard:
        return ((press(b.OpenTask(self.task.id)), press(b.TaskFiles(self.task.id))),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class NoTasks:
    """Nothing to show: the person answers for no unit here."""


_AT = datetime(2026, 7, 10, 8, 15)  # noqa: DTZ001
SAMPLES = (
    TaskAssigned(conference="Hội nghị tổng kết", unit="Phòng Kinh tế", unit_id=3, tasks=(LINE,)),
    TaskAssigned(conference="Hội nghị tổng kết", unit="Phòng Kinh tế", unit_id=3, tasks=(LINE, DUE, RETURNED)),
    TaskAssigned(conference="Hội nghị tổng kết", unit="Phòng Kinh tế", unit_id=3, tasks=(DUE,)),
    TasksShared(conference="Hội nghị tổng kết", unit="Công an huyện", unit_id=4, tasks=(LINE, DUE)),
    *(
        GroupTold(conference="Hội nghị tổng kết", unit="Công an huyện", what=what, tasks=(LINE, DUE))
        for what in ("assigned", "shared", "digest", "changed", "returned", "done", "withdrawn")
    ),
    UnitTasks(units=("Phòng Kinh tế",), tasks=(LINE, DUE), total=12, accept_all=3, page=0, pages=2),
    UnitTasks(units=("Phòng Kinh tế",), tasks=(LINE, WORKING), total=2, acknowledge=3),
    UnitTasks(units=("Phòng Kinh tế", "Văn phòng"), tasks=(), total=0, said="accept"),
    UnitTasks(
        units=("Phòng Kinh tế",),
        tasks=(DUE,),
        total=31,
        filter="late",
        counts=(
            ("late", 11),
            ("week", 3),
            ("waiting", 2),
            ("working", 4),
            ("refused", 1),
            ("reported", 2),
            ("done", 9),
        ),
        page=1,
        pages=2,
    ),
    UnitTasks(units=("Phòng Kinh tế",), tasks=(WORKING,), total=2, filter="week", counts=(("week", 1), ("late", 0))),
    UnitTasks(units=("Phòng Kinh tế",), tasks=(), total=2, filter="waiting", counts=(("done", 1),)),
    TasksAnswered(unit="Phòng Kinh tế", tasks=(LINE, DUE), state="accepted", by="Lê Thị Hoa", at=_AT),
    TasksAnswered(unit="Phòng Kinh tế", tasks=(LINE,), state="refused", by=None, at=_AT),
    TasksAnswered(unit="Phòng Kinh tế", tasks=(LINE,), state="reported", by=None, at=_AT),
    TaskJudged(task=DUE),
    TaskJudged(task=RETURNED, reason="Thiếu phụ lục"),
    TaskChanged(task=RETURNED, what="deadline", old=None, new=_AT),
    TaskChanged(task=RETURNED, what="deadline", old=_AT, new=_AT),
    TaskChanged(task=RETURNED, what="text", before="In tài liệu", after="In tài liệu màu"),
    TaskChanged(task=RETURNED, what="text", before="In", after="In trước 20/7", old=None, new=_AT),
    TaskChanged(task=RETURNED, what="split", before="In và phát tài liệu", after="In tài liệu"),
    TaskChanged(task=RETURNED, what="merged", before="In tài liệu", after="In; phát", other="Phát tài liệu"),
    TaskChanged(task=RETURNED, what="repeated", new=_AT),
    TaskChanged(task=replace(RETURNED, urgent=True), what="urgent"),
    TaskChanged(task=RETURNED, what="not_urgent"),
    TaskChanged(task=RETURNED, what="helpers", before="Công an huyện", after="Công an huyện, Văn phòng"),
    TaskChanged(task=RETURNED, what="helpers", before="", after="Văn phòng"),
    TaskChanged(task=RETURNED, what="not_helping", after="Công an huyện"),
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
    UrgentTask(conference="Hội nghị tổng kết", task=replace(DUE, urgent=True)),
    UrgentTask(conference="Hội nghị tổng kết", task=replace(LINE, urgent=True), asked=True),
    TasksBelow(conference="Hội nghị tổng kết", overdue=(DUE,), unreached=(RETURNED,)),
    TasksBelow(conference="Hội nghị tổng kết", overdue=(), unreached=(RETURNED,)),
    FilesKept(task=DUE, files=10),
    NoTasks(),
)
