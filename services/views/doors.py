"""Views of the door: what people are checked in for, and the desk of those who do it."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.checkin_buttons import (
    Badges,
    CheckInDesk,
    ChooseSlot,
    EnterSheet,
    FindArrival,
    NamePlace,
    RollSheet,
    ScreenCode,
    SheetFor,
    StandAt,
    SwitchMode,
    WhoIsHere,
)
from services.views.paging import short, turning


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotLine:
    """A day, or a session of a day, that people are checked in for."""

    key: str
    day: date
    title: str | None = None
    start: time | None = None


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class DoorDesk:
    """The desk at the door. Without a `slot` nobody can be checked in now, and `why` names the refusal."""

    title: str
    mode: str
    organizer: bool
    slot: SlotLine | None = None
    why: str | None = None
    values: dict[str, Any]
    present: int = 0
    expected: int = 0
    place: str | None = None
    several: bool = False

    def keyboard(self) -> Keyboard:
        rows: list[Any] = []
        if self.slot is not None:
            rows += [(press(FindArrival(), style="primary"), press(WhoIsHere("group", 0)))]
            rows += [(press(ChooseSlot(0)),)] if self.several else []
        rows += [(press(RollSheet()), press(EnterSheet(0)))]
        if self.organizer:
            other = "day" if self.mode == "session" else "session"
            rows += [(press(ScreenCode()), press(Badges()))]
            rows += [(press(NamePlace()), press(SwitchMode(other), f"switch_mode_{other}"))]
        else:
            rows += [(press(NamePlace()),)]
        return tuple(rows)


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class SlotPicker:
    """Which session or day: to stand at (`sheet` false), or whose paper sheet to type in."""

    items: tuple[SlotLine, ...]
    sheet: bool
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        def name(each: SlotLine) -> str:
            start = f"{each.start:%H:%M} " if each.start else ""
            return short(f"{each.day.day}/{each.day.month} {start}{each.title or ''}".strip())

        def meant(each: SlotLine) -> Any:
            return SheetFor(each.key) if self.sheet else StandAt(int(each.key[1:]))

        rows = tuple((press(meant(each), "pick_slot", name=name(each)),) for each in self.items)
        clock = () if self.sheet else ((press(StandAt(0), "stand_by_clock"),),)
        pages = turning(self.page, self.pages, EnterSheet if self.sheet else ChooseSlot)
        return (*rows, *pages, *clock, (press(CheckInDesk()),))


SAMPLE_DAY = SlotLine(key="d2026-07-30", day=date(2026, 7, 30), start=time(8))
SAMPLE_SESSION = SlotLine(key="s3", day=date(2026, 7, 30), title="Thảo luận <tổ>", start=time(13, 30))
SAMPLES: tuple[Any, ...] = (
    DoorDesk(
        title="Hội nghị <sơ kết>",
        mode="day",
        organizer=True,
        slot=SAMPLE_DAY,
        values={},
        present=120,
        expected=180,
        place="Cửa <A>",
    ),
    DoorDesk(title="Hội nghị", mode="session", organizer=False, slot=SAMPLE_SESSION, values={}, several=True),
    DoorDesk(title="Hội nghị", mode="day", organizer=True, why="checkin_too_early", values={"day": "30/7/2026"}),
    SlotPicker(items=(SAMPLE_SESSION,), sheet=False, pages=2),
    SlotPicker(items=(SAMPLE_DAY,), sheet=True),
)
