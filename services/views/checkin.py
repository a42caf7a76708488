"""Views of the check-in."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.checkin_buttons import (
    ArrivalsFound,
    Badges,
    Chart,
    CheckIn,
    CheckInDesk,
    ChooseSlot,
    EnterSheet,
    FindArrival,
    IAmHere,
    MyCode,
    NamePlace,
    RollSheet,
    ScreenCode,
    SheetFor,
    StandAt,
    SwitchMode,
    UndoCheckIn,
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
            rows += [(press(ScreenCode()), press(Badges(0)))]
            rows += [(press(NamePlace()), press(SwitchMode(other), f"switch_mode_{other}"))]
        else:
            rows += [(press(NamePlace()),)]
        return tuple(rows)


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Somebody is checked in: now (`fresh`), or was before: then when, by whom and where.

    `by` is a role; `by_name` is given to organizers only. `number` is the one on the paper list.
    """

    check_in: int
    name: str
    post: str | None = None
    unit: str | None = None
    group: str | None = None
    number: int | None = None
    seat: str | None = None
    slot: SlotLine
    at: datetime
    fresh: bool
    by: str
    by_name: str | None = None
    way: str = "scan"
    place: str | None = None
    declined: bool = False
    substitute: bool = False
    may_undo: bool = False

    def keyboard(self) -> Keyboard:
        undo = ((press(UndoCheckIn(self.check_in)),),) if self.may_undo else ()
        return (*undo, (press(FindArrival()), press(CheckInDesk())))


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class CheckInUndone:
    """The check-in is struck out."""

    delegate: int
    name: str

    def keyboard(self) -> Keyboard:
        return ((press(CheckIn(self.delegate), "check_in_again"), press(FindArrival())),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A person as the door sees them. `at` is when they were checked in, if they are."""

    delegate: int
    name: str
    post: str | None
    unit: str | None
    number: int | None
    rsvp: str
    at: time | None = None


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPage:
    """Whom the search found; pressing a name checks the person in."""

    query: str
    items: tuple[Found, ...]
    total: int
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        rows = tuple(
            (
                press(
                    CheckIn(each.delegate),
                    "check_in_done" if each.at else "check_in",
                    name=short(" – ".join(part for part in (each.name, each.unit or each.post) if part)),
                ),
            )
            for each in self.items
        )
        return (*rows, *turning(self.page, self.pages, ArrivalsFound), (press(FindArrival()), press(CheckInDesk())))


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


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class CodeForScreen:
    """The digits for the screen; they hold until `until` and a minute longer."""

    slot: SlotLine
    code: str
    until: datetime
    opens: datetime
    closes: datetime

    def keyboard(self) -> Keyboard:
        return ((press(ScreenCode(), "renew_code", style="primary"), press(CheckInDesk())),)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Came:
    """When somebody was checked in for what."""

    slot: SlotLine | None
    at: datetime


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class OwnCode:
    """To a delegate: the code for the door in words, and where they stand."""

    title: str
    name: str
    post: str | None = None
    unit: str | None = None
    number: int | None = None
    seat: str | None = None
    came: tuple[Came, ...] = ()
    just_now: bool = False

    def keyboard(self) -> Keyboard:
        return ((press(MyCode()) if self.just_now else press(IAmHere(), "i_am_here"),),)


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class CodeForOthers:
    """Somebody opened a code that is not theirs and is not at the door: nothing personal is said."""


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
    """Who is here, by group or by unit. `likely` are those here and those who said that they come."""

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

    def keyboard(self) -> Keyboard:
        other = "unit" if self.by == "group" else "group"
        pages = turning(self.page, self.pages, lambda page: WhoIsHere(self.by, page))
        chart = (press(Chart()),) if self.picture else ()
        return (
            (press(WhoIsHere(self.by, self.page), "refresh_board", style="primary"), *chart),
            *pages,
            (press(WhoIsHere(other, 0), f"board_by_{other}"), press(CheckInDesk())),
        )


_DAY = SlotLine(key="d2026-07-30", day=date(2026, 7, 30), start=time(8))
_SESSION = SlotLine(key="s3", day=date(2026, 7, 30), title="Thảo luận <tổ>", start=time(13, 30))
_AT = datetime(2026, 7, 30, 7, 45)  # noqa: DTZ001 - local time of the conference
_TOTAL = BoardLine(name="", expected=180, present=120, with_leave=10, without_leave=50)
SAMPLES: tuple[Any, ...] = (
    DoorDesk(
        title="Hội nghị <sơ kết>",
        mode="day",
        organizer=True,
        slot=_DAY,
        values={},
        present=120,
        expected=180,
        place="Cửa <A>",
    ),
    DoorDesk(title="Hội nghị", mode="session", organizer=False, slot=_SESSION, values={}, several=True),
    DoorDesk(title="Hội nghị", mode="day", organizer=True, why="checkin_too_early", values={"day": "30/7/2026"}),
    Arrival(
        check_in=1,
        name="Nguyễn Văn <An>",
        post="Chủ tịch",
        unit="Xã Nậm Cần",
        group="Lãnh đạo xã",
        number=12,
        seat="A12",
        slot=_DAY,
        at=_AT,
        fresh=True,
        by="door",
        may_undo=True,
        declined=True,
    ),
    Arrival(
        check_in=1,
        name="Vàng A Páo",
        slot=_SESSION,
        at=_AT,
        fresh=False,
        by="organizer",
        by_name="Trần <Lan>",
        place="Cửa <A>",
        substitute=True,
    ),
    Arrival(check_in=1, name="Vàng A Páo", slot=_DAY, at=_AT, fresh=False, by="delegate", way="code"),
    CheckInUndone(delegate=7, name="Nguyễn Văn <An>"),
    FoundPage(
        query="<an>",
        items=(
            Found(delegate=7, name="Nguyễn Văn An", post="Chủ tịch", unit="Xã <A>", number=12, rsvp="attending"),
            Found(delegate=8, name="Lê An", post=None, unit=None, number=None, rsvp="substituted", at=time(7, 45)),
        ),
        total=12,
        pages=2,
    ),
    FoundPage(query="<x>", items=(), total=0),
    SlotPicker(items=(_SESSION,), sheet=False, pages=2),
    SlotPicker(items=(_DAY,), sheet=True),
    CodeForScreen(slot=_DAY, code="0420", until=_AT, opens=_AT, closes=_AT),
    SelfCheckInClosed(opens=_AT, closes=_AT, slot=_SESSION),
    SelfCheckInClosed(),
    CodeMissed(left=3, minutes=10),
    CodeMissed(left=0, minutes=10),
    OwnCode(title="Hội nghị <sơ kết>", name="Nguyễn Văn <An>", post="Chủ tịch", unit="Xã", number=12, seat="A12"),
    OwnCode(
        title="Hội nghị",
        name="Nguyễn Văn An",
        came=(Came(slot=_DAY, at=_AT), Came(slot=_SESSION, at=_AT), Came(slot=None, at=_AT)),
        just_now=True,
    ),
    CodeForOthers(),
    ArrivalBoard(
        title="Hội nghị <sơ kết>",
        slot=_DAY,
        at=_AT,
        by="group",
        total=_TOTAL,
        likely=150,
        silent=20,
        lines=(BoardLine(name="Lãnh đạo <xã>", expected=24, present=20, with_leave=1, without_leave=3),),
    ),
    ArrivalBoard(
        title="Hội nghị",
        slot=_SESSION,
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
