"""Views of collective units' members: which one somebody came for."""

from dataclasses import dataclass

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views import task_buttons as b
from services.views.paging import turning
from services.views.tasklines import short
from services.views.unit_buttons import OpenUnit


@button("uM")
@dataclass(frozen=True, slots=True)
class NameMembers:
    """Which bodies does the collective unit stand for?"""

    unit: int


@button("uN")
@dataclass(frozen=True, slots=True)
class NameMember:
    """Type the name of the member that this is."""

    unit: int


@button("uT")
@dataclass(frozen=True, slots=True)
class TakeMember:
    """It is this member, whom organizers have named."""

    unit: int
    member: int


@button("uX")
@dataclass(frozen=True, slots=True)
class DropMembers:
    """Which member is to be taken out of the collective unit?"""

    unit: int
    page: int


@button("uY")
@dataclass(frozen=True, slots=True)
class DropMember:
    """This member is none; asked twice."""

    unit: int
    member: int
    sure: int


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class MembersToDrop:
    """Which member is to be taken out of the collective unit?"""

    unit: int
    name: str
    members: tuple[tuple[int, str], ...]
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        each = [(press(DropMember(self.unit, key, 0), "unit_named", name=short(name)),) for key, name in self.members]
        pages = turning(self.page, self.pages, lambda page: DropMembers(self.unit, page))
        return (*each, *pages, (press(OpenUnit(self.unit), "back_to_unit"),))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class DropAsked:
    """Really? How many of the unit's tasks the member still owes, which are taken back."""

    unit: int
    name: str
    member: int
    member_name: str
    open: int

    def keyboard(self) -> Keyboard:
        sure = press(DropMember(self.unit, self.member, 1), "drop_sure", "danger")
        return ((sure, press(OpenUnit(self.unit), "back_to_unit")),)


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class MemberAsked:
    """To who came by a collective unit's link: for which of its members? `free` are those without anybody."""

    unit: int
    collective: str
    free: tuple[tuple[int, str], ...] = ()

    def keyboard(self) -> Keyboard:
        known = [(press(TakeMember(self.unit, key), "unit_named", name=short(name)),) for key, name in self.free[:40]]
        return (*known, (press(NameMember(self.unit)),))


@view("tasks")
@dataclass(frozen=True, slots=True, kw_only=True)
class MemberCame:
    """To the person and the organizers: for which member of the collective unit somebody answers now."""

    member: str
    collective: str

    def keyboard(self) -> Keyboard:
        return ((press(b.MyTasks(0)),),)


SAMPLES = (
    MembersToDrop(unit=9, name="Các sở, ban, ngành", members=((4, "Sở Y tế"), (5, "Sở Nội vụ")), pages=2),
    DropAsked(unit=9, name="Các sở, ban, ngành", member=4, member_name="Sở Y tế", open=2),
    DropAsked(unit=9, name="Các đơn vị thành viên", member=12, member_name="Các đơn vị thành viên (1)", open=0),
    MemberAsked(unit=9, collective="Các đơn vị thành viên"),
    MemberAsked(unit=9, collective="Các sở, ban, ngành", free=((4, "Sở Y tế"), (5, "Sở Nội vụ"))),
    MemberCame(member="UBND tỉnh Gia Lai", collective="Các đơn vị thành viên"),
)
