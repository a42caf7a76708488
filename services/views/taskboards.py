"""Views of tasks for organizers: the board, what they are asked and told, chases, the telephone list."""

from dataclasses import dataclass, field, replace

from domain.buttons import press
from domain.views import Keyboard, Press, view
from services.views import task_acts as a
from services.views import task_buttons as b
from services.views.paging import turning
from services.views.tasklines import DUE, LINE, RETURNED, TaskLine, buttons_in_rows, short
from services.views.unit_buttons import AddUnit, UnitsDesk


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """A unit on the board: how many of its tasks are in which state (`counts`, in board order), and how many late."""

    unit: str
    reachable: bool
    late: int
    counts: tuple[tuple[str, int], ...]
    id: int = 0
    number: int = 1


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TaskBoard:
    """Unit × state for organizers, late ones first; under another filter than `units` the tasks themselves.

    The filter `risk` shows what may become late, `mine` what the organizer looks after, `nobody` what no unit has,
    `unit` what the one named (`unit`, `unit_id`) leads or coordinates.

    `answers` when the organizer also answers for a unit, whose own list is then a button away.
    """

    total: int
    late: int
    counts: tuple[tuple[str, int], ...]
    risk: int = 0
    own: int = 0
    nobodys: int = 0
    filter: str = "units"
    unit: str = ""
    unit_id: int = 0
    answers: bool = False
    units: tuple[UnitRow, ...] = ()
    tasks: tuple[TaskLine, ...] = ()
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        rows = list(
            buttons_in_rows([press(b.OpenTask(each.id), "open_task_n", n=each.number) for each in self.tasks], 4)
        )
        rows += buttons_in_rows([press(_opened(row), "open_unit", n=row.number) for row in self.units], 5)
        rows += turning(self.page, self.pages, self._at)
        filters = [
            press(b.Board(name, 0), f"board_{name}", n=count)
            for name, count in (
                ("late", self.late),
                ("risk", self.risk),
                ("nobody", self.nobodys),
                ("mine", self.own),
                *self.counts,
            )
            if count and name != self.filter
        ]
        if self.filter != "units":
            filters.append(press(b.Board("units", 0)))
        rows += buttons_in_rows(filters, 2)
        mine = (press(b.MyTasks(0)),) if self.answers else ()
        return (
            *rows,
            (press(b.AskChase()), press(b.NewTask())),
            (press(a.Week(0)), press(a.Reports(0))),
            (press(a.Morning()), press(UnitsDesk(0))),
            (press(a.BoardSheet()), press(a.BoardPicture())),
            (press(b.TelephoneUnits()), *mine),
        )

    def _at(self, page: int) -> object:
        return b.UnitBoard(self.unit_id, page) if self.filter == "unit" else b.Board(self.filter, page)


def _opened(row: UnitRow) -> object:
    return b.UnitBoard(row.id, 0) if row.id else b.Board("nobody", 0)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TasksAsleep:
    """Conditional tasks that wait for an organizer to wake them."""

    tasks: tuple[TaskLine, ...]

    def keyboard(self) -> Keyboard:
        wake = [press(b.WakeTask(each.id, each.revision), "wake_task_n", n=each.number) for each in self.tasks]
        return buttons_in_rows(wake[:40], 3)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class TasksOfNobody:
    """Tasks that no unit has been given: to which does each go?"""

    tasks: tuple[TaskLine, ...]

    def keyboard(self) -> Keyboard:
        give = [press(b.HandOver(each.id, each.revision), "give_unit_n", n=each.number) for each in self.tasks]
        return (*buttons_in_rows(give[:40], 3), (press(b.Board("nobody", 0), "board"),))


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
class PickUnit:
    """Which unit: for a new task (`task` empty), or to hand one over to."""

    units: tuple[tuple[int, str], ...]
    task: TaskLine | None = None
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        if self.task is None:
            rows: list[tuple[Press, ...]] = [
                (press(b.NewTaskFor(key), "unit_named", name=short(name)),) for key, name in self.units
            ]
            rows.append((press(b.NewTaskFor(0), "no_unit_yet"), press(AddUnit("new", 0))))
            return (*rows, *turning(self.page, self.pages, b.NewTaskUnits))
        key, revision = self.task.id, self.task.revision
        rows = [
            (press(b.HandOverTo(key, revision, unit), "unit_named", name=short(name)),) for unit, name in self.units
        ]
        pages = turning(self.page, self.pages, lambda page: b.HandOverUnits(key, revision, page))
        return (*rows, *pages, (press(AddUnit("lead", key)),))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class ChasePreview:
    """Before a chase goes out: how many tasks and people, and the units that only the telephone reaches.

    `reports` when it is about reports that have not come in.
    """

    tasks: int
    people: int
    units: int
    unreached: tuple[str, ...]
    reports: bool = False

    def keyboard(self) -> Keyboard:
        if not self.people:
            return ((press(b.TelephoneUnits()),),)
        meant = a.SendReportsChase if self.reports else b.SendChase
        send = press(meant(self.tasks, self.people), "send_chase", "primary", n=self.people)
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


SAMPLES = (
    TaskBoard(
        total=3,
        late=1,
        counts=(("assigned", 1), ("accepted", 1), ("returned", 1)),
        units=(
            UnitRow(unit="Phòng Kinh tế", reachable=True, late=1, counts=(("assigned", 1), ("accepted", 1)), id=3),
            UnitRow(unit="Văn phòng", reachable=False, late=0, counts=(("returned", 1),), id=4, number=2),
        ),
    ),
    TaskBoard(total=2, late=1, counts=(("accepted", 1),), filter="late", tasks=(DUE,), page=1, pages=3),
    TaskBoard(total=2, late=0, counts=(("accepted", 2),), own=1, answers=True),
    TaskBoard(total=2, late=0, counts=(("accepted", 2),), own=1, filter="mine", tasks=(LINE,)),
    TaskBoard(total=2, late=0, counts=(("assigned", 2),), risk=2, filter="risk", tasks=(LINE,)),
    TaskBoard(total=0, late=0, counts=()),
    TaskBoard(total=2, late=0, counts=(("draft", 2),), nobodys=1, filter="nobody", tasks=(replace(LINE, unit=""),)),
    TaskBoard(
        total=1, late=0, counts=(("draft", 1),), nobodys=1, units=(UnitRow(unit="", reachable=True, late=0, counts=()),)
    ),
    TasksAsleep(tasks=(LINE,)),
    TasksOfNobody(tasks=(replace(LINE, unit="", state="draft"),)),
    TaskRefused(task=DUE, reason="Không đủ người"),
    TaskReported(task=DUE, note="Đã in 200 bộ", files=("bao-cao.docx",)),
    TaskReported(task=DUE, note=None),
    TaskBoard(
        total=2,
        late=1,
        counts=(("assigned", 2),),
        filter="unit",
        unit="Phòng <Kinh tế>",
        unit_id=3,
        tasks=(DUE,),
        pages=2,
    ),
    PickUnit(units=((3, "Phòng Kinh tế"), (4, "Văn phòng"))),
    PickUnit(units=((4, "Văn phòng"),), task=LINE, page=0, pages=2),
    PickUnit(units=((4, "Văn phòng"),), task=replace(LINE, unit="")),
    PickUnit(units=()),
    ChasePreview(tasks=3, people=2, units=2, unreached=("Văn phòng",)),
    ChasePreview(tasks=3, people=2, units=2, unreached=(), reports=True),
    ChasePreview(tasks=0, people=0, units=0, unreached=(), reports=True),
    ChasePreview(tasks=0, people=0, units=0, unreached=()),
    ChaseSent(people=2),
    OverdueDigest(overdue=(DUE,), unreached=(RETURNED,)),
    OverdueDigest(overdue=(), unreached=(RETURNED,)),
    UnreachedUnits(units=(("Văn phòng", (RETURNED, replace(DUE, helping=True))), ("Công an huyện", ()))),
    UnreachedUnits(),
)
