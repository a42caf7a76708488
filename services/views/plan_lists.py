"""Views of the working copy's agenda and of the groups invited: a page of them, and one with its fields."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from domain.buttons import press
from domain.editing import SESSION_FIELDS
from domain.views import Keyboard, view
from services.views.paging import turning
from services.views.plan_buttons import (
    AddGroup,
    AddSession,
    CancelSession,
    EditGroup,
    EditSession,
    ReviewPlan,
    ShowAgenda,
    ShowGroup,
    ShowGroups,
    ShowSession,
)

PAGE = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session in a list."""

    id: int
    number: int
    title: str
    day: date | None
    start: time | None
    end: time | None
    cancelled: bool = False
    part: bool = False


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionList:
    """A page of the working copy's agenda."""

    lines: tuple[SessionLine, ...]
    page: int
    pages: int

    def keyboard(self) -> Keyboard:
        buttons = [press(ShowSession(line.id), label="numbered", number=line.number) for line in self.lines]
        rows = [tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4)]
        return (*rows, *turning(self.page, self.pages, ShowAgenda), (press(AddSession()), press(ReviewPlan())))


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCard:
    """One session of the working copy with its fields and its source line."""

    line: SessionLine
    room: str | None
    place: str | None
    responsible: str | None
    quote: str | None

    def keyboard(self) -> Keyboard:
        names = list(SESSION_FIELDS)
        buttons = [press(EditSession(self.line.id, name), label=f"session_{name}") for name in names]
        rows = [tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3)]
        if not self.line.cancelled:
            rows.append((press(CancelSession(self.line.id), style="danger"),))
        return (*rows, (press(ShowAgenda((self.line.number - 1) // PAGE), label="back_to_agenda"), press(ReviewPlan())))


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """A group in a list."""

    id: int
    number: int
    level: str
    description: str
    quota: int | None


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupList:
    """A page of the groups invited."""

    lines: tuple[GroupLine, ...]
    page: int
    pages: int

    def keyboard(self) -> Keyboard:
        buttons = [press(ShowGroup(line.id), label="numbered", number=line.number) for line in self.lines]
        rows = [tuple(buttons[at : at + 4]) for at in range(0, len(buttons), 4)]
        return (*rows, *turning(self.page, self.pages, ShowGroups), (press(AddGroup()), press(ReviewPlan())))


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCard:
    """One group."""

    line: GroupLine

    def keyboard(self) -> Keyboard:
        names = ("description", "level", "quota")
        buttons = tuple(press(EditGroup(self.line.id, name), label=f"group_{name}") for name in names)
        return (buttons, (press(ShowGroups((self.line.number - 1) // PAGE), label="back_to_groups"),))


_LINE = SessionLine(id=1, number=1, title="Khai mạc <b>", day=date(2026, 7, 27), start=time(8), end=time(8, 30))
_BARE = SessionLine(id=2, number=2, title="Thảo luận", day=None, start=None, end=None, part=True)
_GONE = SessionLine(id=3, number=3, title="Văn nghệ", day=date(2026, 7, 27), start=time(9), end=None, cancelled=True)
_GROUP = GroupLine(id=1, number=1, level="Ở huyện", description="Lãnh đạo các phòng", quota=20)
SAMPLES: tuple[Any, ...] = (
    SessionList(lines=(_LINE, _BARE, _GONE), page=0, pages=2),
    SessionCard(line=_LINE, room="Phòng 1", place="Nhà A", responsible="Phòng Nội vụ", quote="8h00: Khai mạc"),
    SessionCard(line=_GONE, room=None, place=None, responsible=None, quote=None),
    GroupList(lines=(_GROUP,), page=0, pages=1),
    GroupCard(line=_GROUP),
)
