"""Views of a publication: what it would change and for whom, and that it is out."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from domain.buttons import press
from domain.changes import Change, ChangeKind, Slot
from domain.views import Keyboard, view
from services.views.plan_buttons import Publish, ReviewPlan


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class PublicationPreview:
    """What would change, how many people it touches, what the plan still does not say; `first` for the first one."""

    revision: int
    edits: int
    first: bool
    sessions: int
    tasks: int
    dormant: int
    without_unit_contact: tuple[str, ...]
    changes: tuple[Change, ...]
    touched: int
    gaps: tuple[str, ...]

    def keyboard(self) -> Keyboard:
        if not self.first and not self.changes:
            return ((press(ReviewPlan()),),)
        button = Publish(self.revision, self.edits)
        first = press(button, label="publish_first", style="success")
        publish = first if self.first else press(button, style="success", count=self.touched)
        return ((publish,), (press(ReviewPlan()),))


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """It is out. `told` is how many people a change notice goes to, `assigned` how many tasks went to their units."""

    revision: int
    told: int
    assigned: int
    code: str


_MOVED = Change(
    kind=ChangeKind.MOVED,
    title="Khai mạc",
    was=Slot(day=date(2026, 7, 27), start=time(8)),
    now=Slot(day=date(2026, 7, 27), start=time(8, 30)),
)
SAMPLES: tuple[Any, ...] = (
    PublicationPreview(
        revision=0,
        edits=3,
        first=True,
        sessions=8,
        tasks=5,
        dormant=1,
        without_unit_contact=("Phòng Nội vụ",),
        changes=(),
        touched=0,
        gaps=("dates",),
    ),
    PublicationPreview(
        revision=1,
        edits=4,
        first=False,
        sessions=8,
        tasks=0,
        dormant=0,
        without_unit_contact=(),
        changes=(_MOVED,),
        touched=118,
        gaps=(),
    ),
    PublicationPreview(
        revision=1,
        edits=4,
        first=False,
        sessions=8,
        tasks=0,
        dormant=0,
        without_unit_contact=(),
        changes=(),
        touched=0,
        gaps=(),
    ),
    Published(revision=1, told=0, assigned=5, code="K7M2P"),
    Published(revision=2, told=118, assigned=0, code="K7M2P"),
)
