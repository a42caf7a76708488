"""Views and buttons of substitutes: to the delegate, and to the organizers where they look at each."""

from dataclasses import dataclass

from domain.buttons import button, press
from domain.views import Keyboard, view
from services.views.attendance import attendance_keyboard
from services.views.occasion import SAMPLE_OCCASION, UNDATED_OCCASION, Occasion


@button("vy")
@dataclass(frozen=True, slots=True)
class ApproveSubstitute:
    """They may come."""

    delegate: int


@button("vn")
@dataclass(frozen=True, slots=True)
class RefuseSubstitute:
    """They may not."""

    delegate: int


@button("vq")
@dataclass(frozen=True, slots=True)
class NextSubstitute:
    """Who waits to be looked at."""


@view("substitutes")
@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteNamed:
    """The link for the person who comes instead, to be passed on. `lower`: their post ranks lower than asked for."""

    delegate: int
    name: str
    post: str | None
    link: str
    occasion: Occasion
    lower: bool = False

    def keyboard(self) -> Keyboard:
        return attendance_keyboard(self.delegate, "substituted")


@view("substitutes")
@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteWaits:
    """The organizers look at the substitute first."""

    delegate: int
    name: str
    post: str | None
    lower: bool


@view("substitutes")
@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteAsked:
    """To the organizers: who is to come in whose place. `waits` for their word, or only tells of a lower post."""

    delegate: int
    name: str
    post: str | None
    original: str
    original_post: str | None
    unit: str | None
    group: str | None
    lower: bool
    waits: bool

    def keyboard(self) -> Keyboard:
        if not self.waits:
            return ()
        yes = press(ApproveSubstitute(self.delegate), style="success")
        return ((yes, press(RefuseSubstitute(self.delegate), style="danger")),)


@view("substitutes")
@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteSettled:
    """What the organizer decided."""

    name: str
    original: str
    approved: bool

    def keyboard(self) -> Keyboard:
        return ((press(NextSubstitute(), "next_substitute"),),)


@view("substitutes")
@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteRefused:
    """To the delegate: somebody else, please, or in person."""

    delegate: int
    name: str
    rsvp: str
    help_contact: str

    def keyboard(self) -> Keyboard:
        return attendance_keyboard(self.delegate, self.rsvp)


_LINK = "https://t.me/bot?start=abc"
SAMPLES = (
    SubstituteNamed(delegate=7, name="Trần Thị B", post="Phó phòng", link=_LINK, occasion=SAMPLE_OCCASION, lower=True),
    SubstituteNamed(delegate=7, name="Trần Thị B", post=None, link=_LINK, occasion=UNDATED_OCCASION),
    SubstituteWaits(delegate=7, name="Trần Thị <B>", post="Chuyên viên", lower=True),
    SubstituteWaits(delegate=7, name="Trần Thị B", post=None, lower=False),
    SubstituteAsked(
        delegate=8,
        name="Trần Thị <B>",
        post="Chuyên viên",
        original="Nguyễn A",
        original_post="Giám đốc",
        unit="Sở Y tế",
        group="Lãnh đạo sở",
        lower=True,
        waits=True,
    ),
    SubstituteAsked(
        delegate=8,
        name="Trần Thị B",
        post=None,
        original="Nguyễn A",
        original_post=None,
        unit=None,
        group=None,
        lower=False,
        waits=False,
    ),
    SubstituteSettled(name="Trần Thị B", original="Nguyễn A", approved=True),
    SubstituteSettled(name="Trần Thị B", original="Nguyễn A", approved=False),
    SubstituteRefused(delegate=7, name="Trần Thị B", rsvp="none", help_contact="0203 000 000"),
    SubstituteRefused(delegate=7, name="Trần Thị B", rsvp="declined", help_contact=""),
)
