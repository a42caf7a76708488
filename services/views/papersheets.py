"""What the paper at the door comes to: sheets typed in, and lists and badges to print."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.checkin_buttons import CheckInDesk, EnterSheet, UndoSheet, WhoIsHere
from services.views.doors import SlotLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """A number that was ticked and not counted, with the refusal's code."""

    number: int
    name: str
    why: str


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class SheetEntered:
    """What a paper sheet came to: so many new, so many known already, and whom it could not count."""

    slot: SlotLine
    at: datetime
    added: int
    known: int
    passed_over: tuple[PassedOver, ...] = ()
    more: int = 0
    batch: str = ""

    def keyboard(self) -> Keyboard:
        undo = ((press(UndoSheet(self.batch), count=self.added),),) if self.added else ()
        return (*undo, (press(WhoIsHere("group", 0)), press(CheckInDesk())))


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class SheetUndone:
    """What the sheet had added is struck out."""

    count: int

    def keyboard(self) -> Keyboard:
        return ((press(EnterSheet(0)), press(CheckInDesk())),)


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class BadgesProgress:
    """How many of the badges are made."""

    done: int
    total: int


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class PaperReady:
    """A list or badges to print: for how many people, in how many Word files."""

    kind: str
    count: int
    files: int = 1

    def keyboard(self) -> Keyboard:
        return ((press(CheckInDesk()),),)


_DAY = SlotLine(key="d2026-07-30", day=date(2026, 7, 30), start=time(8))
_SESSION = SlotLine(key="s3", day=date(2026, 7, 30), title="Thảo luận <tổ>", start=time(13, 30))
_AT = datetime(2026, 7, 30, 7, 45)  # noqa: DTZ001 - local time of the conference
SAMPLES: tuple[Any, ...] = (
    SheetEntered(
        slot=_DAY,
        at=_AT,
        added=34,
        known=2,
        passed_over=(PassedOver(number=12, name="Lê <B>", why="checkin_substituted"),),
        more=3,
        batch="ab12",
    ),
    SheetEntered(slot=_SESSION, at=_AT, added=0, known=3),
    SheetUndone(count=34),
    PaperReady(kind="roll", count=180),
    PaperReady(kind="badges", count=90),
    PaperReady(kind="badges", count=240, files=3),
    PaperReady(kind="badges", count=0, files=0),
    BadgesProgress(done=1200, total=20_000),
)
