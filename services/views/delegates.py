"""Views of the list of delegates: adding, the list, one person."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.attendance import ChaseSilent
from services.views.delegate_buttons import (
    AddDelegate,
    AddList,
    AddToGroup,
    AllLinks,
    ConfirmList,
    DelegateHome,
    FindDelegate,
    GroupQuotas,
    ListDelegates,
    MoveToGroup,
    PersonalLink,
    PhoneList,
    PickGroup,
    RecordRsvp,
    RemoveDelegate,
    RenewLink,
    ShowDelegate,
    ShowRequests,
    ThatIsMe,
)
from services.views.forms import CancelForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """Everybody on the list by reach and by answer."""

    invited: int
    linked: int
    blocked: int
    not_linked: int
    attending: int
    declined: int
    substituted: int
    silent: int
    asking: int = 0


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class DelegatesHome:
    """The sums against what is expected, and what can be done."""

    title: str
    sums: Sums
    expected: int | None = None

    def keyboard(self) -> Keyboard:
        adding = ((press(AddDelegate()), press(AddList())), (press(GroupQuotas(0)),))
        asking = ((press(ShowRequests(), count=self.sums.asking),),) if self.sums.asking else ()
        if not self.sums.invited:
            return (*adding, *asking)
        lists = (press(ListDelegates("all", 0)), press(FindDelegate()))
        chase = ((press(ChaseSilent(0), count=self.sums.silent),),) if self.sums.silent else ()
        return (*adding, lists, (press(AllLinks()), press(PhoneList())), *chase, *asking)


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
        turning = _turning(self.page, self.pages, lambda page: GroupQuotas(page))
        return (*rows, *turning, (press(DelegateHome()),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A person in a list."""

    delegate: int
    name: str
    post: str | None
    unit: str | None
    reach: str
    rsvp: str


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class DelegatesPage:
    """A page of the list; `only` says to whom it is narrowed, `query` what was searched."""

    items: tuple[Line, ...]
    total: int
    only: str = "all"
    page: int = 0
    pages: int = 1
    query: str | None = None

    def keyboard(self) -> Keyboard:
        rows = tuple((press(ShowDelegate(each.delegate), name=short(each.name)),) for each in self.items)
        turning = () if self.query else _turning(self.page, self.pages, lambda page: ListDelegates(self.only, page))
        others = tuple(
            press(ListDelegates(each, 0), f"only_{each}")
            for each in ("all", "unreached", "silent", "attending", "declined")
            if each != self.only
        )
        return (*rows, *turning, others[:2], others[2:], (press(FindDelegate()), press(DelegateHome())))


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateCard:
    """One person on the list, for organizers. `done` names what has just been changed."""

    delegate: int
    name: str
    post: str | None = None
    unit: str | None = None
    group: str | None = None
    phone: str | None = None
    reach: str = "not_linked"
    rsvp: str = "none"
    reason: str | None = None
    substitute: str | None = None
    original: str | None = None
    done: str | None = None
    may_be_me: bool = False

    def keyboard(self) -> Keyboard:
        key = self.delegate
        me = ((press(ThatIsMe(key)),),) if self.may_be_me else ()
        link = (
            (press(PersonalLink(key)), press(RenewLink(key)))
            if self.reach == "not_linked"
            else (press(RenewLink(key), "renew_for_new_phone"),)
        )
        answers = tuple(
            press(RecordRsvp(key, each), f"record_{each}") for each in ("attending", "declined") if each != self.rsvp
        )
        place = (press(PickGroup(key), "pick_delegate_group"), press(RemoveDelegate(key, 0)))
        return (*me, link, answers, place, (press(DelegateHome()),))


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPicker:
    """Into which group?"""

    delegate: int
    name: str
    items: tuple[tuple[int, str], ...]

    def keyboard(self) -> Keyboard:
        rows = tuple((press(MoveToGroup(self.delegate, key), name=short(text)),) for key, text in self.items[:90])
        return (
            *rows,
            (press(MoveToGroup(self.delegate, 0), "no_group"), press(ShowDelegate(self.delegate), "back_to_delegate")),
        )


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class RemovalAsked:
    """Really take the person off the list?"""

    delegate: int
    name: str
    linked: bool

    def keyboard(self) -> Keyboard:
        sure = press(RemoveDelegate(self.delegate, 1), "remove_delegate_sure", style="danger")
        return ((sure, press(ShowDelegate(self.delegate), "back_to_delegate")),)


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateRemoved:
    """The person is off the list."""

    name: str

    def keyboard(self) -> Keyboard:
        return ((press(DelegateHome()),),)


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateLink:
    """A person's link to pass on."""

    delegate: int
    name: str
    link: str
    until: datetime | None

    def keyboard(self) -> Keyboard:
        return ((press(ShowDelegate(self.delegate), "back_to_delegate"), press(DelegateHome())),)


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReady:
    """A sheet goes with this: `kind` is links or phones, `count` its lines."""

    kind: str
    count: int


def short(text: str, most: int = 48) -> str:
    """A text as it fits on a button."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def _turning(page: int, pages: int, at: Callable[[int], object]) -> Keyboard:
    before = (press(at(page - 1), "list_before"),) if page > 0 else ()
    after = (press(at(page + 1), "list_after"),) if page + 1 < pages else ()
    return ((*before, *after),) if before or after else ()


_SUMS = Sums(
    invited=180, linked=137, blocked=3, not_linked=40, attending=120, declined=7, substituted=2, silent=51, asking=1
)
_LINE = Line(delegate=7, name="Nguyễn Văn <A>", post="Chủ tịch", unit="Xã B", reach="linked", rsvp="attending")
SAMPLES = (
    DelegatesHome(title="Hội nghị sơ kết", sums=_SUMS, expected=180),
    DelegatesHome(
        title="Hội nghị",
        sums=Sums(invited=0, linked=0, blocked=0, not_linked=0, attending=0, declined=0, substituted=0, silent=0),
    ),
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
    DelegatesPage(items=(_LINE,), total=180, only="unreached", page=1, pages=18),
    DelegatesPage(items=(_LINE,), total=1, query="an"),
    DelegatesPage(items=(), total=0, query="<x>"),
    DelegatesPage(items=(), total=0, only="declined"),
    DelegateCard(delegate=7, name="Nguyễn Văn <A>"),
    DelegateCard(delegate=7, name="Nguyễn Văn <A>", may_be_me=True),
    DelegateCard(delegate=7, name="Nguyễn Văn A", done="added"),
    DelegateCard(delegate=7, name="Nguyễn Văn A", done="moved", group="Lãnh đạo xã"),
    DelegateCard(
        delegate=7,
        name="Nguyễn Văn A",
        post="Chủ tịch",
        unit="Xã B",
        group="Lãnh đạo xã",
        phone="0912 345 678",
        reach="linked",
        rsvp="substituted",
        substitute="Trần Thị B",
    ),
    DelegateCard(delegate=8, name="Trần Thị B", reach="blocked", rsvp="declined", reason="ốm", original="Nguyễn A"),
    DelegateCard(delegate=8, name="Trần Thị B", reach="deactivated", rsvp="attending", done="recorded"),
    GroupPicker(delegate=7, name="Nguyễn Văn A", items=((1, "Lãnh đạo xã"), (2, "Phóng viên"))),
    RemovalAsked(delegate=7, name="Nguyễn Văn A", linked=True),
    RemovalAsked(delegate=7, name="Nguyễn Văn A", linked=False),
    DelegateRemoved(name="Nguyễn Văn A"),
    DelegateLink(delegate=7, name="Lê C", link="https://t.me/b?start=x", until=datetime(2026, 9, 1, 8)),  # noqa: DTZ001
    SheetReady(kind="links", count=180),
    SheetReady(kind="phones", count=43),
    SheetReady(kind="phones", count=0),
)
