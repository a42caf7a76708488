"""Views of somebody who is checked in: by a code, from a search, or where they stand."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Any

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.checkin_buttons import (
    ArrivalsFound,
    CheckIn,
    CheckInDesk,
    FindArrival,
    IAmHere,
    MyCode,
    UndoCheckIn,
)
from services.views.doors import SAMPLE_DAY, SAMPLE_SESSION, SlotLine
from services.views.paging import short, turning


@view("checkin")
@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """Somebody is checked in: now (`fresh`), or was before: then when, by whom and where.

    `by` is a role; `by_name` says who of them wrote it down before. `number` is the one on the paper list.
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


_AT = datetime(2026, 7, 30, 7, 45)  # noqa: DTZ001 - local time of the conference
SAMPLES: tuple[Any, ...] = (
    Arrival(
        check_in=1,
        name="Nguyễn Văn <An>",
        post="Chủ tịch",
        unit="Xã Nậm Cần",
        group="Lãnh đạo xã",
        number=12,
        seat="A12",
        slot=SAMPLE_DAY,
        at=_AT,
        fresh=True,
        by="door",
        may_undo=True,
        declined=True,
    ),
    Arrival(
        check_in=1,
        name="Vàng A Páo",
        slot=SAMPLE_SESSION,
        at=_AT,
        fresh=False,
        by="organizer",
        by_name="Trần <Lan>",
        place="Cửa <A>",
        substitute=True,
    ),
    Arrival(check_in=1, name="Vàng A Páo", slot=SAMPLE_DAY, at=_AT, fresh=False, by="delegate", way="code"),
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
    OwnCode(title="Hội nghị <sơ kết>", name="Nguyễn Văn <An>", post="Chủ tịch", unit="Xã", number=12, seat="A12"),
    OwnCode(
        title="Hội nghị",
        name="Nguyễn Văn An",
        came=(Came(slot=SAMPLE_DAY, at=_AT), Came(slot=SAMPLE_SESSION, at=_AT), Came(slot=None, at=_AT)),
        just_now=True,
    ),
    CodeForOthers(),
)
