"""Views of the digits on the screen, and of typing them."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.checkin_buttons import CheckInDesk, MyCode, ScreenCode
from services.views.doors import SAMPLE_DAY, SAMPLE_SESSION, SlotLine


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class CodeForScreen:
    """The digits for the screen; they hold until `until` and a minute longer. The message renews itself."""

    slot: SlotLine
    code: str
    until: datetime
    opens: datetime
    closes: datetime

    def keyboard(self) -> Keyboard:
        return ((press(ScreenCode(), "renew_code"), press(CheckInDesk())),)


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class CodeScreenOver:
    """In place of the digits: the window is closed, and how many are here; nothing more where the session is gone."""

    slot: SlotLine | None = None
    present: int = 0

    def keyboard(self) -> Keyboard:
        return ((press(CheckInDesk()),),)


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class SelfCheckInClosed:
    """One cannot check oneself in now: from when, or never again (then at the door)."""

    opens: datetime | None = None
    closes: datetime | None = None
    slot: SlotLine | None = None

    def keyboard(self) -> Keyboard:
        return ((press(MyCode()),),)


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class CodeMissed:
    """Not the digits on the screen: so many tries are left, or a pause."""

    left: int
    minutes: int

    def keyboard(self) -> Keyboard:
        return ((press(MyCode()),),)


_AT = datetime(2026, 7, 30, 7, 45)  # noqa: DTZ001 - local time of the conference
SAMPLES: tuple[Any, ...] = (
    CodeForScreen(slot=SAMPLE_DAY, code="0420", until=_AT, opens=_AT, closes=_AT),
    CodeScreenOver(slot=SAMPLE_SESSION, present=120),
    CodeScreenOver(),
    SelfCheckInClosed(opens=_AT, closes=_AT, slot=SAMPLE_SESSION),
    SelfCheckInClosed(),
    CodeMissed(left=3, minutes=10),
    CodeMissed(left=0, minutes=10),
)
