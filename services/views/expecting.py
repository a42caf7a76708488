"""Views and buttons of who is to be expected, and of how answers are taken."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.delegate_buttons import DelegateHome, GroupQuotas, ListDelegates
from services.views.substitutes import NextSubstitute


@button("vb")
@dataclass(frozen=True, slots=True)
class ShowBoard:
    """The sums as they stand now; in place where `again`."""

    again: int


@button("vu")
@dataclass(frozen=True, slots=True)
class AnswerRules:
    """How answers are taken."""


@button("vm")
@dataclass(frozen=True, slots=True)
class SetAnswerDeadline:
    """Until when; (0) until the conference begins, (1) ask."""

    ask: int


@button("vp")
@dataclass(frozen=True, slots=True)
class LookAtSubstitutes:
    """Organizers decide about each substitute (1), or not."""

    on: int


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupLine:
    """A line of *Thành phần tham dự*: how many it asks for, are named, come; `left` places, below 0 too many."""

    text: str
    quota: int | None
    named: int
    attending: int
    left: int | None = None


@view("expecting")
@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceBoard:
    """The sums against quotas; `least`, `likely`, `most` are the forecast; `away` who leave a session out."""

    title: str
    expected: int | None
    invited: int
    attending: int
    declined: int
    substituted: int
    silent: int
    least: int
    likely: int
    most: int
    groups: tuple[GroupLine, ...]
    away: tuple[tuple[str, int], ...]
    at: datetime

    def keyboard(self) -> Keyboard:
        return (
            (press(ShowBoard(1), "board_again"), press(ListDelegates("silent", 0), "only_silent")),
            (press(GroupQuotas(0)), press(DelegateHome())),
        )


@view("expecting")
@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRulesCard:
    """Until when answers are taken (`begins` where no deadline is set), and whether substitutes are looked at."""

    until: datetime | None
    begins: datetime | None
    looked_at: bool
    waiting: int

    def keyboard(self) -> Keyboard:
        clear = () if self.until is None else (press(SetAnswerDeadline(0), "no_answer_deadline"),)
        policy = press(
            LookAtSubstitutes(0 if self.looked_at else 1), f"substitutes_{'free' if self.looked_at else 'seen'}"
        )
        waiting = ((press(NextSubstitute(), count=self.waiting),),) if self.waiting else ()
        first = (press(SetAnswerDeadline(1), "set_answer_deadline"), *clear)
        return (first, (policy,), *waiting, (press(DelegateHome()),))


_AT = datetime(2026, 7, 20, 17)  # noqa: DTZ001 - local time
SAMPLES = (
    AttendanceBoard(
        title="Hội nghị <sơ kết>",
        expected=180,
        invited=175,
        attending=120,
        declined=7,
        substituted=2,
        silent=48,
        least=120,
        likely=165,
        most=168,
        groups=(
            GroupLine(text="Ở tỉnh: Lãnh đạo <sở>", quota=20, named=22, attending=15, left=-2),
            GroupLine(text="Ở xã: Lãnh đạo xã", quota=None, named=100, attending=80),
            GroupLine(text="Phóng viên", quota=5, named=3, attending=1, left=2),
        ),
        away=(("Bế <mạc>", 3),),
        at=_AT,
    ),
    AttendanceBoard(
        title="Hội nghị",
        expected=None,
        invited=0,
        attending=0,
        declined=0,
        substituted=0,
        silent=0,
        least=0,
        likely=0,
        most=0,
        groups=(),
        away=(),
        at=_AT,
    ),
    AnswerRulesCard(until=_AT, begins=None, looked_at=True, waiting=2),
    AnswerRulesCard(until=None, begins=_AT, looked_at=False, waiting=0),
    AnswerRulesCard(until=None, begins=None, looked_at=False, waiting=0),
)
