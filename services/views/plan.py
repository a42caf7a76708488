"""Views of a plan being checked: the summary, its doubts, its fields, its agenda, and its publication."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from domain.buttons import button, press
from domain.changes import Change, ChangeKind, Slot
from domain.editing import CONFERENCE_FIELDS, SESSION_FIELDS
from domain.views import Keyboard, view

PAGE = 8
"""Sessions or groups on one page of buttons."""


@button("pr")
@dataclass(frozen=True, slots=True)
class ReviewPlan:
    """Back to the summary."""


@button("pd")
@dataclass(frozen=True, slots=True)
class ShowDoubt:
    """The next thing that somebody should look at."""


@button("ps")
@dataclass(frozen=True, slots=True)
class SettleDoubt:
    """It is right as it stands, or shall stay open."""

    doubt: int


@button("pf")
@dataclass(frozen=True, slots=True)
class ShowFields:
    """The conference's own fields."""


@button("pe")
@dataclass(frozen=True, slots=True)
class EditField:
    """Change one field of the conference."""

    name: str


@button("pa")
@dataclass(frozen=True, slots=True)
class ShowAgenda:
    """The sessions, a page of them."""

    page: int = 0


@button("pi")
@dataclass(frozen=True, slots=True)
class ShowSession:
    """One session."""

    session: int


@button("px")
@dataclass(frozen=True, slots=True)
class EditSession:
    """Change one field of a session."""

    session: int
    name: str


@button("pk")
@dataclass(frozen=True, slots=True)
class CancelSession:
    """The session does not take place."""

    session: int


@button("pn")
@dataclass(frozen=True, slots=True)
class AddSession:
    """A new session at the end."""


@button("pg")
@dataclass(frozen=True, slots=True)
class ShowGroups:
    """Who is invited, a page of groups."""

    page: int = 0


@button("pq")
@dataclass(frozen=True, slots=True)
class EditGroup:
    """Change one field of a group."""

    group: int
    name: str


@button("pj")
@dataclass(frozen=True, slots=True)
class ShowGroup:
    """One group."""

    group: int


@button("pl")
@dataclass(frozen=True, slots=True)
class AddGroup:
    """A new group."""


@button("pb")
@dataclass(frozen=True, slots=True)
class GetWorkbook:
    """The whole plan as an Excel workbook."""


@button("pp")
@dataclass(frozen=True, slots=True)
class PreviewPublication:
    """What a publication would change, and for whom."""


@button("pu")
@dataclass(frozen=True, slots=True)
class Publish:
    """Publish what the preview showed: the revision and the number of edits it saw."""

    revision: int
    edits: int


@button("pz")
@dataclass(frozen=True, slots=True)
class DropDraft:
    """Throw the draft away."""

    sure: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """What is known of the dates: days, or the paper's own phrase."""

    first: date | None = None
    last: date | None = None
    text: str | None = None


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSummary:
    """What was read, and what waits for a person. `edited` is true when a published plan has unpublished edits."""

    title: str
    code: str
    published: bool
    revision: int
    edited: bool
    dates: DateLine
    venue: str | None
    issuer: str | None
    expected: str | None
    sessions: int
    groups: int
    units: int
    tasks: int
    doubts: int
    gaps: int

    def keyboard(self) -> Keyboard:
        rows: list[tuple[Any, ...]] = []
        if self.doubts + self.gaps:
            rows.append((press(ShowDoubt(), count=self.doubts + self.gaps),))
        rows += [
            (press(ShowFields()), press(ShowAgenda(), count=self.sessions)),
            (press(ShowGroups(), count=self.groups), press(GetWorkbook())),
        ]
        if not self.published:
            rows.append((press(PreviewPublication(), style="primary"), press(DropDraft())))
        elif self.edited:
            rows.append((press(PreviewPublication(), style="primary"),))
        return tuple(rows)


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtCard:
    """One doubt or gap: its code, the quoted source, and where it can be mended."""

    doubt: int
    kind: str
    code: str
    quote: str | None
    line: int | None
    value: str | None
    session: int | None
    session_title: str | None
    field: str | None
    left: int

    def keyboard(self) -> Keyboard:
        mend: tuple[Any, ...] = ()
        if self.session is not None:
            mend = (press(ShowSession(self.session), label="mend_session"),)
        elif self.field is not None:
            mend = (press(EditField(self.field), label="mend_field"),)
        settle = press(SettleDoubt(self.doubt), label="keep_as_is" if self.kind == "doubt" else "leave_open")
        return ((*mend, settle), (press(ReviewPlan()),))


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class FieldList:
    """The conference's fields with their values, each a button."""

    fields: tuple[tuple[str, str | None], ...]
    dates: DateLine

    def keyboard(self) -> Keyboard:
        names = list(CONFERENCE_FIELDS)
        buttons = [press(EditField(name), label=f"field_{name}") for name in names]
        return (*(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2)), (press(ReviewPlan()),))


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
        turn = _turn(self.page, self.pages, ShowAgenda)
        return (*rows, *turn, (press(AddSession()), press(ReviewPlan())))


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
        return (*rows, *_turn(self.page, self.pages, ShowGroups), (press(AddGroup()), press(ReviewPlan())))


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCard:
    """One group."""

    line: GroupLine

    def keyboard(self) -> Keyboard:
        names = ("description", "level", "quota")
        buttons = tuple(press(EditGroup(self.line.id, name), label=f"group_{name}") for name in names)
        return (buttons, (press(ShowGroups((self.line.number - 1) // PAGE), label="back_to_groups"),))


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


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class DropAsked:
    """Really throw the draft away?"""

    title: str

    def keyboard(self) -> Keyboard:
        return ((press(DropDraft(1), label="drop_for_good", style="danger"), press(ReviewPlan())),)


@view("plan")
@dataclass(frozen=True, slots=True, kw_only=True)
class DraftDropped:
    """The draft is gone."""

    title: str


def _turn(page: int, pages: int, to: Any) -> tuple[tuple[Any, ...], ...]:
    """Buttons to the page before and after, where there are any."""
    row = []
    if page > 0:
        row.append(press(to(page - 1), label="page_before"))
    if page + 1 < pages:
        row.append(press(to(page + 1), label="page_after"))
    return (tuple(row),) if row else ()


_DATES = DateLine(first=date(2026, 7, 27), last=date(2026, 7, 28))
_UNKNOWN = DateLine(text="Dự kiến trong tháng 7/2026")
_LINE = SessionLine(id=1, number=1, title="Khai mạc <b>", day=date(2026, 7, 27), start=time(8), end=time(8, 30))
_BARE = SessionLine(id=2, number=2, title="Thảo luận", day=None, start=None, end=None, part=True)
_GONE = SessionLine(id=3, number=3, title="Văn nghệ", day=date(2026, 7, 27), start=time(9), end=None, cancelled=True)
_GROUP = GroupLine(id=1, number=1, level="Ở huyện", description="Lãnh đạo các phòng", quota=20)
_COUNTS: dict[str, Any] = {"sessions": 8, "groups": 9, "units": 2, "tasks": 5}
_MOVED = Change(
    kind=ChangeKind.MOVED,
    title="Khai mạc",
    was=Slot(day=date(2026, 7, 27), start=time(8)),
    now=Slot(day=date(2026, 7, 27), start=time(8, 30)),
)
SAMPLES: tuple[Any, ...] = (
    PlanSummary(
        title="Hội nghị sơ kết",
        code="K7M2P",
        published=False,
        revision=0,
        edited=False,
        dates=_UNKNOWN,
        venue="Hội trường huyện",
        issuer="UBND huyện",
        expected="Khoảng 120 người",
        doubts=1,
        gaps=2,
        **_COUNTS,
    ),
    PlanSummary(
        title="Hội nghị sơ kết",
        code="K7M2P",
        published=True,
        revision=2,
        edited=True,
        dates=_DATES,
        venue=None,
        issuer=None,
        expected=None,
        doubts=0,
        gaps=0,
        **_COUNTS,
    ),
    DoubtCard(
        doubt=1,
        kind="doubt",
        code="weekday",
        quote="thứ Ba, ngày 27/7/2026",
        line=40,
        value=None,
        session=1,
        session_title="Khai mạc",
        field=None,
        left=2,
    ),
    DoubtCard(
        doubt=2,
        kind="missing",
        code="dates",
        quote=None,
        line=None,
        value=None,
        session=None,
        session_title=None,
        field="dates",
        left=0,
    ),
    DoubtCard(
        doubt=3,
        kind="doubt",
        code="low_confidence",
        quote="Ủy ban nhân dân huyện ban hành kế hoạch " * 12,
        line=3,
        value="Ủy ban nhân dân huyện",
        session=None,
        session_title=None,
        field="issuer",
        left=1,
    ),
    FieldList(fields=(("title", "Hội nghị"), ("dates", None), ("venue", "Hội trường"), ("chair", None)), dates=_DATES),
    SessionList(lines=(_LINE, _BARE, _GONE), page=0, pages=2),
    SessionCard(line=_LINE, room="Phòng 1", place="Nhà A", responsible="Phòng Nội vụ", quote="8h00: Khai mạc"),
    SessionCard(line=_GONE, room=None, place=None, responsible=None, quote=None),
    GroupList(lines=(_GROUP,), page=0, pages=1),
    GroupCard(line=_GROUP),
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
    DropAsked(title="Hội nghị sơ kết"),
    DraftDropped(title="Hội nghị sơ kết"),
)
