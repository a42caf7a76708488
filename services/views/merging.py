"""Views of two lines that are one person."""

from dataclasses import dataclass

from domain.buttons import press
from domain.views import Keyboard, view
from services.views.delegate_buttons import DelegateHome, ShowDelegate
from services.views.delegates import Line
from services.views.link_buttons import MergeChoice, MergePreview, MergeSure
from services.views.paging import short


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """Two lines whose names come near each other."""

    one: int
    other: int
    name: str
    second: str
    unit: str | None


@view("merging")
@dataclass(frozen=True, slots=True, kw_only=True)
class Duplicates:
    """Names that stand more than once (a line's id, the name, how many lines), and names near each other."""

    items: tuple[tuple[int, str, int], ...]
    total: int
    near: tuple[Near, ...] = ()
    near_total: int = 0

    def keyboard(self) -> Keyboard:
        rows = tuple(
            (press(MergeChoice(key), "alike_names", name=short(name, 40), n=n),) for key, name, n in self.items
        )
        near = tuple(
            (
                press(
                    MergePreview(each.one, each.other),
                    "near_names",
                    name=short(each.name, 28),
                    other=short(each.second, 28),
                ),
            )
            for each in self.near
        )
        return (*rows, *near, (press(DelegateHome()),))


@view("merging")
@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Who has the same name as a person."""

    who: Line
    items: tuple[Line, ...]

    def keyboard(self) -> Keyboard:
        rows = tuple(
            (
                press(
                    MergePreview(self.who.delegate, each.delegate), n=at, name=short(each.unit or each.post or "–", 30)
                ),
            )
            for at, each in enumerate(self.items, 1)
        )
        return (*rows, (press(ShowDelegate(self.who.delegate), "back_to_delegate"),))


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """A line of the list, in what may differ. `came` is for how much they were checked in."""

    name: str
    post: str | None
    unit: str | None
    phone: str | None
    rsvp: str
    linked: bool
    came: int


@view("merging")
@dataclass(frozen=True, slots=True, kw_only=True)
class MergeShown:
    """Both lines and what they become. `two_accounts`: the dropped line's account loses its place."""

    keep: int
    drop: int
    check: int
    kept: Side
    dropped: Side
    became: Side
    two_accounts: bool

    def keyboard(self) -> Keyboard:
        sure = press(MergeSure(self.keep, self.drop, self.check), style="success")
        swap = press(MergePreview(self.drop, self.keep), "merge_swap")
        return ((sure,), (swap, press(ShowDelegate(self.keep), "back_to_delegate")))


@view("merging")
@dataclass(frozen=True, slots=True, kw_only=True)
class MergedAway:
    """To the account whose line went into another one of the same person."""

    title: str
    help_contact: str


def _person(post: str | None, rsvp: str, linked: bool = False, came: int = 0) -> Side:
    phone = "0912 345 678" if post else None
    return Side(name="Nguyễn <A>", post=post, unit=post, phone=phone, rsvp=rsvp, linked=linked, came=came)


_LINE = Line(delegate=7, name="Nguyễn <A>", post="Chủ tịch", unit="Xã B", reach="linked", rsvp="attending")
_BARE = Line(delegate=8, name="Nguyễn A", post=None, unit=None, reach="not_linked", rsvp="none")
SAMPLES = (
    Duplicates(items=((7, "Nguyễn <A>", 2),), total=1),
    Duplicates(items=(), total=0),
    Duplicates(
        items=(),
        total=0,
        near=(Near(one=7, other=8, name="Nguyễn Văn <An>", second="Ng. V. An", unit="Xã <B>"),),
        near_total=30,
    ),
    Alike(who=_LINE, items=(_BARE, _LINE)),
    MergeShown(
        keep=7,
        drop=8,
        check=99,
        kept=_person(None, "none"),
        dropped=_person("Chủ tịch", "attending", True, 1),
        became=_person("Chủ tịch", "attending", True, 1),
        two_accounts=False,
    ),
    MergeShown(
        keep=7,
        drop=8,
        check=99,
        kept=_person(None, "none", True),
        dropped=_person(None, "declined", True),
        became=_person(None, "declined", True),
        two_accounts=True,
    ),
    MergedAway(title="Hội nghị <sơ kết>", help_contact="0203 000 000"),
    MergedAway(title="Hội nghị", help_contact=""),
)
