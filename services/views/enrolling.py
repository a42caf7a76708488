"""Views of putting people on the list: from a file, by the groups of the plan."""

from dataclasses import dataclass

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.delegate_buttons import AddToGroup, AllLinks, ConfirmList, DelegateHome, GroupQuotas, ListDelegates
from services.views.forms import CancelForm
from services.views.paging import short, turning


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class ListWanted:
    """Which file to send, with the sheet to fill in."""

    most: int


@dataclass(frozen=True, slots=True)
class BadCell:
    """A fault by its cell; `code` names the words."""

    cell: str
    code: str
    value: str


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class ListPreview:
    """What a file holds: good lines, and the first of the others by their cells."""

    good: int
    bad: int
    shown: tuple[BadCell, ...]
    check: int

    def keyboard(self) -> Keyboard:
        add = ((press(ConfirmList(self.check), style="success", count=self.good),),) if self.good else ()
        return (*add, (press(CancelForm(), "leave_list"),))


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleAdded:
    """How many were added; `passed_over` stood on the list already."""

    count: int
    passed_over: int = 0
    group: str | None = None

    def keyboard(self) -> Keyboard:
        return ((press(ListDelegates("all", 0)), press(AllLinks())), (press(DelegateHome()),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """A group against the people named for it."""

    group: int
    description: str
    quota: int | None
    named: int
    attending: int


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupsPage:
    """The plan's groups; a press names people for one."""

    items: tuple[Quota, ...]
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        rows = tuple((press(AddToGroup(each.group), name=short(each.description)),) for each in self.items)
        pages = turning(self.page, self.pages, lambda page: GroupQuotas(page))
        return (*rows, *pages, (press(DelegateHome()),))


SAMPLES = (
    ListWanted(most=20_000),
    ListPreview(
        good=118,
        bad=12,
        shown=(
            BadCell("C7", "phone_invalid", "09x"),
            BadCell("A8", "name_missing", ""),
            BadCell("A9", "too_long", "Đ" * 80),
            BadCell("D10", "group_unknown", "Khách <mời>"),
            BadCell("A11", "known_already", "Nguyễn Văn A"),
        ),
        check=5,
    ),
    ListPreview(good=3, bad=0, shown=(), check=5),
    ListPreview(good=0, bad=1, shown=(BadCell("A2", "name_missing", ""),), check=5),
    PeopleAdded(count=118, passed_over=2),
    PeopleAdded(count=2, group="Lãnh đạo xã"),
    GroupsPage(
        items=(
            Quota(group=1, description="Lãnh đạo <xã>", quota=2, named=3, attending=1),
            Quota(group=2, description="Phóng viên", quota=None, named=0, attending=0),
        ),
        page=1,
        pages=3,
    ),
    GroupsPage(items=()),
)
