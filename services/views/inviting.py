"""Views and buttons of inviting people who run the conference, units and groups."""

from dataclasses import dataclass
from datetime import datetime

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.paging import turning


@button("io")
@dataclass(frozen=True, slots=True)
class InviteOrganizer:
    """A link for one organizer."""


@button("id")
@dataclass(frozen=True, slots=True)
class InviteDoor:
    """A link for one of the door staff."""


@button("iu")
@dataclass(frozen=True, slots=True)
class InviteUnits:
    """Choose a unit to invite (a page of them)."""

    page: int


@button("ia")
@dataclass(frozen=True, slots=True)
class InviteAllUnits:
    """A link for every unit that nobody answers for, in one sheet."""


@button("ip")
@dataclass(frozen=True, slots=True)
class InviteUnit:
    """The link of a unit's focal person."""

    unit: int


@button("in")
@dataclass(frozen=True, slots=True)
class RenewUnit:
    """A new link for the unit; the old one no longer works."""

    unit: int


@button("ig")
@dataclass(frozen=True, slots=True)
class InviteGroup:
    """A link for a group chat: of a unit, or (0) of the whole conference."""

    unit: int


@button("it")
@dataclass(frozen=True, slots=True)
class ListTeam:
    """Who runs the conference."""


@button("ir")
@dataclass(frozen=True, slots=True)
class RemoveHelper:
    """Take a role away; asks first, unless `sure`."""

    account: int
    sure: int


@button("iv")
@dataclass(frozen=True, slots=True)
class RevokeLink:
    """Make an unused link of the team useless."""

    key: str


@button("ih")
@dataclass(frozen=True, slots=True)
class InviteHome:
    """Back to what can be invited."""


@button("ib")
@dataclass(frozen=True, slots=True)
class InviteDelegates:
    """To the list of delegates."""


@view("inviting")
@dataclass(frozen=True, slots=True, kw_only=True)
class InviteMenu:
    """Whom one can invite. `may_appoint` where the person may invite organizers."""

    title: str
    code: str
    may_appoint: bool

    def keyboard(self) -> Keyboard:
        team = (press(InviteOrganizer()), press(InviteDoor())) if self.may_appoint else (press(InviteDoor()),)
        rest = (press(InviteUnits(0)), press(InviteDelegates()))
        return (team, rest, (press(InviteGroup(0)), press(ListTeam())))


@view("inviting")
@dataclass(frozen=True, slots=True, kw_only=True)
class LinkReady:
    """A link to pass on. `until` is the local time until which it works."""

    purpose: str
    link: str
    title: str
    name: str | None = None
    until: datetime | None = None
    unit: int | None = None
    focal: int = 0

    def keyboard(self) -> Keyboard:
        back = press(InviteHome())
        if self.unit is None or self.purpose != "unit":
            return ((back,),)
        return ((press(RenewUnit(self.unit)), press(InviteGroup(self.unit), "invite_unit_group")), (back,))


@view("inviting")
@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChoice:
    """The units and how many focal people each has; `waiting` have none, on all pages together."""

    items: tuple[tuple[int, str, int], ...]
    page: int = 0
    pages: int = 1
    waiting: int = 0

    def keyboard(self) -> Keyboard:
        rows = tuple((press(InviteUnit(key), name=_short(name), count=count),) for key, name, count in self.items)
        together = ((press(InviteAllUnits(), count=self.waiting),),) if self.waiting > 1 else ()
        return (*rows, *turning(self.page, self.pages, InviteUnits), *together, (press(InviteHome()),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One of the team; `name` may not have been given."""

    account: int
    role: str
    name: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UnusedLink:
    """A link of the team that nobody has opened yet; `key` is the beginning of its token."""

    key: str
    role: str
    name: str | None


@view("inviting")
@dataclass(frozen=True, slots=True, kw_only=True)
class Team:
    """Who runs the conference, and the links still unused."""

    members: tuple[Member, ...]
    links: tuple[UnusedLink, ...]
    may_remove: bool
    done: str | None = None

    def keyboard(self) -> Keyboard:
        if not self.may_remove:
            return ((press(InviteHome()),),)
        removable = [(at, each) for at, each in enumerate(self.members, 1) if each.role != "owner"]
        members = tuple(
            (press(RemoveHelper(each.account, 0), at=at, name=_short(each.name or "")),) for at, each in removable[:30]
        )
        links = tuple((press(RevokeLink(each.key), name=_short(each.name or each.key)),) for each in self.links[:20])
        return (*members, *links, (press(InviteHome()),))


@view("inviting")
@dataclass(frozen=True, slots=True, kw_only=True)
class ConfirmRemoval:
    """Really take the role away?"""

    member: Member

    def keyboard(self) -> Keyboard:
        sure = press(RemoveHelper(self.member.account, 1), "remove_helper_sure", style="danger")
        return ((sure, press(ListTeam(), "keep_helper")),)


def _short(text: str, most: int = 40) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


_MEMBERS = (
    Member(account=1, role="owner", name=None),
    Member(account=2, role="organizer", name="Nguyễn Văn <A>"),
    Member(account=3, role="door", name=None),
)
_UNTIL = datetime(2026, 9, 1, 8, 30)  # noqa: DTZ001 - local time
SAMPLES = (
    InviteMenu(title="Hội nghị sơ kết", code="HN2026", may_appoint=True),
    InviteMenu(title="Hội nghị sơ kết", code="HN2026", may_appoint=False),
    LinkReady(purpose="organizer", link="https://t.me/b?start=x", title="Hội nghị", name="Trần B", until=_UNTIL),
    LinkReady(purpose="door", link="https://t.me/b?start=x", title="Hội nghị", until=_UNTIL),
    LinkReady(purpose="unit", link="https://t.me/b?start=x", title="Hội nghị", name="Phòng <Y tế>", unit=4, focal=1),
    LinkReady(purpose="group", link="https://t.me/b?startgroup=x", title="Hội nghị", until=_UNTIL),
    LinkReady(purpose="group", link="https://t.me/b?startgroup=x", title="Hội nghị", name="Phòng Y tế", unit=4),
    LinkReady(purpose="delegate", link="https://t.me/b?start=x", title="Hội nghị", name="Lê C", until=_UNTIL),
    UnitChoice(items=((4, "Phòng Y tế", 0), (5, "Phòng Nội vụ", 2)), page=1, pages=3, waiting=20),
    UnitChoice(items=()),
    Team(members=_MEMBERS, links=(UnusedLink(key="abcdefgh", role="door", name="Lê C"),), may_remove=True),
    Team(members=_MEMBERS[:1], links=(), may_remove=False),
    Team(members=_MEMBERS[:1], links=(), may_remove=True, done="removed"),
    Team(members=_MEMBERS[:1], links=(), may_remove=True, done="revoked"),
    ConfirmRemoval(member=_MEMBERS[1]),
    ConfirmRemoval(member=_MEMBERS[2]),
)
