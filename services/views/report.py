"""Views of the end report."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.polls import PollShare
from services.views.rounds import ShowRounds


@button("rk")
@dataclass(frozen=True, slots=True)
class EndConference:
    """Close the conference: ask first."""

    revision: int


@button("rc")
@dataclass(frozen=True, slots=True)
class ConfirmEnd:
    """Yes, close it."""

    revision: int


@button("ro")
@dataclass(frozen=True, slots=True)
class ReopenConference:
    """It is not over after all."""

    revision: int


@button("rb")
@dataclass(frozen=True, slots=True)
class ShowReport:
    """The figures anew."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """How a group answered; `group` is empty for people in no group."""

    group: str = ""
    quota: int | None = None
    invited: int = 0
    linked: int = 0
    attending: int = 0
    declined: int = 0
    substituted: int = 0
    silent: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class KindLine:
    """What became of one kind of notice; `missed` are reasons why it did not arrive, with their numbers."""

    kind: str
    sent: int = 0
    waiting: int = 0
    missed: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit's tasks by state, and how many are late."""

    unit: str
    counts: tuple[tuple[str, int], ...]
    late: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BroadcastLine:
    """A broadcast: how it begins, to how many it went, of how many."""

    begins: str
    sent: int
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Who came to a day or session: `day` is None for a session that is no longer held, `title` for a whole day."""

    day: date | None = None
    title: str | None = None
    expected: int
    present: int
    with_leave: int
    without_leave: int


@dataclass(frozen=True, slots=True, kw_only=True)
class VoteLine:
    """A vote that was closed: what each option got, how many voted, of how many who could."""

    question: str
    shares: tuple[PollShare, ...]
    voted: int
    entitled: int
    secret: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechFigures:
    """Speeches registered, heard, withdrawn."""

    registered: int = 0
    heard: int = 0
    withdrawn: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpinionLine:
    """The mean score of an item (of the conference as a whole without a `title`), and how many gave one."""

    title: str
    average: float
    count: int


@view("report")
@dataclass(frozen=True, slots=True, kw_only=True)
class EndReport:
    """The conference in figures."""

    title: str
    state: str
    revision: int
    at: datetime
    starts_on: date | None = None
    ends_on: date | None = None
    expected: int | None = None
    total: Attendance
    groups: tuple[Attendance, ...] = ()
    presence: tuple[Presence, ...] = ()
    came: int = 0
    rounds: tuple[tuple[str, int], ...] = ()
    notices: tuple[KindLine, ...] = ()
    acknowledged: int = 0
    tasks: tuple[tuple[str, int], ...] = ()
    late: int = 0
    units: tuple[UnitLine, ...] = ()
    asked: int = 0
    answered: int = 0
    unanswered: tuple[str, ...] = ()
    broadcasts: tuple[BroadcastLine, ...] = ()
    votes: tuple[VoteLine, ...] = ()
    speeches: SpeechFigures = SpeechFigures()
    opinions: tuple[OpinionLine, ...] = ()

    def keyboard(self) -> Keyboard:
        sent = (press(ShowRounds()),)
        if self.state == "published":
            return (sent, (press(EndConference(self.revision)),))
        return (sent, (press(ReopenConference(self.revision)),)) if self.state == "closed" else ()


@view("report")
@dataclass(frozen=True, slots=True, kw_only=True)
class EndQuestion:
    """Before the conference is closed: what is still open."""

    title: str
    revision: int
    tasks_open: int
    questions_open: int
    reminders_waiting: int

    def keyboard(self) -> Keyboard:
        return ((press(ConfirmEnd(self.revision), style="danger"), press(ShowReport())),)


@view("report")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceEnded:
    """It is closed."""

    title: str
    revision: int

    def keyboard(self) -> Keyboard:
        return ((press(ShowReport()), press(ReopenConference(self.revision))),)


@view("report")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConferenceReopened:
    """It goes on."""

    title: str


_AT = datetime(2026, 7, 28, 17)  # noqa: DTZ001 - local time
_GROUP = Attendance(
    group="Lãnh đạo huyện", quota=10, invited=9, linked=7, attending=6, declined=1, substituted=1, silent=1
)
SAMPLES = (
    EndReport(
        title="Hội nghị tổng kết",
        state="published",
        revision=3,
        at=_AT,
        starts_on=date(2026, 7, 27),
        ends_on=date(2026, 7, 28),
        expected=180,
        presence=(
            Presence(day=date(2026, 7, 27), expected=12, present=9, with_leave=1, without_leave=2),
            Presence(
                day=date(2026, 7, 28), title="Thảo luận <tổ>", expected=12, present=7, with_leave=1, without_leave=4
            ),
            Presence(expected=12, present=1, with_leave=1, without_leave=10),
        ),
        came=10,
        total=Attendance(invited=12, linked=9, attending=8, declined=1, substituted=1, silent=2),
        groups=(_GROUP, Attendance(invited=3, linked=2, attending=2, silent=1)),
        rounds=(("sent", 5), ("late", 1), ("skipped", 1)),
        notices=(
            KindLine(kind="reminder", sent=40, missed=(("not_linked", 3), ("blocked", 1))),
            KindLine(kind="task", sent=2, waiting=1),
            KindLine(kind="other", sent=1),
        ),
        acknowledged=4,
        tasks=(("assigned", 1), ("done", 4)),
        late=1,
        units=(UnitLine(unit="Phòng <Xanh>", counts=(("assigned", 1), ("done", 4)), late=1),),
        asked=4,
        answered=1,
        unanswered=("Có chỗ gửi xe không?",),
        broadcasts=(BroadcastLine(begins="Mời các đồng chí", sent=130, total=180),),
        votes=(
            VoteLine(
                question="Thông qua <Nghị quyết>?",
                shares=(PollShare("Đồng ý", 9, 90), PollShare("Không đồng ý", 1, 10)),
                voted=10,
                entitled=12,
                secret=True,
            ),
        ),
        speeches=SpeechFigures(registered=5, heard=3, withdrawn=1),
        opinions=(
            OpinionLine(title="", average=4.5, count=8),
            OpinionLine(title="Thảo luận <tổ>", average=4.0, count=3),
        ),
    ),
    EndReport(title="Hội nghị mới", state="draft", revision=0, at=_AT, total=Attendance()),
    EndQuestion(title="Hội nghị tổng kết", revision=3, tasks_open=2, questions_open=3, reminders_waiting=0),
    EndQuestion(title="Hội nghị tổng kết", revision=3, tasks_open=0, questions_open=0, reminders_waiting=0),
    ConferenceEnded(title="Hội nghị tổng kết", revision=3),
    ConferenceReopened(title="Hội nghị tổng kết"),
)
