"""Views and buttons of a unit's own people, for its focal person."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.delegates import Line
from services.views.link_buttons import OurQrSheets
from services.views.paging import short
from services.views.quotas import Quota


@button("du")
@dataclass(frozen=True, slots=True)
class OurPeople:
    """The unit's people on the list."""


@button("dw")
@dataclass(frozen=True, slots=True)
class NameOurPeople:
    """Name people of the unit."""

    unit: int


@button("do")
@dataclass(frozen=True, slots=True)
class OurLink:
    """The link of one of the unit's people, to be passed on."""

    delegate: int


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPeople:
    """The people of somebody's units against how many these may send, and who is still missing."""

    units: tuple[Quota, ...]
    items: tuple[Line, ...]

    def keyboard(self) -> Keyboard:
        missing = [each for each in self.items if each.reach == "not_linked"]
        links = tuple((press(OurLink(each.delegate), name=short(each.name)),) for each in missing[:40])
        room = [each for each in self.units if each.left is None or each.left > 0]
        naming = tuple((press(NameOurPeople(each.key), name=short(each.name)),) for each in room[:20])
        codes = ((press(OurQrSheets()),),) if missing else ()
        return (*links, *codes, *naming)


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitMaySend:
    """To a unit's focal people: so many may be sent, so many are named."""

    unit: int
    title: str
    seats: Quota

    def keyboard(self) -> Keyboard:
        more = self.seats.left is not None and self.seats.left > 0
        name = ((press(NameOurPeople(self.unit), name=short(self.seats.name)),),) if more else ()
        return (*name, (press(OurPeople()),))


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPeopleNamed:
    """To the focal person: so many were added."""

    unit: str
    count: int
    passed_over: int = 0
    named: int = 0
    quota: int | None = None

    def keyboard(self) -> Keyboard:
        return ((press(OurPeople()),),)


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitNamedPeople:
    """To the organizers: a unit has named people."""

    unit: str
    count: int
    title: str


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class OurLinkReady:
    """A person's link, for the focal person to pass on."""

    name: str
    link: str
    until: datetime | None

    def keyboard(self) -> Keyboard:
        return ((press(OurPeople()),),)


_LINES = (
    Line(delegate=7, name="Nguyễn Văn <A>", post="Chủ tịch", unit="Xã B", reach="not_linked", rsvp="none"),
    Line(delegate=8, name="Lê C", post=None, unit="Xã B", reach="linked", rsvp="attending"),
)
_UNITS = (
    Quota(key=4, name="Xã B", quota=3, named=2, attending=1, left=1),
    Quota(key=5, name="Phòng Y tế", quota=2, named=3, attending=1, declined=1, left=0),
    Quota(key=6, name="Huyện đoàn", quota=None, named=0, attending=0),
    Quota(key=7, name="Phòng Nội vụ", quota=1, named=2, attending=2, left=-1),
)
SAMPLES = (
    UnitPeople(units=(_UNITS[0],), items=_LINES),
    UnitPeople(units=_UNITS, items=()),
    *(UnitMaySend(unit=4, title="Hội nghị <sơ kết>", seats=each) for each in _UNITS if each.quota is not None),
    UnitPeopleNamed(unit="Xã B", count=2, passed_over=1, named=2, quota=3),
    UnitPeopleNamed(unit="Xã B", count=1),
    UnitNamedPeople(unit="Xã B", count=2, title="Hội nghị sơ kết"),
    OurLinkReady(name="Lê C", link="https://t.me/b?start=x", until=datetime(2026, 9, 1, 8)),  # noqa: DTZ001
    OurLinkReady(name="Lê C", link="https://t.me/b?start=x", until=None),
)
