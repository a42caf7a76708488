"""Views of what went out by itself: the rounds of reminders and the notices of changes, and what became of them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.buttons import button, press
from domain.views import Keyboard, Press, view


@button("nl")
@dataclass(frozen=True, slots=True)
class ShowRounds:
    """The newest of them."""


@button("no")
@dataclass(frozen=True, slots=True)
class OpenRound:
    """One of them."""

    notice: int


@button("nf")
@dataclass(frozen=True, slots=True)
class ResendRound:
    """Try those again whom Telegram refused."""

    notice: int


@button("nu")
@dataclass(frozen=True, slots=True)
class ResendUnsureRound:
    """Send what may or may not have arrived once more."""

    notice: int


@button("nk")
@dataclass(frozen=True, slots=True)
class ChaseRound:
    """Ask those who have not pressed *received*: as many as were shown."""

    notice: int
    seen: int


@button("nt")
@dataclass(frozen=True, slots=True)
class CallRound:
    """The list of those whom it has not reached, for the telephone."""

    notice: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundLine:
    """One notice or round: its kind, when (local), what it is about, how many got it of how many."""

    id: int
    kind: str
    at: datetime
    about: str
    sent: int
    total: int


@view("notices")
@dataclass(frozen=True, slots=True, kw_only=True)
class Rounds:
    """The newest rounds of reminders and notices of changes."""

    lines: tuple[RoundLine, ...]

    def keyboard(self) -> Keyboard:
        return tuple((press(OpenRound(line.id), n=place),) for place, line in enumerate(self.lines, 1))


@view("notices")
@dataclass(frozen=True, slots=True, kw_only=True)
class RoundReport:
    """What became of one, per outcome. `acknowledged` where people were asked to press *received*."""

    line: RoundLine
    waiting: int = 0
    not_linked: int = 0
    blocked: int = 0
    failed: int = 0
    uncertain: int = 0
    dropped: int = 0
    acknowledged: int | None = None
    useful: bool = True

    def keyboard(self) -> Keyboard:
        key = self.line.id
        rows: list[tuple[Press, ...]] = []
        if self.useful and self.failed:
            rows.append((press(ResendRound(key), n=self.failed),))
        if self.useful and self.uncertain:
            rows.append((press(ResendUnsureRound(key), n=self.uncertain),))
        if self.acknowledged is not None and (silent := self.line.sent - self.acknowledged) > 0:
            rows.append((press(ChaseRound(key, silent), n=silent),))
        if self.not_linked or self.blocked or self.failed or self.uncertain:
            rows.append((press(CallRound(key)),))
        return (*rows, (press(OpenRound(key), "refresh_round"), press(ShowRounds())))


_AT = datetime(2026, 7, 27, 7)  # noqa: DTZ001 - local time
_ROUND = RoundLine(id=7, kind="reminder", at=_AT, about="Khai mạc", sent=130, total=137)
_CHANGE = RoundLine(id=8, kind="change", at=_AT, about="Hội nghị sơ kết", sent=120, total=180)
SAMPLES: tuple[Any, ...] = (
    Rounds(lines=(_CHANGE, _ROUND)),
    Rounds(lines=()),
    RoundReport(line=_ROUND, waiting=1, blocked=1, failed=2, uncertain=2, dropped=1),
    RoundReport(line=_ROUND, failed=2, useful=False),
    RoundReport(line=_CHANGE, not_linked=60, acknowledged=100),
)
