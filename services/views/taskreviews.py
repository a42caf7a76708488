"""Views that look over all tasks: the leaders' screen, the week, reports to be collected, the board as a file."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.buttons import press
from domain.views import Keyboard, view
from services.views import task_acts as a
from services.views import task_buttons as b
from services.views.paging import turning
from services.views.tasklines import DUE, LINE, RETURNED, TaskLine, buttons_in_rows


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class MorningScreen:
    """The leaders' one screen: what is done, late, at risk (due within days and not begun, or nobody reached), refused.

    The lists hold the most pressing few; `numbers` are all of them.
    """

    conference: str
    today: datetime
    total: int
    done: int
    numbers: tuple[int, int, int]
    late: tuple[TaskLine, ...] = ()
    risk: tuple[TaskLine, ...] = ()
    refused: tuple[TaskLine, ...] = ()
    reported: int = 0
    nobodys: int = 0
    unreached: tuple[str, ...] = ()

    def keyboard(self) -> Keyboard:
        late = (press(b.Board("late", 0), "board_late", n=self.numbers[0]),) if self.numbers[0] else ()
        risk = (press(b.Board("risk", 0), "board_risk", n=self.numbers[1]),) if self.numbers[1] else ()
        waiting = (press(b.Board("reported", 0), "board_reported", n=self.reported),) if self.reported else ()
        nobodys = (press(b.Board("nobody", 0), "board_nobody", n=self.nobodys),) if self.nobodys else ()
        home = (press(b.Board("units", 0)), press(a.Week(0)))
        files = (press(a.BoardSheet()), press(a.BoardPicture()))
        return tuple(row for row in ((*late, *risk, *waiting), nobodys, home, files) if row)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class DueWeek:
    """What is due in a week, day by day; `overdue` from before. For a unit's people only its own."""

    first: date
    last: date
    days: tuple[tuple[date, tuple[TaskLine, ...]], ...]
    overdue: int = 0
    weeks: int = 0
    organizer: bool = True

    def keyboard(self) -> Keyboard:
        turned = (press(a.Week(self.weeks - 1), "week_before"), press(a.Week(self.weeks + 1), "week_after"))
        home = press(b.Board("units", 0)) if self.organizer else press(b.MyTasks(0))
        lines = [line for _, each in self.days for line in each]
        opened = [press(b.OpenTask(each.id), "open_task_n", n=each.number) for each in lines[:30]]
        return (*buttons_in_rows(opened, 5), turned, (home,))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report that is to come, or came: its newest file, the paper's number, who sent it."""

    task: TaskLine
    came: datetime | None = None
    file: str | None = None
    files: int = 0
    paper: str | None = None
    by: str | None = None


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsBoard:
    """Reports to be collected: which units owe what by when, what came, what is late."""

    lines: tuple[ReportLine, ...]
    total: int
    came: int
    late: int
    files: int
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        opened = [press(b.OpenTask(each.task.id), "open_task_n", n=each.task.number) for each in self.lines]
        pages = turning(self.page, self.pages, a.Reports)
        chase = (press(a.AskReportsChase()),) if self.came < self.total else ()
        packed = (press(a.ReportsZip(), n=self.files),) if self.files else ()
        rows = [*buttons_in_rows(opened, 5), *pages, (*chase, *packed), (press(b.Board("units", 0)),)]
        return tuple(row for row in rows if row)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReportsPacked:
    """The reports as an archive, or several where one would be too large."""

    reports: int
    files: int
    archives: int


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class BoardFile:
    """The board as a file (`sheet` or `picture`), with the figures in text."""

    what: str
    total: int
    late: int
    counts: tuple[tuple[str, int], ...]
    organizer: bool = True

    def keyboard(self) -> Keyboard:
        return ((press(b.Board("units", 0)) if self.organizer else press(b.MyTasks(0)),),)


_AT = datetime(2026, 7, 24, 7, 30)  # noqa: DTZ001 - local time
SAMPLES = (
    MorningScreen(
        conference="Hội nghị <tổng kết>",
        today=_AT,
        total=9,
        done=2,
        numbers=(1, 7, 1),
        late=(DUE,),
        risk=(LINE,),
        refused=(RETURNED,),
        reported=2,
        nobodys=3,
        unreached=("Văn phòng", "Công an huyện"),
    ),
    MorningScreen(conference="Hội nghị tổng kết", today=_AT, total=2, done=2, numbers=(0, 0, 0)),
    DueWeek(first=date(2026, 7, 20), last=date(2026, 7, 26), days=((date(2026, 7, 20), (DUE, LINE)),), overdue=2),
    DueWeek(first=date(2026, 7, 20), last=date(2026, 7, 26), days=(), weeks=1, organizer=False),
    ReportsBoard(
        lines=(
            ReportLine(task=DUE),
            ReportLine(task=RETURNED, came=_AT, file="bao-cao.docx", files=2, paper="12/BC-UBND", by="Lê Thị Hoa"),
            ReportLine(task=LINE, came=_AT),
        ),
        total=12,
        came=2,
        late=1,
        files=2,
        page=0,
        pages=2,
    ),
    ReportsBoard(lines=(), total=0, came=0, late=0, files=0),
    ReportsPacked(reports=2, files=3, archives=1),
    ReportsPacked(reports=2, files=3, archives=2),
    BoardFile(what="sheet", total=3, late=1, counts=(("assigned", 1),)),
    BoardFile(what="picture", total=3, late=0, counts=(("assigned", 1),)),
    BoardFile(what="picture", total=3, late=0, counts=(("assigned", 1),), organizer=False),
    BoardFile(what="no_picture", total=3, late=0, counts=(("assigned", 1),)),
)
