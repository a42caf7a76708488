"""Views of a plan that comes again: whether it is another conference, and what a second version would change."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from domain.buttons import button, press
from domain.changes import Change, ChangeKind, Slot
from domain.differences import Difference
from domain.views import Keyboard, view
from services.views.forms import CancelForm
from services.views.plan_buttons import ReviewPlan


@button("pw")
@dataclass(frozen=True, slots=True)
class TakeAsNew:
    """The paper that came is of another conference; `check` says which paper."""

    check: int


@button("pv")
@dataclass(frozen=True, slots=True)
class TakeAsRevision:
    """The paper that came is a second version of this conference's plan."""

    check: int


@button("py")
@dataclass(frozen=True, slots=True)
class ApplyRevision:
    """Change the working copy as shown; `edits` is the count of edits that the preview saw."""

    check: int
    edits: int


@button("pc")
@dataclass(frozen=True, slots=True)
class ReadPasted:
    """All parts of the pasted plan have come: read them."""


@view("importing")
@dataclass(frozen=True, slots=True, kw_only=True)
class PlanPasted:
    """Parts of a plan pasted into the chat that are kept so far. `complaint` names a refusal of what was just tried."""

    parts: int
    lines: int
    complaint: str | None = None

    def keyboard(self) -> Keyboard:
        return ((press(ReadPasted(), style="success"),), (press(CancelForm(), "drop_pasted"),))


@view("importing")
@dataclass(frozen=True, slots=True, kw_only=True)
class PlanArrived:
    """A plan came while a conference is open. `amends` where its own title says that it changes another paper."""

    title: str
    current: str
    check: int
    amends: bool

    def keyboard(self) -> Keyboard:
        revision, new = press(TakeAsRevision(self.check)), press(TakeAsNew(self.check))
        return ((revision,), (new,), (press(CancelForm(), "leave_paper"),))


@dataclass(frozen=True, slots=True)
class BadBookCell:
    """A cell that cannot be taken, by its sheet and place; `code` names the words."""

    sheet: str
    cell: str
    code: str
    value: str


@view("importing")
@dataclass(frozen=True, slots=True, kw_only=True)
class RevisionPreview:
    """What would change in the working copy: times and places, then everything else; and cells that cannot be taken."""

    changes: tuple[Change, ...]
    differences: tuple[Difference, ...]
    more: int = 0
    faults: tuple[BadBookCell, ...] = ()
    more_faults: int = 0
    people: int = 0
    published: bool
    check: int
    edits: int

    @property
    def empty(self) -> bool:
        """Whether nothing would change."""
        told_only = ("kept", "unknown")
        return not (self.changes or self.people or any(each.kind not in told_only for each in self.differences))

    def keyboard(self) -> Keyboard:
        leave = (press(CancelForm(), "leave_paper"),)
        if self.empty:
            return ((press(ReviewPlan()),), leave)
        return ((press(ApplyRevision(self.check, self.edits), style="success"),), leave)


@view("importing")
@dataclass(frozen=True, slots=True)
class WorkbookReady:
    """The workbook goes along; how to send it back."""


_MOVED = Change(
    kind=ChangeKind.MOVED,
    title="Khai mạc",
    was=Slot(day=date(2026, 7, 27), start=time(8)),
    now=Slot(day=date(2026, 7, 27), start=time(8, 30)),
)
_DIFFERENCES = (
    Difference(what="title", kind="changed", title="title", was="Hội nghị sơ kết", now="Hội nghị tổng kết"),
    Difference(what="group", kind="added", title="Ở tỉnh: Lãnh đạo Sở Nội vụ"),
    Difference(what="group", kind="removed", title="Ở xã: Công chức văn hóa"),
    Difference(what="group", kind="changed", title="b", was="a", now="b"),
    Difference(what="unit", kind="added", title="Công an huyện"),
    Difference(what="task", kind="changed", title="b", was="Văn phòng: Gửi giấy mời", now="Văn phòng: Gửi thư mời"),
    Difference(what="task", kind="kept", title="Gửi giấy mời", was="Gửi giấy mời", now="Gửi giấy mời (20/7)"),
    Difference(what="session", kind="unknown", title="Tham luận"),
)
SAMPLES: tuple[Any, ...] = (
    PlanPasted(parts=1, lines=38),
    PlanPasted(parts=3, lines=1204, complaint="paste_not_a_plan"),
    PlanPasted(parts=40, lines=2400, complaint="paste_too_long"),
    PlanArrived(title="Hội nghị tổng kết", current="Hội nghị sơ kết", check=1, amends=False),
    PlanArrived(title="Điều chỉnh Kế hoạch số 12/KH-UBND", current="Hội nghị sơ kết", check=1, amends=True),
    RevisionPreview(changes=(_MOVED,), differences=_DIFFERENCES, more=3, published=True, check=1, edits=2),
    RevisionPreview(
        changes=(),
        differences=(),
        faults=(BadBookCell("Chương trình", "D7", "clock", "25h00"), BadBookCell("Thành phần", "", "no_sheet", "")),
        more_faults=2,
        people=4,
        published=False,
        check=1,
        edits=0,
    ),
    RevisionPreview(changes=(), differences=(), published=False, check=1, edits=0),
    WorkbookReady(),
)
