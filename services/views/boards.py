"""The arrival board, and the list by name behind it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.checkin_buttons import CallRoll, Chart, CheckInDesk, WhoIsHere
from services.views.doors import SAMPLE_DAY, SAMPLE_SESSION, SlotLine
from services.views.paging import turning


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """Sums of a group or unit; an empty name for people in none."""

    name: str
    expected: int
    present: int
    with_leave: int
    without_leave: int


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalBoard:
    """Who is here, by group or by unit. `likely` are those here and those who said that they come.

    Until `live_until` the message renews itself.
    """

    title: str
    slot: SlotLine
    at: datetime
    by: str
    total: BoardLine
    likely: int
    silent: int
    lines: tuple[BoardLine, ...] = ()
    page: int = 0
    pages: int = 1
    picture: bool = True
    live_until: datetime | None = None
    organizer: bool = False

    def keyboard(self) -> Keyboard:
        other = "unit" if self.by == "group" else "group"
        pages = turning(self.page, self.pages, lambda page: WhoIsHere(self.by, page))
        chart = (press(Chart(self.by)),) if self.picture else ()
        names = ((press(CallRoll()),),) if self.organizer else ()
        return (
            (press(WhoIsHere(self.by, self.page), "refresh_board", style="primary"), *chart),
            *pages,
            *names,
            (press(WhoIsHere(other, 0), f"board_by_{other}"), press(CheckInDesk())),
        )


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class RollCalled:
    """The list by name of who came and who did not goes along."""

    slot: SlotLine
    present: int
    with_leave: int
    without_leave: int

    def keyboard(self) -> Keyboard:
        return ((press(CheckInDesk()),),)


_AT = datetime(2026, 7, 30, 7, 45)  # noqa: DTZ001 - local time of the conference
_TOTAL = BoardLine(name="", expected=180, present=120, with_leave=10, without_leave=50)
SAMPLES: tuple[Any, ...] = (
    ArrivalBoard(
        title="Hội nghị <sơ kết>",
        slot=SAMPLE_DAY,
        at=_AT,
        by="group",
        total=_TOTAL,
        likely=150,
        silent=20,
        lines=(BoardLine(name="Lãnh đạo <xã>", expected=24, present=20, with_leave=1, without_leave=3),),
        live_until=_AT + timedelta(hours=1),
        organizer=True,
    ),
    RollCalled(slot=SAMPLE_SESSION, present=120, with_leave=10, without_leave=50),
    RollCalled(slot=SAMPLE_DAY, present=0, with_leave=0, without_leave=0),
    ArrivalBoard(
        title="Hội nghị",
        slot=SAMPLE_SESSION,
        at=_AT,
        by="unit",
        total=_TOTAL,
        likely=120,
        silent=0,
        lines=(BoardLine(name="", expected=24, present=20, with_leave=1, without_leave=3),),
        page=1,
        pages=3,
        picture=False,
    ),
)
