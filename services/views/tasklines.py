"""What a task looks like in a list, the buttons that answer it, and the tasks of the samples."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import press
from domain.views import Keyboard, Press
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
    urgent: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """What was done with a task, when, by whom. A deadline is told `old` → `new`; a recall by its day (`rungs`).
    `next` is the deadline of the round that begins.

    `undone` is the act that was taken back.
    """

    act: str
    at: datetime
    by: str | None = None
    note: str | None = None
    old: datetime | None = None
    new: datetime | None = None
    next: datetime | None = None
    rungs: tuple[int, ...] = ()
    undone: str | None = None


def buttons_in_rows(buttons: list[Press], width: int) -> Keyboard:
    """Buttons side by side, so many in a row."""
    return tuple(tuple(buttons[at : at + width]) for at in range(0, len(buttons), width))


def answers(line: TaskLine, many: int) -> tuple[Press, ...]:
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


def short(name: str) -> str:
    """A name that fits on a button."""
    return name if len(name) <= 60 else name[:59] + "…"


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


WORKING = TaskLine(
    number=4,
    id=11,
    revision=3,
    unit="Phòng Y tế",
    text="Trực y tế",
    state="in_progress",
    by="Lê Thị Hoa",
    at=datetime(2026, 7, 10, 8, 15),  # noqa: DTZ001
    percent=60,
)
