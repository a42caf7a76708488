"""Views of putting people on the list: one by one, or from a file."""

from dataclasses import dataclass

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.delegate_buttons import AllLinks, ConfirmList, DelegateHome, ListDelegates
from services.views.forms import CancelForm


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
    """How many were added; `passed_over` stood on the list already; the group has `over` too many now."""

    count: int
    passed_over: int = 0
    group: str | None = None
    over: int = 0

    def keyboard(self) -> Keyboard:
        return ((press(ListDelegates("all", 0)), press(AllLinks())), (press(DelegateHome()),))


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
    PeopleAdded(count=2, group="Lãnh đạo xã", over=1),
)
