"""Views of collective units' members: which one somebody came for."""

from dataclasses import dataclass

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views import task_buttons as b
from services.views.tasklines import short


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
    MemberAsked(unit=9, collective="Các đơn vị thành viên"),
    MemberAsked(unit=9, collective="Các sở, ban, ngành", free=((4, "Sở Y tế"), (5, "Sở Nội vụ"))),
    MemberCame(member="UBND tỉnh Gia Lai", collective="Các đơn vị thành viên"),
)
