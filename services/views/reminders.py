"""What people are reminded of."""

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from domain.views import view


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderLine:
    """One session ahead, in local time."""

    session: int
    title: str
    day: date
    start: time
    end: time | None = None
    place: str | None = None


@view("reminders")
@dataclass(frozen=True, slots=True, kw_only=True)
class SessionReminder:
    """Sessions ahead, earliest first. `minutes` from sending until the first begins; `eve` when that is tomorrow.

    `late` when the message comes later than it was promised, and has to say so. `speaks` and `honoured` are the
    sessions in which this person has a part or receives an award.
    """

    conference: str
    lines: tuple[ReminderLine, ...]
    minutes: int
    eve: bool = False
    late: bool = False
    contact: str | None = None
    speaks: tuple[int, ...] = ()
    honoured: tuple[int, ...] = ()


@view("reminders")
@dataclass(frozen=True, slots=True, kw_only=True)
class SentEarly:
    """For the organizers: so many people cannot all be reminded in time, so sending `begins` before the usual time.

    Local times; `minutes` is how long it takes.
    """

    title: str
    people: int
    begins: datetime
    planned: datetime
    starts: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectedLine:
    """A session as it was told, and as it is now; `now` is missing where it has been cancelled."""

    was: ReminderLine
    now: ReminderLine | None

    @property
    def changed(self) -> bool:
        """Whether it is otherwise than it was told."""
        return self.now is None or replace(self.now, session=self.was.session) != self.was

    @property
    def moved(self) -> bool:
        """Whether it begins at another time."""
        return self.now is None or (self.now.day, self.now.start) != (self.was.day, self.was.start)


@view("reminders")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderCorrected:
    """Stands in place of a reminder whose sessions are no longer what it said. `speaks` and `honoured` as there."""

    conference: str
    lines: tuple[CorrectedLine, ...]
    contact: str | None = None
    speaks: tuple[int, ...] = ()
    honoured: tuple[int, ...] = ()


_DAY = date(2026, 7, 30)
_OPENING = ReminderLine(session=1, title="Khai mạc <hội nghị>", day=_DAY, start=time(8), place="Hội trường A")
_REPORT = ReminderLine(session=2, title="Báo cáo kết quả", day=_DAY, start=time(8), end=time(9, 30))

SAMPLES = (
    SessionReminder(conference="Hội nghị sơ kết", lines=(_OPENING,), minutes=60, contact="Văn phòng, 0203 000 000"),
    SessionReminder(conference="Hội nghị sơ kết", lines=(_OPENING, _REPORT), minutes=15),
    SessionReminder(conference="Hội nghị sơ kết", lines=(_OPENING, _REPORT), minutes=960, eve=True),
    SessionReminder(conference="Hội nghị sơ kết", lines=(_OPENING,), minutes=7, late=True),
    SessionReminder(conference="Hội nghị sơ kết", lines=(_OPENING,), minutes=700, eve=True, late=True),
    SessionReminder(conference="Hội nghị sơ kết", lines=(_OPENING, _REPORT), minutes=15, speaks=(2,), honoured=(1,)),
    ReminderCorrected(
        conference="Hội nghị sơ kết",
        lines=(
            CorrectedLine(was=_OPENING, now=replace(_OPENING, day=date(2026, 7, 31), start=time(9))),
            CorrectedLine(was=_REPORT, now=None),
        ),
        contact="Văn phòng, 0203 000 000",
    ),
    ReminderCorrected(
        conference="Hội nghị sơ kết",
        lines=(
            CorrectedLine(was=_OPENING, now=replace(_OPENING, place="Hội trường B")),
            CorrectedLine(was=_REPORT, now=_REPORT),
        ),
        speaks=(2,),
        honoured=(1,),
    ),
    SentEarly(
        title="Khai mạc <hội nghị>",
        people=40_000,
        begins=datetime(2026, 7, 30, 7, 33),  # noqa: DTZ001
        planned=datetime(2026, 7, 30, 7, 45),  # noqa: DTZ001 - local time of the conference
        starts=datetime(2026, 7, 30, 8),  # noqa: DTZ001
        minutes=24,
    ),
)
