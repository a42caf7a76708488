"""Views of a plan being checked: the summary, its doubts and gaps, its fields, and its end as a draft."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from domain.buttons import press
from domain.editing import CONFERENCE_FIELDS
from domain.views import Keyboard, view
from services.views.plan_buttons import (
    DropDraft,
    EditField,
    GetWorkbook,
    PreviewPublication,
    ReviewPlan,
    SettleDoubt,
    ShowAgenda,
    ShowDoubt,
    ShowFields,
    ShowGroups,
    ShowSession,
)


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


_DATES = DateLine(first=date(2026, 7, 27), last=date(2026, 7, 28))
_UNKNOWN = DateLine(text="Dự kiến trong tháng 7/2026")
_COUNTS: dict[str, Any] = {"sessions": 8, "groups": 9, "units": 2, "tasks": 5}
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
    DropAsked(title="Hội nghị sơ kết"),
    DraftDropped(title="Hội nghị sơ kết"),
)
