"""Views and buttons of a unit's own people, for its focal person."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.delegates import Line
from services.views.paging import short


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
    """The people of somebody's units, and who is still missing. `units` are ids and names."""

    units: tuple[tuple[int, str], ...]
    items: tuple[Line, ...]

    def keyboard(self) -> Keyboard:
        missing = [each for each in self.items if each.reach == "not_linked"]
        links = tuple((press(OurLink(each.delegate), name=short(each.name)),) for each in missing[:40])
        naming = tuple((press(NameOurPeople(key), name=short(name)),) for key, name in self.units[:20])
        return (*links, *naming)


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPeopleNamed:
    """To the focal person: so many were added."""

    unit: str
    count: int
    passed_over: int = 0

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
SAMPLES = (
    UnitPeople(units=((4, "Xã B"),), items=_LINES),
    UnitPeople(units=((4, "Xã B"), (5, "Phòng Y tế")), items=()),
    UnitPeopleNamed(unit="Xã B", count=2, passed_over=1),
    UnitPeopleNamed(unit="Xã B", count=1),
    UnitNamedPeople(unit="Xã B", count=2, title="Hội nghị sơ kết"),
    OurLinkReady(name="Lê C", link="https://t.me/b?start=x", until=datetime(2026, 9, 1, 8)),  # noqa: DTZ001
    OurLinkReady(name="Lê C", link="https://t.me/b?start=x", until=None),
)
