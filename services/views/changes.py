"""What changed in the published programme, old → new."""

from dataclasses import dataclass
from datetime import date, time

from domain.changes import Change, ChangeKind, Slot
from domain.ids import SessionId
from domain.views import view


@view("changes")
@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeChanged:
    """The changes, the weightiest first: the message's first line is the first of them."""

    conference: str
    changes: tuple[Change, ...]
    contact: str | None = None


_THU, _FRI = date(2026, 7, 30), date(2026, 7, 31)
_ID = SessionId(3)
_TITLE = "Thảo luận <tổ>"
_AT = Slot(day=_THU, start=time(14), end=time(15, 30), place="Phòng 2")

SAMPLE_CHANGES = (
    Change(kind=ChangeKind.DATES, title="Hội nghị", was=Slot(text="dự kiến tháng 7"), now=Slot(day=_THU, until=_FRI)),
    Change(kind=ChangeKind.DATES, title="Hội nghị", was=Slot(day=_THU), now=Slot(day=_FRI)),
    Change(kind=ChangeKind.DATES, title="Hội nghị", was=None, now=Slot(day=_FRI)),
    Change(kind=ChangeKind.DATES, title="Hội nghị", was=Slot(day=_THU), now=None),
    Change(kind=ChangeKind.VENUE, title="Hội nghị", was=None, now=Slot(place="Hội trường <B>")),
    Change(kind=ChangeKind.VENUE, title="Hội nghị", was=Slot(place="Hội trường A"), now=None),
    Change(
        kind=ChangeKind.MOVED,
        title=_TITLE,
        session=_ID,
        was=Slot(day=_THU, start=time(14)),
        now=Slot(day=_FRI, start=time(8)),
    ),
    Change(kind=ChangeKind.MOVED, title=_TITLE, session=_ID, was=_AT, now=Slot(day=_THU, start=time(14), end=time(16))),
    Change(
        kind=ChangeKind.MOVED,
        title=_TITLE,
        session=_ID,
        was=_AT,
        now=Slot(day=_THU, start=time(14), end=time(15, 30), place="Phòng 3"),
    ),
    Change(kind=ChangeKind.MOVED, title=_TITLE, session=_ID, was=Slot(), now=_AT, was_title="Thảo luận"),
    Change(kind=ChangeKind.MOVED, title=_TITLE, session=_ID, was=_AT, now=Slot()),
    Change(
        kind=ChangeKind.SPLIT,
        title=_TITLE,
        session=_ID,
        was=_AT,
        now=Slot(day=_THU, start=time(14), end=time(14, 45)),
        parts=(("Chất vấn <A>", Slot(day=_THU, start=time(14, 45), end=time(15, 30))),),
    ),
    Change(
        kind=ChangeKind.MERGED,
        title=_TITLE,
        session=_ID,
        was=Slot(day=_THU, start=time(14), end=time(14, 45)),
        now=_AT,
        parts=(("Chất vấn <A>", Slot(day=_THU, start=time(14, 45), end=time(15, 30))),),
    ),
    Change(kind=ChangeKind.CANCELLED, title=_TITLE, session=_ID, was=_AT),
    Change(kind=ChangeKind.REMOVED, title=_TITLE, session=_ID, was=Slot()),
    Change(kind=ChangeKind.ADDED, title=_TITLE, session=_ID, now=_AT),
    Change(kind=ChangeKind.RETITLED, title=_TITLE, session=_ID, now=_AT, was_title="Thảo luận"),
)

SAMPLES = (
    ProgrammeChanged(conference="Hội nghị sơ kết", changes=SAMPLE_CHANGES[6:7], contact="Văn phòng, 0203 000 000"),
    ProgrammeChanged(conference="Hội nghị sơ kết", changes=SAMPLE_CHANGES),
)
