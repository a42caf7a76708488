"""Views of units: who answers in which rank, what stands above, who looks after them, links passed on."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import press
from domain.views import Keyboard, Press, view
from services.views import task_buttons as b
from services.views.members import DropMembers, NameMembers
from services.views.paging import short, turning
from services.views.unit_buttons import (
    AddUnit,
    AreasDesk,
    NameAlias,
    OpenUnit,
    PickParent,
    PutUnder,
    ReleasePerson,
    SetRank,
    SuccessorLink,
    TakeCharge,
    UnitLink,
    UnitsDesk,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLine:
    """A unit in the list: how deep it stands, who answers, how many tasks are open and late."""

    id: int
    number: int
    name: str
    depth: int
    people: int
    groups: int
    open: int
    late: int


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitList:
    """The units as a tree."""

    lines: tuple[UnitLine, ...]
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        opened = [press(OpenUnit(each.id), "open_unit", n=each.number) for each in self.lines]
        rows = [tuple(opened[at : at + 5]) for at in range(0, len(opened), 5)]
        home = (press(AreasDesk()), press(b.Board("units", 0)))
        return (*rows, *turning(self.page, self.pages, UnitsDesk), (press(AddUnit("", 0)),), home)


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """Somebody who answers for a unit."""

    account: int
    name: str | None
    rank: str
    reachable: bool
    me: bool = False


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPage:
    """One unit. `organizer` when the reader may do everything, else it is one of the unit's own people.

    A `collective` one stands for `members`: each with how many answer for it.
    """

    unit: int
    name: str
    aliases: tuple[str, ...] = ()
    above: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    collective: bool = False
    members: tuple[tuple[str, int], ...] = ()
    people: tuple[PersonLine, ...] = ()
    groups: int = 0
    in_charge: tuple[str, ...] = ()
    mine: bool = False
    organizer: bool = True
    open: int = 0
    late: int = 0
    said: str | None = None

    def keyboard(self) -> Keyboard:
        rows = [row for person in self.people for row in self._person(person)]
        rows.append(tuple(press(UnitLink(self.unit, rank), f"link_{rank}") for rank in ("focal", "deputy", "head")))
        if not self.organizer:
            return (*rows, (press(b.MyTasks(0)),))
        charge = press(TakeCharge(self.unit, 0), "leave_charge") if self.mine else press(TakeCharge(self.unit, 1))
        rows.append((press(b.NewTaskFor(self.unit), "give_task"), press(b.UnitBoard(self.unit, 0))))
        rows.append((press(PickParent(self.unit, 0)), press(NameAlias(self.unit)), charge))
        if self.collective:
            out = (press(DropMembers(self.unit, 0)),) if self.members else ()
            rows.append((press(NameMembers(self.unit)), *out))
        return (*rows, (press(UnitsDesk(0)),))

    def _person(self, person: PersonLine) -> Keyboard:
        name = short(person.name or "")
        if not self.organizer and not person.me:
            return ()
        succeed = (press(SuccessorLink(self.unit, person.account), name=name),)
        if not self.organizer:
            return (succeed,)
        others = tuple(
            press(SetRank(self.unit, person.account, rank), f"rank_{rank}", name=name)
            for rank in ("focal", "deputy", "head")
            if rank != person.rank
        )
        return (others, (*succeed, press(ReleasePerson(self.unit, person.account, 0), name=name)))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class OwnUnits:
    """To who answers for several units: which one?"""

    units: tuple[tuple[int, str], ...]

    def keyboard(self) -> Keyboard:
        return tuple((press(OpenUnit(key), "unit_named", name=short(name)),) for key, name in self.units[:40])


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class ReleaseAsked:
    """Really? Who stays, and how many tasks are open."""

    unit: int
    unit_name: str
    account: int
    name: str | None
    others: int
    open: int

    def keyboard(self) -> Keyboard:
        sure = press(ReleasePerson(self.unit, self.account, 1), "release_sure", "danger")
        return (
            (press(SuccessorLink(self.unit, self.account), "successor_first"),),
            (sure, press(OpenUnit(self.unit), "back_to_unit")),
        )


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitLinkReady:
    """A link to be passed on inside the unit. `replaces` names whose place its opener takes."""

    unit: int
    name: str
    rank: str
    link: str
    until: datetime | None = None
    replaces: str | None = None

    def keyboard(self) -> Keyboard:
        return ((press(OpenUnit(self.unit), "back_to_unit"),),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class ParentChoice:
    """Under which unit does it stand?"""

    unit: int
    name: str
    units: tuple[tuple[int, str], ...]
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        rows: list[tuple[Press, ...]] = [
            (press(PutUnder(self.unit, key), "unit_named", name=short(name)),) for key, name in self.units
        ]
        pages = turning(self.page, self.pages, lambda page: PickParent(self.unit, page))
        return (
            *rows,
            *pages,
            (press(PutUnder(self.unit, 0), "under_none"), press(OpenUnit(self.unit), "back_to_unit")),
        )


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class FocalChanged:
    """To the unit's people and the organizers: somebody came in whose place, or left."""

    unit: str
    came: str | None = None
    left: str | None = None
    replaced: bool = False
    open: int = 0


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class NoLongerFocal:
    """To who no longer answers for the unit."""

    unit: str
    conference: str


_PEOPLE = (
    PersonLine(account=11, name="Lê Thị <Hoa>", rank="focal", reachable=True),
    PersonLine(account=12, name=None, rank="head", reachable=False, me=True),
)
SAMPLES = (
    UnitList(
        lines=(
            UnitLine(id=3, number=1, name="Sở Nội vụ", depth=0, people=2, groups=1, open=3, late=1),
            UnitLine(id=4, number=2, name="Phòng Thi đua", depth=1, people=0, groups=0, open=0, late=0),
        ),
        page=1,
        pages=3,
    ),
    UnitList(lines=()),
    UnitPage(unit=3, name="Sở Nội vụ"),
    UnitPage(
        unit=3,
        name="Sở Nội vụ",
        aliases=("SNV",),
        above=("UBND tỉnh",),
        below=("Phòng Thi đua",),
        people=_PEOPLE,
        groups=1,
        in_charge=("Trần Lan",),
        mine=True,
        open=3,
        late=1,
        said="rank",
    ),
    UnitPage(unit=3, name="Sở Nội vụ", people=_PEOPLE, organizer=False),
    UnitPage(
        unit=9, name="Các đơn vị thành viên", collective=True, members=(("Gia Lai", 1), ("Kon Tum", 0)), said="members"
    ),
    OwnUnits(units=((3, "Sở Nội vụ"), (4, "Văn phòng"))),
    ReleaseAsked(unit=3, unit_name="Sở Nội vụ", account=11, name="Lê Thị Hoa", others=0, open=3),
    ReleaseAsked(unit=3, unit_name="Sở Nội vụ", account=11, name=None, others=1, open=0),
    *(
        UnitLinkReady(unit=3, name="Sở Nội vụ", rank=rank, link="https://t.me/b?start=x")
        for rank in ("focal", "deputy", "head")
    ),
    UnitLinkReady(
        unit=3,
        name="Sở Nội vụ",
        rank="focal",
        link="https://t.me/b?start=x",
        until=datetime(2026, 9, 1, 8),  # noqa: DTZ001 - local time
        replaces="Lê Thị Hoa",
    ),
    ParentChoice(unit=3, name="Sở Nội vụ", units=((4, "UBND tỉnh"),), page=0, pages=2),
    FocalChanged(unit="Sở Nội vụ", came="Trần Bình", left="Lê Thị Hoa", replaced=True, open=3),
    FocalChanged(unit="Sở Nội vụ", left="Lê Thị Hoa"),
    FocalChanged(unit="Sở Nội vụ", replaced=True),
    FocalChanged(unit="Sở Nội vụ"),
    NoLongerFocal(unit="Sở Nội vụ", conference="Hội nghị"),
)
