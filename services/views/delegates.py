"""Views of the list of delegates: adding, the list, one person."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.attendance import ChaseSilent
from services.views.delegate_buttons import (
    AddDelegate,
    AddList,
    AllLinks,
    DelegateHome,
    FindDelegate,
    GroupQuotas,
    ListDelegates,
    LostPhone,
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
from services.views.expecting import AnswerRules, ShowBoard
from services.views.link_buttons import ExportLog, LinkStates, ListDuplicates, MergeChoice, QrSheets
from services.views.logistics_buttons import ShowGuest
from services.views.paging import short, turning
from services.views.quotas import UnitQuotas
from services.views.recording_buttons import RecordSessions, RecordSubstitute


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """The places by reach and by answer of whoever holds them; of these, in `substituted` a substitute does."""

    invited: int = 0
    linked: int = 0
    blocked: int = 0
    not_linked: int = 0
    attending: int = 0
    declined: int = 0
    silent: int = 0
    substituted: int = 0
    asking: int = 0


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class DelegatesHome:
    """The sums against what is expected, and what can be done."""

    title: str
    sums: Sums
    expected: int | None = None
    duplicates: int = 0

    def keyboard(self) -> Keyboard:
        adding = ((press(AddDelegate()), press(AddList())), (press(GroupQuotas(0)), press(UnitQuotas(0))))
        asking = ((press(ShowRequests(), count=self.sums.asking),),) if self.sums.asking else ()
        rules = (press(ShowBoard(0)), press(AnswerRules()))
        if not self.sums.invited:
            return (*adding, *asking, rules)
        lists = (press(ListDelegates("all", 0)), press(FindDelegate()))
        chase = ((press(ChaseSilent(0), count=self.sums.silent),),) if self.sums.silent else ()
        links = ((press(LinkStates()), press(QrSheets())), (press(AllLinks()), press(PhoneList())))
        same = press(ListDuplicates(), count=self.duplicates)
        twice = ((same if self.duplicates else press(ListDuplicates(), "near_duplicates"),),)
        return (*adding, lists, *links, rules, *chase, *asking, *twice, (press(ExportLog()),))


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
        pages = () if self.query else turning(self.page, self.pages, lambda page: ListDelegates(self.only, page))
        others = tuple(
            press(ListDelegates(each, 0), f"only_{each}")
            for each in ("all", "unreached", "silent", "attending", "declined")
            if each != self.only
        )
        return (*rows, *pages, others[:2], others[2:], (press(FindDelegate()), press(DelegateHome())))


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class DelegateCard:
    """One person on the list, for organizers. `done` names what has just been changed, `answers` earlier ones."""

    delegate: int
    name: str
    post: str | None = None
    unit: str | None = None
    group: str | None = None
    phone: str | None = None
    reach: str = "not_linked"
    link: str = "none"
    rsvp: str = "none"
    reason: str | None = None
    away: tuple[str, ...] = ()
    answers: tuple[tuple[datetime, str], ...] = ()
    substitute: str | None = None
    original: str | None = None
    done: str | None = None
    may_be_me: bool = False
    alike: int = 0

    def keyboard(self) -> Keyboard:
        key = self.delegate
        twice = ((press(MergeChoice(key), count=self.alike),),) if self.alike else ()
        me = ((press(ThatIsMe(key)),),) if self.may_be_me else ()
        link = (
            (press(PersonalLink(key)), press(RenewLink(key)))
            if self.reach == "not_linked"
            else (press(LostPhone(key, 0)),)
        )
        answers = tuple(
            press(RecordRsvp(key, each), f"record_{each}") for each in ("attending", "declined") if each != self.rsvp
        )
        partly = (press(RecordSessions(key, 0)),) if self.rsvp in ("none", "attending") else ()
        other = (press(RecordSubstitute(key)),) if self.original is None and self.substitute is None else ()
        place = (press(PickGroup(key), "pick_delegate_group"), press(RemoveDelegate(key, 0)))
        recorded = tuple(row for row in (answers, (*other, *partly)) if row)
        return (*me, link, *recorded, place, *twice, (press(ShowGuest(key), "guest_logistics"), press(DelegateHome())))


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
    """A person's link to pass on. `unlinked`: the old account has just been taken away.

    It may have `other_roles` in the conference, and be linked in so many others (`elsewhere`).
    """

    delegate: int
    name: str
    link: str
    until: datetime | None
    unlinked: bool = False
    other_roles: bool = False
    elsewhere: int = 0

    def keyboard(self) -> Keyboard:
        return ((press(ShowDelegate(self.delegate), "back_to_delegate"), press(DelegateHome())),)


@view("delegates")
@dataclass(frozen=True, slots=True, kw_only=True)
class SheetReady:
    """A sheet goes with this: `kind` is links or phones, `count` its lines."""

    kind: str
    count: int


_SUMS = Sums(
    invited=180, linked=137, blocked=3, not_linked=40, attending=122, declined=7, silent=51, substituted=2, asking=1
)
_LINE = Line(delegate=7, name="Nguyễn Văn <A>", post="Chủ tịch", unit="Xã B", reach="linked", rsvp="attending")
_AT = datetime(2026, 7, 20, 17)  # noqa: DTZ001 - local time
SAMPLES = (
    DelegatesHome(title="Hội nghị sơ kết", sums=_SUMS, expected=180, duplicates=2),
    DelegatesHome(
        title="Hội nghị",
        sums=Sums(),
    ),
    DelegatesPage(items=(_LINE,), total=180, only="unreached", page=1, pages=18),
    DelegatesPage(items=(_LINE,), total=1, query="an"),
    DelegatesPage(items=(), total=0, query="<x>"),
    DelegatesPage(items=(), total=0, only="declined"),
    DelegateCard(delegate=7, name="Nguyễn Văn <A>"),
    *(
        DelegateCard(delegate=7, name="Nguyễn A", link=each, alike=1, away=("Khai <mạc>", "Bế mạc"))
        for each in ("made", "opened", "linked", "expired", "revoked")
    ),
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
        answers=((_AT, "attending"), (_AT, "declined"), (_AT, "substituted")),
        substitute="Trần Thị B",
    ),
    DelegateCard(delegate=8, name="Trần Thị B", reach="blocked", rsvp="declined", reason="ốm", original="Nguyễn A"),
    DelegateCard(delegate=8, name="Trần Thị B", reach="deactivated", rsvp="attending", done="recorded"),
    GroupPicker(delegate=7, name="Nguyễn Văn A", items=((1, "Lãnh đạo xã"), (2, "Phóng viên"))),
    RemovalAsked(delegate=7, name="Nguyễn Văn A", linked=True),
    RemovalAsked(delegate=7, name="Nguyễn Văn A", linked=False),
    DelegateRemoved(name="Nguyễn Văn A"),
    DelegateLink(delegate=7, name="Lê C", link="https://t.me/b?start=x", until=datetime(2026, 9, 1, 8)),  # noqa: DTZ001
    DelegateLink(delegate=7, name="Lê <C>", link="https://t.me/b?start=x", until=None, unlinked=True),
    DelegateLink(delegate=7, name="Lê C", link="https://t.me/b?start=x", until=None, unlinked=True, other_roles=True),
    DelegateLink(delegate=7, name="Lê C", link="https://t.me/b?start=x", until=None, unlinked=True, elsewhere=2),
    SheetReady(kind="links", count=180),
    SheetReady(kind="phones", count=43),
    SheetReady(kind="phones", count=0),
)
