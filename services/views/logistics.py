"""Views of seats, lodging, transport, meals, diet and badge names."""

from dataclasses import dataclass
from typing import Any

from domain.buttons import press
from domain.logistics import OWN, Field
from domain.views import Keyboard, view
from services.views.delegate_buttons import ShowDelegate
from services.views.logistics_buttons import (
    ALL,
    ApplySheet,
    Arrange,
    FindGuest,
    GuestsFound,
    LogisticsHome,
    LogisticsSheet,
    MyOwnNeeds,
    SayNeed,
    SheetBack,
    ShowGuest,
)
from services.views.paging import short, turning


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLine:
    """One matter: what was asked for, what is arranged."""

    field: str
    wish: str | None = None
    value: str | None = None


def _fields(shown: tuple[Field, ...], meant: Any) -> Keyboard:
    buttons = [press(meant(each.value), f"field_{each.value}") for each in shown]
    return tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))


@view("logistics")
@dataclass(frozen=True, slots=True, kw_only=True)
class MyNeeds:
    """To a delegate: what they asked for and what is arranged; a button for each matter."""

    title: str
    lines: tuple[NeedLine, ...]
    saved: str | None = None

    def keyboard(self) -> Keyboard:
        return ((press(SayNeed(ALL), "say_all_needs"),), *_fields(OWN, SayNeed))


@view("logistics")
@dataclass(frozen=True, slots=True, kw_only=True)
class ArrangedAnew:
    """To a delegate: what has been arranged or changed, old and new."""

    title: str
    changes: tuple[tuple[str, str | None, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCount:
    """How many asked for something, and for how many something is arranged."""

    field: str
    wished: int
    arranged: int


@view("logistics")
@dataclass(frozen=True, slots=True, kw_only=True)
class LogisticsDesk:
    """The organizers' overview."""

    title: str
    people: int
    counts: tuple[FieldCount, ...]
    also_delegate: bool = False

    def keyboard(self) -> Keyboard:
        own = ((press(MyOwnNeeds()),),) if self.also_delegate else ()
        return ((press(FindGuest()),), (press(LogisticsSheet()), press(SheetBack())), *own)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """A person in a list."""

    delegate: int
    name: str
    unit: str | None


@view("logistics")
@dataclass(frozen=True, slots=True, kw_only=True)
class GuestPage:
    """Whom the search found."""

    query: str
    items: tuple[Guest, ...]
    total: int
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        def name(each: Guest) -> str:
            return short(" – ".join(part for part in (each.name, each.unit) if part))

        rows = tuple((press(ShowGuest(each.delegate), name=name(each)),) for each in self.items)
        return (*rows, *turning(self.page, self.pages, GuestsFound), (press(FindGuest()), press(LogisticsHome())))


@view("logistics")
@dataclass(frozen=True, slots=True, kw_only=True)
class GuestCard:
    """One person's needs and arrangements, for organizers; `told` says whether the person gets a notice of a change."""

    delegate: int
    name: str
    post: str | None
    unit: str | None
    number: int | None
    lines: tuple[NeedLine, ...]
    done: bool = False
    told: bool = False

    def keyboard(self) -> Keyboard:
        fields = _fields(tuple(Field), lambda field: Arrange(self.delegate, field))
        person = press(ShowDelegate(self.delegate), "guest_card")
        return (*fields, (person, press(FindGuest()), press(LogisticsHome())))


@view("logistics")
@dataclass(frozen=True, slots=True, kw_only=True)
class LogisticsSheetReady:
    """The list is attached."""

    count: int

    def keyboard(self) -> Keyboard:
        return ((press(SheetBack()), press(LogisticsHome())),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What would change for a person."""

    number: int
    name: str
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongCell:
    """A cell that cannot be applied, with the fault's code."""

    cell: str
    code: str
    value: str


@view("logistics")
@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDifferences:
    """What a list that came back would change; nothing has been changed yet."""

    changes: int
    people: int
    shown: tuple[Difference, ...]
    faults: int = 0
    shown_faults: tuple[WrongCell, ...] = ()
    check: int = 0

    def keyboard(self) -> Keyboard:
        apply = ((press(ApplySheet(self.check), style="success", count=self.changes),),) if self.changes else ()
        return (*apply, (press(LogisticsHome()),))


@view("logistics")
@dataclass(frozen=True, slots=True, kw_only=True)
class SheetApplied:
    """The list is applied; so many people are being told."""

    changes: int
    told: int

    def keyboard(self) -> Keyboard:
        return ((press(LogisticsHome()),),)


_LINES = (
    NeedLine(field="seat", value="Hàng A <ghế 12>"),
    NeedLine(field="lodging", wish="Nghỉ đêm 29/7", value="Phòng 302 Nhà khách"),
    NeedLine(field="transport", wish="Đi chung <xe>"),
    NeedLine(field="meals"),
)
SAMPLES: tuple[Any, ...] = (
    MyNeeds(title="Hội nghị <sơ kết>", lines=_LINES),
    MyNeeds(title="Hội nghị", lines=_LINES[1:], saved="lodging"),
    MyNeeds(title="Hội nghị", lines=_LINES[1:], saved=ALL),
    ArrangedAnew(
        title="Hội nghị <sơ kết>",
        changes=(("seat", "A11", "A12"), ("lodging", None, "Phòng <302>"), ("transport", "Xe 1", None)),
    ),
    LogisticsDesk(
        title="Hội nghị <sơ kết>",
        people=180,
        counts=(FieldCount(field="seat", wished=0, arranged=120), FieldCount(field="diet", wished=7, arranged=0)),
        also_delegate=True,
    ),
    LogisticsDesk(title="Hội nghị", people=0, counts=()),
    GuestPage(query="<an>", items=(Guest(delegate=7, name="Nguyễn Văn An", unit="Xã <A>"),), total=12, pages=2),
    GuestPage(query="x", items=(), total=0),
    GuestCard(delegate=7, name="Nguyễn <An>", post="Chủ tịch", unit="Xã A", number=12, lines=_LINES),
    GuestCard(delegate=7, name="An", post=None, unit=None, number=None, lines=_LINES, done=True, told=True),
    GuestCard(delegate=7, name="An", post=None, unit=None, number=None, lines=_LINES, done=True),
    LogisticsSheetReady(count=180),
    LogisticsSheetReady(count=0),
    SheetDifferences(
        changes=12,
        people=10,
        shown=(
            Difference(number=1, name="Nguyễn <An>", field="seat", before="A11", after="A12"),
            Difference(number=2, name="Lê Bình", field="lodging", before=None, after="Phòng 302"),
            Difference(number=3, name="Vũ Cường", field="lodging", before="Phòng 303", after=None),
        ),
        faults=2,
        shown_faults=(WrongCell(cell="B7", code="name_other", value="Ai <Đó>"),),
        check=5,
    ),
    SheetDifferences(changes=0, people=0, shown=()),
    SheetApplied(changes=12, told=9),
)
