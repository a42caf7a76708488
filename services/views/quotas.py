"""Views and buttons of how many people groups and units may send, against those they have named."""

from dataclasses import dataclass

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.delegate_buttons import AddToGroup, DelegateHome, GroupQuotas, ShowDelegate
from services.views.paging import short, turning
from services.views.plan_buttons import ShowGroup


@button("dt")
@dataclass(frozen=True, slots=True)
class UnitQuotas:
    """The units with how many they may send."""

    page: int


@button("dj")
@dataclass(frozen=True, slots=True)
class SetUnitQuota:
    """How many people may this unit send?"""

    unit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """A group or a unit against the people named for it; `left` places are free, below 0 it has too many."""

    key: int
    name: str
    quota: int | None
    named: int
    attending: int
    declined: int = 0
    left: int | None = None


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsPage:
    """The plan's groups; a press names people for one."""

    items: tuple[Quota, ...]
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        rows = tuple((press(AddToGroup(each.key), name=short(each.name)),) for each in self.items)
        pages = turning(self.page, self.pages, lambda page: GroupQuotas(page))
        return (*rows, *pages, (press(UnitQuotas(0)), press(DelegateHome())))


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitsPage:
    """The plan's units; a press says how many one may send. `done` is the unit that has just been set."""

    items: tuple[Quota, ...]
    page: int = 0
    pages: int = 1
    done: str | None = None

    def keyboard(self) -> Keyboard:
        rows = tuple((press(SetUnitQuota(each.key), name=short(each.name)),) for each in self.items)
        pages = turning(self.page, self.pages, lambda page: UnitQuotas(page))
        return (*rows, *pages, (press(DelegateHome()),))


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class QuotaBelowNamed:
    """A quota is now below the people named: who they are (ids and names, the last named first), `more` besides.

    `kind` is unit or group, `key` its id.
    """

    kind: str
    key: int
    name: str
    quota: int
    count: int
    people: tuple[tuple[int, str], ...]
    more: int = 0

    def keyboard(self) -> Keyboard:
        rows = tuple((press(ShowDelegate(key), name=short(name)),) for key, name in self.people)
        again = press(SetUnitQuota(self.key), "quota_again") if self.kind == "unit" else None
        back = press(UnitQuotas(0)) if again else press(ShowGroup(self.key), "quota_group")
        return (*rows, (again, back) if again else (back,))


_PEOPLE = ((9, "Nguyễn Văn <A>"), (8, "Trần Thị B"))
SAMPLES = (
    GroupsPage(
        items=(
            Quota(key=1, name="Lãnh đạo <xã>", quota=2, named=3, attending=1, left=-1),
            Quota(key=2, name="Phóng viên", quota=None, named=0, attending=0),
        ),
        page=1,
        pages=3,
    ),
    GroupsPage(items=()),
    UnitsPage(
        items=(
            Quota(key=1, name="UBND xã <B>", quota=3, named=2, attending=1, left=1),
            Quota(key=2, name="Phòng Y tế", quota=2, named=4, attending=2, declined=1, left=-1),
            Quota(key=3, name="Phòng Nội vụ", quota=2, named=2, attending=2, left=0),
            Quota(key=4, name="Huyện đoàn", quota=None, named=1, attending=0),
        ),
        page=1,
        pages=3,
        done="UBND xã <B>",
    ),
    UnitsPage(items=()),
    QuotaBelowNamed(kind="unit", key=1, name="UBND xã <B>", quota=1, count=3, people=_PEOPLE, more=1),
    QuotaBelowNamed(kind="group", key=1, name="Lãnh đạo xã", quota=1, count=2, people=_PEOPLE),
)
