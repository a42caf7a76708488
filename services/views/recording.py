"""Views and buttons of what organizers write down for people."""

from dataclasses import dataclass
from datetime import date, time

from domain.buttons import button, press
from domain.views import Keyboard, Press, view
from services.views.delegate_buttons import DelegateHome, ShowDelegate
from services.views.occasion import SAMPLE_OCCASION, UNDATED_OCCASION, Occasion
from services.views.paging import short, turning
from services.views.recording_buttons import RecordSessions


@button("vx")
@dataclass(frozen=True, slots=True)
class TurnTheirSession:
    """They leave this session out, or come to it after all."""

    delegate: int
    session: int
    page: int


@view("recording")
@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerRecorded:
    """To the person: what the organizers have written down for them; with no answer, only about the sessions."""

    rsvp: str
    reason: str | None
    away: tuple[str, ...]
    occasion: Occasion


@view("recording")
@dataclass(frozen=True, slots=True, kw_only=True)
class SubstituteRecorded:
    """To the organizer: the link for the person who comes instead. `told`: the person invited has been told."""

    delegate: int
    substitute: int
    name: str
    post: str | None
    original: str
    told: bool
    link: str
    lower: bool

    def keyboard(self) -> Keyboard:
        return ((press(ShowDelegate(self.substitute), name=short(self.name)), press(DelegateHome())),)


@dataclass(frozen=True, slots=True, kw_only=True)
class TheirSession:
    """A session and whether the person comes."""

    id: int
    title: str
    comes: bool
    day: date | None = None
    start: time | None = None


@view("recording")
@dataclass(frozen=True, slots=True, kw_only=True)
class TheirSessions:
    """A page of the sessions; pressing one takes the person out of it, or puts them back. `told`: they hear of it."""

    delegate: int
    name: str
    sessions: tuple[TheirSession, ...]
    told: bool
    page: int = 0
    pages: int = 1

    def keyboard(self) -> Keyboard:
        rows: tuple[tuple[Press, ...], ...] = tuple(
            (
                press(
                    TurnTheirSession(self.delegate, each.id, self.page),
                    "session_comes" if each.comes else "session_absent",
                    name=short(each.title),
                ),
            )
            for each in self.sessions
        )
        pages = turning(self.page, self.pages, lambda page: RecordSessions(self.delegate, page))
        return (*rows, *pages, (press(ShowDelegate(self.delegate), "back_to_delegate"),))


_LINK = "https://t.me/bot?start=abc"
SAMPLES = (
    AnswerRecorded(rsvp="attending", reason=None, away=("Thảo luận <A>", "Bế mạc"), occasion=SAMPLE_OCCASION),
    AnswerRecorded(rsvp="declined", reason="Đi <công tác>", away=(), occasion=UNDATED_OCCASION),
    AnswerRecorded(rsvp="none", reason=None, away=("Bế mạc",), occasion=UNDATED_OCCASION),
    AnswerRecorded(rsvp="none", reason=None, away=(), occasion=UNDATED_OCCASION),
    SubstituteRecorded(
        delegate=7,
        substitute=8,
        name="Trần Thị <B>",
        post="Chuyên viên",
        original="Nguyễn A",
        told=True,
        link=_LINK,
        lower=True,
    ),
    SubstituteRecorded(
        delegate=7, substitute=8, name="Trần B", post=None, original="Nguyễn A", told=False, link=_LINK, lower=False
    ),
    TheirSessions(
        delegate=7,
        name="Nguyễn <A>",
        sessions=(
            TheirSession(id=1, title="Khai mạc <A>", comes=True, day=date(2026, 7, 30), start=time(8)),
            TheirSession(id=2, title="Thảo luận", comes=False),
        ),
        told=True,
        pages=2,
    ),
    TheirSessions(delegate=7, name="Nguyễn A", sessions=(), told=False),
)
